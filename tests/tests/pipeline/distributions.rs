//! Distributions of numbers and of lengths: what they spread, and what they are refused for.

use std::collections::{BTreeMap, BTreeSet};

use foundry::config::{Config, Distribution, Policy};
use foundry::{Error, Foundry, Pipeline};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

const BELL: Distribution = Distribution::Normal { mean: 40.0, deviation: 10.0 };

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Customer {
    #[schemars(range(min = 18, max = 120))]
    #[foundry(distribution = normal(mean = 40.0, deviation = 10.0))]
    age: u8,
    #[foundry(distribution = log_normal(mean = 4.0, deviation = 1.0), presence = 0.8)]
    #[schemars(range(min = 0.01, max = 5000.0), extend("multipleOf" = 0.01))]
    spent: Option<f64>,
    #[foundry(distribution = zipf(exponent = 1.2))]
    rank: u64,
    #[foundry(distribution = exponential(rate = 0.01))]
    idle: f32,
    #[foundry(distribution = uniform)]
    dice: Die,
    #[foundry(lengths = exponential(mean = 20.0))]
    visits: Vec<bool>,
    #[foundry(lengths = normal(mean = 3.0, deviation = 0.5))]
    tags: BTreeSet<u16>,
    #[foundry(lengths = normal(mean = 100.0, deviation = 15.0))]
    #[schemars(length(max = 120))]
    story: Option<String>,
    #[foundry(lengths = zipf(exponent = 2.0))]
    notes: BTreeMap<String, u8>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Die(#[schemars(range(min = 1, max = 6))] u8);

/// The share of `items` that pass.
#[expect(clippy::cast_precision_loss, reason = "a share of a few thousand")]
fn share<T>(items: &[T], passes: impl Fn(&T) -> bool) -> f64 {
    items.iter().filter(|item| passes(item)).count() as f64 / items.len() as f64
}

#[track_caller]
fn assert_near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 0.03, "{found} and not {expected}");
}

#[test]
fn fields_are_spread_as_their_type_says() {
    let customers = Customer::foundry_batch(42, 3000);
    // The part of the bell above 18 is 98.6 % of it; between 30 and 50 lie 68 %.
    assert_near(share(&customers, |one| (30..=50).contains(&one.age)), 0.706 / 0.984);
    assert_near(share(&customers, |one| one.age < 40), 0.466 / 0.984);
    assert_near(share(&customers, |one| one.spent.is_some()), 0.8);
    let spent: Vec<f64> = customers.iter().filter_map(|one| one.spent).collect();
    assert_near(share(&spent, |spent| *spent < 4.0_f64.exp()), 0.5);
    assert!(spent.iter().all(|spent| (spent * 100.0 - (spent * 100.0).round()).abs() < 1e-6));
    // 1 / ζ(1.2), of 2⁶⁴ numbers: the sum of all is 5.591.
    assert_near(share(&customers, |one| one.rank == 1), 1.0 / 5.591);
    assert_near(share(&customers, |one| one.idle < 100.0), 0.632);
    assert_near(share(&customers, |one| one.dice.0 == 3), 1.0 / 6.0);
    assert_near(share(&customers, |one| one.visits.len() < 20), 0.632);
    assert!(customers.iter().any(|one| one.visits.len() > 60));
    assert_near(share(&customers, |one| one.tags.len() == 3), 0.683);
    let stories: Vec<&String> = customers.iter().filter_map(|one| one.story.as_ref()).collect();
    assert!(stories.iter().all(|story| (40..=120).contains(&story.chars().count())));
    assert_near(share(&stories, |story| story.chars().count() < 100), 0.486 / 0.914);
    assert_near(share(&customers, |one| one.notes.len() == 1), 0.608);
}

