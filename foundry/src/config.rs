//! What one call may set: defaults, and policies for single places.

use serde_json::Value;

use crate::error::{Error, Stage};
use crate::generators::Locale;

mod distribution;
mod environment;
#[cfg(feature = "config-file")]
mod file;
mod layer;
mod limits;
mod same;
mod settings;
mod text;

pub use crate::seed::Distribution;
pub use layer::{Fault, FilePlace, Key, Layer, Origin};
pub use limits::Limits;
pub(crate) use settings::of_process;
pub use settings::{Entry, Settings};
pub use text::Wrong;

/// How values are made: spreads, depths and limits. Never what is valid.
///
/// # Examples
///
/// ```
/// use foundry::config::{Config, Policy};
///
/// let config = Config::default()
///     .with_presence(1.0)
///     .with_lengths(0..=3)
///     .with_policy("/lines/*/note", Policy::default().with_presence(0.1))?;
/// assert_eq!(config.depth(), 4);
/// # Ok::<(), foundry::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    pub(crate) presence: f64,
    pub(crate) extras: f64,
    pub(crate) lengths: Option<(u64, u64)>,
    pub(crate) depth: u32,
    pub(crate) attempts: u32,
    pub(crate) limits: Limits,
    pub(crate) realism: bool,
    pub(crate) locale: Locale,
    pub(crate) timings: bool,
    pub(crate) policies: Vec<PathPolicy>,
}

/// How often an optional member is there, where nothing else is said.
const DEFAULT_PRESENCE: f64 = 0.5;

/// How often an object has a member that its document does not name, where nothing else is said.
const DEFAULT_EXTRAS: f64 = 1.0 / 16.0;

/// How many levels of recursion a value has at most, where nothing else is said.
const DEFAULT_DEPTH: u32 = 4;

/// How often a value is drawn again until a check that no construction can meet accepts it.
const DEFAULT_ATTEMPTS: u32 = 1000;

impl Default for Config {
    fn default() -> Self {
        Self {
            presence: DEFAULT_PRESENCE,
            extras: DEFAULT_EXTRAS,
            lengths: None,
            depth: DEFAULT_DEPTH,
            attempts: DEFAULT_ATTEMPTS,
            limits: Limits::default(),
            realism: true,
            locale: Locale::default(),
            timings: false,
            policies: Vec::new(),
        }
    }
}

impl Config {
    /// What holds for every type of this process: the defaults, below `foundry.toml`, below the
    /// variables `FOUNDRY_*`. Calls such as [`foundry_batch`](crate::Foundry::foundry_batch) start from
    /// it; a [`Pipeline`](crate::Pipeline) does where it is handed over.
    ///
    /// File and variables are read once, when the first call asks for them; see
    /// [`Settings::load`]. A policy is for the contracts that have its places, and none for the others.
    ///
    /// # Errors
    ///
    /// When a file or a variable sets what is no setting.
    pub fn load() -> Result<Self, Error> {
        of_process().cloned()
    }

    /// How often optional members are there, from 0 to 1. Defaults to 0.5. In a document without a
    /// type, an object that would say nothing is mostly given a member, unless the presence is below
    /// 0.5; so the only optional member of an object comes more often.
    #[must_use]
    pub fn with_presence(mut self, probability: f64) -> Self {
        self.presence = probability;
        self
    }

    /// How often an object of a document has a member that the document does not name, from 0 to 1,
    /// where its schema names members and is silent about others: it says nothing of
    /// `additionalProperties`, `patternProperties`, `unevaluatedProperties` or `propertyNames`. Such a
    /// member is valid there, and its readers should be able to take it. Defaults to 1/16; 0 turns it
    /// off. Rows of types never have it, since serde would drop it.
    #[must_use]
    pub fn with_extras(mut self, probability: f64) -> Self {
        self.extras = probability;
        self
    }

    /// The spread of the lengths of lists, sets and maps, within what the contract allows.
    /// Defaults to a handful above the least length.
    #[must_use]
    pub fn with_lengths(mut self, lengths: std::ops::RangeInclusive<u64>) -> Self {
        self.lengths = Some((*lengths.start(), *lengths.end()));
        self
    }

