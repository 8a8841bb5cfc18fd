//! State of the online shop, set by actions and tested by conditions.

use serde::{Deserialize, Serialize};

/// Availability of the online shop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ShopState {
    /// Fully functional.
    #[default]
    Online,
    /// Open, but slow or with some functions disabled.
    Degraded,
    /// Closed.
    Down,
}
