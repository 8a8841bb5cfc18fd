//! Claims in words, for the debrief and for the composer.

use super::claim::Says;
use super::thousands;
use crate::id::TopicId;
use crate::scenario::{ActionTaken, CauseClass, DataClass, Scenario};

/// Returns what is said about a topic in words; `None` if the scenario has no such topic or option.
pub fn in_words(topic: &TopicId, says: &Says, scenario: &Scenario) -> Option<String> {
    let topic = scenario.topic(topic)?;
    Some(match says {
        Says::NotKnownYet => "not known yet".to_owned(),
        Says::Number(number) => thousands(*number),
        Says::Option(id) => topic.claims.iter().find(|option| option.id == *id)?.text.clone(),
        Says::Data { class, taken: true } => format!("{} were taken", data(*class)),
        Says::Data { class, taken: false } => format!("{} were not taken", data(*class)),
        Says::Done { deed, done } => deed_in_words(*deed, *done).to_owned(),
        Says::Cause(cause) => format!("the cause was {}", cause_in_words(*cause)),
        Says::WrongDay => "a day on which nothing happened".to_owned(),
        Says::Ruled(true) => "true, as the facilitator ruled".to_owned(),
        Says::Ruled(false) => "false, as the facilitator ruled".to_owned(),
    })
}

fn data(class: DataClass) -> &'static str {
    match class {
        DataClass::Names => "names",
        DataClass::Addresses => "postal addresses",
        DataClass::Emails => "e-mail addresses",
        DataClass::Phones => "telephone numbers",
        DataClass::BirthDates => "dates of birth",
        DataClass::Passwords => "passwords",
        DataClass::Cards => "card details",
        DataClass::SavedCards => "saved cards",
        DataClass::SecurityCodes => "card security codes",
        DataClass::BankDetails => "bank details",
        DataClass::IdentityDocuments => "identity documents",
        DataClass::Health => "health data",
        DataClass::Orders => "orders",
        DataClass::GiftCards => "gift card codes",
        DataClass::Photos => "photographs",
        DataClass::SocialSecurity => "tax and social security numbers",
    }
}

fn deed_in_words(deed: ActionTaken, done: bool) -> &'static str {
    match (deed, done) {
        (ActionTaken::PoliceTold, true) => "the police have been informed",
        (ActionTaken::PoliceTold, false) => "the police have not been informed",
        (ActionTaken::RegulatorTold, true) => "the data protection authority has been notified",
        (ActionTaken::RegulatorTold, false) => "the data protection authority has not been notified",
        (ActionTaken::CustomersTold, true) => "those affected have been contacted",
        (ActionTaken::CustomersTold, false) => "those affected have not been contacted",
        (ActionTaken::StaffTold, true) => "staff have been informed",
        (ActionTaken::StaffTold, false) => "staff have not been informed",
        (ActionTaken::ShopClosed, true) => "the shop is closed",
        (ActionTaken::ShopClosed, false) => "the shop is not closed",
    }
}

fn cause_in_words(cause: CauseClass) -> &'static str {
    match cause {
        CauseClass::Insider => "a member of staff",
        CauseClass::Supplier => "a supplier",
        CauseClass::Phishing => "a deceptive message",
        CauseClass::StolenLogin => "a stolen or forgotten log-in",
        CauseClass::ReusedPasswords => "passwords from another breach",
        CauseClass::SoftwareFlaw => "a flaw in software",
        CauseClass::Misconfiguration => "a wrong setting",
        CauseClass::Malware => "malicious software",
        CauseClass::LostDevice => "a lost device",
        CauseClass::Burglary => "a burglary",
    }
}
