//! What the window can be asked to do.
//!
//! Drawing changes nothing: a view reads what it is given and sends an [`AppCommand`]. Commands run once a
//! frame, after drawing, in [`apply`](super::apply). They are not recorded; what a session records are the
//! decisions and controls that some of them lead to.

use std::cell::RefCell;
use std::path::PathBuf;

use super::editing::Slot;
use super::language::Language;
use super::state::Sheet;
use super::theme::ThemeKind;
use super::turning::Opened;
use goldenhour_core::id::{ActionId, ChoiceId, CriterionId, DocumentId, InjectId, ObjectiveId, RoleId, TopicId};
use goldenhour_core::scenario::Metric;
use goldenhour_core::scenario::library::Origin;
use goldenhour_core::session::Mode;
use goldenhour_core::session::edit::Line;
use goldenhour_core::session::review::About;
use goldenhour_core::statement::Says;
use goldenhour_core::time::{SimDuration, SimTime};
use goldenhour_core::timeline::EntryNumber;

/// Something the window is asked to do.
#[derive(Clone, Debug)]
pub enum AppCommand {
    /// Go somewhere else.
    Open(Destination),
    /// Search the library, or copy from it.
    Library(LibraryCommand),
    /// Change how the exercise will begin, or begin it.
    Briefing(BriefingCommand),
    /// Change how simulated time runs.
    Pace(PaceCommand),
    /// Look at something in the exercise.
    Look(LookCommand),
    /// Work on the selected decision, or take it.
    Plan(PlanCommand),
    /// Work on a statement, or publish it.
    Compose(ComposeCommand),
    /// Lead the exercise.
    Facilitate(FacilitateCommand),
    /// End the exercise.
    End(EndCommand),
    /// Work on the hot wash.
    HotWash(HotWashCommand),
    /// Read the debrief, and ask what would have been.
    Debrief(DebriefCommand),
    /// Look at another moment of a recorded session.
    Replay(ReplayCommand),
    /// Give a criterion another credit.
    Mark(MarkCommand),
    /// Write in the report.
    Edit(EditCommand),
    /// Pick sessions and lay them side by side.
    Compare(CompareCommand),
    /// Write the debrief to a file beside the session.
    Export(ExportFormat),
    /// Switch between the dark and the light look.
    SwitchTheme,
    /// Change a setting; it is kept at once.
    Set(SettingCommand),
    /// Ask the system for a scenario or session file to open.
    ChooseFile,
    /// Open a file or folder by what it is: a session, a scenario.
    OpenPath(PathBuf),
    /// Call off the long work that runs.
    CancelTask,
    /// Put a sheet over the screen, or take it away.
    Sheet(Option<Sheet>),
    /// Take away the notice.
    DismissNotice,
}

/// What can be set about the window itself.
#[derive(Clone, Copy, Debug)]
pub enum SettingCommand {
    /// The look.
    Theme(ThemeKind),
    /// The language of the program's own words.
    Language(Language),
    /// The size of everything, in hundredths.
    Scale(u16),
    /// Whether nothing moves that need not.
    ReducedMotion(bool),
    /// The speed with which an exercise begins.
    Speed(u32),
    /// Whether an exercise begins by standing still at injects.
    PauseAtInjects(bool),
    /// Whether the guided first run was seen or put away.
    Guided(bool),
}

/// Where to go.
#[derive(Clone, Debug)]
pub enum Destination {
    /// All scenarios and recent sessions.
    Library,
    /// All building blocks, to be looked at.
    Gallery,
    /// The briefing of a scenario.
    Briefing(Origin),
    /// A recorded session, to go on with it.
    Session(PathBuf),
    /// The debrief of a recorded session.
    Debrief(PathBuf),
    /// A recorded session, to look at it again.
    Replay(PathBuf),
}

/// What can be done in the library.
#[derive(Clone, Debug)]
pub enum LibraryCommand {
    /// Shows only what has these words.
    Search(String),
    /// Copies a scenario into the user's own folder, to edit it there.
    Copy(Origin),
}

/// What can be done at the briefing.
#[derive(Clone, Debug)]
pub enum BriefingCommand {
    /// Sets what stands in the seed field.
    Seed(String),
    /// Draws a seed.
    Surprise,
    /// Shows another document.
    Document(DocumentId),
    /// Sets who plays a role.
    Player(RoleId, String),
    /// Sets how the session is paced.
    Mode(Mode),
    /// Begins the exercise.
    Start,
}

