//! References of every kind: to other documents, by anchor, from a base of their own, dynamic ones, and
//! between drafts. The judge reads the author's document, with the same documents beside it.

use foundry::parse::Documents;
use foundry::{Error, Pipeline, Stage};
use serde_json::{Value, json};

/// What the caller hands over, for the judge.
#[derive(Clone)]
struct Given(Vec<(&'static str, Value)>);

impl jsonschema::Retrieve for Given {
    fn retrieve(
        &self,
        uri: &jsonschema::Uri<String>,
    ) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        let found = self.0.iter().find(|(name, _)| *name == uri.as_str());
        found.map(|(_, document)| document.clone()).ok_or_else(|| "not given".into())
    }
}

fn build(schema: &Value, given: &[(&'static str, Value)]) -> Result<Pipeline, Error> {
    let mut builder = Pipeline::builder().schema(schema);
    for (uri, document) in given {
        builder = builder.document(*uri, document);
    }
    builder.build()
}

fn rows_with(schema: &Value, given: &[(&'static str, Value)], count: u64) -> Vec<Value> {
    let pipeline = build(schema, given).unwrap_or_else(|error| panic!("{}", error.report()));
    let rows = pipeline.generate(7, count);
    let rows: Vec<Value> =
        rows.unwrap_or_else(|error| panic!("{}", error.report())).values().collect();
    let judge = jsonschema::options()
        .should_validate_formats(true)
        .with_retriever(Given(given.to_vec()))
        .build(schema)
        .expect("the judge reads it too");
    for row in &rows {
        assert!(judge.is_valid(row), "{row}");
    }
    rows
}

fn rows(schema: &Value, count: u64) -> Vec<Value> {
    rows_with(schema, &[], count)
}

fn error(schema: &Value, given: &[(&'static str, Value)]) -> Error {
    build(schema, given).err().expect("it must not plan")
}

#[test]
fn a_document_of_the_caller_is_read() {
    let money = json!({"type": "object", "properties": {"cents": {"$ref": "#/$defs/cents"}},
        "required": ["cents"], "$defs": {"cents": {"type": "integer", "minimum": 100, "maximum": 200}}});
    let schema = json!({"type": "array", "minItems": 1, "items": {"$ref": "https://example.com/money.json"}});
    let rows = rows_with(&schema, &[("https://example.com/money.json", money)], 20);
    let cents = |row: &Value| row[0]["cents"].as_u64().expect("a whole number");
    assert!(rows.iter().all(|row| (100..=200).contains(&cents(row))));
}

#[test]
fn a_document_leads_to_the_next_one_by_a_relative_reference() {
    let schema =
        json!({"$id": "https://example.com/shop/order.json", "$ref": "../common/line.json#line"});
    let given = [
        (
            "https://example.com/common/line.json",
            json!({"$defs": {"x": {"$anchor": "line", "type": "object",
                "properties": {"sku": {"$ref": "sku.json"}}, "required": ["sku"]}}}),
        ),
        ("https://example.com/common/sku.json", json!({"type": "string", "pattern": "^[A-Z]{3}$"})),
    ];
    for row in rows_with(&schema, &given, 20) {
        assert_eq!(row["sku"].as_str().map(str::len), Some(3), "{row}");
    }
}

#[test]
fn a_document_is_also_known_by_its_own_id() {
    let schema = json!({"$ref": "urn:example:size"});
    let size = json!({"$id": "urn:example:size", "enum": ["S", "M"]});
    let pipeline = Pipeline::builder().schema(&schema).document("size.json", &size).build();
    let rows = pipeline.expect("known by its id").generate(1, 10).expect("rows");
    assert!(rows.values().all(|row| row == "S" || row == "M"));
}

#[test]
fn a_base_uri_is_where_relative_references_start() {
    let schema = json!({"$ref": "size.json"});
    let documents = Documents::default()
        .with("https://example.com/a/size.json", &json!({"const": 7}))
        .with_base_uri("https://example.com/a/root.json");
    let pipeline = Pipeline::builder().schema(&schema).documents(documents).build();
    let rows = pipeline.expect("a base").generate(1, 3).expect("rows");
    assert!(rows.values().all(|row| row == 7));
}

#[test]
fn documents_refer_to_each_other_in_a_circle_that_ends() {
    let schema = json!({"$id": "https://example.com/tree.json", "type": "object",
        "properties": {"node": {"$ref": "node.json"}}, "required": ["node"]});
    let node = json!({"type": "object", "required": ["name"], "properties": {
        "name": {"type": "string"},
        "children": {"type": "array", "items": {"$ref": "tree.json"}}}});
    let rows = rows_with(&schema, &[("https://example.com/node.json", node)], 30);
    let has_children =
        |row: &&Value| row.pointer("/node/children/0/node/name").is_some_and(Value::is_string);
    assert!(rows.iter().filter(has_children).count() > 3);
}

#[test]
fn anchors_and_ids_inside_of_the_document_lead_to_their_schemas() {
    let schema = json!({
        "$id": "https://example.com/root",
        "type": "object",
        "required": ["a", "b", "c"],
        "properties": {
            "a": {"$ref": "#word"},
            "b": {"$ref": "inner"},
            "c": {"$ref": "inner#/$defs/flag"},
        },
        "$defs": {
            "word": {"$anchor": "word", "enum": ["x", "y"]},
            "inner": {"$id": "inner", "$ref": "#/$defs/flag", "$defs": {"flag": {"type": "boolean"}}},
        },
    });
    for row in rows(&schema, 20) {
        assert!(row["a"] == "x" || row["a"] == "y", "{row}");
        assert!(row["b"].is_boolean() && row["c"].is_boolean(), "{row}");
    }
}

#[test]
fn a_dynamic_reference_leads_where_the_outermost_anchor_is() {
    let tree = json!({
        "$id": "https://example.com/tree", "$dynamicAnchor": "node", "type": "object",
        "properties": {"data": true, "children": {"type": "array", "items": {"$dynamicRef": "#node"}}},
    });
    let strict = json!({
        "$id": "https://example.com/strict", "$dynamicAnchor": "node",
        "$ref": "tree", "required": ["data"], "unevaluatedProperties": false,
    });
    let rows = rows_with(&strict, &[("https://example.com/tree", tree)], 40);
    let mut children = 0;
    for row in &rows {
        assert!(row.get("data").is_some(), "{row}");
        for child in row["children"].as_array().into_iter().flatten() {
            children += 1;
            assert!(child.get("data").is_some(), "the anchor of the outermost document: {row}");
        }
    }
    assert!(children > 5, "{children}");
}

#[test]
fn a_recursive_reference_leads_where_the_outermost_anchor_is() {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2019-09/schema",
        "$id": "https://example.com/strict", "$recursiveAnchor": true,
        "$ref": "tree", "required": ["data"],
        "$defs": {"tree": {
            "$id": "tree", "$recursiveAnchor": true, "type": "object",
            "properties": {"data": true, "children": {"type": "array", "items": {"$recursiveRef": "#"}}},
        }},
    });
    let children = |row: &Value| row["children"].as_array().cloned().unwrap_or_default();
    let all: Vec<Value> = rows(&schema, 40).iter().flat_map(children).collect();
    assert!(all.len() > 5, "{}", all.len());
    assert!(all.iter().all(|child| child.get("data").is_some()));
}

#[test]
fn a_document_of_an_older_draft_keeps_its_meaning() {
    let old = json!({
        "$schema": "http://json-schema.org/draft-04/schema#",
        "type": "object", "required": ["pair", "n"],
        "properties": {
            "pair": {"type": "array", "minItems": 2, "items": [{"type": "boolean"}], "additionalItems": {"type": "null"}},
            "n": {"type": "integer", "minimum": 0, "exclusiveMinimum": true, "maximum": 1},
            "free": {"$ref": "#/definitions/free", "maximum": 3},
        },
        "definitions": {"free": {"type": "integer", "minimum": 5, "const": "draft 4 does not know it"}},
        "dependencies": {"free": ["pair"]},
    });
    let schema = json!({"$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": "https://example.com/old.json"});
    let rows = rows_with(&schema, &[("https://example.com/old.json", old)], 40);
    assert!(rows.iter().all(|row| row["n"] == 1 && row["pair"][0].is_boolean()));
    assert!(rows.iter().any(|row| row.get("free").is_some()));
}

#[test]
fn a_newer_document_inside_of_an_older_one_keeps_its_meaning() {
    let new = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "prefixItems": [{"const": 1}, {"const": 2}], "items": false, "minItems": 2, "type": "array",
    });
    let schema = json!({"$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object", "required": ["pair"],
        "properties": {"pair": {"$ref": "https://example.com/new.json"}}});
    for row in rows_with(&schema, &[("https://example.com/new.json", new)], 10) {
        assert_eq!(row["pair"], json!([1, 2]));
    }
}

#[test]
fn a_dialect_of_its_own_is_read_once_its_meta_schema_is_there() {
    let meta = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://example.com/dialect",
        "$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/core": true,
            "https://json-schema.org/draft/2020-12/vocab/applicator": true},
    });
    // Without the vocabulary of validation, `type` says nothing: nothing clashes here.
    let schema = json!({"$schema": "https://example.com/dialect",
        "allOf": [{"type": "string"}, {"type": "integer"}]});
    let unknown = error(&schema, &[]);
    assert!(unknown.message().contains("the dialect `https://example.com/dialect` is not known"));
    let pipeline = build(&schema, &[("https://example.com/dialect", meta)]);
    let pipeline = pipeline.unwrap_or_else(|error| panic!("{}", error.report()));
    assert_eq!(pipeline.generate(1, 10).expect("rows").len(), 10);
}

