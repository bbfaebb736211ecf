//! The validator's view: its own conformance check, and the same verdicts as on `serde_json`.

use jsonschema::json::conformance;

use super::values::instance_of;
use crate::instance::InstanceJson;

#[test]
fn the_representation_conforms() {
    let instance = instance_of(&conformance::document());
    conformance::assert_conformance::<InstanceJson>(&instance.root());
}
