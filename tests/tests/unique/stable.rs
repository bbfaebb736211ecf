//! A value depends on the seed, the row and the place: not on batch, slice, thread or neighbours.

use foundry::{Foundry, Pipeline};
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Before {
    #[foundry(unique)]
    #[schemars(range(max = 9_999))]
    id: u32,
    #[foundry(unique)]
    mail: String,
    plain: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct After {
    #[foundry(unique)]
    new: u64,
    plain: String,
    #[foundry(unique)]
    mail: String,
    #[foundry(unique)]
    #[schemars(range(max = 9_999))]
    id: u32,
}

#[test]
fn slices_threads_and_single_rows_are_those_of_the_batch() {
    let all = Before::foundry_batch(6, 10_000);
    let threads = Before::foundry_with().rows(10_000).threads(7).batch(6).unwrap();
    assert_eq!(all[..], threads[..]);
    let slice = Before::foundry_with().range(9_000..9_100).threads(3).batch(6).unwrap();
    assert_eq!(slice[..], all[9_000..9_100]);
    for index in [0, 17, 9_999] {
        let at = usize::try_from(index).unwrap();
        assert_eq!(Before::foundry_row(6, index), all[at]);
    }
    assert_eq!(Before::foundry_iter(6).nth(123).as_ref(), Some(&all[123]));
    let other = Before::foundry_batch(7, 10_000);
    assert!(all.iter().zip(&other).filter(|(one, two)| one.id == two.id).count() < 20);
}

#[test]
fn a_new_field_moves_nothing_and_a_hint_moves_no_neighbour() {
    let before = Before::foundry_batch(6, 300);
    let after = After::foundry_batch(6, 300);
    for (before, after) in before.iter().zip(&after) {
        assert_eq!((before.id, &before.mail, &before.plain), (after.id, &after.mail, &after.plain));
    }

    #[derive(Serialize, Deserialize, Foundry)]
    struct Plain {
        plain: String,
    }
    let plain = Plain::foundry_batch(6, 300);
    assert!(before.iter().zip(&plain).all(|(one, two)| one.plain == two.plain));
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Far {
    #[foundry(unique)]
    id: uuid::Uuid,
    #[foundry(unique)]
    name: String,
    #[foundry(sequence)]
    number: u64,
    #[foundry(unique)]
    #[schemars(email)]
    mail: String,
}

#[test]
fn far_rows_are_as_near_as_the_first() {
    let far = 1_000_000_000_000;
    let rows = Far::foundry_with().range(far..far + 1000).batch("far").unwrap();
    let mut names: Vec<_> = rows.iter().map(|row| (&row.name, row.id, &row.mail)).collect();
    assert_eq!(rows[999].number, far + 999);
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 1000);
    assert_eq!(Far::foundry_row("far", u64::MAX - 1).number, u64::MAX - 1);
}

/// The value stays when the type around it is drawn again.
#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[foundry(check = is_even)]
struct Checked {
    #[foundry(unique)]
    #[schemars(range(max = 999))]
    id: u16,
    other: u16,
}

fn is_even(row: &Checked) -> bool {
    row.other.is_multiple_of(2)
}

#[test]
fn a_check_of_the_type_around_draws_the_other_fields_again() {
    let rows = Checked::foundry_batch(1, 1000);
    let mut ids: Vec<u16> = rows.iter().map(|row| row.id).collect();
    assert!(rows.iter().all(is_even));
    ids.sort_unstable();
    assert_eq!(ids, (0..1000).collect::<Vec<_>>());
}

/// Values of this stream version: a change that moves one is breaking.
#[test]
fn the_values_are_those_of_this_stream_version() {
    let pipeline = Pipeline::builder()
        .schema(&json!({
            "type": "object",
            "properties": {
                "number": {"type": "integer", "minimum": 1, "maximum": 100, "x-foundry": {"unique": true}},
                "wide": {"type": "integer", "x-foundry": {"unique": true}},
                "float": {"type": "number", "minimum": 0, "maximum": 10, "x-foundry": {"unique": true}},
                "words": {"type": "string", "x-foundry": {"unique": true}},
                "code": {"type": "string", "pattern": "^[A-Z]{3}-[0-9]{2}$", "x-foundry": {"unique": true}},
                "any": {"type": "string", "pattern": "^[a-z]+$", "x-foundry": {"unique": true}},
                "mail": {"type": "string", "format": "email", "x-foundry": {"unique": true}},
                "uuid": {"type": "string", "format": "uuid", "x-foundry": {"unique": true}},
                "at": {"type": "string", "format": "date-time", "x-foundry": {"unique": true}},
                "color": {"enum": ["red", "green", "blue"], "x-foundry": {"unique": true}},
                "title": {"type": "string", "x-foundry": {"sequence": true}}
            },
            "required": ["number", "wide", "float", "words", "code", "any", "mail", "uuid", "at", "color", "title"]
        }))
        .build()
        .unwrap();
    let rows = pipeline.generate(42, 3).unwrap();
    let text: String = rows.values().map(|row| format!("{row}\n")).collect();
    assert_eq!(text, GOLDEN);
}

const GOLDEN: &str = r#"{"number":55,"wide":3014110485,"float":9.6656564283769,"words":"movi 9uo","code":"PNL-90","any":"hoyhbqx","mail":"otos.g0x@fef.nir.org","uuid":"3b02824c-2625-4258-befe-dad724e741e1","at":"1992-04-21T08:13:48Z","color":"green","title":"Ba hek 000000"}
{"number":79,"wide":720122713,"float":9.4703893113073,"words":"ro raba isj","code":"GPJ-64","any":"ndmzakg","mail":"fewal.2x9@ykihabem.jp","uuid":"9a095ba3-0a9d-4b49-8f5b-b829fd1cb184","at":"2045-05-04T16:28:26Z","color":"blue","title":"Ba hek 000001"}
{"number":28,"wide":1176936392,"float":2.809475038511,"words":"egohuce 33r","code":"IQD-79","any":"mrlwutu","mail":"oriw.0pg@sasorise.uk","uuid":"f96997b4-a9c1-4dd9-af50-921ca0f0a5d6","at":"2053-01-08T12:22:18Z","color":"red","title":"Ba hek 000002"}
"#;