#[test]
fn a_distribution_moves_no_other_field() {
    #[derive(Serialize, Deserialize, Foundry)]
    struct Plain {
        age: u8,
        name: String,
        tags: Vec<u8>,
    }
    #[derive(Serialize, Deserialize, Foundry)]
    struct Spread {
        #[foundry(distribution = uniform)]
        age: u8,
        name: String,
        #[foundry(lengths = exponential(mean = 9.0))]
        tags: Vec<u8>,
    }
    let (plain, spread) = (Plain::foundry_batch(7, 50), Spread::foundry_batch(7, 50));
    assert!(plain.iter().zip(&spread).all(|(one, two)| one.name == two.name));
    assert!(plain.iter().zip(&spread).any(|(one, two)| one.age != two.age));
    // What a list has in front stays what it was.
    let is_prefix = |one: &[u8], two: &[u8]| one.iter().zip(two).all(|(one, two)| one == two);
    assert!(plain.iter().zip(&spread).all(|(one, two)| is_prefix(&one.tags, &two.tags)));
}

fn rows(schema: &Value, config: Config) -> Result<Vec<Value>, Error> {
    let pipeline = Pipeline::builder().schema(schema).config(config).build()?;
    Ok(pipeline.generate(42, 2000)?.values().collect())
}

#[test]
fn documents_say_the_same_under_their_own_key() {
    let schema = json!({
        "type": "object",
        "required": ["age", "size", "either", "grade", "tags"],
        "properties": {
            "age": {"type": "integer", "x-foundry": {"distribution": {"normal": {"mean": 40, "deviation": 10}}}},
            "size": {"type": "number", "multipleOf": 0.5, "minimum": 0, "maximum": 3,
                "x-foundry": {"distribution": {"exponential": {"mean": 1}}}},
            "either": {"anyOf": [{"type": "string", "maxLength": 3}, {"type": "integer", "minimum": 0}],
                "x-foundry": {"distribution": {"zipf": {"exponent": 3}}}},
            "grade": {"enum": ["a", "b", "c"], "x-foundry": {"values": ["a", "b", "c"], "weights": [6, 3, 0]}},
            "tags": {"type": "array", "items": {"type": "boolean"},
                "x-foundry": {"lengths": {"normal": {"mean": 30, "deviation": 2}}}}
        }
    });
    let rows = rows(&schema, Config::default()).expect("rows");
    let integer = |row: &Value, name: &str| row[name].as_i64();
    assert_near(share(&rows, |row| (30..=50).contains(&integer(row, "age").unwrap())), 0.706);
    assert_near(share(&rows, |row| row["size"].as_f64() == Some(0.0)), 0.393 / 0.970);
    let numbers: Vec<i64> = rows.iter().filter_map(|row| integer(row, "either")).collect();
    assert!(numbers.len() > 800 && numbers.iter().all(|number| *number >= 1), "{}", numbers.len());
    assert_near(share(&numbers, |number| *number == 1), 0.832);
    assert_near(share(&rows, |row| row["grade"] == "a"), 0.667);
    assert!(rows.iter().all(|row| row["grade"] != "c"));
    assert_near(share(&rows, |row| row["tags"].as_array().unwrap().len() <= 30), 0.599);
}

#[test]
fn weights_beside_an_enum_are_those_of_its_values() {
    let weights = json!({"weights": [9, 1, 0]});
    let schema = json!({
        "type": "object",
        "required": ["word", "flag", "narrow", "outer"],
        "properties": {
            "word": {"enum": ["z", "a", "m"], "x-foundry": weights},
            // What has no enumeration of its own once it is normalized.
            "flag": {"enum": [true, false], "x-foundry": {"weights": [1, 9]}},
            "narrow": {"type": ["integer", "null"], "enum": ["no", 1.0, null], "x-foundry": {"weights": [5, 9, 1]}},
            "outer": {"allOf": [{"enum": [1, 2, 3], "x-foundry": {"weights": [1, 1, 8]}}, {"maximum": 2}]}
        }
    });
    let drawn = rows(&schema, Config::default()).expect("rows");
    assert_near(share(&drawn, |row| row["word"] == "z"), 0.9);
    assert!(drawn.iter().all(|row| row["word"] != "m"));
    assert_near(share(&drawn, |row| row["flag"] == false), 0.9);
    assert_near(share(&drawn, |row| row["narrow"].as_f64() == Some(1.0)), 0.9);
    assert_near(share(&drawn, |row| row["outer"] == 1), 0.5);
    // A policy says of its own which values come.
    let policy = Policy::default().with_values(vec![json!("m"), json!("a")]);
    let config = Config::default().with_policy("/word", policy).unwrap();
    let drawn = rows(&schema, config).expect("rows");
    assert_near(share(&drawn, |row| row["word"] == "m"), 0.5);
}

