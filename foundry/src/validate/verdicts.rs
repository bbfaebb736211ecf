//! The four verdicts on a typed row: the instance is valid, serde reads it, what serde writes back
//! is valid, and the type's own validation accepts it.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use serde_json::Value;

use super::Gate;
use super::beyond::{beyond, implies};
use crate::error::{Error, Stage, panic_text};
use crate::foundry::Foundry;
use crate::generate::Origin;
use crate::instance::{Instance, InstanceError, NodeRef};
use crate::parse::Contract;

/// Both sides of a type's contract, compiled.
pub(crate) struct TypedGate {
    reads: Gate,
    /// `None` where both sides are one schema, so that one verdict serves for both.
    writes: Option<Written>,
    /// Whether neither side cares which element of an array comes first: a set is not written in
    /// the order in which it was drawn.
    ignores_order: bool,
}

/// The side of a contract that is written, where it is not the one that is read.
struct Written {
    gate: Gate,
    /// What is asked beyond the side that is read, for a value that passed it already.
    beyond: Option<Gate>,
    /// Whether what passes this side passes the side that is read, so that one verdict serves for
    /// both here too.
    implies_read: bool,
}

/// The sides of a contract that a drawn value passed.
#[derive(Clone, Copy)]
pub(crate) enum Sides {
    Read,
    Both,
}

/// Which of the four said no.
#[derive(Clone, Copy)]
pub(crate) enum Verdict {
    Instance,
    Read,
    Edited,
    Written,
    Own,
}

impl Verdict {
    fn say(self) -> &'static str {
        match self {
            Self::Instance => "the drawn value is outside the contract",
            Self::Read => "serde does not read the drawn value",
            Self::Edited => "the edited value is outside the contract",
            Self::Written => "what serde writes back is outside the contract",
            Self::Own => "the type's own validation rejects the value",
        }
    }

    fn help(self) -> &'static str {
        match self {
            Self::Instance => {
                "a `with` generator, `values` or `finish` gave it: keep it within the contract"
            }
            Self::Read => {
                "say in the schema what serde demands: `#[schemars(range(…), length(…), regex(…))]`, or \
                 draw the field yourself: `#[foundry(with = …)]`"
            }
            Self::Edited => "keep what `edit` changes within the contract",
            Self::Written => "let `Serialize` write what the schema says: `#[schemars(with = …)]`",
            Self::Own => {
                "repeat the rule where the schema sees it, or draw until it holds: \
                 `#[foundry(check = …)]` on the type"
            }
        }
    }
}

impl TypedGate {
    pub(crate) fn new(reads: &Contract, writes: &Contract) -> Result<Self, Error> {
        let read_schema = without_hints(reads.schema());
        let beyond = beyond(&read_schema, writes.schema());
        let is_one = beyond == Some(Value::Bool(true));
        let implies_read = || implies(writes.schema(), &read_schema);
        Ok(Self {
            reads: Gate::new(reads)?,
            writes: if is_one { None } else { Some(Written::new(writes, beyond, implies_read())?) },
            ignores_order: ignores_order(reads.schema()) && ignores_order(writes.schema()),
        })
    }

    /// How many validators there are.
    pub(crate) fn validators(&self) -> u64 {
        match &self.writes {
            None => 1,
            Some(Written { beyond: None, .. }) => 2,
            Some(Written { beyond: Some(_), .. }) => 3,
        }
    }

    /// The first verdict: the drawn value is valid, on one side of the contract or on both.
    pub(crate) fn judge(&self, drawn: NodeRef<'_>, origin: Origin<'_>) -> Result<Sides, Error> {
        if self.passes_both(drawn) {
            return Ok(Sides::Both);
        }
        self.reads.check(drawn).map_err(|error| {
            blame(&error, origin).unwrap_or_else(|| told(&error, Verdict::Instance))
        })?;
        Ok(Sides::Read)
    }

    /// The last two verdicts: what serde writes of `value`, which it read from `drawn`, is valid, and the type's own
    /// validation accepts it. `written` is a buffer.
    pub(crate) fn confirm<T: Foundry>(
        &self,
        (drawn, sides): (&Instance, Sides),
        (value, is_edited): (&T, bool),
        written: &mut Instance,
    ) -> Result<(), Error> {
        let root = drawn.root();
        let is_as_drawn = !is_edited
            && guarded(Step::Writing, root, || {
                Ok(root.is_written_by(value, self.ignores_order, written))
            })?;
        let shown = match sides {
            Sides::Both if is_as_drawn => Ok(root),
            Sides::Read if is_as_drawn => self.check_as_drawn(root),
            _ => {
                written.clear();
                guarded(Step::Writing, root, || write_back(value, root, written))?;
                let gate = self.writes.as_ref().map_or(&self.reads, |writes| &writes.gate);
                gate.check(written.root()).map(|()| written.root())
            }
        };
        let verdict = if is_edited { Verdict::Edited } else { Verdict::Written };
        let shown = shown.map_err(|error| told(&error, verdict))?;
        guarded(Step::Judging, shown, || {
            value.__foundry_verdict().map_err(|cause| rejected(shown, cause))
        })
    }

    /// Whether a value passes the side that is read by passing the one that is written: most rows do.
    fn passes_both(&self, drawn: NodeRef<'_>) -> bool {
        let writes = self.writes.as_ref().filter(|writes| writes.implies_read);
        writes.is_some_and(|writes| writes.gate.admits(drawn))
    }

    /// The verdict on a value that passed the side that is read, and is written back as it is.
    fn check_as_drawn<'i>(&self, drawn: NodeRef<'i>) -> Result<NodeRef<'i>, Error> {
        match &self.writes {
            None => {}
            Some(Written { beyond: Some(beyond), .. }) if beyond.admits(drawn) => {}
            Some(Written { gate, .. }) => gate.check(drawn)?,
        }
        Ok(drawn)
    }
}

