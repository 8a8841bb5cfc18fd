//! Checks edits against the log that they are added to.
//!
//! [`Edit::check`] checks an edit on its own. An edit can also refer to a log entry or to an earlier addition, and
//! whether these exist depends on the log.

use super::edit::{Edit, Named, Place};
use super::log::Entry;
use crate::id::AdditionId;
use crate::scenario::Scenario;

/// Checks a sequence of edits that is to be appended to a log.
///
/// # Errors
/// Returns a description of the first problem.
pub fn check_all(edits: &[Edit], scenario: &Scenario, entries: &[Entry]) -> Result<(), String> {
    let mut earlier: Vec<&Edit> = entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Edit { edit, .. } => Some(edit),
            _ => None,
        })
        .collect();
    for edit in edits {
        edit.check(scenario)?;
        check_against(edit, entries, &earlier)?;
        earlier.push(edit);
    }
    Ok(())
}

/// Checks that the log and the earlier additions contain what an edit refers to.
fn check_against(edit: &Edit, entries: &[Entry], earlier: &[&Edit]) -> Result<(), String> {
    let added = |id: &AdditionId, action: bool| earlier.iter().any(|earlier| earlier.adds() == Some((id, action)));
    if let Some((id, action)) = edit.adds()
        && added(id, action)
    {
        return Err(format!("`{id}` has already been added"));
    }
    if let Some(Named::Added(id)) = edit.named()
        && !added(id, edit.is_about_an_action())
    {
        let what = if edit.is_about_an_action() { "corrective action" } else { "finding" };
        return Err(format!("no {what} `{id}` has been added"));
    }
    edit.places().iter().try_for_each(|place| check_place(*place, entries))
}

fn check_place(place: Place, entries: &[Entry]) -> Result<(), String> {
    let Place::Entry(number, at) = place else { return Ok(()) };
    match entries.get(number as usize) {
        None => Err(format!("the log has no entry {number}")),
        Some(Entry::Checkpoint(_)) => Err(format!("entry {number} is a checkpoint, which an edit cannot refer to")),
        Some(entry) if entry.at() != at => Err(format!("entry {number} is dated {}, not {at}", entry.at())),
        Some(_) => Ok(()),
    }
}
