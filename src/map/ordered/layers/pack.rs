//! Pictures beside and below each other, in rows like books of falling height.

use super::super::extent::{Frame, real};

/// By how much each of `frames` is moved so that none overlaps another, with `gap` points between
/// them and all of them about `aspect` times as wide as high, with a row of `foot` points (width and
/// height) below; the whole begins at the origin. Also how large it is without the foot.
pub(super) fn packed(
    frames: &[Frame],
    gap: f64,
    aspect: f64,
    foot: [f64; 2],
) -> (Vec<[f64; 2]>, [f64; 2]) {
    let size = |frame: &Frame| [frame[2] - frame[0] + gap, frame[3] - frame[1] + gap];
    let area: f64 = frames
        .iter()
        .map(|frame| size(frame)[0] * size(frame)[1])
        .sum();
    let widest = frames
        .iter()
        .map(|frame| size(frame)[0])
        .fold(0.0, f64::max);
    let mut order: Vec<usize> = (0..frames.len()).collect();
    order.sort_by(|&a, &b| {
        let (ours, theirs) = (size(&frames[a]), size(&frames[b]));
        theirs[1].total_cmp(&ours[1]).then(a.cmp(&b))
    });
    let square = ((area + foot[0] * foot[1]) * aspect).sqrt();
    let mut best: Option<(f64, Vec<[f64; 2]>, [f64; 2])> = None;
    for n in 0..16 {
        let width = (square * (0.7 + 0.06 * real(n))).max(widest);
        let (moved, own) = rows(frames, &order, width, gap);
        let (wide, high) = (own[0].max(foot[0]), own[1] + foot[1]);
        // The least window of the wanted shape that holds all.
        let cost = (wide / aspect).max(high);
        if best.as_ref().is_none_or(|(least, ..)| cost < least - 1e-6) {
            best = Some((cost, moved, own));
        }
    }
    best.map_or((Vec::new(), [0.0; 2]), |(_, moved, size)| (moved, size))
}

/// Rows of at most `width` points, and the size of all.
fn rows(frames: &[Frame], order: &[usize], width: f64, gap: f64) -> (Vec<[f64; 2]>, [f64; 2]) {
    let mut moved = vec![[0.0; 2]; frames.len()];
    let (mut left, mut top, mut tallest, mut right) = (0.0_f64, 0.0_f64, 0.0_f64, 0.0_f64);
    // Where the one before in the row begins, how wide it is, and how far down it is filled.
    let mut pile = [0.0_f64; 3];
    for &n in order {
        let frame = frames[n];
        let [wide, high] = [frame[2] - frame[0] + gap, frame[3] - frame[1] + gap];
        if wide <= pile[1] && pile[2] + high <= tallest + 1e-6 {
            moved[n] = [pile[0] - frame[0], top + pile[2] - frame[1]];
            pile[2] += high;
            continue;
        }
        if left > 0.0 && left + wide > width * 1.001 {
            (left, top, tallest) = (0.0, top + tallest, 0.0);
        }
        moved[n] = [left - frame[0], top - frame[1]];
        pile = [left, wide, high];
        left += wide;
        right = right.max(left);
        tallest = tallest.max(high);
    }
    (
        moved,
        [(right - gap).max(0.0), (top + tallest - gap).max(0.0)],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_picture_lies_on_another() {
        let frames: Vec<Frame> = (0..40_u8)
            .map(|n| {
                [
                    -3.0,
                    -2.0,
                    f64::from(n % 9) * 7.0,
                    f64::from(n % 7) * 5.0 + 1.0,
                ]
            })
            .collect();
        let (moved, size) = packed(&frames, 4.0, 2.0, [0.0; 2]);
        for (n, frame) in frames.iter().enumerate() {
            let a = super::super::super::extent::moved(*frame, moved[n]);
            assert!(a[0] > -1e-9 && a[1] > -1e-9);
            assert!(a[2] < size[0] + 1e-9 && a[3] < size[1] + 1e-9);
            for (m, other) in frames.iter().enumerate().skip(n + 1) {
                let b = super::super::super::extent::moved(*other, moved[m]);
                let apart = a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];
                assert!(apart, "{a:?} {b:?}");
            }
        }
        assert!(size[0] / size[1] > 1.3 && size[0] / size[1] < 3.0);
    }
}
