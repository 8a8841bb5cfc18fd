//! Localized text for the enums of the core: rejections, knowledge of facts, verdicts, moods.
//!
//! The core has its own English text for exports and the command line. The window says the same in the user's
//! language. Each function matches exhaustively, so a variant without text does not compile. Text that a variant
//! carries from the scenario or playbook is inserted untranslated.

use super::language::Texts;
use super::measure;
use goldenhour_core::debrief::ClockStatus;
use goldenhour_core::debrief::alternative::AlternativeKind;
use goldenhour_core::decision::{Rejection, StatementFault, WantedContent};
use goldenhour_core::id::RoleId;
use goldenhour_core::scenario::{ActionTaken, AudienceKind, CauseClass, DataClass, Medium, ShopState};
use goldenhour_core::scoring::{Rating, Verdict};
use goldenhour_core::session::edit::OverviewRow;
use goldenhour_core::simulation::{Deed, Knowledge, TopicView, WorkStage};
use goldenhour_core::statement::{Says, Soundness};
use goldenhour_core::time::LATEST;
use goldenhour_core::timeline::{Mood, NarrativeKind};
use goldenhour_core::writer::{Cause, WriteError, in_words};

/// Returns why a decision was rejected.
pub fn rejection(texts: &Texts, rejection: &Rejection) -> String {
    match rejection {
        Rejection::Ended => texts.say("wording-ended"),
        Rejection::UnknownAction(id) => texts.fill("wording-unknown-action", [("id", id.as_str().into())]),
        Rejection::UnknownRole(id) => texts.fill("wording-unknown-role", [("id", id.as_str().into())]),
        Rejection::Past { now } => texts.fill("wording-past", [("now", now.to_string().into())]),
        Rejection::Future { now } => texts.fill("wording-future", [("now", now.to_string().into())]),
        Rejection::NotYet { because } => because.clone(),
        Rejection::AlreadyDone => texts.say("wording-already-done"),
        Rejection::Running { until } => texts.fill("wording-running", [("until", until.to_string().into())]),
        Rejection::Absent { role, arrives: None } => texts.fill("wording-not-called", [("role", role.into())]),
        Rejection::Absent { role, arrives: Some(at) } => {
            texts.fill("wording-arrives", [("role", role.into()), ("at", at.to_string().into())])
        }
        Rejection::Busy { role, until } => {
            texts.fill("wording-busy", [("role", role.into()), ("until", until.to_string().into())])
        }
        Rejection::WrongContent { wanted } => wanted_content(texts, *wanted),
        Rejection::BadStatement { because } => statement_fault(texts, because),
        Rejection::NoInquiry(id) => texts.fill("wording-no-inquiry", [("id", id.as_str().into())]),
    }
}

/// Returns which file could not be written, why, and what to do about it.
pub fn unwritten(texts: &Texts, error: &WriteError) -> String {
    let folder = |key, folder: &std::path::Path| texts.fill(key, [("folder", folder.display().to_string().into())]);
    let cause = match &error.cause {
        Cause::NoName => texts.say("wording-unwritten-no-name"),
        Cause::NoFolder(missing) => folder("wording-unwritten-no-folder", missing),
        Cause::NotAFolder(other) => folder("wording-unwritten-not-a-folder", other),
        Cause::IsFolder => texts.say("wording-unwritten-is-folder"),
        Cause::Refused(closed) => folder("wording-unwritten-refused", closed),
        Cause::Protected => texts.say("wording-unwritten-protected"),
        Cause::ReadOnlyDisk => texts.say("wording-unwritten-read-only-disk"),
        Cause::Full => texts.say("wording-unwritten-full"),
        Cause::NameTooLong => texts.say("wording-unwritten-name-too-long"),
        Cause::InUse => texts.say("wording-unwritten-in-use"),
        Cause::EndlessLink => texts.say("wording-unwritten-endless-link"),
        Cause::Source => texts.say("wording-unwritten-source"),
        Cause::AnotherKind => texts.say("wording-unwritten-another-kind"),
        Cause::Other(error) => in_words(error),
    };
    format!("{}: {cause}", error.path.display())
}

