//! Types without a finite value.

super::messages! {
    fn always(name: &str) =>
        "`{name}` always holds another `{name}`, so no finite value exists",
        help "give the recursion an end: `Option<Box<{name}>>` or `Vec<{name}>`";

    fn every_variant(name: &str) =>
        "every variant of `{name}` holds another `{name}`, so no finite value exists",
        help "give the recursion an end: a variant without `{name}`, or `Option<Box<{name}>>`";
}
