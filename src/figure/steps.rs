//! A story told in steps: each a page with its words, the views that it shows, and what its selection rests
//! on; or figures by themselves, for a page that one steps through.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use crate::details::{self, Card};
use crate::index::{Index, Query};
use crate::language::say;
use crate::map::Arrangement;
use crate::scene::{Layer, Mark, Measurer, Paint, Rect, Rgba, Scene, Sheet, Size, TextStyle, size};
use crate::story::{Item, Shown};
use crate::view::{ArrangeBy, StepWords, ToldStep, View, count_steps, told_step};

use super::cite::Citations;
use super::frame::{self, Content, Framed, GAP, MARGIN};
use super::{Drawn, Figure, Ground, Part, Subject};

/// The widest line of a caption that reads well, in points.
const MEASURE: f32 = 640.0;
/// The most quotations on a page, side by side.
const QUOTATIONS: u8 = 3;
/// The most lines of a quotation.
const QUOTATION_LINES: usize = 4;
/// The least width of a column of quotations, in points.
const LEAST_COLUMN: f32 = 180.0;
/// Points between two columns.
const GUTTER: f32 = 24.0;
/// Points between the rule of a quotation's voice and its words.
const INDENT: f32 = 12.0;
/// Views that have this much more width than height stand side by side.
const LYING: f32 = 1.7;
/// The share of the width that the timeline has then.
const TIMELINE_SHARE: f32 = 0.58;
/// The width up to which letters are as large on a page of the web as they are meant to be, in points.
const WIDEST: f32 = 1080.0;
/// The height of a view there, at most, for a width of 1.
const HIGHEST: f32 = 0.62;
/// The share of a page's height that a caption takes at most.
const MOST_WORDS: f32 = 0.3;
/// A page that is lower than this, in points, has no room for quotations.
const LEAST_HEIGHT: f32 = 480.0;

/// What steps are drawn from.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// The story, whole.
    pub index: &'a Index,
    /// What is chosen of the story as a whole: captured steps, where actors were put by hand.
    pub view: &'a View,
    /// The text measurer.
    pub measurer: &'a Measurer,
    /// Where actors lie in the arrangements that steps ask for.
    pub arranged: &'a dyn Fn(&ArrangeBy) -> Arc<Arrangement>,
}

/// The views of a step, each a figure by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct StepFigures {
    /// What is said of the step.
    pub words: StepWords,
    /// What it selects.
    pub selection: Vec<Item>,
    /// Its views.
    pub views: Vec<Drawn>,
}

/// A step with what it is drawn from.
struct Scenery<'a> {
    step: ToldStep,
    index: Cow<'a, Index>,
    arrangement: Arc<Arrangement>,
}

impl<'a> Telling<'a> {
    /// How many steps there are.
    #[must_use]
    pub fn count(&self) -> usize {
        count_steps(self.index.story(), &self.view.steps)
    }

    fn scenery(&self, place: usize) -> Option<Scenery<'a>> {
        let step = told_step(self.index, self.view, place)?;
        // A filter that cannot be read leaves everything.
        let query = Query::parse(&step.view.filter).ok();
        let query = query.filter(|query| !query.is_empty());
        let arrangement = if step.words.show.map() {
            (self.arranged)(&step.view.map.arrange)
        } else {
            Arc::default()
        };
        Some(Scenery {
            index: match query {
                Some(query) => Cow::Owned(step.view.left_out.applied(self.index, &query)),
                None => Cow::Borrowed(self.index),
            },
            arrangement,
            step,
        })
    }
}

impl Scenery<'_> {
    fn ground<'b>(&'b self, measurer: &'b Measurer) -> Ground<'b> {
        Ground {
            index: &self.index,
            arrangement: &self.arrangement,
            view: &self.step.view,
            measurer,
        }
    }

    fn subjects(&self) -> &'static [Subject] {
        match self.step.words.show {
            Shown::Both => &[Subject::Timeline, Subject::Map],
            Shown::Timeline => &[Subject::Timeline],
            Shown::Map => &[Subject::Map],
        }
    }

    /// The view of `subject` at `size`, with what its marks mean and how much it shows.
    fn view(&self, subject: Subject, size: Size, figure: &Figure, measurer: &Measurer) -> Framed {
        let around = [Part::Legend, Part::Caption];
        let figure = Figure {
            subject,
            size,
            grows: false,
            parts: figure
                .parts
                .iter()
                .copied()
                .filter(|part| around.contains(part))
                .collect(),
            seen_at: None,
            page: None,
            ..figure.clone()
        };
        frame::framed(self.ground(measurer), &figure)
    }
}

