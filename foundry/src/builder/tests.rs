//! What must not depend on how many threads draw, and runs that are ended.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Error, Foundry, Metrics, Stage};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
struct Point {
    x: i32,
    y: Option<u8>,
    names: Vec<String>,
}

impl Foundry for Point {}

const THREADS: [usize; 5] = [1, 2, 3, 8, 64];

fn counts(metrics: &Metrics) -> String {
    let mut counts = metrics.clone();
    counts.plan_cache_hits = 0;
    counts.plan_cache_misses = 0;
    counts.validator_cache_hits = 0;
    counts.validator_cache_misses = 0;
    counts.generator_builds = 0;
    counts.generator_cache_hits = 0;
    counts.parse_time = std::time::Duration::ZERO;
    counts.plan_time = std::time::Duration::ZERO;
    counts.generate_time = std::time::Duration::ZERO;
    counts.validate_time = std::time::Duration::ZERO;
    // Of each thread its own.
    counts.scratch_pool_hits = 0;
    counts.peak_scratch_bytes = 0;
    format!("{counts:?}")
}

#[test]
fn rows_and_metrics_are_the_same_on_any_number_of_threads() {
    for rows in [0, 1, 2, 7, 64, 2100] {
        let usual = Point::foundry_with().rows(rows).batch(42).expect("rows");
        for threads in THREADS {
            let batch = Point::foundry_with().rows(rows).threads(threads).batch(42).expect("rows");
            assert_eq!(batch[..], usual[..], "{rows} rows on {threads} threads");
            assert_eq!(counts(batch.metrics()), counts(usual.metrics()));
        }
    }
}

#[test]
fn the_row_of_the_lowest_number_that_fails_is_told() {
    let told = |threads: usize, least: i32| {
        let settings = Point::foundry_with().rows(3000).threads(threads).edit(move |point| {
            assert!(point.x < least, "too far: {}", point.x);
        });
        settings.batch(42).map(drop).map_err(|error| error.report())
    };
    let rows = Point::foundry_batch(42, 3000);
    let mut largest: Vec<i32> = rows.iter().map(|point| point.x).collect();
    largest.sort_unstable();
    // Some rows fail, of which most threads meet one.
    let least = largest[2980];
    let first = rows.iter().position(|point| point.x >= least).expect("there are some");
    let usual = told(1, least).expect_err("a row fails");
    assert!(usual.contains(&format!("too far: {}", rows[first].x)), "{usual}");
    for threads in THREADS {
        assert_eq!(told(threads, least).expect_err("a row fails"), usual, "{threads} threads");
    }
    assert_eq!(told(8, i32::MAX), told(1, i32::MAX));
}

#[test]
fn progress_counts_every_row_once() {
    for threads in THREADS {
        let (largest, calls) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
        let (told, called) = (Arc::clone(&largest), Arc::clone(&calls));
        let settings = Point::foundry_with().rows(1000).threads(threads).progress(move |done| {
            told.fetch_max(done, Ordering::Relaxed);
            called.fetch_add(1, Ordering::Relaxed);
            ControlFlow::Continue(())
        });
        assert_eq!(settings.batch(42).expect("rows").len(), 1000);
        assert_eq!(largest.load(Ordering::Relaxed), 1000, "{threads} threads");
        // Fifteen whole tallies of 64, and one at most that is left to each thread.
        let calls = calls.load(Ordering::Relaxed);
        assert!(calls <= 15 + threads as u64 + 1, "{calls} calls on {threads} threads");
    }
}

fn cancelled(threads: usize, after: u64) -> Error {
    let settings = Point::foundry_with().rows(100_000).threads(threads).progress(move |done| {
        if done < after { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    settings.batch(42).expect_err("it is ended")
}

#[test]
fn a_run_that_is_cancelled_says_after_how_many_rows() {
    assert_eq!(cancelled(1, 200).to_string(), "cancelled after 256 rows");
    for threads in THREADS {
        let error = cancelled(threads, 1000);
        assert!(error.is_cancelled() && error.stage() == Stage::Generate, "{error}");
        assert!(error.type_name().is_some_and(|name| name.ends_with("Point")));
        let text = error.to_string();
        let rows =
            text.strip_prefix("cancelled after ").and_then(|text| text.strip_suffix(" rows"));
        let rows: u64 = rows.and_then(|rows| rows.parse().ok()).expect("a number");
        // Far from all rows, and not before it was asked for.
        assert!((1000..50_000).contains(&rows), "{text} on {threads} threads");
    }
}

#[test]
fn an_error_of_a_row_is_not_cancelled() {
    let failed = Point::foundry_with().rows(10).edit(|_| panic!("no")).batch(42);
    assert!(!failed.expect_err("every row fails").is_cancelled());
}

#[test]
fn batches_may_be_drawn_by_the_threads_of_another_batch() {
    let usual = Point::foundry_batch(7, 5);
    let settings = Point::foundry_with().rows(40).threads(3).edit(move |_| {
        let inner = Point::foundry_with().rows(5).threads(3).batch(7).expect("rows");
        assert_eq!(inner[..], usual[..]);
    });
    assert_eq!(settings.batch(42).expect("rows")[..], Point::foundry_batch(42, 40)[..]);
}
