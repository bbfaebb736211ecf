//! The place that a generator is to fill.

use std::fmt;

use serde_json::Value;

use super::realistic::words;
use super::services::Services;

/// What a value of a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ValueType {
    /// A text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A list.
    Array,
    /// An object.
    Object,
}

impl ValueType {
    /// As JSON Schema calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
        }
    }

    /// As reports call several of them.
    pub(crate) fn plural(self) -> &'static str {
        match self {
            Self::Text => "texts",
            Self::Integer => "integers",
            Self::Number => "numbers",
            Self::Boolean => "booleans",
            Self::Array => "lists",
            Self::Object => "objects",
        }
    }

    /// Whether it is a text or a number.
    pub(crate) fn is_text_or_number(self) -> bool {
        matches!(self, Self::Text | Self::Integer | Self::Number)
    }
}

/// One place of a plan: what its contract says, and what a generator may use to serve it.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use foundry::generators::{Generator, GeneratorError, Slot};
/// use foundry::{Instance, Stream};
///
/// /// Draws from a dictionary that the caller hands over.
/// struct Plant {
///     names: Arc<Vec<String>>,
/// }
///
/// struct Herbarium(Arc<Vec<String>>);
///
/// impl Generator for Plant {
///     fn name(&self) -> &str {
///         "plant"
///     }
///
///     fn build(&self, slot: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
///         let (_, longest) = slot.lengths();
///         let herbarium = slot.service::<Herbarium>();
///         let herbarium = herbarium.ok_or_else(|| GeneratorError::new("no `Herbarium` was handed over"))?;
///         let fits = |name: &&String| longest.is_none_or(|most| name.len() as u64 <= most);
///         let names = herbarium.0.iter().filter(fits).cloned().collect();
///         Ok(Some(Arc::new(Self { names: Arc::new(names) })))
///     }
///
///     fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
///         let name = stream.choose(&self.names).ok_or_else(|| GeneratorError::new("no name fits"))?;
///         out.text(name);
///         Ok(())
///     }
/// }
/// ```
#[derive(Clone)]
pub struct Slot<'a> {
    pub(crate) value_type: ValueType,
    pub(crate) pointer: &'a str,
    pub(crate) field: Option<&'a str>,
    words: String,
    pub(crate) format: Option<String>,
    pub(crate) patterns: Vec<String>,
    pub(crate) lengths: (u64, Option<u64>),
    pub(crate) bounds: (f64, f64),
    pub(crate) step: Option<f64>,
    pub(crate) title: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) around: Option<&'a str>,
    pub(crate) schema: Option<&'a Value>,
    services: &'a Services,
}

impl<'a> Slot<'a> {
    pub(crate) fn new(
        value_type: ValueType,
        pointer: &'a str,
        field: Option<&'a str>,
        services: &'a Services,
    ) -> Self {
        Self {
            value_type,
            pointer,
            field,
            words: field.map(words).unwrap_or_default(),
            format: None,
            patterns: Vec::new(),
            lengths: (0, None),
            bounds: (f64::NEG_INFINITY, f64::INFINITY),
            step: None,
            title: None,
            description: None,
            around: None,
            schema: None,
            services,
        }
    }

    /// What the value is. Of several types that a field with a generator of its own, `#[foundry(with = …)]`,
    /// allows, the first that is not `null`; a text where nothing is said.
    pub fn value_type(&self) -> ValueType {
        self.value_type
    }

    /// Where the schema of the place stands: a JSON pointer into the contract.
    pub fn pointer(&self) -> &str {
        self.pointer
    }

    /// The name of the member that holds the value; `None` for elements, keys and roots.
    pub fn field(&self) -> Option<&str> {
        self.field
    }

    /// What the object around the place is called: its definition, the member that holds it, or the type
    /// of the contract. Generators that are chosen for `make` and `model` tell a car's from a phone's by
    /// it. `None` for elements, keys and roots.
    pub fn around(&self) -> Option<&str> {
        self.around
    }

    /// The `title` of the place.
    pub fn title(&self) -> Option<&str> {
        self.title
    }

    /// The `description` of the place.
    pub fn description(&self) -> Option<&str> {
        self.description
    }

    /// The schema at [`pointer`](Self::pointer), as it was written: what the members of an object are
    /// called, for example. It may refer to others, and others may hold there too.
    pub fn schema(&self) -> Option<&Value> {
        self.schema
    }

    /// The words of that name, in lower case.
    pub(crate) fn words(&self) -> &str {
        &self.words
    }

    /// The `format` of the place.
    pub fn format(&self) -> Option<&str> {
        self.format.as_deref()
    }

    /// The regular expressions that a text has to match, each of them.
    pub fn patterns(&self) -> &[String] {
        &self.patterns
    }

    /// The least and the greatest length: of a text in characters, of a list in elements, of an object
    /// in members.
    pub fn lengths(&self) -> (u64, Option<u64>) {
        self.lengths
    }

    /// The least and the greatest number; infinite where there is none.
    pub fn bounds(&self) -> (f64, f64) {
        self.bounds
    }

    /// The number of which every value is a multiple; for integers, where it is not 1.
    pub fn step(&self) -> Option<f64> {
        self.step
    }

    /// What the caller handed over with [`Registry::with_service`](super::Registry::with_service).
    pub fn service<T: Send + Sync + 'static>(&self) -> Option<&'a T> {
        self.services.get()
    }
}

impl fmt::Debug for Slot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slot")
            .field("value_type", &self.value_type)
            .field("field", &self.field)
            .field("format", &self.format)
            .field("patterns", &self.patterns)
            .field("lengths", &self.lengths)
            .field("bounds", &self.bounds)
            .field("step", &self.step)
            .field("title", &self.title)
            .field("description", &self.description)
            .field("around", &self.around)
            .finish_non_exhaustive()
    }
}
