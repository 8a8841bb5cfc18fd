//! The theme: color tokens, type scale and spacing, and their translation into an egui style.
//!
//! Colors are defined in `assets/theme/{dark,light}.ron`, and only this module constructs them. Views use a token
//! (`theme.harm`) or request text in a face (`theme.heading("…")`), so a redesign only changes the two data files.
//! There are four font families: a sans-serif with tabular figures, its semibold weight, and a news serif in two
//! weights. The icon font is a fallback of each. All spacing is a multiple of four points.

use std::fmt;
use std::sync::Arc;

use egui::epaint::text::VariationCoords;
use egui::{Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, FontTweak, Margin, RichText};
use egui::{Shadow, Stroke, TextStyle, Visuals, vec2};
use serde::{Deserialize, Deserializer, Serialize, de};

/// Corner radius of cards and controls, in points.
pub const RADIUS: u8 = 6;

/// Base unit of spacing, in points.
pub const GRID: f32 = 4.0;

const TEXT_FONT: &[u8] = goldenhour_report::font::INTER;
const NEWS_FONT: &[u8] = goldenhour_report::font::NEWSREADER;
const ICON_FONT: &[u8] = include_bytes!("../../assets/icons/Phosphor.ttf");

/// Dark or light theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeKind {
    /// For monitors.
    #[default]
    Dark,
    /// For projectors.
    Light,
}

impl ThemeKind {
    /// Returns the opposite theme.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            ThemeKind::Dark => ThemeKind::Light,
            ThemeKind::Light => ThemeKind::Dark,
        }
    }

    fn text(self) -> &'static str {
        match self {
            ThemeKind::Dark => include_str!("../../assets/theme/dark.ron"),
            ThemeKind::Light => include_str!("../../assets/theme/light.ron"),
        }
    }
}

/// All colors of a theme, named by purpose.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tokens {
    /// Window background.
    #[serde(deserialize_with = "hex")]
    pub base: Color32,
    /// Panel background.
    #[serde(deserialize_with = "hex")]
    pub panel: Color32,
    /// Background of cards and fields.
    #[serde(deserialize_with = "hex")]
    pub raised: Color32,
    /// Background of hovered and selected elements.
    #[serde(deserialize_with = "hex")]
    pub lifted: Color32,
    /// Subtle borders and separators.
    #[serde(deserialize_with = "hex")]
    pub hairline: Color32,
    /// Borders of interactive elements.
    #[serde(deserialize_with = "hex")]
    pub outline: Color32,
    /// Headings and emphasized text.
    #[serde(deserialize_with = "hex")]
    pub strong: Color32,
    /// Body text.
    #[serde(deserialize_with = "hex")]
    pub body: Color32,
    /// Secondary text.
    #[serde(deserialize_with = "hex")]
    pub muted: Color32,
    /// Accent, used for the golden hour and for primary actions.
    #[serde(deserialize_with = "hex")]
    pub accent: Color32,
    /// Text on an accent background.
    #[serde(deserialize_with = "hex")]
    pub on_accent: Color32,
    /// Background tinted with the accent color.
    #[serde(deserialize_with = "hex")]
    pub accent_soft: Color32,
    /// Harm: damage, failures and destructive actions.
    #[serde(deserialize_with = "hex")]
    pub harm: Color32,
    /// Background tinted with the harm color.
    #[serde(deserialize_with = "hex")]
    pub harm_soft: Color32,
    /// Caution: warnings and incomplete information.
    #[serde(deserialize_with = "hex")]
    pub caution: Color32,
    /// Background tinted with the caution color.
    #[serde(deserialize_with = "hex")]
    pub caution_soft: Color32,
    /// Calm: confirmed, done or on time.
    #[serde(deserialize_with = "hex")]
    pub calm: Color32,
    /// Background tinted with the calm color.
    #[serde(deserialize_with = "hex")]
    pub calm_soft: Color32,
    /// Legal and contractual obligations.
    #[serde(deserialize_with = "hex")]
    pub legal: Color32,
    /// Background tinted with the legal color.
    #[serde(deserialize_with = "hex")]
    pub legal_soft: Color32,
    /// Paper background of simulated print media.
    #[serde(deserialize_with = "hex")]
    pub paper: Color32,
    /// Text on paper.
    #[serde(deserialize_with = "hex")]
    pub ink: Color32,
    /// Small print on paper.
    #[serde(deserialize_with = "hex")]
    pub faded_ink: Color32,
}

