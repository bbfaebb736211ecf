//! Contracts that no value satisfies, or no finite one.

use std::collections::{BTreeMap, BTreeSet};

use foundry::Foundry;
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Serialize, Deserialize, Foundry)]
struct Age(#[schemars(range(min = 18))] u8);

#[derive(Serialize, Deserialize, Foundry)]
struct Child {
    #[schemars(extend("maximum" = 10))]
    age: Age,
}

#[test]
fn bounds_of_two_types_that_clash_are_named() {
    told!(
        Child;
        "no value at `/properties/age` satisfies its keywords together (`minimum`, `maximum`)",
        "  type     pipeline::impossible::Child",
        "  stage    plan",
        "  pointer  /properties/age",
        "  keyword  minimum, maximum",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct Name {
    #[schemars(length(min = 5), extend("pattern" = "^.{2,3}$"))]
    name: String,
}

#[test]
fn a_pattern_and_a_length_that_clash_are_named() {
    told!(
        Name;
        "no value at `/properties/name` satisfies its keywords together (`minLength`, `pattern`)",
        "  type     pipeline::impossible::Name",
        "  stage    plan",
        "  pointer  /properties/name",
        "  keyword  minLength, pattern",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct ShortId {
    #[schemars(length(max = 10))]
    id: uuid::Uuid,
}

#[test]
fn a_length_that_the_format_cannot_have_is_named() {
    told!(
        ShortId;
        "no text of the format `uuid` at `/properties/id` is at most 10 characters long (`format`, `maxLength`)",
        "  type     pipeline::impossible::ShortId",
        "  stage    plan",
        "  pointer  /properties/id",
        "  keyword  format, maxLength",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct ManyFlags {
    #[schemars(length(min = 3))]
    flags: BTreeSet<bool>,
}

#[test]
fn a_set_larger_than_its_domain_is_named() {
    told!(
        ManyFlags;
        "no value at `/properties/flags` satisfies its keywords together (`items`, `minItems`, `uniqueItems`)",
        "  type     pipeline::impossible::ManyFlags",
        "  stage    plan",
        "  pointer  /properties/flags",
        "  keyword  items, minItems, uniqueItems",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct ManyKeys {
    #[schemars(extend("minProperties" = 3))]
    flags: BTreeMap<bool, u8>,
}

#[test]
fn a_map_larger_than_its_domain_is_named() {
    told!(
        ManyKeys;
        "no value at `/properties/flags` satisfies its keywords together (`additionalProperties`, `minProperties`)",
        "  type     pipeline::impossible::ManyKeys",
        "  stage    plan",
        "  pointer  /properties/flags",
        "  keyword  additionalProperties, minProperties",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct A {
    b: Box<B>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct B {
    a: Box<A>,
}

#[test]
fn a_circle_of_two_types_names_both() {
    told!(
        A;
        "no finite value at the root: every value needs another one (`A` → `B` → `A`)",
        "  type     pipeline::impossible::A",
        "  stage    plan",
        "  pointer  (root)",
        "  keyword  required",
        "  help     make one step optional: `Option<Box<…>>` or `Vec<…>` in the type, or not `required`",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct Holder {
    optional: Option<First>,
    ring: First,
}

#[derive(Serialize, Deserialize, Foundry)]
struct First {
    second: Box<Second>,
    free: u8,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Second {
    #[schemars(length(min = 1))]
    thirds: Vec<Third>,
}

#[derive(Serialize, Deserialize, Foundry)]
enum Third {
    Only(Box<First>),
}

#[test]
fn a_circle_through_lists_and_variants_names_every_step() {
    told!(
        Holder;
        "no finite value at `/$defs/First`: every value needs another one (`First` → `Second` → `Third` → `First`)",
        "  type     pipeline::impossible::Holder",
        "  stage    plan",
        "  pointer  /$defs/First",
        "  keyword  required",
        "  help     make one step optional: `Option<Box<…>>` or `Vec<…>` in the type, or not `required`",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct Loop(Option<Box<Loop>>);

#[test]
fn a_reference_that_only_leads_back_is_refused() {
    told!(
        Loop;
        "the reference `#/anyOf/0` leads back to itself and means nothing",
        "  type     pipeline::impossible::Loop",
        "  stage    plan",
        "  pointer  /anyOf/0",
        "  keyword  $ref",
        "  help     let the reference step into a property or an element",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct Inner {
    id: String,
    name: String,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Twice {
    id: u8,
    #[serde(flatten)]
    inner: Inner,
}

#[test]
fn one_name_in_two_flattened_structs_is_named() {
    told!(
        Twice;
        "`id` is required twice",
        "  type     pipeline::impossible::Twice",
        "  stage    parse",
        "  pointer  /required",
        "  keyword  required",
        "  help     two fields of one object are called `id`, maybe one through `#[serde(flatten)]`: rename one of them",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "name")]
enum TagTwice {
    Of(Inner),
}

#[test]
fn a_tag_with_the_name_of_a_field_is_named() {
    told!(
        TagTwice;
        "the tag `name` is also a member of what its variant holds",
        "  type     pipeline::impossible::TagTwice",
        "  stage    plan",
        "  pointer  /oneOf/0/properties/name",
        "  help     serde reads the name once: rename the tag of the enum, or the field",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct Payload {
    value: u8,
    more: u8,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(untagged)]
enum Shadowing {
    Any(BTreeMap<String, u8>),
    Known(Payload),
}

#[test]
fn a_variant_in_the_shadow_of_an_earlier_one_is_named() {
    told!(
        Shadowing;
        "the untagged variant `Known` is unreachable: serde reads each of its values as `Any`",
        "  type     pipeline::impossible::Shadowing",
        "  stage    plan",
        "  pointer  /anyOf/1",
        "  keyword  anyOf",
        "  help     put `Known` in front of `Any`",
        "  help     or leave it out of the data: `#[foundry(skip)]` on the variant",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct Impossible {
    fine: u8,
    #[schemars(extend("not" = {"type": "object"}))]
    never: Option<Payload>,
}

#[test]
fn a_member_that_can_never_hold_a_value_is_named() {
    told!(
        Impossible;
        "no value is valid for branch 0 of `anyOf`",
        "  type     pipeline::impossible::Impossible",
        "  stage    plan",
        "  pointer  /properties/never/anyOf/0",
        "  keyword  anyOf",
        "  help     widen what the contract allows there, or leave the branch out",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
enum HalfImpossible {
    Fine,
    Never(Child),
}

#[test]
fn a_variant_without_a_value_is_named() {
    told!(
        HalfImpossible;
        "no value at `/$defs/Child/properties/age` satisfies its keywords together (`minimum`, `maximum`)",
        "  type     pipeline::impossible::HalfImpossible",
        "  stage    plan",
        "  pointer  /$defs/Child/properties/age",
        "  keyword  minimum, maximum",
    );
}

const LEAST: u8 = 18;
const MOST: u8 = 10;

#[derive(Serialize, Deserialize, Foundry)]
struct Person {
    #[schemars(range(min = LEAST, max = MOST))]
    age: u8,
}

#[test]
fn bounds_that_only_the_program_knows_are_named() {
    assert_eq!(
        crate::told::error_of::<Person>().to_string(),
        "no integer at `/properties/age` is at least 18 and at most 10 (`minimum`, `maximum`)"
    );
}

#[test]
fn a_pattern_that_is_too_large_is_named_with_its_place() {
    let schema = serde_json::json!({
        "type": "object",
        "properties": { "name": { "type": "string", "pattern": "^[\\p{L}\\p{M} .'-]{1,255}$" } },
    });
    let error = foundry::Pipeline::builder().schema(&schema).build().err().expect("too large");
    assert_eq!(error.message(), "cannot plan the pattern `^[\\p{L}\\p{M} .'-]{1,255}$`");
    assert_eq!(error.pointer(), Some("/properties/name/pattern"));
    assert_eq!(error.keyword(), Some("pattern"));
    assert!(error.to_string().ends_with("bytes once it is compiled"), "{error}");
    assert!(!error.is_unsatisfiable());
}

/// The error for a document that cannot be planned.
fn refused(schema: &serde_json::Value) -> foundry::Error {
    let built = foundry::Pipeline::builder().schema(schema).build();
    built.err().unwrap_or_else(|| panic!("{schema} is planned"))
}

fn rows(schema: &serde_json::Value) -> Vec<serde_json::Value> {
    let pipeline = foundry::Pipeline::builder().schema(schema).build();
    let pipeline = pipeline.unwrap_or_else(|error| panic!("{schema}: {}", error.report()));
    pipeline
        .generate(7, 200)
        .unwrap_or_else(|error| panic!("{}", error.report()))
        .values()
        .collect()
}

const DRAFT_6: &str = "http://json-schema.org/draft-06/schema#";
const DRAFT_7: &str = "http://json-schema.org/draft-07/schema#";

#[test]
fn a_format_that_no_text_of_the_pattern_has_is_no_value() {
    for (schema, keyword) in [
        (json!({"type": "string", "format": "date", "pattern": "^[a-z]+$"}), "format, pattern"),
        // Of two texts each is looked at.
        (
            json!({"type": "string", "format": "date", "pattern": "^(0001|9999)-02-30$"}),
            "format, pattern",
        ),
        (
            json!({"type": "string", "format": "date", "allOf": [{"pattern": "x"}]}),
            "format, pattern",
        ),
        (json!({"type": "string", "allOf": [{"format": "date"}, {"format": "ipv4"}]}), "format"),
        (
            json!({"$schema": DRAFT_7, "type": "string", "contentEncoding": "base64", "minLength": 5, "maxLength": 7}),
            "contentEncoding, minLength, maxLength",
        ),
        (
            json!({"$schema": DRAFT_7, "type": "string", "contentEncoding": "base64", "pattern": "-"}),
            "contentEncoding, pattern",
        ),
        (
            json!({"$schema": DRAFT_7, "type": "string", "contentEncoding": "base64", "contentMediaType": "application/json", "maxLength": 3}),
            "contentEncoding, contentMediaType, maxLength",
        ),
        (
            json!({"$schema": DRAFT_7, "type": "string", "contentEncoding": "base64", "contentMediaType": "application/json", "maxLength": 0}),
            "contentEncoding, contentMediaType, maxLength",
        ),
        (
            json!({"$schema": DRAFT_6, "contentEncoding": "base64", "contentMediaType": "application/json", "enum": ["", "aGk="]}),
            "contentEncoding, contentMediaType, enum",
        ),
    ] {
        let error = refused(&schema);
        assert!(error.is_unsatisfiable(), "{schema}: {error}");
        let told: Vec<&str> = error.keyword().unwrap_or_default().split(", ").collect();
        let (mut told, mut expected) = (told, keyword.split(", ").collect::<Vec<_>>());
        told.sort_unstable();
        expected.sort_unstable();
        assert_eq!(told, expected, "{schema}: {error}");
    }
}

#[test]
fn a_format_of_which_no_text_is_found_is_refused_before_the_first_row() {
    let error = refused(&json!({"type": "string", "format": "regex", "pattern": r"^\(+$"}));
    assert!(!error.is_unsatisfiable());
    assert_eq!(
        error.to_string(),
        "cannot plan a text that `format`, `pattern` admit together: none was found"
    );
    assert_eq!((error.pointer(), error.keyword()), (Some(""), Some("format, pattern")));
}

#[test]
fn the_few_texts_of_a_pattern_that_have_its_format_are_drawn() {
    let schema = json!({"type": "string", "format": "date", "pattern": "^(20[0-9]{2})-02-29$"});
    let dates = rows(&schema);
    assert!(dates.iter().any(|date| *date != dates[0]), "{dates:?}");
    let one = json!({"type": "string", "format": "date", "pattern": "^20(23|24)-02-(29|30|31)$"});
    assert!(rows(&one).iter().all(|date| date == "2024-02-29"));
    let both = json!({"type": "string", "allOf": [{"format": "hostname"}, {"format": "ipv4"}]});
    assert!(
        rows(&both).iter().all(|host| host
            .as_str()
            .is_some_and(|host| host.parse::<std::net::Ipv4Addr>().is_ok()))
    );
}

#[test]
fn encoded_texts_keep_to_lengths_and_patterns() {
    for (encoding, more) in [
        ("base64", json!({"minLength": 5, "maxLength": 9})),
        ("base64", json!({"pattern": "^abc"})),
        ("base64url", json!({"minLength": 1})),
        ("base32", json!({"minLength": 1, "maxLength": 16})),
        ("base32hex", json!({"pattern": "^V"})),
        ("base16", json!({"maxLength": 5, "minLength": 1})),
    ] {
        let mut schema = json!({"$schema": DRAFT_7, "type": "string", "contentEncoding": encoding});
        schema.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let texts = rows(&schema);
        assert!(texts.iter().any(|text| *text != texts[0]), "{schema}");
    }
    let json = json!({"$schema": DRAFT_7, "type": "string", "contentMediaType": "application/json", "minLength": 40});
    assert!(rows(&json).iter().all(|text| text.as_str().unwrap().chars().count() >= 40));
}

#[test]
fn two_parts_that_exclude_each_other_are_both_named_at_the_deepest_place() {
    for (schema, sentence, pointer, keyword) in [
        (
            json!({"type": "object", "allOf": [
                {"required": ["a"], "properties": {"a": {"const": 1}}},
                {"required": ["a"], "properties": {"a": {"const": 2}}},
            ]}),
            "no value satisfies `/allOf/0/properties/a/const` and `/allOf/1/properties/a/const` together (`const`)",
            "/allOf/0/properties/a",
            "const",
        ),
        (
            json!({"allOf": [{"$ref": "#/$defs/x"}, {"$ref": "#/$defs/y"}], "$defs": {
                "x": {"type": "object", "required": ["a"], "properties": {"a": {
                    "type": "object", "required": ["b"], "properties": {"b": {"type": "integer", "minimum": 5}},
                }}},
                "y": {"properties": {"a": {"properties": {"b": {"maximum": 3}}}}},
            }}),
            "no value satisfies `/$defs/x/properties/a/properties/b/minimum` and `/$defs/y/properties/a/properties/b/maximum` together (`minimum`, `maximum`)",
            "/$defs/x/properties/a/properties/b",
            "minimum, maximum",
        ),
        (
            json!({"type": "array", "minItems": 1, "items": {"type": "string"}, "allOf": [{"items": {"type": "integer"}}]}),
            "no value satisfies `/items/type` and `/allOf/0/items/type` together (`type`)",
            "/items",
            "type",
        ),
        (
            json!({"type": "string", "allOf": [{"pattern": "^a"}, {"pattern": "^b"}]}),
            "no value satisfies `/allOf/0/pattern` and `/allOf/1/pattern` together (`pattern`)",
            "/allOf/0",
            "pattern",
        ),
        (
            json!({"type": "string", "allOf": [{"format": "date"}, {"format": "ipv4"}]}),
            "no value satisfies `/allOf/0/format` and `/allOf/1/format` together (`format`)",
            "/allOf/0",
            "format",
        ),
    ] {
        let error = refused(&schema);
        assert_eq!(error.to_string(), sentence);
        assert_eq!((error.pointer(), error.keyword()), (Some(pointer), Some(keyword)), "{schema}");
        assert!(error.is_unsatisfiable());
    }
}

#[test]
fn few_values_that_are_all_excluded_are_no_value() {
    for (schema, keyword) in [
        (json!({"enum": [[1]], "not": {"const": [1]}}), "enum, not"),
        (json!({"type": "array", "maxItems": 0, "not": {"const": []}}), "maxItems, not"),
        (
            json!({"type": "array", "maxItems": 1, "items": {"type": "boolean"}, "not": {"enum": [[], [true], [false]]}}),
            "maxItems, items, not",
        ),
    ] {
        let error = refused(&schema);
        assert!(error.is_unsatisfiable(), "{schema}: {error}");
        assert_eq!((error.pointer(), error.keyword()), (Some(""), Some(keyword)), "{schema}");
    }
    let one = json!({"type": "array", "maxItems": 1, "items": {"type": "boolean"}, "not": {"enum": [[], [true]]}});
    assert!(rows(&one).iter().all(|row| *row == json!([false])));
}

#[test]
fn only_texts_with_the_content_are_drawn_of_a_list() {
    let schema = json!({"$schema": DRAFT_7, "contentEncoding": "base64", "contentMediaType": "application/json", "enum": ["", "aGk=", "e30=", "MQ=="]});
    let drawn = rows(&schema);
    for text in ["e30=", "MQ=="] {
        assert!(drawn.iter().any(|row| row == text), "{text}");
    }
    assert!(drawn.iter().all(|row| row == "e30=" || row == "MQ=="));
}

#[test]
fn a_clash_of_elements_that_nobody_evaluates_names_the_keyword_that_was_written() {
    let error = refused(&json!({
        "$schema": "https://json-schema.org/draft/2019-09/schema", "type": "array",
        "allOf": [{"contains": {"type": "integer"}}], "unevaluatedItems": {"type": "string"},
    }));
    assert!(error.is_unsatisfiable(), "{error}");
    assert_eq!(error.keyword(), Some("unevaluatedItems, contains"), "{error}");
}

#[test]
fn more_elements_than_a_contains_admits_are_no_list() {
    let error = refused(&json!({
        "type": "array", "items": {"const": 1}, "contains": {"const": 1}, "maxContains": 2, "minItems": 3,
    }));
    assert!(error.is_unsatisfiable(), "{error}");
    assert_eq!(error.keyword(), Some("items, contains, maxContains, minItems"), "{error}");
}

#[test]
fn a_schema_that_is_false_is_told_as_it_stands() {
    let error = refused(&json!(false));
    assert!(error.is_unsatisfiable());
    assert_eq!(error.to_string(), "no value at the root satisfies the schema `false`");
}
