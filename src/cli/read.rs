//! `goldenhour read`: what is in a statement and how it sounds, with the words that decide.

use std::fmt::Write;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{Failure, output};
use goldenhour_core::scenario::source::Folder;
use goldenhour_core::statement::reading::{self, Finding, Group, Label, Lexicon, Reading, Span, Subject};

/// Read a statement: what is in it, and how it sounds
///
/// Any English text, also a real draft; no scenario is needed. Each finding quotes the words that decide.
#[derive(Debug, clap::Args)]
pub struct ReadArgs {
    /// The text file, UTF-8, at most 1 MB; `-` for standard input
    file: PathBuf,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
    /// A folder with files of a lexicon in place of ours
    #[arg(long, value_name = "FOLDER")]
    lexicon: Option<PathBuf>,
}

/// The largest text that is read, in bytes.
const LARGEST: usize = 1 << 20;

/// Reads.
pub(super) fn read(args: &ReadArgs) -> Result<(), Failure> {
    let text = text(&args.file)?;
    let reading = match &args.lexicon {
        None => reading::read(&text, Lexicon::built_in()),
        Some(folder) => reading::read(&text, &lexicon(folder)?),
    };
    if args.json { output::answer_json(&reading) } else { output::answer(&shown(&reading)) }
}

fn lexicon(folder: &PathBuf) -> Result<Lexicon, Failure> {
    let known = |name: &&str| folder.join(name).is_file();
    if !reading::lexicon::FILES.iter().any(known) {
        return Err(Failure::input(format!("{} holds no file of a lexicon", folder.display()))
            .hint(format!("it may hold any of {}", reading::lexicon::FILES.join(", "))));
    }
    Lexicon::load(Some(&Folder::new(folder))).map_err(|diagnostics| {
        let count = diagnostics.iter().count();
        let plural = if count == 1 { "" } else { "s" };
        let message = format!("the lexicon in {} cannot be used: {count} error{plural}", folder.display());
        Failure::diagnosed(message, diagnostics)
    })
}

/// Returns the text of a file or of standard input.
fn text(path: &PathBuf) -> Result<String, Failure> {
    let name = if path.as_os_str() == "-" { "standard input".to_owned() } else { path.display().to_string() };
    let bytes = bytes(path).map_err(|error| Failure::unread(Path::new(&name), &error))?;
    if bytes.len() > LARGEST {
        return Err(Failure::input(format!("{name} is larger than 1 MiB")).hint("no statement is that long"));
    }
    if bytes.contains(&0) {
        return Err(Failure::input(format!("{name} is not text"))
            .hint("save it as plain UTF-8 text; word processors and UTF-16 files hold more than text"));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::input(format!("{name} is not UTF-8: the byte at {at} belongs to no character"))
            .hint("save it as UTF-8")
    })?;
    if text.chars().any(char::is_alphanumeric) {
        Ok(text)
    } else {
        Err(Failure::input(format!("{name} holds no words")))
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

/// Returns a reading as text for a terminal.
fn shown(reading: &Reading) -> String {
    let mut text = String::new();
    let readability = &reading.readability;
    let _ = writeln!(
        text,
        "quality {:.1} of 5   {} words, {:.0} to a sentence, school grade {:.0}",
        reading.quality, readability.words, readability.sentence_length, readability.grade
    );
    for reason in &reading.substance.reasons {
        let _ = writeln!(text, "  not substantive: {}", reason.sentence());
    }
    for (title, group) in [("What it says", Group::Details), ("Contacts and candor", Group::Contacts)] {
        let _ = writeln!(text, "\n{title}");
        reading.group(group).for_each(|(subject, finding)| line(&mut text, subject, finding));
    }
    text.push_str("\nHow it sounds\n");
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
        let _ = writeln!(text, "  none of: {}", clean.join(", "));
    }
    text.push_str("\nHow the grade came about\n");
    for part in &reading.parts {
        let title =
            Subject::named(&part.name).map_or_else(|| part.name.replace('_', " "), |known| known.title().to_owned());
        let _ = writeln!(text, "  {:+5.2}  {title}", part.points);
    }
    text
}

/// Whether it is good to be found.
fn is_welcome(subject: Subject) -> bool {
    matches!(subject, Subject::Empathy | Subject::ApologyWithResponsibility)
}

/// The most places that are quoted for one finding.
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

/// Returns the words of a span on one line, the middle left out where they are many.
fn quote(span: &Span) -> String {
    const EACH: usize = 6;
    let words: Vec<&str> = span.text.split_whitespace().collect();
    match words.len() {
        ..=14 => format!("“{}”", words.join(" ")),
        count => format!("“{} … {}”", words[..EACH].join(" "), words[count - EACH..].join(" ")),
    }
}
