//! How much room a node takes, and where a picture lies.

/// A node's mark with its label.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    /// Half of the mark's width and height, in points; what is not within 0 to 4000 is brought there.
    pub mark: f64,
    /// The width of the label, in points, 0 for none; what is not within 0 to 4000 is brought there.
    pub label: f64,
}

/// The largest mark or label, in points.
const LARGEST: f64 = 4000.0;
/// Between a mark and the label beside it, in points.
const LABEL_GAP: f64 = 5.0;
/// The height of a line of a label, in points.
const LINE: f64 = 15.0;
/// The height of a label below a mark with its gap, in points.
const BELOW: f64 = 18.0;

/// A box as left, top, right and bottom, in points.
pub type Frame = [f64; 4];

impl Extent {
    /// The box of a mark with its label at its right, in points about the mark's centre: this is
    /// what `layers` and `columns` keep apart.
    #[must_use]
    pub fn beside(self) -> Frame {
        let half = self.high() / 2.0;
        [-self.mark, -half, self.right(), half]
    }

    /// The box of a mark with its label below, in points about the mark's centre: this is what
    /// `rings` keeps apart.
    #[must_use]
    pub fn below(self) -> Frame {
        let half = self.mark.max(self.label / 2.0);
        [-half, -self.mark, half, self.mark + BELOW]
    }

    /// The height of mark and label beside each other, in points.
    pub(crate) fn high(self) -> f64 {
        (self.mark * 2.0).max(LINE)
    }

    /// From the mark's centre to the end of the label at its right, in points.
    pub(crate) fn right(self) -> f64 {
        if self.label > 0.0 {
            self.mark + LABEL_GAP + self.label
        } else {
            self.mark
        }
    }

    /// The same within what there can be.
    fn sound(self) -> Self {
        let within = |value: f64| {
            if value.is_nan() {
                0.0
            } else {
                value.clamp(0.0, LARGEST)
            }
        };
        Self {
            mark: within(self.mark),
            label: within(self.label),
        }
    }
}

/// The extents of `nodes` nodes; those that are not given are empty.
pub(crate) fn sound(extents: &[Extent], nodes: usize) -> Vec<Extent> {
    let given = extents.iter().map(|extent| extent.sound());
    given
        .chain(std::iter::repeat(Extent::default()))
        .take(nodes)
        .collect()
}

/// The box round all of `frames`, each about its place; empty about the origin where there is none.
pub(crate) fn bounds(places: &[[f64; 2]], frames: &[Frame]) -> Frame {
    let mut all: Option<Frame> = None;
    for (at, frame) in places.iter().zip(frames) {
        let own = moved(*frame, *at);
        all = Some(all.map_or(own, |all| joined(all, own)));
    }
    all.unwrap_or_default()
}

/// The box round both.
pub(crate) fn joined(a: Frame, b: Frame) -> Frame {
    [
        a[0].min(b[0]),
        a[1].min(b[1]),
        a[2].max(b[2]),
        a[3].max(b[3]),
    ]
}

/// `frame`, moved by `by`.
pub(crate) fn moved(frame: Frame, by: [f64; 2]) -> Frame {
    [
        frame[0] + by[0],
        frame[1] + by[1],
        frame[2] + by[0],
        frame[3] + by[1],
    ]
}

/// Moves `places` so that the box round all of `frames` is about the origin; returns by how much.
pub(crate) fn centre(places: &mut [[f64; 2]], frames: &[Frame]) -> [f64; 2] {
    let all = bounds(places, frames);
    let by = [-(all[0] + all[2]) / 2.0, -(all[1] + all[3]) / 2.0];
    for at in places {
        *at = [at[0] + by[0], at[1] + by[1]];
    }
    by
}

/// A count as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub(crate) fn real(count: usize) -> f64 {
    count as f64
}

/// The next whole number from `value` up, 0 where it is negative or no number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a conversion from float saturates, which is what is wanted"
)]
pub(crate) fn whole(value: f64) -> usize {
    value.ceil() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extents_are_brought_within_what_there_can_be() {
        let odd = Extent {
            mark: f64::NAN,
            label: f64::INFINITY,
        };
        let all = sound(&[odd], 2);
        assert_eq!((all[0].mark, all[0].label), (0.0, LARGEST));
        assert_eq!(all[1], Extent::default());
    }

    #[test]
    fn the_box_round_all_is_brought_to_the_origin() {
        let extent = Extent {
            mark: 5.0,
            label: 80.0,
        };
        let frames = [extent.beside(), extent.beside()];
        let mut places = [[100.0, 50.0], [300.0, 90.0]];
        centre(&mut places, &frames);
        let all = bounds(&places, &frames);
        assert!((all[0] + all[2]).abs() < 1e-9 && (all[1] + all[3]).abs() < 1e-9);
    }
}
