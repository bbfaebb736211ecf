//! The instance: one flat, reused JSON value that every stage shares.
//!
//! Stand-in with the final signatures; replaced by the real one.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// One JSON value in two flat buffers, reused from row to row.
#[derive(Debug, Default, Clone)]
pub struct Instance {
    nodes: Vec<u8>,
}

/// A place inside an [`Instance`].
#[derive(Debug, Clone, Copy)]
pub struct NodeRef<'a> {
    #[expect(dead_code, reason = "stand-in")]
    instance: &'a Instance,
}

/// Why a value could not be read from or written to an instance.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct InstanceError(String);

impl Instance {
    /// An empty instance.
    pub fn new() -> Self {
        Self::default()
    }
    /// Writes a text.
    pub fn text(&mut self, _text: &str) {
        self.nodes.clear();
    }
    /// Writes what `value` serializes to.
    pub fn record<T: Serialize + ?Sized>(&mut self, _value: &T) -> Result<(), InstanceError> {
        Err(InstanceError(String::new()))
    }
    /// The value itself.
    pub fn root(&self) -> NodeRef<'_> {
        NodeRef { instance: self }
    }
}

impl NodeRef<'_> {
    /// Builds a `T`.
    pub fn read<T: DeserializeOwned>(self) -> Result<T, InstanceError> {
        Err(InstanceError(String::new()))
    }
    /// As a `serde_json` value.
    pub fn to_value(self) -> serde_json::Value {
        serde_json::Value::Null
    }
}
