//! The story of a session: metrics over time, with a marker for every decision, inject, statement and setback.

use serde::Serialize;

use crate::ensemble::Ends;
use crate::id::TopicId;
use crate::scenario::{AudienceKind, Metric, Scenario, ShopState};
use crate::statement::quoted;
use crate::time::SimTime;
use crate::timeline::{EventKind, Timeline};

/// Minutes between two points of a line.
const STEP_MINUTES: u32 = 15;

/// Metrics with a line in the story.
const SHOWN: [Metric; 6] =
    [Metric::Trust, Metric::Negative, Metric::News, Metric::Social, Metric::Credibility, Metric::Awareness];

/// Metrics over time, with event markers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Story {
    /// One line per displayed metric.
    pub lines: Vec<Line>,
    /// Decisions, injects, statements and setbacks, in chronological order.
    pub markers: Vec<Marker>,
    /// The same metrics at both ends of the outcome scale.
    pub ghosts: Vec<ReferenceStory>,
}

/// A reference run with the same random draws, for comparison.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReferenceStory {
    /// Which reference run it is.
    pub played: ReferenceKind,
    /// The same metrics as in [`Story::lines`], in the same order.
    pub lines: Vec<Line>,
}

/// Strategy of a reference run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReferenceKind {
    /// Doing nothing.
    Nothing,
    /// The best known play.
    Best,
}

/// A metric over time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line {
    /// Metric.
    pub metric: Metric,
    /// Points as minutes since StartEx and value.
    pub points: Vec<(u32, f64)>,
}

/// Kind of event that a marker represents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum MarkerKind {
    /// Release of an inject.
    Inject,
    /// Decision.
    Decision,
    /// Published statement.
    Statement,
    /// Event that harmed the organization.
    Setback,
}

/// An event on the time axis.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Marker {
    /// Time of the event, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// Kind of event.
    pub kind: MarkerKind,
    /// Description of the event.
    pub text: String,
}

/// Returns the story from StartEx to `until`.
pub fn tell(scenario: &Scenario, timeline: &Timeline, until: SimTime) -> Story {
    let markers = timeline.events.iter().filter_map(|event| {
        let kind = marker_kind(&event.what)?;
        Some(Marker { at: event.at, kind, text: in_words(&event.what, scenario, timeline)? })
    });
    Story { lines: lines(timeline, until), markers: markers.collect(), ghosts: Vec::new() }
}

/// Returns the reference stories at both ends of the outcome scale.
pub fn ghosts(ends: &Ends, until: SimTime) -> Vec<ReferenceStory> {
    let nothing = (ReferenceKind::Nothing, Some(&ends.nothing));
    let best = (ReferenceKind::Best, ends.best.as_ref());
    let told = |(played, timeline): (ReferenceKind, Option<&Timeline>)| {
        Some(ReferenceStory { played, lines: lines(timeline?, until) })
    };
    [nothing, best].into_iter().filter_map(told).collect()
}

fn lines(timeline: &Timeline, until: SimTime) -> Vec<Line> {
    let line = |metric: Metric| {
        let mut times: Vec<u32> = (0..=until.minutes()).step_by(STEP_MINUTES as usize).collect();
        if times.last() != Some(&until.minutes()) {
            times.push(until.minutes());
        }
        let value = |minute: u32| (minute, timeline.series.at(metric, SimTime::from_minutes(minute)));
        Line { metric, points: times.into_iter().map(value).collect() }
    };
    SHOWN.into_iter().map(line).collect()
}

/// Returns the kind of marker for an event, or `None` if the event has no marker.
pub fn marker_kind(what: &EventKind) -> Option<MarkerKind> {
    match what {
        EventKind::InjectReleased(_) => Some(MarkerKind::Inject),
        EventKind::WorkBegun { .. } => Some(MarkerKind::Decision),
        EventKind::Published(_) => Some(MarkerKind::Statement),
        EventKind::ClaimReversed { .. }
        | EventKind::NumberRevised { .. }
        | EventKind::PromiseBroken { .. }
        | EventKind::Exposed(_)
        | EventKind::InsideLeak
        | EventKind::InquiryExpired(_)
        | EventKind::WorkRedone { .. }
        | EventKind::Slip { .. }
        | EventKind::ClockOverdue(_)
        | EventKind::WaveLeft { .. }
        | EventKind::SecondBreach { .. }
        | EventKind::Extorted { .. }
        | EventKind::ProofPosted { .. }
        | EventKind::Dumped { .. }
        | EventKind::Contradicted { .. }
        | EventKind::InvestigatorDemanded(_)
        | EventKind::Assessed { .. }
        | EventKind::CoverLost { .. }
        | EventKind::Distanced(_)
        | EventKind::Gaffe
        | EventKind::LawsuitFiled
        | EventKind::Defied
        | EventKind::NarrativeAlarm
        | EventKind::RumorSpread => Some(MarkerKind::Setback),
        _ => None,
    }
}