/// Draws the page of each step, as large as `figure` is.
#[must_use]
pub fn draw_steps(telling: Telling<'_>, figure: &Figure) -> Vec<Drawn> {
    let all = telling.count();
    let page = |place| draw_step(telling, figure, (place, all));
    (0..all).filter_map(page).collect()
}

/// Draws the page of the step at `place` of `all`; none where there is no such step.
#[must_use]
pub fn draw_step(
    telling: Telling<'_>,
    figure: &Figure,
    (place, all): (usize, usize),
) -> Option<Drawn> {
    let scenery = telling.scenery(place)?;
    let number = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let figure = Figure {
        grows: false,
        page: Some((number(place + 1), number(all))),
        ..figure.clone()
    };
    let page = Page {
        scenery: &scenery,
        figure: &figure,
        measurer: telling.measurer,
    };
    Some(page.drawn(telling.index))
}

/// Draws the views of each step, no larger than a page on a screen shows beside what they rest on.
#[must_use]
pub fn step_figures(telling: Telling<'_>, figure: &Figure) -> Vec<StepFigures> {
    let of_step = |place| {
        let scenery = telling.scenery(place)?;
        let draw = |subject: &Subject| {
            let share = match (scenery.step.words.show, subject) {
                (Shown::Both, Subject::Timeline) => 0.65,
                (Shown::Both, Subject::Map) => 0.85,
                _ => 1.0,
            };
            let Size { width, height } = figure.size;
            let (shown, ratio) = (width.min(WIDEST), (height / width).min(HIGHEST));
            let size = size(shown, shown * ratio * share);
            let framed = scenery.view(*subject, size, figure, telling.measurer);
            scenery.sheet_of(telling.index, framed, subject.word())
        };
        let views = scenery.subjects().iter().map(draw).collect();
        Some(StepFigures {
            selection: scenery.step.view.selected(telling.index),
            words: scenery.step.words.clone(),
            views,
        })
    };
    (0..telling.count()).filter_map(of_step).collect()
}

impl Scenery<'_> {
    fn sheet_of(&self, index: &Index, framed: Framed, what: &str) -> Drawn {
        let story = index.story();
        let items: HashSet<Item> = framed.scene.items().collect();
        let note = |item| (item, framed.citations.note(index, item));
        let title = &self.step.words.title;
        let named = if title.is_empty() {
            say!("figure-title", story = story.title, shown = what)
        } else {
            format!("{}: {title}", story.title)
        };
        Drawn {
            sheet: Sheet {
                title: named,
                summary: framed.caption,
                language: story.language.clone(),
                notes: items.into_iter().map(note).collect(),
                scene: framed.scene,
            },
            left_out: framed.left_out,
        }
    }
}

/// A page for a step.
struct Page<'a> {
    scenery: &'a Scenery<'a>,
    figure: &'a Figure,
    measurer: &'a Measurer,
}

