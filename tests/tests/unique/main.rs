//! `unique` and `sequence`: no two rows share a value, whoever draws them and in whatever order.

mod documents;
mod enums;
mod errors;
mod lists;
mod stable;
mod typed;
