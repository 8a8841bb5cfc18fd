//! Formatting of evidence within sentences: abbreviated lists of names and times.

use crate::scoring::EvidenceItem;
use crate::time::SimTime;

/// Maximum number of items listed by name; the rest are counted.
pub const NAMED: usize = 3;

/// Returns the name contained in an evidence text, without introductory words or a trailing quotation.
pub fn stem(text: &str) -> &str {
    let text = text.strip_prefix("never: ").unwrap_or(text);
    let text = text.strip_prefix("never, in words that say something: ").unwrap_or(text);
    text.split_once(": “").map_or(text, |(name, _)| name)
}

/// Returns a name for use within a sentence. A name that is itself a sentence is put in quotation marks.
pub fn in_a_sentence(name: &str) -> String {
    match name.starts_with(char::is_uppercase) {
        true => format!("“{name}”"),
        false => name.to_owned(),
    }
}

/// Lists items with their times, grouped by text: `a (T+00:10, T+00:30); b; and 3 more`.
pub fn listed(items: &[EvidenceItem]) -> String {
    let mut groups: Vec<(&str, Vec<SimTime>)> = Vec::new();
    for item in items {
        let text = item.text.strip_prefix("not answered in time: ").unwrap_or(&item.text);
        match groups.iter_mut().find(|(other, _)| *other == text) {
            Some((_, times)) => times.extend(item.at),
            None => groups.push((text, item.at.into_iter().collect())),
        }
    }
    let line = |(text, times): &(&str, Vec<SimTime>)| match times.as_slice() {
        [] => (*text).to_owned(),
        times => format!("{text} ({})", several(times)),
    };
    let lines: Vec<String> = groups.iter().take(NAMED).map(line).collect();
    let more = groups.len().saturating_sub(NAMED);
    if more > 0 { format!("{}; and {more} more", lines.join("; ")) } else { lines.join("; ") }
}

/// Lists times: `T+00:10, T+00:30, and 2 more times`.
fn several(times: &[SimTime]) -> String {
    let shown: Vec<String> = times.iter().take(NAMED).map(ToString::to_string).collect();
    match times.len().saturating_sub(NAMED) {
        0 => shown.join(", "),
        1 => format!("{}, and once more", shown.join(", ")),
        more => format!("{}, and {more} more times", shown.join(", ")),
    }
}

/// Lists names: `a, b, and 3 more`.
pub fn names_in_a_row<S: AsRef<str>>(names: &[S]) -> String {
    let shown = names.iter().take(NAMED).map(AsRef::as_ref).collect::<Vec<&str>>().join(", ");
    let more = names.len().saturating_sub(NAMED);
    if more > 0 { format!("{shown}, and {more} more") } else { shown }
}
