//! State of a topic in the outline, and of a detail with all of its topics.

use crate::app::exercise::context::ExerciseContext;
use crate::app::icon;
use crate::app::theme::Tone;
use goldenhour_core::scenario::Detail;
use goldenhour_core::simulation::TopicView;
use goldenhour_core::statement::Says;

/// State of a topic in the outline, most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TopicState {
    /// A claim is made that the team does not know to be true.
    Unfounded,
    /// The topic is stated as not known yet, without a promised update.
    Unpromised,
    /// A claim is made that the team knows to be true.
    Said,
    /// The topic is stated as not known yet, with a promised update.
    Promised,
    /// Nothing has been decided.
    Open,
    /// The topic was deliberately left out.
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
            // An outline contains neither of the others.
            None | Some(Says::Data { .. } | Says::Done { .. } | Says::Cause(_) | Says::WrongDay | Says::Ruled(_)) => {
                TopicState::Open
            }
        }
    }

    /// Returns the state of a detail, which is that of its most urgent topic.
    pub fn of_detail(context: ExerciseContext<'_>, detail: Detail) -> Self {
        let topics = context.situation.topics.iter().filter(|topic| topic.detail == detail);
        topics.map(|topic| TopicState::of(context, topic)).min().unwrap_or(TopicState::LeftOut)
    }

    /// Returns the tone, the icon and the Fluent id of the label.
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

/// Returns the Fluent id of a detail's short name.
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
