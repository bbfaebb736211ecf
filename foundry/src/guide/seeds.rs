//! What is promised of a seed.
//!
//! # The promise
//!
//! A value depends on the seed, the index of its row, and its path inside the row; on the contract and its hints; and on
//! what is set for the call, by the call itself or by a project's [`configuration`](super::configuration). It depends on
//! nothing else:
//!
//! - **Same seed, same bytes**: on every machine, in every run, for every number of threads and rows, as long as
//!   [`STREAM_VERSION`](crate::STREAM_VERSION) stands. A release that moves a value raises that number, and the
//!   changelog says so under "Output changed".
//! - **A slice is a slice of the whole**: rows 100 to 120 are the same alone and in a batch of a million, and 10 rows
//!   are the first 10 of 1000.
//! - **A row is reached in constant time**: row 10¹² is as near as row 0.
//! - **A field stands alone**: adding, removing or moving a field leaves the values of all others as they were. So does
//!   a variant that is added to an enum, but for the rows in which it now comes.
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
//! struct Before {
//!     name: String,
//!     age: u8,
//! }
//!
//! #[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
//! struct After {
//!     email: Option<String>,
//!     age: u8,
//!     name: String,
//! }
//!
//! let before = Before::foundry_batch("team", 100);
//! let after = After::foundry_batch("team", 100);
//! assert!(before.iter().zip(&after).all(|(old, new)| (&old.name, old.age) == (&new.name, new.age)));
//!
//! assert_eq!(Before::foundry_row("team", 73), before[73]);
//! let slice = Before::foundry_with().range(70..80).threads(2).batch("team")?;
//! assert_eq!(slice[..], before[70..80]);
//! Before::foundry_row("team", 1_000_000_000_000);
//! # Ok::<(), foundry::Error>(())
//! ```
//!
//! One thing is std's own: a `HashMap` or a `HashSet` holds the same members in every run, and hands them over in
//! another order each time. Where the written text matters, take a `BTreeMap` or an `IndexMap`.
//!
//! What moves values is a change of the contract at their own place (another range, another pattern, another type), of
//! the name that leads to them, and of the settings of the call that speak of their place. A check draws its whole
//! value again where it rejects: a change of the check can move everything below its type.
//!
//! # Making seeds
//!
//! A number, a text or bytes; each kind gives seeds of its own. A text that says what the test is about needs no
//! number that nobody remembers.
//!
//! ```
//! use foundry::Seed;
//!
//! assert_eq!(Seed::from(42).to_string(), "42");
//! assert_eq!(Seed::from("checkout").to_string(), "text:checkout");
//! assert_eq!(Seed::from([0_u8, 255]).to_string(), "hex:00ff");
//! assert_ne!(Seed::from("42"), Seed::from(42));
//! ```
//!
//! [`Seed::from_env`](crate::Seed::from_env) reads `FOUNDRY_SEED`, in the form in which a seed is printed: `42`,
//! `text:checkout`, `hex:00ff`. Where the variable is not set the caller says what holds, so that a job at night may
//! use another seed each time, and a failure names the one that it used:
//!
//! ```
//! use foundry::Seed;
//!
//! let seed = Seed::from_env()?.unwrap_or_else(|| "checkout".into());
//! # assert_eq!(seed, "checkout".into());
//! let error = Seed::parse("4 2").unwrap_err();
//! assert_eq!(error.to_string(), "`4 2` is not a seed");
//! # Ok::<(), foundry::Error>(())
//! ```
//!
//! # Drawing one row again
//!
//! A batch carries its seed and the index of its first row. When a test of yours fails at the row with the index `i`,
//! `T::foundry_row(seed, i)` draws that row alone. When Foundry itself fails, its report ends in that line, ready to
//! be pasted: see [`errors`](super::errors).
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
//! struct Ticket {
//!     seat: u16,
//! }
//!
//! let tickets = Ticket::foundry_batch("arena", 500);
//! for (index, ticket) in (tickets.first_row()..).zip(&tickets) {
//!     assert_eq!(*ticket, Ticket::foundry_row(tickets.seed(), index), "row {index}");
//! }
//! ```
//!
//! # Generators of your own
//!
//! A `with` function gets the stream of its own place, and that is all it may draw from. Its values are as stable as
//! it is: another number of draws in it moves what it returns, and nothing else.
