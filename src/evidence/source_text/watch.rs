//! What ends a reading early.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::Problem;

/// Looks at whether a reading was cancelled, or has taken too long.
#[derive(Clone, Copy, Debug)]
pub(super) struct Watch<'a> {
    cancel: &'a AtomicBool,
    until: Instant,
}

impl<'a> Watch<'a> {
    pub(super) fn new(cancel: &'a AtomicBool, patience: Duration) -> Self {
        let now = Instant::now();
        Self {
            cancel,
            // So long a patience that no clock counts it is a day's.
            until: now
                .checked_add(patience)
                .unwrap_or_else(|| now + Duration::from_hours(24)),
        }
    }

    /// An error where the reading is to end.
    pub(super) fn check(&self) -> Result<(), Problem> {
        if self.cancel.load(Ordering::Relaxed) {
            Err(Problem::Cancelled)
        } else if Instant::now() >= self.until {
            Err(Problem::Timeout)
        } else {
            Ok(())
        }
    }

    /// As [`check`](Self::check), at every 4096th of those that are counted.
    pub(super) fn check_at(&self, count: usize) -> Result<(), Problem> {
        if count.is_multiple_of(4096) {
            self.check()
        } else {
            Ok(())
        }
    }
}
