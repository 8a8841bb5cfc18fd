//! Buttons with different levels of emphasis. The primary one marks the recommended next step.
//!
//! Buttons are painted by hand to get the same look in every state and theme, including a visible focus ring. The
//! accessible name is the label unless another name is set.

use egui::{Align2, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::{Face, GRID, RADIUS, Theme, Tone};

/// Height of a button of regular size, in points.
pub const BUTTON_HEIGHT: f32 = 34.0;

/// Height of a small button, in points.
pub const SMALL_BUTTON_HEIGHT: f32 = 24.0;

/// Visual emphasis of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonKind {
    /// The recommended next step, with an accent fill.
    Primary,
    /// An ordinary action.
    Plain,
    /// A secondary action. Has no border until hovered.
    Quiet,
    /// A destructive action.
    Harm,
}

/// Size of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    Regular,
    Small,
    /// Small, with less padding to the left and to the right.
    Tight,
}

/// A button.
#[must_use = "a button is shown by `show`"]
pub struct Button<'a> {
    label: &'a str,
    icon: Option<&'a str>,
    name: Option<&'a str>,
    kind: ButtonKind,
    enabled: bool,
    selected: bool,
    size: Size,
    width: Option<f32>,
    hint: Option<&'a str>,
}

impl<'a> Button<'a> {
    /// Creates an ordinary button.
    pub fn new(label: &'a str) -> Self {
        Button {
            label,
            icon: None,
            name: None,
            kind: ButtonKind::Plain,
            enabled: true,
            selected: false,
            size: Size::Regular,
            width: None,
            hint: None,
        }
    }

    /// Creates a primary button.
    pub fn primary(label: &'a str) -> Self {
        Button { kind: ButtonKind::Primary, ..Button::new(label) }
    }

    /// Creates a quiet button.
    pub fn quiet(label: &'a str) -> Self {
        Button { kind: ButtonKind::Quiet, ..Button::new(label) }
    }

    /// Sets the visual emphasis.
    pub fn kind(self, kind: ButtonKind) -> Self {
        Button { kind, ..self }
    }

    /// Adds an icon before the label.
    pub fn icon(self, icon: &'a str) -> Self {
        Button { icon: Some(icon), ..self }
    }

    /// Sets the accessible name. Needed where the label is empty or ambiguous.
    pub fn name(self, name: &'a str) -> Self {
        Button { name: Some(name), ..self }
    }

    /// Sets whether the button is enabled.
    pub fn enabled(self, enabled: bool) -> Self {
        Button { enabled, ..self }
    }

    /// Sets whether the button is the selected one of a group.
    pub fn selected(self, selected: bool) -> Self {
        Button { selected, ..self }
    }

    /// Makes the button small.
    pub fn small(self) -> Self {
        Button { size: Size::Small, ..self }
    }

    /// Makes the button small, with less padding, for rows of buttons in narrow panels.
    pub fn tight(self) -> Self {
        Button { size: Size::Tight, ..self }
    }

    /// Sets a fixed width, in points.
    pub fn width(self, width: f32) -> Self {
        Button { width: Some(width), ..self }
    }

    /// Sets the tooltip.
    pub fn hint(self, hint: &'a str) -> Self {
        Button { hint: Some(hint), ..self }
    }

    /// Shows the button.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let (face, padding, height) = match self.size {
            Size::Regular => (Face::Strong, vec2(3.5 * GRID, 2.0 * GRID), BUTTON_HEIGHT),
            Size::Small => (Face::SmallStrong, vec2(2.0 * GRID, GRID), SMALL_BUTTON_HEIGHT),
            Size::Tight => (Face::SmallStrong, vec2(GRID, GRID), SMALL_BUTTON_HEIGHT),
        };
        let text = match self.icon {
            Some(icon) if self.label.is_empty() => icon.to_owned(),
            Some(icon) => format!("{icon}  {}", self.label),
            None => self.label.to_owned(),
        };
        let galley = ui.painter().layout_no_wrap(text, face.font(), theme.strong);
        let wanted = galley.size() + 2.0 * padding;
        let size = vec2(self.width.unwrap_or(wanted.x), wanted.y.max(height));
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        let name = self.name.unwrap_or(self.label).to_owned();
        let (enabled, selected) = (self.enabled, self.selected);
        response.widget_info(|| match selected {
            true => WidgetInfo::selected(Role::Button, enabled, true, &name),
            false => WidgetInfo::labeled(Role::Button, enabled, &name),
        });
        if ui.is_rect_visible(rect) {
            let (fill, border, ink) = self.colors(theme, &response);
            let radius = CornerRadius::same(RADIUS);
            ui.painter().rect(rect, radius, fill, Stroke::new(1.0, border), StrokeKind::Inside);
            if response.has_focus() {
                let ring = Stroke::new(2.0, theme.accent);
                ui.painter().rect_stroke(rect.expand(2.0), radius, ring, StrokeKind::Outside);
            }
            let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect).min;
            ui.painter().galley_with_override_text_color(pos2(at.x, at.y), galley, ink);
        }
        match self.hint {
            Some(hint) => response.on_hover_text(hint),
            None => response,
        }
    }

    fn colors(&self, theme: &Theme, response: &Response) -> (egui::Color32, egui::Color32, egui::Color32) {
        let none = egui::Color32::TRANSPARENT;
        let over = response.hovered() && self.enabled;
        if !self.enabled {
            let fill = if self.kind == ButtonKind::Quiet { none } else { theme.panel };
            return (fill, theme.hairline, theme.muted);
        }
        if self.selected {
            return (theme.accent_soft, theme.accent, theme.accent);
        }
        match self.kind {
            ButtonKind::Primary if over => (theme.accent.gamma_multiply(0.88), theme.accent, theme.on_accent),
            ButtonKind::Primary => (theme.accent, theme.accent, theme.on_accent),
            ButtonKind::Plain if over => (theme.lifted, theme.outline, theme.strong),
            ButtonKind::Plain => (theme.raised, theme.outline.gamma_multiply(0.7), theme.strong),
            ButtonKind::Quiet if over => (theme.lifted, theme.hairline, theme.strong),
            ButtonKind::Quiet => (none, none, theme.body),
            ButtonKind::Harm if over => (theme.soft(Tone::Harm), theme.harm, theme.strong),
            ButtonKind::Harm => (none, theme.harm.gamma_multiply(0.6), theme.harm),
        }
    }
}
