//! Looking near by first in a sorted list.

/// The first place from `from` on in `list` at which `before` no longer holds, which it does for all
/// up to there: by doubling steps, then by halving (J. Bentley and A. Yao, 1976).
pub(crate) fn gallop<T: Copy>(list: &[T], from: usize, before: impl Fn(T) -> bool) -> usize {
    let mut step = 1;
    let mut low = from;
    while let Some(&one) = list.get(low + step - 1) {
        if !before(one) {
            break;
        }
        low += step;
        step *= 2;
    }
    let high = (low + step - 1).min(list.len());
    let rest = list.get(low..high).unwrap_or_default();
    low + rest.partition_point(|&one| before(one))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::gallop;

    proptest! {
        #[test]
        fn galloping_finds_what_a_search_finds(mut list in prop::collection::vec(0..500_u32, 0..200), from in 0..250_usize, n in 0..500_u32) {
            list.sort_unstable();
            let from = from.min(list.len());
            let expected = from + list[from..].partition_point(|&other| other < n);
            prop_assert_eq!(gallop(&list, from, |other| other < n), expected);
        }
    }
}
