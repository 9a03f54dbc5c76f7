//! What the process that reads a PDF may take.

use std::io;

/// Limits this process to the files that it has open, 20 seconds of the processor and 1 GiB of memory more
/// than it has, where the system knows such limits. It cannot be undone.
///
/// # Errors
/// Where the system refuses a limit that it knows.
#[cfg(unix)]
pub(super) fn confine() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};

    const SECONDS: u64 = 20;
    const MEMORY: u64 = 1 << 30;
    let limit = |resource, soft, hard| {
        let limits = Rlimit {
            current: Some(soft),
            maximum: Some(hard),
        };
        setrlimit(resource, limits).map_err(io::Error::from)
    };
    let taken = address_space();
    limit(Resource::Core, 0, 0)?;
    limit(Resource::Fsize, 0, 0)?;
    limit(Resource::Nofile, 3, 3)?;
    limit(Resource::Cpu, SECONDS, SECONDS + 1)?;
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    limit(Resource::Nproc, 0, 0)?;
    let memory = [
        limit(Resource::Data, MEMORY, MEMORY),
        // An allocator may have set address space aside that it does not use.
        limit(Resource::As, MEMORY + taken, MEMORY + taken),
    ];
    if cfg!(target_os = "linux") {
        memory.into_iter().collect()
    } else {
        // Elsewhere these may be known and not kept, or refused below what is taken already.
        Ok(())
    }
}

/// Bytes of address space that this process has taken; 0 where the system does not say.
#[cfg(unix)]
fn address_space() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmSize:"));
    let kibibytes =
        line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kibibytes.unwrap_or(0) << 10
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "other systems refuse limits")]
pub(super) fn confine() -> io::Result<()> {
    Ok(())
}
