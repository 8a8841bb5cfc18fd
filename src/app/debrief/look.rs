//! Tones and icons of verdicts, ratings and scores.

use crate::app::icon;
use crate::app::theme::Tone;
use goldenhour_core::scoring::Rating;

/// Returns the tone and icon of a verdict.
pub fn verdict_look(verdict: goldenhour_core::scoring::Verdict) -> (Tone, &'static str) {
    use goldenhour_core::scoring::Verdict;
    match verdict {
        Verdict::Met => (Tone::Calm, icon::CHECK_CIRCLE),
        Verdict::Late => (Tone::Caution, icon::CLOCK),
        Verdict::Partial => (Tone::Caution, icon::CIRCLE_HALF),
        Verdict::Missed => (Tone::Harm, icon::X_CIRCLE),
        Verdict::NotApplicable => (Tone::Plain, icon::MINUS_CIRCLE),
    }
}

/// Returns the tone of a score from 0 to 100.
pub fn score_tone(score: f64) -> Tone {
    match score {
        s if s >= 75.0 => Tone::Calm,
        s if s >= 45.0 => Tone::Caution,
        _ => Tone::Harm,
    }
}

/// Returns the tone and letter of a rating.
pub fn rating_look(rating: Option<Rating>) -> (Tone, &'static str) {
    match rating {
        None => (Tone::Plain, "–"),
        Some(rating) => {
            let tone = match rating {
                Rating::P => Tone::Calm,
                Rating::S => Tone::Legal,
                Rating::M => Tone::Caution,
                Rating::U => Tone::Harm,
            };
            (tone, rating.letter())
        }
    }
}
