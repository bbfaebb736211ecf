//! A graph of texts → for each state and length, how much of what comes next ends in a match; with
//! it a draw is a walk that never gets stuck.

use super::error::{Budget, Limit};
use super::machine::{Edge, Machine};
use super::nfa::id;
use super::straight::Straight;
use crate::seed::Stream;

/// The least weight of what is possible: never zero, so that a possible length is always found.
const FLOOR: f32 = 1e-30;

/// Up to so many possible lengths are equally likely.
const FEW_LENGTHS: usize = 24;

/// Where there are more, the weights of the shortest ones: most texts are a handful longer than they
/// must be. Each length beyond weighs 1.
const HANDFUL: [u64; 14] = [24, 40, 56, 72, 80, 80, 72, 64, 56, 48, 40, 32, 24, 16];

/// How many arrows of the finished graph are as quick to follow as one of those it was made from.
const ARROWS: usize = 8;

/// All texts of some lengths, ready to be drawn.
#[derive(Debug)]
pub(super) struct Texts {
    pub(super) machine: Machine,
    table: Table,
    /// The lengths that there are, in ascending order, with the running sum of their weights.
    lengths: Vec<(u64, u64)>,
    /// The way, where all texts take the same one.
    straight: Option<Straight>,
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
        let mut layers = Layers::new(&machine);
        let mut table = Table::new(machine.accepting.len());
        let mut lengths = Vec::new();
        for length in 0..=max_chars {
            for state in &layers.states {
                table.add(*state, length, layers.weights[*state as usize])?;
            }
            let weight = |start: &u32| layers.weights[*start as usize];
            if length >= min_chars && machine.starts.iter().any(|start| weight(start) > 0.0) {
                lengths.push((length, 0));
            }
            if layers.states.is_empty() || length == max_chars {
                break;
            }
            layers.advance(&machine, budget)?;
        }
        let is_finished = layers.states.is_empty();
        spread(&mut lengths);
        let straight = Straight::find(&machine, &lengths);
        Ok(Self { machine, table, lengths, straight, is_finished })
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
        if let Some(straight) = &self.straight {
            return straight.draw(stream, out);
        }
        let total = self.lengths.last().map_or(0, |(_, sum)| *sum);
        let dice = stream.below(total);
        let at = self.lengths.partition_point(|(_, sum)| *sum <= dice);
        let mut rest = self.lengths.get(at).map_or(0, |(length, _)| *length);
        let weigh = |state: &u32| f64::from(self.table.weight(*state, rest));
        let Some(start) = pick(stream, &self.machine.starts, weigh) else {
            return;
        };
        let mut state = *start;
        while rest > 0 {
            rest -= 1;
            let edge = match self.machine.edges[state as usize].as_slice() {
                // A state that is reached leads on.
                [only] => only,
                edges => {
                    let weigh =
                        |edge: &Edge| edge.share * f64::from(self.table.weight(edge.to, rest));
                    let Some(edge) = pick(stream, edges, weigh) else { return };
                    edge
                }
            };
            out.push(self.machine.palettes[edge.palette as usize].draw(stream));
            state = edge.to;
        }
    }

    /// The shortest text, of the first characters there are.
    pub(super) fn shortest(&self) -> String {
        let mut text = String::new();
        let mut rest = self.length_range().0;
        let is_possible = |state: u32, rest| self.table.weight(state, rest) > 0.0;
        let start = self.machine.starts.iter().find(|state| is_possible(**state, rest));
        let Some(mut state) = start.copied() else {
            return text;
        };
        while rest > 0 {
            rest -= 1;
            let edges = &self.machine.edges[state as usize];
            let Some(edge) = edges.iter().find(|edge| is_possible(edge.to, rest)) else {
                return text;
            };
            text.push(self.machine.palettes[edge.palette as usize].first());
            state = edge.to;
        }
        text
    }
}

/// The weights of each state, from the first length that has one to the last.
#[derive(Debug)]
struct Table {
    rows: Vec<(u64, Vec<f32>)>,
    entries: u64,
}

