//! Rows cost no allocation but those of what they are read into: the buffers are there already.

mod domain;

use allocation_counter::measure;
use foundry::config::Config;
use foundry::generate::generate;
use foundry::generators::Registry;
use foundry::parse::parse;
use foundry::plan::{Plan, plan};
use foundry::validate::Gate;
use foundry::{Foundry, GateLevel, Instance, Seed};
use serde_json::Value;

use domain::{Order, Task, User};

/// Rows until every buffer has its size, and until the regexes of the judge have met what they meet.
const WARM_UP: u64 = 3000;

/// Rows that are measured after those.
const ROWS: u64 = 1000;

#[test]
fn flat_rows_are_drawn_and_judged_without_an_allocation() {
    draw_and_judge_type::<User>();
}

#[test]
fn nested_rows_are_drawn_and_judged_without_an_allocation() {
    draw_and_judge_type::<Order>();
}

#[test]
fn rows_of_a_document_are_drawn_and_judged_without_an_allocation() {
    draw_and_judge_document(&domain::document(), Config::default());
}

#[test]
fn formats_are_drawn_and_judged_without_an_allocation() {
    for is_on in [true, false] {
        let config = Config::default().with_realism(is_on);
        draw_and_judge_document(&domain::formats(is_on), config);
    }
}

/// The judge keeps a list of where it is in a recursion, a new one for each row: it is not asked here.
#[test]
fn rows_of_a_recursion_are_drawn_without_an_allocation() {
    draw_and_judge(&Task::foundry_plan().expect("it can be drawn"), None);
}

#[test]
fn flat_rows_take_what_serde_takes() {
    build_as_serde_does::<User>(GateLevel::Full);
}

#[test]
fn nested_rows_take_what_serde_takes() {
    build_as_serde_does::<Order>(GateLevel::Full);
}

#[test]
fn rows_of_a_recursion_take_what_serde_takes() {
    build_as_serde_does::<Task>(GateLevel::Off);
}

fn draw_and_judge_type<T: Foundry>() {
    let plan = T::foundry_plan().expect("it can be drawn");
    draw_and_judge(&plan, Some(&T::foundry_schema()));
}

fn draw_and_judge_document(schema: &Value, config: Config) {
    let contract = parse(schema).expect("it is a schema");
    let plan = plan(&contract, &Registry::default(), &config).expect("it can be drawn");
    draw_and_judge(&plan, Some(schema));
}

fn draw_and_judge(plan: &Plan, schema: Option<&Value>) {
    let gate = schema.map(|schema| {
        Gate::new(&parse(schema).expect("it is a schema")).expect("the schema compiles")
    });
    let seed = Seed::from(42);
    let mut instance = Instance::new();
    let mut draw = |row: u64| {
        generate(plan, &seed, row, &mut instance).expect("it can be drawn");
        let is_valid = gate.as_ref().is_none_or(|gate| gate.admits(instance.root()));
        assert!(is_valid, "row {row} is not valid: {}", instance.root());
    };
    (0..WARM_UP).for_each(&mut draw);
    let taken = measure(|| (WARM_UP..WARM_UP + ROWS).for_each(&mut draw));
    assert_eq!(taken.count_total, 0, "allocations in {ROWS} rows, {} bytes", taken.bytes_total);
}

fn build_as_serde_does<T: Foundry>(gate: GateLevel) {
    let plan = T::foundry_plan().expect("it can be drawn");
    let seed = Seed::from(42);
    let draw = |row: u64| {
        let mut instance = Instance::new();
        generate(&plan, &seed, row, &mut instance).expect("it can be drawn");
        instance
    };
    let instances: Vec<Instance> = (WARM_UP..WARM_UP + ROWS).map(draw).collect();
    let by_serde = measure(|| {
        for instance in &instances {
            drop(instance.root().read::<T>().expect("serde reads it"));
        }
    });
    assert!(by_serde.count_total > ROWS, "these rows would prove nothing");
    let mut rows = T::foundry_with().gate(gate).iter(seed).expect("it can be drawn");
    rows.by_ref().take(WARM_UP as usize).for_each(drop);
    let by_foundry = measure(|| rows.by_ref().take(ROWS as usize).for_each(drop));
    assert_eq!(
        (by_foundry.count_total, by_foundry.bytes_total),
        (by_serde.count_total, by_serde.bytes_total),
        "allocations and bytes, by foundry and by serde"
    );
}
