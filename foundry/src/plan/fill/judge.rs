//! Validators for single subschemas of the contract, for what no construction can guarantee.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use jsonschema::canonical::CanonicalSchema;
use jsonschema::{Registry, RegistryBuilder, Validator};
use serde_json::json;

use crate::error::{Error, Stage};
use crate::instance::InstanceJson;
use crate::parse::Contract;
use crate::parse::references::as_fragment;
use crate::plan::copy::PlanningCopy;
use crate::plan::node::Verify;
use crate::validate::gate_options;

/// The name under which the contract's own document is registered.
const DOCUMENT_URI: &str = "urn:foundry:contract";

/// Builds validators on the original document, each once.
pub(crate) struct Judge<'a> {
    contract: &'a Contract,
    copy: &'a PlanningCopy,
    /// By pointer, or by the form as JSON.
    built: BTreeMap<String, Arc<Validator<InstanceJson>>>,
    /// The document, so that its subschemas can be named; read once.
    registry: OnceCell<Registry<'static>>,
}

impl<'a> Judge<'a> {
    pub(crate) fn new(contract: &'a Contract, copy: &'a PlanningCopy) -> Self {
        Self { contract, copy, built: BTreeMap::new(), registry: OnceCell::new() }
    }

    /// The subschema at `pointer` of the planning copy, as its author wrote it, as a check.
    pub(crate) fn verify(&mut self, pointer: &str) -> Result<Verify, Error> {
        let pointer = self.copy.written_at(pointer).into_owned();
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

    /// The canonical form of the place at `pointer`, as a check.
    pub(crate) fn verify_form(
        &mut self,
        pointer: String,
        form: &CanonicalSchema,
    ) -> Result<Verify, Error> {
        let schema = form.to_json_schema();
        let key = schema.to_string();
        if let Some(validator) = self.built.get(&key) {
            return Ok(Verify { pointer, validator: Arc::clone(validator) });
        }
        let built = gate_options(self.contract).build(&schema).map_err(|error| {
            Error::new(Stage::Plan, "the form of the subschema cannot be compiled")
                .at(pointer.clone())
                .with_cause(error.to_string())
        })?;
        let validator = Arc::new(built);
        self.built.insert(key, Arc::clone(&validator));
        Ok(Verify { pointer, validator })
    }

    fn build(&self, pointer: &str) -> Result<Validator<InstanceJson>, String> {
        if pointer.is_empty() {
            let options = gate_options(self.contract);
            return options.build(self.contract.schema()).map_err(|error| error.to_string());
        }
        if self.registry.get().is_none() {
            let read = Registry::new()
                .draft(self.contract.draft())
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
