//! Why there is no text for a pattern, and the limits that keep every pattern bounded.

/// Why texts of a pattern cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PatternError {
    /// The pattern is not a regular expression.
    #[error("pattern `{pattern}` is not a valid regex: {reason}")]
    Syntax { pattern: String, reason: String },
    /// The pattern needs more than a limit allows.
    #[error("pattern `{pattern}` is too large: it needs more than {limit}")]
    TooLarge { pattern: String, limit: Limit },
    /// No text matches, or none of the wanted length.
    #[error("no text of {} matches {}", window(*.min_chars, *.max_chars), list(.patterns, .excluded))]
    Empty { patterns: Vec<String>, excluded: Vec<String>, min_chars: u64, max_chars: Option<u64> },
    /// The pattern says something that texts cannot be made from.
    #[error("pattern `{pattern}` has {feature}, from which no texts can be made")]
    Unsupported { pattern: String, feature: &'static str },
    /// What the automaton cannot know (look-around) turned every attempt down.
    #[error("none of {attempts} texts made for pattern `{pattern}` matches it")]
    Exhausted { pattern: String, attempts: u32 },
}

/// What a pattern may need at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    /// A pattern is read by recursion and copied where it repeats.
    PatternBytes,
    /// Nested repetitions multiply: `(a{1000}){1000}` has a million states.
    NfaStates,
    /// Sets of characters that overlap split one another.
    Symbols,
    /// Patterns such as `(a|b)*a(a|b){20}` have 2²⁰ different states of mind.
    States,
    /// The table of what can still be reached holds an entry per state and length.
    TableEntries,
    /// Texts are not longer: nobody reads them.
    Chars,
    /// The whole effort, counted rather than timed, so that every machine gives the same answer.
    Steps,
}

impl Limit {
    /// The limit as a number.
    pub(super) const fn value(self) -> u64 {
        match self {
            Self::PatternBytes => 64 * 1024,
            Self::NfaStates => 50_000,
            Self::Symbols => 4_096,
            Self::States => 10_000,
            Self::TableEntries => 2_000_000,
            Self::Chars => 8_192,
            Self::Steps => 1_200_000,
        }
    }

    /// This limit, exceeded by `pattern`.
    pub(super) fn exceeded(self, pattern: &str) -> PatternError {
        PatternError::TooLarge { pattern: pattern.to_owned(), limit: self }
    }
}

impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let unit = match self {
            Self::PatternBytes => "bytes",
            Self::NfaStates | Self::States => "states",
            Self::Symbols => "kinds of characters",
            Self::TableEntries => "table entries",
            Self::Chars => "characters",
            Self::Steps => "steps",
        };
        write!(f, "{} {unit}", self.value())
    }
}

/// How many automata's worth of steps all attempts for one pattern have together.
const ATTEMPTS: u64 = 3;

/// The steps that are left. A step is about as much as following one arrow.
#[derive(Debug)]
pub(super) struct Budget(u64);

impl Budget {
    /// The steps for everything that is tried for one pattern.
    pub(super) fn for_pattern() -> Self {
        Self(Limit::Steps.value() * ATTEMPTS)
    }

    /// Takes the steps for one automaton; [`Self::give_back`] returns what is left of them.
    pub(super) fn take(&mut self) -> Self {
        let taken = self.0.min(Limit::Steps.value());
        self.0 -= taken;
        Self(taken)
    }

    pub(super) fn give_back(&mut self, rest: &Self) {
        self.0 += rest.0;
    }

    pub(super) fn spend(&mut self, steps: usize) -> Result<(), Limit> {
        let left = self.0.checked_sub(steps as u64);
        self.0 = left.unwrap_or(0);
        left.map(|_| ()).ok_or(Limit::Steps)
    }
}

fn window(min_chars: u64, max_chars: Option<u64>) -> String {
    match max_chars {
        None if min_chars == 0 => "any length".to_owned(),
        None => format!("at least {min_chars} characters"),
        Some(max) if max == min_chars => format!("{max} characters"),
        Some(max) => format!("{min_chars} to {max} characters"),
    }
}

fn list(patterns: &[String], excluded: &[String]) -> String {
    let quote = |patterns: &[String]| {
        patterns.iter().map(|pattern| format!("`{pattern}`")).collect::<Vec<_>>().join(" and ")
    };
    match (patterns, excluded) {
        ([], []) => "nothing".to_owned(),
        (_, []) => quote(patterns),
        ([], _) => format!("anything but {}", quote(excluded)),
        _ => format!("{} but not {}", quote(patterns), quote(excluded)),
    }
}
