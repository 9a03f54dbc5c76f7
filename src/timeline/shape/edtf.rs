//! How every example of the specification of EDTF is drawn.

use std::fmt::Write as _;

use super::{Kind, Shape};
use crate::story::Date;
use crate::story::calendar::TICKS_PER_DAY;
use crate::timeline::scale::Scale;
use crate::view::Window;

const EXAMPLES: &str = include_str!("../../../tests/data/edtf.txt");

/// Points across.
const WIDTH: f64 = 1000.0;

/// `text` on a scale on which what it bounds takes one part of `share` of the view, in its middle.
fn shape(text: &str, share: i64) -> Shape {
    let date = Date::parse(text).unwrap();
    let (from, to) = date.span().finite().unwrap();
    // An hour at least, which a view can always show.
    let pad = ((to.0 - from.0) * (share - 1) / 2).max(TICKS_PER_DAY / 48);
    let scale = Scale::new(Window::new(from - pad, to + pad), WIDTH);
    Shape::new(date.span(), &scale)
}

/// A shape in a line; what lies beyond the view is `<` or `>`.
fn line(shape: &Shape) -> String {
    let x = |at: f64| match at {
        ..0.0 => "<".to_owned(),
        WIDTH.. => ">".to_owned(),
        _ => format!("{at:.0}"),
    };
    let mut line = format!("{:?} {}", shape.kind, x(shape.from));
    let _ = write!(
        line,
        " [{} {}] {}",
        x(shape.full_from),
        x(shape.full_to),
        x(shape.to)
    );
    for (is_so, word) in [
        (shape.uncertain, "uncertain"),
        (shape.open_left, "open left"),
        (shape.open_right, "open right"),
        (shape.all && shape.kind == Kind::Members, "all"),
    ] {
        if is_so {
            let _ = write!(line, ", {word}");
        }
    }
    if !shape.members.is_empty() {
        let members = shape.members.iter();
        let members: Vec<_> = members.map(|m| format!("{}..{}", x(m.0), x(m.1))).collect();
        let _ = write!(line, ", members {}", members.join(" "));
    }
    line
}

#[test]
fn every_example_of_the_specification_is_drawn_as_it_was() {
    let mut drawn = String::new();
    let is_example = |line: &&str| !line.is_empty() && !line.contains(' ');
    for text in EXAMPLES.lines().filter(is_example) {
        let (near, far) = (line(&shape(text, 2)), line(&shape(text, 400)));
        let _ = writeln!(drawn, "{text}\n    {near}\n    {far}");
    }
    insta::assert_snapshot!("edtf drawn", drawn);
}
