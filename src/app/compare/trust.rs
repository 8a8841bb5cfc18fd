//! Trust over time: all sessions in one chart.

use egui::{Align2, Ui, Vec2b};
use egui_plot::{GridInput, GridMark, Line, PlotPoint, PlotPoints, Text, VLine};

use super::look::{badge_ui, letter, look, sample_ui};
use crate::app::shell::view::ViewContext;
use crate::app::theme::Face;
use crate::app::widget::chart::chart;
use goldenhour_core::compare::{Compare, Run};
use goldenhour_core::time::SimTime;

/// Minimum height of the value axis, in percentage points.
const LEAST_RANGE: f64 = 20.0;

/// Shows the chart.
pub fn trust_ui(ui: &mut Ui, view: ViewContext<'_>, compare: &Compare) {
    let theme = view.theme;
    ui.label(theme.heading(view.say("compare-trust")));
    legend_ui(ui, view, compare);
    ui.add_space(8.0);
    let (low, high) = bounds(compare);
    // egui_plot labels every mark it is given, even outside the visible range.
    let is_shown = move |value: &f64| (low..=high).contains(value);
    let marks = move |_: GridInput| (0..=20_u8).map(|mark| 5.0 * f64::from(mark)).filter(is_shown).map(mark).collect();
    let plot = chart("compare-trust", theme, 280.0).show_x(false).show_y(false).y_grid_spacer(marks);
    let names = names(compare, (high - low) * 0.07);
    let response = plot.show_grid(Vec2b::new(false, true)).show(ui, |plot| {
        plot.set_plot_bounds_y(low..=high);
        for (place, run) in compare.runs.iter().enumerate() {
            let (tone, style) = look(place);
            let points: PlotPoints<'_> = run.trust.iter().map(|point| place_of(*point)).collect();
            let line = Line::new(letter(place), points).color(theme.tone(tone)).width(2.0).style(style);
            plot.line(line.allow_hover(false));
            if let Some([x, y]) = names[place] {
                let name = theme.text(Face::SmallStrong, format!(" {}", letter(place)), theme.tone(tone));
                let text = Text::new(letter(place), PlotPoint::new(x, y), name).anchor(Align2::LEFT_CENTER);
                plot.text(text.allow_hover(false));
            }
        }
        let pointer = plot.pointer_coordinate().filter(|pointer| pointer.x >= 0.0)?;
        plot.vline(VLine::new("", pointer.x).color(theme.outline).allow_hover(false));
        Some(pointer.x)
    });
    let text = match response.inner {
        Some(hour) => values(compare, hour),
        None => view.say("compare-trust-hint"),
    };
    ui.label(theme.muted(text));
}

/// Creates a grid line.
fn mark(value: f64) -> GridMark {
    GridMark { value, step_size: 5.0 }
}

/// Returns the lower and upper bound of the value axis. The range is narrow enough to tell the sessions apart, but
/// never so narrow that small differences look large.
fn bounds(compare: &Compare) -> (f64, f64) {
    let values = || compare.runs.iter().flat_map(|run| &run.trust).map(|(_, value)| 100.0 * value);
    let low = (values().fold(100.0, f64::min) / 5.0).floor() * 5.0 - 5.0;
    let high = (values().fold(0.0, f64::max) / 5.0).ceil() * 5.0 + 5.0;
    let (low, high) = (low.max(0.0), high.min(100.0));
    (low.min(high - LEAST_RANGE).max(0.0), high.max(low + LEAST_RANGE).min(100.0))
}

/// Returns the position of each line's letter: at the end of the line, shifted so that letters do not overlap.
fn names(compare: &Compare, gap: f64) -> Vec<Option<[f64; 2]>> {
    let ends = compare.runs.iter().map(|run| run.trust.last().copied().map(place_of));
    let mut ends: Vec<Option<[f64; 2]>> = ends.collect();
    let mut below: Vec<[f64; 2]> = Vec::new();
    let mut order: Vec<usize> = (0..ends.len()).collect();
    let height = |end: &Option<[f64; 2]>| end.map_or(f64::NEG_INFINITY, |[_, y]| y);
    order.sort_by(|one, other| height(&ends[*one]).total_cmp(&height(&ends[*other])));
    for place in order {
        let Some([x, y]) = &mut ends[place] else { continue };
        // Letters can only overlap if their lines end at the same time.
        let under = below.iter().rev().find(|under| (under[0] - *x).abs() < 1.0);
        *y = under.map_or(*y, |under| y.max(under[1] + gap));
        below.push([*x, *y]);
    }
    ends
}

/// Converts a value of the series to chart coordinates: hours and percent.
fn place_of((minute, value): (u32, f64)) -> [f64; 2] {
    [f64::from(minute) / 60.0, 100.0 * value]
}

fn legend_ui(ui: &mut Ui, view: ViewContext<'_>, compare: &Compare) {
    ui.horizontal_wrapped(|ui| {
        for (place, run) in compare.runs.iter().enumerate() {
            badge_ui(ui, view.theme, place);
            sample_ui(ui, view.theme, place);
            ui.label(view.theme.small(run.file()));
            ui.add_space(16.0);
        }
    });
}

/// Returns each session's trust at the given hour, as one line of text.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a session lasts at most 400 days")]
fn values(compare: &Compare, hour: f64) -> String {
    let minute = (hour * 60.0).round().max(0.0) as u32;
    let value = |run: &Run| {
        let is_over = run.until.minutes() < minute;
        let last = run.trust.iter().take_while(|(at, _)| *at <= minute).last().filter(|_| !is_over);
        last.map_or_else(|| "–".to_owned(), |(_, value)| format!("{:.0}", 100.0 * value))
    };
    let all = compare.lettered().map(|(letter, run)| format!("{letter} {}", value(run)));
    let moment = SimTime::from_minutes(minute).to_string();
    std::iter::once(moment).chain(all).collect::<Vec<_>>().join(" · ")
}
