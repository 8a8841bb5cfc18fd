//! When something came about in a run: the moments that a playbook can ask for, looked up in the timeline.

use super::evidence::EvidenceItem;
use crate::scenario::check::reachable_milestones;
use crate::scenario::{Action, Ask, Detail, Effect, Fact, FactKind, Moment, RoleKind, Scenario, StakeholderKind};
use crate::statement::Soundness;
use crate::time::SimTime;
use crate::timeline::{Happening, Timeline, TimelineEvent};

/// Whether and when a moment was reached.
#[derive(Clone, Debug, PartialEq)]
pub enum Reach {
    /// It was.
    At(EvidenceItem),
    /// It was not, in words.
    Never(String),
    /// The scenario has no way to it, in words.
    Impossible(String),
}

/// Looks a moment up.
pub fn find(wanted: &Moment, scenario: &Scenario, timeline: &Timeline) -> Reach {
    let search = Search { scenario, timeline };
    match wanted {
        Moment::StartEx => Reach::At(EvidenceItem::at(SimTime::START, None, "StartEx")),
        Moment::FirstAlert => search.first("the first alert", |what| matches!(what, Happening::InjectReleased(_))),
        Moment::FirstDraft => search.first("the first draft", |what| search.is_draft(what)),
        Moment::FirstPublicWord => search.first_public_word(),
        Moment::FirstOutsideReport => {
            search.first("a report by somebody else", |what| matches!(what, Happening::Exposed(_)))
        }
        Moment::Milestone(id) => search.milestone(id),
        Moment::TeamComplete => search.team_complete(),
        Moment::Confirmed(kind) => search.confirmed(*kind),
        Moment::Spoke(detail) => search.spoke(*detail),
        Moment::CustomersTold => {
            search.first("the affected customers told directly", |what| *what == Happening::CustomersTold)
        }
        Moment::StaffTold => search.first("the staff told", |what| *what == Happening::StaffTold),
        Moment::Told(kind) => search.told(*kind),
        Moment::DataStopped => search.data_stopped(),
        Moment::NextWave => search.next_wave(),
        Moment::Listening => search.possible_by(
            |effect| matches!(effect, Effect::Listen),
            "listening switched on",
            |what| *what == Happening::ListeningOn,
        ),
        Moment::NarrativeAlarm => search.first("a negative narrative", |what| *what == Happening::NarrativeAlarm),
        Moment::FirstReply => search.possible_by(
            |effect| matches!(effect, Effect::Reply(_)),
            "a reply to negative posts",
            |what| matches!(what, Happening::PostsAnswered(_)),
        ),
        Moment::InsideLeak => search.first("a leak from inside", |what| *what == Happening::InsideLeak),
    }
}

struct Search<'a> {
    scenario: &'a Scenario,
    timeline: &'a Timeline,
}

