//! One schema, compiled once, that reads instances in place.

use std::sync::{Arc, OnceLock};

use jsonschema::{ReferencingError, Registry, ValidationError, ValidationOptions, Validator};
use serde_json::Value;

use crate::error::{Error, Stage};
use crate::generators::format;
use crate::instance::{Instance, InstanceJson, NodeRef};
use crate::parse::Contract;
use crate::plan::on_large_stack;
use crate::validate::{formats, quick};

/// The gate: the contract's own schema, with formats asserted. The judge is the jsonschema crate.
///
/// # Examples
///
/// ```
/// use foundry::{Instance, parse::parse, validate::Gate};
/// use serde_json::json;
///
/// let gate = Gate::new(&parse(&json!({"type": "integer", "minimum": 1}))?)?;
/// let mut row = Instance::new();
/// row.signed(-1);
/// let error = gate.check(row.root()).unwrap_err();
/// assert_eq!(error.to_string(), "-1 is less than the minimum of 1");
/// assert_eq!(error.keyword(), Some("minimum"));
/// # Ok::<(), foundry::Error>(())
/// ```
pub struct Gate {
    validator: Validator<InstanceJson>,
    /// Where some keywords of the validator are quick.
    teller: Option<Teller>,
}

/// What tells all that is wrong in the words and the order of jsonschema: a validator in which nothing is quick, compiled
/// for the first value that is refused.
struct Teller {
    contract: Contract,
    schema: Arc<Value>,
    validator: OnceLock<Result<Validator<InstanceJson>, Error>>,
}

impl Teller {
    fn validator(&self) -> Option<&Validator<InstanceJson>> {
        let compile = || on_large_stack(|| compile(&self.contract, &self.schema));
        self.validator.get_or_init(compile).as_ref().ok()
    }
}

impl Gate {
    /// Compiles the schema of `contract`.
    ///
    /// # Errors
    ///
    /// When the schema does not compile: a pattern that is no regex, a reference that leads nowhere.
    pub fn new(contract: &Contract) -> Result<Self, Error> {
        Self::of_part(contract, contract.shared_schema())
    }

    /// Compiles `schema` as a part of `contract`.
    pub(super) fn of_part(contract: &Contract, schema: Arc<Value>) -> Result<Self, Error> {
        // A dialect of an author's own may do without a keyword.
        let may_be_quick = !contract.has_own_dialect() && !contract.library().has_own_dialects();
        let options = may_be_quick.then(|| gate_options(contract));
        let quick = options.and_then(|options| quick::accept_quickly(options, &schema));
        // What does not compile is told as it is without what is quick.
        match quick.and_then(|options| options.build(&schema).ok()) {
            Some(validator) => {
                let (contract, validator_of_errors) = (contract.clone(), OnceLock::new());
                let teller = Teller { contract, schema, validator: validator_of_errors };
                Ok(Self { validator, teller: Some(teller) })
            }
            None => Ok(Self { validator: compile(contract, &schema)?, teller: None }),
        }
    }

    /// What tells why a value is refused.
    fn teller(&self) -> &Validator<InstanceJson> {
        self.teller.as_ref().and_then(Teller::validator).unwrap_or(&self.validator)
    }

    /// Whether `value` satisfies the contract.
    pub fn admits(&self, value: NodeRef<'_>) -> bool {
        self.validator.is_valid(value)
    }

    /// The verdict on `value`.
    ///
    /// # Errors
    ///
    /// The first violation, with its pointer into the value, its keyword and the value there.
    pub fn check(&self, value: NodeRef<'_>) -> Result<(), Error> {
        // Errors build whole values; a valid row never gets there.
        if self.validator.is_valid(value) {
            return Ok(());
        }
        match self.teller().validate(value) {
            Ok(()) => Err(violated()),
            Err(error) => Err(told(&error)),
        }
    }

