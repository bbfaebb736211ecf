//! Schemas that nobody wrote: whatever keywords meet, no panic, no wrong row, and no wrong "no value".
//!
//! `FOUNDRY_CASES=100000 cargo test --release -p foundry-tests --test hostile arbitrary` runs long.

mod instances;
mod schemas;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use cpu_time::ThreadTime;
use foundry::{Pipeline, Stage};
use proptest::prelude::*;
use proptest::test_runner::{FileFailurePersistence, RngSeed};
use serde_json::Value;

/// How many cases a run of all tests looks at.
const CASES: u32 = 512;

/// What one case may take; the schemas are small.
const MAX_TIME: Duration = Duration::from_secs(2);

fn cases() -> u32 {
    std::env::var("FOUNDRY_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES)
}

/// Where the schemas begin, for runs beyond the one of every day.
fn seed() -> u8 {
    std::env::var("FOUNDRY_CASES_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0)
}

/// Draws rows of `schema` and holds them, or the refusal, against the jsonschema crate.
fn check(schema: &Value) -> Result<(), String> {
    let options = jsonschema::options().should_validate_formats(true).offline();
    let Ok(validator) = options.build(schema) else {
        // What is no schema must be refused, in whatever words.
        return match catch_unwind(AssertUnwindSafe(|| draw(schema))) {
            Ok(_) => Ok(()),
            Err(_) => Err("a panic".to_owned()),
        };
    };
    let started = ThreadTime::now();
    let drawn =
        catch_unwind(AssertUnwindSafe(|| draw(schema))).map_err(|_| "a panic".to_owned())?;
    let time = started.elapsed();
    if time > MAX_TIME {
        return Err(format!("it took {time:?}"));
    }
    match drawn {
        Ok(rows) => match rows.iter().find(|row| !validator.is_valid(row)) {
            Some(row) => Err(format!("the row {row} is wrong")),
            None => Ok(()),
        },
        Err(error) if error.stage() == Stage::Validate => {
            Err(format!("the gate had to refuse: {error}, {}", error.value().unwrap_or_default()))
        }
        Err(error) if says_empty(&error) => {
            match instances::candidates(schema).into_iter().find(|value| validator.is_valid(value))
            {
                Some(value) => Err(format!("{value} is valid, and yet: {error}")),
                None => Ok(()),
            }
        }
        Err(_) => Ok(()),
    }
}

fn draw(schema: &Value) -> Result<Vec<Value>, foundry::Error> {
    let pipeline = Pipeline::builder().schema(schema).build()?;
    let mut rows: Vec<Value> = pipeline.generate(1, 4)?.values().collect();
    rows.extend(pipeline.generate(2, 4)?.values());
    Ok(rows)
}

/// Whether an error says that no value satisfies the schema.
fn says_empty(error: &foundry::Error) -> bool {
    let text = error.to_string();
    error.stage() == Stage::Plan && (text.starts_with("no ") || text.contains("has no text"))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        max_shrink_iters: 4000,
        rng_seed: RngSeed::Fixed(seed().into()),
        ..ProptestConfig::default()
    })]

    #[test]
    fn rows_are_valid_and_refusals_are_right(schema in schemas::document()) {
        if let Err(what) = check(&schema) {
            prop_assert!(false, "{what}\nschema: {schema}");
        }
    }
}
