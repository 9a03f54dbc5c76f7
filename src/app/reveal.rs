//! Shows a file in the system's file manager.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::scene::svg::fragment;

/// Opens the folder of `path` in the file manager, with the file marked where the system can do that.
/// Returns once the file manager has been asked, which may take a while.
///
/// # Errors
/// Where nothing on the system shows folders.
pub fn reveal(path: &Path) -> io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    let asked = if cfg!(target_os = "macos") {
        done(Command::new("open").arg("-R").arg(path))
    } else if cfg!(windows) {
        // Explorer ends with 1 even where all is well.
        return Command::new("explorer")
            .arg(format!("/select,{}", path.display()))
            .spawn()
            .map(drop);
    } else {
        let uri = uri(path);
        done(Command::new("dbus-send").args([
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.FileManager1",
            "--type=method_call",
            "/org/freedesktop/FileManager1",
            "org.freedesktop.FileManager1.ShowItems",
            &format!("array:string:{uri}"),
            "string:",
        ]))
    };
    asked.or_else(|_| done(Command::new("xdg-open").arg(folder)))
}

/// Runs `command` without a word; an error where it ends with one.
fn done(command: &mut Command) -> io::Result<()> {
    let quiet = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let status = quiet.status()?;
    if status.success() {
        Ok(())
    } else {
        Err(io::Error::other(status.to_string()))
    }
}

/// A file's address; a comma in it would part a list of addresses, and is therefore encoded too.
fn uri(path: &Path) -> String {
    format!("file://{}", fragment(&path.to_string_lossy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_nothing_that_could_be_read_otherwise() {
        let path = Path::new("/tmp/a b,c/été#1?.png");
        assert_eq!(uri(path), "file:///tmp/a%20b%2Cc/%C3%A9t%C3%A9%231%3F.png");
    }
}
