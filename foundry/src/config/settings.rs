//! Layers of settings → the ones that hold: defaults, below `foundry.toml`, below `FOUNDRY_*`
//! variables, below the call.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::environment::FILE_VARIABLE;
use super::layer::{Fault, Key, Layer, Origin, Told};
use super::{Config, Limits};
use crate::error::Error;
use crate::seed::Seed;

/// The seed where none is given anywhere: the same rows on every machine.
const DEFAULT_SEED: u64 = 42;

/// The settings of one run, each with where it comes from.
///
/// # Examples
///
/// ```
/// use foundry::config::{Key, Layer, Origin, Settings};
///
/// let mut file = Layer::default();
/// file.set(Key::Presence, "0.1", Origin::File("foundry.toml".into(), 1))?;
/// file.set(Key::Depth, "3", Origin::File("foundry.toml".into(), 2))?;
/// let mut call = Layer::default();
/// call.set(Key::Presence, "0.9", Origin::Call("--presence".into()))?;
/// let settings = Settings::of(call.over(file));
/// assert_eq!(settings.config()?.presence(), 0.9);
/// let told: Vec<String> = settings.entries().map(|entry| entry.to_string()).collect();
/// assert!(told.contains(&"presence = 0.9 (--presence)".to_owned()));
/// assert!(told.contains(&"depth = 3 (foundry.toml:2)".to_owned()));
/// assert!(told.contains(&"attempts = 1000 (default)".to_owned()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    layer: Layer,
}

/// One setting that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// Its name, or the path of a policy.
    pub name: String,
    /// Its value, as it is written.
    pub value: String,
    /// Where that comes from.
    pub origin: Origin,
}

impl std::fmt::Display for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} = {} ({})", self.name, self.value, self.origin)
    }
}

impl Settings {
    /// What `layer` sets, above the defaults.
    pub fn of(layer: Layer) -> Self {
        Self { layer }
    }

    /// Reads the settings of this process: the file that `FOUNDRY_CONFIG` names, or else the nearest
    /// `foundry.toml` from `CARGO_MANIFEST_DIR` upwards (which cargo sets for tests; else from the
    /// working directory), below the variables `FOUNDRY_*`. With `FOUNDRY_CONFIG=none` no file is read.
    ///
    /// # Errors
    ///
    /// When a file or a variable sets what is no setting.
    pub fn load() -> Result<Self, Fault> {
        let folder = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let folder = folder.or_else(|| std::env::current_dir().ok());
        Self::load_from(None, folder.as_deref()).map(Self::of)
    }

    /// The file `named`, or that of `FOUNDRY_CONFIG`, or else the nearest one from `folder` upwards,
    /// below the variables.
    ///
    /// # Errors
    ///
    /// When a file or a variable sets what is no setting.
    pub fn load_from(named: Option<&Path>, folder: Option<&Path>) -> Result<Layer, Fault> {
        let variable = std::env::var_os(FILE_VARIABLE);
        let is_off = variable.as_ref().is_some_and(|value| value == "none");
        let file = match (named, variable) {
            (Some(path), _) => read_file(path)?,
            (None, _) if is_off => Layer::default(),
            (None, Some(path)) => read_file(Path::new(&path))?,
            (None, None) => folder.map_or_else(|| Ok(Layer::default()), find_file)?,
        };
        Ok(Layer::from_env()?.over(file))
    }

    /// Which rows are drawn, where the call does not say it. Defaults to 42.
    pub fn seed(&self) -> Seed {
        self.layer.seed.as_ref().map_or_else(|| Seed::from(DEFAULT_SEED), |told| told.value.clone())
    }

    /// How many threads draw. Defaults to one for each processor, at most 256.
    pub fn threads(&self) -> usize {
        self.layer.threads.as_ref().map_or_else(processors, |told| told.value)
    }

    /// How values are made. A policy whose path leads nowhere is an error of the plan.
    ///
    /// # Errors
    ///
    /// When the path of a policy is none.
    pub fn config(&self) -> Result<Config, Fault> {
        self.build(false)
    }

    /// The same for contracts of many kinds: a policy is for those that have its places.
    fn shared_config(&self) -> Result<Config, Fault> {
        self.build(true)
    }

