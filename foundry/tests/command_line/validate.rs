//! `foundry validate`: which rows fail, where, and why.

use crate::program::Folder;

const ROWS: &str = r#"{"number":"SO-765469","pieces":100,"lines":[]}

{"number":"x","pieces":9}
nope
{"number":"SO-765469","pieces":1,"lines":[{"sku":"a"},{"sku":3}]}
{"number":"SO-000000","pieces":1,"lines":[]}
"#;

#[test]
fn each_failure_is_a_line_with_its_place() {
    let folder = Folder::new();
    folder.write("rows.ndjson", ROWS);
    let run = folder.run("validate --schema order.json --data rows.ndjson");
    assert_eq!(
        run.stdout,
        "\
rows.ndjson:1:32: row 0 fails at `/pieces` (`maximum`): 100 is greater than the maximum of 99
rows.ndjson:3:1: row 1 fails at the root (`required`): \"lines\" is a required property
rows.ndjson:3:11: row 1 fails at `/number` (`pattern`): \"x\" does not match \"^SO-[0-9]{6}$\"
rows.ndjson:4:2: row 2 fails at the root: not JSON: expected ident
rows.ndjson:5:62: row 3 fails at `/lines/1/sku` (`type`): 3 is not of type \"string\"
"
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), "4 of 5 rows fail\n"));
    let piped = folder.run_with("validate --schema order.json --data -", ROWS);
    assert_eq!(piped.stdout, run.stdout.replace("rows.ndjson", "standard input"));
}

#[test]
fn what_was_drawn_is_valid_in_both_forms() {
    let folder = Folder::new();
    for name in ["rows.ndjson", "rows.json", "rows"] {
        folder.print(&format!("generate --schema order.json --n 50 --out {name}"));
        let run = folder.run(&format!("validate --schema order.json --data {name}"));
        assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
        assert_eq!(run.stderr, "50 rows, all valid\n");
    }
}

#[test]
fn a_list_is_a_row_for_each_element_unless_it_is_judged_as_a_whole() {
    let folder = Folder::new();
    folder.write("numbers.json", r#"{"type": "array", "items": {"type": "integer"}}"#);
    folder.write("data.json", "[\n  1,\n  \"two\"\n]\n");
    let run = folder.run("validate --schema numbers.json --data data.json");
    assert_eq!(run.code, Some(1));
    assert_eq!(
        run.stdout,
        "\
data.json:2:3: row 0 fails at the root (`type`): 1 is not of type \"array\"
data.json:3:3: row 1 fails at the root (`type`): \"two\" is not of type \"array\"
"
    );
    assert!(run.stderr.contains("help: each element of the list is a row; `--whole` judges"));
    let run = folder.run("validate --schema numbers.json --data data.json --whole");
    assert_eq!(
        run.stdout,
        "data.json:3:3: row 0 fails at `/1` (`type`): \"two\" is not of type \"integer\"\n"
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), "1 of 1 row fails\n"));
}

#[test]
fn without_a_name_the_text_tells_the_form() {
    let folder = Folder::new();
    folder.write("any.json", "true");
    let line = "validate --schema any.json --data -";
    for (text, rows) in [
        ("", "0 rows"),
        ("\n\n", "0 rows"),
        ("1", "1 row"),
        ("[1, 2, 3]\n", "3 rows"),
        ("[1]\n[2]\n", "2 rows"),
        ("\n{\"a\": 1}\n{\"a\": 2}\n\n{\"a\": 3}", "3 rows"),
        ("{\n  \"a\": 1\n}\n", "1 row"),
        ("\u{feff}[\n1,\n2]", "2 rows"),
    ] {
        let run = folder.run_with(line, text);
        assert_eq!((run.code, run.stderr), (Some(0), format!("{rows}, all valid\n")), "{text:?}");
    }
    let run = folder.run_with(&format!("{line} --format ndjson"), "[1]\n");
    assert_eq!(run.stderr, "1 row, all valid\n");
}

