//! Small signs for who speaks: a filled circle, a balloon, three dots, a sheet, a nib, a struck circle.

use crate::language::say;
use crate::story::{Bearing, Evidence, Story, Voice};

use super::legend::Entry;
use super::{Mark, Paint, Point, Rect, Rgba, Stroke, Theme, point};

/// How somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Speech {
    /// By name, on the record.
    OnRecord,
    /// Through somebody who speaks for them.
    Spokesperson,
    /// Without a name.
    Unnamed,
    /// A document.
    Document,
    /// The reporter of a source.
    Reporter,
    /// Not at all: they declined to comment.
    Declined,
}

impl Speech {
    /// Every way to speak.
    pub const ALL: [Self; 6] = [
        Self::OnRecord,
        Self::Spokesperson,
        Self::Unnamed,
        Self::Document,
        Self::Reporter,
        Self::Declined,
    ];

    /// How `voice` speaks.
    #[must_use]
    pub fn of(voice: &Voice<'_>) -> Self {
        match voice {
            Voice::OnRecord(_) => Self::OnRecord,
            Voice::Spokesperson(_) => Self::Spokesperson,
            Voice::Unnamed { .. } => Self::Unnamed,
            Voice::Document => Self::Document,
            Voice::Reporter => Self::Reporter,
            Voice::Declined(_) => Self::Declined,
        }
    }

    /// The ways in which those speak who carry a claim with `evidence`, each once, the surest first.
    #[must_use]
    pub fn of_claim(story: &Story, evidence: &[Evidence]) -> Vec<Self> {
        let carrying = evidence
            .iter()
            .filter(|link| link.bearing != Bearing::Disputes);
        let mut all: Vec<Self> = carrying
            .map(|link| Self::of(&story.passage(link.passage).said_by))
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What legends call it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::OnRecord => say!("speech-on-record"),
            Self::Spokesperson => say!("speech-spokesperson"),
            Self::Unnamed => say!("speech-unnamed"),
            Self::Document => say!("speech-document"),
            Self::Reporter => say!("speech-reporter"),
            Self::Declined => say!("speech-declined"),
        }
    }

    /// Its sign about `at`, so many points across.
    #[must_use]
    pub fn sign(self, at: Point, across: f32, color: Rgba) -> Vec<Mark> {
        let unit = across / 2.0;
        let stroke = Stroke::solid((across * 0.12).max(1.0), color);
        let place = |x: f32, y: f32| point(at.x + x * unit, at.y + y * unit);
        let line = |points: &[(f32, f32)], closed: bool| Mark::Poly {
            points: points.iter().map(|&(x, y)| place(x, y)).collect(),
            closed,
            fill: Paint::None,
            stroke: Some(stroke),
        };
        let dot = |x: f32, y: f32, radius: f32| Mark::Circle {
            center: place(x, y),
            radius: radius * unit,
            fill: Paint::Solid(color),
            stroke: None,
        };
        let ring = || Mark::Circle {
            center: at,
            radius: unit * 0.8,
            fill: Paint::None,
            stroke: Some(stroke),
        };
        match self {
            Self::OnRecord => vec![dot(0.0, 0.0, 0.7)],
            Self::Spokesperson => {
                let balloon = [
                    (-0.8, -0.7),
                    (0.8, -0.7),
                    (0.8, 0.4),
                    (0.0, 0.4),
                    (-0.5, 0.9),
                    (-0.5, 0.4),
                    (-0.8, 0.4),
                ];
                vec![line(&balloon, true)]
            }
            Self::Unnamed => [-0.7, 0.0, 0.7].map(|x| dot(x, 0.0, 0.22)).into(),
            Self::Document => {
                let corner = place(-0.6, -0.85);
                let sheet = Mark::Rect {
                    rect: Rect::new(corner.x, corner.y, unit * 1.2, unit * 1.7),
                    radius: 0.0,
                    fill: Paint::None,
                    stroke: Some(stroke),
                };
                vec![
                    sheet,
                    line(&[(-0.25, -0.2), (0.25, -0.2)], false),
                    line(&[(-0.25, 0.3), (0.25, 0.3)], false),
                ]
            }
            Self::Reporter => vec![line(
                &[
                    (-0.7, 0.8),
                    (-0.4, 0.1),
                    (0.6, -0.8),
                    (0.85, -0.5),
                    (-0.1, 0.5),
                ],
                true,
            )],
            Self::Declined => vec![ring(), line(&[(-0.55, 0.55), (0.55, -0.55)], false)],
        }
    }
}

/// The signs of several ways to speak in a row from `at` to the right, so many points across each, on a ground
/// of their own.
#[must_use]
pub fn signs(speeches: &[Speech], at: Point, across: f32, theme: &Theme) -> Vec<Mark> {
    let step = across + 3.0;
    #[expect(clippy::cast_precision_loss, reason = "a few")]
    let width = speeches.len() as f32 * step;
    let ground = Mark::Rect {
        rect: Rect::new(
            at.x - 2.0,
            at.y - across / 2.0 - 1.5,
            width + 1.0,
            across + 3.0,
        ),
        radius: across / 2.0 + 1.5,
        fill: Paint::Solid(theme.canvas.at(0.85)),
        stroke: None,
    };
    let mut x = at.x + across / 2.0;
    let mut marks = vec![ground];
    for speech in speeches {
        marks.extend(speech.sign(point(x, at.y), across, theme.text.at(0.8)));
        x += step;
    }
    marks
}

/// The entries of a legend for the ways in which `all` speak.
#[must_use]
pub fn entries(all: impl Iterator<Item = Speech>, theme: &Theme) -> Vec<Entry> {
    let mut all: Vec<Speech> = all.collect();
    all.sort_unstable();
    all.dedup();
    let entry = |speech: Speech| Entry {
        sample: speech.sign(point(8.0, 0.0), 9.0, theme.muted),
        label: speech.words().to_owned(),
    };
    all.into_iter().map(entry).collect()
}
