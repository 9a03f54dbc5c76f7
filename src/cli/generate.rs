//! `throughline --generate`: the files by which desktops and shells know the program, below a folder
//! such as `/usr` or `~/.local`.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use crate::app::APP_ID;
use crate::file::write_atomically;
use crate::language::say;
use crate::scene::png::{encode, square};

use super::Exit;
use super::args::Args;

/// The sides of icons, in pixels, for desktops that cannot draw SVG.
const SIDES: [u16; 6] = [16, 24, 32, 48, 64, 128];
const ICON: &str = include_str!("../../assets/icon.svg");
const STORY_ICON: &str = include_str!("../../assets/story-file.svg");
const LAUNCHER: &str = include_str!("../../assets/throughline.desktop");
const FILE_TYPE: &str = include_str!("../../assets/throughline-mime.xml");
const METAINFO: &str = include_str!("../../assets/throughline.metainfo.xml");

/// The type of story files, as `assets/throughline-mime.xml` declares it.
const STORY_TYPE: &str = "application/x-throughline-story";

/// What every page says besides its options.
const EXIT_STATUS: &str = r#".SH "EXIT STATUS"
.TP
\fB0\fR
All is fine.
.TP
\fB1\fR
The story has errors.
.TP
\fB2\fR
The call is wrong.
.TP
\fB3\fR
A file could not be read or written, or the window could not be opened.
"#;

/// What the page of the program itself says besides.
const FILES: &str = r".SH FILES
.TP
\fINAME\fR.story.ron
A story. Desktops open files with this ending by a double-click.
.TP
\fINAME\fR.view.ron
How the story NAME.ron was left: written by the program beside it, and safe to delete.
.TP
\fI$XDG_CONFIG_HOME\fR/throughline/settings.ron
Settings of the window; \fI~/.config\fR where the variable is not set.
";

/// Writes every file and prints its path.
pub(super) fn run(below: &Path) -> Exit {
    match write(&below.join("share")) {
        Ok(written) => {
            let list: String = written
                .iter()
                .map(|path| format!("{}\n", path.display()))
                .collect();
            // Nobody reads on in a pipe that has closed.
            let _ = io::stdout().write_all(list.as_bytes());
            Exit::Fine
        }
        Err((path, error)) => {
            let message = format!("{}: {error}", path.display());
            eprintln!("{}", say!("cli-error", message = message));
            Exit::Io
        }
    }
}

fn write(share: &Path) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let files = files().map_err(|error| (share.to_owned(), error))?;
    files
        .into_iter()
        .map(|(name, bytes)| {
            let path = share.join(name);
            let folder = path.parent().unwrap_or(share);
            match fs::create_dir_all(folder).and_then(|()| write_atomically(&path, &bytes)) {
                Ok(()) => Ok(path),
                Err(error) => Err((path, error)),
            }
        })
        .collect()
}

/// Every file by its path below `share`.
fn files() -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut files = vec![
        (format!("applications/{APP_ID}.desktop"), LAUNCHER.into()),
        (format!("mime/packages/{APP_ID}.xml"), FILE_TYPE.into()),
        (format!("metainfo/{APP_ID}.metainfo.xml"), METAINFO.into()),
    ];
    // An icon is found by the type's name, with a dash for the slash.
    let story = format!("mimetypes/{}", STORY_TYPE.replace('/', "-"));
    for (svg, name) in [(ICON, format!("apps/{APP_ID}")), (STORY_ICON, story)] {
        files.push((format!("icons/hicolor/scalable/{name}.svg"), svg.into()));
        for side in SIDES {
            files.push((
                format!("icons/hicolor/{side}x{side}/{name}.png"),
                icon(svg, side)?,
            ));
        }
    }
    for (name, page) in manual()? {
        files.push((format!("man/man1/{name}.1"), page));
    }
    for (shell, path) in [
        (Shell::Bash, format!("bash-completion/completions/{APP_ID}")),
        (
            Shell::Fish,
            format!("fish/vendor_completions.d/{APP_ID}.fish"),
        ),
        (Shell::Zsh, format!("zsh/site-functions/_{APP_ID}")),
    ] {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut Args::command(), APP_ID, &mut script);
        files.push((path, script));
    }
    Ok(files)
}

fn icon(svg: &str, side: u16) -> io::Result<Vec<u8>> {
    let drawn = square(svg, side).ok_or_else(|| io::Error::other(say!("cli-icon")))?;
    encode(&drawn.rgba, drawn.width, drawn.height, 1.0).map_err(io::Error::other)
}

/// A page for the program and one for each subcommand, by their names.
fn manual() -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut program = Args::command().disable_help_subcommand(true);
    program.build();
    let pages = std::iter::once(&program).chain(program.get_subcommands());
    pages.map(|command| page(command, &program)).collect()
}

fn page(command: &Command, program: &Command) -> io::Result<(String, Vec<u8>)> {
    let itself = command.get_name() == program.get_name();
    let name = command.get_display_name().unwrap_or(command.get_name());
    let version = program.get_version().unwrap_or_default();
    let mut page = Vec::new();
    Man::new(command.clone())
        // An empty date would be left out, and the version taken for it.
        .date(" ")
        .source(format!("{APP_ID} {version}"))
        .manual("User Commands")
        .render(&mut page)?;
    page.extend_from_slice(EXIT_STATUS.as_bytes());
    let besides = if itself {
        FILES.to_owned()
    } else {
        format!(".SH \"SEE ALSO\"\n\\fB{APP_ID}\\fR(1)\n")
    };
    page.extend_from_slice(besides.as_bytes());
    Ok((name.to_owned(), page))
}
