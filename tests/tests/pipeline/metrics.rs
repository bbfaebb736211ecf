//! What comes with every result: times, counts and sizes.

use foundry::{Foundry, Pipeline, Stream};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

fn roll(stream: &mut Stream) -> u8 {
    u8::try_from(stream.integer(1, 6)).unwrap_or(1)
}

fn is_even(cup: &Cup) -> bool {
    cup.die.is_multiple_of(2)
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(check = is_even)]
struct Cup {
    #[foundry(with = roll)]
    die: u8,
    id: uuid::Uuid,
    mail: Option<Mail>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Mug(Option<Cup>, Vec<Mail>);

#[derive(Serialize, Deserialize, Foundry)]
struct Mail(#[validate(email)] String);

#[test]
fn a_batch_tells_what_it_took() {
    let first = Cup::foundry_batch(42, 100);
    let metrics = first.metrics();
    assert_eq!(metrics.rows, 100);
    assert_eq!((metrics.plan_cache_hits, metrics.plan_cache_misses), (0, 1));
    assert_eq!(metrics.validator_cache_hits, 0);
    assert!(metrics.validator_cache_misses >= 2, "both sides differ: {metrics:?}");
    assert!(!metrics.parse_time.is_zero() && !metrics.plan_time.is_zero());
    assert!(!metrics.generate_time.is_zero() && !metrics.validate_time.is_zero());
    assert!(metrics.plan_nodes >= 4);
    // Half of the cups are odd and are drawn again.
    assert_eq!(metrics.attempts, 100 + metrics.retries);
    assert!((50..200).contains(&metrics.retries), "{}", metrics.retries);
    assert_eq!(metrics.formats["uuid"], metrics.attempts);
    assert!((20..150).contains(&metrics.formats["email"]), "{:?}", metrics.formats);
    let emails = metrics.formats["email"];
    assert_eq!(metrics.generators["internet.email"], emails, "a format in a manner of its own");
    let others: Vec<_> =
        metrics.generators.iter().filter(|(name, _)| *name != "internet.email").collect();
    assert_eq!(others.len(), 1, "only `roll`: all else has a format");
    assert_eq!(*others[0].1, metrics.attempts);
    assert!((metrics.attempts_per_row() - 2.0).abs() < 0.7, "{}", metrics.attempts_per_row());
    // An id alone has 36 characters.
    assert!(metrics.instance_bytes > 100 * 36);
    assert!(metrics.peak_scratch_bytes > 36);

    let again = Cup::foundry_batch(43, 1);
    assert_eq!((again.metrics().plan_cache_hits, again.metrics().plan_cache_misses), (1, 0));
    assert_eq!(again.metrics().validator_cache_hits, metrics.validator_cache_misses);
    assert!(again.metrics().parse_time.is_zero() && again.metrics().plan_time.is_zero());
}

#[test]
fn counts_do_not_depend_on_the_threads() {
    // A type of its own: whose plan is cached depends on which test runs first.
    let one = Mug::foundry_with().rows(200).batch(7).expect("mugs");
    let three = Mug::foundry_with().rows(200).threads(3).batch(7).expect("mugs");
    let counts = |metrics: &foundry::Metrics| {
        (
            metrics.rows,
            metrics.attempts,
            metrics.retries,
            metrics.formats.clone(),
            metrics.generators.clone(),
            metrics.instance_bytes,
        )
    };
    assert_eq!(counts(one.metrics()), counts(three.metrics()));
}

#[test]
fn rows_of_a_document_tell_it_too_and_metrics_serialize() {
    let pipeline = Pipeline::builder()
        .schema(&json!({ "type": "string", "format": "date" }))
        .build()
        .expect("a plan");
    let rows = pipeline.generate(1, 10).expect("rows");
    let written = serde_json::to_value(rows.metrics()).expect("metrics are data");
    assert_eq!(written["rows"], 10);
    assert_eq!(written["formats"], json!({ "date": 10 }));
    assert_eq!(written["generators"], json!({}), "a format is counted as such");
    assert!(written["instance_bytes"].as_u64() >= Some(10 * 10));
    for time in ["parse_time", "plan_time", "generate_time", "validate_time"] {
        assert!(matches!(written[time], Value::Object(_)), "{written}");
    }
}

#[test]
fn an_iterator_tells_what_it_took_so_far() {
    let mut mugs = Mug::foundry_with().iter(7).expect("mugs");
    assert_eq!(mugs.metrics().rows, 0);
    let drawn = mugs.by_ref().take(5).count();
    assert_eq!(mugs.metrics().rows, drawn as u64);
}

#[derive(Serialize, Deserialize, Foundry)]
struct Plain {
    b: i32,
    c: f64,
    d: String,
    #[schemars(regex(pattern = "^[a-z]+$"))]
    e: String,
    #[foundry(values = ["x", "y"])]
    f: String,
    g: Value,
}

#[test]
fn built_in_generators_are_counted_by_name() {
    let rows = Plain::foundry_batch(42, 10);
    let names = ["anything", "integer", "number", "pattern", "values", "words"];
    let counted: Vec<_> = rows.metrics().generators.iter().map(|(n, c)| (n.as_str(), *c)).collect();
    assert_eq!(counted, names.map(|name| (name, 10)));
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Shelf {
    #[foundry(unique)]
    id: u32,
    height: Height,
    #[schemars(length(max = 8))]
    first_name: String,
    books: Vec<Book>,
    kind: Kind,
    owner: Option<uuid::Uuid>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[foundry(check = is_high)]
struct Height(#[foundry(with = roll)] u8);

fn is_high(height: &Height) -> bool {
    height.0 > 2
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Book {
    title: String,
    pages: Option<u16>,
    #[foundry(values = ["a", "b"])]
    part: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
enum Kind {
    Wood,
    Steel { rust: bool },
}

#[test]
fn rejections_are_counted_for_each_generator() {
    let shelves = Shelf::foundry_batch(42, 300);
    let metrics = shelves.metrics();
    let roll = &metrics.generator_rejections["pipeline::metrics::roll"];
    // Two faces of six are rejected: so half as many as are kept.
    assert!((100..200).contains(roll), "{roll}");
    assert_eq!(metrics.generators["pipeline::metrics::roll"], 300 + roll);
    assert!(metrics.generator_rejections["person.first_name"] > 0, "long names do not fit");
    assert!(!metrics.generator_rejections.contains_key("boolean"));
    assert!(metrics.generator_times.is_empty(), "nobody asked for them");
}

#[test]
fn generators_are_timed_where_somebody_asks_and_rows_stay_the_same() {
    let rows =
        |timings| Shelf::foundry_with().rows(300).timings(timings).batch(42).expect("shelves");
    let (timed, plain) = (rows(true), rows(false));
    assert_eq!(timed[..], plain[..]);
    let metrics = timed.metrics();
    let drawn: Vec<&String> = metrics.generators.keys().chain(metrics.formats.keys()).collect();
    for name in ["pipeline::metrics::roll", "person.first_name", "uuid", "integer", "values"] {
        assert!(drawn.iter().any(|known| *known == name), "{drawn:?}");
        assert!(!metrics.generator_times[name].is_zero(), "{name}");
    }
    let unknown: Vec<&String> =
        metrics.generator_times.keys().filter(|name| !drawn.contains(name)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    assert_eq!(metrics.generator_rejections, plain.metrics().generator_rejections);
    assert_eq!(metrics.generators, plain.metrics().generators);
}
