//! Why there is no window, in words that say what to do.

use crate::language::say;

use super::renderer::Way;

/// Why the window could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum NoWindow {
    /// No display is named.
    #[error("{}", say!("no-window-no-display"))]
    NoDisplay,
    /// A display is named, but nobody answers there.
    #[error("{}", say!("no-window-unreachable", display = .display, reason = .reason))]
    Unreachable {
        /// The variable and what it says.
        display: String,
        /// As the system tells it.
        reason: String,
    },
    /// A library of the system is not installed.
    #[error("{}", say!("no-window-library", library = .library, packages = .packages))]
    Library {
        /// Which, as far as is known.
        library: String,
        /// Where Debian and Ubuntu have it.
        packages: &'static str,
    },
    /// No way to draw works.
    #[error("{}", say!("no-window-undrawn", reasons = .reasons, advice = .advice))]
    Undrawn {
        /// What each way that was tried says.
        reasons: String,
        /// What to do.
        advice: &'static str,
    },
    /// The window was there and had to close.
    #[error("{}", say!("no-window-closed", reason = .0.to_string()))]
    Closed(eframe::Error),
}

/// What X needs of the system.
#[cfg(target_os = "linux")]
const X_PACKAGES: &str = "libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0";
/// What Wayland needs of the system.
#[cfg(target_os = "linux")]
const WAYLAND_PACKAGES: &str = "libwayland-client0 libwayland-egl1 libxkbcommon0";

/// What the system lets programs draw on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Display {
    /// A Wayland compositor, by the variable that names it.
    #[cfg(target_os = "linux")]
    Wayland(String),
    /// An X server, by the variable that names it.
    #[cfg(target_os = "linux")]
    X(String),
    /// What needs no name.
    #[cfg(not(target_os = "linux"))]
    Only,
}

impl Display {
    /// The display that the window will open on.
    ///
    /// # Errors
    /// Where none is named, or the toolkit would panic for want of a library.
    #[cfg(target_os = "linux")]
    pub(super) fn find() -> Result<Self, NoWindow> {
        let display = Self::named(|name| std::env::var(name).ok())?;
        // The toolkit takes these two for granted.
        if xkbcommon_dl::xkbcommon_option().is_none() {
            return Err(display.lacks("libxkbcommon.so.0"));
        }
        if matches!(display, Self::X(_)) && xkbcommon_dl::x11::xkbcommon_x11_option().is_none() {
            return Err(display.lacks("libxkbcommon-x11.so.0"));
        }
        Ok(display)
    }

    /// The display that the window will open on.
    #[cfg(not(target_os = "linux"))]
    #[expect(clippy::unnecessary_wraps, reason = "as on Linux")]
    pub(super) fn find() -> Result<Self, NoWindow> {
        Ok(Self::Only)
    }

    /// The display that the environment names, chosen as the toolkit chooses.
    #[cfg(target_os = "linux")]
    fn named(variable: impl Fn(&str) -> Option<String>) -> Result<Self, NoWindow> {
        let set = |name: &str| {
            let value = variable(name).filter(|value| !value.is_empty())?;
            Some(format!("{name}={value}"))
        };
        let wayland = set("WAYLAND_DISPLAY").or_else(|| set("WAYLAND_SOCKET"));
        wayland
            .map(Self::Wayland)
            .or_else(|| set("DISPLAY").map(Self::X))
            .ok_or(NoWindow::NoDisplay)
    }

    #[cfg(target_os = "linux")]
    fn lacks(&self, library: &str) -> NoWindow {
        NoWindow::Library {
            library: library.to_owned(),
            packages: match self {
                Self::Wayland(_) => WAYLAND_PACKAGES,
                Self::X(_) => X_PACKAGES,
            },
        }
    }

    /// What `reason` means, which the toolkit gives for not reaching the display.
    pub(super) fn unreachable(&self, reason: &str) -> NoWindow {
        // The place in the toolkit's own code helps nobody.
        let reason = match reason.strip_prefix("os error at ") {
            Some(rest) => rest.split_once(": ").map_or(rest, |(_, reason)| reason),
            None => reason,
        };
        #[cfg(target_os = "linux")]
        {
            if reason.contains("librar") {
                return self.lacks(reason);
            }
            let (Self::Wayland(display) | Self::X(display)) = self;
            NoWindow::Unreachable {
                display: display.clone(),
                reason: reason.to_owned(),
            }
        }
        #[cfg(not(target_os = "linux"))]
        NoWindow::Unreachable {
            display: say!("no-window-system").to_owned(),
            reason: reason.to_owned(),
        }
    }
}

/// What follows from the `failures` of all ways that were tried.
pub(super) fn undrawn(failures: &[(Way, eframe::Error)], chosen: bool) -> NoWindow {
    let told: Vec<String> = failures
        .iter()
        .map(|(way, error)| format!("{}: {}", way.name(), reason(error)))
        .collect();
    NoWindow::Undrawn {
        reasons: told.join("; "),
        advice: if chosen {
            say!("no-window-other-way")
        } else {
            say!("no-window-install")
        },
    }
}

/// What `error` says, without what only those who wrote it understand.
fn reason(error: &eframe::Error) -> String {
    match error {
        eframe::Error::NoGlutinConfigs(_, why) => why.to_string(),
        eframe::Error::Wgpu(why) => why.to_string(),
        other => other.to_string(),
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    fn named(set: &[(&str, &str)]) -> Result<Display, NoWindow> {
        Display::named(|name| {
            let found = set.iter().find(|(other, _)| *other == name)?;
            Some(found.1.to_owned())
        })
    }

    #[test]
    fn wayland_comes_before_x_and_an_empty_name_is_none() {
        let both = [("DISPLAY", ":0"), ("WAYLAND_DISPLAY", "wayland-0")];
        let wayland = Display::Wayland("WAYLAND_DISPLAY=wayland-0".to_owned());
        assert_eq!(named(&both).unwrap(), wayland);
        let x = Display::X("DISPLAY=:0".to_owned());
        assert_eq!(named(&[both[0], ("WAYLAND_DISPLAY", "")]).unwrap(), x);
        assert!(matches!(
            named(&[("DISPLAY", "")]),
            Err(NoWindow::NoDisplay)
        ));
    }

    #[test]
    fn what_cannot_be_reached_is_named_without_the_toolkits_own_places() {
        let x = named(&[("DISPLAY", ":7")]).unwrap();
        let told = x
            .unreachable("os error at src/x.rs:12: no answer")
            .to_string();
        assert!(
            told.contains("DISPLAY=:7") && told.contains("(no answer)"),
            "{told}"
        );
        assert!(!told.contains("x.rs"), "{told}");
    }

    #[test]
    fn a_missing_library_says_what_to_install() {
        let x = named(&[("DISPLAY", ":7")]).unwrap();
        let told = x
            .unreachable("opening library failed (libXi.so.6: no such file)")
            .to_string();
        assert!(
            told.contains("libXi.so.6") && told.contains("apt install libx11-6"),
            "{told}"
        );
        let wayland = named(&[("WAYLAND_DISPLAY", "wayland-1")]).unwrap();
        let told = wayland.lacks("libwayland-client.so.0").to_string();
        assert!(told.contains("libwayland-client0"), "{told}");
    }
}
