//! The window as a screen reader sees it: the names and states that go over the accessibility bus, and what
//! the window does when it is asked over it.
//!
//! Needs Xvfb, dbus, at-spi2-core and python3-pyatspi. Where they are missing the test says so and passes,
//! unless `THROUGHLINE_WINDOW=required` is set, as in .ci/run.

use std::path::Path;
use std::process::{Command, Stdio};

const LAUNCHER: &str = "/usr/libexec/at-spi-bus-launcher";
/// Debian's own, which has the bindings.
const PYTHON: &str = "/usr/bin/python3";

/// Starts a display, the accessibility bus with a screen reader said to listen, and the window; then the
/// script. All of them end with the session bus.
const SESSION: &str = r#"
set -u
Xvfb -displayfd 5 -screen 0 1440x1000x24 -nolisten tcp 5>"$HOME/display" 2>/dev/null &
while [ ! -s "$HOME/display" ]; do sleep 0.1; done
DISPLAY=":$(cat "$HOME/display")"
export DISPLAY
"$LAUNCHER" --launch-immediately 2>/dev/null &
say() {
    dbus-send --session --dest=org.a11y.Bus --print-reply /org/a11y/bus \
        org.freedesktop.DBus.Properties.Set string:org.a11y.Status "string:$1" variant:boolean:true >/dev/null 2>&1
}
until say IsEnabled && say ScreenReaderEnabled; do sleep 0.1; done
LANGUAGE=en "$WINDOW" 2>"$HOME/window.log" &
"$PYTHON" "$SCRIPT"
came=$?
kill $(jobs -p) 2>/dev/null
exit $came
"#;

fn is_ready() -> bool {
    let runs = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        command
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    Path::new(LAUNCHER).exists()
        && runs("sh", &["-c", "command -v Xvfb dbus-run-session dbus-send"])
        && runs(PYTHON, &["-c", "import pyatspi"])
}

#[test]
fn a_screen_reader_finds_every_name_and_can_select_an_event_and_use_the_menus() {
    if !is_ready() {
        let required = std::env::var_os("THROUGHLINE_WINDOW").is_some_and(|v| v == "required");
        assert!(
            !required,
            "Xvfb, dbus, at-spi2-core or python3-pyatspi is missing"
        );
        eprintln!("skipped: Xvfb, dbus, at-spi2-core or python3-pyatspi is missing");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screen_reader/session.py");
    let output = Command::new("dbus-run-session")
        .args(["--", "bash", "-c", SESSION])
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.path())
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env("LAUNCHER", LAUNCHER)
        .env("PYTHON", PYTHON)
        .env("SCRIPT", script)
        .env("WINDOW", env!("CARGO_BIN_EXE_throughline"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let log = std::fs::read_to_string(home.path().join("window.log")).unwrap_or_default();
    assert!(output.status.success(), "{said}\nthe window said: {log}");
}
