//! Random drills: no sequence of decisions breaks an invariant of the world.
//!
//! A drill consists of a scenario (built in or generated), a seed, and a player who tries everything: valid and
//! invalid decisions by any role, arbitrary claims and numbers, hostile and very long texts, and the facilitator's
//! controls. During play, `check` must predict the result of `decide`. Afterwards [`judge`] examines the whole
//! timeline, and some drills are written to a log, read back and replayed. A few drills run here and thousands in
//! `tests/random_drills`.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use goldenhour_core::debrief::debrief;
use goldenhour_core::decision::{Content, Control, Decision};
use goldenhour_core::ensemble::score;
use goldenhour_core::id::{ActionId, ChoiceId, ClaimId, InjectId, RoleId, TopicId};
use goldenhour_core::scenario::source::{BuiltIn, Bundle};
use goldenhour_core::scenario::{Action, Ask, Metric, Scenario, load};
use goldenhour_core::session::log::Log;
use goldenhour_core::session::{Author, Mode, RecordError, Recorded, Session, replay};
use goldenhour_core::simulation::Seed;
use goldenhour_core::statement::{Claim, Says, Statement};
use goldenhour_core::time::SimTime;
use goldenhour_core::timeline::{EventKind, Timeline};

use crate::generated::{Dice, generated};

/// Number of drills played here, with seeds from 0; `tests/random_drills` continues with the next seed.
pub const FEW: u64 = 25;

/// Totals over random drills.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    /// Drills played.
    pub drills: u64,
    /// Accepted decisions.
    pub taken: u64,
    /// Rejected decisions.
    pub refused: u64,
    /// Drills that were logged and replayed.
    pub replayed: u64,
}

impl Count {
    /// Returns the sum of two totals.
    pub fn and(self, other: Count) -> Count {
        Count {
            drills: self.drills + other.drills,
            taken: self.taken + other.taken,
            refused: self.refused + other.refused,
            replayed: self.replayed + other.replayed,
        }
    }
}

/// Returns all built-in scenarios with a reduced population.
pub fn built_in() -> Vec<Arc<Scenario>> {
    let small = |slug: String| {
        let whole = load(&BuiltIn::Scenario(slug)).expect("built-in scenarios are valid").output;
        let mut bundle = Bundle::default();
        for (path, text) in whole.bundle().iter() {
            let population = format!("population: {}", whole.customers.population);
            bundle.insert(path, text.replace(&population, "population: 400").into());
        }
        Arc::new(load(&bundle).expect("the scenario is valid with fewer customers").output)
    };
    BuiltIn::scenarios().into_iter().map(small).collect()
}

/// Returns the scenario of a drill: one in five is built in, the others are generated.
pub fn cast(built_in: &[Arc<Scenario>], seed: u64) -> Arc<Scenario> {
    match seed % 5 {
        0 => Dice(seed).pick("scenario", built_in).clone(),
        _ => generated(seed),
    }
}

/// Plays a random drill.
///
/// # Errors
/// Describes the first broken invariant.
pub fn drill(scenario: &Arc<Scenario>, seed: u64) -> Result<Count, String> {
    let file = Memory::default();
    let session = Session::begin(scenario.clone(), Seed(seed), Mode::Headless, Box::new(file.clone()));
    let mut monkey = Monkey { dice: Dice(seed), asked: 0, session: session.map_err(say)?, count: Count::default() };
    let until = monkey.whole(10, u64::from(scenario.length.minutes()));
    let pace = monkey.whole(2, 240);
    while u64::from(monkey.session.now().minutes()) < until && !monkey.session.has_ended() {
        monkey.play()?;
        let next = u64::from(monkey.session.now().minutes()) + monkey.whole(0, pace);
        monkey.session.advance_to(minute(next.min(until))).map_err(say)?;
    }
    let mut count = monkey.count;
    let mut session = monkey.session;
    judge(&session)?;
    if seed.is_multiple_of(8) {
        same_again(&mut session, &file)?;
        count.replayed = 1;
    }
    if seed % 8 == 1 {
        marks(&mut session)?;
    }
    count.drills = 1;
    Ok(count)
}

