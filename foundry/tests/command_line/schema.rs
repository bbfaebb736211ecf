//! `foundry schema`: what was understood, and whether rows can come from it.

use crate::program::{Folder, ORDER};

#[test]
fn the_page_of_a_schema() {
    let folder = Folder::new();
    assert_eq!(
        folder.print("schema order.json"),
        "\
draft            draft 7
title            Order
schemas          11
references       1 local, 0 to other documents
formats checked  date-time × 1
formats unknown  sku × 1
other keywords   none
planned          yes, 11 nodes
satisfiable      yes
"
    );
    assert_eq!(folder.run_with("schema -", ORDER).stdout, folder.print("schema order.json"));
}

#[test]
fn a_clash_is_told_with_its_place() {
    let folder = Folder::new();
    folder.write("clash.json", ORDER.replace("\"maximum\": 99", "\"maximum\": 0"));
    let run = folder.run("schema clash.json");
    assert_eq!(run.code, Some(1));
    let told =
        "no integer at `/properties/pieces` is at least 1 and at most 0 (`minimum`, `maximum`)";
    assert!(run.stdout.ends_with(&format!("planned          no\nsatisfiable      no: {told}\n")));
    assert!(run.stderr.starts_with(&format!("  × {told}\n   ╭─[clash.json:8:46]\n")));
}

#[test]
fn what_cannot_be_planned_may_well_have_values() {
    let folder = Folder::new();
    folder.write("long.json", r#"{"type": "string", "minLength": 1000000000}"#);
    let run = folder.run("schema long.json");
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains("planned          no\nsatisfiable      unknown: `minLength`"));

    folder.write("other.json", r#"{"items": {"$ref": "https://example.com/other.json#/a"}}"#);
    let run = folder.run("schema other.json");
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains(
        "\
references       0 local, 1 to other documents
                 https://example.com/other.json × 1, first at /items/$ref
"
    ));
    assert!(run.stdout.contains("satisfiable      unknown: the reference "), "{}", run.stdout);
}

#[test]
fn what_the_draft_has_no_keyword_for_is_listed() {
    let folder = Folder::new();
    folder.write(
        "old.json",
        r#"{"$schema": "http://json-schema.org/draft-04/schema#", "const": 1,
            "properties": {"a": {"nullable": true}, "b/c": {"nullable": true}}}"#,
    );
    let page = folder.print("schema old.json");
    let listed = "\
other keywords   these say nothing here
                 const × 1, first at /const
                 nullable × 2, first at /properties/a/nullable
";
    assert!(page.contains(listed), "{page}");
}

#[test]
fn what_is_no_schema_is_trouble() {
    let folder = Folder::new();
    folder.write("list.json", "[]");
    let run = folder.run("schema list.json");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.starts_with("  × a schema is an object or a boolean\n"), "{}", run.stderr);
    assert_eq!(folder.run("schema").code, Some(2));
    assert_eq!(folder.run("schema none.json").code, Some(2));
}
