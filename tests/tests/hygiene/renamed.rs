//! The crate under another path.

use serde::{Deserialize, Serialize};

/// As another crate would pass it on.
pub(crate) mod facade {
    pub(crate) mod inner {
        pub(crate) use foundry as data;
    }
}

mod user {
    use std::collections::BTreeMap;

    use super::{Deserialize, Serialize};
    use crate::renamed::facade::inner::data::Foundry;

    /// So that `::foundry` is not needed.
    #[derive(Debug, Serialize, Deserialize, Foundry)]
    #[foundry(crate = crate::renamed::facade::inner::data, depth = 3, check = |_| true)]
    pub(super) struct Renamed<T> {
        #[foundry(values = [1])]
        a: u8,
        list: Vec<Self>,
        value: BTreeMap<u8, T>,
    }

    /// schemars under a path of its own, too.
    #[derive(Debug, Serialize, Deserialize, Foundry)]
    #[foundry(crate = super::facade::inner::data)]
    #[schemars(crate = "super::facade::inner::data::__private::schemars")]
    pub(super) struct Both {
        a: u8,
    }
}

#[test]
fn a_renamed_crate_is_found() {
    let schema = schemars::schema_for!(user::Renamed<bool>);
    assert_eq!(schema.get("title"), Some(&"Renamed".into()));
    let schema = schemars::schema_for!(user::Both);
    assert_eq!(schema.get("title"), Some(&"Both".into()));
}

/// Only in tests, as a library that ships without foundry would have it.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(foundry::Foundry))]
struct Conditional {
    #[cfg_attr(test, foundry(values = [1]), schemars(range(max = 3)))]
    a: u8,
    #[cfg(not(test))]
    gone: Unknown,
}

#[test]
fn a_conditional_derive_has_its_schema() {
    let schema = schemars::schema_for!(Conditional);
    assert_eq!(schema.pointer("/properties/a/maximum"), Some(&3.into()));
    assert_eq!(schema.pointer("/properties/gone"), None);
}

/// A schema of its own stays its own.
#[derive(Debug, Serialize, Deserialize, schemars::JsonSchema, foundry::Foundry)]
#[foundry(schema = "own")]
#[schemars(title = "Mine")]
struct Own {
    a: u8,
}

#[test]
fn an_own_schema_is_left_alone() {
    let schema = schemars::schema_for!(Own);
    assert_eq!(schema.get("title"), Some(&"Mine".into()));
}
