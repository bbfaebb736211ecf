//! What says yes sooner than jsonschema does, and never otherwise: what is not accepted goes to the judge.

mod names;
mod patterns;

use std::sync::OnceLock;

use jsonschema::{Keyword, ValidationError, ValidationOptions, Validator};
use serde_json::{Map, Value, json};

use crate::instance::{InstanceJson, NodeRef};

use names::InOrder;
use patterns::Plain;

/// A keyword of one schema, as far as it can be accepted quickly.
trait Accept: Send + Sync + Sized + 'static {
    const KEYWORD: &'static str;

    /// What the keyword asks for, where it can be accepted quickly; `parent` is the schema in which it stands.
    fn read(parent: &Map<String, Value>, asked: &Value) -> Option<Self>;

    /// Whether `instance` surely satisfies the keyword.
    fn accepts(&self, instance: NodeRef<'_>) -> bool;
}

/// Lets values of `schema` be accepted quickly; `None` where that is not worth it.
pub(super) fn accept_quickly<'r, R>(
    options: ValidationOptions<'r, R, InstanceJson>,
    schema: &Value,
) -> Option<ValidationOptions<'r, R, InstanceJson>> {
    let mut worth = Worth::default();
    worth.look_at(schema);
    let has_patterns = worth.plain_patterns > 0 && worth.plain_patterns >= worth.other_patterns;
    let has_names = worth.has_names;
    (has_patterns || has_names).then(|| {
        let options = if has_patterns { with::<_, Plain>(options) } else { options };
        if has_names { with::<_, InOrder>(options) } else { options }
    })
}

/// What there is to gain.
#[derive(Default)]
struct Worth {
    plain_patterns: usize,
    /// Each of them takes a little longer than without.
    other_patterns: usize,
    has_names: bool,
}

impl Worth {
    /// Looks at all keywords, also where no schema may stand.
    fn look_at(&mut self, schema: &Value) {
        match schema {
            Value::Object(members) => {
                for (name, value) in members {
                    match (name.as_str(), value) {
                        ("pattern", Value::String(pattern)) if patterns::is_plain(pattern) => {
                            self.plain_patterns += 1;
                        }
                        ("pattern", Value::String(_)) => self.other_patterns += 1,
                        ("required", Value::Array(names)) => {
                            self.has_names |= names.len() >= names::LEAST;
                        }
                        _ => self.look_at(value),
                    }
                }
            }
            Value::Array(elements) => elements.iter().for_each(|element| self.look_at(element)),
            _ => {}
        }
    }
}

fn with<R, A: Accept>(
    options: ValidationOptions<'_, R, InstanceJson>,
) -> ValidationOptions<'_, R, InstanceJson> {
    options.with_keyword(A::KEYWORD, |parent, asked, _| {
        Ok(match A::read(parent, asked) {
            Some(accept) => {
                let (judge, asked) = (OnceLock::new(), asked.clone());
                Box::new(Quick { accept, asked, judge })
            }
            None => Box::new(Slow(judge_of(A::KEYWORD, asked)?)),
        })
    })
}

type Judge = Validator<InstanceJson>;

/// What jsonschema says of one keyword.
fn judge_of(keyword: &str, asked: &Value) -> Result<Judge, ValidationError<'static>> {
    jsonschema::options_for::<InstanceJson>().build(&json!({ keyword: asked }))
}

/// A keyword that can be accepted quickly. Its judge is made for the first value that is not accepted.
struct Quick<A> {
    accept: A,
    asked: Value,
    judge: OnceLock<Option<Judge>>,
}

impl<A: Accept> Quick<A> {
    fn judge(&self) -> Option<&Judge> {
        self.judge.get_or_init(|| judge_of(A::KEYWORD, &self.asked).ok()).as_ref()
    }
}

