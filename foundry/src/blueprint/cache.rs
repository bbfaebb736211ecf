//! What was built for a type under some settings, kept for the next call: one for all threads.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use crate::config::Config;
use crate::generators::Registry;

/// Of one type, what was built for so many settings is kept. Without it a loop over settings would fill
/// the memory; and it is counted by type, so that no type pushes out what another one needs.
pub(super) const MAX_BLUEPRINTS: usize = 16;

/// What is built, by what it is built for. A call that finds what it wants takes no exclusive lock and
/// mostly writes nothing at all, so threads do not wait for each other.
pub(super) struct Cache<V>(RwLock<BTreeMap<TypeId, OfType<V>>>);

/// What is kept of one type, the oldest first.
struct OfType<V> {
    entries: Vec<Entry<V>>,
    /// How often something was added: the clock by which the least recently used is known.
    added: u64,
}

struct Entry<V> {
    registry: Registry,
    config: Config,
    built: Arc<V>,
    /// The clock when it was used last.
    used: AtomicU64,
}

impl<V> Cache<V> {
    pub(super) const fn new() -> Self {
        Self(RwLock::new(BTreeMap::new()))
    }

    /// What was built for the type under these settings.
    pub(super) fn find(&self, id: TypeId, registry: &Registry, config: &Config) -> Option<Arc<V>> {
        let types = self.0.read().unwrap_or_else(PoisonError::into_inner);
        types.get(&id)?.find(registry, config)
    }

    /// Keeps what was built, and gives back what is kept: where two threads built the same at once, that
    /// of the first.
    pub(super) fn keep(
        &self,
        id: TypeId,
        registry: &Registry,
        config: &Config,
        built: Arc<V>,
    ) -> Arc<V> {
        let mut types = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let of_type = types.entry(id).or_insert_with(|| OfType { entries: Vec::new(), added: 0 });
        if let Some(known) = of_type.find(registry, config) {
            return known;
        }
        let gone = of_type.make_room();
        of_type.added += 1;
        of_type.entries.push(Entry {
            registry: registry.clone(),
            config: config.clone(),
            built: Arc::clone(&built),
            used: AtomicU64::new(of_type.added),
        });
        drop(types);
        // A user's own generators may end with it: not while others wait for the lock.
        drop(gone);
        built
    }
}

impl<V> OfType<V> {
    fn find(&self, registry: &Registry, config: &Config) -> Option<Arc<V>> {
        let is_wanted =
            |entry: &&Entry<V>| entry.registry.is_same(registry) && entry.config.is_same(config);
        let entry = self.entries.iter().find(is_wanted)?;
        // Written once after each addition, so the threads that read it share the line.
        if entry.used.load(Ordering::Relaxed) != self.added {
            entry.used.store(self.added, Ordering::Relaxed);
        }
        Some(Arc::clone(&entry.built))
    }

    /// Takes out what was not used for the longest time, where there is no room for one more.
    fn make_room(&mut self) -> Option<Entry<V>> {
        if self.entries.len() < MAX_BLUEPRINTS {
            return None;
        }
        let ages = self.entries.iter().enumerate();
        let oldest = ages.min_by_key(|(_, entry)| entry.used.load(Ordering::Relaxed));
        oldest.map(|(at, _)| at).map(|at| self.entries.remove(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(depth: usize) -> Config {
        Config::default().with_depth(u32::try_from(depth).expect("a small number"))
    }

    #[test]
    fn no_more_are_kept_than_the_limit_and_the_least_recently_used_goes() {
        let cache = Cache::new();
        let (id, registry) = (TypeId::of::<u8>(), Registry::default());
        let find = |depth| cache.find(id, &registry, &config(depth)).map(|built| *built);
        for depth in 0..MAX_BLUEPRINTS {
            cache.keep(id, &registry, &config(depth), Arc::new(depth));
        }
        assert_eq!(find(0), Some(0), "used, and so the second one is the next to go");
        for depth in MAX_BLUEPRINTS..MAX_BLUEPRINTS + 3 {
            cache.keep(id, &registry, &config(depth), Arc::new(depth));
        }
        let kept: Vec<usize> = (0..MAX_BLUEPRINTS + 3).filter_map(find).collect();
        assert_eq!(kept.len(), MAX_BLUEPRINTS);
        assert_eq!(kept[..3], [0, 4, 5]);
    }

    #[test]
    fn types_and_registries_do_not_get_into_each_others_way() {
        let cache = Cache::new();
        let (built_in, own) = (Registry::default(), Registry::built_in().with_service(7_u8));
        let [one, other] = [TypeId::of::<u8>(), TypeId::of::<u16>()];
        cache.keep(one, &built_in, &config(1), Arc::new("u8"));
        for depth in 0..2 * MAX_BLUEPRINTS {
            cache.keep(other, &own, &config(depth), Arc::new("u16"));
        }
        assert_eq!(cache.find(one, &built_in, &config(1)).as_deref(), Some(&"u8"));
        assert!(cache.find(one, &own, &config(1)).is_none());
        assert!(cache.find(other, &built_in, &config(MAX_BLUEPRINTS)).is_none());
        assert!(cache.find(other, &own.clone(), &config(2 * MAX_BLUEPRINTS - 1)).is_some());
    }

    #[test]
    fn what_was_built_twice_is_kept_once() {
        let cache = Cache::new();
        let (id, registry) = (TypeId::of::<u8>(), Registry::default());
        let [first, second] = [Arc::new(1), Arc::new(1)];
        assert!(Arc::ptr_eq(&cache.keep(id, &registry, &config(1), Arc::clone(&first)), &first));
        assert!(Arc::ptr_eq(&cache.keep(id, &registry, &config(1), second), &first));
    }
}
