//! The widget gallery: fonts, colors and widgets in the current theme, for visual review. Opened from the palette.

use egui::{CornerRadius, Sense, Ui, vec2};

use crate::app::icon;
use crate::app::shell::catalog::TABLE;
use crate::app::shell::masthead::masthead_ui;
use crate::app::shell::page::page_ui;
use crate::app::shell::shortcut::shortcut_name;
use crate::app::shell::view::ViewContext;
use crate::app::theme::{Face, Tone};
use crate::app::widget::field::{Field, field_ui};
use crate::app::widget::front_page::{FrontPage, front_page_ui};
use crate::app::widget::mail::{Mail, mail_ui};
use crate::app::widget::markdown::markdown_ui;
use crate::app::widget::post::{PostCard, post_ui};
use crate::app::widget::release::{Release, release_ui};
use crate::app::widget::ring::ring_ui;
use crate::app::widget::{
    Button, ButtonKind, bullet_ui, chip_ui, columns_ui, empty_ui, keys_ui, meter_ui, row_ui, section_ui, switch_ui,
    tick_ui,
};

/// All faces of the type scale.
const FACES: [Face; 11] = [
    Face::Giant,
    Face::Display,
    Face::Headline,
    Face::Heading,
    Face::Title,
    Face::Story,
    Face::Strong,
    Face::Body,
    Face::SmallStrong,
    Face::Small,
    Face::Mono,
];

/// All tones.
const TONES: [Tone; 6] = [Tone::Plain, Tone::Accent, Tone::Calm, Tone::Legal, Tone::Caution, Tone::Harm];

/// Shows the gallery.
pub fn gallery_ui(ui: &mut Ui, view: ViewContext<'_>) {
    masthead_ui(ui, view, &view.say("gallery-title"), true);
    page_ui(ui, view.theme, "gallery", 1280.0, |ui| {
        let mut one = |ui: &mut Ui| {
            faces_ui(ui, view);
            colors_ui(ui, view);
        };
        let mut two = |ui: &mut Ui| {
            controls_ui(ui, view);
            marks_ui(ui, view);
        };
        let mut three = |ui: &mut Ui| {
            papers_ui(ui, view);
        };
        columns_ui(ui, 32.0, &mut [&mut one, &mut two, &mut three]);
    });
}

fn sample(view: ViewContext<'_>) -> String {
    view.say("gallery-sample")
}

fn faces_ui(ui: &mut Ui, view: ViewContext<'_>) {
    section_ui(ui, view.theme, &view.say("gallery-type"));
    for face in FACES {
        let size = face.font().size;
        ui.label(view.theme.text(face, format!("{face:?} {size} · 0123456789"), view.theme.strong));
    }
}

fn colors_ui(ui: &mut Ui, view: ViewContext<'_>) {
    let theme = view.theme;
    section_ui(ui, theme, &view.say("gallery-colors"));
    let surfaces = [theme.base, theme.panel, theme.raised, theme.lifted, theme.hairline, theme.outline];
    let inks = [theme.strong, theme.body, theme.muted, theme.paper, theme.ink, theme.faded_ink];
    for colors in [surfaces, inks] {
        ui.horizontal(|ui| {
            for color in colors {
                let (rect, _) = ui.allocate_exact_size(vec2(48.0, 32.0), Sense::hover());
                let border = egui::Stroke::new(1.0, theme.outline);
                ui.painter().rect(rect, CornerRadius::same(4), color, border, egui::StrokeKind::Inside);
            }
        });
    }
    for tone in TONES {
        theme.tinted(tone).inner_margin(egui::Margin::symmetric(12, 8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(theme.toned(tone, format!("{tone:?}")));
            ui.add(egui::Label::new(theme.body(sample(view))).wrap());
        });
    }
}

