//! Cache of readings, keyed by text.
//!
//! A reading depends only on the text, so it can be cached. This matters because the branches of a what-if analysis
//! publish the same statements thousands of times. Clones share one cache, even across threads. A full cache is
//! cleared, which costs time but does not change any result.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::{Reading, read_in};

/// Maximum number of cached texts.
const MOST: usize = 4096;

/// Analyzed texts with their readings. The value is `None` if the text could not be analyzed.
type Known = BTreeMap<Arc<str>, Option<Arc<Reading>>>;

/// Cache of readings for texts of one language.
#[derive(Clone, Debug, Default)]
pub struct ReadingCache(Arc<RwLock<Known>>);

impl ReadingCache {
    /// Returns the cached reading of a text, or analyzes it with [`read_in`].
    pub fn read(&self, language: &str, text: &str) -> Option<Arc<Reading>> {
        // A poisoned lock is safe to use: each update is a single call that leaves the map intact.
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(text) {
            return known.clone();
        }
        let reading = read_in(language, text).map(Arc::new);
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(text.into(), reading.clone());
        reading
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn earlier_readings_are_returned_from_the_cache() {
        let memo = ReadingCache::default();
        let text = "We are sorry. Names and addresses of 1,200 customers were copied.";
        let first = memo.read("en", text).unwrap();
        assert!(Arc::ptr_eq(&first, &memo.clone().read("en", text).unwrap()));
        assert_eq!(*first, read_in("en", text).unwrap());
        assert!(memo.read("en", "…").is_none() && memo.read("en", "…").is_none());
    }

    #[test]
    fn the_cache_evicts_old_texts_and_rereads_them() {
        let memo = ReadingCache::default();
        for number in 0..=MOST {
            memo.read("xx", &number.to_string());
        }
        assert_eq!(memo.0.read().unwrap().len(), 1);
    }
}
