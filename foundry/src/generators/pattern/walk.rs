//! An automaton with many states at once → positions in it, found as far as they are asked for.

use std::collections::BTreeMap;
use std::rc::Rc;

use ahash::AHashMap;
use regex_syntax::hir::Look;

use super::alphabet::{Alphabet, Symbol};
use super::error::{Budget, Limit};
use super::look::{self, Side};
use super::nfa::{Nfa, State, StateId, id};

/// How the states that a text leads to are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// As one set: a text has one way through, but there may be 2ⁿ sets.
    Sets,
    /// Each by itself: a text may have many ways, but there are never more states than at first.
    Paths,
}

/// What a text has led to so far.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Position {
    /// The character before, as far as a waiting assertion may ask for it.
    before: Side,
    /// The states that wait for a character, for what an assertion asks, or for the end.
    waiting: Vec<StateId>,
}

/// Where the next character leads.
#[derive(Debug)]
struct Next {
    /// For each symbol the number of its outcome.
    outcome: Vec<u32>,
    outcomes: Vec<Vec<u32>>,
}

/// The walk through the automaton of one pattern. Its positions are numbered.
#[derive(Debug)]
pub(super) struct Walk {
    nfa: Nfa,
    mode: Mode,
    needed: Side,
    positions: Vec<Rc<Position>>,
    numbers: AHashMap<Rc<Position>, u32>,
    next: Vec<Option<Next>>,
    start: Vec<u32>,
    /// Where everything that may still come matches.
    matched: Option<u32>,
    visited: Visited,
}

impl Walk {
    pub(super) fn new(nfa: Nfa, mode: Mode, budget: &mut Budget) -> Result<Self, Limit> {
        let mut walk = Self {
            mode,
            needed: needed_sides(&nfa),
            positions: Vec::new(),
            numbers: AHashMap::new(),
            next: Vec::new(),
            start: Vec::new(),
            matched: None,
            visited: Visited::new(nfa.states.len()),
            nfa,
        };
        if let Some(matched) = walk.nfa.matched {
            let position = walk.arrive(&[matched], Side::PLAIN, budget)?;
            walk.matched = Some(walk.number(position)?);
        }
        let edge = Side::EDGE.only(walk.needed);
        walk.start = walk.arrive_all(&[walk.nfa.start], edge, budget)?;
        Ok(walk)
    }

    /// The positions before the first character.
    pub(super) fn start(&self) -> &[u32] {
        &self.start
    }

    /// Whether all texts that begin so match.
    pub(super) fn is_matched(&self, position: u32) -> bool {
        self.matched == Some(position)
    }

    /// Whether no text that begins so matches.
    pub(super) fn is_lost(&self, position: u32) -> bool {
        self.positions[position as usize].waiting.is_empty()
    }

    /// Whether a text that ends here matches.
    pub(super) fn accepts(&mut self, position: u32, budget: &mut Budget) -> Result<bool, Limit> {
        let position = Rc::clone(&self.positions[position as usize]);
        let ready = self.resolve(&position, Side::EDGE, budget)?;
        Ok(ready.iter().any(|state| matches!(self.nfa.states[*state as usize], State::Match)))
    }

    /// The positions after one more character.
    pub(super) fn next(
        &mut self,
        position: u32,
        symbol: Symbol,
        alphabet: &Alphabet,
        budget: &mut Budget,
    ) -> Result<&[u32], Limit> {
        let at = position as usize;
        if self.next[at].is_none() {
            let next = self.step(at, alphabet, budget)?;
            self.next[at] = Some(next);
        }
        Ok(self.next[at].as_ref().map_or(&[], |next| &next.outcomes[next.outcome[symbol] as usize]))
    }

    fn step(&mut self, at: usize, alphabet: &Alphabet, budget: &mut Budget) -> Result<Next, Limit> {
        let targets = self.targets(at, alphabet, budget)?;
        let mut next = Next { outcome: Vec::with_capacity(targets.len()), outcomes: Vec::new() };
        let mut known: BTreeMap<(Side, Vec<StateId>), u32> = BTreeMap::new();
        for (symbol, mut to) in targets.into_iter().enumerate() {
            budget.spend(1)?;
            to.sort_unstable();
            to.dedup();
            let side = alphabet.side(symbol).only(self.needed);
            let key = (side, to);
            if let Some(outcome) = known.get(&key) {
                next.outcome.push(*outcome);
                continue;
            }
            next.outcome.push(id(next.outcomes.len()));
            next.outcomes.push(self.arrive_all(&key.1, side, budget)?);
            known.insert(key, id(next.outcomes.len() - 1));
        }
        Ok(next)
    }

