//! Seeds in the environment: read from a child process, since the variable belongs to the process.

use std::process::Command;

use foundry::Seed;

/// Set in the child, which then prints what it reads.
const CHILD: &str = "FOUNDRY_TEST_CHILD";

#[test]
fn prints_the_seed_of_the_environment() {
    if std::env::var_os(CHILD).is_none() {
        return;
    }
    match Seed::from_env() {
        Ok(None) => println!("seed: none"),
        Ok(Some(seed)) => println!("seed: {seed}"),
        Err(error) => println!("seed: {}", error.report()),
    }
}

fn read_in_child(value: Option<&str>) -> String {
    let mut child = Command::new(std::env::current_exe().expect("this test has a path"));
    child
        .args(["--exact", "seeds::prints_the_seed_of_the_environment", "--nocapture"])
        .env(CHILD, "1")
        .env_remove("FOUNDRY_SEED");
    if let Some(value) = value {
        child.env("FOUNDRY_SEED", value);
    }
    let output = child.output().expect("the test runs itself");
    let text = String::from_utf8(output.stdout).expect("text");
    let (_, told) = text.split_once("seed: ").expect("the child printed");
    told.split("\ntest ").next().unwrap_or(told).trim().to_owned()
}

#[test]
fn a_good_seed_is_read() {
    assert_eq!(read_in_child(None), "none");
    assert_eq!(read_in_child(Some("42")), "42");
    assert_eq!(read_in_child(Some(" 18446744073709551615 ")), "18446744073709551615");
    assert_eq!(read_in_child(Some("text:checkout")), "text:checkout");
    assert_eq!(read_in_child(Some("hex:00ff")), "hex:00ff");
}

#[test]
fn a_bad_seed_says_what_would_do() {
    for bad in
        ["", "4z2", "-1", "18446744073709551616", "hex:0", "hex:xy", "hex:+1", "0x10", "text"]
    {
        assert_eq!(
            read_in_child(Some(bad)),
            format!(
                "the variable FOUNDRY_SEED holds `{bad}`, which is not a seed\n  stage    seed\n  help     write a whole number from 0 to \
                 18446744073709551615, `text:…` or `hex:…`"
            )
        );
    }
}