#[test]
fn a_document_that_is_not_there_is_named_with_what_would_help() {
    let error =
        error(&json!({"properties": {"a": {"$ref": "https://example.com/b.json#/x"}}}), &[]);
    assert_eq!(error.stage(), Stage::Parse);
    assert_eq!(error.pointer(), Some("/properties/a/$ref"));
    assert!(error.to_string().contains("leads out of the document, and nothing is fetched"));
    let help: Vec<&str> = error.help().collect();
    assert!(
        help.iter().any(|help| help.contains("document(\"https://example.com/b.json\"")),
        "{help:?}"
    );
}

#[test]
fn an_anchor_that_is_not_there_is_named() {
    let error = error(&json!({"$anchor": "a", "properties": {"x": {"$ref": "#b"}}}), &[]);
    assert_eq!(error.stage(), Stage::Parse);
    assert_eq!(error.pointer(), Some("/properties/x/$ref"));
    assert!(error.to_string().starts_with("the reference `#b` leads nowhere"), "{error}");
}

#[test]
fn an_error_of_planning_names_the_place_that_the_author_wrote() {
    let schema = json!({
        "$id": "https://example.com/root",
        "type": "object", "required": ["a"],
        "properties": {"a": {"$ref": "#age"}},
        "definitions": {"age": {"$anchor": "age", "type": "integer", "minimum": 18, "maximum": 10}},
    });
    let error = error(&schema, &[]);
    assert_eq!(
        error.to_string(),
        "no integer at `/definitions/age` is at least 18 and at most 10 (`minimum`, `maximum`)"
    );
    assert_eq!(error.pointer(), Some("/definitions/age"));
}

