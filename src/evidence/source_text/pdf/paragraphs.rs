//! From lines to paragraphs, by how far apart the lines are and where they begin and end.

use super::lines::Line;

/// How much further than usual a line stands below the last where a paragraph ends between them.
const FURTHER: f64 = 1.25;
/// How far a line is set in that begins a paragraph, in sizes.
const INDENT: std::ops::Range<f64> = 0.8..6.0;
/// How much two sizes differ that are not of one paragraph.
const OTHER_SIZE: f64 = 0.12;
/// What part of the width of a paragraph its last line leaves free.
const SHORT: f64 = 0.25;
/// How far one line may be below another in one column, in sizes.
const COLUMN_DROP: std::ops::Range<f64> = 0.5..4.0;

/// What items of lists begin with.
const BULLETS: [char; 6] = ['•', '▪', '◦', '‣', '●', '■'];

/// What stands between two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    Line,
    Paragraph,
}

/// The lines of all pages: a form feed stands where a page begins, a blank line between paragraphs.
pub(super) fn joined(pages: &[Vec<Line>]) -> String {
    let usual = usual_drop(pages);
    let room: usize = pages.iter().flatten().map(Line::room).sum();
    let mut text = String::with_capacity(room + pages.len());
    let mut block = Block::default();
    let mut last: Option<&Line> = None;
    for page in pages {
        let mut turned = true;
        if page.is_empty() {
            text.push('\u{c}');
            continue;
        }
        for line in page {
            if let Some(last) = last {
                let between = if turned || !follows(last, line) {
                    over_the_edge(last, line)
                } else {
                    block.before(last, line, usual)
                };
                text.push('\n');
                if between == Between::Paragraph {
                    text.push('\n');
                    block = Block::default();
                }
            }
            if turned {
                text.push('\u{c}');
                turned = false;
                block = Block::default();
            }
            text.push_str(&line.text);
            block.add(line);
            last = Some(line);
        }
    }
    text
}

/// How far a line is below the one before it, in sizes.
fn drop(last: &Line, line: &Line) -> f64 {
    (last.base - line.base) / last.size.max(line.size)
}

/// Whether `line` stands below `last` in the same column.
fn follows(last: &Line, line: &Line) -> bool {
    last.is_along(line.sense) && COLUMN_DROP.contains(&drop(last, line))
}

/// How far apart the lines of most paragraphs are: a quarter of all lines are no further.
fn usual_drop(pages: &[Vec<Line>]) -> f64 {
    let mut drops: Vec<f64> = pages
        .iter()
        .flat_map(|page| page.windows(2))
        .filter_map(|pair| match pair {
            [last, line] if follows(last, line) => Some(drop(last, line)),
            _ => None,
        })
        .collect();
    let quarter = drops.len() / 4;
    if drops.is_empty() {
        return COLUMN_DROP.end;
    }
    let (_, usual, _) = drops.select_nth_unstable_by(quarter, f64::total_cmp);
    *usual
}

/// Whether a sentence runs on from the end of a page or column to the start of the next.
fn over_the_edge(last: &Line, line: &Line) -> Between {
    let open = last
        .text
        .ends_with(|c: char| c.is_alphanumeric() || ",;-\u{2010}–—".contains(c));
    if open && line.text.starts_with(char::is_lowercase) {
        Between::Line
    } else {
        Between::Paragraph
    }
}

/// Whether a line begins as an item of a list does: with a bullet, a dash, or as in "12." or "(a)".
fn is_item(text: &str) -> bool {
    let mark = text.split_whitespace().next().unwrap_or_default();
    mark.starts_with(BULLETS)
        || matches!(mark, "-" | "–" | "—" | "*")
        || (mark.len() <= 5 && mark.ends_with(['.', ')']) && mark != text)
}

/// The lines of a paragraph so far.
#[derive(Debug, Default)]
struct Block {
    count: usize,
    /// Where its lines begin and end; the first one, which may be set in, counts only while alone.
    left: f64,
    right: f64,
}

impl Block {
    fn add(&mut self, line: &Line) {
        self.left = if self.count < 2 {
            line.start
        } else {
            self.left.min(line.start)
        };
        self.right = if self.count == 0 {
            line.end
        } else {
            self.right.max(line.end)
        };
        self.count += 1;
    }

    /// What stands between `last`, which is in it, and `line` below it.
    fn before(&self, last: &Line, line: &Line, usual: f64) -> Between {
        let size = last.size.max(line.size);
        let width = self.right - self.left;
        let further = drop(last, line) > FURTHER * usual;
        let other_size = (last.size - line.size).abs() > OTHER_SIZE * size;
        // The second line of an item stands under its words, not under its mark.
        let hanging = self.count == 1 && is_item(&last.text);
        let set_in = !hanging && INDENT.contains(&((line.start - self.left) / size));
        let short = self.count > 1
            && last.text.ends_with(['.', '!', '?', ':', '”', '"'])
            && last.end < self.right - SHORT * width;
        let item = line.text.starts_with(BULLETS);
        if further || other_size || set_in || short || item {
            Between::Paragraph
        } else {
            Between::Line
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::{Letter, Lines};
    use super::*;

    /// A page of lines, each with where it begins and ends and how far below the top it is.
    fn page(lines: &[(f64, f64, f64, &str)]) -> Vec<Line> {
        let mut page = Lines::new(10_000);
        for (start, end, top, words) in lines {
            page.add(Letter {
                words: (*words).to_owned(),
                start: *start,
                end: *end,
                base: -*top,
                size: 10.0,
                sense: (1.0, 0.0),
            });
        }
        page.finish().unwrap()
    }

    #[test]
    fn a_wider_gap_an_indent_and_a_short_line_end_paragraphs() {
        let found = joined(&[page(&[
            (0.0, 100.0, 0.0, "One"),
            (0.0, 100.0, 12.0, "goes on"),
            (0.0, 100.0, 30.0, "Two"),
            (0.0, 100.0, 42.0, "goes on"),
            (10.0, 100.0, 54.0, "Three"),
            (0.0, 100.0, 66.0, "goes on"),
            (0.0, 40.0, 78.0, "and ends."),
            (0.0, 100.0, 90.0, "Four"),
        ])]);
        assert_eq!(
            found,
            "\u{c}One\ngoes on\n\nTwo\ngoes on\n\nThree\ngoes on\nand ends.\n\nFour"
        );
    }

    #[test]
    fn items_are_paragraphs_whose_lines_hang() {
        let found = joined(&[page(&[
            (0.0, 100.0, 0.0, "• One"),
            (10.0, 90.0, 12.0, "goes on"),
            (0.0, 100.0, 24.0, "• Two"),
            (10.0, 90.0, 36.0, "goes on"),
        ])]);
        assert_eq!(found, "\u{c}• One\ngoes on\n\n• Two\ngoes on");
    }

    #[test]
    fn a_sentence_runs_on_over_columns_and_pages() {
        let found = joined(&[
            page(&[
                (0.0, 100.0, 0.0, "One"),
                (0.0, 100.0, 12.0, "goes"),
                (200.0, 300.0, 0.0, "on,"),
            ]),
            Vec::new(),
            page(&[(0.0, 100.0, 0.0, "and ends."), (0.0, 100.0, 12.0, "here")]),
            page(&[(0.0, 100.0, 0.0, "Two.")]),
        ]);
        assert_eq!(
            found,
            "\u{c}One\ngoes\non,\u{c}\n\u{c}and ends.\nhere\n\n\u{c}Two."
        );
    }
}
