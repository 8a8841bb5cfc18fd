//! Runs the composer's commands: edits the statement, selects the action that publishes it, and publishes it.

use super::command::ComposerCommand;
use super::draft::StatementDraft;
use super::draft_check::DraftCheck;
use super::state::{Composer, Pane, Unfolded};
use crate::app::exercise::decide::record;
use crate::app::exercise::state::{Drill, Tab};
use crate::app::language::Texts;
use crate::app::shell::notice::{Notice, trouble};
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use goldenhour_core::id::{ActionId, InjectId, TopicId};
use goldenhour_core::scenario::Ask;
use goldenhour_core::statement::{self, Claim, Says, Statement};

/// Runs a composer command and saves the draft.
pub fn update(state: &mut State, command: ComposerCommand) {
    let Route::Exercise(drill) = &mut state.route else { return };
    let notice = compose(&state.texts, drill, command).or_else(|| keep_draft(&state.texts, drill));
    state.notice = notice.or(state.notice.take());
}

fn compose(texts: &Texts, drill: &mut Drill, command: ComposerCommand) -> Option<Notice> {
    let composer = &mut drill.ui.composer;
    match command {
        ComposerCommand::Carry(action) => carry(drill, action),
        ComposerCommand::ChooseAgain => composer.action = None,
        ComposerCommand::Unfold(unfolded) => composer.unfolded = unfolded,
        ComposerCommand::Write(topic) => write(drill, &topic),
        ComposerCommand::Show(form) => composer.form = Some(form),
        ComposerCommand::Pane(pane) => composer.pane = pane,
        ComposerCommand::ReplyTo(inquiry) => reply_to(drill, inquiry),
        ComposerCommand::Say(topic, says) => say(composer, topic, says),
        ComposerCommand::Number(topic, text) => number(composer, topic, text),
        ComposerCommand::Text(text) => composer.text = text,
        ComposerCommand::Draft => draft(drill),
        ComposerCommand::NextUpdate(length) => composer.next_update = length,
        ComposerCommand::LedBy(role) => composer.by = Some(role),
        ComposerCommand::Publish => return publish(texts, drill),
    }
    check_draft(drill);
    drill.recheck();
    None
}

/// Checks a restored draft: its text, and whether it could be published.
pub fn look_again(drill: &mut Drill) {
    check_draft(drill);
    drill.recheck();
}

/// Updates the check of the text.
fn check_draft(drill: &mut Drill) {
    let composer = &mut drill.ui.composer;
    composer.check = DraftCheck::of(&composer.text, &composer.says, &drill.session);
}

/// Sets the claim for a topic or leaves the topic out, and then expands the next undecided topic.
fn say(composer: &mut Composer, topic: TopicId, says: Option<Says>) {
    composer.numbers.remove(&topic);
    if let Some(says) = says {
        composer.left_out.remove(&topic);
        composer.says.insert(topic, says);
    } else {
        composer.says.remove(&topic);
        composer.left_out.insert(topic);
    }
    composer.unfolded = Unfolded::Next;
}

/// Sets the text of a number field, and makes the claim if the text is a number. The topic stays expanded.
fn number(composer: &mut Composer, topic: TopicId, text: String) {
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | ' ' | '.' | '\u{2009}')).collect();
    match digits.parse::<u64>() {
        Ok(number) => drop(composer.says.insert(topic.clone(), Says::Number(number))),
        Err(_) if matches!(composer.says.get(&topic), Some(Says::Number(_))) => drop(composer.says.remove(&topic)),
        Err(_) => {}
    }
    composer.left_out.remove(&topic);
    composer.unfolded = Unfolded::Topic(topic.clone());
    composer.numbers.insert(topic, text);
}

/// Selects the action that publishes the statement, and shows the composer.
pub fn carry(drill: &mut Drill, action: ActionId) {
    let scenario = drill.session.scenario().clone();
    let Some(found) = scenario.action(&action) else { return };
    let composer = &mut drill.ui.composer;
    if matches!(found.asks, Ask::Reply) {
        let open = drill
            .situation
            .inbox
            .iter()
            .find(|item| matches!(item.inquiry, Some(goldenhour_core::simulation::InquiryView::Open(_))));
        composer.reply_to = composer.reply_to.take().or_else(|| open.map(|item| item.inject.clone()));
    } else {
        composer.reply_to = None;
    }
    composer.by = Some(found.role.clone());
    composer.action = Some(action);
    composer.form = None;
    drill.ui.tab = Tab::Statement;
}

/// Turns the statement into a reply to an inquiry.
fn reply_to(drill: &mut Drill, inquiry: InjectId) {
    let reply = drill.session.scenario().actions.iter().find(|action| matches!(action.asks, Ask::Reply));
    let Some(action) = reply.map(|action| action.id.clone()) else { return };
    drill.ui.composer.reply_to = Some(inquiry);
    carry(drill, action);
}

fn draft(drill: &mut Drill) {
    let scenario = drill.session.scenario().clone();
    let statement = drill.ui.composer.statement(&scenario, drill.session.now());
    drill.ui.composer.text = statement::draft(&statement, &scenario);
}

/// Appends a sentence for the claim on one topic to the text.
fn write(drill: &mut Drill, topic: &TopicId) {
    let scenario = drill.session.scenario().clone();
    let composer = &mut drill.ui.composer;
    let Some(says) = composer.says.get(topic).cloned() else { return };
    let claims = vec![Claim { topic: topic.clone(), says }];
    let sentence = statement::draft(&Statement { claims, ..Statement::default() }, &scenario);
    if !composer.text.is_empty() && !composer.text.ends_with(char::is_whitespace) {
        composer.text.push(' ');
    }
    composer.text.push_str(&sentence);
}

/// Publishes the statement. Its claims stay in the composer for the next statement, but the text is cleared.
fn publish(texts: &Texts, drill: &mut Drill) -> Option<Notice> {
    let decision = drill.composed()?;
    let title = drill.session.scenario().action(&decision.action).map(|action| action.title.clone());
    let notice = record(texts, drill, decision, &title.unwrap_or_default());
    if notice.is_none() {
        let composer = &mut drill.ui.composer;
        composer.text.clear();
        composer.reply_to = None;
        composer.action = None;
        composer.next_update = None;
        composer.form = None;
        composer.pane = Pane::default();
        check_draft(drill);
    }
    drill.refresh();
    notice
}

/// Saves the draft next to its session.
fn keep_draft(texts: &Texts, drill: &Drill) -> Option<Notice> {
    let kept = StatementDraft::of(&drill.ui.composer).keep(&drill.path);
    kept.err().map(|error| trouble(&texts.say("notice-draft-unkept"), &error))
}
