//! One schema, compiled once, that reads instances in place.

use jsonschema::{ValidationOptions, Validator};
use serde_json::Value;

use crate::error::{Error, Stage};
use crate::generators::format;
use crate::instance::{InstanceJson, NodeRef};
use crate::parse::Contract;

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
}

impl Gate {
    /// Compiles the schema of `contract`.
    ///
    /// # Errors
    ///
    /// When the schema does not compile: a pattern that is no regex, a reference that leads nowhere.
    pub fn new(contract: &Contract) -> Result<Self, Error> {
        Self::of_part(contract, contract.schema())
    }

    /// Compiles `schema` as a part of `contract`.
    pub(super) fn of_part(contract: &Contract, schema: &Value) -> Result<Self, Error> {
        let options = gate_options(contract);
        let validator = options.build(schema).map_err(|error| {
            let error = Error::new(Stage::Validate, "the schema does not compile")
                .at(error.instance_path().as_str().to_owned())
                .with_cause(error.to_string());
            match contract.type_name() {
                Some(name) => error.with_type(name),
                None => error,
            }
        })?;
        Ok(Self { validator })
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
        match self.validator.validate(value) {
            Ok(()) => {
                Err(Error::new(Stage::Validate, "the value does not satisfy the contract").at(""))
            }
            Err(error) => {
                let keyword = error.schema_path().as_str().rsplit('/').next().unwrap_or_default();
                Err(Error::new(Stage::Validate, error.to_string())
                    .at(error.instance_path().as_str().to_owned())
                    .with_keyword(keyword.to_owned())
                    .with_value(error.instance().to_string()))
            }
        }
    }
}

/// How every validator of this crate is built: formats asserted, also those that schemars writes
/// and the jsonschema crate does not know; no document is ever fetched.
pub(crate) fn gate_options<'r>(
    contract: &Contract,
) -> ValidationOptions<'r, std::sync::Arc<dyn jsonschema::Retrieve>, InstanceJson> {
    let draft = contract.draft();
    let mut options = jsonschema::options_for::<InstanceJson>()
        .with_draft(draft)
        .should_validate_formats(true)
        .offline();
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
