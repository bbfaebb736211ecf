//! The built-in generators.