/// Semantic tone of an element, which selects its color. The meaning is always stated in text or by an icon as
/// well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Neutral.
    Plain,
    /// The golden hour, and the recommended next step.
    Accent,
    /// Damage, failures and destructive actions.
    Harm,
    /// Warnings and incomplete information.
    Caution,
    /// Confirmed, done or on time.
    Calm,
    /// Legal and contractual obligations.
    Legal,
}

/// A loaded theme.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Dark or light.
    pub kind: ThemeKind,
    tokens: Arc<Tokens>,
}

impl std::ops::Deref for Theme {
    type Target = Tokens;

    fn deref(&self) -> &Tokens {
        &self.tokens
    }
}

/// Reason a theme could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// The theme file is invalid.
    #[error("cannot read the theme: {0}")]
    Tokens(#[from] ron::error::SpannedError),
}

impl Theme {
    /// Loads a bundled theme.
    ///
    /// # Errors
    /// Returns an error if the theme file is invalid.
    pub fn load(kind: ThemeKind) -> Result<Self, ThemeError> {
        Ok(Theme { kind, tokens: Arc::new(ron::from_str(kind.text())?) })
    }

    /// Returns the color of a tone for text and lines.
    pub fn tone(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Plain => self.muted,
            Tone::Accent => self.accent,
            Tone::Harm => self.harm,
            Tone::Caution => self.caution,
            Tone::Calm => self.calm,
            Tone::Legal => self.legal,
        }
    }

    /// Returns the color of a tone for backgrounds.
    pub fn soft(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Plain => self.raised,
            Tone::Accent => self.accent_soft,
            Tone::Harm => self.harm_soft,
            Tone::Caution => self.caution_soft,
            Tone::Calm => self.calm_soft,
            Tone::Legal => self.legal_soft,
        }
    }

    /// Applies the style and colors to an egui context.
    pub fn apply(&self, context: &egui::Context) {
        let native = match self.kind {
            ThemeKind::Dark => egui::Theme::Dark,
            ThemeKind::Light => egui::Theme::Light,
        };
        context.set_theme(native);
        context.all_styles_mut(|style| self.fill(style));
    }

    fn fill(&self, style: &mut egui::Style) {
        style.text_styles = [
            (TextStyle::Small, Face::Small.font()),
            (TextStyle::Body, Face::Body.font()),
            (TextStyle::Button, Face::Body.font()),
            (TextStyle::Heading, Face::Heading.font()),
            (TextStyle::Monospace, Face::Mono.font()),
        ]
        .into();
        style.spacing.item_spacing = vec2(2.0 * GRID, 2.0 * GRID);
        style.spacing.button_padding = vec2(3.0 * GRID, 1.5 * GRID);
        style.spacing.interact_size.y = 7.0 * GRID;
        style.spacing.scroll = egui::style::ScrollStyle::thin();
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.3;
        style.visuals = self.visuals();
    }

    fn visuals(&self) -> Visuals {
        let mut visuals = match self.kind {
            ThemeKind::Dark => Visuals::dark(),
            ThemeKind::Light => Visuals::light(),
        };
        visuals.panel_fill = self.panel;
        visuals.window_fill = self.panel;
        visuals.extreme_bg_color = self.base;
        visuals.text_edit_bg_color = Some(self.base);
        visuals.faint_bg_color = self.raised;
        visuals.code_bg_color = self.raised;
        visuals.hyperlink_color = self.legal;
        visuals.warn_fg_color = self.caution;
        visuals.error_fg_color = self.harm;
        visuals.weak_text_color = Some(self.muted);
        visuals.window_corner_radius = CornerRadius::same(RADIUS + 2);
        visuals.menu_corner_radius = CornerRadius::same(RADIUS);
        visuals.window_stroke = Stroke::new(1.0, self.hairline);
        visuals.window_shadow = Shadow { offset: [0, 8], blur: 32, spread: 0, color: self.base.gamma_multiply(0.7) };
        visuals.popup_shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: self.base.gamma_multiply(0.7) };
        visuals.selection.bg_fill = self.accent_soft;
        visuals.selection.stroke = Stroke::new(1.0, self.accent);
        let rest = [
            (&mut visuals.widgets.noninteractive, self.panel, self.hairline, self.body),
            (&mut visuals.widgets.inactive, self.raised, self.hairline, self.body),
            (&mut visuals.widgets.hovered, self.lifted, self.outline, self.strong),
            (&mut visuals.widgets.active, self.lifted, self.accent, self.strong),
            (&mut visuals.widgets.open, self.lifted, self.outline, self.strong),
        ];
        for (widget, fill, border, text) in rest {
            widget.bg_fill = fill;
            widget.weak_bg_fill = fill;
            widget.bg_stroke = Stroke::new(1.0, border);
            widget.fg_stroke = Stroke::new(1.0, text);
            widget.corner_radius = CornerRadius::same(RADIUS);
            widget.expansion = 0.0;
        }
        visuals
    }

    /// Returns text in the given face and color.
    pub fn text(&self, face: Face, content: impl Into<String>, color: Color32) -> RichText {
        RichText::new(content).line_height(Some(face.lead())).font(face.font()).color(color)
    }

    /// Returns body text.
    pub fn body(&self, content: impl Into<String>) -> RichText {
        self.text(Face::Body, content, self.body)
    }

    /// Returns emphasized body text.
    pub fn strong(&self, content: impl Into<String>) -> RichText {
        self.text(Face::Strong, content, self.strong)
    }

    /// Returns secondary body text.
    pub fn muted(&self, content: impl Into<String>) -> RichText {
        self.text(Face::Body, content, self.muted)
    }

    /// Returns small secondary text.
    pub fn small(&self, content: impl Into<String>) -> RichText {
        self.text(Face::Small, content, self.muted)
    }

    /// Returns a small heading in capitals, for labeling a group.
    pub fn overline(&self, content: &str) -> RichText {
        self.text(Face::SmallStrong, content.to_uppercase(), self.muted).extra_letter_spacing(0.6)
    }

    /// Returns a card title.
    pub fn title(&self, content: impl Into<String>) -> RichText {
        self.text(Face::Title, content, self.strong)
    }

    /// Returns a heading.
    pub fn heading(&self, content: impl Into<String>) -> RichText {
        self.text(Face::Heading, content, self.strong)
    }

    /// Returns a large heading in the news serif.
    pub fn display(&self, content: impl Into<String>) -> RichText {
        self.text(Face::Display, content, self.strong)
    }

    /// Returns small semibold text in the color of a tone.
    pub fn toned(&self, tone: Tone, content: impl Into<String>) -> RichText {
        self.text(Face::SmallStrong, content, self.tone(tone))
    }

    /// Returns the frame of a card.
    pub fn card(&self) -> egui::Frame {
        egui::Frame::new()
            .fill(self.raised)
            .stroke(Stroke::new(1.0, self.hairline))
            .corner_radius(CornerRadius::same(RADIUS))
            .inner_margin(Margin::same(16))
    }

    /// Returns the frame of a card tinted with a tone.
    pub fn tinted(&self, tone: Tone) -> egui::Frame {
        self.card().fill(self.soft(tone)).stroke(Stroke::new(1.0, self.tone(tone).gamma_multiply(0.45)))
    }

    /// Returns the frame of a panel with the given inner margin, in points.
    pub fn panel_frame(&self, x: i8, y: i8) -> egui::Frame {
        egui::Frame::new().fill(self.panel).inner_margin(Margin::symmetric(x, y))
    }
}

