//! Mistakes that can be planted into a log of any scenario.

use goldenhour_core::debrief::alternative::AlternativeKind;
use goldenhour_core::debrief::turning_point::TurningPoint;
use goldenhour_core::decision::{Content, Decision};
use goldenhour_core::ensemble::COHORT;
use goldenhour_core::ensemble::autopilot::{self, Autopilot, ByTheBook};
use goldenhour_core::id::{ActionId, StakeholderId};
use goldenhour_core::scenario::{Action, Ask, AudienceKind, Effect, Scenario};
use goldenhour_core::scoring::HotWash;
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Entry, Mode, Review, Session};
use goldenhour_core::simulation::Situation;
use goldenhour_core::time::{SimDuration, SimTime};
use goldenhour_core::timeline::EventKind;

/// A type of mistake.
pub struct Mistake {
    pub name: &'static str,
    /// Returns the log with the mistake and how to recognize it, or nothing if the log offers no opportunity.
    pub plant: fn(&Session) -> Option<Badly>,
}

/// A log that contains a mistake, and how to recognize the mistake.
pub type Badly = (Vec<Entry>, Planted);

/// Identifies the mistake among turning points.
pub struct Planted {
    action: ActionId,
    kinds: &'static [AlternativeKind],
}

impl Planted {
    /// Returns whether a turning point is the mistake.
    pub fn is(&self, point: &TurningPoint, session: &Session) -> bool {
        let by_entry = point.entries.iter().any(|entry| match session.entries().get(*entry as usize) {
            Some(Entry::Decision(decision)) => decision.action == self.action,
            _ => false,
        });
        let title = session.scenario().action(&self.action).map_or("", |action| action.title.as_str());
        let by_title = point.entries.is_empty() && point.title.contains(title);
        self.kinds.contains(&point.kind) && (by_entry || by_title)
    }
}

/// All types of mistakes.
pub const ALL: [Mistake; 5] = [
    Mistake { name: "falsehood", plant: falsehood },
    Mistake { name: "late", plant: late_stop },
    Mistake { name: "omission", plant: omission },
    Mistake { name: "late notice", plant: late_notice },
    Mistake { name: "choice", plant: choice },
];

fn decisions(session: &Session) -> Vec<Decision> {
    session.decisions().map(|(_, decision)| decision.clone()).collect()
}

fn entries(session: &Session, mut decisions: Vec<Decision>) -> Vec<Entry> {
    decisions.sort_by_key(|decision| decision.at);
    let others = session.entries().iter().filter(|entry| matches!(entry, Entry::Review { .. })).cloned();
    decisions.into_iter().map(Entry::Decision).chain(others).collect()
}

/// Returns the decisions that another autopilot makes in the same world.
fn of_another(name: &str, session: &Session) -> Vec<Decision> {
    let scenario = session.scenario().clone();
    let mut other = Session::begin(scenario.clone(), session.seed(), Mode::Headless, Box::new(Unkept))
        .unwrap_or_else(|_| panic!("without a log there are no write errors"));
    let mut player = autopilot::named(name, &scenario, session.seed()).expect("the autopilot exists");
    autopilot::play(&mut other, player.as_mut(), scenario.end(), &mut |_| {})
        .expect("without a log there are no write errors");
    decisions(&other)
}

fn is_public(decision: &Decision, scenario: &Scenario) -> bool {
    let action = scenario.action(&decision.action);
    action.is_some_and(|action| matches!(&action.asks, Ask::Statement { audience: AudienceKind::Public, .. }))
}

/// The first public statement is replaced by a rash one with false claims.
fn falsehood(session: &Session) -> Option<Badly> {
    let scenario = session.scenario();
    let rash = of_another("hasty", session).into_iter().find(|decision| is_public(decision, scenario))?;
    let mut all = decisions(session);
    let word = all.iter_mut().find(|decision| is_public(decision, scenario))?;
    word.content = rash.content;
    let action = word.action.clone();
    Some((entries(session, all), Planted { action, kinds: &[AlternativeKind::Falsehood, AlternativeKind::Decision] }))
}

/// The action that stops the data loss is a day, or half the exercise, late; whatever depends on it is late as
/// well.
fn late_stop(session: &Session) -> Option<Badly> {
    let scenario = session.scenario();
    let stops = |decision: &Decision| {
        let action = scenario.action(&decision.action);
        action.is_some_and(|action| action.all_effects().any(|effect| matches!(effect, Effect::Stop(_))))
    };
    delay(session, stops)
}

