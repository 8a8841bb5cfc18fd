//! The debrief as a PDF that can be printed, signed, archived and read by a screen reader.
//!
//! The PDF is typeset by Typst, which is linked as a library. It receives the same [`Report`] as HTML and Markdown,
//! and a template, `assets/report/debrief.typ`, that defines the layout. User text reaches the template as string
//! values and never as source code, so it cannot act as markup or code. The typesetter has access only to what it
//! is given: no files, no network, no system fonts and no clock. The same debrief therefore produces the same bytes
//! at any time and on any machine.
//!
//! The PDF is tagged: a screen reader finds headings, tables with header cells, and a description of the chart. It
//! is written as PDF/UA-1 if it passes the check built into Typst, and without that claim if it does not, so a
//! formal defect never prevents the export of a report. The check covers only what a program can verify. Reading
//! order and meaningful descriptions are the responsibility of the template.
//!
//! - [`font`]: the available characters, and the replacement of all others.
//! - [`press`]: the sandbox in which the template is typeset.

mod font;
mod press;

use serde::Deserialize;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Dict, IntoValue, Smart, Value};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use self::font::Case;
use self::press::Typesetter;
use super::chart;
use super::report::Report;
use super::story;
use goldenhour_core::debrief::Debrief;

/// Style sheet of the chart in the PDF.
const STYLE: &str = include_str!("../../../../assets/report/chart.css");

/// Error from the typesetter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The template cannot be typeset with the given values.
    #[error("the PDF cannot be typeset: {0}")]
    Unset(String),
    /// The typeset document cannot be written as a PDF.
    #[error("the PDF cannot be written: {0}")]
    Unwritten(String),
}

/// Returns the debrief as a PDF.
pub fn document(debrief: &Debrief) -> Result<Vec<u8>, PdfError> {
    let written = set(debrief).and_then(|paper| write(&paper, debrief));
    // Typst caches its work for the next compilation. A debrief is typeset only once, so free the memory.
    comemo::evict(0);
    written
}

/// Typesets the template with a debrief.
fn set(debrief: &Debrief) -> Result<PagedDocument, PdfError> {
    let case = Case::open();
    let values = values(debrief, &case);
    let typesetter = Typesetter::new(case, values);
    typst::compile(&typesetter).output.map_err(|found| PdfError::Unset(sentence(&found)))
}

