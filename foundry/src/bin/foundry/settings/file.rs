//! `foundry.toml` → a layer of settings.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use foundry::config::Policy;
use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::layer::{Key, Layer, Origin, ToldPolicy};
use super::text::{self, Wrong};
use crate::document::read_text;
use crate::failure::Failure;
use crate::place::{Spot, line_and_column};
use crate::snippet::Snippet;
use crate::suggest;

/// The name that is looked for.
const FILE_NAME: &str = "foundry.toml";

/// The table of policies.
const POLICIES: &str = "policies";

/// What a policy may say.
const POLICY_KEYS: [&str; 3] = ["presence", "lengths", "values"];

/// Reads the file that the call names, or else the nearest one from the working directory upwards.
pub(super) fn read(named: Option<&Path>) -> Result<Layer, Failure> {
    let Some(path) = named.map(Path::to_owned).or_else(find) else { return Ok(Layer::default()) };
    let name = path.to_string_lossy().into_owned();
    let text = read_text(&name)?;
    File { name: &name, text: &text }.layer()
}

fn find() -> Option<PathBuf> {
    let folder = std::env::current_dir().ok()?;
    folder.ancestors().map(|folder| folder.join(FILE_NAME)).find(|path| path.is_file())
}

struct File<'f> {
    name: &'f str,
    text: &'f str,
}

impl File<'_> {
    fn layer(&self) -> Result<Layer, Failure> {
        let table = DeTable::parse(self.text).map_err(|error| {
            let told = format!("`{}` is not TOML: {}", self.name, error.message());
            self.failure(told, &error.span().unwrap_or(0..0))
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

    fn policies(&self, value: &Spanned<DeValue<'_>>) -> Result<Vec<ToldPolicy>, Failure> {
        let table = self.table(value, "`policies` is a table of paths")?;
        let mut policies = Vec::new();
        for (path, value) in table {
            let told = "a policy is a table, such as `{ presence = 0.1 }`";
            let mut policy = Policy::default();
            for (name, value) in self.table(value, told)? {
                policy = self.policy(policy, name, value)?;
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

    fn policy(
        &self,
        policy: Policy,
        name: &Spanned<std::borrow::Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<Policy, Failure> {
        let text = text_of(value.get_ref());
        let told = |wrong: Wrong| self.wrong(name.get_ref(), &wrong, &value.span());
        Ok(match name.get_ref().as_ref() {
            "presence" => policy.with_presence(text::read_presence(&text).map_err(told)?),
            "lengths" => policy.with_lengths(text::read_lengths(&text).map_err(told)?),
            "values" => {
                let Value::Array(values) = json_of(value.get_ref()) else {
                    let told = "`values` is a list, such as `[1, 2]`".to_owned();
                    return Err(self.failure(told, &value.span()));
                };
                policy.with_values(values)
            }
            unknown => return Err(self.unknown(unknown, &name.span(), &POLICY_KEYS)),
        })
    }

    fn table<'t, 'i>(
        &self,
        value: &'t Spanned<DeValue<'i>>,
        told: &str,
    ) -> Result<&'t DeTable<'i>, Failure> {
        let table = value.get_ref().as_table();
        table.ok_or_else(|| self.failure(told.to_owned(), &value.span()))
    }

    fn origin(&self, span: &Range<usize>) -> Origin {
        Origin::File(self.name.to_owned(), line_and_column(self.text, span.start).0)
    }

    fn wrong(&self, name: &str, wrong: &Wrong, span: &Range<usize>) -> Failure {
        let told = format!("`{name}` is `{}`, which is not {}", wrong.text, wrong.wanted);
        self.failure(told, span).with_help(wrong.help.clone())
    }

    fn unknown(&self, name: &str, span: &Range<usize>, known: &[&str]) -> Failure {
        self.failure(format!("`{name}` sets nothing"), span).with_help(suggest::help(name, known))
    }

    fn failure(&self, told: String, span: &Range<usize>) -> Failure {
        Failure::new(told).with_snippet(Snippet::new(
            self.name,
            self.text,
            &[Spot::here(span.clone())],
        ))
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
