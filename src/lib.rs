//! Throughline: a documented story, shown whole.
pub mod story;
