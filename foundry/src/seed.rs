//! Seeds and the streams below them: the only place where randomness begins.
//!
//! A [`Seed`] keys ChaCha8, of whose words each row has four; inside a row every [`Path`] has a
//! [`Stream`] of its own. So a draw depends on (seed, row, path) and on nothing else.

use std::fmt;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

mod distribution;
mod path;
mod permute;
mod pick;
mod stream;

pub use distribution::Distribution;
pub(crate) use distribution::{Line, Steps};
pub(crate) use path::hash_name;
pub use path::{Path, Purpose};
pub(crate) use permute::Permutation;
pub(crate) use pick::{pick, rank};
pub use stream::Stream;
pub(crate) use stream::multiply;

use crate::error::{Error, Stage};

/// The number of the sampling scheme: the same seed gives the same bytes as long as it stands.
pub const STREAM_VERSION: u32 = 2;

/// The environment variable that [`Seed::from_env`] reads.
pub const SEED_VARIABLE: &str = "FOUNDRY_SEED";

/// What one batch starts from: the same seed gives the same rows, everywhere.
///
/// # Examples
///
/// ```
/// use foundry::Seed;
///
/// assert_eq!(Seed::from(42).to_string(), "42");
/// assert_eq!(Seed::from("checkout"), Seed::from(String::from("checkout")));
/// assert_ne!(Seed::from("42"), Seed::from(42));
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Seed {
    origin: Origin,
    key: [u8; 32],
    /// What all rows have in common.
    common: [u64; 2],
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Origin {
    Number(u64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Seed {
    /// The seed in the environment variable `FOUNDRY_SEED`, or `None` where it is not set.
    ///
    /// Digits alone are read as a number, `text:` in front makes the rest a text.
    ///
    /// # Errors
    ///
    /// When the variable holds anything else: a typing error must not pass as another seed.
    pub fn from_env() -> Result<Option<Self>, Error> {
        match std::env::var_os(SEED_VARIABLE) {
            None => Ok(None),
            Some(value) => {
                let text = value.to_string_lossy();
                let told =
                    format!("the variable {SEED_VARIABLE} holds `{text}`, which is not a seed");
                Self::read(&text).map(Some).ok_or_else(|| wrong_seed(told))
            }
        }
    }

    /// Reads a seed as it is written in `FOUNDRY_SEED` and as [`Seed`]'s `Display` prints it:
    /// `42`, `text:checkout` or `hex:00ff`.
    ///
    /// # Examples
    ///
    /// ```
    /// use foundry::Seed;
    ///
    /// assert_eq!(Seed::parse("42")?, Seed::from(42));
    /// assert_eq!(Seed::parse("text:checkout")?, Seed::from("checkout"));
    /// assert!(Seed::parse("4z2").is_err());
    /// # Ok::<(), foundry::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the text is none of the three forms.
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::read(text).ok_or_else(|| wrong_seed(format!("`{text}` is not a seed")))
    }

    fn read(text: &str) -> Option<Self> {
        // A text keeps the spaces at its end: what `Display` prints is read back as it was.
        if let Some(rest) = text.trim_start().strip_prefix("text:") {
            return Some(Self::from(rest));
        }
        let trimmed = text.trim();
        if let Some(bytes) = trimmed.strip_prefix("hex:").and_then(read_hex) {
            return Some(Self::from(bytes));
        }
        // `parse` alone would read a sign.
        let number = trimmed.parse::<u64>().ok().filter(|_| !trimmed.starts_with('+'));
        number.map(Self::from)
    }

    /// The row `index` of this seed: reached in constant time, whatever the index.
    pub fn row(&self, index: u64) -> Row {
        RowCursor::new(self, index).next(self, index)
    }

    /// Its rows, from the first one on.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row> {
        let mut cursor = RowCursor::new(self, 0);
        (0..).map(move |index| cursor.next(self, index))
    }

    fn keyed(origin: Origin, bytes: &[u8]) -> Self {
        // A sponge over ChaCha8 blocks: each chunk of the origin is mixed into the next key, so
        // that seeds of any length and kind give unrelated keys.
        let tag = match origin {
            Origin::Number(_) => 1,
            Origin::Text(_) => 2,
            Origin::Bytes(_) => 3,
        };
        let mut key = [0_u8; 32];
        key[0] = tag;
        key[8..16].copy_from_slice(&(bytes.len() as u64).to_le_bytes());
        for chunk in bytes.chunks(32) {
            for (slot, byte) in key.iter_mut().zip(chunk) {
                *slot ^= byte;
            }
            let mut rng = ChaCha8Rng::from_seed(key);
            rng.fill_bytes(&mut key);
        }
        let mut rng = ChaCha8Rng::from_seed(key);
        rng.set_stream(COMMON_STREAM);
        Self { origin, key, common: [rng.next_u64(), rng.next_u64()] }
    }
}

/// The ChaCha stream of what all rows of a seed have in common; their own keys are in stream 0.
const COMMON_STREAM: u64 = 1;

/// How many words of 32 bits the key of a row has.
const ROW_WORDS: u128 = 4;

fn wrong_seed(told: String) -> Error {
    Error::new(Stage::Seed, told)
        .with_help("write a whole number from 0 to 18446744073709551615, `text:…` or `hex:…`")
}

fn read_hex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    // `from_str_radix` alone would read a sign.
    let is_hex = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let pairs = (0..text.len()).step_by(2);
    pairs.map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok().filter(|_| is_hex)).collect()
}

