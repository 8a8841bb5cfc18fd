//! Luck: the same decisions with other seeds, the rank of this run among them, and the results of scripted players.

use egui::{Sense, Ui, vec2};

use crate::app::debrief::context::DebriefContext;
use crate::app::theme::{Face, Tone};
use crate::app::widget::histogram::{Histogram, histogram_ui};
use crate::app::widget::{columns_ui, histogram};
use goldenhour_core::debrief::luck::{Band, Luck, Spread};
use goldenhour_core::ensemble::Distribution;

/// Minimum share of dropped decisions that is reported.
const WORTH_SAYING: f64 = 0.01;

/// Selects one of the two scores of a band.
type Result = fn(&Band) -> &Distribution;

/// Shows the spread of both scores.
pub fn luck_ui(ui: &mut Ui, context: DebriefContext<'_>, luck: &Luck) {
    let theme = context.view.theme;
    ui.label(theme.heading(context.say("turning-luck")));
    ui.label(theme.muted(context.fill("turning-luck-text", [("seeds", luck.seeds.into())])));
    ui.add_space(8.0);
    let outcome = context.say("debrief-outcome");
    let playbook = context.say("debrief-playbook");
    let mut left =
        |ui: &mut Ui| spread_ui(ui, context, &outcome, &luck.outcome, &luck.autopilots, |band| &band.outcome);
    let mut right =
        |ui: &mut Ui| spread_ui(ui, context, &playbook, &luck.playbook, &luck.autopilots, |band| &band.playbook);
    columns_ui(ui, 16.0, &mut [&mut left, &mut right]);
    if luck.dropped >= WORTH_SAYING {
        let share = format!("{:.0}", 100.0 * luck.dropped);
        ui.label(theme.small(context.fill("turning-dropped", [("share", share.into())])));
    }
}

fn spread_ui(ui: &mut Ui, context: DebriefContext<'_>, title: &str, spread: &Spread, bands: &[Band], result: Result) {
    let theme = context.view.theme;
    theme.card().inner_margin(20).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let (tone, verdict) = verdict(context, spread);
        ui.label(theme.overline(title));
        ui.add(egui::Label::new(theme.text(Face::Title, verdict, theme.tone(tone))).wrap());
        let round = |value: f64| format!("{value:.0}");
        let filling = [
            ("lower", round(spread.distribution.lower).into()),
            ("upper", round(spread.distribution.upper).into()),
            ("median", round(spread.distribution.median).into()),
        ];
        let words = context.fill("turning-middle-half", filling);
        ui.add(egui::Label::new(theme.small(words.as_str())).wrap());
        ui.add_space(8.0);
        let mark = context.fill("turning-this", [("value", round(spread.own).into())]);
        let name = format!("{title}: {mark}. {words}");
        let shown = Histogram {
            counts: &spread.histogram,
            spread: &spread.distribution,
            own: spread.own,
            mark: &mark,
            name: &name,
        };
        histogram_ui(ui, theme, &shown, 148.0);
        bands_ui(ui, context, bands, result);
    });
}

/// Returns a sentence describing the run's rank, with its tone.
fn verdict(context: DebriefContext<'_>, spread: &Spread) -> (Tone, String) {
    let filling = |share: f64| [("share", format!("{:.0}", 100.0 * share).into())];
    match spread.percentile {
        share if share >= 0.8 => (Tone::Calm, context.fill("turning-lucky", filling(share))),
        share if share <= 0.2 => (Tone::Caution, context.fill("turning-unlucky", filling(1.0 - share))),
        share => (Tone::Plain, context.fill("turning-neither", filling(share))),
    }
}

/// Shows the results of scripted players on the same scale as the histogram.
fn bands_ui(ui: &mut Ui, context: DebriefContext<'_>, bands: &[Band], result: Result) {
    if bands.is_empty() {
        return;
    }
    let theme = context.view.theme;
    ui.add_space(8.0);
    ui.label(theme.overline(&context.say("turning-autopilots")));
    for band in bands {
        let spread = result(band);
        let value = format!("{:.0}", spread.median);
        let filling = [("name", band.autopilot.as_str().into()), ("median", value.as_str().into())];
        let name = context.fill("turning-autopilot", filling);
        ui.spacing_mut().interact_size.y = 0.0;
        ui.label(theme.small(name.as_str()));
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 12.0), Sense::hover());
        histogram::band_ui(ui, theme, spread, rect, rect.center().y);
    }
}
