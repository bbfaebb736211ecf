//! What one call sets, and the contract or the type does not allow.

use foundry::config::Policy;
use foundry::{Foundry, Seed, Stage};
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
struct Order {
    status: Status,
    #[schemars(range(max = 9))]
    count: u8,
    lines: Vec<Line>,
    note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
enum Status {
    Open,
    Paid,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
struct Line {
    sku: String,
    note: Option<String>,
}

#[test]
fn a_value_that_is_set_is_in_every_row() {
    let rows =
        Order::foundry_with().rows(20).set("/status", json!("Paid")).set("/note", json!("x"));
    for row in &rows.batch(1).unwrap() {
        assert_eq!(row.status, Status::Paid);
        assert_eq!(row.note.as_deref(), Some("x"));
    }
}

#[test]
fn a_value_outside_the_contract_is_refused() {
    let error = Order::foundry_with().set("/count", json!(10)).batch(1).unwrap_err();
    assert_eq!(error.to_string(), "the value `10` of the hint `values` is outside the contract");
    assert_eq!(error.stage(), Stage::Plan);
    assert_eq!(error.pointer(), Some("/properties/count"));
    assert_eq!(error.type_name(), Some(std::any::type_name::<Order>()));
}

#[test]
fn a_path_that_leads_nowhere_is_refused() {
    let error = Order::foundry_with().set("/sttus", json!("Paid")).batch(1).unwrap_err();
    assert_eq!(error.to_string(), "the path `/sttus` leads to no place of the contract");
    assert_eq!(error.stage(), Stage::Plan);
    assert!(error.help().any(|help| help == "did you mean `/status`?"), "{error:?}");
    let error = Order::foundry_with().set("status", json!("Paid")).batch(1).unwrap_err();
    assert_eq!(error.to_string(), "the path `status` does not start with `/`");
}

#[test]
fn policies_reach_every_place_that_they_name() {
    let rows = Order::foundry_with()
        .rows(30)
        .presence(1.0)
        .lengths(2..=3)
        .policy("/lines/*/note", Policy::default().with_presence(0.0))
        .batch(1)
        .unwrap();
    for row in &rows {
        assert!(row.note.is_some());
        assert!((2..=3).contains(&row.lines.len()));
        assert!(row.lines.iter().all(|line| line.note.is_none()));
    }
    let rows = Order::foundry_with()
        .rows(30)
        .policy("/**/note", Policy::default().with_presence(1.0))
        .batch(1)
        .unwrap();
    assert!(
        rows.iter()
            .all(|row| { row.note.is_some() && row.lines.iter().all(|line| line.note.is_some()) })
    );
}

#[test]
fn an_edit_is_judged_like_the_rest() {
    let rows = Order::foundry_with().rows(5).edit(|row| row.count = 3).batch(1).unwrap();
    assert!(rows.iter().all(|row| row.count == 3));
    let error = Order::foundry_with().edit(|row| row.count = 200).row(1, 4).unwrap_err();
    assert_eq!(error.stage(), Stage::Validate);
    assert_eq!(error.pointer(), Some("/count"));
    assert_eq!(error.row(), Some(4));
}

#[test]
fn a_bad_seed_says_what_would_do() {
    for text in ["", "seven", "-1", "1.5", "hex:0", "18446744073709551616"] {
        let error = Seed::parse(text).unwrap_err();
        assert_eq!(error.to_string(), format!("`{text}` is not a seed"));
        assert_eq!(error.stage(), Stage::Seed);
        assert!(error.help().next().is_some());
    }
}
