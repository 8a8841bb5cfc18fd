//! What the players can see, and what is true.
//!
//! A [`Situation`] is everything that a role may know now, as plain data: the facts, the inbox, who is at work, what
//! can be done and why not, the newsroom, and, once listening is switched on, public sentiment. Screens and
//! autopilots get nothing else. A [`GroundTruth`] is for the facilitator. Each kind of view has a file here.

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
