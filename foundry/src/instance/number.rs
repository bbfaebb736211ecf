//! Numbers as the validator reads them.

use std::borrow::Cow;

use jsonschema::json::JsonNumber;
use serde_json::Number;

/// A number of an instance, as the validator reads it.
///
/// # Examples
///
/// ```
/// use foundry::instance::ReadNumber;
/// use jsonschema::json::JsonNumber;
///
/// assert!(ReadNumber::Float(2.0).is_integer());
/// assert_eq!(ReadNumber::Signed(-2).as_i64(), Some(-2));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ReadNumber {
    /// An integer of `0..=u64::MAX`.
    Unsigned(u64),
    /// A negative integer.
    Signed(i64),
    /// A number that was written as a float.
    Float(f64),
}

impl JsonNumber for ReadNumber {
    #[inline]
    fn as_u64(&self) -> Option<u64> {
        if let Self::Unsigned(value) = *self { Some(value) } else { None }
    }

    #[inline]
    fn as_i64(&self) -> Option<i64> {
        match *self {
            Self::Unsigned(value) => i64::try_from(value).ok(),
            Self::Signed(value) => Some(value),
            Self::Float(_) => None,
        }
    }

    #[inline]
    #[expect(clippy::cast_precision_loss, reason = "the contract asks for the nearest float")]
    fn as_f64(&self) -> Option<f64> {
        Some(match *self {
            Self::Unsigned(value) => value as f64,
            Self::Signed(value) => value as f64,
            Self::Float(value) => value,
        })
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_number().to_string())
    }

    fn to_number(&self) -> Cow<'_, Number> {
        Cow::Owned(match *self {
            Self::Unsigned(value) => Number::from(value),
            Self::Signed(value) => Number::from(value),
            // Finite, so never the zero.
            Self::Float(value) => Number::from_f64(value).unwrap_or_else(|| Number::from(0)),
        })
    }

    #[inline]
    fn is_integer(&self) -> bool {
        if let Self::Float(value) = self { value.fract() == 0.0 } else { true }
    }

    /// A float counts from 2^63 on, as it does in a `serde_json` value: it is written with an
    /// exponent there, and so a plain integer that is too large for 64 bits looks the same.
    #[inline]
    fn is_written_as_integer(&self) -> bool {
        if let Self::Float(value) = self {
            value.abs() >= 9_223_372_036_854_775_808.0
        } else {
            true
        }
    }
}
