//! Domains that end, and places that have none: each is one sentence, before the first row where that
//! can be.

use std::collections::BTreeSet;

use foundry::generators::{Capability, Registry, from_fn};
use foundry::{Error, Foundry, Pipeline, Stage, Stream};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Why no plan is made for a member with this schema.
fn refused(schema: &Value) -> Error {
    let schema = json!({"type": "object", "properties": {"value": schema}, "required": ["value"]});
    match Pipeline::builder().schema(&schema).build() {
        Ok(_) => panic!("{schema} is planned"),
        Err(error) => error,
    }
}

#[test]
fn what_cannot_be_counted_is_refused_with_its_reason() {
    for (keywords, why) in [
        (json!({"type": "array"}), "they are lists"),
        (json!({"type": "object"}), "they are objects"),
        (json!({}), "any value is valid there"),
        (json!({"type": "null"}), "only `null` is valid there"),
        (
            json!({"type": "string", "format": "email", "maxLength": 5}),
            "texts of the format `email` with 0 to 5 characters carry no number",
        ),
        (
            json!({"type": "string", "pattern": "^(?:(?!aa)[a-c]){3,9}$"}),
            "the texts of its pattern cannot be counted",
        ),
        (
            json!({"type": "string", "format": "email", "pattern": "^[a-m]"}),
            "its schema may reject some of those that are drawn",
        ),
        (
            json!({"type": "number", "not": {"multipleOf": 0.5}}),
            "its schema may reject some of those that are drawn",
        ),
        (
            json!({"anyOf": [{"type": "string", "format": "email"}, {"type": "string", "pattern": "^a+$"}]}),
            "its branches may share values",
        ),
        (
            json!({"type": "integer", "allOf": [
                {"not": {"multipleOf": 211}}, {"not": {"multipleOf": 223}}, {"not": {"multipleOf": 227}}
            ]}),
            "what `not: { multipleOf }` excludes cannot be counted",
        ),
    ] {
        for (hint, told) in [
            ("unique", "cannot make the values unique"),
            ("sequence", "cannot count through the values"),
        ] {
            let mut schema = keywords.clone();
            schema["x-foundry"] = json!({hint: true});
            let error = refused(&schema);
            assert_eq!(error.to_string(), format!("{told} at `/properties/value`: {why}"));
            assert_eq!((error.stage(), error.keyword()), (Stage::Plan, Some(hint)));
            assert_eq!(error.pointer(), Some("/properties/value"));
            assert!(error.help().next().is_some());
        }
    }
}

#[test]
fn places_without_a_number_are_refused() {
    let unique = json!({"type": "integer", "x-foundry": {"unique": true}});
    for (schema, why) in [
        (
            json!({"type": "object", "additionalProperties": unique, "minProperties": 1}),
            "`/properties/value/additionalProperties`: they stand in a map, whose members have no number",
        ),
        (
            json!({"type": "array", "contains": unique, "minItems": 1}),
            "`/properties/value/contains`: they are what `contains` asks for, beside other elements",
        ),
    ] {
        assert_eq!(refused(&schema).to_string(), format!("cannot make the values unique at {why}"));
    }
    let endless = json!({
        "$ref": "#/$defs/node",
        "$defs": {"node": {
            "type": "object",
            "properties": {
                "id": unique,
                "children": {"type": "array", "items": {"$ref": "#/$defs/node"}}
            },
            "required": ["id", "children"]
        }}
    });
    let error = Pipeline::builder().schema(&endless).build().err().expect("a recursion");
    assert_eq!(
        error.to_string(),
        "cannot make the values unique at `/$defs/node/properties/id`: they stand in a list that may \
         hold itself, whose elements have no number"
    );
    // Two elements each are enough, where lengths are asked for: what is not is thinned out.
    let lengths = json!({"lengths": {"weighted": {"values": [0, 2], "weights": [1, 1]}}});
    let lists = (0..41)
        .fold(unique, |items, _| json!({"type": "array", "items": items, "x-foundry": lengths}));
    let error = refused(&lists).to_string();
    assert!(error.ends_with("a row may have more than 1099511627776 of them, in lists of lists"));
}

