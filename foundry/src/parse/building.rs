//! What a type hands over while its contract is built: generators and invariants, which a JSON
//! document cannot hold.
//!
//! `x-foundry` keys name them by number. They are kept only while [`collect`] runs; for everyone
//! else the schema stays clean.

use std::cell::RefCell;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::generators::Generator;
use crate::instance::{Checkpoint, Instance, NodeRef};
use crate::seed::Stream;

/// The key under which hints stand in a schema.
pub(crate) const HINTS_KEY: &str = "x-foundry";

/// An invariant over one value, with its type erased.
pub(crate) type Check = Arc<dyn Fn(NodeRef<'_>, &mut Stream) -> Result<bool, String> + Send + Sync>;

/// Fills dependent fields of the value since a checkpoint: takes it back and writes it as it is then, and where
/// somebody asks for it also as it was read.
pub(crate) type Finish = Arc<
    dyn Fn(&mut Instance, &Checkpoint, &mut Stream, Option<&mut Instance>) -> Result<(), String>
        + Send
        + Sync,
>;

/// Everything that was handed over while one contract was built, by number.
#[derive(Default, Clone)]
pub(crate) struct Attachments {
    pub(crate) generators: Vec<Arc<dyn Generator>>,
    pub(crate) checks: Vec<Check>,
    pub(crate) finishes: Vec<Finish>,
}

thread_local! {
    static BUILDING: RefCell<Option<Attachments>> = const { RefCell::new(None) };
}

/// Runs `build` with hints switched on and returns what was handed over meanwhile.
pub(crate) fn collect<R>(build: impl FnOnce() -> R) -> (R, Attachments) {
    /// Puts the outer state back, also when `build` panics.
    struct Restore(Option<Attachments>);
    impl Drop for Restore {
        fn drop(&mut self) {
            BUILDING.with_borrow_mut(|slot| *slot = self.0.take());
        }
    }
    let restore = Restore(BUILDING.replace(Some(Attachments::default())));
    let result = build();
    let attachments = BUILDING.take().unwrap_or_default();
    drop(restore);
    (result, attachments)
}

/// Whether a contract is being built on this thread.
pub fn is_building() -> bool {
    BUILDING.with_borrow(Option::is_some)
}

/// Hands over a generator; `None` while no contract is built.
pub(crate) fn attach_generator(generator: Arc<dyn Generator>) -> Option<usize> {
    attach(|attachments| push(&mut attachments.generators, generator))
}

/// Hands over an invariant of `T`; `None` while no contract is built.
pub(crate) fn attach_check<T: DeserializeOwned + 'static>(
    check: impl Fn(&T, &mut Stream) -> bool + Send + Sync + 'static,
) -> Option<usize> {
    let erased: Check = Arc::new(move |node, stream| {
        let value: T = node.read().map_err(|error| error.to_string())?;
        Ok(check(&value, stream))
    });
    attach(|attachments| push(&mut attachments.checks, erased))
}

/// Hands over what completes a `T`; `None` while no contract is built.
pub(crate) fn attach_finish<T: Serialize + DeserializeOwned + 'static>(
    finish: impl Fn(&mut T, &mut Stream) + Send + Sync + 'static,
) -> Option<usize> {
    let erased: Finish = Arc::new(move |out, before, stream, read| {
        let drawn = out.value_since(before).ok_or("the value is not whole")?;
        let mut value: T = drawn.read().map_err(|error| error.to_string())?;
        if let Some(read) = read {
            read.record(&value).map_err(|error| error.to_string())?;
        }
        finish(&mut value, stream);
        out.rollback(*before);
        out.record(&value).map_err(|error| error.to_string())
    });
    attach(|attachments| push(&mut attachments.finishes, erased))
}

fn attach(add: impl FnOnce(&mut Attachments) -> usize) -> Option<usize> {
    BUILDING.with_borrow_mut(|slot| slot.as_mut().map(add))
}

fn push<T>(list: &mut Vec<T>, item: T) -> usize {
    list.push(item);
    list.len() - 1
}

/// Takes every hint out of `schema`.
pub(crate) fn strip_hints(schema: &mut serde_json::Value) {
    match schema {
        serde_json::Value::Array(items) => items.iter_mut().for_each(strip_hints),
        serde_json::Value::Object(members) => {
            members.shift_remove(HINTS_KEY);
            members.values_mut().for_each(strip_hints);
        }
        _ => {}
    }
}