/// How simulated time runs.
#[derive(Clone, Copy, Debug)]
pub enum PaceCommand {
    /// Runs.
    Run,
    /// Stands still.
    Pause,
    /// Runs at this many simulated seconds a second.
    Speed(u32),
    /// Goes one minute further and stands still.
    Step,
    /// Goes to the next inject and stands still there.
    NextInject,
    /// Goes on by so much and stands still there; earlier at an inject, where that is wanted.
    Jump(SimDuration),
    /// Whether to stand still whenever an inject arrives.
    PauseAtInjects(bool),
}

/// The tabs in the middle of the exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The board of facts.
    Situation,
    /// What outlets report.
    Newsroom,
    /// What customers write.
    Social,
    /// How people feel.
    Sentiment,
    /// The composer.
    Statement,
    /// Documents of the story.
    Documents,
}

/// What to look at.
#[derive(Clone, Debug)]
pub enum LookCommand {
    /// Shows a tab.
    Tab(Tab),
    /// Opens a message.
    Inject(InjectId),
    /// Closes the open message.
    CloseInject,
    /// Opens a document.
    Document(DocumentId),
}

/// What can be done with a decision before it is taken.
#[derive(Clone, Debug)]
pub enum PlanCommand {
    /// Selects an action; one that asks for a statement opens the composer.
    Select(ActionId),
    /// Puts the selected action away.
    Close,
    /// Sets who leads it.
    LedBy(RoleId),
    /// Sets why.
    Rationale(String),
    /// Sets how sure the team is, from 1 to 5.
    Confidence(u8),
    /// Sets which way it is done.
    Choice(ChoiceId),
    /// Takes the decision.
    Decide,
}

/// What a statement looks like where it goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A press release on paper.
    Release,
    /// An e-mail.
    Mail,
    /// A post on the shop's own account.
    Post,
    /// A banner in the shop.
    Banner,
}

/// The parts of the composer, of which a small window shows one or two at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// What is said by topic.
    Outline,
    /// The words.
    #[default]
    Words,
    /// What it looks like.
    Preview,
    /// The way out.
    Outlet,
}

/// Which topic of the outline lies open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Unfolded {
    /// The first that is not decided.
    #[default]
    Next,
    /// This one.
    Topic(TopicId),
    /// None.
    Nothing,
}

/// What can be done with a statement before it goes out.
#[derive(Clone, Debug)]
pub enum ComposeCommand {
    /// Sets which action carries it.
    Carry(ActionId),
    /// Takes the choice of the action back.
    ChooseAgain,
    /// Opens a topic of the outline.
    Unfold(Unfolded),
    /// Adds the sentence of what is said about a topic to the words.
    Write(TopicId),
    /// Shows what it looks like in a form.
    Show(Form),
    /// Shows a part of the composer.
    Pane(Pane),
    /// Makes it the answer to an inquiry.
    ReplyTo(InjectId),
    /// Sets what is said about a topic; nothing leaves the topic out.
    Say(TopicId, Option<Says>),
    /// Sets what stands in the number field of a topic.
    Number(TopicId, String),
    /// Sets the words.
    Text(String),
    /// Replaces the words by a draft made from the claims.
    Draft,
    /// Sets how soon the next update follows.
    NextUpdate(Option<SimDuration>),
    /// Sets who leads it.
    LedBy(RoleId),
    /// Gives it to the role that leads it, to be approved and published.
    Publish,
}

/// How the exercise ends.
#[derive(Clone, Copy, Debug)]
pub enum EndCommand {
    /// Asks whether it should.
    Ask,
    /// Goes on after all.
    Cancel,
    /// Ends it and opens the debrief.
    Confirm,
    /// Ends it and opens the hot wash.
    HotWash,
}

/// What the facilitator can do, besides pace.
#[derive(Clone, Debug)]
pub enum FacilitateCommand {
    /// Opens the facilitator's window.
    Open,
    /// Closes it.
    Close,
    /// Shows another part of it.
    Page(FacilitatorPage),
    /// Shows other injects of the MSEL.
    Filter(MselFilter),
    /// Opens an inject, or closes it where it is open.
    Select(InjectId),
    /// Releases an inject now.
    Release(InjectId),
    /// Holds an inject back.
    Hold(InjectId),
    /// Holds an inject back for so long after it would be due, or after now where that is later.
    Postpone(InjectId, SimDuration),
    /// Gives an inject back to its trigger.
    Resume(InjectId),
    /// Releases an inject of the contingency deck that fits now, drawn by chance.
    Surprise,
    /// Begins a note or a mark at the present moment.
    BeginNote(NoteKind),
    /// Sets the text of the note.
    NoteText(String),
    /// Keeps the note in the session.
    KeepNote,
    /// Discards the note.
    DropNote,
    /// Sets which objective the marks are about.
    Objective(ObjectiveId),
    /// Counts the points so far.
    Score,
    /// Copies the session so far and goes on in the copy.
    Fork,
}

