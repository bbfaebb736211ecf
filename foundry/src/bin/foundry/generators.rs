//! `foundry generators`: what there is to draw values with, and what the values look like.

use std::fmt::Write as _;

use clap::Args;
use foundry::generators::{Family, Listed, Registry, built_in};
use foundry::health::Checked;
use foundry::{Error, Pipeline};

use crate::exit::{Exit, Stop, after_help};
use crate::failure::Failure;
use crate::output;

/// Lists the built-in generators, with an example value of each
#[derive(Debug, Args)]
#[command(after_help = after_help(&[
    "foundry generators",
    "foundry generators date-time",
    "foundry generators --check",
    "foundry generators --check uuid"
]))]
pub(crate) struct Call {
    /// Shows this one alone, with a schema that asks for it and more examples; or checks it alone
    name: Option<String>,
    /// Draws 10,000 values from each generator, or from the one that is named, and proves that it keeps its promise
    #[arg(long)]
    check: bool,
}

/// The seed of the examples.
const SEED: u64 = 42;

/// How many examples one generator alone is shown with.
const EXAMPLES: usize = 5;

pub(crate) fn run(call: &Call) -> Result<Exit, Stop> {
    let registry = Registry::default();
    let found = call.name.as_deref().map(|name| registry.find(name)).transpose();
    let found = found.map_err(|error| {
        let failure = Failure::new(error.message().to_owned());
        error.help().fold(failure, Failure::with_help)
    })?;
    if call.check {
        return match &found {
            None => tell(&registry.check().checked),
            Some(listed) => {
                let checked = registry.check_named(listed.name());
                tell(&[checked.map_err(|error| Failure::new(error.to_string()))?])
            }
        };
    }
    let told = found.map_or_else(list, |listed| show(&listed));
    // The schemas of the listing are part of the program: they are planned, or the program is wrong.
    let told = told.map_err(|error| Failure::new(error.to_string()))?;
    output::print(told.as_bytes())?;
    Ok(Exit::Done)
}

fn list() -> Result<String, Error> {
    let name_width = built_in().map(|listed| listed.name().len()).max().unwrap_or(0);
    let about_width = built_in().map(|listed| listed.about().len()).max().unwrap_or(0);
    let mut text = String::new();
    for (family, title) in [
        (Family::Plain, "by the type and its keywords"),
        (Family::Format, "by `format`"),
        (Family::Realistic, "by the name of a field, or by the hint `faker`"),
    ] {
        let gap = if text.is_empty() { "" } else { "\n" };
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "{gap}{title}");
        for listed in built_in().filter(|listed| listed.family() == family) {
            let example = examples(&listed, 1)?.pop().unwrap_or_default();
            let (name, about) = (listed.name(), listed.about());
            let _ = writeln!(text, "  {name:name_width$}  {about:about_width$}  {example}");
        }
    }
    Ok(text)
}

/// The promises of generators, and which of them are broken.
fn tell(checked: &[Checked]) -> Result<Exit, Stop> {
    let width = checked.iter().map(|one| one.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for one in checked {
        let passing = (one.rejected > 0).then(|| {
            let which = if one.is_chosen() { "ok" } else { "ok where it is named" };
            format!("{which}, {:.2} % pass", one.passing() * 100.0)
        });
        let told = one.fault.as_deref().or(passing.as_deref()).unwrap_or("ok");
        let (name, draws, places) = (&one.name, one.draws, one.places);
        let _ = writeln!(text, "{name:width$}  {draws:6} draws  {places:3} places  {told}");
    }
    output::print(text.as_bytes())?;
    let are_kept = checked.iter().all(|one| one.fault.is_none());
    Ok(if are_kept { Exit::Done } else { Exit::Findings })
}

fn show(listed: &Listed) -> Result<String, Error> {
    let mut text = format!("{}: {}\n", listed.name(), listed.about());
    let fields: Vec<&str> = listed.fields().collect();
    if !fields.is_empty() {
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "\nfields\n  {}", fields.join(", "));
    }
    let _ = writeln!(text, "\nschema\n  {}\n\nexamples", listed.schema());
    for example in examples(listed, EXAMPLES)? {
        let _ = writeln!(text, "  {example}");
    }
    Ok(text)
}

/// Values that this very generator draws: of the first rows, those for which it was asked.
fn examples(listed: &Listed, count: usize) -> Result<Vec<String>, Error> {
    let pipeline = Pipeline::builder().schema(&listed.schema()).build()?;
    let mut drawer = pipeline.drawer(SEED);
    let mut examples = Vec::with_capacity(count);
    let mut drawn = 0;
    for row in 0.. {
        let example = drawer.draw(row)?.root().to_json();
        let metrics = drawer.metrics();
        let counts = match listed.family() {
            Family::Format => &metrics.formats,
            _ => &metrics.generators,
        };
        let now = counts.get(listed.name()).copied().unwrap_or(0);
        if now > drawn {
            examples.push(example);
        }
        drawn = now;
        if examples.len() == count {
            break;
        }
    }
    Ok(examples)
}
