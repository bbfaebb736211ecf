//! Patterns: catastrophic ones, huge ones, and those that no text matches.

use foundry::Stage::{Parse, Plan};
use serde_json::{Value, json};

use crate::build::list;
use crate::trial::Outcome::{Refused, Rows};

fn of(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

hostile! {
    plus_of_plus: of("^(a+)+$") => Rows;
    overlapping_alternatives: of("^(a|aa)+$") => Rows;
    star_of_star_of_star: of("^(((a*)*)*)*$") => Rows;
    plus_of_plus_with_an_end: of("^(([a-z])+.)+[A-Z]([a-z])+$") => Rows;
    plus_of_plus_of_a_given_length:
        json!({ "type": "string", "pattern": "^(a+)+$", "minLength": 500, "maxLength": 500 }) => Rows;
    a_million_times: of("^a{1000000}$") => Refused(Plan, "cannot plan the pattern");
    a_thousand_times_a_thousand: of("^(a{1000}){1000}$") => Refused(Plan, "cannot plan the pattern");
    repeats_of_repeats_of_repeats: of("^((((a{1,100}){1,100}){1,100}){1,100}){1,100}$") => Refused(Plan, "cannot plan the pattern");
    up_to_a_hundred_thousand: of("^[^x]{0,100000}$") => Refused(Plan, "cannot plan the pattern");
    up_to_two_thousand: of("^[^x]{0,2000}$") => Rows;
    optional_letters: of(&format!("^{}{}$", "a?".repeat(100), "a".repeat(100))) => Rows;
    deep_groups: of(&format!("^{}a{}$", "(".repeat(200), ")".repeat(200))) => Refused(Plan, "cannot plan the pattern");
    deeper_groups_than_any_parser: of(&format!("^{}a{}$", "(".repeat(20_000), ")".repeat(20_000))) => Refused(Plan, "cannot plan the pattern");
    five_thousand_alternatives:
        of(&format!("^({})$", (0..5000).map(|at| format!("word{at}")).collect::<Vec<_>>().join("|"))) => Rows;
    a_megabyte_of_pattern: of(&"a".repeat(1 << 20)) => Refused(Parse, "longer than the limit of 65536");
    every_letter_there_is: of(r"^\p{L}{50}$") => Rows;
    all_but_the_letters: of(r"^[^\p{L}\p{N}]{20}$") => Rows;
    a_class_of_everything: of(r"^[\s\S]{100}$") => Rows;
    forty_looks_ahead: of(&format!("^{}[a-z]{{3,20}}$", "(?=.*[a-z])".repeat(40))) => Rows;
    looks_ahead_that_all_must_hold: of("^(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z])(?=.*[!-/])[!-~]{8,64}$") => Rows;
    looks_ahead_of_looks_ahead: of("^(?=(?=(?=(?=a))))a$") => Rows;
    a_look_ahead_that_never_holds: of("^(?=b)a$") => Refused(Plan, "pattern");
    a_look_behind: of("(?<=a)b(?<!c)") => Rows;
    a_look_ahead_with_plus_of_plus: of("^(?!(a+)+$)[ab]{1,30}$") => Rows;
    a_back_reference: of(r"^(a+)\1$") => Refused(Plan, "pattern");
    look_around_at_both_ends: of("(?<=a)b(?=c)") => Rows;
    look_behind_and_nothing_ahead: json!({ "type": "string", "pattern": "(?<=a)b(?!c)", "maxLength": 4 }) => Rows;
    a_word_between_words: of(r"\bword\b") => Rows;
    an_end_before_the_start: of("$a^") => Refused(Plan, "pattern");
    nothing_at_all: of("[]") => Refused(Plan, "cannot plan the pattern");
    anything_at_all: of("[^]") => Refused(Plan, "cannot plan the pattern");
    an_open_group: of("(") => Refused(Parse, "regex");
    a_repeat_that_runs_backwards: of("a{3,2}") => Refused(Parse, "regex");
    a_repeat_of_nothing: of("(){5000}") => Rows;
    a_surrogate: of(r"^\ud83d\ude00$") => Refused(Plan, "cannot plan the pattern");
    ten_patterns_at_once:
        json!({ "type": "string", "allOf": list(10, |at| json!({ "pattern": format!("[a-e]{{{}}}", at + 1) })) }) => Rows;
    twelve_patterns_without_order:
        json!({ "type": "string", "allOf": list(12, |at| json!({ "pattern": format!("x{at}y") })) }) => Refused(Plan, "pattern");
    forty_patterns_without_order:
        json!({ "type": "string", "allOf": list(40, |at| json!({ "pattern": format!("x{at}y") })) }) => Refused(Plan, "pattern");
    patterns_that_exclude_each_other:
        json!({ "type": "string", "allOf": [{ "pattern": "^a" }, { "pattern": "^b" }] }) => Refused(Plan, "`/allOf/0/pattern` and `/allOf/1/pattern`");
    thirty_patterns_that_must_not_match:
        json!({ "type": "string", "minLength": 3, "allOf": list(30, |at| json!({ "not": { "pattern": format!("^[a-{}]", char::from(b'b' + u8::try_from(at % 24).unwrap_or(0))) } })) }) => Rows;
    a_pattern_that_blows_up_backwards: of("(.*)*x(.*)*y(.*)*z") => Rows;
    the_nth_letter_from_the_end: of("^[ab]*a[ab]{18}$") => Rows;
    a_format_and_a_pattern_that_never_meet:
        json!({ "type": "string", "format": "date", "pattern": "^[a-z]+$" }) => Refused(Plan, "`format`, `pattern`");
    a_format_and_a_narrow_pattern: json!({ "type": "string", "format": "ipv4", "pattern": "^10\\." }) => Rows;
    a_format_that_is_a_regex: json!({ "type": "string", "format": "regex", "minLength": 1000 }) => Rows;
    an_unknown_format: json!({ "type": "string", "format": "x".repeat(100_000) }) => Rows;
}
