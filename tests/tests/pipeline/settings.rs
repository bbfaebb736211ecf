//! What one call sets, and sets wrongly.

use std::collections::BTreeMap;

use foundry::config::{Config, Limits, Policy};
use foundry::{Builder, Error, Foundry, Pipeline};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Order {
    id: u64,
    status: Status,
    lines: Vec<Line>,
    notes: BTreeMap<String, String>,
    gift: Option<Gift>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
enum Status {
    Open,
    Paid,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Line {
    #[schemars(range(min = 1, max = 99))]
    quantity: u8,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Gift {
    message: String,
    tags: Vec<String>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Unit;

#[track_caller]
fn error(builder: Builder<Order>) -> Error {
    builder.batch(42).expect_err("an error")
}

#[track_caller]
fn told(builder: Builder<Order>, expected: &[&str]) {
    crate::told::assert_told(&error(builder), expected);
}

#[test]
fn no_rows_are_no_error() {
    let batch = Order::foundry_batch(42, 0);
    assert!(batch.is_empty());
    assert_eq!(batch.seed().to_string(), "42");
    assert!(Order::foundry_with().rows(0).threads(4).batch(1).expect("no rows").is_empty());
    assert!(Order::foundry_with().range(7..7).batch(1).expect("no rows").is_empty());
    #[expect(clippy::reversed_empty_ranges, reason = "that is the point")]
    let backwards = Order::foundry_with().range(7..3).batch(1);
    assert!(backwards.expect("no rows").is_empty());
}

#[test]
fn rows_that_do_not_fit_in_memory_are_refused() {
    told(
        Order::foundry_with().rows(usize::MAX),
        &[
            "18446744073709551615 rows do not fit in memory",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  help     draw them one by one with `foundry_iter`, or in slices with `range`",
        ],
    );
    told(
        Order::foundry_with().rows(usize::MAX).threads(3),
        &[
            "18446744073709551615 rows do not fit in memory",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  help     draw them one by one with `foundry_iter`, or in slices with `range`",
        ],
    );
    told(
        Order::foundry_with().range(5..u64::MAX),
        &[
            "18446744073709551610 rows do not fit in memory",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  help     draw them one by one with `foundry_iter`, or in slices with `range`",
        ],
    );
    let units = Unit::foundry_with().rows(usize::MAX).batch(1).expect_err("an error");
    crate::told::assert_told(
        &units,
        &[
            "18446744073709551615 rows do not fit in memory",
            "  type     pipeline::settings::Unit",
            "  stage    config",
            "  help     draw them one by one with `foundry_iter`, or in slices with `range`",
        ],
    );
}

#[test]
fn the_last_rows_of_a_seed_are_there() {
    let last = Order::foundry_row(42, u64::MAX);
    let slice = Order::foundry_with().range(u64::MAX - 2..u64::MAX).batch(42).expect("two rows");
    assert_eq!(slice.len(), 2);
    let mut iter = Order::foundry_with().range(u64::MAX - 1..u64::MAX).iter(42).expect("rows");
    assert_eq!(iter.next().as_ref(), Some(&slice[1]));
    assert_eq!(iter.next(), Some(last));
    assert_eq!(iter.next(), None);
    assert_eq!(iter.next(), None);
    assert_eq!(Order::foundry_iter(42).nth(usize::MAX), Some(Order::foundry_row(42, u64::MAX)));
    let mut iter = Order::foundry_iter(42);
    iter.next();
    assert_eq!(iter.nth(usize::MAX), None);
    assert_eq!(iter.next(), None);
}

#[test]
fn rows_after_a_range_start_at_row_0() {
    let batch = Order::foundry_with().range(5..9).rows(2).batch(42).expect("rows");
    assert_eq!(batch.first_row(), 0);
    assert_eq!(batch[..], Order::foundry_batch(42, 2)[..]);
}

#[test]
fn a_path_that_matches_nothing_is_refused() {
    told(
        Order::foundry_with().set("/statsu", json!("Paid")),
        &[
            "the path `/statsu` leads to no place of the contract",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  pointer  /statsu",
            "  help     did you mean `/status`?",
        ],
    );
    told(
        Order::foundry_with().set("/lines/0/quantity", 3),
        &[
            "the path `/lines/0/quantity` leads to no place of the contract",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  pointer  /lines/0/quantity",
            "  help     `*` stands for every element there: `/lines/*/quantity`",
        ],
    );
    told(
        Order::foundry_with().set("/gift/mesage", "x"),
        &[
            "the path `/gift/mesage` leads to no place of the contract",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  pointer  /gift/mesage",
            "  help     did you mean `/gift/message`?",
        ],
    );
    told(
        Order::foundry_with().set("/zzz", 3),
        &[
            "the path `/zzz` leads to no place of the contract",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  pointer  /zzz",
            "  help     known names there: gift, id, lines, notes, status",
        ],
    );
    told(
        Order::foundry_with().policy("/id/x", Policy::default().with_presence(1.0)),
        &[
            "the path `/id/x` leads to no place of the contract",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  pointer  /id/x",
            "  help     nothing lies below `/id`",
        ],
    );
    told(
        Order::foundry_with().policy("/**/qantity", Policy::default().with_presence(1.0)),
        &[
            "the path `/**/qantity` leads to no place of the contract",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  pointer  /**/qantity",
            "  help     did you mean `/**/quantity`?",
        ],
    );
}

#[test]
fn a_path_without_a_slash_is_refused() {
    told(
        Order::foundry_with().set("status", json!("Paid")),
        &[
            "the path `status` does not start with `/`",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  help     write `/status`",
        ],
    );
}

#[test]
fn a_value_outside_the_contract_is_refused() {
    told(
        Order::foundry_with().set("/status", json!("Lost")),
        &[
            "the value `\"Lost\"` is not one that the contract allows here",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  pointer  /$defs/Status",
            "  keyword  values",
            "  value    \"Lost\"",
            "  help     take it out of `values` or `set`, or widen the contract",
            "  help     `values` is set by /status",
        ],
    );
    told(
        Order::foundry_with().set("/lines/*/quantity", 100),
        &[
            "the value `100` is not one that the contract allows here",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  pointer  /$defs/Line/properties/quantity",
            "  keyword  values",
            "  value    100",
            "  help     take it out of `values` or `set`, or widen the contract",
            "  help     `values` is set by /lines/*/quantity",
        ],
    );
    told(
        Order::foundry_with().set("/id", json!(null)),
        &[
            "the value `null` is not one that the contract allows here",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  pointer  /properties/id",
            "  keyword  values",
            "  value    null",
            "  help     take it out of `values` or `set`, or widen the contract",
            "  help     `values` is set by /id",
        ],
    );
}

#[test]
fn a_presence_that_is_no_probability_is_refused() {
    told(
        Order::foundry_with().presence(1.5),
        &[
            "the presence is 1.5, which is no probability",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  help     write a number from 0 (never) to 1 (always)",
        ],
    );
    told(
        Order::foundry_with().presence(f64::NAN),
        &[
            "the presence is NaN, which is no probability",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  help     write a number from 0 (never) to 1 (always)",
        ],
    );
    told(
        Order::foundry_with().policy("/gift", Policy::default().with_presence(-0.1)),
        &[
            "the presence for `/gift` is -0.1, which is no probability",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  help     write a number from 0 (never) to 1 (always)",
        ],
    );
}

#[test]
#[expect(clippy::reversed_empty_ranges, reason = "that is the point")]
fn lengths_without_a_length_are_refused() {
    told(
        Order::foundry_with().lengths(5..=2),
        &[
            "the lengths are from 5 to 2, which is no length at all",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  help     write `2..=5`",
        ],
    );
    told(
        Order::foundry_with().policy("/lines", Policy::default().with_lengths(9..=1)),
        &[
            "the lengths for `/lines` are from 9 to 1, which is no length at all",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  help     write `1..=9`",
        ],
    );
}

#[test]
fn no_values_at_all_are_refused() {
    told(
        Order::foundry_with().policy("/id", Policy::default().with_values(vec![])),
        &[
            "the list of values for `/id` is empty",
            "  type     pipeline::settings::Order",
            "  stage    config",
            "  help     name at least one value",
        ],
    );
}

#[test]
fn what_is_set_is_there() {
    let rows = Order::foundry_with()
        .rows(50)
        .set("/status", json!("Paid"))
        .set("/lines/*/quantity", 7)
        .set("/gift/message", "hello")
        .policy("/lines", Policy::default().with_lengths(2..=3))
        .policy("/gift/tags", Policy::default().with_lengths(1..=1))
        .batch(42)
        .expect("rows");
    for row in &rows {
        assert_eq!(row.status, Status::Paid);
        assert!((2..=3).contains(&row.lines.len()));
        assert!(row.lines.iter().all(|line| line.quantity == 7));
        if let Some(gift) = &row.gift {
            assert_eq!((gift.message.as_str(), gift.tags.len()), ("hello", 1));
        }
    }
    assert!(rows.iter().any(|row| row.gift.is_some()) && rows.iter().any(|row| row.gift.is_none()));
}

#[test]
fn presence_is_met_by_path() {
    let gifts = |builder: Builder<Order>| {
        let rows = builder.rows(1000).batch(42).expect("rows");
        rows.iter().filter(|row| row.gift.is_some()).count()
    };
    assert_eq!(gifts(Order::foundry_with().presence(1.0)), 1000);
    assert_eq!(gifts(Order::foundry_with().presence(0.0)), 0);
    let rare = Policy::default().with_presence(0.1);
    let count = gifts(Order::foundry_with().presence(1.0).policy("/gift", rare));
    assert!((60..140).contains(&count), "{count}");
}

#[test]
fn a_configuration_can_be_given_as_a_whole() {
    let config = Config::default().with_lengths(0..=0).with_presence(0.0);
    let rows = Order::foundry_with().rows(20).config(config).batch(42).expect("rows");
    assert!(rows.iter().all(|row| row.lines.is_empty() && row.notes.is_empty()));
}

#[test]
fn a_list_that_no_row_holds_is_refused_at_once() {
    for length in [1_u64 << 40, u64::MAX] {
        let error = Order::foundry_with().lengths(length..=length).row(1, 0).expect_err("too long");
        assert_eq!(
            error.to_string(),
            format!("the row does not fit an instance: a list of {length} elements")
        );
    }
}

#[test]
fn an_unknown_hint_gets_the_nearest_one() {
    let unknown = |hint: &str| {
        let schema = json!({"type": "string", "x-foundry": {hint: 1}});
        let error = foundry::Pipeline::builder().schema(&schema).build().err().expect("an error");
        let help: Vec<_> = error.help().map(str::to_owned).collect();
        (error.to_string(), help)
    };
    let near = "did you mean `presence`?".to_owned();
    assert_eq!(unknown("presense"), ("unknown hint `presense`".to_owned(), vec![near]));
    assert!(unknown("zebra").1[0].starts_with("known: faker, by, presence, "));
}

#[test]
fn the_plan_tells_which_policy_sets_what() {
    let config = Config::default()
        .with_policy("/**/note", Policy::default().with_presence(0.1).with_faker("lorem.word"))
        .and_then(|config| config.with_policy("/gift/note", Policy::default().with_presence(0.4)))
        .expect("two paths");
    let schema = json!({"type": "object", "properties": {
        "note": {"type": "string"},
        "gift": {"type": "object", "properties": {"note": {"type": "string"}}, "required": []},
        "either": {"type": ["string", "null"], "x-foundry": {"presence": 0.7}}
    }});
    let pipeline = foundry::Pipeline::builder().schema(&schema).config(config).build();
    let plan = pipeline.expect("a plan").plan().explain();
    assert!(
        plan.contains("\n  note (10 %): text (lorem.word)  ← presence, faker: /**/note\n"),
        "{plan}"
    );
    let inner = "\n    note (40 %): text (lorem.word)  ← presence: /gift/note; faker: /**/note\n";
    assert!(plan.contains(inner), "{plan}");
    assert!(plan.contains("nullable  ← presence: its own hint\n"), "{plan}");
}

#[test]
fn limits_refuse_what_a_row_needs_and_thin_out_what_it_may_have() {
    let pipeline = |schema: &Value, limits: Limits| {
        let config = Config::default().with_limits(limits).with_lengths(0..=1000);
        Pipeline::builder().schema(schema).config(config).build()
    };
    let schema =
        json!({"type": "array", "items": {"type": "string", "minLength": 5}, "minItems": 50});
    assert!(pipeline(&schema, Limits::default().with_values(51).with_chars(250)).is_ok());
    for (limits, told, help) in [
        (
            Limits::default().with_values(50),
            "the smallest value at the root has 51 values, above the limit of 50",
            "ask for fewer elements, members or characters, or raise `max_values`",
        ),
        (
            Limits::default().with_chars(249),
            "the smallest value at the root has 250 characters of text, above the limit of 249",
            "ask for fewer elements, members or characters, or raise `max_chars`",
        ),
    ] {
        let error = pipeline(&schema, limits).err().expect("an error");
        assert_eq!((error.to_string().as_str(), error.help().next()), (told, Some(help)));
    }
    for short in [
        json!({"type": "string", "format": "uuid"}),
        json!({"type": "string", "pattern": "^a{10}$"}),
        json!({"enum": ["aaaaaaaaaa", "bbbbbbbbbb"]}),
    ] {
        let error = pipeline(&short, Limits::default().with_chars(9)).err().expect("an error");
        assert!(error.to_string().ends_with("characters of text, above the limit of 9"), "{error}");
    }
    let schema = json!({"type": "array", "items": {"type": "integer"}});
    let most = |limits: Limits| {
        let rows = pipeline(&schema, limits).expect("a plan").generate(1, 50).expect("rows");
        rows.values().filter_map(|row| row.as_array().map(Vec::len)).max()
    };
    assert!(most(Limits::default()) > Some(500));
    assert_eq!(most(Limits::default().with_mean(10)), Some(10));
}

#[test]
fn what_many_levels_multiply_is_thinned_out_too() {
    // Each level alone has few values; sixty of them together have more than any row has room for.
    let levels = |level: fn(Value) -> Value| {
        let mut places: serde_json::Map<String, Value> = (0..60)
            .map(|at| (at.to_string(), level(json!({"$ref": format!("#/$defs/{}", at + 1)}))))
            .collect();
        places.insert("60".to_owned(), json!({"type": "integer"}));
        json!({"$ref": "#/$defs/0", "$defs": places})
    };
    let schemas = [
        levels(|next| json!({"type": "array", "items": next})),
        levels(|next| {
            let elements = json!([next, {"type": "string"}, next]);
            json!({"type": "array", "prefixItems": elements, "items": false})
        }),
        levels(|next| json!({"type": "object", "additionalProperties": next})),
        levels(|next| json!({"type": "object", "properties": {"a": next, "b": next}})),
        levels(|next| {
            let members = json!({"kind": {"const": "node"}, "a": next, "b": next});
            json!({"type": "object", "properties": members, "required": ["kind"]})
        }),
        levels(|next| {
            let list = json!({"type": "array", "items": next});
            json!({"oneOf": [list, {"type": "object", "additionalProperties": next}]})
        }),
        levels(|next| {
            let three = json!({"a": next, "b": next, "c": next});
            let three = json!({"type": "object", "properties": three, "required": ["a", "b", "c"]});
            json!({"anyOf": [three, {"type": "string"}]})
        }),
        levels(|next| {
            let three = json!({"type": "array", "items": next, "minItems": 3, "maxItems": 3});
            json!({"anyOf": [three, {"type": "null"}]})
        }),
        levels(|next| {
            let some = json!({"a": next, "b": next, "c": next});
            let two = json!({"type": "object", "properties": some, "minProperties": 2, "additionalProperties": false});
            json!({"type": "object", "properties": {"two": two}})
        }),
        levels(|next| {
            let pair = json!({"type": "array", "contains": next, "minContains": 2});
            json!({"type": "object", "properties": {"pair": pair}})
        }),
    ];
    for (at, schema) in schemas.iter().enumerate() {
        for (mean, rows) in [(100, 1000), (1000, 200)] {
            let config = Config::default().with_limits(Limits::default().with_mean(mean));
            let pipeline = Pipeline::builder().schema(schema).config(config).build();
            let drawn = pipeline.expect("a plan").generate(1, rows).expect("rows");
            let values = drawn.values().map(|row| count(&row)).sum::<u64>() / rows;
            assert!(
                (mean / 2..=mean * 2).contains(&values),
                "{values} values, not {mean}, in schema {at}"
            );
        }
    }
}

/// How many values a value holds, itself included.
fn count(value: &Value) -> u64 {
    let below = match value {
        Value::Array(elements) => elements.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0,
    };
    1 + below
}
