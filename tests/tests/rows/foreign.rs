//! Every type of another crate that has a schema.

use std::collections::BTreeMap;

use either::Either;

held! {
    chrono_date: chrono::NaiveDate;
    chrono_time: chrono::NaiveTime;
    chrono_date_time: chrono::NaiveDateTime;
    chrono_utc: chrono::DateTime<chrono::Utc>;
    chrono_fixed_offset: chrono::DateTime<chrono::FixedOffset>;
    chrono_weekday: chrono::Weekday;
    chrono_delta: chrono::TimeDelta;
    jiff_timestamp: jiff::Timestamp;
    jiff_zoned: jiff::Zoned;
    jiff_date: jiff::civil::Date;
    jiff_time: jiff::civil::Time;
    jiff_date_time: jiff::civil::DateTime;
    jiff_span: jiff::Span;
    jiff_signed_duration: jiff::SignedDuration;
    a_uuid: uuid::Uuid;
    a_url: url::Url;
    version: semver::Version;
    decimal: rust_decimal::Decimal, but [
        (Except::Goal("/properties/many/items is number"), "an f64 has not a decimal's digits"),
        (Except::Goal("/properties/maybe is number"), "an f64 has not a decimal's digits"),
        (Except::Goal("/properties/value is number"), "an f64 has not a decimal's digits"),
    ];
    big_decimal: bigdecimal::BigDecimal, but [
        (Except::Goal("/properties/many/items is number"), "an f64 has not a decimal's digits"),
        (Except::Goal("/properties/maybe is number"), "an f64 has not a decimal's digits"),
        (Except::Goal("/properties/value is number"), "an f64 has not a decimal's digits"),
    ];
    some_bytes: bytes::Bytes;
    bytes_mut: bytes::BytesMut;
    index_map: indexmap::IndexMap<String, u8>;
    index_map_of_numbers: indexmap::IndexMap<i16, Vec<u8>>;
    index_set: indexmap::IndexSet<char>;
    small_vec: smallvec::SmallVec<[u16; 4]>;
    smol_str_02: smol_str02::SmolStr;
    smol_str_03: smol_str03::SmolStr;
    array_vec: arrayvec::ArrayVec<u8, 3>;
    array_string: arrayvec::ArrayString<64>;
    either_of: Either<u8, String>;
    either_of_lists: Either<Vec<uuid::Uuid>, BTreeMap<String, url::Url>>;
}
