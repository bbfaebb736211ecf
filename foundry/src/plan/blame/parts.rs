//! A place where several schemas meet and leave no value → the deepest place below it where they do, and the two
//! keywords that exclude each other there.

use serde_json::{Map, Value, json};

use super::quoted;
use crate::error::{Error, Stage};
use crate::generators::format::frame_of;
use crate::generators::pattern::{Pattern, PatternError};
use crate::parse::Contract;
use crate::parse::keywords::speaking;
use crate::parse::references::schema_at;
use crate::plan::copy::written_keyword;
use crate::plan::form::admits_nothing;
use crate::plan::outline::{Outline, Place, PlaceId, Step};

/// So many keywords of one place are held against each other.
const MAX_COMPARED: usize = 48;

/// So many elements of a list are looked at.
const MAX_ELEMENTS: u64 = 8;

/// Where the schema stands whose form is asked for.
const ASKED_KEY: &str = "x-foundry-asked";

/// Keywords of which the parts are looked at, and not the whole.
const JOINING: [&str; 3] = ["$ref", "allOf", "properties"];

/// The two keywords that leave no value at `pointer`, or at a member or element that every value has there; `None`
/// where no two exclude each other.
pub(super) fn find_clash_of_two(contract: &Contract, copy: &Value, pointer: &str) -> Option<Error> {
    let outline = Outline::draw(copy, contract.attachments(), None).ok()?;
    let asker = Asker { contract, copy, outline: &outline };
    let mut id = outline.starting_at(pointer)?;
    let mut passed = vec![id];
    while let Some(next) = asker.empty_child(id).filter(|next| !passed.contains(next)) {
        passed.push(next);
        id = next;
    }
    asker.find_two(outline.get(id))
}

/// Whether the schemas that meet at `pointer` say all of these keywords.
pub(super) fn are_said(contract: &Contract, copy: &Value, pointer: &str, keywords: &str) -> bool {
    let Ok(outline) = Outline::draw(copy, contract.attachments(), None) else { return false };
    let Some(id) = outline.starting_at(pointer) else { return false };
    let place = outline.get(id);
    let said = |pointer: &str, keyword: &str| {
        // What the copy leaves out stands in the original.
        schema_at(contract.schema(), pointer).is_some_and(|schema| schema.get(keyword).is_some())
    };
    let is_said = |keyword| place.firm().any(|conjunct| said(&conjunct.pointer, keyword));
    keywords.split(", ").all(is_said)
}

struct Asker<'a> {
    contract: &'a Contract,
    copy: &'a Value,
    outline: &'a Outline<'a>,
}

