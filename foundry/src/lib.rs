//! Seeded, validated test data from the JSON Schema contract of your serde types.

pub mod error;
mod foundry;
pub mod generators;
pub mod instance;
mod parse;
pub mod seed;

#[doc(hidden)]
#[path = "derive_support/mod.rs"]
pub mod __private;

pub use foundry_derive::Foundry;

pub use crate::error::{Error, Stage};
pub use crate::foundry::Foundry;
pub use crate::instance::Instance;
pub use crate::seed::{Path, Seed, Stream};