fn say(error: impl Debug) -> String {
    format!("{error:?}")
}

fn minute(minutes: u64) -> SimTime {
    SimTime::from_minutes(u32::try_from(minutes).expect("minutes of a drill fit into u32"))
}

/// A log in memory.
#[derive(Clone, Debug, Default)]
struct Memory(Arc<Mutex<String>>);

impl Log for Memory {
    fn append(&mut self, line: &str) -> std::io::Result<()> {
        let mut text = self.0.lock().expect("writing does not panic");
        text.push_str(line);
        text.push('\n');
        Ok(())
    }
}

/// A player who tries everything.
struct Monkey {
    dice: Dice,
    asked: u64,
    session: Session,
    count: Count,
}

/// Texts that input handling must survive.
const HOSTILE: [&str; 12] = [
    "",
    " \t\n\u{a0}\u{2003}",
    "\0\u{1}\u{1b}[31mred\u{7f}",
    "\u{202e}txet sdrawkcab\u{202c} \u{200b}\u{feff}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301} 👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 ﷽ Ꙭ",
    "\" ' ` \\ \\n r#\"raw\"# )] } , // /* ",
    "<script>alert(1)</script> & <b>{{ name }}</b> {% for %} ${x} {0} {slot}",
    "\u{ffff}\u{10ffff}\u{e000}",
    "We are sorry. We failed you! Did we? Yes.\r\nSecond line.\rThird.",
    "….!?.",
    "ß İ ı ſ Ǆ K Å",
    "0 1e999 NaN -0 18446744073709551616",
];

impl Monkey {
    /// Returns the name of the next random draw.
    fn next(&mut self) -> String {
        self.asked += 1;
        self.asked.to_string()
    }

    fn whole(&mut self, low: u64, high: u64) -> u64 {
        let question = self.next();
        self.dice.whole(&question, low..=high.max(low))
    }

    fn below(&mut self, count: usize) -> usize {
        let question = self.next();
        self.dice.below(&question, count.max(1))
    }

    fn chance(&mut self, share: f64) -> bool {
        let question = self.next();
        self.dice.chance(&question, share)
    }

    /// Performs one random step: a decision, a control or a note.
    fn play(&mut self) -> Result<(), String> {
        match self.whole(0, 99) {
            0..=1 => self.note(),
            2..=5 => self.control(),
            _ => self.decide(),
        }
    }

    fn note(&mut self) -> Result<(), String> {
        let text = self.text();
        self.session.note(Author::Facilitator, text).map_err(say)
    }

    fn control(&mut self) -> Result<(), String> {
        let scenario = self.session.scenario().clone();
        let inject = match self.chance(0.9) {
            true => scenario.injects[self.below(scenario.injects.len())].id.clone(),
            false => InjectId::new("no-such-inject"),
        };
        let control = match self.whole(0, 40) {
            0 => Control::End,
            1..=20 => Control::Release(inject.clone()),
            21..=30 => Control::Hold(inject.clone()),
            minutes => Control::Postpone {
                inject: inject.clone(),
                until: SimTime::from_minutes(self.session.now().minutes() + u32::try_from(minutes).unwrap_or(30)),
            },
        };
        let known = control == Control::End || scenario.inject(&inject).is_some();
        match self.session.control(control) {
            Ok(()) if known => Ok(()),
            Err(RecordError::UnknownInject(_)) if !known => Ok(()),
            other => Err(format!("a control returned {other:?}")),
        }
    }

