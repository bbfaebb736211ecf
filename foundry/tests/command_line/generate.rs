//! `foundry generate`: the rows, whatever they are written to.

use foundry::Pipeline;
use serde_json::{Value, json};

use crate::program::{FRAGILE, Folder, ORDER};

/// The rows of a schema, as the library gives them, a line each.
fn lines(schema: &str, seed: &str, count: u64) -> String {
    let schema: Value = serde_json::from_str(schema).unwrap();
    let pipeline = Pipeline::builder().schema(&schema).build().unwrap();
    let rows = pipeline.generate(foundry::Seed::parse(seed).unwrap(), count).unwrap();
    rows.instances().iter().map(|row| row.root().to_json() + "\n").collect()
}

#[test]
fn rows_are_those_of_the_library_one_a_line() {
    let folder = Folder::new();
    assert_eq!(folder.print("generate --schema order.json"), lines(ORDER, "42", 10));
    assert_eq!(
        folder.print("generate --schema order.json -n 3 --seed text:demo"),
        lines(ORDER, "text:demo", 3)
    );
    let run = folder.run_with("generate --schema - --n 2", ORDER);
    assert_eq!((run.code, run.stdout), (Some(0), lines(ORDER, "42", 2)));
}

#[test]
fn every_row_is_valid_in_the_eyes_of_the_validator() {
    let folder = Folder::new();
    let judge = |schema: &str| {
        let schema: Value = serde_json::from_str(schema).unwrap();
        jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
    };
    for (name, schema) in [("order.json", ORDER), ("fragile.json", FRAGILE)] {
        let judge = judge(schema);
        let printed = folder.print(&format!("generate --schema {name} --n 500"));
        assert_eq!(printed.lines().count(), 500);
        for line in printed.lines() {
            let row: Value = serde_json::from_str(line).unwrap();
            assert!(judge.is_valid(&row), "{row}");
        }
    }
}

#[test]
fn a_list_holds_the_same_rows() {
    let folder = Folder::new();
    for count in [0, 1, 3] {
        let list = folder.print(&format!("generate --schema order.json --n {count} --format json"));
        let rows: Vec<Value> = serde_json::from_str(&list).unwrap();
        let lines = folder.print(&format!("generate --schema order.json --n {count}"));
        let each: Vec<Value> =
            lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(rows, each);
        assert!(list.ends_with("]\n"), "{list}");
    }
}

#[test]
fn the_number_of_threads_moves_no_byte() {
    let folder = Folder::new();
    for format in ["json", "ndjson"] {
        for count in [0, 1, 255, 256, 257, 2000] {
            let line = format!("generate --schema order.json --n {count} --format {format}");
            let alone = folder.print(&format!("{line} --threads 1"));
            for threads in [2, 3, 8, 256] {
                let many = folder.print(&format!("{line} --threads {threads}"));
                assert!(many == alone, "{line} --threads {threads}");
            }
        }
    }
}

#[test]
fn a_slice_is_the_slice_of_the_whole() {
    let folder = Folder::new();
    let whole = folder.print("generate --schema order.json --n 900");
    let whole: Vec<&str> = whole.lines().collect();
    for (first, end) in [(0, 900), (0, 0), (255, 257), (300, 899), (899, 900)] {
        for threads in [1, 3] {
            let slice = folder.print(&format!(
                "generate --schema order.json --rows {first}..{end} --threads {threads}"
            ));
            assert_eq!(slice.lines().collect::<Vec<_>>(), whole[first..end]);
        }
    }
    let far = folder.print("generate --schema order.json --rows 1000000000000..1000000000001");
    assert_eq!(far.lines().count(), 1);
    let last = format!("generate --schema order.json --rows {}..{}", u64::MAX - 1, u64::MAX);
    assert_eq!(folder.print(&last).lines().count(), 1);
}

#[test]
fn what_is_set_is_in_every_row() {
    let folder = Folder::new();
    let mut command = folder.command("generate --schema order.json --n 50 --presence 1");
    command.args(["--set", "/note=\"Ada\"", "--set", "/lines/*/count=7", "--lengths", "2..=3"]);
    let output = command.output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(printed.lines().count(), 50);
    for line in printed.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        assert_eq!(row["note"], "Ada");
        assert!(row["placed"].is_string());
        let lines = row["lines"].as_array().unwrap();
        assert!((2..=3).contains(&lines.len()));
        assert!(lines.iter().all(|line| line["count"] == 7));
    }
}

