//! What each room costs, with the story that ships and with a large one. Reading stands beside the
//! plain RON parser, which makes values of the same text without places, checks or a story.
//!
//! `cargo bench` runs all; `cargo bench -- read` those whose name holds "read".

mod large;

use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use throughline::app::SHIPPED;
use throughline::figure::{Figure, Ground, Subject, draw};
use throughline::file::{Progress, load_str};
use throughline::index::Index;
use throughline::map::{Arrangement, Request, arrange};
use throughline::scene::svg::{Lettering, to_svg};
use throughline::scene::{Measurer, png, size};
use throughline::timeline;
use throughline::view::View;

/// The stories that are measured, by name.
fn stories() -> Vec<(&'static str, String)> {
    vec![
        ("shipped", SHIPPED.to_owned()),
        ("1000 events", large::story(1000)),
    ]
}

fn index_of(text: &str) -> Index {
    let loaded = load_str("bench", text, &Progress::default()).expect("the story is sound");
    Index::new(loaded.story)
}

fn arranged(index: &Index, measurer: &Measurer) -> Arrangement {
    arrange(
        index,
        &Request::default(),
        measurer,
        &AtomicBool::new(false),
    )
}

fn read(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read");
    let mut texts = stories();
    texts.push(("20000 events", large::story(20_000)));
    group.sample_size(20);
    for (name, text) in &texts {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("a story", name), text, |bench, text| {
            bench.iter(|| load_str("bench", black_box(text), &Progress::default()));
        });
        group.bench_with_input(BenchmarkId::new("plain RON", name), text, |bench, text| {
            bench.iter(|| ron::from_str::<ron::Value>(black_box(text)));
        });
    }
    group.finish();
}

fn lay_out(criterion: &mut Criterion) {
    let measurer = Measurer::new();
    let mut group = criterion.benchmark_group("lay out");
    group.sample_size(20);
    for (name, text) in stories() {
        let index = index_of(&text);
        group.bench_function(BenchmarkId::new("the index", name), |bench| {
            bench.iter(|| Index::new(Arc::clone(black_box(index.shared_story()))));
        });
        let view = size(1100.0, 400.0);
        let never = AtomicBool::new(false);
        let lanes = timeline::StackRequest::new(&index, View::default().lanes, view);
        group.bench_function(BenchmarkId::new("the lanes", name), |bench| {
            bench.iter(|| timeline::Stack::new(black_box(&index), lanes, &measurer, &never));
        });
        let stack = timeline::Stack::new(&index, lanes, &measurer, &never);
        let request = timeline::Request::new(view);
        group.bench_function(BenchmarkId::new("the timeline", name), |bench| {
            bench.iter(|| timeline::layout(black_box(&index), &stack, &request, &measurer));
        });
        group.sample_size(10);
        group.bench_function(BenchmarkId::new("the map", name), |bench| {
            bench.iter(|| arranged(black_box(&index), &measurer));
        });
    }
    group.finish();
}

fn figures(criterion: &mut Criterion) {
    let measurer = Measurer::new();
    let mut group = criterion.benchmark_group("figures");
    group.sample_size(20);
    let index = index_of(SHIPPED);
    let arrangement = arranged(&index, &measurer);
    for subject in [Subject::Timeline, Subject::Map] {
        let figure = Figure::new(subject, size(1600.0, 900.0));
        let view = View::default();
        let ground = Ground {
            index: &index,
            arrangement: &arrangement,
            view: &view,
            measurer: &measurer,
        };
        let scene = || draw(ground, &figure).sheet;
        group.bench_function(BenchmarkId::new("scene", subject.word()), |bench| {
            bench.iter(scene);
        });
        let drawn = scene();
        group.bench_function(BenchmarkId::new("svg", subject.word()), |bench| {
            bench.iter(|| to_svg(black_box(&drawn), Lettering::ByName));
        });
        group.sample_size(10);
        group.bench_function(BenchmarkId::new("png", subject.word()), |bench| {
            bench.iter(|| png::to_png(black_box(&drawn), 1.0, &mut |_| true));
        });
    }
    group.finish();
}

criterion_group!(rooms, read, lay_out, figures);
criterion_main!(rooms);