fn wanted_content(texts: &Texts, wanted: WantedContent) -> String {
    texts.say(match wanted {
        WantedContent::Nothing => "wording-wants-nothing",
        WantedContent::Choice => "wording-wants-choice",
        WantedContent::Statement => "wording-wants-statement",
        WantedContent::Reply => "wording-wants-reply",
    })
}

fn statement_fault(texts: &Texts, fault: &StatementFault) -> String {
    match fault {
        StatementFault::Empty => texts.say("wording-statement-empty"),
        StatementFault::TooLong { limit } => {
            texts.fill("wording-statement-too-long", [("limit", limit.to_string().into())])
        }
        StatementFault::UpdatePast => texts.say("wording-update-past"),
        StatementFault::UpdateTooLate => texts.fill("wording-update-too-late", [("latest", LATEST.to_string().into())]),
        StatementFault::UnknownTopic(id) => texts.fill("wording-unknown-topic", [("id", id.as_str().into())]),
        StatementFault::Twice(id) => texts.fill("wording-topic-twice", [("id", id.as_str().into())]),
        StatementFault::Impossible(id) => texts.fill("wording-topic-impossible", [("id", id.as_str().into())]),
    }
}

/// Returns the name of a kind of alternative.
pub fn alternative(texts: &Texts, kind: AlternativeKind) -> String {
    texts.say(match kind {
        AlternativeKind::Decision => "wording-alternative-decision",
        AlternativeKind::Lateness => "wording-alternative-lateness",
        AlternativeKind::Choice => "wording-alternative-choice",
        AlternativeKind::Falsehood => "wording-alternative-falsehood",
        AlternativeKind::Omission => "wording-alternative-omission",
        AlternativeKind::Asked => "wording-alternative-asked",
    })
}

/// Returns how well a fact is known.
pub fn knowledge(texts: &Texts, knowledge: Knowledge) -> String {
    texts.say(match knowledge {
        Knowledge::Unknown => "wording-unknown",
        Knowledge::Suspected => "wording-suspected",
        Knowledge::Confirmed => "wording-confirmed",
    })
}

/// Returns a description of what the team did.
pub fn deed(texts: &Texts, deed: &Deed) -> String {
    match deed {
        Deed::Begun { title, until } => {
            texts.fill("wording-begun", [("title", title.into()), ("until", until.to_string().into())])
        }
        Deed::Redone { title, until } => {
            texts.fill("wording-redone", [("title", title.into()), ("until", until.to_string().into())])
        }
        Deed::Slipped(title) => texts.fill("wording-slipped", [("title", title.into())]),
        Deed::Approved { title, role } => {
            texts.fill("wording-approved", [("title", title.into()), ("role", role.into())])
        }
        Deed::Finished(title) => texts.fill("wording-finished", [("title", title.into())]),
        Deed::Arrived(role) => texts.fill("wording-at-work", [("role", role.into())]),
        Deed::Confirmed(fact) => texts.fill("wording-found-out", [("fact", fact.into())]),
        Deed::Unanswered(question) => texts.fill("wording-unanswered", [("question", question.into())]),
    }
}

/// Returns the stage of a statement before publication, or `None` for other work.
pub fn stage<'a>(texts: &Texts, stage: &WorkStage, title: impl Fn(&RoleId) -> &'a str) -> Option<String> {
    match stage {
        WorkStage::Working => None,
        WorkStage::Drafting => Some(texts.say("wording-drafting")),
        WorkStage::Waiting(role) => Some(texts.fill("wording-waiting", [("role", title(role).into())])),
        WorkStage::Approving(role) => Some(texts.fill("wording-approving", [("role", title(role).into())])),
    }
}