#[test]
fn nothing_at_all_has_no_rows_unless_it_is_said_to_be_json() {
    let folder = Folder::new();
    folder.write("any.json", "true");
    for name in ["rows.json", "rows.ndjson", "rows"] {
        folder.write(name, " \n");
        let run = folder.run(&format!("validate --schema any.json --data {name}"));
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), "0 rows, all valid\n"), "{name}");
        for option in ["--format json", "--whole"] {
            let run = folder.run(&format!("validate --schema any.json --data {name} {option}"));
            assert_eq!(run.code, Some(2), "{name} {option}");
        }
    }
}

#[test]
fn formats_are_asserted_also_where_the_schema_cannot_be_planned() {
    let folder = Folder::new();
    folder.write("schema.json", r#"{"format": "date", "multipleOf": 1e-30}"#);
    let run = folder.run_with("validate --schema schema.json --data -", "\"2024-02-30\"");
    assert_eq!(
        run.stdout,
        "standard input:1:1: row 0 fails at the root (`format`): \"2024-02-30\" is not a \"date\"\n"
    );
    assert_eq!(run.code, Some(1));
}

#[test]
fn a_row_of_many_failures_is_cut_and_counted() {
    let folder = Folder::new();
    folder.write("schema.json", r#"{"items": {"type": "string"}}"#);
    let row = format!("[{}]\n", vec!["1"; 30].join(","));
    folder.write("rows.ndjson", row.repeat(2));
    let run = folder.run("validate --schema schema.json --data rows.ndjson");
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines.len(), 22);
    assert_eq!(lines[10], "rows.ndjson:1: row 0 fails 20 times more");
    assert_eq!(lines[21], "rows.ndjson:2: row 1 fails 20 times more");
}

#[test]
fn a_document_of_one_line_has_its_places_too() {
    let folder = Folder::new();
    folder.write("schema.json", r#"{"items": {"type": "string"}}"#);
    let rows: Vec<String> = (0..20_000).map(|row| format!("[\"ü\", \"],[\" , {row}]")).collect();
    let text = format!(" [ {} ] ", rows.join(" , "));
    folder.write("rows.json", &text);
    let run = folder.run("validate --schema schema.json --data rows.json");
    assert_eq!(run.stderr.lines().next(), Some("20000 of 20000 rows fail"));
    let last = run.stdout.lines().last().unwrap();
    let column = text[..text.rfind("19999").unwrap()].chars().count() + 1;
    let told = "row 19999 fails at `/2` (`type`): 19999 is not of type \"string\"";
    assert_eq!(last, format!("rows.json:1:{column}: {told}"));
}

#[test]
fn what_cannot_be_read_is_no_finding() {
    let folder = Folder::new();
    folder.run("validate --schema - --data -").fails_with(
        2,
        "  × standard input is one text: it is either the schema or the data\n  \
         help: name a file for one of `--schema` and `--data`\n",
    );
    folder.run("validate --schema order.json --data - --format ndjson --whole").fails_with(
        2,
        "  × each line of NDJSON is a row of its own\n  \
         help: take away one of `--whole` and `--format ndjson`\n",
    );
    folder.write("rows.json", "{\"a\": 1,}\n");
    folder.run("validate --schema order.json --data rows.json").fails_with(
        2,
        "  × `rows.json` is not JSON: trailing comma at line 1 column 9
   ╭─[rows.json:1:9]
 1 │ {\"a\": 1,}
   ·         ┬
   ·         ╰── here
   ╰────
",
    );
    folder.write("latin.ndjson", b"\"caf\xe9\"\n");
    let run = folder.run("validate --schema order.json --data latin.ndjson");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("help: save it in UTF-8"), "{}", run.stderr);
}

#[test]
fn a_line_that_breaks_off_is_told_where_it_ends() {
    let folder = Folder::new();
    folder.write("any.json", "true");
    folder.write("rows.ndjson", "{\"ä\":1}\r\n\n{\"ä\":\"x\"\r\n{\"ä\": 1,}\n[");
    let run = folder.run("validate --schema any.json --data rows.ndjson");
    let places: Vec<&str> =
        run.stdout.lines().filter_map(|line| line.split(": row").next()).collect();
    assert_eq!(
        places[..3],
        ["rows.ndjson:3:8", "rows.ndjson:4:9", "rows.ndjson:5:1"],
        "{}",
        run.stdout
    );
    assert_eq!(run.code, Some(1));
}
