//! The menu of what claims rest on: what to show of them, the ledger and the reader.

use eframe::egui::Ui;

use crate::index::Query;
use crate::language::{Said, say};
use crate::view::Command;

use super::action::{Action, Topic};
use super::canvas::Effect;
use super::top_bar::Bar;

/// What a term is called under the heading of its group, and where it stands by itself.
type Names = fn() -> [&'static str; 2];

/// Terms that are listed together, with what they are called.
type Terms = (Said, &'static [(&'static str, Names)]);

/// Terms that a filter may have, in groups.
const FILTERS: [Terms; 4] = [
    (
        || say!("evidence-menu-rests"),
        &[
            ("rests:one-source", || {
                [
                    say!("evidence-menu-rests-one-source"),
                    say!("evidence-menu-rests-one-source.alone"),
                ]
            }),
            ("rests:one-voice", || {
                [
                    say!("evidence-menu-rests-one-voice"),
                    say!("evidence-menu-rests-one-voice.alone"),
                ]
            }),
            ("rests:unnamed", || {
                [
                    say!("evidence-menu-rests-unnamed"),
                    say!("evidence-menu-rests-unnamed.alone"),
                ]
            }),
            ("rests:nothing", || {
                [
                    say!("evidence-menu-rests-nothing"),
                    say!("evidence-menu-rests-nothing.alone"),
                ]
            }),
        ],
    ),
    (
        || say!("evidence-menu-voice"),
        &[
            ("voice:on-record", || {
                [
                    say!("evidence-menu-voice-on-record"),
                    say!("evidence-menu-voice-on-record.alone"),
                ]
            }),
            ("voice:spokesperson", || {
                [
                    say!("evidence-menu-voice-spokesperson"),
                    say!("evidence-menu-voice-spokesperson.alone"),
                ]
            }),
            ("voice:unnamed", || {
                [
                    say!("evidence-menu-voice-unnamed"),
                    say!("evidence-menu-voice-unnamed.alone"),
                ]
            }),
            ("voice:declined", || {
                [
                    say!("evidence-menu-voice-declined"),
                    say!("evidence-menu-voice-declined.alone"),
                ]
            }),
            ("voice:document", || {
                [
                    say!("evidence-menu-voice-document"),
                    say!("evidence-menu-voice-document.alone"),
                ]
            }),
            ("voice:reporter", || {
                [
                    say!("evidence-menu-voice-reporter"),
                    say!("evidence-menu-voice-reporter.alone"),
                ]
            }),
        ],
    ),
    (
        || say!("evidence-menu-status"),
        &[
            ("status:documented", || {
                [
                    say!("evidence-menu-status-documented"),
                    say!("evidence-menu-status-documented.alone"),
                ]
            }),
            ("status:attributed", || {
                [
                    say!("evidence-menu-status-attributed"),
                    say!("evidence-menu-status-attributed.alone"),
                ]
            }),
            ("status:anonymous", || {
                [
                    say!("evidence-menu-status-anonymous"),
                    say!("evidence-menu-status-anonymous.alone"),
                ]
            }),
            ("status:disputed", || {
                [
                    say!("evidence-menu-status-disputed"),
                    say!("evidence-menu-status-disputed.alone"),
                ]
            }),
            ("status:denied", || {
                [
                    say!("evidence-menu-status-denied"),
                    say!("evidence-menu-status-denied.alone"),
                ]
            }),
            ("status:planned", || {
                [
                    say!("evidence-menu-status-planned"),
                    say!("evidence-menu-status-planned.alone"),
                ]
            }),
        ],
    ),
    (
        || say!("evidence-menu-check"),
        &[
            ("check:drifted,ambiguous,not-found", || {
                [
                    say!("evidence-menu-check-amiss"),
                    say!("evidence-menu-check-amiss.alone"),
                ]
            }),
            ("check:verified,normalised", || {
                [
                    say!("evidence-menu-check-verified"),
                    say!("evidence-menu-check-verified.alone"),
                ]
            }),
            ("check:normalised", || {
                [
                    say!("evidence-menu-check-normalised"),
                    say!("evidence-menu-check-normalised.alone"),
                ]
            }),
            ("check:drifted", || {
                [
                    say!("evidence-menu-check-drifted"),
                    say!("evidence-menu-check-drifted.alone"),
                ]
            }),
            ("check:ambiguous", || {
                [
                    say!("evidence-menu-check-ambiguous"),
                    say!("evidence-menu-check-ambiguous.alone"),
                ]
            }),
            ("check:not-found", || {
                [
                    say!("evidence-menu-check-not-found"),
                    say!("evidence-menu-check-not-found.alone"),
                ]
            }),
            ("check:no-text", || {
                [
                    say!("evidence-menu-check-no-text"),
                    say!("evidence-menu-check-no-text.alone"),
                ]
            }),
        ],
    ),
];

/// Every term of the menu, with what it is called where it stands by itself.
pub fn filters() -> impl Iterator<Item = (&'static str, &'static str)> {
    let terms = FILTERS.into_iter().flat_map(|(_, filters)| filters);
    terms.map(|(term, names)| {
        let [_, alone] = names();
        (*term, alone)
    })
}

/// What a term is called where it stands by itself; the term itself where the menu has none.
pub fn words_of(term: &str) -> &str {
    let named = filters().find(|(held, _)| *held == term);
    named.map_or(term, |(_, words)| words)
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
        ui.menu_button(name(), |ui| {
            for (term, names) in filters {
                let [words, _] = names();
                let is_on = terms.iter().any(|held| held == term);
                if ui.selectable_label(is_on, words).clicked() {
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
