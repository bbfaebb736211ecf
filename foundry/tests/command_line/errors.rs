//! Errors point into the schema: line, column, and the lines around.

use crate::program::{Folder, ORDER};

#[test]
fn a_mistake_is_shown_at_its_place() {
    let folder = Folder::new();
    let line = "\"pieces\": {\"type\": \"integer\"";
    folder.write("typo.json", ORDER.replace(line, "\"pieces\": {\"type\": \"intger\""));
    folder.run("generate --schema typo.json").fails_with(
        2,
        r#"  × `intger` is not a type of JSON Schema
  │ at `/properties/pieces/type`
   ╭─[typo.json:8:24]
 7 │     "placed": {"type": "string", "format": "date-time"},
 8 │     "pieces": {"type": "intger", "minimum": 1, "maximum": 99},
   ·                        ────┬───
   ·                            ╰── here
 9 │     "note": {"type": "string", "maxLength": 20},
   ╰────
  help: the types are: array, boolean, integer, null, number, object, string
"#,
    );
}

#[test]
fn keywords_that_clash_are_both_shown() {
    let folder = Folder::new();
    folder.write("clash.json", ORDER.replace("\"maximum\": 99", "\"maximum\": 0"));
    folder.run("generate --schema clash.json").fails_with(
        1,
        r#"  × no integer at `/properties/pieces` is at least 1 and at most 0 (`minimum`, `maximum`)
   ╭─[clash.json:8:46]
 7 │     "placed": {"type": "string", "format": "date-time"},
 8 │     "pieces": {"type": "integer", "minimum": 1, "maximum": 0},
   ·                                              ┬             ┬
   ·                                              │             ╰── maximum
   ·                                              ╰── minimum
 9 │     "note": {"type": "string", "maxLength": 20},
   ╰────
"#,
    );
}

#[test]
fn text_that_is_no_json_is_shown_where_it_stops_to_be() {
    let folder = Folder::new();
    folder
        .run_with("generate --schema -", "{\n  \"type\": \"string\"\n  \"maxLength\": 3\n}")
        .fails_with(
            2,
            r#"  × `standard input` is not JSON: expected `,` or `}` at line 3 column 3
   ╭─[standard input:3:3]
 2 │   "type": "string"
 3 │   "maxLength": 3
   ·   ┬
   ·   ╰── here
 4 │ }
   ╰────
"#,
        );
    let run = folder.run_with("generate --schema -", "");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("EOF while parsing a value at line 1 column 0"), "{}", run.stderr);
}

#[test]
fn of_a_long_line_only_the_place_is_shown() {
    let folder = Folder::new();
    let names: Vec<String> =
        (0..5000).map(|at| format!("\"n{at}\": {{\"type\": \"string\"}}")).collect();
    let text =
        format!("{{\"properties\": {{{}, \"ü\": {{\"type\": \"bool\"}}}}}}", names.join(", "));
    folder.write("long.json", &text);
    let run = folder.run("generate --schema long.json");
    assert_eq!(run.code, Some(2));
    let column = text[..text.find("\"bool\"").unwrap()].chars().count() + 1;
    assert!(run.stderr.contains(&format!("╭─[long.json:1:{column}]")), "{}", run.stderr);
    assert!(run.stderr.contains("\"ü\": {\"type\": \"bool\"}}}\n"), "{}", run.stderr);
    assert!(run.stderr.len() < 600, "{}", run.stderr);
}

#[test]
fn a_place_that_is_not_in_the_file_is_the_nearest_one_above() {
    let folder = Folder::new();
    let schema = r##"{"$ref": "#/definitions/none", "definitions": {"some": {}}}"##;
    folder.write("lost.json", schema);
    let run = folder.run("generate --schema lost.json");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("  × the reference `#/definitions/none` leads nowhere\n"));
    assert!(run.stderr.contains("╭─[lost.json:1:10]"), "{}", run.stderr);
    assert!(run.stderr.ends_with("  help: known names there: some\n"), "{}", run.stderr);
}

#[test]
fn files_that_are_not_there_or_no_text_are_named() {
    let folder = Folder::new();
    let run = folder.run("generate --schema none.json");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("  × cannot read `none.json`: "), "{}", run.stderr);
    folder.write("latin.json", b"{\"title\": \"caf\xe9\"}");
    folder.run("schema latin.json").fails_with(
        2,
        "  × `latin.json` is not UTF-8: byte 14 belongs to no character\n  help: save it in UTF-8\n",
    );
}

#[test]
fn nothing_is_coloured_without_a_terminal() {
    let folder = Folder::new();
    folder.write("typo.json", r#"{"type": "intger"}"#);
    for variables in [&[][..], &[("NO_COLOR", "1")], &[("FORCE_COLOR", "1")]] {
        for line in ["generate --schema typo.json", "generate --schemo x", "--help"] {
            let run = folder.run_in(variables, line);
            assert!(!run.stderr.contains('\u{1b}') && !run.stdout.contains('\u{1b}'), "{line}");
        }
    }
}

#[test]
fn more_rows_than_unique_values_are_refused_before_the_first_row() {
    let folder = Folder::new();
    folder.write(
        "seat.json",
        r#"{
  "type": "object",
  "properties": {
    "seat": {"type": "string", "pattern": "^[A-D][1-5]$", "x-foundry": {"unique": true}}
  },
  "required": ["seat"]
}"#,
    );
    folder.run("generate --schema seat.json --n 21 --out seats.ndjson").fails_with(
        1,
        r#"  × `/properties/seat` has 20 different values, and `unique` needs 21 of them for 21 rows
   ╭─[seat.json:4:5]
 3 │   "properties": {
 4 │     "seat": {"type": "string", "pattern": "^[A-D][1-5]$", "x-foundry": {"unique": true}}
   ·     ───┬──
   ·        ╰── here
 5 │   },
   ╰────
  help: widen what the contract allows there, or ask for no row after 19
"#,
    );
}

#[test]
fn what_is_refused_says_where_it_stands_and_what_helps_in_a_document() {
    let folder = Folder::new();
    for (schema, at) in [
        (
            r#"{"properties": {"a": {"multipleOf": 1e-30}}, "required": ["a"]}"#,
            "at `/properties/a`",
        ),
        (r#"{"properties": {"a": {"type": "intger"}}}"#, "at `/properties/a/type`"),
        (r#"{"format": "regex", "type": "string", "pattern": "^\\(+$"}"#, "at the root"),
    ] {
        folder.write("refused.json", schema);
        for line in ["generate --schema refused.json", "schema refused.json"] {
            let run = folder.run(line);
            assert!(run.stderr.contains(&format!("\n  │ {at}\n")), "{line}: {}", run.stderr);
        }
    }
    let endless = r##"{"type": "object", "properties": {"a": {"$ref": "#"}}, "required": ["a"]}"##;
    folder.write("endless.json", endless);
    let run = folder.run("generate --schema endless.json");
    assert!(run.stderr.contains("leave one of the names out of `required`"), "{}", run.stderr);
    let run = folder.run("generate --schema fragile.json --attempts 1 --n 2000");
    assert_eq!(run.code, Some(1));
    assert!(!run.stderr.contains("finish"), "{}", run.stderr);
}

#[test]
fn a_setting_that_cannot_be_is_a_wrong_call() {
    let folder = Folder::new();
    for set in ["/none=1", "/pieces=1000", "/number/below=1", "/pieces=\"x\""] {
        let run = folder.run(&format!("generate --schema order.json --set {set}"));
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{set}: {}", run.stderr);
        assert!(run.stderr.contains("--set"), "{set}: {}", run.stderr);
    }
}
