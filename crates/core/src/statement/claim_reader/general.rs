//! Recognizes deeds, causes, and what is said about data, in any scenario.
//!
//! The same classifier as for the options of a scenario, trained on the examples of a language in
//! `assets/text/claims`, each a label and a sentence.

use std::sync::LazyLock;

use super::classifier::Classifier;
use crate::scenario::source::{BuiltIn, Files};
use crate::scenario::{ActionTaken, CauseClass};

/// What a sentence asserts in general terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    /// Something has been done, or has not.
    Done(ActionTaken, bool),
    /// The breach had this cause.
    Cause(CauseClass),
    /// Data was taken, or was not.
    Data(bool),
    /// A number of people or records is affected.
    Extent,
    /// The breach began or was noticed at some time.
    Dated,
}

/// Labels in the files of examples.
const LABELS: [(&str, Sense); 24] = [
    ("police_done", Sense::Done(ActionTaken::PoliceTold, true)),
    ("police_not", Sense::Done(ActionTaken::PoliceTold, false)),
    ("regulator_done", Sense::Done(ActionTaken::RegulatorTold, true)),
    ("regulator_not", Sense::Done(ActionTaken::RegulatorTold, false)),
    ("customers_done", Sense::Done(ActionTaken::CustomersTold, true)),
    ("customers_not", Sense::Done(ActionTaken::CustomersTold, false)),
    ("staff_done", Sense::Done(ActionTaken::StaffTold, true)),
    ("staff_not", Sense::Done(ActionTaken::StaffTold, false)),
    ("shop_closed", Sense::Done(ActionTaken::ShopClosed, true)),
    ("shop_open", Sense::Done(ActionTaken::ShopClosed, false)),
    ("cause_insider", Sense::Cause(CauseClass::Insider)),
    ("cause_supplier", Sense::Cause(CauseClass::Supplier)),
    ("cause_phishing", Sense::Cause(CauseClass::Phishing)),
    ("cause_stolen_login", Sense::Cause(CauseClass::StolenLogin)),
    ("cause_reused_passwords", Sense::Cause(CauseClass::ReusedPasswords)),
    ("cause_flaw", Sense::Cause(CauseClass::SoftwareFlaw)),
    ("cause_misconfiguration", Sense::Cause(CauseClass::Misconfiguration)),
    ("cause_malware", Sense::Cause(CauseClass::Malware)),
    ("cause_lost_device", Sense::Cause(CauseClass::LostDevice)),
    ("cause_burglary", Sense::Cause(CauseClass::Burglary)),
    ("data_taken", Sense::Data(true)),
    ("data_spared", Sense::Data(false)),
    ("extent", Sense::Extent),
    ("dated", Sense::Dated),
];

/// Label of a sentence that asserts none of these.
const NONE: &str = "none";

/// Label of a sentence that asserts neither these nor anything else about an incident: advertising, general remarks,
/// vague announcements. The options of a scenario are told apart from them as well.
const IDLE: &str = "idle";

/// The general classifier of a language.
pub struct General {
    classifier: Classifier,
    idle: Vec<String>,
}

static ENGLISH: LazyLock<General> = LazyLock::new(|| General::trained("en"));
static GERMAN: LazyLock<General> = LazyLock::new(|| General::trained("de"));

impl General {
    /// Returns the classifier of a language such as `en-GB`.
    pub fn of(language: &str) -> &'static General {
        if language.split('-').next() == Some("de") { &GERMAN } else { &ENGLISH }
    }

    fn trained(language: &str) -> General {
        let name = format!("text/claims/{language}_examples.tsv");
        let text = BuiltIn::Assets.read(&name).unwrap_or_else(|error| panic!("{name}: {error}"));
        let example = |line: &str| {
            let (label, sentence) = line.split_once('\t').unwrap_or_else(|| panic!("{name}: `{line}` has no label"));
            let class = LABELS.iter().position(|(known, _)| *known == label);
            assert!(class.is_some() || [NONE, IDLE].contains(&label), "{name}: unknown label `{label}`");
            (label == IDLE, (sentence.to_owned(), class))
        };
        let (is_idle, examples): (Vec<bool>, Vec<(String, Option<usize>)>) = text.lines().map(example).unzip();
        let idle = examples.iter().zip(is_idle).filter(|(_, is_idle)| *is_idle).map(|((text, _), _)| text.clone());
        General { idle: idle.collect(), classifier: Classifier::train(&examples, LABELS.len()) }
    }

    /// Returns sentences that assert nothing about an incident.
    pub fn idle(&self) -> &[String] {
        &self.idle
    }

    /// Returns the score of each sense for a sentence; a positive score is a vote for it.
    pub fn scores(&self, sentence: &str) -> Vec<(Sense, f32)> {
        LABELS.iter().map(|(_, sense)| *sense).zip(self.classifier.scores(sentence)).collect()
    }
}
