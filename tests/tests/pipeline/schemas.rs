//! Schemas that do not compile, and schemas that cannot be planned.

use foundry::Foundry;
use serde::{Deserialize, Serialize};
use serde_json::json;

const BROKEN: &str = "(";

#[derive(Serialize, Deserialize, Foundry)]
struct BadPattern {
    #[schemars(regex(pattern = BROKEN))]
    code: String,
}

#[test]
fn a_pattern_by_expression_that_is_no_regex_is_named() {
    told!(BadPattern; "");
}

#[derive(Serialize, Deserialize, Foundry)]
struct BadType {
    #[schemars(extend("type" = "intger"))]
    count: u8,
}

#[test]
fn a_type_that_does_not_exist_is_named() {
    told!(BadType; "");
}

fn dangling(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({"$ref": "#/$defs/Nowhere"})
}

#[derive(Serialize, Deserialize, Foundry)]
struct Dangling {
    #[schemars(schema_with = "dangling")]
    value: u8,
}

#[test]
fn a_reference_that_leads_nowhere_is_named() {
    told!(Dangling; "");
}

fn remote(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({"$ref": "https://example.com/schema.json"})
}

#[derive(Serialize, Deserialize, Foundry)]
struct Remote {
    #[schemars(schema_with = "remote")]
    value: u8,
}

#[test]
fn a_reference_into_the_network_is_never_fetched() {
    told!(Remote; "");
}

#[derive(Serialize, Deserialize, Foundry)]
struct Encoded {
    #[schemars(extend("contentEncoding" = "base64"))]
    data: String,
}

#[test]
fn a_keyword_that_cannot_be_planned_is_named() {
    told!(Encoded; "");
}

fn panics(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    panic!("no schema today")
}

#[derive(Serialize, Deserialize, Foundry)]
struct Panics {
    #[schemars(schema_with = "panics")]
    value: u8,
}

#[test]
fn a_schema_function_that_panics_is_named() {
    told!(Panics; "");
}

#[test]
fn an_unknown_dialect_is_named() {
    let error = foundry::parse::parse(&json!({"$schema": "https://example.com/draft"})).err();
    crate::told::assert_told(&error.expect("an error"), &[""]);
}

#[test]
fn a_number_is_no_schema() {
    let error = foundry::parse::parse(&json!(7)).err();
    crate::told::assert_told(&error.expect("an error"), &[""]);
}

#[test]
fn a_document_of_impossible_bounds_is_named() {
    let document = json!({"type": "array", "minItems": 3, "maxItems": 2});
    let error = foundry::Pipeline::builder().schema(&document).build().err();
    crate::told::assert_told(&error.expect("an error"), &[""]);
}

#[derive(Serialize, Deserialize, Foundry)]
struct LooserThanItsType {
    #[schemars(with = "u64")]
    small: u8,
}

#[test]
fn a_schema_wider_than_what_serde_reads_is_named() {
    told!(LooserThanItsType; "");
}

#[derive(Clone, Serialize, Deserialize, Foundry)]
#[serde(try_from = "u8", into = "u8")]
struct Even(u8);

impl TryFrom<u8> for Even {
    type Error = String;

    fn try_from(value: u8) -> Result<Self, String> {
        if value % 2 == 0 { Ok(Self(value)) } else { Err(format!("{value} is odd")) }
    }
}

impl From<Even> for u8 {
    fn from(even: Even) -> Self {
        even.0
    }
}

#[derive(Serialize, Deserialize, Foundry)]
struct Pair {
    evens: Vec<Even>,
}

#[test]
fn a_conversion_that_refuses_is_named() {
    told!(Pair; "");
}

#[derive(Serialize, Deserialize, Foundry)]
struct WritesOther {
    #[serde(serialize_with = "write_text")]
    #[schemars(with = "u8")]
    value: u8,
}

fn write_text<S: serde::Serializer>(value: &u8, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&format!("<{value}>"))
}

#[test]
fn what_serde_writes_back_outside_the_contract_is_named() {
    told!(WritesOther; "");
}

#[derive(Serialize, Deserialize, Foundry)]
enum OnlyRead {
    #[serde(skip_serializing)]
    Secret,
    Open,
}

#[test]
fn what_serde_cannot_write_is_named() {
    told!(OnlyRead; "");
}
