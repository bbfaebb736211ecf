use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[serde(tag = "kind")]
enum Event {
    Paid {
        #[serde(alias = "kind")]
        sort: u32,
    },
}

fn main() {}
