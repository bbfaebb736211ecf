//! Integration tests of foundry, on its public API alone.
