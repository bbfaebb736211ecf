//! Small values that a schema might admit: its own, and all others that are small.

use serde_json::{Map, Value, json};

/// So many values of a schema's own are put into lists and objects.
const OWN: usize = 12;

/// Values to hold against a schema of which somebody says that it has none.
pub(crate) fn candidates(schema: &Value) -> Vec<Value> {
    let mut scalars = vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(2),
        json!(3),
        json!(5),
        json!(6),
        json!(-1),
        json!(-2),
        json!(-3),
        json!(0.5),
        json!(1.5),
        json!(0.1),
        json!(0.25),
        json!(-0.5),
        json!(1e9),
        json!(""),
        json!("a"),
        json!("b"),
        json!("c"),
        json!("ab"),
        json!("ac"),
        json!("abc"),
        json!("1"),
        json!("a1"),
        json!("xyz"),
        json!("2020-01-01"),
        json!("1.2.3.4"),
        json!("a@b.de"),
        json!("x:y"),
        json!("2020-01-01T00:00:00Z"),
        json!("00000000-0000-0000-0000-000000000000"),
    ];
    let mut own = Vec::new();
    collect_own(schema, &mut own);
    own.truncate(OWN);
    scalars.extend(own.iter().cloned());
    let mut all = scalars.clone();
    all.push(json!([]));
    all.push(json!({}));
    for one in &scalars {
        all.push(json!([one]));
        all.push(json!([one, one]));
        for other in scalars.iter().step_by(3) {
            all.push(json!([one, other]));
            all.push(json!([other, one, 7]));
        }
    }
    let names = ["a", "b", "c", "ab", "1"];
    for mask in 1_u32..1 << names.len() {
        for (at, one) in scalars.iter().enumerate() {
            let mut object = Map::new();
            for (bit, name) in names.iter().enumerate() {
                if mask >> bit & 1 == 1 {
                    let value =
                        if bit % 2 == 0 { one } else { &scalars[(at * 7 + bit) % scalars.len()] };
                    object.insert((*name).to_owned(), value.clone());
                }
            }
            all.push(Value::Object(object));
        }
        let empty = |value: Value| {
            let names = names.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1);
            Value::Object(names.map(|(_, name)| ((*name).to_owned(), value.clone())).collect())
        };
        all.push(empty(json!({})));
        all.push(empty(json!([])));
        all.push(json!([empty(json!(1))]));
    }
    all
}

fn collect_own(schema: &Value, found: &mut Vec<Value>) {
    match schema {
        Value::Object(members) => {
            for (key, value) in members {
                match (key.as_str(), value) {
                    ("const" | "default", value) => found.push(value.clone()),
                    ("enum", Value::Array(values)) => found.extend(values.iter().cloned()),
                    _ => collect_own(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_own(item, found)),
        _ => {}
    }
}
