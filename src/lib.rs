//! Throughline: a documented story, shown whole.
pub mod app;
pub mod cli;
pub mod details;
pub mod file;
pub mod index;
pub mod map;
pub mod scene;
pub mod story;
pub mod timeline;
pub mod view;
