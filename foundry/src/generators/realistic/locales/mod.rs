//! One file for each locale. Cities, regions, postcodes and codes are facts; so are the telephone numbers that nobody
//! has, where a regulator sets some aside, and each file says whether one does.

pub(super) mod de_de;
pub(super) mod en_gb;
pub(super) mod en_us;
pub(super) mod fr_fr;
pub(super) mod it_it;
pub(super) mod ja_jp;
pub(super) mod nl_nl;
pub(super) mod pt_br;
mod readings;
pub(super) mod tr_tr;
pub(super) mod zh_cn;

use super::tables::Tables;

/// In the order of their names.
pub(super) const ALL: [&Tables; 10] = [
    &de_de::TABLES,
    &en_gb::TABLES,
    &en_us::TABLES,
    &fr_fr::TABLES,
    &it_it::TABLES,
    &ja_jp::TABLES,
    &nl_nl::TABLES,
    &pt_br::TABLES,
    &tr_tr::TABLES,
    &zh_cn::TABLES,
];

/// Months and days in English, for all who speak it.
const ENGLISH_MONTHS: &[&str; 12] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const ENGLISH_DAYS: &[&str; 7] =
    &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
