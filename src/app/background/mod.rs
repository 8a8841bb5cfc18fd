//! Background work: jobs that run on their own threads while the window keeps drawing.
//!
//! - [`task`]: one job at a time, shown in a sheet, whose single result changes the window's state.
//! - [`probe`]: jobs without a sheet that report repeatedly, such as the search for turning points.

pub mod probe;
pub mod task;
