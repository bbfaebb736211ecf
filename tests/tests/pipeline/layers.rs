//! Settings for types in layers: defaults < `foundry.toml` < `FOUNDRY_*` < the call. They are read once
//! for each process, so each case is a process of its own.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use foundry::Foundry;
use foundry::config::{Config, Policy};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// Set in the child process: which of the cases it is.
const CHILD: &str = "FOUNDRY_TEST_CHILD";

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    note: Option<String>,
    lines: Vec<Line>,
}

#[derive(Serialize, Deserialize, Foundry)]
struct Line {
    sku: Option<String>,
    pieces: u8,
}

/// What the child tells of its rows.
fn told() -> String {
    let orders = match Order::try_foundry_batch(42, 200) {
        Ok(orders) => orders,
        Err(error) => return error.report(),
    };
    let notes = orders.iter().filter(|order| order.note.is_some()).count();
    let longest = orders.iter().map(|order| order.lines.len()).max().unwrap_or(0);
    let lines = || orders.iter().flat_map(|order| &order.lines);
    let skus = lines().filter(|line| line.sku.is_some()).count();
    let pieces = lines().all(|line| line.pieces == 7);
    format!("notes {notes}, longest {longest}, skus {}, pieces {pieces}", skus > 0)
}

#[test]
fn tells_of_its_rows() {
    let told = match std::env::var(CHILD).as_deref() {
        Ok("usual") => told(),
        Ok("call") => {
            let orders = Order::foundry_with().rows(50).presence(1.0).batch(42).expect("orders");
            format!("{}", orders.iter().filter(|order| order.note.is_some()).count())
        }
        Ok("off") => {
            let off = Order::foundry_with().rows(200).config(Config::default());
            let orders = off.batch(42).expect("orders");
            format!("{}", orders.iter().filter(|order| order.note.is_some()).count())
        }
        Ok("load") => Config::load().map_or_else(
            |error| error.report(),
            |config| format!("presence {}", config.presence()),
        ),
        _ => return,
    };
    println!("<told>{told}</told>");
}

/// A folder with a file of settings, in a folder of the system's.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, settings: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("foundry-layers-{}-{name}", std::process::id()));
        fs::create_dir_all(path.join("inner/most")).expect("a folder");
        fs::write(path.join("foundry.toml"), settings).expect("a file");
        Self(path)
    }

    fn run(&self, case: &str, variables: &[(&str, &str)]) -> String {
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        command.args(["--exact", "layers::tells_of_its_rows", "--nocapture"]);
        command.env("CARGO_MANIFEST_DIR", self.0.join("inner/most")).env(CHILD, case);
        command.envs(variables.iter().copied());
        let output = command.output().expect("a child");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let told = text.split_once("<told>").and_then(|(_, rest)| rest.split_once("</told>"));
        told.unwrap_or_else(|| panic!("{text}")).0.to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn types_follow_the_file_the_environment_and_the_call() {
    let folder = Folder::new(
        "layers",
        "presence = 0.0\nlengths = \"1..=2\"\n\n[policies]\n\"/lines/*/pieces\" = { values = [7] }\n\
         \"/nobody/has/this\" = { presence = 1.0 }\n",
    );
    assert_eq!(folder.run("usual", &[]), "notes 0, longest 2, skus false, pieces true");
    let variables = [("FOUNDRY_PRESENCE", "1"), ("FOUNDRY_SEED", "7")];
    assert_eq!(folder.run("usual", &variables), "notes 200, longest 2, skus true, pieces true");
    assert_eq!(folder.run("call", &[]), "50");
    let notes = Order::foundry_batch(42, 200).iter().filter(|order| order.note.is_some()).count();
    assert_eq!(folder.run("off", &[]), notes.to_string());
    let told = folder.run("usual", &[("FOUNDRY_CONFIG", "none")]);
    assert!(told.starts_with(&format!("notes {notes}, longest 4, ")), "{told}");
    assert_eq!(folder.run("load", &[]), "presence 0");
}

#[test]
fn a_mistake_in_a_layer_is_told_by_every_call() {
    let folder = Folder::new("mistakes", "depth = 3\npresense = 1\n");
    let told = folder.run("usual", &[]);
    let (first, rest) = told.split_once('\n').expect("a report");
    assert!(first.ends_with("foundry.toml:2: `presense` sets nothing"), "{told}");
    assert!(rest.contains("  stage    config\n  help     did you mean `presence`?"), "{told}");
    // What replaces all settings does not need them.
    assert!(folder.run("off", &[]).parse::<usize>().is_ok());
    let told = folder.run("load", &[("FOUNDRY_CONFIG", "none"), ("FOUNDRY_DEEPTH", "3")]);
    assert!(told.starts_with("the variable FOUNDRY_DEEPTH sets nothing\n"), "{told}");
    assert!(told.contains("did you mean `FOUNDRY_DEPTH`?"), "{told}");
    let told = folder.run("load", &[("FOUNDRY_CONFIG", "nowhere.toml")]);
    assert!(told.starts_with("cannot read `nowhere.toml`: "), "{told}");
}

#[test]
fn a_file_says_of_a_place_what_a_policy_can() {
    let folder = Folder::new(
        "policies",
        "[policies]\n\"/lines\" = { lengths = { normal = { mean = 9, deviation = 0.1 } } }\n\"/lines/*/pieces\" = { \
         values = [7, 8], weights = [1, 0] }\n\"/lines/*/sku\" = { presence = 0 }\n",
    );
    let told = folder.run("usual", &[]);
    assert!(told.ends_with("longest 9, skus false, pieces true"), "{told}");
    let lengths = "{ weighted = { values = [6, 8], weights = [1, 0] } }";
    let folder =
        Folder::new("weighted", &format!("[policies]\n\"/lines\" = {{ lengths = {lengths} }}\n"));
    let told = folder.run("usual", &[]);
    assert!(told.contains("longest 6, "), "{told}");
    // A distribution without parameters is its name alone.
    let folder =
        Folder::new("uniform", "[policies]\n\"/lines/*/sku\" = { lengths = \"uniform\" }\n");
    let told = folder.run("load", &[]);
    assert!(!told.contains("not a range"), "{told}");
    let folder = Folder::new("wrong", "[policies]\n\"/a\" = { distribution = { norml = {} } }\n");
    let told = folder.run("load", &[]);
    assert!(told.contains("foundry.toml:2: there is no distribution `norml`"), "{told}");
    let folder =
        Folder::new("weights", "[policies]\n\"/a\" = { values = [1], weights = [1, 2] }\n");
    let told = folder.run("load", &[]);
    assert!(told.contains("foundry.toml:2: 1 `values` have 2 `weights`"), "{told}");
    // A policy of the call itself has to find its place.
    let policy = Policy::default().with_values(vec![json!(1)]);
    let error = Order::foundry_with().policy("/nobody", policy).batch(42).err().expect("an error");
    assert!(error.to_string().contains("leads to no place"), "{error}");
}
