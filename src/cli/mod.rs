//! The command line: a contract that others script against.

mod args;
mod check;
mod export;
mod export_view;
mod format;
mod generate;
mod import;
mod map_args;
pub mod process;
mod quote;
mod telling;
pub mod timings;

use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use crate::language::{Language, say};

pub use args::{Args, Subcommand};
pub use timings::Timings;

/// How a run ended; the numbers are part of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// All is fine.
    Fine = 0,
    /// The story has errors.
    StoryErrors = 1,
    /// The call is wrong.
    Usage = 2,
    /// A file could not be read or written.
    Io = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Runs the program as the arguments say; opens the window where they name no other work.
#[must_use]
pub fn run() -> ExitCode {
    // Wrong arguments are told of while they are read.
    Language::of_system().choose();
    // Clap ends the process itself on --help, --version and wrong calls, with 0 or 2.
    let args = Args::parse();
    if let Some(language) = args.language {
        language.choose();
    }
    let timings = Timings::new(args.timings);
    let own = args.story.is_some() || args.renderer.is_some() || args.generate.is_some();
    if args.command.is_some() && own {
        eprintln!("{}", say!("cli-subcommand"));
        return Exit::Usage.into();
    }
    let exit = match args.command {
        Some(Subcommand::Check(check)) => check::run(&check, &timings),
        Some(Subcommand::Export(export)) => export::run(&export, &timings),
        Some(Subcommand::Import(import)) => import::run(&import),
        Some(Subcommand::Quote(quote)) => quote::run(&quote),
        None => match &args.generate {
            Some(folder) => generate::run(folder),
            None => window(&args, &timings),
        },
    };
    if args_print_timings(exit) {
        timings.print();
    }
    exit.into()
}

/// A wrong call has no phases worth printing.
fn args_print_timings(exit: Exit) -> bool {
    exit != Exit::Usage
}

fn window(args: &Args, timings: &Timings) -> Exit {
    let options = crate::app::Options {
        story: args.story.clone(),
        renderer: args.renderer,
        language: args.language,
        first_frame: timings.is_on().then(|| {
            let timings = timings.clone();
            Box::new(move || timings.first_frame()) as Box<dyn FnOnce() + Send>
        }),
    };
    match crate::app::run(options) {
        Ok(()) => Exit::Fine,
        Err(error) => {
            eprintln!("{}", say!("cli-error", message = error.to_string()));
            let story = args
                .story
                .as_deref()
                .map_or("STORY".into(), Path::to_string_lossy);
            eprintln!("{}", say!("cli-no-window", story = story));
            Exit::Io
        }
    }
}
