//! What a nasty stranger would write: each schema ends in time and in bounded memory, with rows or
//! with one precise sentence.

#[macro_use]
mod trial;

mod arbitrary_schemas;
mod build;
mod choices;
mod conditions;
mod constants;
mod counts;
mod depth;
mod members;
mod numbers;
mod patterns;
mod recursion;
mod references;
mod wrong;
