//! Whether two configurations make the same rows of every contract: compared to the last bit.
//!
//! `==` is not enough. For it, `0.0` is `-0.0`, and objects with the same members in another order are
//! equal; but a row that holds one of them has other bytes than a row that holds the other.

use serde_json::Value;

use super::{Config, Distribution, PathPolicy, Policy};

impl Config {
    /// Whether `other` makes the same rows.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let Self {
            presence,
            extras,
            lengths,
            depth,
            attempts,
            limits,
            realism,
            locale,
            timings,
            policies,
        } = self;
        presence.to_bits() == other.presence.to_bits()
            && extras.to_bits() == other.extras.to_bits()
            && *lengths == other.lengths
            && *depth == other.depth
            && *attempts == other.attempts
            && *limits == other.limits
            && *realism == other.realism
            && *locale == other.locale
            && *timings == other.timings
            && is_each(policies, &other.policies, is_same_path)
    }
}

fn is_same_path(one: &PathPolicy, other: &PathPolicy) -> bool {
    let PathPolicy { segments, policy, is_shared, origin } = one;
    *segments == other.segments
        && *is_shared == other.is_shared
        // It reaches no row, but what is told of the plan.
        && *origin == other.origin
        && is_same_policy(policy, &other.policy)
}

fn is_same_policy(one: &Policy, other: &Policy) -> bool {
    let Policy { presence, lengths, values, faker, by, weights, distribution, length_distribution } =
        one;
    presence.map(f64::to_bits) == other.presence.map(f64::to_bits)
        && *lengths == other.lengths
        && *faker == other.faker
        && *by == other.by
        && *weights == other.weights
        && is_same_spread(distribution.as_ref(), other.distribution.as_ref())
        && is_same_spread(length_distribution.as_ref(), other.length_distribution.as_ref())
        && match (values, &other.values) {
            (Some(values), Some(others)) => is_each(values, others, is_same_value),
            (values, others) => values.is_none() && others.is_none(),
        }
}

fn is_same_spread(one: Option<&Distribution>, other: Option<&Distribution>) -> bool {
    let bits = |distribution: &Distribution| -> Vec<(u64, u32)> {
        match distribution {
            Distribution::Weighted { choices } => {
                choices.iter().map(|(number, weight)| (number.to_bits(), *weight)).collect()
            }
            other => other.parameters().iter().map(|(_, value, _)| (value.to_bits(), 0)).collect(),
        }
    };
    one.map(std::mem::discriminant) == other.map(std::mem::discriminant)
        && one.map(bits) == other.map(bits)
}

fn is_same_value(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            let bits = |number: &serde_json::Number| number.as_f64().map(f64::to_bits);
            one == other && bits(one) == bits(other)
        }
        (Value::Array(ones), Value::Array(others)) => is_each(ones, others, is_same_value),
        (Value::Object(ones), Value::Object(others)) => {
            ones.len() == others.len()
                && ones
                    .iter()
                    .zip(others)
                    .all(|((name, one), (known, other))| name == known && is_same_value(one, other))
        }
        (one, other) => one == other,
    }
}

fn is_each<T>(ones: &[T], others: &[T], is_same: fn(&T, &T) -> bool) -> bool {
    ones.len() == others.len() && ones.iter().zip(others).all(|(one, other)| is_same(one, other))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::config::{Limits, NamedBy, Origin};

    fn with(policy: Policy) -> Config {
        Config::default().with_policy("/a", policy).expect("a path")
    }

    #[test]
    fn what_is_equal_and_writes_other_bytes_is_not_the_same() {
        let pairs = [
            (json!(0.0), json!(-0.0)),
            (json!({"a": 1, "b": [0.0]}), json!({"b": [0.0], "a": 1})),
            (json!([{"a": 0.0}]), json!([{"a": -0.0}])),
        ];
        for (one, other) in pairs {
            let [first, second] = [&one, &other]
                .map(|value| with(Policy::default().with_values(vec![value.clone()])));
            assert_eq!(first, second, "so `==` would not do");
            assert!(first.is_same(&first.clone()) && !first.is_same(&second), "{one} and {other}");
        }
    }

    #[test]
    fn every_setting_makes_a_difference() {
        let values = || Policy::default().with_values(vec![json!(1), json!("x")]);
        let normal = |mean| Distribution::Normal { mean, deviation: 1.0 };
        let all = [
            Config::default(),
            Config::default().with_presence(0.0),
            Config::default().with_presence(-0.0),
            Config::default().with_extras(0.0),
            Config::default().with_extras(-0.0),
            Config::default().with_lengths(1..=2),
            Config::default().with_depth(3),
            Config::default().with_attempts(7),
            Config::default().with_limits(Limits::default().with_values(7)),
            Config::default().with_limits(Limits::default().with_chars(7)),
            Config::default().with_limits(Limits::default().with_mean(7)),
            Config::default().with_realism(false),
            Config::default().with_timings(true),
            Config::default().with_locale("de_DE".parse().expect("a locale")),
            with(Policy::default()),
            with(Policy::default().with_presence(0.25)),
            with(Policy::default().with_lengths(1..=2)),
            with(Policy::default().with_faker("uuid")),
            with(Policy::default().with_named_by(NamedBy::Title)),
            with(values()),
            with(Policy::default().with_values(vec![json!(1)])),
            with(Policy::default().with_weighted_values(vec![(json!(1), 1), (json!("x"), 2)])),
            with(Policy::default().with_distribution(Distribution::Uniform)),
            with(Policy::default().with_length_distribution(Distribution::Uniform)),
            with(Policy::default().with_distribution(normal(0.0))),
            with(Policy::default().with_distribution(normal(-0.0))),
            with(values()).with_policy("/a", values()).expect("a path"),
            Config::default().with_policy("/b", values()).expect("a path"),
            Config::default()
                .with_told_policy("/a", values(), true, &Origin::Default)
                .expect("a path"),
        ];
        for (at, one) in all.iter().enumerate() {
            for (number, other) in all.iter().enumerate() {
                assert_eq!(one.is_same(&other.clone()), at == number, "{at} and {number}");
            }
        }
    }
}
