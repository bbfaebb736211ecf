//! A language and its country, by name.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use super::locales;
use super::tables::Tables;

/// In whose manner realistic texts are: names, addresses, telephone numbers.
///
/// Defaults to `en_US`.
///
/// # Examples
///
/// ```
/// use foundry::generators::Locale;
///
/// let locale: Locale = "de-DE".parse()?;
/// assert_eq!(locale.name(), "de_DE");
/// assert_eq!(Locale::default().name(), "en_US");
///
/// let error = "de_DD".parse::<Locale>().unwrap_err();
/// assert!(error.to_string().starts_with("no locale is called `de_DD`; did you mean `de_DE`?"));
/// # Ok::<(), foundry::generators::UnknownLocale>(())
/// ```
#[derive(Clone, Copy)]
pub struct Locale(&'static Tables);

impl Locale {
    /// Its name: the language, `_`, and the country.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// Every locale, in the order of their names.
    pub fn all() -> impl Iterator<Item = Self> {
        locales::ALL.into_iter().map(Self)
    }

    /// The locale called `name`, in any case, with `_` or `-`.
    pub fn find(name: &str) -> Option<Self> {
        let name = name.replace('-', "_");
        Self::all().find(|locale| locale.name().eq_ignore_ascii_case(&name))
    }

    /// The tables behind it.
    pub(super) fn tables(self) -> &'static Tables {
        self.0
    }
}

impl Default for Locale {
    fn default() -> Self {
        Self(&locales::en_us::TABLES)
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Locale({})", self.name())
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Locale {}

impl Hash for Locale {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}

impl FromStr for Locale {
    type Err = UnknownLocale;

    /// # Errors
    ///
    /// Where no locale is called `name`; the error names all that there are.
    fn from_str(name: &str) -> Result<Self, UnknownLocale> {
        Self::find(name).ok_or_else(|| UnknownLocale { name: name.to_owned() })
    }
}

/// No locale has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no locale is called `{name}`; {}", offer(name))]
pub struct UnknownLocale {
    name: String,
}

/// How alike two names must be for one to be taken for a slip of the other.
const NEAR: f64 = 0.75;

/// What would do instead: the nearest name, where one is near, and all names.
fn offer(name: &str) -> String {
    let name = name.replace('-', "_").to_lowercase();
    let near = Locale::all()
        .map(|locale| (strsim::jaro_winkler(&name, &locale.name().to_lowercase()), locale))
        .filter(|(score, _)| *score >= NEAR)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, locale)| format!("did you mean `{locale}`? "))
        .unwrap_or_default();
    let known: Vec<_> = Locale::all().map(Locale::name).collect();
    format!("{near}known locales: {}", known.join(", "))
}
