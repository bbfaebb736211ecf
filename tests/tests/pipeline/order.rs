//! Who serves a place that names nobody: a format or a pattern, then the field, then the type, and the
//! built-in generators take part in that order.

use foundry::config::Config;
use foundry::generators::{Capability, Generator, GeneratorError, Registry};
use foundry::{Error, Instance, Pipeline, Stream};
use serde_json::{Value, json};

/// Writes one value, wherever its capability sends it.
struct Says {
    name: &'static str,
    capability: Capability,
    value: Value,
}

impl Generator for Says {
    fn name(&self) -> &str {
        self.name
    }

    fn capability(&self) -> Capability {
        self.capability.clone()
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        match &self.value {
            Value::String(text) => out.text(text),
            number => out.float(number.as_f64().unwrap_or_default()),
        }
        Ok(())
    }
}

fn with<const N: usize>(generators: [(&'static str, Capability, Value); N]) -> Registry {
    generators.into_iter().fold(Registry::default(), |registry, (name, capability, value)| {
        let known = registry.with(Says { name, capability, value });
        known.unwrap_or_else(|error| panic!("{error}"))
    })
}

fn object(properties: &Value) -> Value {
    let names: Vec<&String> = properties.as_object().expect("properties").keys().collect();
    json!({"type": "object", "properties": properties, "required": names})
}

fn rows_with(properties: &Value, registry: Registry, config: Config) -> Vec<Value> {
    let pipeline =
        Pipeline::builder().schema(&object(properties)).registry(registry).config(config).build();
    let pipeline = pipeline.unwrap_or_else(|error| panic!("{}", error.report()));
    let rows = pipeline.generate(7, 30);
    rows.unwrap_or_else(|error| panic!("{}", error.report())).values().collect()
}

fn rows(properties: &Value, registry: Registry) -> Vec<Value> {
    rows_with(properties, registry, Config::default())
}

fn refused(schema: &Value, registry: Registry) -> Error {
    Pipeline::builder().schema(schema).registry(registry).build().err().expect("an error")
}

#[test]
fn a_type_alone_takes_only_what_nothing_else_is_said_of() {
    let registry = with([
        ("texts", Capability::texts(), json!("KQ-5750")),
        ("numbers", Capability::numbers(), json!(4_711)),
    ]);
    let properties = json!({
        "note_7x": {"type": "string"},
        "first_name": {"type": "string"},
        "code": {"type": "string", "pattern": "^[A-Z]{2}-[0-9]{4}$"},
        "mail": {"type": "string", "format": "email"},
        "age": {"type": "integer"},
        "price": {"type": "number"},
        "some": {"type": "integer"},
        "other": {"type": "number"}
    });
    let drawn = rows(&properties, registry.clone());
    let is_texts = |row: &&Value, name: &str| row[name] == "KQ-5750";
    for row in &drawn {
        assert!(is_texts(&row, "note_7x") && !is_texts(&row, "first_name"), "{row}");
        assert_eq!((row["some"].as_f64(), row["other"].as_f64()), (Some(4711.0), Some(4711.0)));
        assert!(row["age"].as_u64().is_some_and(|age| (18..=90).contains(&age)), "{row}");
        assert!(row["price"].as_f64().is_some_and(|price| price <= 2000.0), "{row}");
        assert!(row["mail"].as_str().is_some_and(|mail| mail.contains('@')), "{row}");
    }
    let codes: std::collections::BTreeSet<_> =
        drawn.iter().map(|row| row["code"].to_string()).collect();
    assert!(codes.len() > 20, "the pattern is more exact than the type: {codes:?}");
    // Where the names of fields say nothing, their types do.
    for row in rows_with(&properties, registry, Config::default().with_realism(false)) {
        assert!(is_texts(&&row, "first_name"), "{row}");
        assert_eq!((row["age"].as_f64(), row["price"].as_f64()), (Some(4711.0), Some(4711.0)));
    }
}

#[test]
fn a_field_goes_before_the_built_in_one_and_a_longer_name_before_a_shorter() {
    let registry = with([
        ("code", Capability::texts().with_fields(["code"]).with_score(0), json!("code")),
        ("zip", Capability::texts().with_fields(["zip code"]).with_score(0), json!("zip")),
        ("name", Capability::texts().with_fields(["first name"]).with_score(0), json!("name")),
        ("year", Capability::integers().with_fields(["year"]), json!(3)),
        ("floor", Capability::integers().with_fields(["floor"]), json!(-2)),
    ]);
    let properties = json!({
        "country_code": {"type": "string"},
        "my_zip_code": {"type": "string"},
        "first_name": {"type": "string"},
        "birth_year": {"type": "integer"},
        "floor": {"type": "integer"},
        "age": {"type": "integer"}
    });
    for row in rows(&properties, registry) {
        assert_eq!((&row["country_code"], &row["my_zip_code"]), (&json!("code"), &json!("zip")));
        assert_eq!(row["first_name"], "name");
        assert_eq!((row["birth_year"].as_f64(), row["floor"].as_f64()), (Some(3.0), Some(-2.0)));
        assert!(row["age"].as_u64().is_some_and(|age| (18..=90).contains(&age)), "{row}");
    }
}

#[test]
fn a_format_and_a_pattern_go_before_a_field() {
    let registry = with([
        ("field", Capability::texts().with_fields(["contact"]), json!("ada@example.org")),
        ("exact", Capability::texts().with_pattern("^X-[0-9]$"), json!("X-7")),
        ("own", Capability::texts().with_format("isbn"), json!("978")),
    ]);
    let properties = json!({
        "contact": {"type": "string", "format": "email"},
        "x_contact": {"type": "string", "pattern": "^X-[0-9]$"},
        "an_contact": {"type": "string", "format": "isbn"},
        // Both hold: what is of the field matches the pattern too.
        "my_contact": {"type": "string", "pattern": "@example.org$"},
        "no_contact": {"type": "string", "pattern": "^[0-9]{4}$"}
    });
    for row in rows(&properties, registry) {
        assert_ne!(row["contact"], "ada@example.org");
        assert_eq!((&row["x_contact"], &row["an_contact"]), (&json!("X-7"), &json!("978")));
        assert_eq!(row["my_contact"], "ada@example.org");
        assert!(row["no_contact"].as_str().is_some_and(|text| text.len() == 4), "{row}");
    }
}

#[test]
fn a_hint_goes_before_all_also_where_a_text_holds_something() {
    let registry = with([("token", Capability::none(), json!("\"e30=\""))]);
    let properties = json!({
        "body": {"type": "string", "contentMediaType": "application/json", "x-foundry": {"faker": "token"}}
    });
    for row in rows(&properties, registry) {
        assert_eq!(row["body"], "\"e30=\"");
    }
}

#[test]
fn two_statements_are_more_exact_than_one_and_a_longer_field_than_none() {
    let email = || Capability::texts().with_format("email");
    let registry = with([
        ("format", email(), json!("a@example.org")),
        ("both", email().with_pattern("^b"), json!("b@example.org")),
        ("field", email().with_fields(["reply to"]), json!("c@example.org")),
    ]);
    let properties = json!({
        "mail": {"type": "string", "format": "email"},
        "b": {"type": "string", "format": "email", "pattern": "^b"},
        "reply_to": {"type": "string", "format": "email"}
    });
    for row in rows(&properties, registry) {
        assert_eq!(row["mail"], "a@example.org");
        assert_eq!(row["b"], "b@example.org");
        assert_eq!(row["reply_to"], "c@example.org");
    }
}

#[test]
fn a_format_goes_before_a_pattern_and_a_longer_pattern_before_a_shorter() {
    let registry = |score| {
        with([
            ("shop.mail", Capability::texts().with_format("email"), json!("a@example.org")),
            (
                "crm.mail",
                Capability::texts().with_pattern("@example.org$").with_score(score),
                json!("b@example.org"),
            ),
            ("end", Capability::texts().with_pattern("g$"), json!("c@example.org")),
            ("last", Capability::texts().with_pattern("o"), json!("d@example.org")),
            ("first", Capability::texts().with_pattern("a"), json!("e@example.org")),
        ])
    };
    let mail = json!({"type": "string", "format": "email", "pattern": "@example.org$"});
    let drawn =
        |place: &Value, score| rows(&json!({ "mail": place }), registry(score))[0]["mail"].clone();
    assert_eq!(drawn(&mail, 10), "a@example.org");
    assert_eq!(drawn(&mail, 11), "b@example.org");
    assert_eq!(drawn(&json!({"type": "string", "format": "email"}), 11), "a@example.org");
    let mut named = mail.clone();
    named["x-foundry"] = json!({"faker": "crm.mail"});
    assert_eq!(drawn(&named, 10), "b@example.org");
    let patterns = |patterns: &[&str]| {
        let all: Vec<Value> = patterns.iter().map(|one| json!({ "pattern": one })).collect();
        json!({"type": "string", "allOf": all})
    };
    for order in [["g$", "@example.org$", "o"], ["o", "g$", "@example.org$"]] {
        assert_eq!(drawn(&patterns(&order), 10), "b@example.org", "the longest one");
    }
    assert_eq!(drawn(&patterns(&["a", "g$", "o"]), 10), "c@example.org");
    assert_eq!(drawn(&patterns(&["o", "a"]), 10), "e@example.org", "the first in the alphabet");
}

#[test]
fn fields_that_know_the_same_names_as_well_are_refused_beside_each_other() {
    let of = |field| Capability::texts().with_fields([field]);
    let both = |one, other| {
        let registry =
            Registry::built_in().with(Says { name: "one", capability: of(one), value: json!("1") });
        let other = Says { name: "other", capability: of(other), value: json!("2") };
        registry.and_then(|registry| registry.with(other)).map(|_| ())
    };
    for (one, other) in [("zip code", "zipCode"), ("zip code", "zi_pcode"), ("sku", "SKU")] {
        let error = both(one, other).expect_err("two of one statement");
        assert!(error.to_string().contains("serve texts for fields like `"), "{error}");
    }
    // More words, a longer name and the plural itself are more exact.
    for (one, other) in [("zip code", "zipcode"), ("my zipcode", "zip code"), ("skus", "sku")] {
        assert!(both(one, other).is_ok(), "{one} {other}");
    }
    let registry = with([
        ("a", of("my zipcode"), json!("a")),
        ("b", of("zip code"), json!("b")),
        ("c", of("skus"), json!("c")),
        ("d", of("sku"), json!("d")),
    ]);
    let text = json!({"type": "string"});
    let places =
        json!({"my_zip_code": text, "a_zip_code": text, "line_skus": text, "line_sku": text});
    let row = &rows(&places, registry)[0];
    let drawn = ["my_zip_code", "a_zip_code", "line_skus", "line_sku"].map(|name| &row[name]);
    assert_eq!(drawn, ["a", "b", "c", "d"]);
}

/// Odd numbers, and seldom an even one.
struct Odd;

impl Generator for Odd {
    fn name(&self) -> &'static str {
        "odd"
    }

    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.integer(if stream.chance(0.004) { 2 } else { 3 });
        Ok(())
    }
}

