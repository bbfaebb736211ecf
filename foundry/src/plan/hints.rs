//! Hints: what `x-foundry` says about HOW to make values. They never change what is valid.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::config::{NamedBy, Setting};
use crate::error::{Error, Stage, panic_text};
use crate::generators::{Generator, Named};
use crate::parse::building::{Attachments, Check, Finish, HINTS_KEY};
use crate::plan::domain::ByRow;
use crate::plan::spread::{Asked, Asker};
use crate::seed::Distribution;
use crate::suggest;

/// The hints that stand at one schema.
#[derive(Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a hint of its own")]
pub(crate) struct Hints {
    pub(crate) with: Option<Named>,
    /// The name of a generator in the registry.
    pub(crate) faker: Option<String>,
    /// Which words of its schema stand for the name of the field.
    pub(crate) by: Option<NamedBy>,
    pub(crate) presence: Option<f64>,
    pub(crate) values: Option<Vec<Value>>,
    /// How often each of the values comes; as many as there are values.
    pub(crate) weights: Option<Vec<u32>>,
    /// Whether the values are those of `enum`, which its author weighs: what stands around them may
    /// allow only some.
    pub(crate) is_of_enum: bool,
    /// How the numbers of the place are spread.
    pub(crate) numbers: Option<Asked>,
    /// How the lengths of its lists, maps and plain texts are.
    pub(crate) length: Option<Asked>,
    pub(crate) depth: Option<u32>,
    /// `unique` or `sequence`.
    pub(crate) by_row: Option<ByRow>,
    pub(crate) checks: Vec<Check>,
    pub(crate) finishes: Vec<FinishHook>,
    pub(crate) variants: Vec<VariantHint>,
    pub(crate) weight: Option<u32>,
    pub(crate) skip: bool,
    pub(crate) keys: Option<Value>,
    pub(crate) format: Option<String>,
    /// Texts of ASCII alone.
    pub(crate) ascii: bool,
    /// JSON in Base64.
    pub(crate) content: bool,
    /// Whether what is drawn has to be held against the schemas of the place.
    pub(crate) judged: bool,
    pub(crate) lengths: Option<(u64, u64)>,
    /// Members that serde writes in any case, with their defaults where those are known.
    pub(crate) written: Map<String, Value>,
    /// For the elements of a list and the open members of an object.
    pub(crate) each: Option<Box<Hints>>,
    /// For the positions of a tuple.
    pub(crate) items: Vec<Hints>,
}

impl Hints {
    /// What the parts of a place take over from it: the generator that is named for all of them.
    pub(crate) fn name_alone(&self) -> Option<Self> {
        let faker = self.faker.clone()?;
        Some(Self { faker: Some(faker), ..Self::default() })
    }

    /// Whether it says this.
    pub(crate) fn sets(&self, setting: Setting) -> bool {
        match setting {
            Setting::Presence => self.presence.is_some(),
            Setting::Lengths => self.lengths.is_some(),
            Setting::LengthSpread => self.length.is_some(),
            Setting::Values => self.values.is_some(),
            Setting::Faker => self.faker.is_some(),
            Setting::By => self.by.is_some(),
            Setting::NumberSpread => self.numbers.is_some(),
        }
    }

    /// Whether the place says of its values what generators of others know nothing of.
    pub(crate) fn spreads(&self) -> bool {
        self.numbers.is_some() || self.length.is_some() || self.by_row.is_some()
    }
}

/// What completes a value.
#[derive(Clone)]
pub(crate) struct FinishHook {
    pub(crate) finish: Finish,
    /// The type owns some members of the object only: the others belong to the type around a
    /// `flatten`, or are the tag of the enum around it.
    pub(crate) is_part: bool,
}

/// What a type's author says of one variant of an enum.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct VariantHint {
    pub(crate) name: String,
    pub(crate) index: usize,
    pub(crate) untagged: bool,
    pub(crate) weight: u32,
}

