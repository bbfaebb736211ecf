//! Weighted choices, presence among them: their shares, by chi-square at fixed seeds.

use foundry::config::{Config, Distribution, Policy};
use foundry::{Foundry, Pipeline};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What chi-square exceeds once in a thousand times, by the degrees of freedom.
const ONCE_IN_A_THOUSAND: [f64; 6] = [0.0, 10.83, 13.82, 16.27, 18.47, 20.52];

const ROWS: u64 = 6000;

/// Holds how often each thing came against its weight.
#[track_caller]
#[expect(clippy::cast_precision_loss, reason = "a few thousand")]
fn assert_shares(name: &str, counts: &[u64], weights: &[f64]) {
    let (rows, whole) = (counts.iter().sum::<u64>() as f64, weights.iter().sum::<f64>());
    let chi_square: f64 = counts
        .iter()
        .zip(weights)
        .map(|(count, weight)| {
            let expected = rows * weight / whole;
            assert!(expected > 5.0, "{name}: too few rows to judge");
            (*count as f64 - expected).powi(2) / expected
        })
        .sum();
    assert!(
        chi_square < ONCE_IN_A_THOUSAND[counts.len() - 1],
        "{name}: {chi_square} of {counts:?}"
    );
}

fn count<T>(items: &[T], is_one: impl Fn(&T) -> bool) -> u64 {
    items.iter().filter(|item| is_one(item)).count() as u64
}

