//! Every keyword of the drafts: in which of them it stands, and where the schemas in its value are.

use jsonschema::Draft;

/// Where the schemas in a keyword's value are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Nowhere: it is a value, a name or a number.
    Value,
    /// It is one, or a list of them.
    Schemas,
    /// Under the names of an object.
    Named,
}

/// The drafts that have a keyword, from the first to the last one, and what it holds.
struct Keyword(&'static str, u8, u8, Holds);

/// The place of a draft in the order of their years.
fn number(draft: Draft) -> u8 {
    match draft {
        Draft::Draft4 => 4,
        Draft::Draft6 => 6,
        Draft::Draft7 => 7,
        Draft::Draft201909 => 19,
        _ => 20,
    }
}

/// What `name` holds in `draft`; `None` where the draft does not have it.
pub(crate) fn holds(draft: Draft, name: &str) -> Option<Holds> {
    let draft = number(draft);
    let keyword = KEYWORDS.iter().find(|keyword| keyword.0 == name)?;
    (keyword.1..=keyword.2).contains(&draft).then_some(keyword.3)
}

/// `definitions` and `dependencies` stand in the schemas of all drafts; the newer ones call them by
/// other names too.
const KEYWORDS: &[Keyword] = &[
    Keyword("$anchor", 19, 20, Holds::Value),
    Keyword("$comment", 7, 20, Holds::Value),
    Keyword("$defs", 19, 20, Holds::Named),
    Keyword("$dynamicAnchor", 20, 20, Holds::Value),
    Keyword("$dynamicRef", 20, 20, Holds::Value),
    Keyword("$id", 6, 20, Holds::Value),
    Keyword("$recursiveAnchor", 19, 19, Holds::Value),
    Keyword("$recursiveRef", 19, 19, Holds::Value),
    Keyword("$ref", 4, 20, Holds::Value),
    Keyword("$schema", 4, 20, Holds::Value),
    Keyword("$vocabulary", 19, 20, Holds::Value),
    Keyword("additionalItems", 4, 19, Holds::Schemas),
    Keyword("additionalProperties", 4, 20, Holds::Schemas),
    Keyword("allOf", 4, 20, Holds::Schemas),
    Keyword("anyOf", 4, 20, Holds::Schemas),
    Keyword("const", 6, 20, Holds::Value),
    Keyword("contains", 6, 20, Holds::Schemas),
    Keyword("contentEncoding", 7, 20, Holds::Value),
    Keyword("contentMediaType", 7, 20, Holds::Value),
    Keyword("contentSchema", 19, 20, Holds::Schemas),
    Keyword("default", 4, 20, Holds::Value),
    Keyword("definitions", 4, 20, Holds::Named),
    Keyword("dependencies", 4, 20, Holds::Named),
    Keyword("dependentRequired", 19, 20, Holds::Value),
    Keyword("dependentSchemas", 19, 20, Holds::Named),
    Keyword("deprecated", 19, 20, Holds::Value),
    Keyword("description", 4, 20, Holds::Value),
    Keyword("else", 7, 20, Holds::Schemas),
    Keyword("enum", 4, 20, Holds::Value),
    Keyword("examples", 6, 20, Holds::Value),
    Keyword("exclusiveMaximum", 4, 20, Holds::Value),
    Keyword("exclusiveMinimum", 4, 20, Holds::Value),
    Keyword("format", 4, 20, Holds::Value),
    Keyword("id", 4, 4, Holds::Value),
    Keyword("if", 7, 20, Holds::Schemas),
    Keyword("items", 4, 20, Holds::Schemas),
    Keyword("maxContains", 19, 20, Holds::Value),
    Keyword("maximum", 4, 20, Holds::Value),
    Keyword("maxItems", 4, 20, Holds::Value),
    Keyword("maxLength", 4, 20, Holds::Value),
    Keyword("maxProperties", 4, 20, Holds::Value),
    Keyword("minContains", 19, 20, Holds::Value),
    Keyword("minimum", 4, 20, Holds::Value),
    Keyword("minItems", 4, 20, Holds::Value),
    Keyword("minLength", 4, 20, Holds::Value),
    Keyword("minProperties", 4, 20, Holds::Value),
    Keyword("multipleOf", 4, 20, Holds::Value),
    Keyword("not", 4, 20, Holds::Schemas),
    Keyword("oneOf", 4, 20, Holds::Schemas),
    Keyword("pattern", 4, 20, Holds::Value),
    Keyword("patternProperties", 4, 20, Holds::Named),
    Keyword("prefixItems", 20, 20, Holds::Schemas),
    Keyword("properties", 4, 20, Holds::Named),
    Keyword("propertyNames", 6, 20, Holds::Schemas),
    Keyword("readOnly", 7, 20, Holds::Value),
    Keyword("required", 4, 20, Holds::Value),
    Keyword("then", 7, 20, Holds::Schemas),
    Keyword("title", 4, 20, Holds::Value),
    Keyword("type", 4, 20, Holds::Value),
    Keyword("unevaluatedItems", 19, 20, Holds::Schemas),
    Keyword("unevaluatedProperties", 19, 20, Holds::Schemas),
    Keyword("uniqueItems", 4, 20, Holds::Value),
    Keyword("writeOnly", 7, 20, Holds::Value),
];

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// The schemas of schemas that the jsonschema crate carries list the keywords of their drafts.
    #[test]
    fn the_table_has_what_the_schemas_of_schemas_name() {
        let drafts = [
            (Draft::Draft4, vec!["http://json-schema.org/draft-04/schema#".to_owned()]),
            (Draft::Draft6, vec!["http://json-schema.org/draft-06/schema#".to_owned()]),
            (Draft::Draft7, vec!["http://json-schema.org/draft-07/schema#".to_owned()]),
            (Draft::Draft201909, parts("https://json-schema.org/draft/2019-09")),
            (Draft::Draft202012, parts("https://json-schema.org/draft/2020-12")),
        ];
        for (draft, uris) in drafts {
            let names: Vec<String> = uris.iter().flat_map(|uri| names(draft, uri)).collect();
            assert!(names.len() > 30, "{draft:?}: {names:?}");
            let missing: Vec<_> =
                names.iter().filter(|name| holds(draft, name).is_none()).collect();
            assert!(missing.is_empty(), "{draft:?}: {missing:?}");
        }
    }

    /// The keywords that the document at `uri` describes; none where the draft has no such part.
    fn names(draft: Draft, uri: &str) -> Vec<String> {
        // The registry holds what some document refers to.
        let outer = serde_json::json!({ "$ref": uri });
        let registry = jsonschema::Registry::new().draft(draft).add("urn:outer", &outer);
        let registry = registry.and_then(jsonschema::RegistryBuilder::prepare).expect("a registry");
        let base = jsonschema::uri::from_str("urn:outer").expect("a URI");
        let resolver = registry.resolver(base);
        let Ok(found) = resolver.lookup(uri) else { return Vec::new() };
        let names = found.contents().get("properties").and_then(Value::as_object);
        names.into_iter().flat_map(|names| names.keys().cloned()).collect()
    }

    fn parts(base: &str) -> Vec<String> {
        let names = ["core", "applicator", "validation", "meta-data", "content", "unevaluated"];
        names.map(|name| format!("{base}/meta/{name}")).into()
    }

    #[test]
    fn drafts_have_their_own_keywords() {
        assert_eq!(holds(Draft::Draft7, "prefixItems"), None);
        assert_eq!(holds(Draft::Draft202012, "prefixItems"), Some(Holds::Schemas));
        assert_eq!(holds(Draft::Draft4, "const"), None);
        assert_eq!(holds(Draft::Draft202012, "nullable"), None);
    }
}