#[test]
fn weights_of_nothing_are_refused() {
    let at = |schema: Value, text: &str, pointer: &str| {
        told(&json!({"properties": {"at": schema}}), Config::default(), text, pointer)
    };
    let pointer = "/properties/at/x-foundry/weights";
    let help = at(
        json!({"type": "string", "x-foundry": {"weights": [1, 2]}}),
        "`weights` stand beside neither `values` nor `enum`",
        pointer,
    );
    assert!(help.contains("`\"values\": [...]`"), "{help}");
    let help = at(
        json!({"enum": ["a", "b"], "x-foundry": {"weights": [1, 2, 3]}}),
        "2 values of `enum` have 3 `weights`",
        pointer,
    );
    assert_eq!(help, "write one weight for each value, in their order");
    at(
        json!({"enum": [1, 9], "maximum": 5, "x-foundry": {"weights": [0, 1]}}),
        "all values of `enum` that the contract allows here have the weight 0",
        "/properties/at",
    );
}

#[test]
fn policies_spread_every_place_that_they_lead_to() {
    let schema = json!({
        "type": "object",
        "required": ["lines", "total"],
        "properties": {
            "total": {"type": "number", "minimum": 0, "maximum": 100},
            "lines": {"type": "array", "items": {"type": "integer", "maximum": 90}}
        }
    });
    let spread = Policy::default().with_distribution(BELL);
    let long = Policy::default()
        .with_lengths(0..=12)
        .with_length_distribution(Distribution::Exponential { mean: 100.0 });
    let config = Config::default().with_policy("/**", spread).unwrap();
    let config = config.with_policy("/lines", long).unwrap();
    let rows = rows(&schema, config).expect("rows");
    assert_near(share(&rows, |row| (30.0..50.0).contains(&row["total"].as_f64().unwrap())), 0.683);
    let lines: Vec<&Value> = rows.iter().flat_map(|row| row["lines"].as_array().unwrap()).collect();
    assert_near(share(&lines, |line| (30..=50).contains(&line.as_i64().unwrap())), 0.706);
    // Within twelve, a mean of a hundred is almost even.
    assert_near(share(&rows, |row| row["lines"].as_array().unwrap().len() <= 5), 0.476);
    let weighted = Policy::default().with_weighted_values(vec![(json!(1), 1), (json!(2), 9)]);
    let config = Config::default().with_policy("/total", weighted).unwrap();
    let rows = self::rows(&schema, config).expect("rows");
    assert_near(share(&rows, |row| row["total"] == 2), 0.9);
}

#[track_caller]
fn told(schema: &Value, config: Config, text: &str, pointer: &str) -> String {
    let error = rows(schema, config).expect_err("an error");
    assert_eq!((error.to_string().as_str(), error.pointer()), (text, Some(pointer)));
    error.help().next().unwrap_or_default().to_owned()
}

