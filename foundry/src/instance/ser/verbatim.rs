//! Two types of `serde_json` that hand over JSON as text, inside a struct whose name only they
//! use: `RawValue`, and `Number` where `arbitrary_precision` is on.

use serde::Serialize;
use serde_json::Value;

use crate::instance::{Instance, InstanceError};

/// Records the value whose JSON text `json` serializes to.
#[cold]
pub(super) fn record_verbatim<T: Serialize + ?Sized>(
    instance: &mut Instance,
    json: &T,
) -> Result<(), InstanceError> {
    let mut holder = Instance::new();
    holder.record(json)?;
    let text = holder.root().as_str().unwrap_or_default();
    let value: Value = serde_json::from_str(text).map_err(InstanceError::new)?;
    instance.value(&value);
    Ok(())
}
