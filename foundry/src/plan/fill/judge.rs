//! Validators for single subschemas of the contract, for what no construction can guarantee.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use jsonschema::{Registry, RegistryBuilder, Validator};
use serde_json::json;

use crate::error::{Error, Stage};
use crate::instance::InstanceJson;
use crate::parse::Contract;
use crate::plan::node::Verify;
use crate::validate::gate_options;

/// The name under which the contract's own document is registered.
const DOCUMENT_URI: &str = "urn:foundry:contract";

/// Builds validators on the original document, each once.
pub(crate) struct Judge<'a> {
    contract: &'a Contract,
    built: BTreeMap<String, Arc<Validator<InstanceJson>>>,
    /// The document, so that its subschemas can be named; read once.
    registry: OnceCell<Registry<'static>>,
}

impl<'a> Judge<'a> {
    pub(crate) fn new(contract: &'a Contract) -> Self {
        Self { contract, built: BTreeMap::new(), registry: OnceCell::new() }
    }

    /// The subschema at `pointer` of the contract, as a check.
    pub(crate) fn verify(&mut self, pointer: String) -> Result<Verify, Error> {
        if let Some(validator) = self.built.get(&pointer) {
            return Ok(Verify { pointer, validator: Arc::clone(validator) });
        }
        let validator = Arc::new(self.build(&pointer).map_err(|error| {
            Error::new(Stage::Plan, "the subschema cannot be compiled")
                .at(pointer.clone())
                .with_cause(error)
        })?);
        self.built.insert(pointer.clone(), Arc::clone(&validator));
        Ok(Verify { pointer, validator })
    }

    fn build(&self, pointer: &str) -> Result<Validator<InstanceJson>, String> {
        let draft = self.contract.draft();
        if pointer.is_empty() {
            let options = gate_options(self.contract);
            return options.build(self.contract.schema()).map_err(|error| error.to_string());
        }
        if self.registry.get().is_none() {
            let read = Registry::new()
                .draft(draft)
                .add(DOCUMENT_URI, self.contract.schema().clone())
                .and_then(RegistryBuilder::prepare)
                .map_err(|error| error.to_string())?;
            // It was empty a moment ago, and nobody else writes to it.
            let _ = self.registry.set(read);
        }
        let registry = self.registry.get().ok_or("no registry")?;
        let schema = json!({ "$ref": format!("{DOCUMENT_URI}#{}", as_fragment(pointer)) });
        gate_options(self.contract)
            .with_registry(registry)
            .build(&schema)
            .map_err(|error| error.to_string())
    }
}

/// A JSON pointer as the fragment of a URI (RFC 3986, section 3.5).
fn as_fragment(pointer: &str) -> String {
    use std::fmt::Write as _;
    let mut fragment = String::with_capacity(pointer.len());
    for byte in pointer.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte) {
            fragment.push(char::from(byte));
        } else {
            // Writing to a `String` cannot fail.
            let _ = write!(fragment, "%{byte:02X}");
        }
    }
    fragment
}
