//! Weighted choice that stays put: each branch has its own score, and the best one is taken.
//!
//! A branch that is added wins only the rows it wins; all other rows keep theirs (rendezvous
//! hashing, Thaler and Ravishankar 1998). Order does not matter.

use super::path::mix;

/// The index of the branch that is taken; branches are pairs of hash and weight. `None` where all
/// weights are 0.
pub(crate) fn pick(base: u64, branches: impl Iterator<Item = (u64, u32)>) -> Option<usize> {
    let mut best: Option<(usize, u64, u32)> = None;
    for (index, (hash, weight)) in branches.enumerate() {
        if weight == 0 {
            continue;
        }
        let draw = mix(base ^ hash);
        let wins = match best {
            None => true,
            Some((_, other, other_weight)) if other_weight == weight => draw > other,
            // The logarithm is monotone, so it is needed only where draw and weight disagree.
            Some((_, other, other_weight)) if draw > other && weight > other_weight => true,
            Some((_, other, other_weight)) if draw < other && weight < other_weight => false,
            Some((_, other, other_weight)) => {
                // The least of exponential variates, each divided by its weight, wins with a
                // probability proportional to the weight.
                neg_log2(draw) * u64::from(other_weight) < neg_log2(other) * u64::from(weight)
            }
        };
        if wins {
            best = Some((index, draw, weight));
        }
    }
    best.map(|(index, ..)| index)
}

/// Where a thing stands in a random order: it keeps its place among the others when one is added or
/// all are written in another order.
pub(crate) fn rank(base: u64, hash: u64) -> u64 {
    mix(base ^ hash)
}

/// How many binary digits a logarithm has behind the point: with the weight of 32 bits and the six
/// of the whole part, a score fits 64 bits.
const LOG_BITS: u32 = 24;

/// −log₂((x + 1) / 2⁶⁴) in 2⁻²⁴ units, in whole numbers alone so that every machine agrees.
fn neg_log2(x: u64) -> u64 {
    let value = x.max(1);
    let zeros = value.leading_zeros();
    // The fraction in [1, 2), scaled by 2³¹, so that its square fits.
    let mut fraction = (value << zeros) >> 32;
    let mut log: u64 = 0;
    for bit in (0..LOG_BITS).rev() {
        fraction = (fraction * fraction) >> 31;
        let carry = fraction >> 32;
        log |= carry << bit;
        fraction >>= carry;
    }
    ((u64::from(zeros) + 1) << LOG_BITS) - log
}

#[cfg(test)]
#[expect(clippy::cast_precision_loss, reason = "compared with a tolerance far above it")]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_right_to_six_digits() {
        for x in [1_u64, 2, 3, 1 << 40, u64::MAX / 3, u64::MAX / 2, u64::MAX - 1] {
            let exact = 64.0 - (x as f64).log2();
            let fixed = neg_log2(x) as f64 / f64::from(1 << LOG_BITS);
            assert!((exact - fixed).abs() < 1e-6, "{x}: {exact} {fixed}");
        }
    }

    #[test]
    fn weights_are_shares() {
        let branches = [(11, 1), (22, 3), (33, 0)];
        let mut counts = [0; 3];
        for base in 0..40_000 {
            counts[pick(mix(base), branches.into_iter()).unwrap()] += 1;
        }
        assert_eq!(counts[2], 0);
        let share = f64::from(counts[1]) / 40_000.0;
        assert!((share - 0.75).abs() < 0.01, "{counts:?}");
    }

    #[test]
    fn a_new_branch_moves_only_the_rows_it_wins() {
        let before = [(1, 2), (2, 1), (3, 5)];
        let after = [(3, 5), (9, 2), (1, 2), (2, 1)];
        for base in (0..5000).map(mix) {
            let old = before[pick(base, before.into_iter()).unwrap()];
            let new = after[pick(base, after.into_iter()).unwrap()];
            assert!(new == old || new.0 == 9);
        }
    }

    #[test]
    fn nothing_is_picked_from_nothing() {
        assert_eq!(pick(1, [(1, 0)].into_iter()), None);
    }
}
