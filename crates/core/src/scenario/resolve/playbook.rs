//! Resolves the playbook with its capabilities, steps and criteria.

use std::collections::BTreeSet;

use super::kind::Kind;
use super::resolver::Resolver;
use crate::diagnostic::Diagnostic;
use crate::id::CriterionId;
use crate::scenario::file::Text;
use crate::scenario::file::v1::{self, PlaybookFile};
use crate::scenario::playbook::Milestone;
use crate::scenario::{Capability, Criterion, Playbook, Step};

impl Resolver<'_> {
    pub(super) fn playbook(&mut self, file: &PlaybookFile, wanted: &Text) -> Playbook {
        if file.id.value != wanted.value {
            let message = format!("the scenario uses the playbook `{}`, but this is `{}`", wanted.value, file.id.value);
            self.report(Diagnostic::warning("wrong-playbook", message), file.id.mark);
        }
        Playbook {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            source: file.source.clone(),
            milestones: file.milestones.iter().map(milestone).collect(),
            capabilities: self.capabilities(&file.capabilities),
            roll_up: file.roll_up,
            steps: file.steps.iter().map(|step| self.step(step)).collect(),
        }
    }

    /// Resolves the capabilities. A criterion can belong to only one of them, otherwise it would count twice.
    fn capabilities(&mut self, files: &[v1::Capability]) -> Vec<Capability> {
        let mut shown = BTreeSet::new();
        for criterion in files.iter().flat_map(|file| &file.criteria) {
            if !shown.insert(&criterion.value) {
                let message = format!("the criterion `{}` is assigned to two capabilities", criterion.value);
                let diagnostic = Diagnostic::error("criterion-shown-twice", message);
                self.report(diagnostic.hint("assign it to one capability only"), criterion.mark);
            }
        }
        files.iter().map(|file| self.capability(file)).collect()
    }

    fn capability(&mut self, file: &v1::Capability) -> Capability {
        Capability {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            mission_area: file.mission_area.clone(),
            target: file.target.clone(),
            reference: file.reference.clone(),
            criteria: self.refer_all(Kind::Criterion, &file.criteria),
        }
    }

    fn step(&mut self, file: &v1::Step) -> Step {
        Step {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            weight: self.number("the weight of a step", &file.weight, 0.01..=1000.0),
            quote: file.quote.clone(),
            criteria: file.criteria.iter().map(|criterion| self.criterion(criterion)).collect(),
        }
    }

    fn criterion(&mut self, file: &v1::Criterion) -> Criterion {
        Criterion {
            id: CriterionId::new(&file.id.value),
            title: file.title.clone(),
            advice: file.advice.clone(),
            reference: file.reference.clone(),
            element: file.element,
            weight: self.number("the weight of a criterion", &file.weight, 0.01..=1000.0),
            evidence: self.evidence(&file.evidence),
        }
    }
}

fn milestone(file: &v1::Milestone) -> Milestone {
    Milestone { id: file.id.value.as_str().into(), title: file.title.clone() }
}
