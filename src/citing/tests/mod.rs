//! What the room is tested by.

mod hostile;
mod importing;
mod styles;
mod trips;

use super::{Published, Work};

fn on(year: i32, month: u8, day: u8) -> Published {
    let some = |part: u8| (part > 0).then_some(part);
    Published {
        year,
        month: some(month),
        day: some(day),
        approximate: false,
    }
}

fn news() -> Work<'static> {
    Work {
        id: "roe-2023",
        title: "Roe in talks to sell its mills",
        kind: "news report",
        author: "Jane Roe and John Doe",
        publisher: "The Daily Example",
        published: Some(on(2023, 6, 22)),
        url: "https://example.org/a_b(c)",
        language: "en",
    }
}

fn statute() -> Work<'static> {
    Work {
        id: "act",
        title: "Mills Act 1998",
        kind: "statute",
        publisher: "Official Gazette",
        published: Some(on(1998, 0, 0)),
        url: "https://example.org/act",
        language: "en",
        ..Work::default()
    }
}

fn letter() -> Work<'static> {
    Work {
        id: "letter",
        title: "Letter to the board",
        kind: "letter",
        author: "Roe & Co.",
        published: Some(Published {
            approximate: true,
            ..on(2023, 6, 0)
        }),
        language: "en",
        ..Work::default()
    }
}

fn book() -> Work<'static> {
    Work {
        id: "book",
        title: "The mills of Exampleshire",
        kind: "book",
        author: "Ludwig van Roe",
        publisher: "Example Press",
        published: Some(on(2001, 0, 0)),
        language: "en",
        ..Work::default()
    }
}
