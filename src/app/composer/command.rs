//! Commands of the composer.

use super::state::{Form, Pane, Unfolded};
use goldenhour_core::id::{ActionId, InjectId, RoleId, TopicId};
use goldenhour_core::statement::Says;
use goldenhour_core::time::SimDuration;

/// What can be done with a statement before it goes out.
#[derive(Clone, Debug)]
pub enum ComposerCommand {
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
