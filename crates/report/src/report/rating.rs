//! The ratings, with what each means and demands.

use serde::Serialize;

use super::sentence::sentence_case;
use goldenhour_core::scoring::Rating;

/// A mark and what it means.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RatingRow {
    /// The mark.
    pub letter: &'static str,
    /// What it means.
    pub meaning: String,
    /// For style sheets.
    pub key: &'static str,
    /// From how many points, and what it demands.
    pub demands: &'static str,
}

pub(super) fn rating_row(rating: Rating) -> RatingRow {
    let demands = match rating {
        Rating::P => "From 85 points. What was asked for was done, in accordance with plans, procedures and law.",
        Rating::S => "From 65 points. As above, with room to be more effective or efficient.",
        Rating::M => {
            "From 40 points, or where a binding clock was met late or a false statement was made. \
             The objective was met, but it cost elsewhere, added risk, or was not in accordance with plans or law."
        }
        Rating::U => "Below 40 points, or where a binding duty was never done. The objective was not met.",
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
