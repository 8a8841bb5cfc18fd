//! The file dialog of the operating system, as a function that tests replace.

use std::path::{Path, PathBuf};

/// Asks for a session or scenario file, first shown a folder; what people see is its name for such files.
pub type Chooser = fn(&Path, &str) -> Option<PathBuf>;

/// Asks in the system's own dialog.
pub fn system_chooser(folder: &Path, kind: &str) -> Option<PathBuf> {
    rfd::FileDialog::new().add_filter(kind, &["drill", "ron"]).set_directory(folder).pick_file()
}
