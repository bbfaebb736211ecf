//! Distributions that are none, and fields that have nothing to spread.

use super::sites::Site;
use crate::diag::Diagnostics;
use crate::messages::{distributions as messages, options};
use crate::model::{Parameter, Spread, Weight, to_weight};
use crate::suggest;
use crate::ty::{Guess, Kind, show};

/// A distribution: its name, its parameters, those of them that are above 0, and an example.
struct Known {
    name: &'static str,
    parameters: &'static [&'static str],
    above_zero: &'static [&'static str],
    example: &'static str,
}

const KNOWN: [Known; 6] = [
    Known { name: "uniform", parameters: &[], above_zero: &[], example: "uniform" },
    Known {
        name: "normal",
        parameters: &["mean", "deviation"],
        above_zero: &["deviation"],
        example: "normal(mean = 40.0, deviation = 10.0)",
    },
    Known {
        name: "log_normal",
        parameters: &["mean", "deviation"],
        above_zero: &["deviation"],
        example: "log_normal(mean = 4.0, deviation = 0.5)",
    },
    Known {
        name: "exponential",
        parameters: &["mean", "rate"],
        above_zero: &["mean", "rate"],
        example: "exponential(mean = 3.0)",
    },
    Known {
        name: "zipf",
        parameters: &["exponent"],
        above_zero: &["exponent"],
        example: "zipf(exponent = 1.1)",
    },
    Known {
        name: "weighted",
        parameters: &["values", "weights"],
        above_zero: &[],
        example: "weighted(values = [0, 1], weights = [9, 1])",
    },
];

/// Records what is wrong with the distributions of a field.
pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    let options = &site.field.options;
    for spread in [&options.distribution, &options.lengths].into_iter().flatten() {
        check_spread(&spread.value, spread.key == "lengths", diagnostics);
    }
    let Some(ty) = site.contract_type() else { return };
    let guess = Guess::of(&ty, &site.container.original.generics);
    let Some(noun) = guess.kind.noun() else { return };
    let (label, ty) = (site.field.label(), show(guess.ty));
    let is_number = matches!(guess.kind, Kind::Integer { .. } | Kind::Float);
    if let Some(distribution) = &options.distribution
        && !is_number
    {
        diagnostics.report(&distribution.key, messages::of_no_number(&label, noun, &ty));
    }
    let has_length = matches!(guess.kind, Kind::Text | Kind::List(_) | Kind::Map(..));
    if let Some(lengths) = &options.lengths
        && !has_length
    {
        diagnostics.report(&lengths.key, messages::of_no_length(&label, noun, &ty));
    }
}

fn check_spread(spread: &Spread, is_of_lengths: bool, diagnostics: &mut Diagnostics) {
    let name = spread.name.to_string();
    let Some(known) = KNOWN.iter().find(|known| known.name == name) else {
        let names = KNOWN.map(|known| known.name);
        let help = match suggest::nearest(&name, names) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                format!("known distributions: {}", names.map(|name| format!("`{name}`")).join(", "))
            }
        };
        diagnostics.report(&spread.name, messages::unknown(&name, help));
        return;
    };
    for (at, parameter) in spread.parameters.iter().enumerate() {
        check_parameter(known, parameter, diagnostics);
        if spread.parameters[..at].iter().any(|earlier| earlier.key == parameter.key) {
            diagnostics.report(&parameter.key, options::twice(&parameter.key.to_string()));
        }
    }
    if known.name == "weighted" {
        return check_weighted(spread, known.example, is_of_lengths, diagnostics);
    }
    if known.name == "exponential" {
        match (spread.find("mean"), spread.find("rate")) {
            (Some(mean), Some(rate)) => {
                diagnostics.report(&mean.key, messages::mean_and_rate());
                diagnostics.report(&rate.key, messages::mean_and_rate());
            }
            (None, None) => {
                diagnostics.report(&spread.name, messages::missing(&name, "mean", known.example));
            }
            _ => {}
        }
        return;
    }
    if let Some(missing) =
        known.parameters.iter().find(|parameter| spread.find(parameter).is_none())
    {
        diagnostics.report(&spread.name, messages::missing(&name, missing, known.example));
    }
}

fn check_parameter(known: &Known, parameter: &Parameter, diagnostics: &mut Diagnostics) {
    let word = parameter.key.to_string();
    if !known.parameters.contains(&word.as_str()) {
        let help = if known.parameters.is_empty() {
            format!("write `{}`", known.example)
        } else if let Some(near) = suggest::nearest(&word, known.parameters.iter().copied()) {
            format!("did you mean `{near}`?")
        } else {
            format!("write `{}`", known.example)
        };
        diagnostics.report(&parameter.key, messages::unknown_parameter(known.name, &word, help));
        return;
    }
    let value = &parameter.value;
    if known.name == "weighted" {
        return;
    }
    match parameter.number {
        None => diagnostics.report(value, messages::no_number(known.name, &word, known.example)),
        Some(number) if number <= 0.0 && known.above_zero.contains(&word.as_str()) => {
            diagnostics.report(value, messages::not_above_zero(known.name, &word, &show(value)));
        }
        Some(_) => {}
    }
}

/// Two lists, one number for each weight.
fn check_weighted(
    spread: &Spread,
    example: &str,
    is_of_lengths: bool,
    diagnostics: &mut Diagnostics,
) {
    let mut read = |name: &str| {
        let Some(parameter) = spread.find(name) else {
            let what = format!("list `{name}`");
            diagnostics.report(&spread.name, messages::missing("weighted", &what, example));
            return None;
        };
        if parameter.list.is_none() {
            diagnostics.report(&parameter.value, messages::no_list(name, example));
        }
        Some((parameter, parameter.list.as_ref()?))
    };
    let (values, weights) = (read("values"), read("weights"));
    for (at, (tokens, number)) in values.iter().flat_map(|(_, list)| list.iter()).enumerate() {
        let earlier = || values.iter().flat_map(|(_, list)| &list[..at]);
        match *number {
            None => diagnostics.report(tokens, messages::no_list("values", example)),
            Some(number) if is_of_lengths && (number < 0.0 || number.fract() != 0.0) => {
                diagnostics.report(tokens, messages::no_length(&show(tokens)));
            }
            Some(number) if earlier().any(|(_, other)| *other == Some(number)) => {
                diagnostics.report(tokens, messages::value_twice(&show(tokens)));
            }
            Some(_) => {}
        }
    }
    for (tokens, number) in weights.iter().flat_map(|(_, list)| list.iter()) {
        if number.and_then(to_weight).is_none() {
            diagnostics.report(tokens, messages::no_weight(&show(tokens), Weight::MAX));
        }
    }
    let (Some((values, numbers)), Some((weights, shares))) = (values, weights) else { return };
    if numbers.is_empty() {
        diagnostics.report(&values.value, messages::no_values());
    } else if numbers.len() != shares.len() {
        for parameter in [values, weights] {
            let message = messages::other_count_of_weights(numbers.len(), shares.len());
            diagnostics.report(&parameter.value, message);
        }
    } else if shares.iter().all(|(_, share)| *share == Some(0.0)) {
        diagnostics.report(&weights.value, messages::weights_of_zero());
    }
}
