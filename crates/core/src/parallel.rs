//! Maps over lists on all processors, or sequentially without the `native` feature.
//!
//! Results keep the order of the input in both cases, so no result depends on the number of threads.

/// Applies a function to each item in parallel and returns the results in order.
#[cfg(feature = "native")]
pub(crate) fn map<T: Send, R: Send>(items: Vec<T>, function: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
    use rayon::iter::{IntoParallelIterator, ParallelIterator};
    items.into_par_iter().map(function).collect()
}

/// Applies a function to each item and returns the results in order.
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
