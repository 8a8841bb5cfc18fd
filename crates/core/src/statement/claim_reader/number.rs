//! Numbers in a sequence of words, in digits or partly in words: `24,300`, `1.2 million`, `forty-one thousand`.

use super::vocabulary::Vocabulary;
use super::word::Word;

/// Returns all numbers in a sequence of words.
pub fn numbers(words: &[Word], vocabulary: &Vocabulary) -> Vec<u64> {
    (0..words.len()).filter_map(|at| number(words, at, vocabulary)).map(|(value, _)| value).collect()
}

/// Returns the number that begins at a word, with the number of words that it takes.
pub fn number(words: &[Word], at: usize, vocabulary: &Vocabulary) -> Option<(u64, usize)> {
    let text = words.get(at)?.text.as_str();
    let is_numeric = text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let spelled = vocabulary.cardinals.iter().find(|(name, _)| name == text).map(|(_, value)| *value);
    let factor = match words.get(at + 1).map(|word| word.text.as_str()) {
        Some(next) if vocabulary.thousand.iter().any(|name| name == next) => Some(1_000),
        Some(next) if vocabulary.million.iter().any(|name| name == next) => Some(1_000_000),
        _ => None,
    };
    let tail = text.rsplit_once(['.', ',']).map_or("", |(_, tail)| tail);
    if is_numeric && (tail.is_empty() || tail.len() == 3) {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let value: u64 = digits.parse().ok()?;
        return Some((value.checked_mul(factor.unwrap_or(1))?, if factor.is_some() { 2 } else { 1 }));
    }
    let factor = factor?;
    if is_numeric {
        let scale = 10_u64.checked_pow(u32::try_from(tail.len()).ok()?)?;
        let all: u64 = text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()?;
        return Some((all.checked_mul(factor)? / scale, 2));
    }
    Some((spelled?.checked_mul(factor)?, 2))
}
