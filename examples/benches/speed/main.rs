//! Rows of two types: each stage by itself, the whole, and what `fake` takes for the same types.
//!
//! `cargo bench -p foundry-examples`

mod domain;
mod fakers;

use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use fake::rand::SeedableRng;
use fake::rand::rngs::ChaCha8Rng;
use fake::{Dummy, Fake, Faker};
use foundry::generate::generate;
use foundry::validate::Gate;
use foundry::{Foundry, GateLevel, Instance, Seed, parse};
use serde::Serialize;

use domain::{Order, User};

/// Rows of one measured run.
const ROWS: u32 = 1000;

fn rows(criterion: &mut Criterion) {
    rows_of::<User>(criterion, "user");
    rows_of::<Order>(criterion, "order");
}

fn rows_of<T: Foundry + Serialize + Dummy<Faker>>(criterion: &mut Criterion, name: &str) {
    let mut group = criterion.benchmark_group(name);
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .throughput(Throughput::Elements(ROWS.into()));
    stages::<T>(&mut group);
    typed::<T>(&mut group);
    faked::<T>(&mut group);
    group.finish();
}

fn stages<T: Foundry>(group: &mut BenchmarkGroup<'_, WallTime>) {
    let plan = T::foundry_plan().expect("it can be drawn");
    let seed = Seed::from(42);
    let mut instance = Instance::new();
    group.bench_function("foundry, instances", |bencher| {
        bencher.iter(|| {
            for row in 0..ROWS {
                generate(&plan, &seed, row.into(), &mut instance).expect("it can be drawn");
                black_box(&instance);
            }
        });
    });
    let contract = parse::parse(&T::foundry_schema()).expect("schemars wrote it");
    let gate = Gate::new(&contract).expect("schemars wrote it");
    let drawn: Vec<Instance> = (0..ROWS)
        .map(|row| {
            generate(&plan, &seed, row.into(), &mut instance).expect("it can be drawn");
            instance.clone()
        })
        .collect();
    group.bench_function("the gate, in place", |bencher| {
        bencher.iter(|| assert!(drawn.iter().all(|row| gate.admits(row.root()))));
    });
}

fn typed<T: Foundry>(group: &mut BenchmarkGroup<'_, WallTime>) {
    group.bench_function("foundry, typed without the gate", |bencher| {
        let rows = || T::foundry_with().rows(ROWS as usize).gate(GateLevel::Off);
        bencher.iter(|| rows().batch(black_box(42)).expect("it can be drawn"));
    });
    group.bench_function("foundry, the default: typed and validated", |bencher| {
        bencher.iter(|| T::foundry_batch(black_box(42), ROWS as usize));
    });
}

fn faked<T: Foundry + Serialize + Dummy<Faker>>(group: &mut BenchmarkGroup<'_, WallTime>) {
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&T::foundry_schema())
        .expect("schemars wrote it");
    let mut random = ChaCha8Rng::seed_from_u64(42);
    group.bench_function("fake, typed and not validated", |bencher| {
        bencher.iter(|| (0..ROWS).map(|_| Faker.fake_with_rng(&mut random)).collect::<Vec<T>>());
    });
    group.bench_function("fake, to_value and is_valid", |bencher| {
        bencher.iter(|| {
            let rows: Vec<T> = (0..ROWS).map(|_| Faker.fake_with_rng(&mut random)).collect();
            for row in &rows {
                let value = serde_json::to_value(row).expect("it is JSON");
                // A row that is refused early would be judged too fast.
                assert!(validator.is_valid(&value), "{value}");
            }
            rows
        });
    });
}

criterion_group!(benches, rows);
criterion_main!(benches);
