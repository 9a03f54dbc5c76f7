//! What claims rest on: how much, who says so, and whether their quotations stand in their sources.

mod carry;
mod paragraphs;
pub mod quote;
pub mod source_text;
mod state;
mod verification;
mod verify;
mod warnings;
mod weight;

pub use state::State;
pub use verification::{Checked, Found, Reading, Sourced, Verification, code};
pub use verify::verify;
pub use warnings::{Warning, problems, warnings};
pub use weight::{Speaker, Tallies, Tally, Weight};
