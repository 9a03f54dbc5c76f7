//! Which elements are open in a page of HTML, as far as that says what of it is seen.

use std::collections::HashMap;

/// Elements more deeply nested are read as if they were not nested, as browsers do.
const DEEPEST: usize = 512;
/// How far out an element is looked for that the start of another closes.
const NEAR: usize = 32;

/// What an element does to the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing.
    Inline,
    /// It stands in paragraphs of its own.
    Block,
    /// As a block, and white space in it counts.
    Pre,
    /// A cell in a row of a table.
    Cell,
    /// A line ends.
    Break,
    /// A line across the page, with nothing in it.
    Rule,
    /// It can have nothing in it.
    Void,
    /// What is in it is not shown.
    Unseen,
    /// As unseen, and its tag may close itself.
    Drawing,
    /// It is shown where it is said to be open.
    Dialog,
}

fn shape(name: &[u8]) -> Shape {
    match name {
        b"address" | b"article" | b"aside" | b"blockquote" | b"body" | b"caption" | b"center"
        | b"dd" | b"details" | b"dir" | b"div" | b"dl" | b"dt" | b"fieldset" | b"figcaption"
        | b"figure" | b"footer" | b"form" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6"
        | b"header" | b"hgroup" | b"html" | b"legend" | b"li" | b"main" | b"menu" | b"nav"
        | b"ol" | b"p" | b"search" | b"section" | b"summary" | b"table" | b"tbody" | b"tfoot"
        | b"thead" | b"tr" | b"ul" => Shape::Block,
        b"pre" | b"listing" | b"xmp" | b"plaintext" | b"textarea" => Shape::Pre,
        b"td" | b"th" => Shape::Cell,
        b"br" => Shape::Break,
        b"hr" => Shape::Rule,
        b"area" | b"base" | b"basefont" | b"bgsound" | b"col" | b"embed" | b"frame" | b"img"
        | b"input" | b"keygen" | b"link" | b"meta" | b"param" | b"source" | b"track" | b"wbr" => {
            Shape::Void
        }
        b"applet" | b"audio" | b"canvas" | b"datalist" | b"iframe" | b"noembed" | b"noframes"
        | b"noscript" | b"object" | b"rp" | b"script" | b"select" | b"style" | b"template"
        | b"title" | b"video" => Shape::Unseen,
        b"svg" => Shape::Drawing,
        b"dialog" => Shape::Dialog,
        _ => Shape::Inline,
    }
}

/// The name of an element; a number stands for it, so that a long name takes no room.
type Name = u64;

/// FNV-1a. A page whose author finds two names of one number only makes it hide or show its own words.
const fn hashed(name: &[u8]) -> Name {
    let mut hash: Name = 0xcbf2_9ce4_8422_2325;
    let mut rest = name;
    while let [first, others @ ..] = rest {
        hash = (hash ^ *first as Name).wrapping_mul(0x0100_0000_01b3);
        rest = others;
    }
    hash
}

/// An element that a tag names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element {
    name: Name,
    pub(super) shape: Shape,
    /// Whether its attributes hide it.
    pub(super) hidden: bool,
    /// Whether it is said to be open.
    pub(super) open: bool,
    /// What its start closes, and what keeps that from being closed.
    closes: Closes,
}

/// What the start of an element closes although no tag says so.
#[derive(Clone, Copy, Debug)]
struct Closes {
    closed: &'static [Name],
    within: &'static [Name],
}

const LISTS: &[Name] = &[
    hashed(b"ul"),
    hashed(b"ol"),
    hashed(b"menu"),
    hashed(b"dir"),
];
const DEFINITIONS: &[Name] = &[hashed(b"dl")];
const TABLE: &[Name] = &[hashed(b"table")];
const RUBY: &[Name] = &[hashed(b"ruby")];
const AROUND_PARAGRAPHS: &[Name] = &[
    hashed(b"td"),
    hashed(b"th"),
    hashed(b"button"),
    hashed(b"table"),
];
const ITEMS: &[Name] = &[hashed(b"li")];
const TERMS: &[Name] = &[hashed(b"dt"), hashed(b"dd")];
const CELLS: &[Name] = &[hashed(b"td"), hashed(b"th")];
const ROWS: &[Name] = &[hashed(b"tr")];
const GROUPS: &[Name] = &[hashed(b"tbody"), hashed(b"thead"), hashed(b"tfoot")];
const READINGS: &[Name] = &[hashed(b"rp"), hashed(b"rt")];
const PARAGRAPHS: &[Name] = &[hashed(b"p")];