    /// Submits a decision and compares the result with that of `check`.
    fn decide(&mut self) -> Result<(), String> {
        let decision = self.decision();
        let before = self.asked.is_multiple_of(16).then(|| self.session.fingerprint());
        let allowed = self.session.check(&decision);
        let answer = self.session.decide(decision.clone());
        match (&allowed, answer) {
            (Ok(()), Ok(())) => self.count.taken += 1,
            (Err(said), Err(RecordError::Rejected(reason))) if *said == reason => {
                self.count.refused += 1;
                if before.is_some_and(|before| before != self.session.fingerprint()) {
                    return Err(format!("a rejected decision changed the world: {decision:?}"));
                }
            }
            (_, answer) => return Err(format!("check says {allowed:?}, decide says {answer:?}: {decision:?}")),
        }
        Ok(())
    }

    fn decision(&mut self) -> Decision {
        let scenario = self.session.scenario().clone();
        let action = &scenario.actions[self.below(scenario.actions.len())];
        let own = RoleId::new(action.role.as_str());
        let any = scenario.roles[self.below(scenario.roles.len())].id.clone();
        let by = match self.whole(0, 19) {
            0 => RoleId::new("nobody"),
            1..=6 => any,
            _ => own,
        };
        let now = u64::from(self.session.now().minutes());
        let at = match self.whole(0, 29) {
            0 => minute(now.saturating_sub(1)),
            1 => minute(now + 1),
            2 => SimTime::from_minutes(u32::MAX),
            _ => minute(now),
        };
        let content = self.content(action, &scenario);
        let rationale = if self.chance(0.1) { self.text() } else { String::new() };
        let confidence = match self.whole(0, 6) {
            0 => None,
            level => u8::try_from(level).ok().and_then(|level| level.try_into().ok()),
        };
        let action = if self.chance(0.02) { ActionId::new("no-such-action") } else { action.id.clone() };
        Decision { at, by, action, content, rationale, confidence }
    }

    /// Returns content that fits the action, and sometimes content that does not.
    fn content(&mut self, action: &Action, scenario: &Scenario) -> Content {
        if self.chance(0.05) {
            return match self.whole(0, 3) {
                0 => Content::Nothing,
                1 => Content::Statement(self.statement(scenario)),
                2 => Content::Choice(ChoiceId::new("no-such-choice")),
                _ => Content::Reply { inquiry: "no-such-inquiry".into(), statement: self.statement(scenario) },
            };
        }
        match &action.asks {
            Ask::Nothing => Content::Nothing,
            Ask::Choice(choices) => Content::Choice(choices[self.below(choices.len())].id.clone()),
            Ask::Statement { .. } => Content::Statement(self.statement(scenario)),
            Ask::Reply => {
                let inbox = self.session.situation().inbox;
                let asked: Vec<&InjectId> =
                    inbox.iter().filter(|item| item.inquiry.is_some()).map(|item| &item.inject).collect();
                let inquiry = match asked.is_empty() {
                    true => InjectId::new("alert"),
                    false => asked[self.below(asked.len())].clone(),
                };
                Content::Reply { inquiry, statement: self.statement(scenario) }
            }
        }
    }

    fn statement(&mut self, scenario: &Scenario) -> Statement {
        let most = self.below(scenario.topics.len() + 2);
        let claims = (0..most).map(|_| self.claim(scenario)).collect();
        let claims = if self.chance(0.9) { once_each(claims) } else { claims };
        let now = u64::from(self.session.now().minutes());
        let next_update = match self.whole(0, 9) {
            0 => Some(SimTime::from_minutes(u32::MAX)),
            1 => Some(minute(now)),
            2..=5 => Some(minute(now + self.whole(1, 2000))),
            _ => None,
        };
        Statement { claims, text: self.text(), next_update, reading: None }
    }

