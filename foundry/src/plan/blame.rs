//! Why there is no value: the keywords that clash, or the circle that never ends.

mod parts;

use jsonschema::Draft;
use jsonschema::canonical::{Cause, UnsatisfiableReason};
use serde_json::{Map, Value};

use super::copy::{planning_copy, written_keyword};
use super::node::{Kind, Node};
use super::outline::local_pointer;
use super::wide::{Hidden, hide};
use crate::error::{Error, Stage};
use crate::parse::Contract;
use crate::parse::building::HINTS_KEY;
use crate::parse::keywords::speaking;
use crate::parse::references::schema_at;
use parts::{are_said, find_clash_of_two};

/// The error for a contract without a value.
pub(crate) fn explain_empty(contract: &Contract, nodes: &[Node], unreachable: Vec<Error>) -> Error {
    if *contract.schema() == Value::Bool(false) {
        return Error::new(Stage::Plan, "no value at the root satisfies the schema `false`").at("");
    }
    let copy = match planning_copy(contract) {
        Ok(copy) => without_products(copy.schema, contract.draft()),
        Err(error) => return error,
    };
    if let Some(error) = find_clash(contract, &copy, "") {
        return error;
    }
    if let Some(circle) = find_circle(contract.schema()) {
        return endless(contract, &circle);
    }
    if let Some(error) = find_empty_node(contract, &copy, nodes, &unreachable, "") {
        return error;
    }
    if let Some(error) = unreachable.into_iter().next() {
        return error;
    }
    Error::new(Stage::Plan, "no finite value satisfies the contract").at("")
}

/// The error for a part of a type that no row can show, with the clash below it where one is found.
pub(crate) fn explain_unreachable(contract: &Contract, nodes: &[Node], error: Error) -> Error {
    let copy = match planning_copy(contract) {
        Ok(copy) => without_products(copy.schema, contract.draft()),
        Err(error) => return error,
    };
    let below = error.pointer().unwrap_or_default().to_owned();
    // What leaves only `null` is no clash; the bounds tell what was meant.
    let by_bounds = || {
        let schema = schema_at(&copy, &below)?;
        let (message, keywords) = speak_of_bounds(&below, &|key| schema.get(key).cloned())?;
        Some(named(&below, &message, &keywords))
    };
    find_clash(contract, &copy, &below)
        .or_else(by_bounds)
        .or_else(|| find_empty_node(contract, &copy, nodes, &[], &below))
        .unwrap_or(error)
}

/// A document that the canonical form can multiply out; a clash of what it hides is not told apart.
fn without_products(copy: Value, draft: Draft) -> Value {
    match Hidden::find(&copy, draft) {
        Ok(hidden) if !hidden.is_empty() => hide(&copy, &hidden),
        _ => copy,
    }
}

fn endless(contract: &Contract, circle: &[String]) -> Error {
    let title = contract.schema().get("title").and_then(Value::as_str).unwrap_or("#");
    let names: Vec<String> =
        circle.iter().map(|pointer| format!("`{}`", name_of(pointer, title))).collect();
    let first = circle.first().cloned().unwrap_or_default();
    Error::new(
        Stage::Plan,
        format!(
            "no finite value at {}: every value needs another one ({})",
            place(&first),
            names.join(" → ")
        ),
    )
    .at(first)
    .with_keyword("required")
    .with_help(match contract.type_name() {
        Some(_) => {
            "make one step optional: `Option<Box<…>>` or `Vec<…>` in the type, or not `required`"
        }
        None => "make one step optional: leave one of the names out of `required`",
    })
}

/// The deepest place below `above` that nothing satisfies, with the keywords at fault.
fn find_clash(contract: &Contract, copy: &Value, above: &str) -> Option<Error> {
    let reasons = super::prepare(contract, copy).ok()?.unsatisfiable().ok()?;
    let clashes: Vec<Error> = reasons
        .iter()
        .filter_map(|(pointer, reason)| {
            let causes = match reason {
                UnsatisfiableReason::Literal => return None,
                UnsatisfiableReason::Empty(cause) => std::slice::from_ref(cause),
                UnsatisfiableReason::Conflict(causes) => causes.as_slice(),
            };
            let has_keyword = causes.iter().any(|cause| !cause.keywords.is_empty());
            has_keyword.then(|| clash(copy, pointer, causes))
        })
        .collect();
    let deepest = |above: &str| {
        let below = clashes.iter().filter(|error| is_below(error, above));
        below.max_by_key(|error| error.pointer().map_or(0, |at| at.matches('/').count()))
    };
    // The deepest one is nearest to the mistake; a reference only passes it on.
    let mut found = deepest(above)?;
    for _ in 0..clashes.len() {
        let next = (found.keyword() == Some("$ref")).then(|| {
            let target = schema_at(copy, found.pointer()?)?.get("$ref")?.as_str()?;
            deepest(&local_pointer(target)?)
        });
        match next.flatten() {
            Some(next) => found = next,
            None => break,
        }
    }
    let keywords = found.keyword().unwrap_or_default();
    let of_two = speaks_of_parts(keywords).then(|| found.pointer()).flatten();
    let of_two = of_two.and_then(|pointer| find_clash_of_two(contract, copy, pointer));
    Some(of_two.unwrap_or_else(|| found.copy().with_keyword(keywords)))
}