#[test]
fn a_distribution_that_gives_nothing_is_refused() {
    let hinted = |schema: Value, key: &str, hint: Value| {
        let mut schema = schema;
        schema["x-foundry"] = json!({ key: hint });
        json!({"type": "object", "properties": {"x": schema}, "required": ["x"]})
    };
    let bell = || json!({"normal": {"mean": 40, "deviation": 1}});
    for (schema, key, hint, text) in [
        (
            json!({"type": "integer", "minimum": 1000, "maximum": 2000}),
            "distribution",
            bell(),
            "the distribution at `/properties/x` gives no number from 1000 to 2000 (normal of mean 40 and deviation 1)",
        ),
        (
            json!({"type": "number", "maximum": -0.5}),
            "distribution",
            json!({"exponential": {"rate": 2}}),
            "the distribution at `/properties/x` gives no number from -1.7976931348623157e308 to -0.5 (exponential of mean 0.5)",
        ),
        (
            json!({"type": "array", "items": {"type": "null"}, "minItems": 90, "maxItems": 99}),
            "lengths",
            bell(),
            "the distribution at `/properties/x` gives no length from 90 to 99 (normal of mean 40 and deviation 1)",
        ),
        (
            json!({"type": ["string", "null"]}),
            "distribution",
            bell(),
            "`distribution` spreads numbers, and none is drawn at `/properties/x`",
        ),
        (
            json!({"enum": [1, 2, 3]}),
            "distribution",
            bell(),
            "`distribution` spreads numbers, and none is drawn at `/properties/x`",
        ),
        // What has no value at all has its own reason.
        (
            json!({"type": "integer", "minimum": 18, "maximum": 10}),
            "distribution",
            bell(),
            "no integer at `/properties/x` is at least 18 and at most 10 (`minimum`, `maximum`)",
        ),
        (
            json!({"type": "string", "format": "email"}),
            "lengths",
            bell(),
            "`lengths` spreads lengths, and no list, map or plain text is drawn at `/properties/x`",
        ),
    ] {
        told(&hinted(schema, key, hint), Config::default(), text, "/properties/x");
    }
    let number = || json!({"type": "number"});
    for (hint, text, help) in [
        (json!({"norml": {}}), "there is no distribution `norml`", "did you mean `normal`?"),
        (
            json!(3),
            "`3` is not a distribution",
            "write one of uniform, normal, log_normal, exponential, zipf, weighted with its parameters, such as {\"normal\": {\"mean\": 40, \"deviation\": 10}}",
        ),
    ] {
        let schema = hinted(number(), "distribution", hint);
        let pointer = "/properties/x/x-foundry/distribution";
        assert_eq!(told(&schema, Config::default(), text, pointer), help);
    }
    for (weights, text) in [
        (json!([1]), "2 `values` have 1 `weights`"),
        (json!([0, 0]), "the hint `weights` must be a list of whole numbers, not all of them 0"),
        (json!([1.5, 1]), "the hint `weights` must be a list of whole numbers, not all of them 0"),
    ] {
        let mut schema = json!({"x-foundry": {"values": [1, 2], "weights": weights}});
        schema["type"] = "integer".into();
        told(&schema, Config::default(), text, "/x-foundry/weights");
    }
}

#[test]
fn a_weighted_choice_names_what_the_contract_allows() {
    let weighted = |values: Value| {
        let weights: Vec<u8> = values.as_array().expect("a list").iter().map(|_| 1).collect();
        json!({"weighted": {"values": values, "weights": weights}})
    };
    let list = json!({"type": "array", "items": {"type": "boolean"}, "minItems": 1, "maxItems": 5});
    for (mut schema, key, values, text) in [
        (list.clone(), "lengths", json!([1, 9]), "lists 9, which is no length from 1 to 5"),
        (list.clone(), "lengths", json!([2, 1.5]), "lists 1.5, which is no length from 1 to 5"),
        (list, "lengths", json!([-1, 2]), "lists -1, which is no length from 1 to 5"),
        (
            json!({"type": "string", "maxLength": 4}),
            "lengths",
            json!([4, 5]),
            "lists 5, which is no length from 0 to 4",
        ),
        (
            json!({"type": "integer", "minimum": 3, "maximum": 8, "multipleOf": 2}),
            "distribution",
            json!([4, 7]),
            "lists 7, which is no number from 4 to 8",
        ),
        (
            json!({"type": "number", "minimum": 0, "maximum": 1}),
            "distribution",
            json!([0.5, 1.5]),
            "lists 1.5, which is no number from 0.0 to 1.0",
        ),
    ] {
        schema["x-foundry"] = json!({ key: weighted(values) });
        told(&schema, Config::default(), &format!("the distribution at the root {text}"), "");
    }
    let none = json!({"weighted": {"values": [1, 2], "weights": [0, 0]}});
    let schema = json!({"type": "integer", "x-foundry": {"distribution": none}});
    let text = "all weights of `weighted` are 0";
    told(&schema, Config::default(), text, "/x-foundry/distribution");
    let none = Distribution::Weighted { choices: Vec::new() };
    let policy = Policy::default().with_distribution(none);
    let config = Config::default().with_policy("", policy).expect("a path");
    let error = rows(&json!({"type": "integer"}), config).expect_err("an error");
    assert!(error.to_string().starts_with("`weighted` has no values for "), "{error}");
}

