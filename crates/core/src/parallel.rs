//! Maps over lists on all processors, or one after the other without the feature `native`.
//!
//! Results are in the order of the list either way, so that no result depends on the number of threads.

/// Returns what a function makes of each item, in order.
#[cfg(feature = "native")]
pub(crate) fn map<T: Send, R: Send>(items: Vec<T>, function: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
    use rayon::iter::{IntoParallelIterator, ParallelIterator};
    items.into_par_iter().map(function).collect()
}

/// Returns what a function makes of each item, in order.
#[cfg(not(feature = "native"))]
pub(crate) fn map<T, R>(items: Vec<T>, function: impl Fn(T) -> R) -> Vec<R> {
    items.into_iter().map(function).collect()
}

/// Returns how many items are mapped at the same time.
#[cfg(feature = "native")]
pub(crate) fn threads() -> usize {
    rayon::current_num_threads()
}

/// Returns how many items are mapped at the same time.
#[cfg(not(feature = "native"))]
pub(crate) fn threads() -> usize {
    1
}
