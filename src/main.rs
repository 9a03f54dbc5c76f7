//! Parses the arguments and hands over.

use std::process::ExitCode;

use throughline::evidence::source_text::{READ_PDF, read_pdf};

/// glibc's allocator gives memory back and takes it again every frame; this one keeps it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // The process that reads a PDF confines itself before anything else.
    if std::env::args_os()
        .nth(1)
        .is_some_and(|first| first == READ_PDF)
    {
        return read_pdf();
    }
    let logged = env_logger::Env::default().default_filter_or(throughline::app::LOGGED);
    env_logger::Builder::from_env(logged).init();
    throughline::cli::run()
}
