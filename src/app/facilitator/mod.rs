//! The facilitator's window, from which an exercise is led.

pub mod command;
mod context;
mod deck;
mod fork;
mod journal;
mod msel;
mod note_draft;
pub(super) mod open;
mod read_statement;
mod scores;
pub mod state;
mod statements;
mod topbar;
mod truth;
pub(super) mod update;
pub(super) mod view;
