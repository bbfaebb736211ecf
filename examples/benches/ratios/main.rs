//! What Foundry takes beside what others take, as ratios of one run: both sides of a ratio run within the
//! same few milliseconds, many times, and the median of the ratios is printed beside its bar.
//!
//! `cargo bench -p foundry-examples --bench ratios`

#![expect(clippy::print_stdout, reason = "it prints a table")]

mod contest;
#[path = "../speed/domain.rs"]
mod domain;
#[path = "../speed/fakers.rs"]
mod fakers;
#[path = "../speed/fifty.rs"]
mod fifty;

use std::hint::black_box;

use contest::{Bar, compare, compare_waits};
use domain::{Order, User};
use fake::rand::SeedableRng;
use fake::rand::rngs::ChaCha8Rng;
use fake::{Dummy, Fake, Faker};
use fifty::Domain;
use foundry::config::Config;
use foundry::generate::generate;
use foundry::generators::Registry;
use foundry::instance::InstanceJson;
use foundry::parse::parse;
use foundry::plan::plan;
use foundry::validate::Gate;
use foundry::{Foundry, GateLevel, Instance, Pipeline, Seed};
use serde::Serialize;

/// Rows of one side in one round: short, so that both sides meet the same weather.
const ROWS: u32 = 300;

/// Rows of a round on one and on two threads: starting a thread should not count.
const ROWS_OF_THREADS: usize = 4000;

/// A row that nobody draws the rows before of.
const FAR: u64 = 1_000_000_000_000;

fn main() {
    println!("{:<56}{:>8}{:>12}", "time of the one ÷ time of the other", "ratio", "bar");
    rows_of::<User>("user");
    rows_of::<Order>("order");
    plans();
}

fn rows_of<T: Foundry + Serialize + Dummy<Faker> + Send>(name: &str) {
    let told = |what: &str| format!("{name}: {what}");
    let full = || drop(black_box(T::foundry_batch(42, ROWS as usize)));
    let off = || {
        let rows = T::foundry_with().rows(ROWS as usize).gate(GateLevel::Off);
        drop(black_box(rows.batch(42).expect("it can be drawn")));
    };
    let mut random = ChaCha8Rng::seed_from_u64(42);
    let mut fake = || (0..ROWS).map(|_| Faker.fake_with_rng(&mut random)).collect::<Vec<T>>();
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&T::foundry_schema())
        .expect("schemars wrote it");
    compare(&told("the default ÷ fake"), Bar::AtMost(2.0), full, || drop(black_box(fake())));
    let judged = || {
        for row in &black_box(fake()) {
            let value = serde_json::to_value(row).expect("it is JSON");
            assert!(validator.is_valid(&value), "{value}");
        }
    };
    compare(&told("the default ÷ fake, to_value, is_valid"), Bar::AtMost(0.4), full, judged);
    compare(&told("without the gate ÷ fake"), Bar::AtMost(1.2), off, || drop(black_box(fake())));
    stages::<T>(&told);
    lines::<T>(&told);
    let threads = |count: usize| {
        move || {
            let rows = T::foundry_with().rows(ROWS_OF_THREADS).threads(count);
            rows.batch(42).expect("it can be drawn")
        }
    };
    compare_waits(&told("one thread ÷ two threads"), Bar::AtLeast(1.8), threads(1), threads(2));
    let at_once = || {
        std::thread::scope(|scope| {
            let other = scope.spawn(threads(1));
            (threads(1)(), other.join().expect("it can be drawn"))
        })
    };
    let name = told("two batches: one by one ÷ at the same time");
    compare_waits(&name, Bar::None, || (threads(1)(), threads(1)()), at_once);
    let mut rows = T::foundry_iter(42);
    let more = || drop(black_box(rows.next()));
    let mut seed = 0;
    let one = || {
        seed += 1;
        drop(black_box(T::foundry_batch(seed, 1)));
    };
    compare(&told("a batch of one ÷ one more row"), Bar::AtMost(20.0), one, more);
}

