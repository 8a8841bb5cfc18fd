//! Commands of the composer.

use super::state::{Form, Pane, Unfolded};
use goldenhour_core::id::{ActionId, InjectId, RoleId, TopicId};
use goldenhour_core::statement::Says;
use goldenhour_core::time::SimDuration;

/// A user action on the unpublished statement.
#[derive(Clone, Debug)]
pub enum ComposerCommand {
    /// Selects the action that publishes the statement.
    Carry(ActionId),
    /// Deselects the action.
    ChooseAgain,
    /// Expands a topic in the outline, or collapses it.
    Unfold(Unfolded),
    /// Appends a sentence for the claim on a topic to the text.
    Write(TopicId),
    /// Previews the statement in a form.
    Show(Form),
    /// Switches to a part of the composer.
    Pane(Pane),
    /// Turns the statement into a reply to an inquiry.
    ReplyTo(InjectId),
    /// Sets the claim for a topic. `None` leaves the topic out.
    Say(TopicId, Option<Says>),
    /// Sets the text in a topic's number field.
    Number(TopicId, String),
    /// Sets the text of the statement.
    Text(String),
    /// Replaces the text with a draft generated from the claims.
    Draft,
    /// Sets the time until the promised next update. `None` promises no update.
    NextUpdate(Option<SimDuration>),
    /// Sets the role that drafts the statement.
    LedBy(RoleId),
    /// Submits the statement for approval and publication.
    Publish,
}
