//! Decisions: selecting an action, filling in what it asks for, taking it.

use super::{compose, trouble};
use crate::app::command::PlanCommand;
use crate::app::language::Texts;
use crate::app::state::{Drill, Notice, Plan};
use crate::app::theme::Tone;
use crate::app::view::PublicScenario;
use crate::app::wording;
use goldenhour_core::id::ActionId;
use goldenhour_core::session::RecordError;

/// Runs a command about the decision in the making.
pub fn plan(texts: &Texts, drill: &mut Drill, command: PlanCommand) -> Option<Notice> {
    match command {
        PlanCommand::Select(action) => select(drill, action),
        PlanCommand::Close => drill.ui.plan = None,
        PlanCommand::Decide => return decide(texts, drill),
        edit => {
            if let Some(plan) = &mut drill.ui.plan {
                change(plan, edit);
            }
        }
    }
    drill.recheck();
    None
}

fn change(plan: &mut Plan, edit: PlanCommand) {
    match edit {
        PlanCommand::LedBy(role) => plan.by = role,
        PlanCommand::Rationale(text) => plan.rationale = text,
        PlanCommand::Confidence(level) => plan.confidence = (plan.confidence != Some(level)).then_some(level),
        PlanCommand::Choice(choice) => plan.choice = Some(choice),
        PlanCommand::Select(_) | PlanCommand::Close | PlanCommand::Decide => {}
    }
}

fn select(drill: &mut Drill, action: ActionId) {
    if PublicScenario::of(drill.session.scenario()).wanted(&action).is_composed() {
        drill.ui.plan = None;
        compose::carry(drill, action);
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

/// Takes a decision through the session and reports the result to the players.
pub fn record(
    texts: &Texts,
    drill: &mut Drill,
    decision: goldenhour_core::decision::Decision,
    title: &str,
) -> Option<Notice> {
    match drill.session.decide(decision) {
        Ok(()) => {
            drill.ui.said = Some((Tone::Calm, texts.fill("notice-decided", [("title", title.into())])));
            None
        }
        Err(RecordError::Rejected(reason)) => {
            let text = wording::rejection(texts, &reason);
            let said = texts.fill("notice-not-possible", [("reason", text.as_str().into())]);
            drill.ui.said = Some((Tone::Caution, said));
            let title = texts.fill("notice-not-possible-now", [("title", title.into())]);
            Some(Notice { tone: Tone::Caution, title, text })
        }
        Err(error) => Some(trouble(&texts.say("notice-decision-unrecorded"), &error)),
    }
}
