//! Views of the world for players and facilitators.
//!
//! A [`Situation`] is plain data that contains everything the players can know now: facts, the inbox, who is at
//! work, available and blocked actions, the newsroom and, once social listening is on, public sentiment. Screens
//! and autopilots have no other access to the world. A [`GroundTruth`] is the complete state, for the facilitator.
//! Each kind of view has its own file.

mod clock;
mod deck;
mod fact;
pub(super) mod ground_truth;
mod history;
mod inbox;
mod option;
pub(super) mod player;
mod seat;
mod sentiment;
mod statement;
mod topic;
mod view;
mod work;

pub use clock::ClockView;
pub use deck::DeckCard;
pub use fact::{FactView, Knowledge};
pub use ground_truth::GroundTruth;
pub use history::{Deed, HistoryLine};
pub use inbox::{InboxItem, InquiryView};
pub use option::{AskView, ChoiceView, OptionView};
pub use player::Situation;
pub use seat::{Presence, SeatView};
pub use sentiment::SentimentRow;
pub use statement::StatementView;
pub use topic::{ClaimView, TopicView};
pub use work::WorkView;
