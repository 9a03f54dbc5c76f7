//! How far a reading or another long work is, and whether it is still wanted.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// Shared between the thread that works and the one that shows how far it is.
#[derive(Debug, Default)]
pub struct Progress {
    cancelled: AtomicBool,
    /// In millionths.
    done: AtomicU32,
}

/// The reading is no longer wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the reading was cancelled")]
pub struct Cancelled;

impl Progress {
    /// Asks whoever reads to stop.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the reading is no longer wanted.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// The flag itself, for work that knows nothing of files.
    #[must_use]
    pub fn cancel_flag(&self) -> &AtomicBool {
        &self.cancelled
    }

    /// How much is done, from 0 to 1.
    #[must_use]
    pub fn fraction(&self) -> f32 {
        f32::from(u16::try_from(self.done.load(Ordering::Relaxed) / 100).unwrap_or(10_000))
            / 10_000.0
    }

    /// Fails if the reading is no longer wanted.
    pub(super) fn check(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() {
            Err(Cancelled)
        } else {
            Ok(())
        }
    }

    /// Notes that a share of the work, from 0 to 1, is done.
    ///
    /// # Errors
    /// Where the work is no longer wanted.
    pub fn reach_share(&self, done: f32) -> Result<(), Cancelled> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 1,000,000"
        )]
        let millionths = (done.clamp(0.0, 1.0) * 1_000_000.0) as u32;
        self.done.store(millionths, Ordering::Relaxed);
        self.check()
    }

    /// Notes that `done` of `all` bytes are read.
    pub(super) fn reach(&self, done: usize, all: usize) -> Result<(), Cancelled> {
        let millionths = (done as u64).saturating_mul(1_000_000) / (all as u64).max(1);
        self.done.store(
            u32::try_from(millionths).unwrap_or(1_000_000),
            Ordering::Relaxed,
        );
        self.check()
    }
}