#[test]
fn an_error_of_planning_names_the_other_document() {
    let age = json!({"$defs": {"age": {"type": "integer", "minimum": 18, "maximum": 10}}});
    let error = error(
        &json!({"$ref": "https://example.com/b.json#/$defs/age"}),
        &[("https://example.com/b.json", age)],
    );
    assert_eq!(error.pointer(), Some("https://example.com/b.json#/$defs/age"));
}

#[test]
fn of_several_documents_that_are_missing_the_first_is_always_told() {
    let names: Vec<String> = (0..40).map(|at| format!("https://example.com/{at}.json")).collect();
    let branches: Vec<_> = names.iter().map(|name| json!({ "$ref": name })).collect();
    let schema = json!({ "anyOf": branches });
    for _ in 0..20 {
        let error = foundry::parse::parse(&schema).err().expect("nothing is fetched");
        assert_eq!(error.pointer(), Some("/anyOf/0/$ref"), "{error}");
    }
}

#[test]
fn a_reference_may_name_what_no_uri_can_hold() {
    let names = [
        "List[Foo]",
        "List<Foo>",
        "sp ace",
        "ümläut",
        "a^b|c`{}",
        "b\\s",
        "a#b",
        "Page«User»",
        "\"",
        "漢字",
    ];
    for draft in
        ["http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2020-12/schema"]
    {
        for name in names {
            let reference = format!("#/$defs/{name}");
            let schema =
                json!({"$schema": draft, "$ref": reference, "$defs": {name: {"const": "met"}}});
            let pipeline = build(&schema, &[]);
            let rows = pipeline.and_then(|pipeline| pipeline.generate(1, 5));
            let rows = rows.unwrap_or_else(|error| panic!("{name}: {}", error.report()));
            assert!(rows.values().all(|row| row == "met"), "{name} of {draft}");
        }
    }
    let other = json!({"$ref": "#/$defs/a|b", "$defs": {"a|b": {"const": "met"}}});
    let pipeline = build(&json!({"$ref": "https://a.b/c"}), &[("https://a.b/c", other)]);
    let rows = pipeline.and_then(|pipeline| pipeline.generate(1, 5));
    let rows = rows.unwrap_or_else(|error| panic!("{}", error.report()));
    assert!(rows.values().all(|row| row == "met"));
    let lost = json!({"$ref": "#/$defs/List<Bar>", "$defs": {"List<Foo>": true}});
    let error = build(&lost, &[]).map(|_| ()).unwrap_err();
    assert!(error.to_string().contains("leads nowhere"), "{error}");
    assert_eq!(error.keyword(), Some("$ref"));
}

