//! Buffers that outlive the drawing that filled them: each thread keeps a few for the next one.

use std::cell::RefCell;
use std::ops::{Deref, DerefMut};

use super::Scratch;
use crate::plan::Plan;

/// So many buffers are kept by a thread.
const MOST_POOLED: usize = 4;

/// Larger buffers are given back to the system: one huge row should not cost its memory for ever.
const MOST_POOLED_BYTES: usize = 1 << 20;

thread_local! {
    #[expect(clippy::vec_box, reason = "what is taken out and put back should not be moved")]
    static POOL: RefCell<Vec<Box<Scratch>>> = const { RefCell::new(Vec::new()) };
}

/// Buffers of the thread's pool, which go back to it when they are dropped, after an error too.
pub(crate) struct Pooled(Option<Box<Scratch>>);

impl Pooled {
    /// Buffers that were used before, or new ones.
    pub(crate) fn take() -> Self {
        // A thread that ends has no pool any more.
        let known = POOL.try_with(|pool| pool.borrow_mut().pop()).ok().flatten();
        let mut scratch = known.unwrap_or_default();
        scratch.counts.pool_hits += u64::from(scratch.is_used);
        scratch.is_used = true;
        Self(Some(scratch))
    }

    /// The same, for somebody who reads what was drawn from `plan`.
    pub(crate) fn counting(plan: &Plan) -> Self {
        let mut pooled = Self::take();
        pooled.counts.expect(plan);
        pooled
    }
}

impl Drop for Pooled {
    fn drop(&mut self) {
        let Some(mut scratch) = self.0.take() else { return };
        scratch.counts.clear();
        if scratch.bytes() > MOST_POOLED_BYTES {
            return;
        }
        let _ = POOL.try_with(|pool| {
            let mut pool = pool.borrow_mut();
            if pool.len() < MOST_POOLED {
                pool.push(scratch);
            }
        });
    }
}

const GIVEN_BACK: &str = "buffers go back to their pool when they are dropped, and not before";

impl Deref for Pooled {
    type Target = Scratch;

    fn deref(&self) -> &Scratch {
        self.0.as_deref().unwrap_or_else(|| unreachable!("{GIVEN_BACK}"))
    }
}

impl DerefMut for Pooled {
    fn deref_mut(&mut self) -> &mut Scratch {
        self.0.as_deref_mut().unwrap_or_else(|| unreachable!("{GIVEN_BACK}"))
    }
}
