//! A type's tokens → its shape, as far as tokens can tell.
//!
//! This guesses by the last word of a path. Wrong guesses: a user's own `struct HashMap<K, V>`
//! looks like a map (false positive), and `type Ports = BTreeMap<u16, Port>` does not (false
//! negative). So a shape may add hints or refuse a clear contradiction, but never decide what is
//! valid.

use syn::{Expr, GenericArgument, PathArguments, Type, TypePath};

/// What a type looks like.
pub(crate) enum Shape<'a> {
    Bool,
    Char,
    /// `u8` … `i128`, `usize`, `NonZeroU8`, …; with the bounds of the type.
    Integer {
        min: i128,
        /// `None` where it is above `i128::MAX`.
        max: Option<i128>,
    },
    /// `f32` or `f64`.
    Float,
    /// `String`, `str`, `SmolStr`, `PathBuf`.
    Text,
    /// A type whose schema has the given format and no more; the format is not in the schema.
    Formatted(&'static str),
    /// `Option<T>`.
    Option(&'a Type),
    /// `Box<T>`, `Rc<T>`, `Cow<'_, T>`, `Mutex<T>`, `&T`, …: written as its content is.
    Wrapper(&'a Type),
    /// `Vec<T>`, `HashSet<T>`, `[T]`, …
    Sequence(&'a Type),
    /// `[T; N]`.
    Array(&'a Type, &'a Expr),
    /// `(A, B)`.
    Tuple(Vec<&'a Type>),
    /// `HashMap<K, V>` and its like.
    Map(&'a Type, &'a Type),
    /// Anything else: a parameter, a struct, an enum, an alias.
    Other,
}

impl<'a> Shape<'a> {
    /// The shape of `ty`.
    pub(crate) fn of(ty: &'a Type) -> Self {
        match ty {
            Type::Group(group) => Self::of(&group.elem),
            Type::Paren(paren) => Self::of(&paren.elem),
            Type::Reference(reference) => Self::Wrapper(&reference.elem),
            Type::Slice(slice) => Self::Sequence(&slice.elem),
            Type::Array(array) => Self::Array(&array.elem, &array.len),
            Type::Tuple(tuple) => Self::Tuple(tuple.elems.iter().collect()),
            Type::Path(path) if path.qself.is_none() => Self::of_path(path),
            _ => Self::Other,
        }
    }

    fn of_path(path: &'a TypePath) -> Self {
        let Some(last) = path.path.segments.last() else { return Self::Other };
        let name = last.ident.to_string();
        let mut arguments = type_arguments(&last.arguments);
        match (arguments.next(), arguments.next()) {
            (None, _) => Self::of_word(&name),
            (Some(inner), None) => Self::of_container(&name, inner),
            (Some(first), Some(second)) => match name.as_str() {
                "HashMap" | "BTreeMap" | "IndexMap" => Self::Map(first, second),
                "HashSet" | "IndexSet" => Self::Sequence(first),
                _ => Self::Other,
            },
        }
    }

    fn of_word(name: &str) -> Self {
        match name {
            "bool" => Self::Bool,
            "char" => Self::Char,
            "f32" | "f64" => Self::Float,
            "String" | "str" | "SmolStr" | "PathBuf" | "Path" => Self::Text,
            "SocketAddr" => Self::Formatted("socket-addr"),
            "SocketAddrV4" => Self::Formatted("socket-addr-v4"),
            "SocketAddrV6" => Self::Formatted("socket-addr-v6"),
            _ => integer_bounds(name).map_or(Self::Other, |(min, max)| Self::Integer { min, max }),
        }
    }

    fn of_container(name: &str, inner: &'a Type) -> Self {
        match name {
            "Option" => Self::Option(inner),
            "Box" | "Rc" | "Arc" | "Cow" | "Cell" | "RefCell" | "Mutex" | "RwLock" | "Wrapping"
            | "Saturating" | "Reverse" => Self::Wrapper(inner),
            "Vec" | "VecDeque" | "LinkedList" | "BinaryHeap" | "HashSet" | "BTreeSet"
            | "IndexSet" | "ArrayVec" => Self::Sequence(inner),
            "SmallVec" => match inner {
                Type::Array(array) => Self::Sequence(&array.elem),
                _ => Self::Other,
            },
            "NonZero" => match Self::of(inner) {
                Self::Integer { min, max } => Self::Integer { min: min.max(0), max },
                _ => Self::Other,
            },
            _ => Self::Other,
        }
    }
}

fn type_arguments(arguments: &PathArguments) -> impl Iterator<Item = &Type> {
    let arguments = match arguments {
        PathArguments::AngleBracketed(arguments) => Some(arguments.args.iter()),
        _ => None,
    };
    arguments.into_iter().flatten().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// The bounds of a primitive or `NonZero…` integer.
fn integer_bounds(name: &str) -> Option<(i128, Option<i128>)> {
    let lower = name.to_ascii_lowercase();
    let (word, nonzero) = match lower.strip_prefix("nonzero") {
        // `NonZeroU8`, never `nonzerou8`.
        Some(word) if name.starts_with("NonZero") => (word, true),
        _ if name == lower => (name, false),
        _ => return None,
    };
    let bounds = match word {
        "u8" => (0, Some(u8::MAX.into())),
        "u16" => (0, Some(u16::MAX.into())),
        "u32" => (0, Some(u32::MAX.into())),
        "u64" | "usize" => (0, Some(u64::MAX.into())),
        "u128" => (0, None),
        "i8" => (i8::MIN.into(), Some(i8::MAX.into())),
        "i16" => (i16::MIN.into(), Some(i16::MAX.into())),
        "i32" => (i32::MIN.into(), Some(i32::MAX.into())),
        "i64" | "isize" => (i64::MIN.into(), Some(i64::MAX.into())),
        "i128" => (i128::MIN, Some(i128::MAX)),
        _ => return None,
    };
    Some(if nonzero && bounds.0 == 0 { (1, bounds.1) } else { bounds })
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;
    use syn::parse_str;

    use super::*;

    fn describe(ty: &Type) -> String {
        match Shape::of(ty) {
            Shape::Bool => "bool".into(),
            Shape::Char => "char".into(),
            Shape::Integer { min, max } => match max {
                Some(max) => format!("{min}..={max}"),
                None => format!("{min}.."),
            },
            Shape::Float => "float".into(),
            Shape::Text => "text".into(),
            Shape::Formatted(format) => format.into(),
            Shape::Option(inner) => format!("option({})", describe(inner)),
            Shape::Wrapper(inner) => describe(inner),
            Shape::Sequence(inner) => format!("[{}]", describe(inner)),
            Shape::Array(inner, len) => format!("[{}; {}]", describe(inner), len.to_token_stream()),
            Shape::Tuple(items) => {
                let items: Vec<_> = items.into_iter().map(describe).collect();
                format!("({})", items.join(","))
            }
            Shape::Map(key, value) => format!("{}->{}", describe(key), describe(value)),
            Shape::Other => "?".into(),
        }
    }

    #[test]
    fn shapes_are_read_through_wrappers() {
        for (ty, shape) in [
            ("Option<Box<Vec<u8>>>", "option([0..=255])"),
            ("std::collections::HashMap<char, Cow<'a, str>, S>", "char->text"),
            ("&'a [NonZeroI8]", "[-128..=127]"),
            ("NonZero<u16>", "0..=65535"),
            ("NonZeroU16", "1..=65535"),
            ("u128", "0.."),
            ("(bool, [f32; 3])", "(bool,[float; 3])"),
            ("SmallVec<[IpAddr; 4]>", "[?]"),
            ("ArrayVec<SocketAddrV6, 4>", "[socket-addr-v6]"),
            ("Nonzero8", "?"),
            ("<X as Trait>::String", "?"),
        ] {
            assert_eq!(describe(&parse_str(ty).unwrap()), shape, "{ty}");
        }
    }
}
