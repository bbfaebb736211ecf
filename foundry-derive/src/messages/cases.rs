//! Every message has a ui case, and every ui case a message: `ui/<subject>/<message>[_…].rs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use quote::ToTokens;
use syn::{Attribute, Item};

use crate::check::testing::diagnose;

/// Another macro writes the attribute at fault, which does not run here.
const BY_ANOTHER_MACRO: &str = "schemas/serde_as_by_macro";

/// What the derive cannot see: the compiler tells it, with texts of the runtime's traits.
const BY_THE_COMPILER: &str = "bounds/";

#[test]
fn every_message_has_a_ui_case_and_every_ui_case_one_message() {
    let mut shown = BTreeSet::new();
    for case in cases() {
        let name = case.with_extension("").to_string_lossy().replace('\\', "/");
        if name == BY_ANOTHER_MACRO || name.starts_with(BY_THE_COMPILER) {
            continue;
        }
        let told = told_of(&case);
        let is_own = |message: &str| name == message || name.starts_with(&format!("{message}_"));
        assert_eq!(told.len(), 1, "{name} is to hold one mistake, and tells {told:?}");
        assert!(
            told.iter().all(|message| is_own(message) || name.starts_with("passed_on/")),
            "{name} tells {told:?}: name it after its message"
        );
        shown.extend(told);
    }
    let hidden: Vec<_> =
        super::all().map(path_of).filter(|message| !shown.contains(message)).collect();
    assert!(hidden.is_empty(), "messages without a ui case: {hidden:?}");
}

#[test]
fn several_mistakes_are_told_at_once() {
    let told = told_of(Path::new("several_at_once.rs"));
    assert!(told.len() >= 5, "{told:?}");
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui-tests/tests/ui")
}

/// The cases in the folders of the subjects, relative to [`folder`].
fn cases() -> Vec<PathBuf> {
    let folder = folder();
    let entries = |path: &Path| -> Vec<PathBuf> {
        fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect()
    };
    let subjects = entries(&folder).into_iter().filter(|path| path.is_dir());
    let files = subjects.flat_map(|subject| entries(&subject));
    let mut cases: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| path.strip_prefix(&folder).unwrap().to_owned())
        .collect();
    cases.sort();
    cases
}

/// The messages that the types of a case get, as `subject/message`.
fn told_of(case: &Path) -> BTreeSet<String> {
    let source = fs::read_to_string(folder().join(case)).unwrap();
    let mut told = BTreeSet::new();
    for mut item in syn::parse_file(&source).unwrap().items {
        let attrs = match &mut item {
            Item::Struct(item) => &mut item.attrs,
            Item::Enum(item) => &mut item.attrs,
            Item::Union(item) => &mut item.attrs,
            _ => continue,
        };
        let derives = |attr: &Attribute| attr.path().is_ident("derive");
        let is_ours = attrs
            .iter()
            .any(|attr| derives(attr) && attr.to_token_stream().to_string().contains("Foundry"));
        attrs.retain(|attr| !derives(attr));
        if is_ours {
            told.extend(diagnose(item.into_token_stream()).names().into_iter().map(path_of));
        }
    }
    told
}

/// `crate::messages::types::union` → `types/union`.
fn path_of(name: &str) -> String {
    let inner = name.rsplit_once("messages::").map_or(name, |(_, inner)| inner);
    inner.replace("::", "/")
}
