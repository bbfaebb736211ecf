//! Places: what stands in an address, and all of it about one place.

use super::form::{fill_template, write_one_of};
use super::picks::Place;
use super::{Draw, Faker};

pub(super) static FAKERS: &[Faker] = &[
    Faker {
        name: "address.line",
        about: "streets with a house number",
        fields: &[
            "address line",
            "address line 1",
            "street address",
            "street line",
            "address 1",
            "street 1",
            "line 1",
            "addr",
        ],
        format: None,
        write: |draw, out| {
            let line = Place::of(draw).line(draw);
            out.push_str(&line);
        },
    },
    Faker {
        name: "address.unit",
        about: "what stands on the second line of an address: a flat, a floor",
        fields: &[
            "address line 2",
            "address 2",
            "street 2",
            "line 2",
            "apartment",
            "suite",
            "flat",
            "unit number",
            "apartment number",
            "floor",
        ],
        format: None,
        write: |draw, out| write_one_of(draw.locale.tables().units, draw.own, out),
    },
    Faker {
        name: "address.street",
        about: "names of streets",
        fields: &["street", "street name", "road", "road name", "thoroughfare"],
        format: None,
        write: |draw, out| out.push_str(Place::of(draw).street),
    },
    Faker {
        name: "address.house_number",
        about: "house numbers",
        fields: &["house number", "street number", "building number", "house no", "street no"],
        format: None,
        write: |draw, out| out.push_str(&Place::of(draw).number),
    },
    Faker {
        name: "address.city",
        about: "cities",
        fields: &[
            "city",
            "town",
            "city name",
            "locality",
            "municipality",
            "birth place",
            "place of birth",
            "post town",
            "address locality",
        ],
        format: None,
        write: |draw, out| out.push_str(Place::of(draw).city.name),
    },
    Faker {
        name: "address.region",
        about: "states, provinces, prefectures",
        fields: &[
            "region",
            "province",
            "county",
            "prefecture",
            "state name",
            "region name",
            "federal state",
            "address region",
            "administrative area",
            "state province",
            "province name",
        ],
        format: None,
        write: |draw, out| out.push_str(Place::of(draw).city.region),
    },
    Faker {
        name: "address.region_code",
        about: "states, provinces, prefectures, abbreviated",
        fields: &[
            "region code",
            "state code",
            "province code",
            "state abbr",
            "state abbreviation",
            "county code",
        ],
        format: None,
        write: |draw, out| out.push_str(Place::of(draw).city.region_code),
    },
    Faker {
        name: "address.postcode",
        about: "postcodes that begin as those of the city do",
        fields: &[
            "postcode",
            "postal code",
            "zip",
            "zip code",
            "plz",
            "postal",
            "zip postal code",
            "eircode",
            "cep",
        ],
        format: None,
        write: |draw, out| out.push_str(&Place::of(draw).postcode),
    },
    Faker {
        name: "address.country",
        about: "the country of the locale, in its language",
        fields: &[
            "country",
            "country name",
            "nation",
            "country of origin",
            "country of birth",
            "address country",
        ],
        format: None,
        write: |draw, out| out.push_str(draw.locale.tables().country),
    },
    Faker {
        name: "address.country_code",
        about: "the country of the locale as a code of two letters (ISO 3166-1)",
        fields: &[
            "country code",
            "country iso",
            "country iso code",
            "iso country",
            "country iso 2",
            "nationality code",
        ],
        format: None,
        write: |draw, out| out.push_str(draw.locale.tables().country_code),
    },
    Faker {
        name: "address.full",
        about: "addresses on one line",
        fields: &[
            "full address",
            "postal address",
            "mailing address",
            "formatted address",
            "one line address",
        ],
        format: None,
        write: write_full,
    },
];

fn write_full(draw: &mut Draw<'_>, out: &mut String) {
    let place = Place::of(draw);
    let line = place.line(draw);
    let parts = [
        ("line", line.as_str()),
        ("city", place.city.name),
        ("region", place.city.region),
        ("code", place.city.region_code),
        ("postcode", place.postcode.as_str()),
    ];
    fill_template(draw.locale.tables().address, &parts, out);
}