impl Table {
    fn new(states: usize) -> Self {
        Self { rows: vec![(0, Vec::new()); states], entries: 0 }
    }

    /// The share of walks from `state` that end in a match after `rest` characters, next to other
    /// states with the same rest.
    fn weight(&self, state: u32, rest: u64) -> f32 {
        let (first, weights) = &self.rows[state as usize];
        let at = rest.checked_sub(*first).and_then(|at| usize::try_from(at).ok());
        at.and_then(|at| weights.get(at)).copied().unwrap_or(0.0)
    }

    /// Adds a weight for a longer rest than all before.
    fn add(&mut self, state: u32, rest: u64, weight: f32) -> Result<(), Limit> {
        let (first, weights) = &mut self.rows[state as usize];
        if weights.is_empty() {
            *first = rest;
        }
        let gap = rest - *first - weights.len() as u64;
        self.entries += gap + 1;
        if self.entries > Limit::TableEntries.value() {
            return Err(Limit::TableEntries);
        }
        weights.extend((0..gap).map(|_| 0.0));
        weights.push(weight);
        Ok(())
    }
}

/// The weights of one length, from which those of the next one follow.
struct Layers {
    /// The states that lead to each state.
    before: Vec<Vec<u32>>,
    /// The states that have a weight, in ascending order.
    states: Vec<u32>,
    weights: Vec<f32>,
    next: Vec<f64>,
}

impl Layers {
    fn new(machine: &Machine) -> Self {
        let count = machine.edges.len();
        let mut before: Vec<Vec<u32>> = vec![Vec::new(); count];
        for (from, edges) in machine.edges.iter().enumerate() {
            for edge in edges {
                before[edge.to as usize].push(id(from));
            }
        }
        let accepts = |state: &u32| machine.accepting[*state as usize];
        let states: Vec<u32> = (0..id(count)).filter(accepts).collect();
        let mut weights = vec![0.0; count];
        for state in &states {
            weights[*state as usize] = 1.0;
        }
        Self { before, states, weights, next: vec![0.0; count] }
    }

    /// Goes on to the states from which one character leads to those of now.
    fn advance(&mut self, machine: &Machine, budget: &mut Budget) -> Result<(), Limit> {
        let mut states: Vec<u32> = Vec::with_capacity(self.states.len());
        let mut arrows = 0;
        let mut most: f64 = 0.0;
        for state in &self.states {
            for previous in &self.before[*state as usize] {
                arrows += 1;
                let next = &mut self.next[*previous as usize];
                if *next == 0.0 {
                    let edges = &machine.edges[*previous as usize];
                    arrows += edges.len();
                    let weight = |edge: &Edge| f64::from(self.weights[edge.to as usize]);
                    *next = edges.iter().map(|edge| edge.share * weight(edge)).sum();
                    most = most.max(*next);
                    states.push(*previous);
                }
            }
        }
        budget.spend(arrows / ARROWS + 1)?;
        states.sort_unstable();
        for state in &self.states {
            self.weights[*state as usize] = 0.0;
        }
        for state in &states {
            // Weights shrink with the distance from the end; the largest is brought back to 1.
            let weight = std::mem::take(&mut self.next[*state as usize]) / most;
            self.weights[*state as usize] = narrow(weight).max(FLOOR);
        }
        self.states = states;
        Ok(())
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a weight needs no more digits")]
fn narrow(weight: f64) -> f32 {
    weight as f32
}

/// One of `items` by its weight; the last possible one where rounding leaves none.
fn pick<'a, T>(stream: &mut Stream, items: &'a [T], weigh: impl Fn(&T) -> f64) -> Option<&'a T> {
    if let [only] = items {
        return (weigh(only) > 0.0).then_some(only);
    }
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

/// Fills in the running sums of the weights.
fn spread(lengths: &mut [(u64, u64)]) {
    let few = lengths.len() <= FEW_LENGTHS;
    let mut sum = 0;
    for (place, entry) in lengths.iter_mut().enumerate() {
        sum += if few { 1 } else { HANDFUL.get(place).copied().unwrap_or(1) };
        entry.1 = sum;
    }
}