/// Returns the name of the medium by which a message arrived.
pub fn medium(texts: &Texts, medium: Medium) -> String {
    texts.say(match medium {
        Medium::Email => "wording-email",
        Medium::Call => "wording-call",
        Medium::Chat => "wording-chat",
        Medium::Alert => "wording-alert",
        Medium::Letter => "wording-letter",
        Medium::Post => "wording-post",
        Medium::News => "wording-news",
        Medium::InPerson => "wording-in-person",
    })
}

/// Returns the audience of a statement.
pub fn audience(texts: &Texts, audience: AudienceKind) -> String {
    texts.say(match audience {
        AudienceKind::Public => "wording-to-public",
        AudienceKind::Customers => "wording-to-customers",
        AudienceKind::Staff => "wording-to-staff",
        AudienceKind::Stakeholder => "wording-to-stakeholder",
    })
}

/// Returns the status of the shop.
pub fn shop(texts: &Texts, shop: ShopState) -> String {
    texts.say(match shop {
        ShopState::Online => "wording-shop-online",
        ShopState::Degraded => "wording-shop-degraded",
        ShopState::Down => "wording-shop-down",
    })
}

/// Returns the name of a mood.
pub fn mood(texts: &Texts, mood: Mood) -> String {
    texts.say(match mood {
        Mood::Angry => "wording-angry",
        Mood::Afraid => "wording-afraid",
        Mood::Asking => "wording-asking",
        Mood::Calm => "wording-calm",
        Mood::Grateful => "wording-grateful",
    })
}

/// Returns the text of a narrative found in posts.
pub fn narrative(texts: &Texts, narrative: NarrativeKind) -> String {
    texts.say(match narrative {
        NarrativeKind::CoverUp => "wording-cover-up",
        NarrativeKind::Negligence => "wording-negligence",
        NarrativeKind::Fraud => "wording-fraud",
        NarrativeKind::Waiting => "wording-no-answer",
        NarrativeKind::Praise => "wording-praise",
    })
}

/// Returns whether a claim was true and whether the team knew it.
pub fn soundness(texts: &Texts, soundness: Soundness) -> String {
    texts.say(match soundness {
        Soundness::TrueAndKnown => "wording-true-and-known",
        Soundness::TrueButUnknown => "wording-true-but-unknown",
        Soundness::False => "wording-false",
        Soundness::NamedUnknown => "wording-named-unknown",
    })
}

/// Returns the name of a verdict.
pub fn verdict(texts: &Texts, verdict: Verdict) -> String {
    texts.say(match verdict {
        Verdict::Met => "wording-met",
        Verdict::Late => "wording-late",
        Verdict::Partial => "wording-partial",
        Verdict::Missed => "wording-missed",
        Verdict::NotApplicable => "wording-not-applicable",
    })
}

/// Returns the meaning of a rating.
pub fn rating(texts: &Texts, rating: Rating) -> String {
    texts.say(match rating {
        Rating::P => "wording-rated-p",
        Rating::S => "wording-rated-s",
        Rating::M => "wording-rated-m",
        Rating::U => "wording-rated-u",
    })
}

/// Returns the name of a row of the exercise overview.
pub fn overview_row(texts: &Texts, row: OverviewRow) -> String {
    texts.say(match row {
        OverviewRow::Name => "report-row-name",
        OverviewRow::Marking => "report-row-marking",
        OverviewRow::Type => "report-row-type",
        OverviewRow::Duration => "report-row-duration",
        OverviewRow::Location => "report-row-location",
        OverviewRow::Limits => "report-row-limits",
        OverviewRow::MissionAreas => "report-row-mission-areas",
        OverviewRow::CoreCapabilities => "report-row-core-capabilities",
        OverviewRow::Objectives => "report-row-objectives",
        OverviewRow::Threat => "report-row-threat",
        OverviewRow::Scenario => "report-row-scenario",
        OverviewRow::Sponsor => "report-row-sponsor",
        OverviewRow::Organizations => "report-row-organizations",
        OverviewRow::Contact => "report-row-contact",
    })
}

