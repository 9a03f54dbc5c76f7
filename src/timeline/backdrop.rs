//! What lies behind all lanes: eras as bands, key dates as lines, both named in a strip at the top.

use rayon::prelude::*;

use crate::index::Index;
use crate::scene::{Measurer, TextStyle};
use crate::story::{DrawnAs, EventIx};

use super::footprint::Footprint;
use super::layout::Layout;
use super::pack::pack;
use super::shape::Shape;

/// Height of a line of the strip, in points.
pub const STRIP_LINE: f32 = 20.0;
/// Lines of eras that lie on one another; of what is beyond, the band alone is drawn.
const MOST_LINES: u32 = 3;
/// Eras and key dates that are drawn; a story that has more has none.
const MOST: usize = 400;
/// Free points on either side of a name.
const PAD: f64 = 8.0;
/// Points that a name must have to be worth shortening.
const LEAST_NAME: f64 = 28.0;

/// The eras and key dates of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Backdrop {
    /// Eras in time order, with the line of the strip in which each is named, from 0.
    pub eras: Vec<(EventIx, u32)>,
    /// Key dates in time order.
    pub key_dates: Vec<EventIx>,
    lines: u32,
}

/// A band or a line behind the lanes.
#[derive(Clone, Debug, PartialEq)]
pub struct Behind {
    /// The event that it stands for.
    pub event: EventIx,
    /// Where it lies.
    pub shape: Shape,
    /// The line of the strip that names it, from 0; none where there is no line for it.
    pub line: Option<u32>,
    /// Its name, perhaps shortened, and where that begins, in points from the plot's left; empty
    /// where there is no room for it.
    pub name: (String, f64),
}

impl Backdrop {
    pub(super) fn new(index: &Index, prints: &[Footprint]) -> Self {
        let story = index.story();
        // Rows lie in the order of the file: what each is drawn as is noted in that order, and asked
        // for in the order of time.
        let rows = story.events.rows.par_iter();
        let drawn: Vec<DrawnAs> = rows.map(|row| row.drawn_as).collect();
        let of = |wanted: DrawnAs| -> Vec<EventIx> {
            let dated = index.dated_events().par_iter().copied();
            dated.filter(|ix| drawn[ix.index()] == wanted).collect()
        };
        let (eras, key_dates) = (of(DrawnAs::Era), of(DrawnAs::KeyDate));
        if eras.len() + key_dates.len() > MOST {
            return Self::default();
        }
        let extent = |ix: &EventIx| (prints[ix.index()].from, prints[ix.index()].to);
        let rows = pack(&eras.iter().map(extent).collect::<Vec<_>>(), 0);
        let lines = rows
            .iter()
            .map(|row| row + 1)
            .max()
            .unwrap_or(0)
            .min(MOST_LINES);
        Self {
            eras: eras.into_iter().zip(rows).collect(),
            key_dates,
            lines,
        }
    }

    /// The height of the strip that names them, in points.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "at most four lines")]
    pub fn height(&self) -> f32 {
        let lines = self.lines + u32::from(!self.key_dates.is_empty());
        lines as f32 * STRIP_LINE
    }
}

/// What of `backdrop` shows in the window of `layout`: eras, then key dates.
pub(super) fn behind(
    index: &Index,
    backdrop: &Backdrop,
    layout: &Layout,
    measurer: &Measurer,
) -> (Vec<Behind>, Vec<Behind>) {
    let width = layout.scale.width();
    let shape = |ix: EventIx| {
        let date = index.story().event(ix).when.date?;
        let shape = Shape::new(date.span(), &layout.scale);
        shape.visible(width).map(|seen| (shape, seen))
    };
    let named = |ix: EventIx, from: f64, room: f64| {
        let title = &index.story().event(ix).title;
        if room < LEAST_NAME {
            return (String::new(), from);
        }
        #[expect(clippy::cast_possible_truncation, reason = "a label's width")]
        let text = measurer.shortened(title, TextStyle::Caption, room.min(2000.0) as f32);
        (text.into_owned(), from)
    };
    let era = |&(event, line): &(EventIx, u32)| {
        let (shape, (from, to)) = shape(event)?;
        let (from, to) = (from.max(0.0), to.min(width));
        let line = (line < MOST_LINES).then_some(line);
        let room = line.map_or(0.0, |_| to - from - 2.0 * PAD);
        Some(Behind {
            event,
            name: named(event, from + PAD, room),
            shape,
            line,
        })
    };
    let eras = backdrop.eras.iter().filter_map(era).collect();
    let mut key_dates: Vec<Behind> = Vec::new();
    for &event in &backdrop.key_dates {
        if let Some((shape, _)) = shape(event) {
            key_dates.push(Behind {
                event,
                shape,
                line: Some(backdrop.lines),
                name: (String::new(), 0.0),
            });
        }
    }
    // Each name stands right of its line, up to the next line.
    for i in 0..key_dates.len() {
        let next = key_dates.get(i + 1).map_or(width, |next| next.shape.from);
        let at = &mut key_dates[i];
        let from = at.shape.from.midpoint(at.shape.to).max(0.0) + PAD / 2.0;
        at.name = named(at.event, from, next - PAD - from);
    }
    (eras, key_dates)
}
