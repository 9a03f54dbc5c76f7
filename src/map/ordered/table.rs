//! Boxes in rows and columns, in the order given.

use super::extent::{Frame, real, whole};

/// The places of boxes in a table, and its size, in points from its left top corner.
pub(crate) struct Table {
    pub(crate) places: Vec<[f64; 2]>,
    pub(crate) size: [f64; 2],
}

/// The table of `frames` with columns as wide as their widest box, about `width` points wide, and
/// `gap` points free between columns and between rows.
pub(crate) fn table(frames: &[Frame], width: f64, gap: [f64; 2]) -> Table {
    let wide = |frame: &Frame| frame[2] - frame[0];
    let mean = frames.iter().map(wide).sum::<f64>() / real(frames.len().max(1));
    let step = mean + gap[0];
    let room = if step > 0.0 { width / step } else { 1.0 };
    let mut across = whole(room).clamp(1, frames.len().max(1));
    // Columns are as wide as their widest box, so that a few less may fit.
    let mut lefts = columns(frames, across, gap[0]);
    for _ in 0..12 {
        let over = lefts[across] - gap[0] - width;
        if over <= 0.0 || across == 1 {
            break;
        }
        across -= whole(over / (lefts[across] / real(across))).clamp(1, across - 1);
        lefts = columns(frames, across, gap[0]);
    }
    let mut places = Vec::with_capacity(frames.len());
    let mut top = 0.0;
    for row in frames.chunks(across) {
        let rise = row.iter().map(|frame| -frame[1]).fold(0.0, f64::max);
        let fall = row.iter().map(|frame| frame[3]).fold(0.0, f64::max);
        for (frame, left) in row.iter().zip(&lefts) {
            places.push([left - frame[0], top + rise]);
        }
        top += rise + fall + gap[1];
    }
    Table {
        places,
        size: [(lefts[across] - gap[0]).max(0.0), (top - gap[1]).max(0.0)],
    }
}

/// Where each of `across` columns begins, and where a further one would.
fn columns(frames: &[Frame], across: usize, gap: f64) -> Vec<f64> {
    let mut widths = vec![0.0_f64; across];
    for (n, frame) in frames.iter().enumerate() {
        let width = &mut widths[n % across];
        *width = width.max(frame[2] - frame[0]);
    }
    let mut lefts = vec![0.0];
    let mut left = 0.0;
    for width in widths {
        left += width + gap;
        lefts.push(left);
    }
    lefts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_fill_the_width() {
        let frames = vec![[-5.0, -5.0, 35.0, 5.0]; 10];
        let table = table(&frames, 170.0, [10.0, 4.0]);
        let is_at = |n: usize, x: f64, y: f64| {
            let [left, top] = table.places[n];
            (left - x).abs() < 1e-9 && (top - y).abs() < 1e-9
        };
        assert!(is_at(0, 5.0, 5.0) && is_at(2, 105.0, 5.0) && is_at(3, 5.0, 19.0));
    }

    #[test]
    fn nothing_makes_an_empty_table() {
        let empty = table(&[], 100.0, [10.0, 4.0]);
        assert!(empty.places.is_empty());
        assert!(empty.size.iter().all(|&size| size.abs() < 1e-9));
    }
}
