//! The guide and the README show what the program prints: every `console` block is run.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::program::Folder;

/// The blocks of the kind `kind` of a text in Markdown.
fn blocks(text: &str, kind: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once(&format!("```{kind}\n")) {
        let (block, behind) = behind.split_once("```").unwrap();
        blocks.push(block.to_owned());
        rest = behind;
    }
    blocks
}

/// A block with its commands, and below each what it prints now.
fn run(folder: &Folder, block: &str) -> String {
    let mut printed = String::new();
    for line in block.lines() {
        let Some(command) = line.strip_prefix("$ ") else { continue };
        let program = Path::new(env!("CARGO_BIN_EXE_foundry")).parent().unwrap();
        let path = std::env::var("PATH").unwrap();
        // What a terminal shows: both outputs, in their order.
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("{{ {command}\n}} 2>&1")]).stdin(Stdio::null());
        folder.settle(&mut shell);
        shell.env("PATH", format!("{}:{path}", program.display()));
        let output = shell.output().unwrap();
        writeln!(printed, "{line}\n{}", String::from_utf8(output.stdout).unwrap().trim_end())
            .unwrap();
    }
    printed.replace("\n\n$", "\n$")
}

#[track_caller]
fn hold(folder: &Folder, text: &str, blocks: &[String]) {
    for block in blocks {
        let now = run(folder, block);
        assert!(text.contains(&format!("```console\n{now}```")), "put this there:\n{now}");
    }
}

#[test]
fn the_guide_shows_what_is_printed() {
    let source = include_str!("../../src/guide/command_line.rs");
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    let lines: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let text = lines.join("\n");
    let folder = Folder::new();
    folder.write("order.json", &blocks(&text, "json")[0]);
    let blocks = blocks(&text, "console");
    assert!(blocks.len() > 5);
    hold(&folder, &text, &blocks);
}

#[test]
fn the_readme_shows_what_is_printed() {
    let text = include_str!("../../../README.md");
    let mut blocks = blocks(text, "console");
    blocks.retain(|block| block.starts_with("$ "));
    assert_eq!(blocks.len(), 1);
    hold(&Folder::new(), text, &blocks);
}
