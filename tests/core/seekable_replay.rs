//! Seeking in a recorded session gives the same world as playing it to that moment.

use std::sync::Arc;

use goldenhour_core::ensemble::autopilot;
use goldenhour_core::scenario::load;
use goldenhour_core::scenario::source::BuiltIn;
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Entry, Mode, SeekableReplay, Session};
use goldenhour_core::simulation::{Input, Seed, Simulation};
use goldenhour_core::time::SimTime;
use goldenhour_core::timeline::EntryNumber;

fn played(player: &str, minutes: u32) -> Session {
    let scenario = Arc::new(load(&BuiltIn::Scenario("black_friday_skimmer".to_owned())).unwrap().output);
    let mut session = Session::begin(scenario.clone(), Seed(11), Mode::Headless, Box::new(Unkept)).unwrap();
    let mut player = autopilot::named(player, &scenario, Seed(11)).unwrap();
    autopilot::play(&mut session, player.as_mut(), SimTime::from_minutes(minutes), &mut |_| {}).unwrap();
    session
}

fn seekable(session: &Session) -> SeekableReplay {
    SeekableReplay::record(session.scenario(), session.seed(), session.entries(), session.now(), &mut |_| {})
}

/// Returns the world at a moment, played from StartEx without seeking.
fn direct(session: &Session, moment: SimTime) -> Simulation {
    let mut world = Simulation::new(session.scenario().clone(), session.seed());
    for (number, entry) in (0..).map(EntryNumber).zip(session.entries()).filter(|(_, entry)| entry.at() <= moment) {
        world.advance_to(entry.at());
        match entry {
            Entry::Decision(decision) => world.submit(Input::Decision(number, decision.clone())),
            Entry::Control { control, .. } => world.submit(Input::Control(number, control.clone())),
            _ => {}
        }
    }
    world.advance_to(moment);
    world
}

#[test]
fn seeking_in_any_order_equals_playing_to_that_moment() {
    let session = played("hasty", 900);
    let mut seekable = seekable(&session);
    let mut dice = 20_261_126_u64;
    for _ in 0..24 {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let moment = SimTime::from_minutes(u32::try_from((dice >> 33) % 901).unwrap());
        seekable.seek(moment);
        let mut direct = direct(&session, moment);
        assert_eq!(seekable.now(), moment);
        assert_eq!(seekable.fingerprint(), direct.fingerprint(), "at {moment}");
        assert_eq!(format!("{:?}", seekable.situation()), format!("{:?}", direct.situation()), "at {moment}");
    }
}

#[test]
fn seeking_past_the_end_shows_the_final_state() {
    let mut session = played("hasty", 600);
    let mut seekable = seekable(&session);
    seekable.seek(SimTime::from_minutes(100_000));
    assert_eq!((seekable.now(), seekable.fingerprint()), (session.now(), session.fingerprint()));
    assert_eq!(seekable.until(), session.now());
}

#[test]
fn sessions_of_zero_and_one_minute_are_seekable() {
    for minutes in [0, 1] {
        let session = played("silent", minutes);
        let mut seekable = seekable(&session);
        seekable.seek(SimTime::from_minutes(7));
        assert_eq!(seekable.now().minutes(), minutes);
        seekable.seek(SimTime::START);
        assert_eq!(seekable.now(), SimTime::START);
    }
}
