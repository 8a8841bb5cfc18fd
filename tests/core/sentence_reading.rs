//! How well the content and tone of single sentences is read that no pattern was written for.
//!
//! Prints a table (`cargo test -p goldenhour-core --test core sentence_reading -- --nocapture`). The bounds are just
//! below what the reader reaches, so that a change which makes it worse fails.

use std::path::{Path, PathBuf};

use goldenhour_core::statement::reading::{Label, Lexicon, Subject, read};

use crate::counts::{Counts, rows};

/// Labels of the sentences with the finding that corresponds to each.
const LABELS: [(&str, &str); 24] = [
    ("stakeholders", "a_stakeholders"),
    ("discovery", "b_discovery"),
    ("data", "c_personal_data"),
    ("effect", "d_effect_on_organisation"),
    ("services", "e_services_afterwards"),
    ("precautions", "f_precautions"),
    ("compensation", "g_compensation"),
    ("measures", "h_ongoing_actions"),
    ("restoration", "i_restoration_prevention"),
    ("media_contact", "media_contact"),
    ("customer_contact", "customer_contact"),
    ("next_update", "next_update_time"),
    ("unknowns", "unknowns_named"),
    ("empathy", "empathy"),
    ("apology", "apology_with_responsibility"),
    ("non_apology", "apology_without_responsibility"),
    ("blame", "blame_shift"),
    ("minimizing", "minimising"),
    ("marketing", "marketing_copy"),
    ("cliche", "taken_seriously_cliche"),
    ("legalese", "legalese"),
    ("absolute", "absolutes"),
    ("speculation", "speculation"),
    ("passive", "passive_own_fault"),
];

/// Minimum mean F1 over the labels.
const LEAST_MACRO_F1: f64 = 0.42;

fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(folder)
}

#[test]
fn content_and_tone_of_unseen_sentences_are_recognized() {
    let rows = rows(&fixtures("sentences").join("en.tsv"));
    assert!(rows.len() >= 2_000, "{} sentences", rows.len());
    let mut counts = [Counts::default(); LABELS.len()];
    for [_, labels, _, text] in &rows {
        let reading = read(text, Lexicon::built_in());
        let labels: Vec<&str> = labels.split(',').map(|label| label.trim_end_matches('~')).collect();
        for (count, (label, subject)) in counts.iter_mut().zip(LABELS) {
            let subject = Subject::named(subject).unwrap();
            count.add(labels.contains(&label), reading.label(subject) != Label::No);
        }
    }
    let mean = counts.iter().map(|count| count.f1()).sum::<f64>() / 24.0;
    println!("{:18}{:>7}{:>11}{:>8}{:>6}", "label", "cases", "precision", "recall", "F1");
    for (count, (label, _)) in counts.iter().zip(LABELS) {
        let cases = count.hit + count.miss;
        println!("{label:18}{cases:7}{:11.2}{:8.2}{:6.2}", count.precision(), count.recall(), count.f1());
        assert!(cases >= 50, "{label} has only {cases} cases");
    }
    println!("macro F1 {mean:.3}");
    assert!(mean >= LEAST_MACRO_F1, "macro F1 {mean:.3}");
}
