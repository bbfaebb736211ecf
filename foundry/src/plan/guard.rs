//! Canonicalization recurses and cannot be cancelled: it runs on a thread with room for it, and
//! what would never end is refused beforehand.

use ahash::AHashMap;
use serde_json::Value;

use super::outline::{escape, local_pointer, pointer_below};
use crate::error::{Error, Stage};
use crate::parse::keywords::{holds_values, may_hold_schemas};
use crate::parse::references::schema_at;

/// A chain of 500 references overflows the 2 MB of an ordinary thread and aborts the process.
const STACK_BYTES: usize = 256 << 20;

/// Runs `plan` where it has the stack it needs.
pub(crate) fn on_large_stack<T: Send>(
    plan: impl FnOnce() -> Result<T, Error> + Send,
) -> Result<T, Error> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .name("foundry-plan".to_owned())
            .stack_size(STACK_BYTES)
            .spawn_scoped(scope, plan)
            .map_err(|error| {
                Error::new(Stage::Plan, "cannot start the planning thread").with_cause(error)
            })?;
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// Refuses references that lead back to their own schema without stepping into a child: they mean
/// nothing, and a validator would follow them until its stack ends.
pub(crate) fn refuse_circles(document: &Value) -> Result<(), Error> {
    let mut states = AHashMap::new();
    let mut starts = Vec::new();
    find_references(document, &mut String::new(), &mut starts);
    for start in starts {
        // A schema is pushed a second time to be left again.
        let mut stack = vec![(start, false)];
        while let Some((pointer, is_left)) = stack.pop() {
            if is_left {
                states.insert(pointer, State::Done);
                continue;
            }
            match states.get(&pointer) {
                Some(State::Done) => continue,
                Some(State::Inside) => return Err(circle(&pointer)),
                None => {}
            }
            states.insert(pointer.clone(), State::Inside);
            let next = in_place(document, &pointer);
            if let Some(back) = next.iter().find(|at| states.get(*at) == Some(&State::Inside)) {
                return Err(circle(back));
            }
            stack.push((pointer, true));
            stack.extend(next.into_iter().map(|at| (at, false)));
        }
    }
    Ok(())
}

#[derive(PartialEq)]
enum State {
    Inside,
    Done,
}

fn circle(pointer: &str) -> Error {
    Error::new(
        Stage::Plan,
        format!("the reference `#{pointer}` leads back to itself and means nothing"),
    )
    .at(pointer)
    .with_keyword("$ref")
    .with_help("let the reference step into a property or an element")
}

/// Every schema with a reference; also what only looks like one, which is then followed in vain.
fn find_references(value: &Value, pointer: &mut String, found: &mut Vec<String>) {
    let length = pointer.len();
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate().filter(|(_, item)| may_hold_schemas(item)) {
                pointer.push('/');
                pointer.push_str(&at.to_string());
                find_references(item, pointer, found);
                pointer.truncate(length);
            }
        }
        Value::Object(members) => {
            let below = members
                .iter()
                .filter(|(name, member)| may_hold_schemas(member) && !holds_values(name));
            for (name, member) in below {
                pointer.push('/');
                pointer.push_str(&escape(name));
                find_references(member, pointer, found);
                pointer.truncate(length);
            }
            if members.get("$ref").is_some_and(Value::is_string) {
                found.push(pointer.clone());
            }
        }
        _ => {}
    }
}

/// The schemas that hold at the same place of the instance as the one at `pointer`.
fn in_place(document: &Value, pointer: &str) -> Vec<String> {
    let mut next = Vec::new();
    let Some(Value::Object(schema)) = schema_at(document, pointer) else { return next };
    for (keyword, value) in schema {
        match (keyword.as_str(), value) {
            ("$ref", Value::String(reference)) => next.extend(local_pointer(reference)),
            ("allOf" | "anyOf" | "oneOf", Value::Array(parts)) => {
                next.extend((0..parts.len()).map(|at| format!("{pointer}/{keyword}/{at}")));
            }
            ("not" | "if" | "then" | "else", _) => next.push(format!("{pointer}/{keyword}")),
            ("dependentSchemas" | "dependencies", Value::Object(dependents)) => {
                let below = |name: &String| pointer_below(pointer, keyword, name);
                next.extend(dependents.keys().map(below));
            }
            _ => {}
        }
    }
    next
}
