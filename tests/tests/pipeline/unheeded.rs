//! Settings that decide nothing: each is refused, with its place and what would help, and a plan tells of
//! a setting only where it decides something.

use foundry::config::{Config, Distribution, NamedBy, Policy};
use foundry::{Error, Foundry, Pipeline, Stage};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

fn presence(probability: f64) -> Policy {
    Policy::default().with_presence(probability)
}

fn planned(schema: &Value, policies: &[(&str, Policy)]) -> Result<Pipeline, Error> {
    let set = |config: Config, (path, policy): &(&str, Policy)| {
        config.with_policy(path, policy.clone()).expect("a path")
    };
    let config = policies.iter().fold(Config::default(), set);
    Pipeline::builder().schema(schema).config(config).build()
}

/// The policy is refused with this text, at its path.
#[track_caller]
fn refused(schema: &Value, path: &str, policy: Policy, told: &str, help: &str) {
    let error = planned(schema, &[(path, policy)]).err().expect("a setting without an effect");
    assert_eq!(error.to_string(), told);
    assert_eq!((error.stage(), error.pointer()), (Stage::Config, Some(path)));
    assert_eq!(error.help().collect::<Vec<_>>(), [help]);
}

fn order() -> Value {
    json!({
        "type": "object",
        "required": ["id", "lines", "pair", "mode", "note"],
        "properties": {
            "id": {"type": "integer"},
            "note": {"type": "string"},
            "gift": {"type": "string", "title": "First name"},
            "mode": {"enum": ["a", "b", null]},
            "pair": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "integer"}},
            "lines": {"type": "array", "minItems": 1, "items": {
                "type": "object",
                "required": ["sku"],
                "properties": {"sku": {"type": "string"}, "note": {"type": "string"}}
            }}
        },
        "additionalProperties": false
    })
}

#[test]
fn a_presence_that_meets_nothing_optional_is_refused() {
    let help = "make the member optional in the contract, or leave the presence away";
    for path in ["/note", "/lines", "/lines/*", "/lines/*/sku", "/**/sku", ""] {
        let told = format!("the presence for `{path}` meets nothing that may be missing or `null`");
        refused(&order(), path, presence(0.3), &told, help);
    }
}

#[test]
fn one_place_is_enough_for_a_policy_of_many() {
    // The note of the order has to be there, and that of a line has not.
    for path in ["/**/note", "/**", "/gift", "/lines/*/*", "/mode"] {
        planned(&order(), &[(path, presence(0.3))]).expect("a plan");
    }
    let pipeline = planned(&order(), &[("/**/note", presence(0.25))]).expect("a plan");
    let plan = pipeline.plan().explain();
    assert!(plan.contains("\n  note: text (lorem.sentence, by its field)\n"), "{plan}");
    assert!(
        plan.contains(
            "\n      note (25 %): text (lorem.sentence, by its field)  ← presence: /**/note\n"
        ),
        "{plan}"
    );
}

#[test]
fn what_is_always_there_may_be_asked_to_be_there() {
    let policies = [("/note", presence(1.0)), ("/**", presence(1.0))];
    planned(&order(), &policies).expect("a plan");
    let error = planned(&order(), &[("/note", presence(0.999))]).err().expect("an error");
    assert!(error.to_string().starts_with("the presence for `/note` meets nothing"), "{error}");
}

#[test]
fn lengths_that_meet_no_list_or_map_are_refused() {
    let lengths = Policy::default().with_lengths(1..=2);
    let help = "lengths of plain texts are a distribution: `lengths = { uniform = {} }` in a file";
    for path in ["/note", "/id", "/**/sku", "/pair", "/pair/*", ""] {
        let told = format!("the lengths for `{path}` meet no list, set or map of several lengths");
        refused(&order(), path, lengths.clone(), &told, help);
    }
    planned(&order(), &[("/**", lengths)]).expect("a plan");
}

#[test]
fn a_distribution_and_words_that_meet_nothing_are_refused() {
    let spread = Policy::default().with_length_distribution(Distribution::Uniform);
    let told = "the distribution for `/id` meets no list, map or plain text";
    let help = "texts with a format or a pattern have the lengths that these give";
    refused(&order(), "/id", spread, told, help);
    let words = |by| Policy::default().with_named_by(by);
    let told = "`by` for `/note` meets no `title`";
    let help = "write a `title` there, or name the generator: `faker`";
    refused(&order(), "/note", words(NamedBy::Title), told, help);
    planned(&order(), &[("/*", words(NamedBy::Title))]).expect("a plan");
}

#[test]
fn each_setting_of_a_policy_has_to_decide_something() {
    let both = presence(0.5).with_faker("lorem.word");
    let error = planned(&order(), &[("/note", both.clone())]).err().expect("an error");
    assert!(error.to_string().starts_with("the presence for `/note` meets nothing"), "{error}");
    let plan = planned(&order(), &[("/**/note", both)]).expect("a plan").plan().explain();
    assert!(plan.contains("\n  note: text (lorem.word)  ← faker: /**/note\n"), "{plan}");
    let inner = "\n      note (50 %): text (lorem.word)  ← presence, faker: /**/note\n";
    assert!(plan.contains(inner), "{plan}");
}

