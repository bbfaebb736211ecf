//! An event log: every way in which serde tags an enum, flattened fields, and maps.
//!
//! `cargo run --release --example event_log`

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use foundry::Foundry;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

/// One line of the log.
#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Event {
    at: DateTime<Utc>,
    #[serde(flatten)]
    source: Source,
    actor: Actor,
    #[serde(flatten)]
    what: Happening,
    outcome: Outcome,
    /// How often it was tried on each shard; JSON writes the numbers as texts.
    attempts: BTreeMap<u8, u16>,
    labels: BTreeMap<Label, Scalar>,
}

/// Where the line was written; its fields stand beside those of the event.
#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Source {
    #[schemars(regex(pattern = "^[a-z]{2}-[0-9]{2}$"))]
    host: String,
    #[schemars(range(min = 1))]
    pid: u32,
    trace: Option<Uuid>,
}

/// Externally tagged: `"System"`, `{"User": 7}`, `{"Service": {…}}`.
#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
enum Actor {
    System,
    User(u32),
    Service {
        name: String,
        #[schemars(length(min = 3, max = 3))]
        version: Vec<u16>,
    },
}

/// Internally tagged, and flattened: `"kind": "deployed"` stands beside the fields.
#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Happening {
    #[foundry(weight = 4)]
    SignedIn { from: std::net::IpAddr },
    Deployed {
        #[schemars(regex(pattern = "^[0-9a-f]{7}$"))]
        commit: String,
    },
    Failed {
        #[schemars(range(min = 400, max = 599))]
        status: u16,
        backtrace: Vec<Frame>,
    },
}

/// A frame and what called it.
#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[foundry(depth = 3)]
struct Frame {
    line: u16,
    caller: Option<Box<Frame>>,
}

/// Adjacently tagged: `{"result": "retried", "detail": …}`.
#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(tag = "result", content = "detail", rename_all = "lowercase")]
enum Outcome {
    #[foundry(weight = 3)]
    Done,
    Retried(Vec<u8>),
    Refused {
        because: String,
    },
}

/// A key of a map.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "lowercase")]
enum Label {
    Region,
    Tenant,
    Canary,
}

/// Untagged: the value alone says which one it is.
#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(untagged)]
enum Scalar {
    Flag(bool),
    Count(i32),
    Text(String),
}

fn main() -> Result<(), foundry::Error> {
    println!("Ten lines of the log:\n");
    for event in Event::foundry_iter(7).take(10) {
        println!("{}", serde_json::to_string(&event).unwrap_or_default());
    }

    let events = Event::foundry_batch(7, 2000);
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for event in &events {
        let kind = match event.what {
            Happening::SignedIn { .. } => "signed_in (weight 4)",
            Happening::Deployed { .. } => "deployed",
            Happening::Failed { .. } => "failed",
        };
        *kinds.entry(kind).or_default() += 1;
    }
    println!("\nWhat happened, {} times: {kinds:?}", events.len());

    // One call may say more than the type does.
    let canaries = Event::foundry_with()
        .rows(3)
        .set("/actor", "System")
        .set("/labels", json!({"region": "north", "canary": true}))
        .set("/host", "eu-01")
        .lengths(0..=1)
        .batch(7)?;
    println!("\nThree lines of the system's own, from one host:\n");
    for event in &canaries {
        println!("{}", serde_json::to_string(event).unwrap_or_default());
    }
    println!("\n{}", events.report());
    Ok(())
}
