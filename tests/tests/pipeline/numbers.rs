//! Realistic numbers are generators like all others: listed, named, counted and explained.

use foundry::generators::{Family, Registry};
use foundry::{Error, Foundry, Pipeline};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

fn built(schema: &Value) -> Result<Pipeline, Error> {
    Pipeline::builder().schema(schema).build()
}

fn drawn(schema: &Value) -> Vec<Value> {
    let pipeline = built(schema).unwrap_or_else(|error| panic!("{}", error.report()));
    let rows = pipeline.generate(3, 200);
    rows.unwrap_or_else(|error| panic!("{}", error.report())).values().collect()
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Member {
    age: u8,
    #[foundry(faker = "number.latitude")]
    y: f64,
    #[foundry(faker = "number.quantity")]
    #[schemars(range(max = 10))]
    n: Option<u32>,
    #[foundry(faker = "number.percent")]
    share: f32,
    plain: u32,
}

#[test]
fn they_are_counted_and_explained_by_their_names() {
    let members = Member::foundry_batch(7, 300);
    for member in &members {
        assert!((18..=90).contains(&member.age) && member.y.abs() <= 90.0, "{member:?}");
        assert!(member.n.is_none_or(|n| (1..=10).contains(&n)), "{member:?}");
        assert!((0.0..=100.0).contains(&member.share), "{member:?}");
    }
    assert!(members.iter().any(|member| member.y.fract() != 0.0));
    let counted = &members.metrics().generators;
    for name in ["number.age", "number.latitude", "number.percent", "integer"] {
        assert_eq!(counted.get(name), Some(&300), "{name}: {counted:?}");
    }
    assert!(counted["number.quantity"] > 100 && !counted.contains_key("number"), "{counted:?}");
    let plan = Member::foundry_plan().expect("a plan").explain();
    assert!(plan.contains("age: integer (number.age, by its field) 18..=90\n"), "{plan}");
    assert!(plan.contains("integer (number.quantity) 1..=10\n"), "{plan}");
    assert!(plan.contains("plain: integer 0..=4294967295\n"), "{plan}");
}

#[test]
fn each_is_listed_and_found_and_serves_where_it_is_named() {
    let registry = Registry::built_in();
    let numbers: Vec<_> =
        registry.iter().filter(|listed| listed.name().starts_with("number.")).collect();
    assert!(numbers.len() > 40, "{}", numbers.len());
    let age = registry.find("number.age").expect("a known name");
    assert_eq!((age.family(), age.source()), (Family::Realistic, "built in"));
    assert!(age.fields().eq(["age", "age in years", "years old"]));
    let error = registry.find("number.agee").expect_err("a typing error");
    assert_eq!(error.help().collect::<Vec<_>>(), ["did you mean `number.age`?"]);
    for row in drawn(&json!({"type": "number", "x-foundry": {"faker": "number.price"}})) {
        let price = row.as_f64().expect("a number");
        assert!((0.5..=2000.0).contains(&price) && (price * 100.0).round() / 100.0 == price);
    }
    // The contract comes first: its steps, and its bounds.
    let steps =
        json!({"type": "number", "multipleOf": 0.25, "x-foundry": {"faker": "number.rating"}});
    for row in drawn(&steps) {
        let rating = row.as_f64().expect("a number");
        assert!((1.0..=5.0).contains(&rating) && (rating * 4.0).fract() == 0.0, "{row}");
    }
}

#[test]
fn what_fits_nowhere_is_refused_and_so_is_what_makes_other_values() {
    for schema in [
        json!({"type": "integer", "minimum": 100, "x-foundry": {"faker": "number.age"}}),
        json!({"type": "number", "maximum": 0.2, "x-foundry": {"faker": "number.price"}}),
        json!({"type": "integer", "multipleOf": 100, "x-foundry": {"faker": "number.age"}}),
    ] {
        let error = built(&schema).err().expect("an error");
        let name = schema["x-foundry"]["faker"].as_str().expect("a name");
        let told = format!("no number of the generator `{name}` is valid here");
        assert_eq!((error.to_string(), error.keyword()), (told, Some("faker")));
    }
    let text = json!({"type": "string", "x-foundry": {"faker": "number.age"}});
    let told = built(&text).err().expect("an error").to_string();
    assert_eq!(told, "the generator `number.age` makes no texts, and this place holds some");
}
