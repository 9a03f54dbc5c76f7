//! The words of a page of HTML, as a browser that runs no scripts shows them.

use std::cell::Cell;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Readable, Reader, Span, StringReader, Tokenizer};

use super::Problem;
use super::body::{Body, cleaned};
use super::html_tree::{Element, Shape, Tree};
use super::watch::Watch;

/// How many attributes a tag may have. The tokenizer calls itself at each and takes 4 KiB of the stack, so
/// more would take all of it.
const MOST_ATTRIBUTES: usize = 128;

/// The paragraphs of the page `html`.
pub(super) fn words(html: &str, watch: Watch<'_>) -> Result<Body, Problem> {
    let mut body = Body::default();
    words_into(&mut body, html, watch)?;
    Ok(body)
}

/// Adds the paragraphs of the page or part of a page `html` to `body`.
///
/// A tree is not built: what of one matters is kept by [`Tree`], in bounded room and time.
pub(super) fn words_into(body: &mut Body, html: &str, watch: Watch<'_>) -> Result<(), Problem> {
    let attributes = Cell::new(0);
    let mut words = Words {
        body,
        attributes: &attributes,
        tree: Tree::default(),
        tag: None,
        attribute: Attribute::Other,
        paragraph: String::new(),
        gap: false,
    };
    let mut outcome = Ok(());
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| {
        if outcome.is_ok() {
            outcome = words.take(&event);
        }
        // Something for each event, so that the loop below looks at the watch.
        Some(outcome.is_ok())
    });
    emitter.naively_switch_states(true);
    let page = Page {
        html: html.to_reader(),
        attributes: &attributes,
    };
    for (count, event) in Tokenizer::new_with_emitter(page, emitter).enumerate() {
        watch.check_at(count)?;
        match event {
            Ok(true) => {}
            Ok(false) => break,
            Err(TooManyAttributes) => return Err(Problem::TooHard),
        }
    }
    outcome?;
    words.end_paragraph()
}

/// A tag has more attributes than it may.
#[derive(Debug, thiserror::Error)]
#[error("a tag has more than {MOST_ATTRIBUTES} attributes")]
struct TooManyAttributes;

/// A page, which ends in an error where a tag has too many attributes.
struct Page<'a> {
    html: StringReader<'a>,
    attributes: &'a Cell<usize>,
}

impl Page<'_> {
    fn check(&self) -> Result<(), TooManyAttributes> {
        if self.attributes.get() > MOST_ATTRIBUTES {
            Err(TooManyAttributes)
        } else {
            Ok(())
        }
    }
}

impl Reader for Page<'_> {
    type Error = TooManyAttributes;

    fn read_byte(&mut self) -> Result<Option<u8>, TooManyAttributes> {
        self.check()?;
        let Ok(byte) = self.html.read_byte();
        Ok(byte)
    }

    fn try_read_string(
        &mut self,
        text: &[u8],
        case_sensitive: bool,
    ) -> Result<bool, TooManyAttributes> {
        self.check()?;
        let Ok(found) = self.html.try_read_string(text, case_sensitive);
        Ok(found)
    }

    fn read_until<'b>(
        &'b mut self,
        ends: &[u8],
        room: &'b mut [u8; 4],
    ) -> Result<Option<&'b [u8]>, TooManyAttributes> {
        self.check()?;
        let Ok(part) = self.html.read_until(ends, room);
        Ok(part)
    }
}

/// What an attribute may say about whether its element is shown.
#[derive(Clone, Copy)]
enum Attribute {
    Style,
    Other,
}

struct Words<'a> {
    body: &'a mut Body,
    /// How many attributes the tag that is being read has so far.
    attributes: &'a Cell<usize>,
    tree: Tree,
    /// The tag that is being read.
    tag: Option<Element>,
    attribute: Attribute,
    paragraph: String,
    /// Whether white space came last, which only counts where words follow.
    gap: bool,
}

