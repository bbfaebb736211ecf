//! The guide: one chapter for each question that comes up.
//!
//! | chapter | question |
//! |---|---|
//! | [`attributes`] | What may stand on a type, and what is said when it is wrong? |
//! | [`seeds`] | What is promised of a seed, and how is one row drawn again? |
//! | [`unique_values`] | How do no two rows share a value, and how does one count through them? |
//! | [`errors`] | What can fail, and how does it look in a test? |
//! | [`recursion`] | How deep do types go that hold themselves? |
//! | [`foreign_types`] | Which types of std and of other crates have a contract, and with what values? |
//! | [`maps_and_sets`] | Which keys may a map have, and how many members are drawn? |
//! | [`generators`] | Where do values come from, which look familiar, and how is one's own written? |
//! | [`built_ins`] | Which generators are built in, what do they make, and which fields ask for them? |
//! | [`configuration`] | What holds for all types of a project, and where does it come from? |
//! | [`distributions`] | How often does which number, or length, come? |
//! | [`limits`] | What is refused because it is too large? |
//! | [`documents`] | What of a JSON Schema document is drawn, and what is refused? |
//! | [`command_line`] | How are rows made and judged without a line of Rust? |
//! | [`features`] | What do `garde`, `validator` and `cli` add, and what does `config-file` take away? |
//!
//! # From a type to a test
//!
//! A type needs three derives, and the rules that hold for its values. The rules stand where serde,
//! schemars, validator and garde read them; `#[foundry(…)]` only says *how* to make values.
//!
//! ```
//! use foundry::Foundry;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
//! #[serde(rename_all = "camelCase")]
//! struct Parcel {
//!     #[schemars(regex(pattern = "^P[0-9]{4}$"))]
//!     tracking_code: String,
//!     #[schemars(range(min = 1, max = 30_000))]
//!     grams: u32,
//!     #[foundry(presence = 0.2)]
//!     #[schemars(length(max = 40))]
//!     note: Option<String>,
//! }
//!
//! fn postage(parcel: &Parcel) -> u32 {
//!     199 + parcel.grams / 10
//! }
//!
//! // What stands in the test:
//! for parcel in &Parcel::foundry_batch("postage", 200) {
//!     assert!(postage(parcel) >= 199, "{parcel:?}");
//! }
//! ```
//!
//! # What one call may set
//!
//! [`Foundry::foundry_with`](crate::Foundry::foundry_with) starts a [`Builder`](crate::Builder). Places
//! are named by JSON pointers, in which `*` stands for one segment and `**` for any number of them:
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! use foundry::config::Policy;
//!
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Cart {
//!     owner: Option<String>,
//!     lines: Vec<Line>,
//! }
//!
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Line {
//!     sku: String,
//!     note: Option<String>,
//! }
//!
//! let carts = Cart::foundry_with()
//!     .range(100..120)                      // rows 100 to 119 of the seed
//!     .set("/owner", "ada")                 // this value, in every row
//!     .lengths(1..=3)                       // every list, where the contract allows it
//!     .policy("/**/note", Policy::default().with_presence(1.0))
//!     .edit(|cart| cart.lines.truncate(2))  // judged like the rest
//!     .threads(2)                           // the rows are the same
//!     .batch(42)?;
//! assert_eq!((carts.len(), carts.first_row()), (20, 100));
//! assert!(carts.iter().all(|cart| cart.owner.as_deref() == Some("ada")));
//! assert!(carts.iter().flat_map(|cart| &cart.lines).all(|line| line.note.is_some()));
//! # Ok::<(), foundry::Error>(())
//! ```
//!
//! # Documents without a type
//!
//! A JSON Schema document goes through the same four stages: see [`documents`], and [`command_line`] for a shell.

pub mod attributes;
pub mod built_ins;
pub mod command_line;
pub mod configuration;
pub mod distributions;
pub mod documents;
pub mod errors;
pub mod features;
pub mod foreign_types;
pub mod generators;
pub mod limits;
pub mod maps_and_sets;
pub mod recursion;
pub mod seeds;
pub mod unique_values;
