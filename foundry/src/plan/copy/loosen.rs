//! What the canonical form does not carry → schemas that admit more than is valid, whose values are judged when drawn.
//!
//! That is an excluded list or object, a condition that speaks of one, and `unevaluatedItems` beside a `contains` of another
//! part of the schema; and, where the form of the whole fails for it, `oneOf` whose branches speak of one.

use jsonschema::Draft;
use serde_json::{Map, Value, json};

use super::moved::Moved;
use super::unevaluated::widen;
use super::upright::find_upright;
use super::{PlanningCopy, UNEVALUATED_KEY, hint};
use crate::error::{Error, Stage};
use crate::parse::keywords::{anything, holds_values};

/// Each part is a branch that is planned by itself: more of them, of all `unevaluatedItems` of a document, take seconds.
const MAX_EVALUATED_PARTS: usize = 1_024;

/// The branches of one place are held against each other, so of one `unevaluatedItems` there may be fewer.
const MAX_PARTS_OF_ONE: usize = 256;

/// Each condition becomes a choice: more of them, or of `oneOf`, about lists and objects, take seconds.
const MAX_LOOSENED: usize = 4_096;

/// Loosens the schemas of a copy where nothing turns their meaning round.
pub(super) fn loosen(copy: &mut PlanningCopy, draft: Draft) -> Result<(), Error> {
    // What stands in a condition that is loosened may be loosened after it.
    while loosen_conditions(copy)? {}
    let knows_unevaluated = !matches!(draft, Draft::Draft4 | Draft::Draft6 | Draft::Draft7);
    let is_sought = |map: &Map<String, Value>| {
        map.iter().any(|(key, value)| match key.as_str() {
            "not" => excludes_a_container(value),
            "unevaluatedItems" => knows_unevaluated,
            _ => false,
        })
    };
    // Hardly any document has one.
    if !holds(&copy.schema, &is_sought) {
        return Ok(());
    }
    let (mut all, mut parts) = (Vec::new(), 0);
    for pointer in find_upright(&copy.schema, is_sought) {
        let widened = knows_unevaluated.then(|| widen(&copy.schema, &pointer, draft)).flatten();
        let more = widened.as_ref().map_or(0, |widened| widened.parts);
        parts += more;
        for (count, most) in [(more, MAX_PARTS_OF_ONE), (parts, MAX_EVALUATED_PARTS)] {
            if count > most {
                return Err(too_many_parts(&copy.written_at(&pointer), most));
            }
        }
        all.push((pointer, widened));
    }
    let mut moved = Moved::default();
    for (pointer, widened) in all {
        let Some(Value::Object(map)) = copy.schema.pointer_mut(&pointer) else { continue };
        let is_excluding = map.get("not").is_some_and(excludes_a_container);
        if is_excluding {
            map.remove("not");
        }
        if is_excluding || widened.is_some() {
            hint(map, "judged");
        }
        if let Some(widened) = widened {
            let before = format!("{pointer}/unevaluatedItems");
            let now = format!("{pointer}/{UNEVALUATED_KEY}");
            let written = copy.written_at(&before).into_owned();
            copy.made.insert(format!("{pointer}/{}", widened.keyword), written.clone());
            copy.moved.insert(now.clone(), written);
            moved.insert(before, now);
            let Some(Value::Object(map)) = copy.schema.pointer_mut(&pointer) else { continue };
            widened.write(map);
        }
    }
    if !moved.is_empty() {
        moved.redirect(&mut copy.schema);
    }
    Ok(())
}

fn too_many_parts(pointer: &str, most: usize) -> Error {
    Error::new(
        Stage::Plan,
        format!("more than {most} parts say what `unevaluatedItems` leaves over"),
    )
    .at(format!("{pointer}/unevaluatedItems"))
    .with_keyword("unevaluatedItems")
    .with_help("say what the elements are by `items` in its place, or by fewer parts")
}

/// Makes `anyOf: [{allOf: [S, T]}, E]` of `if: S, then: T, else: E` where `S` is about a list or an object, which the form
/// cannot exclude for `E`, or where `T` or `E` exclude one; whether there was one.
fn loosen_conditions(copy: &mut PlanningCopy) -> Result<bool, Error> {
    let names_a_container = |map: &Map<String, Value>| is_about_a_container(map);
    let excludes = |map: &Map<String, Value>| map.get("not").is_some_and(excludes_a_container);
    let is_sought = |map: &Map<String, Value>| {
        let Some(condition) = map.get("if") else { return false };
        let mut sides = ["then", "else"].iter().filter_map(|side| map.get(*side));
        holds(condition, &names_a_container) || sides.any(|side| holds(side, &excludes))
    };
    // The first question is quick, and mostly answered with no.
    if !holds(&copy.schema, &names_a_container) || !holds(&copy.schema, &is_sought) {
        return Ok(false);
    }
    let upright = find_upright(&copy.schema, is_sought);
    refuse_many(copy, &upright, "if", "conditions")?;
    let mut moves = Moves::default();
    for pointer in upright {
        let Some(Value::Object(map)) = copy.schema.pointer_mut(&pointer) else { continue };
        let mut take = |keyword: &str| map.remove(keyword).unwrap_or_else(anything);
        let (condition, then, otherwise) = (take("if"), take("then"), take("else"));
        let choice = json!({ "anyOf": [{ "allOf": [condition, then] }, otherwise] });
        let Some(at) = add_part(map, choice) else { continue };
        hint(map, "judged");
        let now = format!("{pointer}/allOf/{at}");
        for (below, keyword) in [("0/allOf/0", "if"), ("0/allOf/1", "then"), ("1", "else")] {
            moves.note(copy, format!("{pointer}/{keyword}"), format!("{now}/anyOf/{below}"));
        }
        let of = copy.written_at(&format!("{pointer}/if")).into_owned();
        copy.made.insert(now, of);
    }
    Ok(moves.carry_out(copy))
}

