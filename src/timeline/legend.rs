//! The legend of a timeline: the colours, statuses and ways of dating that it shows, and no others.

use crate::index::Index;
use crate::language::{say, within};
use crate::scene::legend::Entry;
use crate::scene::sign;
use crate::scene::voice::{self, Speech};
use crate::scene::{Anchor, Mark, Paint, Rect, Rgba, TextMark, TextStyle, Theme, point};
use crate::story::kind::{KindStyle, sentence_case};
use crate::story::{EventIx, Item, Status};

use super::layout::{Layout, Placed};
use super::shape::{BAR, Ink, Kind, Shape};

/// Points that a sample takes.
const SAMPLE: f64 = 16.0;

/// What the events of `layout` look like, and what that means: colours, then statuses, then dates.
/// `shown` are all that show, those that are folded too.
#[must_use]
pub fn legend_entries(
    index: &Index,
    layout: &Layout,
    shown: &[EventIx],
    (theme, voices): (&Theme, bool),
) -> [Vec<Entry>; 3] {
    let statuses = statuses(index, layout).into_iter().map(|status| {
        let mut shape = bar(Kind::Bar);
        if status == Status::Attributed {
            // Room for the ring at its end.
            shape.to -= 3.0;
            shape.full_to = shape.to;
        }
        Entry {
            sample: sample(&shape, status, theme),
            label: sentence_case(status.label()),
        }
    });
    let amiss = shown.iter().filter_map(|&ix| index.amiss(Item::Event(ix)));
    let mut datings = datings(layout, theme);
    datings.extend(sign::entries(amiss, theme));
    if voices {
        let story = index.story();
        let all = shown.iter();
        let all = all.flat_map(|&ix| Speech::of_claim(story, story.event(ix).evidence));
        datings.extend(voice::entries(all, theme));
    }
    [colors(index, shown, theme), statuses.collect(), datings]
}

/// A colour may stand for several kinds, which are then named together.
fn colors(index: &Index, shown: &[EventIx], theme: &Theme) -> Vec<Entry> {
    let mut kinds: Vec<KindStyle> = Vec::new();
    for &ix in shown {
        let style = index.coloring_kind(ix);
        if !kinds.contains(&style) {
            kinds.push(style);
        }
    }
    kinds.sort_by(|a, b| (a.hue, &a.label).cmp(&(b.hue, &b.label)));
    let mut colors: Vec<(Rgba, Vec<String>)> = Vec::new();
    for kind in kinds {
        let color = theme.kind(&kind);
        match colors.iter_mut().find(|(held, _)| *held == color) {
            Some((_, labels)) => labels.push(within(&kind.label).into_owned()),
            None => colors.push((color, vec![kind.label])),
        }
    }
    let entry = |(color, labels): (Rgba, Vec<String>)| Entry {
        sample: vec![Mark::Rect {
            rect: Rect::new(2.0, -5.0, 12.0, 10.0),
            radius: 2.0,
            fill: Paint::Solid(color),
            stroke: None,
        }],
        label: labels.join(", "),
    };
    colors.into_iter().map(entry).collect()
}

/// The statuses that are drawn: what is folded or undated shows none.
fn statuses(index: &Index, layout: &Layout) -> Vec<Status> {
    let status = |placed: &Placed| index.story().event(placed.event).status;
    let mut found: Vec<Status> = layout.placed.iter().map(status).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn bar(kind: Kind) -> Shape {
    Shape {
        kind,
        from: 0.0,
        full_from: 0.0,
        full_to: SAMPLE,
        to: SAMPLE,
        uncertain: false,
        open_left: false,
        open_right: false,
        members: Vec::new(),
        all: false,
    }
}

fn sample(shape: &Shape, status: Status, theme: &Theme) -> Vec<Mark> {
    let ink = Ink {
        line: theme.muted,
        ground: theme.canvas,
    };
    shape.marks(0.0, SAMPLE, -BAR / 2.0, ink, status)
}

fn datings(layout: &Layout, theme: &Theme) -> Vec<Entry> {
    let any = |test: &dyn Fn(&Shape) -> bool| layout.placed.iter().any(|p| test(&p.shape));
    let fades = |shape: &Shape| {
        shape.kind != Kind::Lozenge && (shape.from < shape.full_from || shape.full_to < shape.to)
    };
    let faded = Shape {
        full_from: SAMPLE * 0.35,
        full_to: SAMPLE * 0.65,
        ..bar(Kind::Bar)
    };
    let open = Shape {
        open_right: true,
        ..bar(Kind::Bar)
    };
    let uncertain = Shape {
        uncertain: true,
        ..bar(Kind::Bar)
    };
    let members = Shape {
        members: vec![(3.0, 4.0), (12.0, 13.0)],
        ..bar(Kind::Members)
    };
    let known: [(bool, Shape, &str); 6] = [
        (
            any(&|shape| shape.kind == Kind::Lozenge),
            bar(Kind::Lozenge),
            say!("timeline-legend-moment"),
        ),
        (
            any(&|shape| shape.kind == Kind::Soft),
            bar(Kind::Soft),
            say!("timeline-legend-within"),
        ),
        (any(&fades), faded, say!("timeline-legend-faded")),
        (
            any(&|shape| shape.uncertain),
            uncertain,
            say!("timeline-legend-uncertain"),
        ),
        (
            any(&|shape| shape.open_left || shape.open_right),
            open,
            say!("timeline-legend-open"),
        ),
        (
            any(&|shape| shape.kind == Kind::Members),
            members,
            say!("timeline-legend-members"),
        ),
    ];
    let mut entries: Vec<Entry> = known
        .into_iter()
        .filter(|(shown, ..)| *shown)
        .map(|(_, shape, label)| Entry {
            sample: sample(&shape, Status::Documented, theme),
            label: label.to_owned(),
        })
        .collect();
    if !layout.runs.is_empty() || !layout.ribbons.is_empty() {
        entries.push(Entry {
            sample: folded(theme),
            label: say!("timeline-legend-folded").to_owned(),
        });
    }
    entries
}

/// A folded run, small.
fn folded(theme: &Theme) -> Vec<Mark> {
    let ground = theme.muted.at(0.55).over(theme.canvas);
    vec![
        Mark::Rect {
            rect: Rect::new(0.0, -6.5, 16.0, 13.0),
            radius: 2.0,
            fill: Paint::Solid(ground),
            stroke: None,
        },
        Mark::Text(TextMark {
            at: point(8.0, TextStyle::Caption.middle_to_baseline()),
            anchor: Anchor::Middle,
            text: "n".to_owned(),
            style: TextStyle::Caption,
            color: theme.readable_on(ground),
            halo: None,
            angle: 0.0,
        }),
    ]
}
