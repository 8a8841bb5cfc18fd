//! The native file dialog, behind a function pointer so that tests can replace it.

use std::path::{Path, PathBuf};

/// Asks the user for a session or scenario file. Takes the initial folder and the label of the file type filter.
pub type Chooser = fn(&Path, &str) -> Option<PathBuf>;

/// Opens the native file dialog.
pub fn system_chooser(folder: &Path, kind: &str) -> Option<PathBuf> {
    rfd::FileDialog::new().add_filter(kind, &["drill", "ron"]).set_directory(folder).pick_file()
}
