//! A story of any size, the same for the same size.

use std::fmt::Write as _;

/// The text of a story with `events` events and a fifth as many actors.
pub fn story(events: usize) -> String {
    let actors = (events / 5).max(2);
    let passages = (events / 2).max(1);
    let mut text = String::from("Story(\n    format: 1,\n    title: \"A large story\",\n");
    text.push_str(
        "    sources: { \"log\": Source(title: \"The log\", published: \"2020-01-01\") },\n",
    );
    text.push_str("    passages: {\n");
    for n in 0..passages {
        let _ = writeln!(
            text,
            "        \"p{n}\": Passage(source: \"log\", paragraph: {}, quote: \"entry number {n}\", said_by: Document),",
            n + 1
        );
    }
    text.push_str("    },\n    actors: {\n");
    let kinds = ["person", "company", "government", "country", "media"];
    for n in 0..actors {
        let kind = kinds[n % kinds.len()];
        let _ = writeln!(
            text,
            "        \"a{n}\": Actor(name: \"Actor {n}\", kind: \"{kind}\"),"
        );
    }
    text.push_str("    },\n    events: {\n");
    for n in 0..events {
        let (year, month, day) = (1900 + n % 120, 1 + n % 12, 1 + n % 28);
        let when = match n % 4 {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}-{month:02}-{day:02}~"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        let _ = writeln!(
            text,
            "        \"e{n}\": Event(title: \"Event number {n}\", when: \"{when}\", participants: {{ \"a{}\": \"one\", \"a{}\": \"other\" }}, evidence: [Supports(\"p{}\")]),",
            n % actors,
            (n * 7 + 1) % actors,
            n % passages
        );
    }
    text.push_str("    },\n    relations: {\n");
    for n in 0..actors * 2 {
        let (from, to) = (n % actors, (n * n + n / actors + 1) % actors);
        if from != to {
            let _ = writeln!(
                text,
                "        \"r{n}\": Relation(from: \"a{from}\", to: \"a{to}\", kind: \"knows\", evidence: [Mentions(\"p{}\")]),",
                n % passages
            );
        }
    }
    text.push_str("    },\n)\n");
    text
}
