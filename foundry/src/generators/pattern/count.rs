//! A small language → the number of its texts, and each of them by its number.

use super::table::Texts;

/// The table of counts has an entry per state and length.
const MOST_ENTRIES: u64 = 500_000;

/// How many texts there are, in a graph that spells each of them in one way only.
#[derive(Debug)]
pub(super) struct Counts {
    /// `counts[rest][state]`: how many texts of `rest` more characters end in a match.
    counts: Vec<Vec<u64>>,
    total: u64,
}

impl Counts {
    /// The counts, or `None` where they do not fit a `u64`.
    pub(super) fn new(texts: &Texts) -> Option<Self> {
        let machine = &texts.machine;
        let (_, longest) = texts.length_range();
        if machine.accepting.len() as u64 * (longest + 1) > MOST_ENTRIES {
            return None;
        }
        let mut counts: Vec<Vec<u64>> =
            vec![machine.accepting.iter().map(|accepts| u64::from(*accepts)).collect()];
        for _ in 0..longest {
            let last = counts.last()?;
            let next = machine.edges.iter().map(|edges| {
                edges.iter().fold(0_u64, |sum, edge| {
                    let chars = machine.palettes[edge.palette as usize].len();
                    // What overflows stays at the limit, which is found below where it matters.
                    sum.saturating_add(chars.saturating_mul(last[edge.to as usize]))
                })
            });
            counts.push(next.collect());
        }
        let mut total: u64 = 0;
        for length in texts.lengths() {
            let layer = counts.get(usize::try_from(length).ok()?)?;
            for state in &machine.starts {
                let count = layer[*state as usize];
                total = total.checked_add(count).filter(|_| count < u64::MAX)?;
            }
        }
        Some(Self { counts, total })
    }

    pub(super) fn total(&self) -> u64 {
        self.total
    }

    /// The text number `number`: short texts first, of readable characters first.
    pub(super) fn nth(&self, texts: &Texts, number: u64) -> Option<String> {
        let machine = &texts.machine;
        let mut number = number;
        let (mut rest, mut state) = self.find_start(texts, &mut number)?;
        let mut text = String::new();
        while rest > 0 {
            rest -= 1;
            let after = &self.counts[rest];
            let mut found = None;
            for edge in &machine.edges[state as usize] {
                let palette = &machine.palettes[edge.palette as usize];
                let each = after[edge.to as usize];
                let all = palette.len().saturating_mul(each);
                if number < all {
                    text.push(palette.nth(number / each)?);
                    number %= each;
                    found = Some(edge.to);
                    break;
                }
                number -= all;
            }
            state = found?;
        }
        Some(text)
    }

    fn find_start(&self, texts: &Texts, number: &mut u64) -> Option<(usize, u32)> {
        for length in texts.lengths() {
            let length = usize::try_from(length).ok()?;
            for state in &texts.machine.starts {
                let count = self.counts.get(length)?[*state as usize];
                if *number < count {
                    return Some((length, *state));
                }
                *number -= count;
            }
        }
        None
    }
}
