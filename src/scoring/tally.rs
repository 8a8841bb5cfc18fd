//! How large a share of something was done, counted in the timeline, each with what was and was not.
//!
//! Where there was nothing to do, there is nothing to count, and the criterion is not applicable. Where there
//! was something and nothing was done, the share is 0: saying nothing keeps no promise and holds no reassurance.

use super::evidence::EvidenceItem;
use crate::id::{InjectId, TopicId};
use crate::scenario::{AudienceKind, ClaimNature, Detail, RoleKind, Scenario, Tally};
use crate::statement::{JudgedClaim, Soundness};
use crate::time::SimTime;
use crate::timeline::{Happening, Publication, Timeline, TimelineEvent};

/// A share, or that there was nothing to count.
#[derive(Clone, Debug, PartialEq)]
pub enum Counted {
    /// Between 0 and 1, with what was and was not.
    Share {
        /// The share.
        share: f64,
        /// The reasons.
        evidence: Vec<EvidenceItem>,
    },
    /// There was nothing to count, in words.
    Nothing(String),
}

/// Counts.
pub fn count(tally: Tally, scenario: &Scenario, timeline: &Timeline) -> Counted {
    let counter = Counter { scenario, timeline };
    match tally {
        Tally::RolesActive => counter.roles_active(),
        Tally::DutiesKept => counter.duties_kept(),
        Tally::InquiriesAnswered => counter.inquiries_answered(),
        Tally::DetailsGiven => counter.details_given(),
        Tally::ClaimsSound => counter.claims_sound(),
        Tally::PromisesKept => counter.promises_kept(),
        Tally::ReassurancesHeld => counter.reassurances_held(),
        Tally::ContactsGiven => counter.contacts_given(),
        Tally::UpdatesAnnounced => counter.updates_announced(),
        Tally::UnknownsNamed => counter.unknowns_named(),
        Tally::CustomersFirst => counter.customers_first(),
        Tally::Hardening => counter.hardening(),
        Tally::NegativeAnswered => counter.negative_answered(),
        Tally::ClocksMet => counter.clocks_met(),
    }
}

/// Things that were each done to some degree, 0 to 1.
#[derive(Default)]
struct Items(Vec<(f64, EvidenceItem)>);

/// The most examples of what was done that are shown; what was not done is always shown.
const EXAMPLES: usize = 6;

impl Items {
    fn add(&mut self, credit: f64, item: EvidenceItem) {
        self.0.push((credit, item));
    }

    /// The mean, or what it means that there is nothing. Everything that lost credit is evidence; of what earned
    /// full credit some examples are, and a count of the rest.
    fn mean_or(self, nothing: Counted) -> Counted {
        if self.0.is_empty() {
            return nothing;
        }
        #[expect(clippy::cast_precision_loss, reason = "a few dozen at most")]
        let share = self.0.iter().map(|(credit, _)| credit).sum::<f64>() / self.0.len() as f64;
        let mut shown = 0;
        let mut left_out = 0;
        let mut evidence = Vec::new();
        for (credit, item) in self.0 {
            if credit >= 1.0 {
                shown += 1;
            }
            if credit >= 1.0 && shown > EXAMPLES {
                left_out += 1;
            } else {
                evidence.push(item);
            }
        }
        if left_out > 0 {
            evidence.push(EvidenceItem::general(format!("and {left_out} more like these that earned full credit")));
        }
        Counted::Share { share, evidence }
    }
}

/// Nothing was done where something could have been.
fn undone(text: &str) -> Counted {
    Counted::Share { share: 0.0, evidence: vec![EvidenceItem::general(text)] }
}

struct Counter<'a> {
    scenario: &'a Scenario,
    timeline: &'a Timeline,
}

