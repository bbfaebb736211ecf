//! A type → its rows, judged by others than the code under test: the `jsonschema` crate on the
//! schema that schemars writes, and serde.

mod variety;

use foundry::{Foundry, Instance, Seed};
use jsonschema::Validator;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use variety::Variety;

/// Where a type differs from what is asserted of all others; the reason stands beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Except {
    /// Lists of the row have no order of their own: they are compared as bags.
    Unordered,
    /// There are fewer than [`MANY`] different rows.
    Few,
    /// What serde writes is not what it reads.
    NotReadBack,
    /// This goal of [`Variety`] is never met.
    Goal(&'static str),
}

/// Batches of this many rows at each of the three seeds.
const ROWS: usize = 200;

/// The rows that are looked at for their variety.
const VARIETY_ROWS: usize = 500;

/// Every variant and both sides of every option are met within this many rows; most within the first
/// [`VARIETY_ROWS`].
const GOAL_ROWS: usize = 2000;

/// So many different rows there are among [`VARIETY_ROWS`], where nothing else is said.
const MANY: usize = 100;

/// Checks that the rows of `T` are valid, are read by serde, come back, and differ enough. Each
/// exception carries a reason, and one that is not needed is a mistake.
#[track_caller]
pub(crate) fn check_but<T: Foundry>(exceptions: &[(Except, &'static str)]) {
    let judge = Judge::of::<T>(exceptions);
    judge.rows::<T>(1, ROWS);
    judge.rows::<T>("checkout", ROWS);
    let instances = judge.rows::<T>(42, VARIETY_ROWS);
    judge.differ(&instances);
    if judge.missed(&instances) != judge.expected() {
        let instances = judge.rows::<T>(42, GOAL_ROWS);
        assert_eq!(
            judge.missed(&instances),
            judge.expected(),
            "{}: goals that no row met",
            judge.name
        );
    }
}

struct Judge<'e> {
    name: &'static str,
    reads: Value,
    reading: Validator,
    writing: Validator,
    exceptions: &'e [(Except, &'static str)],
}

impl<'e> Judge<'e> {
    fn of<T: Foundry>(exceptions: &'e [(Except, &'static str)]) -> Self {
        assert!(exceptions.iter().all(|(_, reason)| !reason.is_empty()), "a reason is missing");
        let document = |settings: SchemaSettings| {
            settings.into_generator().into_root_schema_for::<T>().to_value()
        };
        let reads = document(SchemaSettings::draft2020_12().for_deserialize());
        let writes = document(SchemaSettings::draft2020_12().for_serialize());
        Self {
            name: std::any::type_name::<T>(),
            reading: compile(&reads),
            writing: compile(&writes),
            reads,
            exceptions,
        }
    }

    fn excepts(&self, what: Except) -> bool {
        self.exceptions.iter().any(|(known, _)| *known == what)
    }

    /// Judges `count` rows and gives the instances that they were read from.
    fn rows<T: Foundry>(&self, seed: impl Into<Seed>, count: usize) -> Vec<Value> {
        let seed = seed.into();
        let batch = match T::try_foundry_batch(&seed, count) {
            Ok(batch) => batch,
            Err(error) => panic!("{}", error.report()),
        };
        assert_eq!(batch.len(), count);
        let plan = T::foundry_plan().expect("what gave rows has a plan");
        let mut drawn = Instance::new();
        let mut instances = Vec::with_capacity(count);
        let mut lost = 0;
        for (index, row) in batch.iter().enumerate() {
            let at = format!("{} seed {seed} row {index}", self.name);
            foundry::generate::generate(&plan, &seed, index as u64, &mut drawn)
                .expect("what was in the batch can be drawn alone");
            let instance = drawn.root().to_value();
            judge(&self.reading, &instance, &format!("{at}, drawn"));
            let written = serde_json::to_value(row).expect("rows are JSON");
            judge(&self.writing, &written, &format!("{at}, written"));
            self.same(&written, &read_again::<T>(&instance, &at), &format!("{at}, drawn and read"));
            let text = serde_json::to_string(row).expect("rows are JSON");
            if self.excepts(Except::NotReadBack) {
                let read = serde_json::from_str::<T>(&text);
                let again = read.map(|read| serde_json::to_value(&read).expect("rows are JSON"));
                lost += usize::from(!again.is_ok_and(|again| again == written));
            } else {
                self.same(&written, &read_again::<T>(&written, &at), &format!("{at}, read back"));
                let read: T = serde_json::from_str(&text)
                    .unwrap_or_else(|error| panic!("{at}: {error}: {text}"));
                let again = serde_json::to_value(&read).expect("rows are JSON");
                self.same(&written, &again, &format!("{at}, read back from text"));
            }
            instances.push(instance);
        }
        assert_eq!(lost > 0, self.excepts(Except::NotReadBack), "{}: {lost} are lost", self.name);
        instances
    }

    fn same(&self, left: &Value, right: &Value, at: &str) {
        if self.excepts(Except::Unordered) {
            assert_eq!(as_bags(left), as_bags(right), "{at}");
        } else {
            assert_eq!(left, right, "{at}");
        }
    }

    fn differ(&self, instances: &[Value]) {
        let mut different: Vec<String> = instances.iter().map(Value::to_string).collect();
        different.sort_unstable();
        different.dedup();
        let few = different.len() < MANY;
        assert_eq!(
            few,
            self.excepts(Except::Few),
            "{}: {} different rows of {}",
            self.name,
            different.len(),
            instances.len()
        );
    }

    /// The goals that none of the rows met.
    fn missed(&self, instances: &[Value]) -> Vec<String> {
        let mut variety = Variety::of(&self.reads);
        instances.iter().for_each(|instance| variety.see(instance));
        variety.missed().into_iter().map(Into::into).collect()
    }

    /// The goals that no row is to meet.
    fn expected(&self) -> Vec<String> {
        let goals = self.exceptions.iter().filter_map(|(what, _)| match what {
            Except::Goal(goal) => Some((*goal).to_owned()),
            _ => None,
        });
        goals.collect()
    }
}

fn compile(schema: &Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).expect("a schema of schemars")
}

#[track_caller]
fn judge(validator: &Validator, value: &Value, at: &str) {
    if let Err(error) = validator.validate(value) {
        panic!("{at}: at `{}`: {error}\n{value:#}", error.instance_path());
    }
}

#[track_caller]
fn read_again<T: Foundry>(value: &Value, at: &str) -> Value {
    let read: T = serde_json::from_value(value.clone())
        .unwrap_or_else(|error| panic!("{at}: {error}: {value:#}"));
    serde_json::to_value(&read).expect("rows are JSON")
}

fn as_bags(value: &Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(as_bags).collect();
            items.sort_by_key(Value::to_string);
            Value::Array(items)
        }
        Value::Object(members) => {
            let mut members: Vec<_> =
                members.iter().map(|(name, value)| (name.clone(), as_bags(value))).collect();
            members.sort_by(|one, two| one.0.cmp(&two.0));
            Value::Object(members.into_iter().collect())
        }
        other => other.clone(),
    }
}
