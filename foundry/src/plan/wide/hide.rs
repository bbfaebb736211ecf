//! Documents without the hidden choices: they stand under other names, which mean nothing.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jsonschema::JsonType;
use serde_json::{Map, Value};

use super::{CHOICES, Hidden};
use crate::parse::keywords::{holds_values, may_hold_schemas};
use crate::parse::references::{escape, local_pointer};

/// What stands in front of the keyword of a hidden choice.
const PREFIX: &str = "x-foundry-hidden-";

/// A copy of `document` in which the choices of `hidden` say nothing.
pub(crate) fn hide(document: &Value, hidden: &Hidden) -> Value {
    let mut copy = document.clone();
    hide_below(&mut copy, "", hidden);
    copy
}

/// Takes the choices of `hidden` out of the schema that stands at `pointer` of the planning copy.
pub(crate) fn hide_below(schema: &mut Value, pointer: &str, hidden: &Hidden) {
    if !hidden.is_empty() {
        hide_at(schema, &mut pointer.to_owned(), hidden);
    }
}

fn hide_at(schema: &mut Value, pointer: &mut String, hidden: &Hidden) {
    let length = pointer.len();
    match schema {
        Value::Array(items) => {
            for (at, item) in items.iter_mut().enumerate() {
                // Writing to a `String` cannot fail.
                let _ = write!(pointer, "/{at}");
                hide_at(item, pointer, hidden);
                pointer.truncate(length);
            }
        }
        Value::Object(map) => {
            for (key, child) in map.iter_mut() {
                if !holds_values(key) && may_hold_schemas(child) {
                    pointer.push('/');
                    pointer.push_str(&escape(key));
                    hide_at(child, pointer, hidden);
                    pointer.truncate(length);
                }
            }
            if let Some(Value::String(reference)) = map.get_mut("$ref")
                && let Some(target) = local_pointer(reference)
            {
                let moved = hidden.moved(&target);
                if moved != target {
                    *reference = format!("#{}", as_fragment(&moved));
                }
            }
            rename(map, pointer, hidden);
        }
        _ => {}
    }
}

fn rename(map: &mut Map<String, Value>, pointer: &str, hidden: &Hidden) {
    for keyword in CHOICES {
        if !hidden.is_out_of_sight(pointer, keyword) {
            continue;
        }
        // A schema that says nothing at all is dropped from the form of what is around it.
        if matches!(keyword, "anyOf" | "oneOf")
            && !map.contains_key("type")
            && let Some(types) =
                map.get(keyword).and_then(|branches| types_of_branches(branches, hidden.has_const))
        {
            map.insert("type".to_owned(), types);
        }
        let also: &[&str] = if keyword == "if" { &["then", "else"] } else { &[] };
        for key in [keyword].iter().chain(also) {
            if let Some(value) = map.remove(*key) {
                map.insert(format!("{PREFIX}{key}"), value);
            }
        }
    }
}

/// The types that the values of some branches have, as a `type`; `None` where one of them does not say.
fn types_of_branches(branches: &Value, has_const: bool) -> Option<Value> {
    let mut types = BTreeSet::new();
    for branch in branches.as_array()? {
        let branch = branch.as_object()?;
        let constant = branch.get("const").filter(|_| has_const);
        match (branch.get("type"), constant, branch.get("enum")) {
            (Some(Value::String(name)), _, _) => types.extend([name.as_str()]),
            (Some(Value::Array(names)), _, _) => {
                types.extend(names.iter().filter_map(Value::as_str));
            }
            (None, Some(value), _) => types.extend([JsonType::from(value).as_str()]),
            (None, None, Some(Value::Array(values))) => {
                types.extend(values.iter().map(|value| JsonType::from(value).as_str()));
            }
            _ => return None,
        }
    }
    (!types.is_empty()).then(|| types.into_iter().collect())
}

impl Hidden {
    /// Where what stands at `pointer` of the planning copy stands in the copy without choices.
    pub(crate) fn moved(&self, pointer: &str) -> String {
        if self.is_empty() {
            return pointer.to_owned();
        }
        let (mut at, mut moved) = (String::new(), String::new());
        for segment in pointer.split('/').skip(1) {
            let keyword = if matches!(segment, "then" | "else") { "if" } else { segment };
            let known = CHOICES.into_iter().find(|choice| *choice == keyword);
            let is_hidden = known.is_some_and(|keyword| self.is_out_of_sight(&at, keyword));
            at.push('/');
            at.push_str(segment);
            moved.push('/');
            if is_hidden {
                moved.push_str(PREFIX);
            }
            moved.push_str(segment);
        }
        moved
    }
}

/// A JSON pointer as the fragment of a URI, as far as this crate reads it.
fn as_fragment(pointer: &str) -> String {
    pointer.replace('%', "%25").replace('#', "%23").replace('"', "%22").replace(' ', "%20")
}
