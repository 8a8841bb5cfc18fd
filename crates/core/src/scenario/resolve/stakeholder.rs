//! Resolves stakeholders.

use crate::scenario::Stakeholder;
use crate::scenario::file::v1;

pub(super) fn stakeholder(file: &v1::Stakeholder) -> Stakeholder {
    Stakeholder { id: file.id.value.as_str().into(), kind: file.kind, title: file.title.clone() }
}
