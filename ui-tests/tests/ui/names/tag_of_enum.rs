use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "kind")]
enum Event {
    Paid {
        #[schemars(rename = "kind")]
        sort: u32,
    },
}

fn main() {}
