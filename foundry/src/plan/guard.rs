//! Canonicalization recurses and cannot be cancelled: it runs on a thread with room for it.

use crate::error::{Error, Stage};

/// A chain of 500 references overflows the 2 MB of an ordinary thread and aborts the process.
const STACK_BYTES: usize = 256 << 20;

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
