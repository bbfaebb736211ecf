//! Texts: how long they may be, and where they come from.

use std::sync::Arc;

use crate::generators::anything::{Content, ContentBuffers, draw_content};
use crate::generators::format::Format;
use crate::generators::pattern::Pattern;
use crate::generators::plain::BuiltIn;
use crate::generators::realistic::{Draw, Faker, Known, Locale};
use crate::generators::words::{draw_ascii_text, draw_text};
use crate::seed::Stream;

/// A text of `min..=max` characters.
pub(crate) struct Text {
    pub(crate) source: TextSource,
    pub(crate) min: u64,
    pub(crate) max: Option<u64>,
}

/// Where texts come from.
pub(crate) enum TextSource {
    Words,
    /// Words without a letter outside ASCII.
    AsciiWords,
    Format(&'static Format),
    Content(Content),
    Pattern(Arc<Pattern>),
    Realistic(Box<Realistic>),
}

impl TextSource {
    /// The name that reports and `explain` use.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Words | Self::AsciiWords => "words",
            Self::Format(format) => format.name(),
            Self::Content(_) => "content",
            Self::Pattern(_) => "pattern",
            Self::Realistic(realistic) => realistic.faker.name,
        }
    }

    /// The least number of characters that a text has, whatever the place asks for.
    pub(crate) fn shortest(&self) -> u64 {
        match self {
            Self::Words | Self::AsciiWords | Self::Content(_) => 0,
            Self::Format(format) => format.length_range().0,
            Self::Pattern(pattern) => pattern.shortest().chars().count() as u64,
            Self::Realistic(realistic) => realistic.plain.shortest(),
        }
    }

    /// Appends a text within a window of lengths, where the source has one there.
    pub(crate) fn draw(
        &self,
        stream: &mut Stream,
        (min, max): (u64, Option<u64>),
        buffers: &mut ContentBuffers,
        out: &mut String,
    ) {
        match self {
            Self::Words => draw_text(stream, min, max, out),
            Self::AsciiWords => draw_ascii_text(stream, min, max, out),
            Self::Format(format) => format.draw(stream, min, max, out),
            Self::Content(kind) => draw_content(*kind, stream, (min, max), buffers, out),
            Self::Pattern(pattern) => pattern.draw(stream, out),
            // What is realistic falls back to something plain.
            Self::Realistic(realistic) => realistic.plain.draw(stream, (min, max), buffers, out),
        }
    }

    /// The generator that draws them, and the format that they have.
    pub(super) fn drawn_by(&self) -> (Option<&str>, Option<&str>) {
        let built_in = |built_in: BuiltIn| (Some(built_in.name()), None);
        match self {
            Self::Words | Self::AsciiWords => built_in(BuiltIn::Words),
            Self::Content(_) => built_in(BuiltIn::Content),
            Self::Pattern(_) => built_in(BuiltIn::Pattern),
            Self::Format(format) => (None, Some(format.name())),
            Self::Realistic(realistic) => {
                let format = match &realistic.plain {
                    Self::Format(format) => Some(format.name()),
                    _ => None,
                };
                (Some(realistic.faker.name), format)
            }
        }
    }
}

/// Texts as a person would type them, where they fit; `plain` ones where they do not.
pub(crate) struct Realistic {
    pub(crate) faker: &'static Faker,
    pub(crate) locale: Locale,
    /// Whom the field is about, of those that its object speaks of: a hash.
    pub(crate) whose: u64,
    pub(crate) min: u64,
    pub(crate) max: Option<u64>,
    /// Whether the place names the faker, rather than that its field is called like this.
    pub(crate) is_named: bool,
    /// Whether only the format asks for the faker: some texts are plain ones then.
    pub(crate) by_format: bool,
    pub(crate) is_ascii: bool,
    pub(crate) matched: Vec<regex::Regex>,
    pub(crate) excluded: Vec<regex::Regex>,
    pub(crate) plain: TextSource,
}

/// The longest character in UTF-8.
const CHAR_BYTES: u64 = 4;

impl Realistic {
    /// Whether the text is within the lengths; its bytes mostly tell.
    fn is_long_enough(&self, text: &str) -> bool {
        let (bytes, most) = (text.len() as u64, self.max.unwrap_or(u64::MAX));
        let is_clear = bytes >= self.min.saturating_mul(CHAR_BYTES) && bytes <= most;
        is_clear || (self.min..=most).contains(&(text.chars().count() as u64))
    }

    /// Appends a text and says whether it fits the place.
    pub(crate) fn draw_fitting(
        &self,
        own: &mut Stream,
        shared: &Stream,
        known: &mut Known,
        out: &mut String,
    ) -> bool {
        let start = out.len();
        (self.faker.write)(&mut Draw { locale: self.locale, own, shared, known }, out);
        let text = &out[start..];
        self.is_long_enough(text)
            && (!self.is_ascii || text.is_ascii())
            && self.matched.iter().all(|pattern| pattern.is_match(text))
            && !self.excluded.iter().any(|pattern| pattern.is_match(text))
    }
}
