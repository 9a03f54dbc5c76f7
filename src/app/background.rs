//! Work off the thread that paints.

use std::sync::mpsc::{Receiver, channel};
use std::thread;

use eframe::egui::Context;

/// Begins `work` on a thread of its own, and wakes the window once its answer can be received.
pub fn begin<T: Send + 'static>(
    ctx: &Context,
    work: impl FnOnce() -> T + Send + 'static,
) -> Receiver<T> {
    let (sender, receiver) = channel();
    let ctx = ctx.clone();
    thread::spawn(move || {
        let _wakes = Wakes(|| ctx.request_repaint());
        // Let go of before the window wakes, which sees then also that work broke off.
        let sender = sender;
        // Nobody listens any more where something else was asked for, or the window has closed.
        let _ = sender.send(work());
    });
    receiver
}

/// Wakes somebody once it is let go of, however that comes about.
pub struct Wakes<F: Fn()>(pub F);

impl<F: Fn()> Drop for Wakes<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn work_that_breaks_off_wakes_the_window_and_is_seen_to_have_ended() {
        let ctx = Context::default();
        let woken = Arc::new(AtomicUsize::new(0));
        let counts = Arc::clone(&woken);
        ctx.set_request_repaint_callback(move |_| {
            counts.fetch_add(1, Ordering::SeqCst);
        });
        let answer = begin(&ctx, || -> u8 { panic!("on purpose") });
        assert!(answer.recv().is_err());
        while woken.load(Ordering::SeqCst) == 0 {
            thread::yield_now();
        }
    }
}
