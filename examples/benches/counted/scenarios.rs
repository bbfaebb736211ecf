//! What is counted: each scenario warms up, and then does its work inside of [`measured`].

use std::hint::black_box;

use fake::rand::SeedableRng;
use fake::rand::rngs::ChaCha8Rng;
use fake::{Dummy, Fake, Faker};
use foundry::config::Config;
use foundry::generate::generate;
use foundry::generators::Registry;
use foundry::parse::parse;
use foundry::validate::Gate;
use foundry::{Foundry, GateLevel, Instance, Pipeline, Seed, plan};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::domain::{Order, User};
use crate::fifty::Domain;

/// Rows of a scenario; enough that what comes once does not count.
const ROWS: u32 = 1000;

/// Rows before those: buffers grow, and regexes of the judge meet what they will meet.
const WARM_UP: u32 = 50;

/// A row that nobody draws the rows before of.
const FAR: u64 = 1_000_000_000_000;

/// One line of the table.
pub(crate) struct Scenario {
    pub(crate) name: &'static str,
    /// By how many its instructions are divided: rows, or runs.
    pub(crate) parts: u32,
    /// Whether the guard watches it; the others are there to compare with.
    pub(crate) is_guarded: bool,
    /// Whether the whole program is counted: what runs on a thread of its own is not inside of anything.
    pub(crate) is_whole: bool,
    pub(crate) run: fn(),
}

pub(crate) const ALL: &[Scenario] = &[
    rows("user/instances", || instances::<User>(0)),
    rows("user/typed", || typed::<User>(GateLevel::Off, true)),
    rows("user/full", || typed::<User>(GateLevel::Full, true)),
    rows("user/far row", || instances::<User>(FAR)),
    rows("user/plain", || typed::<User>(GateLevel::Full, false)),
    Scenario { parts: 100, ..rows("user/batch of one", batches_of_one::<User>) },
    rows("order/instances", || instances::<Order>(0)),
    rows("order/typed", || typed::<Order>(GateLevel::Off, true)),
    rows("order/full", || typed::<Order>(GateLevel::Full, true)),
    rows("unique/full", || typed::<Account>(GateLevel::Full, true)),
    rows("document/lines", document),
    Scenario { is_whole: true, parts: 1, ..rows("fifty/plan", plan_fifty) },
    Scenario { is_guarded: false, parts: 1, ..rows("fifty/validator", compile_fifty) },
    Scenario { is_guarded: false, ..rows("user/fake", fake::<User>) },
    Scenario { is_guarded: false, ..rows("order/fake", fake::<Order>) },
];

pub(crate) fn find(name: &str) -> Option<&'static Scenario> {
    ALL.iter().find(|scenario| scenario.name == name)
}

const fn rows(name: &'static str, run: fn()) -> Scenario {
    Scenario { name, parts: ROWS, is_guarded: true, is_whole: false, run }
}

/// What runs in here is counted, and nothing else.
#[inline(never)]
fn measured<R>(run: impl FnOnce() -> R) -> R {
    black_box(run())
}

/// What is drawn by the number of the row.
#[derive(Serialize, Deserialize, Foundry)]
struct Account {
    #[foundry(unique)]
    id: Uuid,
    #[foundry(unique)]
    #[schemars(length(min = 4, max = 24))]
    login: String,
    #[foundry(sequence)]
    number: u64,
}

fn instances<T: Foundry>(first: u64) {
    let plan = T::foundry_plan().expect("it can be drawn");
    let seed = Seed::from(42);
    let mut instance = Instance::new();
    let mut run = |first: u64, count: u32| {
        for row in 0..u64::from(count) {
            generate(&plan, &seed, first + row, &mut instance).expect("it can be drawn");
            black_box(&instance);
        }
    };
    run(0, WARM_UP);
    measured(|| run(first, ROWS));
}

fn typed<T: Foundry>(gate: GateLevel, realism: bool) {
    let run = |count: u32| {
        let settings = T::foundry_with().rows(count as usize).gate(gate).realism(realism);
        settings.batch(42).expect("it can be drawn")
    };
    run(WARM_UP);
    measured(|| run(ROWS));
}

fn batches_of_one<T: Foundry>() {
    let run = |seeds: std::ops::Range<u64>| {
        for seed in seeds {
            black_box(T::foundry_batch(seed, 1));
        }
    };
    run(0..10);
    measured(|| run(10..110));
}

/// A document, its rows judged and written as lines.
fn document() {
    let pipeline = Pipeline::builder().schema(&schema()).build().expect("it can be drawn");
    let mut drawer = pipeline.drawer(42);
    let mut lines = Vec::new();
    let mut run = |count: u32| {
        for row in 0..count {
            lines.clear();
            let row = drawer.draw(row.into()).expect("it can be drawn");
            row.root().write_json(&mut lines).expect("it is memory");
            black_box(&lines);
        }
    };
    run(WARM_UP);
    measured(|| run(ROWS));
}

fn schema() -> Value {
    json!({
        "type": "object",
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "kind": {"enum": ["created", "moved", "closed"]},
            "at": {"type": "string", "format": "date-time"},
            "source": {"anyOf": [
                {"type": "string", "format": "hostname"},
                {"type": "integer", "minimum": 1, "maximum": 65535}
            ]},
            "path": {"type": "string", "pattern": "^/[a-z]{1,8}(/[a-z0-9]{1,8}){0,3}$"},
            "sizes": {"type": "array", "items": {"type": "number"}, "minItems": 1, "maxItems": 6},
            "labels": {"type": "object", "additionalProperties": {"type": "string", "maxLength": 20}}
        },
        "required": ["id", "kind", "at", "source", "path", "sizes"]
    })
}

fn plan_fifty() {
    let schema = Domain::foundry_schema();
    let contract = parse(&schema).expect("schemars wrote it");
    black_box(plan::plan(&contract, &Registry::default(), &Config::default()))
        .expect("it can be drawn");
}

fn compile_fifty() {
    let contract = parse(&Domain::foundry_schema()).expect("schemars wrote it");
    let run = || Gate::new(&contract).expect("schemars wrote it");
    run();
    measured(run);
}

fn fake<T: Dummy<Faker>>() {
    let mut random = ChaCha8Rng::seed_from_u64(42);
    let mut run =
        |count: u32| (0..count).map(|_| Faker.fake_with_rng(&mut random)).collect::<Vec<T>>();
    run(WARM_UP);
    measured(|| run(ROWS));
}
