//! Throughline shows a documented story whole: *when* on a timeline, *who* on a map, *says who* in
//! the passages that every mark rests on.
//!
//! # The map of the house
//!
//! Data goes one way. A story file becomes a [`story::Story`], which never changes; an
//! [`index::Index`] holds what is computed of it once; a [`view::View`] holds what the user chose,
//! and only a [`view::Command`] changes it. From index and view a layout is made, pure geometry, and
//! from the layout a [`scene::Scene`]: plain marks, each with the item that it stands for. One scene
//! serves the screen, the pointer, screen readers and every file format.
//!
//! ```text
//! file --> Story --> Index --> (+ View) --> layout --> Scene --> screen | svg | png
//!                                  ^                     |
//!                                  +---- Command <-------+
//! ```
//!
//! Each room knows those above it, and none below:
//!
//! | room | holds |
//! | --- | --- |
//! | [`language`] | every message of the program, numbers as a language writes them |
//! | [`story`] | what a story is: records, dates, ids |
//! | [`file`](mod@file) | story files: read with all their problems, checked, written |
//! | [`index`] | questions asked of a story |
//! | [`view`] | what the user chose, and its history |
//! | [`scene`] | marks, text measuring, themes; the ways out: screen, SVG, PNG |
//! | [`timeline`] | scale, ticks, lanes, rows, how dates are drawn |
//! | [`map`] | graph, force layout, curves, camera |
//! | [`details`] | what the sidebar says, as data |
//! | [`figure`] | views with title, legend, sources around them, for files |
//! | [`app`] | the window |
//! | [`cli`] | the command line |
//!
//! ```
//! use std::sync::Arc;
//! use throughline::{file, index::Index, scene, timeline, view::LaneBy};
//!
//! let text = r#"Story(
//!     format: 1, title: "A letter",
//!     events: { "letter": Event(title: "Jane writes to the mayor", when: "2023-04") },
//! )"#;
//! let loaded = file::load_str("letter.ron", text, &file::Progress::default())?;
//! assert_eq!(loaded.problems[0].code, file::Code::NoEvidence);
//! let index = Index::new(loaded.story);
//! let request = timeline::Request::new(scene::size(800.0, 300.0));
//! let (_, layout) = timeline::fitting(&index, LaneBy::None, &request, &scene::Measurer::new());
//! assert_eq!(layout.placed.len(), 1);
//! # Ok::<(), file::LoadError>(())
//! ```

#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::panic,
        clippy::print_stdout,
        clippy::unwrap_used
    )
)]

pub mod app;
pub mod citing;
pub mod cli;
pub mod details;
pub mod evidence;
pub mod figure;
pub mod file;
pub mod index;
pub mod language;
pub mod map;
pub mod scene;
pub mod story;
pub mod timeline;
pub mod view;
