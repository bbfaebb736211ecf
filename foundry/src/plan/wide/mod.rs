//! Places of too many combinations: `allOf` over `anyOf`, many conditions, many dependencies.
//!
//! The canonical form multiplies them out, and n lines give 2ⁿ alternatives. So their choices are
//! hidden from it; combinations that have a value are searched for one by one, and each of them is
//! planned as a schema of its own.

mod count;
mod hide;
mod search;

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Draft;
use serde_json::Value;

pub(crate) use count::{MAX_NAMES, too_many_names};
pub(crate) use hide::{hide, hide_below};
pub(crate) use search::{Part, Search};

use crate::error::Error;
use crate::parse::references::{local_pointer, schema_at};
use crate::parse::vocabulary;
use crate::plan::outline::pointer_below;

/// A choice: the pointer of its schema, or of one dependency, and its keyword.
pub(crate) type Site = (String, &'static str);

/// Keywords by the pointers of the schemas in which they stand.
type Sites = BTreeMap<String, BTreeSet<&'static str>>;

/// The choices that are hidden from the canonical form, in the planning copy.
#[derive(Debug, Default)]
pub(crate) struct Hidden {
    /// The pointers of schemas with the keywords that are hidden in them.
    keywords: Sites,
    /// Choices of many branches, which are planned as all others are.
    veiled: Sites,
    /// Whether the draft has `const`; the first one does not.
    has_const: bool,
}

/// The keywords that leave a choice.
pub(crate) const CHOICES: [&str; 7] =
    ["anyOf", "oneOf", "if", "not", "dependentSchemas", "dependencies", "dependentRequired"];

impl Hidden {
    /// Finds the choices of `document` that multiply beyond measure.
    pub(crate) fn find(document: &Value, draft: Draft) -> Result<Self, Error> {
        let (keywords, veiled) = count::find_wide(document)?;
        Ok(Self { keywords, veiled, has_const: vocabulary::holds(draft, "const").is_some() })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.keywords.is_empty() && self.veiled.is_empty()
    }

    /// Whether the canonical form does not see the choice.
    fn is_out_of_sight(&self, pointer: &str, keyword: &str) -> bool {
        let holds = |sites: &Sites| sites.get(pointer).is_some_and(|all| all.contains(keyword));
        holds(&self.keywords) || holds(&self.veiled)
    }

    /// Whether a keyword is one of those that are combined with each other.
    pub(crate) fn has(&self, pointer: &str, keyword: &str) -> bool {
        self.keywords.get(pointer).is_some_and(|all| all.contains(keyword))
    }

    /// Whether a choice, which may be that of one dependency, is hidden.
    pub(crate) fn is_hidden(&self, (pointer, keyword): &Site) -> bool {
        let is_one_of_many = keyword.starts_with("depend");
        let above = pointer.rsplit('/').nth(1).filter(|above| is_one_of_many && above == keyword);
        let schema = above.and_then(|_| pointer.rsplitn(3, '/').nth(2)).unwrap_or(pointer);
        self.has(schema, keyword)
    }

    /// The hidden choices that are open at the schema at `pointer` and at all that hold with it, in
    /// the order of the document.
    pub(crate) fn open_at(&self, document: &Value, pointer: &str) -> Vec<Site> {
        let mut found = Vec::new();
        self.collect_open(document, pointer, &mut BTreeSet::new(), &mut found);
        found
    }

    fn collect_open(
        &self,
        document: &Value,
        pointer: &str,
        seen: &mut BTreeSet<String>,
        found: &mut Vec<Site>,
    ) {
        let Some(Value::Object(schema)) = schema_at(document, pointer) else { return };
        if !seen.insert(pointer.to_owned()) {
            return;
        }
        if let Some(target) = schema.get("$ref").and_then(Value::as_str).and_then(local_pointer) {
            self.collect_open(document, &target, seen, found);
        }
        let parts = schema.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
        for at in 0..parts {
            self.collect_open(document, &format!("{pointer}/allOf/{at}"), seen, found);
        }
        for keyword in CHOICES {
            if !self.has(pointer, keyword) {
                continue;
            }
            match schema.get(keyword) {
                Some(Value::Object(names)) if keyword.starts_with("depend") => {
                    let sites =
                        names.keys().map(|name| (pointer_below(pointer, keyword, name), keyword));
                    found.extend(sites);
                }
                _ => found.push((pointer.to_owned(), keyword)),
            }
        }
    }
}
