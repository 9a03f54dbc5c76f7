//! What stands around a view: title and legend above it, caption, sources and credit below.

use std::sync::atomic::AtomicBool;

use crate::language::say;
use crate::scene::legend::{self, Entry};
use crate::scene::{
    Anchor, Group, Hit, Layer, Mark, Paint, Rect, Rgba, Scene, Size, Stroke, TextMark, TextStyle,
    point, size,
};
use crate::story::Item;
use crate::timeline;

use super::cite::Citations;
use super::{Figure, Ground, Part, Subject, body, caption};

/// Points between the figure's edge and what is in it.
pub(super) const MARGIN: f32 = 24.0;
/// Points between a line of small print and the next.
const LINE: f32 = 16.0;
/// Points between two blocks.
pub(super) const GAP: f32 = 12.0;
/// Lines of what the story is about.
const STANDFIRST: usize = 2;
/// Letters of a story's title or summary that are looked at: no figure has room for more.
const READ: usize = 600;
/// Most lines of the list of sources.
const SOURCE_LINES: usize = 6;
/// Points of height that the view keeps; parts that would take more of it are left out.
const LEAST: f32 = 140.0;
/// The parts in the order in which a figure that is too low goes without them.
const DISPENSABLE: [Part; 5] = [
    Part::Sources,
    Part::Legend,
    Part::Caption,
    Part::Credit,
    Part::Title,
];

/// A view in its frame.
pub(super) struct Framed {
    pub(super) scene: Scene,
    pub(super) citations: Citations,
    pub(super) caption: String,
    pub(super) left_out: Vec<Part>,
}

/// What stands above and below the view, laid out from a y of 0.
struct Edges {
    above: Vec<Layer>,
    head: f32,
    below: Vec<Layer>,
    foot: f32,
}

/// Draws the view of `figure`, with its parts around it.
pub(super) fn framed(ground: Ground<'_>, figure: &Figure) -> Framed {
    let mut size_of_view = figure.size;
    if figure.grows && figure.subject == Subject::Timeline {
        size_of_view.height = full_height(ground, figure.size);
    }
    // What a figure's legend and sources are about does not hang on the room that they take.
    let whole = body(ground, figure, size_of_view);
    let citations = Citations::new(ground.index, &whole.items);
    let caption = caption::words(ground.index, ground.view, figure.subject, &whole.items);
    let content = Content {
        ground,
        figure,
        legend: whole.legend,
        citations: &citations,
        caption: &caption,
    };
    let mut parts = figure.parts.clone();
    let mut left_out = Vec::new();
    let mut dispensable = DISPENSABLE.into_iter();
    let edges = loop {
        let edges = content.edges(&parts);
        let rest = figure.size.height - edges.head - edges.foot;
        if parts.is_empty() || figure.grows || rest >= LEAST.max(figure.size.height * 0.4) {
            break edges;
        }
        let Some(part) = dispensable.next() else {
            break edges;
        };
        if parts.contains(&part) {
            parts.retain(|kept| *kept != part);
            left_out.push(part);
        }
    };
    if parts.is_empty() {
        return Framed {
            scene: whole.scene,
            citations,
            caption,
            left_out,
        };
    }
    let around = size(2.0 * MARGIN, edges.head + edges.foot);
    let (room, extent) = if figure.grows {
        let Size { width, height } = size_of_view;
        let extent = size(width + around.width, height + around.height);
        (size_of_view, extent)
    } else {
        let width = (figure.size.width - around.width).max(1.0);
        let height = (figure.size.height - around.height).max(1.0);
        (size(width, height), figure.size)
    };
    let view = Rect::new(MARGIN, edges.head, room.width, room.height);
    let mut inner = if room == size_of_view {
        whole.scene
    } else {
        body(ground, figure, room).scene
    };
    for layer in &mut inner.layers {
        layer.shift(view.left, view.top);
        layer.clip = Some(layer.clip.map_or(view, |clip| clip.intersection(view)));
    }
    let mut scene = Scene::new(extent, inner.background);
    scene.layers.append(&mut inner.layers);
    scene.layers.extend(edges.above);
    for mut layer in edges.below {
        layer.shift(0.0, view.bottom);
        scene.layers.push(layer);
    }
    Framed {
        scene,
        citations,
        caption,
        left_out,
    }
}

