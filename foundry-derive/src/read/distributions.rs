//! `normal(mean = 40.0, deviation = 10.0)`, `weighted(values = [0, 1], weights = [9, 1])` → a name and its
//! parameters, as written.

use syn::{Expr, Ident, Path};

use super::options::number_literal;
use crate::model::{Parameter, Spread};

/// The distribution that an expression names; `None` where it is something else.
pub(super) fn read(value: &Expr) -> Option<Spread> {
    match value {
        Expr::Path(path) if path.qself.is_none() => {
            Some(Spread { name: word(&path.path)?, parameters: Vec::new() })
        }
        Expr::Call(call) => {
            let Expr::Path(path) = &*call.func else { return None };
            let parameters = call.args.iter().map(|argument| match argument {
                Expr::Assign(assign) => match &*assign.left {
                    Expr::Path(left) => Some(Parameter {
                        key: word(&left.path)?,
                        value: (*assign.right).clone(),
                        number: finite(&assign.right),
                        list: match &*assign.right {
                            Expr::Array(array) => {
                                let elements = array.elems.iter();
                                Some(elements.map(|one| (one.clone(), finite(one))).collect())
                            }
                            _ => None,
                        },
                    }),
                    _ => None,
                },
                _ => None,
            });
            Some(Spread {
                name: word(&path.path)?,
                parameters: parameters.collect::<Option<Vec<_>>>()?,
            })
        }
        _ => None,
    }
}

fn finite(value: &Expr) -> Option<f64> {
    number_literal(value).filter(|number| number.is_finite())
}

fn word(path: &Path) -> Option<Ident> {
    path.get_ident().cloned()
}
