//! An error and the whole story that it must tell, word by word.

use foundry::{Error, Foundry};

/// The error of a batch of `T`.
pub(crate) fn error_of<T: Foundry>() -> Error {
    match T::try_foundry_batch(42, 20) {
        Ok(_) => panic!("there are rows of {}", std::any::type_name::<T>()),
        Err(error) => error,
    }
}

/// Compares the report of an error with the lines that are expected.
#[track_caller]
pub(crate) fn assert_told(error: &Error, expected: &[&str]) {
    let report = error.report();
    assert_eq!(report.lines().collect::<Vec<_>>(), expected, "\n{report}\n");
    assert_eq!(error.to_string().lines().count(), 1, "`Display` is one line");
    assert_eq!(error.to_string(), expected[0]);
}

/// `told!(Type; "line", "line", …)` compares the error of a batch.
macro_rules! told {
    ($ty:ty; $($line:expr),+ $(,)?) => {
        $crate::told::assert_told(&$crate::told::error_of::<$ty>(), &[$($line),+])
    };
}
