//! Generators of booleans, of whole lists and of whole objects, and what they are told of their places.

use std::sync::{Arc, Mutex};

use foundry::generators::{
    Capability, Generator, GeneratorError, Registry, Slot, ValueType, from_fn,
};
use foundry::{Error, Foundry, Instance, Pipeline, Stream};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What a generator writes, drawn from its stream.
type Draw = fn(&mut Stream) -> Value;

/// What a place said of itself.
#[derive(Debug, Clone, PartialEq)]
struct Seen {
    pointer: String,
    value_type: ValueType,
    lengths: (u64, Option<u64>),
    title: Option<String>,
    description: Option<String>,
    around: Option<String>,
    members: usize,
}

struct Whole {
    name: &'static str,
    capability: Capability,
    draw: Draw,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Whole {
    fn new(name: &'static str, capability: Capability, draw: Draw) -> Self {
        Self { name, capability, draw, seen: Arc::default() }
    }
}

impl Generator for Whole {
    fn name(&self) -> &str {
        self.name
    }

    fn capability(&self) -> Capability {
        self.capability.clone()
    }

    fn build(&self, slot: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
        let members = slot.schema().and_then(|schema| schema.get("properties")?.as_object());
        self.seen.lock().expect("nobody panics").push(Seen {
            pointer: slot.pointer().to_owned(),
            value_type: slot.value_type(),
            lengths: slot.lengths(),
            title: slot.title().map(str::to_owned),
            description: slot.description().map(str::to_owned),
            around: slot.around().map(str::to_owned),
            members: members.map_or(0, serde_json::Map::len),
        });
        Ok(None)
    }

    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        let draw = self.draw;
        from_fn(draw).draw(stream, out)
    }
}

/// A point on a line, as an object and as a list.
fn point(stream: &mut Stream) -> Value {
    let x = stream.integer(0, 9);
    json!({"x": x, "y": 2 * x})
}

fn pair(stream: &mut Stream) -> Value {
    let x = stream.integer(0, 9);
    json!([x, 2 * x])
}

fn with(generators: impl IntoIterator<Item = Whole>) -> Registry {
    generators.into_iter().fold(Registry::built_in(), |registry, generator| {
        registry.with(generator).unwrap_or_else(|error| panic!("{error}"))
    })
}

fn planned(schema: &Value, registry: Registry) -> Result<Pipeline, Error> {
    Pipeline::builder().schema(schema).registry(registry).build()
}

fn rows(schema: &Value, registry: Registry) -> Vec<Value> {
    let rows = planned(schema, registry).and_then(|pipeline| pipeline.generate(7, 40));
    rows.unwrap_or_else(|error| panic!("{}", error.report())).values().collect()
}

#[test]
fn a_place_names_the_generator_of_all_that_it_holds() {
    let registry = with([
        Whole::new("point", Capability::none(), point),
        Whole::new("pair", Capability::arrays().only_by_name(), pair),
        Whole::new("yes", Capability::none(), |_| json!(true)),
    ]);
    let number = json!({"type": "integer"});
    let schema = json!({
        "type": "object",
        "properties": {
            "at": {"type": "object", "properties": {"x": number, "y": number},
                "required": ["x", "y"], "x-foundry": {"faker": "point"}},
            "span": {"type": "array", "items": number, "maxItems": 2, "x-foundry": {"faker": "pair"}},
            "sure": {"type": "boolean", "x-foundry": {"faker": "yes"}},
            "perhaps": {"type": ["boolean", "null"], "x-foundry": {"faker": "yes"}}
        },
        "required": ["at", "span", "sure", "perhaps"]
    });
    let rows = rows(&schema, registry);
    for row in &rows {
        assert_eq!(row["at"]["y"], 2 * row["at"]["x"].as_i64().expect("a number"));
        assert_eq!(row["span"][1], 2 * row["span"][0].as_i64().expect("a number"));
        assert_eq!(row["sure"], true);
        assert_ne!(row["perhaps"], false);
    }
    assert!(rows.iter().any(|row| row["perhaps"].is_null()));
}

