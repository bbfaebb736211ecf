//! `foundry explain`: the plan, and where settings come from.

use crate::program::Folder;

#[test]
fn the_plan_and_the_settings() {
    let folder = Folder::new();
    let path = folder.write(
        "foundry.toml",
        "seed = 7\nlengths = \"0..=1\"\n\n[policies]\n\"/note\" = { presence = 0.1 }\n",
    );
    // The program sees its working directory with its links resolved.
    let file = std::fs::canonicalize(path).unwrap().display().to_string();
    let run = folder.run_in(
        &[("FOUNDRY_DEPTH", "3"), ("FOUNDRY_SEED", "8")],
        "explain --schema order.json --presence 1 --threads 2 --set /pieces=5",
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(
        run.stdout,
        format!(
            "\
object
  number: text (pattern)
  placed (100 %): text (time.date_time, by its format)
  pieces: 5  ← values: /pieces (--set)
  note (10 %): text (words), 0..=20 characters  ← presence: /note ({file}:5)
  lines: list, 0..=1 elements
    *: object
      sku: text (words)
      count (100 %): integer (number.count, by its field) 0..=1000

settings
  seed         8                 FOUNDRY_SEED
  presence     1                 --presence
  extras       0.0625            default
  lengths      0..=1             {file}:2
  depth        3                 FOUNDRY_DEPTH
  attempts     1000              default
  max_values   1048576           default
  max_chars    10000000          default
  mean_values  10000             default
  locale       en_US             default
  realism      on                default
  threads      2                 --threads
  /note        {{\"presence\":0.1}}  {file}:5
  /pieces      5                 --set
"
        )
    );
}

#[test]
fn each_place_tells_which_line_sets_what() {
    let folder = Folder::new();
    let path = folder.write(
        "foundry.toml",
        "presence = 0.2

[policies]
\"/**/sku\" = { faker = \"commerce.sku\" }
\"/lines\" = { lengths = \"1..=2\" }
\"/lines/*/*\" = { presence = 0.9 }
\"/lines/*/count\" = { presence = 0.3, distribution = { exponential = { mean = 3 } } }
\"/note\" = { faker = \"lorem.word\" }
",
    );
    let file = std::fs::canonicalize(path).unwrap().display().to_string();
    let schema = r#"{"type": "object", "properties": {
        "note": {"type": "string", "x-foundry": {"presence": 0.5, "faker": "lorem.title"}},
        "lines": {"type": "array", "items": {"type": "object", "properties": {
            "sku": {"type": "string"}, "count": {"type": "integer", "minimum": 0}}}}}}"#;
    folder.write("lines.json", schema);
    let page = folder.print("explain --schema lines.json");
    let (plan, _) = page.split_once("\nsettings\n").unwrap();
    let told = "\
object
  note (50 %): text (lorem.word)  ← presence: its own hint; faker: /note (FILE:8)
  lines (20 %): list, 1..=2 elements  ← lengths: /lines (FILE:5)
    *: object
      sku (90 %): text (commerce.sku)  ← presence: /lines/*/* (FILE:6); faker: /**/sku (FILE:4)
      count (30 %): integer 0..=18446744073709551615, exponential of mean 3  ← presence, distribution: /lines/*/count (FILE:7)
";
    assert_eq!(plan, told.replace("FILE", &file));
}

#[test]
fn what_cannot_be_planned_is_not_explained() {
    let folder = Folder::new();
    folder.write("clash.json", r#"{"type": "string", "minLength": 3, "maxLength": 2}"#);
    folder.run("explain --schema clash.json").fails_with(
        1,
        "  × no text at the root is at least 3 and at most 2 characters long (`minLength`, `maxLength`)
   ╭─[clash.json:1:33]
 1 │ {\"type\": \"string\", \"minLength\": 3, \"maxLength\": 2}
   ·                                 ┬               ┬
   ·                                 │               ╰── maxLength
   ·                                 ╰── minLength
   ╰────
",
    );
}