    fn build(&self, is_shared: bool) -> Result<Config, Fault> {
        let mut config = Config::default();
        let layer = &self.layer;
        if let Some(presence) = &layer.presence {
            config = config.with_presence(presence.value);
        }
        if let Some(extras) = &layer.extras {
            config = config.with_extras(extras.value);
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
        let mut limits = Limits::default();
        if let Some(values) = &layer.max_values {
            limits = limits.with_values(values.value);
        }
        if let Some(chars) = &layer.max_chars {
            limits = limits.with_chars(chars.value);
        }
        if let Some(values) = &layer.mean_values {
            limits = limits.with_mean(values.value);
        }
        config = config.with_limits(limits);
        if let Some(locale) = &layer.locale {
            config = config.with_locale(locale.value);
        }
        if let Some(realism) = &layer.realism {
            config = config.with_realism(realism.value);
        }
        for policy in &layer.policies {
            let (path, origin) = (&policy.path, &policy.origin);
            let added = config.with_told_policy(path, policy.policy.clone(), is_shared, origin);
            config = added.map_err(|error| {
                let fault = Fault::new(format!("{}: {error}", policy.origin));
                error.help().fold(fault, Fault::with_help)
            })?;
        }
        Ok(config)
    }

    /// Who set the policy for `path`, the last one of them.
    pub fn origin_of(&self, path: &str) -> Option<&Origin> {
        let policy = self.layer.policies.iter().rfind(|policy| policy.path == path);
        policy.map(|policy| &policy.origin)
    }

    /// Every setting, its value, and where it comes from; then the policies, in their order.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        let policies = self.layer.policies.iter().map(|policy| Entry {
            name: policy.path.clone(),
            value: policy.shown.clone(),
            origin: policy.origin.clone(),
        });
        Key::ALL.into_iter().map(|key| self.entry(key)).chain(policies)
    }

    fn entry(&self, key: Key) -> Entry {
        fn told<T: Clone>(
            told: Option<&Told<T>>,
            default: String,
            show: impl Fn(&T) -> String,
        ) -> (String, Origin) {
            match told {
                Some(told) => (show(&told.value), told.origin.clone()),
                None => (default, Origin::Default),
            }
        }
        let (layer, defaults) = (&self.layer, Config::default());
        let limits = defaults.limits();
        let (value, origin) = match key {
            Key::Seed => told(layer.seed.as_ref(), DEFAULT_SEED.to_string(), ToString::to_string),
            Key::Presence => {
                told(layer.presence.as_ref(), defaults.presence().to_string(), ToString::to_string)
            }
            Key::Extras => {
                told(layer.extras.as_ref(), defaults.extras().to_string(), ToString::to_string)
            }
            Key::Lengths => told(
                layer.lengths.as_ref(),
                "a handful above the least length".to_owned(),
                |lengths| format!("{}..={}", lengths.start(), lengths.end()),
            ),
            Key::Depth => {
                told(layer.depth.as_ref(), defaults.depth().to_string(), ToString::to_string)
            }
            Key::Attempts => {
                told(layer.attempts.as_ref(), defaults.attempts().to_string(), ToString::to_string)
            }
            Key::MaxValues => {
                told(layer.max_values.as_ref(), limits.values().to_string(), ToString::to_string)
            }
            Key::MaxChars => {
                told(layer.max_chars.as_ref(), limits.chars().to_string(), ToString::to_string)
            }
            Key::MeanValues => {
                let default = limits.mean().to_string();
                told(layer.mean_values.as_ref(), default, ToString::to_string)
            }
            Key::Locale => {
                told(layer.locale.as_ref(), defaults.locale().to_string(), ToString::to_string)
            }
            Key::Realism => {
                told(layer.realism.as_ref(), on(defaults.realism()), |is_on| on(*is_on))
            }
            Key::Threads => {
                told(layer.threads.as_ref(), processors().to_string(), ToString::to_string)
            }
        };
        Entry { name: key.name().to_owned(), value, origin }
    }
}

fn on(is_on: bool) -> String {
    if is_on { "on" } else { "off" }.to_owned()
}

/// What holds for all types of this process, read once.
static OF_PROCESS: OnceLock<Result<Config, Fault>> = OnceLock::new();

/// The configuration that a call starts from which says nothing else.
pub(crate) fn of_process() -> Result<&'static Config, Error> {
    let read = || Settings::load().and_then(|settings| settings.shared_config());
    OF_PROCESS.get_or_init(read).as_ref().map_err(Fault::to_error)
}

#[cfg(feature = "config-file")]
fn read_file(path: &Path) -> Result<Layer, Fault> {
    Layer::from_file(path)
}

#[cfg(feature = "config-file")]
fn find_file(folder: &Path) -> Result<Layer, Fault> {
    Layer::find_file(folder).map_or_else(|| Ok(Layer::default()), |path| Layer::from_file(&path))
}

#[cfg(not(feature = "config-file"))]
fn read_file(path: &Path) -> Result<Layer, Fault> {
    let told = format!("cannot read `{}`: the feature `config-file` is off", path.display());
    Err(Fault::new(told).with_help(format!("switch it on, or remove {FILE_VARIABLE}")))
}

#[cfg(not(feature = "config-file"))]
#[expect(clippy::unnecessary_wraps, reason = "with the feature, reading may fail")]
fn find_file(_: &Path) -> Result<Layer, Fault> {
    Ok(Layer::default())
}

/// One thread for each processor.
fn processors() -> usize {
    let most = super::text::MAX_THREADS;
    std::thread::available_parallelism().map_or(1, |count| count.get().min(most))
}
