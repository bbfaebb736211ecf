//! The schema of a map's keys: schemars keeps only what `patternProperties` can say of it.

use std::cell::RefCell;
use std::marker::PhantomData;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

thread_local! {
    /// The settings under which the schema around is built. `None` outside of any, and inside of a
    /// key: a key that holds a map is no key, and its schema would never end.
    static SETTINGS: RefCell<Option<SchemaSettings>> = const { RefCell::new(None) };
}

/// Runs `build` with `settings` at hand.
pub(super) fn with_settings<R>(settings: SchemaSettings, build: impl FnOnce() -> R) -> R {
    swap_settings(Some(settings), build)
}

fn swap_settings<R>(settings: Option<SchemaSettings>, build: impl FnOnce() -> R) -> R {
    /// Puts the outer settings back, also when `build` panics.
    struct Restore(Option<SchemaSettings>);
    impl Drop for Restore {
        fn drop(&mut self) {
            SETTINGS.replace(self.0.take());
        }
    }
    let _restore = Restore(SETTINGS.replace(settings));
    build()
}

/// A key type. Whether it has a schema is found out by method lookup: a map-like type of a user's
/// own may have keys that have none. Behind a parameter only bounds can tell.
pub struct Keys<K: ?Sized>(PhantomData<K>);

impl<K: JsonSchema + ?Sized> Keys<K> {
    /// The whole schema of a key, without references to anything outside.
    #[must_use]
    pub fn schema() -> Option<Schema> {
        let mut settings = SETTINGS.with_borrow(Clone::clone)?;
        settings.inline_subschemas = true;
        settings.meta_schema = None;
        let generator = settings.into_generator();
        Some(swap_settings(None, || generator.into_root_schema_for::<K>()))
    }
}

/// The other answer.
pub trait NoKeys {
    /// No schema.
    #[must_use]
    fn schema() -> Option<Schema> {
        None
    }
}

impl<K: ?Sized> NoKeys for Keys<K> {}

/// `Option<Schema>` of a key type.
#[doc(hidden)]
#[macro_export]
macro_rules! __foundry_key_schema {
    ($key:ty) => {{
        use $crate::__private::NoKeys as _;
        $crate::__private::Keys::<$key>::schema()
    }};
}
