//! Every text of the derive: what is wrong, and what would do instead.
//!
//! One function a mistake, one file a subject; `ui-tests/tests/ui/<subject>/` shows each of them.

#[cfg(test)]
mod cases;
pub(crate) mod distributions;
pub(crate) mod grammar;
pub(crate) mod hints;
pub(crate) mod names;
pub(crate) mod options;
pub(crate) mod patterns;
pub(crate) mod recursion;
pub(crate) mod rules;
pub(crate) mod schemas;
pub(crate) mod tagging;
pub(crate) mod types;
pub(crate) mod unread;
pub(crate) mod variants;

/// What is wrong in one line, and at most two lines that a reader can paste.
pub(crate) struct Message {
    /// `subject::function`, for the test that wants a ui case for each.
    #[cfg(test)]
    pub(crate) name: &'static str,
    pub(crate) text: String,
    pub(crate) helps: Vec<String>,
}

/// `fn name(arguments) => "text", help "…";` → functions that make the message, and their names.
macro_rules! messages {
    ($($(#[$doc:meta])* fn $name:ident($($argument:ident: $ty:ty),*) => $text:literal $(, help $help:literal)*;)+) => {
        /// The messages of this subject.
        #[cfg(test)]
        pub(super) const NAMES: &[&str] = &[$(concat!(module_path!(), "::", stringify!($name))),+];

        $(
            $(#[$doc])*
            pub(crate) fn $name($($argument: $ty),*) -> $crate::messages::Message {
                $crate::messages::Message {
                    #[cfg(test)]
                    name: concat!(module_path!(), "::", stringify!($name)),
                    text: format!($text),
                    helps: vec![$(format!($help)),*],
                }
            }
        )+
    };
}
use messages;

/// What serde's attribute reader said, as it said it.
pub(crate) fn passed_on(error: &syn::Error) -> Message {
    Message {
        #[cfg(test)]
        name: "passed_on",
        text: error.to_string(),
        helps: Vec::new(),
    }
}

/// A bug of the derive's own; no ui case shows it, as none is known.
pub(crate) fn panicked(name: impl std::fmt::Display) -> Message {
    Message {
        #[cfg(test)]
        name: "panicked",
        text: format!("deriving `Foundry` for `{name}` panicked: a bug in foundry"),
        helps: vec!["please report it together with this type".to_owned()],
    }
}

/// The names of all messages.
#[cfg(test)]
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    let subjects = [
        distributions::NAMES,
        grammar::NAMES,
        hints::NAMES,
        names::NAMES,
        options::NAMES,
        patterns::NAMES,
        recursion::NAMES,
        rules::NAMES,
        schemas::NAMES,
        tagging::NAMES,
        types::NAMES,
        unread::NAMES,
        variants::NAMES,
    ];
    subjects.into_iter().flatten().copied()
}
