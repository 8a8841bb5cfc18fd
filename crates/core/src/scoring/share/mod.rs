//! Shares: evidence that is a proportion, with what was done and what was not.
//!
//! If there was nothing to do, there is nothing to count and the criterion is not applicable. If there was
//! something to do and the team did nothing, the share is 0: a team that publishes nothing earns no credit for kept
//! promises or for reassurances that held.
//!
//! Repeats count once. A repeated claim, reassurance or action counts as one. A statement that repeats another or
//! is empty does not count as a statement ([`super::record`]). An answer identical to an earlier one, although more
//! is known by now, is a template and earns little. Of several answers to the same posts, only the best counts.
//!
//! Each kind of share in the playbook's vocabulary ([`Share`]) has its own file, and the text properties are in
//! [`property`]. They build on [`counted`] (the result), [`work`] and [`claim`] (actions and claims), [`signal`]
//! and [`repeat`].

mod act;
mod action;
mod claim;
mod clock;
mod contact;
mod counted;
mod customer;
mod detail;
mod duty;
mod hardening;
mod inquiry;
mod load;
mod outline;
mod post;
mod promise;
mod property;
mod reassurance;
mod repeat;
mod role;
mod signal;
mod soundness;
mod unknown;
mod update;
mod work;

pub use counted::Counted;
pub(super) use work::{harm, harmful};

use super::record::Record;
use crate::scenario::{Share, StakeholderKind, TextFinding};

/// Counts a kind of share.
pub fn count(share: Share, record: &Record<'_>) -> Counted {
    match share {
        Share::RolesActive => role::count(record),
        Share::DutiesKept => duty::count(record),
        Share::InquiriesAnswered => inquiry::count(record),
        Share::DetailsGiven => detail::count(record),
        Share::Heard => signal::count(record),
        Share::ClaimsSound => soundness::count(record),
        Share::PromisesKept => promise::count(record),
        Share::ReassurancesHeld => reassurance::count(record),
        Share::ContactsGiven => contact::count(record),
        Share::UpdatesAnnounced => update::count(record),
        Share::UnknownsNamed => unknown::count(record),
        Share::CustomersFirst => customer::count(record),
        Share::Hardening => hardening::count(record),
        Share::NegativeAnswered => post::count(record),
        Share::ClocksMet => clock::count(None, 0.0, record),
        Share::LoadBalanced => load::count(record),
        Share::ActsSound => act::count(record),
        Share::WithinOutline => outline::count(record),
        Share::ActionsTold => action::count(record),
    }
}

/// Counts the clocks owed to a kind of stakeholder. A clock met late earns `late`.
pub fn clocks_of(kind: StakeholderKind, late: f64, record: &Record<'_>) -> Counted {
    clock::count(Some(kind), late, record)
}

/// Counts the public statements that have a property, or those free of it if it is not `wanted`.
pub fn texts(what: TextFinding, wanted: bool, record: &Record<'_>) -> Counted {
    property::count(what, wanted, record)
}