/// The hints that a document may hold, for the error that names them; the others only a type can
/// hand over.
const KNOWN_KEYS: [&str; 15] = [
    "faker",
    "by",
    "presence",
    "values",
    "weights",
    "distribution",
    "lengths",
    "depth",
    "weight",
    "skip",
    "keys",
    "format",
    "each",
    "unique",
    "sequence",
];

impl Hints {
    /// Reads the hints of `schema`, which stands at `pointer`; most schemas have none.
    pub(crate) fn read(
        schema: &Map<String, Value>,
        pointer: &str,
        attachments: &Attachments,
    ) -> Result<Option<Box<Self>>, Error> {
        match schema.get(HINTS_KEY) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Object(map)) => {
                let listed = schema.get("enum").and_then(Value::as_array);
                let pointer = format!("{pointer}/{HINTS_KEY}");
                Self::read_object(map, &pointer, attachments, listed)
                    .map(|hints| Some(Box::new(hints)))
            }
            Some(other) => Err(wrong(pointer, HINTS_KEY, "an object", other)),
        }
    }

    /// `listed` are the values of the `enum` beside them.
    fn read_object(
        map: &Map<String, Value>,
        pointer: &str,
        attachments: &Attachments,
        listed: Option<&Vec<Value>>,
    ) -> Result<Self, Error> {
        let mut hints = Self::default();
        for (key, value) in map {
            let wanted = |what: &str| wrong(&format!("{pointer}/{key}"), key, what, value);
            let flag = || value.as_bool().ok_or_else(|| wanted("true or false"));
            let name = |what: &str| value.as_str().map(str::to_owned).ok_or_else(|| wanted(what));
            let whole = || {
                let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
                number.ok_or_else(|| wanted("a whole number"))
            };
            match key.as_str() {
                "with" => {
                    let found = number(value).and_then(|index| attachments.generators.get(index));
                    hints.with = Some(named(found.ok_or_else(|| wanted("a generator"))?, pointer)?);
                }
                "faker" => hints.faker = Some(name("the name of a generator")?),
                "by" => {
                    let by = value.as_str().and_then(NamedBy::read);
                    hints.by = Some(by.ok_or_else(|| wanted("`title` or `description`"))?);
                }
                "presence" => {
                    let probability = value.as_f64().filter(|p| (0.0..=1.0).contains(p));
                    hints.presence =
                        Some(probability.ok_or_else(|| wanted("a number from 0 to 1"))?);
                }
                "values" => {
                    let list = value.as_array().filter(|list| !list.is_empty());
                    hints.values = Some(
                        list.cloned().ok_or_else(|| wanted("a list with at least one value"))?,
                    );
                }
                "weights" => {
                    let told = "a list of whole numbers, not all of them 0";
                    hints.weights = Some(read_weights(value).ok_or_else(|| wanted(told))?);
                }
                "distribution" => hints.numbers = Some(read_asked(value, pointer, key)?),
                "lengths" => hints.length = Some(read_asked(value, pointer, key)?),
                "depth" => hints.depth = Some(whole()?),
                "check" => {
                    let found = number(value).and_then(|index| attachments.checks.get(index));
                    hints.checks.push(found.cloned().ok_or_else(|| wanted("an invariant"))?);
                }
                "finish" => {
                    let found = number(value).and_then(|index| attachments.finishes.get(index));
                    let finish = found.cloned().ok_or_else(|| wanted("a function"))?;
                    hints.finishes.push(FinishHook { finish, is_part: false });
                }
                "variants" => {
                    let list = value.as_array().ok_or_else(|| wanted("a list of variants"))?;
                    for item in list {
                        let variant = VariantHint::read(item);
                        hints.variants.push(variant.ok_or_else(|| wanted("a list of variants"))?);
                    }
                }
                "weight" => hints.weight = Some(whole()?),
                "skip" => hints.skip = flag()?,
                "unique" | "sequence" => {
                    ByRow::set(&mut hints.by_row, key, flag()?)
                        .map_err(|error| error.at(format!("{pointer}/{key}")))?;
                }
                "keys" => hints.keys = Some(value.clone()),
                "written" => {
                    let members = value.as_object().ok_or_else(|| wanted("an object"))?;
                    hints.written.clone_from(members);
                }
                "format" => hints.format = Some(name("the name of a format")?),
                "ascii" => hints.ascii = flag()?,
                "content" => hints.content = flag()?,
                "judged" => hints.judged = flag()?,
                "each" => {
                    let map = value.as_object().ok_or_else(|| wanted("an object of hints"))?;
                    let at = format!("{pointer}/each");
                    let inner = Self::read_object(map, &at, attachments, None)?;
                    hints.each = Some(Box::new(inner));
                }
                "items" => {
                    for item in value.as_array().ok_or_else(|| wanted("a list of hints"))? {
                        let map = item.as_object().ok_or_else(|| wanted("a list of hints"))?;
                        hints.items.push(Self::read_object(map, pointer, attachments, None)?);
                    }
                }
                // Applied at the end: they speak of the hints around them.
                "flattened" | "tag" => {}
                "error" => {
                    let text = value.as_str().unwrap_or_default();
                    return Err(Error::new(Stage::Plan, text).at(pointer).with_keyword(HINTS_KEY));
                }
                _ => return Err(unknown(pointer, key)),
            }
        }
        hints.check_values(pointer, listed)?;
        if map.contains_key("tag") {
            hints.finishes.iter_mut().for_each(|hook| hook.is_part = true);
        }
        for inner in map.get("flattened").and_then(Value::as_array).into_iter().flatten() {
            if let Some(inner) = inner.as_object() {
                let mut inner = Self::read_object(inner, pointer, attachments, None)?;
                inner.finishes.iter_mut().for_each(|hook| hook.is_part = true);
                hints.merge(&inner);
            }
        }
        Ok(hints)
    }

    /// One hint says what is drawn.
    fn check_sources(&self, pointer: &str) -> Result<(), Error> {
        if self.values.is_none() || self.faker.is_none() {
            return Ok(());
        }
        let told = "`values` and `faker` both say which values to make";
        Err(Error::new(Stage::Plan, told)
            .at(pointer)
            .with_keyword(HINTS_KEY)
            .with_help("keep one of them"))
    }

    /// Each value has one weight; without `values`, each of those that are `listed`.
    fn check_values(&mut self, pointer: &str, listed: Option<&Vec<Value>>) -> Result<(), Error> {
        self.check_sources(pointer)?;
        let Some(weights) = &self.weights else { return Ok(()) };
        if self.values.is_none() {
            self.values = listed.cloned();
            self.is_of_enum = true;
        }
        let of_weights = weights.len();
        let (told, help) = match &self.values {
            Some(values) if values.len() == of_weights => return Ok(()),
            Some(values) => {
                let whose = if self.is_of_enum { "values of `enum`" } else { "`values`" };
                let told = format!("{} {whose} have {of_weights} `weights`", values.len());
                (told, "write one weight for each value, in their order")
            }
            None => (
                "`weights` stand beside neither `values` nor `enum`".to_owned(),
                "name what they weigh: `\"values\": [...]`, one value for each weight",
            ),
        };
        Err(Error::new(Stage::Plan, told)
            .at(format!("{pointer}/weights"))
            .with_keyword(HINTS_KEY)
            .with_help(help))
    }

    /// Adds what `outer` says; what stands nearer to the value wins.
    pub(crate) fn merge(&mut self, outer: &Self) {
        fn or<T: Clone>(mine: &mut Option<T>, theirs: Option<&T>) {
            if mine.is_none() {
                *mine = theirs.cloned();
            }
        }
        // Each of these says all of what is drawn.
        if self.with.is_none() && self.values.is_none() && self.faker.is_none() {
            self.with.clone_from(&outer.with);
            self.faker.clone_from(&outer.faker);
            self.values.clone_from(&outer.values);
            self.weights.clone_from(&outer.weights);
            self.is_of_enum = outer.is_of_enum;
        }
        or(&mut self.by, outer.by.as_ref());
        or(&mut self.presence, outer.presence.as_ref());
        or(&mut self.numbers, outer.numbers.as_ref());
        or(&mut self.length, outer.length.as_ref());
        or(&mut self.depth, outer.depth.as_ref());
        or(&mut self.by_row, outer.by_row.as_ref());
        or(&mut self.weight, outer.weight.as_ref());
        or(&mut self.keys, outer.keys.as_ref());
        or(&mut self.format, outer.format.as_ref());
        or(&mut self.lengths, outer.lengths.as_ref());
        or(&mut self.each, outer.each.as_ref());
        if self.items.is_empty() {
            self.items.clone_from(&outer.items);
        }
        self.skip |= outer.skip;
        self.ascii |= outer.ascii;
        self.content |= outer.content;
        self.judged |= outer.judged;
        for (name, known) in &outer.written {
            self.written.entry(name.clone()).or_insert_with(|| known.clone());
        }
        self.checks.extend(outer.checks.iter().cloned());
        self.finishes.extend(outer.finishes.iter().cloned());
        if self.variants.is_empty() {
            self.variants.clone_from(&outer.variants);
        }
    }
}

