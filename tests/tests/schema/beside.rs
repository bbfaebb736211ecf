//! Types that other attribute macros rewrite first.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::{DisplayFromStr, serde_as, skip_serializing_none};

// `schemars = true`: serde_with looks for the derive by its name.
twice! { rewritten: Converted, Sparse;
    #[serde_as(schemars = true)]
    #[derive(Serialize, Deserialize, Contract)]
    struct Converted {
        #[serde_as(as = "DisplayFromStr")] number: u32,
        #[serde_as(as = "Vec<DisplayFromStr>")] list: Vec<i64>,
        #[serde_as(as = "BTreeMap<DisplayFromStr, _>")] map: BTreeMap<u8, String>,
        plain: u8,
    }

    #[skip_serializing_none]
    #[derive(Serialize, Deserialize, Contract)]
    struct Sparse { maybe: Option<u8>, #[serde(default)] perhaps: Option<String> }
}