impl Counter<'_> {
    fn events(&self) -> impl Iterator<Item = &TimelineEvent> {
        self.timeline.events.iter()
    }

    /// Statements of the organization's own accord for everybody.
    fn own_words(&self) -> impl Iterator<Item = &Publication> {
        self.timeline.public().map(|(_, said)| said).filter(|said| said.in_reply_to.is_none())
    }

    /// Everything that reached the public, notices to customers included.
    fn spoken(&self) -> impl Iterator<Item = (usize, &Publication)> {
        let reaches = |said: &Publication| matches!(said.audience, AudienceKind::Public | AudienceKind::Customers);
        self.timeline.publications.iter().enumerate().filter(move |(_, said)| reaches(said))
    }

    fn roles_active(&self) -> Counted {
        let mut items = Items::default();
        for kind in RoleKind::ALL {
            let Some(role) = self.scenario.role_of(kind) else { continue };
            match self.timeline.first(|what| matches!(what, Happening::RoleArrived(id) if *id == role.id)) {
                Some(event) => {
                    items.add(1.0, EvidenceItem::at(event.at, event.cause, format!("at work: {}", role.title)));
                }
                None => items.add(0.0, EvidenceItem::general(format!("never called: {}", role.title))),
            }
        }
        items.mean_or(undone("nobody was at work"))
    }

    fn duties_kept(&self) -> Counted {
        let mut items = Items::default();
        for event in self.events() {
            let Happening::WorkBegun { action, by, .. } = &event.what else { continue };
            let Some(action) = self.scenario.action(action) else { continue };
            let kept = action.role == *by;
            let word = if kept { "led by the role whose duty it is" } else { "led by another role" };
            items.add(
                f64::from(u8::from(kept)),
                EvidenceItem::at(event.at, event.cause, format!("{}: {word}", action.title)),
            );
        }
        items.mean_or(undone("no decision was taken"))
    }

    fn inquiries_answered(&self) -> Counted {
        let mut items = Items::default();
        let title = |id: &InjectId| {
            self.timeline.inquiry(id, self.scenario).map_or_else(|| id.to_string(), |(title, _)| title.to_owned())
        };
        let now =
            SimTime::from_minutes(u32::try_from(self.timeline.series.len().saturating_sub(1)).unwrap_or(u32::MAX));
        for event in self.events() {
            let Happening::InquiryOpened { inject, due } = &event.what else { continue };
            let answered = self.timeline.first(|what| matches!(what, Happening::InquiryAnswered(id) if id == inject));
            match answered {
                Some(answer) => {
                    let text = format!("answered after {}: {}", answer.at.since(event.at), title(inject));
                    items.add(1.0, EvidenceItem::at(answer.at, answer.cause, text));
                }
                None if *due < now => {
                    items.add(0.0, EvidenceItem::at(*due, None, format!("not answered in time: {}", title(inject))));
                }
                None => {}
            }
        }
        items.mean_or(Counted::Nothing("no inquiry fell due".to_owned()))
    }

    fn details_given(&self) -> Counted {
        let mut items = Items::default();
        for detail in Detail::NINE {
            let best = self
                .spoken()
                .flat_map(|(_, said)| said.claims.iter().map(move |claim| (said, claim)))
                .filter(|(_, claim)| claim.detail == detail)
                .map(|(said, claim)| (detail_credit(claim), said, claim))
                .fold(None, |best: Option<(f64, &Publication, &JudgedClaim)>, next| match best {
                    Some(best) if best.0 >= next.0 => Some(best),
                    _ => Some(next),
                });
            match best {
                Some((credit, said, claim)) => {
                    let text = format!("{}: {}", detail.title(), in_words(claim));
                    items.add(credit, EvidenceItem::at(said.at, Some(said.entry), text));
                }
                None => items.add(0.0, EvidenceItem::general(format!("{}: nothing said", detail.title()))),
            }
        }
        items.mean_or(undone("nothing was said"))
    }

    fn claims_sound(&self) -> Counted {
        let mut items = Items::default();
        for (_, said) in self.spoken() {
            for claim in said.claims.iter().filter(|claim| claim.soundness != Soundness::NamedUnknown) {
                let credit = soundness_credit(claim.soundness);
                let text = format!("about {}: {}", claim.detail.title(), in_words(claim));
                items.add(credit, EvidenceItem::at(said.at, Some(said.entry), text));
            }
        }
        items.mean_or(undone("nothing was claimed"))
    }

    fn promises_kept(&self) -> Counted {
        let mut items = Items::default();
        let about = |topic: &Option<TopicId>| match topic.as_ref().and_then(|topic| self.scenario.topic(topic)) {
            Some(topic) => topic.detail.title(),
            None => "the next update",
        };
        for event in self.events() {
            match &event.what {
                Happening::PromiseKept { topic, .. } => {
                    items.add(1.0, EvidenceItem::at(event.at, event.cause, format!("promise kept: {}", about(topic))));
                }
                Happening::PromiseBroken { topic, .. } => {
                    items
                        .add(0.0, EvidenceItem::at(event.at, event.cause, format!("promise broken: {}", about(topic))));
                }
                _ => {}
            }
        }
        let spoke = self.spoken().next().is_some();
        items.mean_or(if spoke {
            Counted::Nothing("no promise fell due".to_owned())
        } else {
            undone("nothing was promised")
        })
    }

    fn reassurances_held(&self) -> Counted {
        let mut items = Items::default();
        for (index, said) in self.spoken() {
            for claim in said
                .claims
                .iter()
                .filter(|claim| matches!(claim.nature, ClaimNature::Reassures | ClaimNature::Minimizes))
            {
                let reversed = self.timeline.first(|what| {
                    matches!(what, Happening::ClaimReversed { publication, topic } if *publication == index && *topic == claim.topic)
                });
                let about = claim.detail.title();
                match reversed {
                    Some(event) => items.add(
                        0.0,
                        EvidenceItem::at(event.at, event.cause, format!("reassurance about {about} turned out false")),
                    ),
                    None if claim.nature == ClaimNature::Minimizes => {
                        items.add(
                            0.0,
                            EvidenceItem::at(said.at, Some(said.entry), format!("{about} was made smaller than it is")),
                        );
                    }
                    None => {
                        let text = format!("reassurance about {about}: {}", in_words(claim));
                        items.add(soundness_credit(claim.soundness), EvidenceItem::at(said.at, Some(said.entry), text));
                    }
                }
            }
        }
        items.mean_or(undone("nobody was reassured"))
    }

    fn contacts_given(&self) -> Counted {
        let mut items = Items::default();
        for detail in [Detail::MediaContact, Detail::CustomerContact] {
            let given = self
                .spoken()
                .map(|(_, said)| said)
                .find(|said| said.claims.iter().any(|claim| claim.detail == detail && detail_credit(claim) >= 1.0));
            match given {
                Some(said) => {
                    items.add(1.0, EvidenceItem::at(said.at, Some(said.entry), format!("given: {}", detail.title())));
                }
                None => items.add(0.0, EvidenceItem::general(format!("not given: {}", detail.title()))),
            }
        }
        items.mean_or(undone("no contact was given"))
    }

    fn updates_announced(&self) -> Counted {
        let mut items = Items::default();
        for said in self.own_words() {
            match said.statement.next_update {
                Some(time) => items
                    .add(1.0, EvidenceItem::at(said.at, Some(said.entry), format!("next update announced for {time}"))),
                None => items.add(0.0, EvidenceItem::at(said.at, Some(said.entry), "no next update announced")),
            }
        }
        items.mean_or(undone("nothing was said"))
    }

    fn unknowns_named(&self) -> Counted {
        let mut items = Items::default();
        for said in self.own_words().filter(|said| said.unknowns_left) {
            let named = said.claims.iter().any(|claim| claim.soundness == Soundness::NamedUnknown);
            let text = if named { "said openly what was not known yet" } else { "did not say what was not known yet" };
            items.add(f64::from(u8::from(named)), EvidenceItem::at(said.at, Some(said.entry), text));
        }
        let spoke = self.own_words().next().is_some();
        items.mean_or(if spoke {
            Counted::Nothing("everything was known when it was said".to_owned())
        } else {
            undone("nothing was said")
        })
    }

    fn customers_first(&self) -> Counted {
        let mut items = Items::default();
        for said in self.own_words() {
            let position = |wanted: &dyn Fn(&JudgedClaim) -> bool| said.claims.iter().position(wanted);
            let kind = position(&|claim| matches!(claim.nature, ClaimNature::Apologizes | ClaimNature::Regrets));
            let company = position(&|claim| claim.detail == Detail::EffectOnOrganization);
            let blames = said.claims.iter().any(|claim| claim.nature == ClaimNature::Blames);
            let (credit, text) = match (kind, company) {
                _ if blames => (0.0, "put the blame on somebody else"),
                (None, _) => (0.0, "no word of compassion"),
                (Some(kind), Some(company)) if company < kind => (0.5, "the company came before its customers"),
                _ => (1.0, "the customers came first"),
            };
            items.add(credit, EvidenceItem::at(said.at, Some(said.entry), text));
        }
        items.mean_or(undone("nothing was said"))
    }

    fn hardening(&self) -> Counted {
        let share = self.timeline.hardening;
        let text = format!("the hazard of a second breach was lowered by {:.0} %", 100.0 * share);
        Counted::Share { share, evidence: vec![EvidenceItem::general(text)] }
    }

    fn negative_answered(&self) -> Counted {
        let (total, answered) = self.timeline.negative_reach;
        if total < 0.01 {
            return Counted::Nothing("there were no negative posts to speak of".to_owned());
        }
        let share = answered / total;
        let mut evidence =
            vec![EvidenceItem::general(format!("{:.0} % of the reach of negative posts was answered", 100.0 * share))];
        let replies = self.events().filter_map(|event| match event.what {
            Happening::PostsAnswered(quality) => {
                let text = format!("posts answered, quality {quality:.1} of 1");
                Some(EvidenceItem::at(event.at, event.cause, text))
            }
            _ => None,
        });
        evidence.extend(replies.take(6));
        Counted::Share { share, evidence }
    }

    fn clocks_met(&self) -> Counted {
        let mut items = Items::default();
        let title = |id| self.scenario.clock(id).map_or("", |clock| clock.title.as_str());
        for event in self.events() {
            match &event.what {
                Happening::ClockMet(clock) => {
                    items.add(1.0, EvidenceItem::at(event.at, event.cause, format!("in time: {}", title(clock))));
                }
                Happening::ClockOverdue(clock) => {
                    items.add(0.0, EvidenceItem::at(event.at, event.cause, format!("overdue: {}", title(clock))));
                }
                _ => {}
            }
        }
        items.mean_or(Counted::Nothing("no clock fell due".to_owned()))
    }
}

/// What a claim is worth as a detail given.
fn detail_credit(claim: &JudgedClaim) -> f64 {
    match (claim.soundness, claim.nature) {
        (Soundness::False, _) => 0.0,
        (Soundness::NamedUnknown, _) => 0.4,
        (_, ClaimNature::Minimizes | ClaimNature::Blames) => 0.2,
        (Soundness::TrueButUnknown, _) => 0.5,
        (Soundness::TrueAndKnown, _) => 1.0,
    }
}

/// What a claim is worth as a claim.
fn soundness_credit(soundness: Soundness) -> f64 {
    match soundness {
        Soundness::TrueAndKnown | Soundness::NamedUnknown => 1.0,
        Soundness::TrueButUnknown => 0.5,
        Soundness::False => 0.0,
    }
}

/// A claim's standing in words.
fn in_words(claim: &JudgedClaim) -> &'static str {
    match claim.soundness {
        Soundness::TrueAndKnown => "true and known",
        Soundness::TrueButUnknown => "true, but not known when said",
        Soundness::False => "false",
        Soundness::NamedUnknown => "named as not known yet",
    }
}
