//! The walks of several patterns → one graph of all texts that satisfy them together.

use std::collections::BTreeMap;

use ahash::AHashMap;

use super::alphabet::{Alphabet, Symbol};
use super::error::{Budget, Limit};
use super::nfa::id;
use super::palette::Palette;
use super::walk::Walk;

/// What a new state and a combination of positions cost, in steps.
const STATE: usize = 100;
const COMBINATION: usize = 4;

/// A step from one state to another by any character of a palette.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub(super) to: u32,
    pub(super) palette: u32,
    /// The share of this edge among those of its state.
    pub(super) share: f64,
}

/// A graph whose ways from a start to an accepting state spell the texts. Every edge leads on to an
/// accepting state.
#[derive(Debug)]
pub(super) struct Machine {
    pub(super) starts: Vec<u32>,
    pub(super) accepting: Vec<bool>,
    pub(super) edges: Vec<Vec<Edge>>,
    pub(super) palettes: Vec<Palette>,
    /// Whether longer texts than the horizon were left out.
    pub(super) is_cut: bool,
}

/// Follows all walks at once, over every text of up to `horizon` characters. A text must match all
/// of `required` and none of `excluded`.
pub(super) fn explore(
    required: Vec<Walk>,
    excluded: Vec<Walk>,
    alphabet: &Alphabet,
    horizon: u64,
    budget: &mut Budget,
) -> Result<Machine, Limit> {
    let mut explorer = Explorer {
        required: required.len(),
        walks: required.into_iter().chain(excluded).collect(),
        alphabet,
        numbers: AHashMap::new(),
        states: Vec::new(),
        groups: BTreeMap::new(),
        budget,
    };
    let mut starts = Choices::default();
    explorer.walks.iter().for_each(|walk| starts.push(walk.start()));
    let starts = explorer.combine(&starts)?;
    let mut graph = Graph { starts, accepting: Vec::new(), steps: Vec::new(), is_cut: false };
    let mut depth_ends = explorer.states.len();
    let mut depth = 0;
    let mut at = 0;
    while at < explorer.states.len() {
        if at == depth_ends {
            depth += 1;
            depth_ends = explorer.states.len();
        }
        graph.accepting.push(explorer.accepts(at)?);
        let steps = explorer.steps(at)?;
        let mut numbered = Vec::with_capacity(steps.len());
        if depth < horizon {
            for (state, symbols) in steps {
                numbered.push((explorer.number(state)?, explorer.group(symbols)));
            }
        } else {
            graph.is_cut |= !steps.is_empty();
        }
        graph.steps.push(numbered);
        at += 1;
    }
    let mut groups: Vec<_> = explorer.groups.into_iter().collect();
    groups.sort_unstable_by_key(|(_, number)| *number);
    let palettes =
        groups.iter().map(|(symbols, _)| Palette::new(&alphabet.chars(symbols))).collect();
    Ok(graph.into_machine(palettes))
}

struct Explorer<'a> {
    required: usize,
    walks: Vec<Walk>,
    alphabet: &'a Alphabet,
    numbers: AHashMap<Vec<u32>, u32>,
    states: Vec<Vec<u32>>,
    /// The symbols of an edge, each such group with a number.
    groups: BTreeMap<Vec<Symbol>, u32>,
    budget: &'a mut Budget,
}