#[test]
fn a_generator_whose_values_are_mostly_rejected_is_told_of_with_the_first_one() {
    let schema = object(&json!({
        "even": {"type": "integer", "multipleOf": 2, "x-foundry": {"faker": "odd"}}
    }));
    let registry = Registry::default().with(Odd).expect("a new name");
    let config = Config::default().with_attempts(100_000);
    let builder = Pipeline::builder().schema(&schema).registry(registry).config(config);
    let rows = builder.build().expect("a plan").generate(1, 20).expect("rows");
    let warnings: Vec<String> = rows.metrics().warnings().collect();
    let checked = &rows.metrics().checked["/properties/even"];
    let told = format!(
        "{} of {} values of `odd` at /properties/even were rejected ({:.1} %), the first of them 3",
        checked.rejected,
        checked.attempts,
        checked.rejection_rate() * 100.0
    );
    assert_eq!(warnings.join("\n"), told);
    let report = rows.report();
    assert!(report.starts_with("20 rows, seed 1\n  parse "), "{report}");
    assert!(report.contains(&format!("\n  rejected  {told}\n")), "{report}");
}

#[test]
fn a_higher_score_goes_before_a_longer_name() {
    let registry = with([
        ("codes", Capability::texts().with_fields(["code"]).with_score(1000), json!("C")),
        ("zips", Capability::texts().with_fields(["zip code"]), json!("Z")),
    ]);
    let row =
        &rows(&json!({"zipcode": {"type": "string"}, "zip_code": {"type": "string"}}), registry)[0];
    assert_eq!((&row["zipcode"], &row["zip_code"]), (&json!("Z"), &json!("C")));
}

