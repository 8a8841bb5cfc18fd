//! The state of a topic in the outline, and of a detail with all its topics.

use crate::app::exercise::context::ExerciseContext;
use crate::app::icon;
use crate::app::theme::Tone;
use goldenhour_core::scenario::Detail;
use goldenhour_core::simulation::TopicView;
use goldenhour_core::statement::Says;

/// The state of a topic in the outline, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TopicState {
    /// Something is said that the team does not know.
    Unfounded,
    /// It is named as not known yet, and no update is promised.
    Unpromised,
    /// Something is said that the team knows.
    Said,
    /// It is named as not known yet, with a promise.
    Promised,
    /// Nothing is decided.
    Open,
    /// It is left out on purpose.
    LeftOut,
}

impl TopicState {
    /// Returns the state of a topic.
    pub fn of(context: ExerciseContext<'_>, topic: &TopicView) -> Self {
        let composer = &context.ui.composer;
        let founded = |known: bool| if known { TopicState::Said } else { TopicState::Unfounded };
        match composer.says.get(&topic.id) {
            Some(Says::NotKnownYet) if composer.next_update.is_some() => TopicState::Promised,
            Some(Says::NotKnownYet) => TopicState::Unpromised,
            Some(Says::Number(number)) => founded(topic.number == Some(*number)),
            Some(Says::Option(id)) => founded(topic.claims.iter().any(|claim| claim.id == *id && claim.known)),
            None if composer.left_out.contains(&topic.id) => TopicState::LeftOut,
            None => TopicState::Open,
        }
    }

    /// Returns the state of a detail: that of its most urgent topic.
    pub fn of_detail(context: ExerciseContext<'_>, detail: Detail) -> Self {
        let topics = context.situation.topics.iter().filter(|topic| topic.detail == detail);
        topics.map(|topic| TopicState::of(context, topic)).min().unwrap_or(TopicState::LeftOut)
    }

    /// Returns tone, icon and the key of the word.
    pub fn signs(self) -> (Tone, &'static str, &'static str) {
        match self {
            TopicState::Unfounded => (Tone::Caution, icon::QUESTION, "compose-standing-unfounded"),
            TopicState::Unpromised => (Tone::Caution, icon::CIRCLE_DASHED, "compose-standing-unpromised"),
            TopicState::Said => (Tone::Calm, icon::SEAL_CHECK, "compose-standing-said"),
            TopicState::Promised => (Tone::Calm, icon::HOURGLASS_MEDIUM, "compose-standing-promised"),
            TopicState::Open => (Tone::Plain, icon::CIRCLE, "compose-standing-open"),
            TopicState::LeftOut => (Tone::Plain, icon::MINUS_CIRCLE, "compose-standing-left-out"),
        }
    }
}

/// Returns the key of the short word for a detail.
pub fn detail_key(detail: Detail) -> &'static str {
    match detail {
        Detail::Stakeholders => "compose-detail-stakeholders",
        Detail::Discovery => "compose-detail-discovery",
        Detail::PersonalData => "compose-detail-data",
        Detail::EffectOnOrganization => "compose-detail-effect",
        Detail::Services => "compose-detail-services",
        Detail::Precautions => "compose-detail-precautions",
        Detail::Compensation => "compose-detail-compensation",
        Detail::OngoingActions => "compose-detail-actions",
        Detail::Restoration => "compose-detail-restoration",
        Detail::MediaContact => "compose-detail-media",
        Detail::CustomerContact => "compose-detail-contact",
        Detail::Compassion => "compose-detail-compassion",
        Detail::Responsibility => "compose-detail-responsibility",
    }
}
