//! The tree in ARCHITECTURE.md is the tree on the disk.
//!
//! `UPDATE_TREE=1 cargo test -p foundry-tests --test architecture` writes it anew: what stands there
//! is kept, and a new file gets the first sentence of its `//!`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Between these two lines stands the tree.
const START: &str = "```text tree\n";
const END: &str = "```\n";

/// What is not written by hand, or belongs to the machine that it is on.
const UNSEEN: [&str; 9] =
    [".git", "target", "wip", "Cargo.lock", ".idea", ".vscode", "corpus", "artifacts", "coverage"];

/// Where descriptions start, unless a path is longer.
const COLUMN: usize = 36;

#[test]
fn the_tree_is_the_one_on_the_disk() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let file = root.join("ARCHITECTURE.md");
    let text = fs::read_to_string(&file).expect("ARCHITECTURE.md is there");
    let (before, rest) = text.split_once(START).expect("a block of text with the tree");
    let (tree, after) = rest.split_once(END).expect("an end of the tree");
    let shown = read_tree(tree);
    let folded: Vec<&str> = shown.keys().filter_map(|path| path.strip_suffix("**")).collect();
    let mut files = Vec::new();
    list(&root, "", &folded, &mut files);
    let wanted: BTreeMap<String, String> = files
        .into_iter()
        .map(|path| {
            let about = shown.get(&path).cloned().filter(|about| !about.is_empty());
            let about = about.unwrap_or_else(|| first_sentence(&root.join(&path)));
            (path, about)
        })
        .collect();
    if std::env::var_os("UPDATE_TREE").is_some() {
        let updated = format!("{before}{START}{}{END}{after}", print_tree(&wanted));
        fs::write(&file, updated).expect("ARCHITECTURE.md can be written");
        return;
    }
    let missing: Vec<_> = wanted.keys().filter(|path| !shown.contains_key(*path)).collect();
    let gone: Vec<_> = shown.keys().filter(|path| !wanted.contains_key(*path)).collect();
    let silent: Vec<_> = wanted.iter().filter(|(_, about)| about.is_empty()).collect();
    assert!(
        missing.is_empty() && gone.is_empty() && silent.is_empty(),
        "missing in ARCHITECTURE.md: {missing:#?}\nnot on the disk: {gone:#?}\nwithout a word: \
         {silent:#?}\n`UPDATE_TREE=1 cargo test -p foundry-tests --test architecture` writes it anew",
    );
}

/// Lines of the tree → path and description. A folder ends with `/`, one that stands for everything
/// below it with `/**`.
fn read_tree(tree: &str) -> BTreeMap<String, String> {
    let mut folders: Vec<&str> = Vec::new();
    let mut shown = BTreeMap::new();
    for line in tree.lines() {
        let name = line.trim_start();
        folders.truncate((line.len() - name.len()) / 2);
        let (name, about) = name.split_once("  ").unwrap_or((name, ""));
        shown.insert(folders.concat() + name, about.trim().to_owned());
        if name.ends_with('/') {
            folders.push(name);
        }
    }
    shown
}

/// Every folder and file below `folder`, but for what a folded folder stands for.
fn list(root: &Path, folder: &str, folded: &[&str], files: &mut Vec<String>) {
    let entries = fs::read_dir(root.join(folder)).expect("a folder that can be read");
    for entry in entries {
        let path = entry.expect("an entry that can be read").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name in UTF-8");
        if UNSEEN.contains(&name) {
            continue;
        }
        if !path.is_dir() {
            files.push(format!("{folder}{name}"));
            continue;
        }
        let inner = format!("{folder}{name}/");
        if folded.contains(&inner.as_str()) {
            files.push(inner + "**");
        } else {
            files.push(inner.clone());
            list(root, &inner, folded, files);
        }
    }
}

fn print_tree(files: &BTreeMap<String, String>) -> String {
    let mut tree = String::new();
    for (path, about) in files {
        let inner = path.trim_end_matches("**").trim_end_matches('/');
        let level = inner.matches('/').count();
        let start = inner.rfind('/').map_or(0, |slash| slash + 1);
        let label = format!("{}{}", "  ".repeat(level), &path[start..]);
        let line = format!("{label:COLUMN$}  {about}");
        writeln!(tree, "{}", line.trim_end()).expect("a String takes everything");
    }
    tree
}

/// What a Rust file says of itself, in its first sentence; a folder says what its `mod.rs` does.
fn first_sentence(path: &Path) -> String {
    let file: PathBuf = if path.is_dir() { path.join("mod.rs") } else { path.to_owned() };
    let text = fs::read_to_string(file).unwrap_or_default();
    let docs: Vec<&str> =
        text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
    let docs = docs.join(" ");
    let end = docs.find(". ").unwrap_or(docs.len());
    docs[..end].trim().trim_end_matches(['.', ':']).to_owned()
}
