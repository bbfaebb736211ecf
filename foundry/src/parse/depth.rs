//! Documents that are too deep to walk.

use serde_json::Value;

use crate::error::{Error, Stage};

/// Nesting beyond this would need a larger stack than is reserved.
const MAX_NESTING: usize = 500;

/// Refuses documents that are nested so deeply that walking them would need more stack than there is.
pub(crate) fn refuse_deep(document: &Value) -> Result<(), Error> {
    let mut level = vec![document];
    for _ in 0..MAX_NESTING {
        let mut next = Vec::new();
        for value in level {
            match value {
                Value::Array(items) => next.extend(items),
                Value::Object(members) => next.extend(members.values()),
                _ => {}
            }
        }
        if next.is_empty() {
            return Ok(());
        }
        level = next;
    }
    Err(Error::new(
        Stage::Parse,
        format!("the schema is nested more than {MAX_NESTING} levels deep"),
    )
    .at("")
    .with_help("name the inner schemas under `$defs` and refer to them"))
}
