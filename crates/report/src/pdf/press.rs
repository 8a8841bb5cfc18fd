//! The closed room in which the template is set: one source, a few fonts, and the values it is given.
//!
//! Typst asks its surroundings for everything through one trait. Here the answer to any other file or package is
//! that there is none, and the answer to the date is that nobody knows.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::font::Case;

/// The name by which Typst knows the template.
const NAME: &str = "debrief.typ";

/// The template.
const TEMPLATE: &str = include_str!("../../../../assets/report/debrief.typ");

/// The template with its values and fonts.
#[derive(Debug)]
pub(super) struct Typesetter {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    case: Case,
    template: Source,
}

impl Typesetter {
    /// Prepares the template with its values, which it finds in `sys.inputs`.
    ///
    /// The extras for accessibility are switched on for the heads of table rows.
    pub(super) fn new(case: Case, values: Dict) -> Self {
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(values).with_features(features).build();
        let path = VirtualPath::new(NAME).expect("a plain name is a path");
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
