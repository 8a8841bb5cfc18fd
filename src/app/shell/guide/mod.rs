//! The guided first run: which [`hint`](mod@hint) applies, and how it is drawn ([`view`]).

mod hint;
pub(super) mod view;

pub use hint::{COUNT, Hint, hint};
