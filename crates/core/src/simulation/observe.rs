//! The end of each minute: metrics go onto the timeline, effects are spent, the clock moves on.

use bevy_ecs::system::ResMut;

use super::ledger::Shared;
use crate::time::SimDuration;
use crate::timeline::EventKind;

/// Writes the metrics and closes the minute.
pub(super) fn close_minute(mut shared: ResMut<Shared>) {
    let mut stage = shared.stage();
    let row = stage.ledger.metrics;
    stage.timeline_mut().series.push(row);
    stage.enacted.0.clear();
    stage.ledger.now = stage.ledger.now + SimDuration::from_minutes(1);
    if stage.ledger.now >= stage.scenario().end() && !stage.ledger.ended {
        stage.ledger.ended = true;
        stage.record(EventKind::Ended, None);
    }
}
