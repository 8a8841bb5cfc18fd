//! Statements: what is said, who carries it, publishing it.

use super::plan::record;
use crate::app::command::{ComposeCommand, Pane, Tab, Unfolded};
use crate::app::draft_check::DraftCheck;
use crate::app::language::Texts;
use crate::app::state::{Composer, Drill, Notice};
use goldenhour_core::id::{ActionId, InjectId, TopicId};
use goldenhour_core::scenario::Ask;
use goldenhour_core::statement::{self, Claim, Says, Statement};

/// Runs a command about the statement in the making.
pub fn compose(texts: &Texts, drill: &mut Drill, command: ComposeCommand) -> Option<Notice> {
    match command {
        ComposeCommand::Carry(action) => carry(drill, action),
        ComposeCommand::ReplyTo(inquiry) => reply_to(drill, inquiry),
        ComposeCommand::Draft => draft(drill),
        ComposeCommand::Write(topic) => write(drill, &topic),
        ComposeCommand::Publish => return publish(texts, drill),
        edit => change(&mut drill.ui.composer, edit),
    }
    check_draft(drill);
    drill.recheck();
    None
}

/// Looks at a draft that was taken up: its words, and whether it could go out.
pub fn look_again(drill: &mut Drill) {
    check_draft(drill);
    drill.recheck();
}

/// Reads the words again where they or the outline have changed.
fn check_draft(drill: &mut Drill) {
    let scenario = drill.session.scenario().clone();
    let composer = &mut drill.ui.composer;
    composer.check = DraftCheck::of(&composer.text, &composer.says, &scenario, &composer.check);
}

fn change(composer: &mut Composer, edit: ComposeCommand) {
    match edit {
        ComposeCommand::Say(topic, says) => say(composer, topic, says),
        ComposeCommand::Number(topic, text) => number(composer, topic, text),
        ComposeCommand::Text(text) => composer.text = text,
        ComposeCommand::NextUpdate(length) => composer.next_update = length,
        ComposeCommand::LedBy(role) => composer.by = Some(role),
        ComposeCommand::ChooseAgain => composer.action = None,
        ComposeCommand::Unfold(unfolded) => composer.unfolded = unfolded,
        ComposeCommand::Show(form) => composer.form = Some(form),
        ComposeCommand::Pane(pane) => composer.pane = pane,
        ComposeCommand::Carry(_)
        | ComposeCommand::ReplyTo(_)
        | ComposeCommand::Draft
        | ComposeCommand::Write(_)
        | ComposeCommand::Publish => {}
    }
}

/// Sets what is said about a topic, or that it is left out, and goes on to the next that is not decided.
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

/// Keeps what stands in a number field, and claims it where it is a number; the topic stays open meanwhile.
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

/// Sets which action carries the statement, and shows the composer.
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

/// Makes the statement the answer to an inquiry.
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

/// Adds the sentence of what is said about one topic to the words.
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

/// Publishes the statement; what was claimed stays in the composer for the next one, the words do not.
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
