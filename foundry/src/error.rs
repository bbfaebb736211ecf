//! The one error type: what is wrong, where, and what would help.

use std::fmt::{self, Write as _};

use crate::seed::Seed;

/// The stage of the pipeline that an [`Error`] comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Stage {
    /// Reading a seed.
    Seed,
    /// Reading what one call or the environment sets.
    Config,
    /// Schema document → contract.
    Parse,
    /// Contract → plan.
    Plan,
    /// Plan, seed and row → instance.
    Generate,
    /// Instance → verdict.
    Validate,
}

impl Stage {
    /// The name of the stage in lower case, as reports print it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Seed => "seed",
            Self::Config => "config",
            Self::Parse => "parse",
            Self::Plan => "plan",
            Self::Generate => "generate",
            Self::Validate => "validate",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why there is no row: one line, with the place and what would help kept beside it.
///
/// `Display` prints one line, causes joined by `: `. [`Error::report`] tells the whole story.
///
/// # Examples
///
/// ```
/// let error = foundry::Seed::parse("many").unwrap_err();
/// assert_eq!(error.stage(), foundry::Stage::Seed);
/// assert_eq!(error.to_string(), "`many` is not a seed");
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    stage: Stage,
    message: String,
    type_name: Option<&'static str>,
    pointer: Option<String>,
    keyword: Option<String>,
    seed: Option<Seed>,
    row: Option<u64>,
    value: Option<String>,
    replay: Option<String>,
    help: Vec<String>,
    is_unsatisfiable: bool,
    is_beyond_the_form: bool,
    is_cancelled: bool,
    cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// An error of `stage` that says `message`: lower case, no final period.
    pub fn new(stage: Stage, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            stage,
            message: message.into(),
            type_name: None,
            pointer: None,
            keyword: None,
            seed: None,
            row: None,
            value: None,
            replay: None,
            help: Vec::new(),
            is_unsatisfiable: false,
            is_beyond_the_form: false,
            is_cancelled: false,
            cause: None,
        }))
    }

    /// The stage that failed.
    pub fn stage(&self) -> Stage {
        self.0.stage
    }

    /// What is wrong, without its causes.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Whether it says that no value satisfies the contract. Of other errors there may be values, but
    /// none could be planned or drawn.
    pub fn is_unsatisfiable(&self) -> bool {
        self.0.is_unsatisfiable
    }

    /// Whether the caller himself ended the run: [`Progress`](crate::Progress).
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled
    }

    /// The Rust type that was asked for.
    pub fn type_name(&self) -> Option<&'static str> {
        self.0.type_name
    }

    /// The JSON pointer of the place: into the schema for parse and plan, into the instance for
    /// generate and validate.
    pub fn pointer(&self) -> Option<&str> {
        self.0.pointer.as_deref()
    }

    /// The schema keyword, or the list of keywords, at fault.
    pub fn keyword(&self) -> Option<&str> {
        self.0.keyword.as_deref()
    }

    /// The seed of the row.
    pub fn seed(&self) -> Option<&Seed> {
        self.0.seed.as_ref()
    }

    /// The index of the row.
    pub fn row(&self) -> Option<u64> {
        self.0.row
    }

    /// The value at fault, as JSON.
    pub fn value(&self) -> Option<&str> {
        self.0.value.as_deref()
    }

    /// The line of Rust that draws this one row again.
    pub fn replay(&self) -> Option<&str> {
        self.0.replay.as_deref()
    }

    /// What is behind it: the error of a generator of one's own, for example, as it was returned.
    /// `Display` tells it already, and what is behind it in turn.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::generators::{GeneratorError, Registry, Generator};
    /// use foundry::{Instance, Pipeline, Stream};
    /// use serde_json::json;
    ///
    /// struct Dictionary;
    ///
    /// impl Generator for Dictionary {
    ///     fn name(&self) -> &str {
    ///         "dictionary"
    ///     }
    ///
    ///     fn draw(&self, _: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
    ///         out.text(&std::fs::read_to_string("no/such/file")?);
    ///         Ok(())
    ///     }
    /// }
    ///
    /// let schema = json!({"type": "string", "x-foundry": {"faker": "dictionary"}});
    /// let registry = Registry::default().with(Dictionary)?;
    /// let error = Pipeline::builder().schema(&schema).registry(registry).build()?.generate(42, 1).unwrap_err();
    /// assert!(error.to_string().starts_with("the generator `dictionary` failed: "));
    /// let cause = error.cause().and_then(|cause| cause.downcast_ref::<std::io::Error>());
    /// assert_eq!(cause.map(|error| error.kind()), Some(std::io::ErrorKind::NotFound));
    /// # Ok::<(), foundry::Error>(())
    /// ```
    pub fn cause(&self) -> Option<&(dyn std::error::Error + Send + Sync + 'static)> {
        self.0.cause.as_deref()
    }

    /// What would help, each a line of its own.
    pub fn help(&self) -> impl Iterator<Item = &str> {
        self.0.help.iter().map(String::as_str)
    }

    /// The whole story, over several lines: message, type, seed, row, stage, pointer, keyword,
    /// value, help and the line that replays the row.
    pub fn report(&self) -> String {
        let inner = &self.0;
        let mut text = self.to_string();
        let mut line = |label: &str, value: &str| {
            // Writing to a `String` cannot fail.
            let _ = write!(text, "\n  {label:<8} {value}");
        };
        if let Some(name) = inner.type_name {
            line("type", name);
        }
        if let Some(seed) = &inner.seed {
            line("seed", &seed.to_string());
        }
        if let Some(row) = inner.row {
            line("row", &row.to_string());
        }
        line("stage", inner.stage.as_str());
        let parts =
            [("pointer", &inner.pointer), ("keyword", &inner.keyword), ("value", &inner.value)];
        for (label, part) in parts {
            if let Some(part) = part {
                line(label, if part.is_empty() { "(root)" } else { part });
            }
        }
        for help in &inner.help {
            line("help", help);
        }
        if let Some(replay) = &inner.replay {
            line("replay", replay);
        }
        text
    }

    /// Adds a line that says what would help.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.0.help.push(help.into());
        self
    }

    /// Names the cause; `Display` appends it after `: `.
    #[must_use]
    pub fn with_cause(
        mut self,
        cause: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        self.0.cause = Some(cause.into());
        self
    }

    /// Names the place, unless an inner stage already did.
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>) -> Self {
        self.0.pointer.get_or_insert_with(|| pointer.into());
        self
    }

    /// Names the keyword at fault.
    #[must_use]
    pub fn with_keyword(mut self, keyword: impl Into<String>) -> Self {
        let keyword = keyword.into();
        self.0.keyword = (!keyword.is_empty()).then_some(keyword);
        self
    }

    /// Names the value at fault, cut to a readable length.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.0.value = Some(shown(value.into()));
        self
    }

    /// The same error again, for a builder that keeps its own; the cause becomes text.
    pub(crate) fn copy(&self) -> Self {
        let mut copy = Self::new(self.stage(), self.to_string());
        copy.0.help.clone_from(&self.0.help);
        copy.0.pointer.clone_from(&self.0.pointer);
        copy.0.is_unsatisfiable = self.0.is_unsatisfiable;
        copy.0.is_cancelled = self.0.is_cancelled;
        copy
    }

    /// The same error in other words: for places that were said of a copy.
    pub(crate) fn reworded(mut self, reword: impl Fn(&str) -> String) -> Self {
        let inner = &mut *self.0;
        inner.message = reword(&inner.message);
        inner.pointer = inner.pointer.as_deref().map(&reword);
        inner.help = inner.help.iter().map(|help| reword(help)).collect();
        if let Some(cause) = inner.cause.take() {
            let told = chain(&*cause);
            let again = reword(&told);
            // What speaks of no place stays the error that it is.
            inner.cause = Some(if again == told { cause } else { again.into() });
        }
        self
    }

    /// Says that no value satisfies the contract.
    pub(crate) fn unsatisfiable(mut self) -> Self {
        self.0.is_unsatisfiable = true;
        self
    }

    /// Says that the canonical form does not carry what is asked for.
    pub(crate) fn beyond_the_form(mut self) -> Self {
        self.0.is_beyond_the_form = true;
        self
    }

    pub(crate) fn is_beyond_the_form(&self) -> bool {
        self.0.is_beyond_the_form
    }

    /// Says that it is a setting that asks for what cannot be.
    pub(crate) fn of_setting(mut self) -> Self {
        self.0.stage = Stage::Config;
        self
    }

    /// Says that the caller ended the run.
    pub(crate) fn cancelled(mut self) -> Self {
        self.0.is_cancelled = true;
        self
    }

    /// Puts a step in front of the pointer: while a row is drawn, an error learns its place on the
    /// way up.
    pub(crate) fn below(mut self, segment: &str) -> Self {
        let step = format!("/{}", segment.replace('~', "~0").replace('/', "~1"));
        self.0.pointer.get_or_insert_default().insert_str(0, &step);
        self
    }

    pub(crate) fn with_type(mut self, name: &'static str) -> Self {
        self.0.type_name.get_or_insert(name);
        self
    }

    pub(crate) fn with_row(mut self, seed: &Seed, row: u64) -> Self {
        self.0.seed.get_or_insert_with(|| seed.clone());
        self.0.row.get_or_insert(row);
        self
    }

    pub(crate) fn with_replay(mut self, replay: String) -> Self {
        self.0.replay.get_or_insert(replay);
        self
    }
}

/// Longer values are cut in a report: a row of a megabyte would bury the message.
const MAX_SHOWN_CHARS: usize = 2000;

/// A value, cut to a readable length.
pub(crate) fn shown(mut value: String) -> String {
    if let Some((end, _)) = value.char_indices().nth(MAX_SHOWN_CHARS) {
        value.truncate(end);
        value.push('…');
    }
    value
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        match &self.0.cause {
            Some(cause) => write!(f, ": {}", chain(&**cause)),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.report())
    }
}

// The causes stand in `Display` already, so `source` stays empty: a caller that prints the chain
// would see them twice. `Error::cause` leads to them.
impl std::error::Error for Error {}

/// An error and what is behind it, in one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        // Writing to a `String` cannot fail.
        let _ = write!(told, ": {error}");
        cause = error.source();
    }
    told
}

/// What a panic said.
pub(crate) fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().map(str::to_owned);
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "without a text".into())
}