impl Words<'_> {
    fn take(&mut self, event: &CallbackEvent<'_>) -> Result<(), Problem> {
        match event {
            CallbackEvent::OpenStartTag { name } => self.tag = Some(Element::new(name)),
            CallbackEvent::AttributeName { name } => {
                self.attributes.set(self.attributes.get() + 1);
                self.attribute = Attribute::Other;
                match (*name, &mut self.tag) {
                    (b"hidden", Some(tag)) => tag.hidden = true,
                    (b"open", Some(tag)) => tag.open = true,
                    (b"style", _) => self.attribute = Attribute::Style,
                    _ => {}
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if let (Attribute::Style, Some(tag)) = (self.attribute, &mut self.tag) {
                    tag.hidden |= hides(value);
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                self.attributes.set(0);
                if let Some(tag) = self.tag.take() {
                    self.start(tag, *self_closing)?;
                }
            }
            CallbackEvent::EndTag { name } => {
                self.attributes.set(0);
                self.tag = None;
                self.end(&Element::new(name))?;
            }
            CallbackEvent::String { value } => self.text(&String::from_utf8_lossy(value)),
            CallbackEvent::Comment { .. }
            | CallbackEvent::Doctype { .. }
            | CallbackEvent::Error(_) => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: Element, self_closing: bool) -> Result<(), Problem> {
        let shape = tag.shape;
        self.tree.start(tag, self_closing);
        if self.tree.is_hidden() {
            return Ok(());
        }
        match shape {
            Shape::Block | Shape::Pre | Shape::Rule => self.end_paragraph(),
            Shape::Cell => {
                self.gap = false;
                if !self.paragraph.is_empty() {
                    self.paragraph.push('\t');
                }
                Ok(())
            }
            Shape::Break => {
                self.gap = false;
                self.paragraph.push('\n');
                Ok(())
            }
            Shape::Inline | Shape::Void | Shape::Unseen | Shape::Drawing | Shape::Dialog => Ok(()),
        }
    }

    fn end(&mut self, tag: &Element) -> Result<(), Problem> {
        let hidden = self.tree.is_hidden();
        self.tree.end(tag);
        match tag.shape {
            Shape::Block | Shape::Pre if !hidden => self.end_paragraph(),
            // Browsers read the end tag of a break as a break.
            Shape::Break if !hidden => {
                self.paragraph.push('\n');
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn text(&mut self, text: &str) {
        if self.tree.is_hidden() {
            return;
        }
        if self.tree.keeps_space() {
            self.paragraph.push_str(&cleaned(text));
            return;
        }
        for c in cleaned(text).chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\u{c}') {
                self.gap = true;
                continue;
            }
            if self.gap && !self.paragraph.is_empty() && !self.paragraph.ends_with(['\n', '\t']) {
                self.paragraph.push(' ');
            }
            self.gap = false;
            self.paragraph.push(c);
        }
    }

    fn end_paragraph(&mut self) -> Result<(), Problem> {
        self.gap = false;
        // Two breaks in a row leave a blank line, and so divide paragraphs.
        self.body.add(&self.paragraph)?;
        self.paragraph.clear();
        Ok(())
    }
}

/// Whether the style of an element takes it from sight.
fn hides(style: &[u8]) -> bool {
    let plain: Vec<u8> = style
        .iter()
        .filter(|byte| !byte.is_ascii_whitespace())
        .map(u8::to_ascii_lowercase)
        .collect();
    plain.split(|byte| *byte == b';').any(|rule| {
        let rule = rule.strip_suffix(b"!important").unwrap_or(rule);
        rule == b"display:none" || rule == b"visibility:hidden"
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;
    use std::thread;
    use std::time::Duration;

    use super::*;

    fn text(html: &str) -> String {
        let cancel = AtomicBool::new(false);
        let watch = Watch::new(&cancel, Duration::from_mins(1));
        words(html, watch).unwrap().finish().unwrap().0
    }

    #[test]
    fn blocks_are_paragraphs_and_breaks_are_lines() {
        assert_eq!(
            text("<h1>A <b>b</b>\n c</h1><p>d<br> e<p>f<ul><li>g<li>h</ul>i"),
            "A b c\n\nd\ne\n\nf\n\ng\n\nh\n\ni"
        );
        assert_eq!(text("a<br><br>b"), "a\n\nb");
    }

    #[test]
    fn what_is_not_shown_is_left_out() {
        let hidden = [
            "<head><title>x</title><style>y{}</style><script>if (a < b) '</p>'</script></head>",
            "<noscript><p>x</noscript>",
            "<template><p>x</p></template>",
            "<div hidden>x<div>y</div>z</div>",
            "<p style='color: red; Display : none !important'>x",
            "<svg><text>x</text></svg><svg/><svg><path/></svg>",
            "<iframe>x</iframe><object>x</object><select><option>x</select>",
            "<!-- x --><dialog>x</dialog>",
            "<ul><li hidden>x<ul><li>y</ul></ul>",
        ];
        for part in hidden {
            assert_eq!(text(&format!("{part}<p>seen</p>")), "seen", "{part}");
            assert_eq!(
                text(&format!("<body>{part}<div>seen</div>")),
                "seen",
                "{part}"
            );
        }
        assert_eq!(text("<dialog open>seen</dialog>"), "seen");
        assert_eq!(text("<ul><li hidden>x<li>seen</ul>"), "seen");
        assert_eq!(text("<div><p hidden>x</div>seen"), "seen");
        assert_eq!(text("<table><tr><td hidden>x<td>seen</table>"), "seen");
    }

    #[test]
    fn entities_are_read_and_white_space_is_drawn_together() {
        assert_eq!(
            text("&quot;a&nbsp;&amp; b&#8212;c&#x2014;d &eacute; &unknown; &lt\n\n\t e&quot;"),
            "\"a\u{a0}& b—c—d é &unknown; < e\""
        );
    }

    #[test]
    fn preformatted_lines_and_cells_are_kept() {
        assert_eq!(
            text("<pre>a  b\n  c</pre><table><tr><th>d<th>e</tr><tr><td>f</td> <td>g</td></table>"),
            "a  b\n  c\n\nd\te\n\nf\tg"
        );
    }

    #[test]
    fn a_tag_may_have_as_many_attributes_as_the_stack_has_room_for() {
        let page = |tag: &str, count: usize| format!("{tag}{}>seen", " b=\"c\"".repeat(count));
        let small = thread::Builder::new().stack_size(1 << 20);
        let reading = small.spawn(move || {
            assert_eq!(text(&page("<a", MOST_ATTRIBUTES).repeat(3)), "seenseenseen");
            assert_eq!(
                text(&page("</a", MOST_ATTRIBUTES).repeat(3)),
                "seenseenseen"
            );
            for tag in ["<a", "</a"] {
                let cancel = AtomicBool::new(false);
                let watch = Watch::new(&cancel, Duration::from_mins(1));
                let read = words(&page(tag, 1_000_000), watch);
                assert!(matches!(read, Err(Problem::TooHard)));
            }
        });
        reading.unwrap().join().unwrap();
    }

    #[test]
    fn tags_that_are_never_closed_or_opened_do_no_harm() {
        assert_eq!(
            text("</div></p>a<p><b><i>b</p></section>c<div"),
            "a\n\nb\n\nc"
        );
    }
}
