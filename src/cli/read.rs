//! `goldenhour read`: analyzes the content and tone of a statement and quotes the words behind each finding.

use std::fmt::Write;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{Failure, output};
use goldenhour_core::scenario::source::Folder;
use goldenhour_core::statement::reading::{self, Finding, Group, Label, Language, Lexicon, Reading, Span, Subject};

/// Analyze the content and tone of a statement
///
/// Works with any English or German text, including real drafts, and needs no scenario. Each finding quotes its
/// evidence.
#[derive(Debug, clap::Args)]
pub struct ReadArgs {
    /// Text file (UTF-8, at most 1 MiB), or `-` for standard input
    file: PathBuf,
    /// Print the result as one JSON document
    #[arg(long)]
    json: bool,
    /// Folder with lexicon files that replace the built-in ones
    #[arg(long, value_name = "FOLDER")]
    lexicon: Option<PathBuf>,
    /// Language of the text [default: the one whose function words are most frequent]
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<TextLanguage>,
}

/// Languages in which a text can be read.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum TextLanguage {
    /// English
    En,
    /// German
    De,
}

impl From<TextLanguage> for Language {
    fn from(language: TextLanguage) -> Language {
        match language {
            TextLanguage::En => Language::English,
            TextLanguage::De => Language::German,
        }
    }
}

/// Maximum size of a text, in bytes.
const LARGEST: usize = 1 << 20;

/// Runs the command.
pub(super) fn read(args: &ReadArgs) -> Result<(), Failure> {
    let text = text(&args.file)?;
    let built_in = args.lang.map_or_else(|| Lexicon::for_text(&text), |language| Lexicon::of(language.into()));
    let reading = match &args.lexicon {
        None => reading::read(&text, built_in),
        Some(folder) => reading::read(&text, &lexicon(folder, built_in.language())?),
    };
    if args.json { output::answer_json(&reading) } else { output::answer(&shown(&reading)) }
}

fn lexicon(folder: &PathBuf, language: Language) -> Result<Lexicon, Failure> {
    let known = |name: &&str| folder.join(name).is_file();
    if !reading::lexicon::FILES.iter().any(known) {
        return Err(Failure::input(format!("no lexicon files in {}", folder.display()))
            .hint(format!("put at least one of these files there: {}", reading::lexicon::FILES.join(", "))));
    }
    Lexicon::load(language, Some(&Folder::new(folder))).map_err(|diagnostics| {
        let count = diagnostics.iter().count();
        let plural = if count == 1 { "" } else { "s" };
        let message = format!("invalid lexicon in {}: {count} error{plural}", folder.display());
        Failure::diagnosed(message, diagnostics)
    })
}

/// Reads the text from a file or from standard input.
fn text(path: &PathBuf) -> Result<String, Failure> {
    let name = if path.as_os_str() == "-" { "standard input".to_owned() } else { path.display().to_string() };
    let bytes = bytes(path).map_err(|error| Failure::unread(Path::new(&name), &error))?;
    if bytes.len() > LARGEST {
        return Err(Failure::input(format!("{name} is larger than 1 MiB")).hint("check that this is the intended file"));
    }
    if bytes.contains(&0) {
        return Err(Failure::input(format!("{name} is not a text file"))
            .hint("save it as plain text in UTF-8, not as UTF-16 or in a word processor format"));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::input(format!("{name} is not valid UTF-8: invalid byte at offset {at}")).hint("save it as UTF-8")
    })?;
    if text.chars().any(char::is_alphanumeric) {
        Ok(text)
    } else {
        Err(Failure::input(format!("{name} contains no words")))
    }
}

fn bytes(path: &PathBuf) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = LARGEST as u64 + 1;
    if path.as_os_str() == "-" {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        std::fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Formats a reading as text for a terminal.
fn shown(reading: &Reading) -> String {
    let mut text = String::new();
    let readability = &reading.readability;
    let _ = writeln!(
        text,
        "quality {:.1} of 5   {} words, {:.0} per sentence, reading grade level {:.0}",
        reading.quality, readability.words, readability.sentence_length, readability.grade
    );
    for reason in &reading.substance.reasons {
        let _ = writeln!(text, "  not substantive: {}", reason.sentence());
    }
    for (title, group) in [("Content", Group::Details), ("Contacts and candor", Group::Contacts)] {
        let _ = writeln!(text, "\n{title}");
        reading.group(group).for_each(|(subject, finding)| line(&mut text, subject, finding));
    }
    text.push_str("\nTone\n");
    for (subject, finding) in reading.group(Group::Tone) {
        if finding.label != Label::No || is_welcome(subject) {
            line(&mut text, subject, finding);
        }
    }
    let clean: Vec<&str> = reading
        .group(Group::Tone)
        .filter(|(subject, finding)| finding.label == Label::No && !is_welcome(*subject))
        .map(|(subject, _)| subject.title())
        .collect();
    if !clean.is_empty() {
        let _ = writeln!(text, "  not found: {}", clean.join(", "));
    }
    text.push_str("\nQuality score by component\n");
    for part in &reading.parts {
        let title =
            Subject::named(&part.name).map_or_else(|| part.name.replace('_', " "), |known| known.title().to_owned());
        let _ = writeln!(text, "  {:+5.2}  {title}", part.points);
    }
    text
}

/// Whether the subject is desirable in a statement.
fn is_welcome(subject: Subject) -> bool {
    matches!(subject, Subject::Empathy | Subject::ApologyWithResponsibility)
}

/// Maximum number of quotes per finding.
const QUOTES: usize = 3;

fn line(text: &mut String, subject: Subject, finding: &Finding) {
    let quotes: Vec<String> = finding.spans.iter().take(QUOTES).map(quote).collect();
    let more = match finding.spans.len().saturating_sub(QUOTES) {
        0 => String::new(),
        count => format!(" and {count} more"),
    };
    let row = format!("  {:7}  {:33}  {}{more}", finding.label.word(), subject.title(), quotes.join(", "));
    let _ = writeln!(text, "{}", row.trim_end());
}

/// Returns the words of a span on one line, with the middle of long spans left out.
fn quote(span: &Span) -> String {
    const EACH: usize = 6;
    let words: Vec<&str> = span.text.split_whitespace().collect();
    match words.len() {
        ..=14 => format!("“{}”", words.join(" ")),
        count => format!("“{} … {}”", words[..EACH].join(" "), words[count - EACH..].join(" ")),
    }
}
