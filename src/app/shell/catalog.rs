//! Every command by name: one table for the shortcuts, the help sheet and the palette.
//!
//! An [`Entry`] has a name, a group, optional keys, and a function that returns its command in the current state, if
//! it has one. Commands that depend on the content of a screen (scenarios, messages, decisions, the parts of a plan
//! or statement) are listed by [`items`], so that everything the pointer can do also has a name that can be typed.
//!
//! Shortcuts without Ctrl or Alt belong to the exercise and pause while the user types.

use std::cmp::Reverse;

use egui::{Key, KeyboardShortcut, Modifiers};

use super::command::{AppCommand, Destination};
use super::route::Route;
use super::state::State;
use crate::app::briefing::command::BriefingCommand;
use crate::app::briefing::state::Briefing;
use crate::app::compare::command::CompareCommand;
use crate::app::compare::state::Shown;
use crate::app::composer::command::ComposerCommand;
use crate::app::debrief::command::{DebriefCommand, WhatifCommand};
use crate::app::debrief::state::{DebriefPage, DebriefUi};
use crate::app::debrief::turning::state::Opened;
use crate::app::exercise::command::{EndCommand, LookCommand, PaceCommand, PlanCommand};
use crate::app::exercise::pacing::{Pace, Pacing, SPEEDS};
use crate::app::exercise::public_scenario::{PublicScenario, Wanted};
use crate::app::exercise::state::{Drill, Tab};
use crate::app::facilitator::command::FacilitatorCommand;
use crate::app::hot_wash::command::HotWashCommand;
use crate::app::replay::command::ReplayCommand;
use crate::app::replay::state as replay;
use crate::app::replay::state::Replay;
use crate::app::search::Search;
use crate::app::shell::settings::command::SettingCommand;
use crate::app::shell::settings::state::SCALES;
use crate::app::shell::sheet::Sheet;
use goldenhour_core::simulation::InquiryView;
use goldenhour_core::statement::Says;
use goldenhour_core::time::SimTime;
use goldenhour_report::Format;

/// What a command is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The window itself.
    Window,
    /// Going somewhere.
    Place,
    /// Simulated time.
    Time,
    /// What is shown in the exercise.
    Look,
    /// Decisions and statements.
    Act,
    /// Leading the exercise.
    Lead,
    /// The debrief.
    Review,
}

impl Group {
    /// All groups in the order of the help sheet.
    pub const ALL: [Group; 7] =
        [Group::Time, Group::Act, Group::Look, Group::Lead, Group::Place, Group::Review, Group::Window];

    /// Returns the key of its name.
    pub fn name(self) -> &'static str {
        match self {
            Group::Window => "command-group-window",
            Group::Place => "command-group-place",
            Group::Time => "command-group-time",
            Group::Look => "command-group-look",
            Group::Act => "command-group-act",
            Group::Lead => "command-group-lead",
            Group::Review => "command-group-review",
        }
    }
}

/// A command of the table.
pub struct Entry {
    /// The key of its name.
    pub name: &'static str,
    /// What it is about.
    pub group: Group,
    /// The keys that give it.
    pub keys: Option<KeyboardShortcut>,
    /// Returns the command as it is now; nothing where it makes no sense.
    pub now: fn(&State) -> Option<AppCommand>,
}