impl Explorer<'_> {
    fn accepts(&mut self, at: usize) -> Result<bool, Limit> {
        for (number, walk) in self.walks.iter_mut().enumerate() {
            let matches = walk.accepts(self.states[at][number], self.budget)?;
            if matches != (number < self.required) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The states that follow, each with the symbols that lead there.
    fn steps(&mut self, at: usize) -> Result<BTreeMap<Vec<u32>, Vec<Symbol>>, Limit> {
        let state = self.states[at].clone();
        let mut steps: BTreeMap<Vec<u32>, Vec<Symbol>> = BTreeMap::new();
        let mut choices = Choices::default();
        for symbol in 0..self.alphabet.len() {
            self.budget.spend(self.walks.len())?;
            choices.clear();
            for (walk, position) in self.walks.iter_mut().zip(&state) {
                choices.push(walk.next(*position, symbol, self.alphabet, self.budget)?);
            }
            for next in self.combinations(&choices)? {
                steps.entry(next).or_default().push(symbol);
            }
        }
        Ok(steps)
    }

    fn combine(&mut self, choices: &Choices) -> Result<Vec<u32>, Limit> {
        let states = self.combinations(choices)?;
        states.into_iter().map(|state| self.number(state)).collect()
    }

    /// Every way to take one of the choices for each walk, but for ways that exclude themselves.
    fn combinations(&mut self, choices: &Choices) -> Result<Vec<Vec<u32>>, Limit> {
        // One after the other, each with the positions of the walks so far.
        let mut all: Vec<u32> = Vec::with_capacity(self.walks.len());
        let mut longer: Vec<u32> = Vec::new();
        let mut count = 1;
        for (number, choices) in choices.iter().enumerate() {
            let walk = &self.walks[number];
            let is_excluded = number >= self.required;
            let is_lost = |choice: u32| {
                if is_excluded { walk.is_matched(choice) } else { walk.is_lost(choice) }
            };
            longer.clear();
            for at in 0..count {
                let state = &all[at * number..(at + 1) * number];
                for choice in choices.iter().filter(|choice| !is_lost(**choice)) {
                    self.budget.spend(COMBINATION)?;
                    longer.extend_from_slice(state);
                    longer.push(*choice);
                }
            }
            std::mem::swap(&mut all, &mut longer);
            count = all.len() / (number + 1);
        }
        Ok(all.chunks(self.walks.len().max(1)).map(<[u32]>::to_vec).collect())
    }

    fn group(&mut self, symbols: Vec<Symbol>) -> u32 {
        let next = id(self.groups.len());
        *self.groups.entry(symbols).or_insert(next)
    }

    fn number(&mut self, state: Vec<u32>) -> Result<u32, Limit> {
        if let Some(number) = self.numbers.get(&state) {
            return Ok(*number);
        }
        if self.states.len() as u64 >= Limit::States.value() {
            return Err(Limit::States);
        }
        self.budget.spend(STATE)?;
        let number = id(self.states.len());
        self.numbers.insert(state.clone(), number);
        self.states.push(state);
        Ok(number)
    }
}

/// Where each walk may go on.
#[derive(Default)]
struct Choices {
    positions: Vec<u32>,
    /// Where the positions of each walk end.
    ends: Vec<usize>,
}

impl Choices {
    fn push(&mut self, positions: &[u32]) {
        self.positions.extend_from_slice(positions);
        self.ends.push(self.positions.len());
    }

    fn clear(&mut self) {
        self.positions.clear();
        self.ends.clear();
    }

    fn iter(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.positions[start..*end])
    }
}

/// The graph before the ways that end nowhere are taken out.
struct Graph {
    starts: Vec<u32>,
    accepting: Vec<bool>,
    /// Where each state leads, and by which palette.
    steps: Vec<Vec<(u32, u32)>>,
    is_cut: bool,
}

impl Graph {
    fn into_machine(self, palettes: Vec<Palette>) -> Machine {
        let is_live = self.find_live();
        let mut edges = Vec::with_capacity(self.steps.len());
        for steps in self.steps {
            let mut of_state: Vec<Edge> = steps
                .into_iter()
                .filter(|(to, _)| is_live[*to as usize])
                .map(|(to, palette)| Edge {
                    to,
                    palette,
                    share: palettes[palette as usize].weight(),
                })
                .collect();
            let total: f64 = of_state.iter().map(|edge| edge.share).sum();
            for edge in &mut of_state {
                edge.share /= total;
            }
            edges.push(of_state);
        }
        Machine {
            starts: self.starts,
            accepting: self.accepting,
            edges,
            palettes,
            is_cut: self.is_cut,
        }
    }

    /// The states from which there is a way to an accepting one.
    fn find_live(&self) -> Vec<bool> {
        let mut before: Vec<Vec<u32>> = vec![Vec::new(); self.steps.len()];
        for (from, steps) in self.steps.iter().enumerate() {
            for (to, _) in steps {
                before[*to as usize].push(id(from));
            }
        }
        let mut is_live = self.accepting.clone();
        let mut open: Vec<u32> =
            (0..id(is_live.len())).filter(|state| is_live[*state as usize]).collect();
        while let Some(state) = open.pop() {
            for previous in &before[state as usize] {
                if !std::mem::replace(&mut is_live[*previous as usize], true) {
                    open.push(*previous);
                }
            }
        }
        is_live
    }
}
