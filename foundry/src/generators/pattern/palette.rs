//! A set of characters → the ones to draw: readable before all others.

use super::charset::CharSet;
use crate::seed::Stream;

/// Letters that stand for all outside ASCII where nearly everything is allowed.
const FOREIGN: [char; 20] = [
    'à', 'ç', 'é', 'ñ', 'ö', 'ø', 'ü', 'ß', 'ł', 'ž', 'Å', 'Ö', 'λ', 'ж', 'я', 'ב', 'あ', '字',
    '漢', '한',
];

/// Sets outside ASCII up to this size are drawn from as they are: somebody named them.
const NAMED: u64 = 8_192;

/// What should not be in a text where there is a choice: controls, formats, separators, surrogates'
/// neighbours, private use and what is no character at all.
const UNREADABLE: [(u32, u32); 15] = [
    (0x00, 0x1f),
    (0x7f, 0xa0),
    (0xad, 0xad),
    (0x0300, 0x036f),
    (0x200b, 0x200f),
    (0x2028, 0x202f),
    (0x2060, 0x206f),
    (0xe000, 0xf8ff),
    (0xfdd0, 0xfdef),
    (0xfe00, 0xfe0f),
    (0xfeff, 0xfeff),
    (0xfff0, 0xffff),
    (0x1fffe, 0x1ffff),
    (0x2fffe, 0x2ffff),
    (0xe0000, 0x0010_ffff),
];

/// The characters of one step of a text.
#[derive(Debug, Clone)]
pub(super) struct Palette {
    /// What is drawn by default, letters first.
    usual: Vec<char>,
    /// Punctuation beside letters and digits, drawn now and then.
    signs: Vec<char>,
    /// Letters outside ASCII, drawn rarely.
    foreign: Vec<char>,
    /// What is drawn where none of those is there.
    others: CharSet,
    /// Everything that is in none of the lists.
    unlisted: CharSet,
    /// Whether there is nothing but the usual.
    is_plain: bool,
}

impl Palette {
    pub(super) fn new(set: &CharSet) -> Self {
        let (mut usual, mut signs, mut foreign) = (Vec::new(), Vec::new(), Vec::new());
        // A set that reaches beyond ASCII says what is not allowed; one within says what is.
        let is_wide = set.ranges().last().is_some_and(|(_, end)| *end > 0x7f);
        for c in (' '..='~').filter(|c| set.contains(*c)) {
            let list = if is_wide && !c.is_ascii_alphanumeric() { &mut signs } else { &mut usual };
            list.push(c);
        }
        usual.sort_by_key(|c| match c {
            'a'..='z' => 0,
            'A'..='Z' => 1,
            '0'..='9' => 2,
            _ => 3,
        });
        let unreadable = CharSet::from_ranges(UNREADABLE);
        let beyond = CharSet::from_ranges([(0x80, 0x0010_ffff)]).without(&unreadable).within(set);
        if is_wide && (beyond.len() > NAMED || !(usual.is_empty() && signs.is_empty())) {
            foreign.extend(FOREIGN.iter().filter(|c| set.contains(**c)));
        }
        let listed = usual.iter().chain(&signs).chain(&foreign);
        let unlisted =
            set.without(&CharSet::from_ranges(listed.map(|c| (u32::from(*c), u32::from(*c)))));
        let readable = set.without(&unreadable);
        let others = if readable.is_empty() { set.clone() } else { readable };
        let is_plain = !usual.is_empty() && signs.is_empty() && foreign.is_empty();
        Self { usual, signs, foreign, others, unlisted, is_plain }
    }

    /// How much this step weighs against others from the same state. The root keeps a wide set
    /// from pushing a single character aside.
    pub(super) fn weight(&self) -> f64 {
        let listed = self.usual.len() + self.signs.len().min(8) + self.foreign.len().min(2);
        // Beside anything readable, what is not readable hardly counts.
        let listed = u32::try_from(listed).unwrap_or(u32::MAX);
        match listed {
            0 if self.others.ranges().iter().all(|(_, end)| *end <= 0x1f) => 0.01,
            0 => f64::from(u32::try_from(self.others.len().min(16)).unwrap_or(16)).sqrt(),
            _ => f64::from(listed).sqrt(),
        }
    }

    #[inline]
    pub(super) fn draw(&self, stream: &mut Stream) -> char {
        if self.is_plain {
            // Most sets are small and plain: there is nothing to choose between.
            return self.usual[stream.index(self.usual.len())];
        }
        self.draw_mixed(stream)
    }

