//! How a topic stands in the outline, and a detail with all its topics.

use crate::app::icon;
use crate::app::theme::Tone;
use crate::app::view::ExerciseContext;
use goldenhour_core::scenario::Detail;
use goldenhour_core::simulation::TopicView;
use goldenhour_core::statement::Says;

/// How a topic stands in the outline. What needs care stands before what does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
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

impl Standing {
    /// Returns how a topic stands.
    pub fn of(context: ExerciseContext<'_>, topic: &TopicView) -> Self {
        let composer = &context.ui.composer;
        let founded = |known: bool| if known { Standing::Said } else { Standing::Unfounded };
        match composer.says.get(&topic.id) {
            Some(Says::NotKnownYet) if composer.next_update.is_some() => Standing::Promised,
            Some(Says::NotKnownYet) => Standing::Unpromised,
            Some(Says::Number(number)) => founded(topic.number == Some(*number)),
            Some(Says::Option(id)) => founded(topic.claims.iter().any(|claim| claim.id == *id && claim.known)),
            None if composer.left_out.contains(&topic.id) => Standing::LeftOut,
            None => Standing::Open,
        }
    }

    /// Returns how a detail stands: as the one of its topics that needs most care.
    pub fn of_detail(context: ExerciseContext<'_>, detail: Detail) -> Self {
        let topics = context.situation.topics.iter().filter(|topic| topic.detail == detail);
        topics.map(|topic| Standing::of(context, topic)).min().unwrap_or(Standing::LeftOut)
    }

    /// Returns tone, icon and the key of the word.
    pub fn signs(self) -> (Tone, &'static str, &'static str) {
        match self {
            Standing::Unfounded => (Tone::Caution, icon::QUESTION, "compose-standing-unfounded"),
            Standing::Unpromised => (Tone::Caution, icon::CIRCLE_DASHED, "compose-standing-unpromised"),
            Standing::Said => (Tone::Calm, icon::SEAL_CHECK, "compose-standing-said"),
            Standing::Promised => (Tone::Calm, icon::HOURGLASS_MEDIUM, "compose-standing-promised"),
            Standing::Open => (Tone::Plain, icon::CIRCLE, "compose-standing-open"),
            Standing::LeftOut => (Tone::Plain, icon::MINUS_CIRCLE, "compose-standing-left-out"),
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