#[test]
fn metrics_are_json_on_standard_error() {
    let folder = Folder::new();
    for threads in [1, 2] {
        let run = folder.run(&format!(
            "generate --schema order.json --n 600 --seed 7 --metrics --threads {threads}"
        ));
        assert_eq!((run.code, run.stdout.lines().count()), (Some(0), 600));
        let metrics: Value = serde_json::from_str(&run.stderr).unwrap();
        assert_eq!(metrics["seed"], "7");
        assert_eq!(metrics["rows"], 600);
        assert_eq!(metrics["generators"]["pattern"], 600);
        assert_eq!(metrics["plan_cache_misses"], 1);
        assert_ne!(metrics["generate_time"], json!({"secs": 0, "nanos": 0}));
        assert_eq!(metrics["generator_times"], json!({}));
        assert_eq!(metrics["warnings"], json!([]));
    }
    let plain = folder.run("generate --schema order.json --n 40 --seed 7");
    let timed = folder.run("generate --schema order.json --n 40 --seed 7 --timings --threads 2");
    assert_eq!(timed.stdout, plain.stdout);
    let metrics: Value = serde_json::from_str(&timed.stderr).unwrap();
    assert_ne!(metrics["generator_times"]["pattern"], json!({"secs": 0, "nanos": 0}));
    assert_eq!(metrics["rows"], 40);
}

#[test]
fn a_row_that_fails_is_named_and_the_rows_before_it_are_there() {
    let folder = Folder::new();
    let line = "generate --schema fragile.json --n 2000 --attempts 1";
    let alone = folder.run(&format!("{line} --threads 1"));
    assert_eq!(alone.code, Some(1));
    let drawn = alone.stdout.lines().count();
    let told = format!("row {drawn} of seed 42\n");
    assert!(alone.stderr.contains(&told), "{}", alone.stderr);
    assert!(alone.stderr.contains("help: make more of the values fit"), "{}", alone.stderr);
    let many = folder.run(&format!("{line} --threads 4"));
    assert_eq!(many, alone);
}

#[test]
fn rows_that_make_no_sense_are_refused() {
    let folder = Folder::new();
    for (arguments, told) in [
        ("--rows 9..3", "row 9 comes after row 3: write `3..9`"),
        ("--rows 9", "`9` is no range of rows: write `0..100` for the first hundred"),
        ("--rows 0..3 --n 3", "cannot be used with"),
        ("--n -1", "`-1` is no number of rows: write a whole number from 0 on"),
        ("--n ten", "`ten` is no number of rows: write a whole number from 0 on"),
        ("--seed four", "`four` is not a seed: write a whole number"),
        ("--threads 0", "`0` is not a number of threads: write a whole number from 1 to 256"),
        ("--presence 2", "`2` is not a probability: write a number from 0 (never) to 1 (always)"),
        ("--lengths 3..=1", "`3..=1` is not a range of lengths: write `1..=3`"),
        ("--set /note=Ada", "`Ada` is not JSON: a text stands in quotes, `'/note=\"Ada\"'`"),
        ("--set /nte=1", "help: did you mean `/note`?"),
        ("--sed 3", "a similar argument exists: '--seed'"),
    ] {
        let run = folder.run(&format!("generate --schema order.json {arguments}"));
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments}");
        assert!(run.stderr.contains(told), "{arguments}: {}", run.stderr);
    }
}

#[test]
fn what_is_mostly_rejected_is_told_with_the_first_value() {
    let folder = Folder::new();
    // Of 256 lists of bits only one is left.
    let lists = (0..255).map(|bits| json!((0..8).map(|at| bits >> at & 1).collect::<Vec<_>>()));
    let lists: Vec<Value> = lists.collect();
    let schema = json!({
        "type": "array", "items": {"enum": [0, 1]}, "minItems": 8, "maxItems": 8, "not": {"enum": lists},
    });
    folder.write("slow.json", schema.to_string());
    let line = "generate --schema slow.json --n 20 --seed 1 --attempts 100000";
    let told = "4432 of 4452 values at the root were rejected (99.6 %), \
        the first of them [1,0,1,1,0,0,1,0]";
    for threads in ["1", "3"] {
        let run = folder.run(&format!("{line} --threads {threads}"));
        assert_eq!((run.code, run.stdout.lines().count()), (Some(0), 20));
        let help = "  help: widen what is allowed there, or name another generator: `x-foundry`";
        assert_eq!(run.stderr, format!("  ⚠ {told}\n{help}\n"));
    }
    // Where metrics are asked for, it is one of them: what reads them reads JSON.
    let run = folder.run(&format!("{line} --metrics"));
    let metrics: Value = serde_json::from_str(&run.stderr).unwrap();
    assert_eq!(metrics["warnings"], json!([told]));
}
