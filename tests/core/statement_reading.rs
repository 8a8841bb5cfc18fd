//! The boundary of reading: realistic statements with labeled content, and texts that try to game the reader.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use goldenhour_core::scenario::source::Bundle;
use goldenhour_core::statement::reading::{Hollow, Label, Language, Lexicon, Reading, Span, Subject, mentions, read};
use proptest::prelude::*;

/// A statement with its expected reading.
struct Labeled {
    name: String,
    labels: BTreeMap<Subject, Label>,
    /// Subjects left unlabeled because human raters may disagree.
    open: Vec<Subject>,
    quality: (f64, f64),
    text: String,
}

impl Labeled {
    fn read(path: &Path) -> Labeled {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let file = std::fs::read_to_string(path).unwrap();
        let (header, text) = file.split_once("---\n").unwrap_or_else(|| panic!("{name} has no header"));
        let mut labeled =
            Labeled { name, labels: BTreeMap::new(), open: Vec::new(), quality: (1.0, 5.0), text: text.to_owned() };
        header.lines().for_each(|line| labeled.expect(line));
        labeled
    }

    fn expect(&mut self, line: &str) {
        let (key, values) = line.split_once(": ").unwrap_or_else(|| panic!("{}: {line}", self.name));
        let subject = |key: &str| Subject::named(key).unwrap_or_else(|| panic!("{}: {key}", self.name));
        let subjects = values.split(' ').filter(|_| key != "quality").map(subject);
        match key {
            "yes" => self.labels.extend(subjects.map(|subject| (subject, Label::Yes))),
            "partial" => self.labels.extend(subjects.map(|subject| (subject, Label::Partial))),
            "open" => self.open.extend(subjects),
            "quality" => {
                let (low, high) = values.split_once("..").unwrap();
                self.quality = (low.parse().unwrap(), high.parse().unwrap());
            }
            _ => panic!("{}: {line}", self.name),
        }
    }

    fn label(&self, subject: Subject) -> Label {
        self.labels.get(&subject).copied().unwrap_or_default()
    }

    fn subjects(&self) -> impl Iterator<Item = Subject> {
        Subject::ALL.into_iter().filter(|subject| !self.open.contains(subject))
    }
}

fn corpus(part: &str) -> Vec<Labeled> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/fixtures/statements").join(part);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 20, "{} statements in `{part}`", paths.len());
    paths.iter().map(|path| Labeled::read(path)).collect()
}

fn reading(text: &str) -> Reading {
    read(text, Lexicon::built_in())
}