/// Has no values to draw from.
struct Empty;

impl Generator for Empty {
    fn name(&self) -> &'static str {
        "shop.empty"
    }

    fn capability(&self) -> Capability {
        Capability::texts().with_fields(["sku"])
    }

    fn draw(&self, _: &mut Stream, _: &mut Instance) -> Result<(), GeneratorError> {
        Err(GeneratorError::new("the dictionary is empty"))
    }
}

#[test]
fn a_generator_that_fails_on_trial_is_not_left_for_another() {
    let registry = Registry::default().with(Empty).expect("a new name");
    let error = refused(&object(&json!({"sku": {"type": "string"}})), registry);
    assert_eq!(error.to_string(), "the generator `shop.empty` failed: the dictionary is empty");
    assert_eq!(error.pointer(), Some("/properties/sku"));
    // Nobody wrote a keyword that asks for it.
    assert_eq!(error.keyword(), None);
}

#[test]
fn a_named_generator_keeps_off_a_pattern_that_is_excluded() {
    let registry = with([("a", Capability::texts().always().only_by_name(), json!("abc"))]);
    let place = json!({"type": "string", "not": {"pattern": "b"}, "x-foundry": {"faker": "a"}});
    let pipeline = Pipeline::builder().schema(&place).registry(registry).build().expect("a plan");
    let error = pipeline.generate(7, 1).expect_err("no value is valid");
    assert!(error.to_string().contains("rejected 1000 of 1000"), "{error}");
}