    #[inline(never)]
    fn draw_mixed(&self, stream: &mut Stream) -> char {
        if self.signs.is_empty() && self.foreign.is_empty() {
            return self.draw_other(stream);
        }
        let dice = stream.below(100);
        let lists: [&[char]; 3] = match dice {
            0 => [&self.foreign, &self.usual, &self.signs],
            1..=8 => [&self.signs, &self.usual, &self.foreign],
            _ => [&self.usual, &self.signs, &self.foreign],
        };
        let listed = lists.into_iter().find_map(|list| stream.choose(list));
        listed.copied().unwrap_or_else(|| self.draw_other(stream))
    }

    fn draw_other(&self, stream: &mut Stream) -> char {
        let position = stream.below(self.others.len());
        self.others.nth(position).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    /// The set, where there is nothing in it but printable ASCII.
    pub(super) fn ascii(&self) -> Option<Vec<u8>> {
        let bytes = self.usual.iter().map(|c| u8::try_from(*c).ok());
        bytes.collect::<Option<_>>().filter(|_| self.is_plain)
    }

    /// How many characters there are.
    pub(super) fn len(&self) -> u64 {
        (self.usual.len() + self.signs.len() + self.foreign.len()) as u64 + self.unlisted.len()
    }

    /// How many of them are readable ones that stand first, where there are such.
    pub(super) fn readable_len(&self) -> u64 {
        match (self.usual.len() + self.signs.len() + self.foreign.len()) as u64 {
            0 => self.len(),
            listed => listed,
        }
    }

    /// The character number `position`: readable ones come first.
    pub(super) fn nth(&self, position: u64) -> Option<char> {
        let listed = self.usual.iter().chain(&self.signs).chain(&self.foreign);
        let count = (self.usual.len() + self.signs.len() + self.foreign.len()) as u64;
        if position < count {
            return listed.copied().nth(usize::try_from(position).ok()?);
        }
        self.unlisted.nth(position - count)
    }

    /// The most readable character.
    pub(super) fn first(&self) -> char {
        let listed = self.usual.first().or(self.signs.first()).or(self.foreign.first());
        listed.copied().or_else(|| self.others.nth(0)).unwrap_or(char::REPLACEMENT_CHARACTER)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{Path, Seed};

    fn draws(ranges: &[(u32, u32)]) -> Vec<char> {
        let palette = Palette::new(&CharSet::from_ranges(ranges.iter().copied()));
        let mut stream = Seed::from(5).row(0).stream(Path::ROOT);
        (0..3000).map(|_| palette.draw(&mut stream)).collect()
    }

    #[test]
    fn anything_is_mostly_letters_and_digits_and_never_a_control() {
        let drawn = draws(CharSet::all().ranges());
        assert!(drawn.iter().all(|c| !c.is_control()));
        let usual = drawn.iter().filter(|c| c.is_ascii_alphanumeric()).count();
        assert!((2600..2900).contains(&usual), "{usual}");
        assert!(drawn.iter().any(|c| !c.is_ascii() && c.is_alphabetic()));
        assert!(drawn.iter().any(char::is_ascii_punctuation));
    }

    #[test]
    fn a_named_set_is_drawn_from_evenly() {
        let drawn = draws(&[(0x61, 0x63), (0x5f, 0x5f)]);
        for c in ['a', 'b', 'c', '_'] {
            let count = drawn.iter().filter(|drawn| **drawn == c).count();
            assert!((600..900).contains(&count), "{c}: {count}");
        }
        let cyrillic = draws(&[(0x430, 0x44f)]);
        assert!((0x430..=0x44f).all(|c| cyrillic.iter().any(|drawn| u32::from(*drawn) == c)));
    }

    #[test]
    fn controls_come_where_there_is_nothing_else() {
        assert!(draws(&[(0x09, 0x0d), (0x20, 0x20)]).iter().all(|c| *c == ' '));
        assert!(draws(&[(0x09, 0x0a)]).contains(&'\n'));
        assert!(draws(&[(0xe000, 0xe001)]).contains(&'\u{e001}'));
    }

    #[test]
    fn every_character_has_one_number() {
        let set = CharSet::from_ranges([(0x00, 0x1ff)]);
        let palette = Palette::new(&set);
        let mut numbered: Vec<char> = (0..palette.len()).filter_map(|n| palette.nth(n)).collect();
        assert!(numbered[0].is_ascii_alphanumeric());
        assert_eq!(palette.first(), numbered[0]);
        numbered.sort_unstable();
        numbered.dedup();
        assert_eq!(numbered.len() as u64, set.len());
        assert_eq!(palette.nth(palette.len()), None);
    }
}
