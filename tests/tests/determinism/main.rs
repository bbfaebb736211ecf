//! Same seed, same bytes: what moves a value, and what does not.

#![allow(missing_docs)]

mod fields;
mod golden;
mod slices;
mod variants;
