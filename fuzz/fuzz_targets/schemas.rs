//! Bytes → a schema → rows: no panic, no wrong row, and no case without an end.
#![no_main]

mod grammar;

use std::time::{Duration, Instant};

use arbitrary::Unstructured;
use foundry::{Pipeline, Stage};
use libfuzzer_sys::fuzz_target;

/// What one case may take, on a build with sanitizers.
const MAX_TIME: Duration = Duration::from_secs(10);

fuzz_target!(|bytes: &[u8]| {
    let schema = match serde_json::from_slice(bytes) {
        Ok(schema) => schema,
        Err(_) => match grammar::document(&mut Unstructured::new(bytes)) {
            Ok(schema) => schema,
            Err(_) => return,
        },
    };
    let started = Instant::now();
    let drawn = Pipeline::builder()
        .schema(&schema)
        .build()
        .and_then(|pipeline| pipeline.generate(1, 3));
    assert!(started.elapsed() < MAX_TIME, "{:?} for {schema}", started.elapsed());
    match drawn {
        Ok(rows) => {
            let options = jsonschema::options().should_validate_formats(true).offline();
            let judge = options.build(&schema).expect("a schema that gave rows");
            for row in rows.values() {
                assert!(judge.is_valid(&row), "the row {row} is wrong for {schema}");
            }
        }
        Err(error) => {
            assert_ne!(error.stage(), Stage::Validate, "the gate had to refuse a row of {schema}: {error}");
        }
    }
});
