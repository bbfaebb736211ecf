//! A language → the number of its texts, as far as numbers reach, and each of them by its number.

use super::palette::Palette;
use super::table::Texts;
use crate::seed::Stream;

/// The table of counts has an entry per state and length, as far as there are texts.
const MOST_ENTRIES: usize = 1_000_000;

/// How many arrows are followed for it.
const MOST_STEPS: usize = 40_000_000;

/// No more texts than this are told apart by numbers: enough for 65,536 in each of 2⁶⁴ rows. Where
/// there are more, the numbers are those of the shortest texts.
pub(crate) const MOST_TEXTS: u128 = 1 << 80;

/// How many texts there are, in a graph that spells each of them in one way only.
#[derive(Debug)]
pub(super) struct Counts {
    /// For each number of characters that are left, how many texts of as many end in a match.
    ends: Vec<Ends>,
    /// Each length with the number of its first text and how many there are, up to the last text.
    lengths: Vec<Length>,
    characters: Characters,
}

/// For each state, how many texts of one length end in a match, up to [`MOST_TEXTS`]: from the first state
/// that has one to the last.
#[derive(Debug)]
struct Ends {
    first: usize,
    counts: Vec<u128>,
}

impl Ends {
    fn new(counts: impl Iterator<Item = u128>) -> Self {
        let mut ends = Self { first: 0, counts: Vec::new() };
        for (state, count) in counts.enumerate() {
            match (count, ends.counts.is_empty()) {
                (0, true) => ends.first = state + 1,
                _ => ends.counts.push(count),
            }
        }
        let last = ends.counts.iter().rposition(|count| *count > 0).map_or(0, |last| last + 1);
        ends.counts.truncate(last);
        ends
    }

    fn of(&self, state: u32) -> u128 {
        let at = (state as usize).checked_sub(self.first);
        at.and_then(|at| self.counts.get(at)).copied().unwrap_or(0)
    }
}

/// Which characters of a palette are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Characters {
    All,
    /// Those that people read, where there are such.
    Readable,
}

#[derive(Debug)]
struct Length {
    chars: usize,
    first: u128,
    count: u128,
}

impl Characters {
    fn of(self, palette: &Palette) -> u128 {
        u128::from(match self {
            Self::All => palette.len(),
            Self::Readable => palette.readable_len(),
        })
    }
}

impl Counts {
    /// The counts, up to the length that fills [`MOST_TEXTS`] or the table; `None` where not even the
    /// shortest texts fit the table.
    pub(super) fn new(texts: &Texts, characters: Characters) -> Option<Self> {
        let machine = &texts.machine;
        let arrows = machine.edges.iter().map(Vec::len).sum::<usize>() + machine.edges.len();
        let mut ends = vec![Ends::new(machine.accepting.iter().map(|accepts| (*accepts).into()))];
        let (mut entries, mut steps) = (0, 0);
        let mut lengths: Vec<Length> = Vec::new();
        let mut total: u128 = 0;
        for length in texts.lengths() {
            let chars = usize::try_from(length).ok()?;
            while ends.len() <= chars && entries <= MOST_ENTRIES && steps <= MOST_STEPS {
                let last = ends.last()?;
                let next = Ends::new(machine.edges.iter().map(|edges| {
                    edges.iter().fold(0_u128, |sum, edge| {
                        let all = characters.of(&machine.palettes[edge.palette as usize]);
                        sum.saturating_add(all.saturating_mul(last.of(edge.to))).min(MOST_TEXTS)
                    })
                }));
                entries += next.counts.len();
                steps += arrows;
                ends.push(next);
            }
            if ends.len() <= chars {
                break;
            }
            let count = machine.starts.iter().map(|state| ends[chars].of(*state)).sum();
            lengths.push(Length { chars, first: total, count });
            total += count;
            if total >= MOST_TEXTS {
                break;
            }
        }
        (!lengths.is_empty()).then_some(Self { ends, lengths, characters })
    }

    /// How many texts have a number.
    pub(super) fn total(&self) -> u128 {
        let total = self.lengths.last().map_or(0, |last| last.first + last.count);
        total.min(MOST_TEXTS)
    }

    /// The longest text that has a number, in characters.
    pub(super) fn longest(&self) -> u64 {
        self.lengths.last().map_or(0, |last| last.chars as u64)
    }

    /// How many texts have at most as many characters as one of these lengths, in ascending order.
    pub(super) fn totals(&self) -> impl Iterator<Item = u128> {
        self.lengths.iter().map(|length| (length.first + length.count).min(MOST_TEXTS))
    }

    /// Appends the text number `number`: short texts first, of readable characters first. Where there
    /// are more texts than numbers, `stream` says which part of them is taken. `None` where the number
    /// is too large, and nothing is appended.
    pub(super) fn write(
        &self,
        texts: &Texts,
        number: u128,
        stream: &mut Stream,
        out: &mut String,
    ) -> Option<()> {
        if number >= self.total() {
            return None;
        }
        let at = self.lengths.partition_point(|length| length.first <= number).checked_sub(1)?;
        let length = self.lengths.get(at)?;
        let machine = &texts.machine;
        let mut rest = length.chars;
        let mut number = number - length.first;
        let mut state = None;
        for start in &machine.starts {
            let count = self.ends[rest].of(*start);
            if number < count {
                state = Some(*start);
                break;
            }
            number -= count;
        }
        let mut state = state?;
        while rest > 0 {
            rest -= 1;
            let after = &self.ends[rest];
            let edges = &machine.edges[state as usize];
            // Behind such a step there is room for every number: any of them will do.
            if edges.iter().any(|edge| after.of(edge.to) == MOST_TEXTS) {
                let weigh = |edge: &&_| share(edge, after);
                let total: f64 = edges.iter().map(|edge| weigh(&edge)).sum();
                let mut dice = stream.unit() * total;
                let mut open = edges.iter().filter(|edge| weigh(edge) > 0.0);
                let mut taken = open.next()?;
                for edge in open {
                    dice -= weigh(&taken);
                    if dice < 0.0 {
                        break;
                    }
                    taken = edge;
                }
                out.push(machine.palettes[taken.palette as usize].draw(stream));
                state = taken.to;
                continue;
            }
            let mut found = None;
            for edge in edges {
                let palette = &machine.palettes[edge.palette as usize];
                let each = after.of(edge.to);
                let all = self.characters.of(palette).saturating_mul(each);
                if number < all {
                    out.push(palette.nth(u64::try_from(number / each).ok()?)?);
                    number %= each;
                    found = Some(edge.to);
                    break;
                }
                number -= all;
            }
            state = found?;
        }
        Some(())
    }
}

/// How often a step is taken where any will do: not at all where it leads to too few texts.
fn share(edge: &super::machine::Edge, after: &Ends) -> f64 {
    if after.of(edge.to) == MOST_TEXTS { edge.share } else { 0.0 }
}
