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
    told!(Child; "");
}

#[derive(Serialize, Deserialize, Foundry)]
struct Name {
    #[schemars(length(min = 5), extend("pattern" = "^.{2,3}$"))]
    name: String,
}

#[test]
fn a_pattern_and_a_length_that_clash_are_named() {
    told!(Name; "");
}

#[derive(Serialize, Deserialize, Foundry)]
struct ShortId {
    #[schemars(length(max = 10))]
    id: uuid::Uuid,
}

#[test]
fn a_length_that_the_format_cannot_have_is_named() {
    told!(ShortId; "");
}

#[derive(Serialize, Deserialize, Foundry)]
struct ManyFlags {
    #[schemars(length(min = 3))]
    flags: BTreeSet<bool>,
}

#[test]
fn a_set_larger_than_its_domain_is_named() {
    told!(ManyFlags; "");
}

#[derive(Serialize, Deserialize, Foundry)]
struct ManyKeys {
    #[schemars(extend("minProperties" = 3))]
    flags: BTreeMap<bool, u8>,
}

#[test]
fn a_map_larger_than_its_domain_is_named() {
    told!(ManyKeys; "");
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
    told!(A; "");
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
    told!(Holder; "");
}

#[derive(Serialize, Deserialize, Foundry)]
struct Loop(Option<Box<Loop>>);

#[test]
fn a_reference_that_only_leads_back_is_refused() {
    told!(Loop; "");
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
    told!(Twice; "");
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "name")]
enum TagTwice {
    Of(Inner),
}

#[test]
fn a_tag_with_the_name_of_a_field_is_named() {
    told!(TagTwice; "");
}

#[derive(Serialize, Deserialize, Foundry)]
struct Payload {
    value: u8,
    more: Option<u8>,
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(untagged)]
enum Shadowing {
    Any(BTreeMap<String, u8>),
    Known(Payload),
}

#[test]
fn a_variant_in_the_shadow_of_an_earlier_one_is_named() {
    told!(Shadowing; "");
}

#[derive(Serialize, Deserialize, Foundry)]
struct Impossible {
    fine: u8,
    #[schemars(extend("not" = {"type": "object"}))]
    never: Option<Payload>,
}

#[test]
fn a_member_that_can_never_hold_a_value_is_named() {
    told!(Impossible; "");
}

#[derive(Serialize, Deserialize, Foundry)]
enum HalfImpossible {
    Fine,
    Never(Child),
}

#[test]
fn a_variant_without_a_value_is_named() {
    told!(HalfImpossible; "");
}
