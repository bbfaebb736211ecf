//! Tests of the instance as a whole: each face against the crate that it stands in for.

mod changed;
mod read;
mod record;
mod schema;
mod serde;
mod types;
mod values;
mod write;
