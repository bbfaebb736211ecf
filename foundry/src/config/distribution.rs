//! A [`Distribution`] as it is written: `"uniform"`, or its name with its parameters.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::seed::Distribution;
use crate::suggest;

/// What is no distribution, and what would be one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Wrong {
    pub(crate) told: String,
    pub(crate) help: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.told, self.help)
    }
}

const NAMES: [&str; 6] = ["uniform", "normal", "log_normal", "exponential", "zipf", "weighted"];

impl Distribution {
    /// Reads `"uniform"` or `{"normal": {"mean": 40, "deviation": 10}}`.
    pub(crate) fn from_json(value: &Value) -> Result<Self, Wrong> {
        let none = Map::new();
        let (name, parameters) = match value {
            Value::String(name) => (name.as_str(), &none),
            Value::Object(map) if map.len() == 1 => match map.iter().next() {
                Some((name, Value::Object(parameters))) => (name.as_str(), parameters),
                _ => return Err(no_distribution(value)),
            },
            _ => return Err(no_distribution(value)),
        };
        let read = Parameters { name, map: parameters };
        let distribution = match name {
            "uniform" => {
                read.only(&[])?;
                Self::Uniform
            }
            "normal" | "log_normal" => {
                read.only(&["mean", "deviation"])?;
                let (mean, deviation) = (read.number("mean")?, read.number("deviation")?);
                if name == "normal" {
                    Self::Normal { mean, deviation }
                } else {
                    Self::LogNormal { mean, deviation }
                }
            }
            "exponential" => {
                read.only(&["mean", "rate"])?;
                match (parameters.contains_key("mean"), parameters.contains_key("rate")) {
                    (true, true) => {
                        let told = "`exponential` has both `mean` and `rate`, and each is one over the other";
                        return Err(wrong(told, "keep one of them"));
                    }
                    (false, true) => Self::Exponential { mean: 1.0 / read.above_zero("rate")? },
                    _ => Self::Exponential { mean: read.number("mean")? },
                }
            }
            "zipf" => {
                read.only(&["exponent"])?;
                Self::Zipf { exponent: read.number("exponent")? }
            }
            "weighted" => {
                read.only(&["values", "weights"])?;
                Self::Weighted { choices: read.choices()? }
            }
            unknown => {
                let told = format!("there is no distribution `{unknown}`");
                return Err(wrong(told, suggest::help(unknown, &NAMES)));
            }
        };
        match distribution.fault() {
            Some(fault) => Err(wrong(fault, example(name))),
            None => Ok(distribution),
        }
    }

    /// Whether a text names a distribution, and no range.
    #[cfg(feature = "config-file")]
    pub(super) fn is_named(text: &str) -> bool {
        NAMES.contains(&text)
    }

    fn to_json(&self) -> Value {
        if let Self::Weighted { choices } = self {
            let (values, weights): (Vec<f64>, Vec<u32>) = choices.iter().copied().unzip();
            return json!({"weighted": {"values": values, "weights": weights}});
        }
        let parameters = self.parameters().into_iter();
        let map: Map<String, Value> =
            parameters.map(|(name, value, _)| (name.to_owned(), value.into())).collect();
        if map.is_empty() {
            return self.name().into();
        }
        Value::Object(Map::from_iter([(self.name().to_owned(), map.into())]))
    }
}

/// The parameters of a distribution, as they are written.
struct Parameters<'v> {
    name: &'v str,
    map: &'v Map<String, Value>,
}

impl Parameters<'_> {
    fn only(&self, known: &[&str]) -> Result<(), Wrong> {
        let Some(unknown) = self.map.keys().find(|key| !known.contains(&key.as_str())) else {
            return Ok(());
        };
        let told = format!("`{}` has no parameter `{unknown}`", self.name);
        let help =
            if known.is_empty() { example(self.name) } else { suggest::help(unknown, known) };
        Err(wrong(told, help))
    }

    fn number(&self, parameter: &str) -> Result<f64, Wrong> {
        match self.map.get(parameter) {
            None => {
                let told = format!("the {parameter} of `{}` is missing", self.name);
                Err(wrong(told, example(self.name)))
            }
            Some(value) => value.as_f64().ok_or_else(|| {
                let told =
                    format!("the {parameter} of `{}` is {value}, and not a number", self.name);
                wrong(told, example(self.name))
            }),
        }
    }

    fn above_zero(&self, parameter: &str) -> Result<f64, Wrong> {
        let number = self.number(parameter)?;
        if number > 0.0 && (1.0 / number).is_finite() {
            return Ok(number);
        }
        let name = self.name;
        let told = format!("the {parameter} of `{name}` is {number}, and not a number above 0");
        Err(wrong(told, example(name)))
    }
}

impl Parameters<'_> {
    /// The values of a weighted choice, each with its weight.
    fn choices(&self) -> Result<Vec<(f64, u32)>, Wrong> {
        let told = |told: String| wrong(told, example(self.name));
        let list = |parameter: &str| {
            let list = self.map.get(parameter).and_then(Value::as_array);
            list.ok_or_else(|| told(format!("`weighted` has no list of `{parameter}`")))
        };
        let (values, weights) = (list("values")?, list("weights")?);
        if values.len() != weights.len() {
            let (values, weights) = (values.len(), weights.len());
            return Err(told(format!("{values} `values` of `weighted` have {weights} `weights`")));
        }
        let choice = |(value, weight): (&Value, &Value)| {
            let Some(number) = value.as_f64() else {
                return Err(told(format!(
                    "one of the values of `weighted` is {value}, and not a number"
                )));
            };
            let read = weight.as_u64().and_then(|weight| u32::try_from(weight).ok());
            let Some(weight) = read else {
                let most = u32::MAX;
                let what = format!("and not a whole number from 0 to {most}");
                return Err(told(format!("one of the weights of `weighted` is {weight}, {what}")));
            };
            Ok((number, weight))
        };
        values.iter().zip(weights).map(choice).collect()
    }
}

