//! `Self`, the type's own name, and circles of types.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

twice! { direct: ByName, BySelf, Expr, Json, SelfInTuple, InMap;
    #[derive(Serialize, Deserialize, Contract)]
    struct ByName { next: Option<Box<ByName>> }

    #[derive(Serialize, Deserialize, Contract)]
    struct BySelf { children: Vec<Self>, parent: Option<Box<Self>> }

    #[derive(Serialize, Deserialize, Contract)]
    enum Expr { Number(f64), Add(Box<Self>, Box<Self>), Call { name: String, arguments: Vec<Self> } }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(untagged)]
    enum Json { Null, Bool(bool), Text(String), List(Vec<Self>), Map(BTreeMap<String, Self>) }

    #[derive(Serialize, Deserialize, Contract)]
    struct SelfInTuple(u8, Option<Box<Self>>, [Vec<Self>; 2]);

    #[derive(Serialize, Deserialize, Contract)]
    struct InMap { by_name: BTreeMap<String, (Self, Option<Vec<Self>>)> }
}

twice! { generic: TreeOfText, ListOfLists, Qualified;
    #[derive(Serialize, Deserialize, Contract)]
    struct Tree<T> { value: T, children: Vec<Self> }
    type TreeOfText = Tree<String>;

    #[derive(Serialize, Deserialize, Contract)]
    enum List<T> { Nil, Cons(T, Box<Self>) }
    type ListOfLists = List<List<u8>>;

    #[derive(Serialize, Deserialize, Contract)]
    struct Node<'a, T: Clone, const N: usize>
    where
        Self: Sized,
    {
        text: std::borrow::Cow<'a, str>,
        value: T,
        next: Option<Box<Self>>,
    }
    type Qualified = Node<'static, u8, 4>;
}

twice! { mutual: Department, Chicken;
    #[derive(Serialize, Deserialize, Contract)]
    struct Department { head: Option<Box<Employee>>, parts: Vec<Department> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Employee { name: String, department: Option<Box<Department>> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Chicken(Vec<Egg>);

    #[derive(Serialize, Deserialize, Contract)]
    enum Egg { Raw, Hatched(Box<Chicken>) }
}

twice! { defaults_of_self: Counter, TunedText, Written;
    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(example = Self::one())]
    struct Counter {
        #[schemars(default = "Self::three", range(min = Self::LOW, max = "Self::HIGH"))]
        #[serde(default = "Counter::three")]
        count: u8,
        #[schemars(extend("x-low" = Self::LOW))]
        limit: u8,
    }
    impl Counter {
        const LOW: u8 = 1;
        const HIGH: u8 = 9;
        fn three() -> u8 { 3 }
        fn one() -> Self { Self { count: 1, limit: 2 } }
    }

    #[derive(Clone, Serialize, Deserialize, Contract)]
    #[serde(default)]
    struct Tuning<T> where T: Default { value: T, inner: Vec<Self> }
    impl<T: Default> Default for Tuning<T> {
        fn default() -> Self { Self { value: T::default(), inner: Vec::new() } }
    }
    type TunedText = Tuning<String>;
    #[derive(Serialize, Deserialize, Contract)]
    struct Written { #[serde(default)] tuning: Tuning<u8>, shared: Rc<Shared> }
    #[derive(Serialize, Deserialize, Contract)]
    struct Shared { #[serde(default)] list: Vec<Self> }
}