    /// How many levels of recursion a value has at most. Defaults to 4; a type's own
    /// `#[foundry(depth = …)]` comes first.
    #[must_use]
    pub fn with_depth(mut self, depth: u32) -> Self {
        self.depth = depth;
        self
    }

    /// How often one value is drawn again until a check accepts it. Defaults to 1000.
    #[must_use]
    pub fn with_attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// How large rows may be. Defaults to [`Limits::default`].
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Whether the name of a field decides how its texts and numbers look: a person's name in
    /// `first_name`, some years in `age`. Defaults to `true`; plain values use all of what the contract
    /// allows.
    #[must_use]
    pub fn with_realism(mut self, realism: bool) -> Self {
        self.realism = realism;
        self
    }

    /// In whose manner realistic values are. Defaults to `en_US`.
    #[must_use]
    pub fn with_locale(mut self, locale: Locale) -> Self {
        self.locale = locale;
        self
    }

    /// Whether each generator is timed, for [`Metrics::generator_times`](crate::Metrics::generator_times).
    /// Defaults to `false`: a clock read around each value takes longer than most values do. The rows
    /// are the same.
    #[must_use]
    pub fn with_timings(mut self, timings: bool) -> Self {
        self.timings = timings;
        self
    }

    /// Sets `policy` for every place that `path` matches: a JSON pointer in which `*` stands for
    /// one segment and `**` for any number of them. A later policy wins over an earlier one.
    ///
    /// # Errors
    ///
    /// When `path` is not empty and does not start with `/`.
    pub fn with_policy(mut self, path: &str, policy: Policy) -> Result<Self, Error> {
        let (segments, origin) = (read_path(path)?, None);
        self.policies.push(PathPolicy { segments, policy, is_shared: false, origin });
        Ok(self)
    }

    /// The same for whatever contract has such places, where `is_shared`; and `origin` is told by
    /// [`Plan::explain`](crate::plan::Plan::explain).
    pub(crate) fn with_told_policy(
        mut self,
        path: &str,
        policy: Policy,
        is_shared: bool,
        origin: &Origin,
    ) -> Result<Self, Error> {
        let (segments, origin) = (read_path(path)?, Some(origin.clone()));
        self.policies.push(PathPolicy { segments, policy, is_shared, origin });
        Ok(self)
    }

    /// What no value can be made from is an error, and not silently something else.
    pub(crate) fn check(&self) -> Result<(), Error> {
        check_spreads(self.presence, self.lengths, "")?;
        check_probability("share of extras", self.extras, "")?;
        for PathPolicy { segments, policy, .. } in &self.policies {
            let place = format!(" for `{}`", write_path(segments));
            check_spreads(policy.presence.unwrap_or(0.0), policy.lengths, &place)?;
            check_distributions(policy, &place)?;
            if policy.values.is_some() && policy.faker.is_some() {
                let told = format!("`values` and `faker`{place} both say which values to make");
                return Err(Error::new(Stage::Config, told).with_help("keep one of them"));
            }
            if policy.values.as_ref().is_some_and(Vec::is_empty) {
                return Err(Error::new(
                    Stage::Config,
                    format!("the list of values{place} is empty"),
                )
                .with_help("name at least one value"));
            }
        }
        Ok(())
    }

    /// How often optional members are there.
    pub fn presence(&self) -> f64 {
        self.presence
    }

    /// How often objects of documents have a member that nobody named.
    pub fn extras(&self) -> f64 {
        self.extras
    }

    /// The spread of the lengths of collections, or `None` for a handful above the least length.
    pub fn lengths(&self) -> Option<std::ops::RangeInclusive<u64>> {
        self.lengths.map(|(least, most)| least..=most)
    }

    /// The levels of recursion.
    pub fn depth(&self) -> u32 {
        self.depth
    }

    /// Whether the names of fields decide.
    pub fn realism(&self) -> bool {
        self.realism
    }