/// Describes an event in one sentence. Returns `None` for events that would only repeat another line.
#[expect(clippy::too_many_lines, reason = "one match arm per kind of event, checked for completeness by the compiler")]
pub fn in_words(what: &EventKind, scenario: &Scenario, timeline: &Timeline) -> Option<String> {
    let action = |id| scenario.action(id).map_or("", |action| action.title.as_str());
    let inject = |id| scenario.inject(id).map_or("", |inject| inject.title.as_str());
    let inquiry = |id| timeline.inquiry(id, scenario).map_or("", |(title, _)| title);
    let role = |id| scenario.role(id).map_or("", |role| role.title.as_str());
    let fact = |id| scenario.fact(id).map_or("", |fact| fact.title.as_str());
    let clock = |id| scenario.clock(id).map_or("", |clock| clock.title.as_str());
    let stream = |id| scenario.stream(id).map_or("", |stream| stream.title.as_str());
    let topic = |id: &TopicId| scenario.topic(id).map_or("", |topic| topic.detail.title());
    let party =
        |id: &crate::id::StakeholderId| scenario.stakeholder(id).map_or("an authority", |party| party.title.as_str());
    let promise = |id: &Option<TopicId>| id.as_ref().map_or("the next update", topic);
    let text = match what {
        EventKind::InjectReleased(id) => format!("Inject: {}", inject(id)),
        EventKind::WorkBegun { action: id, by, until } => {
            format!("Decision: {}, led by the {}, until {until}", action(id), role(by))
        }
        what @ (EventKind::Drafted { .. }
        | EventKind::Approved { .. }
        | EventKind::WorkRedone { .. }
        | EventKind::Slip { .. }) => work_in_words(what, scenario)?,
        EventKind::WorkFinished(id) => format!("Finished: {}", action(id)),
        EventKind::RoleArrived(id) => format!("On duty: {}", role(id)),
        EventKind::FactSuspected(id) => format!("Suspected: {}", fact(id)),
        EventKind::FactConfirmed(id) => format!("Confirmed: {}", fact(id)),
        EventKind::Published(index) => published(*index, timeline)?,
        EventKind::ClaimReversed { topic: id, .. } => format!("A claim about {} turned out false", topic(id)),
        EventKind::NumberRevised { topic: id, .. } => format!("The number about {} was corrected upward", topic(id)),
        EventKind::PromiseKept { topic: id, .. } => format!("Promise kept: {}", promise(id)),
        EventKind::PromiseBroken { topic: id, .. } => format!("Promise broken: {}", promise(id)),
        EventKind::Exposed(id) => {
            format!(
                "{} made the breach public",
                scenario.outlet(id).map_or("an outlet", |outlet| outlet.title.as_str())
            )
        }
        EventKind::InsideLeak => "It leaked from inside".to_owned(),
        EventKind::StoryRun(index) => {
            let story = timeline.stories.get(*index)?;
            let outlet = scenario.outlet(&story.outlet).map_or("", |outlet| outlet.title.as_str());
            format!("{outlet}: {}", quoted(&story.headline))
        }
        EventKind::InquiryAnswered(id) => format!("Answered: {}", inquiry(id)),
        EventKind::InquiryExpired(id) => format!("Not answered in time: {}", inquiry(id)),
        EventKind::StakeholderTold(id) => {
            format!("Told: {}", scenario.stakeholder(id).map_or("", |party| party.title.as_str()))
        }
        EventKind::CustomersTold => "The affected customers were told directly".to_owned(),
        EventKind::StaffTold => "The staff were told".to_owned(),
        EventKind::ClockStarted { clock: id, due } => format!("Clock started: {}, due {due}", clock(id)),
        EventKind::ClockHeld { clock: id, until, due } => {
            format!("Clock held by the police until {until}: {}, then due {due}", clock(id))
        }
        EventKind::ClockResumed { clock: id, due } => format!("Clock runs on: {}, due {due}", clock(id)),
        EventKind::ClockMet(id) => format!("Clock met: {}", clock(id)),
        EventKind::ClockOverdue(id) => format!("Clock overdue: {}", clock(id)),
        EventKind::ClockLate(id) => format!("Clock met late: {}", clock(id)),
        EventKind::StreamStopped(id) => format!("Stopped: {}", stream(id)),
        EventKind::WaveLeft { stream: id, records } => format!("{records} more records left: {}", stream(id)),
        EventKind::WaveAverted(id) => format!("A wave was averted: {}", stream(id)),
        EventKind::SecondBreach { records } => format!("A second breach: {records} records"),
        EventKind::ShopChanged(ShopState::Online) => "The shop is fully open".to_owned(),
        EventKind::ShopChanged(ShopState::Degraded) => "The shop runs in part".to_owned(),
        EventKind::ShopChanged(ShopState::Down) => "The shop is closed".to_owned(),
        EventKind::ListeningOn => "Listening switched on".to_owned(),
        EventKind::NarrativeAlarm => "A negative narrative formed".to_owned(),
        EventKind::WentAbroad => "Foreign media took the story up".to_owned(),
        EventKind::RumorSpread => "A rumor spread among customers".to_owned(),
        EventKind::NarrativeFormed(kind) => format!("Many posts say: {}", kind.title()),
        EventKind::NarrativeFaded(kind) => format!("Few posts still say: {}", kind.title()),
        EventKind::PostsAnswered(quality) => format!("Negative posts answered, quality {quality:.1} of 1"),
        EventKind::RemedyOffered { .. } => "Help offered to customers".to_owned(),
        EventKind::InjectDropped(id) => format!("Dropped, an alternative was sent: {}", inject(id)),
        EventKind::Extorted { demand, until } => {
            format!("The attackers demanded {demand:.0} {} by {until}", scenario.currency)
        }
        EventKind::RansomPaid => "The ransom was paid".to_owned(),
        EventKind::RansomRefused => "The ransom was refused".to_owned(),
        EventKind::ProofPosted { records } => format!("The attackers posted {records} records as proof"),
        EventKind::Dumped { records } => format!("The attackers published {records} records"),
        EventKind::ScopePublic { records } => format!("It became public that {records} records are affected"),
        EventKind::Contradicted { by, topic: None } => format!("{} contradicted the organization", party(by)),
        EventKind::Contradicted { by, topic: Some(id) } => {
            format!("{} contradicted what was said about {}", party(by), topic(id))
        }
        EventKind::Reported(id) => {
            format!("{} published", scenario.outlet(id).map_or("an outlet", |outlet| outlet.title.as_str()))
        }
        EventKind::Gaffe => "An executive made an unfortunate appearance".to_owned(),
        EventKind::LawsuitFiled => "People affected went to court".to_owned(),
        EventKind::Restrained { by, until } => format!("{} asked for silence until {until}", party(by)),
        EventKind::Defied => "The organization spoke although it had been asked not to".to_owned(),
        EventKind::BeliefRevised { fact: id, believed, true_number } => {
            format!("Believed {believed}, confirmed {true_number}: {}", fact(id))
        }
        EventKind::ShiftsSet => "The team works in shifts".to_owned(),
        EventKind::AuthorityAsked(id) => format!("{} asked why it was not told earlier", party(id)),
        what @ (EventKind::InvestigatorDemanded(_)
        | EventKind::Assessed { .. }
        | EventKind::CoverLost { .. }
        | EventKind::Distanced(_)) => reaction_in_words(what, scenario)?,
        EventKind::InquiryOpened { inject: id, .. } => {
            let question = timeline.question(id)?;
            format!("{} asked: {}", question.from, question.title)
        }
        EventKind::MilestoneReached(_) | EventKind::Ended => return None,
    };
    Some(text)
}

