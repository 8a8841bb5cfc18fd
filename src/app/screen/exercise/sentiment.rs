//! How people feel: trust and the negative share over time, from the moment somebody listens.

use egui::Ui;
use egui_plot::{Line, LineStyle, PlotPoints};

use crate::app::icon;
use crate::app::theme::{Face, Tone};
use crate::app::view::ExerciseContext;
use crate::app::widget::chart::chart;
use crate::app::widget::empty_ui;
use crate::simulation::SentimentRow;

/// Shows the plots, or says why there are none.
pub fn sentiment_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let Some(rows) = &context.situation.sentiment else {
        let text = "Trust and mood are measured only while somebody listens. Switch listening on among the decisions.";
        empty_ui(ui, theme, icon::EYE_SLASH, "Flying blind", text);
        return;
    };
    let Some(last) = rows.last() else {
        empty_ui(ui, theme, icon::PULSE, "Listening", "The first numbers arrive with the next minute.");
        return;
    };
    ui.horizontal(|ui| {
        number_ui(ui, context, "Trust", (last.trust, last.trust_margin), Tone::Calm);
        ui.add_space(24.0);
        number_ui(ui, context, "Negative posts", (last.negative, last.negative_margin), Tone::Harm);
    });
    ui.add_space(8.0);
    plot_ui(ui, context, rows);
    let text = format!(
        "Trust is the solid line, negative posts the dashed one; both in hundredths and estimated from samples, the \
         last of {} posts.",
        last.post_count
    );
    ui.label(theme.small(text));
    for (kind, since) in &context.situation.narratives {
        ui.label(theme.small(format!("Many posts say since {}: {}", context.scenario.say(*since), kind.title())));
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
    let trust = Line::new("trust", points(|row| row.trust)).color(theme.calm).width(2.0);
    let negative = Line::new("negative posts", points(|row| row.negative)).color(theme.harm).width(2.0);
    let negative = negative.style(LineStyle::dashed_loose());
    let height = (ui.available_height() - 60.0).clamp(180.0, 420.0);
    chart("sentiment", theme, height).show(ui, |plot| {
        plot.line(trust);
        plot.line(negative);
    });
}
