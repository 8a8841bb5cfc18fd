//! The guided first run: selection of the current [`hint`](mod@hint) and the [`view`] that draws it.

mod hint;
pub(super) mod view;

pub use hint::{COUNT, Hint, hint};
