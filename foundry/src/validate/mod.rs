//! Instance → verdict: the gate through which every row leaves, or does not.

mod beyond;
mod formats;
mod gate;
mod quick;
mod verdicts;

pub use gate::Gate;
pub(crate) use gate::gate_options;
pub(crate) use verdicts::{Sides, TypedGate, blame, read};
