//! Numbers in a row moved as little as can be until each keeps its distance from the next.

/// A run of neighbours that lie as close as they may.
struct Run {
    /// The weighted mean of what its members wish, less their distances from the first of all.
    at: f64,
    weight: f64,
    members: usize,
}

/// The numbers nearest to `wanted` (least weighted squares) of which each lies at least `gaps`
/// above the one before it; `gaps[i]` is between the numbers i and i + 1, and missing ones are 0.
/// Weights of 0 or less count as very small ones.
///
/// Isotonic regression by pooling (M. Ayer et al., 1955), after the distances have been taken off.
pub(crate) fn spread(wanted: &[f64], weights: &[f64], gaps: &[f64]) -> Vec<f64> {
    let mut runs: Vec<Run> = Vec::with_capacity(wanted.len());
    let mut offset = 0.0;
    for (place, &wish) in wanted.iter().enumerate() {
        if place > 0 {
            offset += gap(gaps, place - 1);
        }
        let mut run = Run {
            at: wish - offset,
            weight: weights.get(place).copied().unwrap_or(1.0).max(1e-6),
            members: 1,
        };
        while let Some(last) = runs.pop_if(|last| last.at > run.at) {
            let weight = last.weight + run.weight;
            run.at = (last.at * last.weight + run.at * run.weight) / weight;
            run.weight = weight;
            run.members += last.members;
        }
        runs.push(run);
    }
    let mut places = Vec::with_capacity(wanted.len());
    let mut offset = 0.0;
    for run in &runs {
        for _ in 0..run.members {
            if !places.is_empty() {
                offset += gap(gaps, places.len() - 1);
            }
            places.push(run.at + offset);
        }
    }
    places
}

fn gap(gaps: &[f64], place: usize) -> f64 {
    gaps.get(place).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: &[f64], b: &[f64]) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9)
    }

    #[test]
    fn what_keeps_its_distance_stays() {
        assert!(near(
            &spread(&[0.0, 5.0, 9.0], &[1.0; 3], &[4.0, 4.0]),
            &[0.0, 5.0, 9.0]
        ));
    }

    #[test]
    fn what_wants_the_same_place_is_set_evenly_about_it() {
        let at = spread(&[3.0; 3], &[1.0; 3], &[2.0, 2.0]);
        assert!(near(&at, &[1.0, 3.0, 5.0]));
        let at = spread(&[3.0, 3.0], &[3.0, 1.0], &[4.0]);
        assert!(near(&at, &[2.0, 6.0]));
    }

    #[test]
    fn those_in_the_wrong_order_meet() {
        let at = spread(&[9.0, 1.0], &[], &[]);
        assert!(near(&at, &[5.0, 5.0]));
        assert!(spread(&[], &[], &[]).is_empty());
    }
}
