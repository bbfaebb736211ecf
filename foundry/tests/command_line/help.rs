//! `--help`, `--version` and the completions.

use crate::program::Folder;

const COMMANDS: [&str; 6] =
    ["generate", "validate", "explain", "schema", "generators", "completions"];

#[test]
fn every_command_shows_examples_and_exit_codes() {
    let folder = Folder::new();
    let all = folder.print("--help");
    for command in COMMANDS {
        assert!(all.contains(&format!("\n  {command} ")), "{all}");
        let help = folder.print(&format!("{command} --help"));
        assert!(help.contains(&format!("\nExamples:\n  foundry {command}")), "{help}");
        assert!(help.contains("\nExit codes:\n  0  done\n  1  findings"), "{help}");
    }
}

#[test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(
        Folder::new().print("--version"),
        format!("foundry {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn every_shell_gets_a_script_that_knows_the_commands() {
    let folder = Folder::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = folder.print(&format!("completions {shell}"));
        assert!(COMMANDS.iter().all(|command| script.contains(command)), "{shell}");
    }
}

#[test]
fn no_command_is_wrong_usage() {
    let folder = Folder::new();
    assert_eq!(folder.run("").code, Some(2));
    let run = folder.run("validat");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("a similar subcommand exists: 'validate'"), "{}", run.stderr);
}
