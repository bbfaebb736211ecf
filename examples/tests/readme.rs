//! The example of the README is the code below, and prints what stands below it.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "the README is there to be read")]

// Shown in the README from here …
use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
#[serde(rename_all = "camelCase")]
struct Order {
    #[schemars(regex(pattern = "^SO-[0-9]{6}$"))]
    number: String,
    #[validate(email)]
    buyer: String,
    #[schemars(range(min = 1, max = 99))]
    pieces: u32,
    gift_note: Option<String>,
}

fn main() {
    for order in &Order::foundry_batch(7, 4) {
        println!("{}", serde_json::to_string(order).unwrap());
    }
}
// … to here.

const README: &str = include_str!("../../README.md");

#[test]
fn the_readme_shows_this_code() {
    let code = include_str!("readme.rs");
    let (_, code) = code.split_once("from here …\n").expect("the mark above");
    let (code, _) = code.split_once("// … to here.").expect("the mark above");
    assert!(README.contains(&format!("```rust\n{code}```")), "put this into the README:\n{code}");
}

#[test]
fn the_readme_shows_what_the_code_prints() {
    let print = |order| serde_json::to_string(order).expect("an order is JSON") + "\n";
    let printed: String = Order::foundry_batch(7, 4).iter().map(print).collect();
    let shown = README.contains(&format!("```text\n{printed}```"));
    assert!(shown, "put this into the README:\n{printed}");
    main();
}