/// What the type's own code is doing with a row.
#[derive(Clone, Copy)]
enum Step {
    Reading,
    Writing,
    Judging,
}

/// Runs the type's own code, and nobody else's, on what is `shown` where it panics.
#[inline]
fn guarded<R>(
    step: Step,
    shown: NodeRef<'_>,
    run: impl FnOnce() -> Result<R, Error>,
) -> Result<R, Error> {
    catch_unwind(AssertUnwindSafe(run))
        .unwrap_or_else(|panic| Err(panicked(step, shown, panic.as_ref())))
}

#[cold]
fn panicked(step: Step, shown: NodeRef<'_>, panic: &(dyn Any + Send)) -> Error {
    let cause = panic_text(panic);
    let (what, help) = match step {
        Step::Reading => (
            "serde panicked while it read the value",
            "let `Deserialize` return an error, and say in the schema what it takes",
        ),
        Step::Writing => (
            "serde panicked while it wrote the value back",
            "let `Serialize` return an error, or write every value of the type",
        ),
        Step::Judging => return rejected(shown, format!("it panicked: {cause}")),
    };
    Error::new(Stage::Validate, what)
        .at("")
        .with_value(shown.to_json())
        .with_cause(cause)
        .with_help(help)
}

/// The type's own validation said no.
#[cold]
fn rejected(shown: NodeRef<'_>, cause: String) -> Error {
    Error::new(Stage::Validate, Verdict::Own.say())
        .at("")
        .with_value(shown.to_json())
        .with_help(Verdict::Own.help())
        .with_cause(cause)
}

/// The second verdict: serde reads the instance as a `T`, which goes to the end of `rows`.
pub(crate) fn read<T: Foundry>(
    instance: &Instance,
    origin: Origin<'_>,
    rows: &mut Vec<T>,
) -> Result<(), Error> {
    guarded(Step::Reading, instance.root(), || {
        let read = instance.root().read().map_err(|error| unread(instance, origin, &error));
        rows.push(read?);
        Ok(())
    })
}

#[cold]
fn unread(instance: &Instance, origin: Origin<'_>, error: &InstanceError) -> Error {
    let at = instance.root().pointer(error.pointer());
    let told = match origin.writer_at(error.pointer()) {
        Some(custom) => Error::new(
            Stage::Validate,
            format!("serde does not read what the generator `{}` drew", custom.named.name),
        )
        .with_help(format!("let it draw what the type reads{}", custom.told_source())),
        None => Error::new(Stage::Validate, Verdict::Read.say()).with_help(Verdict::Read.help()),
    };
    told.at(error.pointer().to_owned())
        .with_value(at.unwrap_or(instance.root()).to_json())
        .with_cause(error.message().to_owned())
}

/// Writes `value` to `written`.
fn write_back<T: Foundry>(
    value: &T,
    drawn: NodeRef<'_>,
    written: &mut Instance,
) -> Result<(), Error> {
    written.record(value).map_err(|error| {
        Error::new(Stage::Validate, "serde does not write the value back")
            .at(error.pointer().to_owned())
            .with_value(drawn.to_json())
            .with_help("leave it out of the data: `#[foundry(skip)]` on the variant")
            .with_cause(error.message().to_owned())
    })
}

impl Written {
    fn new(writes: &Contract, beyond: Option<Value>, implies_read: bool) -> Result<Self, Error> {
        let beyond = beyond.map(|schema| Gate::of_part(writes, Arc::new(schema))).transpose()?;
        Ok(Self { gate: Gate::new(writes)?, beyond, implies_read })
    }
}

/// The error of a gate about a drawn row, where the generator is known that drew what is wrong.
pub(crate) fn blame(error: &Error, origin: Origin<'_>) -> Option<Error> {
    let custom = origin.writer_at(error.pointer()?)?;
    let what = format!("what the generator `{}` drew is outside the contract", custom.named.name);
    let help = format!("let it draw what the place allows{}", custom.told_source());
    Some(behind(Error::new(Stage::Validate, what), error).with_help(help))
}

/// The error of a gate, with the verdict in front and the way out behind it.
fn told(error: &Error, verdict: Verdict) -> Error {
    behind(Error::new(Stage::Validate, verdict.say()), error).with_help(verdict.help())
}

/// `told`, with the error of a gate as its cause.
fn behind(told: Error, error: &Error) -> Error {
    told.with_cause(error.message().to_owned())
        .at(error.pointer().unwrap_or_default().to_owned())
        .with_keyword(error.keyword().unwrap_or_default().to_owned())
        .with_value(error.value().unwrap_or_default().to_owned())
}

/// Whether a schema says the same of an array whose elements are rearranged.
fn ignores_order(schema: &Value) -> bool {
    match schema {
        // A member may be called as a keyword is, and then holds a schema: both readings count.
        Value::Object(members) => members.iter().all(|(key, value)| match key.as_str() {
            "prefixItems" => false,
            "enum" => match value {
                Value::Array(values) => !values.iter().any(has_list),
                _ => ignores_order(value),
            },
            "const" => !has_list(value) && ignores_order(value),
            _ => ignores_order(value),
        }),
        Value::Array(items) => items.iter().all(ignores_order),
        _ => true,
    }
}

fn has_list(value: &Value) -> bool {
    value.is_array() || value.as_object().is_some_and(|members| members.values().any(has_list))
}

fn without_hints(schema: &Value) -> Value {
    let mut copy = schema.clone();
    crate::parse::building::strip_hints(&mut copy);
    copy
}
