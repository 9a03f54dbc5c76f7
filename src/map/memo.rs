//! Keeps what was made of a key last, for those who ask for the same again.

use std::fmt::{self, Debug, Formatter};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The last thing made, with the key that it was made of. Copies begin empty, and all are equal: what is
/// kept can be made again.
pub(super) struct Memo<K, V>(Mutex<Option<(K, Arc<V>)>>);

impl<K: PartialEq, V> Memo<K, V> {
    /// What `make` makes of `key`, unless it is there already.
    pub(super) fn of(&self, key: K, make: impl FnOnce(&K) -> V) -> Arc<V> {
        if let Some(held) = self.held(&key) {
            return held;
        }
        let made = Arc::new(make(&key));
        *self.lock() = Some((key, Arc::clone(&made)));
        made
    }

    /// What was made of `key`, if that was made last.
    pub(super) fn held(&self, key: &K) -> Option<Arc<V>> {
        match &*self.lock() {
            Some((held, made)) if held == key => Some(Arc::clone(made)),
            _ => None,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<(K, Arc<V>)>> {
        // Whoever panicked left either the old thing whole or the new one.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<K, V> Clone for Memo<K, V> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<K, V> PartialEq for Memo<K, V> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<K, V> Debug for Memo<K, V> {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.write_str("Memo")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_not_made_again() {
        let memo = Memo::default();
        assert_eq!(memo.held(&3), None);
        assert_eq!(*memo.of(3, |key| key * 2), 6);
        assert_eq!(*memo.of(3, |_| 0), 6);
        assert_eq!(*memo.of(4, |key| key * 2), 8);
        assert_eq!(memo.held(&3), None);
    }
}
