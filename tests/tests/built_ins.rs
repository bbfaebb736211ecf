//! The guide's chapter of built-in generators is what the registry says of them.
//!
//! `FOUNDRY_GOLDEN=write cargo test -p foundry-tests --test built_ins` writes it anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use foundry::Pipeline;
use foundry::generators::{Family, Listed, Registry};

/// The seed of the examples.
const SEED: u64 = 42;

/// A longer example would be all that one sees of its table.
const LONGEST_EXAMPLE: usize = 64;

/// What stands before the tables.
const HEAD: &str = "\
The built-in generators: what each makes, what asks for it, and a value of seed 42.

Each of them may be named: `#[foundry(faker = \"internet.ipv4\")]`, `\"x-foundry\": {\"faker\": \"internet.ipv4\"}` in a
document, and [`Policy::with_faker`](crate::config::Policy::with_faker). [`generators`](super::generators) says which one
is chosen where none is named, and how one's own is written. This chapter is printed from
[`Registry::built_in`](crate::generators::Registry::built_in), and a test holds it against that.
";

#[test]
fn the_chapter_is_what_the_registry_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../foundry/src/guide/built_ins.rs");
    let printed = print();
    if std::env::var_os("FOUNDRY_GOLDEN").is_some_and(|value| value == "write") {
        fs::write(&file, printed).expect("the chapter can be written");
        return;
    }
    let written = fs::read_to_string(&file).expect("the chapter can be read");
    let differs =
        written.lines().zip(printed.lines()).find(|(written, printed)| written != printed);
    assert!(
        written == printed,
        "{differs:#?}\n`just golden` writes the chapter anew, and the other golden texts with it"
    );
}

/// The chapter, as the documentation of a module.
fn print() -> String {
    let mut text = HEAD.to_owned();
    let registry = Registry::built_in();
    let of = |family: Family| registry.iter().filter(move |listed| listed.family() == family);
    text += "\n# By the type and its keywords\n\n| name | makes | example |\n|---|---|---|\n";
    of(Family::Plain).for_each(|listed| row(&mut text, &listed));
    text += "\n# By `format`\n\n";
    text += "Documents get all forms of a format. Types get those that the crates read which write such a\n";
    text += "type: no leap seconds, for example, and no durations of months.\n\n";
    text += "| format | makes | example |\n|---|---|---|\n";
    of(Family::Format).for_each(|listed| row(&mut text, &listed));
    text += "\n# By the name of a field\n\n";
    text += "A field asks for one of these where its name ends with the words, in snake, camel or kebab case,\n";
    text += "texts also in the singular or plural; bare words like `name` mean what is around them. Numbers are those of\n";
    text += "`number.…`, where nobody wrote how large they may be.\n";
    let mut family = String::new();
    for listed in of(Family::Realistic) {
        let (first, _) = listed.name().split_once('.').expect("a family and a name");
        if first != family {
            first.clone_into(&mut family);
            let _ = write!(
                text,
                "\n## {family}\n\n| name | makes | fields | example |\n|---|---|---|---|\n"
            );
        }
        row(&mut text, &listed);
    }
    text.lines().fold(String::new(), |doc, line| doc + format!("//! {line}").trim_end() + "\n")
}

fn row(text: &mut String, listed: &Listed) {
    let _ = write!(text, "| `{}` | {} |", listed.name(), listed.about());
    if listed.family() == Family::Realistic {
        let fields: Vec<String> = listed.fields().map(|field| format!("`{field}`")).collect();
        let _ = write!(text, " {} |", fields.join(", "));
    }
    let _ = writeln!(text, " `{}` |", example(listed));
}

/// The first value that this very generator draws and that a table can show.
fn example(listed: &Listed) -> String {
    let pipeline = Pipeline::builder().schema(&listed.schema()).registry(Registry::built_in());
    let mut drawer = pipeline.build().expect("its schema has values").drawer(SEED);
    let mut before = 0;
    for row in 0.. {
        let value = drawer.draw(row).expect("a row").root().to_json();
        let metrics = drawer.metrics();
        let counts = match listed.family() {
            Family::Format => &metrics.formats,
            _ => &metrics.generators,
        };
        let drawn = counts.get(listed.name()).copied().unwrap_or(0);
        let is_plain = value.chars().count() <= LONGEST_EXAMPLE && !value.contains(['`', '|']);
        if drawn > before && is_plain {
            return value;
        }
        before = drawn;
    }
    unreachable!("rows do not end")
}
