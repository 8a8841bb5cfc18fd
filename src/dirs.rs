//! Where this user's scenarios and sessions are; the only place that asks the environment.

use std::path::PathBuf;

/// Returns a variable of the environment, unless it is empty.
#[expect(clippy::disallowed_methods, reason = "this is the one place that asks the environment")]
fn set(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Returns the user's own folder: `GOLDENHOUR_HOME`, else `goldenhour` in the system's place for data.
pub fn home() -> PathBuf {
    set("GOLDENHOUR_HOME")
        .or_else(|| set("XDG_DATA_HOME").map(|data| data.join("goldenhour")))
        .or_else(|| set("HOME").map(|home| home.join(".local/share/goldenhour")))
        .or_else(|| set("LOCALAPPDATA").map(|data| data.join("goldenhour")))
        .unwrap_or_else(|| PathBuf::from("goldenhour"))
}

/// Returns the folders in which scenarios are looked for: `scenarios` here, then the user's own.
pub fn scenario_folders() -> Vec<PathBuf> {
    vec![PathBuf::from("scenarios"), home().join("scenarios")]
}

/// Returns the folder in which the window keeps its sessions.
pub fn sessions() -> PathBuf {
    home().join("sessions")
}

/// Returns whether the environment names a display, of X11 or Wayland; other systems have one without a name.
pub fn has_display() -> bool {
    !cfg!(target_os = "linux") || set("DISPLAY").is_some() || set("WAYLAND_DISPLAY").is_some()
}
