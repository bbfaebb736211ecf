//! Texts about other texts: templates, pointers, expressions and identifiers.

use super::*;

#[test]
fn templates_have_all_operators_and_modifiers() {
    meets(
        whole_of("uri-template"),
        &[
            ("expression", &matches(r"\{[^}]+\}$")),
            ("no operator", &matches(r"\{[a-z]")),
            ("+", &matches(r"\{\+")),
            ("#", &matches(r"\{#")),
            (".", &matches(r"\{\.")),
            ("/", &matches(r"\{/")),
            (";", &matches(r"\{;")),
            ("?", &matches(r"\{\?")),
            ("&", &matches(r"\{&")),
            ("explode", &matches(r"[a-z]\*[,}]")),
            ("prefix", &matches(r"[a-z]:[1-9][,}]")),
            ("several", &matches(r"\{[^}]*,[^}]*\}")),
            ("parts of a name", &matches(r"\{[^}]*[a-z]\.[a-z]")),
            ("two expressions", &matches(r"\{[^}]*\}\{")),
            ("absolute", &matches("^https://")),
        ],
    );
}

#[test]
fn pointers_have_all_kinds_of_tokens() {
    // What a pointer leads to in a document that is made for it.
    let leads = |text: &str| {
        let tokens =
            text.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~"));
        let made = tokens.collect::<Vec<_>>().into_iter().rev().fold(json!(1), |inner, token| {
            let mut map = serde_json::Map::new();
            map.insert(token, inner);
            Value::Object(map)
        });
        made.pointer(text) == Some(&json!(1))
    };
    meets(
        whole_of("json-pointer"),
        &[
            ("usual", &|text| {
                leads(text) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'/')
            }),
            ("any", &leads),
            ("empty", &str::is_empty),
            ("nameless", &|text| text == "/"),
            ("empty token", &matches("//")),
            ("tilde", &matches("~0")),
            ("slash", &matches("~1")),
            ("position", &matches("/[0-9]+(?:/|$)")),
            ("behind the last", &matches("/-(?:/|$)")),
            ("space", &matches(" ")),
            ("percent", &matches("%")),
            ("backslash", &matches(r"\\")),
            ("quote", &matches("\"")),
            ("Han", &matches(r"\p{Han}")),
            ("Cyrillic", &matches(r"\p{Cyrillic}")),
        ],
    );
    meets(
        whole_of("relative-json-pointer"),
        &[
            ("any", &matches("^(?:0|[1-9][0-9]*)(?:#|/|$)")),
            ("name", &matches("^[0-9]+#$")),
            ("self", &matches("^[0-9]+$")),
            ("two digits", &matches("^[1-9][0-9](?:#|/)")),
            ("escape", &matches("~[01]")),
            ("Han", &matches(r"\p{Han}")),
        ],
    );
}

#[test]
fn expressions_have_all_simple_constructs() {
    let format = whole_of("regex");
    let reads = |text: &str| fancy_regex::Regex::new(text).is_ok();
    meets(
        format,
        &[
            ("any", &reads),
            ("anchors", &matches(r"^\^.*\$$")),
            ("class", &matches(r"\[[^\]]+\]")),
            ("no class", &matches(r"\[\^")),
            ("group", &matches(r"\((?:[^?]|\?:)")),
            ("name", &matches(r"\(\?<word>")),
            ("choice", &matches(r"\|")),
            ("star", &matches(r"\*")),
            ("plus", &matches(r"\+")),
            ("lazy", &matches(r"[*+}]\?")),
            ("count", &matches(r"\{3\}")),
            ("counts", &matches(r"\{2,5\}")),
            ("open count", &matches(r"\{2,\}")),
            ("look ahead", &matches(r"\(\?=")),
            ("look ahead for none", &matches(r"\(\?!")),
            ("look behind", &matches(r"\(\?<=")),
            ("look behind for none", &matches(r"\(\?<!")),
            ("the same again", &matches(r"\\1")),
            ("edge of a word", &matches(r"\\b")),
            ("character by number", &matches(r"\\u00e9|\\x41")),
        ],
    );
    for text in draws_of(format) {
        assert!(reads(&text), "{text}");
    }
}

#[test]
fn identifiers_have_all_versions() {
    let version = |text: &str| {
        let uuid: uuid::Uuid = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        uuid.get_version_num()
    };
    let is_version = |wanted: usize| move |text: &str| version(text) == wanted;
    meets(
        whole_of("uuid"),
        &[
            ("usual", &|text| matches!(version(text), 4 | 7)),
            ("nil", &|text| text.parse::<uuid::Uuid>().is_ok_and(|uuid| uuid.is_nil())),
            ("max", &|text| text.parse::<uuid::Uuid>().is_ok_and(|uuid| uuid.is_max())),
            ("capitals", &matches("[A-F]")),
            ("1", &is_version(1)),
            ("2", &is_version(2)),
            ("3", &is_version(3)),
            ("5", &is_version(5)),
            ("6", &is_version(6)),
            ("8", &is_version(8)),
        ],
    );
}
