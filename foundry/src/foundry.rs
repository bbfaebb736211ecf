//! The trait [`Foundry`]: what a user calls on a type.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::batch::Batch;
use crate::builder::Builder;
use crate::error::Error;
use crate::parse::schema_of;
use crate::plan::Plan;
use crate::rows::Iter;
use crate::seed::Seed;

/// A type whose JSON Schema contract gives its own test data; made by `#[derive(Foundry)]`.
///
/// Every value that leaves has passed four verdicts: the drawn instance satisfies the contract,
/// serde reads it, what serde writes back satisfies the contract, and `garde` or `validator`
/// accept it where the type implements them and the feature of that name is on.
///
/// The functions without `try_` panic where there is no row, with the whole story and at the
/// caller's line: in a test that is what one wants to read.
///
/// # Examples
///
/// ```
/// use foundry::Foundry;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
/// struct Order {
///     #[schemars(range(min = 1, max = 999))]
///     quantity: u32,
///     note: Option<String>,
/// }
///
/// let orders = Order::foundry_batch(42, 100);
/// assert_eq!(orders.len(), 100);
/// assert!(orders.iter().all(|order| (1..=999).contains(&order.quantity)));
/// assert_eq!(orders[17], Order::foundry_row(42, 17));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot make test data: it does not implement `Foundry`",
    note = "add `#[derive(foundry::Foundry)]` beside `serde::Serialize` and `serde::Deserialize`"
)]
pub trait Foundry: Serialize + DeserializeOwned + JsonSchema + 'static {
    /// One value: row 0 of `seed`.
    ///
    /// # Panics
    ///
    /// When there is no such row; the text says why and how to draw it again.
    #[track_caller]
    fn foundry(seed: impl Into<Seed>) -> Self {
        Self::foundry_row(seed, 0)
    }

    /// Rows 0 to `count` of `seed`.
    ///
    /// # Panics
    ///
    /// When a row cannot be drawn; the text says why and how to draw it again.
    #[track_caller]
    fn foundry_batch(seed: impl Into<Seed>, count: usize) -> Batch<Self> {
        match Self::try_foundry_batch(seed, count) {
            Ok(batch) => batch,
            Err(error) => fail(&error),
        }
    }

    /// Rows 0 to `count` of `seed`.
    ///
    /// # Errors
    ///
    /// The error of the first row that fails: no part of the batch is returned then.
    fn try_foundry_batch(seed: impl Into<Seed>, count: usize) -> Result<Batch<Self>, Error> {
        Self::foundry_with().rows(count).batch(seed)
    }

    /// The one row `index` of `seed`: as fast for row 10¹² as for row 0, and equal to the row of
    /// that index in every batch.
    ///
    /// # Panics
    ///
    /// When there is no such row; the text says why.
    #[track_caller]
    fn foundry_row(seed: impl Into<Seed>, index: u64) -> Self {
        match Self::foundry_with().row(seed, index) {
            Ok(row) => row,
            Err(error) => fail(&error),
        }
    }

    /// All rows of `seed`, one after the other, without end.
    ///
    /// # Panics
    ///
    /// The iterator panics at a row that cannot be drawn.
    #[track_caller]
    fn foundry_iter(seed: impl Into<Seed>) -> Iter<Self> {
        match Self::foundry_with().iter(seed) {
            Ok(iter) => iter,
            Err(error) => fail(&error),
        }
    }

    /// Everything that one call may set: rows, overrides, policies, threads, the gate.
    fn foundry_with() -> Builder<Self> {
        Builder::new()
    }

    /// The contract that rows are drawn from: the deserialize side, as schemars publishes it.
    fn foundry_schema() -> Value {
        schema_of::<Self>()
    }

    /// The plan of the configuration that calls start from: see [`Config::load`](crate::config::Config::load).
    ///
    /// # Errors
    ///
    /// When the contract has no value, or asks for what cannot be planned.
    fn foundry_plan() -> Result<Arc<Plan>, Error> {
        Ok(Arc::clone(&Builder::<Self>::new().blueprint()?.0.plan))
    }

    /// What `garde` or `validator` say of the value, where the type implements them.
    #[doc(hidden)]
    fn __foundry_verdict(&self) -> Result<(), String> {
        Ok(())
    }
}

/// The panic of the functions without `try_`, at the line of the test that called them.
#[track_caller]
pub(crate) fn fail(error: &Error) -> ! {
    panic!("{}", error.report())
}
