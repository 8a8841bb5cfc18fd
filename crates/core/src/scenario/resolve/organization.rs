//! Resolves the organization and the roles of its response team.

use super::document::GENERATED_DOSSIER;
use super::kind::Kind;
use super::resolver::Resolver;
use crate::diagnostic::Diagnostic;
use crate::id::DocumentId;
use crate::scenario::file::v1;
use crate::scenario::{Organization, Role};

impl Resolver<'_> {
    pub(super) fn organization(&mut self, file: &v1::Organization, has_generated: bool) -> Organization {
        Organization {
            name: file.name.clone(),
            business: file.business.clone(),
            dossier: self.dossier(file, has_generated),
            staff: self.number("the number of staff", &file.staff, 1..=2_000_000),
            listed: file.listed,
            revenue_per_day: self.number("the revenue per day", &file.revenue_per_day, 0.0..=1e10),
            call_center_agents: self.number("the number of agents", &file.call_center_agents, 0..=100_000),
            calls_per_agent_hour: self.number(
                "the number of calls per agent and hour",
                &file.calls_per_agent_hour,
                0.0..=60.0,
            ),
            goodwill: self.share("goodwill", &file.goodwill),
        }
    }

    fn dossier(&mut self, file: &v1::Organization, has_generated: bool) -> DocumentId {
        match &file.dossier {
            Some(dossier) => self.refer(Kind::Document, dossier),
            None if has_generated => DocumentId::new(GENERATED_DOSSIER),
            None => {
                let message = "the organization has no `dossier`";
                let diagnostic = Diagnostic::error("missing-field", message);
                self.report(
                    diagnostic.hint("refer to a document, or use a cast that includes a dossier"),
                    file.revenue_per_day.mark,
                );
                DocumentId::new(GENERATED_DOSSIER)
            }
        }
    }

    pub(super) fn role(&mut self, file: &v1::Role) -> Role {
        Role {
            id: file.id.value.as_str().into(),
            kind: file.kind,
            title: file.title.clone(),
            holder: file.holder.clone(),
            duty: file.duty.clone(),
            at_start: file.at_start,
            arrives_after: self.duration(&file.arrives_after),
            capacity: self.number("the capacity of a role", &file.capacity, 1..=10),
        }
    }
}