    /// Everything that is wrong with `value`, in the order of the schema; nothing where the contract
    /// admits it.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::{parse::parse, validate::Gate};
    /// use serde_json::json;
    ///
    /// let gate = Gate::new(&parse(&json!({
    ///     "properties": {"name": {"type": "string"}, "age": {"minimum": 18}}
    /// }))?)?;
    /// let failures = gate.failures(&json!({"name": 7, "age": 3}))?;
    /// let told: Vec<_> = failures.iter().map(|error| (error.pointer(), error.keyword())).collect();
    /// assert_eq!(told, [(Some("/name"), Some("type")), (Some("/age"), Some("minimum"))]);
    /// # Ok::<(), foundry::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the value is larger than what an [`Instance`] holds.
    pub fn failures(&self, value: &Value) -> Result<Vec<Error>, Error> {
        let mut instance = Instance::new();
        instance.value(value);
        if let Some(fault) = instance.fault() {
            return Err(Error::new(Stage::Validate, "the value does not fit an instance")
                .at("")
                .with_cause(fault.to_string()));
        }
        if self.admits(instance.root()) {
            return Ok(Vec::new());
        }
        let failures: Vec<Error> =
            self.teller().iter_errors(instance.root()).map(|error| told(&error)).collect();
        Ok(if failures.is_empty() { vec![violated()] } else { failures })
    }
}

fn compile(contract: &Contract, schema: &Value) -> Result<Validator<InstanceJson>, Error> {
    let registry = own_dialect(contract).map_err(|error| {
        Error::new(Stage::Validate, "the meta-schema cannot be read")
            .at("/$schema")
            .with_cause(error)
    })?;
    let mut options = gate_options(contract);
    if let Some(registry) = &registry {
        options = options.with_registry(registry);
    }
    options.build(schema).map_err(|error| {
        let error = Error::new(Stage::Validate, "the schema does not compile")
            .at(error.instance_path().as_str().to_owned())
            .with_cause(error.to_string());
        match contract.type_name() {
            Some(name) => error.with_type(name),
            None => error,
        }
    })
}

fn told(error: &ValidationError<'_>) -> Error {
    let keyword = error.schema_path().as_str().rsplit('/').next().unwrap_or_default();
    Error::new(Stage::Validate, error.to_string())
        .at(error.instance_path().as_str().to_owned())
        .with_keyword(keyword.to_owned())
        .with_value(error.instance().to_string())
}

fn violated() -> Error {
    Error::new(Stage::Validate, "the value does not satisfy the contract").at("")
}

/// The meta-schemas of a contract in a dialect of its author's own.
fn own_dialect(contract: &Contract) -> Result<Option<Registry<'static>>, ReferencingError> {
    let name = contract.schema().get("$schema").and_then(Value::as_str);
    let Some(name) = name.filter(|_| contract.has_own_dialect()) else { return Ok(None) };
    let library = contract.library();
    let mut builder = Registry::new().retriever(library.clone());
    if let Some(meta) = library.get(name) {
        builder = builder.add(name.trim_end_matches('#'), meta.clone())?;
    }
    builder.prepare().map(Some)
}

/// How every validator of this crate is built: formats asserted, also those that schemars writes
/// and the jsonschema crate does not know; no document is ever fetched but those handed over.
pub(crate) fn gate_options<'r>(
    contract: &Contract,
) -> ValidationOptions<'r, std::sync::Arc<dyn jsonschema::Retrieve>, InstanceJson> {
    let library = contract.library();
    let draft = contract.draft();
    let mut options = jsonschema::options_for::<InstanceJson>()
        .should_validate_formats(true)
        .with_base_uri(library.place().as_str())
        .with_retriever(library.clone());
    if let Some(specifications) = library.specifications() {
        options = options.with_registry(specifications);
    }
    // A dialect of the author's own is found by its name.
    if !contract.has_own_dialect() {
        options = options.with_draft(draft);
    }
    options = options.with_format("email", formats::is_email).with_format("uri", formats::is_uri);
    // A document means the formats of its draft: one that asserts more would refuse what is valid where
    // the format stands below a negation.
    let asserted = contract.type_name().map(|_| format::all());
    for format in asserted.into_iter().flatten() {
        if !options.is_known_format(draft, format.name()) {
            options = options.with_format(format.name(), |text| format.accepts(text));
        }
    }
    options
}
