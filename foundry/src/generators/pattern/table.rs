//! A graph of texts → for each state and length, how much of what comes next ends in a match; with
//! it a draw is a walk that never gets stuck.

use super::error::{Budget, Limit};
use super::machine::{Edge, Machine};
use crate::seed::Stream;

/// The least weight of what is possible: never zero, so that a possible length is always found.
const FLOOR: f32 = 1e-30;

/// Up to so many possible lengths are equally likely. Where there are more, short ones are.
const FEW_LENGTHS: usize = 24;

/// How far above the shortest length most texts end where there is no bound in sight.
const HANDFUL: u64 = 14;

/// All texts of some lengths, ready to be drawn.
#[derive(Debug)]
pub(super) struct Texts {
    pub(super) machine: Machine,
    /// `weights[rest][state]`: the share of walks of `rest` more characters that end in a match.
    /// Only the ratios within one `rest` mean something.
    weights: Vec<Vec<f32>>,
    /// The lengths that there are, in ascending order, with the running sum of their weights.
    lengths: Vec<(u64, u64)>,
    is_finished: bool,
}

impl Texts {
    /// The texts of `machine` with `min_chars` to `max_chars` characters.
    pub(super) fn new(
        machine: Machine,
        min_chars: u64,
        max_chars: u64,
        budget: &mut Budget,
    ) -> Result<Self, Limit> {
        let accepting =
            machine.accepting.iter().map(|accepts| if *accepts { 1.0 } else { 0.0 }).collect();
        let mut texts =
            Self { machine, weights: vec![accepting], lengths: Vec::new(), is_finished: false };
        let states = texts.machine.accepting.len() as u64;
        for length in 0..=max_chars {
            let last = texts.layer(length);
            let is_possible = texts.machine.starts.iter().any(|state| last[*state as usize] > 0.0);
            let is_finished = last.iter().all(|weight| *weight == 0.0);
            if length >= min_chars && is_possible {
                texts.lengths.push((length, 0));
            }
            texts.is_finished = is_finished;
            if is_finished || length == max_chars {
                break;
            }
            if states.saturating_mul(length + 2) > Limit::TableEntries.value() {
                return Err(Limit::TableEntries);
            }
            let next = weigh(&texts.machine, texts.layer(length), budget)?;
            texts.weights.push(next);
        }
        spread(&mut texts.lengths);
        Ok(texts)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    /// Whether no walk is longer than what was looked at.
    pub(super) fn is_finished(&self) -> bool {
        self.is_finished
    }

    /// The shortest and the longest length.
    pub(super) fn length_range(&self) -> (u64, u64) {
        let length = |entry: Option<&(u64, u64)>| entry.map_or(0, |(length, _)| *length);
        (length(self.lengths.first()), length(self.lengths.last()))
    }

    /// Every length there is, in ascending order.
    pub(super) fn lengths(&self) -> impl Iterator<Item = u64> {
        self.lengths.iter().map(|(length, _)| *length)
    }

    pub(super) fn draw(&self, stream: &mut Stream, out: &mut String) {
        let total = self.lengths.last().map_or(0, |(_, sum)| *sum);
        let dice = stream.below(total);
        let at = self.lengths.partition_point(|(_, sum)| *sum <= dice);
        let mut rest = self.lengths.get(at).map_or(0, |(length, _)| *length);
        let first = self.layer(rest);
        let weigh = |state: &u32| f64::from(first[*state as usize]);
        let Some(start) = pick(stream, &self.machine.starts, weigh) else {
            return;
        };
        let mut state = *start;
        while rest > 0 {
            rest -= 1;
            let after = self.layer(rest);
            let weigh = |edge: &Edge| edge.share * f64::from(after[edge.to as usize]);
            let Some(edge) = pick(stream, &self.machine.edges[state as usize], weigh) else {
                return;
            };
            out.push(self.machine.palettes[edge.palette as usize].draw(stream));
            state = edge.to;
        }
    }

    /// The shortest text, of the first characters there are.
    pub(super) fn shortest(&self) -> String {
        let mut text = String::new();
        let mut rest = self.length_range().0;
        let first = self.layer(rest);
        let start = self.machine.starts.iter().find(|state| first[**state as usize] > 0.0);
        let Some(mut state) = start.copied() else {
            return text;
        };
        while rest > 0 {
            rest -= 1;
            let after = self.layer(rest);
            let edges = &self.machine.edges[state as usize];
            let Some(edge) = edges.iter().find(|edge| after[edge.to as usize] > 0.0) else {
                return text;
            };
            text.push(self.machine.palettes[edge.palette as usize].first());
            state = edge.to;
        }
        text
    }

    fn layer(&self, rest: u64) -> &[f32] {
        usize::try_from(rest)
            .ok()
            .and_then(|rest| self.weights.get(rest))
            .map_or(&[], Vec::as_slice)
    }
}

/// One layer of the table from the one before: what one more character can lead to.
fn weigh(machine: &Machine, last: &[f32], budget: &mut Budget) -> Result<Vec<f32>, Limit> {
    let mut layer = Vec::with_capacity(machine.edges.len());
    let mut most: f64 = 0.0;
    for edges in &machine.edges {
        budget.spend(edges.len())?;
        let weight: f64 =
            edges.iter().map(|edge| edge.share * f64::from(last[edge.to as usize])).sum();
        most = most.max(weight);
        layer.push(weight);
    }
    // Layers shrink with their distance from the end; the largest is brought back to 1.
    let scaled = layer
        .into_iter()
        .map(|weight| if weight > 0.0 { narrow(weight / most).max(FLOOR) } else { 0.0 });
    Ok(scaled.collect())
}

#[expect(clippy::cast_possible_truncation, reason = "a weight needs no more digits")]
fn narrow(weight: f64) -> f32 {
    weight as f32
}

/// One of `items` by its weight; the last possible one where rounding leaves none.
fn pick<'a, T>(stream: &mut Stream, items: &'a [T], weigh: impl Fn(&T) -> f64) -> Option<&'a T> {
    let total: f64 = items.iter().map(&weigh).sum();
    let mut dice = stream.unit() * total;
    let mut last = None;
    for item in items {
        let weight = weigh(item);
        if weight > 0.0 {
            if dice < weight {
                return Some(item);
            }
            dice -= weight;
            last = Some(item);
        }
    }
    last
}

/// Fills in the running sums: all lengths alike where they are few; else mostly a handful above the
/// shortest, now and then up to the longest.
fn spread(lengths: &mut [(u64, u64)]) {
    let few = lengths.len() <= FEW_LENGTHS;
    let mut sum = 0;
    for (place, entry) in (0_u64..).zip(lengths) {
        sum += if few { 1 } else { 4 * HANDFUL.saturating_sub(place) + 1 };
        entry.1 = sum;
    }
}