impl VariantHint {
    fn read(value: &Value) -> Option<Self> {
        let skip = value.get("skip").and_then(Value::as_bool).unwrap_or(false);
        let weight = value.get("weight").and_then(Value::as_u64).unwrap_or(1);
        Some(Self {
            name: value.get("name")?.as_str()?.to_owned(),
            index: number(value.get("index")?)?,
            untagged: value.get("tagging").and_then(Value::as_str) == Some("untagged"),
            weight: if skip { 0 } else { u32::try_from(weight).ok()? },
        })
    }
}

/// A generator that has a name: plans and reports ask for it again and again.
fn named(generator: &Arc<dyn Generator>, pointer: &str) -> Result<Named, Error> {
    let named = catch_unwind(AssertUnwindSafe(|| Named::ask(Arc::clone(generator))));
    named.map_err(|panic| {
        Error::new(Stage::Plan, "the generator of `with` panicked when it was asked for its name")
            .at(pointer.strip_suffix(&format!("/{HINTS_KEY}")).unwrap_or(pointer))
            .with_keyword("with")
            .with_cause(panic_text(panic.as_ref()))
            .with_help("let its `name` return a text that it holds")
    })
}

fn read_weights(value: &Value) -> Option<Vec<u32>> {
    let list = value.as_array()?.iter();
    let weights = list.map(|weight| u32::try_from(weight.as_u64()?).ok());
    let weights = weights.collect::<Option<Vec<u32>>>();
    weights.filter(|weights| weights.iter().any(|weight| *weight > 0))
}

fn read_asked(value: &Value, pointer: &str, key: &str) -> Result<Asked, Error> {
    let read = Distribution::from_json(value).map_err(|wrong| {
        Error::new(Stage::Plan, wrong.told)
            .at(format!("{pointer}/{key}"))
            .with_keyword(HINTS_KEY)
            .with_help(wrong.help)
    });
    Ok(Asked { distribution: read?, by: Asker::Author })
}

fn number(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|number| usize::try_from(number).ok())
}

fn unknown(pointer: &str, key: &str) -> Error {
    Error::new(Stage::Plan, format!("unknown hint `{key}`"))
        .at(format!("{pointer}/{key}"))
        .with_keyword(HINTS_KEY)
        .with_help(suggest::help(key, &KNOWN_KEYS))
}

fn wrong(pointer: &str, key: &str, wanted: &str, found: &Value) -> Error {
    Error::new(Stage::Plan, format!("the hint `{key}` must be {wanted}"))
        .at(pointer)
        .with_keyword(HINTS_KEY)
        .with_value(found.to_string())
}
