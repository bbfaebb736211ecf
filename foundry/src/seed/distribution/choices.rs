//! A few numbers, each with its weight: taken as branches are, so that one that is added wins the draws that it
//! wins, and moves no other.

use crate::seed::Stream;
use crate::seed::path::mix;
use crate::seed::pick::pick;

/// The numbers, in ascending order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choices<N> {
    numbers: Vec<N>,
    /// The hash and the weight of each.
    branches: Vec<(u64, u32)>,
}

impl<N: Copy> Choices<N> {
    /// `None` where `read` does not take one of the numbers, or no weight is above 0.
    pub(super) fn over(choices: &[(f64, u32)], read: impl Fn(f64) -> Option<N>) -> Option<Self> {
        let mut sorted = choices.to_vec();
        sorted.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        let numbers = sorted.iter().map(|(number, _)| read(*number)).collect::<Option<Vec<N>>>()?;
        let branch = |(number, weight): &(f64, u32)| (mix(number.to_bits()), *weight);
        let is_there = sorted.iter().any(|(_, weight)| *weight > 0);
        is_there.then(|| Self { numbers, branches: sorted.iter().map(branch).collect() })
    }

    pub(super) fn draw(&self, stream: &mut Stream) -> Option<N> {
        let at = pick(stream.next_u64(), self.branches.iter().copied())?;
        self.numbers.get(at).copied()
    }

    /// The one that half of what is drawn does not exceed.
    pub(super) fn middle(&self) -> Option<N> {
        let all: u64 = self.branches.iter().map(|(_, weight)| u64::from(*weight)).sum();
        let mut below = 0;
        let is_middle = |(_, weight): &(u64, u32)| {
            below += u64::from(*weight);
            below * 2 >= all && *weight > 0
        };
        let at = self.branches.iter().position(is_middle)?;
        self.numbers.get(at).copied()
    }
}