fn wrong(told: impl Into<String>, help: impl Into<String>) -> Wrong {
    Wrong { told: told.into(), help: help.into() }
}

fn no_distribution(value: &Value) -> Wrong {
    let help = format!(
        "write one of {} with its parameters, such as {}",
        NAMES.join(", "),
        form("normal")
    );
    wrong(format!("`{value}` is not a distribution"), help)
}

fn example(name: &str) -> String {
    format!("write `{}`", form(name))
}

fn form(name: &str) -> &'static str {
    match name {
        "uniform" => r#""uniform""#,
        "log_normal" => r#"{"log_normal": {"mean": 4, "deviation": 0.5}}"#,
        "exponential" => r#"{"exponential": {"mean": 3}}"#,
        "zipf" => r#"{"zipf": {"exponent": 1.1}}"#,
        "weighted" => r#"{"weighted": {"values": [1, 2], "weights": [9, 1]}}"#,
        _ => r#"{"normal": {"mean": 40, "deviation": 10}}"#,
    }
}

impl<'de> Deserialize<'de> for Distribution {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_json(&Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl Serialize for Distribution {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for value in [
            json!("uniform"),
            json!({"normal": {"mean": 40.0, "deviation": 10.0}}),
            json!({"log_normal": {"mean": -1.5, "deviation": 0.5}}),
            json!({"exponential": {"mean": 3.0}}),
            json!({"zipf": {"exponent": 1.1}}),
            json!({"weighted": {"values": [0.0, 1.5], "weights": [9, 1]}}),
        ] {
            let read: Distribution = serde_json::from_value(value.clone()).unwrap();
            assert_eq!(serde_json::to_value(read).unwrap(), value);
        }
        let rate = serde_json::from_value(json!({"exponential": {"rate": 4}})).unwrap();
        assert_eq!(Distribution::Exponential { mean: 0.25 }, rate);
        assert_eq!(Distribution::from_json(&json!({"uniform": {}})), Ok(Distribution::Uniform));
    }

    #[test]
    fn each_mistake_is_told_with_what_would_do() {
        for (value, told) in [
            (json!({"norml": {}}), "there is no distribution `norml`: did you mean `normal`?"),
            (
                json!("zebra"),
                "there is no distribution `zebra`: known: uniform, normal, log_normal, exponential, zipf, weighted",
            ),
            (
                json!({"normal": {"mean": 1}}),
                "the deviation of `normal` is missing: write `{\"normal\": {\"mean\": 40, \"deviation\": 10}}`",
            ),
            (
                json!({"normal": {"mean": 1, "deviation": 1, "devation": 2}}),
                "`normal` has no parameter `devation`: did you mean `deviation`?",
            ),
            (
                json!({"zipf": {"exponent": -1}}),
                "the exponent of `zipf` is -1, and not a number above 0: write `{\"zipf\": {\"exponent\": 1.1}}`",
            ),
            (
                json!({"exponential": {"rate": 0}}),
                "the rate of `exponential` is 0, and not a number above 0: write `{\"exponential\": {\"mean\": 3}}`",
            ),
            (
                json!({"exponential": {"rate": 1, "mean": 1}}),
                "`exponential` has both `mean` and `rate`, and each is one over the other: keep one of them",
            ),
            (
                json!({"uniform": {"min": 1}}),
                "`uniform` has no parameter `min`: write `\"uniform\"`",
            ),
            (
                json!({"normal": {"mean": "a", "deviation": 1}}),
                "the mean of `normal` is \"a\", and not a number: write `{\"normal\": {\"mean\": 40, \"deviation\": 10}}`",
            ),
        ] {
            assert_eq!(Distribution::from_json(&value).unwrap_err().to_string(), told);
        }
        let weighted = |values: Value, weights: Value| {
            let value = json!({"weighted": {"values": values, "weights": weights}});
            Distribution::from_json(&value).unwrap_err()
        };
        for (wrong, told) in [
            (weighted(json!(3), json!([1])), "`weighted` has no list of `values`"),
            (weighted(json!([3]), json!(null)), "`weighted` has no list of `weights`"),
            (weighted(json!([3]), json!([1, 2])), "1 `values` of `weighted` have 2 `weights`"),
            (weighted(json!([]), json!([])), "`weighted` has no values"),
            (weighted(json!([1, 2]), json!([0, 0])), "all weights of `weighted` are 0"),
            (weighted(json!([1, 1.0]), json!([1, 2])), "`weighted` has the value 1 twice"),
            (
                weighted(json!(["1"]), json!([1])),
                "one of the values of `weighted` is \"1\", and not a number",
            ),
            (
                weighted(json!([1]), json!([-1])),
                "one of the weights of `weighted` is -1, and not a whole number from 0 to 4294967295",
            ),
        ] {
            assert_eq!(wrong.told, told);
            let help = r#"write `{"weighted": {"values": [1, 2], "weights": [9, 1]}}`"#;
            assert_eq!(wrong.help, help);
        }
        for value in [json!(3), json!({}), json!({"normal": 3}), json!({"normal": {}, "zipf": {}})]
        {
            let told = Distribution::from_json(&value).unwrap_err().told;
            assert!(told.ends_with("is not a distribution"), "{told}");
        }
    }
}
