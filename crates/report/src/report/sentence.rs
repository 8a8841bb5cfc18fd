//! Sentences built from phrases of the core.

/// Begins a text with a capital letter.
pub(super) fn sentence_case(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}
