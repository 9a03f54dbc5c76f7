//! Components of a graph beside each other, in rows like books of falling height.

/// Free room round each component, in units of an edge's length.
const GAP: f32 = 1.0;
/// How much wider than high the whole is.
const ASPECT: f32 = 1.8;

/// By how much each component is moved, so that none lies on another and all together are about the
/// origin. `laid` are their places, the component with the most nodes first.
pub(super) fn shelved(laid: &[Vec<[f32; 2]>]) -> Vec<[f32; 2]> {
    let boxes: Vec<[f32; 4]> = laid.iter().map(|places| bounds(places)).collect();
    let size = |b: &[f32; 4]| (b[2] - b[0] + GAP, b[3] - b[1] + GAP);
    let area: f32 = boxes.iter().map(|b| size(b).0 * size(b).1).sum();
    let widest = boxes.iter().map(|b| size(b).0).fold(0.0, f32::max);
    let width = (area * ASPECT).sqrt().max(widest);
    let mut order: Vec<usize> = (0..boxes.len()).collect();
    order.sort_by(|&a, &b| {
        size(&boxes[b])
            .1
            .total_cmp(&size(&boxes[a]).1)
            .then(a.cmp(&b))
    });
    let mut moved = vec![[0.0; 2]; boxes.len()];
    let (mut x, mut top, mut tallest, mut right) = (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
    for n in order {
        let (across, high) = size(&boxes[n]);
        if x > 0.0 && x + across > width * 1.001 {
            (x, top, tallest) = (0.0, top + tallest, 0.0);
        }
        moved[n] = [x - boxes[n][0], top - boxes[n][1]];
        x += across;
        right = right.max(x);
        tallest = tallest.max(high);
    }
    let middle = [(right - GAP) / 2.0, (top + tallest - GAP) / 2.0];
    for by in &mut moved {
        *by = [by[0] - middle[0], by[1] - middle[1]];
    }
    moved
}

/// Left, top, right and bottom.
fn bounds(places: &[[f32; 2]]) -> [f32; 4] {
    let none = [f32::MAX, f32::MAX, f32::MIN, f32::MIN];
    places.iter().fold(none, |b, at| {
        [
            b[0].min(at[0]),
            b[1].min(at[1]),
            b[2].max(at[0]),
            b[3].max(at[1]),
        ]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_component_lies_on_another() {
        let square = |size: f32| vec![[0.0, 0.0], [size, size * 0.7]];
        let laid: Vec<_> = (1_u8..60)
            .rev()
            .map(|n| square(f32::from(n % 11)))
            .collect();
        let moved = shelved(&laid);
        let boxes: Vec<[f32; 4]> = laid
            .iter()
            .zip(&moved)
            .map(|(places, by)| {
                let b = bounds(places);
                [b[0] + by[0], b[1] + by[1], b[2] + by[0], b[3] + by[1]]
            })
            .collect();
        for (n, a) in boxes.iter().enumerate() {
            for b in &boxes[n + 1..] {
                let apart = a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];
                assert!(apart, "{a:?} {b:?}");
            }
        }
    }
}
