//! Trains the classifier for the content and tone of sentences.
//!
//! `cargo run --release -p goldenhour-core --example train_reader` reads the labeled sentences in
//! `tests/fixtures/sentences` and writes `assets/reader/en.weights` and `de.weights`. The set-aside sentences are
//! not read. With `-- --check`, it cross-validates instead and prints a table.

#![expect(clippy::print_stdout, reason = "a command that reports to its user")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use goldenhour_core::statement::linear::{Training, Vector, log, train};
use goldenhour_core::statement::reading::evidence::matched;
use goldenhour_core::statement::reading::feature::{Family, occurrences, scale, values};
use goldenhour_core::statement::reading::model::{CLASSES, MAGIC, Model};
use goldenhour_core::statement::reading::sentence::sentences;
use goldenhour_core::statement::reading::token::tokens;
use goldenhour_core::statement::reading::{Label, Language, Lexicon, Subject, read};
use xxhash_rust::xxh3::xxh3_64;

/// Labels in the files, in the order of [`Subject::ALL`].
const LABELS: [&str; 24] = [
    "stakeholders",
    "discovery",
    "data",
    "effect",
    "services",
    "precautions",
    "compensation",
    "measures",
    "restoration",
    "media_contact",
    "customer_contact",
    "next_update",
    "unknowns",
    "empathy",
    "apology",
    "non_apology",
    "blame",
    "minimizing",
    "marketing",
    "cliche",
    "legalese",
    "absolute",
    "speculation",
    "passive",
];

/// Parameters of the training, chosen by cross-validation.
const TRAINING: Training = Training { passes: 12, positive: 3.0, negative: 1.0 };

/// Least number of sentences in which a feature must occur.
fn least(family: Family) -> u32 {
    match family {
        Family::Stems => 3,
        Family::Pieces => 6,
        Family::Rules => 1,
    }
}

/// Place of the first file with sentences of the development statements and of the built-in scenarios.
const STATEMENTS: usize = 2;

/// How often they count, because the reader must read them exactly.
const COPIES: usize = 3;

/// Score from which a sentence shows a subject, chosen by cross-validation.
fn threshold(language: Language) -> f32 {
    match language {
        Language::English => -0.1,
        Language::German => -0.2,
    }
}

/// Number of parts for cross-validation.
const FOLDS: u64 = 5;

/// A labeled sentence.
struct Example {
    /// Sentences with the same pair stay together in cross-validation.
    pair: String,
    text: String,
    labels: [Label; 24],
    features: BTreeMap<u32, (Family, f32)>,
}

/// Trained weights of all classes before rounding.
struct Trained {
    /// Index and inverse document frequency of each feature.
    features: BTreeMap<u32, (u32, f32)>,
    /// Weights of each class, followed by its offset.
    weights: Vec<Vec<f32>>,
}

