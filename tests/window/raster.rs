//! A software renderer, so that tests can draw screens without a display or a GPU.
//!
//! It draws egui's output as any renderer would: textured triangles, clipped to a rectangle and blended with
//! premultiplied alpha. Textures are sampled bilinearly, as in the window's own renderer. The same frame gives the
//! same pixels on every machine. It is slow and meant for tests only.

use std::collections::BTreeMap;

use egui::epaint::{ImageDelta, Primitive, Vertex};
use egui::{Color32, Context, FullOutput, ImageData, Mesh, Pos2, Rect, TextureId, TexturesDelta, pos2};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// A texture: its size, and its colors row by row.
struct Texture {
    size: [usize; 2],
    pixels: Vec<Color32>,
}

/// Renders frames into images.
#[derive(Default)]
pub struct Raster {
    textures: BTreeMap<u64, Texture>,
}

fn key(id: TextureId) -> u64 {
    match id {
        TextureId::Managed(id) => id,
        TextureId::User(id) => u64::MAX - id,
    }
}

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let set: BTreeMap<u64, Vec<ImageDelta>> =
            delta.set.drain().map(|(id, parts)| (key(id), parts.into_iter().collect())).collect();
        for (id, parts) in set {
            for part in parts {
                self.update(id, &part);
            }
        }
        // Freed textures may still be used in this frame. Tests have few textures, so keep them all.
        delta.free.clear();
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let (width, height) = (whole(size.x), whole(size.y));
        let mut canvas = Canvas { width, height, pixels: vec![Color32::BLACK; width * height] };
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = clipped.primitive else {
                return Err("paint callbacks are not supported".to_owned());
            };
            let Some(texture) = self.textures.get(&key(mesh.texture_id)) else { continue };
            canvas.mesh(&mesh, scaled(clipped.clip_rect, scale), scale, texture);
        }
        let bytes = canvas.pixels.iter().flat_map(Color32::to_array).collect();
        let (width, height) = (u32::try_from(width).unwrap_or(0), u32::try_from(height).unwrap_or(0));
        RgbaImage::from_raw(width, height, bytes).ok_or_else(|| "the image size does not match its data".to_owned())
    }
}

impl Raster {
    fn update(&mut self, id: u64, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        match delta.pos {
            None => {
                let texture = Texture { size: image.size, pixels: image.pixels.clone() };
                self.textures.insert(id, texture);
            }
            Some([left, top]) => {
                let Some(texture) = self.textures.get_mut(&id) else { return };
                for (row, line) in image.pixels.chunks(image.size[0]).enumerate() {
                    let start = (top + row) * texture.size[0] + left;
                    texture.pixels[start..start + line.len()].copy_from_slice(line);
                }
            }
        }
    }
}

fn scaled(rect: Rect, scale: f32) -> Rect {
    Rect::from_min_max((rect.min.to_vec2() * scale).to_pos2(), (rect.max.to_vec2() * scale).to_pos2())
}

/// Rounds a screen coordinate to whole pixels; negative values become 0.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "screens have a few thousand pixels")]
fn whole(value: f32) -> usize {
    value.round().max(0.0) as usize
}

#[expect(clippy::cast_precision_loss, reason = "screens have a few thousand pixels")]
fn float(value: usize) -> f32 {
    value as f32
}

struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
}

impl Canvas {
    fn mesh(&mut self, mesh: &Mesh, clip: Rect, scale: f32, texture: &Texture) {
        for corners in mesh.indices.chunks_exact(3) {
            let corner = |index: usize| {
                let vertex = mesh.vertices[corners[index] as usize];
                Vertex { pos: (vertex.pos.to_vec2() * scale).to_pos2(), ..vertex }
            };
            self.triangle([corner(0), corner(1), corner(2)], clip, texture);
        }
    }

