//! When a plan is there already, and when it is made.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::cache::MAX_BLUEPRINTS;
use crate::{Builder, Foundry, Metrics};

/// Types of their own for each test: what is cached depends on which test runs first.
macro_rules! types {
    ($($name:ident),*) => {$(
        #[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
        struct $name {
            count: u8,
            note: Option<String>,
        }

        impl Foundry for $name {}
    )*};
}

types!(Set, Other, Many, Shared, Wrong, Looped, Own);

#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
struct Page<T>(Vec<T>);

impl<T: Foundry> Foundry for Page<T> {}

fn counted<T: Foundry>(settings: Builder<T>) -> (u64, u64) {
    let batch = settings.batch(42).expect("rows");
    let Metrics {
        plan_cache_hits,
        plan_cache_misses,
        validator_cache_hits,
        validator_cache_misses,
        plan_time,
        ..
    } = batch.metrics();
    assert_eq!(plan_cache_hits + plan_cache_misses, 1);
    assert_eq!(
        (*validator_cache_hits > 0, *validator_cache_misses > 0),
        (*plan_cache_hits == 1, *plan_cache_misses == 1)
    );
    assert_eq!(plan_time.is_zero(), *plan_cache_hits == 1);
    (*plan_cache_hits, *plan_cache_misses)
}

const HIT: (u64, u64) = (1, 0);
const MISS: (u64, u64) = (0, 1);

#[test]
fn the_second_call_with_the_same_settings_finds_its_plan() {
    let settings = || Set::foundry_with().presence(0.3).lengths(1..=2).set("/count", json!(7));
    assert_eq!(counted(settings()), MISS);
    assert_eq!(counted(settings()), HIT);
    assert_eq!(counted(settings().rows(10)), HIT, "rows are none of the plan's business");
    assert_eq!(counted(settings().presence(0.4)), MISS);
    assert_eq!(counted(settings().set("/count", json!(8))), MISS);
    assert_eq!(counted(Set::foundry_with()), MISS);
    assert_eq!(counted(settings()), HIT);
    assert_eq!(counted(Other::foundry_with().presence(0.3)), MISS, "a type of its own");
}

#[test]
fn a_thousand_calls_with_settings_plan_once() {
    let calls = (0..1000).map(|_| counted(Looped::foundry_with().presence(0.3)));
    assert_eq!(calls.filter(|counted| *counted == MISS).count(), 1);
}

#[test]
fn a_generic_type_has_a_plan_for_each_of_its_types() {
    assert_eq!(counted(Page::<Set>::foundry_with()), MISS);
    assert_eq!(counted(Page::<Other>::foundry_with()), MISS);
    assert_eq!(counted(Page::<Set>::foundry_with()), HIT);
}

#[test]
fn a_registry_and_its_clones_share_plans_and_another_one_has_its_own() {
    let own = crate::generators::Registry::built_in().with_service(7_u8);
    assert_eq!(counted(Own::foundry_with().registry(own.clone())), MISS);
    assert_eq!(counted(Own::foundry_with().registry(own)), HIT);
    let again = crate::generators::Registry::built_in().with_service(7_u8);
    assert_eq!(counted(Own::foundry_with().registry(again)), MISS);
}

#[test]
fn more_settings_than_are_kept_draw_the_same_rows() {
    let settings = |depth| Many::foundry_with().depth(depth).rows(5);
    let usual = settings(0).batch(42).expect("rows");
    let most = u32::try_from(MAX_BLUEPRINTS).expect("a small number");
    for depth in 1..=most {
        assert_eq!(counted(settings(depth)), MISS);
    }
    let again = settings(0).batch(42).expect("rows");
    assert_eq!(again.metrics().plan_cache_misses, 1, "it had to go");
    assert_eq!(again[..], usual[..]);
    assert_eq!(counted(settings(most)), HIT);
}

#[test]
fn settings_that_fail_are_looked_at_again_and_fail_alike() {
    let told = || {
        let failed = Wrong::foundry_with().set("/count", json!(1000)).batch(42);
        failed.expect_err("no `u8`").to_string()
    };
    assert_eq!(told(), told());
    assert_eq!(counted(Wrong::foundry_with().set("/count", json!(100))), MISS);
}

#[test]
fn threads_that_ask_at_once_share_one_plan() {
    let usual = Shared::foundry_with().presence(0.9).depth(1).rows(20).batch(7).expect("rows");
    let barrier = std::sync::Barrier::new(8);
    let shared = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    barrier.wait();
                    let settings = || Shared::foundry_with().presence(0.9).rows(20);
                    let rows = settings().batch(7).expect("rows");
                    (rows, settings().blueprint().expect("a plan").0)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect::<Vec<_>>()
    });
    for (rows, blueprint) in &shared {
        assert_eq!(rows[..], usual[..]);
        assert!(std::sync::Arc::ptr_eq(blueprint, &shared[0].1), "one is kept");
    }
}