/// A notification is sent a day, or half the exercise, late, after its clock has run out.
fn late_notice(session: &Session) -> Option<Badly> {
    let scenario = session.scenario();
    let runs_out = |party: &StakeholderId, late: SimTime| {
        session.timeline().events.iter().any(|event| match &event.what {
            EventKind::ClockStarted { clock, due } => {
                *due < late && scenario.clock(clock).is_some_and(|clock| clock.recipient == *party)
            }
            _ => false,
        })
    };
    delay(session, |decision| {
        let late = decision.at + half_or_a_day(scenario);
        is_notice(decision, scenario) && told(decision, scenario).is_some_and(|party| runs_out(party, late))
    })
}

/// The first notification with a clock is never sent.
fn omission(session: &Session) -> Option<Badly> {
    let mut all = decisions(session);
    let place = all.iter().position(|decision| is_notice(decision, session.scenario()))?;
    let action = all.remove(place).action;
    Some((entries(session, all), Planted { action, kinds: &[AlternativeKind::Omission] }))
}

/// A decision with options takes the last one, which by convention is the worst.
fn choice(session: &Session) -> Option<Badly> {
    let scenario = session.scenario();
    let ways = |decision: &Decision| match &scenario.action(&decision.action)?.asks {
        Ask::Choice(choices) => Some(choices.clone()),
        _ => None,
    };
    let all = decisions(session);
    let (action, worst) = all.iter().find_map(|decision| {
        let worst = ways(decision)?.last()?.id.clone();
        (decision.content != Content::Choice(worst.clone())).then(|| (decision.action.clone(), worst))
    })?;
    let slip = |decision: &mut Decision| {
        if decision.action == action {
            decision.content = Content::Choice(worst.clone());
        }
    };
    let entries = with_slip(session, None, slip);
    Some((entries, Planted { action, kinds: &[AlternativeKind::Choice, AlternativeKind::Decision] }))
}

/// Plays the best known play in the same world with one slip: an action that is forgotten until some time, or
/// changed decisions. The player still reacts to the world and does not report what it has not done.
fn with_slip(session: &Session, forgotten: Option<(ActionId, SimTime)>, slip: impl FnMut(&mut Decision)) -> Vec<Entry> {
    let scenario = session.scenario().clone();
    let mut other = Session::begin_with(scenario.clone(), session.seed(), Mode::Headless, COHORT, Box::new(Unkept))
        .unwrap_or_else(|_| panic!("without a log there are no write errors"));
    let mut player = Slipping { player: autopilot::expert(&scenario), forgotten, slip };
    autopilot::play(&mut other, &mut player, scenario.end(), &mut |_| {})
        .expect("without a log there are no write errors");
    entries(&other, decisions(&other))
}

/// A player who makes a slip.
struct Slipping<S> {
    player: ByTheBook,
    forgotten: Option<(ActionId, SimTime)>,
    slip: S,
}

impl<S: FnMut(&mut Decision)> Autopilot for Slipping<S> {
    fn decide(&mut self, situation: &Situation) -> Vec<Decision> {
        let mut seen = situation.clone();
        if let Some((action, until)) = &self.forgotten {
            seen.options.retain(|option| option.action != *action || situation.now >= *until);
        }
        let mut decisions = self.player.decide(&seen);
        decisions.iter_mut().for_each(&mut self.slip);
        decisions
    }

    fn review(&mut self, hot_wash: &HotWash<'_>) -> Option<Review> {
        self.player.review(hot_wash)
    }
}

fn told<'a>(decision: &Decision, scenario: &'a Scenario) -> Option<&'a StakeholderId> {
    let mut effects = scenario.action(&decision.action).into_iter().flat_map(Action::all_effects);
    effects.find_map(|effect| match effect {
        Effect::Tell(party) => Some(party),
        _ => None,
    })
}

fn is_notice(decision: &Decision, scenario: &Scenario) -> bool {
    let told = told(decision, scenario);
    told.is_some_and(|party| scenario.clocks.iter().any(|clock| clock.recipient == *party))
        && !matches!(decision.content, Content::Reply { .. })
}

fn half_or_a_day(scenario: &Scenario) -> SimDuration {
    SimDuration::from_minutes((scenario.length.minutes() / 2).min(24 * 60))
}

fn delay(session: &Session, wanted: impl Fn(&Decision) -> bool) -> Option<Badly> {
    let scenario = session.scenario();
    let all = decisions(session);
    let (action, at) = all.iter().find(|decision| wanted(decision)).map(|found| (found.action.clone(), found.at))?;
    let late = (at + half_or_a_day(scenario)).min(SimTime::from_minutes(scenario.end().minutes() - 1));
    let entries = with_slip(session, Some((action.clone(), late)), |_| {});
    Some((entries, Planted { action, kinds: &[AlternativeKind::Lateness, AlternativeKind::Omission] }))
}
