//! Resolves the scenario as a whole.

use super::document::{document, generated_dossier};
use super::kind::Kind;
use super::parts::Parts;
use super::reader::BEST_KNOWN_FILE;
use super::resolver::Resolver;
use super::stakeholder::stakeholder;
use crate::diagnostic::Diagnostic;
use crate::scenario::directory::Directory;
use crate::scenario::file::Text;
use crate::scenario::{BestKnown, Scenario, Topic, audience};
use crate::time::LATEST;

impl Resolver<'_> {
    pub(super) fn scenario(&mut self, parts: Parts) -> Scenario {
        let best_known = self.best_known(&parts);
        let Parts {
            scenario: file, actions, msel, playbook, model, phrases, documents, dossier, bundle, wordings, ..
        } = parts;
        let mut topics: Vec<Topic> = file.topics.iter().map(|topic| self.topic(topic)).collect();
        if let Some(wordings) = wordings {
            self.add_wordings(&wordings.wordings, &mut topics);
        }
        let length = self.duration(&file.length);
        if !(60..=LATEST.minutes()).contains(&length.minutes()) {
            let message = format!("the exercise must last between 1h and 400d, not {length}");
            self.report(Diagnostic::error("out-of-range", message), file.length.mark);
        }
        Scenario {
            id: file.id.value.as_str().into(),
            calendar: self.calendar(&file.starts, file.zone.as_ref()),
            holidays: self.days(&file.holidays),
            length,
            difficulty: self.number("the difficulty", &file.difficulty, 1..=5),
            currency: self.currency(&file.currency),
            organization: self.organization(&file.organization, dossier.is_some()),
            objectives: file.objectives.iter().map(|objective| self.objective(objective)).collect(),
            roles: self.some("roles", &file.roles, file.id.mark, Self::role),
            approvers: self.refer_all(Kind::Role, &file.approvers),
            customers: self.customers(&file.customers),
            outlets: file.outlets.iter().map(|outlet| self.outlet(outlet)).collect(),
            questions: file
                .questions
                .as_ref()
                .map_or(audience::QUESTIONS, |n| self.number("the number of questions", n, 0..=100)),
            stakeholders: file.stakeholders.iter().map(stakeholder).collect(),
            clocks: self.clocks(&file),
            threat: self.threat(&file),
            pressure: file.pressure.iter().map(|stretch| self.pressure(stretch)).collect(),
            facts: file.facts.iter().map(|fact| self.fact(fact)).collect(),
            topics,
            actions: self.some("actions", &actions.actions, file.id.mark, Self::action),
            injects: self.some("injects", &msel.injects, file.id.mark, Self::inject),
            documents: file
                .documents
                .iter()
                .map(|item| document(item, &documents))
                .chain(dossier.map(|text| generated_dossier(&file, text)))
                .collect(),
            playbook: self.playbook(&playbook, &file.playbook),
            title: file.title,
            summary: file.summary,
            kind: file.kind,
            language: file.language,
            model,
            phrases,
            best_known,
            service: Directory::default(),
            bundle,
        }
    }

    /// Checks that the actions and topics named in the best known strategy exist in the scenario.
    fn best_known(&mut self, parts: &Parts) -> Option<BestKnown> {
        let best = parts.best_known.clone()?;
        let strategy = &best.strategy;
        let actions = strategy.choices.keys().chain(&strategy.left_alone).chain(&strategy.first);
        let named = actions.map(|id| (Kind::Action, id.as_str()));
        let named = named.chain(strategy.claims.keys().map(|id| (Kind::Topic, id.as_str())));
        for (kind, id) in named {
            if !self.known.contains_key(&(kind, id.to_owned())) {
                let message = format!("the best known strategy refers to an unknown {} `{id}`", kind.noun());
                let diagnostic = Diagnostic::error("dangling-reference", message).in_file(BEST_KNOWN_FILE);
                let hint = "delete the file, or run `goldenhour ensemble SCENARIO --search best_known.ron` again";
                self.diagnostics.push(diagnostic.hint(hint));
            }
        }
        Some(best)
    }

    fn currency(&mut self, text: &Text) -> String {
        if text.value.len() != 3 || !text.value.chars().all(|c| c.is_ascii_uppercase()) {
            let message = format!("invalid currency `{}`", text.value);
            let diagnostic = Diagnostic::error("bad-currency", message);
            self.report(diagnostic.hint("use a three-letter code, for example `GBP`"), text.mark);
        }
        text.value.clone()
    }
}
