//! The stories that the example `generate` writes: sound, told alike each time, and readable.

#[path = "../examples/generate/main.rs"]
#[allow(dead_code, reason = "its command line is not used here")]
mod generate;

use generate::{Size, write_story};
use throughline::file::{LoadError, Loaded, Progress, load, load_str};
use throughline::story::DrawnAs;

fn text(size: Size) -> String {
    let mut bytes = Vec::new();
    write_story(&mut bytes, size).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn loaded(text: &str) -> Loaded {
    load_str("generated.ron", text, &Progress::default()).unwrap()
}

#[test]
fn generated_stories_of_any_size_have_no_problems() {
    let sizes = [
        (0, None, 12),
        (1, None, 12),
        (50, Some(400), 400),
        (3000, None, 30),
    ];
    for (seed, (events, asked, actors)) in (1..).zip(sizes) {
        let loaded = loaded(&text(Size::new(events, asked, seed)));
        assert_eq!(loaded.problems, []);
        assert_eq!(loaded.story.events().len() as u64, events);
        assert_eq!(loaded.story.actors().len(), actors);
    }
}

#[test]
fn the_same_arguments_give_the_same_story_and_another_seed_another() {
    let told = |seed| text(Size::new(500, None, seed));
    assert_eq!(told(7), told(7));
    assert_ne!(told(7), told(8));
}

#[test]
fn generated_stories_hold_what_large_stories_hold() {
    let loaded = loaded(&text(Size::new(3000, None, 1)));
    let story = &loaded.story;
    for event in story.events() {
        let words = event.title.split(' ').count();
        assert!((3..=9).contains(&words), "{}", event.title);
        assert!((1..=4).contains(&event.participants.len()));
    }
    let count = |of: fn(&throughline::story::Event<'_>) -> bool| {
        story.events().filter(|event| of(event)).count()
    };
    assert_eq!(count(|event| event.drawn_as == DrawnAs::Era), 6);
    assert_eq!(count(|event| event.drawn_as == DrawnAs::KeyDate), 8);
    assert!(count(|event| !event.leads_to.is_empty()) > 30);
    let undated = count(|event| event.when.date.is_none());
    assert!((10..60).contains(&undated), "{undated}");
    // One to two events to a passage.
    let passages = story.passages().len();
    assert!((1500..3000).contains(&passages), "{passages}");
}

/// A file of several parts, whose text is let go where nothing is wrong with it.
#[test]
fn a_large_file_is_read_as_its_text_is_and_its_problems_have_their_places() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.ron");
    let sound = text(Size::new(40_000, None, 3));
    assert!(sound.len() > 9 << 20, "{}", sound.len());
    let read = |text: &str| {
        std::fs::write(&path, text).unwrap();
        load(&path, &Progress::default()).unwrap()
    };
    let from_file = read(&sound);
    let from_text = loaded(&sound);
    assert_eq!(from_file.problems, []);
    assert!(*from_file.story == *from_text.story);
    for wrong in ["titel: \"", "title: “"] {
        let at = sound.rfind("title: \"").unwrap();
        let (before, rest) = sound.split_at(at);
        let wrong = format!("{before}{wrong}{}", &rest["title: \"".len()..]);
        let (from_file, from_text) = (read(&wrong), loaded(&wrong));
        assert!(!from_file.problems.is_empty());
        assert_eq!(from_file.problems, from_text.problems);
        assert_eq!(*from_file.text, wrong);
        assert!(*from_file.story == *from_text.story);
    }
    let progress = Progress::default();
    progress.cancel();
    assert!(matches!(load(&path, &progress), Err(LoadError::Cancelled)));
}
