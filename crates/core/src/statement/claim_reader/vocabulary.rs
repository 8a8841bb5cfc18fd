//! The words that the reader looks for, one file per language in `assets/text/claims`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::phrase::Phrase;
use crate::scenario::file::dialect;
use crate::scenario::source::{BuiltIn, Files};
use crate::scenario::{ActionTaken, CauseClass, DataClass, Detail};

/// Words of one language. The files explain each list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    #[expect(dead_code, reason = "checked when the file is parsed")]
    format: u32,
    #[serde(default)]
    pub ordinals: bool,
    #[serde(default)]
    pub abbreviations: Vec<String>,
    pub reported: Vec<Phrase>,
    pub negated: Vec<Phrase>,
    pub instructions: Vec<Phrase>,
    pub data: BTreeMap<DataClass, Vec<Phrase>>,
    pub taken: Vec<Phrase>,
    pub counted: Vec<Phrase>,
    pub extent: Vec<Phrase>,
    pub tally: Vec<Phrase>,
    pub unknown: Vec<Phrase>,
    pub asked: BTreeMap<Detail, Vec<Phrase>>,
    pub began: Vec<Phrase>,
    pub incident: Vec<Phrase>,
    pub months: Vec<String>,
    pub update: Vec<Phrase>,
    pub weekdays: Vec<String>,
    pub tomorrow: Vec<Phrase>,
    pub noon: Vec<Phrase>,
    pub midnight: Vec<Phrase>,
    pub morning: Vec<Phrase>,
    pub afternoon: Vec<Phrase>,
    pub within: Vec<Phrase>,
    pub hours: Vec<Phrase>,
    pub thousand: Vec<String>,
    pub million: Vec<String>,
    pub numerals: Vec<String>,
    pub topic: Vec<Phrase>,
    pub planned: Vec<Phrase>,
    pub doubted: Vec<Phrase>,
    pub shop: Vec<Phrase>,
    pub shut: Vec<Phrase>,
    pub open: Vec<Phrase>,
    pub reach: Vec<Phrase>,
    pub authorities: BTreeMap<ActionTaken, Vec<Phrase>>,
    pub causes: BTreeMap<CauseClass, Vec<Phrase>>,
    pub units: Vec<(u64, Vec<String>)>,
    pub cardinals: Vec<(String, u64)>,
}

/// Languages with a vocabulary.
const LANGUAGES: [&str; 2] = ["en", "de"];

static BUILT_IN: LazyLock<Vec<Vocabulary>> = LazyLock::new(|| LANGUAGES.map(parse).into_iter().collect());

fn parse(language: &str) -> Vocabulary {
    let name = format!("text/claims/{language}.ron");
    let text = BuiltIn::Assets.read(&name).unwrap_or_else(|error| panic!("{name}: {error}"));
    dialect().from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

impl Vocabulary {
    /// Returns the vocabulary of a language such as `en-GB`, if there is one.
    pub fn of(language: &str) -> Option<&'static Vocabulary> {
        let main = language.split('-').next().unwrap_or(language);
        LANGUAGES.iter().position(|known| *known == main).map(|place| &BUILT_IN[place])
    }
}
