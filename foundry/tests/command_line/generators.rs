//! `foundry generators`: the list, one alone, and what looks like a typing error.

use serde_json::{Value, json};

use crate::program::Folder;

/// The example that the page shows of each generator.
fn examples(page: &str) -> Vec<(String, Value)> {
    let example = |listed: foundry::generators::Listed| {
        let start = format!("  {} ", listed.name());
        let line = page.lines().find(|line| line.starts_with(&start)).unwrap();
        let (_, example) = line.split_once(listed.about()).unwrap();
        (listed.name().to_owned(), serde_json::from_str(example.trim()).unwrap())
    };
    foundry::generators::built_in().map(example).collect()
}

#[test]
fn every_generator_stands_there_with_a_value_that_it_makes() {
    let page = Folder::new().print("generators");
    let examples = examples(&page);
    assert!(examples.len() > 35, "{page}");
    assert!(examples[1].0 == "boolean" && examples[1].1.is_boolean(), "{page}");
    let is_format = |(name, _): &&(String, Value)| {
        let listed = foundry::generators::built_in().find(|listed| listed.name() == name);
        listed.is_some_and(|listed| listed.family() == foundry::generators::Family::Format)
    };
    let formats = examples.iter().filter(is_format);
    assert!(formats.clone().count() > 30);
    let age = examples.iter().find(|(name, _)| name == "number.age");
    assert!(age.is_some_and(|(_, age)| age.as_u64().is_some_and(|age| (18..=90).contains(&age))));
    for (name, example) in formats {
        let schema = json!({"type": "string", "format": name});
        let judge = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        assert!(judge.is_valid(example), "{name}: {example}");
    }
}

#[test]
fn one_alone_is_shown_with_a_schema_and_more_examples() {
    let page = Folder::new().print("generators date");
    let head = "date: days of the calendar\n\nschema\n  {\"type\":\"string\",\"format\":\"date\",\"x-foundry\":{\"faker\":\"date\"}}\n";
    assert!(page.starts_with(head), "{page}");
    let (_, examples) = page.split_once("\nexamples\n").unwrap();
    assert_eq!(examples.lines().count(), 5);
    let page = Folder::new().print("generators person.last_name");
    let head = "person.last_name: family names\n\nfields\n  last name, family name, surname, ";
    assert!(page.starts_with(head), "{page}");
}

#[test]
fn an_unknown_name_gets_the_nearest_one() {
    let folder = Folder::new();
    folder.run("generators dat-time").fails_with(
        2,
        "  × no generator is called `dat-time`\n  help: did you mean `date-time`?\n",
    );
    let run = folder.run("generators zebra");
    assert!(
        run.stderr.contains("help: some known generators: anything, boolean, "),
        "{}",
        run.stderr
    );
}

#[test]
fn one_alone_is_checked_by_its_name() {
    let folder = Folder::new();
    for call in ["generators --check person.last_name", "generators person.last_name --check"] {
        let page = folder.print(call);
        assert!(page.starts_with("person.last_name  "), "{page}");
        assert!(page.lines().count() == 1 && page.ends_with("  ok\n"), "{page}");
    }
    folder.run("generators --check person.lst_name").fails_with(
        2,
        "  × no generator is called `person.lst_name`\n  help: did you mean `person.last_name`?\n",
    );
}

#[test]
fn every_generator_keeps_its_promise() {
    let page = Folder::new().print("generators --check");
    assert!(page.lines().count() > 90 && page.lines().all(|line| line.ends_with("  ok")), "{page}");
}