/// The height of a timeline on which every lane of the window's has all its rows, but no more than
/// eight times that of the window.
fn full_height(ground: Ground<'_>, window: Size) -> f32 {
    let Ground {
        index,
        view,
        measurer,
        ..
    } = ground;
    let request = timeline::Request {
        window: view.window,
        choices: view.lane_choices.clone(),
        ..timeline::Request::new(window)
    };
    let whole = timeline::StackRequest::new(index, view.lanes, window);
    let stack = timeline::Stack::new(index, whole, measurer, &AtomicBool::new(false));
    let layout = timeline::layout(index, &stack, &request, measurer);
    let needed = layout.content_height + window.height - layout.plot.height();
    needed.ceil().clamp(window.height, window.height * 8.0)
}

/// What the parts say.
pub(super) struct Content<'a> {
    pub(super) ground: Ground<'a>,
    pub(super) figure: &'a Figure,
    pub(super) legend: Vec<Entry>,
    pub(super) citations: &'a Citations,
    pub(super) caption: &'a str,
}

impl Content<'_> {
    fn width(&self) -> f32 {
        if self.figure.grows {
            self.figure.size.width
        } else {
            (self.figure.size.width - 2.0 * MARGIN).max(1.0)
        }
    }

    fn edges(&self, parts: &[Part]) -> Edges {
        let has = |part: Part| parts.contains(&part);
        let theme = self.figure.theme();
        let mut above = Vec::new();
        let mut y = MARGIN;
        if has(Part::Title) {
            above.push(self.title(&mut y));
        }
        if has(Part::Legend) && !self.legend.is_empty() {
            let mut layer = Layer::new("legend");
            let at = point(MARGIN, y);
            let measurer = self.ground.measurer;
            let (marks, height) =
                legend::rows(self.legend.clone(), at, self.width(), theme, measurer);
            layer.plain(marks);
            above.push(layer);
            y += height + GAP;
        }
        let head = y;
        let mut below = Vec::new();
        let mut y = GAP;
        if has(Part::Caption) || has(Part::Sources) || has(Part::Credit) {
            below.push(self.rule(y));
            y += GAP;
        }
        if has(Part::Caption) {
            let mut layer = Layer::new("caption");
            self.paragraph(&mut layer, self.caption, TextStyle::Caption, &mut y);
            below.push(layer);
        }
        if has(Part::Sources) && !self.citations.sources.is_empty() {
            below.push(self.sources(&mut y));
        }
        if has(Part::Credit) {
            below.push(self.credit(&mut y));
        }
        Edges {
            above,
            head,
            foot: if below.is_empty() {
                MARGIN
            } else {
                y + MARGIN - 4.0
            },
            below,
        }
    }

    fn title(&self, y: &mut f32) -> Layer {
        let story = self.ground.index.story();
        let mut layer = Layer::new("title");
        let title: String = story.title.chars().take(READ).collect();
        self.paragraph(&mut layer, &title, TextStyle::StoryTitle, y);
        let measurer = self.ground.measurer;
        // A line that is too long to read is no wider than this.
        let width = self.width().min(720.0);
        let summary: String = story.summary.chars().take(READ).collect();
        let mut lines = measurer.wrapped(&summary, TextStyle::Body, width);
        if lines.len() > STANDFIRST {
            let rest = lines.split_off(STANDFIRST - 1).join(" ");
            let last = measurer.shortened(&rest, TextStyle::Body, width);
            lines.push(last.into_owned());
        }
        for line in lines {
            let color = self.figure.theme().muted;
            Self::line(&mut layer, line, TextStyle::Body, color, y);
        }
        *y += GAP;
        layer
    }

    /// What the figure was made with, or the author's own words.
    pub(super) fn credit(&self, y: &mut f32) -> Layer {
        let mut layer = Layer::new("credit");
        let mut words = if self.figure.credit.is_empty() {
            say!("figure-credit").to_owned()
        } else {
            self.figure.credit.chars().take(READ).collect()
        };
        if let Some((page, pages)) = self.figure.page {
            let page = say!("figure-page", page = page, pages = pages);
            words += &format!(" · {page}");
        }
        self.paragraph(&mut layer, &words, TextStyle::Caption, y);
        layer
    }

    pub(super) fn rule(&self, y: f32) -> Layer {
        let mut layer = Layer::new("rule");
        layer.plain(vec![Mark::Poly {
            points: vec![point(MARGIN, y), point(MARGIN + self.width(), y)],
            closed: false,
            fill: Paint::None,
            stroke: Some(Stroke::solid(1.0, self.figure.theme().hairline)),
        }]);
        layer
    }

    /// `text` in as many lines as it needs, each no wider than the figure.
    fn paragraph(&self, layer: &mut Layer, text: &str, style: TextStyle, y: &mut f32) {
        let theme = self.figure.theme();
        let color = if style == TextStyle::StoryTitle {
            theme.text
        } else {
            theme.muted
        };
        for line in self.ground.measurer.wrapped(text, style, self.width()) {
            let line = self.ground.measurer.shortened(&line, style, self.width());
            Self::line(layer, line.into_owned(), style, color, y);
        }
    }

    pub(super) fn line(
        layer: &mut Layer,
        text: String,
        style: TextStyle,
        color: Rgba,
        y: &mut f32,
    ) {
        let height = style.line_height().max(LINE);
        let baseline = *y + height / 2.0 + style.middle_to_baseline();
        layer.plain(vec![text_mark(MARGIN, baseline, text, style, color)]);
        *y += height;
    }

    /// The numbered sources, one after the other, each a link to its record.
    pub(super) fn sources(&self, y: &mut f32) -> Layer {
        let Ground {
            index, measurer, ..
        } = self.ground;
        let style = TextStyle::Caption;
        let color = self.figure.theme().muted;
        let mut layer = Layer::new("sources");
        let (mut x, mut lines) = (0.0, 1);
        let all = &self.citations.sources;
        for (n, (source, passages)) in all.iter().enumerate() {
            let words = self.citations.entry(index, *source, passages);
            let words = measurer.shortened(&words, style, self.width()).into_owned();
            let width = measurer.width(&words, style);
            if x > 0.0 && x + width > self.width() {
                (x, lines) = (0.0, lines + 1);
                *y += LINE;
            }
            let baseline = *y + LINE / 2.0 + style.middle_to_baseline();
            if lines == SOURCE_LINES && n + 1 < all.len() {
                let words = say!("figure-sources-more", count = all.len() - n);
                layer.plain(vec![text_mark(MARGIN + x, baseline, words, style, color)]);
                break;
            }
            layer.groups.push(Group {
                item: Some(Item::Source(*source)),
                title: index.title_of(Item::Source(*source)),
                count: None,
                folded: Vec::new(),
                hit: Hit::Rect(Rect::new(MARGIN + x, *y, width, LINE)),
                marks: vec![text_mark(MARGIN + x, baseline, words, style, color)],
            });
            x += width + 20.0;
        }
        *y += LINE;
        layer
    }
}

fn text_mark(x: f32, baseline: f32, text: String, style: TextStyle, color: Rgba) -> Mark {
    Mark::Text(TextMark {
        at: point(x, baseline),
        anchor: Anchor::Start,
        text,
        style,
        color,
        halo: None,
        angle: 0.0,
    })
}