/// What a note of the facilitator records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// Something seen.
    Note,
    /// How well an objective is being met, from 1 (without challenges) to 4 (unable), and why.
    Rating(ObjectiveId, u8),
}

/// The parts of the facilitator's window beside the MSEL.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FacilitatorPage {
    /// What is so beside what the players know, and the clocks.
    #[default]
    Truth,
    /// The contingency deck.
    Deck,
    /// Points so far, and objectives with their marks.
    Scores,
    /// Notes, marks and controls.
    Log,
}

/// Which injects of the MSEL are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MselFilter {
    /// Those that wait for their trigger.
    #[default]
    Due,
    /// Those that were released.
    Released,
    /// Those that are held or postponed.
    Held,
    /// Those that will not come.
    Skipped,
    /// All of them.
    All,
}

/// What can be done in the hot wash.
#[derive(Clone, Debug)]
pub enum HotWashCommand {
    /// Opens it again from the debrief.
    Open,
    /// Shows another part of it.
    Page(HotWashPage),
    /// Sets what was said to the question at this position.
    Answer(usize, String),
    /// Picks what a remark will be about, or nothing where it is picked already.
    Pick(About),
    /// Adds a remark about what is picked.
    Remark(RemarkKind),
    /// Sets the words of the remark at this position.
    RemarkText(usize, String),
    /// Removes the remark at this position.
    RemarkDrop(usize),
    /// Adds a corrective action that answers the criterion that is picked.
    Action,
    /// Sets what will be done in the corrective action at this position.
    ActionText(usize, String),
    /// Sets who sees to the corrective action at this position.
    ActionOwner(usize, RoleId),
    /// Sets by which day, as `2027-01-15`.
    ActionDue(usize, String),
    /// Removes the corrective action at this position.
    ActionDrop(usize),
    /// Sets how a role did, from 1 (could not do its part) to 4 (without trouble).
    Mark(RoleId, u8),
    /// Sets why.
    Because(RoleId, String),
    /// Sets the words of a lesson.
    Lesson(String),
    /// Keeps the lesson, without a name, at once.
    LessonKeep,
    /// Keeps everything and opens the debrief.
    Keep,
    /// Opens the debrief and keeps nothing more.
    Skip,
}

/// The parts of the hot wash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HotWashPage {
    /// Questions to talk about.
    #[default]
    Questions,
    /// Strengths, failures, improvements, corrective actions.
    Review,
    /// How each role did.
    Roles,
    /// Lessons without names.
    Lessons,
}

/// What kind of remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// Something that went right.
    Strength,
    /// Something that failed.
    Failure,
    /// Something to do better.
    Improvement,
}

/// The parts of the debrief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DebriefPage {
    /// Steps, story, findings.
    #[default]
    Overview,
    /// What moved most, luck, and what would have been.
    Turning,
    /// All criteria with their evidence.
    Criteria,
    /// What was said and what became of it.
    Statements,
    /// Clocks, inquiries, team.
    Duties,
    /// The report, to be edited and signed.
    Report,
    /// Improvement plan and questions.
    Improvement,
    /// Everything that happened.
    Log,
}

/// What can be done in the debrief.
#[derive(Clone, Debug)]
pub enum DebriefCommand {
    /// Shows another part of it.
    Page(DebriefPage),
    /// Looks no further for turning points; what was found stays.
    Stop,
    /// Looks for turning points again.
    LookAgain,
    /// Unfolds a turning point.
    Open(Opened),
    /// Draws the what-if curves of another metric, by its place.
    Curve(usize),
    /// Whether everything that was tried is listed.
    ListAll(bool),
    /// Which metric of doing nothing and of the best known play is drawn beside the story.
    Beside(Metric),
    /// Changes what would have been different.
    Whatif(WhatifCommand),
    /// Looks at the session again from a moment on.
    Watch(SimTime),
}

