//! False claims that have not been exposed.

use serde::Serialize;

use crate::id::TopicId;
use crate::scenario::AudienceKind;

/// A false claim that has not been exposed.
#[derive(Clone, Debug, Serialize)]
pub(super) struct OpenClaim {
    pub(super) publication: usize,
    pub(super) topic: TopicId,
    pub(super) audience: AudienceKind,
    /// Whether the organization knew better when it made the claim.
    pub(super) knew: bool,
    /// Whether the claim states a number.
    pub(super) number: bool,
    /// Whether the claim blames a third party.
    pub(super) blames: bool,
}

impl OpenClaim {
    /// Returns whether the claim is a number stated in good faith. It is revised instead of reversed.
    pub(super) fn is_estimate(&self) -> bool {
        self.number && !self.knew
    }
}
