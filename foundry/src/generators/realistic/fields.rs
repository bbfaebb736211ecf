//! The name of a field, and of what is around it → the faker that it asks for.

use std::borrow::Cow;
use std::sync::LazyLock;

use ahash::AHashMap;

use super::Faker;
use super::contexts::{
    COMPANY_ROLES, Kind, OF_ADDRESSES, PERSON_ROLES, SAME_ONE, kind_of, singular,
};
use super::words::words;

/// A faker that the name of a field asks for.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub faker: &'static Faker,
    /// Of whom: the words before those that asked (`billing city` → `billing`). Values of one object with one prefix
    /// are about one person, place or company.
    pub prefix: String,
    /// Whether the name of the field says nothing of it, but its format does.
    pub by_format: bool,
}

/// Which faker `field` asks for, by the longest known tail of its words, also in the plural.
///
/// `context` is the name of the type or the member around. It tells what a bare `name`, `title`, `address`, `state` or
/// `category` is; the words before it tell that first. Bare words that may be anything (`id`, `code`, `key`, `token`,
/// `type`, `status`) ask for nothing.
///
/// Taken wrong: `link` as a word of a network, `state` as that of a machine where nothing is known of what is around.
/// Not taken: `position` (a job, or where something is), `user` and `customer` alone (a name, or a number).
pub(crate) fn faker_of(field: &str, context: Option<&str>) -> Option<Found> {
    let words = words(field);
    let asked = |words: &str| known_tail(words, context);
    let unnumbered = words.trim_end_matches(|sign: char| sign.is_numeric() || sign == ' ');
    asked(&words)
        .or_else(|| (unnumbered != words).then(|| asked(unnumbered)).flatten())
        .or_else(|| asked(&singular(unnumbered)?))
}

/// What the last word of a field says that is about a time.
const TIME_WORDS: &[&str] = &[
    "at", "on", "date", "day", "time", "when", "since", "until", "from", "to", "by", "before",
    "after", "start", "started", "end", "ended", "due", "expiry", "deadline", "birthday", "born",
    "dates", "days", "times",
];

/// Which faker stands in for a plain format in `field`, and whether it does for every text there: the name
/// of the field asks for such ones as well, or plain ones may be the address of somebody.
pub(crate) fn faker_of_format(format: &str, field: &str) -> Option<(&'static Faker, bool)> {
    let by_field = || faker_of(field, None).map(|found| found.faker);
    if let Some(faker) = by_field().filter(|faker| faker.format == Some(format)) {
        return Some((faker, true));
    }
    let faker = super::find(match format {
        "email" | "idn-email" => "internet.email",
        "hostname" | "idn-hostname" => "internet.domain",
        "uri" | "url" | "iri" => "internet.url",
        "date" => "time.date",
        "date-time" => "time.date_time",
        "partial-date-time" => "time.local_date_time",
        "time" => "time.time",
        "partial-time" => "time.local_time",
        _ => return None,
    })?;
    let words = words(field);
    let last = words.rsplit(' ').next().unwrap_or_default();
    let is_address = faker.name.starts_with("internet.");
    // `created`, `placed`, `shipped`.
    let is_of_time = TIME_WORDS.contains(&last) || last.ends_with("ed");
    Some((faker, is_address || is_of_time))
}

/// The last words of a name, and those before them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tail<'w> {
    before: &'w str,
    words: &'w str,
    /// The words as names are looked up, wherever the spaces are: `zipcode`, `zip code`, `e mail`.
    pub(super) letters: &'w str,
}

/// A name without its spaces.
pub(crate) fn letters(words: &str) -> impl Iterator<Item = char> {
    words.chars().filter(|sign| *sign != ' ')
}

