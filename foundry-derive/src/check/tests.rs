//! Contracts that must keep compiling: for each check, what looks like its mistake and is none.

use quote::quote;

use super::testing::{assert_fine, found};

#[test]
fn types_that_only_mention_a_pointer_are_fine() {
    assert_fine([
        quote! { struct S<T> { marker: PhantomData<fn() -> T>, other: Marker<dyn Send> } },
        quote! { struct S { #[serde(skip)] handler: Option<Box<dyn Send>> } },
        quote! { struct S { #[schemars(with = "String")] handler: Box<dyn Shape> } },
        quote! {
            #[serde(from = "String", into = "String")]
            struct S { handler: Box<dyn Send>, next: fn(), name: &'static str }
        },
    ]);
}

#[test]
fn borrows_that_are_never_read_are_fine() {
    assert_fine([
        quote! { struct S<'a> { name: Cow<'a, str>, parts: Cow<'a, [u8]> } },
        quote! { struct S { #[serde(skip_deserializing)] version: &'static str } },
        quote! { #[serde(remote = "Other")] struct S<'a> { name: &'a str } },
        quote! {
            struct S {
                #[serde(deserialize_with = "leak")]
                #[schemars(with = "String")]
                name: &'static str,
            }
        },
    ]);
}

#[test]
fn serde_functions_with_a_schema_are_fine() {
    assert_fine([
        quote! { struct S { #[serde(with = "hex")] #[schemars(with = "String")] a: Vec<u8> } },
        quote! { struct S { #[serde(with = "hex")] #[schemars(schema_with = "f")] a: Vec<u8> } },
        quote! { struct S { #[serde(with = "hex")] #[schemars(!with)] a: Vec<u8> } },
        // A type: the definition of a remote one, or an adapter.
        quote! { struct S { #[serde(with = "DurationDef")] a: Duration } },
        quote! { struct S { #[serde(with = "adapt::As::<Text>")] a: u8 } },
        quote! { struct S { #[serde(skip, with = "hex")] a: Vec<u8> } },
        // Each function is on a side of the contract that does not exist.
        quote! { struct S { #[serde(skip_serializing, serialize_with = "f")] a: Vec<u8> } },
        quote! { struct S { #[serde(skip_deserializing, deserialize_with = "f")] a: Vec<u8> } },
        quote! { #[schemars(with = "String")] struct S { #[serde(with = "hex")] a: Vec<u8> } },
        quote! { #[foundry(schema = "own")] struct S { #[serde(with = "hex")] a: Vec<u8> } },
        quote! { enum E { #[serde(with = "hex")] #[schemars(with = "String")] A(Vec<u8>), B } },
    ]);
}

#[test]
fn bounds_within_the_type_are_fine() {
    assert_fine([
        quote! { struct S { #[schemars(range(min = 0, max = 255))] a: u8 } },
        quote! { struct S { #[schemars(range(min = -128, max = 127))] a: Option<i8> } },
        quote! { struct S { #[schemars(range(min = 5, max = 5))] a: u64 } },
        quote! { struct S { #[schemars(range(min = 0, max = 18446744073709551615))] a: u64 } },
        quote! { struct S { #[schemars(range(min = 0, max = 3))] a: NonZeroU8 } },
        quote! { struct S { #[schemars(range(min = 1.0))] a: u8 } },
        quote! { struct S { #[schemars(range(min = 0.5, max = 1))] a: f32 } },
        quote! { struct S { #[schemars(range(min = MIN, max = "MAX"))] a: u8 } },
        quote! { struct S<T> { #[schemars(range(min = -1, max = 9000))] a: T } },
        quote! { struct S { #[validate(range(min = 1))] #[garde(range(max = 1))] a: u8 } },
        quote! { struct S { #[schemars(inner(inner(range(max = 9))))] a: Vec<Option<[u8; 2]>> } },
    ]);
}

#[test]
fn lengths_that_the_type_can_have_are_fine() {
    assert_fine([
        quote! { struct S { #[schemars(length(min = 0, max = 0))] a: String } },
        quote! { struct S { #[schemars(length(equal = 4))] a: [u8; 4], b: [u8; N] } },
        quote! { struct S { #[schemars(length(min = 9))] a: [u8; N] } },
        quote! { struct S { #[schemars(length(equal = 2))] a: (u8, u8) } },
        quote! { struct S { #[schemars(length(equal = 1))] a: char } },
        quote! { struct S { #[schemars(length(min = 1))] a: Option<Cow<'static, [u8]>> } },
        quote! { struct S { #[schemars(length(min = 1))] a: models::Name } },
    ]);
}

#[test]
fn rules_that_reach_the_schema_are_fine() {
    assert_fine([
        quote! { struct S { #[schemars(email)] a: String, #[validate(url)] b: Option<Url> } },
        // A format stands beside the `$ref`, where it counts.
        quote! { struct S { #[schemars(email)] a: Address } },
        quote! { struct S { #[validate(required)] a: Option<Address> } },
        quote! { struct S { #[schemars(range(min = 1), with = "u32")] a: Age } },
        quote! { struct S { #[garde(dive)] a: Address, #[validate(nested)] b: Address } },
        quote! { struct S { #[schemars(inner(regex(pattern = "^a$")))] a: BTreeSet<String> } },
        quote! { struct S { #[schemars(range(min = 1))] a: Decimal, #[schemars(url)] b: Url } },
        quote! { struct S { #[schemars(range(min = 1))] a: AtomicU32, b: models::Age } },
        quote! {
            struct S {
                #[validate(length(min = 1))]
                #[schemars(extend("minProperties" = 1))]
                a: BTreeMap<String, u8>,
            }
        },
    ]);
}

#[test]
fn patterns_that_something_matches_are_fine() {
    assert_fine([
        quote! { struct S { #[schemars(regex(pattern = "^[A-Z]{3}$"), length(equal = 3))] a: String } },
        // Characters count, not bytes.
        quote! { struct S { #[schemars(regex(pattern = "^äöü$"), length(max = 3))] a: String } },
        // Without anchors, more text may stand around the match.
        quote! { struct S { #[schemars(regex(pattern = "abc"), length(min = 10))] a: String } },
        quote! { struct S { #[schemars(regex(pattern = "^abc|d$"), length(min = 10))] a: String } },
        quote! { struct S { #[schemars(regex(pattern = "^(a|bcd)*$"), length(min = 10))] a: String } },
        // The validator knows look-around, whatever the generator makes of it.
        quote! { struct S { #[schemars(regex(pattern = "^(?!x)[a-z]+$"))] a: String } },
        quote! { struct S { #[schemars(regex(pattern = r"^[\w--z]\cA$"))] a: String } },
        quote! { struct S { #[schemars(regex(pattern = "^.$"))] a: char } },
        quote! { struct S { #[schemars(regex(pattern = PATTERN))] a: String } },
        quote! { struct S { #[schemars(regex(pattern = r"^a[^\s\S]*$"))] a: String } },
    ]);
}

#[test]
fn rules_that_someone_keeps_to_are_fine() {
    assert_fine([
        quote! {
            #[foundry(check = Self::is_valid)]
            #[validate(schema(function = "f"))]
            struct S { #[validate(must_match(other = "b"))] a: String, b: String }
        },
        quote! { struct S { #[garde(ascii)] #[foundry(with = draw)] a: String } },
        quote! { struct S { #[garde(ascii)] #[foundry(values = ["a"])] a: String } },
        quote! { struct S { #[garde(prefix("a"))] #[schemars(extend("pattern" = "^a"))] a: String } },
        quote! { struct S { #[garde(skip)] a: String, #[garde(rename("c"), code("d"))] b: u8 } },
        quote! { struct S { #[garde(length(chars, min = 1))] a: String } },
        quote! { struct S { #[validate(length(min = 1, message = "no", code = "x"))] a: String } },
        quote! { struct S { #[validate(email(message = "no"))] a: String } },
        quote! { #[validate(context = C)] #[garde(allow_unvalidated)] struct S { a: String } },
    ]);
}

#[test]
fn recursion_with_a_way_out_is_fine() {
    assert_fine([
        quote! { struct Node { next: Option<Box<Node>>, children: Vec<Node> } },
        quote! { struct Node { children: BTreeMap<String, Node> } },
        quote! { struct Node { #[serde(default)] next: Box<Node> } },
        quote! { #[serde(default)] struct Node { next: Box<Node> } },
        quote! { struct Node { #[serde(skip)] next: Box<Node> } },
        quote! { struct Node { #[schemars(with = "u8")] next: Box<Node> } },
        quote! { #[serde(from = "u8")] struct Node { next: Box<Node> } },
        quote! { struct Node { none: [Box<Node>; 0], some: [Box<Node>; N] } },
        quote! { struct Node<T> { next: Box<T>, other: other::Node, list: List<Node> } },
        quote! { enum Tree { Leaf, Fork(Box<Tree>, Box<Tree>) } },
        quote! { enum Tree { Fork(Box<Tree>), #[serde(other)] Leaf } },
        quote! { enum Tree { Fork { left: Option<Box<Self>> } } },
    ]);
}

#[test]
fn names_that_never_meet_are_fine() {
    assert_fine([
        quote! { struct S { #[serde(rename = "b")] a: u8, #[serde(rename = "a")] b: u8 } },
        quote! { struct S { #[serde(skip, rename = "b")] a: u8, b: u8 } },
        quote! { struct S { #[serde(skip_serializing, rename(deserialize = "c"))] a: u8, #[serde(skip_deserializing)] c: u8 } },
        quote! { struct S { #[serde(alias = "a")] a: u8 } },
        quote! { struct S { #[serde(flatten)] a: T, #[serde(rename = "a")] b: u8 } },
        quote! { enum E { A { x: u8 }, B { x: u8 } } },
        quote! { #[serde(untagged)] enum E { #[serde(rename = "B")] A(u8), B(String) } },
        quote! { enum E { #[serde(alias = "C")] A, #[serde(other)] C } },
        quote! { #[serde(tag = "t", content = "c")] enum E { A { t: u8, c: u8 } } },
        quote! { #[serde(tag = "t")] enum E { A { x: u8 }, #[serde(untagged)] B { t: u8 } } },
    ]);
}

#[test]
fn what_serde_can_write_and_read_back_is_fine() {
    assert_fine([
        quote! { #[serde(tag = "t")] enum E { A(Payment), B(Box<Payment>), C(HashMap<String, u8>), D(()) } },
        quote! { #[serde(tag = "t")] enum E { A(Url), B(T<u8>), C(models::String), #[serde(untagged)] D(u8) } },
        quote! { #[serde(tag = "t", content = "c")] enum E { A(u128), B(HashMap<u8, u8>) } },
        quote! { enum E { A(u128), B { parts: HashMap<u8, u8> } } },
        quote! { struct S { amount: u128, parts: HashMap<u8, u8>, #[serde(flatten)] rest: Rest } },
        quote! { struct S { #[serde(flatten)] rest: Option<HashMap<String, u64>> } },
        quote! { #[serde(untagged)] enum E { A(HashMap<char, u64>), B(i64) } },
        quote! { #[serde(untagged)] enum E { A(#[serde(with = "f")] #[schemars(with = "String")] u128) } },
        quote! { #[serde(tag = "t")] struct S { amount: u128 } },
    ]);
}

#[test]
fn hints_that_can_be_followed_are_fine() {
    assert_fine([
        quote! { struct S { #[foundry(presence = 0)] a: Option<u8>, #[foundry(presence = 1.0)] b: Maybe<u8> } },
        quote! { struct S { #[foundry(presence = 0.5)] a: Box<Option<u8>>, #[foundry(presence = 1)] b: T } },
        quote! { struct S { #[foundry(with = draw, presence = 0.5)] a: Option<u8> } },
        quote! { struct S { #[foundry(values = [1, -2, MAX])] a: i8, #[foundry(values = ["a", b()])] b: String } },
        quote! { struct S { #[foundry(values = [1.5, 2])] a: f32, #[foundry(values = ['x'])] b: char } },
        quote! { struct S { #[foundry(values = [Some(1), None])] a: Option<u8>, #[foundry(values = [1])] b: Age } },
        quote! { struct S { #[foundry(values = [vec![1]])] a: Vec<u8>, #[foundry(values = ["x"])] b: Name } },
        quote! { enum E { #[foundry(weight = 0)] A, B } },
        quote! { enum E { #[foundry(weight = 0)] A, #[foundry(weight = 1)] B, #[foundry(skip)] C } },
        quote! { enum E { #[serde(skip)] A, #[serde(skip_serializing)] B } },
        quote! { #[foundry(schema = "own", crate = a::foundry)] struct S { a: fn(), b: Box<S> } },
    ]);
}

#[test]
fn all_mistakes_of_a_type_are_found() {
    let input = quote! {
        struct Node {
            #[schemars(range(max = 1000), length(min = 2))]
            level: u8,
            #[schemars(inner(regex(pattern = "(")))]
            #[foundry(presence = 2)]
            tags: Vec<String>,
            next: Box<Node>,
        }
    };
    assert_eq!(found(input).len(), 6);
}