    fn triangle(&mut self, corners: [Vertex; 3], clip: Rect, texture: &Texture) {
        let [a, b, c] = corners.map(|corner| corner.pos);
        let area = cross(a, b, c);
        if area == 0.0 || !area.is_finite() {
            return;
        }
        let bounds = Rect::from_points(&[a, b, c]).intersect(clip);
        let left = whole(bounds.left().floor());
        let right = whole(bounds.right().ceil()).min(self.width);
        let (left_clip, right_clip) = (whole(clip.left()), whole(clip.right()));
        let (top_clip, bottom_clip) = (whole(clip.top()), whole(clip.bottom()));
        let rows =
            whole(bounds.top().floor()).max(top_clip)..whole(bounds.bottom().ceil()).min(self.height).min(bottom_clip);
        let flat = corners.iter().all(|corner| corner.uv == corners[0].uv && corner.color == corners[0].color);
        let plain = flat.then(|| corners[0].color * texture.at(corners[0].uv));
        for y in rows {
            for x in left.max(left_clip)..right.min(right_clip) {
                let center = pos2(float(x) + 0.5, float(y) + 0.5);
                let weights = [cross(b, c, center) / area, cross(c, a, center) / area, cross(a, b, center) / area];
                let edges = [(b, c), (c, a), (a, b)];
                if !weights.iter().zip(edges).all(|(weight, edge)| is_inside(*weight, edge, area)) {
                    continue;
                }
                let color = plain.unwrap_or_else(|| shade(&corners, weights, texture));
                let pixel = &mut self.pixels[y * self.width + x];
                *pixel = over(color, *pixel);
            }
        }
    }
}

/// Returns whether a pixel is inside one edge of a triangle. A pixel on a shared edge belongs to one triangle only.
fn is_inside(weight: f32, (from, to): (Pos2, Pos2), area: f32) -> bool {
    if weight != 0.0 {
        return weight > 0.0;
    }
    let along = if area > 0.0 { to - from } else { from - to };
    along.y > 0.0 || (along.y == 0.0 && along.x < 0.0)
}

fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

fn shade(corners: &[Vertex; 3], weights: [f32; 3], texture: &Texture) -> Color32 {
    let mut uv = egui::Vec2::ZERO;
    let mut channels = [0.0; 4];
    for (corner, weight) in corners.iter().zip(weights) {
        uv += corner.uv.to_vec2() * weight;
        for (sum, channel) in channels.iter_mut().zip(corner.color.to_array()) {
            *sum += weight * f32::from(channel);
        }
    }
    color(channels) * texture.at(uv.to_pos2())
}

fn color(channels: [f32; 4]) -> Color32 {
    let [red, green, blue, alpha] = channels.map(byte);
    Color32::from_rgba_premultiplied(red, green, blue, alpha)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range of a byte")]
fn byte(value: f32) -> u8 {
    (value + 0.5).clamp(0.0, 255.0) as u8
}

/// Blends a premultiplied color over an opaque one.
fn over(top: Color32, below: Color32) -> Color32 {
    let rest = 255 - u16::from(top.a());
    let mix =
        |top: u8, below: u8| top.saturating_add(u8::try_from((u16::from(below) * rest + 127) / 255).unwrap_or(255));
    let (t, b) = (top.to_array(), below.to_array());
    Color32::from_rgba_premultiplied(mix(t[0], b[0]), mix(t[1], b[1]), mix(t[2], b[2]), 255)
}

impl Texture {
    /// Samples the texture at coordinates from 0 to 1, interpolating between the four nearest pixels.
    fn at(&self, uv: Pos2) -> Color32 {
        let [width, height] = self.size;
        let x = (uv.x * float(width) - 0.5).clamp(0.0, float(width - 1));
        let y = (uv.y * float(height) - 0.5).clamp(0.0, float(height - 1));
        let (left, top) = (whole(x.floor()), whole(y.floor()));
        let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
        let (share_x, share_y) = (x - float(left), y - float(top));
        let get = |x: usize, y: usize| self.pixels[y * width + x].to_array().map(f32::from);
        let around = [get(left, top), get(right, top), get(left, bottom), get(right, bottom)];
        let shares = [
            (1.0 - share_x) * (1.0 - share_y),
            share_x * (1.0 - share_y),
            (1.0 - share_x) * share_y,
            share_x * share_y,
        ];
        let mut sum = [0.0; 4];
        for (color, share) in around.iter().zip(shares) {
            for (total, channel) in sum.iter_mut().zip(color) {
                *total += share * channel;
            }
        }
        color(sum)
    }
}
