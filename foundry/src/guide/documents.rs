//! JSON Schema documents: what of them is drawn, what is refused, and what the rows look like.
//!
//! A document goes through the same four stages as a type. It is read under the draft that its `$schema` names (4, 6, 7,
//! 2019-09 or 2020-12, which is also the draft of a document that does not say), planned, drawn from, and each row is
//! held against the document as it was written, with formats asserted:
//!
//! ```
//! use foundry::Pipeline;
//! use serde_json::json;
//!
//! let pipeline = Pipeline::builder()
//!     .schema(&json!({
//!         "$schema": "http://json-schema.org/draft-07/schema#",
//!         "type": "object",
//!         "properties": {
//!             "kind": {"enum": ["card", "invoice"]},
//!             "iban": {"type": "string", "pattern": "^[A-Z]{2}[0-9]{20}$"},
//!             "cents": {"type": "integer", "minimum": 1, "examples": [999]}
//!         },
//!         "required": ["kind", "cents"],
//!         "if": {"properties": {"kind": {"const": "invoice"}}},
//!         "then": {"required": ["iban"]}
//!     }))
//!     .build()?;
//! for row in pipeline.generate(42, 100)?.values() {
//!     assert!(row["kind"] == "card" || row["iban"].is_string());
//! }
//! # Ok::<(), foundry::Error>(())
//! ```
//!
//! From a shell: [`command_line`](super::command_line).
//!
//! # Other documents
//!
//! Nothing is ever fetched. A document that another one refers to is handed over, under its URI or under its own `$id`:
//! [`PipelineBuilder::document`](crate::PipelineBuilder::document), or `--document` in a shell. Relative references are
//! read from the `$id` around them, and else from the [base URI](crate::PipelineBuilder::base_uri). Documents may be of
//! different drafts: each keeps its meaning. A dialect of one's own is known once its meta-schema is handed over.
//!
//! What is missing is named:
//!
//! ```text
//! the reference `https://example.com/money.json` leads out of the document, and nothing is fetched
//!   stage    parse
//!   pointer  /properties/price/$ref
//!   keyword  $ref
//!   help     copy the schema it names into `$defs`, and refer to it there
//!   help     or hand the document over: `document("https://example.com/money.json", &schema)`
//! ```
//!
//! # What rows look like
//!
//! - Optional members are there about half of the time; an object that would say nothing is rare, and is mostly given one of
//!   those for which nobody set a `presence`.
//! - Lists have 0 to 4 elements above their least length; an empty one is rare outside of a recursion.
//! - Each branch of `anyOf` and `oneOf` is as likely as the others, however many values it has, and so are the values of an
//!   `enum`. A `null` for the whole document is rare.
//! - Numbers are spread over their range and over orders of magnitude, and the bounds come more often than their
//!   neighbours.
//! - Values under `examples` and `default` that are texts, numbers or booleans, and valid there, are drawn one time in
//!   five.
//! - Members that nobody named are drawn where `additionalProperties`, `patternProperties` or `unevaluatedProperties`
//!   speak of them, where `minProperties` asks for them, and in an object of which nothing is said but its type.
//! - One in sixteen of the objects whose schema names members and is silent about others has one more, of any value. It
//!   is valid, and whoever reads such objects will meet it. Silent is what says nothing of `additionalProperties`,
//!   `patternProperties`, `unevaluatedProperties` or `propertyNames`, not even under a condition; the name of the member
//!   stands nowhere in the document, so no branch means it. `extras = 0` turns that off
//!   ([`Config::with_extras`](crate::config::Config::with_extras), `--extras 0`), and so do `lengths` of 0.
//! - A recursion ends at the configured depth, by the shortest way that is valid.
//!
//! How often, how many and how deep is set by [`Config`](crate::config::Config). A document may also carry hints under
//! `x-foundry`, which never change what is valid: `faker`, `by`, `presence`, `values`, `weights`, `distribution`, `lengths`
//! ([`distributions`](super::distributions)), `unique`, `sequence`, `depth`, `weight`, `skip`, `keys`, `format` and `each`.
//! `{"enum": ["EUR", "CHF"], "x-foundry": {"weights": [9, 1]}}` weighs the values of the `enum`. A hint that decides nothing is
//! refused, such as `presence` at a member that is always there; that of a definition has to decide something at one of the
//! places that refer to it.
//!
//! # Every keyword
//!
//! | keyword | what is done | what is refused |
//! |---|---|---|
//! | `$schema`, `$vocabulary` | picks the draft; a meta-schema without the vocabulary of validation is respected | a dialect that is not known |
//! | `$id`, `id`, `$anchor` | name the place, also for other documents | what is no URI |
//! | `$ref` | followed anywhere: pointers with any character, anchors, other documents; up to draft 7 its neighbours count for nothing | what leads nowhere, and a circle that steps into no member or element |
//! | `$dynamicRef`, `$dynamicAnchor`, `$recursiveRef`, `$recursiveAnchor` | followed to the outermost anchor of each way | |
//! | `$defs`, `definitions` | where references lead to | |
//! | `$comment`, `title`, `description`, `deprecated`, `readOnly`, `writeOnly` | remarks | |
//! | `type` | one or several; without it, the types that the other keywords speak of | |
//! | `enum`, `const` | drawn from | values that the rest does not admit leave the list |
//! | `examples`, `default` | drawn now and then, where valid | |
//! | `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum` | exact, also beyond 64 bits, as far as JSON numbers carry | empty ranges |
//! | `multipleOf` | exact, also for decimals | more than 20 decimal places, and whole steps above 2⁵³ that validators round |
//! | `minLength`, `maxLength` | counted in characters | a `minLength` above 10,000,000 |
//! | `pattern` | ECMA-262, unanchored, all patterns of a place at once and together with the lengths; look-around at an end by construction, elsewhere by drawing and checking | backreferences, and patterns beyond the limits |
//! | `format` | drawn from and asserted, together with patterns, lengths and other formats; a format that the draft does not know is a remark | what leaves no text, or none that is found |
//! | `contentEncoding`, `contentMediaType` | the encodings of RFC 4648 and JSON, where the draft asserts them (6 and 7), together with patterns and lengths | what leaves no text, or none that is found |
//! | `contentSchema` | a remark, as the specification says | |
//! | `properties`, `required` | in the author's order | |
//! | `patternProperties`, `propertyNames` | names are drawn from the pattern, or from the names' own schema; a name that a pattern spells (`^a$`) is an optional member | |
//! | `additionalProperties`, `unevaluatedProperties` | what they speak of is drawn; where nothing is said of other members, one in sixteen objects has one | |
//! | `minProperties`, `maxProperties` | met | more members than a row holds |
//! | `dependentRequired`, `dependentSchemas`, `dependencies` | hold where the name is there | |
//! | `prefixItems`, `items`, `additionalItems`, `unevaluatedItems` | by position, then the rest | `unevaluatedItems` beside a `contains` of another part, where a `not`, `oneOf` or condition leads to it |
//! | `contains`, `minContains`, `maxContains` | as many as it takes: which positions of `prefixItems` hold it is drawn, and those that may not hold what is not contained; then held against the schema. Of several `contains` all but the last one take the first positions that may hold them, and one list in eight is drawn without heeding them, and judged | what is not found to fit: a position whose schema cannot be divided into what is contained and the rest is drawn again |
//! | `minItems`, `maxItems` | met | more elements than a row holds |
//! | `uniqueItems` | by construction where there are few values, also of single positions in sets of up to 64 elements, else by drawing again; under `not`, one element comes twice | more elements than there are values; under `not`, a repetition in more than 16 positions, or of one of them behind them |
//! | `allOf` | together | what contradicts itself |
//! | `anyOf`, `oneOf` | one branch after the other; a branch of a `oneOf` goes without the names that only another one asks for; what two branches share is drawn again, and where they hide each other each gives what it has for itself, of large branches type by type | |
//! | `not` | by construction where it can be turned round, else by drawing and checking | |
//! | `if`, `then`, `else` | both sides are drawn | |
//! | `true`, `false` as schemas | anything; nothing | a place that needs a value of `false` |
//!
//! Two kinds of refusal are kept apart. *No value* is said only where it is certain, with the keywords that clash:
//!
//! ```text
//! no integer at `/properties/age` is at least 18 and at most 10 (`minimum`, `maximum`)
//! no value satisfies `/allOf/0/properties/age/const` and `/allOf/1/properties/age/const` together (`const`)
//! ```
//!
//! Everything else says that it *cannot be planned*, and why; values may exist. [`Error::is_unsatisfiable`] tells the two
//! apart. What no construction guarantees is checked as soon as it is drawn, at its own place, and drawn again up to
//! [`attempts`](crate::config::Config::with_attempts) times; after that the row is an error that shows the value and names
//! the keyword that refuses it. What is too large is refused beforehand: [`limits`](super::limits).
//!
//! [`Error::is_unsatisfiable`]: crate::Error::is_unsatisfiable
