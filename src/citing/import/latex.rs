//! Texts of LaTeX, read by the `biblatex` crate within bounds.

use biblatex::{
    Bibliography, Chunks, ChunksExt, Pair, Person, RawBibliography, RawChunk, RawEntry, Spanned,
};

use crate::citing::names::{Name, printed};
use crate::citing::text::flat;

/// How deep braces may nest: the crate calls itself for each command within a command.
const DEEPEST: u64 = 24;
/// Most bytes of a value.
const LONGEST: usize = 256 << 10;

/// What reading may still cost. The crate takes the square of the braces and of the names in a
/// value, and reads a command within commands once for each of them.
pub(super) struct Budget(u64);

impl Budget {
    pub(super) fn new() -> Self {
        Self(4_000_000_000)
    }

    /// Takes the cost of reading a value; false where it is too much.
    fn spend(&mut self, value: &str) -> bool {
        let (mut depth, mut deepest, mut parts) = (0_u64, 0_u64, 0_u64);
        for byte in value.bytes() {
            match byte {
                b'{' => {
                    depth += 1;
                    parts += 1;
                    deepest = deepest.max(depth);
                }
                b'}' => depth = depth.saturating_sub(1),
                b'$' => parts += 1,
                _ => {}
            }
        }
        let length = u64::try_from(value.len()).unwrap_or(u64::MAX);
        let cost = length
            .saturating_mul(8 + deepest)
            .saturating_add(parts.saturating_mul(parts).saturating_mul(8));
        let fits = deepest <= DEEPEST && value.len() <= LONGEST && cost <= self.0;
        self.0 = self.0.saturating_sub(if fits { cost } else { length });
        fits
    }
}

/// A value read: its text, and the parts that braces keep whole.
pub(super) struct Read {
    chunks: Option<Chunks>,
    plain: String,
}

/// Reads a value. Where LaTeX would not read it, as at a single "$", its braces are dropped and
/// the rest stands as it is. None where it is too much.
pub(super) fn read(value: &str, budget: &mut Budget) -> Option<Read> {
    if !budget.spend(value) {
        return None;
    }
    let value = unmarked(value);
    let entry = RawEntry {
        key: at_start("source"),
        kind: at_start("misc"),
        fields: vec![Pair::new(
            at_start("title"),
            at_start(vec![at_start(RawChunk::Normal(&value))]),
        )],
    };
    let raw = RawBibliography {
        preamble: String::new(),
        entries: vec![at_start(entry)],
        abbreviations: Vec::new(),
    };
    let read = Bibliography::from_raw(raw).ok();
    let entry = read.and_then(|read| read.into_vec().pop());
    let chunks = entry.and_then(|mut entry| entry.remove("title"));
    let plain = chunks.as_ref().map_or_else(
        || flat(&value.replace(['{', '}', '\\'], "")),
        |chunks| flat(&chunks.format_verbatim()),
    );
    Some(Read { chunks, plain })
}

/// A part that stands at the start: the crate adds to places, and that of a detached part is the
/// largest there is.
fn at_start<T>(part: T) -> Spanned<T> {
    Spanned::new(part, 0..0)
}

impl Read {
    /// The text.
    pub(super) fn text(self) -> String {
        self.plain
    }

    /// The people and bodies it names, parted by "; ".
    pub(super) fn authors(self) -> String {
        let people = self
            .chunks
            .and_then(|chunks| chunks.parse::<Vec<Person>>().ok());
        let Some(people) = people else {
            return self.plain;
        };
        let names = people.iter().map(author).filter(|name| !name.is_empty());
        names.collect::<Vec<_>>().join("; ")
    }
}

fn author(person: &Person) -> String {
    let family = flat(&format!("{} {}", person.prefix, person.name));
    let (given, suffix) = (flat(&person.given_name), flat(&person.suffix));
    if family.is_empty() || given.is_empty() {
        return printed(&Name::Body(format!("{given}{family}")));
    }
    printed(&Name::Person {
        given,
        family,
        suffix,
    })
}

/// Whether a command is one that makes a sign, as "ss" and "textbackslash" do.
fn makes_a_sign(command: &str) -> bool {
    const FONTS: [&str; 12] = [
        "textit",
        "textbf",
        "textsc",
        "texttt",
        "textrm",
        "textsf",
        "textup",
        "textsl",
        "textmd",
        "textnormal",
        "textsuperscript",
        "textsubscript",
    ];
    const SIGNS: [&str; 12] = [
        "LaTeX",
        "TeX",
        "copyright",
        "ddag",
        "dots",
        "pounds",
        "guillemotleft",
        "guillemotright",
        "guilsinglleft",
        "guilsinglright",
        "quotedblbase",
        "quotesinglbase",
    ];
    let short = command.len() < 3 && !["it", "em", "bf", "sc", "tt", "rm", "sl"].contains(&command);
    short || SIGNS.contains(&command) || (command.starts_with("text") && !FONTS.contains(&command))
}

/// A value without the commands that only set type, and with the signs that the crate leaves.
fn unmarked(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find(['\\', '~', '`', '\'']) {
        let (before, from) = rest.split_at(at);
        out += before;
        let mut signs = from.chars();
        let (first, second) = (signs.next(), signs.next());
        rest = match (first, second) {
            (Some('~'), _) => {
                out.push(' ');
                from.get(1..)
            }
            (Some('`'), Some('`')) => {
                out.push('“');
                from.get(2..)
            }
            (Some('\''), Some('\'')) => {
                out.push('”');
                from.get(2..)
            }
            (Some('\\'), Some(c)) => {
                let (written, used) = command(from, c);
                out += written;
                from.get(used..)
            }
            (Some('\\') | None, _) => None,
            (Some(c), _) => {
                out.push(c);
                from.get(1..)
            }
        }
        .unwrap_or_default();
    }
    out + rest
}

/// What is kept of the command that begins `from`, and how many bytes of it are used.
fn command(from: &str, sign: char) -> (&str, usize) {
    if sign.is_ascii_alphabetic() {
        let name = from.get(1..).unwrap_or_default();
        let length = name
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(name.len());
        let name = name.get(..length).unwrap_or_default();
        if makes_a_sign(name) {
            return (from.get(..=length).unwrap_or_default(), 1 + length);
        }
        return ("", 1 + length);
    }
    let used = 1 + sign.len_utf8();
    match sign {
        '\\' | ',' | ';' | ':' => (" ", used),
        '!' | '/' | '@' => ("", used),
        _ if sign.is_whitespace() => (" ", used),
        _ => (from.get(..used).unwrap_or_default(), used),
    }
}