    /// Whether each generator is timed.
    pub fn timings(&self) -> bool {
        self.timings
    }

    /// The locale of realistic values.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// How often one value is drawn again.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// How large rows may be.
    pub fn limits(&self) -> Limits {
        self.limits
    }
}

/// How the values at some places are made.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Policy {
    pub(crate) presence: Option<f64>,
    pub(crate) lengths: Option<(u64, u64)>,
    pub(crate) values: Option<Vec<Value>>,
    pub(crate) faker: Option<String>,
    pub(crate) by: Option<NamedBy>,
    /// How often each of the values comes; as many as there are values.
    pub(crate) weights: Option<Vec<u32>>,
    pub(crate) distribution: Option<Distribution>,
    pub(crate) length_distribution: Option<Distribution>,
}

impl Policy {
    /// How often the members at these places are there, from 0 to 1.
    #[must_use]
    pub fn with_presence(mut self, probability: f64) -> Self {
        self.presence = Some(probability);
        self
    }

    /// The spread of the lengths of the collections at these places.
    #[must_use]
    pub fn with_lengths(mut self, lengths: std::ops::RangeInclusive<u64>) -> Self {
        self.lengths = Some((*lengths.start(), *lengths.end()));
        self
    }

    /// The generator that draws these places, by its name in the [registry](crate::generators::Registry).
    #[must_use]
    pub fn with_faker(mut self, name: impl Into<String>) -> Self {
        self.faker = Some(name.into());
        self
    }

    /// Which words of the schema say what the values at these places look like, where it has such words:
    /// they stand for the name of the field. Defaults to the name itself.
    #[must_use]
    pub fn with_named_by(mut self, by: NamedBy) -> Self {
        self.by = Some(by);
        self
    }

    /// The values that these places have, each as likely as the others. A value that the contract
    /// does not admit is a plan error.
    #[must_use]
    pub fn with_values(mut self, values: Vec<Value>) -> Self {
        self.values = Some(values);
        self.weights = None;
        self
    }

    /// The values that these places have, each with its weight beside those of the others. A weight
    /// of 0 is never drawn; that all of them are 0 is an error of the call.
    #[must_use]
    pub fn with_weighted_values(mut self, values: Vec<(Value, u32)>) -> Self {
        let (values, weights) = values.into_iter().unzip();
        self.values = Some(values);
        self.weights = Some(weights);
        self
    }

    /// How the numbers at these places are spread, cut to what the contract allows. That nothing is
    /// left there, and that no number is drawn at any of these places, are plan errors.
    #[must_use]
    pub fn with_distribution(mut self, distribution: Distribution) -> Self {
        self.distribution = Some(distribution);
        self
    }

    /// How the lengths of the lists, sets, maps and plain texts at these places are spread, cut to
    /// what the contract and [`with_lengths`](Self::with_lengths) allow. Of a map, the members that
    /// the contract names do not count. That nothing is left there, and that nothing with a length is
    /// drawn at any of these places, are plan errors.
    #[must_use]
    pub fn with_length_distribution(mut self, distribution: Distribution) -> Self {
        self.length_distribution = Some(distribution);
        self
    }
}

/// The words of a schema that may stand for the name of a field, where somebody asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NamedBy {
    /// The `title`.
    Title,
    /// The `description`: the first sentence of it.
    Description,
}

impl NamedBy {
    /// The keyword: `title` or `description`.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Description => "description",
        }
    }

    pub(crate) fn read(keyword: &str) -> Option<Self> {
        [Self::Title, Self::Description].into_iter().find(|by| by.keyword() == keyword)
    }
}

/// A policy and the places it is for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PathPolicy {
    pub(crate) segments: Vec<Segment>,
    pub(crate) policy: Policy,
    /// Set for many contracts, of which not all have such places.
    pub(crate) is_shared: bool,
    /// Who set it, where that is not the program itself.
    pub(crate) origin: Option<Origin>,
}

