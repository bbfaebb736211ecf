//! `#[derive(Foundry)]` gives the schema that `#[derive(JsonSchema)]` gives: every type in here is
//! written once, compiled with either derive, and compared in both contracts and all dialects.

#![expect(dead_code, reason = "the types are there for their schemas")]

#[macro_use]
mod twice;

mod beside;
mod conversions;
mod defaults;
mod enums;
mod flatten;
mod foreign;
mod generics;
mod hints;
mod metadata;
mod names;
mod recursion;
mod rules;
mod std_types;
mod structs;
