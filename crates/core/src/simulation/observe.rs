//! End of a minute: metrics are appended to the timeline, effects are cleared and the clock advances.

use bevy_ecs::system::ResMut;

use super::ledger::Shared;
use crate::time::SimDuration;
use crate::timeline::EventKind;

/// Records the metrics and advances the clock.
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
