//! Resolves objectives.

use super::kind::Kind;
use super::resolver::Resolver;
use crate::scenario::Objective;
use crate::scenario::file::v1;

impl Resolver<'_> {
    pub(super) fn objective(&mut self, file: &v1::Objective) -> Objective {
        Objective {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            capability: file.capability.clone(),
            steps: self.refer_all(Kind::Step, &file.steps),
        }
    }
}
