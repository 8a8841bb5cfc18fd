//! The story of a run: metrics over time, with a marker for everything people did or met.

use serde::Serialize;

use crate::ensemble::Ends;
use crate::id::TopicId;
use crate::scenario::{AudienceKind, Metric, Scenario, ShopState};
use crate::statement::quoted;
use crate::time::SimTime;
use crate::timeline::{Happening, Timeline};

/// Minutes between two points of a line.
const STEP_MINUTES: u32 = 15;

/// The lines that are shown.
const SHOWN: [Metric; 6] =
    [Metric::Trust, Metric::Negative, Metric::News, Metric::Social, Metric::Credibility, Metric::Awareness];

/// Metrics over time, and markers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Story {
    /// One line for each metric shown.
    pub lines: Vec<Line>,
    /// What people did or met, in order.
    pub markers: Vec<Marker>,
    /// How the lines would have gone at the two ends of the outcome's scale.
    pub ghosts: Vec<GhostStory>,
}

/// Another run under the same draws of chance, to see this one beside.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GhostStory {
    /// What was done in it.
    pub played: GhostKind,
    /// The same lines as those of the story, in the same order.
    pub lines: Vec<Line>,
}

/// What is done in a run that another one is seen beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GhostKind {
    /// Nothing.
    Nothing,
    /// The best known play.
    Best,
}

/// A metric over time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// The metric.
    pub metric: Metric,
    /// Points: minutes since StartEx and value.
    pub points: Vec<(u32, f64)>,
}

/// What kind of thing a marker stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum MarkerKind {
    /// An inject.
    Inject,
    /// A decision.
    Decision,
    /// Something published.
    Statement,
    /// Something that hurt.
    Setback,
}

/// Something on the time axis.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Marker {
    /// When, in minutes since StartEx.
    #[serde(serialize_with = "super::minutes")]
    pub at: SimTime,
    /// What kind of thing.
    pub kind: MarkerKind,
    /// In words.
    pub text: String,
}

/// Returns the story up to a moment.
pub fn tell(scenario: &Scenario, timeline: &Timeline, until: SimTime) -> Story {
    let markers = timeline.events.iter().filter_map(|event| {
        let kind = marker_kind(&event.what)?;
        Some(Marker { at: event.at, kind, text: in_words(&event.what, scenario, timeline)? })
    });
    Story { lines: lines(timeline, until), markers: markers.collect(), ghosts: Vec::new() }
}

