//! Scenarios for counting instructions: a name is run, and `measured` is what is counted of it.

#[path = "../speed/domain.rs"]
mod domain;
#[path = "../speed/fakers.rs"]
mod fakers;

use std::hint::black_box;

use fake::rand::SeedableRng;
use fake::rand::rngs::ChaCha8Rng;
use fake::{Dummy, Fake, Faker};
use foundry::generate::generate;
use foundry::{Foundry, GateLevel, Instance, Seed};

use domain::{Order, User};

const ROWS: u32 = 2000;

fn main() {
    let name = std::env::args().nth(1).unwrap_or_default();
    match name.as_str() {
        "user/instances" => instances::<User>(),
        "user/typed" => typed::<User>(GateLevel::Off),
        "user/full" => typed::<User>(GateLevel::Full),
        "order/instances" => instances::<Order>(),
        "order/typed" => typed::<Order>(GateLevel::Off),
        "user/fake" => fake::<User>(),
        "order/fake" => fake::<Order>(),
        "order/full" => typed::<Order>(GateLevel::Full),
        "user/batch of one" => calls(|seed| drop(User::foundry_batch(seed, 1))),
        "user/row near" => calls(|seed| drop(User::foundry_row(seed, 0))),
        "user/row far" => calls(|seed| drop(User::foundry_row(seed, 1_000_000_000_000))),
        "user/batch of one with settings" => calls(|seed| {
            drop(User::foundry_with().presence(0.3).batch(seed).expect("it can be drawn"));
        }),
        "user/two threads" => {
            let run = |count: u32| User::foundry_with().rows(count as usize).threads(2).batch(42);
            run(10).expect("it can be drawn");
            drop(measured(|| run(ROWS)));
        }
        other => panic!("no scenario is called `{other}`"),
    }
}

#[inline(never)]
fn measured<R>(run: impl FnOnce() -> R) -> R {
    black_box(run())
}

fn instances<T: Foundry>() {
    let plan = T::foundry_plan().expect("it can be drawn");
    let seed = Seed::from(42);
    let mut instance = Instance::new();
    let mut run = |count: u32| {
        for row in 0..count {
            generate(&plan, &seed, row.into(), &mut instance).expect("it can be drawn");
            black_box(&instance);
        }
    };
    run(10);
    measured(|| run(ROWS));
}

fn fake<T: Dummy<Faker>>() {
    let mut random = ChaCha8Rng::seed_from_u64(42);
    let mut run =
        |count: u32| (0..count).map(|_| Faker.fake_with_rng(&mut random)).collect::<Vec<T>>();
    run(10);
    measured(|| run(ROWS));
}

/// Calls of one row each: what is dear about a call is counted with it.
fn calls(call: impl Fn(u64)) {
    let run = |count: u32| (0..count).for_each(|seed| call(seed.into()));
    run(10);
    measured(|| run(ROWS));
}

fn typed<T: Foundry>(gate: GateLevel) {
    let run = |count: u32| {
        T::foundry_with().rows(count as usize).gate(gate).batch(42).expect("it can be drawn")
    };
    run(10);
    measured(|| run(ROWS));
}
