//! What a failing test shows: the whole story, at the line that asked for the rows.

use std::panic::{self, Location};
use std::sync::Mutex;

use foundry::{Foundry, Stream};
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Shipment {
    parcels: Vec<Parcel>,
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Parcel {
    #[foundry(with = |stream: &mut Stream| stream.integer(1, 101) as u8)]
    #[schemars(range(max = 100))]
    weight: u8,
}

/// The hook of a panic belongs to the whole process.
static HOOK: Mutex<()> = Mutex::new(());

/// The text of the panic in `run`, and the line it names.
fn panic_of(run: impl FnOnce() + panic::UnwindSafe) -> (String, String, u32) {
    let _one_at_a_time = HOOK.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    static SEEN: Mutex<Option<(String, u32)>> = Mutex::new(None);
    let before = panic::take_hook();
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(|at: &Location<'_>| (at.file().to_owned(), at.line()));
        *SEEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = place;
    }));
    let caught = panic::catch_unwind(run);
    panic::set_hook(before);
    let payload = caught.expect_err("a panic");
    let text = payload.downcast_ref::<String>().cloned().expect("a text");
    let seen = SEEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
    let (file, line) = seen.expect("a place");
    (text, file, line)
}

/// The first row of seed 42 that fails, found by drawing them one by one.
fn first_failing() -> u64 {
    let mut rows = Shipment::foundry_with().iter(42).expect("a plan");
    (0..).find(|_| rows.try_next().is_err()).expect("one fails")
}

#[test]
fn a_batch_panics_with_the_whole_story_at_the_line_of_the_caller() {
    let row = first_failing();
    let (text, file, line) = panic_of(|| {
        let _ = Shipment::foundry_batch(42, 10_000);
    });
    assert_eq!((file.as_str(), line), (file!(), line!() - 2));
    let lines = [
        "what the generator `weight` drew is outside the contract: 101 is greater than the maximum of 100",
        "  type     pipeline::panics::Shipment",
        "  seed     42",
        &format!("  row      {row}"),
        "  stage    validate",
        "  pointer  /parcels/0/weight",
        "  keyword  maximum",
        "  value    101",
        "  help     let it draw what the place allows",
        &format!("  replay   let row = Shipment::foundry_row(42, {row});"),
    ];
    assert_eq!(text.lines().collect::<Vec<_>>(), lines);
}

#[test]
fn every_panicking_call_names_the_line_of_its_caller() {
    let row = first_failing();
    let (text, file, line) = panic_of(move || {
        let _ = Shipment::foundry_row(42, row);
    });
    assert_eq!((file.as_str(), line), (file!(), line!() - 2));
    assert!(text.contains(&format!("\n  row      {row}\n")), "{text}");
    let (_, file, line) = panic_of(|| {
        let mut iter = Shipment::foundry_iter(42);
        loop {
            iter.next();
        }
    });
    assert_eq!((file.as_str(), line), (file!(), line!() - 3));
    let (_, file, line) = panic_of(move || {
        Shipment::foundry_iter(42).nth(usize::try_from(row).expect("a small number"));
    });
    assert_eq!((file.as_str(), line), (file!(), line!() - 2));
    let (text, file, line) = panic_of(|| {
        let _ = Broken::foundry("checkout");
    });
    assert_eq!((file.as_str(), line), (file!(), line!() - 2));
    assert!(text.contains("let row = Broken::foundry_row(\"checkout\", 0);"), "{text}");
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Broken {
    #[foundry(with = |_: &mut Stream| 300_u16)]
    value: u8,
}

#[test]
fn the_line_that_replays_the_row_replays_it() {
    let row = first_failing();
    let error = Shipment::try_foundry_batch(42, 10_000).expect_err("one fails");
    assert_eq!(error.row(), Some(row));
    assert_eq!(
        error.replay(),
        Some(format!("let row = Shipment::foundry_row(42, {row});").as_str())
    );
    let again = Shipment::foundry_with().row(42, row).expect_err("the same");
    assert_eq!(again.report(), error.report());
}

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Page<T> {
    items: Vec<T>,
    broken: Broken,
}

#[test]
fn the_line_for_a_generic_type_compiles() {
    let error = Page::<Option<u8>>::try_foundry_batch([1_u8, 2], 3).expect_err("it fails");
    assert_eq!(error.replay(), Some("let row = <Page<Option<u8>>>::foundry_row([1_u8, 2_u8], 0);"));
    let _ = Page::<Option<u8>>::foundry_with().row([1_u8, 2_u8], 0).expect_err("the same");
}
