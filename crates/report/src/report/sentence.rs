//! Builds sentences from phrases of the core.

/// Capitalizes the first letter of a text.
pub(super) fn sentence_case(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}
