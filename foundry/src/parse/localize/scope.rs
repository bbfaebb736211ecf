//! What dynamic references depend on: the documents on the way, as far as they matter.

use std::collections::BTreeMap;

use referencing::Resolver;
use serde_json::Value;

/// The part of a dynamic scope that decides where dynamic references lead. Two ways with the same
/// scope lead to the same schemas.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Scope {
    /// Documents with dynamic anchors, outermost first: the outermost one with an anchor of the name
    /// is where `$dynamicRef` leads.
    anchored: Vec<String>,
    /// The outermost document of those that stand innermost without a gap and say `$recursiveAnchor`:
    /// where `$recursiveRef` leads.
    recursive: Option<String>,
}

/// What is known of the documents on the way.
#[derive(Default)]
pub(super) struct Scopes {
    by_uri: BTreeMap<String, Anchors>,
}

#[derive(Clone, Copy)]
struct Anchors {
    has_dynamic: bool,
    is_recursive: bool,
}

impl Scopes {
    /// The scope that references followed by `resolver` see.
    pub(super) fn of(&mut self, resolver: &Resolver<'_>) -> Scope {
        let base = resolver.base_uri();
        let outer = resolver.dynamic_scope();
        // Innermost first.
        let mut way: Vec<&str> = vec![base.as_str()];
        way.extend(outer.iter().map(jsonschema::Uri::as_str));
        let mut scope = Scope::default();
        let mut is_unbroken = true;
        for uri in &way {
            is_unbroken &= self.anchors(resolver, uri).is_recursive;
            if is_unbroken {
                scope.recursive = Some((*uri).to_owned());
            }
        }
        for uri in way.iter().rev() {
            let is_new = !scope.anchored.iter().any(|known| known == uri);
            if is_new && self.anchors(resolver, uri).has_dynamic {
                scope.anchored.push((*uri).to_owned());
            }
        }
        scope
    }

    fn anchors(&mut self, resolver: &Resolver<'_>, uri: &str) -> Anchors {
        if let Some(known) = self.by_uri.get(uri) {
            return *known;
        }
        let found = match resolver.lookup(uri) {
            Ok(found) => Anchors {
                has_dynamic: has_dynamic_anchor(found.contents()),
                is_recursive: found.contents().get("$recursiveAnchor") == Some(&Value::Bool(true)),
            },
            // What cannot be looked up has nothing to lead to.
            Err(_) => Anchors { has_dynamic: false, is_recursive: false },
        };
        self.by_uri.insert(uri.to_owned(), found);
        found
    }
}

fn has_dynamic_anchor(schema: &Value) -> bool {
    match schema {
        Value::Array(items) => items.iter().any(has_dynamic_anchor),
        Value::Object(members) => {
            members.get("$dynamicAnchor").is_some_and(Value::is_string)
                || members.values().any(has_dynamic_anchor)
        }
        _ => false,
    }
}
