//! Bad input: each gives one clear error with type, pointer and help; nothing hangs, and no part of
//! a batch is ever returned.

#![allow(missing_docs)]

mod batches;
mod contracts;
mod generators;
mod reports;
mod settings;
