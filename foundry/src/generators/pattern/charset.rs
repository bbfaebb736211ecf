//! Sets of Unicode scalar values, as sorted ranges.

use regex_syntax::hir::ClassUnicode;

/// Every scalar value: what `(?s:.)` stands for.
const ALL: [(u32, u32); 2] = [(0, 0xd7ff), (0xe000, 0x0010_ffff)];

/// A set of characters: ascending ranges with both ends included, none of which touch.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CharSet(Vec<(u32, u32)>);

impl CharSet {
    pub(super) fn all() -> Self {
        Self(ALL.to_vec())
    }

    pub(super) fn single(c: char) -> Self {
        Self(vec![(c.into(), c.into())])
    }

    /// The union of `ranges`, whatever their order.
    pub(super) fn from_ranges(ranges: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let mut ranges: Vec<_> = ranges.into_iter().collect();
        ranges.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(ranges.len());
        for (start, end) in ranges {
            match merged.last_mut() {
                Some(last) if start <= last.1.saturating_add(1) => last.1 = last.1.max(end),
                _ => merged.push((start, end)),
            }
        }
        Self(merged)
    }

    /// The members of a class. Its ranges may pass over the surrogates, which are no characters.
    pub(super) fn from_class(class: &ClassUnicode) -> Self {
        let ranges = class.ranges().iter();
        Self::from_ranges(ranges.map(|range| (range.start().into(), range.end().into())))
            .within(&Self::all())
    }

    pub(super) fn ranges(&self) -> &[(u32, u32)] {
        &self.0
    }

    pub(super) fn len(&self) -> u64 {
        self.0.iter().map(|(start, end)| u64::from(end - start) + 1).sum()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn contains(&self, c: char) -> bool {
        let value = u32::from(c);
        let at = self.0.partition_point(|(_, end)| *end < value);
        self.0.get(at).is_some_and(|(start, _)| *start <= value)
    }

    /// The member number `position` in the order of code points.
    pub(super) fn nth(&self, position: u64) -> Option<char> {
        let mut rest = position;
        for (start, end) in &self.0 {
            let size = u64::from(end - start) + 1;
            if rest < size {
                return u32::try_from(rest).ok().and_then(|rest| char::from_u32(start + rest));
            }
            rest -= size;
        }
        None
    }

    /// The members that `other` does not have.
    pub(super) fn without(&self, other: &Self) -> Self {
        let mut left = Vec::new();
        for (start, end) in &self.0 {
            let mut from = *start;
            let first = other.0.partition_point(|(_, last)| last < start);
            for (cut_start, cut_end) in &other.0[first..] {
                if cut_start > end || from > *end {
                    break;
                }
                if *cut_start > from {
                    left.push((from, cut_start - 1));
                }
                from = from.max(cut_end + 1);
            }
            if from <= *end {
                left.push((from, *end));
            }
        }
        Self(left)
    }

    /// The members that `other` has too.
    pub(super) fn within(&self, other: &Self) -> Self {
        self.without(&self.without(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(ranges: &[(char, char)]) -> CharSet {
        CharSet::from_ranges(ranges.iter().map(|(start, end)| ((*start).into(), (*end).into())))
    }

    #[test]
    fn ranges_are_merged_and_counted() {
        let letters = set(&[('n', 'z'), ('a', 'f'), ('c', 'm')]);
        assert_eq!(letters, set(&[('a', 'z')]));
        assert_eq!((letters.len(), letters.nth(25), letters.nth(26)), (26, Some('z'), None));
        assert_eq!(CharSet::all().len(), 0x0011_0000 - 0x800);
        assert!(letters.contains('m') && !letters.contains('A') && !letters.contains('{'));
    }

    #[test]
    fn differences_and_intersections_cut_ranges() {
        let letters = set(&[('a', 'z')]);
        assert_eq!(
            letters.without(&set(&[('a', 'a'), ('m', 'n'), ('z', 'z')])),
            set(&[('b', 'l'), ('o', 'y')])
        );
        assert_eq!(letters.within(&set(&[('A', 'c'), ('y', 'é')])), set(&[('a', 'c'), ('y', 'z')]));
        assert!(letters.without(&CharSet::all()).is_empty());
        assert_eq!(letters.without(&set(&[('0', '9')])), letters);
    }
}
