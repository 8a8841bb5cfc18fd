//! Finds e-mail addresses, web addresses, phone numbers and placeholders.
//!
//! These are detected before words, because word boundaries would split them: `help@shop.example`,
//! `shop.example/help`, `(866) 555-0142`, `[NUMBER OF CUSTOMERS]`. No list of top-level domains is needed. Any
//! separate word that has the form of a host name and ends in lower case is treated as a web address.

use std::ops::Range;

use super::kind::Kind;

/// An address, phone number or placeholder. The kind is `Email`, `Url`, `Phone` or `Placeholder`.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Byte range in the text.
    pub range: Range<usize>,
    /// Kind of the place.
    pub kind: Kind,
}

/// Returns all places in the text, in order and without overlaps.
pub fn places(text: &str) -> Vec<Place> {
    let mut found = placeholders(text);
    found.extend(addresses(text));
    found.extend(phones(text));
    found.sort_by_key(|place| (place.range.start, std::cmp::Reverse(place.range.end)));
    let mut kept: Vec<Place> = Vec::with_capacity(found.len());
    for place in found {
        if kept.last().is_none_or(|last| last.range.end <= place.range.start) {
            kept.push(place);
        }
    }
    kept
}

fn addresses(text: &str) -> impl Iterator<Item = Place> {
    let start = text.as_ptr() as usize;
    text.split_whitespace().filter_map(move |chunk| {
        let open = |c: char| !c.is_alphanumeric();
        let bare = chunk.trim_start_matches(open).trim_end_matches(|c: char| open(c) && c != '/');
        let kind = address(bare)?;
        let at = bare.as_ptr() as usize - start;
        Some(Place { range: at..at + bare.len(), kind })
    })
}

fn address(word: &str) -> Option<Kind> {
    if !word.is_ascii() || word.len() < 5 {
        return None;
    }
    if let Some((name, host)) = word.rsplit_once('@') {
        return (!name.is_empty() && is_host(host)).then_some(Kind::Email);
    }
    let lower = word.to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www.") {
        return Some(Kind::Url);
    }
    let host = word.split(['/', '?', '#']).next().unwrap_or(word);
    is_host(host).then_some(Kind::Url)
}

/// Returns whether a word has the form of a host name: at least two labels separated by dots, of which the last
/// consists of two or more lower-case letters.
fn is_host(word: &str) -> bool {
    let labels: Vec<&str> = word.split('.').collect();
    let fine = |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let last = labels.last().copied().unwrap_or("");
    labels.len() >= 2
        && labels.iter().all(fine)
        && labels[0].len() >= 2
        && last.len() >= 2
        && last.chars().all(|c| c.is_ascii_lowercase())
}

fn phones(text: &str) -> Vec<Place> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let fresh = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        if fresh && matches!(bytes[at], b'+' | b'(' | b'0'..=b'9') {
            let end = run_end(bytes, at);
            if is_phone(&text[at..end]) {
                found.push(Place { range: at..end, kind: Kind::Phone });
            }
            at = end.max(at + 1);
        } else {
            at += 1;
        }
    }
    found
}

/// Returns the end of a run of digits and phone number punctuation, after its last digit or capital letter.
fn run_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    let mut at = start;
    while at < bytes.len() {
        match bytes[at] {
            b'0'..=b'9' => end = at + 1,
            b'A'..=b'Z' if at > start && matches!(bytes[at - 1], b'-' | b'A'..=b'Z') => end = at + 1,
            b'(' | b')' | b'-' | b'.' | b'+' | b'/' => {}
            b' ' if bytes.get(at + 1).is_some_and(|next| matches!(next, b'(' | b'0'..=b'9')) => {}
            _ => break,
        }
        at += 1;
    }
    end
}

