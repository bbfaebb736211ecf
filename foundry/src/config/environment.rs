//! `FOUNDRY_*` variables → a layer of settings.

use super::layer::{Fault, Key, Layer, Origin};
use crate::seed::SEED_VARIABLE;
use crate::suggest;

/// What the names of all variables begin with.
const PREFIX: &str = "FOUNDRY_";

/// Names the file of settings, or `none`.
pub(super) const FILE_VARIABLE: &str = "FOUNDRY_CONFIG";

/// Variables with the same beginning that the tests of this project read. All others are settings,
/// or typing errors.
const OF_TESTS: [&str; 4] =
    ["FOUNDRY_GOLDEN", "FOUNDRY_TEST_CHILD", "FOUNDRY_CASES", "FOUNDRY_CASES_SEED"];

impl Layer {
    /// What the environment sets: `FOUNDRY_PRESENCE` and its like.
    ///
    /// # Errors
    ///
    /// When a variable that begins with `FOUNDRY_` sets nothing, or sets what is none.
    pub fn from_env() -> Result<Self, Fault> {
        let mut found: Vec<(String, String)> = std::env::vars_os()
            .map(|(name, value)| (name.to_string_lossy().into(), value.to_string_lossy().into()))
            .filter(|(name, _): &(String, String)| name.starts_with(PREFIX))
            .collect();
        // Of two mistakes always the same one is told.
        found.sort();
        read_from(&found)
    }
}

fn read_from(found: &[(String, String)]) -> Result<Layer, Fault> {
    let mut layer = Layer::default();
    for (name, text) in found {
        if OF_TESTS.contains(&name.as_str()) || name == FILE_VARIABLE {
            continue;
        }
        let key = Key::ALL.into_iter().find(|key| variable(*key) == *name);
        let Some(key) = key else { return Err(unknown(name)) };
        layer.set(key, text, Origin::Variable(name.clone())).map_err(|wrong| {
            let told = format!("the variable {name} holds `{text}`, which is not {}", wrong.wanted);
            Fault::new(told).with_help(wrong.help)
        })?;
    }
    Ok(layer)
}

fn variable(key: Key) -> String {
    match key {
        // The one that `Seed::from_env` reads too.
        Key::Seed => SEED_VARIABLE.to_owned(),
        key => format!("{PREFIX}{}", key.name().to_uppercase()),
    }
}

fn unknown(name: &str) -> Fault {
    let mut known: Vec<String> = Key::ALL.into_iter().map(variable).collect();
    known.push(FILE_VARIABLE.to_owned());
    // The common beginning would make any two names alike.
    let rest = name.trim_start_matches(PREFIX);
    let names = known.iter().map(|name| name.trim_start_matches(PREFIX));
    let help = match suggest::nearest(rest, names) {
        Some(near) => format!("did you mean `{PREFIX}{near}`?"),
        None => format!("known: {}", known.join(", ")),
    };
    Fault::new(format!("the variable {name} sets nothing")).with_help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: &str) -> Option<String> {
        let read = read_from(&[(name.to_owned(), "1".to_owned())]);
        read.err().map(|fault| format!("{fault}; {}", fault.help().collect::<String>()))
    }

    #[test]
    fn only_a_variable_that_sets_something_may_be_there() {
        assert_eq!(told("FOUNDRY_SEED"), None);
        assert_eq!(told("FOUNDRY_GOLDEN"), None);
        let near = "the variable FOUNDRY_PRESENSE sets nothing; did you mean `FOUNDRY_PRESENCE`?";
        assert_eq!(told("FOUNDRY_PRESENSE").as_deref(), Some(near));
        let far = told("FOUNDRY_ZEBRA").unwrap();
        assert!(far.contains("known: FOUNDRY_SEED, FOUNDRY_PRESENCE"), "{far}");
    }
}
