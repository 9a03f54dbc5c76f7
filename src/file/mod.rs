//! Story files: read with every problem found in one go, checked, reported, written.
//!
//! A file is read in three steps. [`lex`] and [`parse`] turn text into records one by one and put
//! back what was forgotten; [`records`] turns each record's fields into a draft; [`resolve`] turns
//! drafts into a story once every id is known. Each step reports into one list and goes on. What is
//! written as it should be takes a shorter way through [`swift`], in parts at once.

mod append;
mod beside;
mod brackets;
mod dates;
mod decode;
mod drafts;
mod fields;
mod gather;
mod lex;
mod load;
mod locate;
mod lookup;
mod parse;
mod parts;
mod problem;
mod progress;
mod records;
mod report;
mod resolve;
mod schema;
mod steps;
mod swift;
mod tree;
mod unused;
mod watch;
mod wholes;
mod wire;
mod write;

pub use beside::{BESIDE_FORMAT, BesideError, beside, load_beside, read_beside, save_beside};
pub use load::{LoadError, Loaded, MOST_BYTES, Phases, load, load_str};
pub use locate::{Told, located, place_in_steps};
pub use problem::{Code, MOST_PROBLEMS, Place, Problem, Severity};
pub use progress::{Cancelled, Progress};
pub use records::FORMAT;
pub use report::{counts, report_json, report_text, summary};
pub use schema::nearest;
pub use watch::{Change, Stamp, Watch};
pub use wire::{Plain, steps_to_ron, to_json, to_ron};
pub use write::{sweep, write_atomically};
