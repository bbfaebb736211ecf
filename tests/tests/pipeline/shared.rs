//! Generators whose values fit each other, because they share a stream inside one object.

use foundry::generators::{Capability, Generator, GeneratorError, Registry};
use foundry::{Foundry, Instance, Pipeline, Stream};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Countries and their capitals.
const PLACES: [(&str, &str); 6] = [
    ("France", "Paris"),
    ("Japan", "Tokyo"),
    ("Kenya", "Nairobi"),
    ("Peru", "Lima"),
    ("Norway", "Oslo"),
    ("Cuba", "Havana"),
];

fn place(stream: &Stream) -> (&'static str, &'static str) {
    let mut shared = stream.shared().fork("place");
    PLACES[shared.index(PLACES.len())]
}

/// One half of a place.
struct Half {
    name: &'static str,
    take: fn((&'static str, &'static str)) -> &'static str,
}

impl Generator for Half {
    fn name(&self) -> &str {
        self.name
    }

    fn capability(&self) -> Capability {
        Capability::texts().with_fields([self.name])
    }

    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        out.text((self.take)(place(stream)));
        Ok(())
    }
}

fn registry() -> Registry {
    let land = Half { name: "land", take: |(land, _)| land };
    let capital = Half { name: "capital", take: |(_, capital)| capital };
    Registry::default().with(land).and_then(|registry| registry.with(capital)).expect("two names")
}

/// How many of `places` fit, and how many differ.
fn judge<'v>(places: impl Iterator<Item = (&'v str, &'v str)>) -> (bool, usize) {
    let mut seen: Vec<(&str, &str)> = places.collect();
    let fits = seen.iter().all(|place| PLACES.contains(place));
    seen.sort_unstable();
    seen.dedup();
    (fits, seen.len())
}

fn pair(value: &Value) -> (&str, &str) {
    (value["land"].as_str().unwrap_or_default(), value["capital"].as_str().unwrap_or_default())
}

#[test]
fn values_of_one_object_fit_and_objects_differ() {
    let place = json!({
        "type": "object",
        "properties": {"land": {"type": "string"}, "capital": {"type": "string"}},
        "required": ["land", "capital"]
    });
    let mut schema = place.clone();
    schema["properties"]["stops"] = json!({"type": "array", "items": place, "minItems": 3});
    schema["properties"]["home"] = place;
    schema["required"] = json!(["land", "capital", "stops", "home"]);
    let pipeline =
        Pipeline::builder().schema(&schema).registry(registry()).build().expect("a plan");
    let rows: Vec<Value> = pipeline.generate(42, 60).expect("rows").values().collect();
    assert_eq!(judge(rows.iter().map(pair)), (true, PLACES.len()));
    assert_eq!(judge(rows.iter().map(|row| pair(&row["home"]))), (true, PLACES.len()));
    let stops = || rows.iter().filter_map(|row| row["stops"].as_array());
    assert_eq!(judge(stops().flatten().map(pair)), (true, PLACES.len()));
    // Each object, and each element of a list, is about something else.
    assert!(rows.iter().any(|row| pair(row) != pair(&row["home"])));
    assert!(stops().any(|stops| pair(&stops[0]) != pair(&stops[1])));
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(finish = tell)]
struct Trip {
    #[foundry(with = |stream: &mut Stream| place(stream).0.to_owned())]
    land: String,
    nights: u8,
    #[foundry(with = |stream: &mut Stream| place(stream).1.to_owned())]
    capital: String,
    told: String,
}

/// What completes the object shares what its members do.
fn tell(trip: &mut Trip, stream: &mut Stream) {
    let (land, capital) = place(stream);
    trip.told = format!("{capital} in {land}");
}

#[test]
fn functions_and_finish_share_it_too() {
    let trips = Trip::foundry_batch(42, 60);
    let pairs = trips.iter().map(|trip| (trip.land.as_str(), trip.capital.as_str()));
    assert_eq!(judge(pairs), (true, PLACES.len()));
    for trip in &trips {
        assert_eq!(trip.told, format!("{} in {}", trip.capital, trip.land));
    }
    // A slice is the slice of the whole, here too.
    let again = Trip::foundry_with().range(20..30).batch(42).expect("trips");
    assert!(again.iter().zip(&trips[20..30]).all(|(one, two)| one.told == two.told));
}
