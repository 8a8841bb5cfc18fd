//! Resolves documents, including the dossier of a cast.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::id::DocumentId;
use crate::scenario::Document;
use crate::scenario::file::v1::{self, ScenarioFile};

/// Id of a dossier provided by a cast.
pub(super) const GENERATED_DOSSIER: &str = "dossier";

pub(super) fn generated_dossier(file: &ScenarioFile, text: Arc<str>) -> Document {
    let title = format!("{}: dossier", file.organization.name);
    Document { id: DocumentId::new(GENERATED_DOSSIER), title, text }
}

pub(super) fn document(file: &v1::Document, texts: &BTreeMap<String, Arc<str>>) -> Document {
    Document {
        id: file.id.value.as_str().into(),
        title: file.title.clone(),
        text: texts.get(&file.path.value).cloned().unwrap_or_else(|| "".into()),
    }
}
