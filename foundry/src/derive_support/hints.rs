//! The hints of one field or type, as they are written into its schema.

use std::marker::PhantomData;
use std::sync::Arc;

use schemars::Schema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::hooks::{IntoCheck, IntoFinish};
use crate::generators::{Generator, IntoGenerator, from_fn};
use crate::parse::building::{HINTS_KEY, attach_check, attach_finish, attach_generator};
use crate::seed::Stream;

/// Hints under construction.
#[derive(Default)]
pub struct Hints {
    map: Map<String, Value>,
}

/// Hints of one variant under construction.
pub struct Variant {
    map: Map<String, Value>,
}

impl Hints {
    /// `with = EXPR`.
    #[must_use]
    pub fn with<M, G: IntoGenerator<M>>(self, generator: G) -> Self {
        self.with_generator(Arc::new(generator.into_generator()))
    }

    /// `with = |stream| …`: the bound tells rustc what `stream` is.
    #[must_use]
    pub fn with_closure<F, T>(self, draw: F) -> Self
    where
        F: Fn(&mut Stream) -> T + Send + Sync + 'static,
        T: Serialize + 'static,
    {
        self.with_generator(Arc::new(from_fn(draw)))
    }

    fn with_generator(self, generator: Arc<dyn Generator>) -> Self {
        self.number("with", attach_generator(generator))
    }

    /// `faker = "internet.email"`.
    #[must_use]
    pub fn faker(self, name: &str) -> Self {
        self.set("faker", name.into())
    }

    /// `by = "title"`.
    #[must_use]
    pub fn by(self, words: &str) -> Self {
        self.set("by", words.into())
    }

    /// `presence = 0.3`.
    #[must_use]
    pub fn presence(self, probability: f64) -> Self {
        self.set("presence", probability.into())
    }

    /// One of `values = […]`.
    #[must_use]
    pub fn value<T: Serialize + ?Sized>(self, value: &T) -> Self {
        match serde_json::to_value(value) {
            Ok(value) => self.push("values", value),
            Err(error) => self.set("error", format!("one of `values` is no JSON: {error}").into()),
        }
    }

    /// `weights = […]`.
    #[must_use]
    pub fn weights(self, weights: &[u32]) -> Self {
        self.set("weights", weights.into())
    }

    /// `unique`.
    #[must_use]
    pub fn unique(self) -> Self {
        self.set("unique", true.into())
    }

    /// `sequence`.
    #[must_use]
    pub fn sequence(self) -> Self {
        self.set("sequence", true.into())
    }

    /// `distribution = normal(mean = 40.0, deviation = 10.0)`.
    #[must_use]
    pub fn distribution(self, name: &str, parameters: &[(&str, f64)]) -> Self {
        self.set("distribution", spread(name, parameters))
    }

    /// `lengths = exponential(mean = 3.0)`.
    #[must_use]
    pub fn lengths(self, name: &str, parameters: &[(&str, f64)]) -> Self {
        self.set("lengths", spread(name, parameters))
    }

    /// `lengths = weighted(values = [0, 1], weights = [9, 1])`, or the same for `distribution`.
    #[must_use]
    pub fn weighted(self, key: &str, choices: &[(f64, u32)]) -> Self {
        let (values, weights): (Vec<f64>, Vec<u32>) = choices.iter().copied().unzip();
        self.set(key, json!({"weighted": {"values": values, "weights": weights}}))
    }

    /// The schema of the keys of a map; `None` where the key type has none.
    #[must_use]
    pub fn keys(self, schema: Option<Schema>) -> Self {
        match schema {
            Some(schema) => self.set("keys", schema.to_value()),
            None => self,
        }
    }

    /// A format that the schema does not say.
    #[must_use]
    pub fn format(self, format: &str) -> Self {
        self.set("format", format.into())
    }

    /// Texts of ASCII alone.
    #[must_use]
    pub fn ascii(self) -> Self {
        self.set("ascii", true.into())
    }

    /// Hints for every element, or every value of a map, beside those that stand there already.
    #[must_use]
    pub fn each(mut self, describe: impl FnOnce(Self) -> Self) -> Self {
        let map = match self.map.remove("each") {
            Some(Value::Object(map)) => map,
            _ => Map::new(),
        };
        self.set("each", describe(Self { map }).map.into())
    }

    /// Hints for the next element of a tuple.
    #[must_use]
    pub fn item(self, describe: impl FnOnce(Self) -> Self) -> Self {
        self.push("items", describe(Self::default()).map.into())
    }

