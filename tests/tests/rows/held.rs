//! One line a type → a struct that holds it, alone, as an option and in a list, and a test.

/// `name: Type;` makes the test `name::rows`; `name: Type, but [(Except::…, "reason")];` makes
/// exceptions.
macro_rules! held {
    ($($name:ident: $ty:ty $(, but [$($except:expr),+ $(,)?])?;)+) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            #[derive(serde::Serialize, serde::Deserialize, foundry::Foundry)]
            pub(super) struct Held {
                pub(super) value: $ty,
                pub(super) maybe: Option<$ty>,
                pub(super) many: Vec<$ty>,
            }

            #[test]
            fn rows() {
                #[allow(unused_imports)]
                use crate::judge::Except;
                crate::judge::check_but::<Held>(&[$($($except),+)?]);
            }
        }
    )+};
}

/// `name: Type;` makes a test of the type itself.
macro_rules! checked {
    ($($name:ident: $ty:ty $(, but [$($except:expr),+ $(,)?])?;)+) => {$(
        #[test]
        fn $name() {
            #[allow(unused_imports)]
            use crate::judge::Except;
            crate::judge::check_but::<$ty>(&[$($($except),+)?]);
        }
    )+};
}