/// What a reviewer can do about the credit of a criterion.
#[derive(Clone, Debug)]
pub enum MarkCommand {
    /// Sets who reviews; the name is kept with the settings.
    Reviewer(String),
    /// Begins a mark.
    Begin(CriterionId),
    /// Sets the credit that the criterion should have, in hundredths.
    Credit(u8),
    /// Sets why.
    Reason(String),
    /// Keeps the mark in the session.
    Keep,
    /// Throws it away.
    Drop,
}

/// What a reviewer can write in the report.
#[derive(Clone, Debug)]
pub enum EditCommand {
    /// Begins to write, from the words that stand.
    Begin(Slot, String),
    /// Sets the words.
    Text(String),
    /// Sets the words of the second field.
    Second(String),
    /// Keeps them in the session.
    Keep,
    /// Throws them away.
    Drop,
    /// Takes back what was written, so that the program's own words stand again.
    TakeBack(Slot),
    /// Takes back that a line was struck.
    Restore(Line),
    /// Declares the report final.
    Final,
    /// Makes it a draft again.
    Draft,
}

/// What can be different in a run.
#[derive(Clone, Debug)]
pub enum WhatifCommand {
    /// Picks a decision.
    Pick(EntryNumber),
    /// Picks none.
    PutAway,
    /// Leaves a decision out.
    LeaveOut(EntryNumber),
    /// Has a decision taken at another time.
    Move(EntryNumber, SimTime),
    /// Has a decision taken some minutes earlier (below 0) or later.
    Shift(EntryNumber, i32),
    /// Has a decision made another way.
    Choose(EntryNumber, ChoiceId),
    /// Takes the change of a decision back.
    Restore(EntryNumber),
    /// Takes all changes back.
    Reset,
}

/// What can be done with a recorded session besides pace.
#[derive(Clone, Copy, Debug)]
pub enum ReplayCommand {
    /// Shows a moment.
    Seek(SimTime),
    /// Shows a moment some minutes earlier (below 0) or later.
    Shift(i32),
    /// Goes to the next thing that people did or met.
    Next,
    /// Goes to the one before.
    Previous,
    /// Whether what was so is shown beside what the players knew.
    Truth(bool),
    /// Goes back to where it was opened from.
    Back,
}

/// What can be done with several sessions side by side.
#[derive(Clone, Debug)]
pub enum CompareCommand {
    /// Picks a session in the library, or no longer.
    Pick(PathBuf),
    /// Picks none.
    PickNone,
    /// Plays what is picked again, scores it and shows it side by side.
    Show,
    /// Goes back to the library, with what is shown picked.
    Choose,
    /// Whether only criteria are shown in which the sessions differ.
    OnlyDifferent(bool),
    /// Writes the comparison as Markdown.
    Export,
}

/// What a debrief is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// A page to read and print.
    Html,
    /// Text to work on.
    Markdown,
    /// Data.
    Json,
    /// Tables.
    Csv,
    /// A paper to sign and file.
    #[cfg(feature = "pdf")]
    Pdf,
}

/// Takes commands while a frame is drawn.
#[derive(Debug, Default)]
pub struct CommandSender(RefCell<Vec<AppCommand>>);

impl CommandSender {
    /// Sends a command; it runs when the frame is drawn.
    pub fn send(&self, command: AppCommand) {
        self.0.borrow_mut().push(command);
    }

    /// Takes all commands, oldest first.
    pub fn take(&self) -> Vec<AppCommand> {
        self.0.take()
    }
}

/// Makes the commands of a part sendable as they are.
macro_rules! parts {
    ($($part:ident($type:ty)),* $(,)?) => {$(
        impl From<$type> for AppCommand {
            fn from(command: $type) -> Self {
                AppCommand::$part(command)
            }
        }
    )*};
}

parts! {
    Open(Destination),
    Library(LibraryCommand),
    Briefing(BriefingCommand),
    Pace(PaceCommand),
    Look(LookCommand),
    Plan(PlanCommand),
    Compose(ComposeCommand),
    End(EndCommand),
    Facilitate(FacilitateCommand),
    HotWash(HotWashCommand),
    Debrief(DebriefCommand),
    Replay(ReplayCommand),
    Mark(MarkCommand),
    Edit(EditCommand),
    Compare(CompareCommand),
    Export(ExportFormat),
    Set(SettingCommand),
}

impl From<DebriefPage> for AppCommand {
    fn from(page: DebriefPage) -> Self {
        AppCommand::Debrief(DebriefCommand::Page(page))
    }
}

impl From<WhatifCommand> for AppCommand {
    fn from(command: WhatifCommand) -> Self {
        AppCommand::Debrief(DebriefCommand::Whatif(command))
    }
}
