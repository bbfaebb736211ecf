//! Batches of no rows, and of more rows than there is room for.

use foundry::{Foundry, Stage};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Point {
    x: i32,
    y: i32,
}

#[test]
fn no_rows_are_an_empty_batch() {
    let batch = Point::foundry_batch(42, 0);
    assert!(batch.is_empty());
    assert_eq!(batch.seed().to_string(), "42");
    let batch = Point::foundry_with().rows(0).threads(4).batch(42).unwrap();
    assert_eq!(batch.len(), 0);
}

#[test]
fn more_rows_than_memory_are_refused_at_once() {
    for threads in [1, 2] {
        let builder = Point::foundry_with().rows(usize::MAX).threads(threads);
        let error = builder.batch(42).unwrap_err();
        assert_eq!(error.stage(), Stage::Config);
        assert!(error.to_string().contains("rows do not fit in memory"), "{error}");
        assert!(error.help().any(|help| help.contains("foundry_iter")));
    }
}

#[test]
fn an_iterator_goes_on_without_end_and_skips_without_drawing() {
    let mut iter = Point::foundry_iter(42);
    assert_eq!(iter.next(), Some(Point::foundry_row(42, 0)));
    assert_eq!(iter.nth(1_000_000_000), Some(Point::foundry_row(42, 1_000_000_001)));
}
