//! No lint fires in generated code, whatever is denied around it.

use std::borrow::Cow;

use foundry::{Foundry, Stream};
use serde::{Deserialize, Serialize};

/// Public, documented, and without the traits that some lints ask for on public types.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, Foundry)]
#[serde(default)]
pub(crate) struct Point {
    /// X.
    pub(crate) x: i32,
    /// Y.
    #[deprecated]
    #[foundry(values = [1, 2])]
    pub(crate) y: i32,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
#[foundry(depth = 2, check = Self::is_small)]
#[deprecated(note = "for the lint")]
struct Old<'a, T: Clone> {
    text: Cow<'a, str>,
    #[foundry(with = draw)]
    number: u8,
    next: Option<Box<Self>>,
    other: Vec<T>,
}

#[expect(deprecated, reason = "it is the subject")]
impl<T: Clone> Old<'_, T> {
    const fn is_small(&self) -> bool {
        self.number < 3
    }
}

fn draw(stream: &mut Stream) -> u8 {
    u8::try_from(stream.below(3)).unwrap_or(0)
}

/// Names and sizes that lints dislike.
#[derive(Debug, Serialize, Deserialize, Foundry)]
#[expect(
    non_camel_case_types,
    non_snake_case,
    clippy::large_enum_variant,
    variant_size_differences,
    reason = "they are the subject"
)]
enum odd_names {
    lower,
    Big([[u64; 16]; 16]),
    #[foundry(weight = 2)]
    Mixed {
        CamelCase: u8,
        __: Option<u8>,
    },
}

/// One complex type, and one complaint about it.
#[derive(Debug, Serialize, Deserialize, Foundry)]
#[expect(clippy::type_complexity, reason = "it is the subject")]
struct Many(u8, u16, u32, u64, (u8, (u16, (u32, (u64, (i8, (i16, (i32, i64))))))));

mod forbidden {
    //! Lints that cannot be allowed again.
    #![forbid(
        dead_code,
        deprecated,
        missing_docs,
        unreachable_code,
        unreachable_pub,
        unsafe_code,
        unused_lifetimes,
        unused_must_use
    )]

    use super::{Deserialize, Foundry, Serialize};

    #[derive(Debug, Serialize, Deserialize, Foundry)]
    pub(super) struct Strict {
        pub(super) a: u8,
    }
}

mod alive {
    //! Everything the user wrote is used, so that only generated code could be dead.
    #![deny(dead_code)]

    use super::{Deserialize, Foundry, Serialize};

    #[derive(Debug, Serialize, Deserialize, Foundry)]
    pub(super) struct Used<T> {
        pub(super) a: u8,
        pub(super) list: Vec<T>,
    }

    #[derive(Debug, Serialize, Deserialize, Foundry)]
    pub(super) enum Choice {
        #[foundry(weight = 2)]
        One,
        Two(u8),
    }
}

#[test]
fn lints_stay_silent() {
    let used = alive::Used { a: 1, list: vec![alive::Choice::One, alive::Choice::Two(2)] };
    assert_eq!((used.a, used.list.len()), (1, 2));

    let schema = schemars::schema_for!(forbidden::Strict);
    assert_eq!(schema.get("title"), Some(&"Strict".into()));
}
