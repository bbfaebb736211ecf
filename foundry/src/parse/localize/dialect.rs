//! Dialects: which draft a schema is of, and the older drafts in the words of the newest.

use jsonschema::Draft;
use serde_json::{Map, Value, json};

use crate::error::{Error, Stage};
use crate::parse::documents::Library;

/// A draft, and what a meta-schema of the author's own leaves out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dialect {
    pub(crate) draft: Draft,
    /// Whether `$schema` names a meta-schema that is none of the specification's.
    pub(crate) is_custom: bool,
    validates: bool,
}

/// A chain of meta-schemas longer than this is not followed.
const MAX_META_SCHEMAS: usize = 16;

/// The keywords of the vocabulary "validation" of 2019-09 and 2020-12.
const VALIDATION: [&str; 20] = [
    "const",
    "dependentRequired",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "maxContains",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minContains",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "pattern",
    "required",
    "type",
    "uniqueItems",
];

impl Dialect {
    /// A draft of the specification.
    pub(super) fn of(draft: Draft) -> Self {
        Self { draft, is_custom: false, validates: true }
    }

    /// Whether the dialect knows the keyword.
    pub(super) fn asserts(self, keyword: &str) -> bool {
        self.validates || !VALIDATION.contains(&keyword)
    }
}

/// The dialect of a whole document; an error where its `$schema` is known to nobody.
pub(crate) fn dialect_of(document: &Value, library: &Library) -> Result<Dialect, Error> {
    detect(document, Dialect::of(Draft::default()), library)
}

/// The dialect of `schema`, which is that of what is around it where it does not say.
pub(super) fn detect(schema: &Value, around: Dialect, library: &Library) -> Result<Dialect, Error> {
    let Some(name) = schema.get("$schema").and_then(Value::as_str) else { return Ok(around) };
    let draft = Draft::from_schema_uri(name);
    if draft != Draft::Unknown {
        return Ok(Dialect::of(draft));
    }
    let Some(meta) = library.get(name) else { return Err(unknown(name)) };
    let vocabularies = meta.get("$vocabulary").and_then(Value::as_object);
    let validates = vocabularies
        .is_none_or(|vocabularies| vocabularies.keys().any(|uri| uri.ends_with("/validation")));
    let mut meta = meta;
    for _ in 0..MAX_META_SCHEMAS {
        match Draft::default().detect(meta) {
            Draft::Unknown => {
                let name = meta.get("$schema").and_then(Value::as_str).unwrap_or_default();
                meta = library.get(name).ok_or_else(|| unknown(name))?;
            }
            draft => return Ok(Dialect { draft, is_custom: true, validates }),
        }
    }
    Err(unknown(name))
}

/// The dialects of the error's help.
const KNOWN_DIALECTS: &str = "draft 4, 6, 7, 2019-09 and 2020-12";

fn unknown(name: &str) -> Error {
    Error::new(Stage::Parse, format!("the dialect `{name}` is not known"))
        .at("/$schema")
        .with_keyword("$schema")
        .with_help(format!("the dialects of JSON Schema that are known are {KNOWN_DIALECTS}"))
        .with_help(format!("a dialect of your own is known once its meta-schema is handed over: `document(\"{name}\", &schema)`"))
}

/// Rewrites a schema of an older draft in the words of 2020-12; its subschemas are copies already.
pub(super) fn translate(schema: &mut Map<String, Value>, from: Draft) {
    let newest = Draft::Draft202012;
    schema.retain(|key, _| {
        key == "$ref" || from.is_known_keyword(key) || !newest.is_known_keyword(key)
    });
    if from == Draft::Draft4 {
        for (flag, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
            if let Some(Value::Bool(is_exclusive)) = schema.remove(flag)
                && is_exclusive
                && let Some(limit) = schema.remove(bound)
            {
                schema.insert(flag.into(), limit);
            }
        }
    }
    if from < newest {
        let rest = schema.remove("additionalItems");
        if let Some(Value::Array(items)) = schema.get("items") {
            let items = Value::Array(items.clone());
            schema.remove("items");
            schema.insert("prefixItems".into(), items);
            if let Some(rest) = rest {
                schema.insert("items".into(), rest);
            }
        }
    }
    if let Some(Value::Object(dependencies)) = schema.remove("dependencies") {
        for (name, needed) in dependencies {
            let keyword = if needed.is_array() { "dependentRequired" } else { "dependentSchemas" };
            let together = schema.entry(keyword).or_insert_with(|| json!({}));
            if let Value::Object(together) = together {
                together.insert(name, needed);
            }
        }
    }
}