/// What a whole name asks for.
#[derive(Clone, Copy)]
enum Named {
    Faker(&'static Faker),
    /// Somebody in a role: `author`.
    Person,
    /// A company in a role: `supplier`.
    Company,
}

/// Every name of a field that is known, without its spaces.
static NAMES: LazyLock<AHashMap<String, Named>> = LazyLock::new(|| {
    let of = |names: &'static [&'static str], named: Named| {
        names.iter().map(move |name| (letters(name).collect(), named))
    };
    // What stands further down comes first.
    let roles = of(COMPANY_ROLES, Named::Company).chain(of(PERSON_ROLES, Named::Person));
    roles.chain(super::all().flat_map(|faker| of(faker.fields, Named::Faker(faker)))).collect()
});

/// More words than any known name has, however it is spelled: a name of thousands of words is read as fast as others.
const MOST_WORDS: usize = 8;

/// The first of the tails of `words` in which something is found, from the last eight words to the last one.
pub(super) fn find_tail<T>(words: &str, find: impl FnMut(Tail<'_>) -> Option<T>) -> Option<T> {
    let joined: Cow<'_, str> = if words.contains(' ') {
        Cow::Owned(words.split(' ').collect())
    } else {
        Cow::Borrowed(words)
    };
    let spaces = || words.bytes().enumerate().filter(|(_, sign)| *sign == b' ');
    let starts = std::iter::once(0).chain(spaces().map(|(at, _)| at + 1)).enumerate();
    let skipped = spaces().count().saturating_sub(MOST_WORDS - 1);
    // Before a tail, the letters lack as many signs as there are spaces.
    let mut tails = starts.skip(skipped).filter_map(|(spaces, at)| {
        let (before, words) = words.split_at_checked(at)?;
        Some(Tail { before: before.trim_end(), words, letters: joined.get(at - spaces..)? })
    });
    tails.find_map(find)
}

fn known_tail(words: &str, context: Option<&str>) -> Option<Found> {
    find_tail(words, |tail| {
        match NAMES.get(tail.letters) {
            Some(Named::Faker(faker)) => return Some(found(faker, tail.before)),
            Some(Named::Person) => {
                return Some(found(super::find("person.full_name")?, words));
            }
            Some(Named::Company) => {
                return Some(found(super::find("company.name")?, words));
            }
            None => {}
        }
        let name = bare_name(tail, context)?;
        Some(found(super::find(name)?, tail.before))
    })
}

fn found(faker: &'static Faker, before: &str) -> Found {
    let is_place = faker.name.starts_with("address.");
    let words: Vec<_> = before.split(' ').filter(|word| !OF_ADDRESSES.contains(word)).collect();
    let is_same = |word: &&str| SAME_ONE.contains(word) || word.chars().all(char::is_numeric);
    let prefix =
        if !is_place && words.iter().all(is_same) { String::new() } else { words.join(" ") };
    Found { faker, prefix, by_format: false }
}

/// The faker of a word that means something only beside others.
fn bare_name(tail: Tail<'_>, context: Option<&str>) -> Option<&'static str> {
    let words = if tail.words == "display name" { "name" } else { tail.words };
    if !matches!(words, "name" | "title" | "address" | "state" | "category") {
        return None;
    }
    let kind = if tail.before.is_empty() {
        context.map(|context| kind_of(&super::words::words(context)))
    } else {
        Some(kind_of(tail.before))
    };
    match (words, kind) {
        ("name", None | Some(Kind::Person)) => Some("person.full_name"),
        ("name", Some(Kind::Company)) => Some("company.name"),
        ("name" | "title", Some(Kind::Product)) => Some("commerce.product_name"),
        ("name", Some(Kind::City)) => Some("address.city"),
        ("name", Some(Kind::Country)) => Some("address.country"),
        ("name", Some(Kind::Region)) => Some("address.region"),
        ("name", Some(Kind::Street)) => Some("address.street"),
        ("name", Some(Kind::File)) => Some("file.name"),
        ("title", kind) if kind != Some(Kind::Person) => Some("lorem.title"),
        ("address", None | Some(Kind::Person | Kind::Company | Kind::Place)) => {
            Some("address.full")
        }
        ("state", None | Some(Kind::Person | Kind::Company | Kind::Place)) => {
            Some("address.region")
        }
        ("category", None | Some(Kind::Product)) => Some("commerce.category"),
        _ => None,
    }
}
