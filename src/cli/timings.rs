//! Milliseconds of each phase that ran, as one line of JSON.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Map, Value};

use crate::file::Phases;

use super::process::{age, peak_mib, processor_time};

/// What the phases took; clones share one record.
#[derive(Clone)]
pub struct Timings {
    on: bool,
    begun: Instant,
    phases: Arc<Mutex<Map<String, Value>>>,
}

impl Timings {
    /// A record that begins now; `on` decides whether it is ever printed.
    #[must_use]
    pub fn new(on: bool) -> Self {
        Self {
            on,
            begun: Instant::now(),
            phases: Arc::default(),
        }
    }

    /// Whether the record is printed.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.on
    }

    /// Adds `took` to `phase`.
    pub fn add(&self, phase: &str, took: Duration) {
        let mut phases = self.phases.lock().unwrap_or_else(PoisonError::into_inner);
        let before = phases.get(phase).and_then(Value::as_f64).unwrap_or(0.0);
        phases.insert(phase.to_owned(), milliseconds(took, before));
    }

    /// Adds what the phases of a reading took.
    pub fn add_phases(&self, took: &Phases) {
        self.add("read", took.read);
        self.add("parse", took.parse);
        self.add("check", took.check);
    }

    /// Does `work` and adds what it took to `phase`.
    pub fn time<T>(&self, phase: &str, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let done = work();
        self.add(phase, begun.elapsed());
        done
    }

    /// Does `work` and adds what it took to `phase`, and the processor time of all threads to
    /// `phase_cpu`.
    pub fn time_cpu<T>(&self, phase: &str, work: impl FnOnce() -> T) -> T {
        let before = processor_time();
        let done = self.time(phase, work);
        self.add(
            &format!("{phase}_cpu"),
            processor_time().saturating_sub(before),
        );
        done
    }

    /// Prints the line of the window: the first frame has been presented.
    pub fn first_frame(&self) {
        self.add("first_frame", age().unwrap_or_else(|| self.begun.elapsed()));
        self.print();
    }

    /// Prints the line to stderr, where it is wanted.
    pub fn print(&self) {
        if !self.on {
            return;
        }
        self.add("total", self.begun.elapsed());
        let mut phases = self.phases.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(peak) = peak_mib() {
            phases.insert("peak_mib".to_owned(), milliseconds(Duration::ZERO, peak));
        }
        eprintln!("{}", Value::Object(phases.clone()));
    }
}

/// Milliseconds to the microsecond, so that the line stays readable.
fn milliseconds(took: Duration, before: f64) -> Value {
    let ms = before + took.as_secs_f64() * 1000.0;
    Value::from((ms * 1000.0).round() / 1000.0)
}