    /// The tag that stands beside the fields of another type.
    #[must_use]
    pub fn tag(self, name: &str) -> Self {
        self.set("tag", name.into())
    }

    /// `depth = N`.
    #[must_use]
    pub fn depth(self, levels: u64) -> Self {
        self.set("depth", levels.into())
    }

    /// `check = path`.
    #[must_use]
    pub fn check<T, Form, C>(self, _of: PhantomData<T>, check: C) -> Self
    where
        T: DeserializeOwned + 'static,
        C: IntoCheck<T, Form>,
    {
        self.number("check", attach_check(check.into_check()))
    }

    /// `check = |value| …`: the bound tells rustc what `value` is.
    #[must_use]
    pub fn check_closure<T: DeserializeOwned + 'static>(
        self,
        _of: PhantomData<T>,
        check: impl Fn(&T) -> bool + Send + Sync + 'static,
    ) -> Self {
        self.number("check", attach_check(move |value: &T, _: &mut Stream| check(value)))
    }

    /// `check = |value, stream| …`.
    #[must_use]
    pub fn check_drawing<T: DeserializeOwned + 'static>(
        self,
        _of: PhantomData<T>,
        check: impl Fn(&T, &mut Stream) -> bool + Send + Sync + 'static,
    ) -> Self {
        self.number("check", attach_check(check))
    }

    /// `finish = path`.
    #[must_use]
    pub fn finish<T, Form, F>(self, _of: PhantomData<T>, finish: F) -> Self
    where
        T: Serialize + DeserializeOwned + 'static,
        F: IntoFinish<T, Form>,
    {
        self.number("finish", attach_finish(finish.into_finish()))
    }

    /// `finish = |value| …`: the bound tells rustc what `value` is.
    #[must_use]
    pub fn finish_closure<T: Serialize + DeserializeOwned + 'static>(
        self,
        _of: PhantomData<T>,
        finish: impl Fn(&mut T) + Send + Sync + 'static,
    ) -> Self {
        self.number("finish", attach_finish(move |value: &mut T, _: &mut Stream| finish(value)))
    }

    /// `finish = |value, stream| …`.
    #[must_use]
    pub fn finish_drawing<T: Serialize + DeserializeOwned + 'static>(
        self,
        _of: PhantomData<T>,
        finish: impl Fn(&mut T, &mut Stream) + Send + Sync + 'static,
    ) -> Self {
        self.number("finish", attach_finish(finish))
    }

    /// What one variant says: its name and its place among those that can be read.
    #[must_use]
    pub fn variant(
        self,
        name: &str,
        index: usize,
        tagging: &str,
        describe: impl FnOnce(Variant) -> Variant,
    ) -> Self {
        let mut map = Map::new();
        map.insert("name".into(), name.into());
        map.insert("index".into(), index.into());
        map.insert("tagging".into(), tagging.into());
        self.push("variants", describe(Variant { map }).map.into())
    }

    /// Writes the hints into the schema, beside those that stand there already.
    pub(super) fn write_to(mut self, schema: &mut Schema) {
        if self.map.is_empty() {
            return;
        }
        let object = schema.ensure_object();
        if let Some(Value::Object(before)) = object.remove(HINTS_KEY) {
            if before.keys().any(|key| self.map.contains_key(key)) {
                // Two types say something of one value: a transparent one, and its content.
                self.map.insert("flattened".into(), json!([before]));
            } else {
                self.map.extend(before);
            }
        }
        object.insert(HINTS_KEY.into(), self.map.into());
    }

    fn set(mut self, key: &str, value: Value) -> Self {
        self.map.insert(key.into(), value);
        self
    }

    fn push(mut self, key: &str, value: Value) -> Self {
        if let Value::Array(list) = self.map.entry(key).or_insert_with(|| json!([])) {
            list.push(value);
        }
        self
    }

    fn number(self, key: &str, number: Option<usize>) -> Self {
        match number {
            Some(number) => self.set(key, number.into()),
            None => self,
        }
    }
}

/// A distribution as it stands in a document.
fn spread(name: &str, parameters: &[(&str, f64)]) -> Value {
    let parameters: Map<String, Value> =
        parameters.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())).collect();
    json!({ name: parameters })
}

impl Variant {
    /// `weight = N`.
    #[must_use]
    pub fn weight(mut self, weight: u64) -> Self {
        self.map.insert("weight".into(), weight.into());
        self
    }

    /// `skip`.
    #[must_use]
    pub fn skip(mut self) -> Self {
        self.map.insert("skip".into(), true.into());
        self
    }
}
