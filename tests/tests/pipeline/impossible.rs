//! Contracts that no value satisfies, or no finite one.

use std::collections::{BTreeMap, BTreeSet};

use foundry::Foundry;
use serde::{Deserialize, Serialize};

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