/// All but the judging beside the judging, and far rows beside near ones.
fn stages<T: Foundry + Dummy<Faker>>(told: &dyn Fn(&str) -> String) {
    let plan = T::foundry_plan().expect("it can be drawn");
    let gate = Gate::new(&parse(&T::foundry_schema()).expect("schemars wrote it"));
    let gate = gate.expect("schemars wrote it");
    let seed = Seed::from(42);
    let draw = |first: u64, then: &mut dyn FnMut(&Instance)| {
        let mut instance = Instance::new();
        for row in 0..u64::from(ROWS) {
            generate(&plan, &seed, first + row, &mut instance).expect("it can be drawn");
            then(&instance);
        }
    };
    let mut drawn = Vec::new();
    draw(0, &mut |row| drawn.push(row.clone()));
    let mut written = Instance::new();
    let others = || {
        draw(0, &mut |row| {
            let value: T = row.root().read().expect("serde reads it");
            written.clear();
            written.record(&value).expect("serde writes it");
            black_box(&written);
        });
    };
    let judge = || assert!(drawn.iter().all(|row| gate.admits(black_box(row).root())));
    let validator = jsonschema::options_for::<InstanceJson>()
        .should_validate_formats(true)
        .build(&T::foundry_schema())
        .expect("schemars wrote it");
    let is_valid = || assert!(drawn.iter().all(|row| validator.is_valid(black_box(row).root())));
    let name = told("draw, build, write back ÷ is_valid in place");
    compare(&name, Bar::AtMost(2.0), others, is_valid);
    compare(&told("judge in place ÷ is_valid in place"), Bar::None, judge, is_valid);
    let mut random = ChaCha8Rng::seed_from_u64(42);
    let mut fake = || {
        drop(black_box((0..ROWS).map(|_| Faker.fake_with_rng(&mut random)).collect::<Vec<T>>()));
    };
    let build = || {
        let rows = drawn.iter().map(|row| row.root().read().expect("serde reads it"));
        drop(black_box(rows.collect::<Vec<T>>()));
    };
    compare(&told("build what is drawn ÷ fake"), Bar::None, build, &mut fake);
    let build_and_judge = || {
        build();
        judge();
    };
    compare(&told("build and judge what is drawn ÷ fake"), Bar::None, build_and_judge, fake);
    let at = |first: u64| {
        move || {
            draw(first, &mut |row| {
                black_box(row.root());
            });
        }
    };
    let (far, near) = (at(FAR), at(0));
    compare(&told("row 10^12 ÷ row 0"), Bar::AtMost(1.1), far, near);
}

/// Instances as lines, drawn and judged one by one, beside `serde_json` on the same rows.
fn lines<T: Foundry + Serialize>(told: &dyn Fn(&str) -> String) {
    let pipeline = Pipeline::builder().schema(&T::foundry_schema()).build();
    let mut drawer = pipeline.expect("schemars wrote it").drawer(42);
    let (mut bytes, mut judged_bytes) = (Vec::new(), Vec::new());
    let drawn = (0..u64::from(ROWS)).map(|row| drawer.draw(row).expect("it can be drawn").clone());
    let drawn: Vec<Instance> = drawn.collect();
    let read = |row: &Instance| row.root().read().expect("serde reads it");
    let rows: Vec<T> = drawn.iter().map(read).collect();
    let gate = Gate::new(&parse(&T::foundry_schema()).expect("schemars wrote it"));
    let gate = gate.expect("schemars wrote it");
    let stream = || {
        bytes.clear();
        for row in 0..u64::from(ROWS) {
            let row = drawer.draw(row).expect("it can be drawn");
            row.root().write_json(&mut bytes).expect("it is memory");
            bytes.push(b'\n');
        }
        black_box(&bytes);
    };
    let mut others = Vec::new();
    let mut to_writer = || {
        others.clear();
        for row in &rows {
            serde_json::to_writer(&mut others, row).expect("it is JSON");
            others.push(b'\n');
        }
        black_box(&others);
    };
    compare(&told("judged lines ÷ to_writer"), Bar::AtMost(2.0), stream, &mut to_writer);
    let judged = || {
        judged_bytes.clear();
        for row in &drawn {
            assert!(gate.admits(row.root()));
            row.root().write_json(&mut judged_bytes).expect("it is memory");
            judged_bytes.push(b'\n');
        }
        black_box(&judged_bytes);
    };
    compare(&told("judge and write what is drawn ÷ to_writer"), Bar::None, judged, to_writer);
}

fn plans() {
    let schema = Domain::foundry_schema();
    let contract = parse(&schema).expect("schemars wrote it");
    let (registry, config) = (Registry::default(), Config::default());
    let planned = || {
        let contract = parse(&schema).expect("schemars wrote it");
        drop(black_box(plan(&contract, &registry, &config).expect("it can be drawn")));
    };
    let compiled = || drop(black_box(Gate::new(&contract).expect("schemars wrote it")));
    compare("fifty types: plan ÷ validator", Bar::AtMost(5.0), planned, compiled);
}
