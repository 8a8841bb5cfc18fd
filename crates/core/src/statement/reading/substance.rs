//! Determines whether a text contains enough information to be graded.
//!
//! Lists of keywords, outlines, forms with blanks and repeated phrases can contain every word that the rules look
//! for without being informative. Such a text is not *substantive*. The reasons are reported, scoring gives the
//! text no credit, and its grade is capped.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
use super::finding::{Group, Subject};
use super::kind::Kind;
use super::lexicon::Lexicon;
use super::readability::tenth;
use super::scale::Bounds;
use super::sentence::{Form, Sentence};
use super::token::Token;

/// Assessment of whether a text is substantive.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Substance {
    /// Whether the text is substantive.
    pub substantive: bool,
    /// Reasons why it is not.
    pub reasons: Vec<Hollow>,
    /// Number of words in informative sentences about the incident, without repeated sentences.
    pub own_words: usize,
    /// Share of words in off-topic sentences, relative to all words in prose sentences, 0 to 1, rounded to two
    /// decimals.
    pub off_topic: f64,
}

/// Reason why a text is not substantive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hollow {
    /// It has too few words of its own.
    Short,
    /// Nothing in it refers to an incident.
    OffTopic,
    /// It answers too few questions.
    Unanswered,
    /// It is a form with blanks.
    Blanks,
    /// It is an outline that lists topics without addressing them.
    Outline,
    /// It consists largely of keywords.
    Keywords,
    /// It repeats itself too often.
    Repetition,
}

impl Hollow {
    /// Returns the reason as a sentence for display.
    pub fn sentence(self) -> &'static str {
        match self {
            Hollow::Short => "the text is too short",
            Hollow::OffTopic => "the text is not about an incident",
            Hollow::Unanswered => "the text answers hardly any questions",
            Hollow::Blanks => "the text has blanks to fill in",
            Hollow::Outline => "the text lists topics without addressing them",
            Hollow::Keywords => "the text is a list of keywords",
            Hollow::Repetition => "the text repeats itself",
        }
    }
}

/// Assesses whether a text is substantive.
pub fn weigh(tokens: &[Token], sentences: &[Sentence], counted: &[Evidence], lexicon: &Lexicon) -> Substance {
    let about = about(tokens, sentences, counted, lexicon);
    let bounds = &lexicon.scale.substance;
    let words = |sentence: &Sentence| words(&tokens[sentence.tokens.clone()]);
    let sum = |form: Form| sentences.iter().filter(|sentence| sentence.form == form).map(words).sum::<usize>();
    let own_words =
        sentences.iter().zip(&about).filter(|(_, about)| **about).map(|(sentence, _)| words(sentence)).sum();
    let all: usize = sentences.iter().map(words).sum();
    let blanks = tokens.iter().filter(|token| token.kind == Kind::Placeholder).count();
    let signs = [
        (own_words < bounds.least_words, Hollow::Short),
        (!is_about_an_incident(tokens, sentences, counted, lexicon), Hollow::OffTopic),
        (answers(counted) < bounds.least_answers, Hollow::Unanswered),
        (share(blanks, all) > bounds.most_blanks, Hollow::Blanks),
        (share(sum(Form::Outline), all) > bounds.most_outline, Hollow::Outline),
        (
            share(sum(Form::Stuffed), all) > bounds.most_keywords || is_telegraphic(tokens, bounds, lexicon),
            Hollow::Keywords,
        ),
        (repeats(tokens, sentences, bounds, share(sum(Form::Repeated), all)), Hollow::Repetition),
    ];
    let reasons: Vec<Hollow> = signs.into_iter().filter(|(sign, _)| *sign).map(|(_, reason)| reason).collect();
    let off = off_topic(sentences, &about, words);
    Substance {
        substantive: reasons.is_empty(),
        reasons,
        own_words,
        off_topic: tenth(share(off, sum(Form::Prose)) * 10.0) / 10.0,
    }
}

