//! Values that no two rows share.
//!
//! # What is promised
//!
//! A place that is `unique` has another value in each row of a seed. One that is a `sequence` has the next value in
//! each row. That holds for the whole seed, and so for every batch and slice of it, on any number of threads, in any
//! order, and in several processes that each draw a part: no row knows of another one.
//!
//! ```
//! # use std::collections::BTreeSet;
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
//! struct Account {
//!     #[foundry(sequence)]
//!     id: u64,
//!     #[foundry(unique)]
//!     #[schemars(regex(pattern = "^[A-Z]{2}[0-9]{6}$"))]
//!     number: String,
//!     #[foundry(unique)]
//!     name: String,
//!     #[foundry(unique, presence = 0.8)]
//!     card: Option<Card>,
//! }
//!
//! #[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
//! struct Card(#[schemars(range(max = 9_999))] u32);
//!
//! let accounts = Account::foundry_batch("bank", 1000);
//! let numbers: BTreeSet<_> = accounts.iter().map(|account| &account.number).collect();
//! assert_eq!(numbers.len(), 1000);
//! // Two halves, drawn by themselves, are the halves of the whole.
//! let second = Account::foundry_with().range(500..1000).threads(2).batch("bank")?;
//! assert_eq!(second[..], accounts[500..]);
//! assert_eq!(Account::foundry_row("bank", 9_999).id, 9_999);
//! # Ok::<(), foundry::Error>(())
//! ```
//!
//! In a JSON Schema document the same hints stand beside the keywords:
//!
//! ```
//! use foundry::Pipeline;
//! use serde_json::json;
//!
//! let pipeline = Pipeline::builder()
//!     .schema(&json!({"type": "integer", "minimum": 10, "x-foundry": {"sequence": true}}))
//!     .build()?;
//! assert_eq!(pipeline.generate(1, 3)?.values().collect::<Vec<_>>(), [10, 11, 12]);
//! # Ok::<(), foundry::Error>(())
//! ```
//!
//! # How
//!
//! The values of a place are numbered. Row `i` of a sequence takes number `i`. A unique place takes the number to which
//! a bijection leads from `i`; it is keyed with the seed and the place, so that two places have orders of their own.
//! Nothing is drawn twice to get there, nothing is remembered, and row 10¹² takes as long as row 0. A new field moves
//! no value, and a `check` of the type around a unique field draws the other fields again.
//!
//! | values | `unique` | `sequence` |
//! |---|---|---|
//! | whole numbers | all in the range; up to 2³² near zero first | from the lower bound; from 0 where there is none, or where it is the least number of a signed type |
//! | numbers | multiples of `multipleOf`; else decimals of 15 digits, all numbers of an `f32` | the same from the lower bound or 0, with the largest power of ten that leaves a million of them |
//! | enums, `values` | each once, whatever its weight | in their order |
//! | texts | words, and a code of digits and letters | words, and a counter |
//! | patterns | all texts of up to 8,192 characters, or 2⁸⁰ of the shorter ones, as far as they can be counted | the shorter first |
//! | `uuid` | 2¹²² of version 4 | counted up |
//! | dates and times | 1970 to 2069 first, whole seconds first, in UTC | a day or a second further, from 1970-01-01 |
//! | other formats | a word and a code, or all addresses | a word and a counter, or the next address |
//!
//! The texts of a pattern are counted within the [limits](super::limits#patterns): where these end earlier, the error of a
//! batch that needs more says how long the counted texts are, and a pattern whose automaton is too large to tell its texts
//! apart (`^.*a.{15}$`), or that looks around, is refused.
//!
//! A generator that nobody named gives way, since its values carry no number, and
//! [`explain`](crate::plan::Plan::explain) tells which one (`in place of`). Plain values stand in for realistic ones: a unique `first_name` is a word and a code, and a unique `email` any address
//! of its format. Where addresses must not be anybody's, let a pattern say so (`^[a-z]{3,9}@example[.]com$`).
//!
//! Texts of a sequence ascend as texts for the first million rows, and by their number beyond. Where a length leaves no
//! room for words, only the code is there.
//!
//! # Which rows and places
//!
//! - `null` and a member that is missing are no values: an `Option` is unique where it is `Some`, and a sequence leaves
//!   out the numbers of the other rows. The default of serde does not stand in for a value.
//! - In lists every element has a number of its own, so that no two elements of any rows are alike. A row takes as many
//!   numbers as its lists may have elements. Other lengths move the values.
//! - The positions of a tuple, the branches of an enum and the levels of a recursion are places by themselves. Branches
//!   with the same name and the same domain still never meet.
//! - In a map, below `contains`, as the name of a member and in a list that may hold itself (`children: Vec<Self>`) there
//!   is no number: that is an error.
//! - What a rule of the field may reject (look-around in a pattern, a pattern and a format together, a `check` of its
//!   own type) is an error too: a number that is rejected would have no other value.
//! - [`edit`](crate::Builder::edit), `finish` and [`set`](crate::Builder::set) come after and may write what they like;
//!   a value that is set is a domain of one.
//!
//! # Where the values end
//!
//! [`explain`](crate::plan::Plan::explain) tells how many values there are. A batch that needs more is refused before
//! its first row, and an iterator at the first row that has none:
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Debug, Serialize, Deserialize, Foundry)]
//! struct Seat {
//!     #[foundry(unique)]
//!     #[schemars(regex(pattern = "^[A-D][1-5]$"))]
//!     number: String,
//! }
//!
//! assert_eq!(Seat::foundry_plan()?.explain(), "object\n  number: text (pattern), unique among 20 values\n");
//! let error = Seat::try_foundry_batch(1, 21).unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "`/properties/number` has 20 different values, and `unique` needs 21 of them for 21 rows"
//! );
//! let error = Seat::foundry_with().row(1, 20).unwrap_err();
//! assert_eq!(error.to_string(), "`unique` has 20 different values here, and none for row 20");
//! # Ok::<(), foundry::Error>(())
//! ```
