//! A generator that is built in → whether it keeps its promise: drawn from in every locale and in many windows,
//! past the gate, and held against what its texts are by their standards.

use serde_json::{Map, Value};

use super::{Tally, broken, contract};
use crate::config::Config;
use crate::error::{Error, Stage};
use crate::generators::format::Format;
use crate::generators::{Family, Listed, Locale, Registry};
use crate::pipeline::Pipeline;
use crate::seed::{Path, Seed};

/// The windows of lengths in which texts are drawn, beside those of the schema itself.
const WINDOWS: [(u64, Option<u64>); 4] = [(0, Some(8)), (12, Some(16)), (30, None), (1, Some(1))];

/// What whole numbers are held within, beside nothing: one number, few, and as many as there are.
const INTEGERS: [(i64, i64); 5] =
    [(0, 0), (-5, 5), (i64::MIN, i64::MIN + 1), (i64::MAX - 1, i64::MAX), (0, i64::MAX)];

/// The same of numbers.
const NUMBERS: [(f64, f64); 5] =
    [(0.5, 0.5), (-1e-9, 1e-9), (0.0, 1.0), (1e300, 1e308), (-1e15, 1e15)];

/// Where one generator is drawn from.
struct Place {
    schema: Value,
    locale: Locale,
    /// Whether the generator draws all values, and so what they are like.
    is_own: bool,
    /// Whether there may be no text of its lengths.
    may_be_empty: bool,
}

pub(super) fn check(
    registry: &Registry,
    listed: &Listed,
    draws: u64,
    tally: &mut Tally,
) -> Result<(), Error> {
    let mut pipelines = Vec::new();
    for place in places(listed) {
        let config = Config::default().with_locale(place.locale);
        let pipeline = Pipeline::builder().schema(&place.schema).config(config);
        match pipeline.registry(registry.clone()).build() {
            Ok(pipeline) => pipelines.push((place, pipeline)),
            Err(error) if place.may_be_empty && is_about_lengths(&error) => {}
            Err(error) => return Err(error),
        }
    }
    let typed = listed.format();
    let share = draws.div_ceil(pipelines.len() as u64 + u64::from(typed.is_some()));
    for (place, pipeline) in &pipelines {
        tally.draws += share;
        tally.places += 1;
        // No place is drawn for from the rows of another one.
        let rows = pipeline.generate(tally.places, share)?;
        let counted = match listed.family() {
            Family::Format => &rows.metrics().formats,
            _ => &rows.metrics().generators,
        };
        if place.is_own && counted.get(listed.name()) != Some(&share) {
            let what = format!("another generator drew what `{}` is named for", listed.name());
            return Err(Error::new(Stage::Plan, what));
        }
        for value in rows.values() {
            if let Some(fault) = fault(listed, place, &value) {
                tally.rejected += 1;
                return Err(broken(listed.name(), &value).with_cause(fault));
            }
        }
    }
    typed.map_or(Ok(()), |format| check_typed(format, share, tally))
}

fn fault(listed: &Listed, place: &Place, value: &Value) -> Option<String> {
    match listed.family() {
        Family::Format if !listed.accepts(value) => {
            Some(format!("it has not the format `{}`", listed.name()))
        }
        Family::Realistic if place.is_own => {
            if !listed.accepts(value) {
                return Some("it is not of the kind that the name says".to_owned());
            }
            let text = value.as_str()?;
            let format = listed.realistic_format().filter(|format| !format.accepts(text));
            let format = format.map(|format| format!("it has not the format `{}`", format.name()));
            let fault = format.or_else(|| contract::fault(listed.name(), place.locale, text));
            fault.map(|fault| format!("in {}, {fault}", place.locale))
        }
        _ => None,
    }
}

/// The forms that a format has for types, which read less than documents allow, in each window.
fn check_typed(format: &Format, draws: u64, tally: &mut Tally) -> Result<(), Error> {
    let fits = |window: &&(u64, Option<u64>)| format.fits(window.0, window.1);
    let windows: Vec<_> = [(0, None)].iter().chain(&WINDOWS).filter(fits).copied().collect();
    tally.places += windows.len() as u64;
    for (row, window) in (0..draws).zip(windows.iter().cycle()) {
        tally.draws += 1;
        let mut text = String::new();
        let mut stream = Seed::from(42).row(row).stream(Path::ROOT);
        format.draw(&mut stream, window.0, window.1, &mut text);
        let length = text.chars().count() as u64;
        let is_within = length >= window.0 && window.1.is_none_or(|most| length <= most);
        if !is_within || !format.accepts(&text) {
            tally.rejected += 1;
            return Err(broken(format.name(), &text.into()));
        }
    }
    Ok(())
}

fn places(listed: &Listed) -> Vec<Place> {
    let place = |schema: Value, locale: Locale| Place {
        schema,
        locale,
        is_own: false,
        may_be_empty: false,
    };
    let usual = Locale::default();
    let schema = listed.schema();
    let mut places = match listed.family() {
        Family::Realistic => {
            let own = |locale| Place { is_own: true, ..place(schema.clone(), locale) };
            Locale::all().map(own).collect()
        }
        Family::Format => vec![Place { is_own: true, ..place(schema.clone(), usual) }],
        _ => vec![place(schema.clone(), usual)],
    };
    let bounded: Vec<(Value, Value)> = match listed.name() {
        "integer" => {
            INTEGERS.iter().map(|(least, most)| ((*least).into(), (*most).into())).collect()
        }
        "number" => NUMBERS.iter().map(|(least, most)| ((*least).into(), (*most).into())).collect(),
        _ => Vec::new(),
    };
    for (least, most) in bounded {
        places.push(place(with(&schema, &[("minimum", least), ("maximum", most)]), usual));
    }
    let is_own = matches!(listed.family(), Family::Format | Family::Realistic);
    let has_lengths =
        (is_own && !listed.makes_numbers()) || matches!(listed.name(), "words" | "pattern");
    // Each window in a locale of its own.
    for (window, locale) in WINDOWS.iter().zip(Locale::all()).filter(|_| has_lengths) {
        let mut said = vec![("minLength", window.0.into())];
        said.extend(window.1.map(|most| ("maxLength", most.into())));
        places.push(Place { may_be_empty: true, ..place(with(&schema, &said), locale) });
    }
    places
}

/// The schema, and more.
fn with(schema: &Value, said: &[(&str, Value)]) -> Value {
    let mut map: Map<String, Value> = schema.as_object().cloned().unwrap_or_default();
    map.extend(said.iter().map(|(key, value)| ((*key).to_owned(), value.clone())));
    Value::Object(map)
}

/// Whether a window of lengths is to blame.
fn is_about_lengths(error: &Error) -> bool {
    error.is_unsatisfiable() || error.keyword() == Some("faker")
}
