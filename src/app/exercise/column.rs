//! The widths of the side columns, shared by the exercise and the replay.

/// The width below which the side columns become narrow, in points.
pub const NARROW: f32 = 1280.0;
