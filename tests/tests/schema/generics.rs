//! Type parameters, constants, lifetimes and bounds.

use std::borrow::Cow;
use std::fmt::Debug;
use std::marker::PhantomData;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

trait Describe {
    type Text;
}

impl Describe for u8 {
    type Text = String;
}

twice! { parameters: PageOfText, PairOfNumbers, Nested, ChoiceOfMany, Defaulted, Marker, Tuple;
    #[derive(Serialize, Deserialize, Contract)]
    struct Page<T> { items: Vec<T>, total: u64 }
    type PageOfText = Page<String>;

    #[derive(Serialize, Deserialize, Contract)]
    struct Pair<A, B>(A, B);
    type PairOfNumbers = Pair<u8, i64>;
    type Nested = Page<Pair<Page<u8>, Option<PageOfText>>>;

    #[derive(Serialize, Deserialize, Contract)]
    enum Choice<A, B> { Left(A), Right(B), Both { a: A, b: B }, Neither }
    #[derive(Serialize, Deserialize, Contract)]
    struct Both { a: Choice<u8, String>, b: Choice<String, u8>, c: Choice<u8, String> }
    type ChoiceOfMany = Choice<Both, Page<bool>>;

    #[derive(Serialize, Deserialize, Contract)]
    struct WithDefault<T = u8> { value: T }
    type Defaulted = WithDefault;

    #[derive(Serialize, Deserialize, Contract)]
    struct Marked<T> { id: u64, #[serde(skip)] marker: PhantomData<T> }
    type Marker = Marked<String>;

    #[derive(Serialize, Deserialize, Contract)]
    struct Triple<T: Debug, U>(T, Option<U>, Vec<(T, U)>) where U: Clone;
    type Tuple = Triple<u8, String>;
}

twice! { renamed: Renamed, WithBoth, Literal, Escaped;
    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(rename = "{T}Page")]
    struct Page<T> { items: Vec<T> }
    type Renamed = Page<Option<String>>;

    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(rename = "Matrix{N}Of{T}")]
    struct Matrix<T, const N: usize> { rows: Vec<T> }
    type WithBoth = Matrix<Matrix<u8, 2>, 3>;

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(rename = "{not a placeholder}")]
    struct Literal { a: u8 }

    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(rename = "{{Escaped}}{T}")]
    struct Braces<T> { a: T }
    type Escaped = Braces<u8>;
}

twice! { constants: Three, Named, Flag, UsedTwice;
    #[derive(Serialize, Deserialize, Contract)]
    struct Grid<const N: usize> { cells: Vec<u8> }
    type Three = Grid<3>;

    #[derive(Serialize, Deserialize, Contract)]
    struct Letter<const C: char, T> { value: T }
    type Named = Letter<'x', Vec<u8>>;

    #[derive(Serialize, Deserialize, Contract)]
    struct Switch<const ON: bool>;
    type Flag = Switch<true>;

    #[derive(Serialize, Deserialize, Contract)]
    struct UsedTwice { a: Grid<1>, b: Grid<2>, c: Grid<1> }
}

twice! { lifetimes: Text, Both, Generic;
    #[derive(Serialize, Deserialize, Contract)]
    struct Note<'a> { text: Cow<'a, str>, bytes: Cow<'a, [u8]> }
    type Text = Note<'static>;

    #[derive(Serialize, Deserialize, Contract)]
    struct Two<'a, 'b: 'a, T> { a: Cow<'a, str>, b: Cow<'b, str>, c: T, note: Option<Box<Note<'a>>> }
    type Both = Two<'static, 'static, u8>;

    #[derive(Serialize, Deserialize, Contract)]
    enum Value<'a, T: Clone> { Text(Cow<'a, str>), Other(T) }
    type Generic = Value<'static, u8>;
}

twice! { bounds: BySchemars, BySerde, Associated, OnField, Spelled;
    #[derive(Serialize, Deserialize, Contract)]
    #[schemars(bound = "T::Text: JsonSchema, T: Describe")]
    #[serde(bound = "T::Text: Serialize + DeserializeOwned")]
    struct Caption<T: Describe> { text: T::Text }
    type BySchemars = Caption<u8>;

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(bound(serialize = "T: Serialize + Debug", deserialize = "T: DeserializeOwned"))]
    struct Shown<T> { value: T }
    type BySerde = Shown<u8>;

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(bound = "")]
    #[schemars(bound = "<T as Describe>::Text: JsonSchema")]
    struct Only<T> where T: Describe<Text = String> { text: <T as Describe>::Text }
    type Associated = Only<u8>;

    #[derive(Serialize, Deserialize, Contract)]
    struct Field<T> { #[schemars(bound = "T: JsonSchema + Clone")] value: T }
    type OnField = Field<u8>;

    #[derive(Serialize, Deserialize, Contract)]
    struct Spelled<T = String>
    where
        T: Clone + PartialEq,
        Vec<T>: Debug,
    {
        values: Vec<T>,
    }
}

/// Has no schema.
#[derive(Serialize, Deserialize)]
struct Opaque;

twice! { irrelevant: OfOpaque, RecursiveOfOpaque;
    #[derive(Serialize, Deserialize, Contract)]
    struct Id<T> { raw: u64, #[serde(skip)] of: PhantomData<T> }
    type OfOpaque = Id<Opaque>;

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(bound = "")]
    struct Tree<T> { children: Vec<Self>, parent: Option<Box<Self>>, of: PhantomData<T> }
    type RecursiveOfOpaque = Tree<Opaque>;
}
