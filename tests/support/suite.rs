//! What the command line asks of a test binary that has no standard harness because it prints a table.
//!
//! Such a suite runs in a plain `cargo test`, in a size that takes a minute, and can fail there. The word `full` among
//! the arguments (`cargo test --release --test planted -- full`), or `GOLDENHOUR_FULL` in the environment, asks for its
//! full size. As with other tests, words on the command line select by name, and cargo-nextest can list and run it.

/// How much of a suite is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// What fits into every test run.
    Ordinary,
    /// Everything, for minutes or hours.
    Full,
}

impl Size {
    /// Returns one of two values.
    pub fn pick<T>(self, ordinary: T, full: T) -> T {
        match self {
            Size::Ordinary => ordinary,
            Size::Full => full,
        }
    }
}

/// The options of the standard harness that are followed by a value.
const WITH_VALUE: [&str; 6] = ["--color", "--format", "--logfile", "--shuffle-seed", "--skip", "--test-threads"];

/// Returns how much of a suite is to be run; nothing where other tests are asked for, or only their names.
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
    #[expect(clippy::disallowed_methods, reason = "asks the environment for the full size")]
    let is_full = words.contains(&"full") || std::env::var_os("GOLDENHOUR_FULL").is_some();
    let mut names = words.into_iter().filter(|word| *word != "full").peekable();
    let is_selected = names.peek().is_none() || names.any(|name| suite.contains(name));
    (is_selected && !has("--ignored")).then_some(if is_full { Size::Full } else { Size::Ordinary })
}
