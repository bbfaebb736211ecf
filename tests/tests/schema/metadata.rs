//! Comments, titles, examples, extensions, transforms, and where schemas are written.

#![expect(deprecated, reason = "a deprecated type is one of the subjects")]

use schemars::Schema;
use serde::{Deserialize, Serialize};

const TEXT: &str = "from a constant";

fn count_keys(schema: &mut Schema) {
    let keys = schema.as_object().map_or(0, serde_json::Map::len);
    schema.insert("x-keys".into(), keys.into());
}

twice! { comments: Documented, Titled, Included, Deprecated, ByAttribute;
    /// # A title
    ///
    /// A description of `Documented`,
    /// over two lines.
    ///
    /// - and a list
    #[derive(Serialize, Deserialize, Contract)]
    struct Documented {
        /// What `a` is.
        a: u8,
        #[doc = " Written as"]
        #[doc = " attributes."]
        b: u8,
        /** A block
         * comment. */
        c: Option<Titled>,
        #[doc(hidden)]
        d: u8,
    }

    /// Said here,
    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(title = "T", description = TEXT)]
    struct Titled { #[schemars(title = concat!("a", "b"))] a: u8, #[schemars(description = "")] b: u8 }

    #[doc = concat!("one ", "two")]
    #[derive(Serialize, Deserialize, Contract)]
    struct Included(u8);

    #[derive(Serialize, Deserialize, Contract)]
    #[deprecated]
    struct Deprecated { #[deprecated(note = "old")] a: u8, #[deprecated] b: Option<u8> }

    #[derive(Serialize, Deserialize, Contract)]
    struct ByAttribute { #[schemars(title = "One", description = "Two", example = 3, example = &4)] a: u8 }
}

twice! { additions: Examples, Extended, Transformed, OnVariants, Inlined, Refs;
    #[derive(Default, Serialize, Deserialize, Contract)]
    #[schemars(example = Examples::default(), example = Self { a: 2, b: "x".into() })]
    struct Examples { #[schemars(example = 7_u8)] a: u8, #[schemars(example = &"text")] b: String }

    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(extend("x-list" = [1, 2, null], "x-map" = { "a": TEXT }))]
    struct Extended { #[schemars(extend("x-one" = 1, "x-foundry-like" = true))] a: u8, #[schemars(extend("type" = "overwritten"))] b: u8 }

    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(transform = count_keys, transform = |schema: &mut Schema| { schema.remove("title"); })]
    struct Transformed { #[schemars(transform = count_keys)] a: u8, #[schemars(transform = count_keys, extend("x" = 1), range(max = 3))] b: u8 }

    #[derive(Serialize, Deserialize, Contract)]
    enum OnVariants {
        #[schemars(extend("x-unit" = true))] Unit,
        #[schemars(transform = count_keys)] New(u8),
        #[schemars(title = "S", example = 3)] Struct { #[schemars(extend("x" = 1))] a: u8 },
        #[schemars(description = "plain")] Plain,
    }

    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(inline)]
    struct Here { a: u8 }

    #[derive(Serialize, Deserialize, Contract)]
    struct Inlined { here: Here, list: Vec<Here>, map: std::collections::BTreeMap<String, Here> }

    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(_unstable_ref_variants)]
    enum Refs { A, B(u8), C { a: u8 } }
}
