//! Loads a scenario: reads its files, resolves their contents and runs the checks.

use super::check::Rule;
use super::source::Files;
use super::{Scenario, ValueOutOfRange, check, resolve};
use crate::diagnostic::{Diagnostics, Sources, Warned};

/// Loads and validates a scenario.
///
/// ```
/// use goldenhour_core::scenario::load;
/// use goldenhour_core::scenario::source::{BuiltIn, Bundle};
///
/// let loaded = load(&BuiltIn::Scenario("first_hour".to_owned()))?;
/// assert_eq!(loaded.output.title, "First hour");
/// assert!(loaded.warnings.is_empty());
///
/// // All errors are reported at once, each with its file.
/// let diagnostics = load(&Bundle::default()).unwrap_err();
/// let files: Vec<_> = diagnostics.iter().filter_map(|found| found.place.as_ref()).map(|place| &place.file).collect();
/// assert_eq!(files, ["actions.ron", "msel.ron", "scenario.ron"]);
/// # Ok::<(), goldenhour_core::diagnostic::Diagnostics>(())
/// ```
///
/// # Errors
/// Returns all errors and warnings if at least one of them is an error.
pub fn load(files: &dyn Files) -> Result<Warned<Scenario>, Diagnostics> {
    load_with(files, &[])
}

/// Loads and validates a scenario like [`load`], and applies further rules, which need more than the scenario.
///
/// # Errors
/// Returns all errors and warnings if at least one of them is an error.
pub fn load_with(files: &dyn Files, more: &[&Rule]) -> Result<Warned<Scenario>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let mut sources = Sources::default();
    let scenario = resolve::read(files, &mut sources, &mut diagnostics)
        .and_then(|parts| resolve::resolve(parts, &sources, &mut diagnostics));
    if let Some((scenario, marks)) = &scenario {
        check::check(scenario, more, marks, &sources, &mut diagnostics);
    }
    diagnostics.sort();
    match scenario {
        Some((output, _)) if !diagnostics.has_errors() => Ok(Warned { output, warnings: diagnostics }),
        _ => Err(diagnostics),
    }
}

impl Scenario {
    /// Returns a copy of the scenario with a different value for one model constant.
    ///
    /// # Errors
    /// Returns an error if the constant does not exist, the value is outside its range, or the scenario cannot be
    /// loaded with it.
    pub fn with_constant(&self, name: &str, value: f64) -> Result<Scenario, ValueOutOfRange> {
        let unusable = || ValueOutOfRange::Unusable(name.to_owned());
        let text = ron::to_string(&self.model.with(name, value)?).map_err(|_| unusable())?;
        let mut bundle = self.bundle.clone();
        bundle.insert("model.ron", text.into());
        Ok(load(&bundle).map_err(|_| unusable())?.output)
    }
}
