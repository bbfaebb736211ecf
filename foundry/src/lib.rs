//! Seeded, validated test data from the JSON Schema contract of your serde types.

mod batch;
mod blueprint;
mod builder;
pub mod config;
mod error;
mod foundry;
pub mod generate;
pub mod generators;
pub mod instance;
mod metrics;
pub mod parse;
mod pipeline;
pub mod plan;
mod rows;
pub mod seed;
pub mod validate;

#[doc(hidden)]
#[path = "derive_support/mod.rs"]
pub mod __private;

pub use foundry_derive::Foundry;

pub use crate::batch::Batch;
pub use crate::builder::{Builder, GateLevel};
pub use crate::error::{Error, Stage};
pub use crate::foundry::Foundry;
pub use crate::instance::Instance;
pub use crate::metrics::Metrics;
pub use crate::pipeline::{Pipeline, PipelineBuilder, Rows};
pub use crate::rows::Iter;
pub use crate::seed::{Path, STREAM_VERSION, Seed, Stream};
