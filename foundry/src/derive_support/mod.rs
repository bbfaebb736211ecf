//! What generated code calls; not part of the public API.

mod attach;
mod hints;
mod hooks;
mod keys;
#[cfg(test)]
#[allow(
    dead_code,
    unused_imports,
    reason = "lints are silent in macros of another crate; here they are of this one"
)]
mod tests;
mod verdict;

pub use std::borrow::Cow;
pub use std::primitive::str;

pub use schemars::{self, JsonSchema, Schema, SchemaGenerator};
pub use serde::Serialize;
pub use serde::de::DeserializeOwned;

pub use crate::__foundry_key_schema as key_schema;
pub use crate::__foundry_the_type as the_type;
pub use crate::__foundry_verdict as verdict;
pub use crate::generators::Registration;
pub use crate::parse::building::is_building;
pub use inventory;

pub use attach::{attach, gather_flattened, hints, own_id, own_name, within, within_flattened};
pub use hints::{Hints, Variant};
pub use hooks::{IntoCheck, IntoFinish, of};
pub use keys::{Keys, NoKeys};
#[cfg(any(feature = "garde", feature = "validator"))]
pub use verdict::Judged;
pub use verdict::Verdict;
#[cfg(feature = "garde")]
pub use verdict::{ByGarde, NotByGarde};
#[cfg(feature = "validator")]
pub use verdict::{ByValidator, NotByValidator};

/// What a type needs for a `check` or a `finish`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot have a `check` or `finish`: it is not readable and writable by serde",
    note = "derive `serde::Serialize` and `serde::Deserialize`, and borrow nothing"
)]
pub trait Invariant: Serialize + DeserializeOwned + 'static {}

impl<T: Serialize + DeserializeOwned + 'static> Invariant for T {}

/// `Tree<T>`, unseen by derives that look for the parameters in a type.
#[doc(hidden)]
#[macro_export]
macro_rules! __foundry_the_type {
    ($($ty:tt)*) => { $($ty)* };
}
