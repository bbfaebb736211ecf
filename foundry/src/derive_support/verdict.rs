//! What `garde` and `validator` say of a value, where its type implements their traits.
//!
//! Whether it does is found out by method lookup, which sees a concrete type and a bound, but not
//! through a parameter: for `struct Page<T>` whose `Validate` holds only under `T: Validate`, the
//! verdict does not count.

/// `Ok`, or what is wrong.
pub type Verdict = Result<(), String>;

/// A value to be judged.
#[cfg(any(feature = "garde", feature = "validator"))]
pub struct Judged<'a, T: ?Sized>(pub &'a T);

/// The verdict of garde.
/// Reports of several lines become a part of one sentence.
#[cfg(any(feature = "garde", feature = "validator"))]
fn on_one_line(report: &str) -> String {
    report.trim_end().replace('\n', "; ")
}

#[cfg(feature = "garde")]
pub trait ByGarde {
    /// Asks garde, with the default context.
    fn garde_verdict(&self) -> Verdict;
}

#[cfg(feature = "garde")]
impl<T> ByGarde for Judged<'_, T>
where
    T: garde::Validate + ?Sized,
    T::Context: Default,
{
    fn garde_verdict(&self) -> Verdict {
        self.0.validate().map_err(|report| on_one_line(&report.to_string()))
    }
}

/// For types that garde does not know.
#[cfg(feature = "garde")]
pub trait NotByGarde {
    /// Nothing to say.
    fn garde_verdict(&self) -> Verdict {
        Ok(())
    }
}

#[cfg(feature = "garde")]
impl<T: ?Sized> NotByGarde for &Judged<'_, T> {}

/// The verdict of validator.
#[cfg(feature = "validator")]
pub trait ByValidator {
    /// Asks validator.
    fn validator_verdict(&self) -> Verdict;
}

#[cfg(feature = "validator")]
impl<T: validator::Validate + ?Sized> ByValidator for Judged<'_, T> {
    fn validator_verdict(&self) -> Verdict {
        self.0.validate().map_err(|errors| on_one_line(&errors.to_string()))
    }
}

/// For types that validator does not know.
#[cfg(feature = "validator")]
pub trait NotByValidator {
    /// Nothing to say.
    fn validator_verdict(&self) -> Verdict {
        Ok(())
    }
}

#[cfg(feature = "validator")]
impl<T: ?Sized> NotByValidator for &Judged<'_, T> {}

/// The verdict of both. The nearer of two methods wins: the first is found without a further `&`.
#[cfg(all(feature = "garde", feature = "validator"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __foundry_verdict {
    ($value:expr) => {{
        use $crate::__private::{
            ByGarde as _, ByValidator as _, Judged, NotByGarde as _, NotByValidator as _,
        };
        let judged = Judged($value);
        (&judged).garde_verdict().and_then(|()| (&judged).validator_verdict())
    }};
}

/// The verdict of garde. The nearer of two methods wins: the first is found without a further `&`.
#[cfg(all(feature = "garde", not(feature = "validator")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __foundry_verdict {
    ($value:expr) => {{
        use $crate::__private::{ByGarde as _, Judged, NotByGarde as _};
        (&Judged($value)).garde_verdict()
    }};
}

/// The verdict of validator. The nearer of two methods wins: the first is found without a further
/// `&`.
#[cfg(all(feature = "validator", not(feature = "garde")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __foundry_verdict {
    ($value:expr) => {{
        use $crate::__private::{ByValidator as _, Judged, NotByValidator as _};
        (&Judged($value)).validator_verdict()
    }};
}

/// Neither is there.
#[cfg(not(any(feature = "garde", feature = "validator")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __foundry_verdict {
    ($value:expr) => {
        $crate::__private::Verdict::Ok(())
    };
}

#[cfg(test)]
#[allow(
    unused_imports,
    reason = "lints are silent in macros of another crate; here they are of this one"
)]
mod tests {
    use foundry_derive::Foundry;
    use serde::{Deserialize, Serialize};

    use crate::Foundry as _;

