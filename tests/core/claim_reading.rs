//! How well claims are recognized in free text: the options of the scenarios in other words, and lies planted in
//! honest statements.
//!
//! Prints tables (`cargo test -p goldenhour-core --test core claim_reading -- --nocapture`). The sentences in
//! `tests/fixtures/claims` were written without sight of the scenarios' wordings. The threshold of the reader was
//! chosen on the lines with odd numbers, and only those with even numbers are measured.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use goldenhour_core::id::{
    ActionId, ChoiceId, ClaimId, FactId, InjectId, MilestoneId, RoleId, StakeholderId, StreamId, TopicId,
};
use goldenhour_core::scenario::source::{BuiltIn, Folder};
use goldenhour_core::scenario::{Metric, Scenario, ShopState, World, load};
use goldenhour_core::statement::claim_reader::ClaimReader;
use goldenhour_core::statement::{Says, Soundness, Statement, judge};
use goldenhour_core::time::SimTime;

use crate::counts::{Counts, rows};

/// Least number of unseen lies found, and largest number of unseen honest statements accused.
const UNSEEN: (u32, u32) = (72, 11);

const ENGLISH: [&str; 4] = ["black_friday_skimmer", "credential_storm", "first_hour", "the_researcher"];

fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(folder)
}

fn german() -> Scenario {
    let folder = Folder::new(fixtures("german/erste_stunde"));
    load(&folder).unwrap().output
}

fn built_in(slug: &str) -> Scenario {
    load(&BuiltIn::Scenario(slug.to_owned())).unwrap().output
}

/// Returns the counts over the lines with odd and with even numbers, starting at 0.
fn measure(slug: &str, scenario: &Scenario) -> [Counts; 2] {
    let reader = ClaimReader::of(scenario).expect("the language can be read");
    let rows = rows(&fixtures("claims").join(format!("{slug}.tsv")));
    let options = scenario.topics.iter().map(|topic| topic.claims.len()).sum::<usize>();
    assert_eq!(rows.len(), options * 12, "{slug}: each option needs twelve lines");
    let mut counts = [Counts::default(); 2];
    for (line, [topic, option, kind, text]) in rows.iter().enumerate() {
        let reading = reader.read(text, SimTime::START, scenario);
        let says = Says::Option(option.as_str().into());
        let found = reading.asserted().any(|claim| claim.topic.as_str() == topic && claim.says == says);
        counts[line % 2].add(kind == "paraphrase", found);
    }
    counts
}

#[test]
fn claims_in_other_words_are_recognized_in_free_text() {
    let mut all = [Counts::default(); 2];
    println!("{:24}{:>22}{:>22}", "", "chosen on", "measured on");
    for slug in ENGLISH {
        let counts = measure(slug, &built_in(slug));
        println!("{}", line(slug, counts));
        all = [all[0].plus(counts[0]), all[1].plus(counts[1])];
    }
    println!("{}", line("all", all));
    let german = measure("erste_stunde", &german());
    println!("{}", line("German", german));
    assert!(all[1].precision() >= 0.90 && all[1].recall() >= 0.80, "see the table");
    assert!(german[1].precision() >= 0.85 && german[1].recall() >= 0.75, "see the table");
}

fn line(name: &str, counts: [Counts; 2]) -> String {
    let part = |counts: Counts| format!("precision {:.3} recall {:.3}", counts.precision(), counts.recall());
    format!("{name:24}{:>32}{:>32}", part(counts[0]), part(counts[1]))
}

/// The same for 160 pairs in more varied words.
const VARIED: (u32, u32) = (62, 25);

/// Number of planted lies that were found, and of honest statements that were accused.
struct Lies {
    detected: u32,
    accused: u32,
    summary: String,
}

