//! Looking at a recorded session at any moment shows what playing straight there shows.

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

fn film(session: &Session) -> SeekableReplay {
    SeekableReplay::record(session.scenario(), session.seed(), session.entries(), session.now(), &mut |_| {})
}

/// The world at a moment, played straight there.
fn straight(session: &Session, moment: SimTime) -> Simulation {
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
fn looking_anywhere_in_any_order_shows_what_playing_straight_there_shows() {
    let session = played("hasty", 900);
    let mut film = film(&session);
    let mut dice = 20_261_126_u64;
    for _ in 0..24 {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let moment = SimTime::from_minutes(u32::try_from((dice >> 33) % 901).unwrap());
        film.seek(moment);
        let mut straight = straight(&session, moment);
        assert_eq!(film.now(), moment);
        assert_eq!(film.fingerprint(), straight.fingerprint(), "at {moment}");
        assert_eq!(format!("{:?}", film.situation()), format!("{:?}", straight.situation()), "at {moment}");
    }
}

#[test]
fn the_last_moment_is_the_session_as_it_stands() {
    let mut session = played("hasty", 600);
    let mut film = film(&session);
    film.seek(SimTime::from_minutes(100_000));
    assert_eq!((film.now(), film.fingerprint()), (session.now(), session.fingerprint()));
    assert_eq!(film.until(), session.now());
}

#[test]
fn a_session_of_no_minute_and_of_one_can_be_looked_at() {
    for minutes in [0, 1] {
        let session = played("silent", minutes);
        let mut film = film(&session);
        film.seek(SimTime::from_minutes(7));
        assert_eq!(film.now().minutes(), minutes);
        film.seek(SimTime::START);
        assert_eq!(film.now(), SimTime::START);
    }
}