    #[derive(Serialize, Deserialize, Foundry)]
    #[foundry(crate = crate)]
    struct Unjudged {
        a: u8,
    }

    #[test]
    fn a_type_that_nobody_judges_passes() {
        assert_eq!(Unjudged { a: 1 }.__foundry_verdict(), Ok(()));
    }

    #[cfg(feature = "garde")]
    mod by_garde {
        use super::*;

        #[derive(Debug, Serialize, Deserialize, Foundry)]
        #[foundry(crate = crate)]
        struct Even {
            a: u8,
        }

        impl garde::Validate for Even {
            type Context = ();

            fn validate_into(
                &self,
                (): &(),
                parent: &mut dyn FnMut() -> garde::Path,
                report: &mut garde::Report,
            ) {
                if !self.a.is_multiple_of(2) {
                    report.append(parent().join("a"), garde::Error::new("odd"));
                }
            }
        }

        #[test]
        fn the_verdict_of_garde_counts() {
            assert_eq!(Even { a: 2 }.__foundry_verdict(), Ok(()));
            assert_eq!(Even { a: 3 }.__foundry_verdict(), Err("a: odd".to_owned()));
        }

        #[test]
        fn a_batch_that_garde_rejects_is_refused() {
            let error = Even::try_foundry_batch(42, 100).expect_err("half of the numbers are odd");
            assert_eq!(error.to_string(), "the type's own validation rejects the value: a: odd");
            assert_eq!((error.pointer(), error.row().is_some()), (Some(""), true));
        }

        #[derive(Debug, Serialize, Deserialize, Foundry)]
        #[foundry(crate = crate)]
        struct Nervous {
            a: u8,
        }

        impl garde::Validate for Nervous {
            type Context = ();

            fn validate_into(
                &self,
                (): &(),
                _: &mut dyn FnMut() -> garde::Path,
                _: &mut garde::Report,
            ) {
                panic!("{} is too much", self.a);
            }
        }

        #[test]
        fn a_validation_that_panics_is_named() {
            let error = Nervous::try_foundry_batch(42, 1).expect_err("it panics");
            let text = error.to_string();
            assert!(text.contains("it panicked: ") && text.ends_with("is too much"), "{text}");
        }

        /// A context that nobody can make up.
        struct Rules;

        #[derive(Serialize, Deserialize, Foundry)]
        #[foundry(crate = crate)]
        struct Contextual {
            a: u8,
        }

        impl garde::Validate for Contextual {
            type Context = Rules;

            fn validate_into(
                &self,
                _: &Rules,
                parent: &mut dyn FnMut() -> garde::Path,
                report: &mut garde::Report,
            ) {
                report.append(parent(), garde::Error::new("always"));
            }
        }

        #[test]
        fn a_verdict_that_needs_a_context_does_not_count() {
            assert_eq!(Contextual { a: 1 }.__foundry_verdict(), Ok(()));
        }
    }

    #[cfg(feature = "validator")]
    mod by_validator {
        use validator::{ValidationError, ValidationErrors};

        use super::*;

        #[derive(Debug, Serialize, Deserialize, Foundry)]
        #[foundry(crate = crate)]
        struct Even {
            a: u8,
        }

        impl validator::Validate for Even {
            fn validate(&self) -> Result<(), ValidationErrors> {
                let mut errors = ValidationErrors::new();
                if !self.a.is_multiple_of(2) {
                    errors.add("a", ValidationError::new("odd"));
                }
                if errors.is_empty() { Ok(()) } else { Err(errors) }
            }
        }

        #[test]
        fn the_verdict_of_validator_counts() {
            assert_eq!(Even { a: 2 }.__foundry_verdict(), Ok(()));
            let verdict = Even { a: 3 }.__foundry_verdict();
            assert!(verdict.is_err_and(|text| text.contains("odd")));
        }

        #[test]
        fn a_batch_that_validator_rejects_is_refused() {
            let error = Even::try_foundry_batch(42, 100).expect_err("half of the numbers are odd");
            let text = error.to_string();
            assert!(text.starts_with("the type's own validation rejects the value: "), "{text}");
            assert!(text.contains("odd"), "{text}");
        }
    }
}
