//! Formats and plain texts → texts that are told apart by a number, so that no two rows share one.

mod address;
mod code;
mod count;
mod frame;
mod time;

#[cfg(test)]
mod tests;

use crate::seed::Stream;

/// How numbers are spread over texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spread {
    /// The number hides in the text, and neighbours look nothing alike.
    Mixed,
    /// The next number is the next text.
    Ascending,
}

/// A window of lengths in characters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    pub(crate) min: u64,
    pub(crate) max: Option<u64>,
}

/// Texts with numbers: those of the first layer have the first numbers.
#[derive(Default)]
pub(crate) struct Numbered {
    layers: Vec<Layer>,
}

/// Texts of one making.
struct Layer {
    count: u128,
    write: Write,
}

/// Appends the text of a number below the count. The stream is for what does not tell texts apart.
type Write = Box<dyn Fn(u128, &mut Stream, &mut String) + Send + Sync>;

impl Numbered {
    /// The texts of a format; `None` where they carry no number, or not within the window.
    pub(crate) fn of_format(format: &str, spread: Spread, window: Window) -> Option<Self> {
        let layers = match format {
            "uuid" => code::uuids(window),
            "byte" => code::base64(window),
            "date" | "time" | "date-time" | "partial-time" | "partial-date-time"
            | "zoned-date-time" => time::moments(format, spread, window),
            "duration" => time::durations(window),
            "ipv4" => address::v4(window),
            "ipv6" => address::v6(window),
            "ip" => address::either(window),
            "socket-addr-v4" => address::socket_v4(window),
            "socket-addr-v6" => address::socket_v6(window),
            "socket-addr" => address::socket(window),
            "decimal" => count::decimals(window),
            "semver" => count::versions("", window),
            "semver-req" => count::versions("^", window),
            _ => frame::framed(format, spread, window),
        };
        Self::of(layers)
    }

    /// Words with a code behind them.
    pub(crate) fn of_words(is_ascii: bool, spread: Spread, window: Window) -> Option<Self> {
        Self::of(frame::framed(if is_ascii { "ascii" } else { "words" }, spread, window))
    }

    fn of(layers: Vec<Layer>) -> Option<Self> {
        (!layers.is_empty()).then_some(Self { layers })
    }

    /// How many texts each layer has.
    pub(crate) fn counts(&self) -> impl Iterator<Item = u128> {
        self.layers.iter().map(|layer| layer.count)
    }

    /// Appends the text number `number`, which is below the sum of the counts.
    pub(crate) fn write(&self, number: u128, stream: &mut Stream, out: &mut String) {
        let mut number = number;
        for layer in &self.layers {
            if number < layer.count {
                return (layer.write)(number, stream, out);
            }
            number -= layer.count;
        }
    }
}

impl Layer {
    fn new(
        count: u128,
        write: impl Fn(u128, &mut Stream, &mut String) + Send + Sync + 'static,
    ) -> Self {
        Self { count, write: Box::new(write) }
    }

    /// The same texts with something around each.
    fn around(
        self,
        times: u128,
        around: impl Fn(&Write, u128, &mut Stream, &mut String) + Send + Sync + 'static,
    ) -> Self {
        let inner = self.write;
        Self::new(self.count * times, move |number, stream, out| {
            around(&inner, number, stream, out);
        })
    }
}

impl Window {
    /// Whether texts of `least` to `most` characters are within.
    fn holds(self, least: u64, most: u64) -> bool {
        self.min <= least && self.max.is_none_or(|max| most <= max)
    }

    /// The longest text within, where no text has more than `most` characters.
    fn longest(self, most: u64) -> u64 {
        self.max.map_or(most, |max| max.min(most))
    }

    /// What is left of the window beside `chars` others; `None` where it is too narrow for them.
    fn beside(self, chars: u64) -> Option<Self> {
        let max = match self.max {
            Some(max) => Some(max.checked_sub(chars)?),
            None => None,
        };
        Some(Self { min: self.min.saturating_sub(chars), max })
    }
}

/// A number that a text has room for: all that is taken of it is below the bound.
#[expect(clippy::cast_possible_truncation, reason = "the remainder is below a bound of 64 bits")]
fn take(number: &mut u128, bound: u64) -> u64 {
    let taken = *number % u128::from(bound);
    *number /= u128::from(bound);
    taken as u64
}
