//! Exports (being built).
use crate::debrief::Debrief;
use std::path::Path;
#[derive(Clone, Copy, Debug)]
pub enum Format {
    Html,
    Markdown,
    Json,
}
#[derive(Debug, thiserror::Error)]
#[error("not available")]
pub struct FormatError;
impl Format {
    pub fn from_path(_path: &Path) -> Result<Self, FormatError> {
        Ok(Format::Json)
    }
}
pub fn export(debrief: &Debrief, _format: Format) -> String {
    serde_json::to_string_pretty(debrief).unwrap_or_default()
}