/// Returns for each sentence whether it gives information about the incident.
pub fn about(tokens: &[Token], sentences: &[Sentence], counted: &[Evidence], lexicon: &Lexicon) -> Vec<bool> {
    let shown: BTreeSet<usize> = counted
        .iter()
        .filter(|found| found.subject.group() != Group::Tone || is_apology(found.subject))
        .map(|found| found.sentence)
        .collect();
    let speaks = |sentence: &Sentence| matches!(sentence.form, Form::Prose | Form::Fragment);
    let topic =
        |sentence: &Sentence| lexicon.topic.iter().any(|pattern| pattern.occurs(&tokens[sentence.tokens.clone()]));
    let about = |(at, sentence): (usize, &Sentence)| speaks(sentence) && (shown.contains(&at) || topic(sentence));
    sentences.iter().enumerate().map(about).collect()
}

fn is_apology(subject: Subject) -> bool {
    matches!(subject, Subject::Empathy | Subject::ApologyWithResponsibility | Subject::ApologyWithoutResponsibility)
}

/// Number of answered questions from which a text is about an incident, even if it does not use any of the usual words.
const ENOUGH: usize = 5;

fn is_about_an_incident(tokens: &[Token], sentences: &[Sentence], counted: &[Evidence], lexicon: &Lexicon) -> bool {
    answers(counted) >= ENOUGH
        || sentences.iter().any(|sentence| {
            matches!(sentence.form, Form::Prose | Form::Fragment)
                && lexicon.topic.iter().any(|pattern| pattern.occurs(&tokens[sentence.tokens.clone()]))
        })
}

/// Returns the number of subjects answered at least in part.
fn answers(counted: &[Evidence]) -> usize {
    let subjects: BTreeSet<Subject> = counted.iter().map(|found| found.subject).collect();
    subjects.iter().filter(|subject| subject.group() != Group::Tone || is_apology(**subject)).count()
}

/// Returns whether the text as a whole has too few function words.
fn is_telegraphic(tokens: &[Token], bounds: &Bounds, lexicon: &Lexicon) -> bool {
    let words: Vec<&Token> = tokens.iter().filter(|token| token.kind == Kind::Word).collect();
    let function = words.iter().filter(|token| lexicon.is_function(&token.word)).count();
    words.len() >= bounds.least_words && share(function, words.len()) < bounds.least_function
}

/// Returns the number of words in off-topic sentences. A single off-topic sentence between relevant ones is
/// ignored.
fn off_topic(sentences: &[Sentence], about: &[bool], words: impl Fn(&Sentence) -> usize) -> usize {
    let strange = |at: usize| sentences[at].form == Form::Prose && !about[at];
    let near = |at: usize| {
        let before = at.checked_sub(1).is_none_or(|at| strange(at) || sentences[at].form != Form::Prose);
        let after = at + 1 >= sentences.len() || strange(at + 1) || sentences[at + 1].form != Form::Prose;
        before || after
    };
    (0..sentences.len()).filter(|at| strange(*at) && near(*at)).map(|at| words(&sentences[at])).sum()
}

/// Returns whether too many sentences or three-word sequences are repeated.
fn repeats(tokens: &[Token], sentences: &[Sentence], bounds: &Bounds, repeated: f64) -> bool {
    let mut all = 0;
    let mut different = BTreeSet::new();
    for sentence in sentences {
        for three in tokens[sentence.tokens.clone()].windows(3) {
            all += 1;
            different.insert([three[0].stem.as_str(), three[1].stem.as_str(), three[2].stem.as_str()]);
        }
    }
    let few = all >= bounds.triples_judged && share(different.len(), all) < bounds.least_different;
    repeated > bounds.most_repeated || few
}

fn words(tokens: &[Token]) -> usize {
    tokens.iter().filter(|token| token.kind != Kind::Placeholder).count()
}

#[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
