//! Values that an author lists: what the contract allows of them, and how often each of them comes.

use serde_json::Value;

use super::choice::weight_of;
use super::{Filler, Spot};
use crate::error::{Error, Stage};
use crate::plan::hints::Hints;
use crate::plan::node::{Kind, Literal};

impl Filler<'_> {
    /// Every value of a `values` hint must be one that the contract admits.
    pub(super) fn check_values(&mut self, spot: &Spot, values: &[Value]) -> Result<(), Error> {
        let pointer = self.pointer_of(spot);
        let verify = self.verify(spot)?;
        for value in values {
            if verify.iter().all(|check| check.admits(value)) {
                continue;
            }
            return Err(Error::new(
                Stage::Plan,
                format!("the value `{value}` is not one that the contract allows here"),
            )
            .at(pointer)
            .with_keyword("values")
            .with_value(value.to_string())
            .with_help("take it out of `values` or `set`, or widen the contract"));
        }
        Ok(())
    }

    /// Leaves out what the rest of the contract does not allow.
    pub(super) fn keep_allowed(
        &mut self,
        spot: &Spot,
        literals: &mut Vec<Literal>,
    ) -> Result<(), Error> {
        let verify = self.verify(spot)?;
        literals.retain(|literal| verify.iter().all(|check| check.admits(literal.value.get())));
        if literals.is_empty() {
            let told = "all values of `enum` that the contract allows here have the weight 0";
            return Err(Error::new(Stage::Plan, told)
                .at(self.pointer_of(spot))
                .with_keyword("enum")
                .with_help("give one of them a weight above 0, or take the `weights` away"));
        }
        Ok(())
    }
}

/// The values to choose from, without those that never come.
pub(super) fn chosen(values: &[Value], weights: Option<&[u32]>) -> Vec<Literal> {
    let weights = weights.unwrap_or_default().iter().copied().chain(std::iter::repeat(1));
    let literals = values.iter().cloned().map(Literal::new).zip(weights);
    let weighted = literals.map(|(literal, weight)| Literal { weight, ..literal });
    weighted.filter(|literal| literal.weight > 0).collect()
}

/// A list of values, with the weights that a type's author gives them.
pub(super) fn weighted(values: Vec<Value>, hints: &Hints) -> Kind {
    let literals = values.into_iter().map(|value| {
        let mut literal = Literal::new(value);
        literal.weight = weight_of(&literal.label, None, hints).unwrap_or(1);
        literal
    });
    let literals: Vec<_> = literals.filter(|literal| literal.weight > 0).collect();
    if literals.is_empty() { Kind::Nothing } else { Kind::Literal(literals) }
}
