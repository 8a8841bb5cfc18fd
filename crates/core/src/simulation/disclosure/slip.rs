//! A slip: a public word goes out with a wrong link, a wrong date, or in the draft before last.
//!
//! Archetype X6 of `model.md` 10: credibility is multiplied by `credibility_slip`, and it is a small story. What
//! was said stays said.

use super::state::Disclosure;
use crate::scenario::Model;
use crate::simulation::media::newsdesk::{NewsItem, Newsdesk};
use crate::timeline::StoryKind;

/// Lets a word that reached the public with a slip cost what it costs.
pub(super) fn notice(disclosure: &mut Disclosure, newsdesk: &mut Newsdesk, model: &Model) {
    disclosure.doubt(model.credibility_slip.value);
    newsdesk.bring(NewsItem::new(StoryKind::Slip, model.shot_slip.value));
}
