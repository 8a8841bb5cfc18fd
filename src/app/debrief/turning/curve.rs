//! Curves of a run and of a what-if over time, with the confidence band across seeds.

use egui::Ui;
use egui_plot::{FilledArea, Line, LineStyle, PlotPoints, VLine};

use crate::app::debrief::command::DebriefCommand;
use crate::app::debrief::context::DebriefContext;
use crate::app::widget::Button;
use crate::app::widget::chart::close_up;
use goldenhour_core::ensemble::counterfactual::CURVES;
use goldenhour_core::scenario::Metric;
use goldenhour_core::time::SimTime;

/// Fluent ids of the curves' names, in the order of [`CURVES`].
const NAMES: [&str; CURVES.len()] = ["turning-trust", "turning-negative", "turning-news"];

/// Minimum height of the value axis, in percentage points, so that small differences do not look large.
const LEAST_HEIGHT: f64 = 4.0;

/// Gap between the entries of the legend, in points.
const LEGEND_GAP: f32 = 12.0;

/// A run compared with its what-if.
pub struct Compared<'a> {
    /// The actual run.
    pub was: &'a [(u32, f64)],
    /// The what-if, with the same seed.
    pub would_be: &'a [(u32, f64)],
    /// Differences across all seeds, as minute, mean, lower bound and upper bound. Empty if no seeds have been
    /// played.
    pub apart: &'a [(u32, f64, f64, f64)],
    /// Number of seeds behind the differences.
    pub seeds: usize,
    /// Moment at which the two runs diverge.
    pub at: Option<SimTime>,
}

/// Shows the curves of one metric, with buttons to switch to the others.
pub fn curve_ui(
    ui: &mut Ui,
    context: DebriefContext<'_>,
    id: impl std::hash::Hash + std::fmt::Debug,
    kind: usize,
    compared: &Compared<'_>,
) {
    let theme = context.view.theme;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (place, key) in NAMES.into_iter().enumerate() {
            if Button::quiet(&context.say(key)).small().selected(place == kind).show(ui, theme).clicked() {
                context.view.send(DebriefCommand::Curve(place));
            }
        }
        ui.spacing_mut().item_spacing.x = LEGEND_GAP;
        ui.add_space(LEGEND_GAP);
        ui.label(theme.text(
            crate::app::theme::Face::SmallStrong,
            format!("–– {}", context.say("turning-was")),
            theme.strong,
        ));
        ui.label(theme.toned(crate::app::theme::Tone::Accent, format!("– – {}", context.say("turning-would-be"))));
        if !compared.apart.is_empty() {
            ui.label(theme.small(context.fill("turning-band", [("seeds", compared.seeds.into())])));
        }
    });
    plot_ui(ui, context, id, kind, compared);
}

fn plot_ui(
    ui: &mut Ui,
    context: DebriefContext<'_>,
    id: impl std::hash::Hash + std::fmt::Debug,
    kind: usize,
    compared: &Compared<'_>,
) {
    let theme = context.view.theme;
    let full = match CURVES.get(kind) {
        Some(Metric::News) => compared.was.iter().chain(compared.would_be).map(|(_, value)| *value).fold(1.0, f64::max),
        _ => 1.0,
    };
    let hundredth = |value: f64| value / full * 100.0;
    let point = |(minute, value): &(u32, f64)| [f64::from(*minute) / 60.0, hundredth(*value)];
    let line = |points: &[(u32, f64)]| -> PlotPoints<'static> { points.iter().map(point).collect() };
    let was = Line::new("", line(compared.was)).color(theme.strong).width(2.0).allow_hover(false);
    let would_be = Line::new("", line(compared.would_be)).color(theme.accent).width(2.0);
    let would_be = would_be.style(LineStyle::dashed_loose()).allow_hover(false);
    let band: Vec<(f64, f64, f64)> = compared
        .was
        .iter()
        .zip(compared.apart)
        .map(|((minute, value), (_, _, low, high))| {
            (f64::from(*minute) / 60.0, hundredth(value + low).max(0.0), hundredth(value + high).min(100.0))
        })
        .collect();
    let part = |value: fn(&(f64, f64, f64)) -> f64| band.iter().map(value).collect::<Vec<f64>>();
    let (xs, lows, highs) = (part(|at| at.0), part(|at| at.1), part(|at| at.2));
    let area = FilledArea::new("", &xs, &lows, &highs).fill_color(theme.accent.gamma_multiply(0.22)).allow_hover(false);
    let values = || compared.was.iter().chain(compared.would_be).map(|(_, value)| hundredth(*value));
    let (low, high) = (values().fold(100.0, f64::min), values().fold(0.0, f64::max));
    let spare = ((LEAST_HEIGHT - (high - low)) / 2.0).max(0.0);
    let at = compared.at.map(|at| VLine::new("", at.hours()).color(theme.outline).allow_hover(false));
    let chart = close_up(("curve", id), theme, 190.0).include_y(low - spare).include_y(high + spare);
    let response = chart.show(ui, |plot| {
        if !xs.is_empty() {
            plot.add(area);
        }
        if let Some(at) = at {
            plot.vline(at);
        }
        plot.line(was);
        plot.line(would_be);
    });
    let name = context.fill("turning-curve-name", [("of", context.say(NAMES[kind.min(NAMES.len() - 1)]).into())]);
    response.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &name));
}
