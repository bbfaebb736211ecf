//! Buffers go back to the pool of their thread, whatever became of the draw, and nothing of it stays in them.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

use foundry::generators::{Generator, GeneratorError, Registry};
use foundry::{Foundry, Instance, Pipeline, Stream};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What the generator does from now on.
const DRAWS: u8 = 0;
const FAILS: u8 = 1;
const PANICS: u8 = 2;
const LEAVES_OPEN: u8 = 3;

struct Moody(Arc<AtomicU8>);

impl Generator for Moody {
    fn name(&self) -> &'static str {
        "moody"
    }

    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        match self.0.load(Ordering::Relaxed) {
            FAILS => Err(GeneratorError::new("not today")),
            PANICS => panic!("not today"),
            LEAVES_OPEN => {
                let _ = out.open_array();
                out.text("a value that is never closed");
                Ok(())
            }
            _ => {
                out.text(&format!("mood {}", stream.below(1000)));
                Ok(())
            }
        }
    }
}

/// Lists without equal elements, maps and texts around the generator: all kinds of buffers are in use
/// where it fails.
fn moody() -> (Pipeline, Arc<AtomicU8>) {
    let mood = Arc::new(AtomicU8::new(DRAWS));
    let schema = json!({
        "type": "object",
        "properties": {
            "many": {"type": "array", "uniqueItems": true, "minItems": 20, "maxItems": 40,
                "items": {"type": "object", "properties": {
                    "name": {"type": "string"}, "mood": {"type": "string", "x-foundry": {"faker": "moody"}}
                }, "required": ["name", "mood"]}},
            "map": {"type": "object", "minProperties": 3, "maxProperties": 9,
                "additionalProperties": {"type": "string", "x-foundry": {"faker": "moody"}}}
        },
        "required": ["many", "map"]
    });
    let registry = Registry::built_in().with(Moody(Arc::clone(&mood))).expect("a new name");
    let pipeline = Pipeline::builder().schema(&schema).registry(registry).build();
    (pipeline.unwrap_or_else(|error| panic!("{}", error.report())), mood)
}

/// Runs in a thread of its own, the pool of which is empty.
fn alone<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| scope.spawn(run).join().expect("the thread does not panic"))
}

fn drawn(pipeline: &Pipeline) -> (Vec<Value>, u64) {
    let rows = pipeline.generate(5, 8).unwrap_or_else(|error| panic!("{}", error.report()));
    (rows.values().collect(), rows.metrics().scratch_pool_hits)
}

#[test]
fn buffers_come_back_after_errors_and_panics_of_a_generator() {
    let (pipeline, mood) = moody();
    let fresh = alone(|| drawn(&pipeline));
    assert_eq!(fresh.1, 0, "the pool was empty");
    for fault in [FAILS, PANICS, LEAVES_OPEN] {
        alone(|| {
            mood.store(fault, Ordering::Relaxed);
            pipeline.generate(5, 8).expect_err("no row is drawn");
            mood.store(DRAWS, Ordering::Relaxed);
            let (rows, hits) = drawn(&pipeline);
            assert_eq!(hits, 1, "after fault {fault}");
            assert_eq!(rows, fresh.0, "after fault {fault}");
            assert_eq!(drawn(&pipeline).1, 1, "and again");
        });
    }
}

#[test]
fn a_drawer_goes_on_with_the_buffers_of_a_row_that_failed() {
    let (pipeline, mood) = moody();
    let fresh = alone(|| drawn(&pipeline).0);
    alone(|| {
        let mut drawer = pipeline.drawer(5);
        for (index, row) in (0..).zip(&fresh) {
            mood.store(if index % 2 == 0 { FAILS } else { PANICS }, Ordering::Relaxed);
            drawer.draw(index).expect_err("no row is drawn");
            mood.store(DRAWS, Ordering::Relaxed);
            let drawn = drawer.draw(index).map(|row| row.root().to_value());
            assert_eq!(drawn.as_ref().ok(), Some(row));
        }
    });
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Basket {
    apples: Vec<String>,
    weight: Option<f64>,
}

#[test]
fn buffers_come_back_after_a_panic_that_nobody_catches() {
    let fresh = alone(|| Basket::foundry_batch(5, 100).into_vec());
    alone(|| {
        let batch = || {
            let progress = |_| -> ControlFlow<()> { panic!("the bar is gone") };
            Basket::foundry_with().progress(progress).rows(100_000).batch(5)
        };
        assert!(catch_unwind(AssertUnwindSafe(batch)).is_err());
        let again = Basket::foundry_batch(5, 100);
        assert_eq!(again.metrics().scratch_pool_hits, 1);
        assert_eq!(again.into_vec(), fresh);
    });
}

#[test]
fn each_thread_has_a_pool_of_its_own() {
    let (pipeline, mood) = moody();
    let hits: Vec<Vec<u64>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..3)
            .map(|_| scope.spawn(|| (0..4).map(|_| drawn(&pipeline).1).collect::<Vec<u64>>()))
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("rows")).collect()
    });
    assert_eq!(hits, vec![vec![0, 1, 1, 1]; 3]);
    mood.store(PANICS, Ordering::Relaxed);
    let hits: Vec<u64> = thread::scope(|scope| {
        let draw = || {
            // The pool is the thread's, and the error is one thread's as well.
            let failed = pipeline.generate(5, 8).is_err();
            let after = Basket::foundry_batch(5, 8);
            assert!(failed);
            after.metrics().scratch_pool_hits
        };
        let threads: Vec<_> = (0..3).map(|_| scope.spawn(draw)).collect();
        threads.into_iter().map(|thread| thread.join().expect("rows")).collect()
    });
    assert_eq!(hits, [1, 1, 1]);
}