    fn claim(&mut self, scenario: &Scenario) -> Claim {
        if self.chance(0.01) {
            return Claim { topic: TopicId::new("no-such-topic"), says: Says::NotKnownYet };
        }
        let topic = &scenario.topics[self.below(scenario.topics.len())];
        let says = match self.whole(0, 9) {
            0 => Says::NotKnownYet,
            1..=3 if topic.number.is_some() => Says::Number(self.number()),
            4 if self.chance(0.05) => Says::Option(ClaimId::new("no-such-claim")),
            _ if topic.claims.is_empty() => Says::NotKnownYet,
            _ => Says::Option(topic.claims[self.below(topic.claims.len())].id.clone()),
        };
        Claim { topic: topic.id.clone(), says }
    }

    fn number(&mut self) -> u64 {
        match self.whole(0, 9) {
            0 => 0,
            1 => u64::MAX,
            2 => 1,
            _ => self.whole(0, 200_000),
        }
    }

    fn text(&mut self) -> String {
        match self.whole(0, 19) {
            0..=8 => "This is what we know, and this is what we do.".to_owned(),
            9..=17 => HOSTILE[self.below(HOSTILE.len())].to_owned(),
            18 => "word ".repeat(self.below(4000)),
            _ => HOSTILE[self.below(HOSTILE.len())].repeat(self.below(2000)),
        }
    }
}

/// Keeps the first claim on each topic.
fn once_each(claims: Vec<Claim>) -> Vec<Claim> {
    let mut seen = BTreeSet::new();
    claims.into_iter().filter(|claim| seen.insert(claim.topic.clone())).collect()
}

/// Checks the invariants of a whole timeline.
///
/// # Errors
/// Describes the first broken invariant.
pub fn judge(session: &Session) -> Result<(), String> {
    let timeline = session.timeline();
    metrics_in_range(timeline)?;
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let all = session.scenario().customers.represents as f64;
    let lost = timeline.series.last(Metric::CustomersLost);
    claim(lost <= all * (1.0 + 1e-9), || format!("{lost} of {all} customers lost"))?;
    for row in 0..timeline.series.len() {
        let at = SimTime::from_minutes(u32::try_from(row).map_err(say)?);
        let aware = timeline.series.at(Metric::Awareness, at);
        let gone = timeline.series.at(Metric::CustomersLost, at) / all;
        claim(gone <= aware + 1e-6, || format!("{aware} aware customers but {gone} lost at {at}"))?;
    }
    order(timeline)?;
    once(timeline)
}