#[test]
fn explain_tells_why_a_generator_was_taken_and_where_it_comes_from() {
    let registry = with([
        ("of_sku", Capability::texts().with_fields(["sku"]).with_score(3), json!("S")),
        ("of_slug", Capability::texts().with_format("slug").always(), json!("s")),
        ("named", Capability::texts().always().only_by_name(), json!("n")),
    ]);
    let places = json!({
        "sku": {"type": "string"},
        "path": {"type": "string", "format": "slug"},
        "other": {"type": "string", "x-foundry": {"faker": "named"}},
    });
    let pipeline = Pipeline::builder().schema(&object(&places)).registry(registry).build();
    let told = pipeline.expect("a plan").plan().explain();
    for expected in [
        "sku: with of_sku (by its field, score 3, handed over at tests/tests/pipeline/order.rs:",
        "path: with of_slug (by its format, score 10, handed over at ",
        "other: with named (named, handed over at ",
    ] {
        assert!(told.contains(expected), "{told}");
    }
}

#[test]
fn a_name_is_heeded_at_every_place_or_refused() {
    let registry = || with([("shop.word", Capability::texts().always(), json!("abc"))]);
    let text = json!({"type": "string"});
    for place in [
        json!({}),
        json!({"title": "anything"}),
        json!({"not": {"type": "null"}}),
        json!({"anyOf": [text, {"type": "null"}]}),
        json!({"oneOf": [{"type": "string", "minLength": 3}, {"const": null}]}),
        json!({"type": "array", "minItems": 1}),
        json!({"type": "array", "prefixItems": [text, text], "minItems": 1, "items": text}),
    ] {
        let mut named = place.clone();
        named["x-foundry"] = json!({"faker": "shop.word"});
        let only = rows(&json!({"v": named}), registry());
        let mut values = only.iter().flat_map(|row| match &row["v"] {
            Value::Array(items) => items.clone(),
            value => vec![value.clone()],
        });
        assert!(values.all(|value| value == "abc" || value.is_null()), "{place}: {only:?}");
        named["x-foundry"] = json!({"faker": "shop.wort"});
        let error = refused(&object(&json!({"v": named})), registry());
        assert_eq!(error.to_string(), "no generator is called `shop.wort`", "{place}");
        assert_eq!(error.help().next(), Some("did you mean `shop.word`?"), "{place}");
    }
    for place in [
        json!({"anyOf": [text, {"type": "integer"}]}),
        json!({"type": "array", "prefixItems": [text, {"type": "integer"}], "minItems": 2}),
        json!({"type": "integer"}),
    ] {
        let mut named = place.clone();
        named["x-foundry"] = json!({"faker": "shop.word"});
        let told = refused(&object(&json!({"v": named})), registry()).to_string();
        assert_eq!(
            told, "the generator `shop.word` makes no integers, and this place holds some",
            "{place}"
        );
    }
    let listed = json!({"v": {"enum": ["x", "y"], "x-foundry": {"faker": "shop.wort"}}});
    assert_eq!(
        refused(&object(&listed), registry()).to_string(),
        "no generator is called `shop.wort`"
    );
}