/// What a policy sets, or a hint; weights are a part of the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Setting {
    Presence,
    /// A range of lengths.
    Lengths,
    /// A distribution of lengths.
    LengthSpread,
    Values,
    Faker,
    By,
    /// A distribution of numbers.
    NumberSpread,
}

impl Setting {
    pub(crate) const ALL: [Self; 7] = [
        Self::Presence,
        Self::Lengths,
        Self::LengthSpread,
        Self::Values,
        Self::Faker,
        Self::By,
        Self::NumberSpread,
    ];

    /// The name in a file and in a document.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Presence => "presence",
            Self::Lengths | Self::LengthSpread => "lengths",
            Self::Values => "values",
            Self::Faker => "faker",
            Self::By => "by",
            Self::NumberSpread => "distribution",
        }
    }
}

impl PathPolicy {
    /// Whether it sets this.
    pub(crate) fn sets(&self, setting: Setting) -> bool {
        let Policy {
            presence,
            lengths,
            values,
            faker,
            by,
            weights: _,
            distribution,
            length_distribution,
        } = &self.policy;
        match setting {
            Setting::Presence => presence.is_some(),
            Setting::Lengths => lengths.is_some(),
            Setting::LengthSpread => length_distribution.is_some(),
            Setting::Values => values.is_some(),
            Setting::Faker => faker.is_some(),
            Setting::By => by.is_some(),
            Setting::NumberSpread => distribution.is_some(),
        }
    }
}

/// One segment of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Segment {
    Name(String),
    Any,
    Deep,
}

fn check_distributions(policy: &Policy, place: &str) -> Result<(), Error> {
    for distribution in [&policy.distribution, &policy.length_distribution].into_iter().flatten() {
        if let Some(fault) = distribution.fault() {
            return Err(Error::new(Stage::Config, format!("{fault}{place}")).with_help(
                "deviations, exponents and means of times are above 0, and so is one weight",
            ));
        }
    }
    match &policy.weights {
        Some(weights) if !weights.is_empty() && weights.iter().all(|weight| *weight == 0) => {
            Err(Error::new(Stage::Config, format!("all weights of the values{place} are 0"))
                .with_help("give at least one value a weight above 0"))
        }
        _ => Ok(()),
    }
}

fn check_probability(what: &str, probability: f64, place: &str) -> Result<(), Error> {
    if (0.0..=1.0).contains(&probability) {
        return Ok(());
    }
    Err(Error::new(
        Stage::Config,
        format!("the {what}{place} is {probability}, which is no probability"),
    )
    .with_help("write a number from 0 (never) to 1 (always)"))
}

fn check_spreads(presence: f64, lengths: Option<(u64, u64)>, place: &str) -> Result<(), Error> {
    check_probability("presence", presence, place)?;
    match lengths {
        Some((least, most)) if least > most => Err(Error::new(
            Stage::Config,
            format!("the lengths{place} are from {least} to {most}, which is no length at all"),
        )
        .with_help(format!("write `{most}..={least}`"))),
        _ => Ok(()),
    }
}

/// A path as it was written.
pub(crate) fn write_path(segments: &[Segment]) -> String {
    let mut text = String::new();
    for segment in segments {
        text.push('/');
        match segment {
            Segment::Name(name) => text.push_str(&name.replace('~', "~0").replace('/', "~1")),
            Segment::Any => text.push('*'),
            Segment::Deep => text.push_str("**"),
        }
    }
    text
}

fn read_path(path: &str) -> Result<Vec<Segment>, Error> {
    if path.is_empty() {
        return Ok(Vec::new());
    }
    let Some(rest) = path.strip_prefix('/') else {
        return Err(Error::new(
            Stage::Config,
            format!("the path `{path}` does not start with `/`"),
        )
        .with_help(format!("write `/{path}`")));
    };
    Ok(rest
        .split('/')
        .map(|segment| match segment {
            "*" => Segment::Any,
            "**" => Segment::Deep,
            name => Segment::Name(name.replace("~1", "/").replace("~0", "~")),
        })
        .collect())
}
