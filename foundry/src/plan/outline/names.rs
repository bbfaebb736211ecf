//! Names of members, held against the patterns of a schema.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::generators::pattern::matcher;

/// Whether `name` matches the pattern of a JSON Schema; `false` where the pattern is no regex, for
/// the canonical form says so with a reason.
pub(crate) fn matches(pattern: &str, name: &str) -> bool {
    with_regex(pattern, |regex| regex.as_ref().is_some_and(|regex| regex.is_match(name)))
}

/// A pattern of JSON Schema as a regex of Rust.
pub(crate) fn compile(pattern: &str) -> Option<regex::Regex> {
    with_regex(pattern, Clone::clone)
}

/// Asks the regex of a pattern, without a copy of it: each copy has a memory of its own, which its first question fills.
fn with_regex<T>(pattern: &str, ask: impl FnOnce(&Option<regex::Regex>) -> T) -> T {
    thread_local! {
        /// A pattern is asked about every name, and planning runs on a thread of its own.
        static COMPILED: RefCell<BTreeMap<String, Option<regex::Regex>>> =
            const { RefCell::new(BTreeMap::new()) };
    }
    COMPILED.with_borrow_mut(|compiled| {
        if let Some(known) = compiled.get(pattern) {
            return ask(known);
        }
        let regex = compiled.entry(pattern.to_owned()).or_insert_with(|| matcher(pattern));
        ask(regex)
    })
}
