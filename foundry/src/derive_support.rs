//! What generated code calls; not part of the public API.

pub use schemars;
pub use serde_json;
