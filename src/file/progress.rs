//! How far a reading or another long work is, and whether it is still wanted.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use crate::language::say;

/// Shared between the thread that works and the one that shows how far it is.
#[derive(Debug, Default)]
pub struct Progress {
    cancelled: AtomicBool,
    /// In millionths.
    done: AtomicU32,
    /// The share of the whole that the stage under way begins and ends with, in millionths.
    stage: [AtomicU32; 2],
}

/// The reading is no longer wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("problem-reading-cancelled"))]
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
        self.done.store(millionths(done), Ordering::Relaxed);
        self.check()
    }

    /// Begins a stage of the work that takes it from one share of the whole, from 0 to 1, to another.
    pub(super) fn stage(&self, from: f32, to: f32) {
        self.stage[0].store(millionths(from), Ordering::Relaxed);
        self.stage[1].store(millionths(to), Ordering::Relaxed);
        self.done.store(millionths(from), Ordering::Relaxed);
    }

    /// Notes that `done` of `all` bytes of the stage under way are read.
    pub(super) fn reach(&self, done: usize, all: usize) -> Result<(), Cancelled> {
        let from = u64::from(self.stage[0].load(Ordering::Relaxed));
        let to = match u64::from(self.stage[1].load(Ordering::Relaxed)) {
            0 => 1_000_000,
            to => to,
        };
        let (done, all) = ((done as u64).min(all as u64), (all as u64).max(1));
        let reached = from + (to.saturating_sub(from) * done) / all;
        self.done.store(
            u32::try_from(reached).unwrap_or(1_000_000),
            Ordering::Relaxed,
        );
        self.check()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 to 1,000,000"
)]
fn millionths(share: f32) -> u32 {
    (share.clamp(0.0, 1.0) * 1_000_000.0) as u32
}
