//! The state of the online shop, which actions change and conditions ask for.

use serde::{Deserialize, Serialize};

/// Whether the shop is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ShopState {
    /// Everything works.
    #[default]
    Online,
    /// It sells, but slowly or with parts switched off.
    Degraded,
    /// It is closed.
    Down,
}
