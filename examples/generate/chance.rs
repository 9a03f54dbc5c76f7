//! Chance that is the same on every machine: integers, and floats without functions that round
//! differently from one library to the next.

/// A stream of random numbers (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", 2014).
#[derive(Clone)]
pub(super) struct Chance(u64);

impl Chance {
    /// The stream of the `n`th thing called `name`: what has its own stream can be made again alone.
    pub(super) fn of(seed: u64, name: &str, n: u64) -> Self {
        let mut state = seed;
        for byte in name.bytes() {
            state = mixed(state ^ u64::from(byte));
        }
        Self(mixed(state ^ mixed(n)))
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed(self.0)
    }

    /// From 0 up to, not with, `n`; 0 where `n` is 0.
    pub(super) fn below(&mut self, n: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(n)) >> 64) as u64
    }

    /// From `least` to `most`, both included.
    pub(super) fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.below(most - least + 1)
    }

    /// From 0 up to, not with, `n`, where few small numbers come up very often.
    pub(super) fn heavy(&mut self, n: u64) -> u64 {
        let mut top = n;
        for _ in 0..3 {
            top = self.below(top) + 1;
        }
        self.below(top)
    }

    /// True `part` times of a thousand.
    pub(super) fn mille(&mut self, part: u64) -> bool {
        self.below(1000) < part
    }

    #[expect(clippy::cast_possible_truncation, reason = "an index of the list")]
    pub(super) fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len() as u64) as usize]
    }

    /// From 0 up to, not with, 1.
    #[expect(clippy::cast_precision_loss, reason = "exact: 53 bits")]
    pub(super) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A waiting time of mean 1, by comparisons alone (von Neumann, "Various techniques used in
    /// connection with random digits", 1951).
    pub(super) fn waiting(&mut self) -> f64 {
        let mut whole = 0.0;
        loop {
            let first = self.unit();
            let mut last = first;
            let mut is_odd = true;
            loop {
                let next = self.unit();
                if next >= last {
                    break;
                }
                last = next;
                is_odd = !is_odd;
            }
            if is_odd {
                return whole + first;
            }
            whole += 1.0;
        }
    }
}

fn mixed(state: u64) -> u64 {
    let mut z = state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
