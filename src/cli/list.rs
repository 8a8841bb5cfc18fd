//! `goldenhour list`: lists the available scenarios.

use serde::Serialize;

use super::layout::{padded, width};
use super::{Failure, output};
use crate::dirs;
use goldenhour_core::scenario::library::{self, Found};

/// List the available scenarios
///
/// These are the built-in ones, those in `scenarios` in the working directory, and those in your own folder.
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    /// Print the result as one JSON document
    #[arg(long)]
    json: bool,
}

/// One scenario in the list.
#[derive(Debug, Serialize)]
struct Row {
    slug: String,
    title: Option<String>,
    kind: Option<String>,
    length_minutes: Option<u32>,
    difficulty: Option<u32>,
    place: String,
    usable: bool,
}

impl Row {
    fn of(found: &Found) -> Self {
        let scenario = found.scenario.as_ref().ok().map(|loaded| &loaded.output);
        Row {
            slug: found.origin.slug(),
            title: scenario.map(|scenario| scenario.title.clone()),
            kind: scenario.map(|scenario| scenario.kind.clone()),
            length_minutes: scenario.map(|scenario| scenario.length.minutes()),
            difficulty: scenario.map(|scenario| scenario.difficulty),
            place: found.origin.place(),
            usable: scenario.is_some(),
        }
    }

    fn line(&self, width: usize) -> String {
        let Row { slug, place, .. } = self;
        let slug = padded(slug, width);
        match (&self.title, &self.kind, self.length_minutes, self.difficulty) {
            (Some(title), Some(kind), Some(minutes), Some(difficulty)) => {
                let hours = f64::from(minutes) / 60.0;
                format!("{slug}  {title} ({kind}, {hours:.0} h, difficulty {difficulty} of 5, {place})")
            }
            _ => format!("{slug}  cannot be loaded, see `goldenhour check {place}`"),
        }
    }
}

/// Runs the command.
pub(super) fn list(args: &ListArgs) -> Result<(), Failure> {
    let rows: Vec<Row> = library::list(&dirs::scenario_folders()).iter().map(Row::of).collect();
    if args.json {
        return output::answer_json(&rows);
    }
    let width = rows.iter().map(|row| width(&row.slug)).max().unwrap_or(0);
    let lines: Vec<String> = rows.iter().map(|row| row.line(width)).collect();
    output::answer(&lines.join("\n"))
}