/// Describes an event that occurs between the beginning and the end of an action.
fn work_in_words(what: &EventKind, scenario: &Scenario) -> Option<String> {
    let action = |id| scenario.action(id).map_or("", |action| action.title.as_str());
    let role = |id| scenario.role(id).map_or("", |role| role.title.as_str());
    Some(match what {
        EventKind::Drafted { action: id, to } => format!("Drafted: {}, for approval by the {}", action(id), role(to)),
        EventKind::Approved { action: id, by } => format!("Approved: {}, by the {}", action(id), role(by)),
        EventKind::WorkRedone { action: id, by, until } => {
            format!("An error of the tired {}: {} has to be done again in part, until {until}", role(by), action(id))
        }
        EventKind::Slip { action: id, by } => format!("{} went out with a slip of the tired {}", action(id), role(by)),
        _ => return None,
    })
}

/// Describes a reaction of a contract partner.
fn reaction_in_words(what: &EventKind, scenario: &Scenario) -> Option<String> {
    let party = |id| scenario.stakeholder(id).map_or("a partner", |party| party.title.as_str());
    Some(match what {
        EventKind::InvestigatorDemanded(id) => format!("{} demanded a forensic investigator", party(id)),
        EventKind::Assessed { by, amount } => format!("{} asked for {amount:.0} {}", party(by), scenario.currency),
        EventKind::CoverLost { by, share } => {
            format!("{} leaves {:.0} % of the costs uncovered: it was told late", party(by), 100.0 * share)
        }
        EventKind::Distanced(id) => format!("{} kept its distance in public", party(id)),
        _ => return None,
    })
}

fn published(index: usize, timeline: &Timeline) -> Option<String> {
    let said = timeline.publications.get(index)?;
    let audience = match said.audience {
        AudienceKind::Public if said.in_reply_to.is_some() => "Answer",
        AudienceKind::Public => "Public statement",
        AudienceKind::Customers => "Notice to customers",
        AudienceKind::Staff => "Note to staff",
        AudienceKind::Stakeholder => "Notice to a stakeholder",
    };
    let quote = said.statement.quote();
    Some(if quote.is_empty() { audience.to_owned() } else { format!("{audience}: “{quote}”") })
}