impl Page<'_> {
    fn drawn(&self, whole: &Index) -> Drawn {
        let step = &self.scenery.step;
        let selected = step.view.selected(whole);
        let Size { width, height } = self.figure.size;
        let (head, top, is_cut) = self.head(whole);
        let mut left_out = Vec::new();
        left_out.extend(is_cut.then_some(Part::Caption));
        // What stands at the foot tells of the selection; where there is none, of all that is shown.
        let shown = || {
            let (ground, figure) = (self.scenery.ground(self.measurer), self.figure);
            let subjects = self.scenery.subjects().iter();
            let bodies = subjects.map(|subject| {
                let figure = Figure {
                    subject: *subject,
                    ..figure.clone()
                };
                super::body(ground, &figure, figure.size).items
            });
            bodies.flatten().collect::<Vec<Item>>()
        };
        let items = if selected.is_empty() {
            shown()
        } else {
            selected.clone()
        };
        let citations = Citations::new(whole, &items);
        let mut cards = cards(whole, &selected);
        cards.truncate(columns_in(width));
        let mut parts = self.figure.parts.clone();
        let mut quotations = height >= LEAST_HEIGHT;
        let (foot, bottom) = loop {
            let cards = if quotations { cards.as_slice() } else { &[] };
            let (foot, bottom) = self.foot(whole, &parts, &citations, cards);
            let fits = height - top - bottom >= height * 0.4;
            let dispensable = [Part::Sources, Part::Credit].into_iter();
            let next = dispensable.into_iter().find(|part| parts.contains(part));
            match (fits, next) {
                (false, _) if quotations && !cards.is_empty() => quotations = false,
                (false, Some(part)) => {
                    parts.retain(|kept| *kept != part);
                    left_out.push(part);
                }
                _ => break (foot, bottom),
            }
        };
        let mut scene = Scene::new(size(width, height), self.figure.theme().canvas);
        let room = Rect::between(
            0.0,
            top - MARGIN + GAP,
            width,
            (height - bottom).max(top + 1.0),
        );
        let mut summary = step.words.caption.clone();
        for (subject, place) in self.places(room) {
            let extent = size(place.width(), place.height());
            let mut framed = self
                .scenery
                .view(subject, extent, self.figure, self.measurer);
            for mut layer in framed.scene.layers.drain(..) {
                layer.shift(place.left, place.top);
                scene.layers.push(layer);
            }
            left_out.extend(framed.left_out);
            if summary.is_empty() {
                summary = framed.caption;
            }
        }
        scene.layers.push(head);
        for mut layer in foot {
            layer.shift(0.0, height - bottom);
            scene.layers.push(layer);
        }
        if self.figure.transparent {
            scene.background = Rgba::CLEAR;
        }
        left_out.sort_by_key(|part| *part as usize);
        left_out.dedup();
        let framed = Framed {
            scene,
            citations,
            caption: summary,
            left_out,
        };
        self.scenery.sheet_of(whole, framed, "step")
    }

    /// Where each view stands.
    fn places(&self, room: Rect) -> Vec<(Subject, Rect)> {
        let subjects = self.scenery.subjects();
        let &[first, second] = subjects else {
            return subjects.iter().map(|subject| (*subject, room)).collect();
        };
        let (one, two) = if room.width() > room.height() * LYING {
            // Each has a margin of its own; one between them is enough.
            let middle = room.width() * TIMELINE_SHARE;
            (
                Rect::between(room.left, room.top, middle + MARGIN / 2.0, room.bottom),
                Rect::between(middle - MARGIN / 2.0, room.top, room.right, room.bottom),
            )
        } else {
            let middle = room.top + room.height() * 0.5;
            (
                Rect::between(room.left, room.top, room.right, middle + MARGIN / 2.0),
                Rect::between(room.left, middle - MARGIN / 2.0, room.right, room.bottom),
            )
        };
        vec![(first, one), (second, two)]
    }

    /// The step's words, where they end, and whether they are cut.
    fn head(&self, whole: &Index) -> (Layer, f32, bool) {
        let mut layer = Layer::new("title");
        let mut y = MARGIN;
        let theme = self.figure.theme();
        let room = (self.figure.size.width - 2.0 * MARGIN).max(1.0);
        let step = &self.scenery.step;
        if self.figure.parts.contains(&Part::Title) {
            let (page, pages) = self.figure.page.unwrap_or((1, 1));
            let number = say!("figure-step-of", number = page, count = pages);
            let kicker = format!("{} · {number}", whole.story().title);
            let kicker = self.measurer.shortened(&kicker, TextStyle::Caption, room);
            let color = theme.muted;
            Content::line(
                &mut layer,
                kicker.into_owned(),
                TextStyle::Caption,
                color,
                &mut y,
            );
            y += 2.0;
        }
        for line in self
            .measurer
            .wrapped(&step.words.title, TextStyle::StoryTitle, room)
        {
            self.line(&mut layer, &line, (TextStyle::StoryTitle, room), &mut y);
        }
        y += 2.0;
        // A caption that would leave the views no room is cut.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "lines of a page"
        )]
        let most = (self.figure.size.height * MOST_WORDS / TextStyle::Quote.line_height()) as usize;
        let mut width = room.min(MEASURE);
        let mut lines = self.paragraphs(width);
        if lines.len() > most {
            width = room;
            lines = self.paragraphs(width);
        }
        let is_cut = lines.len() > most;
        if is_cut {
            lines.truncate(most.max(1));
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
        }
        for line in lines {
            self.line(&mut layer, &line, (TextStyle::Quote, width), &mut y);
        }
        (layer, y + 2.0 + GAP, is_cut)
    }

    /// The caption in lines of at most `width` points.
    fn paragraphs(&self, width: f32) -> Vec<String> {
        let paragraphs = self.scenery.step.words.caption.lines();
        let lines = paragraphs.map(|words| self.measurer.wrapped(words, TextStyle::Quote, width));
        lines.flatten().collect()
    }

    fn line(&self, layer: &mut Layer, words: &str, (style, width): (TextStyle, f32), y: &mut f32) {
        let words = self.measurer.shortened(words, style, width).into_owned();
        Content::line(layer, words, style, self.figure.theme().text, y);
    }

    /// What the step rests on, laid out from a y of 0, and how high that is.
    fn foot(
        &self,
        whole: &Index,
        parts: &[Part],
        citations: &Citations,
        cards: &[Card],
    ) -> (Vec<Layer>, f32) {
        let ground = Ground {
            index: whole,
            ..self.scenery.ground(self.measurer)
        };
        let content = Content {
            ground,
            figure: self.figure,
            legend: Vec::new(),
            citations,
            caption: "",
        };
        let sources = parts.contains(&Part::Sources) && !citations.sources.is_empty();
        let credit = parts.contains(&Part::Credit);
        if cards.is_empty() && !sources && !credit {
            return (Vec::new(), MARGIN);
        }
        let mut y = 0.0;
        let mut layers = vec![content.rule(y)];
        y += GAP;
        if !cards.is_empty() {
            layers.push(self.quotations(cards, &mut y));
            y += GAP;
        }
        if sources {
            layers.push(content.sources(&mut y));
        }
        if credit {
            layers.push(content.credit(&mut y));
        }
        (layers, y + MARGIN - 4.0)
    }

    /// The words that the selection rests on, side by side.
    fn quotations(&self, cards: &[Card], y: &mut f32) -> Layer {
        let mut layer = Layer::new("quotations");
        let theme = self.figure.theme();
        let room = (self.figure.size.width - 2.0 * MARGIN).max(1.0);
        #[expect(clippy::cast_precision_loss, reason = "at most three")]
        let columns = cards.len() as f32;
        let column = ((room - GUTTER * (columns - 1.0)) / columns).min(MEASURE / 1.6);
        let width = (column - INDENT).max(1.0);
        let mut x = MARGIN;
        let mut end = *y;
        for card in cards {
            let mut at = *y;
            let mut words = Layer::new("quotations");
            let quote = say!("quoted", words = card.quote);
            let mut lines = self.measurer.wrapped(&quote, TextStyle::Quote, width);
            if lines.len() > QUOTATION_LINES {
                let rest = lines.split_off(QUOTATION_LINES - 1).join(" ");
                let last = self.measurer.shortened(&rest, TextStyle::Quote, width);
                lines.push(last.into_owned());
            }
            let said = [&card.who, &card.place].into_iter();
            let said = said.map(|line| (line.clone(), TextStyle::Caption, theme.muted));
            let lines = lines
                .into_iter()
                .map(|line| (line, TextStyle::Quote, theme.text));
            for (line, style, color) in lines.chain(said) {
                let line = self.measurer.shortened(&line, style, width).into_owned();
                Content::line(&mut words, line, style, color, &mut at);
            }
            words.shift(x - MARGIN + INDENT, 0.0);
            layer.groups.append(&mut words.groups);
            layer.plain(vec![Mark::Rect {
                rect: Rect::between(x, *y + 2.0, x + 2.0, at),
                radius: 0.0,
                fill: Paint::Solid(theme.kind(&card.style)),
                stroke: None,
            }]);
            x += column + GUTTER;
            end = end.max(at);
        }
        *y = end;
        layer
    }
}

