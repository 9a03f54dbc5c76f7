//! A sentence at the foot of the window that says what has just happened, or why not.

use eframe::egui::{self, Align2, Area, Frame, Id, Label, Margin, Order, RichText, Vec2};

use crate::language::say;
use crate::scene::Theme;
use crate::scene::screen::color32;
use crate::story::ItemId;

use super::icons;
use super::session::Session;
use super::sidebar::icon_button;

/// A sentence for the user.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What to say.
    pub text: String,
    /// Whether something went wrong.
    pub trouble: bool,
    /// What buttons beside it offer.
    pub offers: Vec<Offer>,
    /// Whether it is about how the story's file stands, which the next reading of it tells anew.
    pub of_file: bool,
}

/// What a notice offers to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// List the problems of the file.
    ShowProblems,
    /// Show a file that was saved in its folder.
    Reveal(std::path::PathBuf),
    /// Type a path, since the system showed no dialog.
    TypePath,
    /// Show the report of what went wrong in its folder.
    ShowReport(std::path::PathBuf),
    /// Open what was looked at when the program ended unexpectedly.
    Restore(Box<Session>),
    /// Begin as on the first day.
    StartAfresh,
    /// Take away what keeps this item out of sight.
    ShowHidden(ItemId),
}

impl Offer {
    fn name(&self) -> &'static str {
        match self {
            Self::ShowProblems => say!("notice-show-problems"),
            Self::Reveal(_) => say!("notice-reveal"),
            Self::TypePath => say!("notice-type-path"),
            Self::ShowReport(_) => say!("notice-show-report"),
            Self::Restore(_) => say!("notice-restore"),
            Self::StartAfresh => say!("notice-start-afresh"),
            Self::ShowHidden(_) => say!("notice-show-hidden"),
        }
    }
}

impl Notice {
    /// Something to know.
    pub fn news(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            trouble: false,
            offers: Vec::new(),
            of_file: false,
        }
    }

    /// Something that went wrong.
    pub fn trouble(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            trouble: true,
            offers: Vec::new(),
            of_file: false,
        }
    }

    /// With a button, or another one.
    #[must_use]
    pub fn offering(mut self, offer: Offer) -> Self {
        self.offers.push(offer);
        self
    }

    /// The same, with what there is to say of a story that does not stand in front.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.text = format!("{} {}", self.text, other.text);
        self.trouble |= other.trouble;
        self
    }

    /// The same, about how the story's file stands.
    #[must_use]
    pub fn of_file(self) -> Self {
        Self {
            of_file: true,
            ..self
        }
    }
}

/// What the user did with a notice.
#[derive(Clone, Debug, PartialEq)]
pub enum Reaction {
    /// Nothing yet.
    None,
    /// Closed it.
    Closed,
    /// Took the offer.
    Took(Offer),
}

/// Shows `notice` above the status line.
pub fn show(ctx: &egui::Context, notice: &Notice, theme: &Theme) -> Reaction {
    let mut reaction = Reaction::None;
    Area::new(Id::unique("notice"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, Vec2::new(0.0, -34.0))
        .show(ctx, |ui| {
            Frame::popup(ui.style())
                .inner_margin(Margin::symmetric(16, 6))
                .show(ui, |ui| {
                    ui.set_max_width((ctx.content_rect().width() - 80.0).min(720.0));
                    ui.horizontal(|ui| {
                        if notice.trouble {
                            let icon = RichText::new(icons::TRIANGLE_ALERT).size(15.0);
                            ui.label(icon.color(color32(theme.warning)));
                        }
                        // At most three.
                        let offers = f32::from(u8::try_from(notice.offers.len()).unwrap_or(3));
                        let text = RichText::new(&notice.text).color(color32(theme.text));
                        let room = ui.available_width() - 50.0 - 140.0 * offers;
                        ui.scope(|ui| {
                            ui.set_max_width(room.max(160.0));
                            ui.add(Label::new(text).wrap());
                        });
                        for offer in &notice.offers {
                            let name = RichText::new(offer.name()).color(color32(theme.accent));
                            if ui.button(name).clicked() {
                                reaction = Reaction::Took(offer.clone());
                            }
                        }
                        if icon_button(ui, icons::X, say!("notice-close"), true).clicked() {
                            reaction = Reaction::Closed;
                        }
                    });
                });
        });
    reaction
}
