//! What can fail, and how it looks in a test.
//!
//! # One error type
//!
//! Everything fails with an [`Error`](crate::Error). It prints one line; [`report`](crate::Error::report) tells the
//! whole story, and is what a panic of [`foundry_batch`](crate::Foundry::foundry_batch) shows, at the line of the
//! test that called it. A batch is whole or an error: never a part of one.
//!
//! # The stages
//!
//! [`Error::stage`](crate::Error::stage) says how far it got.
//!
//! | stage | what was going on | pointer into |
//! |---|---|---|
//! | `seed` | a seed was read from text | |
//! | `config` | the settings of a call were read | |
//! | `parse` | a schema was read | the schema |
//! | `plan` | it was found out what to draw | the schema |
//! | `generate` | a row was drawn | the schema |
//! | `validate` | a row was judged | the row |
//!
//! ## Plan: before the first row
//!
//! What no row could show is an error of the plan, once for a type and before anything is drawn.
//!
//! ```
//! # use foundry::{Foundry, Stage};
//! # use serde::{Deserialize, Serialize};
//! const ADULT: u8 = 18;
//! const CHILD: u8 = 10;
//!
//! #[derive(Debug, Serialize, Deserialize, Foundry)]
//! struct Person {
//!     #[schemars(range(min = ADULT, max = CHILD))]
//!     age: u8,
//! }
//!
//! let error = Person::try_foundry_batch(1, 100).unwrap_err();
//! assert_eq!(error.stage(), Stage::Plan);
//! assert_eq!(
//!     error.to_string(),
//!     "no integer at `/properties/age` is at least 18 and at most 10 (`minimum`, `maximum`)"
//! );
//! ```
//!
//! An untagged variant that serde never reaches, since an earlier one takes all its values, is such an error too, and
//! so are types that hold each other without an end:
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Debug, Serialize, Deserialize, Foundry)]
//! #[serde(untagged)]
//! enum Amount {
//!     Float(f64),
//!     Whole(u8),
//! }
//!
//! #[derive(Debug, Serialize, Deserialize, Foundry)]
//! struct Hen {
//!     from: Box<Egg>,
//! }
//!
//! #[derive(Debug, Serialize, Deserialize, Foundry)]
//! struct Egg {
//!     from: Box<Hen>,
//! }
//!
//! let error = Amount::try_foundry_batch(1, 1).unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "the untagged variant `Whole` is unreachable: serde reads each of its values as `Float`"
//! );
//! assert_eq!(error.help().next(), Some("put `Whole` in front of `Float`"));
//!
//! let error = Hen::try_foundry_batch(1, 1).unwrap_err();
//! assert!(error.to_string().starts_with("no finite value at "), "{error}");
//! ```
//!
//! ## Generate: no value was found
//!
//! A check that accepts nothing, a generator that fails or panics:
//!
//! ```
//! # use foundry::{Foundry, Stage};
//! # use serde::{Deserialize, Serialize};
//! #[derive(Debug, Serialize, Deserialize, Foundry)]
//! #[foundry(check = Never::holds)]
//! struct Never {
//!     value: u8,
//! }
//!
//! impl Never {
//!     fn holds(&self) -> bool {
//!         false
//!     }
//! }
//!
//! let error = Never::foundry_with().attempts(20).row(1, 0).unwrap_err();
//! assert_eq!(error.stage(), Stage::Generate);
//! assert_eq!(error.to_string(), "`check` rejected 20 of 20 values drawn for it");
//! ```
//!
//! ## Validate: the gate said no
//!
//! Four verdicts are taken of every row, and each has its own words:
//!
//! | verdict | where it fails |
//! |---|---|
//! | the instance is valid | `the drawn value is outside the contract`: a hint of yours left it; where that is a generator, ``what the generator `sku` drew is outside the contract`` |
//! | serde reads it | `serde does not read the drawn value`: serde demands what the schema does not say |
//! | what is written back is valid | `what serde writes back is outside the contract` |
//! | the type's own validation | `the type's own validation rejects the value`: see [`features`](super::features) |
//!
//! # What a failing test shows
//!
//! serde refuses odd numbers here, and no schema says so. The panic of the test carries all of it: what, the type, the
//! seed, the row, the place, the value, what helps, and the line that draws this one row again.
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Clone, Debug, Serialize, Deserialize, Foundry)]
//! #[serde(try_from = "u8", into = "u8")]
//! #[schemars(with = "u8")]
//! struct Even(u8);
//!
//! impl TryFrom<u8> for Even {
//!     type Error = String;
//!
//!     fn try_from(number: u8) -> Result<Self, String> {
//!         if number % 2 == 0 { Ok(Self(number)) } else { Err(format!("{number} is odd")) }
//!     }
//! }
//!
//! impl From<Even> for u8 {
//!     fn from(even: Even) -> u8 {
//!         even.0
//!     }
//! }
//!
//! #[derive(Debug, Serialize, Deserialize, Foundry)]
//! struct Pair {
//!     shoes: Even,
//! }
//!
//! let panic = std::panic::catch_unwind(|| Pair::foundry_batch("shoes", 100)).unwrap_err();
//! let text = panic.downcast_ref::<String>().expect("a text");
//! # let type_name = std::any::type_name::<Pair>();
//! # let text = text.replace(type_name, "shop::Pair");
//! assert_eq!(
//!     text,
//!     "\
//! serde does not read the drawn value: 7 is odd
//!   type     shop::Pair
//!   seed     text:shoes
//!   row      0
//!   stage    validate
//!   pointer  /shoes
//!   value    7
//!   help     say in the schema what serde demands: `#[schemars(range(…), length(…), regex(…))]`, or \
//! draw the field yourself: `#[foundry(with = …)]`
//!   replay   let row = Pair::foundry_row(\"shoes\", 0);"
//! );
//! ```
//!
//! The line after `replay` fails in the same way, and at once; from there a `with` generator or a rule in the schema is
//! tried. The example `failing_test` of the repository shows the whole way.
//!
//! # At compile time
//!
//! What the derive can prove wrong never gets that far; it says all mistakes of a type at once:
//!
//! ```text
//! error: `Node` always holds another `Node`, so no finite value exists
//!        help: give the recursion an end: `Option<Box<Node>>` or `Vec<Node>`
//! ```