impl Asker<'_> {
    /// A child that every value of the place has, and for which there is no value.
    fn empty_child(&self, id: PlaceId) -> Option<PlaceId> {
        let place = self.outline.get(id);
        let firm = || place.firm().map(|conjunct| conjunct.schema);
        let names = firm().filter_map(|schema| schema.get("required")?.as_array()).flatten();
        let members = names.filter_map(Value::as_str).map(Step::Member);
        let least = firm().filter_map(|schema| schema.get("minItems")?.as_u64()).max();
        let elements = 0..least.unwrap_or(0).min(MAX_ELEMENTS);
        let elements = elements.filter_map(|at| usize::try_from(at).ok()).map(Step::Element);
        let mut children = members.chain(elements).filter_map(|step| self.outline.child(id, step));
        children.find(|child| {
            let seeds = &self.outline.get(*child).seeds;
            let schemas: Vec<Value> =
                seeds.iter().filter_map(|seed| schema_at(self.copy, seed).cloned()).collect();
            self.is_empty(json!({ "allOf": schemas }))
        })
    }

    /// The two keywords of different schemas of the place that exclude each other.
    fn find_two(&self, place: &Place<'_>) -> Option<Error> {
        let mut said: Vec<(&str, &str, Value)> = Vec::new();
        for conjunct in place.firm() {
            for keyword in speaking(conjunct.schema) {
                if !JOINING.contains(&keyword) {
                    said.push((&conjunct.pointer, keyword, alone(conjunct.schema, keyword)));
                }
            }
        }
        said.truncate(MAX_COMPARED);
        // Bounds exclude each other only where there is nothing but numbers.
        let types = said.iter().filter(|(_, keyword, _)| *keyword == "type");
        let types: Vec<Value> = types.map(|(_, _, schema)| schema.clone()).collect();
        let has_types = !types.is_empty() && !self.is_empty(json!({ "allOf": types }));
        self.find_two_of(&said, &[]).or_else(|| {
            let found = has_types.then(|| self.find_two_of(&said, &types));
            found.flatten()
        })
    }

    /// The same among what is `said`, where `besides` holds too.
    fn find_two_of(&self, said: &[(&str, &str, Value)], besides: &[Value]) -> Option<Error> {
        for (at, (pointer, keyword, schema)) in said.iter().enumerate() {
            for (other_pointer, other_keyword, other) in &said[..at] {
                if pointer != other_pointer && self.exclude_each_other(schema, other, besides) {
                    let other = (*other_pointer, self.written(other_pointer, other_keyword));
                    return Some(told(other, (pointer, self.written(pointer, keyword))));
                }
            }
        }
        None
    }

    fn written<'k>(&self, pointer: &str, keyword: &'k str) -> &'k str {
        let schema = schema_at(self.copy, pointer).and_then(Value::as_object);
        schema.map_or(keyword, |schema| written_keyword(schema, keyword))
    }

    fn exclude_each_other(&self, one: &Value, other: &Value, besides: &[Value]) -> bool {
        if let (Some(one), Some(other)) = (pattern_of(one), pattern_of(other)) {
            let both = Pattern::compile(&[one, other], &[], 0, None);
            return matches!(both, Err(PatternError::Empty { .. }));
        }
        let mut all = vec![one.clone(), other.clone()];
        all.extend_from_slice(besides);
        self.is_empty(json!({ "allOf": all }))
    }

    /// Whether it is certain that a schema has no value.
    fn is_empty(&self, schema: Value) -> bool {
        let mut document = self.copy.clone();
        let Value::Object(root) = &mut document else { return false };
        root.insert(ASKED_KEY.to_owned(), schema);
        let Ok(prepared) = crate::plan::prepare(self.contract, &document) else { return false };
        let form = prepared.canonicalize_at(&format!("/{ASKED_KEY}"));
        form.is_ok_and(|form| admits_nothing(&form))
    }
}

/// What a schema says by one keyword, and by those that it is nothing without.
fn alone(schema: &Map<String, Value>, keyword: &str) -> Value {
    const BESIDE: [(&str, &[&str]); 5] = [
        ("additionalProperties", &["properties", "patternProperties"]),
        ("items", &["prefixItems"]),
        ("additionalItems", &["items"]),
        ("contains", &["minContains", "maxContains"]),
        ("if", &["then", "else"]),
    ];
    let beside = BESIDE.iter().find(|(key, _)| *key == keyword).map_or(&[][..], |(_, keys)| keys);
    let keys = std::iter::once(&keyword).chain(beside);
    let said = keys.filter_map(|key| Some(((*key).to_owned(), schema.get(*key)?.clone())));
    Value::Object(said.collect())
}

/// A pattern that all texts of the schema match.
fn pattern_of(schema: &Value) -> Option<String> {
    let text = |keyword: &str| schema.get(keyword).and_then(Value::as_str);
    text("pattern").or_else(|| frame_of(text("format")?)).map(str::to_owned)
}

fn told(one: (&str, &str), other: (&str, &str)) -> Error {
    let place = |(pointer, keyword): (&str, &str)| format!("`{pointer}/{keyword}`");
    let keywords = if one.1 == other.1 { vec![one.1] } else { vec![one.1, other.1] };
    Error::new(
        Stage::Plan,
        format!(
            "no value satisfies {} and {} together ({})",
            place(one),
            place(other),
            quoted(&keywords)
        ),
    )
    .at(one.0)
    .with_keyword(keywords.join(", "))
}
