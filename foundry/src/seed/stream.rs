//! The random numbers of one location, and the sampling that everything else is made from.

use super::path::{hash_name, mix};

/// The random numbers of one location of one row. Nothing else in the program is random.
///
/// The sampling is this crate's own, so that no update of another crate can move a value.
///
/// # Examples
///
/// ```
/// use foundry::seed::{Path, Seed};
///
/// let mut stream = Seed::from(42).row(0).stream(Path::ROOT);
/// let die = stream.integer(1, 6);
/// assert!((1..=6).contains(&die));
/// ```
#[derive(Debug, Clone)]
pub struct Stream {
    counter: u64,
    key: u64,
    /// Where the stream starts that is shared: this one, where nobody says otherwise.
    shared: (u64, u64),
}

/// The odd number nearest to 2⁶⁴ / φ, by which a counter visits every number (SplitMix64).
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// Keeps the numbers that are shared apart from those of the stream they start at.
const SHARED: u64 = 0x452f_2d33_4d9f_c861;

impl Stream {
    /// Streams that start at one `counter` differ by their `key`, so that 128 bits tell them apart.
    pub(super) fn new(counter: u64, key: u64) -> Self {
        Self { counter, key, shared: (counter, key) }
    }

    /// The same stream, for a place that shares what `about` gives.
    #[must_use]
    pub(crate) fn with_shared(self, about: &Self) -> Self {
        Self { shared: (about.counter, about.key), ..self }
    }

    /// Where the stream stands: from there on, two that stand alike give the same numbers.
    pub(crate) fn position(&self) -> (u64, u64) {
        (self.counter, self.key)
    }

    /// The next 64 random bits.
    #[inline]
    pub fn next_u64(&mut self) -> u64 {
        self.counter = self.counter.wrapping_add(STEP);
        mix(self.counter) ^ self.key
    }

    /// A number in `0..bound`, without bias (Lemire 2019); 0 where `bound` is 0.
    #[inline]
    pub fn below(&mut self, bound: u64) -> u64 {
        if bound == 0 {
            return 0;
        }
        let (mut high, mut low) = multiply(self.next_u64(), bound);
        if low < bound {
            let threshold = bound.wrapping_neg() % bound;
            while low < threshold {
                (high, low) = multiply(self.next_u64(), bound);
            }
        }
        high
    }

    /// An index in `0..len`; 0 where `len` is 0.
    #[inline]
    pub fn index(&mut self, len: usize) -> usize {
        // The result is below `len`, so it fits.
        usize::try_from(self.below(len as u64)).unwrap_or(0)
    }

    /// A whole number in `low..=high`, without bias; `low` where the interval is empty.
    pub fn integer(&mut self, low: i128, high: i128) -> i128 {
        if high < low {
            return low;
        }
        let span = high.wrapping_sub(low).cast_unsigned();
        if let Some(bound) = u64::try_from(span).ok().and_then(|span| span.checked_add(1)) {
            return low + i128::from(self.below(bound));
        }
        let mask = u128::MAX >> span.leading_zeros();
        loop {
            let bits = (u128::from(self.next_u64()) << 64) | u128::from(self.next_u64());
            if bits & mask <= span {
                return low.wrapping_add_unsigned(bits & mask);
            }
        }
    }

    /// A number in `[0, 1)`, a multiple of 2⁻⁵³.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit an f64 exactly")]
    #[inline]
    pub fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number between 0 and 1, and neither of them: an odd multiple of 2⁻⁵³.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit an f64 exactly")]
    pub(crate) fn inner_unit(&mut self) -> f64 {
        ((self.next_u64() >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    /// A finite number in `[low, high]`; `low` where the interval is empty or not finite.
    #[inline]
    pub fn float(&mut self, low: f64, high: f64) -> f64 {
        if low >= high || !low.is_finite() || !high.is_finite() {
            return low;
        }
        let unit = self.unit();
        // Written so that the span never overflows, also for the whole range of f64.
        (low * (1.0 - unit) + high * unit).clamp(low, high)
    }

    /// `true` with the given probability: never at 0 or less, always at 1 or more.
    #[inline]
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// One element of `items`, each as likely as the others; `None` where there is none.
    #[inline]
    pub fn choose<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.index(items.len()))
    }

    /// Brings `items` into a random order (Fisher–Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.index(last + 1);
            items.swap(last, other);
        }
    }

    /// A stream of its own for `label`: draws from it do not move this one.
    #[must_use]
    pub fn fork(&self, label: &str) -> Self {
        let hash = hash_name(label);
        let fork = Self::new(mix(self.counter ^ hash), mix(self.key.wrapping_add(hash)));
        Self { shared: self.shared, ..fork }
    }

    /// A stream that all values of one object share, so that they fit each other: each of their
    /// generators gets the same numbers from it, from the first one on. Draws from it do not move
    /// this one.
    ///
    /// The object is the nearest one around the place; each element of a list has a stream of its own,
    /// and so has a value that is drawn again because its place rejected it. What several pairs of
    /// generators share is kept apart by labels: `stream.shared().fork("car")`. A stream that belongs
    /// to no place, such as that of a test, shares one with itself.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::{Path, Seed};
    ///
    /// let mut stream = Seed::from(42).row(0).stream(Path::ROOT);
    /// let first = stream.shared().next_u64();
    /// stream.next_u64();
    /// assert_eq!(stream.shared().next_u64(), first);
    /// assert_eq!(stream.fork("label").shared().next_u64(), first);
    /// ```
    #[must_use]
    pub fn shared(&self) -> Self {
        let (counter, key) = self.shared;
        Self::new(mix(counter ^ SHARED), key)
    }
}

/// The high and the low half of a product.
#[expect(clippy::cast_possible_truncation, reason = "each half has 64 bits")]
pub(crate) fn multiply(one: u64, two: u64) -> (u64, u64) {
    let product = u128::from(one) * u128::from(two);
    ((product >> 64) as u64, product as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{Path, Seed};

    fn stream() -> Stream {
        Seed::from(42).row(0).stream(Path::ROOT)
    }

    #[test]
    fn integers_reach_both_ends_of_their_interval() {
        let mut stream = stream();
        let drawn: Vec<_> = (0..200).map(|_| stream.integer(-2, 2)).collect();
        assert!((-2..=2).all(|value| drawn.contains(&value)));
        assert!(drawn.iter().all(|value| (-2..=2).contains(value)));
        let wide = stream.integer(i128::MIN, i128::MAX);
        assert_ne!(wide, stream.integer(i128::MIN, i128::MAX));
    }

    #[test]
    fn floats_stay_finite_over_the_whole_range() {
        let mut stream = stream();
        for _ in 0..1000 {
            assert!(stream.float(f64::MIN, f64::MAX).is_finite());
        }
        assert_eq!(stream.float(2.0, 1.0).to_bits(), 2.0_f64.to_bits());
    }

    #[test]
    fn a_fork_does_not_move_its_parent() {
        let mut one = stream();
        let mut two = stream();
        one.fork("a").next_u64();
        assert_eq!(one.next_u64(), two.next_u64());
        assert_ne!(one.fork("a").next_u64(), one.fork("b").next_u64());
    }
}
