//! What desktops, shells and packages are told of the program: all of it must agree.
//!
//! Desktops' own tools check it where they are installed; with `THROUGHLINE_WINDOW=required`, as in .ci/run, they must be.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::CommandFactory;
use serde_json::Value;
use tempfile::TempDir;
use throughline::app::APP_ID;
use throughline::cli::Args;

/// A folder with everything that `--generate` writes.
fn generated() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_throughline"))
        .env("LANGUAGE", "en")
        .arg("--generate")
        .arg(folder.path())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let told = String::from_utf8(output.stdout).unwrap();
    let mut told: Vec<PathBuf> = told.lines().map(PathBuf::from).collect();
    told.sort();
    assert_eq!(told, files(folder.path()), "it prints what it has written");
    folder
}

/// All files below `folder`, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(folder: &TempDir, name: &str) -> String {
    let path = folder.path().join("share").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What stands between `before` and `after`.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let rest = text
        .split_once(before)
        .unwrap_or_else(|| panic!("no {before} in {text}"))
        .1;
    rest.split_once(after)
        .unwrap_or_else(|| panic!("no {after} in {rest}"))
        .0
}

fn installed(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).any(|folder| folder.join(program).is_file());
    let required = std::env::var_os("THROUGHLINE_WINDOW").is_some_and(|v| v == "required");
    assert!(found || !required, "{program} is missing");
    found
}

/// Subcommands with the names of their options.
fn subcommands() -> BTreeMap<String, Vec<String>> {
    let mut program = Args::command();
    program.build();
    let shown = program
        .get_subcommands()
        .filter(|command| command.get_name() != "help");
    shown
        .map(|command| {
            let options = command
                .get_arguments()
                .filter(|option| !option.is_hide_set());
            let options = options.filter_map(|option| option.get_long().map(str::to_owned));
            (command.get_name().to_owned(), options.collect())
        })
        .collect()
}

#[test]
fn launcher_file_type_icons_and_window_go_by_the_same_names() {
    let folder = generated();
    let launcher = read(&folder, &format!("applications/{APP_ID}.desktop"));
    let entry: BTreeMap<&str, &str> = launcher
        .lines()
        .filter_map(|line| line.split_once('='))
        .collect();
    assert_eq!(entry["Icon"], APP_ID);
    assert_eq!(entry["StartupWMClass"], APP_ID);
    assert_eq!(entry["Exec"], format!("{APP_ID} %f"));
    let file_type = entry["MimeType"].strip_suffix(';').unwrap();

    let declared = read(&folder, &format!("mime/packages/{APP_ID}.xml"));
    assert_eq!(between(&declared, "<mime-type type=\"", "\""), file_type);
    assert_eq!(between(&declared, "<glob pattern=\"", "\""), "*.story.ron");
    let metainfo = read(&folder, &format!("metainfo/{APP_ID}.metainfo.xml"));
    assert_eq!(between(&metainfo, "<mediatype>", "<"), file_type);
    assert_eq!(
        between(&metainfo, "<launchable type=\"desktop-id\">", "<"),
        format!("{APP_ID}.desktop")
    );
    assert_eq!(
        between(&metainfo, "<project_license>", "<"),
        env!("CARGO_PKG_LICENSE")
    );

    for name in [
        format!("apps/{APP_ID}"),
        format!("mimetypes/{}", file_type.replace('/', "-")),
    ] {
        let scalable = read(&folder, &format!("icons/hicolor/scalable/{name}.svg"));
        assert!(scalable.starts_with("<svg"));
        for side in [16, 24, 32, 48, 64, 128] {
            let path = format!("share/icons/hicolor/{side}x{side}/{name}.png");
            let file = fs::File::open(folder.path().join(path)).unwrap();
            let picture = png::Decoder::new(std::io::BufReader::new(file))
                .read_info()
                .unwrap();
            assert_eq!((picture.info().width, picture.info().height), (side, side));
        }
    }
}

#[test]
fn desktops_own_checks_find_nothing_to_say() {
    let folder = generated();
    let share = folder.path().join("share");
    let checks: [&[&str]; 2] = [
        &["desktop-file-validate", "applications/throughline.desktop"],
        // The project has no domain whose reversed name could be its id.
        &[
            "appstreamcli",
            "validate",
            "--no-net",
            "--override=cid-desktopapp-is-not-rdns=info",
            "metainfo/throughline.metainfo.xml",
        ],
    ];
    for check in checks.iter().filter(|check| installed(check[0])) {
        let output = Command::new(check[0])
            .args(&check[1..])
            .current_dir(&share)
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{check:?}: {told}");
    }
    if installed("update-mime-database") {
        let output = Command::new("update-mime-database")
            .arg(share.join("mime"))
            .env("XDG_DATA_HOME", &share)
            .output()
            .unwrap();
        assert!(
            output.status.success() && output.stderr.is_empty(),
            "{output:?}"
        );
        let globs = read(&folder, "mime/globs2");
        assert!(
            globs.contains("60:application/x-throughline-story:*.story.ron"),
            "{globs}"
        );
    }
}

