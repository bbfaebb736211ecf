//! Where values come from, realistic ones, and generators of one's own.
//!
//! # Which generator draws
//!
//! Each text and each number has one generator, chosen when the contract is planned, from the most exact
//! statement down:
//!
//! 1. what the place itself names: `#[foundry(with = …)]` and `#[foundry(faker = "…")]`, or
//!    `"x-foundry": {"faker": "…"}` in a document, or [`Policy::with_faker`](crate::config::Policy::with_faker);
//! 2. its `format`, or its `pattern`; both of them before one;
//! 3. the name of its field;
//! 4. its type.
//!
//! Among generators of one level the higher score wins; of one score the one that knows more words of the field, then one of
//! a format before one of a pattern, then the one of the longer pattern (of equally long ones, the first in the alphabet). The
//! built-in ones take part in the same order, with the score 0: formats and patterns stand in the second level,
//! [realistic values](#values-that-look-familiar) in the third, plain words and numbers in the fourth; of the same level,
//! the one that is not built in wins, since no score is lower. So what claims all texts takes those that have neither a
//! format nor a pattern nor a telling name, and what claims fields like `sku` takes `product_sku` from the built-in one.
//!
//! What is not promised to be valid is tried first: a generator that nobody named, and half of whose values the place
//! would reject, is left for the next one; one that fails there is an error of the plan. A text with a `pattern` that no
//! generator claims is drawn from the pattern, or by the generator of its field, where most values of that one match: a `postcode` with `^[0-9]{5}$` stays that of its
//! city.
//!
//! So two generators have an order at every place, or make the same statement with the same score; those are refused when
//! the second one is registered, and never told apart by an order of linking. Fields are the same statement where they have
//! the same letters in as many words (`zip code`, `zipCode`); lengths and bounds make none.
//! [`foundry_plan`](crate::Foundry::foundry_plan) and `foundry explain` show which one was chosen, and by what.
//!
//! # Values that look familiar
//!
//! The name of a field says how its values look, in snake, camel or kebab case, as far as the contract allows:
//!
//! ```
//! use foundry::Foundry;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Debug, Serialize, Deserialize, Foundry)]
//! #[serde(rename_all = "camelCase")]
//! struct Customer {
//!     first_name: String,
//!     last_name: String,
//!     #[validate(email)]
//!     email: String,
//!     city: String,
//!     #[schemars(regex(pattern = "^[0-9]{5}$"))]
//!     postcode: String,
//!     age: u8,
//! }
//!
//! let german = Customer::foundry_with().locale("de_DE").row(7, 0)?;
//! let plain = Customer::foundry_with().realism(false).row(7, 0)?;
//! assert!(german.email.is_ascii() && (18..=90).contains(&german.age));
//! assert_ne!(german.city, plain.city);
//! # Ok::<(), foundry::Error>(())
//! ```
//!
//! Values of one object are about one person, one place and one company: the e-mail address is that of the name, and
//! the postcode belongs to the city. Words in front say of whom (`billing_city` and `shipping_city` are two places).
//! Elements of a list are about somebody else each. Dates, ages and other numbers are drawn each by itself: what has to fit
//! together there, such as a start and an end, is put right by `finish`.
//!
//! - The contract comes first. A text that breaks a length or a pattern is drawn again a few times, and then a plain
//!   one is; where most texts of a kind would not fit, planning takes plain ones at once. A number is narrowed only
//!   where its author did not say how large it may be. What a `check` rejects often is drawn plainly in the end.
//! - Addresses of a format (`email`, `hostname`, `uri`) are realistic in every field. So are dates and times, but where the
//!   name of the field says nothing of a time (`value` with the format `date-time`), one in eight is any text of the format:
//!   a leap second, an offset, the year 9999. Where there is no field, at the root of a document and in a list there, every
//!   text is any one of its format.
//! - Dates lie between 2016 and 2035, and birthdays between 1940 and 2007: never near a clock.
//! - E-mail addresses, domains and telephone numbers of fields are such that nobody owns, where there is a way.
//! - A bare `name` is that of a person in a type such as `User`, of a product in `Product`, of a company in `Supplier`;
//!   in types that say nothing it is a plain text. A document is called by the definition that its `$ref` leads to, or by
//!   its `title`, if that has no more than three words; in one that is called nothing, `name` is a person's. `id`, `code`, `status` and the like are never guessed.
//! - What is around a field decides, and never what stands beside it: a field that is added moves no other, so `city` and
//!   `postcode` do not make a bare `state` a province. It is one in a type such as `Address`; elsewhere say so:
//!   `#[foundry(faker = "address.region")]`, which is the region of that very city.
//!
//! The title or the description of a field is read only where somebody asks for it: `#[foundry(by = "title")]`,
//! `"x-foundry": {"by": "description"}`, or for many places a policy, `"/**" = { by = "title" }`
//! ([`Policy::with_named_by`](crate::config::Policy::with_named_by)). Its words then stand for the name of the field; of a
//! description the first sentence counts, up to a word such as `of` where what stands before it is known. A field that asks
//! and has no such words is an error; places of a policy that have none keep their names.
//!
//! [`built_ins`](super::built_ins) and `foundry generators` list all of them with an example. [`Locale::all`](crate::generators::Locale::all) names the
//! locales: en_US, which is the default, en_GB, de_DE, fr_FR, it_IT, nl_NL, pt_BR, tr_TR, ja_JP and zh_CN.
//! `realism(false)` gives plain values, which reach all of what the contract allows.
//!
//! # Write your own generator
//!
//! A generator has a name, and writes one value. With a [`Capability`](crate::generators::Capability) planning
//! chooses it by itself; without one it serves the places that name it, and what [`explain`](crate::plan::Plan::explain) shows of it
//! is by which of the statements above it was chosen, its score, and the line that registered it. This is the whole of a small crate, from which
//! every program that links it has article numbers. Its `Cargo.toml`:
//!
//! ```toml
//! [package]
//! name = "shop-generators"
//! version = "0.1.0"
//! edition = "2024"
//!
//! [dependencies]
//! foundry = "0.1"
//! ```
//!
//! Its `src/lib.rs`:
//!
//! ```standalone_crate
//! use std::sync::Arc;
//!
//! use foundry::generators::{Capability, Generator, GeneratorError, Slot};
//! use foundry::{Instance, Stream};
//!
//! /// Article numbers: `SKU-` and digits, as many as the place has room for.
//! struct Sku {
//!     digits: u32,
//! }
//!
//! impl Generator for Sku {
//!     fn name(&self) -> &str {
//!         "shop.sku"
//!     }
//!
//!     fn about(&self) -> &str {
//!         "article numbers of the shop"
//!     }
//!
//!     fn capability(&self) -> Capability {
//!         Capability::texts().with_fields(["sku", "article number"]).with_lengths(5..=12).always()
//!     }
//!
//!     // Once for each place of a plan: what it allows is known here.
//!     fn build(&self, slot: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
//!         let room = slot.lengths().1.unwrap_or(12).clamp(5, 12);
//!         let digits = u32::try_from(room - 4)?;
//!         Ok(Some(Arc::new(Self { digits })))
//!     }
//!
//!     fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
//!         let number = stream.below(10_u64.pow(self.digits));
//!         out.text(&format!("SKU-{number:0width$}", width = self.digits as usize));
//!         Ok(())
//!     }
//! }
//!
//! foundry::register!(Sku { digits: 8 });
//! # fn main() {}
//! ```
//!
//! A test of its own, `tests/health.rs`, holds 10,000 values against what is promised:
//!
//! ```text
//! //! The generators keep their promises.
//!
//! use foundry::generators::Registry;
//! use shop_generators as _;
//!
//! #[test]
//! fn ten_thousand_draws_keep_the_promise() {
//!     let health = Registry::default().check_named("shop.sku").expect("a registered generator");
//!     assert_eq!(health.fault, None);
//! }
//! ```
//!
//! A program that has `shop-generators` among its dependencies, and names it once, may put this test in
//! `tests/registered.rs`:
//!
//! ```text
//! //! Rows with article numbers, which the crate `shop-generators` draws.
//!
//! use foundry::generators::Registry;
//! use foundry::{Foundry, Pipeline};
//! use serde::{Deserialize, Serialize};
//! use serde_json::json;
//! // Nothing else names the crate, and what nobody names is not linked.
//! use shop_generators as _;
//!
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Line {
//!     product_sku: String,
//!     #[schemars(length(max = 9))]
//!     old_sku: String,
//!     #[foundry(faker = "shop.sku")]
//!     replaces: Vec<String>,
//! }
//!
//! #[test]
//! fn types_get_them_by_field_and_by_name() {
//!     for line in &Line::foundry_batch(42, 100) {
//!         assert!(line.product_sku.starts_with("SKU-") && line.product_sku.len() == 12);
//!         assert!(line.old_sku.starts_with("SKU-") && line.old_sku.len() == 9);
//!         assert!(line.replaces.iter().all(|sku| sku.starts_with("SKU-")));
//!     }
//! }
//!
//! #[test]
//! fn documents_get_them_too() -> Result<(), foundry::Error> {
//!     let schema = json!({
//!         "type": "object",
//!         "properties": {"articleNumber": {"type": "string"}},
//!         "required": ["articleNumber"],
//!     });
//!     let rows = Pipeline::builder().schema(&schema).build()?.generate(42, 100)?;
//!     for row in rows.values() {
//!         assert!(row["articleNumber"].as_str().is_some_and(|text| text.starts_with("SKU-")));
//!     }
//!     Ok(())
//! }
//!
//! #[test]
//! fn the_registry_says_where_they_come_from() -> Result<(), foundry::Error> {
//!     let registry = Registry::default();
//!     let sku = registry.find("shop.sku")?;
//!     assert_eq!(sku.about(), "article numbers of the shop");
//!     assert!(sku.source().contains("shop-generators/src/lib.rs:"), "{}", sku.source());
//!     Ok(())
//! }
//! ```
//!
//! - A closure is enough where nothing is to be built: `from_fn(|stream| …).named("shop.shelf")`
//!   [with a capability](crate::generators::FromFn::with_capability), and [`fallible`](crate::generators::fallible) for one
//!   that may fail.
//! - What nobody names is not linked: `use shop_generators as _;` stands anywhere in the program, or in its tests.
//! - Two registered generators of one name, or two that would serve the same places with the same score, are the error of
//!   every plan, with the lines of both. So is one that panics before anything is drawn, or says nothing sensible: a name
//!   that is empty or has a control character, an empty range, a pattern that is no regex, a field without a letter or
//!   digit. [`Registry::with`](crate::generators::Registry::with) tells the same at once.
//! - [`Registry::with`](crate::generators::Registry::with) adds a generator to one registry instead, which a
//!   [`Builder`](crate::Builder::registry) or a [`Pipeline`](crate::PipelineBuilder::registry) takes.
//! - [`Registry::with_service`](crate::generators::Registry::with_service) hands values over that generators find by
//!   their types in [`Slot::service`](crate::generators::Slot::service): a dictionary, a table, the id of a tenant.
//! - Without [`always`](crate::generators::Capability::always) each value is held against the schema of its place and
//!   drawn again where it is wrong; with it, no value is checked before the gate does.
//! - Booleans, whole lists and whole objects are served alike:
//!   [`Capability::objects`](crate::generators::Capability::objects) by field or for all that fit, and
//!   [`only_by_name`](crate::generators::Capability::only_by_name) where a place names it. What they write is always held
//!   against the schema of the place. A [`Slot`](crate::generators::Slot) tells the title, the description and the schema
//!   of the place, and what is around it.
//! - An error, and a panic too, becomes an error that names the generator, the row and the place; so does a value that
//!   breaks the contract, with the line that registered the generator. `?` takes every error,
//!   and [`Error::cause`](crate::Error::cause) gives it back.
//!
//! # Values that fit each other
//!
//! Generators of one object draw from streams of their own, and share one: [`Stream::shared`](crate::Stream::shared) gives
//! each of them the same numbers. What one decides with them, the other decides too:
//!
//! ```
//! use foundry::generators::{Capability, Generator, GeneratorError, Registry};
//! use foundry::{Foundry, Instance, Stream};
//! use serde::{Deserialize, Serialize};
//!
//! const CARS: [(&str, &str); 4] =
//!     [("Fiat", "Panda"), ("Fiat", "Tipo"), ("Skoda", "Fabia"), ("Volvo", "V60")];
//!
//! /// The car that all values of one object are about.
//! fn car(stream: &Stream) -> (&'static str, &'static str) {
//!     // The label keeps this choice apart from others that the object shares.
//!     let mut shared = stream.shared().fork("car");
//!     CARS[shared.index(CARS.len())]
//! }
//!
//! struct Make;
//! struct Model;
//!
//! impl Generator for Make {
//!     fn name(&self) -> &str {
//!         "car.make"
//!     }
//!
//!     fn capability(&self) -> Capability {
//!         Capability::texts().with_fields(["make"])
//!     }
//!
//!     fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
//!         out.text(car(stream).0);
//!         Ok(())
//!     }
//! }
//!
//! impl Generator for Model {
//!     fn name(&self) -> &str {
//!         "car.model"
//!     }
//!
//!     fn capability(&self) -> Capability {
//!         Capability::texts().with_fields(["model"])
//!     }
//!
//!     fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
//!         out.text(car(stream).1);
//!         Ok(())
//!     }
//! }
//!
//! #[derive(Serialize, Deserialize, Foundry)]
//! struct Rental {
//!     make: String,
//!     model: String,
//!     days: u8,
//! }
//!
//! let registry = Registry::default().with(Make)?.with(Model)?;
//! let rentals = Rental::foundry_with().registry(registry).rows(50).batch(42)?;
//! for rental in &rentals {
//!     assert!(CARS.contains(&(rental.make.as_str(), rental.model.as_str())));
//! }
//! # Ok::<(), foundry::Error>(())
//! ```
//!
//! The functions of `#[foundry(with = …)]`, `finish` and `check` have it too: those of a type share the stream of its own
//! members. Each object and each element of a list has another one; what is checked and rejected is drawn again with
//! one of its own, since what is shared may be what was rejected.
//!
//! # What they take
//!
//! [`Metrics`](crate::Metrics) tell how often each generator drew and how many of its values were rejected, and, where
//! [`Builder::timings`](crate::Builder::timings) or `foundry generate --timings` asks for it, how long it took. Nothing is
//! timed otherwise, and no time reaches a value.
