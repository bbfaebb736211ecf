//! Layers of settings → the ones that hold, as the library reads them; the call is the uppermost.

mod call;

use std::fmt::Write as _;

use foundry::config::{Config, Fault, Layer};
use foundry::{Pipeline, Seed, Stage};

pub(crate) use call::SettingsCall;

use crate::document::Document;
use crate::failure::Failure;
use crate::place::Spot;
use crate::snippet::Snippet;

/// The settings of one run, each with where it comes from.
pub(crate) struct Settings {
    settings: foundry::config::Settings,
    seed: Seed,
}

impl Settings {
    /// Reads all layers.
    pub(crate) fn read(call: &SettingsCall) -> Result<Self, Failure> {
        let folder = std::env::current_dir().ok();
        let below = foundry::config::Settings::load_from(call.config(), folder.as_deref());
        let layer: Layer = call.layer()?.over(below.map_err(|fault| of_fault(&fault))?);
        let settings = foundry::config::Settings::of(layer);
        Ok(Self { seed: settings.seed(), settings })
    }

    /// Which rows are drawn.
    pub(crate) fn seed(&self) -> &Seed {
        &self.seed
    }

    /// How many threads draw them.
    pub(crate) fn threads(&self) -> usize {
        self.settings.threads()
    }

    /// The pipeline of `schema` under these settings.
    pub(crate) fn pipeline(&self, schema: &Document) -> Result<Pipeline, Failure> {
        self.pipeline_with(schema, |config| config)
    }

    /// The same, with what this run wants beside them.
    pub(crate) fn pipeline_with(
        &self,
        schema: &Document,
        set: impl FnOnce(Config) -> Config,
    ) -> Result<Pipeline, Failure> {
        let config: Config = self.settings.config().map_err(|fault| of_fault(&fault))?;
        schema.pipeline(set(config)).map_err(|error| {
            let failure = schema.failure(&error);
            let path = error.pointer().filter(|_| error.stage() == Stage::Config);
            match path.and_then(|path| self.settings.origin_of(path)) {
                Some(origin) => failure.with_help(format!("it is set by {origin}")),
                None => failure,
            }
        })
    }

    /// Every setting, its value, and where it comes from.
    pub(crate) fn explain(&self) -> String {
        let entries: Vec<_> = self.settings.entries().collect();
        let widest = |texts: &mut dyn Iterator<Item = &str>| {
            texts.map(|text| text.chars().count()).max().unwrap_or(0)
        };
        let name = widest(&mut entries.iter().map(|entry| entry.name.as_str()));
        let value = widest(&mut entries.iter().map(|entry| entry.value.as_str()));
        entries.iter().fold(String::new(), |mut text, entry| {
            // Writing to a `String` cannot fail.
            let _ =
                writeln!(text, "  {:name$}  {:value$}  {}", entry.name, entry.value, entry.origin);
            text
        })
    }
}

/// A mistake in a layer, shown at its place.
fn of_fault(fault: &Fault) -> Failure {
    let failure = fault.help().fold(Failure::new(fault.message()), Failure::with_help);
    let snippet = fault.place().and_then(|place| {
        Snippet::new(&place.file, &place.text, &[Spot::here(place.range.clone())])
    });
    failure.with_snippet(snippet)
}
