//! A graph in which all texts take one way → the sets of that way, drawn without asking at each step
//! where to go.

use super::machine::Machine;
use super::palette::Palette;
use crate::seed::{Stream, multiply};

/// How much of a draw may be used up: with this much left of its 64 bits, no character is likelier than
/// another by more than one in 2²⁴.
const USED: u64 = 1 << 40;

/// The steps of the only way.
#[derive(Debug)]
pub(super) struct Straight(Vec<Step>);

#[derive(Debug)]
enum Step {
    /// Characters without a choice.
    Fixed(String),
    /// `count` characters of one set of ASCII, `shared` of them from each draw.
    Ascii { set: Vec<u8>, count: u64, shared: u64 },
    /// One character of any set.
    Mixed(Palette),
}

impl Straight {
    /// The way, where there is one start, one edge from each state, and one length.
    pub(super) fn find(machine: &Machine, lengths: &[(u64, u64)]) -> Option<Self> {
        let ([(length, _)], [start]) = (lengths, machine.starts.as_slice()) else { return None };
        let mut state = *start;
        let mut steps: Vec<Step> = Vec::new();
        for _ in 0..*length {
            let [edge] = machine.edges[state as usize].as_slice() else { return None };
            let next = Step::of(&machine.palettes[edge.palette as usize]);
            match (steps.last_mut(), next) {
                (Some(Step::Fixed(text)), Step::Fixed(more)) => text.push_str(&more),
                (Some(Step::Ascii { set, count, .. }), Step::Ascii { set: other, .. })
                    if *set == other =>
                {
                    *count += 1;
                }
                (_, next) => steps.push(next),
            }
            state = edge.to;
        }
        Some(Self(steps))
    }

    pub(super) fn draw(&self, stream: &mut Stream, out: &mut String) {
        for step in &self.0 {
            match step {
                Step::Fixed(text) => out.push_str(text),
                Step::Ascii { set, count, shared } => {
                    draw_ascii(set, (*count, *shared), stream, out);
                }
                Step::Mixed(palette) => out.push(palette.draw(stream)),
            }
        }
    }
}

impl Step {
    fn of(palette: &Palette) -> Self {
        match palette.ascii() {
            Some(set) if set.len() == 1 => {
                Self::Fixed(set.iter().map(|c| char::from(*c)).collect())
            }
            Some(set) => {
                let size = set.len() as u64;
                Self::Ascii { set, count: 1, shared: u64::from(USED.ilog(size)) }
            }
            None => Self::Mixed(palette.clone()),
        }
    }
}

#[inline]
fn draw_ascii(set: &[u8], (count, shared): (u64, u64), stream: &mut Stream, out: &mut String) {
    let mut rest = count;
    while rest > 0 {
        let taken = rest.min(shared);
        rest -= taken;
        let mut bits = stream.next_u64();
        for _ in 0..taken {
            // The whole part of a fraction times the size is a place in the set, and the rest of it is
            // the fraction for the next one.
            let (at, rest) = multiply(bits, set.len() as u64);
            bits = rest;
            out.push(char::from(set[usize::try_from(at).unwrap_or(0)] & 0x7f));
        }
    }
}