/// Returns the result of a clock.
pub fn clock_status(texts: &Texts, status: ClockStatus) -> String {
    texts.say(match status {
        ClockStatus::NotTriggered => "wording-clock-not-triggered",
        ClockStatus::Met => "wording-clock-met",
        ClockStatus::Late => "wording-clock-late",
        ClockStatus::Missed => "wording-clock-missed",
        ClockStatus::Open => "wording-clock-open",
    })
}

/// Returns what is said about a topic.
pub fn says(texts: &Texts, topic: Option<&TopicView>, says: &Says) -> String {
    match says {
        Says::Option(id) => {
            let option = topic.and_then(|topic| topic.claims.iter().find(|claim| claim.id == *id));
            option.map_or_else(String::new, |option| option.text.clone())
        }
        Says::Number(number) => {
            #[expect(clippy::cast_precision_loss, reason = "record counts are far below 2^52")]
            let number = *number as f64;
            measure::count(texts, number)
        }
        Says::NotKnownYet => texts.say("compose-not-known"),
        Says::Data { class, taken } => {
            let key = if *taken { "wording-data-taken" } else { "wording-data-spared" };
            texts.fill(key, [("data", data_class(texts, *class).into())])
        }
        Says::Done { deed, done } => texts.say(deed_key(*deed, *done)),
        Says::Cause(cause) => texts.fill("wording-cause", [("cause", texts.say(cause_key(*cause)).into())]),
        Says::WrongDay => texts.say("wording-wrong-day"),
        Says::Ruled(true) => texts.say("wording-ruled-true"),
        Says::Ruled(false) => texts.say("wording-ruled-false"),
    }
}

fn data_class(texts: &Texts, class: DataClass) -> String {
    texts.say(match class {
        DataClass::Names => "wording-data-names",
        DataClass::Addresses => "wording-data-addresses",
        DataClass::Emails => "wording-data-emails",
        DataClass::Phones => "wording-data-phones",
        DataClass::BirthDates => "wording-data-birth-dates",
        DataClass::Passwords => "wording-data-passwords",
        DataClass::Cards => "wording-data-cards",
        DataClass::SavedCards => "wording-data-saved-cards",
        DataClass::SecurityCodes => "wording-data-security-codes",
        DataClass::BankDetails => "wording-data-bank-details",
        DataClass::IdentityDocuments => "wording-data-identity-documents",
        DataClass::Health => "wording-data-health",
        DataClass::Orders => "wording-data-orders",
        DataClass::GiftCards => "wording-data-gift-cards",
        DataClass::Photos => "wording-data-photos",
        DataClass::SocialSecurity => "wording-data-social-security",
    })
}

fn deed_key(deed: ActionTaken, done: bool) -> &'static str {
    match (deed, done) {
        (ActionTaken::PoliceTold, true) => "wording-deed-police-told",
        (ActionTaken::PoliceTold, false) => "wording-deed-police-told-not",
        (ActionTaken::RegulatorTold, true) => "wording-deed-regulator-told",
        (ActionTaken::RegulatorTold, false) => "wording-deed-regulator-told-not",
        (ActionTaken::CustomersTold, true) => "wording-deed-customers-told",
        (ActionTaken::CustomersTold, false) => "wording-deed-customers-told-not",
        (ActionTaken::StaffTold, true) => "wording-deed-staff-told",
        (ActionTaken::StaffTold, false) => "wording-deed-staff-told-not",
        (ActionTaken::ShopClosed, true) => "wording-deed-shop-closed",
        (ActionTaken::ShopClosed, false) => "wording-deed-shop-closed-not",
    }
}

