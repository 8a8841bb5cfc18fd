//! Runs the commands of the exercise: pace, navigation, decisions and the end.

use super::command::{EndCommand, ExerciseCommand, PlanCommand};
use super::decide::record;
use super::pacing::Pace;
use super::public_scenario::PublicScenario;
use super::select::look;
use super::state::{Drill, Plan};
use super::time;
use crate::app::composer::update::carry;
use crate::app::debrief::open::leave_for_debrief;
use crate::app::hot_wash;
use crate::app::language::Texts;
use crate::app::shell::notice::{Notice, trouble};
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use goldenhour_core::decision::Control;
use goldenhour_core::id::ActionId;
use goldenhour_core::session::RecordError;

/// Runs an exercise command.
pub fn update(state: &mut State, command: ExerciseCommand) {
    let Route::Exercise(drill) = &mut state.route else { return };
    let notice = match command {
        ExerciseCommand::Pace(command) => time::pace(&state.texts, drill, command),
        ExerciseCommand::Look(command) => {
            look(&mut drill.ui, command);
            None
        }
        ExerciseCommand::Plan(command) => plan(&state.texts, drill, command),
        ExerciseCommand::End(command) => return end(state, command),
    };
    state.notice = notice.or(state.notice.take());
}

/// Runs a command for the prepared decision.
fn plan(texts: &Texts, drill: &mut Drill, command: PlanCommand) -> Option<Notice> {
    match command {
        PlanCommand::Select(action) => select(drill, action),
        PlanCommand::Close => drill.ui.plan = None,
        PlanCommand::LedBy(role) => change(drill, |plan| plan.by = role),
        PlanCommand::Rationale(text) => change(drill, |plan| plan.rationale = text),
        PlanCommand::Confidence(level) => {
            change(drill, |plan| plan.confidence = (plan.confidence != Some(level)).then_some(level));
        }
        PlanCommand::Choice(choice) => change(drill, |plan| plan.choice = Some(choice)),
        PlanCommand::Decide => return decide(texts, drill),
    }
    drill.recheck();
    None
}

/// Applies a change to the prepared decision, if there is one.
fn change(drill: &mut Drill, change: impl FnOnce(&mut Plan)) {
    if let Some(plan) = &mut drill.ui.plan {
        change(plan);
    }
}

fn select(drill: &mut Drill, action: ActionId) {
    if PublicScenario::of(drill.session.scenario()).wanted(&action).is_composed() {
        drill.ui.plan = None;
        carry(drill, action);
        return;
    }
    let Some(option) = drill.situation.options.iter().find(|option| option.action == action) else { return };
    let by = option.role.clone();
    let plan = Plan { action, by, rationale: String::new(), confidence: None, choice: None, refusal: None };
    drill.ui.plan = Some(plan);
}

fn decide(texts: &Texts, drill: &mut Drill) -> Option<Notice> {
    let decision = drill.planned()?;
    let title = drill.session.scenario().action(&decision.action).map(|action| action.title.clone());
    let notice = record(texts, drill, decision, &title.unwrap_or_default());
    if notice.is_none() {
        drill.ui.plan = None;
    }
    drill.refresh();
    notice
}

/// Runs a command for ending the exercise.
fn end(state: &mut State, command: EndCommand) {
    let Route::Exercise(drill) = &mut state.route else { return };
    match command {
        EndCommand::Ask => {
            drill.pacing.set_pace(Pace::Paused);
            drill.ui.end_asked = true;
        }
        EndCommand::Cancel => drill.ui.end_asked = false,
        EndCommand::Confirm => match finish(drill) {
            Ok(()) => debrief_now(state),
            Err(error) => state.notice = Some(trouble(&state.texts.say("notice-end-unrecorded"), &error)),
        },
        EndCommand::HotWash => match finish(drill) {
            Ok(()) => hot_wash::update::begin(state),
            Err(error) => state.notice = Some(trouble(&state.texts.say("notice-end-unrecorded"), &error)),
        },
    }
}

fn finish(drill: &mut Drill) -> Result<(), RecordError> {
    if !drill.session.has_ended() {
        drill.session.control(Control::End)?;
        drill.session.checkpoint()?;
    }
    Ok(())
}

fn debrief_now(state: &mut State) {
    if let Some(drill) = state.route.take_exercise() {
        let Drill { session, path, .. } = *drill;
        leave_for_debrief(state, session, path);
    }
}
