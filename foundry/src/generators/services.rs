//! What a caller hands over to generators: one value of each type.

use std::any::{Any, TypeId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Values by their types: dictionaries, reference tables, the id of a tenant.
#[derive(Clone, Default)]
pub(crate) struct Services(BTreeMap<TypeId, Arc<dyn Any + Send + Sync>>);

impl Services {
    pub(crate) fn insert<T: Send + Sync + 'static>(&mut self, service: T) {
        self.0.insert(TypeId::of::<T>(), Arc::new(service));
    }

    pub(crate) fn get<T: Send + Sync + 'static>(&self) -> Option<&T> {
        self.0.get(&TypeId::of::<T>())?.downcast_ref()
    }
}
