//! A block of text as it is laid out: what passages quote is tinted, what is found or marked stands out.

use std::ops::Range;

use eframe::egui::text::{LayoutJob, TextFormat};

use crate::details::Quotes;
use crate::index::{Highlight, Strength};
use crate::scene::screen::{color32, font_id};
use crate::scene::{TextStyle, Theme};
use crate::story::Item;

/// What decides how the letters of a block look.
pub(super) struct Ink<'a> {
    pub(super) quoted: &'a Quotes,
    pub(super) highlight: &'a Highlight,
    pub(super) found: &'a [Range<usize>],
    /// The one among what is found that was gone to.
    pub(super) current: Option<&'a Range<usize>>,
    pub(super) marked: Option<Range<usize>>,
    pub(super) theme: &'a Theme,
}

impl Ink<'_> {
    /// The part `bytes` of `text`, at most so many points wide.
    pub(super) fn job(&self, text: &str, bytes: &Range<usize>, width: f32) -> LayoutJob {
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        let shown = text.get(bytes.clone()).unwrap_or_default();
        // The line end after the last line would be a line of its own.
        let end = bytes.start + shown.trim_end().len();
        let mut cuts: Vec<usize> = vec![bytes.start, end];
        let mut cut = |range: &Range<usize>| {
            cuts.extend([
                range.start.clamp(bytes.start, end),
                range.end.clamp(bytes.start, end),
            ]);
        };
        for quoted in self.quoted.within(bytes) {
            cut(&quoted.bytes);
        }
        let first = self.found.partition_point(|found| found.end <= bytes.start);
        let found = self.found.get(first..).unwrap_or_default();
        for found in found.iter().take_while(|found| found.start < end) {
            cut(found);
        }
        self.marked.iter().for_each(&mut cut);
        cuts.sort_unstable();
        cuts.dedup();
        for pair in cuts.windows(2) {
            if let [from, to] = *pair
                && let Some(part) = text.get(from..to)
            {
                job.append(part, 0.0, self.format(from));
            }
        }
        job
    }

    /// How the letters from `at` on look.
    fn format(&self, at: usize) -> TextFormat {
        let theme = self.theme;
        let mut format = TextFormat {
            font_id: font_id(TextStyle::Quote),
            color: color32(theme.text),
            line_height: Some(TextStyle::Quote.line_height()),
            ..TextFormat::default()
        };
        let passages = self.quoted.covering(at);
        if !passages.is_empty() {
            let strengths = passages.iter();
            let strength = strengths.map(|&passage| self.highlight.of(Item::Passage(passage)));
            let lit = strength.max().unwrap_or_default() >= Strength::Related;
            let ground = if lit {
                theme.accent.at(0.18)
            } else {
                theme.text.at(0.06)
            };
            format.background = color32(ground.over(theme.canvas));
        }
        let holds = |range: &Range<usize>| range.contains(&at);
        if self
            .found
            .binary_search_by(|found| order(found, at))
            .is_ok()
        {
            let strong = if self.current.is_some_and(holds) {
                0.65
            } else {
                0.25
            };
            format.background = color32(theme.warning.at(strong).over(theme.canvas));
        }
        if self.marked.as_ref().is_some_and(holds) {
            format.background = color32(theme.accent.at(0.32).over(theme.canvas));
        }
        format
    }
}

fn order(range: &Range<usize>, at: usize) -> std::cmp::Ordering {
    if range.end <= at {
        std::cmp::Ordering::Less
    } else if range.start > at {
        std::cmp::Ordering::Greater
    } else {
        std::cmp::Ordering::Equal
    }
}
