//! A ring gauge, used for the golden-hour countdown and for scores.

use std::f32::consts::TAU;

use egui::{Response, Sense, Shape, Stroke, Ui, vec2};

use crate::app::theme::{Theme, Tone};

/// Shows a ring of which `left`, a fraction from 0 to 1, is filled.
pub fn ring_ui(ui: &mut Ui, theme: &Theme, diameter: f32, left: f32, tone: Tone) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(diameter, diameter), Sense::hover());
    let radius = diameter / 2.0 - 3.0;
    ui.painter().circle_stroke(rect.center(), radius, Stroke::new(4.0, theme.lifted));
    let steps: u8 = 60;
    let shown = left.clamp(0.0, 1.0) * f32::from(steps);
    let point = |step: f32| {
        let angle = step / f32::from(steps) * TAU - TAU / 4.0;
        rect.center() + radius * vec2(libm::cosf(angle), libm::sinf(angle))
    };
    let mut points: Vec<egui::Pos2> = (0..=steps).map(f32::from).take_while(|step| *step <= shown).map(point).collect();
    points.push(point(shown));
    ui.painter().add(Shape::line(points, Stroke::new(4.0, theme.tone(tone))));
    response
}
