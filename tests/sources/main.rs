//! The texts of sources, read whatever they hold.

mod any;
mod common;
mod hostile;
mod pdf;
