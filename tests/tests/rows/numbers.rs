//! Numbers of every width, their bounds, and what JSON can carry of them.

use std::num::{
    NonZero, NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8,
    NonZeroU16, NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize,
};

use foundry::Foundry;
use serde::{Deserialize, Serialize};

held! {
    of_u8: u8;
    of_u16: u16;
    of_u32: u32;
    of_u64: u64;
    of_u128: u128;
    of_usize: usize;
    of_i8: i8;
    of_i16: i16;
    of_i32: i32;
    of_i64: i64;
    of_i128: i128;
    of_isize: isize;
    of_f32: f32;
    of_f64: f64;
    nonzero_u8: NonZeroU8;
    nonzero_u16: NonZeroU16;
    nonzero_u32: NonZeroU32;
    nonzero_u64: NonZeroU64;
    nonzero_u128: NonZeroU128;
    nonzero_usize: NonZeroUsize;
    nonzero_i8: NonZeroI8;
    nonzero_i16: NonZeroI16;
    nonzero_i32: NonZeroI32;
    nonzero_i64: NonZeroI64;
    nonzero_i128: NonZeroI128;
    nonzero_isize: NonZeroIsize;
    nonzero_generic: NonZero<u16>;
}

#[derive(Serialize, Deserialize, Foundry)]
struct Ranges {
    #[schemars(range(min = 10, max = 12))]
    small: u8,
    #[schemars(range(min = 3_000_000_000_u64))]
    above_i32: u32,
    #[schemars(range(min = 9_223_372_036_854_775_808_u64))]
    above_i64: u64,
    #[schemars(range(min = 18_446_744_073_709_551_615_u64))]
    greatest: u64,
    #[schemars(range(min = -9_223_372_036_854_775_808_i64, max = -9_223_372_036_854_775_807_i64))]
    least: i64,
    #[schemars(range(min = 0.25, max = 0.75))]
    share: f64,
    #[schemars(range(min = -1.5, max = 1.5))]
    single: f32,
    #[schemars(range(min = 0.1, max = 0.2))]
    tenths: f32,
    #[schemars(range(min = 1e300))]
    huge: f64,
    #[schemars(range(min = 2, max = 2))]
    one_value: i128,
    #[schemars(range(min = 1, max = 100), extend("multipleOf" = 7))]
    sevens: u16,
    #[schemars(extend("exclusiveMinimum" = 0, "exclusiveMaximum" = 3))]
    between: u8,
    #[schemars(range(min = 0.0, max = 10.0), extend("multipleOf" = 0.25))]
    quarters: f64,
}

checked! {
    ranges: Ranges, but [
        (Except::Goal("/properties/greatest integer differs"), "there is one"),
        (Except::Goal("/properties/one_value integer differs"), "there is one"),
    ];
}

#[test]
fn numbers_reach_both_ends_and_the_middle() {
    let rows = of_u64::Held::foundry_batch(5, 2000);
    let all: Vec<u64> = rows.iter().map(|row| row.value).collect();
    assert!(all.iter().any(|value| *value > i64::MAX.unsigned_abs()), "above i64");
    assert!(all.iter().any(|value| *value < 100), "small ones");
    let rows = of_i8::Held::foundry_batch(5, 2000);
    assert!(rows.iter().any(|row| row.value == i8::MIN));
    assert!(rows.iter().any(|row| row.value == i8::MAX));
    assert!(rows.iter().any(|row| row.value == 0));
    let rows = of_i64::Held::foundry_batch(5, 2000);
    assert!(rows.iter().any(|row| row.value < i64::from(i32::MIN)));
    assert!(rows.iter().any(|row| row.value > i64::from(i32::MAX)));
}

#[test]
fn floats_are_finite_and_come_back_bit_by_bit() {
    for row in &of_f32::Held::foundry_batch(5, 2000) {
        let text = serde_json::to_string(&row.value).expect("a number is JSON");
        assert!(row.value.is_finite());
        assert_eq!(
            serde_json::from_str::<f32>(&text).expect("a number").to_bits(),
            row.value.to_bits()
        );
    }
    for row in &of_f64::Held::foundry_batch(5, 2000) {
        let text = serde_json::to_string(&row.value).expect("a number is JSON");
        assert!(row.value.is_finite());
        assert_eq!(
            serde_json::from_str::<f64>(&text).expect("a number").to_bits(),
            row.value.to_bits()
        );
    }
}
