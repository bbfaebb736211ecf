//! The forms that a `check` and a `finish` may have: with the stream of the row, and without it.

use std::marker::PhantomData;

use crate::seed::Stream;

/// Names the type whose hook it is.
#[must_use]
pub fn of<T>() -> PhantomData<T> {
    PhantomData
}

/// What `#[foundry(check = …)]` takes. `Form` only tells the two apart.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `check` of `{T}`",
    label = "neither `fn(&{T}) -> bool` nor `fn(&{T}, &mut foundry::Stream) -> bool`",
    note = "a `check` is `fn(&{T}) -> bool`, or `fn(&{T}, &mut foundry::Stream) -> bool` where it draws from the row's stream"
)]
pub trait IntoCheck<T, Form> {
    /// The check, whether it draws or not.
    fn into_check(self) -> impl Fn(&T, &mut Stream) -> bool + Send + Sync + 'static;
}

impl<T, F: Fn(&T) -> bool + Send + Sync + 'static> IntoCheck<T, fn(&T) -> bool> for F {
    fn into_check(self) -> impl Fn(&T, &mut Stream) -> bool + Send + Sync + 'static {
        move |value, _| self(value)
    }
}

impl<T, F> IntoCheck<T, fn(&T, &mut Stream) -> bool> for F
where
    F: Fn(&T, &mut Stream) -> bool + Send + Sync + 'static,
{
    fn into_check(self) -> impl Fn(&T, &mut Stream) -> bool + Send + Sync + 'static {
        self
    }
}

/// What `#[foundry(finish = …)]` takes. `Form` only tells the two apart.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `finish` of `{T}`",
    label = "neither `fn(&mut {T})` nor `fn(&mut {T}, &mut foundry::Stream)`",
    note = "a `finish` is `fn(&mut {T})`, or `fn(&mut {T}, &mut foundry::Stream)` where it draws from the row's stream"
)]
pub trait IntoFinish<T, Form> {
    /// What completes a value, whether it draws or not.
    fn into_finish(self) -> impl Fn(&mut T, &mut Stream) + Send + Sync + 'static;
}

impl<T, F: Fn(&mut T) + Send + Sync + 'static> IntoFinish<T, fn(&mut T)> for F {
    fn into_finish(self) -> impl Fn(&mut T, &mut Stream) + Send + Sync + 'static {
        move |value, _| self(value)
    }
}

impl<T, F> IntoFinish<T, fn(&mut T, &mut Stream)> for F
where
    F: Fn(&mut T, &mut Stream) + Send + Sync + 'static,
{
    fn into_finish(self) -> impl Fn(&mut T, &mut Stream) + Send + Sync + 'static {
        self
    }
}