/// Presence at one place, and together with that of its neighbours.
#[derive(Serialize, Deserialize, Foundry)]
struct Form {
    #[foundry(presence = 0.1)]
    seldom: Option<u8>,
    usual: Option<u8>,
    #[foundry(presence = 0.95)]
    mostly: Option<u8>,
    #[foundry(presence = 0.3)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    left_out: Option<Part>,
    colour: Colour,
    #[foundry(values = ["s", "m", "l", "xl"])]
    size: String,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Part {
    #[foundry(presence = 0.25)]
    inner: Option<bool>,
}

#[derive(Debug, PartialEq, Clone, Copy, Serialize, Deserialize, Foundry)]
enum Colour {
    #[foundry(weight = 6)]
    Black,
    #[foundry(weight = 3)]
    White,
    Red,
}

#[test]
fn presence_is_a_weighted_choice() {
    let forms = Form::foundry_with().range(0..ROWS).batch(42).expect("forms");
    let present = |is_there: &dyn Fn(&Form) -> bool| {
        let there = count(&forms, |form| is_there(form));
        [there, ROWS - there]
    };
    assert_shares("seldom", &present(&|form| form.seldom.is_some()), &[0.1, 0.9]);
    assert_shares("usual", &present(&|form| form.usual.is_some()), &[0.5, 0.5]);
    assert_shares("mostly", &present(&|form| form.mostly.is_some()), &[0.95, 0.05]);
    assert_shares("left out", &present(&|form| form.left_out.is_some()), &[0.3, 0.7]);
    let parts: Vec<&Part> = forms.iter().filter_map(|form| form.left_out.as_ref()).collect();
    let inner = count(&parts, |part| part.inner.is_some());
    assert_shares("inner", &[inner, parts.len() as u64 - inner], &[0.25, 0.75]);
}

#[test]
fn one_presence_says_nothing_of_another() {
    let forms = Form::foundry_with().range(0..ROWS).batch("pairs").expect("forms");
    let pairs = [(true, true), (true, false), (false, true), (false, false)];
    let of = |one: fn(&Form) -> bool, two: fn(&Form) -> bool| {
        pairs.map(|(first, second)| count(&forms, |form| (one(form), two(form)) == (first, second)))
    };
    let together = of(|form| form.seldom.is_some(), |form| form.usual.is_some());
    assert_shares("seldom and usual", &together, &[0.05, 0.05, 0.45, 0.45]);
    let together = of(|form| form.usual.is_some(), |form| form.left_out.is_some());
    assert_shares("usual and left out", &together, &[0.15, 0.35, 0.15, 0.35]);
}

#[test]
fn weights_are_shares() {
    let forms = Form::foundry_with().range(0..ROWS).batch(7).expect("forms");
    let colours = [Colour::Black, Colour::White, Colour::Red];
    let counts = colours.map(|colour| count(&forms, |form| form.colour == colour));
    assert_shares("colours", &counts, &[6.0, 3.0, 1.0]);
    let counts = ["s", "m", "l", "xl"].map(|size| count(&forms, |form| form.size == size));
    assert_shares("sizes", &counts, &[1.0; 4]);
}

#[test]
fn documents_and_policies_weigh_alike() {
    let schema = json!({
        "type": "object",
        "required": ["id", "grade", "state"],
        "properties": {
            "id": {"type": "integer"},
            "grade": {"x-foundry": {"values": ["good", "fair", "poor", 0], "weights": [6, 3, 1, 2]}},
            "state": {"type": "string"},
            "note": {"type": "string", "x-foundry": {"presence": 0.2}},
            "tip": {"type": "string"}
        },
        "additionalProperties": false
    });
    let states =
        [("open", 5), ("shut", 4), ("lost", 1)].map(|(state, weight)| (json!(state), weight));
    let config = Config::default()
        .with_presence(0.7)
        .with_policy("/state", Policy::default().with_weighted_values(states.to_vec()))
        .expect("a path");
    let pipeline = Pipeline::builder().schema(&schema).config(config).build().expect("a plan");
    let rows: Vec<Value> = pipeline.generate(42, ROWS).expect("rows").values().collect();
    let grades = [json!("good"), json!("fair"), json!("poor"), json!(0)];
    let counts = grades.map(|grade| count(&rows, |row| row["grade"] == grade));
    assert_shares("grades", &counts, &[6.0, 3.0, 1.0, 2.0]);
    let counts = ["open", "shut", "lost"].map(|state| count(&rows, |row| row["state"] == state));
    assert_shares("states", &counts, &[5.0, 4.0, 1.0]);
    for (name, presence) in [("note", 0.2), ("tip", 0.7)] {
        let there = count(&rows, |row| row.get(name).is_some());
        assert_shares(name, &[there, ROWS - there], &[presence, 1.0 - presence]);
    }
}

/// Lengths and numbers that are chosen among a few.
#[derive(Serialize, Deserialize, Foundry)]
struct Basket {
    #[foundry(lengths = weighted(values = [0, 1, 12], weights = [6, 3, 1]))]
    lines: Vec<u8>,
    #[foundry(lengths = weighted(values = [3, 5], weights = [1, 4]), presence = 0.5)]
    tags: Option<std::collections::BTreeSet<u32>>,
    #[foundry(lengths = weighted(values = [7, 9, 4], weights = [2, 1, 0]))]
    word: String,
    #[foundry(distribution = weighted(values = [1, 2, 100], weights = [8, 1, 1]))]
    pieces: u8,
    #[foundry(distribution = weighted(values = [0.5, 0.25, -2], weights = [1, 1, 2]))]
    share: f64,
}

#[test]
fn lengths_and_numbers_have_weights_too() {
    let baskets = Basket::foundry_with().range(0..ROWS).batch(42).expect("baskets");
    let lines = [0, 1, 12].map(|length| count(&baskets, |one| one.lines.len() == length));
    assert_shares("lines", &lines, &[6.0, 3.0, 1.0]);
    let tags: Vec<usize> =
        baskets.iter().filter_map(|one| Some(one.tags.as_ref()?.len())).collect();
    assert_shares("tags", &[3, 5].map(|length| count(&tags, |tag| *tag == length)), &[1.0, 4.0]);
    let words = [7, 9].map(|length| count(&baskets, |one| one.word.chars().count() == length));
    assert_shares("words", &words, &[2.0, 1.0]);
    assert_eq!(words.iter().sum::<u64>(), ROWS);
    let pieces = [1, 2, 100].map(|pieces| count(&baskets, |one| one.pieces == pieces));
    assert_shares("pieces", &pieces, &[8.0, 1.0, 1.0]);
    #[expect(clippy::float_cmp, reason = "drawn as they are written")]
    let shares = [0.5, 0.25, -2.0].map(|share| count(&baskets, |one| one.share == share));
    assert_shares("shares", &shares, &[1.0, 1.0, 2.0]);
}

#[test]
fn documents_and_policies_weigh_lengths_alike() {
    let weighted = json!({"weighted": {"values": [2, 0, 5], "weights": [5, 3, 2]}});
    let schema = json!({
        "type": "object",
        "required": ["own", "told", "map"],
        "properties": {
            "own": {"type": "array", "items": {"type": "boolean"}, "x-foundry": {"lengths": weighted}},
            "told": {"type": "array", "items": {"type": "boolean"}},
            "map": {"type": "object", "additionalProperties": {"type": "integer"}}
        }
    });
    let lengths: Distribution = serde_json::from_value(weighted).expect("a distribution");
    let policy = Policy::default().with_length_distribution(lengths);
    let config = Config::default().with_policy("/told", policy.clone());
    let config = config.and_then(|config| config.with_policy("/map", policy)).expect("two paths");
    let pipeline = Pipeline::builder().schema(&schema).config(config).build().expect("a plan");
    let told = pipeline.plan().explain();
    assert!(
        told.contains("own: list, 0..=4194304 elements, weighted 2 × 5 | 0 × 3 | 5 × 2  ←"),
        "{told}"
    );
    let rows: Vec<Value> = pipeline.generate(7, ROWS).expect("rows").values().collect();
    for name in ["own", "told", "map"] {
        let length = |row: &Value| match &row[name] {
            Value::Array(list) => list.len(),
            map => map.as_object().map_or(0, serde_json::Map::len),
        };
        let counts = [2, 0, 5].map(|wanted| count(&rows, |row| length(row) == wanted));
        assert_shares(name, &counts, &[5.0, 3.0, 2.0]);
    }
}

#[test]
fn a_presence_that_somebody_asks_for_holds_in_objects_that_would_say_nothing() {
    let schema = json!({
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "hinted": {"type": "integer", "x-foundry": {"presence": 0.5}},
            "told": {"type": "integer"}
        }
    });
    let config = Config::default().with_policy("/told", Policy::default().with_presence(0.75));
    let config = config.expect("a path");
    let pipeline = Pipeline::builder().schema(&schema).config(config).build().expect("a plan");
    let rows: Vec<Value> = pipeline.generate(7, ROWS).expect("rows").values().collect();
    for (name, share) in [("hinted", 0.5), ("told", 0.75)] {
        let there = count(&rows, |row| row.get(name).is_some());
        assert_shares(name, &[there, ROWS - there], &[share, 1.0 - share]);
    }
}