#[test]
fn one_policy_says_once_what_is_drawn() {
    let both = Policy::default().with_values(vec![json!("a")]).with_faker("lorem.word");
    let error = planned(&order(), &[("/note", both)]).err().expect("an error");
    assert_eq!(error.to_string(), "`values` and `faker` for `/note` both say which values to make");
    let hinted = json!({"type": "string", "x-foundry": {"values": ["a"], "faker": "lorem.word"}});
    let error = planned(&hinted, &[]).err().expect("an error");
    assert_eq!(error.to_string(), "`values` and `faker` both say which values to make");
    // What is nearer wins, whichever of the two it says.
    let values = Policy::default().with_values(vec![json!("a")]);
    let faker = Policy::default().with_faker("lorem.word");
    let plan =
        |policies: &[(&str, Policy)]| planned(&order(), policies).expect("a plan").plan().explain();
    let told = plan(&[("/**/note", values.clone()), ("/note", faker.clone())]);
    assert!(told.contains("\n  note: text (lorem.word)  ← faker: /note\n"), "{told}");
    let told = plan(&[("/**/note", faker), ("/note", values)]);
    assert!(told.contains("\n  note: \"a\"  ← values: /note\n"), "{told}");
}

#[test]
fn null_among_other_values_is_what_presence_speaks_of() {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
    let share_of_null = |schema: &Value, path: &str| {
        let pipeline = planned(schema, &[(path, presence(0.9))]).expect("a plan");
        let rows = pipeline.generate(42, 4000).expect("rows");
        rows.values().filter(|row| row["x"].is_null()).count() as f64 / 4000.0
    };
    for x in [
        json!({"enum": ["a", "b", null]}),
        json!({"type": ["string", "null"], "enum": ["a", null]}),
        json!({"type": ["string", "integer", "null"]}),
        json!({"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "null"}]}),
        json!({"oneOf": [{"const": 1}, {"const": 2}, {"const": null}]}),
    ] {
        let schema = json!({"type": "object", "required": ["x"], "properties": {"x": x}});
        let share = share_of_null(&schema, "/x");
        assert!((0.085..0.115).contains(&share), "{share} of {x}");
    }
}

#[test]
fn lengths_reach_the_branches_of_a_choice() {
    let list = |of: &str| json!({"type": "array", "items": {"type": of}});
    let schema = json!({"anyOf": [list("integer"), list("string"), {"type": "boolean"}]});
    let lengths = Policy::default().with_lengths(7..=8);
    let pipeline = planned(&schema, &[("", lengths)]).expect("a plan");
    let rows = pipeline.generate(42, 200).expect("rows");
    let lists: Vec<usize> = rows.values().filter_map(|row| Some(row.as_array()?.len())).collect();
    assert!(lists.len() > 80 && lists.iter().all(|length| (7..=8).contains(length)), "{lists:?}");
}

#[test]
fn a_hint_of_a_document_has_to_decide_something_too() {
    let hinted = json!({"type": "string", "x-foundry": {"presence": 0.2}});
    let one = json!({"type": "object", "required": ["note"], "properties": {"note": hinted}});
    let error = planned(&one, &[]).err().expect("a hint without an effect");
    assert_eq!(
        error.to_string(),
        "`presence` says how often a value is there, and this one is never missing or `null`"
    );
    assert_eq!(error.pointer(), Some("/properties/note"));
    assert_eq!(error.keyword(), Some("presence"));
    // A definition may stand in several places.
    let shared = json!({
        "$defs": {"note": hinted},
        "type": "object",
        "required": ["note"],
        "properties": {"note": {"$ref": "#/$defs/note"}, "tip": {"$ref": "#/$defs/note"}}
    });
    let plan = planned(&shared, &[]).expect("a plan").plan().explain();
    assert!(plan.contains("\n  note: text (lorem.sentence, by its field)\n"), "{plan}");
    assert!(plan.contains("\n  tip (20 %): text (words)  ← presence: its own hint\n"), "{plan}");
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Parcel {
    sizes: [u8; 3],
    labels: Option<Labels>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Labels(Vec<u8>);

#[test]
fn types_are_told_the_same() {
    let error = |path: &str, policy| {
        let called = Parcel::foundry_with().rows(1).policy(path, policy).batch(1);
        called.expect_err("an error").to_string()
    };
    let told = error("/sizes", presence(0.5));
    assert!(told.contains("the presence for `/sizes` meets nothing"), "{told}");
    let told = error("/sizes", Policy::default().with_lengths(0..=2));
    assert!(told.contains("the lengths for `/sizes` meet no list, set or map"), "{told}");
    let lengths = Policy::default().with_lengths(5..=6).with_presence(0.9);
    let parcels = Parcel::foundry_with().rows(100).policy("/labels", lengths).batch(1);
    let parcels = parcels.expect("parcels");
    let labels: Vec<&Labels> = parcels.iter().filter_map(|one| one.labels.as_ref()).collect();
    assert!(labels.len() > 80 && labels.iter().all(|labels| (5..=6).contains(&labels.0.len())));
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Slot<T> {
    #[foundry(presence = 0.5)]
    holds: T,
}

#[test]
fn what_the_derive_cannot_see_the_plan_refuses() {
    assert!(Slot::<Option<u8>>::try_foundry_batch(1, 1).is_ok());
    let error = Slot::<u8>::try_foundry_batch(1, 1).expect_err("an error");
    assert!(error.to_string().contains("never missing or `null`"), "{error}");
}
