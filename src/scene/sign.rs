//! Small signs for how quotations stand to their sources: a check, a wave, rings, a cross, a dot.

use crate::evidence::State;
use crate::language::say;

use super::legend::Entry;
use super::{Dash, Mark, Paint, Point, Rgba, Stroke, Theme, point};

/// The colour of a sign.
#[must_use]
pub fn sign_color(state: State, theme: &Theme) -> Rgba {
    match state {
        State::Verified | State::Normalised => theme.good,
        State::NoText => theme.muted,
        State::Drifted | State::Ambiguous => theme.warning,
        State::NotFound => theme.accent,
    }
}

/// The sign of `state` about `at`, so many points across. No two are told apart by colour alone.
#[must_use]
pub fn sign(state: State, at: Point, across: f32, theme: &Theme) -> Vec<Mark> {
    let color = sign_color(state, theme);
    let unit = across / 2.0;
    let stroke = Stroke::new((across * 0.14).max(1.2), color, Dash::Solid);
    let line = |points: &[(f32, f32)]| Mark::Poly {
        points: points
            .iter()
            .map(|&(x, y)| point(at.x + x * unit, at.y + y * unit))
            .collect(),
        closed: false,
        fill: Paint::None,
        stroke: Some(stroke),
    };
    let check = [(-0.8, 0.05), (-0.25, 0.6), (0.85, -0.6)];
    match state {
        State::Verified => vec![line(&check)],
        State::Normalised => vec![line(&check), line(&[(-0.8, 1.0), (0.85, 1.0)])],
        State::NoText => vec![Mark::Circle {
            center: at,
            radius: unit * 0.3,
            fill: Paint::Solid(color),
            stroke: None,
        }],
        State::Drifted => {
            let wave: Vec<(f32, f32)> = (-8_i8..=8)
                .map(|n| {
                    let x = f32::from(n) / 8.0;
                    (x, (x * std::f32::consts::PI).sin() * -0.45)
                })
                .collect();
            vec![line(&wave)]
        }
        State::Ambiguous => [-0.5, 0.5]
            .map(|x| Mark::Circle {
                center: point(at.x + x * unit, at.y),
                radius: unit * 0.38,
                fill: Paint::None,
                stroke: Some(stroke),
            })
            .into(),
        State::NotFound => vec![
            line(&[(-0.65, -0.65), (0.65, 0.65)]),
            line(&[(-0.65, 0.65), (0.65, -0.65)]),
        ],
    }
}

/// A badge about `at` that says that a quotation is amiss: its sign on a small disc of the ground.
#[must_use]
pub fn badge(state: State, at: Point, theme: &Theme) -> Vec<Mark> {
    let mut marks = vec![Mark::Circle {
        center: at,
        radius: 5.5,
        fill: Paint::Solid(theme.canvas),
        stroke: Some(Stroke::solid(1.0, sign_color(state, theme))),
    }];
    marks.extend(sign(state, at, 7.0, theme));
    marks
}

/// The entries of a legend for the badges that `states` have.
#[must_use]
pub fn entries(states: impl Iterator<Item = State>, theme: &Theme) -> Vec<Entry> {
    let mut states: Vec<State> = states.filter(|state| state.is_amiss()).collect();
    states.sort_unstable();
    states.dedup();
    let entry = |state: State| Entry {
        sample: badge(state, point(8.0, 0.0), theme),
        label: legend_label(state).to_owned(),
    };
    states.into_iter().map(entry).collect()
}

/// What a legend says of a badge.
fn legend_label(state: State) -> &'static str {
    match state {
        State::Verified => say!("sign-legend-verified"),
        State::Normalised => say!("sign-legend-normalised"),
        State::NoText => say!("sign-legend-no-text"),
        State::Drifted => say!("sign-legend-drifted"),
        State::Ambiguous => say!("sign-legend-ambiguous"),
        State::NotFound => say!("sign-legend-not-found"),
    }
}

/// What the title of a mark says of quotations that are amiss.
#[must_use]
pub fn in_title(amiss: Option<State>) -> String {
    let said = match amiss {
        Some(State::Drifted) => say!("sign-title-drifted"),
        Some(State::Ambiguous) => say!("sign-title-ambiguous"),
        Some(State::NotFound) => say!("sign-title-not-found"),
        // Nothing is amiss.
        Some(State::Verified | State::Normalised | State::NoText) | None => "",
    };
    said.to_owned()
}
