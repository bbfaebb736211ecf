//! Values named by a title or a description, where a hint or a policy asks for it and nowhere else.

use foundry::config::{Config, NamedBy, Policy};
use foundry::generators::{Capability, Generator, GeneratorError, Registry};
use foundry::{Foundry, Instance, Pipeline, Stream};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

fn plan(schema: &Value, config: Config) -> String {
    let pipeline = Pipeline::builder().schema(schema).config(config).build();
    let pipeline = pipeline.unwrap_or_else(|error| panic!("{}", error.report()));
    pipeline.generate(1, 20).unwrap_or_else(|error| panic!("{}", error.report()));
    pipeline.plan().explain()
}

/// The lines of a plan, without what sets each of them.
fn lines(plan: &str) -> Vec<&str> {
    plan.lines().map(|line| line.split("  ← ").next().unwrap_or(line).trim()).collect()
}

#[test]
fn titles_and_descriptions_count_only_where_somebody_asks() {
    let texts = |by: Value| {
        json!({"type": "object", "required": ["f1", "f2", "f3", "f4", "f5", "f6"], "properties": {
            "f1": {"type": "string", "title": "First name", "x-foundry": by},
            "f2": {"type": "integer", "title": "The person's age", "x-foundry": by},
            "f3": {"type": "array", "title": "E-mail addresses", "x-foundry": by, "items": {"type": "string"}},
            "f4": {"type": "string", "title": "Date of birth of the customer", "x-foundry": by},
            "f5": {"type": ["string", "null"], "title": "City", "x-foundry": by},
            "f6": {"type": "string", "title": "Something else", "x-foundry": by}
        }})
    };
    let unasked = plan(&texts(json!({})), Config::default());
    assert!(lines(&unasked)[1] == "f1: text (words)" && !unasked.contains("person."), "{unasked}");
    let asked = plan(&texts(json!({"by": "title"})), Config::default());
    assert_eq!(
        lines(&asked),
        [
            "object",
            "f1: text (person.first_name, by its field)",
            "f2: integer (number.age, by its field) 18..=90",
            "f3: list, 0..=4 elements",
            "*: text (internet.email, by its field)",
            "f4: text (time.birth_date, by its field)",
            "f5: nullable",
            "or null: text (address.city, by its field)",
            "f6: text (words)"
        ]
    );
    assert!(
        asked.contains("f1: text (person.first_name, by its field)  ← by: its own hint\n"),
        "{asked}"
    );
    let plain = plan(&texts(json!({"by": "title"})), Config::default().with_realism(false));
    assert_eq!(lines(&plain)[1], "f1: text (words)");
}

#[test]
fn a_policy_asks_for_many_places_and_those_without_words_keep_their_names() {
    let schema = json!({"type": "object", "required": ["a", "city", "b"], "properties": {
        "a": {"type": "string", "description": "The e-mail address of the buyer. It is checked, a city is not."},
        "city": {"type": "string"},
        "b": {"type": "string", "title": "Postcode"}
    }});
    let by = Policy::default().with_named_by(NamedBy::Description);
    let config = Config::default().with_policy("/**", by).expect("a path");
    let plan = plan(&schema, config);
    let told = [
        "object",
        "a: text (internet.email, by its field)",
        "city: text (address.city, by its field)",
        "b: text (words)",
    ];
    assert_eq!(lines(&plan), told);
}

#[test]
fn a_hint_without_words_to_go_by_is_refused() {
    let told = |hint: &str| {
        let schema = json!({"type": "string", "description": "  ", "x-foundry": {"by": hint}});
        let error = Pipeline::builder().schema(&schema).build().err().expect("an error");
        (error.to_string(), error.help().map(str::to_owned).collect::<Vec<_>>())
    };
    let (error, help) = told("description");
    assert_eq!(error, "the schema of this place has no `description` to go by");
    assert_eq!(help, ["write a `description` beside it, or name the generator: `faker`"]);
    assert_eq!(told("titel").0, "the hint `by` must be `title` or `description`");
}

struct Sku;

impl Generator for Sku {
    fn name(&self) -> &'static str {
        "by.sku"
    }

    fn capability(&self) -> Capability {
        Capability::texts().with_fields(["stock unit"])
    }

    fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.text("SKU-1");
        Ok(())
    }
}

#[derive(Serialize, Deserialize, Foundry)]
struct Line {
    /// Stock unit of what is sold
    #[foundry(by = "description")]
    a: String,
    /// Stock unit
    b: String,
    #[schemars(title = "Number of pages")]
    #[foundry(by = "title")]
    n: u32,
}

#[test]
fn fields_of_types_may_ask_and_generators_of_ones_own_are_found_so_too() {
    let registry = Registry::default().with(Sku).expect("a new name");
    let lines = Line::foundry_with().registry(registry).rows(30).batch(1).expect("lines");
    for line in &lines {
        assert!(
            line.a == "SKU-1" && line.b != "SKU-1" && (8..=900).contains(&line.n),
            "{}",
            line.n
        );
    }
}

#[test]
fn the_name_of_a_document_tells_what_a_bare_name_is_of() {
    let fields = json!({"name": {"type": "string"}});
    let object = |title: &str| json!({"type": "object", "title": title, "required": ["name"], "properties": fields});
    let behind =
        |name: &str| json!({"$ref": format!("#/$defs/{name}"), "$defs": {name: object("")}});
    for (schema, told) in [
        (behind("Product"), "commerce.product"),
        (behind("Employee"), "person.full_name"),
        (behind("Thing"), "words"),
        (object("Product"), "commerce.product"),
        (object("Thing"), "words"),
        (object("What a customer may set for a product"), "person.full_name"),
    ] {
        let plan = plan(&schema, Config::default());
        assert!(plan.contains(&format!("name: text ({told}")), "{schema}\n{plan}");
    }
}
