//! Settings of the window: theme, size, language, motion, and how time starts.
//!
//! Stored as RON in the user's folder and written atomically on every change, so that a crash leaves either the old
//! or the new settings. An unreadable file stays as it is until a setting changes; until then the defaults apply,
//! and a notice gives the reason.

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
    /// The theme.
    pub theme: ThemeKind,
    /// The language of the program.
    pub language: Language,
    /// The size of everything, in percent; see [`SCALES`].
    pub scale: u16,
    /// Whether motion is reduced.
    pub reduced_motion: bool,
    /// Initial simulated seconds per second of an exercise.
    pub speed: u32,
    /// Whether an exercise initially pauses when a message arrives.
    pub pause_at_injects: bool,
    /// Whether the guided first run is finished or turned off.
    pub guided: bool,
    /// The name of the reviewer, recorded with overrides and edits.
    pub reviewer: String,
}

/// The sizes to choose from, in hundredths; the first and the last are the bounds.
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
    /// Returns the settings in a file; the defaults, with the reason, where they cannot be read.
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
    /// Where the folder cannot be made or the file cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), WriteError> {
        let refused = |error| WriteError::of(path, error);
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).map_err(io::Error::other);
        let text = text.map_err(refused)?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(refused)?;
        }
        writer::write(path, text.as_bytes())
    }

    /// Returns the settings with numbers that a hand may have written brought into their bounds.
    fn in_bounds(self) -> Self {
        Settings {
            scale: self.scale.clamp(SCALES[0], SCALES[SCALES.len() - 1]),
            speed: self.speed.clamp(1, 600),
            ..self
        }
    }

    /// Puts size and motion into a context.
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
    fn settings_come_back_as_they_were_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/settings.ron");
        assert_eq!(Settings::read_or_default(&path), (Settings::default(), None));
        let chosen = Settings { scale: 130, language: Language::German, guided: true, ..Settings::default() };
        chosen.write(&path).unwrap();
        assert_eq!(Settings::read_or_default(&path), (chosen, None));
    }

    #[test]
    fn settings_that_cannot_be_read_give_the_defaults_and_the_reason() {
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