fn claim(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

fn metrics_in_range(timeline: &Timeline) -> Result<(), String> {
    use Metric::{
        Anger, Awareness, Costs, Coverage, Credibility, CustomersLost, Fear, Match, Negative, Records, Reputation,
        Responsibility, Rumor, SpendingLost, Trust, Vacuum,
    };
    for metric in Metric::ALL {
        let values: Vec<f64> = timeline.series.values(metric).collect();
        // Only reputation and response fit can be negative.
        let signed = [Match, Reputation].contains(&metric);
        let wrong = values.iter().find(|value| !value.is_finite() || !signed && **value < 0.0);
        claim(wrong.is_none(), || format!("{metric:?} is {wrong:?}"))?;
        let share = [Trust, Awareness, Anger, Fear, Negative, Credibility, Responsibility, Vacuum, Rumor, SpendingLost]
            .contains(&metric);
        let above = values.iter().find(|value| share && **value > 1.0);
        claim(above.is_none(), || format!("the share {metric:?} is {above:?}"))?;
        let rises = [Records, CustomersLost, Coverage, Costs].contains(&metric);
        let fall = values.windows(2).position(|pair| rises && pair[1] < pair[0]);
        claim(fall.is_none(), || {
            format!("{metric:?} falls at minute {fall:?}: {:?}", fall.map(|at| &values[at..at + 2]))
        })?;
    }
    claim((0.0..=1.0).contains(&timeline.hardening), || format!("hardening is {}", timeline.hardening))?;
    let (seen, answered) = timeline.negative_reach;
    claim(seen.is_finite() && (0.0..=seen + 1e-9).contains(&answered), || format!("{answered} of {seen} answered"))
}

/// Checks that all records are in chronological order.
fn order(timeline: &Timeline) -> Result<(), String> {
    claim(timeline.events.is_sorted_by_key(|event| event.at), || "events out of order".to_owned())?;
    claim(timeline.publications.is_sorted_by_key(|said| said.at), || "publications out of order".to_owned())?;
    claim(timeline.stories.is_sorted_by_key(|story| story.at), || "stories out of order".to_owned())?;
    claim(timeline.posts.is_sorted_by_key(|post| post.at), || "posts out of order".to_owned())?;
    for said in &timeline.publications {
        claim(said.drafted <= said.at, || format!("published before it was drafted: {said:?}"))?;
    }
    for story in &timeline.stories {
        claim((-1.0..=1.0).contains(&story.tone), || format!("story tone out of range: {story:?}"))?;
    }
    Ok(())
}

/// Checks that events that are possible only once occur at most once.
fn once(timeline: &Timeline) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    let mut settled = BTreeSet::new();
    for event in &timeline.events {
        let once = match &event.what {
            EventKind::InjectReleased(_)
            | EventKind::RoleArrived(_)
            | EventKind::MilestoneReached(_)
            | EventKind::FactSuspected(_)
            | EventKind::FactConfirmed(_)
            | EventKind::ClaimReversed { .. }
            | EventKind::PromiseKept { .. }
            | EventKind::PromiseBroken { .. }
            | EventKind::Exposed(_)
            | EventKind::InsideLeak
            | EventKind::InquiryOpened { .. }
            | EventKind::InquiryAnswered(_)
            | EventKind::InquiryExpired(_)
            | EventKind::StakeholderTold(_)
            | EventKind::CustomersTold
            | EventKind::StaffTold
            | EventKind::ClockStarted { .. }
            | EventKind::ClockOverdue(_)
            | EventKind::ClockLate(_)
            | EventKind::ClockMet(_)
            | EventKind::StreamStopped(_)
            | EventKind::ListeningOn
            | EventKind::Ended => format!("{:?}", event.what),
            _ => continue,
        };
        claim(seen.insert(once.clone()), || format!("happened twice: {once}"))?;
        if let EventKind::ClockMet(clock) | EventKind::ClockOverdue(clock) = &event.what {
            claim(settled.insert(clock.clone()), || format!("the clock {clock} was both met and missed"))?;
        }
    }
    Ok(())
}

/// Checks that a drill replays from its log with the same result.
fn same_again(session: &mut Session, file: &Memory) -> Result<(), String> {
    session.checkpoint().map_err(say)?;
    let text = file.0.lock().map_err(say)?.clone();
    let recorded = Recorded::parse(&text).map_err(say)?;
    let mut again = replay(&recorded).map_err(say)?;
    let (then, now) = (session.fingerprint(), again.session.fingerprint());
    claim(then == now, || format!("the replay differs: {:?}", then.first_difference(&now)))
}

/// Checks that every drill can be scored and debriefed, with all scores in range.
fn marks(session: &mut Session) -> Result<(), String> {
    let card = score(session);
    let total = card.playbook.total;
    claim((0.0..=100.0).contains(&total), || format!("{total} points"))?;
    let outcome = card.outcome.total;
    claim((0.0..=100.0).contains(&outcome), || format!("outcome score out of range: {outcome}"))?;
    drop(debrief(session, &card));
    Ok(())
}

#[test]
fn random_drills_keep_all_invariants() {
    let built_in = built_in();
    let drills = (0..FEW)
        .map(|seed| drill(&cast(&built_in, seed), seed).unwrap_or_else(|wrong| panic!("drill {seed}: {wrong}")));
    let count = drills.fold(Count::default(), Count::and);
    assert!(count.taken > 100 && count.refused > 100 && count.replayed == 4, "{count:?}");
}