#[test]
fn what_a_place_says_of_its_values_comes_before_whoever_is_for_all_of_them() {
    let registry = with([
        ("texts", Capability::texts(), json!("t")),
        ("numbers", Capability::numbers(), json!(7)),
    ]);
    let normal = json!({"normal": {"mean": 50, "deviation": 1}});
    let drawn = rows(
        &json!({
            "id": {"type": "string", "x-foundry": {"unique": true}},
            "long": {"type": "string", "x-foundry": {"lengths": normal}},
            "near": {"type": "integer", "minimum": 0, "x-foundry": {"distribution": normal}},
            "next": {"type": "integer", "minimum": 0, "x-foundry": {"sequence": true}},
            "other": {"type": "string"},
        }),
        registry,
    );
    for (at, row) in drawn.iter().enumerate() {
        assert!(row["long"].as_str().is_some_and(|text| (40..60).contains(&text.len())), "{row}");
        assert!(row["near"].as_i64().is_some_and(|near| (40..60).contains(&near)), "{row}");
        assert_eq!((&row["next"], &row["other"]), (&json!(at), &json!("t")));
    }
    let ids: std::collections::BTreeSet<_> = drawn.iter().map(|row| row["id"].as_str()).collect();
    assert_eq!(ids.len(), drawn.len());
}

#[test]
fn elements_of_a_list_are_known_by_its_name() {
    let registry = with([("skus", Capability::texts().with_fields(["sku"]), json!("S"))]);
    let list = json!({"type": "array", "items": {"type": "string"}, "minItems": 1});
    for row in rows(&json!({"skus": list}), registry) {
        assert!(
            row["skus"].as_array().is_some_and(|skus| skus.iter().all(|sku| sku == "S")),
            "{row}"
        );
    }
}

#[test]
fn a_name_whose_values_never_fit_is_told_in_the_error_of_the_row() {
    let registry = with([("a", Capability::texts(), json!("abc"))]);
    let place = json!({"type": "string", "maxLength": 2, "x-foundry": {"faker": "a"}});
    let pipeline = Pipeline::builder().schema(&place).registry(registry).build().expect("a plan");
    let error = pipeline.generate(7, 1).expect_err("no value is valid");
    assert_eq!(error.to_string(), "the schema rejected 1000 of 1000 values that `a` drew for it");
    let help = error.help().next().unwrap_or_default();
    let told =
        "let it draw what the place allows, or name another generator there; it is handed over at ";
    assert!(help.starts_with(told), "{help}");
}
