//! The texts of a pattern, told apart by numbers: also where the language has no end.

use std::sync::Arc;

use super::Pattern;
use super::compile::SPREAD;
use super::count::{Characters, Counts, MOST_TEXTS};
use super::error::Limit;
use super::table::Texts;
use crate::seed::Stream;

/// Texts that nobody reads are numbered only where there are fewer readable ones than this.
const ENOUGH: u128 = 1 << 40;

/// How much further longer texts go each time that they are taken in.
const WIDER: u64 = 4;

/// Texts are taken from the shortest lengths that give so many; then from the next ones.
const FIRST_TEXTS: [u128; 3] = [1 << 32, 1 << 48, 1 << 64];

/// Some texts of a pattern, each with its number.
#[derive(Debug)]
pub(crate) struct Numbering {
    pattern: Arc<Pattern>,
    is_whole: bool,
    counts: Counts,
    /// How long the texts may be that have a number, where not all texts have one.
    longest: Option<u64>,
}

impl Numbering {
    /// Where the texts are too few and longer ones were left out, these are taken in.
    pub(super) fn new(pattern: &Arc<Pattern>) -> Option<Self> {
        let mut best = Self::within(pattern)?;
        let mut spread = SPREAD;
        while best.longest.is_some() && best.total() < MOST_TEXTS && spread < Limit::Chars.value() {
            spread *= WIDER;
            let Ok(wider) = Pattern::within(pattern.wanted.clone(), spread) else { break };
            match Self::within(&Arc::new(wider)) {
                Some(wider) if wider.total() > best.total() => best = wider,
                _ => break,
            }
        }
        Some(best)
    }

    /// Texts that match from end to end are preferred, and readable ones, where there are enough.
    fn within(pattern: &Arc<Pattern>) -> Option<Self> {
        if !pattern.checks.is_empty() {
            return None;
        }
        let mut best: Option<(bool, Counts)> = None;
        for (is_whole, characters) in [
            (true, Characters::Readable),
            (false, Characters::Readable),
            (true, Characters::All),
            (false, Characters::All),
        ] {
            let Some(texts) = pattern.texts(is_whole) else { continue };
            let Some(counts) = Counts::new(texts, characters) else { continue };
            let total = counts.total();
            if best.as_ref().is_none_or(|(_, best)| total > best.total()) {
                best = Some((is_whole, counts));
            }
            if total >= ENOUGH {
                break;
            }
        }
        let (is_whole, counts) = best?;
        let is_all = pattern.count().is_some_and(|count| u128::from(count) == counts.total());
        let longest = (!is_all).then(|| counts.longest());
        Some(Self { pattern: Arc::clone(pattern), is_whole, counts, longest })
    }

    /// How many texts have a number.
    pub(crate) fn total(&self) -> u128 {
        self.counts.total()
    }

    /// How long the texts are, in characters, where more of them have no number.
    pub(crate) fn longest(&self) -> Option<u64> {
        self.longest
    }

    /// How many texts come before longer ones do, at a few lengths.
    pub(crate) fn bounds(&self) -> Vec<u128> {
        let mut bounds = Vec::new();
        for least in FIRST_TEXTS {
            let reached = self.counts.totals().find(|total| *total >= least);
            bounds.extend(reached.filter(|bound| !bounds.contains(bound)));
        }
        bounds.retain(|bound| *bound < self.total());
        bounds
    }

    /// Appends the text number `number`, which is below the total; short ones come first. Where there
    /// are more than have numbers, `stream` says which part of them is taken.
    pub(crate) fn write(&self, number: u128, stream: &mut Stream, out: &mut String) {
        if let Some(texts) = self.pattern.texts(self.is_whole) {
            self.counts.write(texts, number, stream, out);
        }
    }
}

