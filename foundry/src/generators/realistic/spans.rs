//! The name of a field → the span in which its numbers lie.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::fields::{letters, tails};
use super::words::words;

/// Where numbers lie that one meets, and how many decimals they are written with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Span {
    pub low: f64,
    pub high: f64,
    pub decimals: u32,
}

const fn span(low: f64, high: f64, decimals: u32) -> Span {
    Span { low, high, decimals }
}

/// Names of fields as lower-case words. Each stands once.
pub(super) static SPANS: &[(&[&str], Span)] = &[
    (&["age", "age in years", "years old"], span(18.0, 90.0, 0)),
    (&["year", "fiscal year", "model year"], span(2016.0, 2035.0, 0)),
    (&["birth year", "year of birth"], span(1940.0, 2007.0, 0)),
    (&["month"], span(1.0, 12.0, 0)),
    (&["day", "day of month"], span(1.0, 28.0, 0)),
    (&["day of week", "weekday"], span(1.0, 7.0, 0)),
    (&["week", "calendar week"], span(1.0, 52.0, 0)),
    (&["quarter"], span(1.0, 4.0, 0)),
    (&["hour"], span(0.0, 23.0, 0)),
    (&["minute", "second"], span(0.0, 59.0, 0)),
    (&["latitude", "lat"], span(-90.0, 90.0, 6)),
    (&["longitude", "lng", "lon"], span(-180.0, 180.0, 6)),
    (&["altitude", "elevation"], span(0.0, 4000.0, 1)),
    (
        &[
            "price",
            "amount",
            "total",
            "cost",
            "fee",
            "subtotal",
            "unit price",
            "tax",
            "shipping cost",
            "total amount",
            "total price",
            "net amount",
            "gross amount",
            "charge",
            "tip",
        ],
        span(0.5, 2000.0, 2),
    ),
    (
        &["balance", "revenue", "budget", "turnover", "credit limit", "profit"],
        span(100.0, 100_000.0, 2),
    ),
    (&["salary", "income", "wage", "annual salary"], span(18_000.0, 180_000.0, 2)),
    (&["quantity", "qty", "pieces"], span(1.0, 50.0, 0)),
    (
        &["count", "number of items", "item count", "num items", "views", "likes", "downloads"],
        span(0.0, 1000.0, 0),
    ),
    (&["stock", "in stock", "stock level", "inventory"], span(0.0, 500.0, 0)),
    (&["percent", "percentage", "pct"], span(0.0, 100.0, 1)),
    (&["discount", "discount percent", "discount rate"], span(0.0, 70.0, 1)),
    (&["tax rate", "vat rate", "interest rate", "vat"], span(0.0, 25.0, 2)),
    (&["exchange rate"], span(0.1, 150.0, 4)),
    (&["probability", "confidence", "ratio"], span(0.0, 1.0, 3)),
    (&["rating", "stars"], span(1.0, 5.0, 1)),
    (&["score"], span(0.0, 100.0, 1)),
    (&["port", "port number"], span(1024.0, 65_535.0, 0)),
    (&["http status", "status code", "http status code"], span(200.0, 599.0, 0)),
    (&["weight", "weight kg"], span(0.1, 120.0, 2)),
    (&["height", "width", "depth", "length", "height cm", "width cm"], span(1.0, 250.0, 1)),
    (&["distance", "mileage", "distance km"], span(0.1, 2000.0, 1)),
    (&["area", "square meters"], span(10.0, 500.0, 1)),
    (&["speed"], span(0.0, 200.0, 1)),
    (&["temperature", "temp"], span(-20.0, 45.0, 1)),
    (&["humidity"], span(10.0, 100.0, 1)),
    (&["pressure"], span(950.0, 1050.0, 1)),
    (&["duration", "timeout", "elapsed", "latency", "duration ms"], span(1.0, 10_000.0, 0)),
    (&["size", "file size", "bytes", "content length"], span(100.0, 10_000_000.0, 0)),
    (&["page", "page number"], span(1.0, 100.0, 0)),
    (&["page count", "pages", "number of pages"], span(8.0, 900.0, 0)),
    (&["page size", "per page"], span(10.0, 100.0, 0)),
    (&["floor", "floor number"], span(0.0, 30.0, 0)),
    (&["rooms", "bedrooms", "number of rooms", "room count"], span(1.0, 8.0, 0)),
    (&["guests", "number of guests", "adults", "passengers", "seats"], span(1.0, 8.0, 0)),
    (&["priority", "level"], span(1.0, 5.0, 0)),
    (&["house number", "street number"], span(1.0, 250.0, 0)),
    (
        &["timestamp", "unix time", "epoch", "epoch seconds"],
        span(1_451_606_400.0, 2_082_758_399.0, 0),
    ),
];

/// The spans by the names of fields, without their spaces.
static BY_NAME: LazyLock<BTreeMap<String, Span>> = LazyLock::new(|| {
    let of = |names: &'static [&'static str], span: Span| {
        names.iter().map(move |name| (letters(name).collect(), span))
    };
    SPANS.iter().flat_map(|(names, span)| of(names, *span)).collect()
});

/// Where the numbers of `field` lie, by the longest known tail of its words; and how many words that is.
pub(crate) fn span_of(field: &str) -> Option<(Span, usize)> {
    let words = words(field);
    tails(&words).find_map(|tail| Some((*BY_NAME.get(&tail.letters())?, tail.count())))
}