/// Makes `anyOf` of `oneOf` where a branch speaks of a list or an object, which the form cannot exclude for the others;
/// whether there was one.
pub(super) fn loosen_alternatives(copy: &mut PlanningCopy) -> Result<bool, Error> {
    let is_sought = |map: &Map<String, Value>| {
        map.get("oneOf").is_some_and(|branches| holds(branches, &is_about_a_container))
    };
    let mut is_looser = false;
    // What stands in a branch is upright after it.
    while holds(&copy.schema, &is_sought) {
        let upright = find_upright(&copy.schema, is_sought);
        refuse_many(copy, &upright, "oneOf", "alternatives")?;
        let mut moves = Moves::default();
        for pointer in upright {
            let Some(Value::Object(map)) = copy.schema.pointer_mut(&pointer) else { continue };
            let Some(branches) = map.remove("oneOf") else { continue };
            // Of one branch, both mean the same.
            let is_judged = branches.as_array().is_some_and(|branches| branches.len() > 1);
            let Some(at) = add_part(map, json!({ "anyOf": branches })) else { continue };
            if is_judged {
                hint(map, "judged");
            }
            let now = format!("{pointer}/allOf/{at}/anyOf");
            moves.note(copy, format!("{pointer}/oneOf"), now);
        }
        if !moves.carry_out(copy) {
            break;
        }
        is_looser = true;
    }
    Ok(is_looser)
}

/// Adds a part to `allOf`, and says which one it is.
fn add_part(map: &mut Map<String, Value>, part: Value) -> Option<usize> {
    let parts = map.entry("allOf").or_insert_with(|| Value::Array(Vec::new())).as_array_mut()?;
    parts.push(part);
    Some(parts.len() - 1)
}

fn refuse_many(
    copy: &PlanningCopy,
    pointers: &[String],
    keyword: &str,
    what: &str,
) -> Result<(), Error> {
    let Some(beyond) = pointers.get(MAX_LOOSENED) else { return Ok(()) };
    let told = format!("more than {MAX_LOOSENED} {what} speak of a list or an object");
    Err(Error::new(Stage::Plan, told)
        .at(format!("{}/{keyword}", copy.written_at(beyond)))
        .with_keyword(keyword)
        .with_help(format!("let {what} speak of numbers or texts, or split the schema")))
}

/// Where schemas of a copy are moved to, in one go.
#[derive(Default)]
struct Moves {
    moved: Moved,
    written: Vec<(String, String)>,
}

impl Moves {
    fn note(&mut self, copy: &PlanningCopy, before: String, now: String) {
        self.written.push((now.clone(), copy.written_at(&before).into_owned()));
        self.moved.insert(before, now);
    }

    /// Leads references to where the schemas stand now; whether there are any.
    fn carry_out(self, copy: &mut PlanningCopy) -> bool {
        self.moved.redirect(&mut copy.schema);
        for (now, before) in self.written {
            copy.moved.insert(now, before);
        }
        !self.moved.is_empty()
    }
}

fn holds(schema: &Value, is_sought: &impl Fn(&Map<String, Value>) -> bool) -> bool {
    match schema {
        Value::Array(items) => items.iter().any(|item| holds(item, is_sought)),
        Value::Object(map) => {
            is_sought(map)
                || map.iter().any(|(key, child)| !holds_values(key) && holds(child, is_sought))
        }
        _ => false,
    }
}

/// Whether a negated schema is a value, or a list of values, with a list or an object among them.
fn excludes_a_container(negated: &Value) -> bool {
    negated.as_object().is_some_and(|map| map.len() == 1 && is_about_a_container(map))
}

/// Whether a list or an object is among the values that a schema names.
fn is_about_a_container(map: &Map<String, Value>) -> bool {
    let is_container = |value: &Value| value.is_array() || value.is_object();
    // A look through a few keywords is faster than a lookup of each one.
    map.iter().any(|(key, value)| match (key.as_str(), value) {
        ("const", value) => is_container(value),
        ("enum", Value::Array(values)) => values.iter().any(is_container),
        _ => false,
    })
}
