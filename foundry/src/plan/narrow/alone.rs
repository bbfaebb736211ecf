//! What keeps a branch of a `oneOf` alone: the names that only another branch asks for are left out.
//!
//! `oneOf: [{"required": ["a"]}, {"required": ["b"]}]` asks for one of the names. Of objects that have each of
//! n such names by chance, one of 2ⁿ is valid.

use serde_json::{Map, Value, json};

use crate::parse::keywords::{is_silent, nothing};

/// What must not be there together leaves as many ways as it has names; all of it together, no more than this.
const MAX_WAYS: usize = 16;

/// What holds beside the branch at `position` of the `oneOf` in `schema`, as far as the others say no more than which
/// names must be there: none of them holds.
pub(super) fn others_fail(schema: &Map<String, Value>, position: usize) -> Vec<Value> {
    let Some(Value::Array(branches)) = schema.get("oneOf") else { return Vec::new() };
    let mine = branches.get(position).and_then(Value::as_object);
    let is_there = |name: &Value| {
        [Some(schema), mine].into_iter().flatten().any(|schema| required(schema).contains(name))
    };
    // Single names are barred by one schema: a branch beside hundreds of others stays as small as they are.
    let mut barred = Map::new();
    let mut is_object = false;
    let mut all = Vec::new();
    let mut ways = 1;
    for (at, other) in branches.iter().enumerate() {
        let mut asked = Vec::new();
        if at == position || !collect_asked(other, schema, &mut asked) {
            continue;
        }
        for (names, is_typed) in asked {
            let names: Vec<&Value> = names.iter().filter(|name| !is_there(name)).collect();
            if let [Value::String(name)] = names.as_slice() {
                barred.insert(name.clone(), nothing());
                // Whatever is no object has each name that is asked for.
                is_object |= !is_typed;
                continue;
            }
            if ways * names.len() > MAX_WAYS {
                continue;
            }
            ways *= names.len().max(1);
            let mut together = json!({});
            if is_typed {
                together["type"] = "object".into();
            }
            if !names.is_empty() {
                together["required"] = json!(names);
            }
            all.push(json!({ "not": together }));
        }
    }
    if !barred.is_empty() {
        all.push(json!({ "properties": barred }));
    }
    if is_object {
        all.push(json!({ "type": "object" }));
    }
    all
}

/// The names of `required`, and whether it speaks of objects alone.
type Asked<'s> = (&'s [Value], bool);

/// Collects what `branch` asks for, of which one is enough; `false` where it says more than that beside `around`.
fn collect_asked<'s>(
    branch: &'s Value,
    around: &Map<String, Value>,
    asked: &mut Vec<Asked<'s>>,
) -> bool {
    let Value::Object(branch) = branch else { return false };
    let mut says = branch.iter().filter(|(key, _)| !is_silent(key));
    if let Some(Value::Array(options)) = branch.get("anyOf") {
        return says.all(|(key, _)| key == "anyOf")
            && options.iter().all(|option| collect_asked(option, around, asked));
    }
    let is_typed = branch.contains_key("type");
    asked.push((required(branch), is_typed));
    !required(branch).is_empty()
        && says.all(|(key, value)| match (key.as_str(), value) {
            ("required", _) => true,
            ("type", value) => value == "object",
            ("properties", Value::Object(members)) => {
                members.iter().all(|(name, member)| repeats(around, name, member))
            }
            _ => false,
        })
}

/// Whether a branch says of a member what holds in any case.
fn repeats(around: &Map<String, Value>, name: &str, member: &Value) -> bool {
    let known = around.get("properties").and_then(|members| members.get(name));
    *member == Value::Bool(true) || known.is_some_and(|known| is_same(known, member))
}

/// Whether two schemas say the same, whatever they are called.
fn is_same(one: &Value, other: &Value) -> bool {
    let (Value::Object(one), Value::Object(other)) = (one, other) else { return one == other };
    let says = |key: &String| !is_silent(key);
    let is_in = |here: &Map<String, Value>, there: &Map<String, Value>| {
        here.iter().filter(|(key, _)| says(key)).all(|(key, value)| there.get(key) == Some(value))
    };
    is_in(one, other) && is_in(other, one)
}

fn required(schema: &Map<String, Value>) -> &[Value] {
    schema.get("required").and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
