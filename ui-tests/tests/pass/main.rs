//! What must compile: each module is one program.

mod cfg_attr;
mod denied_lints;
mod look_alikes;
mod own_names;
mod renamed_crate;
mod serde_with;
mod validators;
