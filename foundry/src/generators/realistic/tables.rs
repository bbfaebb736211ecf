//! What a locale consists of: the tables from which its texts are picked.

/// The facts about one locale. Forms are read by [`super::form::write_form`], templates by
/// [`super::form::fill_template`].
#[derive(Debug)]
pub(crate) struct Tables {
    /// Language and country: `de_DE`.
    pub name: &'static str,
    /// The same as a language tag (BCP 47): `de-DE`.
    pub language: &'static str,
    /// The country in its own language.
    pub country: &'static str,
    /// ISO 3166-1 alpha-2.
    pub country_code: &'static str,
    /// ISO 4217.
    pub currency: &'static str,
    pub first_names: &'static [&'static [&'static str]],
    pub last_names: &'static [&'static [&'static str]],
    /// Names that the tables of `fake` spell wrong, and how they are spelled.
    pub misspelled: &'static [(&'static str, &'static str)],
    /// How names sound in Latin letters, where their signs alone do not tell.
    pub readings: &'static [(&'static str, &'static str)],
    /// Letters that are written in ASCII in another way than by leaving their marks out.
    pub letters: &'static [(char, &'static str)],
    /// A template of `{first}` and `{last}`.
    pub full_name: &'static str,
    pub titles: &'static [&'static str],
    pub cities: &'static [City],
    pub streets: &'static [&'static str],
    /// Forms.
    pub house_numbers: &'static [&'static str],
    /// Forms of what stands on the second line of an address: a flat, a floor.
    pub units: &'static [&'static str],
    /// A template of `{street}` and `{number}`.
    pub line: &'static str,
    /// A template of `{line}`, `{city}`, `{region}`, `{code}` and `{postcode}`.
    pub address: &'static str,
    /// Forms, in international notation.
    pub phones: &'static [&'static str],
    /// Words that companies call themselves by.
    pub company_words: &'static [&'static str],
    pub company_suffixes: &'static [&'static str],
    /// Templates of `{word}`, `{last}`, `{other}` and `{suffix}`; the first two are what a domain is named after.
    pub company_names: &'static [&'static str],
    /// A form of what follows the check digits of an account's number, and its country; DE where there is none.
    pub iban: (&'static str, &'static str),
    pub time_zones: &'static [&'static str],
    pub months: &'static [&'static str; 12],
    /// From Monday on.
    pub weekdays: &'static [&'static str; 7],
    pub lorem: &'static [&'static str],
    /// What stands between two words, and at the end of a sentence.
    pub punctuation: (&'static str, &'static str),
}

/// A city that exists, in its region, with postcodes that begin as those of the city do.
#[derive(Debug)]
pub(crate) struct City {
    pub name: &'static str,
    pub region: &'static str,
    /// As the region is abbreviated in addresses, else the last part of its ISO 3166-2 code.
    pub region_code: &'static str,
    /// Forms.
    pub postcodes: &'static [&'static str],
}

/// A line of the tables.
pub(crate) const fn city(
    name: &'static str,
    region: &'static str,
    region_code: &'static str,
    postcodes: &'static [&'static str],
) -> City {
    City { name, region, region_code, postcodes }
}

/// Words for companies that are at home in any Latin script.
pub(crate) const BRANDS: &[&str] = &[
    "Alto",
    "Arvo",
    "Astra",
    "Aurea",
    "Avanti",
    "Bellatrix",
    "Borea",
    "Calyx",
    "Cedra",
    "Civis",
    "Corva",
    "Delphi",
    "Elara",
    "Elmira",
    "Fenora",
    "Fidelis",
    "Galena",
    "Helix",
    "Ignis",
    "Kalmar",
    "Kestrel",
    "Lumina",
    "Lyra",
    "Maris",
    "Meridian",
    "Mira",
    "Nivara",
    "Norda",
    "Novena",
    "Oberon",
    "Octava",
    "Orbis",
    "Orion",
    "Pallas",
    "Polaris",
    "Quanta",
    "Ravena",
    "Rigel",
    "Rubis",
    "Sabra",
    "Selva",
    "Sirius",
    "Solara",
    "Strata",
    "Talos",
    "Tellus",
    "Terrano",
    "Umbra",
    "Valora",
    "Vega",
    "Veridian",
    "Vesta",
    "Vireo",
    "Vox",
    "Zephyr",
    "Zenit",
];
