//! The words of a Markdown text, without its marks.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::body::{Body, cleaned};
use super::watch::Watch;
use super::{MOST_MARKDOWN, Problem, html};

/// The paragraphs of `text`; headings, list items and rows of tables are paragraphs of their own.
pub(super) fn words(text: &str, watch: Watch<'_>) -> Result<Body, Problem> {
    if text.len() > MOST_MARKDOWN {
        return Err(Problem::LongMarkdown);
    }
    let text = cleaned(text).replace('\u{c}', "\n\n");
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut words = Words::default();
    for (count, event) in Parser::new_ext(&text, options).enumerate() {
        watch.check_at(count)?;
        words.take(event, watch)?;
    }
    words.end_paragraph()?;
    Ok(words.body)
}

#[derive(Default)]
struct Words {
    body: Body,
    paragraph: String,
    /// The block of HTML that is being read.
    html: Option<String>,
    /// How many images and blocks of metadata the place is in; their words are not shown.
    hidden: usize,
}

impl Words {
    fn take(&mut self, event: Event<'_>, watch: Watch<'_>) -> Result<(), Problem> {
        match event {
            Event::Start(tag) => self.start(&tag)?,
            Event::End(tag) => self.end(tag, watch)?,
            Event::Html(text) => {
                if let Some(html) = &mut self.html {
                    html.push_str(&text);
                }
            }
            Event::InlineHtml(tag) => {
                let tag = tag.as_bytes();
                if tag
                    .get(..3)
                    .is_some_and(|start| start.eq_ignore_ascii_case(b"<br"))
                {
                    self.push("\n");
                }
            }
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.push(&text),
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.push("\n"),
            Event::Rule => self.end_paragraph()?,
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
        Ok(())
    }

    fn push(&mut self, text: &str) {
        if self.hidden == 0 {
            self.paragraph.push_str(text);
        }
    }

    fn start(&mut self, tag: &Tag<'_>) -> Result<(), Problem> {
        match tag {
            Tag::Image { .. } | Tag::MetadataBlock(_) => self.hidden += 1,
            Tag::TableCell if !self.paragraph.is_empty() => self.push("\t"),
            Tag::HtmlBlock => {
                self.end_paragraph()?;
                self.html = Some(String::new());
            }
            Tag::TableCell
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. } => {}
            _ => self.end_paragraph()?,
        }
        Ok(())
    }

    fn end(&mut self, tag: TagEnd, watch: Watch<'_>) -> Result<(), Problem> {
        match tag {
            TagEnd::Image | TagEnd::MetadataBlock(_) => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            TagEnd::HtmlBlock => {
                if let Some(html) = self.html.take() {
                    html::words_into(&mut self.body, &html, watch)?;
                }
            }
            TagEnd::TableCell
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link => {}
            _ => self.end_paragraph()?,
        }
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), Problem> {
        self.body.add(&self.paragraph)?;
        self.paragraph.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;
    use std::time::Duration;

    use super::*;

    fn text(markdown: &str) -> String {
        let cancel = AtomicBool::new(false);
        let watch = Watch::new(&cancel, Duration::from_mins(1));
        words(markdown, watch).unwrap().finish().unwrap().0
    }

    #[test]
    fn marks_go_and_words_stay() {
        let found = text(
            "# The *bank*\n\nIt paid **nine** [clerks](http://x.y \"z\")\nfor `four` years\\\nand ~~more~~.[^1] ![a chart](c.png)\n\n[^1]: A note.\n",
        );
        assert_eq!(
            found,
            "The bank\n\nIt paid nine clerks for four years\nand more.\n\nA note."
        );
    }

    #[test]
    fn items_rows_and_headings_are_paragraphs() {
        let found =
            text("- one\n- [x] two\n  - three\n\n| a | b |\n|---|---|\n| c | d |\n\n***\n> said\n");
        assert_eq!(found, "one\n\ntwo\n\nthree\n\na\tb\n\nc\td\n\nsaid");
    }

    #[test]
    fn html_code_and_what_stands_above_the_text_are_read_as_shown() {
        let found = text(
            "---\ntitle: x\n---\nSo<!-- not --> it is.<br>Or <b>not</b>.\n\n<div>In <i>a</i> block<script>no()</script></div>\n\n```rust\nlet a;\nlet b;\n```\n\n&amp; \\*\n",
        );
        assert_eq!(
            found,
            "So it is.\nOr not.\n\nIn a block\n\nlet a;\nlet b;\n\n& *"
        );
    }
}