impl Search<'_> {
    fn first(&self, words: &str, wanted: impl Fn(&Happening) -> bool) -> Reach {
        match self.timeline.first(wanted) {
            Some(event) => Reach::At(item(event, words)),
            None => Reach::Never(format!("never: {words}")),
        }
    }

    /// A moment that only an action with a certain effect can bring about.
    fn possible_by(&self, effect: impl Fn(&Effect) -> bool, words: &str, wanted: impl Fn(&Happening) -> bool) -> Reach {
        if self.scenario.actions.iter().flat_map(Action::all_effects).any(effect) {
            self.first(words, wanted)
        } else {
            Reach::Impossible(format!("no action of this scenario leads to it: {words}"))
        }
    }

    fn is_draft(&self, what: &Happening) -> bool {
        let Happening::WorkBegun { action, .. } = what else { return false };
        let action = self.scenario.action(action);
        action.is_some_and(|action| matches!(action.asks, Ask::Statement { .. } | Ask::Reply))
    }

    fn first_public_word(&self) -> Reach {
        let words = "the first public word";
        let public = |publication: &&crate::timeline::Publication| {
            matches!(
                publication.audience,
                crate::scenario::AudienceKind::Public | crate::scenario::AudienceKind::Customers
            )
        };
        match self.timeline.publications.iter().find(public) {
            Some(said) => {
                let quote = said.statement.quote();
                let text = if quote.is_empty() { words.to_owned() } else { format!("{words}: “{quote}”") };
                Reach::At(EvidenceItem::at(said.at, Some(said.entry), text))
            }
            None => Reach::Never(format!("never: {words}")),
        }
    }

    fn milestone(&self, id: &crate::id::MilestoneId) -> Reach {
        let known = self.scenario.playbook.milestones.iter().find(|milestone| milestone.id == *id);
        let words = known.map_or(id.as_str(), |milestone| milestone.title.as_str());
        if !reachable_milestones(self.scenario).contains(id) {
            return Reach::Impossible(format!("nothing in this scenario leads to it: {words}"));
        }
        self.first(words, |what| matches!(what, Happening::MilestoneReached(reached) if reached == id))
    }

    fn team_complete(&self) -> Reach {
        let arrival = |kind: &RoleKind| {
            let role = self.scenario.role_of(*kind)?;
            self.timeline.first(|what| matches!(what, Happening::RoleArrived(id) if *id == role.id))
        };
        let kinds: Vec<RoleKind> =
            RoleKind::ALL.into_iter().filter(|kind| self.scenario.role_of(*kind).is_some()).collect();
        let arrivals: Vec<&TimelineEvent> = kinds.iter().filter_map(arrival).collect();
        match arrivals.iter().max_by_key(|event| event.at) {
            Some(last) if arrivals.len() == kinds.len() => Reach::At(item(last, "the whole team at work")),
            _ => Reach::Never(format!("{} of {} functions were at work", arrivals.len(), kinds.len())),
        }
    }

    fn confirmed(&self, kind: FactKind) -> Reach {
        let facts: Vec<&Fact> = self.scenario.facts.iter().filter(|fact| fact.kind == kind).collect();
        let confirmed: Vec<(&Fact, &TimelineEvent)> = facts
            .iter()
            .filter_map(|fact| {
                let event =
                    self.timeline.first(|what| matches!(what, Happening::FactConfirmed(id) if *id == fact.id))?;
                Some((*fact, event))
            })
            .collect();
        match confirmed.iter().max_by_key(|(_, event)| event.at) {
            _ if facts.is_empty() => Reach::Impossible("the scenario has no such fact".to_owned()),
            Some((fact, event)) if confirmed.len() == facts.len() => {
                Reach::At(item(event, &format!("confirmed: {}", fact.title)))
            }
            _ => Reach::Never(format!("{} of {} such facts were confirmed", confirmed.len(), facts.len())),
        }
    }

    fn spoke(&self, detail: Detail) -> Reach {
        let spoken = |claim: &crate::statement::JudgedClaim| {
            claim.detail == detail && claim.soundness != Soundness::NamedUnknown
        };
        match self.timeline.public().find(|(_, publication)| publication.claims.iter().any(spoken)) {
            Some((_, said)) => {
                let text = format!("the first public claim about {}", detail.title());
                Reach::At(EvidenceItem::at(said.at, Some(said.entry), text))
            }
            None => Reach::Never(format!("never: a public claim about {}", detail.title())),
        }
    }

    fn told(&self, kind: StakeholderKind) -> Reach {
        let of_kind =
            |id: &crate::id::StakeholderId| self.scenario.stakeholder(id).is_some_and(|party| party.kind == kind);
        if !self.scenario.stakeholders.iter().any(|party| party.kind == kind) {
            return Reach::Impossible("the scenario has no such party".to_owned());
        }
        let told = self.timeline.first(|what| matches!(what, Happening::StakeholderTold(id) if of_kind(id)));
        match told {
            Some(event) => {
                let name = match &event.what {
                    Happening::StakeholderTold(id) => self.scenario.stakeholder(id).map_or("", |party| &party.title),
                    _ => "",
                };
                Reach::At(item(event, &format!("told: {name}")))
            }
            None => Reach::Never("nobody of that kind was told".to_owned()),
        }
    }

    fn data_stopped(&self) -> Reach {
        let streams = &self.scenario.threat.streams;
        let stops: Vec<&TimelineEvent> =
            self.timeline.events.iter().filter(|event| matches!(event.what, Happening::StreamStopped(_))).collect();
        match stops.last() {
            _ if streams.is_empty() => Reach::Impossible("no data was leaving".to_owned()),
            Some(last) if stops.len() == streams.len() => Reach::At(item(last, "the last stream of data stopped")),
            _ => Reach::Never(format!("{} of {} streams of data were stopped", stops.len(), streams.len())),
        }
    }

    /// The next wave counts at its time whether it left or was averted, and also if play ended before.
    fn next_wave(&self) -> Reach {
        match self.scenario.threat.waves.iter().min_by_key(|wave| wave.at) {
            Some(wave) => Reach::At(EvidenceItem::at(wave.at, None, format!("the next wave: {}", wave.title))),
            None => Reach::Impossible("the scenario has no further wave".to_owned()),
        }
    }
}

fn item(event: &TimelineEvent, words: &str) -> EvidenceItem {
    EvidenceItem::at(event.at, event.cause, words)
}
