//! Texts that were read before, with what was read.
//!
//! A reading follows from the text alone, so that it may be kept: branches of a what-if publish the same statements
//! thousands of times. Clones share what they keep, over threads, too. Where too many texts have come together, all are
//! forgotten; that costs time and changes nothing.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::{Reading, read_in};

/// The most texts that are kept.
const MOST: usize = 4096;

/// Texts by themselves, with what was read where they could be.
type Known = BTreeMap<Arc<str>, Option<Arc<Reading>>>;

/// Texts of one language that were read before.
#[derive(Clone, Debug, Default)]
pub struct ReadingCache(Arc<RwLock<Known>>);

impl ReadingCache {
    /// Reads a text as [`read_in`] does, or remembers what was read.
    pub fn read(&self, language: &str, text: &str) -> Option<Arc<Reading>> {
        // Whoever stopped while holding the lock has left it as it was.
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
    fn what_was_read_before_comes_back() {
        let memo = ReadingCache::default();
        let text = "We are sorry. Names and addresses of 1,200 customers were copied.";
        let first = memo.read("en", text).unwrap();
        assert!(Arc::ptr_eq(&first, &memo.clone().read("en", text).unwrap()));
        assert_eq!(*first, read_in("en", text).unwrap());
        assert!(memo.read("en", "…").is_none() && memo.read("en", "…").is_none());
    }

    #[test]
    fn too_many_texts_are_forgotten_and_read_again() {
        let memo = ReadingCache::default();
        for number in 0..=MOST {
            memo.read("xx", &number.to_string());
        }
        assert_eq!(memo.0.read().unwrap().len(), 1);
    }
}
