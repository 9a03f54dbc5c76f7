//! Writes a large story that nobody lived: `generate --events N --actors M --seed S -o FILE`.
//!
//! The same arguments give the same bytes. What a passage says is needed before the event that rests
//! on it is written, so the chronicle is told twice, and nothing is kept.

mod cast;
mod chance;
mod chronicle;
mod dates;
mod story;
mod telling;
mod titles;

use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

pub use story::{Size, write_story};

/// Writes a large story that nobody lived.
#[derive(Parser)]
struct Arguments {
    /// How many events.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    events: u64,
    /// How many actors, at least 12 [default: a hundredth of the events, at most 4,000]
    #[arg(long, value_name = "M")]
    actors: Option<u64>,
    /// Another seed is another story.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The story file to write.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let size = Size::new(arguments.events, arguments.actors, arguments.seed);
    match write(&arguments.output, size) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", arguments.output.display());
            ExitCode::from(3)
        }
    }
}

fn write(path: &std::path::Path, size: Size) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    write_story(&mut out, size)?;
    out.flush()
}
