//! The name of a field → the span in which its numbers lie.

use std::sync::LazyLock;

use ahash::AHashMap;

use super::fields::{find_tail, letters};
use super::words::words;

/// One kind of number: how it is called, where its numbers lie, and how they are written.
#[derive(Debug, PartialEq)]
pub(crate) struct Span {
    /// `number.` and its own name: `number.age`.
    pub name: &'static str,
    /// What its numbers are, for a reader who looks for one.
    pub about: &'static str,
    pub low: f64,
    pub high: f64,
    /// How many decimals its numbers have at most.
    pub decimals: u32,
    /// The names of fields that ask for it.
    pub fields: &'static [&'static str],
}

impl Span {
    /// Whether a number is one of these.
    pub(crate) fn holds(&self, number: f64) -> bool {
        let unit = 10_f64.powi(self.decimals.cast_signed());
        let nearest = (number * unit).round() / unit;
        (self.low..=self.high).contains(&number) && nearest.total_cmp(&number).is_eq()
    }
}

const fn span(
    name: &'static str,
    about: &'static str,
    (low, high, decimals): (f64, f64, u32),
    fields: &'static [&'static str],
) -> Span {
    Span { name, about, low, high, decimals, fields }
}

/// Every kind of number that is known by a name. Each name of a field stands once, as lower-case words.
pub(super) static SPANS: &[Span] = &[
    span(
        "number.age",
        "ages of people in years, 18 to 90",
        (18.0, 90.0, 0),
        &["age", "age in years", "years old"],
    ),
    span(
        "number.year",
        "years of this decade and the last one, 2016 to 2035",
        (2016.0, 2035.0, 0),
        &["year", "fiscal year", "model year"],
    ),
    span(
        "number.birth_year",
        "years in which people were born, 1940 to 2007",
        (1940.0, 2007.0, 0),
        &["birth year", "year of birth"],
    ),
    span("number.month", "months of the year, 1 to 12", (1.0, 12.0, 0), &["month"]),
    span("number.day", "days of the month, 1 to 28", (1.0, 28.0, 0), &["day", "day of month"]),
    span("number.weekday", "days of the week, 1 to 7", (1.0, 7.0, 0), &["day of week", "weekday"]),
    span("number.week", "weeks of the year, 1 to 52", (1.0, 52.0, 0), &["week", "calendar week"]),
    span("number.quarter", "quarters of the year, 1 to 4", (1.0, 4.0, 0), &["quarter"]),
    span("number.hour", "hours of the day, 0 to 23", (0.0, 23.0, 0), &["hour"]),
    span("number.minute", "minutes and seconds, 0 to 59", (0.0, 59.0, 0), &["minute", "second"]),
    span(
        "number.latitude",
        "latitudes in degrees, -90 to 90",
        (-90.0, 90.0, 6),
        &["latitude", "lat"],
    ),
    span(
        "number.longitude",
        "longitudes in degrees, -180 to 180",
        (-180.0, 180.0, 6),
        &["longitude", "lng", "lon"],
    ),
    span(
        "number.altitude",
        "heights above the sea in metres, 0 to 4000",
        (0.0, 4000.0, 1),
        &["altitude", "elevation"],
    ),
    span(
        "number.price",
        "prices and other amounts of one purchase, 0.5 to 2000",
        (0.5, 2000.0, 2),
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
    ),
    span(
        "number.balance",
        "amounts that companies and accounts have, 100 to 100000",
        (100.0, 100_000.0, 2),
        &["balance", "revenue", "budget", "turnover", "credit limit", "profit"],
    ),
    span(
        "number.salary",
        "incomes of a year, 18000 to 180000",
        (18_000.0, 180_000.0, 2),
        &["salary", "income", "wage", "annual salary"],
    ),
    span(
        "number.quantity",
        "pieces of one thing that is bought, 1 to 50",
        (1.0, 50.0, 0),
        &["quantity", "qty", "pieces"],
    ),
    span(
        "number.count",
        "how many there are of something, 0 to 1000",
        (0.0, 1000.0, 0),
        &["count", "number of items", "item count", "num items", "views", "likes", "downloads"],
    ),
    span(
        "number.stock",
        "pieces that a warehouse has, 0 to 500",
        (0.0, 500.0, 0),
        &["stock", "in stock", "stock level", "inventory"],
    ),
    span(
        "number.percent",
        "percentages, 0 to 100",
        (0.0, 100.0, 1),
        &["percent", "percentage", "pct"],
    ),
    span(
        "number.discount",
        "discounts in percent, 0 to 70",
        (0.0, 70.0, 1),
        &["discount", "discount percent", "discount rate"],
    ),
    span(
        "number.tax_rate",
        "rates of taxes and interest in percent, 0 to 25",
        (0.0, 25.0, 2),
        &["tax rate", "vat rate", "interest rate", "vat"],
    ),
    span(
        "number.exchange_rate",
        "rates of exchange between currencies, 0.1 to 150",
        (0.1, 150.0, 4),
        &["exchange rate"],
    ),
    span(
        "number.probability",
        "probabilities and shares, 0 to 1",
        (0.0, 1.0, 3),
        &["probability", "confidence", "ratio"],
    ),
    span("number.rating", "stars that people give, 1 to 5", (1.0, 5.0, 1), &["rating", "stars"]),
    span("number.score", "scores of tests, 0 to 100", (0.0, 100.0, 1), &["score"]),
    span(
        "number.port",
        "ports of the internet that programs may take, 1024 to 65535",
        (1024.0, 65_535.0, 0),
        &["port", "port number"],
    ),
    span(
        "number.http_status",
        "statuses of HTTP, 200 to 599",
        (200.0, 599.0, 0),
        &["http status", "status code", "http status code"],
    ),
    span(
        "number.weight",
        "weights in kilograms, 0.1 to 120",
        (0.1, 120.0, 2),
        &["weight", "weight kg"],
    ),
    span(
        "number.length",
        "lengths, widths and heights in centimetres, 1 to 250",
        (1.0, 250.0, 1),
        &["height", "width", "depth", "length", "height cm", "width cm"],
    ),
    span(
        "number.distance",
        "distances in kilometres, 0.1 to 2000",
        (0.1, 2000.0, 1),
        &["distance", "mileage", "distance km"],
    ),
    span(
        "number.area",
        "areas in square metres, 10 to 500",
        (10.0, 500.0, 1),
        &["area", "square meters"],
    ),
    span("number.speed", "speeds in kilometres an hour, 0 to 200", (0.0, 200.0, 1), &["speed"]),
    span(
        "number.temperature",
        "temperatures of the air in degrees Celsius, -20 to 45",
        (-20.0, 45.0, 1),
        &["temperature", "temp"],
    ),
    span(
        "number.humidity",
        "humidities of the air in percent, 10 to 100",
        (10.0, 100.0, 1),
        &["humidity"],
    ),
    span(
        "number.pressure",
        "pressures of the air in hectopascals, 950 to 1050",
        (950.0, 1050.0, 1),
        &["pressure"],
    ),
    span(
        "number.duration",
        "how long programs take, in milliseconds, 1 to 10000",
        (1.0, 10_000.0, 0),
        &["duration", "timeout", "elapsed", "latency", "duration ms"],
    ),
    span(
        "number.size",
        "sizes of files in bytes, 100 to 10000000",
        (100.0, 10_000_000.0, 0),
        &["size", "file size", "bytes", "content length"],
    ),
    span(
        "number.page",
        "numbers of pages in lists, 1 to 100",
        (1.0, 100.0, 0),
        &["page", "page number"],
    ),
    span(
        "number.page_count",
        "how many pages books have, 8 to 900",
        (8.0, 900.0, 0),
        &["page count", "pages", "number of pages"],
    ),
    span(
        "number.page_size",
        "how many entries a page of a list has, 10 to 100",
        (10.0, 100.0, 0),
        &["page size", "per page"],
    ),
    span("number.floor", "floors of houses, 0 to 30", (0.0, 30.0, 0), &["floor", "floor number"]),
    span(
        "number.rooms",
        "rooms of a home, 1 to 8",
        (1.0, 8.0, 0),
        &["rooms", "bedrooms", "number of rooms", "room count"],
    ),
    span(
        "number.guests",
        "people who travel or stay together, 1 to 8",
        (1.0, 8.0, 0),
        &["guests", "number of guests", "adults", "passengers", "seats"],
    ),
    span("number.priority", "priorities and levels, 1 to 5", (1.0, 5.0, 0), &["priority", "level"]),
    span(
        "number.house_number",
        "numbers of houses in a street, 1 to 250",
        (1.0, 250.0, 0),
        &["house number", "street number"],
    ),
    span(
        "number.timestamp",
        "seconds since 1970, 1451606400 to 2082758399",
        (1_451_606_400.0, 2_082_758_399.0, 0),
        &["timestamp", "unix time", "epoch", "epoch seconds"],
    ),
];

/// The spans by the names of fields, without their spaces.
static BY_NAME: LazyLock<AHashMap<String, &'static Span>> = LazyLock::new(|| {
    let of =
        |span: &'static Span| span.fields.iter().map(move |name| (letters(name).collect(), span));
    SPANS.iter().flat_map(of).collect()
});

/// Every span.
pub(crate) fn spans() -> impl Iterator<Item = &'static Span> {
    SPANS.iter()
}

/// The span called `name`.
pub(crate) fn find_span(name: &str) -> Option<&'static Span> {
    spans().find(|span| span.name == name)
}

/// Where the numbers of `field` lie, by the longest known tail of its words.
pub(crate) fn span_of(field: &str) -> Option<&'static Span> {
    let words = words(field);
    find_tail(&words, |tail| BY_NAME.get(tail.letters).copied())
}
