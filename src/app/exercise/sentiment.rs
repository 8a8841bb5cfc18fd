//! The sentiment tab: trust and the share of negative posts over time, once the team monitors them.

use egui::Ui;
use egui_plot::{Line, LineStyle, PlotPoints};

use super::context::ExerciseContext;
use crate::app::theme::{Face, Tone};
use crate::app::widget::chart::chart;
use crate::app::widget::empty_ui;
use crate::app::{icon, wording};
use goldenhour_core::simulation::SentimentRow;

/// Space to the right of the plot, into which the last label of the time axis may extend, in points.
const LABEL_OVERHANG: f32 = 20.0;

/// Shows the plot, or an explanation if there is no data.
pub fn sentiment_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let Some(rows) = &context.situation.sentiment else {
        empty_ui(ui, theme, icon::EYE_SLASH, &context.say("sentiment-blind"), &context.say("sentiment-blind-text"));
        return;
    };
    let Some(last) = rows.last() else {
        empty_ui(ui, theme, icon::PULSE, &context.say("sentiment-listening"), &context.say("sentiment-listening-text"));
        return;
    };
    ui.horizontal(|ui| {
        number_ui(ui, context, &context.say("sentiment-trust"), (last.trust, last.trust_margin), Tone::Calm);
        ui.add_space(24.0);
        let negative = context.say("sentiment-negative");
        number_ui(ui, context, &negative, (last.negative, last.negative_margin), Tone::Harm);
    });
    ui.add_space(8.0);
    plot_ui(ui, context, rows);
    ui.label(theme.small(context.fill("sentiment-legend", [("count", last.post_count.into())])));
    for (kind, since) in &context.situation.narratives {
        let words = wording::narrative(context.view.texts, *kind);
        let filling = [("since", context.moment(*since).into()), ("words", words.into())];
        ui.label(theme.small(context.fill("sentiment-narrative", filling)));
    }
}

fn number_ui(ui: &mut Ui, context: ExerciseContext<'_>, title: &str, (share, margin): (f64, f64), tone: Tone) {
    let theme = context.theme();
    ui.vertical(|ui| {
        ui.label(theme.overline(title));
        ui.label(theme.text(Face::Giant, format!("{:.0}", share * 100.0), theme.tone(tone)));
        ui.label(theme.small(format!("± {:.0}", margin * 100.0)));
    });
}

fn plot_ui(ui: &mut Ui, context: ExerciseContext<'_>, rows: &[SentimentRow]) {
    let theme = context.theme();
    let points = |value: fn(&SentimentRow) -> f64| -> PlotPoints<'_> {
        rows.iter().map(|row| [row.at.hours(), value(row) * 100.0]).collect()
    };
    let trust = Line::new(context.say("sentiment-trust-line"), points(|row| row.trust)).color(theme.calm).width(2.0);
    let negative = Line::new(context.say("sentiment-negative-line"), points(|row| row.negative));
    let negative = negative.color(theme.harm).width(2.0).style(LineStyle::dashed_loose());
    let height = (ui.available_height() - 60.0).clamp(180.0, 420.0);
    let width = ui.available_width() - LABEL_OVERHANG;
    chart("sentiment", theme, height).width(width).show(ui, |plot| {
        plot.line(trust);
        plot.line(negative);
    });
}
