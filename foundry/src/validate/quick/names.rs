//! The names of `required` where an object has them in the order in which its schema names its members.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::Accept;
use crate::instance::{NodeRef, PreparedName};

/// So many names are worth it: for fewer, jsonschema has ways of its own that are as quick.
pub(super) const LEAST: usize = 4;

/// Names that are found one behind the other.
#[derive(Debug)]
pub(super) struct InOrder(Box<[PreparedName]>);

impl Accept for InOrder {
    const KEYWORD: &'static str = "required";

    fn read(parent: &Map<String, Value>, asked: &Value) -> Option<Self> {
        let names: Option<Vec<&str>> = asked.as_array()?.iter().map(Value::as_str).collect();
        let names = names?;
        let mut left: HashSet<&str> = names.iter().copied().collect();
        // A name that comes twice is no schema, and jsonschema has a meaning of its own for it.
        if left.len() < names.len() {
            return None;
        }
        let properties = parent.get("properties").and_then(Value::as_object);
        let members = properties.into_iter().flat_map(|properties| properties.keys());
        let in_order = members.map(String::as_str).chain(names);
        Some(Self(in_order.filter(|name| left.remove(name)).map(PreparedName::new).collect()))
    }

    fn accepts(&self, instance: NodeRef<'_>) -> bool {
        instance.has_in_order(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::super::tests::{agree, both};
    use super::*;

    #[test]
    fn names_are_looked_for_in_the_order_of_the_members() {
        let schema = json!({
            "required": ["d", "c", "e", "a", "b"],
            "properties": {"a": {}, "x": {}, "c": {}, "b": {}},
        });
        let read = InOrder::read(schema.as_object().unwrap(), &schema["required"]).unwrap();
        let names: Vec<&str> = read.0.iter().map(PreparedName::as_str).collect();
        assert_eq!(names, ["a", "c", "b", "d", "e"]);
    }

    proptest! {
        #[test]
        fn the_judge_says_the_same(
            properties in proptest::sample::subsequence(NAMES.to_vec(), 0..=NAMES.len()),
            required in proptest::sample::subsequence(NAMES.to_vec(), LEAST..=NAMES.len()).prop_shuffle(),
            present in proptest::sample::subsequence(NAMES.to_vec(), 0..=NAMES.len()).prop_shuffle(),
            misses in any::<bool>(),
        ) {
            let object = |names: &[&str], value: &dyn Fn(usize) -> Value| -> Value {
                let members = names.iter().enumerate();
                Value::Object(members.map(|(at, name)| ((*name).to_owned(), value(at))).collect())
            };
            let schema = json!({"required": required, "properties": object(&properties, &|_| json!({}))});
            let judges = both(&schema);
            // Half of the objects have all that is required.
            let mut present = present;
            if !misses {
                let missing = NAMES.iter().filter(|name| required.contains(name) && !present.contains(name));
                present.extend(missing.collect::<Vec<_>>());
            }
            let value = object(&present, &|at| if at % 2 == 0 { json!(at) } else { json!([at, {"name": 1}]) });
            prop_assert!(misses || agree(&judges, &value));
            agree(&judges, &value);
            agree(&judges, &json!([value]));
        }
    }

    /// Some of one length that begin or end alike.
    const NAMES: [&str; 8] =
        ["id", "name", "naming_it_me", "naming_we_me", "n", "", "straße", "name_of"];
}
