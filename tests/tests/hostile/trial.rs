//! One hostile schema → its verdict, in a process of its own: what it takes is measured, and what
//! takes too much is named without taking the other cases with it.

use std::io::Read;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use cap::Cap;
use cpu_time::ProcessTime;
use foundry::{Pipeline, Stage};
use jsonschema::Validator;
use serde_json::Value;
use wait_timeout::ChildExt;

#[global_allocator]
static HEAP: Cap<std::alloc::System> = Cap::new(std::alloc::System, usize::MAX);

/// What a case may take, everything together: reading, planning, rows at two seeds, and the gate. Two
/// seconds hold for an optimized build, which `.ci/run` makes of this suite; others take three times as
/// long and more, and are only held to ending soon.
const MAX_TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 8 } else { 2 });
const MAX_BYTES: usize = 500 << 20;

/// When a child is given up: the machine may be busy with other things, an endless loop may not.
const PATIENCE: Duration = Duration::from_secs(60);

/// The stack of a test's thread, and of most threads of Rust programs.
const STACK_BYTES: usize = 2 << 20;

/// Set in the child, which then runs the case itself.
const CHILD: &str = "FOUNDRY_TEST_CHILD";

/// What must come of a case.
pub(crate) enum Outcome {
    /// Rows that the jsonschema crate finds valid.
    Rows,
    /// An error of this stage whose report holds this text.
    Refused(Stage, &'static str),
}

/// Writes a test: its name, the schema, and what must come of it.
macro_rules! hostile {
    ($($(#[$meta:meta])* $name:ident: $schema:expr => $outcome:expr;)+) => {$(
        $(#[$meta])*
        #[test]
        fn $name() {
            let path = concat!(module_path!(), "::", stringify!($name));
            crate::trial::run(path, || $schema, &$outcome);
        }
    )+};
}

/// Runs the case `path` in a child; in the child, runs it for good.
pub(crate) fn run(path: &str, schema: impl FnOnce() -> Value + Send, outcome: &Outcome) {
    if std::env::var_os(CHILD).is_some() {
        run_here(path, schema, outcome);
        return;
    }
    let (_, name) = path.split_once("::").expect("a module of this test");
    let mut child = Command::new(std::env::current_exe().expect("this test has a path"))
        .args(["--exact", name, "--nocapture"])
        .env(CHILD, "1")
        .env_remove("RUST_MIN_STACK")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the test runs itself");
    let status = child.wait_timeout(PATIENCE).expect("a child that can be waited for");
    if status.is_none() {
        child.kill().expect("a child that can be ended");
    }
    let mut told = String::new();
    child.stdout.take().expect("piped").read_to_string(&mut told).expect("text");
    child.stderr.take().expect("piped").read_to_string(&mut told).expect("text");
    match status {
        None => panic!("{name} did not end within {PATIENCE:?}\n{told}"),
        Some(status) if !status.success() => panic!("{name} failed, {status}\n{told}"),
        Some(_) => {
            let measured = told.lines().find(|line| line.starts_with("took "));
            println!("{name} {}", measured.unwrap_or("took nothing?"));
            assert!(measured.is_some(), "{name} did not run\n{told}");
        }
    }
}

fn run_here(path: &str, schema: impl FnOnce() -> Value + Send, outcome: &Outcome) {
    // The schema belongs to the caller: to build it and to let go of it is none of the crate's work.
    let schema = std::mem::ManuallyDrop::new(on_stack(1 << 30, schema));
    let before = HEAP.allocated();
    HEAP.set_limit(before + MAX_BYTES).expect("a limit above what is in use");
    let started = ProcessTime::now();
    let verdict = on_stack(STACK_BYTES, || draw(&schema));
    let time = started.elapsed();
    let peak = HEAP.max_allocated().saturating_sub(before);
    HEAP.set_limit(usize::MAX).expect("no limit");
    println!("\ntook {time:?} and {} MB: {}", peak >> 20, told(&verdict));
    match (&verdict, outcome) {
        (Ok(rows), Outcome::Rows) => on_stack(1 << 30, || judge(path, &schema, rows)),
        (Err(error), Outcome::Refused(stage, text)) => {
            assert_eq!(error.stage(), *stage, "{}", error.report());
            assert!(error.report().contains(text), "not `{text}`: {}", error.report());
        }
        (_, Outcome::Rows) => panic!("{path} should give rows: {}", told(&verdict)),
        (_, Outcome::Refused(stage, text)) => {
            panic!("{path} should be refused by {stage} with `{text}`: {}", told(&verdict))
        }
    }
    assert!(time <= MAX_TIME, "{path} took {time:?}");
}

fn on_stack<T: Send>(bytes: usize, run: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(bytes).spawn_scoped(scope, run);
        thread.expect("a thread").join().expect("no panic")
    })
}

fn draw(schema: &Value) -> Result<Vec<foundry::Rows>, foundry::Error> {
    let pipeline = Pipeline::builder().schema(schema).build()?;
    [1, 2].into_iter().map(|seed| pipeline.generate(seed, 3)).collect()
}

fn told(verdict: &Result<Vec<foundry::Rows>, foundry::Error>) -> String {
    let cut = |text: String| text.chars().take(200).collect::<String>();
    match verdict {
        Ok(rows) => {
            let row = rows.first().and_then(|rows| rows.instances().first());
            cut(format!("rows like {}", row.map(|row| row.root().to_json()).unwrap_or_default()))
        }
        Err(error) => {
            let pointer = error.pointer().unwrap_or("?");
            format!("{} error at `{pointer}`: {}", error.stage(), cut(error.to_string()))
        }
    }
}

fn judge(path: &str, schema: &Value, rows: &[foundry::Rows]) {
    let options = jsonschema::options().should_validate_formats(true);
    let validator: Validator = options.build(schema).expect("a schema that gave rows");
    for row in rows.iter().flat_map(foundry::Rows::values) {
        assert!(validator.is_valid(&row), "{path}: wrong row {row}");
    }
}
