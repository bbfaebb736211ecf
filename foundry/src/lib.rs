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

/// Derives `Foundry` and `JsonSchema` for a type that serde can write and read.
///
/// The contract stands in the attributes of serde, schemars, validator and garde, and the schema is
/// the one that `#[derive(JsonSchema)]` gives. `#[foundry(…)]` says only how to make values:
///
/// | on a field | |
/// |---|---|
/// | `with = EXPR` | Draws the value: a generator, a function or a closure from `&mut Stream`. On an `Option<T>` it may draw a `T`; `presence` still decides whether there is one. |
/// | `faker = "internet.email"` | The generator of this name draws the value, or each element of a list: `foundry generators` lists those that are built in. |
/// | `by = "title"` | The `title`, or the `description`, says what the value looks like, in the place of the field's name. |
/// | `presence = 0.3` | How often an `Option` is `Some`, from 0 to 1. |
/// | `values = ["a", "b"]` | One of these, each as likely as the others. Each is written with serde when the contract is built. |
/// | `weights = [9, 1]` | How often each of the `values` comes, beside the others: whole numbers in their order. Defaults to 1 each. |
/// | `distribution = normal(mean = 40.0, deviation = 10.0)` | How a number is spread within its bounds; also `uniform`, `log_normal(…)`, `exponential(mean = …)` or `exponential(rate = …)`, and `zipf(exponent = …)`. |
/// | `lengths = exponential(mean = 8.0)` | How the lengths of a list, a set, a map or a text are spread. |
///
/// | on a variant | |
/// |---|---|
/// | `weight = 3` | How often it comes, beside the weights of the others. Defaults to 1. |
/// | `skip` | It never comes. |
///
/// | on a type | |
/// |---|---|
/// | `depth = 3` | How deep values of a recursive type may nest. |
/// | `check = path` | An invariant, `Fn(&Self) -> bool`: rows that fail it are drawn again. It may take `&mut Stream` too, the row's own. |
/// | `finish = path` | Fills dependent fields, `Fn(&mut Self)` or `Fn(&mut Self, &mut Stream)`, before the row is judged. |
/// | `crate = path` | Where foundry is, when it is not `::foundry`. |
/// | `schema = "own"` | The type has its own `JsonSchema`: none is written. |
///
/// # Examples
///
/// ```
/// use foundry::{Foundry, Stream};
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Debug, Serialize, Deserialize, Foundry)]
/// #[foundry(check = Self::is_shipped_after_payment, finish = Self::fill_total)]
/// struct Order {
///     #[foundry(with = draw_sku)]
///     sku: String,
///     #[schemars(range(min = 1, max = 9))]
///     quantity: u32,
///     #[foundry(values = [250, 999])]
///     price: u32,
///     total: u32,
///     #[foundry(presence = 0.9)]
///     paid_on_day: Option<u8>,
///     shipped_on_day: u8,
///     state: State,
/// }
///
/// #[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
/// enum State {
///     #[foundry(weight = 5)]
///     Done,
///     Open,
///     #[foundry(skip)]
///     Archived,
/// }
///
/// fn draw_sku(stream: &mut Stream) -> String {
///     format!("SKU-{:03}", stream.below(1000))
/// }
///
/// impl Order {
///     fn is_shipped_after_payment(&self) -> bool {
///         self.paid_on_day.is_none_or(|day| day <= self.shipped_on_day)
///     }
///
///     fn fill_total(&mut self) {
///         self.total = self.quantity * self.price;
///     }
/// }
///
/// for order in &Order::foundry_batch(42, 100) {
///     assert!(order.sku.starts_with("SKU-") && (1..=9).contains(&order.quantity));
///     assert!(order.is_shipped_after_payment());
///     assert_eq!(order.total, order.quantity * order.price);
///     assert_ne!(order.state, State::Archived);
/// }
/// ```
///
/// # Limits
///
/// - A derive sees words, not types. Maps, sets and socket addresses are known by their names; behind
///   an alias, as in `type Ports = BTreeMap<u16, Port>`, the keys are only as narrow as the schema
///   says.
/// - A rule on a type of one's own is refused, as it never reaches the schema; so `age: Age` looks
///   wrong where `type Age = u8`. Say what it stands for: `#[schemars(with = "u8")]`.
/// - A generic type with `check` or `finish` needs `Self: Serialize + DeserializeOwned`. A generic
///   type that holds it has to say so: `#[schemars(bound = "T: …")]`.
/// - The verdict of garde and validator counts for concrete types, and for generic ones whose
///   `Validate` holds for every parameter; garde's, where its context has a `Default`.
/// - A definition under `#[serde(remote = "…")]` gets its schema, and no `Foundry`: it has neither
///   `Serialize` nor `Deserialize`.
/// - `#[serde_as]` looks for a derive named `JsonSchema`; write `#[serde_as(schemars = true)]`.
#[doc(inline)]
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
