//! What a failing test shows: the whole story, at the line of the test.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};

use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Die {
    #[schemars(range(min = 1, max = 6))]
    #[foundry(with = |stream| stream.below(8) as u8)]
    eyes: u8,
}

/// The message and the line of the panic of `run`.
fn panic_of(run: impl FnOnce()) -> (String, u32) {
    let seen = Arc::new(Mutex::new(None));
    let hook = std::panic::take_hook();
    let writer = Arc::clone(&seen);
    std::panic::set_hook(Box::new(move |info| {
        let line = info.location().map_or(0, std::panic::Location::line);
        let file = info.location().map_or("", std::panic::Location::file);
        assert!(file.ends_with("reports.rs"), "{file}");
        *writer.lock().unwrap() = Some((info.payload_as_str().unwrap_or("").to_owned(), line));
    }));
    let result = catch_unwind(AssertUnwindSafe(run));
    std::panic::set_hook(hook);
    assert!(result.is_err(), "it should have panicked");
    seen.lock().unwrap().take().unwrap()
}

#[test]
fn a_panic_tells_the_whole_story_at_the_callers_line() {
    let here = line!() + 1;
    let (text, line) = panic_of(|| drop(Die::foundry_batch("dice", 50)));
    assert_eq!(line, here);
    let row = Die::try_foundry_batch("dice", 50).unwrap_err().row().unwrap();
    let value = text.lines().find_map(|line| line.trim().strip_prefix("value")).unwrap().trim();
    let what = if value == "0" {
        "0 is less than the minimum of 1"
    } else {
        "7 is greater than the maximum of 6"
    };
    let keyword = if value == "0" { "minimum" } else { "maximum" };
    let story = format!(
        "the drawn value is outside the contract: {what}
  type     {}
  seed     text:dice
  row      {row}
  stage    validate
  pointer  /eyes
  keyword  {keyword}
  value    {value}
  help     a `with` generator, `values` or `finish` gave it: keep it within the contract
  replay   let row = Die::foundry_row(\"dice\", {row});",
        std::any::type_name::<Die>()
    );
    assert_eq!(text, story);
    // The line to paste fails in the same way.
    let (again, _) = panic_of(|| assert_eq!(Die::foundry_row("dice", row).eyes, 0));
    assert_eq!(again, story);
}
