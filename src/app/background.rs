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
        // Nobody listens any more where something else was asked for, or the window has closed.
        let _ = sender.send(work());
        ctx.request_repaint();
    });
    receiver
}