impl<'i, A: Accept> Keyword<'i, InstanceJson> for Quick<A> {
    fn validate(&self, instance: NodeRef<'i>) -> Result<(), ValidationError<'i>> {
        let judge = self.judge().ok_or_else(|| ValidationError::custom("cannot be judged"))?;
        judge.validate(instance)
    }

    fn is_valid(&self, instance: NodeRef<'i>) -> bool {
        self.accept.accepts(instance) || self.judge().is_some_and(|judge| judge.is_valid(instance))
    }
}

/// A keyword that cannot, beside others of its name.
struct Slow(Judge);

impl<'i> Keyword<'i, InstanceJson> for Slow {
    fn validate(&self, instance: NodeRef<'i>) -> Result<(), ValidationError<'i>> {
        self.0.validate(instance)
    }

    fn is_valid(&self, instance: NodeRef<'i>) -> bool {
        self.0.is_valid(instance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;
    use crate::instance::Instance;
    use crate::parse::{Documents, parse, parse_with};
    use crate::validate::Gate;

    /// The judge of a whole schema alone, and with what is quick.
    pub(super) fn both(schema: &Value) -> [Judge; 2] {
        let options = jsonschema::options_for::<InstanceJson>;
        let quick = accept_quickly(options(), schema).unwrap();
        [options().build(schema).unwrap(), quick.build(schema).unwrap()]
    }

    /// Both say the same of a value: whether they admit it.
    pub(super) fn agree(judges: &[Judge; 2], value: &Value) -> bool {
        let mut instance = Instance::new();
        instance.value(value);
        let [alone, quick] = judges.each_ref().map(|judge| judge.is_valid(instance.root()));
        assert_eq!(alone, quick, "{value}");
        let told = judges.each_ref().map(|judge| judge.validate(instance.root()).is_ok());
        assert_eq!(told, [alone; 2], "{value}");
        alone
    }

    #[test]
    fn what_is_not_worth_it_is_left_alone() {
        let options = jsonschema::options_for::<InstanceJson>;
        let others = |count: usize| {
            let others = (0..count).map(|_| json!({"pattern": "^a+$"}));
            json!({"anyOf": [{"pattern": "^[0-9]{2}$"}], "allOf": others.collect::<Vec<_>>()})
        };
        assert!(accept_quickly(options(), &others(2)).is_none());
        assert!(accept_quickly(options(), &json!({"pattern": "^a+$"})).is_none());
        assert!(accept_quickly(options(), &json!({"required": ["a", "b", "c"]})).is_none());
        let judges = both(&others(1));
        assert!(!agree(&judges, &json!("07")) && !agree(&judges, &json!("aa")));
    }

    #[test]
    fn what_does_not_compile_is_refused_as_it_is_without() {
        for broken in [
            json!({"allOf": [{"pattern": "^[0-9]$"}, {"pattern": "("}]}),
            json!({"allOf": [{"required": ["a", "b", "c", "d"]}, {"required": true}]}),
            json!({"required": ["a", "b", "c", 4]}),
            json!({"required": ["a", "b", "c", "d", "a"]}),
        ] {
            let options = jsonschema::options_for::<InstanceJson>();
            assert!(accept_quickly(options, &broken).unwrap().build(&broken).is_err());
        }
    }

    fn gate(schema: &Value) -> Gate {
        Gate::new(&parse(schema).unwrap()).unwrap()
    }

    /// Where all failures of a value stand, and the keywords, in the order in which they are told.
    fn failures(gate: &Gate, value: &Value) -> Vec<String> {
        let failures = gate.failures(value).unwrap();
        let place =
            |error: &Error| format!("{} {}", error.pointer().unwrap(), error.keyword().unwrap());
        let failures: Vec<String> = failures.iter().map(place).collect();
        let mut instance = Instance::new();
        instance.value(value);
        let first = gate.check(instance.root()).err();
        assert_eq!(first.as_ref().map(place).as_ref(), failures.first());
        failures
    }

    #[test]
    fn failures_are_told_in_the_order_of_the_judge() {
        let gate = gate(&json!({
            "required": ["a", "b", "c", "d"],
            "properties": {"a": {"type": "integer", "pattern": "^[0-9]{2}$"}}
        }));
        let told = failures(&gate, &json!({"a": "x", "d": 1}));
        assert_eq!(told, [" required", " required", "/a type", "/a pattern"]);
        assert!(failures(&gate, &json!({"d": 1, "c": 1, "b": 1, "a": 17})).is_empty());
        assert!(failures(&gate, &json!({"a": 17, "b": 1, "c": 1, "d": 1})).is_empty());
    }

    #[test]
    fn a_name_twice_means_what_it_means_to_the_judge() {
        let gate = gate(&json!({
            "$ref": "#/components/schemas/A",
            "components": {"schemas": {"A": {"required": ["a", "b", "c", "d", "a"]}}}
        }));
        let judge = jsonschema::options()
            .build(&json!({"$ref": "#/c/A", "c": {"A": {"required": ["a", "b", "c", "d", "a"]}}}));
        let judge = judge.unwrap();
        for value in [json!(1), json!({}), json!({"a": 1, "b": 1, "c": 1, "d": 1})] {
            assert_eq!(failures(&gate, &value).is_empty(), judge.is_valid(&value), "{value}");
        }
    }

    #[test]
    fn a_dialect_of_another_document_keeps_its_keywords() {
        let meta = json!({
            "$id": "https://e.com/meta",
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$vocabulary": {
                "https://json-schema.org/draft/2020-12/vocab/core": true,
                "https://json-schema.org/draft/2020-12/vocab/applicator": true
            }
        });
        let other = json!({"$schema": "https://e.com/meta", "required": ["a", "b", "c", "d"]});
        let documents = Documents::default()
            .with("https://e.com/meta", &meta)
            .with("https://e.com/other", &other);
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "allOf": [{"$ref": "https://e.com/other"}],
            "anyOf": [{"required": ["w", "x", "y", "z"]}, true]
        });
        let gate = Gate::new(&parse_with(&schema, &documents).unwrap()).unwrap();
        assert_eq!(failures(&gate, &json!({})), [""; 0]);
    }
}