#[test]
fn policies_that_spread_nothing_are_refused() {
    let schema = json!({"type": "object", "properties": {"name": {"type": "string"}}});
    let with = |path: &str, policy: Policy| Config::default().with_policy(path, policy).unwrap();
    let bell = Policy::default().with_distribution(BELL);
    told(&schema, with("/**", bell), "the distribution for `/**` meets no number", "/**");
    let wrong = Distribution::Normal { mean: f64::NAN, deviation: 1.0 };
    let error = rows(&schema, with("/name", Policy::default().with_length_distribution(wrong)));
    let text = "the mean of `normal` is NaN, and not a number for `/name`";
    assert_eq!(error.expect_err("an error").to_string(), text);
    let none = Policy::default().with_weighted_values(vec![(json!("a"), 0)]);
    let error = rows(&schema, with("/name", none));
    let text = "all weights of the values for `/name` are 0";
    assert_eq!(error.expect_err("an error").to_string(), text);
}

#[test]
fn the_plan_tells_of_it() {
    let plan = Customer::foundry_plan().expect("a plan").explain();
    for line in [
        "age: integer 18..=120, normal of mean 40 and deviation 10",
        "visits: list, 0..=4194304 elements, exponential of mean 20",
    ] {
        assert!(plan.contains(line), "{plan}");
    }
}

#[test]
fn where_most_of_what_is_drawn_is_excluded_the_nearest_number_is_taken() {
    let schema = serde_json::json!({
        "type": "integer", "minimum": 0, "maximum": 100, "not": {"multipleOf": 5},
        "x-foundry": {"distribution": {"normal": {"mean": 5, "deviation": 0.01}}}
    });
    let pipeline = foundry::Pipeline::builder().schema(&schema).build().expect("a plan");
    let rows = pipeline.generate(1, 300).expect("rows");
    assert!(rows.values().all(|value| value == 4 || value == 6));
}

#[test]
fn a_place_that_spreads_its_lengths_does_without_the_range_for_all_places() {
    let schema = json!({
        "type": "array", "items": {"type": "null"},
        "x-foundry": {"lengths": {"weighted": {"values": [2, 6], "weights": [1, 1]}}}
    });
    let config = Config::default().with_lengths(0..=3);
    let pipeline = Pipeline::builder().schema(&schema).config(config).build();
    let rows = pipeline.and_then(|pipeline| pipeline.generate(1, 100));
    let rows = rows.unwrap_or_else(|error| panic!("{}", error.report()));
    let lengths: BTreeSet<usize> =
        rows.values().map(|row| row.as_array().map_or(0, Vec::len)).collect();
    assert_eq!(lengths, [2, 6].into());
}

#[test]
fn a_policy_that_gives_nothing_at_a_place_is_named() {
    let schema = json!({
        "type": "object", "required": ["lines"],
        "properties": {"lines": {"type": "array", "items": {
            "type": "object", "required": ["note", "count"],
            "properties": {
                "note": {"type": ["string", "null"], "maxLength": 5},
                "count": {"type": "integer", "minimum": 0, "maximum": 5},
            },
        }}},
    });
    let nine = Distribution::Weighted { choices: vec![(1.0, 1), (9.0, 2)] };
    let far = Distribution::Normal { mean: 99.0, deviation: 0.001 };
    for (path, policy, keyword, text) in [
        (
            "/lines/*/note",
            Policy::default().with_length_distribution(nine.clone()),
            "lengths",
            "lists 9, which is no length from 0 to 5",
        ),
        (
            "/lines/*/count",
            Policy::default().with_distribution(nine),
            "distribution",
            "lists 9, which is no number from 0 to 5",
        ),
        (
            "/**/count",
            Policy::default().with_distribution(far),
            "distribution",
            "gives no number from 0 to 5 (normal of mean 99 and deviation 0.001)",
        ),
    ] {
        let config = Config::default().with_policy(path, policy).expect("a path");
        let error = rows(&schema, config).expect_err("an error");
        assert!(error.to_string().ends_with(text), "{error}");
        assert_eq!(error.keyword(), Some(keyword));
        let help: Vec<&str> = error.help().collect();
        assert_eq!(
            help.last(),
            Some(&format!("`{keyword}` is set by {path}").as_str()),
            "{help:?}"
        );
    }
}