#[test]
fn wrong_hints_are_told() {
    let error = refused(&json!({"type": "integer", "x-foundry": {"unique": "yes"}}));
    assert_eq!(error.to_string(), "the hint `unique` must be true or false");
    let error =
        refused(&json!({"type": "integer", "x-foundry": {"unique": true, "sequence": true}}));
    assert_eq!(
        error.to_string(),
        "a place has both `unique` and `sequence`, and each of them says which values to make"
    );
    assert!(error.pointer().is_some_and(|at| at.starts_with("/properties/value/x-foundry/")));
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Seat {
    #[foundry(unique)]
    #[schemars(regex(pattern = "^[A-D][1-5]$"))]
    number: String,
}

#[test]
fn a_domain_that_ends_is_an_error_before_the_first_row() {
    assert_eq!(Seat::foundry_batch(1, 20).len(), 20);
    let error = Seat::try_foundry_batch(1, 21).unwrap_err();
    assert_eq!(
        error.report(),
        format!(
            "`/properties/number` has 20 different values, and `unique` needs 21 of them for 21 rows\n  \
             type     {}\n  stage    plan\n  pointer  /properties/number\n  keyword  unique\n  \
             help     widen what the contract allows there, or ask for no row after 19",
            std::any::type_name::<Seat>()
        )
    );
    let error = Seat::foundry_with().range(10..30).threads(2).batch(1).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`/properties/number` has 20 different values, and `unique` needs 30 of them for the rows up to 29"
    );
    // Nobody asks for a row.
    assert_eq!(Seat::foundry_with().range(30..30).batch(1).unwrap().len(), 0);
}

#[test]
fn where_rows_are_not_counted_the_first_one_past_the_end_is_an_error() {
    let mut rows = Seat::foundry_iter(1);
    for _ in 0..20 {
        rows.try_next().unwrap();
    }
    let error = rows.try_next().unwrap_err();
    assert_eq!(error.to_string(), "`unique` has 20 different values here, and none for row 20");
    assert_eq!((error.stage(), error.row()), (Stage::Generate, Some(20)));
    assert_eq!((error.pointer(), error.keyword()), (Some("/number"), Some("unique")));
    let pipeline = Pipeline::builder()
        .schema(&json!({"enum": [1, 2, 3], "x-foundry": {"sequence": true}}))
        .build()
        .unwrap();
    let error = pipeline.drawer(1).draw(3).expect_err("there are three values");
    assert_eq!(error.to_string(), "`sequence` has 3 different values here, and none for row 3");
    assert_eq!(
        pipeline.generate(1, 4).unwrap_err().to_string(),
        "the root has 3 different values, and `sequence` needs 4 of them for 4 rows"
    );
}

