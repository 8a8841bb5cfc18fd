//! Background work: jobs that run on threads of their own while the window keeps drawing.
//!
//! - [`task`]: one job at a time, shown in a sheet, with one result that changes the window's state.
//! - [`probe`]: jobs without a sheet that report again and again, such as the search for turning points.

pub mod probe;
pub mod task;
