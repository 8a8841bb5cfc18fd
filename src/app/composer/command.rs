//! Commands of the composer.

use super::state::{Form, Pane, Unfolded};
use goldenhour_core::id::{ActionId, InjectId, RoleId, TopicId};
use goldenhour_core::statement::Says;
use goldenhour_core::time::SimDuration;

/// What can be done with a statement before it is published.
#[derive(Clone, Debug)]
pub enum ComposerCommand {
    /// Sets which action carries it.
    Carry(ActionId),
    /// Deselects the action.
    ChooseAgain,
    /// Opens a topic of the outline.
    Unfold(Unfolded),
    /// Appends a sentence for the claim of a topic to the text.
    Write(TopicId),
    /// Previews it in a form.
    Show(Form),
    /// Shows a part of the composer.
    Pane(Pane),
    /// Makes it the answer to an inquiry.
    ReplyTo(InjectId),
    /// Sets the claim for a topic; `None` leaves the topic out.
    Say(TopicId, Option<Says>),
    /// Sets the text of the number field of a topic.
    Number(TopicId, String),
    /// Sets the text.
    Text(String),
    /// Replaces the text with a draft made from the claims.
    Draft,
    /// Sets how soon the next update follows.
    NextUpdate(Option<SimDuration>),
    /// Sets who leads it.
    LedBy(RoleId),
    /// Submits it to the role that leads it, for approval and publication.
    Publish,
}