#[test]
fn the_development_part_is_read_as_labeled() {
    let mut wrong = String::new();
    for statement in corpus("development") {
        let reading = reading(&statement.text);
        for subject in statement.subjects() {
            let (expected, found) = (statement.label(subject), reading.finding(subject));
            if expected != found.label {
                let words: Vec<&str> = found.spans.iter().map(|span| span.text.as_str()).collect();
                let _ = writeln!(
                    wrong,
                    "{}: {} is {:?}, not {:?} {words:?}",
                    statement.name,
                    subject.key(),
                    expected,
                    found.label
                );
            }
        }
        let (low, high) = statement.quality;
        if !(low..=high).contains(&reading.quality) {
            let _ = writeln!(wrong, "{}: quality {} is outside {low} to {high}", statement.name, reading.quality);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Detection counts for one subject; full and partial mentions count alike.
#[derive(Clone, Copy, Default)]
struct Counts {
    hit: u32,
    false_alarm: u32,
    miss: u32,
    exact: u32,
    judged: u32,
}

impl Counts {
    fn add(&mut self, expected: Label, found: Label) {
        self.judged += 1;
        self.exact += u32::from(expected == found);
        match (expected != Label::No, found != Label::No) {
            (true, true) => self.hit += 1,
            (false, true) => self.false_alarm += 1,
            (true, false) => self.miss += 1,
            (false, false) => {}
        }
    }

    fn plus(self, other: Counts) -> Counts {
        Counts {
            hit: self.hit + other.hit,
            false_alarm: self.false_alarm + other.false_alarm,
            miss: self.miss + other.miss,
            exact: self.exact + other.exact,
            judged: self.judged + other.judged,
        }
    }

    fn precision(&self) -> f64 {
        f64::from(self.hit) / f64::from((self.hit + self.false_alarm).max(1))
    }

    fn recall(&self) -> f64 {
        f64::from(self.hit) / f64::from((self.hit + self.miss).max(1))
    }

    fn exact(&self) -> f64 {
        f64::from(self.exact) / f64::from(self.judged.max(1))
    }
}

#[test]
fn the_held_out_part_meets_the_accuracy_floor() {
    let mut counts: BTreeMap<Subject, Counts> = BTreeMap::new();
    let (mut graded, mut inside) = (0, 0);
    for statement in corpus("held_out") {
        let reading = reading(&statement.text);
        for subject in statement.subjects() {
            counts.entry(subject).or_default().add(statement.label(subject), reading.label(subject));
        }
        graded += 1;
        inside += u32::from((statement.quality.0..=statement.quality.1).contains(&reading.quality));
    }
    println!("| finding | precision | recall | same label |\n|---|--:|--:|--:|");
    for (subject, count) in &counts {
        println!("| `{}` | {:.2} | {:.2} | {:.2} |", subject.key(), count.precision(), count.recall(), count.exact());
    }
    let all = counts.values().fold(Counts::default(), |sum, count| sum.plus(*count));
    println!("| all | {:.2} | {:.2} | {:.2} |", all.precision(), all.recall(), all.exact());
    println!("quality inside its range: {inside} of {graded}");
    assert!(graded >= 50);
    assert!(all.precision() >= FLOOR.0 && all.recall() >= FLOOR.1 && all.exact() >= FLOOR.2);
    assert!(inside * 100 >= graded * FLOOR.3, "{inside} of {graded}");
}

/// Minimum precision, recall and share of exact labels over all findings, and minimum percentage of quality grades
/// in range.
const FLOOR: (f64, f64, f64, u32) = (0.78, 0.84, 0.79, 85);

#[test]
fn texts_that_only_imitate_a_statement_earn_nothing() {
    let tried = [
        ("held_out/pet-food-shop-stuffed", Hollow::Keywords),
        ("held_out/hint-list-pasted", Hollow::Outline),
        ("held_out/unfilled-template", Hollow::Blanks),
        ("held_out/endless-repetition", Hollow::Repetition),
        ("held_out/recipe-off-topic", Hollow::OffTopic),
    ];
    for (name, reason) in tried {
        let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .join(format!("tests/fixtures/statements/{name}.txt"));
        let reading = reading(&Labeled::read(&path).text);
        assert!(reading.quality <= 2.0, "{name}: {}", reading.quality);
        assert!(
            !reading.substance.substantive && reading.substance.reasons.contains(&reason),
            "{name}: {:?}",
            reading.substance
        );
        let full = reading.findings.values().filter(|finding| finding.label == Label::Yes).count();
        assert!(full <= 3, "{name}: {full} of 24 findings in full");
    }
}

#[test]
fn keywords_appended_to_a_real_sentence_earn_nothing() {
    let real = "On Monday we found that a stranger had read the names and addresses of 3,000 customers. We are sorry.";
    let row = " apology responsibility compensation refund voucher hotline police forensic experts restored encryption \
               passwords statements monitoring update press customers discovered affected contact";
    assert!(reading(&format!("{real}\n\n{row}")).quality <= reading(real).quality);
}

#[test]
fn irrelevant_text_does_not_improve_a_statement() {
    let noise = "\n\nOur spring collection brings light fabrics and bright colors into every wardrobe. The linen dress is cut \
                 wide and falls softly. It goes well with a straw hat and a pair of flat sandals. Try it in green.\n";
    for statement in corpus("held_out").into_iter().chain(corpus("development")) {
        let (before, after) = (reading(&statement.text), reading(&format!("{}{noise}", statement.text)));
        assert!(after.quality <= before.quality, "{}: {} to {}", statement.name, before.quality, after.quality);
    }
}

#[test]
fn repeating_a_statement_does_not_improve_it() {
    for statement in corpus("development") {
        let (once, twice) = (reading(&statement.text), reading(&format!("{0}\n{0}", statement.text)));
        assert!(twice.quality <= once.quality, "{}", statement.name);
        for subject in Subject::ALL {
            assert_eq!(twice.label(subject), once.label(subject), "{} {}", statement.name, subject.key());
        }
    }
}

#[test]
fn reading_is_deterministic_and_survives_reloading_the_lexicon() {
    let again = Lexicon::load(Language::English, None).unwrap();
    for statement in corpus("development").iter().take(20) {
        assert_eq!(reading(&statement.text), reading(&statement.text));
        assert_eq!(reading(&statement.text), read(&statement.text, &again));
    }
}

fn check_span(text: &str, span: &Span) {
    let quoted: String = text.chars().skip(span.start).take(span.end - span.start).collect();
    assert_eq!(quoted, span.text);
    assert_eq!(&text[span.bytes(text)], span.text);
}

fn check_spans(text: &str, reading: &Reading) {
    reading.findings.values().flat_map(|finding| &finding.spans).for_each(|span| check_span(text, span));
    let mentioned = &reading.mentions;
    mentioned.numbers.iter().for_each(|number| check_span(text, &number.span));
    mentioned.data.iter().for_each(|kind| check_span(text, &kind.span));
    mentioned.dates.iter().chain(&mentioned.times).for_each(|span| check_span(text, span));
}

#[test]
fn spans_quote_the_text_in_characters() {
    for statement in corpus("held_out").into_iter().chain(corpus("development")) {
        let text = format!("“Ünïcode” 🎉\r\n\r\n{}", statement.text.replace('\n', "\r\n").replace('\'', "’"));
        let reading = reading(&text);
        check_spans(&text, &reading);
        for finding in reading.findings.values() {
            assert_eq!(finding.label == Label::No, finding.spans.is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,400}") {
        let reading = reading(&text);
        check_spans(&text, &reading);
        prop_assert!((1.0..=5.0).contains(&reading.quality) && reading.readability.grade.is_finite());
    }

    #[test]
    fn fragments_of_statements_are_read_without_a_panic(
        start in 0usize..2000, length in 0usize..1500, glue in "[\\[\\]{}<>@:.’'\u{200b}\u{feff}\r\n0-9-]{0,12}", times in 1usize..4,
    ) {
        let all: String = corpus("held_out").iter().take(8).map(|statement| statement.text.as_str()).collect();
        let piece: String = all.chars().skip(start).take(length).collect();
        let text = vec![piece; times].join(&glue);
        let reading = reading(&text);
        check_spans(&text, &reading);
        prop_assert!((1.0..=5.0).contains(&reading.quality));
    }
}

#[test]
fn a_very_long_text_is_read() {
    let statement = corpus("held_out").remove(0).text;
    let sentences = statement.repeat(200);
    let one = sentences.replace(['.', '!', '?', ';', ':', '\n'], " ");
    assert!(reading(&sentences).readability.words > 20_000);
    assert!(!reading(&one).substance.substantive);
}

#[test]
fn mentions_record_counted_nouns_and_denials() {
    let text = "On 3 May at 18:00 we found that 12,000 customers' names and passwords were taken. Card numbers were not \
                taken. That is 4% of our customers, and costs us $2 million.";
    let found = mentions(text, Lexicon::built_in());
    assert_eq!((found.numbers[0].value, found.numbers[0].noun.as_deref()), (12_000.0, Some("customers")));
    assert_eq!((found.percentages[0].value, found.money[0].value), (4.0, 2e6));
    assert_eq!((found.dates[0].text.as_str(), found.times[0].text.as_str()), ("3 May", "18:00"));
    let data: Vec<(&str, bool)> = found.data.iter().map(|kind| (kind.kind.as_str(), kind.negated)).collect();
    assert_eq!(data, [("names", false), ("passwords", false), ("card_numbers", true)]);
}

#[test]
fn a_negation_covers_a_list_and_ends_with_its_clause() {
    let denied = |text: &str| {
        let data = mentions(text, Lexicon::built_in()).data;
        data.into_iter().map(|kind| (kind.kind, kind.negated)).collect::<BTreeMap<_, _>>()
    };
    let found = denied("No names, addresses or passwords were taken, but phone numbers were.");
    assert_eq!((found["names"], found["passwords"], found["phone_numbers"]), (true, true, false));
    let found = denied("Passwords and bank details were not accessed; names were.");
    assert_eq!((found["passwords"], found["bank_details"], found["names"]), (true, true, false));
}

#[test]
fn an_invalid_lexicon_is_reported_with_location_and_suggestion() {
    let mut files = Bundle::default();
    files.insert(
        "tone.ron",
        "(format: 1, subjects: [\n (subject: \"empaty\", rules: []),\n (subject: \"empathy\", rules: [(label: Yes, any: \
         [\"@distres of you\", \"*40 x\"])]),\n])"
            .into(),
    );
    let wrong = Lexicon::load(Language::English, Some(&files)).unwrap_err();
    let said: Vec<String> = wrong.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(
        said[0].contains("unknown subject `empaty`") && said[0].contains("empathy") && said[0].contains("tone.ron:2")
    );
    assert!(said[1].contains("@distres") && said[1].contains("did you mean `@distress`"), "{}", said[1]);
    assert!(said[2].contains("*40"));
}

#[test]
fn a_phrase_added_by_a_trainer_counts() {
    let mut files = Bundle::default();
    let rule = "(format: 1, subjects: [(subject: \"empathy\", rules: [(label: Yes, any: [\"gutted *3 you\"])])])";
    files.insert("tone.ron", rule.into());
    let lexicon = Lexicon::load(Language::English, Some(&files)).unwrap();
    let text = "We are gutted for all of you after this breach.";
    assert_eq!(read(text, &lexicon).label(Subject::Empathy), Label::Yes);
    assert_eq!(reading(text).label(Subject::Empathy), Label::No);
}