/// How many quotations have room side by side on a page of this width.
fn columns_in(width: f32) -> usize {
    let room = width - 2.0 * MARGIN + GUTTER;
    let fits = |columns: &u8| f32::from(*columns) * (LEAST_COLUMN + GUTTER) <= room;
    let most = (1..=QUOTATIONS).rev().find(fits).unwrap_or(1);
    usize::from(most)
}

/// The words that the selection rests on, the first of them: of what was selected last before others.
fn cards(whole: &Index, selected: &[Item]) -> Vec<Card> {
    let items = selected.iter().rev();
    let pages = items.map(|item| details::page(whole, Some(*item)));
    let cards = pages.flat_map(|page| {
        let groups = page.evidence.into_iter();
        groups.flat_map(|(heading, cards)| {
            let against = heading == details::against();
            cards.into_iter().map(move |card| Card {
                who: if against {
                    say!("figure-against", who = card.who)
                } else {
                    card.who
                },
                ..card
            })
        })
    });
    let mut found: Vec<Card> = Vec::new();
    for card in cards {
        if found.iter().all(|held| held.passage != card.passage) {
            found.push(card);
        }
        if found.len() == usize::from(QUOTATIONS) {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Progress, load_str};

    /// The pages of a story that is told in `steps`.
    fn pages(steps: &str, figure: &Figure) -> Vec<Drawn> {
        let text = format!(
            r#"Story(format: 1, title: "T", sources: {{ "s": Source(title: "S") }},
            passages: {{ "p": Passage(source: "s", quote: "they met", said_by: Reporter),
                "q": Passage(source: "s", quote: "they did not", said_by: Reporter) }},
            actors: {{ "a": Actor(name: "Ann"), "b": Actor(name: "Bob") }},
            events: {{ "e": Event(title: "They meet", when: "2020", participants: {{ "a": "" }},
                evidence: [Supports("p"), Disputes("q")]) }},
            steps: [{steps}])"#
        );
        let loaded = load_str("t.ron", &text, &Progress::default()).unwrap();
        let arranged = |_: &ArrangeBy| Arc::<Arrangement>::default();
        let telling = Telling {
            index: &Index::new(loaded.story),
            view: &View::default(),
            measurer: &Measurer::new(),
            arranged: &arranged,
        };
        draw_steps(telling, figure)
    }

    fn words(drawn: &Drawn) -> Vec<String> {
        let texts = drawn.sheet.scene.texts();
        texts.map(|text| text.text.clone()).collect()
    }

    #[test]
    fn a_page_quotes_what_the_selection_rests_on_and_says_what_stands_against_it() {
        let figure = Figure::new(Subject::Timeline, size(1123.0, 794.0));
        let pages = pages(
            r#"Step(title: "One", select: ["event/e"]), Step(title: "Two")"#,
            &figure,
        );
        let one = words(&pages[0]);
        for word in ["One", "T · 1 of 2", "“they met”", "“they did not”", "[1] S"] {
            assert!(one.iter().any(|text| text == word), "{word}: {one:?}");
        }
        assert!(
            one.iter().any(|text| text.starts_with("Against it: ")),
            "{one:?}"
        );
        let two = words(&pages[1]);
        assert!(two.iter().all(|text| !text.starts_with('“')), "{two:?}");
    }

    #[test]
    fn a_long_caption_leaves_the_views_room_and_is_said_to_be_cut() {
        let long = "word ".repeat(380);
        for (width, height) in [(1600.0, 900.0), (794.0, 1123.0), (320.0, 240.0)] {
            let figure = Figure::new(Subject::Timeline, size(width, height));
            let step = format!("Step(title: \"One\", caption: \"{long}\", show: \"timeline\")");
            let pages = pages(&step, &figure);
            let cut = words(&pages[0]).iter().any(|text| text.ends_with('…'));
            let said = pages[0].left_out.contains(&Part::Caption);
            assert!(!cut || said, "{width} x {height}");
            let axis = pages[0]
                .sheet
                .scene
                .layers
                .iter()
                .find(|layer| layer.name == "events");
            let clip = axis.and_then(|layer| layer.clip);
            assert!(clip.is_none_or(|clip| clip.height() > 20.0), "{clip:?}");
        }
    }
}
