//! One compile error per file, on the public API alone.
