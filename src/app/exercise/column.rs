//! Layout of the side columns, shared by the exercise and the replay.

/// Window width below which the side columns use their narrow layout, in points.
pub const NARROW: f32 = 1280.0;
