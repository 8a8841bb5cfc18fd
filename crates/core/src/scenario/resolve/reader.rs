//! Reads and parses the files of a scenario folder.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::cast;
use super::parts::Parts;
use crate::diagnostic::{Diagnostic, Diagnostics, Source, Sources};
use crate::id::is_slug;
use crate::scenario::file::v1::{ActionsFile, CastFile, MselFile, PlaybookFile, ScenarioFile, WordingsFile};
use crate::scenario::file::{self, Text};
use crate::scenario::source::{BuiltIn, Bundle, FileError, Files};
use crate::scenario::{BestKnown, Model, Phrases};

/// File name of the best known strategy.
pub const BEST_KNOWN_FILE: &str = "best_known.ron";

/// File name of the wordings of claims.
const WORDINGS_FILE: &str = "wordings.ron";

/// File name of a cast in a scenario folder or session.
const CAST_FILE: &str = "cast.ron";

/// Reads and parses all files. Returns `None` if a required file cannot be used.
pub fn read(files: &dyn Files, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<Parts> {
    let mut reader = Reader { files, sources, diagnostics, bundle: Bundle::default() };
    let scenario = reader.parse::<ScenarioFile>("scenario.ron", None);
    let may_borrow = scenario.as_ref().is_some_and(|scenario| scenario.cast.is_some());
    let actions = reader.list::<ActionsFile>("actions.ron", may_borrow);
    let msel = reader.list::<MselFile>("msel.ron", may_borrow);
    let model = reader.plain::<Model>("model.ron", "model/default.ron");
    let phrases = reader.plain::<Phrases>("phrases.ron", "text/phrases.ron");
    let best_known = reader.optional::<BestKnown>(BEST_KNOWN_FILE);
    let wordings = reader.optional::<WordingsFile>(WORDINGS_FILE);
    let mut scenario = scenario?;
    let cast = reader.cast(&scenario);
    let playbook = reader.playbook(&scenario.playbook);
    let documents = reader.documents(&scenario);
    let bundle = reader.bundle;
    let (mut actions, mut msel) = (actions?, msel?);
    let (borrowed, dossier) =
        cast.map_or_else(Default::default, |cast| cast.lend(&mut scenario, &mut actions, &mut msel));
    Some(Parts {
        scenario,
        actions,
        msel,
        playbook: playbook?,
        model: model?,
        phrases: phrases?,
        best_known,
        wordings,
        documents,
        dossier,
        borrowed,
        bundle,
    })
}

struct Reader<'a> {
    files: &'a dyn Files,
    sources: &'a mut Sources,
    diagnostics: &'a mut Diagnostics,
    bundle: Bundle,
}

impl Reader<'_> {
    /// Reads a file from the folder, or from the built-in assets if the folder does not contain it.
    fn text(&mut self, name: &str, built_in: Option<&str>) -> Result<Arc<str>, FileError> {
        let text = match (self.files.read(name), built_in) {
            (Err(FileError::Missing(_)), Some(asset)) => BuiltIn::Assets.read(asset),
            (found, _) => found,
        }?;
        self.bundle.insert(name, text.clone());
        self.sources.add(name, text.clone());
        Ok(text)
    }

    fn parse<T: DeserializeOwned>(&mut self, name: &str, built_in: Option<&str>) -> Option<T> {
        let parsed = match self.text(name, built_in) {
            Ok(text) => file::parse(&Source { name: name.to_owned(), text }),
            Err(error) => Err(unreadable(&error).in_file(name)),
        };
        parsed.map_err(|diagnostic| self.diagnostics.push(diagnostic)).ok()
    }

    /// Parses a file that can be omitted if the scenario uses a cast.
    fn list<T: DeserializeOwned + cast::Empty>(&mut self, name: &str, may_borrow: bool) -> Option<T> {
        if may_borrow && matches!(self.files.read(name), Err(FileError::Missing(_))) {
            return Some(T::empty());
        }
        self.parse(name, None)
    }

    /// Reads the cast named by the scenario, with its slots filled.
    fn cast(&mut self, scenario: &ScenarioFile) -> Option<CastFile> {
        let name = scenario.cast.as_ref()?;
        let asset = format!("casts/{}.ron", name.value);
        let text = match self.files.read(CAST_FILE) {
            Err(FileError::Missing(_)) if is_slug(&name.value) => BuiltIn::Assets.read(&asset),
            found => found,
        };
        let Ok(text) = text else {
            let message = format!("unknown cast `{}`", name.value);
            let diagnostic = Diagnostic::error("dangling-reference", message).at(self.sources, name.mark);
            self.diagnostics.push(diagnostic.hint("use a built-in cast, for example `general`"));
            return None;
        };
        let text: Arc<str> = cast::filled(&text, scenario).into();
        self.bundle.insert(CAST_FILE, text.clone());
        self.sources.add(CAST_FILE, text.clone());
        let parsed = file::parse(&Source { name: CAST_FILE.to_owned(), text });
        parsed.map_err(|diagnostic| self.diagnostics.push(diagnostic)).ok()
    }

    /// Parses a file that can always be omitted.
    fn optional<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        match self.files.read(name) {
            Err(FileError::Missing(_)) => None,
            _ => self.parse(name, None),
        }
    }

    /// Parses a file without a format header.
    fn plain<T: DeserializeOwned>(&mut self, name: &str, built_in: &str) -> Option<T> {
        let parsed = match self.text(name, Some(built_in)) {
            Ok(text) => {
                let source = Source { name: name.to_owned(), text };
                let parsed = file::dialect().from_str(&source.text);
                parsed.map_err(|error| file::parse_error(&source, &error))
            }
            Err(error) => Err(unreadable(&error).in_file(name)),
        };
        parsed.map_err(|diagnostic| self.diagnostics.push(diagnostic)).ok()
    }

    fn playbook(&mut self, id: &Text) -> Option<PlaybookFile> {
        let built_in = format!("playbooks/{}.ron", id.value);
        if is_slug(&id.value) && self.text("playbook.ron", Some(&built_in)).is_ok() {
            return self.parse("playbook.ron", Some(&built_in));
        }
        let message = format!("unknown playbook `{}`", id.value);
        let diagnostic = Diagnostic::error("dangling-reference", message).at(self.sources, id.mark);
        self.diagnostics.push(diagnostic.hint("use a built-in playbook, or add a `playbook.ron` to the folder"));
        None
    }

    fn documents(&mut self, scenario: &ScenarioFile) -> BTreeMap<String, Arc<str>> {
        let mut documents = BTreeMap::new();
        for document in &scenario.documents {
            let path = &document.path;
            match self.text(&path.value, None) {
                Ok(text) => drop(documents.insert(path.value.clone(), text)),
                Err(error) => self.diagnostics.push(unreadable(&error).at(self.sources, path.mark)),
            }
        }
        documents
    }
}

fn unreadable(error: &FileError) -> Diagnostic {
    let code = match error {
        FileError::Missing(_) => "missing-file",
        FileError::Outside(_) => "path-outside",
        FileError::TooLarge(_) => "file-too-large",
        FileError::NotText(_) | FileError::Refused(..) => "unreadable-file",
    };
    let diagnostic = Diagnostic::error(code, error.to_string());
    match error {
        FileError::Outside(_) => {
            diagnostic.hint("use a path inside the scenario folder, for example `documents/note.md`")
        }
        _ => diagnostic,
    }
}
