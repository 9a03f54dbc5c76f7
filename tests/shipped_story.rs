//! The story that ships, held against the article that it retells.
#![allow(
    clippy::unwrap_used,
    reason = "a test may fail where what it needs is missing"
)]

use std::collections::BTreeSet;
use std::fs;

use throughline::app::{SHIPPED, SHIPPED_NAME};
use throughline::file::{Progress, load_str};
use throughline::story::Story;

/// The article is not part of the project; where a copy lies beside it, quotations are held against it.
const ARTICLE: &str = "../shared/seed/article-2023-06-22.txt";
const PARAGRAPHS: u32 = 22;

fn story() -> Story {
    let loaded = load_str(SHIPPED_NAME, SHIPPED, &Progress::default()).unwrap();
    assert_eq!(loaded.problems, []);
    (*loaded.story).clone()
}

#[test]
fn the_story_is_as_large_as_the_article_is_rich() {
    let story = story();
    assert!(
        story.actors().len() >= 30,
        "{} actors",
        story.actors().len()
    );
    assert!(
        story.events().len() >= 25,
        "{} events",
        story.events().len()
    );
    assert!(
        story.relations().len() >= 30,
        "{} relations",
        story.relations().len()
    );
    assert!(
        story.passages().len() >= 45,
        "{} passages",
        story.passages().len()
    );
}

#[test]
fn every_event_and_relation_rests_on_a_passage() {
    let story = story();
    for event in story.events() {
        assert!(!event.evidence.is_empty(), "event {}", event.id);
    }
    for relation in story.relations() {
        assert!(!relation.evidence.is_empty(), "relation {}", relation.id);
    }
}

#[test]
fn every_paragraph_has_a_passage_and_no_quotation_is_longer_than_a_clause() {
    let story = story();
    let quoted: BTreeSet<u32> = story.passages().filter_map(|p| p.paragraph).collect();
    assert_eq!(quoted, (1..=PARAGRAPHS).collect());
    for passage in story.passages() {
        let words = passage.quote.split_whitespace().count();
        assert!(words <= 20, "passage {} has {words} words", passage.id);
    }
}

#[test]
fn every_quotation_stands_word_for_word_in_its_paragraph() {
    let Ok(article) = fs::read_to_string(ARTICLE) else {
        eprintln!(
            "skipped: {ARTICLE} is not here, so quotations could not be held against the article"
        );
        return;
    };
    // The first line is the date.
    let paragraphs: Vec<&str> = article
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .skip(1)
        .collect();
    assert_eq!(paragraphs.len(), PARAGRAPHS as usize);
    for passage in story().passages() {
        let number = passage.paragraph.unwrap() as usize;
        assert!(
            paragraphs[number - 1].contains(passage.quote),
            "passage {} is not in paragraph {number}: {}",
            passage.id,
            passage.quote
        );
        assert!(
            paragraphs[number - 1].trim() != passage.quote,
            "passage {} is a whole paragraph",
            passage.id
        );
    }
}
