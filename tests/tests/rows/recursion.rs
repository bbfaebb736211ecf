//! Types that hold themselves, directly, mutually, and through every kind of container.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use foundry::Foundry;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct List {
    value: u8,
    next: Option<Box<List>>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Tree {
    value: u8,
    children: Vec<Tree>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Binary {
    left: Option<Box<Binary>>,
    right: Option<Box<Binary>>,
    value: i8,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Folder {
    files: Vec<String>,
    folders: HashMap<String, Folder>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
enum Expression {
    Number(i32),
    Negative(Box<Expression>),
    Sum(Box<Expression>, Box<Expression>),
    Call { name: String, arguments: Vec<Expression> },
    Let { names: BTreeMap<String, Expression>, body: Rc<Expression> },
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
#[serde(tag = "op")]
enum Tagged {
    Leaf { value: u8 },
    Not { inner: Box<Tagged> },
    All { of: Vec<Tagged> },
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
#[serde(untagged)]
enum Json {
    Bool(bool),
    Number(i64),
    Text(String),
    List(Vec<Json>),
    Object(BTreeMap<String, Json>),
    Null,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Company {
    name: String,
    staff: Vec<Person>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Person {
    name: String,
    employer: Option<Box<Company>>,
    friends: Vec<Person>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
enum Even {
    Zero,
    After(Box<Odd>),
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Odd {
    before: Even,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Node<T> {
    value: T,
    next: Option<Box<Node<T>>>,
    others: Vec<Node<T>>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Newtyped(Vec<Newtyped>);

#[derive(Debug, Serialize, Deserialize, Foundry)]
#[foundry(depth = 2)]
struct Shallow {
    value: u8,
    inner: Option<Box<Shallow>>,
    list: Vec<Shallow>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Flattened {
    id: u8,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Rest {
    parts: Vec<Flattened>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct AtLeastOne {
    #[schemars(length(min = 1, max = 2))]
    either: Vec<OneOrNone>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
enum OneOrNone {
    None,
    One(AtLeastOne),
}

checked! {
    list: List;
    tree: Tree;
    binary: Binary;
    folder: Folder;
    expression: Expression;
    tagged: Tagged;
    json: Json;
    company: Company;
    person: Person;
    even: Even, but [(Except::Few, "only the depth differs")];
    node: Node<u8>;
    node_of_nodes: Node<Node<bool>>;
    newtyped: Newtyped;
    shallow: Shallow;
    flattened: Flattened;
    at_least_one: AtLeastOne, but [(Except::Few, "only the shape differs")];
}

fn nesting(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(nesting).max().unwrap_or(0),
        Value::Object(members) => 1 + members.values().map(nesting).max().unwrap_or(0),
        _ => 0,
    }
}

fn list_length(list: &List) -> usize {
    1 + list.next.as_deref().map_or(0, list_length)
}

#[test]
fn depth_bounds_the_levels_of_a_recursion() {
    for depth in 1..=8 {
        let rows = List::foundry_with().rows(500).depth(depth).batch(9).expect("rows");
        let longest = rows.iter().map(list_length).max();
        assert_eq!(longest, Some(depth as usize), "depth {depth}");
    }
}

#[test]
fn depth_of_a_type_comes_first() {
    let deepest = |depth| {
        let rows = Shallow::foundry_with().rows(500).depth(depth).batch(9).expect("rows");
        rows.iter().map(|row| nesting(&serde_json::to_value(row).expect("JSON"))).max()
    };
    assert_eq!(deepest(9), deepest(4));
}

#[test]
fn rows_of_a_recursion_stay_small() {
    for row in &Expression::foundry_batch(11, 1000) {
        let bytes = serde_json::to_string(row).expect("JSON").len();
        assert!(bytes < 100_000, "{bytes} bytes");
    }
}

#[test]
fn a_deep_recursion_ends() {
    let rows = Binary::foundry_with().rows(20).depth(40).batch(1).expect("rows");
    assert_eq!(rows.len(), 20);
}

#[test]
fn lists_count_beside_objects_where_they_lead_back_by_themselves() {
    for depth in 1..=4 {
        let settings = || Json::foundry_with().rows(1000).depth(depth).lengths(0..=9);
        let rows = settings().batch(9).expect("rows");
        let deepest =
            rows.iter().map(|row| nesting(&serde_json::to_value(row).expect("JSON"))).max();
        assert_eq!(deepest, Some(depth as usize), "depth {depth}");
    }
}
