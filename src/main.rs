//! Parses the arguments and hands over.

use std::process::ExitCode;

/// glibc's allocator gives memory back and takes it again every frame; this one keeps it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    env_logger::init();
    throughline::cli::run()
}