#[test]
fn a_value_that_is_set_is_a_domain_of_one() {
    let rows = || Seat::foundry_with().set("/number", "A1");
    assert_eq!(rows().row(1, 0).unwrap().number, "A1");
    assert_eq!(
        rows().rows(2).batch(1).unwrap_err().to_string(),
        "`/properties/number` has 1 value, and `unique` needs 2 of them for 2 rows"
    );
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
#[foundry(check = Even::is_even)]
struct Even(u32);

impl Even {
    fn is_even(&self) -> bool {
        self.0.is_multiple_of(2)
    }
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Holder {
    #[foundry(unique)]
    even: Even,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Drawn(#[foundry(with = draw)] u32);

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Other {
    #[foundry(sequence)]
    drawn: Drawn,
}

fn draw(stream: &mut Stream) -> u32 {
    u32::try_from(stream.below(9)).unwrap_or(0)
}

#[test]
fn what_may_be_rejected_or_is_drawn_by_a_function_is_refused() {
    assert_eq!(
        Holder::foundry_plan().err().expect("a check").to_string(),
        "cannot make the values unique at `/properties/even`: `check` may reject some of them"
    );
    assert_eq!(
        Other::foundry_plan().err().expect("a generator").to_string(),
        "cannot count through the values at `/properties/drawn`: a generator of one's own draws them"
    );
}

#[test]
fn a_pattern_of_few_texts_goes_on_to_longer_ones_and_says_how_far() {
    let rows = |pattern: &str, count: u64| {
        let schema = json!({"type": "string", "pattern": pattern, "x-foundry": {"unique": true}});
        Pipeline::builder().schema(&schema).build().expect("a plan").generate(1, count)
    };
    let texts: BTreeSet<String> =
        rows("^a+$", 500).expect("rows").values().map(|text| text.to_string()).collect();
    assert_eq!(texts.len(), 500);
    assert_eq!(
        rows("^a+$", 8193).unwrap_err().to_string(),
        "the root has 8192 different values of up to 8192 characters, and `unique` needs 8193 of them for 8193 rows"
    );
    assert_eq!(
        rows("^x{0,300}$", 302).unwrap_err().to_string(),
        "the root has 301 different values, and `unique` needs 302 of them for 302 rows"
    );
}

#[test]
fn explain_tells_what_stands_in_for_what_the_field_asks_for() {
    let schema = json!({
        "type": "object",
        "properties": {
            "first_name": {"type": "string", "x-foundry": {"unique": true}},
            "age": {"type": "integer", "x-foundry": {"unique": true}},
            "email": {"type": "string", "format": "email", "x-foundry": {"unique": true}},
        },
        "required": ["first_name", "age", "email"],
    });
    let told = Pipeline::builder().schema(&schema).build().expect("a plan").plan().explain();
    for expected in [
        "first_name: text (words in place of person.first_name), unique among ",
        "age: integer (in place of number.age) -9223372036854775808..=18446744073709551615, unique among ",
        "email: text (email in place of internet.email), unique among ",
    ] {
        assert!(told.contains(expected), "{told}");
    }
}

#[test]
fn explain_tells_what_stands_in_for_a_registered_generator() {
    let capability = Capability::texts().with_fields(["sku"]);
    let sku = from_fn(|_: &mut Stream| "SKU-1").named("shop.sku").with_capability(capability);
    let capability = Capability::integers().with_fields(["shelf"]);
    let shelf = from_fn(|_: &mut Stream| 7).named("shop.shelf").with_capability(capability);
    let registry = Registry::built_in().with(sku).and_then(|all| all.with(shelf)).expect("names");
    let schema = json!({
        "type": "object",
        "properties": {
            "sku": {"type": "string", "x-foundry": {"unique": true}},
            "old_sku": {"type": ["string", "null"], "x-foundry": {"sequence": true}},
            // Nobody would choose it there.
            "short_sku": {"type": "string", "maxLength": 3, "x-foundry": {"unique": true}},
            "shelf": {"type": "integer", "x-foundry": {"distribution": {"zipf": {"exponent": 2}}}},
            "name": {"type": "string", "x-foundry": {"unique": true}},
        },
        "required": ["sku", "old_sku", "short_sku", "shelf", "name"],
    });
    let pipeline = Pipeline::builder().schema(&schema).registry(registry).build().expect("a plan");
    let told = pipeline.plan().explain();
    let ends: Vec<_> = told.lines().map(|line| line.split_once('←').map(|(_, end)| end)).collect();
    let of_sku = Some(" in place of shop.sku");
    let of_shelf = Some(" distribution: its own hint; in place of shop.shelf");
    assert_eq!(ends[1..], [of_sku, of_sku, None, None, of_shelf, None], "{told}");
}

#[test]
fn a_distribution_beside_it_is_refused() {
    for keywords in [
        json!({"type": "integer", "x-foundry": {"unique": true, "distribution": {"zipf": {"exponent": 1.5}}}}),
        json!({"type": "string", "x-foundry": {"unique": true, "lengths": {"exponential": {"mean": 9}}}}),
    ] {
        assert_eq!(
            refused(&keywords).to_string(),
            "cannot make the values unique at `/properties/value`: \
             a distribution says how often each of them comes",
            "{keywords}"
        );
    }
}

#[test]
fn numbers_with_gaps_are_one_domain() {
    let rows = |schema: &Value, count: u64| {
        let mut schema = schema.clone();
        schema["x-foundry"] = json!({"unique": true});
        let pipeline = Pipeline::builder().schema(&schema).build()?;
        let rows = pipeline.generate(1, count)?;
        Ok::<_, Error>(rows.values().map(|value| value.to_string()).collect::<BTreeSet<_>>())
    };
    let gap = json!({"type": "integer", "minimum": 1, "maximum": 5, "not": {"const": 3}});
    assert_eq!(rows(&gap, 4).expect("rows").into_iter().collect::<String>(), "1245");
    assert_eq!(
        rows(&gap, 5).unwrap_err().to_string(),
        "the root has 4 different values, and `unique` needs 5 of them for 5 rows"
    );
    let apart = json!({"anyOf": [
        {"type": "integer", "minimum": 0, "maximum": 4}, {"type": "integer", "minimum": 8, "maximum": 9}
    ]});
    assert_eq!(rows(&apart, 7).expect("rows").len(), 7);
    let shared = json!({"anyOf": [
        {"type": "integer", "minimum": 0, "maximum": 4}, {"type": "string"}, {"type": "number"}
    ]});
    assert!(rows(&shared, 1).unwrap_err().to_string().contains("its branches may share values"));
}

#[test]
fn long_patterns_are_counted_and_words_are_told_as_what_is_numbered() {
    let rows = |pattern: &str, count: u64| {
        let schema = json!({"type": "string", "pattern": pattern, "x-foundry": {"unique": true}});
        Pipeline::builder().schema(&schema).build().expect("a plan").generate(1, count)
    };
    for pattern in ["^[a-z]{1000}$", "^[a-z]{3000}$", "^[0-9a-f]{64}$"] {
        let rows = rows(pattern, 50).expect("rows");
        let texts: BTreeSet<String> = rows.values().map(|text| text.to_string()).collect();
        assert_eq!(texts.len(), 50, "{pattern}");
    }
    let schema =
        json!({"type": "string", "minLength": 1, "maxLength": 1, "x-foundry": {"unique": true}});
    let pipeline = Pipeline::builder().schema(&schema).build().expect("a plan");
    assert_eq!(
        pipeline.generate(1, 37).unwrap_err().to_string(),
        "the root has 36 different values that are numbered, and `unique` needs 37 of them for 37 rows"
    );
}
