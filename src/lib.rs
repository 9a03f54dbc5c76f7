//! Throughline: a documented story, shown whole.
pub mod index;
pub mod scene;
pub mod story;
pub mod view;
