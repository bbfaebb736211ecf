//! Constraints in the words of schemars, validator and garde.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

const MIN: u32 = 2;
static PATTERN: &str = "^[a-z]+$";

twice! { of_schemars: Numbers, Texts, Lists, Formats, Required, OnNewtypes, OnVariants, OnReferences;
    #[derive(Serialize, Deserialize, Contract)]
    struct Numbers {
        #[schemars(range(min = 1, max = 10))] a: u8,
        #[schemars(range(min = -1.5))] b: f64,
        #[schemars(range(max = MIN))] c: Option<i32>,
        #[schemars(range(min = "MIN", max = "MIN + 1"))] d: u32,
    }

    #[derive(Serialize, Deserialize, Contract)]
    struct Texts {
        #[schemars(length(min = 1, max = 64))] a: String,
        #[schemars(length(equal = 3))] b: Option<String>,
        #[schemars(regex(pattern = r"^\d{3}$"))] c: String,
        #[schemars(regex(pattern = PATTERN))] d: String,
        #[schemars(pattern("^x"))] e: String,
        #[schemars(contains("a.b"))] f: String,
        #[schemars(contains(pattern = "(x)"))] g: String,
    }

    #[derive(Serialize, Deserialize, Contract)]
    struct Lists {
        #[schemars(length(min = MIN))] a: Vec<u8>,
        #[schemars(inner(length(max = 3), regex(pattern = "^a")))] b: Vec<String>,
        #[schemars(length(min = 1), inner(length(min = 1), inner(range(max = 9))))] c: Vec<Vec<u8>>,
        #[schemars(extend("maxProperties" = 4))] d: BTreeMap<String, u8>,
        #[schemars(inner(email))] e: [String; 2],
    }

    #[derive(Serialize, Deserialize, Contract)]
    struct Formats {
        #[schemars(email)] a: String,
        #[schemars(url)] b: Option<String>,
        #[schemars(ip)] c: String,
        #[schemars(ipv4)] d: String,
        #[schemars(ipv6)] e: String,
    }

    #[derive(Serialize, Deserialize, Contract)]
    struct Required {
        #[schemars(required)] a: Option<u8>,
        #[schemars(required)] b: Option<Numbers>,
        #[schemars(required)] c: Option<Option<u8>>,
        #[schemars(required)] #[serde(default)] d: Option<u8>,
        #[schemars(required)] e: Numbers,
    }

    #[derive(Serialize, Deserialize, Contract)]
    struct OnNewtypes(#[schemars(length(min = 1), email)] String);

    #[derive(Serialize, Deserialize, Contract)]
    enum OnVariants { A(#[schemars(range(min = 3))] u8), B(u8, #[schemars(length(max = 2))] String), C { #[schemars(url)] c: String } }

    #[derive(Serialize, Deserialize, Contract)]
    struct OnReferences { #[schemars(email)] a: OnNewtypes, #[schemars(required)] b: Option<Numbers> }
}

// What schemars does not read needs a `check`.
hinted! { of_validator: Validated; {
    #[derive(Serialize, Deserialize, Contract)]
    struct Validated {
        #[validate(length(min = 1, max = 5), email(message = "no"))] a: String,
        #[validate(range(min = 1, exclusive_max = 10.0))] b: f64,
        #[validate(regex(path = *PATTERN))] c: String,
        #[validate(contains(pattern = "x"), custom(function = "anything"))] d: String,
        #[validate(url, must_match(other = "a"))] e: String,
        #[validate(required)] f: Option<u8>,
        #[validate(length(equal = 2), nested)] g: Vec<u8>,
        #[validate(does_not_contain(pattern = "y"), non_control_character, credit_card)] h: String,
    }
} is {
    #[derive(Serialize, Deserialize, Contract)]
    #[foundry(check = |_: &Self| true)]
    struct Validated {
        #[validate(length(min = 1, max = 5), email(message = "no"))] a: String,
        #[validate(range(min = 1, exclusive_max = 10.0))] b: f64,
        #[validate(regex(path = *PATTERN))] c: String,
        #[validate(contains(pattern = "x"), custom(function = "anything"))] d: String,
        #[validate(url, must_match(other = "a"))] e: String,
        #[validate(required)] f: Option<u8>,
        #[validate(length(equal = 2), nested)] g: Vec<u8>,
        #[validate(does_not_contain(pattern = "y"), non_control_character, credit_card)] h: String,
    }
} }

twice! { of_both: BothNamed;
    #[derive(Serialize, Deserialize, Contract)]
    struct BothNamed {
        #[schemars(length(min = 2))] #[validate(length(min = 1, max = 3))] a: String,
        #[validate(range(min = 1))] #[garde(range(max = 3))] b: u8,
    }
}

hinted! { of_garde: Guarded; {
    #[derive(Serialize, Deserialize, Contract)]
    struct Guarded {
        #[garde(length(min = 1, max = 5), ascii)] a: String,
        #[garde(range(min = 1, max = 10))] b: u8,
        #[garde(pattern("^a+$"))] c: String,
        #[garde(contains("x"), prefix("y"))] d: String,
        #[garde(url, alphanumeric)] e: String,
        #[garde(required, range(min = 2))] f: Option<u8>,
        #[garde(length(graphemes, min = 2), inner(length(min = 1), email))] g: Vec<String>,
        #[garde(skip)] h: u8,
        #[garde(dive, custom(|_, _| Ok(())))] i: u8,
        #[garde(ip)] j: String,
        #[garde(ipv4)] k: String,
    }
} is {
    #[derive(Serialize, Deserialize, Contract)]
    #[foundry(check = |_: &Self| true)]
    struct Guarded {
        #[garde(length(min = 1, max = 5), ascii)] a: String,
        #[garde(range(min = 1, max = 10))] b: u8,
        #[garde(pattern("^a+$"))] c: String,
        #[garde(contains("x"), prefix("y"))] d: String,
        #[garde(url, alphanumeric)] e: String,
        #[garde(required, range(min = 2))] f: Option<u8>,
        #[garde(length(graphemes, min = 2), inner(length(min = 1), email))] g: Vec<String>,
        #[garde(skip)] h: u8,
        #[garde(dive, custom(|_, _| Ok(())))] i: u8,
        #[garde(ip)] j: String,
        #[garde(ipv4)] k: String,
    }
} }
