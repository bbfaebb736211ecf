//! What `garde`, `validator`, `rayon` and `cli` add, and what is on by default.
//!
//! # Attributes, without any feature
//!
//! schemars reads some rules of `#[validate(…)]` and `#[garde(…)]`: `length`, `range`, `email`, `url`, `regex` or
//! `pattern`, `contains`, `required`, `inner`, and the addresses. They are in the schema, so they are drawn from and
//! checked, whether or not the crates are there.
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Member {
//!     #[validate(email)]
//!     email: String,
//!     #[garde(length(min = 8, max = 12))]
//!     password: String,
//! }
//!
//! let members = Member::foundry_batch(1, 50);
//! assert!(members.iter().all(|member| member.email.contains('@') && member.password.len() >= 8));
//! ```
//!
//! # Rules that no schema can say
//!
//! `must_match`, `custom`, `credit_card`, `exclusive_min` and others never reach the schema, and a value drawn from the
//! schema may break them. The derive refuses them where nobody sees to it, and says how:
//!
//! ```text
//! error: `must_match` of field `again` never reaches the schema, so generated values may break it
//! ```
//!
//! The `check` that it asks for may well be the validation itself. What a check would reject too often is better drawn
//! (`with`) or filled in (`finish`):
//!
//! ```
//! # #[cfg(feature = "validator")] {
//! use foundry::Foundry;
//! use serde::{Deserialize, Serialize};
//! use validator::Validate;
//!
//! #[derive(Serialize, Deserialize, Validate, Foundry)]
//! #[foundry(finish = Signup::repeat, check = Signup::holds)]
//! struct Signup {
//!     #[validate(length(min = 8, max = 20))]
//!     password: String,
//!     #[validate(must_match(other = "password"))]
//!     again: String,
//! }
//!
//! impl Signup {
//!     fn repeat(&mut self) {
//!         self.again.clone_from(&self.password);
//!     }
//!
//!     fn holds(&self) -> bool {
//!         self.validate().is_ok()
//!     }
//! }
//!
//! assert!(Signup::foundry_batch(1, 50).iter().all(|form| form.validate().is_ok()));
//! # }
//! ```
//!
//! # The verdict of the type's own validation
//!
//! | feature | effect |
//! |---|---|
//! | `validator` | where a type implements `validator::Validate`, every row has to pass `validate()` |
//! | `garde` | where a type implements `garde::Validate` and its context has a default, every row has to pass it |
//!
//! Neither is on by default. The verdict is asked of the whole row, so `#[validate(nested)]` and `#[garde(dive)]` say how
//! far down it goes. It is the last of the four; a row that fails it is an error of the stage `validate`, and no row is
//! drawn again for it. That is what `check` is for.
//!
//! Whether a type implements the trait is found out by the compiler at the type itself. For a generic type whose
//! `Validate` holds only under a bound on its parameter (`impl<T: Validate> Validate for Page<T>`), it does not count.
//!
//! # The file of settings
//!
//! `config-file` is on by default: calls on types start from the nearest `foundry.toml`, as
//! [`configuration`](crate::guide::configuration) tells. Without it (`default-features = false`) no file is read, and the
//! crate `toml` is not built. The variables `FOUNDRY_*` are read in any case.
//!
//! # Several threads
//!
//! [`threads`](crate::Builder::threads) works without any feature: the caller draws, and scoped threads of the standard
//! library beside it, which end with the batch. With `rayon` they are those of the pool that the caller is in, or of the
//! global one. So a program that uses rayon anyway has no more threads than before, and a pool with fewer threads than were
//! asked for draws on fewer; the threads and their buffers are there already at the next batch. Rows, errors, counts and
//! bytes are the same with the feature and without it, on any number of threads.
//!
//! It is off by default, and comes with `cli`: there `--threads` has a pool of its own, of just as many threads.
//!
//! # The command line
//!
//! `cli` builds the program `foundry`, and what it needs: nothing of that is in a library without the feature. What it does
//! is in [`command_line`](crate::guide::command_line).
