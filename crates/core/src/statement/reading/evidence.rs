//! Finds evidence in a text: applies the rules of the lexicon, and lets the classifier decide.
//!
//! Only informative sentences are searched, and each rule counts at most once per sentence. A match counts only if the
//! sentence meets the rule's conditions (`with`, `unless`) and its neighbors meet the condition `near`. What matched is
//! a feature of the classifier ([`model`](super::model)), which also finds what no rule anticipates.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::finding::{Finding, Label, Span, Subject};
use super::lexicon::{Lexicon, Negated, Rule};
use super::negation::denied;
use super::pattern::{Match, Pattern};
use super::sentence::{Form, Sentence};
use super::token::Token;

/// A part of a text that is evidence for a subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Subject of the evidence.
    pub subject: Subject,
    /// Extent to which it shows the subject.
    pub label: Label,
    /// Index of the rule that matched; `None` if the classifier found it.
    pub rule: Option<usize>,
    /// Index of the sentence.
    pub sentence: usize,
    /// Byte range in the text.
    pub range: Range<usize>,
}

/// Maximum number of spans stored per finding. Further spans would add no information.
const MOST_SPANS: usize = 40;

/// How far below its threshold the classifier may be for a sentence in which a rule matches.
const BENEFIT: f32 = 0.25;

/// Returns all evidence in text order.
pub fn search(tokens: &[Token], sentences: &[Sentence], lexicon: &Lexicon) -> Vec<Evidence> {
    let text = Searched { tokens, sentences, lexicon };
    (0..sentences.len()).flat_map(|at| text.weighed(at)).collect()
}

/// Returns the evidence that the rules alone find, in text order.
pub fn matched(tokens: &[Token], sentences: &[Sentence], lexicon: &Lexicon) -> Vec<Evidence> {
    let text = Searched { tokens, sentences, lexicon };
    (0..sentences.len()).flat_map(|at| text.sentence(at)).collect()
}

struct Searched<'a> {
    tokens: &'a [Token],
    sentences: &'a [Sentence],
    lexicon: &'a Lexicon,
}

impl Searched<'_> {
    fn tokens(&self, sentence: usize) -> &[Token] {
        &self.tokens[self.sentences[sentence].tokens.clone()]
    }

    fn speaks(&self, sentence: usize) -> bool {
        matches!(self.sentences[sentence].form, Form::Prose | Form::Fragment)
    }

    fn sentence(&self, sentence: usize) -> Vec<Evidence> {
        let mut found = Vec::new();
        if !self.speaks(sentence) {
            return found;
        }
        let tokens = self.tokens(sentence);
        let denied = denied(tokens, self.lexicon);
        let mut settled: BTreeMap<usize, bool> = BTreeMap::new();
        for start in 0..tokens.len() {
            for (rule_at, pattern_at) in self.candidates(&tokens[start]) {
                let rule = &self.lexicon.rules[rule_at];
                if settled.get(&rule_at) == Some(&false) {
                    continue;
                }
                let Some(place) = rule.any[pattern_at].at(tokens, start) else { continue };
                if !allowed(rule.negated, &denied[place.start..place.end]) {
                    continue;
                }
                let may = *settled.entry(rule_at).or_insert_with(|| self.may(rule, sentence));
                if may {
                    settled.insert(rule_at, false);
                    found.push(evidence(rule, rule_at, sentence, tokens, place));
                }
            }
        }
        found
    }

    /// Combines the evidence that the rules found in a sentence with the opinion of the classifier, which knows what
    /// they found. The classifier decides, except that it cannot overrule a trainer's own rules, and that a rule
    /// which is contradicted only weakly counts.
    fn weighed(&self, sentence: usize) -> Vec<Evidence> {
        let matched = self.sentence(sentence);
        let tokens = self.tokens(sentence);
        if !self.speaks(sentence) || tokens.is_empty() {
            return matched;
        }
        let known: Vec<(Subject, Label)> = matched.iter().map(|found| (found.subject, found.label)).collect();
        let opinions = self.lexicon.model().opinions(tokens, &known);
        let stands = |found: &Evidence| {
            let is_own = found.rule.is_some_and(|rule| self.lexicon.rules[rule].is_own);
            is_own || opinions.iter().any(|opinion| opinion.subject == found.subject && opinion.score >= -BENEFIT)
        };
        let mut found: Vec<Evidence> = matched.into_iter().filter(stands).collect();
        for opinion in opinions.into_iter().filter(|opinion| opinion.score >= 0.0) {
            if found.iter().any(|found| found.subject == opinion.subject) {
                continue;
            }
            let spoken = &tokens[opinion.tokens];
            let range = spoken[0].range.start..spoken[spoken.len() - 1].range.end;
            found.push(Evidence { subject: opinion.subject, label: opinion.label, rule: None, sentence, range });
        }
        found.sort_by_key(|found| (found.range.start, found.range.end));
        found
    }

    fn candidates(&self, token: &Token) -> impl Iterator<Item = (usize, usize)> {
        let of = |word: &str| self.lexicon.index.get(word).map_or(&[][..], Vec::as_slice);
        let exact = if token.word == token.stem { &[][..] } else { of(&token.word) };
        of(&token.stem).iter().chain(exact).chain(of("")).copied()
    }

    /// Returns whether a sentence and its neighbors meet the conditions of a rule.
    fn may(&self, rule: &Rule, sentence: usize) -> bool {
        let tokens = self.tokens(sentence);
        let any = |patterns: &[Pattern], tokens: &[Token]| patterns.iter().any(|pattern| pattern.occurs(tokens));
        let form = rule.fragment || self.sentences[sentence].form == Form::Prose;
        let first = sentence.saturating_sub(rule.within);
        let last = (sentence + rule.within).min(self.sentences.len() - 1);
        form && (rule.with.is_empty() || any(&rule.with, tokens))
            && !any(&rule.unless, tokens)
            && (rule.near.is_empty()
                || (first..=last).any(|near| self.speaks(near) && any(&rule.near, self.tokens(near))))
    }
}