fn is_phone(run: &str) -> bool {
    let digits = run.chars().filter(char::is_ascii_digit).count();
    let letters = run.chars().filter(char::is_ascii_uppercase).count();
    if run.contains('.') && run.split('.').all(|part| part.len() <= 2 || part.len() == 4 && part.starts_with("20")) {
        return false;
    }
    let groups: Vec<&str> = run.split(|c: char| !c.is_ascii_alphanumeric()).filter(|group| !group.is_empty()).collect();
    let years = groups.len() >= 2
        && groups.iter().any(|group| group.len() == 4 && (group.starts_with("19") || group.starts_with("20")))
        && digits <= 8
        && !run.starts_with(['+', '(', '0']);
    let separated = groups.len() >= 2 || run.starts_with(['+', '0', '1']);
    separated && !years && (7..=15).contains(&(digits + letters)) && digits >= 4
}

const FILL_IN: [&str; 18] = [
    "insert",
    "name",
    "date",
    "number",
    "company",
    "customer",
    "your",
    "describe",
    "list",
    "time",
    "contact",
    "address",
    "phone",
    "email",
    "actions",
    "xx",
    "tbd",
    "organization",
];

/// Returns placeholders in square, curly or angle brackets, and blanks such as runs of underscores.
fn placeholders(text: &str) -> Vec<Place> {
    const LONGEST: usize = 120;
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('[' | '{' | '<', None) => open = Some((at, c)),
            (']' | '}' | '>', Some((start, _))) => {
                let range = start..at + c.len_utf8();
                if is_blank(&text[range.clone()]) {
                    found.push(Place { range, kind: Kind::Placeholder });
                }
                open = None;
            }
            ('\n', _) => open = None,
            (_, Some((start, _))) if at - start > LONGEST => open = None,
            _ => {}
        }
    }
    found.extend(words_to_replace(text));
    found
}

fn is_blank(piece: &str) -> bool {
    let inside = piece.trim_matches(|c: char| !c.is_alphanumeric());
    let lower = inside.to_lowercase();
    let letters = inside.chars().filter(|c| c.is_alphabetic()).count();
    let shouted = letters >= 3 && inside.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let named = FILL_IN.iter().any(|word| lower.split(|c: char| !c.is_alphanumeric()).any(|part| part == *word));
    piece.starts_with("<<") || piece.starts_with("{{") || shouted || named
}

fn words_to_replace(text: &str) -> impl Iterator<Item = Place> {
    let start = text.as_ptr() as usize;
    let blank = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '_');
        (bare.len() >= 3 && bare.chars().all(|c| c == '_'))
            || (bare.len() >= 2 && bare.chars().all(|c| c == 'X'))
            || matches!(bare, "TBD" | "TBC" | "TODO")
    };
    text.split_whitespace().filter(move |word| blank(word)).map(move |word| {
        let at = word.as_ptr() as usize - start;
        Place { range: at..at + word.len(), kind: Kind::Placeholder }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(&str, Kind)> {
        places(text).into_iter().map(|place| (&text[place.range], place.kind)).collect()
    }

    #[test]
    fn addresses_and_phone_numbers_are_found_in_full() {
        let text =
            "Call (866) 555-0142, 0800 555 0181 or +47 555 01 00; write to help@shop.example or see shop.example/x.";
        let expected = [
            ("(866) 555-0142", Kind::Phone),
            ("0800 555 0181", Kind::Phone),
            ("+47 555 01 00", Kind::Phone),
            ("help@shop.example", Kind::Email),
            ("shop.example/x", Kind::Url),
        ];
        assert_eq!(kinds(text), expected);
    }

    #[test]
    fn dates_amounts_and_abbreviations_are_not_places() {
        for text in ["between 2021-2023", "about 1,100,000 cards", "in the U.S. and", "e.g. names", "on 12.05.2024"] {
            assert!(kinds(text).is_empty(), "{text}: {:?}", kinds(text));
        }
    }

    #[test]
    fn blanks_are_distinguished_from_footnotes() {
        let text = "On [DATE] <<Name>> lost {number of records} [1] [sic] XXX";
        let blanks = kinds(text);
        assert_eq!(blanks.len(), 4, "{blanks:?}");
    }
}
