//! The trait [`Foundry`]: what a user calls on a type.

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A type whose JSON Schema contract gives its own test data; made by `#[derive(Foundry)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot make test data: it does not implement `Foundry`",
    note = "add `#[derive(foundry::Foundry)]` beside `serde::Serialize` and `serde::Deserialize`"
)]
pub trait Foundry: Serialize + DeserializeOwned + JsonSchema + 'static {
    /// What `garde` or `validator` say of the value, where the type implements them.
    #[doc(hidden)]
    fn __foundry_verdict(&self) -> Result<(), String> {
        Ok(())
    }
}
