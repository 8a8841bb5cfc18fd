//! A facilitator's rulings on what a statement says: on passages that could not be checked, and corrections of a
//! reading.
//!
//! A ruling is a log entry of its own, so the recorded reading stays as it was. It applies from its time on: to a
//! statement that has not been published yet as if it had been read like this, to a published one in everything that
//! is judged and shown from then on. What the world has already done in response stays done.

use serde::{Deserialize, Serialize};

use super::claim::Says;
use super::place::Place;
use super::reading_record::{ReadClaim, ReadingRecord, Stance};
use crate::id::TopicId;

/// A ruling on a passage of a statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ruling {
    /// A passage that could not be checked is judged by hand.
    Judged {
        /// The passage.
        at: Place,
        /// Topic that it belongs to.
        topic: TopicId,
        /// The judgment.
        verdict: Verdict,
    },
    /// The text does not say what the reader understood.
    NotSaid {
        /// The passage.
        at: Place,
        /// Topic of the claim that the reader found.
        topic: TopicId,
        /// The claim that the reader found.
        says: Says,
    },
    /// The text says something that the reader missed.
    Said {
        /// The passage.
        at: Place,
        /// Topic of the claim.
        topic: TopicId,
        /// The claim.
        says: Says,
    },
}

/// A facilitator's judgment on a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Verdict {
    /// It is true.
    True,
    /// It is false.
    False,
    /// It does not matter whether it is true.
    Harmless,
}

/// Reason why a ruling cannot be applied to a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RulingError {
    /// The entry is not a statement, or its text was not read.
    #[error("the entry is not a statement that was read")]
    NotRead,
    /// The passage is not in the text.
    #[error("the text has no such passage")]
    NoPassage,
    /// The scenario has no such topic, or the topic has no such claim.
    #[error("the scenario has no such claim")]
    NoClaim,
    /// The passage was not listed as unchecked.
    #[error("the passage is not one that could not be checked")]
    NotUnchecked,
    /// The reader did not find this claim in the passage.
    #[error("the reader did not find this claim in the passage")]
    NotFound,
    /// The reader has found this claim in the passage already.
    #[error("the passage is already read like this")]
    AlreadySaid,
}

impl Ruling {
    /// Returns the passage.
    pub fn at(&self) -> Place {
        match self {
            Ruling::Judged { at, .. } | Ruling::NotSaid { at, .. } | Ruling::Said { at, .. } => *at,
        }
    }

    /// Returns the topic.
    pub fn topic(&self) -> &TopicId {
        match self {
            Ruling::Judged { topic, .. } | Ruling::NotSaid { topic, .. } | Ruling::Said { topic, .. } => topic,
        }
    }

    /// Checks whether the ruling fits a text and its reading.
    ///
    /// # Errors
    /// Returns the reason if it does not.
    pub fn check(&self, text: &str, reading: &ReadingRecord) -> Result<(), RulingError> {
        let Place(start, end) = self.at();
        if start >= end || text.get(start..end).is_none() {
            return Err(RulingError::NoPassage);
        }
        match self {
            Ruling::Judged { at, .. } if !reading.unchecked.contains(at) => Err(RulingError::NotUnchecked),
            Ruling::NotSaid { at, topic, says } if !reads(reading, *at, topic, says) => Err(RulingError::NotFound),
            Ruling::Said { at, topic, says } if reads(reading, *at, topic, says) => Err(RulingError::AlreadySaid),
            Ruling::Judged { .. } | Ruling::NotSaid { .. } | Ruling::Said { .. } => Ok(()),
        }
    }

    /// Applies the ruling to a reading.
    pub fn apply(&self, reading: &mut ReadingRecord) {
        let claim = |says: Says| ReadClaim {
            topic: self.topic().clone(),
            says,
            stance: Stance::Asserted,
            at: self.at(),
            sure: 100,
        };
        match self {
            Ruling::Judged { at, verdict, .. } => {
                reading.unchecked.retain(|place| place != at);
                match verdict {
                    Verdict::True => reading.said.push(claim(Says::Ruled(true))),
                    Verdict::False => reading.said.push(claim(Says::Ruled(false))),
                    Verdict::Harmless => {}
                }
            }
            Ruling::NotSaid { at, topic, says } => {
                reading.said.retain(|claim| !(claim.at == *at && claim.topic == *topic && claim.says == *says));
            }
            Ruling::Said { at, says, .. } => {
                reading.unchecked.retain(|place| place.1 <= at.0 || at.1 <= place.0);
                reading.said.push(claim(says.clone()));
            }
        }
        reading.said.sort_by_key(|claim| claim.at);
    }
}

/// Returns whether a reading contains a claim.
fn reads(reading: &ReadingRecord, at: Place, topic: &TopicId, says: &Says) -> bool {
    reading.said.iter().any(|claim| claim.at == at && claim.topic == *topic && claim.says == *says)
}
