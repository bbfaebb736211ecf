//! Types of other crates, with every feature of schemars switched on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

twice! { crates: Chrono, Jiff, Ids, Decimals, Bytes, Index, Small, Smol, Arrays, Eithers, Mixed;
    #[derive(Serialize, Deserialize, Contract)]
    struct Chrono {
        a: chrono::NaiveDate, b: chrono::NaiveTime, c: chrono::NaiveDateTime,
        d: chrono::DateTime<chrono::Utc>, e: chrono::DateTime<chrono::FixedOffset>, f: chrono::Weekday,
        h: chrono::TimeDelta, i: Option<chrono::DateTime<chrono::Local>>,
    }

    #[derive(Serialize, Deserialize, Contract)]
    struct Jiff {
        a: jiff::civil::Date, b: jiff::civil::Time, c: jiff::civil::DateTime, d: jiff::Timestamp,
        e: jiff::Zoned, f: jiff::SignedDuration, g: jiff::Span,
    }

    #[derive(Serialize, Deserialize, Contract)]
    struct Ids { a: uuid::Uuid, b: url::Url, c: semver::Version, d: BTreeMap<uuid::Uuid, Option<url::Url>> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Decimals { a: rust_decimal::Decimal, b: bigdecimal::BigDecimal }

    #[derive(Serialize, Deserialize, Contract)]
    struct Bytes { a: bytes::Bytes, b: bytes::BytesMut }

    #[derive(Serialize, Deserialize, Contract)]
    struct Index { a: indexmap::IndexMap<u16, String>, b: indexmap::IndexSet<char> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Small { a: smallvec::SmallVec<[u8; 4]>, b: Option<smallvec::SmallVec<[String; 2]>> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Smol { a: smol_str02::SmolStr, #[schemars(length(max = 3))] b: smol_str03::SmolStr }

    #[derive(Serialize, Deserialize, Contract)]
    struct Arrays { a: arrayvec::ArrayVec<u8, 4>, b: arrayvec::ArrayString<8> }

    #[derive(Serialize, Deserialize, Contract)]
    struct Eithers { a: either::Either<u8, String>, b: Vec<either::Either<Small, Smol>> }

    #[derive(Serialize, Deserialize, Contract)]
    #[serde(tag = "kind")]
    enum Mixed { Chrono(Chrono), Ids(Ids), Bytes { bytes: Bytes, #[serde(default)] index: indexmap::IndexMap<String, u8> } }
}
