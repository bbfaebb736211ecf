//! The options that several commands share → the uppermost layer of settings.

use std::path::{Path, PathBuf};

use clap::Args;
use foundry::config::{Key, Layer, Origin, Wrong};
use serde_json::Value;

use crate::failure::Failure;

/// How rows are made; each of these may also stand in `foundry.toml` or in a variable.
#[derive(Debug, Args)]
#[command(next_help_heading = "How rows are made (over FOUNDRY_* variables, over foundry.toml)")]
pub(crate) struct SettingsCall {
    /// The seed: a number, `text:…` or `hex:…` [default: 42]
    #[arg(long, value_parser = |text: &str| read(Key::Seed, text))]
    seed: Option<String>,

    /// How often optional members are there, from 0 to 1 [default: 0.5]
    #[arg(long, value_name = "0..1", value_parser = |text: &str| read(Key::Presence, text))]
    presence: Option<String>,

    /// How often objects get a member that nobody named, where nothing is said of such [default: 0.0625]
    #[arg(long, value_name = "0..1", value_parser = |text: &str| read(Key::Extras, text))]
    extras: Option<String>,

    /// The lengths of lists and maps [default: a handful above the least length]
    #[arg(long, value_name = "A..=B", value_parser = |text: &str| read(Key::Lengths, text))]
    lengths: Option<String>,

    /// How many levels of recursion a value has at most [default: 4]
    #[arg(long, value_name = "LEVELS", value_parser = |text: &str| read(Key::Depth, text))]
    depth: Option<String>,

    /// How often a value is drawn again until its check accepts it [default: 1000]
    #[arg(long, value_name = "COUNT", value_parser = |text: &str| read(Key::Attempts, text))]
    attempts: Option<String>,

    /// How many values a row may need [default: 1048576]
    #[arg(long, value_name = "COUNT", value_parser = |text: &str| read(Key::MaxValues, text))]
    max_values: Option<String>,

    /// How many characters the texts of a row may need [default: 10000000]
    #[arg(long, value_name = "COUNT", value_parser = |text: &str| read(Key::MaxChars, text))]
    max_chars: Option<String>,

    /// How many values a place has on average at most [default: 10000]
    #[arg(long, value_name = "COUNT", value_parser = |text: &str| read(Key::MeanValues, text))]
    mean_values: Option<String>,

    /// In whose manner realistic values are, such as de_DE [default: en_US]
    #[arg(long, value_name = "NAME", value_parser = |text: &str| read(Key::Locale, text))]
    locale: Option<String>,

    /// Whether the names of fields decide how their values look [default: on]
    #[arg(long, value_name = "on|off", value_parser = |text: &str| read(Key::Realism, text))]
    realism: Option<String>,

    /// How many threads draw; the rows are the same [default: one for each processor]
    #[arg(long, value_name = "COUNT", value_parser = |text: &str| read(Key::Threads, text))]
    threads: Option<String>,

    /// Sets the value at a JSON pointer in every row; `*` stands for one segment, `**` for any number
    #[arg(long = "set", value_name = "/pointer=json", value_parser = read_set)]
    sets: Vec<(String, Value)>,

    /// The file of settings [default: foundry.toml here or in a folder above]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl SettingsCall {
    /// The file of settings, where the call names one.
    pub(super) fn config(&self) -> Option<&Path> {
        self.config.as_deref()
    }

    /// What the call sets.
    pub(super) fn layer(&self) -> Result<Layer, Failure> {
        let mut layer = Layer::default();
        for (key, text) in [
            (Key::Seed, &self.seed),
            (Key::Presence, &self.presence),
            (Key::Extras, &self.extras),
            (Key::Lengths, &self.lengths),
            (Key::Depth, &self.depth),
            (Key::Attempts, &self.attempts),
            (Key::MaxValues, &self.max_values),
            (Key::MaxChars, &self.max_chars),
            (Key::MeanValues, &self.mean_values),
            (Key::Locale, &self.locale),
            (Key::Realism, &self.realism),
            (Key::Threads, &self.threads),
        ] {
            let Some(text) = text else { continue };
            let option = format!("--{}", key.name().replace('_', "-"));
            let set = layer.set(key, text, Origin::Call(option));
            set.map_err(|wrong| Failure::new(wrong.to_string()))?;
        }
        for (path, value) in &self.sets {
            layer.set_value(path, value.clone(), Origin::Call("--set".to_owned()));
        }
        Ok(layer)
    }
}

/// A text that `key` takes, as it was written.
fn read(key: Key, text: &str) -> Result<String, Wrong> {
    Layer::default().set(key, text, Origin::Default).map(|()| text.to_owned())
}

/// `/pointer=json`: the pointer ends at the first `=` behind which JSON stands, since a name may hold
/// that sign too.
fn read_set(text: &str) -> Result<(String, Value), String> {
    let mut parts = text.match_indices('=').map(|(at, _)| (&text[..at], &text[at + 1..]));
    let Some((first, json)) = parts.next() else {
        return Err(format!("`{text}` sets no value: write `{text}=…` with JSON behind the `=`"));
    };
    let both = std::iter::once((first, json)).chain(parts);
    for (pointer, json) in both {
        if let Ok(value) = serde_json::from_str(json) {
            return Ok((pointer.to_owned(), value));
        }
    }
    Err(format!("`{json}` is not JSON: a text stands in quotes, `'{first}=\"{json}\"'`"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::read_set;

    #[test]
    fn a_pointer_ends_where_json_begins() {
        assert_eq!(read_set("/a=1"), Ok(("/a".to_owned(), json!(1))));
        assert_eq!(read_set("/a=b=\"=\""), Ok(("/a=b".to_owned(), json!("="))));
        let told = read_set("/a=Ada").unwrap_err();
        assert_eq!(told, "`Ada` is not JSON: a text stands in quotes, `'/a=\"Ada\"'`");
        assert!(read_set("/a").is_err());
    }
}