/// A face of the type scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// 11.5 points.
    Small,
    /// 11.5 points, semibold.
    SmallStrong,
    /// 13.5 points.
    Body,
    /// 13.5 points, semibold.
    Strong,
    /// 16 points, semibold.
    Title,
    /// 20 points, semibold.
    Heading,
    /// 30 points, news serif.
    Display,
    /// 44 points, news serif.
    Giant,
    /// 22 points, news serif, bold.
    Headline,
    /// 15 points, news serif.
    Story,
    /// 12.5 points, monospace.
    Mono,
}

impl Face {
    /// Returns the font and size of the face.
    pub fn font(self) -> FontId {
        let family = |name: &str| FontFamily::Name(name.into());
        match self {
            Face::Small => FontId::new(11.5, FontFamily::Proportional),
            Face::SmallStrong => FontId::new(11.5, family(SEMIBOLD)),
            Face::Body => FontId::new(13.5, FontFamily::Proportional),
            Face::Strong => FontId::new(13.5, family(SEMIBOLD)),
            Face::Title => FontId::new(16.0, family(SEMIBOLD)),
            Face::Heading => FontId::new(20.0, family(SEMIBOLD)),
            Face::Display => FontId::new(30.0, family(HEADLINE)),
            Face::Giant => FontId::new(44.0, family(HEADLINE)),
            Face::Headline => FontId::new(22.0, family(HEADLINE)),
            Face::Story => FontId::new(15.0, family(SERIF)),
            Face::Mono => FontId::new(12.5, FontFamily::Monospace),
        }
    }

    /// Returns the line height of the face, in points.
    pub fn lead(self) -> f32 {
        self.font().size * if self == Face::Story { 1.4 } else { 1.28 }
    }
}

