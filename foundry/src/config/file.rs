//! `foundry.toml` → a layer of settings.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::layer::{Fault, FilePlace, Key, Layer, Origin, ToldPolicy, line_of};
use super::text::{self, Wrong};
use super::{Distribution, NamedBy, Policy};
use crate::suggest;

/// The name that is looked for.
const FILE_NAME: &str = "foundry.toml";

/// The table of policies.
const POLICIES: &str = "policies";

/// What a policy may say.
const POLICY_KEYS: [&str; 7] =
    ["presence", "lengths", "values", "weights", "distribution", "faker", "by"];

impl Layer {
    /// What the file at `path` sets.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, is not TOML, or sets what is no setting.
    pub fn from_file(path: &Path) -> Result<Self, Fault> {
        let name = path.to_string_lossy().into_owned();
        let bytes = std::fs::read(path)
            .map_err(|error| Fault::new(format!("cannot read `{name}`: {error}")))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            Fault::new(format!("`{name}` is not UTF-8: byte {at} belongs to no character"))
                .with_help("save it in UTF-8")
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        File { name: &name, text }.layer()
    }

    /// The file `foundry.toml` in `folder`, or else in the nearest folder above it that has one.
    pub fn find_file(folder: &Path) -> Option<PathBuf> {
        folder.ancestors().map(|folder| folder.join(FILE_NAME)).find(|path| path.is_file())
    }
}

struct File<'f> {
    name: &'f str,
    text: &'f str,
}