fn controls_ui(ui: &mut Ui, view: ViewContext<'_>) {
    let theme = view.theme;
    section_ui(ui, theme, &view.say("gallery-controls"));
    for kind in [ButtonKind::Primary, ButtonKind::Plain, ButtonKind::Quiet, ButtonKind::Harm] {
        ui.horizontal(|ui| {
            let word = format!("{kind:?}");
            Button::new(&word).kind(kind).icon(icon::PLAY).show(ui, theme);
            Button::new(&word).kind(kind).enabled(false).show(ui, theme);
            Button::new(&word).kind(kind).selected(true).small().show(ui, theme);
        });
    }
    for on in [true, false] {
        switch_ui(ui, theme, &sample(view), on);
    }
    ui.horizontal(|ui| {
        for (on, enabled) in [(true, true), (false, true), (false, false)] {
            tick_ui(ui, theme, &sample(view), on, enabled);
        }
    });
    let hint = sample(view);
    for (name, rows, text) in [(view.say("gallery-field"), 1, ""), (view.say("gallery-long-field"), 3, hint.as_str())] {
        field_ui(ui, theme, &Field { name: &name, hint: &hint, rows, width: None }, text);
    }
    for selected in [true, false] {
        row_ui(ui, theme, &sample(view), selected, |ui| {
            ui.label(theme.strong(sample(view)));
            ui.label(theme.small(sample(view)));
        });
    }
    ui.horizontal(|ui| {
        for keys in TABLE.iter().filter_map(|entry| entry.keys).take(4) {
            keys_ui(ui, theme, &shortcut_name(view.texts, ui.ctx(), keys));
        }
    });
}

fn marks_ui(ui: &mut Ui, view: ViewContext<'_>) {
    let theme = view.theme;
    section_ui(ui, theme, &view.say("gallery-marks"));
    ui.horizontal_wrapped(|ui| {
        for tone in TONES {
            chip_ui(ui, theme, tone, icon::TIMER, &format!("{tone:?}"));
        }
    });
    ui.horizontal(|ui| {
        for (left, tone) in [(1.0, Tone::Accent), (0.6, Tone::Accent), (0.2, Tone::Caution), (0.0, Tone::Harm)] {
            ring_ui(ui, theme, 44.0, left, tone);
        }
    });
    for share in [Some(0.7), Some(0.1), None] {
        meter_ui(ui, theme, share);
        ui.add_space(6.0);
    }
    bullet_ui(ui, theme, icon::TARGET, &sample(view));
    empty_ui(ui, theme, icon::NEWSPAPER, &view.say("gallery-empty"), &sample(view));
    markdown_ui(ui, theme, &view.say("gallery-markdown"));
}

fn papers_ui(ui: &mut Ui, view: ViewContext<'_>) {
    let theme = view.theme;
    let (title, text) = (view.say("gallery-headline"), sample(view));
    section_ui(ui, theme, &view.say("gallery-papers"));
    let page = FrontPage {
        outlet: &view.say("gallery-outlet"),
        date: "T+03:20",
        headline: &title,
        lead: &text,
        quote: None,
        line: "T+03:20",
        size: 22.0,
    };
    front_page_ui(ui, theme, &page);
    ui.add_space(8.0);
    let sender = view.say("gallery-sender");
    let release = Release {
        sender: &sender,
        kind: &view.say("compose-release-kind"),
        date: "T+03:20",
        headline: &title,
        text: &text,
        foot: None,
    };
    release_ui(ui, theme, &release);
    ui.add_space(8.0);
    let mail = Mail { from: &sender, to: &sender, date: "T+03:20", subject: &title, text: &text, foot: None };
    mail_ui(ui, theme, &mail);
    ui.add_space(8.0);
    let post = PostCard {
        name: &sender,
        handle: Some("@sender"),
        is_own: true,
        at: "T+03:20",
        context: None,
        text: &text,
        longest: 280,
    };
    post_ui(ui, theme, &post, |ui| drop(ui.label(theme.small(&text))));
}
