//! What is refused because it is too large.
//!
//! Every limit is a constant with a name, and what goes beyond it is an error that names the limit: nothing hangs, and
//! nothing is cut short in silence. No limit depends on the machine or on time.
//!
//! # Settings
//!
//! | setting | defaults to | set by |
//! |---|---|---|
//! | levels of a recursion | 4 | [`depth`](crate::Builder::depth), `#[foundry(depth = …)]` |
//! | draws until a check accepts | 1000 | [`attempts`](crate::Builder::attempts) |
//! | presence of an optional member | 0.5 | [`presence`](crate::Builder::presence), `#[foundry(presence = …)]` |
//! | extra members of objects, in documents | 0.0625 | [`extras`](crate::config::Config::with_extras) |
//! | values that a row may need | 1,048,576 | [`max_values`](crate::config::Limits::with_values): what needs more is refused; a branch or an optional member that does is left out |
//! | characters that its texts may need | 10,000,000 | [`max_chars`](crate::config::Limits::with_chars), in the same way |
//! | values of one place on average | 10,000 | [`mean_values`](crate::config::Limits::with_mean): optional parts of more values are drawn more seldom |
//! | elements of a list above its least length | up to 4 | [`lengths`](crate::Builder::lengths) |
//!
//! # Rows
//!
//! | constant | limit | what is refused |
//! |---|---|---|
//! | [`instance::MAX_NODES`](crate::instance::MAX_NODES) | 4,194,304 | a row of more values |
//! | [`instance::MAX_TEXT_BYTES`](crate::instance::MAX_TEXT_BYTES) | 64 MiB | a row with more text |
//! | [`instance::MAX_DEPTH`](crate::instance::MAX_DEPTH) | 127 | a row nested deeper: serde_json reads no deeper either |
//! | `MAX_THREADS` | 256 | nothing: no more threads draw one batch |
//! | `MAX_BLUEPRINTS` | 16 | nothing: of one type, plan and validators of so many settings are kept; those that were not used for the longest time are made anew |
//! | `MAX_BLOCK_BYTES` | 256 KiB | nothing: where eight rows together are larger, a batch draws one after the other |
//! | `MAX_MEMBERS` | 3 | nothing: so many values does a place get of which the contract says nothing |
//! | `MAX_BARRED_TRIES` | 64 | nothing: after so many draws that `not: { multipleOf }` excludes, the nearest number is taken |
//!
//! | `MAX_NUMBERED_ELEMENTS` | 2⁴⁰ | `unique` and `sequence` inside of lists of more elements in one row |
//! | `MAX_EXCLUDED_PERIOD` | 65,536 | `unique` and `sequence` where `not: { multipleOf }` repeats itself later |
//! | `MAX_ORDER_STEPS` | 64 | nothing: values behind a longer chain of `$ref`s stand at the end of a `sequence` |
//!
//! A batch that does not fit into memory is refused before its first row, and not after half of it:
//!
//! ```
//! # use foundry::Foundry;
//! # use serde::{Deserialize, Serialize};
//! #[derive(Debug, Serialize, Deserialize, Foundry)]
//! struct Point {
//!     x: i32,
//! }
//!
//! let error = Point::try_foundry_batch(1, usize::MAX).unwrap_err();
//! assert!(error.to_string().starts_with(&format!("{} rows do not fit in memory", usize::MAX)));
//! # let some = Point::foundry_iter(1).nth(1_000_000_000_000).map(|point| point.x);
//! # assert!(some.is_some());
//! ```
//!
//! An iterator has no such limit: [`foundry_iter`](crate::Foundry::foundry_iter) draws one row at a time.
//!
//! # Schemas
//!
//! A type rarely meets these; they keep documents from elsewhere from taking all of the time and the memory.
//!
//! | constant | limit | what is refused |
//! |---|---|---|
//! | `MAX_PATTERN_BYTES` | 65,536 | a longer pattern |
//! | `MAX_NESTING` | 500 | a document nested deeper |
//! | `MAX_PLACES` | 50,000 | more places of the instance of which the document speaks |
//! | `MAX_CONJUNCTS` | 10,000 | more subschemas at one place |
//! | `MAX_NODES` of the plan | 100,000 | a plan of more nodes |
//! | `MAX_DEFINITIONS` | 20,000 | references that lead to more schemas: a dynamic one may lead somewhere else on each way |
//! | `MAX_META_SCHEMAS` | 16 | a longer chain of meta-schemas of meta-schemas |
//! | `MAX_PARTS` | 64 | nothing: what more parts of one place say together is held against the values drawn |
//! | `MAX_REFERENCE_CHAIN` | 64 | nothing: a longer chain of bare `$ref`s gives no hints |
//! | `MAX_SCALE` | 20 | a `multipleOf` with more decimal places |
//! | `EXACT` | 2⁵³ | a whole `multipleOf` above it that is no power of two: validators round it |
//! | `SEARCHED_TEXTS` | 2,000 | a format beside a pattern, a length or another format, where none of so many texts of each is valid |
//! | `FOUND_TEXTS` | 256 | nothing: where such texts are seldom, so many that were found are drawn from |
//! | `MAX_TEXT_CHARS` | 10,000,000 | a `minLength` above it |
//! | `MAX_BARRED_SCAN` | 4,096 | a row whose number has none near it, on either side, that `not: { multipleOf }` leaves |
//! | `MAX_COMPARED`, `MAX_ELEMENTS` | 48, 8 | nothing: of more keywords, and below more elements, a clash is told by its place alone |
//! | `MAX_SHARES` | 65,536 | nothing: branches with more values of their own are nearly as likely as the others, and not exactly |
//! | `MAX_NAMES` | 16,384 | an object of more names of its own |
//! | `MAX_REFERENCE_LEVELS` | 1,500 | schemas that stand deeper below each other through references |
//! | `MAX_IN_PLACE` | 500 | a longer chain of references, `allOf`s and branches at one place |
//! | `MAX_EVALUATION` | 1,000,000 | more subschemas that one value is held against |
//! | `MAX_EVALUATED_PARTS`, `MAX_PARTS_OF_ONE` | 1,024, 256 | more parts that say what all `unevaluatedItems`, or one, leave over, where one of them has a `contains` |
//! | `MAX_LOOSENED` | 4,096 | more conditions, or more `oneOf`, that speak of a list or an object |
//! | `MAX_MATCHED` | 64 | nothing: the elements of longer sets with positions or a `contains` are drawn by trial, and not matched with their values |
//! | `FEW_NAMES` | 64 | nothing: names of patterns with more texts are held against other patterns by trial |
//! | `MAX_LISTED_FOR_SETS` | 65,536 | nothing: sets that need most of fewer elements list them |
//! | `MAX_LISTED` | 512 | nothing: sets of more different elements are drawn by trial |
//!
//! # Combinations
//!
//! `allOf` over `anyOf`, many `if`s and many dependencies have 2ⁿ combinations in n lines. Up to `MAX_COMBINATIONS` they
//! are multiplied out and all drawn; beyond it, combinations that have a value are searched for, every branch in one
//! of them as far as the limits go, and rows are drawn from those.
//!
//! | constant | limit | what is refused |
//! |---|---|---|
//! | `MAX_COMBINATIONS` | 128 | more of them below a `not`; elsewhere nothing: they are searched for |
//! | `MAX_NESTED_COMBINATIONS` | 1,024 | nothing: the same for products below products |
//! | `MAX_CONDITIONS` | 8 | nothing: the same for conditions in each other's branches |
//! | `MAX_EXCLUSIVE` | 128 | nothing: the branches of a larger `oneOf` are told apart by the rows |
//! | `MAX_WAYS` | 16 | nothing: which names of the other branches of a `oneOf` are missing is told by the rows, where there are more ways |
//! | `MOST_EXCLUSIVE`, `LARGEST_EXCLUSIVE` | 8, 4,096 bytes | nothing: of more branches of a `oneOf`, or of larger ones of one type, none is told what the others leave to it |
//! | `MAX_CHOICES` | 640 | more choices at one place |
//! | `MAX_SEARCH_STEPS` | 8,000 | a place for which so many steps find no combination |
//! | `MAX_PLANNED` | 48 | nothing: so many combinations of one place are planned |
//! | `MAX_SPLIT`, `MAX_EXCLUDED` | 16, 8 | nothing: longer negations are taken as a whole |
//!
//! # Patterns
//!
//! | limit | at most |
//! |---|---|
//! | length of the pattern | 64 KiB |
//! | states of its automaton, before and after it is made deterministic | 50,000 and 10,000 |
//! | different kinds of characters | 4,096 |
//! | length of a drawn text | 8,192 characters |
//! | steps and table entries while the pattern is read | 1,200,000 and 2,000,000 |
//! | table entries of a pattern whose texts are numbered, for `unique` and `sequence` | 1,000,000, found in 40,000,000 steps; longer texts have no number, and the error of a batch that needs them says how long they are |
//!
//! ```
//! use foundry::Pipeline;
//! use serde_json::json;
//!
//! let schema = json!({"type": "string", "pattern": "^[a-z]{9000}$"});
//! let error = Pipeline::builder().schema(&schema).build().err().expect("longer than any text");
//! assert_eq!(
//!     error.to_string(),
//!     "cannot plan the pattern: pattern `^[a-z]{9000}$` is too large: it needs more than 8192 characters"
//! );
//! ```
//!
//! # Reports
//!
//! | constant | limit | what is cut |
//! |---|---|---|
//! | `MAX_SHOWN_CHARS` | 2,000 | a longer value in an error's report |
//! | `MAX_TOLD` | 8 | nothing: more values of a weighted choice are summed up where it is told |
//! | `MAX_TITLE_WORDS` | 3 | nothing: a longer title of a document is not read as the name of what it describes |
//! | `MAX_TOLD_CHARS` | 300 | a longer cause of an error |
//! | `MAX_SHOWN_DEPTH` | 12 | deeper levels in [`Plan::explain`](crate::plan::Plan::explain) |
//! | `MAX_SHOWN_VALUES` | 8 | more values of one place there |
//!
//! # The command line
//!
//! | constant | limit | what happens |
//! |---|---|---|
//! | `MAX_THREADS` | 256 | more `--threads` are refused |
//! | `MAX_LINKS` | 40 | a longer chain of links below `--out` is refused |
//! | `MAX_SHOWN_FAILURES` | 10 | more failures of one row are counted, and not told |
//! | `MAX_SHOWN_SENTENCE` | 400 | a longer sentence of `validate` is cut |
//! | `MAX_SHOWN_LINE` | 160 | of a longer line only what stands around the mistake is shown |
//! | `MAX_SHOWN_SPAN` | 60 | a longer value is shown by its name alone |