    /// For each symbol the states that reading it leads to.
    fn targets(
        &mut self,
        at: usize,
        alphabet: &Alphabet,
        budget: &mut Budget,
    ) -> Result<Vec<Vec<StateId>>, Limit> {
        let position = Rc::clone(&self.positions[at]);
        let mut targets: Vec<Vec<StateId>> = vec![Vec::new(); alphabet.len()];
        for side in alphabet.sides(self.needed) {
            for state in self.resolve(&position, side, budget)? {
                if let State::Read { set, next } = self.nfa.states[state as usize] {
                    let members = alphabet.members(set);
                    budget.spend(members.len())?;
                    for member in members {
                        if alphabet.side(*member).only(self.needed) == side {
                            targets[*member].push(next);
                        }
                    }
                }
            }
        }
        Ok(targets)
    }

    /// The numbers of the positions of having arrived at `states`.
    fn arrive_all(
        &mut self,
        states: &[StateId],
        before: Side,
        budget: &mut Budget,
    ) -> Result<Vec<u32>, Limit> {
        let position = self.arrive(states, before, budget)?;
        if self.mode == Mode::Sets {
            return Ok(vec![self.number(position)?]);
        }
        position
            .waiting
            .iter()
            .map(|state| self.number(self.position(vec![*state], before)))
            .collect()
    }

    /// Follows everything that does not depend on the next character.
    fn arrive(
        &mut self,
        states: &[StateId],
        before: Side,
        budget: &mut Budget,
    ) -> Result<Position, Limit> {
        let mut waiting = self.visited.follow(&self.nfa, states, budget, |look| {
            if look::may_hold(look, before) { Decision::Wait } else { Decision::Stop }
        })?;
        if let Some(matched) = self.matched
            && self.mode == Mode::Sets
        {
            // Once something has matched, nothing else matters.
            let all = &self.positions[matched as usize].waiting;
            if all.iter().all(|state| waiting.binary_search(state).is_ok()) {
                waiting.clone_from(all);
            }
        }
        Ok(self.position(waiting, before))
    }

    fn position(&self, waiting: Vec<StateId>, before: Side) -> Position {
        let asks = waiting
            .iter()
            .any(|state| matches!(self.nfa.states[*state as usize], State::Look { .. }));
        Position { before: if asks { before } else { Side::PLAIN }, waiting }
    }

    /// The states that read a character or end, now that what comes next is known.
    fn resolve(
        &mut self,
        position: &Position,
        after: Side,
        budget: &mut Budget,
    ) -> Result<Vec<StateId>, Limit> {
        self.visited.follow(&self.nfa, &position.waiting, budget, |look| {
            if look::holds(look, position.before, after) { Decision::Go } else { Decision::Stop }
        })
    }

    fn number(&mut self, position: Position) -> Result<u32, Limit> {
        if let Some(number) = self.numbers.get(&position) {
            return Ok(*number);
        }
        if self.positions.len() as u64 >= Limit::States.value() {
            return Err(Limit::States);
        }
        let number = id(self.positions.len());
        let position = Rc::new(position);
        self.numbers.insert(Rc::clone(&position), number);
        self.positions.push(position);
        self.next.push(None);
        Ok(number)
    }
}

/// What the assertions of `nfa` depend on.
pub(super) fn needed_sides(nfa: &Nfa) -> Side {
    nfa.states.iter().fold(Side::PLAIN, |needed, state| match state {
        State::Look { look, .. } => needed.and(look::needed_sides(*look)),
        _ => needed,
    })
}

enum Decision {
    Wait,
    Go,
    Stop,
}

/// The states that one search has met, without clearing between searches.
#[derive(Debug)]
struct Visited {
    search: u32,
    last: Vec<u32>,
    open: Vec<StateId>,
}

impl Visited {
    fn new(states: usize) -> Self {
        Self { search: 0, last: vec![0; states], open: Vec::new() }
    }

    /// The states that `from` leads to without reading, in ascending order.
    fn follow(
        &mut self,
        nfa: &Nfa,
        from: &[StateId],
        budget: &mut Budget,
        decide: impl Fn(Look) -> Decision,
    ) -> Result<Vec<StateId>, Limit> {
        self.search += 1;
        self.open.clear();
        self.open.extend(from);
        let mut found = Vec::new();
        while let Some(state) = self.open.pop() {
            let last = &mut self.last[state as usize];
            if *last == self.search {
                continue;
            }
            *last = self.search;
            budget.spend(1)?;
            match &nfa.states[state as usize] {
                State::Read { .. } | State::Match => found.push(state),
                State::Split(to) => {
                    budget.spend(to.len())?;
                    self.open.extend(to);
                }
                State::Look { look, next } => match decide(*look) {
                    Decision::Wait => found.push(state),
                    Decision::Go => self.open.push(*next),
                    Decision::Stop => {}
                },
            }
        }
        found.sort_unstable();
        Ok(found)
    }
}