fn closes(name: &[u8], shape: Shape) -> Closes {
    let (closed, within): (&[Name], &[Name]) = match name {
        b"li" => (ITEMS, LISTS),
        b"dt" | b"dd" => (TERMS, DEFINITIONS),
        b"td" | b"th" => (CELLS, TABLE),
        b"tr" => (ROWS, TABLE),
        b"tbody" | b"thead" | b"tfoot" => (GROUPS, TABLE),
        b"rp" | b"rt" => (READINGS, RUBY),
        _ if matches!(shape, Shape::Block | Shape::Pre | Shape::Rule) => {
            (PARAGRAPHS, AROUND_PARAGRAPHS)
        }
        _ => (&[], &[]),
    };
    Closes { closed, within }
}

impl Element {
    /// The element of this name, in lower-case letters.
    pub(super) fn new(name: &[u8]) -> Self {
        let shape = shape(name);
        Self {
            name: hashed(name),
            shape,
            hidden: false,
            open: false,
            closes: closes(name, shape),
        }
    }

    fn is_hidden(&self) -> bool {
        match self.shape {
            Shape::Unseen | Shape::Drawing => true,
            Shape::Dialog => self.hidden || !self.open,
            _ => self.hidden,
        }
    }
}

struct Open {
    name: Name,
    /// Whether it, or one around it, is not shown.
    hidden: bool,
    /// Whether white space counts in it.
    keeps_space: bool,
    /// Whether it is in a drawing, where tags may close themselves.
    drawing: bool,
}

/// The elements that are open, from the outermost.
#[derive(Default)]
pub(super) struct Tree {
    open: Vec<Open>,
    /// How many of each name are open, so that a stray end tag is no search.
    count: HashMap<Name, usize>,
}

impl Tree {
    /// Whether what comes next is not shown.
    pub(super) fn is_hidden(&self) -> bool {
        self.open.last().is_some_and(|open| open.hidden)
    }

    /// Whether white space that comes next counts.
    pub(super) fn keeps_space(&self) -> bool {
        self.open.last().is_some_and(|open| open.keeps_space)
    }

    /// Takes a start tag in.
    pub(super) fn start(&mut self, tag: Element, self_closing: bool) {
        self.close_near(tag.closes);
        let drawing = self.open.last().is_some_and(|open| open.drawing);
        let empty = match tag.shape {
            Shape::Break | Shape::Rule | Shape::Void => true,
            Shape::Drawing => self_closing,
            _ => drawing && self_closing,
        };
        let (hidden, keeps_space) = (self.is_hidden(), self.keeps_space());
        // What is not shown is not shown at any depth, and takes one place above the deepest.
        let too_deep = self.open.len() >= DEEPEST && (hidden || !tag.is_hidden());
        if empty || too_deep {
            return;
        }
        self.open.push(Open {
            name: tag.name,
            hidden: hidden || tag.is_hidden(),
            keeps_space: keeps_space || tag.shape == Shape::Pre,
            drawing: drawing || tag.shape == Shape::Drawing,
        });
        *self.count.entry(tag.name).or_default() += 1;
    }

    /// Takes an end tag in; one of an element that is not open changes nothing.
    pub(super) fn end(&mut self, tag: &Element) {
        if self.count.get(&tag.name).is_none_or(|count| *count == 0) {
            return;
        }
        while let Some(name) = self.pop() {
            if name == tag.name {
                return;
            }
        }
    }

    fn pop(&mut self) -> Option<Name> {
        let name = self.open.pop()?.name;
        if let Some(count) = self.count.get_mut(&name) {
            *count -= 1;
            if *count == 0 {
                self.count.remove(&name);
            }
        }
        Some(name)
    }

    fn close_near(&mut self, closes: Closes) {
        if closes.closed.is_empty() {
            return;
        }
        let near = self.open.iter().enumerate().rev().take(NEAR);
        let mut found = None;
        for (at, open) in near {
            if closes.within.contains(&open.name) {
                break;
            }
            if closes.closed.contains(&open.name) {
                found = Some(at);
                break;
            }
        }
        while found.is_some_and(|at| self.open.len() > at) {
            self.pop();
        }
    }
}
