//! The menu of what claims rest on: what to show of them, the ledger and the reader.

use eframe::egui::Ui;

use crate::index::Query;
use crate::view::Command;

use super::action::{Action, Topic};
use super::canvas::Effect;
use super::top_bar::Bar;

/// Terms that a filter may have, in groups, with what they are called.
const FILTERS: [(&str, &[(&str, &str)]); 4] = [
    (
        "Rests on",
        &[
            ("rests:one-source", "One source alone"),
            ("rests:one-voice", "One voice alone"),
            ("rests:unnamed", "Unnamed people alone"),
            ("rests:nothing", "Nothing"),
        ],
    ),
    (
        "Said by",
        &[
            ("voice:on-record", "Somebody on the record"),
            ("voice:spokesperson", "A spokesperson"),
            ("voice:unnamed", "Unnamed people"),
            ("voice:declined", "Nobody: declined to comment"),
            ("voice:document", "A document"),
            ("voice:reporter", "The reporter"),
        ],
    ),
    (
        "Status",
        &[
            ("status:documented", "Documented"),
            ("status:attributed", "Attributed"),
            ("status:anonymous", "Anonymous"),
            ("status:disputed", "Disputed"),
            ("status:denied", "Denied"),
            ("status:planned", "Planned"),
        ],
    ),
    (
        "Quotations",
        &[
            ("check:drifted,ambiguous,not-found", "Anything amiss"),
            ("check:verified,normalised", "Verified"),
            ("check:normalised", "Verified after normalising"),
            ("check:drifted", "Drifted"),
            ("check:ambiguous", "Ambiguous"),
            ("check:not-found", "Not found"),
            ("check:no-text", "No text at hand"),
        ],
    ),
];

/// Every term of the menu, with what it is called.
pub fn filters() -> impl Iterator<Item = (&'static str, String)> {
    FILTERS.iter().flat_map(|(name, filters)| {
        let named = move |words: &str| format!("{name}: {}", words.to_lowercase());
        filters
            .iter()
            .map(move |(term, words)| (*term, named(words)))
    })
}

/// What the menu calls a term; the term itself where it has none.
pub fn words_of(term: &str) -> String {
    let named = filters().find(|(held, _)| *held == term);
    named.map_or_else(|| term.to_owned(), |(_, words)| words)
}

/// Shows the menu.
pub fn show(ui: &mut Ui, bar: &Bar<'_>, effects: &mut Vec<Effect>) {
    bar.asking
        .marked_entry(ui, effects, Action::ToggleLedger, bar.view.ledger);
    let reads = bar.view.reading.is_some();
    bar.asking
        .marked_entry(ui, effects, Action::ToggleReader, reads);
    bar.asking
        .marked_entry(ui, effects, Action::ToggleVoices, bar.view.voices);
    for action in Action::ALL.iter().copied() {
        let listed = matches!(
            action,
            Action::ToggleLedger | Action::ToggleReader | Action::ToggleVoices
        );
        if action.topic() == Topic::Evidence && !listed {
            bar.asking.entry(ui, effects, action);
        }
    }
    ui.separator();
    let terms = Query::parse(&bar.view.filter).map_or_else(|_| Vec::new(), |query| query.terms());
    for (name, filters) in FILTERS {
        ui.menu_button(format!("Show only: {}", name.to_lowercase()), |ui| {
            for (term, words) in filters {
                let is_on = terms.iter().any(|held| held == term);
                if ui.selectable_label(is_on, *words).clicked() {
                    effects.push(Effect::Settle(Command::Filter(toggled(&terms, term))));
                    ui.close();
                }
            }
        });
    }
}

/// The filter with `term` in the place of others of its field, or without it where it had that.
fn toggled(terms: &[String], term: &str) -> String {
    let field = |term: &str| term.split(':').next().map(str::to_owned);
    let others = terms.iter().filter(|held| field(held) != field(term));
    let mut rest: Vec<&str> = others.map(String::as_str).collect();
    if !terms.iter().any(|held| held == term) {
        rest.push(term);
    }
    rest.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_of_the_menu_is_a_filter() {
        for (_, filters) in FILTERS {
            for (term, _) in filters {
                let query = Query::parse(term).unwrap();
                assert_eq!(query.terms(), [*term]);
            }
        }
    }

    #[test]
    fn a_term_takes_the_place_of_its_like_and_goes_when_chosen_again() {
        let terms = ["kind:agency".to_owned(), "rests:nothing".to_owned()];
        assert_eq!(
            toggled(&terms, "rests:unnamed"),
            "kind:agency rests:unnamed"
        );
        assert_eq!(toggled(&terms, "rests:nothing"), "kind:agency");
        assert_eq!(toggled(&[], "voice:unnamed"), "voice:unnamed");
    }
}
