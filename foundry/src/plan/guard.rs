//! Canonicalization recurses and cannot be cancelled: it runs on a thread with room for it.

use crate::error::{Error, Stage};

/// A chain of 500 references overflows the 2 MB of an ordinary thread and aborts the process.
const STACK_BYTES: usize = 256 << 20;

/// Nesting beyond this would need a larger stack than is reserved.
const MAX_NESTING: usize = 500;

/// Runs `plan` where it has the stack it needs.
pub(crate) fn on_large_stack<T: Send>(
    plan: impl FnOnce() -> Result<T, Error> + Send,
) -> Result<T, Error> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .name("foundry-plan".to_owned())
            .stack_size(STACK_BYTES)
            .spawn_scoped(scope, plan)
            .map_err(|error| {
                Error::new(Stage::Plan, "cannot start the planning thread").with_cause(error)
            })?;
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// Refuses documents that are nested so deeply that walking them would need more stack than there is.
pub(crate) fn refuse_deep(document: &serde_json::Value) -> Result<(), Error> {
    let mut level = vec![document];
    for _ in 0..MAX_NESTING {
        let mut next = Vec::new();
        for value in level {
            match value {
                serde_json::Value::Array(items) => next.extend(items),
                serde_json::Value::Object(members) => next.extend(members.values()),
                _ => {}
            }
        }
        if next.is_empty() {
            return Ok(());
        }
        level = next;
    }
    Err(Error::new(
        Stage::Plan,
        format!("the schema is nested more than {MAX_NESTING} levels deep"),
    )
    .at("")
    .with_help("name the inner schemas under `$defs` and refer to them"))
}
