//! What was drawn before, by its hash: a set that is asked and never listed, so it needs no order.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

/// Hashes that were met; emptied, it keeps its memory.
pub(super) type Seen = HashSet<u64, BuildHasherDefault<AsItIs>>;

/// A hash is its own hash.
#[derive(Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
