//! What may stand on a type.
//!
//! # Rules: what is valid
//!
//! Rules are not Foundry's. They stand where your validation reads them, and schemars writes them into
//! the schema; the schema is the contract.
//!
//! | rule | on | said as |
//! |---|---|---|
//! | from … to | numbers | `#[schemars(range(min = 1, max = 9))]`, `#[validate(range(…))]`, `#[garde(range(…))]` |
//! | length | texts, lists, sets, maps | `length(min = 1, max = 64)`, `length(equal = 3)` |
//! | pattern | texts | `#[schemars(regex(pattern = "…"))]`, `#[garde(pattern("…"))]` |
//! | format | texts | `email`, `url`, `ip`, `ipv4`, `ipv6` |
//! | a rule for each element | lists | `inner(range(…))`, `inner(length(…))`, `inner(regex(…))` |
//! | not null | `Option` | `required` |
//! | any keyword of JSON Schema | all | `#[schemars(extend("multipleOf" = 5))]` |
//!
//! serde's attributes count as serde means them: `rename`, `rename_all`, `tag`, `content`, `untagged`,
//! `flatten`, `skip`, `default`, `transparent`, `from`, `try_from`, `into`, `remote`.
//!
//! # Hints: how to make values
//!
//! Hints stand under `#[foundry(…)]`. They never change what is valid: a value that a hint gives is judged
//! like any other.
//!
//! ## `with`, on a field
//!
//! A function or closure that draws the value from a [`Stream`](crate::Stream), or a
//! [`Generator`](crate::generators::Generator). What it returns is written as JSON, so it may be another type than
//! the field's, as long as the field reads it. On an `Option` it draws what is inside, and `presence` decides
//! how often; a function that itself returns an `Option` may say `None` too.
//!
//! ```
//! # use foundry::{Foundry, Stream};
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Article {
//!     #[foundry(with = draw_ean)]
//!     #[schemars(regex(pattern = "^[0-9]{8}$"))]
//!     ean: String,
//!     #[foundry(with = |stream| stream.integer(1, 6) as u8)]
//!     eyes: u8,
//! }
//!
//! /// Seven digits, and the one that the trade demands behind them.
//! fn draw_ean(stream: &mut Stream) -> String {
//!     let digits: Vec<u64> = (0..7).map(|_| stream.below(10)).collect();
//!     let sum: u64 = digits.iter().enumerate().map(|(at, digit)| digit * [3, 1][at % 2]).sum();
//!     digits.iter().chain([&((10 - sum % 10) % 10)]).map(ToString::to_string).collect()
//! }
//!
//! for article in &Article::foundry_batch(42, 50) {
//!     assert!((1..=6).contains(&article.eyes) && article.ean.len() == 8);
//! }
//! ```
//!
//! A generator is [built](crate::generators::Generator::build) for the field once for each plan, with what the field
//! allows and with the services of the [registry](crate::Builder::registry); a function has nothing to build.
//!
//! Draw from the stream alone: a clock, a counter or another generator would break the promise that the same seed
//! gives the same row. A generator that fails is made by [`fallible`](crate::generators::fallible); its
//! error, and a panic, become the error of the row.
//!
//! ## `values`, on a field
//!
//! The values to draw from, each as likely as the others.
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Address {
//!     #[foundry(values = ["AT", "CH", "DE"])]
//!     country: String,
//! }
//!
//! assert!(Address::foundry_batch(1, 20).iter().all(|address| address.country != "FR"));
//! ```
//!
//! ## `weights`, beside `values`
//!
//! How often each of the values comes beside the others: one whole number for each, in their order, and not all of them 0.
//! What has the weight 0 never comes, and stays valid. Defaults to 1 each.
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Parcel {
//!     #[foundry(values = ["truck", "plane", "balloon"], weights = [9, 1, 0])]
//!     by: String,
//! }
//!
//! let parcels = Parcel::foundry_batch(1, 1000);
//! let by_truck = parcels.iter().filter(|parcel| parcel.by == "truck").count();
//! assert!((860..940).contains(&by_truck));
//! assert!(parcels.iter().all(|parcel| parcel.by != "balloon"));
//! ```
//!
//! ## `presence`, on a field
//!
//! How often an `Option` is `Some`, from 0 to 1. Defaults to 0.5, which a call may change with
//! [`presence`](crate::Builder::presence).
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Order {
//!     #[foundry(presence = 0.1)]
//!     complaint: Option<String>,
//! }
//!
//! let complaints = Order::foundry_batch(1, 1000).iter().filter(|o| o.complaint.is_some()).count();
//! assert!((60..140).contains(&complaints));
//! ```
//!
//! ## `unique` and `sequence`, on a field
//!
//! `unique`: no two rows have the same value. `sequence`: each row has the next one. Both over all rows of a seed,
//! whichever of them are drawn: see [`unique_values`](super::unique_values).
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Customer {
//!     #[foundry(sequence)]
//!     #[schemars(range(min = 1))]
//!     id: u64,
//!     #[foundry(unique)]
//!     #[schemars(email)]
//!     mail: String,
//! }
//!
//! let customers = Customer::foundry_batch(1, 500);
//! assert_eq!(customers[499].id, 500);
//! let mut mails: Vec<_> = customers.iter().map(|customer| &customer.mail).collect();
//! mails.sort();
//! mails.dedup();
//! assert_eq!(mails.len(), 500);
//! ```
//!
//! ## `distribution` and `lengths`, on a field
//!
//! How the numbers of a field are spread, and how the lengths of a list, a set, a map or a text are:
//! `distribution = normal(mean = 40.0, deviation = 10.0)`, `lengths = exponential(mean = 8.0)`,
//! `lengths = weighted(values = [0, 1, 5], weights = [6, 3, 1])`. See
//! [`distributions`](super::distributions).
//!
//! ## `faker`, on a field
//!
//! The generator of this name draws the value, or each element of a list:
//! `faker = "internet.email"`. See [`generators`](super::generators).
//!
//! ## `by`, on a field
//!
//! What the value looks like is said by the `title` or the `description` of the schema (a comment is one), in the place of
//! the field's name: `by = "title"`. Nobody reads them otherwise. See [`generators`](super::generators).
//!
//! ## `weight` and `skip`, on a variant
//!
//! How often a variant comes beside the others, each of which has weight 1; or that it never comes. A variant
//! that is skipped stays valid: only nobody draws it.
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(PartialEq, Serialize, Deserialize, Foundry)]
//! enum Payment {
//!     #[foundry(weight = 7)]
//!     Card { last_four: [u8; 4] },
//!     Invoice,
//!     #[foundry(skip)]
//!     Cheque,
//! }
//!
//! let payments = Payment::foundry_batch(1, 1000);
//! let invoices = payments.iter().filter(|payment| **payment == Payment::Invoice).count();
//! assert!((80..170).contains(&invoices) && !payments.contains(&Payment::Cheque));
//! ```
//!
//! ## `check`, on a type
//!
//! What has to hold of the whole value. A value that is rejected is drawn again, up to 1000 times
//! ([`attempts`](crate::Builder::attempts)); so it is for rules that a good part of the values meets. It reads the
//! value through serde each time: put it on the smallest type that holds the fields in question. It may also take the
//! [`Stream`](crate::Stream) of the row, as `finish` may: `fn(&Self, &mut Stream) -> bool`.
//!
//! When all attempts are rejected, the error shows the first value and how many there were. A check that rejects more than
//! 99 of 100 values makes right rows, and slow ones: the report of the [batch](crate::Batch::report), and that of the
//! [rows](crate::Rows::report) of a document, names it with the share and the first value that it rejected. So do
//! [`Metrics::warnings`](crate::Metrics::warnings), and `foundry generate` on standard error.
//!
//! ## `finish`, on a type
//!
//! Fills in what depends on other fields, before the check and the gate.
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! #[foundry(check = Stay::is_ordered, finish = Stay::count_nights)]
//! struct Stay {
//!     #[schemars(range(max = 364))]
//!     arrival: u16,
//!     #[schemars(range(max = 364))]
//!     departure: u16,
//!     nights: u16,
//! }
//!
//! impl Stay {
//!     fn is_ordered(&self) -> bool {
//!         self.arrival <= self.departure
//!     }
//!
//!     fn count_nights(&mut self) {
//!         self.nights = self.departure.saturating_sub(self.arrival);
//!     }
//! }
//!
//! for stay in &Stay::foundry_batch(1, 100) {
//!     assert_eq!(stay.arrival + stay.nights, stay.departure);
//! }
//! ```
//!
//! What depends on the other fields and on chance draws from the stream of the row, as a second argument. It is a stream
//! of its own: no other value moves, and the same row gets the same numbers. Rules of a field hold for what `finish` writes
//! there, too; a value outside of them is an error that names the field.
//!
//! ```
//! # use foundry::{Foundry, Stream};
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! #[foundry(finish = Order::ship)]
//! struct Order {
//!     #[schemars(range(max = 364))]
//!     ordered: u64,
//!     shipped: u64,
//! }
//!
//! impl Order {
//!     fn ship(&mut self, stream: &mut Stream) {
//!         self.shipped = self.ordered + stream.below(14);
//!     }
//! }
//!
//! let days = |order: &Order| order.shipped - order.ordered;
//! assert!(Order::foundry_batch(1, 100).iter().all(|order| days(order) < 14));
//! ```
//!
//! ## `depth`, on a type
//!
//! How many levels of itself a value has at most: see [`recursion`](super::recursion).
//!
//! ## `crate`, on a type
//!
//! Where this crate is, if it is not `::foundry`: `#[foundry(crate = my_tests::foundry)]`.
//!
//! ## `schema = "own"`, on a type
//!
//! The type already has its own `JsonSchema`, so that the derive must not write one. Hints have no place then.
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, schemars::JsonSchema, Foundry)]
//! #[foundry(schema = "own")]
//! struct Published {
//!     #[schemars(length(min = 1))]
//!     title: String,
//! }
//!
//! assert!(Published::foundry_batch(1, 20).iter().all(|published| !published.title.is_empty()));
//! ```
//!
//! # What is said of a mistake
//!
//! All mistakes of a type are told at once, each at the smallest word at fault; what helps stands below.
//!
//! | hint | mistake | said |
//! |---|---|---|
//! | any | a typing error | ``unknown field option `presense` in `#[foundry(...)]` `` |
//! | any | in the wrong place | `` `depth` is an option of a type, and this is a field`` |
//! | any | twice | `` `presence` is given twice`` |
//! | any | a wrong kind of value | `` `depth` takes a whole number`` |
//! | any | on a field that nobody reads | `` `values` has no effect: the contract that is read has no field `size` `` |
//! | `with` | beside `values` | ``field `size` has both `with` and `values`, and each of them says which values to make`` |
//! | `with` | neither function nor generator | rustc says so at the expression, and shows what to write |
//! | `values` | an empty list | `` `values` of field `size` is empty, so there is nothing to draw`` |
//! | `values` | another kind | ``one of the `values` of field `size` is text, and the field is a number (`u8`)`` |
//! | `values` | too large | ``one of the `values` of field `size` is 300, and a `u8` is from 0 to 255`` |
//! | `weights` | without `values` | ``field `size` has `weights`, and no `values` that they weigh`` |
//! | `weights` | too many or too few | ``3 `values` of field `size` have 2 `weights` `` |
//! | `weights` | nothing is left | ``all `weights` of field `size` are 0, so no value can be drawn`` |
//! | `weights` | not a whole number | `` `weights` takes whole numbers from 0 to 4294967295`` |
//! | `unique`, `sequence` | beside each other | ``field `id` has both `unique` and `sequence`, and each of them says which values to make`` |
//! | `unique`, `sequence` | beside `with` | ``field `id` has both `with` and `unique`, and each of them says which values to make`` |
//! | `unique`, `sequence` | hardly a value | `` `unique` gives each row another value, and field `is_paid` is a `bool`, which has only two`` |
//! | `unique`, `sequence` | a list, a map, a tuple | `` `unique` counts single values, and field `lines` is a list (`Vec<String>`)`` |
//! | `unique`, `sequence` | given a value | `` `unique` takes no value`` |
//! | `distribution`, `lengths` | a typing error | ``there is no distribution `norml` `` |
//! | `distribution`, `lengths` | a parameter too few | ``the deviation of `normal` is missing`` |
//! | `distribution`, `lengths` | a parameter too many | `` `normal` has no parameter `devation` `` |
//! | `lengths` | a length that is none | `` `lengths` chooses among lengths, and -1 is none: they are whole numbers from 0 on`` |
//! | `distribution`, `lengths` | other counts | ``3 `values` of `weighted` have 2 `weights` `` |
//! | `distribution`, `lengths` | a parameter that is not above 0 | ``the deviation of `normal` is -10.0, and not a number above 0`` |
//! | `distribution` | not a number | `` `distribution` spreads numbers, and field `note` is text (`String`)`` |
//! | `lengths` | nothing with a length | `` `lengths` spreads the lengths of lists, maps and texts, and field `size` is a number (`u8`)`` |
//! | `presence` | not a probability | `` `presence` of field `note` is 1.5, and a probability is from 0 to 1`` |
//! | `presence` | not an `Option` | `` `presence` says how often an `Option` is `Some`, and field `note` is a `String` `` |
//! | `weight` | nothing is left | ``all weights of `Status` are 0, so no variant can be drawn`` |
//! | `skip` | nothing is left | ``all variants of `Status` are skipped, so no value is left`` |
//! | `skip` | beside `weight` | ``variant `Open` has both `weight` and `skip`, and a skipped variant is never drawn`` |
//! | `check`, `finish` | no expression | `` `check` takes an expression`` |
//! | `crate` | no path | `` `crate` takes the path of the crate`` |
//! | `schema` | another text | `` `schema` takes the text `"own"` `` |
//! | `schema` | beside another hint | `` `values` stands in the schema that the derive writes, and `schema = "own"` has it write none`` |
//!
//! Rules are read as closely: a `range` on a text, a length that an array cannot have, a pattern that matches
//! nothing, a rule on a type that schemars drops in silence, a rule of `validator` or `garde` that no schema can
//! say, are all errors at compile time. What only the program knows (`range(min = LEAST)`) is an error of the plan.
//!
//! A value of `values` outside the contract is an error of the plan. What `with` and `finish` give is judged in each
//! row:
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Debug, Serialize, Deserialize, Foundry)]
//! struct Die {
//!     #[schemars(range(min = 1, max = 6))]
//!     #[foundry(with = |_stream| 7)]
//!     eyes: u8,
//! }
//!
//! let error = Die::try_foundry_batch(1, 10).unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "what the generator `eyes` drew is outside the contract: 7 is greater than the maximum of 6"
//! );
//! assert_eq!((error.pointer(), error.keyword()), (Some("/eyes"), Some("maximum")));
//! ```
