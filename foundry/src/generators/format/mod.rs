//! The name of a `format` → texts that have it, in a length window, and the check that they do.

mod codes;
mod duration;
mod email;
mod host;
mod instant;
mod judge;
mod lengths;
mod network;
mod number;
mod path;
mod pointer;
mod regex;
mod script;
mod secret;
mod shapes;
mod template;
mod time;
mod uri;
mod v6;
mod version;
mod zone;

pub(super) use self::host::write_host;
pub(crate) use self::shapes::{JSON_FRAME, JSON_SHAPE, encoding_of, frame_of};

#[cfg(test)]
mod tests;

use self::lengths::Lengths;
use crate::seed::Stream;

/// One format: the lengths its texts may have, how to write one, and how to know one.
#[derive(Debug)]
pub(crate) struct Format {
    name: &'static str,
    /// What its texts are, for a reader who looks for one.
    about: &'static str,
    /// The lengths that `write` can give, in characters.
    lengths: &'static [Lengths],
    /// A length as it is met in practice.
    typical: fn(&mut Stream) -> u64,
    /// Appends a text of exactly the given length, which is one of `lengths`.
    write: fn(&mut Stream, u64, &mut String),
    accepts: fn(&str) -> bool,
}

impl Format {
    /// The name that stands in the schema.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// What its texts are.
    pub(crate) fn about(&self) -> &'static str {
        self.about
    }

    /// Whether `text` has this format, also as the types of Rust write it.
    pub(crate) fn accepts(&self, text: &str) -> bool {
        (self.accepts)(text)
    }

    /// Whether there is a text of `min_chars` to `max_chars` characters that [`Self::draw`] can
    /// give.
    pub(crate) fn fits(&self, min_chars: u64, max_chars: Option<u64>) -> bool {
        lengths::next(self.lengths, min_chars)
            .is_some_and(|length| max_chars.is_none_or(|max| length <= max))
    }

    /// The shortest and the longest text that [`Self::draw`] can give, in characters.
    pub(crate) fn length_range(&self) -> (u64, u64) {
        let first = self.lengths.first().map_or(0, |lengths| lengths.from);
        let last = self.lengths.last().map_or(0, |lengths| lengths.to);
        (first, last)
    }

    /// A pattern all of whose texts have this format, where there is one.
    pub(crate) fn shape(&self) -> Option<&'static str> {
        shapes::shape_of(self.name)
    }

    /// Appends a text of this format. Its length lies in the window where the window
    /// [fits](Self::fits); where it does not, the text has the nearest length there is.
    pub(crate) fn draw(
        &self,
        stream: &mut Stream,
        min_chars: u64,
        max_chars: Option<u64>,
        out: &mut String,
    ) {
        let typical = (self.typical)(stream);
        let length = if typical >= min_chars && max_chars.is_none_or(|max| typical <= max) {
            typical
        } else {
            lengths::draw(self.lengths, stream, min_chars, max_chars)
        };
        (self.write)(stream, length, out);
    }
}

/// The format called `name`, in forms that every type reads which has it; `None` where the name means
/// nothing here.
pub(crate) fn find(name: &str) -> Option<&'static Format> {
    all().find(|format| format.name == name)
}

/// The format called `name` over the whole space that JSON Schema gives it, for documents: no type of
/// Rust has to read the texts, or to write them back.
pub(crate) fn find_whole(name: &str) -> Option<&'static Format> {
    whole().find(|format| format.name == name).or_else(|| find(name))
}

/// The formats that have more forms than every type reads, with all of them.
fn whole() -> impl Iterator<Item = &'static Format> {
    let families: [&'static [Format]; 7] = [
        instant::WHOLE,
        duration::WHOLE,
        host::WHOLE,
        email::WHOLE,
        uri::WHOLE,
        codes::WHOLE,
        regex::WHOLE,
    ];
    families.into_iter().flatten()
}

/// Every format, family by family, as the types read it that are known to have it.
pub(crate) fn all() -> impl Iterator<Item = &'static Format> {
    let families: [&'static [Format]; 14] = [
        time::FORMATS,
        duration::FORMATS,
        zone::FORMATS,
        network::FORMATS,
        host::FORMATS,
        email::FORMATS,
        uri::FORMATS,
        template::FORMATS,
        codes::FORMATS,
        pointer::FORMATS,
        regex::FORMATS,
        number::FORMATS,
        version::FORMATS,
        secret::FORMATS,
    ];
    families.into_iter().flatten()
}