#[test]
fn a_field_is_served_by_what_says_so_and_no_other_is() {
    let registry = with([
        Whole::new("point", Capability::objects().with_fields(["point"]), point),
        Whole::new("pair", Capability::arrays().with_fields(["pair"]), pair),
        Whole::new("no", Capability::booleans().with_fields(["deleted"]), |_| json!(false)),
    ]);
    let schema = json!({
        "$defs": {
            "place": {"type": "object", "properties": {"x": {"type": "integer"}}, "required": ["x"]},
            "list": {"type": "array", "items": {"type": "integer"}, "minItems": 2},
            "flag": {"type": "boolean"}
        },
        "type": "object",
        "properties": {
            "start_point": {"$ref": "#/$defs/place"}, "other": {"$ref": "#/$defs/place"},
            "pair": {"$ref": "#/$defs/list"}, "list": {"$ref": "#/$defs/list"},
            "is_deleted": {"$ref": "#/$defs/flag"}, "flag": {"$ref": "#/$defs/flag"}
        },
        "required": ["start_point", "other", "pair", "list", "is_deleted", "flag"]
    });
    let rows = rows(&schema, registry);
    for row in &rows {
        assert_eq!(
            row["start_point"]["y"],
            2 * row["start_point"]["x"].as_i64().expect("a number")
        );
        assert_eq!(row["pair"][1], 2 * row["pair"][0].as_i64().expect("a number"));
        assert_eq!(row["is_deleted"], false);
    }
    assert!(rows.iter().any(|row| row["other"]["y"].is_null()));
    assert!(rows.iter().any(|row| row["list"].as_array().is_some_and(|list| list.len() > 2)));
    assert!(rows.iter().any(|row| row["flag"] == true));
}

#[test]
fn what_is_drawn_is_held_against_the_place() {
    // Half of the lists are too long, and half of the points are too far.
    let far = |stream: &mut Stream| json!({"x": stream.integer(0, 19)});
    let long = |stream: &mut Stream| json!(vec![1; 1 + stream.index(4)]);
    let registry = with([
        Whole::new("far", Capability::objects().only_by_name().always(), far),
        Whole::new("long", Capability::arrays().only_by_name().always(), long),
    ]);
    let schema = json!({
        "type": "object",
        "properties": {
            "far": {"type": "object", "properties": {"x": {"maximum": 9}}, "x-foundry": {"faker": "far"}},
            "long": {"type": "array", "items": {"type": "integer"}, "maxItems": 2, "x-foundry": {"faker": "long"}}
        },
        "required": ["far", "long"]
    });
    for row in rows(&schema, registry) {
        assert!(row["far"]["x"].as_i64().is_some_and(|x| x <= 9), "{row}");
        assert!(row["long"].as_array().is_some_and(|list| list.len() <= 2), "{row}");
    }
}

#[test]
fn a_value_that_never_fits_is_told_with_its_place() {
    let registry = with([Whole::new("point", Capability::none(), point)]);
    let schema = json!({
        "type": "object",
        "properties": {"at": {"type": "object", "required": ["z"], "x-foundry": {"faker": "point"}}},
        "required": ["at"]
    });
    let pipeline = planned(&schema, registry).expect("a plan");
    let error = pipeline.generate(7, 1).expect_err("no value fits");
    assert_eq!(error.pointer(), Some("/at"), "{error:?}");
    assert!(error.to_string().contains("rejected"), "{error}");
}

