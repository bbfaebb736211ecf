//! Rows of the storefront: each stage by itself, the whole, and what `fake` takes for the same type.
//!
//! `cargo bench -p foundry-examples`

#![expect(clippy::print_stdout, reason = "it prints a ratio")]

#[path = "../ratios/contest.rs"]
#[expect(dead_code, reason = "nothing runs on two threads here")]
mod contest;
#[path = "../../examples/storefront/domain.rs"]
#[expect(dead_code, reason = "the catalogue is only in the example")]
mod domain;
mod dummies;

use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use fake::rand::SeedableRng;
use fake::rand::rngs::ChaCha8Rng;
use fake::{Fake, Faker};
use foundry::config::Config;
use foundry::generate::generate;
use foundry::generators::Registry;
use foundry::parse::parse;
use foundry::plan::plan;
use foundry::{Foundry, GateLevel, Instance, Seed};
use jsonschema::Validator;

use contest::{Bar, compare};
use domain::Order;

/// Rows of one measured run.
const ROWS: u64 = 1000;

/// Rows of one turn: few, so that one turn follows soon upon the other.
const ROWS_OF_TURN: u32 = 300;

fn storefront(criterion: &mut Criterion) {
    plan_once(criterion);

    let mut group = criterion.benchmark_group("rows");
    configure(&mut group);
    group.throughput(Throughput::Elements(ROWS));
    foundry_rows(&mut group);
    fake_rows(&mut group);
    group.throughput(Throughput::Elements(10 * ROWS));
    group.bench_function("foundry, 10 000 rows", |bencher| {
        bencher.iter(|| Order::foundry_batch(black_box(42), 10_000));
    });
    group.finish();
}

/// Short runs: the differences are of factors, not of percents.
fn configure(group: &mut BenchmarkGroup<'_, WallTime>) {
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
}

/// What the first row of a type costs, and no later one.
fn plan_once(criterion: &mut Criterion) {
    let schema = Order::foundry_schema();
    let mut group = criterion.benchmark_group("once");
    configure(&mut group);
    group.bench_function("parse and plan", |bencher| {
        bencher.iter(|| {
            let contract = parse(black_box(&schema)).expect("schemars wrote it");
            plan(&contract, &Registry::default(), &Config::default())
                .expect("orders can be drawn")
                .explain()
                .len()
        });
    });
    group.finish();
}

fn foundry_rows(group: &mut BenchmarkGroup<'_, WallTime>) {
    let plan = Order::foundry_plan().expect("orders can be drawn");
    let seed = Seed::from(42);
    let mut instance = Instance::new();
    group.bench_function("foundry, instances", |bencher| {
        bencher.iter(|| {
            for row in 0..ROWS {
                generate(&plan, &seed, row, &mut instance).expect("orders can be drawn");
                black_box(&instance);
            }
        });
    });
    group.bench_function("foundry, typed without the gate", |bencher| {
        let rows = || Order::foundry_with().rows(1000).gate(GateLevel::Off);
        bencher.iter(|| rows().batch(black_box(42)).expect("orders can be drawn"));
    });
    group.bench_function("foundry, the default: typed and validated", |bencher| {
        bencher.iter(|| Order::foundry_batch(black_box(42), 1000));
    });
}

fn validator() -> Validator {
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&Order::foundry_schema()).expect("schemars wrote it")
}

/// Rows of `fake`, each made a value and judged.
fn judged_rows(validator: &Validator, random: &mut ChaCha8Rng, count: u64) -> Vec<Order> {
    let rows: Vec<Order> = (0..count).map(|_| Faker.fake_with_rng(random)).collect();
    for row in &rows {
        let value = serde_json::to_value(row).expect("an order is JSON");
        // A row that is refused early would be judged too fast.
        assert!(validator.is_valid(&value), "{value}");
    }
    rows
}

/// The default and what it is compared with, by turns: so both sides meet the same weather.
fn by_turns(_criterion: &mut Criterion) {
    let (validator, mut random) = (validator(), ChaCha8Rng::seed_from_u64(42));
    let full = || drop(black_box(Order::foundry_batch(black_box(42), ROWS_OF_TURN as usize)));
    compare("storefront: the default ÷ fake", Bar::AtMost(2.0), full, || {
        let rows = (0..ROWS_OF_TURN).map(|_| Faker.fake_with_rng(&mut random));
        drop(black_box(rows.collect::<Vec<Order>>()));
    });
    let off = || {
        let rows = Order::foundry_with().rows(ROWS_OF_TURN as usize).gate(GateLevel::Off);
        drop(black_box(rows.batch(42).expect("orders can be drawn")));
    };
    compare("storefront: the default ÷ without the gate", Bar::AtMost(2.0), full, off);
    compare("storefront: the default ÷ fake, to_value, is_valid", Bar::AtMost(1.0), full, || {
        drop(black_box(judged_rows(&validator, &mut random, ROWS_OF_TURN.into())));
    });
}

fn fake_rows(group: &mut BenchmarkGroup<'_, WallTime>) {
    let validator = validator();
    let mut random = ChaCha8Rng::seed_from_u64(42);
    group.bench_function("fake, typed and not validated", |bencher| {
        bencher.iter(|| {
            let rows: Vec<Order> = (0..ROWS).map(|_| Faker.fake_with_rng(&mut random)).collect();
            rows
        });
    });
    group.bench_function("fake, to_value and is_valid", |bencher| {
        bencher.iter(|| judged_rows(&validator, &mut random, ROWS));
    });
}

criterion_group!(benches, by_turns, storefront);
criterion_main!(benches);
