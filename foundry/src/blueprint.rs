//! What a type needs to make rows: its plan and its gate, built once and shared by all threads.

use std::any::TypeId;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::config::Config;
use crate::error::Error;
use crate::foundry::Foundry;
use crate::generators::Registry;
use crate::parse::contracts_of;
use crate::plan::{Plan, plan};
use crate::validate::TypedGate;

mod cache;
#[cfg(test)]
mod tests;

use cache::Cache;

/// A type's plan and gate.
pub(crate) struct Blueprint {
    pub(crate) plan: Arc<Plan>,
    pub(crate) gate: TypedGate,
    pub(crate) parse_time: Duration,
    pub(crate) plan_time: Duration,
}

/// The blueprints of this process. A type or a configuration that fails is looked at again each time, and
/// fails in the same way.
static BUILT: Cache<Blueprint> = Cache::new();

impl Blueprint {
    /// The blueprint of `T` with the generators of `registry` under `config`, and whether it was there already.
    pub(crate) fn of<T: Foundry>(
        registry: &Registry,
        config: &Config,
    ) -> Result<(Arc<Self>, bool), Error> {
        let id = TypeId::of::<T>();
        if let Some(built) = BUILT.find(id, registry, config) {
            return Ok((built, true));
        }
        // Built outside the lock: a schema that panics must not block every other type.
        let built = Arc::new(Self::build::<T>(registry, config)?);
        Ok((BUILT.keep(id, registry, config, built), false))
    }

    fn build<T: Foundry>(registry: &Registry, config: &Config) -> Result<Self, Error> {
        let started = Instant::now();
        let name = std::any::type_name::<T>();
        let (reads, writes) = contracts_of::<T>()?;
        let parse_time = started.elapsed();
        let plan = Arc::new(plan(&reads, registry, config)?);
        let gate = TypedGate::new(&reads, &writes).map_err(|error| error.with_type(name))?;
        Ok(Self { plan, gate, parse_time, plan_time: started.elapsed().saturating_sub(parse_time) })
    }
}
