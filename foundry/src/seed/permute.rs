//! Keyed bijections: the order in which rows take the values of a domain, so that no two rows share
//! one, and each of them is found without looking at the others.

use super::path::mix;

/// The rounds of the network. Four make it hard to tell from chance (Luby, Rackoff 1988); the others
/// are for domains so small that a half has a bit or two.
const ROUNDS: usize = 8;

/// The odd number nearest to 2⁶⁴ / φ, by which the keys of the rounds are told apart.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// The greatest size that can be brought into an order: a half of the network is a `u64`.
pub(crate) const LARGEST: u128 = 1 << 126;

/// A keyed bijection of `0..size`: a balanced Feistel network over the next power of four, whose
/// steps out of the domain are followed until they are back inside (Black, Rogaway 2002). As the
/// power is at most four times the size, that takes less than four steps on average.
pub(crate) struct Permutation {
    size: u128,
    half_bits: u32,
    keys: [u64; ROUNDS],
}

impl Permutation {
    /// The order of `0..size` that `key` stands for; a size above [`LARGEST`] counts as that.
    pub(crate) fn new(key: [u64; 2], size: u128) -> Self {
        let size = size.min(LARGEST);
        let half_bits = (u128::BITS - size.saturating_sub(1).leading_zeros()).div_ceil(2).max(1);
        let [low, high] = halves(size, u64::BITS);
        let mut counter = mix(key[0] ^ mix(low ^ STEP) ^ high);
        let keys = std::array::from_fn(|_| {
            counter = counter.wrapping_add(STEP);
            mix(counter) ^ key[1]
        });
        Self { size, half_bits, keys }
    }

    /// What stands at `index` in the order; an index that is not below the size stays as it is.
    pub(crate) fn apply(&self, index: u128) -> u128 {
        if index >= self.size {
            return index;
        }
        let mut at = self.encrypt(index);
        // The way leads back to the index itself at the latest.
        while at >= self.size {
            at = self.encrypt(at);
        }
        at
    }

    fn encrypt(&self, number: u128) -> u128 {
        let mask = u64::MAX >> (u64::BITS - self.half_bits);
        let [mut right, mut left] = halves(number, self.half_bits);
        for key in self.keys {
            (left, right) = (right, left ^ (mix(right ^ key) & mask));
        }
        (u128::from(left) << self.half_bits) | u128::from(right)
    }
}

/// The lower `bits` of a number, and those above them.
#[expect(clippy::cast_possible_truncation, reason = "a half has at most 64 bits")]
fn halves(number: u128, bits: u32) -> [u64; 2] {
    let mask = u64::MAX >> (u64::BITS - bits);
    [number as u64 & mask, (number >> bits) as u64]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn all(key: [u64; 2], size: u128) -> Vec<u128> {
        let permutation = Permutation::new(key, size);
        (0..size).map(|index| permutation.apply(index)).collect()
    }

    /// Held fixed: a value at a `unique` place is what stands here, as long as `STREAM_VERSION` does.
    #[test]
    fn the_order_is_that_of_this_stream_version() {
        assert_eq!(all([1, 2], 10), GOLDEN_10);
        let at = |size, index| Permutation::new([0xfeed, 0xbeef], size).apply(index);
        let large = [
            at(1_000_000, 0),
            at(1_000_000, 999_999),
            at(1 << 64, 1_000_000_000_000),
            at(1 << 122, 1_000_000_000_000),
            at(LARGEST, LARGEST - 1),
        ];
        assert_eq!(large, GOLDEN_LARGE);
    }

    const GOLDEN_10: [u128; 10] = [5, 7, 0, 1, 4, 9, 6, 3, 2, 8];
    const GOLDEN_LARGE: [u128; 5] = [
        890_751,
        641_772,
        15_764_588_030_102_061_195,
        419_910_822_250_500_676_916_369_537_983_453_928,
        84_173_833_034_474_293_579_518_982_438_864_437_074,
    ];

    #[test]
    fn every_size_up_to_some_thousands_is_brought_into_an_order() {
        for size in (1..=600_u64).chain((601..5000).step_by(37)) {
            let order: BTreeSet<u128> = all([size, 7], size.into()).into_iter().collect();
            assert_eq!(order.len() as u64, size);
            assert_eq!(order.last(), Some(&u128::from(size - 1)), "{size}");
        }
    }

    #[test]
    fn nothing_stays_where_it_is_and_keys_and_sizes_give_other_orders() {
        let order = all([3, 4], 1000);
        let fixed = order.iter().enumerate().filter(|(at, one)| *at as u128 == **one).count();
        assert!(fixed < 10, "{fixed}");
        let neighbours = order.windows(2).filter(|pair| pair[0].abs_diff(pair[1]) == 1).count();
        assert!(neighbours < 20, "{neighbours}");
        let same = |other: &[u128]| order.iter().zip(other).filter(|(a, b)| a == b).count();
        assert!(same(&all([3, 5], 1000)) < 20 && same(&all([4, 4], 1000)) < 20);
        assert!(same(&all([3, 4], 1001)) < 20);
    }

    #[test]
    fn small_domains_meet_all_of_their_orders() {
        let orders: BTreeSet<Vec<u128>> = (0..400).map(|key| all([key, !key], 3)).collect();
        assert_eq!(orders.len(), 6);
    }

    #[test]
    fn what_is_outside_stays_outside() {
        let permutation = Permutation::new([1, 1], 5);
        assert_eq!((permutation.apply(5), permutation.apply(1 << 100)), (5, 1 << 100));
        assert_eq!(Permutation::new([1, 1], 0).apply(0), 0);
    }

    proptest! {
        #[test]
        fn no_two_numbers_of_a_huge_domain_meet(
            key: [u64; 2],
            size in (1_u128 << 40)..=LARGEST,
            indices in proptest::collection::btree_set(any::<u128>(), 2..200),
        ) {
            let permutation = Permutation::new(key, size);
            let indices: BTreeSet<u128> = indices.into_iter().map(|index| index % size).collect();
            let images: BTreeSet<u128> =
                indices.iter().map(|index| permutation.apply(*index)).collect();
            prop_assert_eq!(images.len(), indices.len());
            prop_assert!(images.iter().all(|image| *image < size));
        }
    }
}
