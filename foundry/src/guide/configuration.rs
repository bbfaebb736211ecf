//! Settings that hold for all types of a project, and for the program.
//!
//! How often, how many and how deep is set in layers, each of which wins over those before it:
//!
//! 1. the defaults;
//! 2. the file `foundry.toml`;
//! 3. the variables `FOUNDRY_*`;
//! 4. the call: [`foundry_with`](crate::Foundry::foundry_with) for a type, options for the program.
//!
//! What names a place wins over what is for all places: a policy of the file holds where it leads, whatever presence or
//! lengths the call asks for elsewhere. What stands on a type and at a field (`presence`, `depth`, `distribution`, …) is
//! nearer to the value than the first three: only a policy for its place and a call's own [`set`](crate::Builder::set) win over it.
//!
//! # The file
//!
//! ```toml
//! presence = 0.8
//! extras = 0.0              # for documents: no member that the schema does not name
//! lengths = "0..=3"
//! depth = 3
//! attempts = 5000
//! mean_values = 200    # rows of about so many values at most
//! seed = "text:checkout"    # for the program: a call on a type always names its seed
//! threads = 2               # for the program
//!
//! [policies]
//! "/lines/*/note" = { presence = 0.1 }
//! "/**/currency" = { values = ["EUR", "CHF"], weights = [9, 1] }
//! "/customer/age" = { distribution = { normal = { mean = 40, deviation = 12 } } }
//! "/lines" = { lengths = { exponential = { mean = 6 } } }
//! "/**/sku" = { faker = "commerce.sku" }
//! ```
//!
//! A policy holds for every contract that has its place, and has nothing to say to the others. A key that is not known is
//! an error with the nearest one that is, in the file and in the environment, and so is a value that a setting does not
//! take: the first call that would have used it fails, and every other one after it.
//!
//! # What decides nothing
//!
//! Each setting of a policy has to decide something at one of its places:
//!
//! | setting | what it decides on |
//! |---|---|
//! | `presence` | a member that may be missing, or a value that may be `null` |
//! | `lengths`, a range | a list, set or map of several lengths |
//! | `lengths`, a distribution | those, and plain texts |
//! | `distribution` | a number |
//! | `by` | what has such a `title` or `description` |
//! | `values`, `faker` | any value, within the contract |
//!
//! One that meets nothing of the kind is an error with its path, as one whose path leads nowhere is. A path with `*` or `**`
//! has many places: one of them is enough, and [`Plan::explain`](crate::plan::Plan::explain) tells of a setting at those
//! where it decides something, and at no other. A presence of 1 is what a required member has already, and never refused.
//! A policy of the file, where it is read for types, is for many contracts; so none is refused there, and the plan of a type
//! shows where it holds.
//!
//! ```
//! # use foundry::Foundry;
//! # use foundry::config::Policy;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Debug, Serialize, Deserialize, Foundry)]
//! struct Visit {
//!     guest: String,
//!     note: Option<String>,
//! }
//!
//! let seldom = Policy::default().with_presence(0.1);
//! assert!(Visit::foundry_with().policy("/*", seldom.clone()).batch(42).is_ok());
//! let error = Visit::foundry_with().policy("/guest", seldom).batch(42).unwrap_err();
//! assert!(error.to_string().contains("the presence for `/guest` meets nothing that may be missing or `null`"));
//! ```
//!
//! # When it is read
//!
//! For types, once for each process: when the first call asks for it, file and environment are read, and kept until the
//! process ends. Every call on a type starts from them: `foundry`, `foundry_batch`, `foundry_row`, `foundry_iter`,
//! `foundry_plan` and `foundry_with`. A [`Pipeline`](crate::Pipeline) does not, unless it is given
//! [`Config::load`](crate::config::Config::load).
//!
//! The file is the nearest `foundry.toml` from the folder in `CARGO_MANIFEST_DIR` upwards: cargo sets it to the package
//! for `cargo test` and `cargo run`. Without it, and for the program `foundry`, the search starts in the working directory.
//!
//! # To read less
//!
//! | | |
//! |---|---|
//! | `FOUNDRY_CONFIG=path/to/file.toml` | this file, and no search |
//! | `FOUNDRY_CONFIG=none` | no file |
//! | [`config(Config::default())`](crate::Builder::config) on the builder | neither the file nor the environment, for this call |
//! | the feature `config-file` off | no file, and no reader of TOML among the dependencies |
//!
//! ```
//! use foundry::Foundry;
//! use foundry::config::Config;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
//! struct Order {
//!     note: Option<String>,
//! }
//!
//! // These rows are the same in every project, whatever its `foundry.toml` says.
//! let orders = Order::foundry_with().rows(10).config(Config::default()).batch(42)?;
//! # assert_eq!(orders.len(), 10);
//! # Ok::<(), foundry::Error>(())
//! ```
//!
//! # Where a setting comes from
//!
//! `foundry explain` shows each one with its file and line, its variable or its option, and behind each place what a
//! policy or a hint of its own sets there: `note (10 %): text (words)  ← presence: /note (foundry.toml:9)`. So does
//! [`Plan::explain`](crate::plan::Plan::explain). A program asks
//! [`Settings`](crate::config::Settings):
//!
//! ```
//! use foundry::config::{Key, Layer, Origin, Settings};
//!
//! let mut call = Layer::default();
//! call.set(Key::Lengths, "0..=1", Origin::Call("--short".into())).unwrap();
//! let settings = Settings::of(call);
//! let entry = settings.entries().find(|entry| entry.name == "lengths").unwrap();
//! assert_eq!(entry.to_string(), "lengths = 0..=1 (--short)");
//! ```
