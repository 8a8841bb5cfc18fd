//! The exercise overview: what was exercised, when, by whom and with which limitations.
//!
//! Rows are filled in from the scenario and the session. Neither records where, for whom and on which dates the
//! exercise was held, so these rows are left blank for a reviewer.

use serde::Serialize;

use super::capability::CapabilityAnalysis;
use super::edited::{Changes, Edited};
use crate::debrief::summary::customers_lost;
use crate::scenario::Scenario;
use crate::scoring::Scorecard;
use crate::session::edit::OverviewRow;
use crate::session::{Edit, Mode, Session};
use crate::statement::thousands;
use crate::time::{SimDuration, SimTime};

/// A row of the overview.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OverviewLine {
    /// Identifier of the row.
    pub row: OverviewRow,
    /// Name of the row.
    pub name: &'static str,
    /// Table row that contains it. `Scope` contains four.
    pub group: &'static str,
    /// Content.
    pub text: Edited,
}

/// All rows in order, with their names and groups.
const ROWS: [(OverviewRow, &str, &str); 14] = [
    (OverviewRow::Name, "Exercise name", "Exercise name"),
    (OverviewRow::Marking, "Protective marking", "Protective marking"),
    (OverviewRow::Type, "Type", "Scope"),
    (OverviewRow::Duration, "Duration", "Scope"),
    (OverviewRow::Location, "Location", "Scope"),
    (OverviewRow::Limits, "Limits of play", "Scope"),
    (OverviewRow::MissionAreas, "Mission areas", "Mission areas"),
    (OverviewRow::CoreCapabilities, "Core capabilities", "Core capabilities"),
    (OverviewRow::Objectives, "Objectives", "Objectives"),
    (OverviewRow::Threat, "Threat or hazard", "Threat or hazard"),
    (OverviewRow::Scenario, "Scenario", "Scenario"),
    (OverviewRow::Sponsor, "Sponsor", "Sponsor"),
    (OverviewRow::Organizations, "Participating organizations", "Participating organizations"),
    (OverviewRow::Contact, "Point of contact", "Point of contact"),
];

/// Returns the overview without the dates.
pub(super) fn lines(
    session: &Session,
    scorecard: &Scorecard,
    capabilities: &[CapabilityAnalysis],
    changes: &Changes<'_>,
) -> Vec<OverviewLine> {
    let line = |(row, name, group): (OverviewRow, &'static str, &'static str)| {
        let automatic = automatic(row, session, scorecard, capabilities);
        let text = changes.text(automatic, |edit| match edit {
            Edit::Overview { row: edited, text } if *edited == row => Some(text.clone()),
            _ => None,
        });
        OverviewLine { row, name, group, text }
    };
    ROWS.map(line).into()
}

/// Returns the dates on which the exercise was held.
pub(super) fn dates(changes: &Changes<'_>) -> Edited {
    changes.text("", |edit| match edit {
        Edit::Held { from, until } if until.is_empty() || until == from => Some(from.clone()),
        Edit::Held { from, until } => Some(format!("{from} to {until}")),
        _ => None,
    })
}

fn automatic(
    row: OverviewRow,
    session: &Session,
    scorecard: &Scorecard,
    capabilities: &[CapabilityAnalysis],
) -> String {
    let scenario = session.scenario();
    match row {
        OverviewRow::Name => scenario.title.clone(),
        OverviewRow::Type => kind_of_exercise(session.header().mode).to_owned(),
        OverviewRow::Duration => duration(session, scorecard),
        OverviewRow::Limits => "The world is simulated: customers, media, authorities, partners and attackers are \
                                played by the program, and nothing that is said in play leaves it."
            .to_owned(),
        OverviewRow::MissionAreas => distinct(capabilities.iter().map(|row| row.mission_area.as_str())).join(", "),
        OverviewRow::CoreCapabilities => tested(scenario, capabilities).join("\n"),
        OverviewRow::Objectives => objectives(scenario),
        OverviewRow::Threat => scenario.kind.clone(),
        OverviewRow::Scenario => format!("{} {}", scenario.summary, impact(scorecard)),
        OverviewRow::Marking
        | OverviewRow::Location
        | OverviewRow::Sponsor
        | OverviewRow::Organizations
        | OverviewRow::Contact => String::new(),
    }
}

fn kind_of_exercise(mode: Mode) -> &'static str {
    match mode {
        Mode::Solo => "Tabletop exercise in a simulated world, played by one player in all roles",
        Mode::Paced => "Tabletop exercise in a simulated world, played by a team against the clock",
        Mode::Discussion => "Discussion-based tabletop exercise in a simulated world; time moves in steps",
        Mode::Headless | Mode::Review => "Run of recorded or automatic decisions in a simulated world",
    }
}

fn duration(session: &Session, scorecard: &Scorecard) -> String {
    let ended = if scorecard.ended { "played to EndEx" } else { "stopped before EndEx" };
    let starts = session.scenario().calendar.say_full(SimTime::START);
    let length = in_hours(session.now().since(SimTime::START));
    format!("{length} of simulated time, {ended}; the story begins {starts}")
}

fn in_hours(length: SimDuration) -> String {
    match (length.minutes() / 60, length.minutes() % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// Returns the titles of the capabilities that were tested, in the order of the playbook.
fn tested(scenario: &Scenario, capabilities: &[CapabilityAnalysis]) -> Vec<String> {
    let mut all = scenario.capabilities();
    all.retain(|capability| capabilities.iter().any(|row| row.id == capability.id));
    all.into_iter().map(|capability| capability.title).collect()
}

fn objectives(scenario: &Scenario) -> String {
    let numbered =
        scenario.objectives.iter().zip(1..).map(|(objective, number)| format!("{number}. {}", objective.title));
    numbered.collect::<Vec<String>>().join("\n")
}

/// Returns a sentence about the impact of the incident.
fn impact(scorecard: &Scorecard) -> String {
    let metrics = &scorecard.outcome.metrics;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts are small and not negative")]
    let count = |number: f64| thousands(number.round() as u64);
    format!(
        "In this session, {} records were exposed and {}; trust ended at {:.0} of 100.",
        count(metrics.records_exposed),
        customers_lost(metrics.customers_lost),
        100.0 * metrics.trust_final,
    )
}

/// Returns the texts without duplicates and empty ones, in order.
fn distinct<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    texts.filter(|text| !text.is_empty()).fold(Vec::new(), |mut kept, text| {
        if !kept.contains(&text) {
            kept.push(text);
        }
        kept
    })
}
