//! Documents that a schema refers to: handed over by name, never fetched.

use crate::program::Folder;

const SHOP: &str = r#"{
  "$id": "https://example.com/shop.json",
  "type": "object",
  "properties": {"price": {"$ref": "money.json#/$defs/cents"}},
  "required": ["price"]
}
"#;

const MONEY: &str = r#"{
  "$id": "https://example.com/money.json",
  "$defs": {"cents": {"type": "integer", "minimum": 5, "maximum": 9}}
}
"#;

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("shop.json", SHOP);
    folder.write("money.json", MONEY);
    folder
}

#[test]
fn a_document_is_known_by_the_uri_it_is_given() {
    let folder = folder();
    let run = folder.run(
        "generate --schema shop.json --document https://example.com/money.json=money.json --n 20",
    );
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let prices: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(prices.len(), 20);
    for price in prices {
        assert!((5..=9).any(|cents| price == format!("{{\"price\":{cents}}}")), "{price}");
    }
}

#[test]
fn a_document_is_known_by_its_own_id() {
    let folder = folder();
    for command in ["generate --schema", "explain --schema", "schema"] {
        let run = folder.run(&format!("{command} shop.json --document money.json"));
        assert_eq!(run.code, Some(0), "{command}: {}", run.stderr);
    }
    folder.write("rows.ndjson", "{\"price\":5}\n{\"price\":4}\n");
    let run = folder.run("validate --schema shop.json --document money.json --data rows.ndjson");
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stdout.contains("4 is less than the minimum of 5"), "{}", run.stdout);
}

#[test]
fn a_document_that_is_not_there_is_asked_for() {
    let folder = folder();
    let run = folder.run("generate --schema shop.json");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("shop.json:4:"), "{}", run.stderr);
    assert!(run.stderr.contains("`--document money.json=FILE`"), "{}", run.stderr);
}

#[test]
fn a_document_without_an_id_needs_a_uri() {
    let folder = folder();
    let run = folder.run("generate --schema shop.json --document order.json");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("`order.json` has no `$id`"), "{}", run.stderr);
    assert!(run.stderr.contains("write `--document URI=order.json`"), "{}", run.stderr);
}

#[test]
fn a_clash_in_another_document_is_shown_there() {
    let folder = folder();
    folder.write("money.json", MONEY.replace("\"maximum\": 9", "\"maximum\": 1"));
    let run = folder.run("generate --schema shop.json --document money.json");
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains("money.json:3:"), "{}", run.stderr);
}

#[test]
fn relative_references_start_at_the_base_uri() {
    let folder = folder();
    folder.write("bare.json", r#"{"$ref": "money.json#/$defs/cents"}"#);
    let run = folder.run(
        "generate --schema bare.json --base-uri https://example.com/bare.json --document money.json",
    );
    assert_eq!(run.code, Some(0), "{}", run.stderr);
}
