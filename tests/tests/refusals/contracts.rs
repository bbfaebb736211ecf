//! Contracts that no value, or no finite value, satisfies.

use foundry::{Error, Foundry, Stage};
use serde::{Deserialize, Serialize};

fn refused<T: Foundry>() -> Error {
    let error = T::try_foundry_batch(1, 1).err().expect("a refusal");
    assert_eq!(error.type_name(), Some(std::any::type_name::<T>()));
    error
}

const LEAST: u8 = 18;
const MOST: u8 = 10;

#[derive(Serialize, Deserialize, Foundry)]
struct Person {
    #[schemars(range(min = LEAST, max = MOST))]
    age: u8,
}

#[test]
fn bounds_that_only_the_program_knows() {
    let error = refused::<Person>();
    assert_eq!(
        error.to_string(),
        "no integer at `/properties/age` is at least 18 and at most 10 (`minimum`, `maximum`)"
    );
    assert_eq!(error.stage(), Stage::Plan);
    assert_eq!(error.pointer(), Some("/properties/age"));
    assert_eq!(error.keyword(), Some("minimum, maximum"));
}

#[derive(Serialize, Deserialize, Foundry)]
struct Optional {
    name: String,
    #[schemars(range(min = LEAST, max = MOST))]
    age: Option<u8>,
}

#[test]
fn an_optional_field_that_can_never_be_there() {
    let error = refused::<Optional>();
    assert_eq!(error.stage(), Stage::Plan);
    assert!(error.to_string().contains("/properties/age"), "{error}");
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
fn a_circle_of_types_without_an_end() {
    let error = refused::<A>();
    assert!(
        error.to_string().starts_with("no finite value at"),
        "the error names the circle: {error}"
    );
    assert!(error.to_string().contains("`B`"), "{error}");
    assert!(error.help().any(|help| help.contains("Option")), "{error:?}");
}

#[derive(Serialize, Deserialize, Foundry)]
struct BadPattern {
    #[schemars(regex(pattern = String::from("(")))]
    code: String,
}

#[test]
fn a_schema_that_does_not_compile() {
    let error = refused::<BadPattern>();
    assert_eq!(error.stage(), Stage::Parse);
    assert_eq!(error.pointer(), Some("/properties/code/pattern"));
}

#[derive(Serialize, Deserialize, Foundry)]
#[serde(untagged)]
enum Shadowed {
    Any(f64),
    Byte(u8),
}

#[test]
fn a_variant_that_serde_never_reaches() {
    let error = refused::<Shadowed>();
    assert_eq!(
        error.to_string(),
        "the untagged variant `Byte` is unreachable: serde reads each of its values as `Any`"
    );
    assert!(error.help().any(|help| help == "put `Byte` in front of `Any`"));
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(untagged)]
enum Skipped {
    Any(f64),
    #[foundry(skip)]
    Byte(u8),
}

#[test]
fn a_variant_that_is_skipped_may_be_out_of_reach() {
    assert!(Skipped::foundry_batch(1, 20).iter().all(|row| matches!(row, Skipped::Any(_))));
}

#[test]
fn documents_name_the_keywords_that_clash() {
    use serde_json::json;
    for (schema, text) in [
        (
            json!({"type": "string", "minLength": 5, "maxLength": 2}),
            "no text at the root is at least 5 and at most 2 characters long (`minLength`, `maxLength`)",
        ),
        (
            json!({"type": "array", "items": true, "minItems": 3, "maxItems": 1}),
            "no list at the root is at least 3 and at most 1 elements long (`minItems`, `maxItems`)",
        ),
    ] {
        let error = foundry::Pipeline::builder().schema(&schema).build().err().expect("a refusal");
        assert_eq!(error.to_string(), text);
    }
}
