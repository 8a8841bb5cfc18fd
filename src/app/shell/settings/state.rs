//! Window settings: theme, zoom, language, motion, and initial pacing.
//!
//! Settings are stored as RON in the user's folder and written atomically on every change, so a crash leaves either
//! the old or the new settings. If the file cannot be read, a notice gives the reason, the defaults apply, and the
//! file is left alone until the user changes a setting.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::app::language::Language;
use crate::app::theme::ThemeKind;
use goldenhour_core::writer;
use goldenhour_core::writer::WriteError;

/// The settings of the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Dark or light theme.
    pub theme: ThemeKind,
    /// Language of the user interface.
    pub language: Language,
    /// Zoom, in percent. See [`SCALES`].
    pub scale: u16,
    /// Whether animations are disabled.
    pub reduced_motion: bool,
    /// Speed at which a new exercise starts, in simulated seconds per second.
    pub speed: u32,
    /// Whether a new exercise pauses when a message arrives.
    pub pause_at_injects: bool,
    /// Whether the guided first run is finished or dismissed.
    pub guided: bool,
    /// Name of the reviewer, recorded with overrides and edits.
    pub reviewer: String,
}

/// Available zoom levels, in percent. The first and the last are also the bounds for values from the file.
pub const SCALES: [u16; 7] = [80, 90, 100, 115, 130, 150, 200];

impl Default for Settings {
    fn default() -> Self {
        Settings {
            theme: ThemeKind::default(),
            language: Language::default(),
            scale: 100,
            reduced_motion: false,
            speed: 60,
            pause_at_injects: true,
            guided: false,
            reviewer: String::new(),
        }
    }
}

impl Settings {
    /// Reads the settings from a file. If they cannot be read, returns the defaults and the reason.
    pub fn read_or_default(path: &Path) -> (Self, Option<String>) {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return (Settings::default(), None),
            Err(error) => return (Settings::default(), Some(format!("{}: {error}", path.display()))),
        };
        match ron::from_str::<Settings>(&text) {
            Ok(settings) => (settings.in_bounds(), None),
            Err(error) => (Settings::default(), Some(format!("{}: {error}", path.display()))),
        }
    }

    /// Writes the settings to a file.
    ///
    /// # Errors
    /// Returns an error if the folder cannot be created or the file cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), WriteError> {
        let refused = |error| WriteError::of(path, error);
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).map_err(io::Error::other);
        let text = text.map_err(refused)?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(refused)?;
        }
        writer::write(path, text.as_bytes())
    }

    /// Clamps numeric settings, which may have been edited by hand, to their valid ranges.
    fn in_bounds(self) -> Self {
        Settings {
            scale: self.scale.clamp(SCALES[0], SCALES[SCALES.len() - 1]),
            speed: self.speed.clamp(1, 600),
            ..self
        }
    }

    /// Applies zoom and motion settings to the egui context.
    pub fn apply(&self, context: &egui::Context) {
        let zoom = f32::from(self.scale) / 100.0;
        if (context.zoom_factor() - zoom).abs() > 0.001 {
            context.set_zoom_factor(zoom);
        }
        let seconds = if self.reduced_motion { 0.0 } else { 1.0 / 12.0 };
        if (context.global_style().animation_time - seconds).abs() > 0.001 {
            context.all_styles_mut(|style| style.animation_time = seconds);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_round_trip() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/settings.ron");
        assert_eq!(Settings::read_or_default(&path), (Settings::default(), None));
        let chosen = Settings { scale: 130, language: Language::German, guided: true, ..Settings::default() };
        chosen.write(&path).unwrap();
        assert_eq!(Settings::read_or_default(&path), (chosen, None));
    }

    #[test]
    fn unreadable_settings_give_defaults_and_the_reason() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        for bad in ["nonsense", "(scale: \"big\")", "(colour: 3)"] {
            std::fs::write(&path, bad).unwrap();
            let (settings, why) = Settings::read_or_default(&path);
            assert_eq!(settings, Settings::default());
            assert!(why.unwrap().contains("settings.ron"));
        }
        std::fs::write(&path, "(scale: 5, speed: 90000)").unwrap();
        let (settings, why) = Settings::read_or_default(&path);
        assert_eq!((settings.scale, settings.speed, why), (80, 600, None));
    }
}