/// Whether a list of keywords leaves it open which ones of several schemas clash.
fn speaks_of_parts(keywords: &str) -> bool {
    const JOINING: [&str; 6] =
        ["$ref", "allOf", "properties", "patternProperties", "items", "prefixItems"];
    let all: Vec<&str> = keywords.split(", ").collect();
    let is_twice = |keyword: &&str| all.iter().filter(|other| *other == keyword).count() > 1;
    all.len() == 1 || all.iter().any(|keyword| JOINING.contains(keyword) || is_twice(keyword))
}

fn is_below(error: &Error, above: &str) -> bool {
    let rest = error.pointer().and_then(|at| at.strip_prefix(above));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The deepest place below `above` for which the planner found no value by itself: a pattern that no
/// text of the allowed lengths matches, more elements than there are values. What it told of the place in
/// `unreachable` counts where the schema there does not say it by itself.
fn find_empty_node(
    contract: &Contract,
    copy: &Value,
    nodes: &[Node],
    unreachable: &[Error],
    above: &str,
) -> Option<Error> {
    let empty = nodes.iter().filter(|node| matches!(node.kind, Kind::Nothing));
    let errors = empty.filter_map(|node| {
        let schema = said_at(contract, copy, &node.pointer)?;
        let mut keywords = speaking(schema);
        // The type alone is never at fault.
        if keywords.len() > 1 {
            keywords.retain(|key| *key != "type");
        }
        let told = unreachable.iter().find(|error| error.pointer() == Some(&node.pointer));
        let told = told.and_then(Error::keyword).unwrap_or_default();
        let is_here = told.split(", ").all(|keyword| schema.contains_key(keyword));
        let is_of_parts =
            !told.is_empty() && !is_here && are_said(contract, copy, &node.pointer, told);
        if is_of_parts {
            keywords = told.split(", ").collect();
        }
        let told = together(&node.pointer, keywords.len());
        let is_told = !keywords.is_empty();
        is_told.then(|| (named(&node.pointer, &told, &keywords), is_of_parts))
    });
    let (found, is_of_parts) = errors
        .filter(|(error, _)| is_below(error, above))
        .max_by_key(|(error, _)| error.pointer().map_or(0, |at| at.matches('/').count()))?;
    let is_of_parts = is_of_parts || speaks_of_parts(found.keyword().unwrap_or_default());
    let of_two = is_of_parts.then(|| found.pointer());
    let of_two = of_two.flatten().and_then(|pointer| find_clash_of_two(contract, copy, pointer));
    Some(of_two.unwrap_or(found))
}

/// The schema at `pointer`: as its author wrote it, where the copy says less and a hint makes up for it.
fn said_at<'s>(
    contract: &'s Contract,
    copy: &'s Value,
    pointer: &str,
) -> Option<&'s Map<String, Value>> {
    let schema = schema_at(copy, pointer)?.as_object()?;
    let says_less = ["judged", "content"].iter().any(|name| {
        schema.get(HINTS_KEY).is_some_and(|hints| hints.get(*name) == Some(&Value::Bool(true)))
    });
    if says_less { schema_at(contract.schema(), pointer)?.as_object() } else { Some(schema) }
}

fn clash<'c>(copy: &'c Value, pointer: &str, causes: &'c [Cause]) -> Error {
    let written = |cause: &'c Cause| {
        let schema = schema_at(copy, &cause.pointer).and_then(Value::as_object);
        let keywords = cause.keywords.iter().map(String::as_str);
        keywords
            .map(move |keyword| schema.map_or(keyword, |schema| written_keyword(schema, keyword)))
    };
    let mut keywords: Vec<&str> = Vec::new();
    for keyword in causes.iter().flat_map(written) {
        if !keywords.contains(&keyword) && keyword != "type" && keyword != "format" {
            keywords.push(keyword);
        }
    }
    if keywords.is_empty() {
        keywords.extend(causes.iter().flat_map(written));
    }
    let bound = |key: &str| {
        let mut found = causes.iter().filter_map(|cause| schema_at(copy, &cause.pointer)?.get(key));
        found.next().cloned()
    };
    if let Some((message, keywords)) = speak_of_bounds(pointer, &bound) {
        return named(pointer, &message, &keywords);
    }
    if let Some((message, keyword)) = speak_of_format(pointer, &bound) {
        return named(pointer, &message, &["format", keyword]);
    }
    named(pointer, &together(pointer, keywords.len()), &keywords)
}

/// What is told of keywords that leave no value.
pub(super) fn together(pointer: &str, keywords: usize) -> String {
    match keywords {
        1 => format!("no value at {} satisfies its keyword", place(pointer)),
        _ => format!("no value at {} satisfies its keywords together", place(pointer)),
    }
}

