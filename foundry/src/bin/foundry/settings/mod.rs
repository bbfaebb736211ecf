//! Layers of settings → the ones that hold: defaults, below `foundry.toml`, below `FOUNDRY_*`
//! variables, below the call.

mod call;
mod environment;
mod file;
mod layer;
mod text;

use std::fmt::Write as _;

use foundry::config::Config;
use foundry::{Pipeline, Seed, Stage};

pub(crate) use call::SettingsCall;
use layer::{Layer, Origin, Told};

use crate::document::Document;
use crate::failure::Failure;

/// The settings of one run, each with where it comes from.
pub(crate) struct Settings {
    layer: Layer,
    seed: Told<Seed>,
    threads: Told<usize>,
}

/// The seed where none is given anywhere: the same rows on every machine.
const DEFAULT_SEED: u64 = 42;

impl Settings {
    /// Reads all layers.
    pub(crate) fn read(call: &SettingsCall) -> Result<Self, Failure> {
        let file = file::read(call.config())?;
        let layer = call.layer().over(environment::read()?).over(file);
        let seed = layer.seed.clone();
        let threads = layer.threads.clone();
        Ok(Self {
            seed: seed.unwrap_or_else(|| Told::new(Seed::from(DEFAULT_SEED), Origin::Default)),
            threads: threads.unwrap_or_else(|| Told::new(processors(), Origin::Default)),
            layer,
        })
    }

    /// Which rows are drawn.
    pub(crate) fn seed(&self) -> &Seed {
        &self.seed.value
    }

    /// How many threads draw them.
    pub(crate) fn threads(&self) -> usize {
        self.threads.value
    }

    /// The pipeline of `schema` under these settings.
    pub(crate) fn pipeline(&self, schema: &Document) -> Result<Pipeline, Failure> {
        schema.pipeline(self.config()?).map_err(|error| {
            let failure = schema.failure(&error);
            let path = error.pointer().filter(|_| error.stage() == Stage::Config);
            let policy = self.layer.policies.iter().rfind(|policy| Some(&*policy.path) == path);
            match policy {
                Some(policy) => failure.with_help(format!("it is set by {}", policy.origin)),
                None => failure,
            }
        })
    }

    /// How values are made.
    fn config(&self) -> Result<Config, Failure> {
        let mut config = Config::default();
        let layer = &self.layer;
        if let Some(presence) = &layer.presence {
            config = config.with_presence(presence.value);
        }
        if let Some(lengths) = &layer.lengths {
            config = config.with_lengths(lengths.value.clone());
        }
        if let Some(depth) = &layer.depth {
            config = config.with_depth(depth.value);
        }
        if let Some(attempts) = &layer.attempts {
            config = config.with_attempts(attempts.value);
        }
        for policy in &layer.policies {
            let added = config.with_policy(&policy.path, policy.policy.clone());
            config = added.map_err(|error| {
                let failure = Failure::new(format!("{}: {error}", policy.origin));
                error.help().fold(failure, Failure::with_help)
            })?;
        }
        Ok(config)
    }

    /// Every setting, its value, and where it comes from.
    pub(crate) fn explain(&self) -> String {
        let defaults = Config::default();
        let layer = &self.layer;
        let mut rows = vec![
            ("seed".to_owned(), self.seed.value.to_string(), self.seed.origin.to_string()),
            told("presence", layer.presence.as_ref(), &defaults.presence().to_string()),
            match &layer.lengths {
                Some(told) => {
                    let (least, most) = (told.value.start(), told.value.end());
                    ("lengths".to_owned(), format!("{least}..={most}"), told.origin.to_string())
                }
                None => told::<u64>("lengths", None, "a handful above the least length"),
            },
            told("depth", layer.depth.as_ref(), &defaults.depth().to_string()),
            told("attempts", layer.attempts.as_ref(), &defaults.attempts().to_string()),
            ("threads".to_owned(), self.threads.value.to_string(), self.threads.origin.to_string()),
        ];
        for policy in &layer.policies {
            rows.push((policy.path.clone(), policy.shown.clone(), policy.origin.to_string()));
        }
        let width = |column: fn(&(String, String, String)) -> &String| {
            rows.iter().map(|row| column(row).chars().count()).max().unwrap_or(0)
        };
        let (name, value) = (width(|row| &row.0), width(|row| &row.1));
        rows.iter().fold(String::new(), |mut text, row| {
            // Writing to a `String` cannot fail.
            let _ = writeln!(text, "  {:name$}  {:value$}  {}", row.0, row.1, row.2);
            text
        })
    }
}

fn told<T: ToString>(
    name: &str,
    told: Option<&Told<T>>,
    default: &str,
) -> (String, String, String) {
    let (value, origin) = match told {
        Some(told) => (told.value.to_string(), told.origin.to_string()),
        None => (default.to_owned(), Origin::Default.to_string()),
    };
    (name.to_owned(), value, origin)
}

/// One thread for each processor.
fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, |count| count.get().min(text::MAX_THREADS))
}