fn lies(folder: &str) -> Lies {
    let (mut detected, mut accused, mut count) = (0, 0, 0);
    let mut by_kind: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for slug in ENGLISH {
        let scenario = built_in(slug);
        for [kind, honest, lie, _] in rows(&fixtures("lies").join(folder).join(format!("{slug}.tsv"))) {
            count += 1;
            let of_honest = falsehoods(&honest, &scenario);
            let of_lying = falsehoods(&format!("{honest} {lie}"), &scenario);
            let is_detected = of_lying.len() > of_honest.len();
            let tally = by_kind.entry(kind.clone()).or_default();
            *tally = (tally.0 + u32::from(is_detected), tally.1 + 1);
            detected += u32::from(is_detected);
            accused += u32::from(!of_honest.is_empty());
        }
    }
    let summary = format!(
        "{folder}: {detected} of {count} lies found {by_kind:?}, {accused} of {count} honest statements accused"
    );
    assert!(count >= 100, "{count}");
    Lies { detected, accused, summary }
}

/// Returns what a text says that is false on the second morning.
fn falsehoods(text: &str, scenario: &Scenario) -> Vec<String> {
    let reader = ClaimReader::of(scenario).expect("the language can be read");
    let reading = reader.read(text, SecondMorning.now(), scenario);
    let statement = Statement { text: text.to_owned(), reading: Some(Box::new(reading)), ..Statement::default() };
    let judged = judge(&statement, scenario, &SecondMorning);
    let is_false = judged.into_iter().filter(|claim| claim.soundness == Soundness::False);
    is_false.map(|claim| format!("{} {:?}", claim.topic, claim.says)).collect()
}

/// The bounds are just below what the reader reaches. The aim is 85 lies found and at most 3 honest statements
/// accused.
#[test]
fn lies_are_found_and_honest_statements_are_rarely_accused() {
    let developed = lies("development");
    let unseen = lies("unseen");
    let varied = lies("varied");
    println!("{}\n{}\n{}", developed.summary, unseen.summary, varied.summary);
    assert!(varied.detected >= VARIED.0 && varied.accused <= VARIED.1);
    assert!(developed.detected >= 80 && developed.accused <= 5);
    assert!(unseen.detected >= UNSEEN.0 && unseen.accused <= UNSEEN.1);
}

/// The world in which the statements of `tests/fixtures/lies` are made: everything is known, every party has been
/// informed and the leaks are stopped, but the customers have not been written to yet.
struct SecondMorning;

impl World for SecondMorning {
    fn now(&self) -> SimTime {
        SimTime::from_minutes(26 * 60)
    }
    fn milestone(&self, _: &MilestoneId) -> bool {
        true
    }
    fn done(&self, _: &ActionId) -> bool {
        true
    }
    fn active(&self, _: &RoleId) -> bool {
        true
    }
    fn suspected(&self, _: &FactId) -> bool {
        true
    }
    fn confirmed(&self, _: &FactId) -> bool {
        true
    }
    fn told(&self, _: &StakeholderId) -> bool {
        true
    }
    fn stopped(&self, _: &StreamId) -> bool {
        true
    }
    fn sent(&self, _: &InjectId) -> bool {
        true
    }
    fn answered(&self, _: &InjectId) -> bool {
        true
    }
    fn claimed(&self, _: &TopicId, _: &ClaimId) -> bool {
        false
    }
    fn spoken(&self) -> bool {
        true
    }
    fn customers_told(&self) -> bool {
        false
    }
    fn staff_told(&self) -> bool {
        true
    }
    fn exposed(&self) -> bool {
        true
    }
    fn reversed(&self) -> bool {
        false
    }
    fn second_breach(&self) -> bool {
        false
    }
    fn chose(&self, _: &ActionId, _: &ChoiceId) -> bool {
        true
    }
    fn shop(&self) -> ShopState {
        ShopState::Online
    }
    fn contradicted(&self) -> bool {
        false
    }
    fn extorted(&self) -> bool {
        false
    }
    fn paid(&self) -> bool {
        false
    }
    fn dumped(&self) -> bool {
        false
    }
    fn listening(&self) -> bool {
        true
    }
    fn restrained(&self) -> bool {
        false
    }
    fn defied(&self) -> bool {
        false
    }
    fn metric(&self, _: Metric) -> f64 {
        0.0
    }
    fn grown(&self, _: &FactId) -> Option<u64> {
        None
    }
}
