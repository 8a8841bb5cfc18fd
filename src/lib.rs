//! Golden Hour: crisis drills for a data breach at an online retailer.

pub mod diagnostic;
pub mod id;
pub mod scenario;
pub mod time;
