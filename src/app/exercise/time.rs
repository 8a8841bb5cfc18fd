//! Advances simulated time: with each frame, by a minute, by a jump, or to the next inject.

use std::io;

use super::command::PaceCommand;
use super::pacing::Pace;
use super::state::Drill;
use crate::app::language::Texts;
use crate::app::shell::notice::{Notice, trouble};
use goldenhour_core::time::SimDuration;

/// Advances time for the current frame. Returns whether another frame is needed soon, and a notice on failure.
pub fn advance(texts: &Texts, drill: &mut Drill) -> (bool, Option<Notice>) {
    let mut refused = None;
    let minutes = drill.pacing.tick();
    if minutes > 0
        && let Err(error) = pass(drill, minutes)
    {
        drill.pacing.set_pace(Pace::Paused);
        refused = Some(trouble(&texts.say("notice-unwritten-paused"), &error));
    }
    (drill.pacing.pace() != Pace::Paused, refused)
}

/// Runs a pace command.
pub fn pace(texts: &Texts, drill: &mut Drill, command: PaceCommand) -> Option<Notice> {
    match command {
        PaceCommand::Run => drill.pacing.set_pace(Pace::Running),
        PaceCommand::Pause => drill.pacing.set_pace(Pace::Paused),
        PaceCommand::Speed(speed) => drill.pacing.set_speed(speed),
        PaceCommand::PauseAtInjects(pause) => drill.pacing.pause_at_injects = pause,
        PaceCommand::NextInject => drill.pacing.set_pace(Pace::Seeking),
        PaceCommand::Jump(length) => drill.pacing.jump(length.minutes()),
        PaceCommand::Step => {
            drill.pacing.set_pace(Pace::Paused);
            let passed = pass(drill, 1);
            return passed.err().map(|error| trouble(&texts.say("notice-unwritten"), &error));
        }
    }
    None
}

/// Advances by the first minute, so that messages sent at `StartEx` are in the inbox.
pub fn arrive(drill: &mut Drill) -> io::Result<()> {
    pass(drill, 1)
}

/// Advances minute by minute. Stops early at the end of play, or when an inject arrives and the pacing stops at
/// injects.
fn pass(drill: &mut Drill, minutes: u32) -> io::Result<()> {
    let stops = drill.pacing.stops_at_injects();
    let before = arrival_count(drill);
    let shown = drill.situation.inbox.len();
    for _ in 0..minutes {
        let next = drill.session.now() + SimDuration::from_minutes(1);
        drill.session.advance_to(next)?;
        let arrived = arrival_count(drill) > before;
        if drill.session.has_ended() || (arrived && stops) {
            drill.pacing.set_pace(Pace::Paused);
            break;
        }
    }
    drill.refresh();
    show_arrivals(drill, shown);
    Ok(())
}

/// Returns how many messages have arrived: released injects, and questions asked by outlets on their own
/// initiative.
fn arrival_count(drill: &Drill) -> usize {
    let released = |what: &goldenhour_core::timeline::EventKind| {
        matches!(what, goldenhour_core::timeline::EventKind::InjectReleased(_))
    };
    let timeline = drill.session.timeline();
    timeline.events.iter().filter(|event| released(&event.what)).count() + timeline.questions.len()
}

/// Opens the first newly arrived message, unless another message is open.
fn show_arrivals(drill: &mut Drill, before: usize) {
    if let Some(item) = drill.situation.inbox.get(before)
        && drill.ui.open_inject.is_none()
    {
        drill.ui.open_inject = Some(item.inject.clone());
        drill.ui.read.push(item.inject.clone());
    }
}
