//! The ratings with their definitions.

use serde::Serialize;

use super::sentence::sentence_case;
use goldenhour_core::scoring::Rating;

/// A rating and its definition.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RatingRow {
    /// Letter.
    pub letter: &'static str,
    /// Meaning.
    pub meaning: String,
    /// CSS class.
    pub key: &'static str,
    /// Minimum points and requirements.
    pub demands: &'static str,
}

pub(super) fn rating_row(rating: Rating) -> RatingRow {
    let demands = match rating {
        Rating::P => "At least 85 points. Critical tasks were completed in line with plans, procedures and law.",
        Rating::S => "At least 65 points. As above, but effectiveness or efficiency could be improved.",
        Rating::M => {
            "At least 40 points, or more if a binding clock was met late or a false statement was made. The objective \
             was met, but with adverse effects elsewhere, added risk, or not in accordance with plans or law."
        }
        Rating::U => "Below 40 points, or any number if a binding duty was not fulfilled. The objective was not met.",
    };
    RatingRow { letter: rating.letter(), meaning: sentence_case(rating.meaning()), key: rating_key(rating), demands }
}

pub(super) fn rating_key(rating: Rating) -> &'static str {
    match rating {
        Rating::P => "p",
        Rating::S => "s",
        Rating::M => "m",
        Rating::U => "u",
    }
}
