//! Bad input: each gets a clear error that names type, place and help, and nothing hangs.

#[macro_use]
mod told;

mod alternatives;
mod blocks;
mod bounds;
mod causes;
mod contained;
mod distributions;
mod documents;
mod drawing_hooks;
mod extras;
mod given;
mod hooks;
mod impossible;
mod layers;
mod liars;
mod lists;
mod metrics;
mod named_by;
mod numbers;
mod order;
mod panics;
mod pools;
mod references;
mod refused_generators;
mod registry;
mod schemas;
mod seeds;
mod settings;
mod shared;
mod shares;
mod unheeded;
mod whole;
mod with;