/// Writes the typeset document as a PDF, as PDF/UA-1 if it passes the check.
fn write(paper: &PagedDocument, debrief: &Debrief) -> Result<Vec<u8>, PdfError> {
    let accessible = PdfStandards::new(&[PdfStandard::Ua_1]).expect("a single standard cannot conflict with itself");
    let options = |standards| PdfOptions {
        ident: Smart::Custom(format!("goldenhour {} {}", debrief.scorecard.scenario, debrief.fingerprint)),
        creator: Smart::Custom(Some(format!("Golden Hour {}", debrief.program))),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(paper, &options(accessible))
        .or_else(|_| typst_pdf::pdf(paper, &options(PdfStandards::default())))
        .map_err(|found| PdfError::Unwritten(sentence(&found)))
}

/// Returns the input of the template: the report, the chart with its description, and the number of characters that
/// no font contains.
fn values(debrief: &Debrief, case: &Case) -> Dict {
    let mut report = serde_json::to_value(Report::of(debrief)).expect("a report contains only strings and numbers");
    let missing = case.prepare(&mut report);
    let mut story = story::chart(debrief);
    // Paper has no tooltips, and the table next to the chart contains the same text.
    story.lanes.iter_mut().flat_map(|lane| &mut lane.marks).for_each(|(_, words)| words.clear());
    let mut values = Dict::new();
    values.insert("report".into(), Value::deserialize(report).expect("every JSON value is a valid Typst value"));
    values.insert("story".into(), Bytes::from_string(chart::paper(&story, STYLE)).into_value());
    values.insert("story-words".into(), story.description.into_value());
    values.insert("missing".into(), missing.into_value());
    values
}

/// Returns the message of the first diagnostic.
fn sentence(found: &[SourceDiagnostic]) -> String {
    found.first().map(|found| found.message.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use typst::layout::{Frame, FrameItem};

    use super::*;
    use crate::sample;

    /// Collects the text of a page in drawing order.
    fn collect(frame: &Frame, words: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => collect(&group.frame, words),
                FrameItem::Text(text) => {
                    words.push_str(&text.text);
                    words.push(' ');
                }
                _ => {}
            }
        }
    }

    /// Returns the text of a document.
    fn words(paper: &PagedDocument) -> String {
        let mut words = String::new();
        paper.pages().iter().for_each(|page| collect(&page.frame, &mut words));
        words
    }

    /// Returns a text without whitespace, because lines may break anywhere.
    fn run_together(text: &str) -> String {
        text.chars().filter(|character| !character.is_whitespace() && *character != '\u{200b}').collect()
    }

    /// Returns whether a PDF contains a byte string. Page content is compressed, so only the structure can be
    /// searched.
    fn has(pdf: &[u8], bytes: &str) -> bool {
        pdf.windows(bytes.len()).any(|window| window == bytes.as_bytes())
    }

    /// The sample debrief as a PDF.
    static SAMPLE: LazyLock<Vec<u8>> = LazyLock::new(|| document(&sample::debrief()).unwrap());

    #[test]
    fn the_pdf_is_accessible_with_a_title_and_a_language() {
        assert!(SAMPLE.starts_with(b"%PDF-1.7"));
        for structure in [
            "/StructTreeRoot",
            "/MarkInfo<</Marked true",
            "<pdfuaid:part>1<",
            "/Lang(en)",
            "/S/H1",
            "/S/H2",
            "/S/TH",
            "/S/Figure",
        ] {
            assert!(has(&SAMPLE, structure), "{structure}");
        }
        assert!(has(&SAMPLE, ">Sample: drill | night shift: after-action report, draft<"));
        assert!(has(&SAMPLE, "Trust goes from 64 to 48 of 100"));
    }

    #[test]
    fn the_sections_are_bookmarks() {
        assert!(has(&SAMPLE, "/Outlines"));
        for section in ["Results", "Exercise overview", "Improvement plan", "Criteria", "Statements", "Full log"] {
            assert!(has(&SAMPLE, &format!("/Title({section})")), "{section}");
        }
    }

    #[test]
    fn the_pdf_is_reproducible() {
        assert!(*SAMPLE == document(&sample::debrief()).unwrap());
        assert!(!has(&SAMPLE, "CreationDate") && !has(&SAMPLE, "CreateDate"));
    }

    #[test]
    fn every_page_after_the_cover_shows_the_draft_status_and_page_number() {
        let paper = set(&sample::debrief()).unwrap();
        let count = paper.pages().len();
        assert!(count > 5, "{count}");
        for (number, page) in paper.pages().iter().enumerate().skip(1) {
            let mut words = String::new();
            collect(&page.frame, &mut words);
            let words = run_together(&words);
            assert!(words.contains("After-actionreport·Draft"), "{words}");
            assert!(words.contains(&format!("Page{}of{count}", number + 1)), "{words}");
        }
    }

    #[test]
    fn untrusted_text_is_printed_verbatim() {
        let hostile = "#panic[x] #import \"/a.typ\" $x^2$ *b* _i_ `r` <l> @r // c /* = H \\ ] } ” \u{202e}\u{7}見 Ж 👍";
        let printed = run_together(&hostile.replace(['\u{202e}', '\u{7}'], "").replace('見', "□"));
        let endless = format!("{} {}the end", "ö".repeat(3000), "word ".repeat(4000));
        let mut debrief = sample::debrief();
        debrief.title = hostile.into();
        for line in &mut debrief.after_action.overview {
            line.text.automatic = hostile.into();
            line.text.edit = None;
        }
        debrief.after_action.summary.automatic = hostile.into();
        debrief.summary = hostile.into();
        debrief.statements[0].text = endless.clone();
        debrief.statements[0].claims[0].text = hostile.into();
        debrief.findings[0].text = hostile.into();
        debrief.findings[0].criterion = hostile.into();
        debrief.own_review.as_mut().unwrap().lines[0].text = endless;
        debrief.story.markers[2].text = hostile.into();
        debrief.log[0].text = hostile.into();
        let paper = set(&debrief).unwrap();
        let words = run_together(&words(&paper));
        // It occurs in the header of every page, on the cover, and in every field set above.
        assert!(words.matches(&printed).count() >= paper.pages().len() + 3);
        assert!(words.matches("theend").count() >= 2);
        // A word of many lines may be split across pages but never shortened. Its letter occurs nowhere else.
        assert_eq!(words.matches('ö').count(), 2 * 3000);
        assert!(words.contains("printedas□"));
        assert!(has(&write(&paper, &debrief).unwrap(), "<pdfuaid:part>1<"));
    }

    #[test]
    fn a_run_without_decisions_renders() {
        let mut debrief = sample::debrief();
        debrief.objectives.clear();
        debrief.scorecard.playbook.steps.clear();
        debrief.scorecard.outcome.losses.clear();
        debrief.statements.clear();
        debrief.findings.clear();
        debrief.improvement.clear();
        debrief.clocks.clear();
        debrief.responses.clear();
        debrief.team.clear();
        debrief.own_review = None;
        debrief.hot_wash.clear();
        debrief.story.lines.clear();
        debrief.story.markers.clear();
        debrief.log.clear();
        assert!(has(&document(&debrief).unwrap(), "<pdfuaid:part>1<"));
    }
}