fn cause_key(cause: CauseClass) -> &'static str {
    match cause {
        CauseClass::Insider => "wording-cause-insider",
        CauseClass::Supplier => "wording-cause-supplier",
        CauseClass::Phishing => "wording-cause-phishing",
        CauseClass::StolenLogin => "wording-cause-stolen-login",
        CauseClass::ReusedPasswords => "wording-cause-reused-passwords",
        CauseClass::SoftwareFlaw => "wording-cause-software-flaw",
        CauseClass::Misconfiguration => "wording-cause-misconfiguration",
        CauseClass::Malware => "wording-cause-malware",
        CauseClass::LostDevice => "wording-cause-lost-device",
        CauseClass::Burglary => "wording-cause-burglary",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::language::Language;
    use goldenhour_core::time::SimTime;

    fn rejections() -> Vec<Rejection> {
        let at = SimTime::from_minutes(95);
        let role = || "press officer".to_owned();
        let wants = |wanted| Rejection::WrongContent { wanted };
        let bad = |because| Rejection::BadStatement { because };
        vec![
            Rejection::Ended,
            Rejection::UnknownAction("act".into()),
            Rejection::UnknownRole("role".into()),
            Rejection::Past { now: at },
            Rejection::Future { now: at },
            Rejection::NotYet { because: "the logs must be kept first".to_owned() },
            Rejection::AlreadyDone,
            Rejection::Running { until: at },
            Rejection::Absent { role: role(), arrives: None },
            Rejection::Absent { role: role(), arrives: Some(at) },
            Rejection::Busy { role: role(), until: at },
            wants(WantedContent::Nothing),
            wants(WantedContent::Choice),
            wants(WantedContent::Statement),
            wants(WantedContent::Reply),
            bad(StatementFault::Empty),
            bad(StatementFault::TooLong { limit: 20_000 }),
            bad(StatementFault::UpdatePast),
            bad(StatementFault::UpdateTooLate),
            bad(StatementFault::UnknownTopic("topic".into())),
            bad(StatementFault::Twice("topic".into())),
            bad(StatementFault::Impossible("topic".into())),
            Rejection::NoInquiry("inject".into()),
        ]
    }

    #[test]
    fn rejections_match_the_core_in_english_and_are_translated_to_german() {
        let [english, german] = Language::ALL.map(|language| Texts::load(language).unwrap());
        for refused in rejections() {
            assert_eq!(rejection(&english, &refused), refused.to_string());
            let is_data = matches!(refused, Rejection::NotYet { .. });
            assert_eq!(rejection(&german, &refused) == refused.to_string(), is_data, "{refused}");
        }
    }

    #[test]
    fn english_words_match_the_core() {
        let english = Texts::load(Language::English).unwrap();
        let (word, until) = (|| "word".to_owned(), SimTime::from_minutes(95));
        for done in [
            Deed::Begun { title: word(), until },
            Deed::Redone { title: word(), until },
            Deed::Slipped(word()),
            Deed::Approved { title: word(), role: word() },
            Deed::Finished(word()),
            Deed::Arrived(word()),
            Deed::Confirmed(word()),
            Deed::Unanswered(word()),
        ] {
            assert_eq!(deed(&english, &done), done.to_string());
        }
        for kind in [Verdict::Met, Verdict::Late, Verdict::Partial, Verdict::Missed, Verdict::NotApplicable] {
            assert_eq!(verdict(&english, kind), kind.word());
        }
        for kind in [Rating::P, Rating::S, Rating::M, Rating::U] {
            assert_eq!(rating(&english, kind), kind.meaning());
        }
        for kind in NarrativeKind::ALL {
            assert_eq!(narrative(&english, kind), kind.title());
        }
        for kind in
            [ClockStatus::NotTriggered, ClockStatus::Met, ClockStatus::Late, ClockStatus::Missed, ClockStatus::Open]
        {
            assert_eq!(clock_status(&english, kind), kind.word());
        }
    }
}