const SEMIBOLD: &str = "semibold";
const HEADLINE: &str = "headline";
const SERIF: &str = "serif";

/// Installs the bundled fonts in an egui context.
pub fn install_fonts(context: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    let variable = |bytes: &'static [u8], weight: f32| {
        let coords = VariationCoords::new([(b"wght", weight)]);
        Arc::new(FontData::from_static(bytes).tweak(FontTweak { coords, ..FontTweak::default() }))
    };
    fonts.font_data.insert("text".to_owned(), variable(TEXT_FONT, 405.0));
    fonts.font_data.insert(SEMIBOLD.to_owned(), variable(TEXT_FONT, 620.0));
    fonts.font_data.insert(HEADLINE.to_owned(), variable(NEWS_FONT, 640.0));
    fonts.font_data.insert(SERIF.to_owned(), variable(NEWS_FONT, 420.0));
    let tweak = FontTweak { y_offset_factor: 0.06, scale: 1.1, ..FontTweak::default() };
    fonts.font_data.insert("icons".to_owned(), Arc::new(FontData::from_static(ICON_FONT).tweak(tweak)));
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let family = |first: &str| {
        let own = [first.to_owned(), "icons".to_owned(), "text".to_owned()];
        own.into_iter().chain(fallback.iter().cloned()).collect::<Vec<_>>()
    };
    fonts.families.insert(FontFamily::Proportional, family("text"));
    for name in [SEMIBOLD, HEADLINE, SERIF] {
        fonts.families.insert(FontFamily::Name(name.into()), family(name));
    }
    if let Some(monospace) = fonts.families.get_mut(&FontFamily::Monospace) {
        monospace.insert(1, "icons".to_owned());
    }
    context.set_fonts(fonts);
}

/// Deserializes a color in the form `#rrggbb`.
fn hex<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    struct Hex;
    impl de::Visitor<'_> for Hex {
        type Value = Color32;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a color like `#f2b441`")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Color32, E> {
            let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii());
            let part = |range| digits.and_then(|digits| u8::from_str_radix(&digits[range], 16).ok());
            match (part(0..2), part(2..4), part(4..6)) {
                (Some(red), Some(green), Some(blue)) => Ok(Color32::from_rgb(red, green, blue)),
                _ => Err(E::invalid_value(de::Unexpected::Str(text), &self)),
            }
        }
    }
    deserializer.deserialize_str(Hex)
}

/// Returns the contrast ratio of two colors as defined by WCAG 2, from 1 to 21.
pub fn contrast(one: Color32, other: Color32) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(color: Color32) -> f32 {
    let linear = |part: u8| {
        let part = f32::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { libm::powf((part + 0.055) / 1.055, 2.4) }
    };
    0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_has_enough_contrast_on_every_surface_in_both_themes() {
        for kind in [ThemeKind::Dark, ThemeKind::Light] {
            let theme = Theme::load(kind).unwrap();
            let grounds = [theme.base, theme.panel, theme.raised, theme.lifted];
            let texts = [
                ("strong", theme.strong),
                ("body", theme.body),
                ("muted", theme.muted),
                ("accent", theme.accent),
                ("harm", theme.harm),
                ("caution", theme.caution),
                ("calm", theme.calm),
                ("legal", theme.legal),
            ];
            for (name, text) in texts {
                for ground in grounds {
                    let found = contrast(text, ground);
                    assert!(found >= 4.5, "{kind:?}: {name} on {ground:?} has contrast {found:.2}");
                }
            }
        }
    }

    #[test]
    fn text_has_enough_contrast_on_tinted_backgrounds() {
        for kind in [ThemeKind::Dark, ThemeKind::Light] {
            let theme = Theme::load(kind).unwrap();
            for tone in [Tone::Accent, Tone::Harm, Tone::Caution, Tone::Calm, Tone::Legal] {
                for text in [theme.tone(tone), theme.strong, theme.body, theme.muted] {
                    let found = contrast(text, theme.soft(tone));
                    assert!(found >= 4.5, "{kind:?}: {text:?} on {tone:?} has contrast {found:.2}");
                }
            }
            assert!(contrast(theme.on_accent, theme.accent) >= 4.5);
            assert!(contrast(theme.ink, theme.paper) >= 7.0);
            assert!(contrast(theme.faded_ink, theme.paper) >= 4.5);
        }
    }

    #[test]
    fn control_borders_have_enough_contrast() {
        for kind in [ThemeKind::Dark, ThemeKind::Light] {
            let theme = Theme::load(kind).unwrap();
            assert!(contrast(theme.outline, theme.raised) >= 3.0);
        }
    }
}
