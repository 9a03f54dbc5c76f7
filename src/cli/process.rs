//! What this process has used, as the system counts it: for `--timings` and the benchmarks.

use std::time::Duration;

/// The time that all threads have spent on a processor; nothing where the system has no such clock.
#[must_use]
pub fn processor_time() -> Duration {
    #[cfg(unix)]
    let spent = clock(rustix::time::ClockId::ProcessCPUTime);
    #[cfg(not(unix))]
    let spent = Duration::ZERO;
    spent
}

/// The time that this thread has spent on a processor, whatever else the machine does; the time of day
/// where the system has no such clock.
#[must_use]
pub fn thread_time() -> Duration {
    #[cfg(unix)]
    let spent = clock(rustix::time::ClockId::ThreadCPUTime);
    #[cfg(not(unix))]
    let spent = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    spent
}

#[cfg(unix)]
fn clock(of: rustix::time::ClockId) -> Duration {
    let time = rustix::time::clock_gettime(of);
    let nanos = u32::try_from(time.tv_nsec).unwrap_or(0);
    Duration::new(time.tv_sec.unsigned_abs(), nanos)
}

/// How long ago the process began, to a hundredth of a second; unknown where the system keeps no such
/// record.
#[must_use]
pub fn age() -> Option<Duration> {
    #[cfg(target_os = "linux")]
    let age = recorded_age();
    #[cfg(not(target_os = "linux"))]
    let age = None;
    age
}

#[cfg(target_os = "linux")]
fn recorded_age() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name in parentheses may hold spaces; the start time is the 20th field after it.
    let fields = stat.rsplit_once(") ")?.1;
    let ticks: f64 = fields.split(' ').nth(19)?.parse().ok()?;
    let now = clock(rustix::time::ClockId::Boottime);
    // The kernel counts 100 to the second for user space on every architecture that Linux names.
    now.checked_sub(Duration::try_from_secs_f64(ticks / 100.0).ok()?)
}

/// The memory that the process holds, in MiB; unknown where the system keeps no such record.
#[must_use]
pub fn held_mib() -> Option<f64> {
    status_mib("VmRSS:")
}

/// The most memory that the process has held at once, in MiB; unknown where the system keeps no such
/// record.
#[must_use]
pub fn peak_mib() -> Option<f64> {
    status_mib("VmHWM:")
}

fn status_mib(name: &str) -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kib: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some((kib / 1024.0 * 10.0).round() / 10.0)
}
