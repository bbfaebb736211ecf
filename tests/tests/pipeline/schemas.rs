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
    told!(
        BadPattern;
        "the pattern `(` is not a valid regex: unclosed group",
        "  type     pipeline::schemas::BadPattern",
        "  stage    parse",
        "  pointer  /properties/code/pattern",
        "  keyword  pattern",
        "  help     write it in the dialect of JSON Schema, ECMA-262 with the flag `u`",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct BadType {
    #[schemars(extend("type" = "intger"))]
    count: u8,
}

#[test]
fn a_type_that_does_not_exist_is_named() {
    told!(
        BadType;
        "`intger` is not a type of JSON Schema",
        "  type     pipeline::schemas::BadType",
        "  stage    parse",
        "  pointer  /properties/count/type",
        "  keyword  type",
        "  help     the types are: array, boolean, integer, null, number, object, string",
    );
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
    told!(
        Dangling;
        "the reference `#/$defs/Nowhere` leads nowhere",
        "  type     pipeline::schemas::Dangling",
        "  stage    parse",
        "  pointer  /properties/value/$ref",
        "  keyword  $ref",
        "  help     put the schema it names under `$defs`",
    );
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
    told!(
        Remote;
        "the reference `https://example.com/schema.json` leads out of the document, and nothing is fetched",
        "  type     pipeline::schemas::Remote",
        "  stage    parse",
        "  pointer  /properties/value/$ref",
        "  keyword  $ref",
        "  help     copy the schema it names into `$defs`, and refer to it there",
    );
}

fn excluding(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({"type": "array", "if": {"const": [7]}, "then": false})
}

#[derive(Serialize, Deserialize, Foundry)]
struct Excluding {
    #[schemars(schema_with = "excluding")]
    list: Vec<u8>,
}

#[test]
fn a_keyword_that_cannot_be_planned_is_named() {
    told!(
        Excluding;
        "cannot plan a combination of keywords that has no canonical form",
        "  type     pipeline::schemas::Excluding",
        "  stage    plan",
        "  pointer  /properties/list",
        "  keyword  type, if, then",
        "  help     write the schema of this place without it, or give its values: `\"x-foundry\": {\"values\": […]}`",
    );
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
    told!(
        Panics;
        "the schema could not be written: a function for it panicked: no schema today",
        "  type     pipeline::schemas::Panics",
        "  stage    parse",
        "  pointer  (root)",
    );
}

#[test]
fn an_unknown_dialect_is_named() {
    let error = foundry::parse::parse(&json!({"$schema": "https://example.com/draft"})).err();
    crate::told::assert_told(
        &error.expect("an error"),
        &[
            "the dialect `https://example.com/draft` is not known",
            "  stage    parse",
            "  pointer  /$schema",
            "  keyword  $schema",
            "  help     the dialects of JSON Schema that are known are draft 4, 6, 7, 2019-09 and 2020-12",
            "  help     a dialect of your own is known once its meta-schema is handed over: \
             `document(\"https://example.com/draft\", &schema)`",
        ],
    );
}

#[test]
fn a_number_is_no_schema() {
    let error = foundry::parse::parse(&json!(7)).err();
    crate::told::assert_told(
        &error.expect("an error"),
        &[
            "a schema is an object or a boolean",
            "  stage    parse",
            "  pointer  (root)",
            "  value    7",
        ],
    );
}

#[test]
fn a_document_of_impossible_bounds_is_named() {
    let document = json!({"type": "array", "minItems": 3, "maxItems": 2});
    let error = foundry::Pipeline::builder().schema(&document).build().err();
    crate::told::assert_told(
        &error.expect("an error"),
        &[
            "no list at the root is at least 3 and at most 2 elements long (`minItems`, `maxItems`)",
            "  stage    plan",
            "  pointer  (root)",
            "  keyword  minItems, maxItems",
        ],
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct LooserThanItsType {
    #[schemars(with = "u64")]
    small: u8,
}

#[test]
fn a_schema_wider_than_what_serde_reads_is_named() {
    told!(
        LooserThanItsType;
        "serde does not read the drawn value: invalid value: integer `4715`, expected u8",
        "  type     pipeline::schemas::LooserThanItsType",
        "  seed     42",
        "  row      3",
        "  stage    validate",
        "  pointer  /small",
        "  value    4715",
        "  help     say in the schema what serde demands: `#[schemars(range(…), length(…), regex(…))]`, or draw the field yourself: `#[foundry(with = …)]`",
        "  replay   let row = LooserThanItsType::foundry_row(42, 3);",
    );
}

#[derive(Clone, Serialize, Deserialize, Foundry)]
#[serde(try_from = "u8", into = "u8")]
struct Even(u8);

impl TryFrom<u8> for Even {
    type Error = String;

    fn try_from(value: u8) -> Result<Self, String> {
        if value.is_multiple_of(2) { Ok(Self(value)) } else { Err(format!("{value} is odd")) }
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
    told!(
        Pair;
        "serde does not read the drawn value: 191 is odd",
        "  type     pipeline::schemas::Pair",
        "  seed     42",
        "  row      1",
        "  stage    validate",
        "  pointer  /evens/1",
        "  value    191",
        "  help     say in the schema what serde demands: `#[schemars(range(…), length(…), regex(…))]`, or draw the field yourself: `#[foundry(with = …)]`",
        "  replay   let row = Pair::foundry_row(42, 1);",
    );
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
    told!(
        WritesOther;
        "what serde writes back is outside the contract: \"<100>\" is not of type \"integer\"",
        "  type     pipeline::schemas::WritesOther",
        "  seed     42",
        "  row      0",
        "  stage    validate",
        "  pointer  /value",
        "  keyword  type",
        "  value    \"<100>\"",
        "  help     let `Serialize` write what the schema says: `#[schemars(with = …)]`",
        "  replay   let row = WritesOther::foundry_row(42, 0);",
    );
}

#[derive(Serialize, Deserialize, Foundry)]
enum OnlyRead {
    #[serde(skip_serializing)]
    Secret,
    Open,
}

#[test]
fn what_serde_cannot_write_is_named() {
    told!(
        OnlyRead;
        "serde does not write the value back: the enum variant OnlyRead::Secret cannot be serialized",
        "  type     pipeline::schemas::OnlyRead",
        "  seed     42",
        "  row      0",
        "  stage    validate",
        "  pointer  (root)",
        "  value    \"Secret\"",
        "  help     leave it out of the data: `#[foundry(skip)]` on the variant",
        "  replay   let row = OnlyRead::foundry_row(42, 0);",
    );
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(default)]
struct Page {
    #[schemars(range(min = 1, max = 100))]
    per_page: u32,
    #[schemars(length(min = 1))]
    query: String,
    next: Option<u8>,
}

impl Default for Page {
    fn default() -> Self {
        Self { per_page: 20, query: String::new(), next: None }
    }
}

#[test]
fn a_default_that_breaks_the_rules_of_its_field_is_never_drawn() {
    let pages = Page::foundry_batch(42, 200);
    assert!(pages.iter().all(|page| !page.query.is_empty()));
    // The other default is one that the rules allow, and comes often.
    assert!(pages.iter().filter(|page| page.per_page == 20).count() > 50);
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Word {
    #[serde(serialize_with = "swap")]
    #[schemars(with = "(u8, String)")]
    r#enum: (u8, String),
}

fn swap<S: serde::Serializer>(pair: &(u8, String), serializer: S) -> Result<S::Ok, S::Error> {
    (&pair.1, pair.0).serialize(serializer)
}

#[test]
fn a_field_called_as_a_keyword_is_judged_as_any_other() {
    let error = Word::try_foundry_batch(42, 1).expect_err("the pair is written the other way");
    let text = error.to_string();
    assert!(text.starts_with("what serde writes back is outside the contract"), "{text}");
}
