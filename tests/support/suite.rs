//! Command-line handling for test binaries without the standard harness, which print tables of statistics.
//!
//! In a plain `cargo test`, such a suite runs at a reduced size that takes about a minute and can fail. The
//! argument `full` (`cargo test --release --test planted -- full`) or the environment variable `GOLDENHOUR_FULL`
//! selects the full size. As with other tests, further arguments filter by name, and cargo-nextest can list and run
//! the suite.

/// Sample size of a suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Reduced size for every test run.
    Ordinary,
    /// Full size, which takes minutes or hours.
    Full,
}

impl Size {
    /// Returns the value for this size.
    pub fn pick<T>(self, ordinary: T, full: T) -> T {
        match self {
            Size::Ordinary => ordinary,
            Size::Full => full,
        }
    }
}

/// Options of the standard harness that take a value.
const WITH_VALUE: [&str; 6] = ["--color", "--format", "--logfile", "--shuffle-seed", "--skip", "--test-threads"];

/// Returns the requested size, or nothing if other tests are selected or tests are only listed.
pub fn asked(suite: &str) -> Option<Size> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    if has("--list") {
        if !has("--ignored") {
            println!("{suite}: test");
        }
        return None;
    }
    let value = |place: usize| place > 0 && WITH_VALUE.contains(&arguments[place - 1].as_str());
    let words = (0..arguments.len()).filter(|place| !value(*place)).map(|place| arguments[place].as_str());
    let words: Vec<&str> = words.filter(|word| !word.starts_with('-')).collect();
    #[expect(clippy::disallowed_methods, reason = "`GOLDENHOUR_FULL` is read from the environment")]
    let is_full = words.contains(&"full") || std::env::var_os("GOLDENHOUR_FULL").is_some();
    let mut names = words.into_iter().filter(|word| *word != "full").peekable();
    let is_selected = names.peek().is_none() || names.any(|name| suite.contains(name));
    (is_selected && !has("--ignored")).then_some(if is_full { Size::Full } else { Size::Ordinary })
}
