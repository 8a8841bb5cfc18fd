//! Slips: public statements that go out with a wrong link, a wrong date or as an outdated draft.
//!
//! Archetype X6 in section 10 of `docs/model.md`: credibility is multiplied by `credibility_slip`, and the slip
//! makes a small story. The content of the statement counts as usual.

use super::state::Disclosure;
use crate::scenario::Model;
use crate::simulation::media::newsdesk::{NewsItem, Newsdesk};
use crate::timeline::StoryKind;

/// Applies the cost of a slip that reached the public.
pub(super) fn notice(disclosure: &mut Disclosure, newsdesk: &mut Newsdesk, model: &Model) {
    disclosure.doubt(model.credibility_slip.value);
    newsdesk.bring(NewsItem::new(StoryKind::Slip, model.shot_slip.value));
}