/// Returns how the lines went at the two ends of the outcome's scale.
pub fn ghosts(ends: &Ends, until: SimTime) -> Vec<GhostStory> {
    let nothing = (GhostKind::Nothing, Some(&ends.nothing));
    let best = (GhostKind::Best, ends.best.as_ref());
    let told = |(played, timeline): (GhostKind, Option<&Timeline>)| {
        Some(GhostStory { played, lines: lines(timeline?, until) })
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

/// Returns what kind of marker stands for what happened; nothing for what is not worth one.
pub fn marker_kind(what: &Happening) -> Option<MarkerKind> {
    match what {
        Happening::InjectReleased(_) => Some(MarkerKind::Inject),
        Happening::WorkBegun { .. } => Some(MarkerKind::Decision),
        Happening::Published(_) => Some(MarkerKind::Statement),
        Happening::ClaimReversed { .. }
        | Happening::NumberRevised { .. }
        | Happening::PromiseBroken { .. }
        | Happening::Exposed(_)
        | Happening::InsideLeak
        | Happening::InquiryExpired(_)
        | Happening::WorkRedone { .. }
        | Happening::Slip { .. }
        | Happening::ClockOverdue(_)
        | Happening::WaveLeft { .. }
        | Happening::SecondBreach { .. }
        | Happening::Extorted { .. }
        | Happening::ProofPosted { .. }
        | Happening::Dumped { .. }
        | Happening::Contradicted { .. }
        | Happening::InvestigatorDemanded(_)
        | Happening::Assessed { .. }
        | Happening::CoverLost { .. }
        | Happening::Distanced(_)
        | Happening::Gaffe
        | Happening::LawsuitFiled
        | Happening::Defied
        | Happening::NarrativeAlarm
        | Happening::RumorSpread => Some(MarkerKind::Setback),
        _ => None,
    }
}

/// Returns what happened in a sentence; nothing for what would only repeat another line.
#[expect(clippy::too_many_lines, reason = "a line for each thing that can happen, and the compiler counts them")]
pub fn in_words(what: &Happening, scenario: &Scenario, timeline: &Timeline) -> Option<String> {
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
        Happening::InjectReleased(id) => format!("Inject: {}", inject(id)),
        Happening::WorkBegun { action: id, by, until } => {
            format!("Decision: {}, led by the {}, until {until}", action(id), role(by))
        }
        what @ (Happening::Drafted { .. }
        | Happening::Approved { .. }
        | Happening::WorkRedone { .. }
        | Happening::Slip { .. }) => work_in_words(what, scenario)?,
        Happening::WorkFinished(id) => format!("Finished: {}", action(id)),
        Happening::RoleArrived(id) => format!("At work: {}", role(id)),
        Happening::FactSuspected(id) => format!("Suspected: {}", fact(id)),
        Happening::FactConfirmed(id) => format!("Confirmed: {}", fact(id)),
        Happening::Published(index) => published(*index, timeline)?,
        Happening::ClaimReversed { topic: id, .. } => format!("A claim about {} turned out false", topic(id)),
        Happening::NumberRevised { topic: id, .. } => format!("The number about {} was corrected upward", topic(id)),
        Happening::PromiseKept { topic: id, .. } => format!("Promise kept: {}", promise(id)),
        Happening::PromiseBroken { topic: id, .. } => format!("Promise broken: {}", promise(id)),
        Happening::Exposed(id) => {
            format!(
                "{} made the breach public",
                scenario.outlet(id).map_or("an outlet", |outlet| outlet.title.as_str())
            )
        }
        Happening::InsideLeak => "It leaked from inside".to_owned(),
        Happening::StoryRun(index) => {
            let story = timeline.stories.get(*index)?;
            let outlet = scenario.outlet(&story.outlet).map_or("", |outlet| outlet.title.as_str());
            format!("{outlet}: {}", quoted(&story.headline))
        }
        Happening::InquiryAnswered(id) => format!("Answered: {}", inquiry(id)),
        Happening::InquiryExpired(id) => format!("Not answered in time: {}", inquiry(id)),
        Happening::StakeholderTold(id) => {
            format!("Told: {}", scenario.stakeholder(id).map_or("", |party| party.title.as_str()))
        }
        Happening::CustomersTold => "The affected customers were told directly".to_owned(),
        Happening::StaffTold => "The staff were told".to_owned(),
        Happening::ClockStarted { clock: id, due } => format!("Clock started: {}, due {due}", clock(id)),
        Happening::ClockHeld { clock: id, until, due } => {
            format!("Clock held by the police until {until}: {}, then due {due}", clock(id))
        }
        Happening::ClockResumed { clock: id, due } => format!("Clock runs on: {}, due {due}", clock(id)),
        Happening::ClockMet(id) => format!("Clock met: {}", clock(id)),
        Happening::ClockOverdue(id) => format!("Clock overdue: {}", clock(id)),
        Happening::ClockLate(id) => format!("Clock met late: {}", clock(id)),
        Happening::StreamStopped(id) => format!("Stopped: {}", stream(id)),
        Happening::WaveLeft { stream: id, records } => format!("{records} more records left: {}", stream(id)),
        Happening::WaveAverted(id) => format!("A wave was averted: {}", stream(id)),
        Happening::SecondBreach { records } => format!("A second breach: {records} records"),
        Happening::ShopChanged(ShopState::Online) => "The shop is fully open".to_owned(),
        Happening::ShopChanged(ShopState::Degraded) => "The shop runs in part".to_owned(),
        Happening::ShopChanged(ShopState::Down) => "The shop is closed".to_owned(),
        Happening::ListeningOn => "Listening switched on".to_owned(),
        Happening::NarrativeAlarm => "A negative narrative formed".to_owned(),
        Happening::WentAbroad => "Foreign media took the story up".to_owned(),
        Happening::RumorSpread => "A rumor spread among customers".to_owned(),
        Happening::NarrativeFormed(kind) => format!("Many posts say: {}", kind.title()),
        Happening::NarrativeFaded(kind) => format!("Few posts still say: {}", kind.title()),
        Happening::PostsAnswered(quality) => format!("Negative posts answered, quality {quality:.1} of 1"),
        Happening::RemedyOffered { .. } => "Help offered to customers".to_owned(),
        Happening::InjectDropped(id) => format!("Dropped, an alternative was sent: {}", inject(id)),
        Happening::Extorted { demand, until } => {
            format!("The attackers demanded {demand:.0} {} by {until}", scenario.currency)
        }
        Happening::RansomPaid => "The ransom was paid".to_owned(),
        Happening::RansomRefused => "The ransom was refused".to_owned(),
        Happening::ProofPosted { records } => format!("The attackers posted {records} records as proof"),
        Happening::Dumped { records } => format!("The attackers published {records} records"),
        Happening::ScopePublic { records } => format!("It became public that {records} records are affected"),
        Happening::Contradicted { by, topic: None } => format!("{} contradicted the organization", party(by)),
        Happening::Contradicted { by, topic: Some(id) } => {
            format!("{} contradicted what was said about {}", party(by), topic(id))
        }
        Happening::Reported(id) => {
            format!("{} published", scenario.outlet(id).map_or("an outlet", |outlet| outlet.title.as_str()))
        }
        Happening::Gaffe => "An executive made an unfortunate appearance".to_owned(),
        Happening::LawsuitFiled => "People affected went to court".to_owned(),
        Happening::Restrained { by, until } => format!("{} asked for silence until {until}", party(by)),
        Happening::Defied => "The organization spoke although it had been asked not to".to_owned(),
        Happening::BeliefRevised { fact: id, believed, true_number } => {
            format!("Believed {believed}, confirmed {true_number}: {}", fact(id))
        }
        Happening::ShiftsSet => "The team works in shifts".to_owned(),
        Happening::AuthorityAsked(id) => format!("{} asked why it was not told earlier", party(id)),
        what @ (Happening::InvestigatorDemanded(_)
        | Happening::Assessed { .. }
        | Happening::CoverLost { .. }
        | Happening::Distanced(_)) => reaction_in_words(what, scenario)?,
        Happening::InquiryOpened { inject: id, .. } => {
            let question = timeline.question(id)?;
            format!("{} asked: {}", question.from, question.title)
        }
        Happening::MilestoneReached(_) | Happening::Ended => return None,
    };
    Some(text)
}

/// What becomes of a work between its beginning and its end.
fn work_in_words(what: &Happening, scenario: &Scenario) -> Option<String> {
    let action = |id| scenario.action(id).map_or("", |action| action.title.as_str());
    let role = |id| scenario.role(id).map_or("", |role| role.title.as_str());
    Some(match what {
        Happening::Drafted { action: id, to } => format!("Drafted: {}, for approval by the {}", action(id), role(to)),
        Happening::Approved { action: id, by } => format!("Approved: {}, by the {}", action(id), role(by)),
        Happening::WorkRedone { action: id, by, until } => {
            format!("An error of the tired {}: {} has to be done again in part, until {until}", role(by), action(id))
        }
        Happening::Slip { action: id, by } => format!("{} went out with a slip of the tired {}", action(id), role(by)),
        _ => return None,
    })
}

/// What partners by contract do.
fn reaction_in_words(what: &Happening, scenario: &Scenario) -> Option<String> {
    let party = |id| scenario.stakeholder(id).map_or("a partner", |party| party.title.as_str());
    Some(match what {
        Happening::InvestigatorDemanded(id) => format!("{} demanded a forensic investigator", party(id)),
        Happening::Assessed { by, amount } => format!("{} asked for {amount:.0} {}", party(by), scenario.currency),
        Happening::CoverLost { by, share } => {
            format!("{} leaves {:.0} % of the costs uncovered: it was told late", party(by), 100.0 * share)
        }
        Happening::Distanced(id) => format!("{} kept its distance in public", party(id)),
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
