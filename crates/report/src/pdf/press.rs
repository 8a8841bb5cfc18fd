//! The sandbox in which the template is typeset: one source file, a fixed set of fonts, and the input values.
//!
//! Typst obtains everything it needs from its environment through the [`World`] trait. This implementation denies
//! access to any other file or package and provides no current date.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::font::Case;

/// File name of the template in Typst.
const NAME: &str = "debrief.typ";

/// Template of the document.
const TEMPLATE: &str = include_str!("../../../../assets/report/debrief.typ");

/// The template with its input values and fonts.
#[derive(Debug)]
pub(super) struct Typesetter {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    case: Case,
    template: Source,
}

impl Typesetter {
    /// Prepares the template. It reads the input values from `sys.inputs`.
    ///
    /// Typst's accessibility extras are enabled for the header cells of table rows.
    pub(super) fn new(case: Case, values: Dict) -> Self {
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(values).with_features(features).build();
        let path = VirtualPath::new(NAME).expect("a plain file name is a valid path");
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        Typesetter {
            library: LazyHash::new(library),
            book: LazyHash::new(FontBook::from_fonts(case.fonts())),
            case,
            template: Source::new(id, TEMPLATE.to_owned()),
        }
    }
}

impl World for Typesetter {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.case.fonts().get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
