//! Rows of typed contracts: valid by every verdict, read by serde, and different from one another.

#[macro_use]
mod held;

mod enums;
mod flatten;
mod foreign;
mod hints;
mod judge;
mod keys;
mod nested;
mod numbers;
mod recursion;
mod sets;
mod standard;
mod structs;