/// Says of a length that the texts of a format never have what it is.
fn speak_of_format(
    pointer: &str,
    bound: &dyn Fn(&str) -> Option<Value>,
) -> Option<(String, &'static str)> {
    let format = bound("format")?;
    let (format, at) = (format.as_str()?, place(pointer));
    let told = |what: &str, length: &Value| {
        format!("no text of the format `{format}` at {at} is at {what} {length} characters long")
    };
    match (bound("minLength"), bound("maxLength")) {
        (None, Some(most)) => Some((told("most", &most), "maxLength")),
        (Some(least), None) => Some((told("least", &least), "minLength")),
        _ => None,
    }
}

/// Says of two bounds that leave nothing between them what they are.
fn speak_of_bounds(
    pointer: &str,
    bound: &dyn Fn(&str) -> Option<Value>,
) -> Option<(String, [&'static str; 2])> {
    const BOUNDS: [(&str, &str, &str, &str); 4] = [
        ("minimum", "maximum", "integer", ""),
        ("minLength", "maxLength", "text", " characters long"),
        ("minItems", "maxItems", "list", " elements long"),
        ("minProperties", "maxProperties", "object", " members large"),
    ];
    BOUNDS.into_iter().find_map(|(low, high, what, unit)| {
        let (least, most) = (bound(low)?, bound(high)?);
        let is_empty = least.as_f64()? > most.as_f64()?;
        let at = place(pointer);
        is_empty.then(|| {
            (format!("no {what} at {at} is at least {least} and at most {most}{unit}"), [low, high])
        })
    })
}

/// An error that names the keywords behind its sentence.
pub(super) fn named(pointer: &str, message: &str, keywords: &[&str]) -> Error {
    Error::new(Stage::Plan, format!("{message} ({})", quoted(keywords)))
        .at(pointer)
        .with_keyword(keywords.join(", "))
}

/// Keywords as a sentence lists them.
pub(super) fn quoted(keywords: &[&str]) -> String {
    keywords.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

fn place(pointer: &str) -> String {
    if pointer.is_empty() { "the root".to_owned() } else { format!("`{pointer}`") }
}

/// Whether every value needs another one, without end.
pub(crate) fn has_circle(contract: &Contract) -> bool {
    find_circle(contract.schema()).is_some()
}

/// A circle of required properties: each schema on it always holds the next.
fn find_circle(document: &Value) -> Option<Vec<String>> {
    let mut path = Vec::new();
    walk(document, "", &mut path, &mut Vec::new())
}

fn walk(
    document: &Value,
    pointer: &str,
    path: &mut Vec<String>,
    done: &mut Vec<String>,
) -> Option<Vec<String>> {
    if let Some(start) = path.iter().position(|known| known == pointer) {
        let mut circle: Vec<String> =
            path[start..].iter().filter(|at| is_named(at)).cloned().collect();
        let first = circle.first()?.clone();
        circle.push(first);
        return Some(circle);
    }
    if done.iter().any(|known| known == pointer) {
        return None;
    }
    path.push(pointer.to_owned());
    for next in always_below(document, pointer) {
        if let Some(circle) = walk(document, &next, path, done) {
            return Some(circle);
        }
    }
    path.pop();
    done.push(pointer.to_owned());
    None
}

/// The schemas of which every value of the schema at `pointer` holds one.
fn always_below(document: &Value, pointer: &str) -> Vec<String> {
    let Some(Value::Object(schema)) = schema_at(document, pointer) else { return Vec::new() };
    let mut below: Vec<String> = Vec::new();
    below.extend(schema.get("$ref").and_then(Value::as_str).and_then(local_pointer));
    for key in ["allOf", "oneOf", "anyOf"] {
        if let Some(Value::Array(parts)) = schema.get(key) {
            // Of a choice only a lone branch is certain; of several the first stands for all.
            let certain = if key == "allOf" { parts.len() } else { 1.min(parts.len()) };
            below.extend((0..certain).map(|at| format!("{pointer}/{key}/{at}")));
        }
    }
    for name in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
        let Some(name) = name.as_str() else { continue };
        let at = format!("{pointer}/properties/{}", super::outline::escape(name));
        if schema_at(document, &at).is_some() {
            below.push(at);
        }
    }
    let least = schema.get("minItems").and_then(Value::as_u64).unwrap_or(0);
    if least > 0 {
        let prefix = schema.get("prefixItems").and_then(Value::as_array).map_or(0, Vec::len) as u64;
        below.extend((0..least.min(prefix)).map(|at| format!("{pointer}/prefixItems/{at}")));
        if least > prefix && schema.get("items").is_some_and(Value::is_object) {
            below.push(format!("{pointer}/items"));
        }
    }
    below
}

/// Whether a pointer names a type: the root or a definition.
fn is_named(pointer: &str) -> bool {
    let segments = pointer.matches('/').count();
    pointer.is_empty()
        || segments == 2 && (pointer.starts_with("/$defs/") || pointer.starts_with("/definitions/"))
}

fn name_of<'p>(pointer: &'p str, title: &'p str) -> &'p str {
    if pointer.is_empty() { title } else { pointer.rsplit('/').next().unwrap_or(pointer) }
}
