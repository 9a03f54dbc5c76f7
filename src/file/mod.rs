//! STUB
#![allow(missing_docs)]
use crate::story::Story;
use std::path::Path;
use std::sync::Arc;
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Severity {
    Error,
    Warning,
}
#[derive(Clone, Debug)]
pub struct Problem {
    pub severity: Severity,
    pub line: Option<u32>,
    pub column: Option<u32>,
    pub message: String,
    pub suggestion: Option<String>,
}
pub struct Loaded {
    pub story: Arc<Story>,
    pub problems: Vec<Problem>,
    pub text: Arc<str>,
}
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error("x")]
    Cancelled,
}
#[derive(Default)]
pub struct Progress;
impl Progress {
    pub fn cancel(&self) {}
    pub fn is_cancelled(&self) -> bool {
        false
    }
    pub fn cancel_flag(&self) -> &std::sync::atomic::AtomicBool {
        static F: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);
        &F
    }
    pub fn fraction(&self) -> f32 {
        0.0
    }
}
pub fn load(_p: &Path, _g: &Progress) -> Result<Loaded, LoadError> {
    Err(LoadError::Cancelled)
}
pub fn load_str(_p: &str, _t: &str, _g: &Progress) -> Result<Loaded, LoadError> {
    Err(LoadError::Cancelled)
}
pub fn write_atomically(p: &Path, b: &[u8]) -> std::io::Result<()> {
    std::fs::write(p, b)
}
