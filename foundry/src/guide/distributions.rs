//! How numbers and lengths are spread.
//!
//! Where nothing is said, numbers are drawn for finding mistakes: the bounds and small numbers come more often, and all
//! orders of magnitude in time; lists have a handful of elements. Where rows are to look like those of a real table, a
//! [`Distribution`](crate::config::Distribution) says how often which number or length comes.
//!
//! | distribution | what is drawn | parameters |
//! |---|---|---|
//! | `uniform` | each value as likely as the others | none |
//! | `normal` | the bell curve: ages, sizes, weights | `mean`; `deviation`, above 0 |
//! | `log_normal` | mostly small, and a few large ones: amounts, durations | `mean` and `deviation` of the natural logarithm: half of the values lie below e to the `mean` |
//! | `exponential` | the smaller the likelier: times between events | `mean` above 0, or `rate`, which is one over it |
//! | `zipf` | a few very often, most hardly ever: ranks, references to customers | `exponent` above 0: number k comes in proportion to k to the power of minus it |
//! | `weighted` | these numbers and no others: sizes of packs, lengths of a basket | `values`, each once; `weights`, a whole number for each of them |
//!
//! # Numbers
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Customer {
//!     #[schemars(range(min = 18, max = 120))]
//!     #[foundry(distribution = normal(mean = 40.0, deviation = 12.0))]
//!     age: u8,
//!     #[schemars(range(min = 0), extend("multipleOf" = 0.01))]
//!     #[foundry(distribution = log_normal(mean = 4.0, deviation = 1.0))]
//!     spent: f64,
//! }
//!
//! let customers = Customer::foundry_batch(42, 1000);
//! let young = customers.iter().filter(|customer| customer.age < 30).count();
//! assert!((100..250).contains(&young));
//! let below = customers.iter().filter(|customer| customer.spent < 4.0_f64.exp()).count();
//! assert!((450..550).contains(&below));
//! ```
//!
//! A distribution never leaves the contract, and nothing is drawn twice for it: it is cut to the bounds, and what is left
//! of it keeps its proportions. So the ages above are those of the part of the bell between 18 and 120. Whole numbers, and
//! the multiples of a `multipleOf`, are what is drawn rounded to the nearest of them; those of `exponential` are rounded
//! down, so that each is likelier than the next. `zipf` gives whole numbers from 1 on, and of multiples the first, the
//! second, and so on.
//!
//! A `weighted` choice is not cut: a number in it that the contract does not allow is refused. It chooses as an enum chooses
//! its variant, so a number that is added moves only the draws that it wins. Beyond numbers and lengths, `values` and
//! `weights` of a place choose among values of any kind: [Choices](#choices).
//!
//! Where no part of a distribution lies in the bounds, the plan is refused:
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Debug, Serialize, Deserialize, Foundry)]
//! struct Parcel {
//!     #[schemars(range(min = 1000))]
//!     #[foundry(distribution = normal(mean = 40.0, deviation = 1.0))]
//!     grams: u16,
//! }
//!
//! let error = Parcel::try_foundry_batch(1, 1).unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "the distribution at `/properties/grams` gives no number from 1000 to 65535 (normal of mean 40 and deviation 1)"
//! );
//! ```
//!
//! # Lengths
//!
//! `lengths` spreads the lengths of lists, sets, maps, and of texts that have neither a format nor a pattern. The lengths
//! are cut to `minItems` and `maxItems` and their like. Of an object, the members that the contract names do not count.
//! A contract that has no greatest length leaves all of them to the distribution, up to 4,194,304 elements and 10,000,000
//! characters (so `uniform` wants a greatest length); inside of a recursion lists stay short, so that it ends.
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Article {
//!     #[foundry(lengths = normal(mean = 120.0, deviation = 30.0))]
//!     #[schemars(length(max = 200))]
//!     summary: String,
//!     #[foundry(lengths = exponential(mean = 8.0))]
//!     comments: Vec<String>,
//!     #[foundry(lengths = weighted(values = [0, 1, 4], weights = [6, 3, 1]))]
//!     authors: Vec<String>,
//! }
//!
//! let articles = Article::foundry_batch(42, 200);
//! assert!(articles.iter().all(|article| article.summary.chars().count() <= 200));
//! assert!(articles.iter().any(|article| article.comments.len() > 16));
//! assert!(articles.iter().all(|article| [0, 1, 4].contains(&article.authors.len())));
//! ```
//!
//! # Choices
//!
//! What is one of several things has weights, which are whole numbers: `#[foundry(weight = 7)]` on a variant, and `weights`
//! beside the `values` of a place: on a field, in a document or in a policy. In a document that has no `values` there, the
//! weights are those of its `enum`, in the order in which it is written.
//!
//! Presence is the choice between a value and none, once for each place and row. Such a choice has one parameter, its
//! probability, and `presence = 0.8` is the whole of its distribution: bells and tails would say nothing more. Each place
//! chooses for itself, so what is there says nothing of what else is there. Two fields that come and go together are an
//! optional object that holds both; how many of several come is a length: that of a list, set or map.
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Ticket {
//!     priority: Priority,
//!     #[foundry(presence = 0.2)]
//!     refund: Option<Refund>,
//! }
//!
//! #[derive(PartialEq, Serialize, Deserialize, Foundry)]
//! enum Priority {
//!     #[foundry(weight = 7)]
//!     Normal,
//!     #[foundry(weight = 2)]
//!     High,
//!     Urgent,
//! }
//!
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Refund {
//!     cents: u32,
//!     reason: String,
//! }
//!
//! let tickets = Ticket::foundry_batch(42, 1000);
//! let refunds = tickets.iter().filter(|ticket| ticket.refund.is_some()).count();
//! assert!((160..240).contains(&refunds));
//! let normal = tickets.iter().filter(|ticket| ticket.priority == Priority::Normal).count();
//! assert!((650..750).contains(&normal));
//! ```
//!
//! # In documents and in policies
//!
//! ```
//! use foundry::Pipeline;
//! use foundry::config::{Config, Distribution, Policy};
//! use serde_json::json;
//!
//! let schema = json!({
//!     "type": "object",
//!     "required": ["age", "grade", "visits", "height"],
//!     "properties": {
//!         "age": {
//!             "type": "integer", "minimum": 0,
//!             "x-foundry": {"distribution": {"normal": {"mean": 40, "deviation": 10}}}
//!         },
//!         "grade": {
//!             "type": "string",
//!             "x-foundry": {"values": ["good", "fair", "poor"], "weights": [6, 3, 1]}
//!         },
//!         "visits": {
//!             "type": "array", "items": {"type": "integer"},
//!             "x-foundry": {"lengths": {"zipf": {"exponent": 1.5}}}
//!         },
//!         "height": {"type": "number", "minimum": 0}
//!     }
//! });
//! let height = Distribution::Normal { mean: 1.7, deviation: 0.1 };
//! let config = Config::default()
//!     .with_policy("/height", Policy::default().with_distribution(height))?
//!     .with_policy("/visits/*", Policy::default().with_distribution(Distribution::Uniform))?;
//! let rows = Pipeline::builder().schema(&schema).config(config).build()?.generate(42, 500)?;
//! let good = rows.values().filter(|row| row["grade"] == "good").count();
//! assert!((250..350).contains(&good));
//! assert!(rows.values().all(|row| !row["visits"].as_array().unwrap().is_empty()));
//! # Ok::<(), foundry::Error>(())
//! ```
//!
//! A distribution that meets nothing it could spread is refused, wherever it stands; a policy has to meet it at one of its
//! places. The plan ([`foundry_plan`](crate::Foundry::foundry_plan), `foundry explain`) shows each one that holds.
//!
//! # What is promised
//!
//! One draw gives one number: the same seed gives the same rows, and a distribution moves no other place. Logarithms and
//! powers are computed by the crate's own means, so that all machines agree to the last bit. Tests hold each distribution
//! against its theory, by Kolmogorov and Smirnov and by chi-square, and presence and weights too.