impl Pattern {
    /// The texts that match as a whole, or those that match in part, where each has one way.
    fn texts(&self, is_whole: bool) -> Option<&Texts> {
        let [whole, part] = self.is_told_apart;
        if is_whole {
            self.whole.as_ref().filter(|_| whole)
        } else {
            self.part.as_ref().filter(|_| part)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::seed::{Path, Seed};

    fn numbering(pattern: &str, min: u64, max: Option<u64>) -> Numbering {
        let pattern = Pattern::compile(&[pattern.to_owned()], &[], min, max).unwrap();
        Arc::new(pattern).numbering().unwrap()
    }

    fn texts(numbering: &Numbering, numbers: impl Iterator<Item = u128>) -> Vec<String> {
        let write = |number: u128| {
            let mut text = String::new();
            let row = u64::try_from(number % 97).unwrap_or(0);
            let mut stream = Seed::from(1).row(row).stream(Path::ROOT);
            numbering.write(number, &mut stream, &mut text);
            text
        };
        numbers.map(write).collect()
    }

    #[test]
    fn a_finite_language_is_numbered_as_a_whole() {
        let codes = numbering("^[A-C]{1,2}-[0-9]{2}$", 0, None);
        assert_eq!(codes.total(), 1200);
        let all: BTreeSet<String> = texts(&codes, 0..1200).into_iter().collect();
        assert_eq!(all.len(), 1200);
        assert_eq!(texts(&codes, 0..2), ["A-00", "A-01"]);
    }

    #[test]
    fn no_two_numbers_give_one_text_however_many_texts_there_are() {
        for pattern in ["^[a-z]+$", "^.{3,}$", "colou?r", "^(ab|c|[0-9]){5,}x*$"] {
            let many = numbering(pattern, 0, None);
            assert_eq!(many.total(), MOST_TEXTS, "{pattern}");
            let regex = regex::Regex::new(pattern).unwrap();
            let far = (0..2000).map(|at| MOST_TEXTS - 1 - at * 7_919_000_000_000);
            let texts = texts(&many, (0..2000).chain(far));
            let distinct: BTreeSet<&String> = texts.iter().collect();
            assert_eq!(distinct.len(), 4000, "{pattern}");
            assert!(texts.iter().all(|text| regex.is_match(text)), "{pattern}");
            assert!(texts.iter().all(|text| !text.contains(char::is_control)), "{pattern}");
        }
    }

    #[test]
    fn what_must_be_long_is_not_all_one_letter() {
        let long = numbering("^[a-z]{100}$", 0, None);
        let drawn = texts(&long, [0, 1, 2, MOST_TEXTS - 1].into_iter());
        for text in &drawn {
            let letters: BTreeSet<char> = text.chars().take(80).collect();
            assert!(letters.len() > 15, "{text}");
        }
    }

    #[test]
    fn short_texts_come_before_long_ones() {
        let words = numbering("^[a-z]+$", 0, None);
        assert_eq!(texts(&words, [0, 25, 26].into_iter()), ["a", "z", "aa"]);
        let bounds = words.bounds();
        assert_eq!(bounds.len(), 3);
        assert!(bounds[0] >= 1 << 32 && bounds[0] < 1 << 34, "{bounds:?}");
        assert_eq!(texts(&words, [bounds[0] - 1].into_iter())[0].len(), 7);
        assert!(numbering("^[a-z]{3}$", 0, None).bounds().is_empty());
    }

    #[test]
    fn where_a_language_grows_slowly_longer_texts_are_taken_in() {
        let line = numbering("^a+$", 0, None);
        assert_eq!((line.total(), line.longest()), (8_192, Some(8_192)));
        assert_eq!(texts(&line, [8_191].into_iter())[0], "a".repeat(8_192));
        let window = numbering("^x{0,300}$", 0, None);
        assert_eq!((window.total(), window.longest()), (301, None));
        let lines = numbering("^a*b*$", 0, Some(900));
        assert_eq!((lines.total(), lines.longest()), (901 * 902 / 2, None));
        // The table ends before the texts do.
        let long = numbering("^x{0,5000}$", 0, None);
        assert!(long.total() >= 65 && long.longest().is_some(), "{long:?}");
        assert_eq!(numbering("^[ab]+$", 0, None).total(), MOST_TEXTS);
        assert_eq!(numbering(r"^\p{Lu}+$", 0, None).total(), MOST_TEXTS);
        assert!(numbering(r"^\P{Lu}{2}\p{Nd}$", 0, None).total() > 1 << 40);
    }

    #[test]
    fn look_around_has_no_numbers() {
        let pattern = "^(?:(?!aa)[a-c]){3,9}$".to_owned();
        let pattern = Arc::new(Pattern::compile(&[pattern], &[], 0, None).unwrap());
        assert!(!pattern.checks.is_empty() && pattern.numbering().is_none());
    }

    #[test]
    fn zz() {
        for pattern in ["^\\p{Lu}{2}$", "^\\p{L}+$", "^.*a.{15}$", "(a|b)*a(a|b){18}"] {
            let p = Pattern::compile(&[pattern.to_owned()], &[], 0, None).unwrap();
            println!(
                "{pattern} {:?} {} {:?} whole {} part {}",
                p.is_told_apart,
                p.checks.len(),
                p.is_countable,
                p.whole.is_some(),
                p.part.is_some()
            );
            for t in [&p.whole, &p.part].into_iter().flatten() {
                println!("  states {} range {:?}", t.machine.accepting.len(), t.length_range());
            }
        }
    }
}
