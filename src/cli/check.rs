//! `goldenhour check`: checks scenarios and reports errors and warnings like a compiler.

use serde::Serialize;

use super::{Failure, output, terminal};
use crate::dirs;
use goldenhour_core::diagnostic::{Diagnostics, Severity};
use goldenhour_core::scenario::{library, load_with};
use goldenhour_core::statement::wording_check::RULES;

/// Check scenarios and report errors and warnings
///
/// The exit code is 2 if there are errors, 1 if there are warnings and `--deny-warnings` is given, otherwise 0.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Scenarios to check, by slug, folder or file
    #[arg(required = true)]
    paths: Vec<String>,
    /// Exit with code 1 if there are warnings
    #[arg(long)]
    deny_warnings: bool,
    /// Print the result as one JSON document
    #[arg(long)]
    json: bool,
}

/// Check result of one scenario.
#[derive(Debug, Serialize)]
struct Report {
    path: String,
    errors: usize,
    warnings: usize,
    diagnostics: Diagnostics,
}

/// Runs the command.
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
        (1.., _) => Err(Failure::input("the check found errors")),
        (0, 1..) if args.deny_warnings => Err(Failure::no("the check found warnings")),
        _ => Ok(()),
    }
}

fn report(path: &str) -> Result<Report, Failure> {
    let origin =
        library::find(path, &dirs::scenario_folders()).map_err(|missing| Failure::input(missing.to_string()))?;
    let diagnostics = match load_with(origin.files().as_ref(), &RULES) {
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
