//! Texts → settings, wherever the texts stand: in a call, in a variable, in `foundry.toml`.

use std::fmt;
use std::ops::RangeInclusive;

use super::Limits;
use crate::generators::{Locale, UnknownLocale};
use crate::seed::Seed;

/// More threads than this are not started.
pub(crate) const MAX_THREADS: usize = 256;

/// A text that is not what a setting takes, and what would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub(super) text: String,
    /// What it should be: `a seed`.
    pub(super) wanted: &'static str,
    pub(super) help: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not {}: {}", self.text, self.wanted, self.help)
    }
}

impl std::error::Error for Wrong {}

fn wrong(text: &str, wanted: &'static str, help: impl Into<String>) -> Wrong {
    Wrong { text: text.to_owned(), wanted, help: help.into() }
}

pub(super) fn read_seed(text: &str) -> Result<Seed, Wrong> {
    Seed::parse(text).map_err(|error| {
        let help: Vec<&str> = error.help().collect();
        wrong(text, "a seed", help.join(", "))
    })
}

pub(super) fn read_probability(text: &str) -> Result<f64, Wrong> {
    let presence = text.trim().parse().ok().filter(|presence| (0.0..=1.0).contains(presence));
    let help = "write a number from 0 (never) to 1 (always)";
    presence.ok_or_else(|| wrong(text, "a probability", help))
}

/// `0..=3`, or `2` for `2..=2`.
pub(super) fn read_lengths(text: &str) -> Result<RangeInclusive<u64>, Wrong> {
    let told = |help: &str| wrong(text, "a range of lengths", help);
    let (least, most) = text.split_once("..=").unwrap_or((text, text));
    let (Ok(least), Ok(most)) = (least.trim().parse::<u64>(), most.trim().parse::<u64>()) else {
        return Err(told("write `0..=3` for none to three"));
    };
    if least > most {
        return Err(told(&format!("write `{most}..={least}`")));
    }
    Ok(least..=most)
}

pub(super) fn read_depth(text: &str) -> Result<u32, Wrong> {
    let depth = text.trim().parse().ok();
    depth.ok_or_else(|| wrong(text, "a number of levels", "write a whole number, such as 4"))
}

pub(super) fn read_attempts(text: &str) -> Result<u32, Wrong> {
    let attempts = text.trim().parse().ok().filter(|attempts| *attempts > 0);
    let help = "write a whole number from 1 on, such as 1000";
    attempts.ok_or_else(|| wrong(text, "a number of attempts", help))
}

pub(super) fn read_values(text: &str) -> Result<u64, Wrong> {
    read_limit(text, "a number of values", Limits::MOST_VALUES)
}

pub(super) fn read_chars(text: &str) -> Result<u64, Wrong> {
    read_limit(text, "a number of characters", Limits::MOST_CHARS)
}

fn read_limit(text: &str, wanted: &'static str, most: u64) -> Result<u64, Wrong> {
    let limit = text.trim().parse().ok().filter(|limit| (1..=most).contains(limit));
    limit.ok_or_else(|| wrong(text, wanted, format!("write a whole number from 1 to {most}")))
}

pub(super) fn read_locale(text: &str) -> Result<Locale, Wrong> {
    text.trim()
        .parse()
        .map_err(|unknown: UnknownLocale| wrong(text, "a locale", unknown.to_string()))
}

pub(super) fn read_realism(text: &str) -> Result<bool, Wrong> {
    match text.trim() {
        "on" | "true" => Ok(true),
        "off" | "false" => Ok(false),
        _ => Err(wrong(text, "a switch", "write `on` or `off`")),
    }
}

pub(super) fn read_threads(text: &str) -> Result<usize, Wrong> {
    let threads = text.trim().parse().ok().filter(|threads| (1..=MAX_THREADS).contains(threads));
    let help = format!("write a whole number from 1 to {MAX_THREADS}");
    threads.ok_or_else(|| wrong(text, "a number of threads", help))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_a_range_or_one_length() {
        assert_eq!(read_lengths("1..=3"), Ok(1..=3));
        assert_eq!(read_lengths("2"), Ok(2..=2));
        assert_eq!(read_lengths("3..=1").unwrap_err().help, "write `1..=3`");
        assert!(read_lengths("1..3").is_err());
    }

    #[test]
    fn what_no_setting_takes_is_told_with_what_would_do() {
        for (told, text) in [
            (read_probability("2").map(|_| ()), "`2` is not a probability"),
            (read_probability("NaN").map(|_| ()), "`NaN` is not a probability"),
            (read_attempts("0").map(|_| ()), "`0` is not a number of attempts"),
            (read_values("0").map(|_| ()), "`0` is not a number of values"),
            (read_chars("1e9").map(|_| ()), "`1e9` is not a number of characters"),
            (read_threads("257").map(|_| ()), "`257` is not a number of threads"),
            (read_depth("-1").map(|_| ()), "`-1` is not a number of levels"),
            (read_seed("four").map(|_| ()), "`four` is not a seed"),
        ] {
            assert!(told.unwrap_err().to_string().starts_with(text));
        }
    }
}