fn allowed(negated: Negated, denied: &[bool]) -> bool {
    match negated {
        Negated::Either => true,
        Negated::Refuse => !denied.contains(&true),
        Negated::Require => denied.contains(&true),
    }
}

fn evidence(rule: &Rule, rule_at: usize, sentence: usize, tokens: &[Token], place: Match) -> Evidence {
    let range = tokens[place.start].range.start..tokens[place.end.max(place.start + 1) - 1].range.end;
    Evidence { subject: rule.subject, label: rule.label, rule: Some(rule_at), sentence, range }
}

/// Returns the finding for each subject, and the evidence it is based on.
pub fn settle(text: &str, evidence: &[Evidence], lexicon: &Lexicon) -> (BTreeMap<Subject, Finding>, Vec<Evidence>) {
    let mut labels: BTreeMap<Subject, Label> = BTreeMap::new();
    let mut counted: Vec<Evidence> = Vec::new();
    for subject in Subject::ALL {
        let full = |other: &Subject| labels.get(other) == Some(&Label::Yes);
        // What the classifier finds is subject to the same exceptions as what the rules for the subject find.
        let is_excepted = |rule: &Rule| rule.subject == subject && rule.without.iter().any(full);
        let is_open = |found: &&Evidence| match found.rule {
            Some(rule) => !lexicon.rules[rule].without.iter().any(full),
            None => !lexicon.rules.iter().any(is_excepted),
        };
        let own: Vec<&Evidence> = evidence.iter().filter(|found| found.subject == subject).filter(is_open).collect();
        let label = label(text, subject, &own, lexicon);
        let strongest = own.iter().map(|found| found.label).max().unwrap_or_default();
        counted.extend(own.into_iter().filter(|found| found.label == strongest).cloned());
        labels.insert(subject, label);
    }
    counted.sort_by_key(|found| (found.range.start, found.range.end));
    let spans = |subject| spans(text, counted.iter().filter(|found| found.subject == subject));
    let findings =
        labels.into_iter().map(|(subject, label)| (subject, Finding { label, spans: spans(subject) })).collect();
    (findings, counted)
}

/// Returns the label for a subject: the strongest label of its evidence, or `Yes` if there are enough different
/// partial matches.
fn label(text: &str, subject: Subject, own: &[&Evidence], lexicon: &Lexicon) -> Label {
    let strongest = own.iter().map(|found| found.label).max().unwrap_or_default();
    let different: BTreeSet<String> = own.iter().map(|found| text[found.range.clone()].to_lowercase()).collect();
    match lexicon.add_up.get(&subject) {
        Some(count) if strongest == Label::Partial && different.len() >= *count => Label::Yes,
        _ => strongest,
    }
}

/// Converts evidence to spans, merging those that overlap.
fn spans<'a>(text: &str, evidence: impl Iterator<Item = &'a Evidence>) -> Vec<Span> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for found in evidence {
        match ranges.last_mut() {
            Some(last) if found.range.start <= last.end => last.end = last.end.max(found.range.end),
            _ => ranges.push(found.range.clone()),
        }
    }
    ranges.truncate(MOST_SPANS);
    counted_in_characters(text, &ranges)
}

/// Converts ranges of bytes, sorted by position, to spans counted in characters.
pub fn counted_in_characters(text: &str, ranges: &[Range<usize>]) -> Vec<Span> {
    let (mut byte, mut count) = (0, 0);
    let mut spans = Vec::with_capacity(ranges.len());
    for range in ranges {
        count += text[byte..range.start].chars().count();
        byte = range.start;
        let piece = &text[range.clone()];
        spans.push(Span { start: count, end: count + piece.chars().count(), text: piece.to_owned() });
    }
    spans
}
