//! Names in JSON, names of schemas, and names that get into each other's way.

use serde::{Deserialize, Serialize};

twice! { renames: Camel, Kebab, Directional, Fields, Variants, Container, TakenBack, OneSide, ByVariant;
    #[derive(Serialize, Deserialize, Contract)]
    #[serde(rename_all = "camelCase")]
    struct Camel { first_name: String, #[serde(rename = "LAST")] last_name: String }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(rename_all = "SCREAMING-KEBAB-CASE", rename_all_fields = "PascalCase")]
    enum Kebab { FirstVariant { some_field: u8 }, Second, #[serde(rename = "3rd")] Third(u8) }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(rename_all(serialize = "UPPERCASE", deserialize = "camelCase"))]
    struct Directional { first_name: String, #[serde(rename(serialize = "out", deserialize = "in"))] both: u8 }

    #[derive(Serialize, Deserialize, Contract)]
    struct Fields { #[serde(rename = "a b")] a: u8, #[schemars(rename = "x/y~z")] #[serde(rename = "c")] b: u8, #[serde(rename = "")] empty: u8, #[serde(rename = "\"")] quote: u8 }

    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(rename_all = "lowercase")]
    #[serde(rename_all = "UPPERCASE")]
    enum Variants { One, Two { x: u8 }, #[serde(rename(serialize = "drei"))] Three }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(rename = "Other/Name")]
    struct Container { a: Option<Box<Camel>> }

    #[derive(Serialize, Deserialize, Contract)]
    struct TakenBack { #[serde(rename = "x")] #[schemars(!rename)] c: Container }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(rename(serialize = "Out"))]
    struct OneSide { c: TakenBack }

    #[derive(Serialize, Deserialize, Contract)]
    enum ByVariant { #[serde(rename_all = "camelCase")] A { some_thing: u8 }, #[serde(rename = "x", alias = "y")] B }
}

twice! { raw: Raw, r#fn, RawEnum;
    #[derive(Serialize, Deserialize, Contract)]
    struct Raw { r#type: u8, r#match: Option<u8>, r#fn: Option<Box<r#fn>> }

    #[derive(Serialize, Deserialize, Contract)]
    #[allow(non_camel_case_types)]
    struct r#fn { r#struct: Vec<Self> }

    #[derive(Serialize, Deserialize, Contract)]
    #[allow(non_camel_case_types)]
    enum RawEnum { r#if, r#else(u8), r#loop { r#in: u8 } }
}

twice! { same_names: Outer;
    mod one {
        use super::*;
        #[derive(Serialize, Deserialize, Contract)]
        pub(super) struct Thing { a: u8 }
    }
    mod two {
        use super::*;
        #[derive(Serialize, Deserialize, Contract)]
        pub(super) struct Thing { b: super::one::Thing }
    }
    #[derive(Serialize, Deserialize, Contract)]
    struct Outer { one: one::Thing, two: two::Thing }
}

twice! { inside_functions: Public;
    type Public = u8;

    mod function {
        use super::*;

        #[test]
        fn a_type_inside_a_function_has_its_schema() {
            #[derive(Serialize, Deserialize, Contract)]
            struct Inner { next: Option<Box<Self>> }

            #[derive(Serialize, Deserialize, Contract)]
            struct Local { inner: Inner }

            let schema = schemars::schema_for!(Local);
            assert_eq!(schema.pointer("/$defs/Inner/type"), Some(&"object".into()));
            assert_eq!(schema.pointer("/properties/inner/$ref"), Some(&"#/$defs/Inner".into()));
        }
    }
}