#[test]
fn what_has_no_canonical_form_is_refused_with_its_keywords() {
    // What is turned round cannot be judged when it is drawn.
    let schema = json!({
        "type": "array",
        "not": {"allOf": [{"contains": {"const": 1}}], "unevaluatedItems": {"type": "string"}}
    });
    let error = build(&schema, &[]).map(|_| ()).unwrap_err();
    assert!(error.to_string().contains("cannot plan a combination of keywords"), "{error}");
    assert!(!error.is_unsatisfiable());
    assert_eq!(error.keyword(), Some("allOf, unevaluatedItems"));
    assert_eq!(error.pointer(), Some("/not"));
    // Nor what is reached on two roads, one of which turns it.
    let schema = json!({
        "type": "object",
        "properties": {"a": {"$ref": "#/$defs/list"}, "b": {"not": {"$ref": "#/$defs/list"}}},
        "$defs": {
            "list": {"type": "array", "$ref": "#/$defs/one", "unevaluatedItems": {"type": "string"}},
            "one": {"contains": {"type": "integer"}},
        }
    });
    let error = build(&schema, &[]).map(|_| ()).unwrap_err();
    assert!(error.to_string().contains("cannot plan a combination of keywords"), "{error}");
    assert!(!error.is_unsatisfiable());
}

#[test]
fn the_meta_schema_of_another_draft_is_known() {
    let drafts = [
        "http://json-schema.org/draft-04/schema#",
        "http://json-schema.org/draft-06/schema#",
        "http://json-schema.org/draft-07/schema",
        "https://json-schema.org/draft/2019-09/schema",
        "https://json-schema.org/draft/2020-12/schema",
    ];
    for own in drafts {
        for other in drafts {
            let schema = json!({
                "$schema": own, "type": "object", "properties": {"form": {"$ref": other}}, "required": ["form"],
            });
            let pipeline = build(&schema, &[]);
            let rows = pipeline.and_then(|pipeline| pipeline.generate(1, 20));
            let rows = rows.unwrap_or_else(|error| panic!("{own}, {other}: {}", error.report()));
            let validator = jsonschema::validator_for(&json!({"$schema": other, "$ref": other}));
            let validator = validator.expect("a meta-schema");
            for row in rows.values() {
                assert!(validator.is_valid(&row["form"]), "{own}, {other}: {row}");
            }
        }
    }
}
