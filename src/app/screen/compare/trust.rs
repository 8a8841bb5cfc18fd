//! Trust of all sessions over the time of the story, each line with its letter, its color and its dash.

use egui::{Align2, Ui};
use egui_plot::{Line, PlotPoint, PlotPoints, Text, VLine};

use super::look::{badge_ui, letter, look, sample_ui};
use crate::app::compare::{Compare, Run};
use crate::app::theme::Face;
use crate::app::view::ViewContext;
use crate::app::widget::chart::chart;
use crate::time::SimTime;

/// Shows the chart.
pub fn trust_ui(ui: &mut Ui, view: ViewContext<'_>, compare: &Compare) {
    let theme = view.theme;
    ui.label(theme.heading(view.say("compare-trust")));
    legend_ui(ui, view, compare);
    let response = chart("compare-trust", theme, 280.0).show_x(false).show_y(false).show(ui, |plot| {
        for (place, run) in compare.runs.iter().enumerate() {
            let (tone, style) = look(place);
            let points: PlotPoints<'_> = run.trust.iter().map(|point| place_of(*point)).collect();
            let line = Line::new(letter(place), points).color(theme.tone(tone)).width(2.0).style(style);
            plot.line(line.allow_hover(false));
            if let Some(last) = run.trust.last() {
                let [x, y] = place_of(*last);
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

/// A point of the chart: hours and hundredths.
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

/// Says what each session had at an hour.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a story lasts at most 400 days")]
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