/// A command that can be chosen now.
pub struct Item {
    /// Its name, in the language of the window.
    pub name: String,
    /// What it is about.
    pub group: Group,
    /// The keys that give it.
    pub keys: Option<KeyboardShortcut>,
    /// The command.
    pub command: AppCommand,
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

/// Writes a line of the table; `_` means no keys.
macro_rules! entry {
    ($group:ident, $name:literal, _, $now:expr) => {
        Entry { name: $name, group: Group::$group, keys: None, now: $now }
    };
    ($group:ident, $name:literal, $keys:expr, $now:expr) => {
        Entry { name: $name, group: Group::$group, keys: Some($keys), now: $now }
    };
}

/// Every command that does not depend on what a scenario holds.
pub const TABLE: &[Entry] = &[
    entry!(Time, "command-run", plain(Key::Space), run_or_pause),
    entry!(Time, "command-step", plain(Key::Period), |state| passing(state, PaceCommand::Step)),
    entry!(Time, "command-next-inject", plain(Key::N), |state| passing(state, PaceCommand::NextInject)),
    entry!(Time, "command-previous", plain(Key::P), |state| in_replay(state, |_| ReplayCommand::Previous.into())),
    entry!(Time, "command-minute-back", plain(Key::Comma), |state| in_replay(state, |_| ReplayCommand::Shift(-1)
        .into())),
    entry!(Time, "command-quarter-back", plain(Key::OpenBracket), |state| {
        in_replay(state, |_| ReplayCommand::Shift(-15).into())
    }),
    entry!(Time, "command-quarter-on", plain(Key::CloseBracket), |state| {
        in_replay(state, |_| ReplayCommand::Shift(15).into())
    }),
    entry!(Time, "command-to-start", plain(Key::Home), |state| {
        in_replay(state, |_| ReplayCommand::Seek(SimTime::START).into())
    }),
    entry!(Time, "command-to-end", plain(Key::End), |state| {
        in_replay(state, |replay| ReplayCommand::Seek(replay.seekable.until()).into())
    }),
    entry!(Time, "command-faster", plain(Key::Plus), |state| speed(state, 1)),
    entry!(Time, "command-slower", plain(Key::Minus), |state| speed(state, -1)),
    entry!(Time, "command-pause-at-injects", plain(Key::B), |state| {
        playing(state, |drill| PaceCommand::PauseAtInjects(!drill.pacing.pause_at_injects).into())
    }),
    entry!(Time, "command-end", ctrl_shift(Key::E), |state| in_drill(state, |_| Some(EndCommand::Ask.into()))),
    entry!(Act, "command-confirm", ctrl(Key::Enter), confirm),
    entry!(Act, "command-draft", ctrl(Key::D), draft),
    entry!(Act, "command-answer", plain(Key::A), answer),
    entry!(Act, "command-close", plain(Key::Escape), close),
    entry!(Look, "command-next-message", plain(Key::J), next_message),
    entry!(Look, "command-tab-situation", ctrl(Key::Num1), |state| tab(state, Tab::Situation)),
    entry!(Look, "command-tab-newsroom", ctrl(Key::Num2), |state| tab(state, Tab::Newsroom)),
    entry!(Look, "command-tab-social", ctrl(Key::Num3), |state| tab(state, Tab::Social)),
    entry!(Look, "command-tab-sentiment", ctrl(Key::Num4), |state| tab(state, Tab::Sentiment)),
    entry!(Look, "command-tab-statement", ctrl(Key::Num5), |state| tab(state, Tab::Statement)),
    entry!(Look, "command-tab-documents", ctrl(Key::Num6), |state| tab(state, Tab::Documents)),
    entry!(Lead, "command-facilitator", ctrl(Key::F), facilitator),
    entry!(Lead, "command-surprise-inject", _, |state| facilitate(state, FacilitatorCommand::Surprise)),
    entry!(Lead, "command-count-points", _, |state| facilitate(state, FacilitatorCommand::Score)),
    entry!(Lead, "command-fork", _, |state| facilitate(state, FacilitatorCommand::Fork)),
    entry!(Review, "command-watch", ctrl(Key::R), watch),
    entry!(Review, "command-truth", plain(Key::T), |state| {
        in_replay(state, |replay| ReplayCommand::Truth(replay.truth.is_none()).into())
    }),
    entry!(Review, "command-page-overview", _, |state| page(state, DebriefPage::Overview)),
    entry!(Review, "command-page-turning", _, |state| page(state, DebriefPage::Turning)),
    entry!(Review, "command-page-criteria", _, |state| page(state, DebriefPage::Criteria)),
    entry!(Review, "command-page-statements", _, |state| page(state, DebriefPage::Statements)),
    entry!(Review, "command-page-duties", _, |state| page(state, DebriefPage::Duties)),
    entry!(Review, "command-page-report", _, |state| page(state, DebriefPage::Report)),
    entry!(Review, "command-page-improvement", _, |state| page(state, DebriefPage::Improvement)),
    entry!(Review, "command-page-log", _, |state| page(state, DebriefPage::Log)),
    entry!(Review, "command-export-html", ctrl(Key::P), |state| export(state, Format::Html)),
    #[cfg(feature = "pdf")]
    entry!(Review, "command-export-pdf", _, |state| export(state, Format::Pdf)),
    entry!(Review, "command-export-markdown", _, |state| export(state, Format::Markdown)),
    entry!(Review, "command-export-json", _, |state| export(state, Format::Json)),
    entry!(Review, "command-export-csv", _, |state| export(state, Format::Csv)),
    entry!(Place, "command-library", ctrl(Key::L), library),
    entry!(Place, "command-open-file", ctrl(Key::O), |_| Some(AppCommand::ChooseFile)),
    entry!(Place, "command-gallery", _, |_| Some(Destination::Gallery.into())),
    entry!(Place, "command-surprise", _, |state| in_briefing(state, |_| BriefingCommand::Surprise.into())),
    entry!(Window, "command-palette", ctrl(Key::K), |_| Some(AppCommand::palette(String::new(), 0))),
    entry!(Window, "command-shortcuts", plain(Key::F1), |_| Some(AppCommand::Sheet(Some(Sheet::Shortcuts)))),
    entry!(Window, "command-settings", ctrl(Key::Comma), |_| Some(AppCommand::Sheet(Some(Sheet::Settings)))),
    entry!(Window, "command-theme", ctrl_shift(Key::L), |_| Some(AppCommand::SwitchTheme)),
    entry!(Window, "command-larger", ctrl(Key::Plus), |state| scale(state, 1)),
    entry!(Window, "command-smaller", ctrl(Key::Minus), |state| scale(state, -1)),
    entry!(Window, "command-normal-size", ctrl(Key::Num0), |_| Some(SettingCommand::Scale(100).into())),
    entry!(Window, "command-guide", _, |state| Some(SettingCommand::Guided(!state.settings.guided).into())),
    entry!(Window, "command-dismiss", _, |state| state.notice.as_ref().map(|_| AppCommand::DismissNotice)),
];

/// Takes the keys that were pressed and returns the commands they give; plain keys pause while the user types.
pub fn pressed(context: &egui::Context, state: &State) -> Vec<AppCommand> {
    if state.sheet.is_some() {
        return Vec::new();
    }
    let is_typing = context.text_edit_focused();
    let is_focused = context.egui_wants_keyboard_input();
    let mut commands = Vec::new();
    for entry in TABLE {
        let Some(keys) = entry.keys else { continue };
        let is_plain = keys.modifiers.is_none();
        // Space gives a focused button its click; everything else plain is only for those who do not type.
        let rests = is_plain && (is_typing || (is_focused && keys.logical_key == Key::Space));
        if !rests && context.input_mut(|input| input.consume_shortcut(&keys)) {
            commands.extend((entry.now)(state));
        }
    }
    commands
}

/// Returns every command available now: the table first, then those of the current screen.
pub fn items(state: &State) -> Vec<Item> {
    let of_table = TABLE.iter().filter_map(|entry| {
        let command = (entry.now)(state)?;
        Some(Item { name: state.texts.say(entry.name), group: entry.group, keys: entry.keys, command })
    });
    let mut items: Vec<Item> = of_table.collect();
    match &state.route {
        Route::Library => library_items(state, &mut items),
        Route::Exercise(drill) => {
            plan(state, drill, &mut items);
            statement(state, drill, &mut items);
            exercise(state, drill, &mut items);
        }
        Route::Compare(shown) => comparison(state, shown, &mut items),
        Route::Debrief(screen) => debrief(state, screen, &mut items),
        Route::Replay(replay) => moments(state, replay, &mut items),
        Route::Gallery | Route::Briefing(_) | Route::HotWash(_) => {}
    }
    items
}

/// Returns the items whose names match what was typed, best match first; equally good ones keep their order.
pub fn matching(items: Vec<Item>, typed: &str) -> Vec<Item> {
    let mut search = Search::new(typed);
    let scored = items.into_iter().filter_map(|item| Some((search.score(&[&item.name], &[])?, item)));
    let mut found: Vec<(u32, Item)> = scored.collect();
    found.sort_by_key(|(score, _)| Reverse(*score));
    found.into_iter().map(|(_, item)| item).collect()
}

fn library_items(state: &State, items: &mut Vec<Item>) {
    for listed in &state.library.scenarios {
        let Ok(scenario) = &listed.scenario else { continue };
        let name = state.texts.fill("command-open-scenario", [("title", scenario.title.as_str().into())]);
        items.push(item(name, Group::Place, Destination::Briefing(listed.origin.clone())));
    }
    for card in &state.library.sessions {
        let Ok(facts) = &card.known else { continue };
        let file = card.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if !facts.ended {
            let name = state.texts.fill("command-continue", [("file", file.as_str().into())]);
            items.push(item(name, Group::Place, Destination::Session(card.path.clone())));
        }
        let name = state.texts.fill("command-debrief", [("file", file.as_str().into())]);
        items.push(item(name, Group::Review, Destination::Debrief(card.path.clone())));
        let name = state.texts.fill("command-replay", [("file", file.as_str().into())]);
        items.push(item(name, Group::Review, Destination::Replay(card.path.clone())));
        if state.library.can_pick(&card.path) {
            let name = state.texts.fill("compare-pick", [("file", file.as_str().into())]);
            items.push(item(name, Group::Review, CompareCommand::Pick(card.path.clone())));
        }
    }
    if state.library.picked.len() > 1 {
        let name = state.texts.fill("compare-show", [("count", state.library.picked.len().into())]);
        items.push(item(name, Group::Review, CompareCommand::Show));
    }
}

/// What can be done with the sessions side by side.
fn comparison(state: &State, shown: &Shown, items: &mut Vec<Item>) {
    items.push(item(state.texts.say("compare-export"), Group::Review, CompareCommand::Export));
    items.push(item(state.texts.say("compare-choose"), Group::Review, CompareCommand::Choose));
    let only_different = CompareCommand::OnlyDifferent(!shown.only_different);
    items.push(item(state.texts.say("compare-only-different"), Group::Review, only_different));
}

/// What can be unfolded in a debrief, and what can be different in it.
fn debrief(state: &State, screen: &DebriefUi, items: &mut Vec<Item>) {
    let texts = &state.texts;
    if screen.page != DebriefPage::Turning {
        return;
    }
    if let Some(found) = &screen.debrief.counterfactual {
        for point in found.costs.iter().chain(&found.gains) {
            let name = texts.fill("turning-point", [("title", point.title.as_str().into())]);
            items.push(item(name, Group::Review, DebriefCommand::Open(Opened::This(point.at, point.title.clone()))));
        }
    }
    let whatif = &screen.whatif;
    for (entry, decision) in screen.session.decisions() {
        let title = screen.session.scenario().action(&decision.action).map_or("", |action| action.title.as_str());
        let at = decision.at.to_string();
        let filling = || [("title", title.into()), ("at", at.as_str().into())];
        items.push(item(texts.fill("command-pick", filling()), Group::Review, WhatifCommand::Pick(entry)));
        items.push(item(texts.fill("command-leave", filling()), Group::Review, WhatifCommand::LeaveOut(entry)));
        if whatif.picked == Some(entry) {
            for (minutes, key) in [(-60, "what_if-hour-earlier"), (60, "what_if-hour-later")] {
                items.push(item(texts.say(key), Group::Review, WhatifCommand::Shift(entry, minutes)));
            }
        }
    }
    if !whatif.altered.is_empty() {
        items.push(item(texts.say("what_if-reset"), Group::Review, WhatifCommand::Reset));
    }
}

/// Moments of a recorded session.
fn moments(state: &State, replay: &Replay, items: &mut Vec<Item>) {
    for marker in &replay.markers {
        let filling = [("at", marker.at.to_string().into()), ("text", marker.text.as_str().into())];
        items.push(item(state.texts.fill("command-moment", filling), Group::Time, ReplayCommand::Seek(marker.at)));
    }
}

/// What can be said about the decision in the making.
fn plan(state: &State, drill: &Drill, items: &mut Vec<Item>) {
    let Some(plan) = &drill.ui.plan else { return };
    let scenario = PublicScenario::of(drill.session.scenario());
    if let Wanted::Choice(choices) = scenario.wanted(&plan.action) {
        for (id, title) in choices {
            let name = state.texts.fill("command-choice", [("title", title.into())]);
            items.push(item(name, Group::Act, PlanCommand::Choice(id.clone())));
        }
    }
    for level in 1..=5_u8 {
        let name = state.texts.fill("command-confidence", [("level", level.into())]);
        items.push(item(name, Group::Act, PlanCommand::Confidence(level)));
    }
    for seat in &drill.situation.roster {
        let name = state.texts.fill("command-led-by", [("role", seat.title.as_str().into())]);
        items.push(item(name, Group::Act, PlanCommand::LedBy(seat.role.clone())));
    }
}

/// What can be said and how it can go out, while the statement is shown.
fn statement(state: &State, drill: &Drill, items: &mut Vec<Item>) {
    if drill.ui.tab != Tab::Statement {
        return;
    }
    let mut say = |topic: &goldenhour_core::simulation::TopicView, words: &str, says: Option<Says>| {
        let filling = [("topic", topic.title.as_str().into()), ("claim", words.into())];
        let name = state.texts.fill("command-say", filling);
        items.push(item(name, Group::Act, ComposerCommand::Say(topic.id.clone(), says)));
    };
    for topic in &drill.situation.topics {
        for claim in &topic.claims {
            say(topic, &claim.text, Some(Says::Option(claim.id.clone())));
        }
        say(topic, &state.texts.say("command-not-known"), Some(Says::NotKnownYet));
        say(topic, &state.texts.say("command-leave-out"), None);
    }
    let scenario = PublicScenario::of(drill.session.scenario());
    for option in drill.situation.options.iter().filter(|option| scenario.wanted(&option.action).is_composed()) {
        let name = state.texts.fill("command-send-as", [("title", option.title.as_str().into())]);
        items.push(item(name, Group::Act, ComposerCommand::Carry(option.action.clone())));
    }
}

/// Decisions to select, and messages and documents to open.
fn exercise(state: &State, drill: &Drill, items: &mut Vec<Item>) {
    for option in drill.situation.options.iter().filter(|option| option.blocked.is_none()) {
        let name = state.texts.fill("command-decision", [("title", option.title.as_str().into())]);
        items.push(item(name, Group::Act, PlanCommand::Select(option.action.clone())));
    }
    for message in drill.situation.inbox.iter().rev() {
        let name = state.texts.fill("command-message", [("title", message.title.as_str().into())]);
        items.push(item(name, Group::Look, LookCommand::Inject(message.inject.clone())));
    }
    for document in PublicScenario::of(drill.session.scenario()).documents(&drill.situation) {
        let name = state.texts.fill("command-document", [("title", document.title.as_str().into())]);
        items.push(item(name, Group::Look, LookCommand::Document(document.id.clone())));
    }
}

fn item(name: String, group: Group, command: impl Into<AppCommand>) -> Item {
    Item { name, group, keys: None, command: command.into() }
}

fn in_drill(state: &State, now: impl FnOnce(&Drill) -> Option<AppCommand>) -> Option<AppCommand> {
    let Route::Exercise(drill) = &state.route else { return None };
    now(drill)
}

/// A command of an exercise that is not over.
fn playing(state: &State, now: impl FnOnce(&Drill) -> AppCommand) -> Option<AppCommand> {
    in_drill(state, |drill| (!drill.situation.ended).then(|| now(drill)))
}

fn in_replay(state: &State, now: impl FnOnce(&Replay) -> AppCommand) -> Option<AppCommand> {
    let Route::Replay(replay) = &state.route else { return None };
    Some(now(replay))
}

/// A command about time, where there is time to pass.
fn passing(state: &State, command: PaceCommand) -> Option<AppCommand> {
    playing(state, |_| command.into()).or_else(|| in_replay(state, |_| ReplayCommand::Pace(command).into()))
}

/// Replays the session of the debrief.
fn watch(state: &State) -> Option<AppCommand> {
    matches!(state.route, Route::Debrief(_)).then(|| DebriefCommand::Watch(SimTime::START).into())
}

fn in_briefing(state: &State, now: impl FnOnce(&Briefing) -> AppCommand) -> Option<AppCommand> {
    let Route::Briefing(briefing) = &state.route else { return None };
    Some(now(briefing))
}

fn run_or_pause(state: &State) -> Option<AppCommand> {
    let other = |pacing: &Pacing| match pacing.pace() {
        Pace::Paused => PaceCommand::Run,
        Pace::Running | Pace::Seeking => PaceCommand::Pause,
    };
    playing(state, |drill| other(&drill.pacing).into())
        .or_else(|| in_replay(state, |replay| ReplayCommand::Pace(other(&replay.pacing)).into()))
}

/// The neighbor of a value in a list of steps.
fn neighbor<T: Copy + PartialOrd>(steps: &[T], value: T, direction: isize) -> Option<T> {
    let above = steps.iter().copied().find(|step| *step > value);
    let below = steps.iter().copied().rev().find(|step| *step < value);
    if direction > 0 { above } else { below }
}

fn speed(state: &State, direction: isize) -> Option<AppCommand> {
    let next = |speeds: &[u32], pacing: &Pacing| neighbor(speeds, pacing.speed(), direction).map(PaceCommand::Speed);
    if let Route::Replay(replay) = &state.route {
        return next(&replay::SPEEDS, &replay.pacing).map(|command| ReplayCommand::Pace(command).into());
    }
    in_drill(state, |drill| next(&SPEEDS, &drill.pacing).map(AppCommand::from))
}

fn scale(state: &State, direction: isize) -> Option<AppCommand> {
    Some(SettingCommand::Scale(neighbor(&SCALES, state.settings.scale, direction)?).into())
}

/// The one thing to do next: begin, decide, publish, end.
fn confirm(state: &State) -> Option<AppCommand> {
    match &state.route {
        Route::Briefing(_) => Some(BriefingCommand::Start.into()),
        Route::Exercise(drill) if drill.ui.end_asked || drill.situation.ended => Some(EndCommand::Confirm.into()),
        Route::Exercise(drill) => decide_or_publish(drill),
        Route::HotWash(_) => Some(HotWashCommand::Keep.into()),
        Route::Library | Route::Gallery | Route::Debrief(_) | Route::Compare(_) | Route::Replay(_) => None,
    }
}

/// Takes the decision in the making, else publishes the statement in the making.
fn decide_or_publish(drill: &Drill) -> Option<AppCommand> {
    if let Some(plan) = &drill.ui.plan {
        return plan.refusal.is_none().then(|| PlanCommand::Decide.into());
    }
    let composer = &drill.ui.composer;
    let is_ready = drill.ui.tab == Tab::Statement && composer.action.is_some() && composer.refusal.is_none();
    is_ready.then(|| ComposerCommand::Publish.into())
}

fn draft(state: &State) -> Option<AppCommand> {
    in_drill(state, |drill| {
        let is_possible = drill.ui.tab == Tab::Statement && !drill.ui.composer.says.is_empty();
        is_possible.then(|| ComposerCommand::Draft.into())
    })
}

fn answer(state: &State) -> Option<AppCommand> {
    in_drill(state, |drill| {
        let open = drill.ui.open_inject.as_ref()?;
        let item = drill.situation.inbox.iter().find(|item| item.inject == *open)?;
        matches!(item.inquiry, Some(InquiryView::Open(_))).then(|| ComposerCommand::ReplyTo(open.clone()).into())
    })
}

/// Closes what was opened last: the end dialog, the prepared decision, the message, the replay.
fn close(state: &State) -> Option<AppCommand> {
    if let Route::Replay(_) = &state.route {
        return Some(ReplayCommand::Back.into());
    }
    in_drill(state, |drill| {
        if drill.ui.end_asked {
            return Some(EndCommand::Cancel.into());
        }
        if drill.ui.plan.is_some() {
            return Some(PlanCommand::Close.into());
        }
        drill.ui.open_inject.as_ref().map(|_| LookCommand::CloseInject.into())
    })
}

/// The oldest message that has not been read.
fn next_message(state: &State) -> Option<AppCommand> {
    in_drill(state, |drill| {
        let ui = &drill.ui;
        let is_new = |id| !ui.read.contains(id) && ui.open_inject.as_ref() != Some(id);
        let next = drill.situation.inbox.iter().find(|item| is_new(&item.inject))?;
        Some(LookCommand::Inject(next.inject.clone()).into())
    })
}

fn tab(state: &State, tab: Tab) -> Option<AppCommand> {
    let look = || LookCommand::Tab(tab);
    in_drill(state, |_| Some(look().into())).or_else(|| in_replay(state, |_| ReplayCommand::Look(look()).into()))
}

fn page(state: &State, page: DebriefPage) -> Option<AppCommand> {
    matches!(state.route, Route::Debrief(_)).then(|| page.into())
}

fn export(state: &State, format: Format) -> Option<AppCommand> {
    matches!(state.route, Route::Debrief(_)).then(|| format.into())
}

/// Back to the library. An exercise that is left is on disk and can be resumed; a hot wash is saved or skipped
/// first, so that nothing written in it is lost.
fn library(state: &State) -> Option<AppCommand> {
    (!matches!(state.route, Route::Library | Route::HotWash(_))).then(|| Destination::Library.into())
}

/// A command of the facilitator, where the mode has one.
fn facilitate(state: &State, command: FacilitatorCommand) -> Option<AppCommand> {
    in_drill(state, |drill| drill.pacing.mode().has_facilitator().then(|| command.into()))
}

fn facilitator(state: &State) -> Option<AppCommand> {
    let is_open = in_drill(state, |drill| drill.facilitator.as_ref().map(|_| FacilitatorCommand::Close.into()));
    is_open.or_else(|| facilitate(state, FacilitatorCommand::Open))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_their_keys() {
        let keys: Vec<_> = TABLE.iter().filter_map(|entry| entry.keys).collect();
        for (index, one) in keys.iter().enumerate() {
            assert!(!keys[index + 1..].contains(one), "{one:?}");
        }
    }

    #[test]
    fn typed_words_may_come_in_any_order_and_beginnings_come_first() {
        let named = |name: &str| item(name.to_owned(), Group::Act, Destination::Library);
        let all = || vec![named("Decision: Call the team"), named("Call the bank"), named("Message: hello")];
        let found: Vec<String> = matching(all(), "CALL the").into_iter().map(|item| item.name).collect();
        assert_eq!(found, ["Call the bank", "Decision: Call the team"]);
        let found: Vec<String> = matching(all(), "team call").into_iter().map(|item| item.name).collect();
        assert_eq!(found, ["Decision: Call the team"]);
        let found: Vec<String> = matching(all(), "").into_iter().map(|item| item.name).collect();
        assert_eq!(found, ["Decision: Call the team", "Call the bank", "Message: hello"]);
        let found: Vec<String> = matching(all(), "ctb").into_iter().map(|item| item.name).collect();
        assert_eq!(found, ["Call the bank"]);
        assert!(matching(all(), "nothing like it").is_empty());
    }
}