#[test]
fn every_subcommand_and_option_has_its_place_in_the_manual() {
    let folder = generated();
    let program = read(&folder, "man/man1/throughline.1");
    assert!(program.contains(env!("CARGO_PKG_VERSION")));
    let unescaped = |page: &str| page.replace("\\-", "-");
    for (name, options) in subcommands() {
        assert!(
            unescaped(&program).contains(&format!("throughline-{name}(1)")),
            "{name}"
        );
        let page = unescaped(&read(&folder, &format!("man/man1/throughline-{name}.1")));
        for option in options {
            assert!(page.contains(&format!("--{option}")), "{name} --{option}");
        }
        assert!(page.contains("EXIT STATUS"), "{name}");
    }
    for page in files(&folder.path().join("share/man")) {
        if !installed("man") {
            break;
        }
        let output = Command::new("man")
            .args(["--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z"])
            .arg(&page)
            .env("MANWIDTH", "80")
            .stdout(Stdio::null())
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            output.status.success() && told.is_empty(),
            "{}: {told}",
            page.display()
        );
    }
}

/// What bash offers after `words`, the last of which is being typed.
fn offered(folder: &TempDir, words: &[&str]) -> Vec<String> {
    let script = folder
        .path()
        .join("share/bash-completion/completions/throughline");
    let typed = words.last().unwrap();
    let before = words[words.len() - 2];
    let output = Command::new("bash")
        .args(["--norc", "-c"])
        .arg(
            "source \"$1\"; shift; typed=$1 before=$2; shift 2; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); \
             _throughline throughline \"$typed\" \"$before\"; printf '%s\\n' \"${COMPREPLY[@]}\"",
        )
        .arg("bash")
        .arg(script)
        .args([typed, &before])
        .args(words)
        .output()
        .unwrap();
    assert!(output.stderr.is_empty(), "{output:?}");
    let offered = String::from_utf8(output.stdout).unwrap();
    offered.lines().map(str::to_owned).collect()
}

#[test]
fn bash_completes_subcommands_options_and_their_values() {
    let folder = generated();
    assert_eq!(offered(&folder, &["throughline", "exp"]), ["export"]);
    assert_eq!(
        offered(&folder, &["throughline", "export", "--them"]),
        ["--theme"]
    );
    assert_eq!(
        offered(&folder, &["throughline", "export", "--theme", "d"]),
        ["dark"]
    );
}

#[test]
fn the_other_shells_know_every_subcommand_and_option_too() {
    let folder = generated();
    let zsh = read(&folder, "zsh/site-functions/_throughline");
    assert!(zsh.starts_with("#compdef throughline"));
    let fish = read(&folder, "fish/vendor_completions.d/throughline.fish");
    for (name, options) in subcommands() {
        assert!(zsh.contains(&format!("({name})")), "zsh: {name}");
        assert!(fish.contains(&format!("-a \"{name}\"")), "fish: {name}");
        for option in options {
            assert!(
                zsh.contains(&format!("--{option}")),
                "zsh: {name} --{option}"
            );
            assert!(
                fish.contains(&format!("-l {option} ")),
                "fish: {name} --{option}"
            );
        }
    }
}

/// What Cargo.toml says of the package.
fn package() -> Value {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"][0]["metadata"]["deb"].clone()
}

#[test]
fn the_package_names_only_files_that_are_there() {
    let package = package();
    let assets = package["assets"].as_array().unwrap();
    let sources: Vec<&str> = assets
        .iter()
        .map(|asset| asset[0].as_str().unwrap())
        .collect();
    // What is built: the program, and what it generates.
    let built = ["target/release/throughline", "target/share/**/*"];
    assert!(
        built.iter().all(|path| sources.contains(path)),
        "{sources:?}"
    );
    for path in sources.iter().filter(|path| !built.contains(path)) {
        assert!(Path::new(path).is_file(), "{path}");
    }
    let changelog = fs::read_to_string(package["changelog"].as_str().unwrap()).unwrap();
    let newest = format!("throughline ({}-1)", env!("CARGO_PKG_VERSION"));
    assert!(
        changelog.starts_with(&newest),
        "the changelog begins with {newest}"
    );
    let maintainer = package["maintainer"].as_str().unwrap();
    assert!(changelog.contains(&format!(" -- {maintainer}  ")));
}

#[test]
fn the_packages_copyright_covers_every_face_and_style() {
    let copyright = fs::read_to_string("packaging/copyright").unwrap();
    let covered: Vec<&str> = copyright
        .lines()
        .filter_map(|line| line.strip_prefix("Files: ")?.strip_suffix('*'))
        .filter(|prefix| !prefix.is_empty())
        .collect();
    let ours = ["LICEN", "OFL-"];
    for folder in ["assets/fonts", "assets/styles"] {
        for path in files(Path::new(folder)) {
            let path = path.to_str().unwrap();
            let licence = ours.iter().any(|start| path.contains(&format!("/{start}")));
            let held = covered.iter().any(|prefix| path.starts_with(prefix));
            assert!(licence || held, "{path}");
        }
    }
}