#[test]
fn a_generator_of_other_values_is_refused_with_the_place() {
    let registry = || {
        with([
            Whole::new("point", Capability::objects().only_by_name(), point),
            Whole::new("pair", Capability::arrays().only_by_name(), pair),
        ])
    };
    let refused = |place: Value| {
        let schema = json!({"type": "object", "properties": {"a": place}});
        let error = planned(&schema, registry()).err();
        let error = error.unwrap_or_else(|| panic!("no error of {schema}"));
        assert_eq!((error.pointer(), error.keyword()), (Some("/properties/a"), Some("faker")));
        error.to_string()
    };
    let named = |ty: &str, name: &str| json!({"type": ty, "x-foundry": {"faker": name}});
    assert_eq!(
        refused(named("object", "pair")),
        "the generator `pair` makes no objects, and this place holds some"
    );
    assert_eq!(
        refused(named("object", "uuid")),
        "the generator `uuid` makes no objects, and this place holds some"
    );
    assert_eq!(
        refused(named("boolean", "point")),
        "the generator `point` makes no booleans, and this place holds some"
    );
    assert_eq!(
        refused(json!({"const": 7, "x-foundry": {"faker": "point"}})),
        "the generator `point` has nothing to draw here: the contract lists the values"
    );
    assert_eq!(
        refused(json!({"enum": ["a", "b"], "x-foundry": {"faker": "uuid"}})),
        "the generator `uuid` has nothing to draw here: the contract lists the values"
    );
    assert_eq!(refused(named("object", "piont")), "no generator is called `piont`");
}

#[test]
fn a_listed_value_may_be_chosen_by_a_generator() {
    let often = |stream: &mut Stream| json!(if stream.chance(0.9) { "red" } else { "pink" });
    let registry = with([Whole::new("often", Capability::none(), often)]);
    let schema = json!({"enum": ["red", "green", null], "x-foundry": {"faker": "often"}});
    let rows = rows(&schema, registry);
    assert!(rows.iter().all(|row| row == "red" || row.is_null()), "{rows:?}");
    assert!(rows.iter().any(|row| row == "red"));
}

#[test]
fn a_place_tells_what_it_is_called_and_what_is_around() {
    let point = Whole::new("point", Capability::objects().with_fields(["at"]), point);
    let seen = Arc::clone(&point.seen);
    let number = json!({"type": "integer"});
    let schema = json!({
        "$defs": {"Stop": {
            "type": "object",
            "properties": {"at": {
                "title": "Where", "description": "A place on the map", "type": "object",
                "properties": {"x": number, "y": number}, "required": ["x"],
                "minProperties": 2, "maxProperties": 5
            }},
            "required": ["at"]
        }},
        "type": "object",
        "properties": {"first": {"$ref": "#/$defs/Stop"}},
        "required": ["first"]
    });
    rows(&schema, with([point]));
    let told = Seen {
        pointer: "/$defs/Stop/properties/at".to_owned(),
        value_type: ValueType::Object,
        lengths: (2, Some(5)),
        title: Some("Where".to_owned()),
        description: Some("A place on the map".to_owned()),
        around: Some("Stop".to_owned()),
        members: 2,
    };
    assert_eq!(*seen.lock().expect("nobody panics"), [told]);
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Point {
    x: i32,
    y: i32,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Route {
    #[foundry(faker = "point")]
    start: Point,
    #[foundry(faker = "pair")]
    span: Vec<i32>,
    #[foundry(faker = "yes")]
    open: bool,
    #[foundry(faker = "yes")]
    closed: Option<bool>,
}

#[test]
fn the_fields_of_types_are_served_too() {
    let registry = with([
        Whole::new("point", Capability::objects().only_by_name(), point),
        Whole::new("pair", Capability::arrays().only_by_name(), pair),
        Whole::new("yes", Capability::booleans().only_by_name().always(), |_| json!(true)),
    ]);
    let routes = Route::foundry_with().registry(registry).rows(50).batch(3);
    for route in &routes.unwrap_or_else(|error| panic!("{}", error.report())) {
        assert_eq!(route.start.y, 2 * route.start.x);
        assert_eq!(route.span[1], 2 * route.span[0]);
        assert!(route.open && route.closed != Some(false));
    }
}
