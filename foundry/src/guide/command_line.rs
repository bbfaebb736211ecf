//! The command line: rows of any JSON Schema document, without a line of Rust.
//!
//! ```text
//! cargo install foundry --features cli
//! ```
//!
//! In a checkout, `cargo run --release -p foundry --features cli -- …` does the same. Data goes to standard output;
//! progress, metrics and errors go to standard error. The examples below all read this `order.json`:
//!
//! ```json
//! {
//!   "$schema": "https://json-schema.org/draft/2020-12/schema",
//!   "title": "Order",
//!   "type": "object",
//!   "properties": {
//!     "number": {"type": "string", "pattern": "^SO-[0-9]{6}$"},
//!     "buyer": {"type": "string", "format": "email"},
//!     "pieces": {"type": "integer", "minimum": 1, "maximum": 99},
//!     "note": {"type": "string", "maxLength": 12}
//!   },
//!   "required": ["number", "buyer", "pieces"],
//!   "additionalProperties": false
//! }
//! ```
//!
//! # generate
//!
//! Rows, one a line. Without a seed it is 42, so the first run and the next give the same rows:
//!
//! ```console
//! $ foundry generate --schema order.json --n 2
//! {"number":"SO-952871","buyer":"beatrice.collins55@example.org","pieces":27,"note":"isaniko onin"}
//! {"number":"SO-880065","buyer":"crawford.hirthe@legros.example","pieces":66}
//! $ foundry generate --schema order.json --rows 1..2 --seed 42
//! {"number":"SO-880065","buyer":"crawford.hirthe@legros.example","pieces":66}
//! $ foundry generate --schema order.json --n 1 --set '/note="by hand"' --format json
//! [
//! {"number":"SO-952871","buyer":"beatrice.collins55@example.org","pieces":27,"note":"by hand"}
//! ]
//! ```
//!
//! | option | effect |
//! |---|---|
//! | `--schema FILE` | the schema; `-` is standard input |
//! | `--n COUNT` | so many rows, from row 0 on; 10 where nothing is said |
//! | `--rows A..B` | the rows A to B - 1 of the seed: a slice of the whole |
//! | `--seed SEED` | `42`, `text:checkout` or `hex:00ff`, see [`seeds`](crate::guide::seeds) |
//! | `--format json` or `ndjson` | one list, or one row a line; JSON where `--out` ends in `.json`, else NDJSON |
//! | `--out FILE` | the file gets its name once it is whole, with the mode of the one that was there; pipes, devices and `/dev/stdout` are written to as they are |
//! | `--threads COUNT` | one for each processor where nothing is said; no byte depends on it |
//! | `--set /pointer=json` | this value in every row, as often as wanted; `*` and `**` as in [the guide](crate::guide) |
//! | `--presence`, `--extras`, `--lengths`, `--depth`, `--attempts`, `--max-values`, `--max-chars`, `--mean-values`, `--locale`, `--realism` | as in [`Config`](crate::config::Config) |
//! | `--metrics` | [`Metrics`](crate::Metrics) and the seed as JSON, on standard error |
//! | `--timings` | the same, and how long each generator took: [`Config::with_timings`](crate::config::Config::with_timings) |
//!
//! A million rows take no more memory than a thousand. A row that cannot be drawn ends the run with its number; what was
//! printed before it stays, and a file is not made. A run that is killed leaves nothing under the name of its file, but
//! maybe a `.foundry-….part` beside it. Whoever reads may stop reading: `| head` is no failure.
//!
//! # validate
//!
//! The judge is that of the gate: the jsonschema crate, with formats asserted. Each failure is a line: file, line and
//! column, the row, the place in it, the keyword, and a sentence.
//!
//! ```console
//! $ foundry generate --schema order.json --n 1000 | foundry validate --schema order.json --data -
//! 1000 rows, all valid
//! $ echo '{"number": "SO-1", "buyer": "ada@example.com", "pieces": 0}' > rows.ndjson
//! $ foundry validate --schema order.json --data rows.ndjson
//! rows.ndjson:1:12: row 0 fails at `/number` (`pattern`): "SO-1" does not match "^SO-[0-9]{6}$"
//! rows.ndjson:1:58: row 0 fails at `/pieces` (`minimum`): 0 is less than the minimum of 1
//! 1 of 1 row fails
//! ```
//!
//! Rows are the lines of NDJSON, or the elements of a JSON list; any other JSON document is one row, and `--whole` makes
//! one of a list too. The form is what `--format` says; else NDJSON for a name that ends in `.ndjson` or `.jsonl`, JSON
//! for one that ends in `.json`; else NDJSON where the first line is a value and more lines follow. A line of NDJSON that
//! is no JSON is a row that fails; a document that is none cannot be read. Data in which nothing stands has no rows, whatever
//! its file is called, unless `--format json` or `--whole` says that it is a document.
//!
//! # explain
//!
//! The plan as a tree, and where each setting comes from:
//!
//! ```console
//! $ FOUNDRY_SEED=7 foundry explain --schema order.json --presence 0.9 --threads 1
//! object
//!   number: text (pattern)
//!   buyer: text (internet.email, by its format)
//!   pieces: integer 1..=99
//!   note (90 %): text (words), 0..=12 characters
//!
//! settings
//!   seed         7                                 FOUNDRY_SEED
//!   presence     0.9                               --presence
//!   extras       0.0625                            default
//!   lengths      a handful above the least length  default
//!   depth        4                                 default
//!   attempts     1000                              default
//!   max_values   1048576                           default
//!   max_chars    10000000                          default
//!   mean_values  10000                             default
//!   locale       en_US                             default
//!   realism      on                                default
//!   threads      1                                 --threads
//! ```
//!
//! # schema
//!
//! What was understood, without rows: which formats are asserted, which keywords the draft does not have, and whether rows
//! can come from it. `satisfiable` is `no` with the clash where no value satisfies the schema; it is `unknown` with the
//! reason where a keyword cannot be planned.
//!
//! ```console
//! $ foundry schema order.json
//! draft            draft 2020-12
//! title            Order
//! schemas          6
//! references       0 local, 0 to other documents
//! formats checked  email × 1
//! formats unknown  none
//! other keywords   none
//! planned          yes, 5 nodes
//! satisfiable      yes
//! ```
//!
//! # generators
//!
//! ```console
//! $ foundry generators | tail -n 4
//!   number.guests          people who travel or stay together, 1 to 8                                                   1
//!   number.priority        priorities and levels, 1 to 5                                                                1
//!   number.house_number    numbers of houses in a street, 1 to 250                                                      24
//!   number.timestamp       seconds since 1970, 1451606400 to 2082758399                                                 1510213045
//! $ foundry generators duration
//! duration: lengths of time, as ISO 8601 writes them
//!
//! schema
//!   {"type":"string","format":"duration","x-foundry":{"faker":"duration"}}
//!
//! examples
//!   "P67D"
//!   "P45DT65M"
//!   "P39Y11M95DT74H91M89S"
//!   "P4W"
//!   "P36MT6S"
//! ```
//!
//! `foundry generators --check` draws 10,000 values from each and proves that it keeps its promise;
//! `foundry generators --check uuid` does so for one of them.
//!
//! # completions
//!
//! `foundry completions bash` prints a script for the shell; so for `elvish`, `fish`, `powershell` and `zsh`.
//!
//! # Errors
//!
//! Errors of a schema point into it, and say the JSON pointer of the place where the sentence does not:
//!
//! ```console
//! $ sed 's/"maximum": 99/"maximum": 0/' order.json > clash.json
//! $ foundry generate --schema clash.json
//!   × no integer at `/properties/pieces` is at least 1 and at most 0 (`minimum`, `maximum`)
//!    ╭─[clash.json:8:46]
//!  7 │     "buyer": {"type": "string", "format": "email"},
//!  8 │     "pieces": {"type": "integer", "minimum": 1, "maximum": 0},
//!    ·                                              ┬             ┬
//!    ·                                              │             ╰── maximum
//!    ·                                              ╰── minimum
//!  9 │     "note": {"type": "string", "maxLength": 12}
//!    ╰────
//! ```
//!
//! Reports are coloured on a terminal, unless `NO_COLOR` is set.
//!
//! | exit code | meaning |
//! |---|---|
//! | 0 | done; also where whoever reads has stopped reading |
//! | 1 | findings: rows that the schema refuses, or a schema that no rows come from |
//! | 2 | wrong usage, such as `--set` of what the schema does not allow, a file that cannot be read or written, or text that is no schema |
//!
//! # Settings
//!
//! They come in layers: the defaults, below the file `foundry.toml` in the working directory or the nearest one above it,
//! below the environment, below the call.
//!
//! | in the file | variable | option | defaults to |
//! |---|---|---|---|
//! | `seed` | `FOUNDRY_SEED` | `--seed` | 42 |
//! | `presence` | `FOUNDRY_PRESENCE` | `--presence` | 0.5 |
//! | `extras` | `FOUNDRY_EXTRAS` | `--extras` | 0.0625: of 16 objects that may have a member nobody named, one has it |
//! | `lengths` | `FOUNDRY_LENGTHS` | `--lengths` | up to 4 above the least length |
//! | `depth` | `FOUNDRY_DEPTH` | `--depth` | 4 |
//! | `attempts` | `FOUNDRY_ATTEMPTS` | `--attempts` | 1000 |
//! | `max_values` | `FOUNDRY_MAX_VALUES` | `--max-values` | 1,048,576, which a row may need |
//! | `max_chars` | `FOUNDRY_MAX_CHARS` | `--max-chars` | 10,000,000, which the texts of a row may need |
//! | `mean_values` | `FOUNDRY_MEAN_VALUES` | `--mean-values` | 10,000 at one place on average |
//! | `locale` | `FOUNDRY_LOCALE` | `--locale` | `en_US` |
//! | `realism` | `FOUNDRY_REALISM` | `--realism` | `on` |
//! | `threads` | `FOUNDRY_THREADS` | `--threads` | one for each processor |
//! | `policies` | | `--set` | none |
//!
//! Policies are for single places, a later one wins over an earlier one, and those of the call come last:
//!
//! ```toml
//! seed = "text:checkout"
//! lengths = "0..=3"
//!
//! [policies]
//! "/note" = { presence = 0.1 }
//! "/**/currency" = { values = ["EUR", "CHF"], weights = [9, 1] }
//! "/age" = { distribution = { normal = { mean = 40, deviation = 12 } } }
//! ```
//!
//! The same file holds for the types of a project: [`configuration`](super::configuration).
//!
//! A key that is not known is an error, in the file and in the environment: a typing error must not pass as a default.
//! The tests of this project read `FOUNDRY_GOLDEN`, `FOUNDRY_CASES`, `FOUNDRY_CASES_SEED` and `FOUNDRY_TEST_CHILD`, which are let be.
//! `generate` and `explain` read settings; the other commands have none. `--config FILE` names another file, and
//! so does `FOUNDRY_CONFIG`; with `FOUNDRY_CONFIG=none` there is none.
