//! `FOUNDRY_*` variables → a layer of settings.

use foundry::seed::SEED_VARIABLE;

use super::layer::{Key, Layer, Origin};
use crate::failure::Failure;
use crate::suggest;

/// What the names of all variables begin with.
const PREFIX: &str = "FOUNDRY_";

/// Variables with the same beginning that the tests of this project read. All others are settings,
/// or typing errors.
const OF_TESTS: [&str; 1] = ["FOUNDRY_GOLDEN"];

/// Reads the environment.
pub(super) fn read() -> Result<Layer, Failure> {
    let mut found: Vec<(String, String)> = std::env::vars_os()
        .map(|(name, value)| (name.to_string_lossy().into(), value.to_string_lossy().into()))
        .filter(|(name, _): &(String, String)| name.starts_with(PREFIX))
        .collect();
    // Of two mistakes always the same one is told.
    found.sort();
    read_from(&found)
}

fn read_from(found: &[(String, String)]) -> Result<Layer, Failure> {
    let mut layer = Layer::default();
    for (name, text) in found {
        if OF_TESTS.contains(&name.as_str()) {
            continue;
        }
        let key = Key::ALL.into_iter().find(|key| variable(*key) == *name);
        let Some(key) = key else { return Err(unknown(name)) };
        layer.set(key, text, Origin::Variable(name.clone())).map_err(|wrong| {
            let told = format!("the variable {name} holds `{text}`, which is not {}", wrong.wanted);
            Failure::new(told).with_help(wrong.help)
        })?;
    }
    Ok(layer)
}

fn variable(key: Key) -> String {
    match key {
        // The one that the library reads too.
        Key::Seed => SEED_VARIABLE.to_owned(),
        key => format!("{PREFIX}{}", key.name().to_uppercase()),
    }
}

fn unknown(name: &str) -> Failure {
    let known: Vec<String> = Key::ALL.into_iter().map(variable).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    // The common beginning would make any two names alike.
    let rest = name.trim_start_matches(PREFIX);
    let help = match Key::ALL.map(|key| key.name().to_uppercase()) {
        names if rest.is_empty() => suggest::help("", &names.each_ref().map(String::as_str)),
        names => suggest::help(rest, &names.each_ref().map(String::as_str)),
    };
    let help = match help.strip_prefix("did you mean `") {
        Some(near) => format!("did you mean `{PREFIX}{near}"),
        None => format!("known: {}", known.join(", ")),
    };
    Failure::new(format!("the variable {name} sets nothing")).with_help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: &str) -> Option<String> {
        read_from(&[(name.to_owned(), "1".to_owned())]).err().map(|failure| failure.render())
    }

    #[test]
    fn only_a_variable_that_sets_something_may_be_there() {
        assert_eq!(told("FOUNDRY_SEED"), None);
        assert_eq!(told("FOUNDRY_GOLDEN"), None);
        let near = told("FOUNDRY_PRESENSE").unwrap();
        assert!(near.contains("did you mean `FOUNDRY_PRESENCE`?"), "{near}");
        let far = told("FOUNDRY_ZEBRA").unwrap();
        assert!(far.contains("known: FOUNDRY_SEED, FOUNDRY_PRESENCE"), "{far}");
    }
}
