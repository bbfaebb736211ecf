//! Which lengths a format can have, and the draw of one of them within a window.

use crate::seed::Stream;

/// No text is longer. Without a limit a `minLength` of 10¹² would be written out in full.
pub(super) const LONGEST: u64 = 65_536;

/// How far above the shortest possible length a window is used: it may reach to the sky.
const SPREAD: u64 = 32;

/// The lengths `from`, `from + step`, … up to `to`, in characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lengths {
    pub(super) from: u64,
    pub(super) to: u64,
    step: u64,
}

impl Lengths {
    /// One length only.
    pub(super) const fn exactly(length: u64) -> Self {
        Self { from: length, to: length, step: 1 }
    }

    /// Every length of `from..=to`.
    pub(super) const fn between(from: u64, to: u64) -> Self {
        Self { from, to, step: 1 }
    }

    /// Every multiple of `step` up to the limit.
    pub(super) const fn multiples(step: u64) -> Self {
        Self { from: 0, to: LONGEST / step * step, step }
    }

    /// The first of these lengths that is at least `min`.
    fn next(self, min: u64) -> Option<u64> {
        let steps = min.saturating_sub(self.from).div_ceil(self.step);
        let length = steps.checked_mul(self.step)?.checked_add(self.from)?;
        (length <= self.to).then_some(length)
    }
}

/// The first of `lengths`, which are in ascending order, that is at least `min`.
pub(super) fn next(lengths: &[Lengths], min: u64) -> Option<u64> {
    lengths.iter().find_map(|lengths| lengths.next(min))
}

/// One of `lengths` in `min..=max`, the nearest one where there is none.
pub(super) fn draw(lengths: &[Lengths], stream: &mut Stream, min: u64, max: Option<u64>) -> u64 {
    let longest = lengths.last().map_or(0, |lengths| lengths.to);
    let Some(shortest) = next(lengths, min) else {
        return longest;
    };
    let high = max.unwrap_or(u64::MAX).min(shortest.saturating_add(SPREAD)).min(longest);
    let wanted = shortest + stream.below(high.saturating_sub(shortest) + 1);
    next(lengths, wanted).filter(|length| *length <= high).unwrap_or(shortest)
}

/// How many of `digits` the next number takes, where `later` more follow and each has 1 to `most`.
pub(super) fn split(stream: &mut Stream, digits: u64, later: u64, most: u64) -> u64 {
    let low = digits.saturating_sub(later * most).max(1);
    let high = (digits - later).min(most);
    low + stream.below(high - low + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{Path, Seed};

    const GAPPED: &[Lengths] = &[Lengths::exactly(9), Lengths::between(11, 19)];

    #[test]
    fn next_skips_the_gaps() {
        assert_eq!(next(GAPPED, 0), Some(9));
        assert_eq!(next(GAPPED, 10), Some(11));
        assert_eq!(next(GAPPED, 19), Some(19));
        assert_eq!(next(GAPPED, 20), None);
        assert_eq!(next(&[Lengths::multiples(4)], 5), Some(8));
        assert_eq!(next(&[Lengths::multiples(4)], LONGEST + 1), None);
        assert_eq!(next(&[Lengths::multiples(4)], u64::MAX), None);
    }

    #[test]
    fn draws_stay_in_the_window_and_reach_its_ends() {
        let mut stream = Seed::from(3).row(0).stream(Path::ROOT);
        let drawn: Vec<u64> = (0..300).map(|_| draw(GAPPED, &mut stream, 9, Some(13))).collect();
        for length in 9..=13 {
            assert_eq!(drawn.contains(&length), length != 10, "{length}");
        }
        assert_eq!(draw(GAPPED, &mut stream, 10, Some(10)), 11);
        assert_eq!(draw(GAPPED, &mut stream, 50, None), 19);
    }
}
