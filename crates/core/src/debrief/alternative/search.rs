//! Search for alternatives of all kinds.

use super::book::Book;
use super::{Alternative, Recording, absence, choice, falsehood, lateness, omission};
use crate::simulation::Population;

/// Returns all alternatives of a run, in chronological order.
pub fn find(recording: &Recording, population: Population) -> Vec<Alternative> {
    let book = Book::play(recording, population);
    let mut found = absence::find(recording);
    found.extend(lateness::find(recording, &book));
    found.extend(choice::find(recording, &book));
    found.extend(falsehood::find(recording));
    found.extend(omission::find(recording, &book, population));
    found.sort_by_key(|alternative| alternative.at);
    found
}
