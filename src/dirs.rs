//! The user's folders for scenarios and sessions. No other module reads environment variables.

use std::path::PathBuf;

/// Returns the value of an environment variable, or `None` if it is unset or empty.
#[expect(clippy::disallowed_methods, reason = "the only function that reads environment variables")]
fn set(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Returns the user's folder: `GOLDENHOUR_HOME` or, if that is not set, `goldenhour` in the user's data directory.
pub fn home() -> PathBuf {
    set("GOLDENHOUR_HOME")
        .or_else(|| set("XDG_DATA_HOME").map(|data| data.join("goldenhour")))
        .or_else(|| set("HOME").map(|home| home.join(".local/share/goldenhour")))
        .or_else(|| set("LOCALAPPDATA").map(|data| data.join("goldenhour")))
        .unwrap_or_else(|| PathBuf::from("goldenhour"))
}

/// Returns the folders searched for scenarios: `scenarios` in the working directory, then the user's own.
pub fn scenario_folders() -> Vec<PathBuf> {
    vec![PathBuf::from("scenarios"), home().join("scenarios")]
}

/// Returns the folder in which the window stores sessions.
pub fn sessions() -> PathBuf {
    home().join("sessions")
}

/// Returns whether an X11 or Wayland display is set. Always true outside Linux, where displays need no variable.
pub fn has_display() -> bool {
    !cfg!(target_os = "linux") || set("DISPLAY").is_some() || set("WAYLAND_DISPLAY").is_some()
}