impl File<'_> {
    fn layer(&self) -> Result<Layer, Fault> {
        let table = DeTable::parse(self.text).map_err(|error| {
            let told = format!("`{}` is not TOML: {}", self.name, error.message());
            self.fault(told, &error.span().unwrap_or(0..0))
        })?;
        let mut layer = Layer::default();
        for (name, value) in table.get_ref() {
            let key = Key::ALL.into_iter().find(|key| key.name() == name.get_ref().as_ref());
            match key {
                Some(key) => {
                    let set = layer.set(key, &text_of(value.get_ref()), self.origin(&name.span()));
                    set.map_err(|wrong| self.wrong(key.name(), &wrong, &value.span()))?;
                }
                None if name.get_ref() == POLICIES => layer.policies = self.policies(value)?,
                None => {
                    let mut known = Key::ALL.map(Key::name).to_vec();
                    known.push(POLICIES);
                    return Err(self.unknown(name.get_ref(), &name.span(), &known));
                }
            }
        }
        Ok(layer)
    }

    fn policies(&self, value: &Spanned<DeValue<'_>>) -> Result<Vec<ToldPolicy>, Fault> {
        let table = self.table(value, "`policies` is a table of paths")?;
        let mut policies = Vec::new();
        for (path, value) in table {
            let told = "a policy is a table, such as `{ presence = 0.1 }`";
            let mut policy = Policy::default();
            for (name, value) in self.table(value, told)? {
                self.set(&mut policy, name, value)?;
            }
            let count = policy.values.as_ref().map_or(0, Vec::len);
            if let Some(weights) = policy.weights.as_ref().filter(|list| list.len() != count) {
                let told = format!("{count} `values` have {} `weights`", weights.len());
                let fault = self.fault(told, &value.span());
                return Err(fault.with_help("write one weight for each value, in their order"));
            }
            policies.push(ToldPolicy {
                path: path.get_ref().clone().into_owned(),
                policy,
                shown: json_of(value.get_ref()).to_string(),
                origin: self.origin(&path.span()),
            });
        }
        Ok(policies)
    }

    fn set(
        &self,
        policy: &mut Policy,
        name: &Spanned<Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(), Fault> {
        let text = text_of(value.get_ref());
        let wrong = |wrong: Wrong| self.wrong(name.get_ref(), &wrong, &value.span());
        let distribution = || {
            Distribution::from_json(&json_of(value.get_ref()))
                .map_err(|wrong| self.fault(wrong.told, &value.span()).with_help(wrong.help))
        };
        match name.get_ref().as_ref() {
            "presence" => policy.presence = Some(text::read_probability(&text).map_err(wrong)?),
            // A text that names no distribution is a range.
            "lengths" if value.get_ref().as_table().is_some() || Distribution::is_named(&text) => {
                policy.length_distribution = Some(distribution()?);
            }
            "lengths" => {
                let lengths = text::read_lengths(&text).map_err(wrong)?;
                policy.lengths = Some(lengths.into_inner());
            }
            "distribution" => policy.distribution = Some(distribution()?),
            "by" => {
                let told = "`by` is `\"title\"` or `\"description\"`".to_owned();
                let by = NamedBy::read(&text).ok_or_else(|| self.fault(told, &value.span()))?;
                policy.by = Some(by);
            }
            "faker" => {
                let Value::String(name) = json_of(value.get_ref()) else {
                    let told = "`faker` is the name of a generator, such as `\"uuid\"`".to_owned();
                    return Err(self.fault(told, &value.span()));
                };
                policy.faker = Some(name);
            }
            "values" => {
                let Value::Array(values) = json_of(value.get_ref()) else {
                    let told = "`values` is a list, such as `[1, 2]`".to_owned();
                    return Err(self.fault(told, &value.span()));
                };
                policy.values = Some(values);
            }
            "weights" => {
                let weights = serde_json::from_value(json_of(value.get_ref()));
                policy.weights = Some(weights.map_err(|_| {
                    let told = "`weights` is a list of whole numbers, such as `[3, 1]`".to_owned();
                    self.fault(told, &value.span())
                })?);
            }
            unknown => return Err(self.unknown(unknown, &name.span(), &POLICY_KEYS)),
        }
        Ok(())
    }

    fn table<'t, 'i>(
        &self,
        value: &'t Spanned<DeValue<'i>>,
        told: &str,
    ) -> Result<&'t DeTable<'i>, Fault> {
        let table = value.get_ref().as_table();
        table.ok_or_else(|| self.fault(told.to_owned(), &value.span()))
    }

    fn origin(&self, span: &Range<usize>) -> Origin {
        Origin::File(self.name.to_owned(), line_of(self.text, span.start))
    }

    fn wrong(&self, name: &str, wrong: &Wrong, span: &Range<usize>) -> Fault {
        let told = format!("`{name}` is `{}`, which is not {}", wrong.text, wrong.wanted);
        self.fault(told, span).with_help(wrong.help.clone())
    }

    fn unknown(&self, name: &str, span: &Range<usize>, known: &[&str]) -> Fault {
        self.fault(format!("`{name}` sets nothing"), span).with_help(suggest::help(name, known))
    }

    fn fault(&self, told: String, span: &Range<usize>) -> Fault {
        Fault {
            place: Some(FilePlace {
                file: self.name.to_owned(),
                text: self.text.to_owned(),
                range: span.clone(),
            }),
            ..Fault::new(told)
        }
    }
}

/// A value as the same setting stands in the call.
fn text_of(value: &DeValue<'_>) -> String {
    match json_of(value) {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// A value of TOML as JSON; dates and times are texts there.
fn json_of(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Integer(integer) => {
            let read = i64::from_str_radix(integer.as_str(), integer.radix());
            read.map_or_else(|_| number(integer), Value::from)
        }
        DeValue::Float(float) => number(float),
        DeValue::Boolean(value) => Value::from(*value),
        DeValue::Datetime(datetime) => Value::from(datetime.to_string()),
        DeValue::Array(elements) => elements.iter().map(|one| json_of(one.get_ref())).collect(),
        DeValue::Table(members) => members
            .iter()
            .map(|(name, value)| (name.get_ref().clone().into_owned(), json_of(value.get_ref())))
            .collect(),
    }
}

/// A number as JSON has it, or its text where JSON has no such number.
fn number(number: &impl fmt::Display) -> Value {
    let text = number.to_string();
    serde_json::from_str(&text).unwrap_or(Value::String(text))
}
