//! Seeded, validated test data from the JSON Schema contract of your serde types.
//!
//! ```
//! use foundry::Foundry;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
//! #[serde(tag = "kind", rename_all = "lowercase")]
//! enum Shape {
//!     Circle {
//!         #[schemars(range(min = 1, max = 100))]
//!         radius: u32,
//!     },
//!     Text {
//!         #[schemars(regex(pattern = "^[A-Z]{3}-[0-9]+$"), length(max = 12))]
//!         label: String,
//!     },
//! }
//!
//! let shapes = Shape::foundry_batch(42, 1000);
//! assert_eq!(shapes[321], Shape::foundry_row(42, 321));
//! for shape in &shapes {
//!     match shape {
//!         Shape::Circle { radius } => assert!((1..=100).contains(radius)),
//!         Shape::Text { label } => assert!(label.len() <= 12 && label.contains('-')),
//!     }
//! }
//! ```
//!
//! # The way of the data
//!
//! ```text
//! Rust type ──derive──► JSON Schema ──parse──► Contract ──plan──► Plan ──generate──► Instance ──validate──► Batch<T>
//! ```
//!
//! The derive writes the schema that schemars would write, from the attributes of serde, schemars, validator and
//! garde. [`parse`](parse::parse) checks it, [`plan`](plan::plan) finds out what to draw at each place (or that nothing
//! can be drawn, and why), [`generate`](generate::generate) draws a row from a seed, and the gate
//! ([`validate::Gate`]) lets it out or not. A row that leaves is valid against the schema, read by serde, written
//! back validly, and accepted by the type's own validation.
//!
//! Start at the trait [`Foundry`](trait@Foundry); the [`guide`] has a chapter for every question behind it. A JSON
//! Schema document without a type goes through [`Pipeline`], or through the command line:
//! [`guide::command_line`].
//!
//! # Limits
//!
//! Integers of 128 bits stay within what JSON numbers carry.
//! What cannot be drawn is an error that says so, at compile time where that is possible: [`guide::errors`],
//! [`guide::limits`].
//!
//! # Features
//!
//! `config-file`, which is on by default, reads settings from `foundry.toml`: [`guide::configuration`]. `validator` and
//! `garde` let the verdict of these crates count, where a type implements their `Validate`; `rayon` draws on its threads;
//! `cli` builds the program `foundry`: [`guide::features`].

mod batch;
mod blueprint;
mod builder;
pub mod config;
mod drawer;
mod error;
mod foundry;
pub mod generate;
pub mod generators;
pub mod guide;
pub mod health;
pub mod instance;
mod metrics;
pub mod parse;
mod pipeline;
pub mod plan;
mod progress;
mod rows;
pub mod seed;
mod suggest;
pub mod survey;
pub mod validate;

#[doc(hidden)]
#[path = "derive_support/mod.rs"]
pub mod __private;

pub use foundry_derive::Foundry;

pub use crate::batch::Batch;
pub use crate::builder::{Builder, GateLevel};
pub use crate::drawer::Drawer;
pub use crate::error::{Error, Stage};
pub use crate::foundry::Foundry;
pub use crate::instance::Instance;
pub use crate::metrics::{Checked, Metrics};
pub use crate::pipeline::{Pipeline, PipelineBuilder, Rows};
pub use crate::progress::Progress;
pub use crate::rows::Iter;
pub use crate::seed::{Path, STREAM_VERSION, Seed, Stream};
