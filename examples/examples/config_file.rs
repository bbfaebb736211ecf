//! A configuration file: defaults, skipped fields, and unknown keys that are refused.
//!
//! `cargo run --release --example config_file`

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::collections::BTreeMap;
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::time::Duration;

use foundry::Foundry;
use serde::{Deserialize, Serialize};

/// What stands in `server.json`.
#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Settings {
    listen: Listen,
    #[serde(default = "four")]
    #[schemars(range(min = 1, max = 64))]
    workers: u8,
    #[serde(default)]
    log_level: Level,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tls: Option<Tls>,
    #[serde(default)]
    limits: Limits,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    routes: BTreeMap<String, Upstream>,
    /// Never in the file: it is where the file was found.
    #[serde(skip)]
    found_at: Option<PathBuf>,
}

fn four() -> u8 {
    4
}

/// The address to listen on.
#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(deny_unknown_fields)]
struct Listen {
    host: std::net::IpAddr,
    port: NonZeroU16,
}

/// How much is logged.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "lowercase")]
enum Level {
    Debug,
    #[default]
    Info,
    Warn,
    /// Old files may still say it, new ones must not.
    #[serde(alias = "off")]
    #[foundry(skip)]
    Silent,
}

/// A certificate and its key.
#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(deny_unknown_fields)]
struct Tls {
    #[schemars(regex(pattern = r"^/etc/tls/[a-z]{3,12}\.pem$"))]
    certificate: PathBuf,
    #[schemars(regex(pattern = r"^/etc/tls/[a-z]{3,12}\.key$"))]
    key: PathBuf,
}

/// The defaults of all fields at once.
#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
struct Limits {
    #[schemars(range(min = 1024, max = 16_777_216))]
    body_bytes: u32,
    timeout: Duration,
    #[schemars(range(min = 0.0, max = 1.0))]
    sampling: f64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { body_bytes: 65_536, timeout: Duration::from_secs(30), sampling: 0.01 }
    }
}

/// Where a route leads.
#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[serde(rename_all = "lowercase")]
enum Upstream {
    Files(PathBuf),
    Proxy(std::net::SocketAddr),
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shortest = Settings::foundry_with().presence(0.0).lengths(0..=0).row("config", 0)?;
    println!("The shortest file that the loader must take, with what is left to the defaults:\n");
    println!("{}\n", serde_json::to_string_pretty(&shortest)?);
    assert_eq!(shortest.workers, four());

    let fullest = Settings::foundry_with().presence(1.0).lengths(2..=2).row("config", 0)?;
    println!("A file with everything in it:\n");
    let file = serde_json::to_string_pretty(&fullest)?;
    println!("{file}\n");

    // The loader under test is serde itself: what was written is read back as it was.
    let loaded: Settings = serde_json::from_str(&file)?;
    assert_eq!(loaded, fullest);

    let misspelt = file.replace("\"workers\"", "\"wokers\"");
    if let Err(refused) = serde_json::from_str::<Settings>(&misspelt) {
        println!("With a typing error in it, the loader says: {refused}\n");
    }

    let batch = Settings::foundry_batch("config", 500);
    let with_tls = batch.iter().filter(|settings| settings.tls.is_some()).count();
    let silent = batch.iter().filter(|settings| settings.log_level == Level::Silent).count();
    println!("Of {} files, {with_tls} have TLS and {silent} are silent (skipped).", batch.len());
    println!("{}", batch.report());
    Ok(())
}