impl From<u64> for Seed {
    fn from(value: u64) -> Self {
        Self::keyed(Origin::Number(value), &value.to_le_bytes())
    }
}

impl From<&str> for Seed {
    fn from(value: &str) -> Self {
        Self::keyed(Origin::Text(value.to_owned()), value.as_bytes())
    }
}

impl From<String> for Seed {
    fn from(value: String) -> Self {
        Self::from(value.as_str())
    }
}

impl From<&[u8]> for Seed {
    fn from(value: &[u8]) -> Self {
        Self::keyed(Origin::Bytes(value.to_vec()), value)
    }
}

impl From<Vec<u8>> for Seed {
    fn from(value: Vec<u8>) -> Self {
        Self::from(value.as_slice())
    }
}

impl<const N: usize> From<[u8; N]> for Seed {
    fn from(value: [u8; N]) -> Self {
        Self::from(value.as_slice())
    }
}

impl From<&Seed> for Seed {
    fn from(value: &Seed) -> Self {
        value.clone()
    }
}

impl fmt::Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.origin {
            Origin::Number(value) => write!(f, "{value}"),
            Origin::Text(text) => write!(f, "text:{text}"),
            Origin::Bytes(bytes) => {
                f.write_str("hex:")?;
                bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seed({self})")
    }
}

impl Seed {
    /// The seed as a Rust expression that [`Seed`] is made from: `42`, `"checkout"` or
    /// `[0_u8, 255]`. Every report of a failure carries it.
    pub fn to_rust(&self) -> String {
        match &self.origin {
            Origin::Number(value) => value.to_string(),
            Origin::Text(text) => format!("{text:?}"),
            Origin::Bytes(bytes) if bytes.is_empty() => "[0_u8; 0]".to_owned(),
            Origin::Bytes(bytes) => {
                let list: Vec<_> = bytes.iter().map(ToString::to_string).collect();
                format!("[{}_u8]", list.join("_u8, "))
            }
        }
    }
}

/// The keys of rows, one after the other: the same as those that are reached one by one, and faster,
/// since ChaCha makes those of sixteen rows at a time.
pub(crate) struct RowCursor {
    seed: [u8; 32],
    /// The row that comes next; none behind the last one.
    next: Option<u64>,
    rng: ChaCha8Rng,
}

impl RowCursor {
    pub(crate) fn new(seed: &Seed, index: u64) -> Self {
        let mut rng = ChaCha8Rng::from_seed(seed.key);
        rng.set_word_pos(u128::from(index) * ROW_WORDS);
        Self { seed: seed.key, next: Some(index), rng }
    }

    /// The row `index` of `seed`, in constant time; where it is the next one, in less.
    pub(crate) fn next(&mut self, seed: &Seed, index: u64) -> Row {
        if self.next != Some(index) || self.seed != seed.key {
            *self = Self::new(seed, index);
        }
        self.next = index.checked_add(1);
        let key = [self.rng.next_u64(), self.rng.next_u64()];
        Row { index, key, common: seed.common }
    }
}

/// One row of a seed: the key from which every location of that row derives its stream.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    index: u64,
    key: [u64; 2],
    common: [u64; 2],
}

impl Row {
    /// The index of the row, from 0.
    pub fn index(&self) -> u64 {
        self.index
    }

    /// The stream of `path` in this row.
    pub fn stream(&self, path: Path) -> Stream {
        let [counter, key] = self.key;
        Stream::new(path::mix(path.hash() ^ counter), path.hash() ^ key)
    }

    /// The stream of the place of `path`: the same in all rows.
    pub(crate) fn common_stream(&self, path: Path) -> Stream {
        let [counter, key] = self.common;
        Stream::new(path::mix(path.place() ^ counter), path.place() ^ key)
    }

    /// An order of `0..size` for the place of `path`: the same in all rows.
    pub(crate) fn permutation(&self, path: Path, size: u128) -> Permutation {
        let [one, two] = self.common;
        Permutation::new([path::mix(path.place() ^ one), path.place() ^ two], size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_display_prints_parse_reads() {
        for seed in [Seed::from(7), Seed::from("a b"), Seed::from([0_u8, 255]), Seed::from("")] {
            assert_eq!(Seed::parse(&seed.to_string()).unwrap(), seed);
        }
    }

    #[test]
    fn a_row_is_the_same_however_it_is_reached() {
        let (one, two) = (Seed::from(1), Seed::from(2));
        let mut cursor = RowCursor::new(&one, 0);
        let indices = (0..40).chain([7, 8, 1 << 40, u64::MAX, 0, u64::MAX - 1, u64::MAX]);
        for index in indices {
            assert_eq!(cursor.next(&one, index).key, one.row(index).key);
        }
        assert_eq!(cursor.next(&two, 5).key, two.row(5).key);
        assert_ne!(one.row(5).key, two.row(5).key);
        assert_ne!(one.row(u64::MAX).key, one.row(0).key);
    }

    #[test]
    fn seeds_of_different_kinds_have_different_keys() {
        let number = Seed::from(0x61);
        let text = Seed::from("a\0\0\0\0\0\0\0");
        let bytes = Seed::from(&b"a\0\0\0\0\0\0\0"[..]);
        assert_ne!(number.key, text.key);
        assert_ne!(text.key, bytes.key);
    }

    #[test]
    fn a_bad_seed_says_what_would_do() {
        let error = Seed::parse("-1").unwrap_err();
        assert_eq!(error.to_string(), "`-1` is not a seed");
        assert!(error.help().next().is_some_and(|help| help.contains("whole number")));
    }
}
