//! `goldenhour check`: everything that is wrong with a scenario, as a compiler would say it.

use serde::Serialize;

use super::{Failure, output, terminal};
use crate::dirs;
use goldenhour_core::diagnostic::{Diagnostics, Severity};
use goldenhour_core::scenario::{library, load};

/// Check scenario folders, with a diagnostic for everything that is wrong
///
/// Exit code 0 where all are clean or have only warnings, 1 where there are warnings and `--deny-warnings`, 2
/// where there are errors.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Folders, files or slugs of scenarios
    #[arg(required = true)]
    paths: Vec<String>,
    /// Treat warnings as a failure
    #[arg(long)]
    deny_warnings: bool,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// What was found about one scenario.
#[derive(Debug, Serialize)]
struct Report {
    path: String,
    errors: usize,
    warnings: usize,
    diagnostics: Diagnostics,
}

/// Checks.
pub(super) fn check(args: &CheckArgs) -> Result<(), Failure> {
    let reports = args.paths.iter().map(|path| report(path)).collect::<Result<Vec<Report>, Failure>>()?;
    if args.json {
        output::answer_json(&reports)?;
    } else {
        for report in &reports {
            terminal::show_diagnostics(&report.diagnostics);
            output::answer(&format!("{}: {}", report.path, counts(report)))?;
        }
    }
    let errors: usize = reports.iter().map(|report| report.errors).sum();
    let warnings: usize = reports.iter().map(|report| report.warnings).sum();
    match (errors, warnings) {
        (1.., _) => Err(Failure::input("there are errors")),
        (0, 1..) if args.deny_warnings => Err(Failure::no("there are warnings")),
        _ => Ok(()),
    }
}

fn report(path: &str) -> Result<Report, Failure> {
    let origin =
        library::find(path, &dirs::scenario_folders()).map_err(|missing| Failure::input(missing.to_string()))?;
    let diagnostics = match load(origin.files().as_ref()) {
        Ok(loaded) => loaded.warnings,
        Err(diagnostics) => diagnostics,
    };
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    Ok(Report {
        path: path.to_owned(),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        diagnostics,
    })
}

fn counts(report: &Report) -> String {
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    match (report.errors, report.warnings) {
        (0, 0) => "clean".to_owned(),
        (errors, warnings) => format!("{}, {}", plural(errors, "error"), plural(warnings, "warning")),
    }
}