fn main() {
    let is_check = std::env::args().any(|argument| argument == "--check");
    for language in Language::ALL {
        let texts = corpus(language);
        let copies = |at: usize| if at >= STATEMENTS { COPIES } else { 1 };
        let texts_as_often = texts.iter().enumerate().flat_map(|(at, text)| std::iter::repeat_n(text, copies(at)));
        let examples: Vec<Example> = texts_as_often.flat_map(|text| parse(text, language)).collect();
        println!("{language:?}: {} sentences", examples.len());
        if is_check {
            let first = texts[0].lines().count();
            check(&examples, first, language);
        } else {
            let trained = fit(&examples.iter().collect::<Vec<_>>());
            let path = root().join(format!("assets/reader/{}.weights", language.tag()));
            let bytes = rounded(&trained, xxh3_64(texts.concat().as_bytes()), threshold(language));
            println!("{}: {} features, {} bytes", path.display(), trained.features.len(), bytes.len());
            std::fs::write(&path, bytes).expect("the folder of the weights is writable");
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Returns the files of labeled sentences of a language. Cross-validation measures on the first. Only English has
/// sentences of the development statements and of the scenarios.
fn corpus(language: Language) -> Vec<String> {
    let folder = root().join("tests/fixtures/sentences");
    let read =
        |name: String| std::fs::read_to_string(folder.join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let tag = language.tag();
    let mut texts = vec![read(format!("{tag}.tsv")), read(format!("more_{tag}.tsv"))];
    if language == Language::English {
        texts.extend(["statements", "scenarios"].map(|part| read(format!("{part}_{tag}.tsv"))));
    }
    texts
}

fn parse(text: &str, language: Language) -> Vec<Example> {
    text.lines().enumerate().map(|(at, line)| example(at, line, language)).collect()
}

fn example(at: usize, line: &str, language: Language) -> Example {
    let columns: Vec<&str> = line.split('\t').collect();
    let [pair, labels, _, sentence] = columns[..] else { panic!("line {}: {line}", at + 1) };
    let mut found = [Label::No; 24];
    for label in labels.split(',') {
        let place = LABELS.iter().position(|known| *known == label.trim_end_matches('~'));
        if let Some(place) = place {
            found[place] = if label.ends_with('~') { Label::Partial } else { Label::Yes };
        } else {
            assert!(["-", "keywords"].contains(&label), "line {}: unknown label {label}", at + 1);
        }
    }
    let pair = if pair == "-" { format!("line {at}") } else { pair.to_owned() };
    Example { pair, text: sentence.to_owned(), labels: found, features: features_of(sentence, language) }
}

fn features_of(sentence: &str, language: Language) -> BTreeMap<u32, (Family, f32)> {
    let lexicon = Lexicon::of(language);
    let tokens = tokens(sentence, language);
    let matched = matched(&tokens, &sentences(sentence, &tokens, lexicon), lexicon);
    let known: Vec<(Subject, Label)> = matched.iter().map(|found| (found.subject, found.label)).collect();
    values(&occurrences(&tokens, &known))
}

/// Returns whether an example belongs to a class: the subject shown at all, or shown in full.
fn belongs(example: &Example, class: usize) -> bool {
    match class.checked_sub(LABELS.len()) {
        None => example.labels[class] != Label::No,
        Some(subject) => example.labels[subject] == Label::Yes,
    }
}

fn fit(examples: &[&Example]) -> Trained {
    let mut counts: BTreeMap<u32, (Family, u32)> = BTreeMap::new();
    for (key, (family, _)) in examples.iter().flat_map(|example| &example.features) {
        counts.entry(*key).or_insert((*family, 0)).1 += 1;
    }
    let all = f64::from(u32::try_from(examples.len()).expect("there are a few thousand sentences"));
    let kept = counts.into_iter().filter(|(_, (family, count))| *count >= least(*family));
    let features: BTreeMap<u32, (u32, f32)> = kept
        .zip(0_u32..)
        .map(|((key, (_, count)), at)| (key, (at, log((1.0 + all) / (1.0 + f64::from(count))) + 1.0)))
        .collect();
    let vectors: Vec<Vector> = examples.iter().map(|example| vector(example, &features)).collect();
    let weights = (0..CLASSES)
        .map(|class| train(&vectors, |at| belongs(examples[at], class), features.len(), TRAINING))
        .collect();
    Trained { features, weights }
}

fn vector(example: &Example, features: &BTreeMap<u32, (u32, f32)>) -> Vector {
    let known = example.features.iter().filter_map(|(key, (family, value))| {
        let (at, frequency) = features.get(key)?;
        Some((*at, (*family, value * frequency)))
    });
    let (places, mut values): (Vec<u32>, Vec<(Family, f32)>) = known.unzip();
    scale(&mut values);
    places.into_iter().zip(values).map(|(at, (_, value))| (at, value)).collect()
}

/// Rounds the weights to eight bits and returns the file.
fn rounded(trained: &Trained, corpus: u64, threshold: f32) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(corpus.to_le_bytes());
    let count = u32::try_from(trained.features.len()).expect("keys of features are 32 bits long");
    bytes.extend(count.to_le_bytes());
    bytes.extend(threshold.to_le_bytes());
    let scales: Vec<f32> = trained
        .weights
        .iter()
        .map(|weights| weights[..weights.len() - 1].iter().fold(0.0_f32, |most, weight| most.max(weight.abs())) / 127.0)
        .collect();
    bytes.extend(scales.iter().flat_map(|scale| scale.to_le_bytes()));
    bytes.extend(trained.weights.iter().flat_map(|weights| weights[weights.len() - 1].to_le_bytes()));
    bytes.extend(trained.features.keys().flat_map(|key| key.to_le_bytes()));
    bytes.extend(trained.features.values().flat_map(|(_, frequency)| frequency.to_le_bytes()));
    for (at, _) in trained.features.values() {
        for (weights, scale) in trained.weights.iter().zip(&scales) {
            #[expect(clippy::cast_possible_truncation, reason = "the quotient is between -127 and 127")]
            let weight = (weights[*at as usize] / scale).round() as i8;
            bytes.extend(weight.to_le_bytes());
        }
    }
    bytes
}

/// Returns the part of an example in cross-validation.
fn fold(example: &Example) -> u64 {
    xxh3_64(example.pair.as_bytes()) % FOLDS
}

/// Cross-validates the whole reader on the first examples; the others are used for training only.
fn check(examples: &[Example], first: usize, language: Language) {
    // Hits, false alarms and misses of each subject.
    let mut counts = [[0_u32; 3]; LABELS.len()];
    for part in 0..FOLDS {
        let is_in_training = |(at, example): &(usize, &Example)| *at >= first || fold(example) != part;
        let training: Vec<&Example> =
            examples.iter().enumerate().filter(is_in_training).map(|(_, example)| example).collect();
        let bytes = rounded(&fit(&training), 0, threshold(language));
        let model: &'static Model =
            Box::leak(Box::new(Model::parse(&bytes).expect("the weights were written by this program")));
        let lexicon = Lexicon::load(language, None).expect("the built-in lexicon is valid").with_model(model);
        for example in examples[..first].iter().filter(|example| fold(example) == part) {
            let reading = read(&example.text, &lexicon);
            for ((count, label), subject) in counts.iter_mut().zip(example.labels).zip(Subject::ALL) {
                match (label != Label::No, reading.label(subject) != Label::No) {
                    (true, true) => count[0] += 1,
                    (false, true) => count[1] += 1,
                    (true, false) => count[2] += 1,
                    (false, false) => {}
                }
            }
        }
    }
    let f1 = |[hits, alarms, misses]: &[u32; 3]| f64::from(2 * hits) / f64::from((2 * hits + alarms + misses).max(1));
    for (count, label) in counts.iter().zip(LABELS) {
        println!("{label:18} {:.2}", f1(count));
    }
    println!("macro F1 {:.3}", counts.iter().map(f1).sum::<f64>() / 24.0);
}
