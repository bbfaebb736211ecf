//! Schema document → [`Contract`]: what the types or the file say, with what stands beside it.

pub(crate) mod building;
