//! A node of the plan → its values, each with a number; or why they have none.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{ByRow, Domain, Grid, Indexed, Integers, Mark, Refusal, Size};
use crate::error::Error;
use crate::generators::numbered::{Numbered, Window};
use crate::instance::Instance;
use crate::plan::node::{Hooks, Kind, Literal, Node, NodeId, Text, TextSource};

/// Gives the node `id` its domain, and tells how many values it has.
pub(super) fn index_node(nodes: &mut Vec<Node>, id: NodeId, mark: &Mark) -> Result<Size, Error> {
    let mut found = Found::default();
    let by_row = mark.by_row;
    let refused = |refusal: Refusal| refusal.told(by_row, &nodes[id.index()].pointer);
    found.collect(nodes, id, by_row).map_err(refused)?;
    found.values.sort_by_key(|value| mark.written.iter().position(|written| written == value));
    let domains = found.domains().map_err(refused)?;
    let indexed = Indexed::new(by_row, domains);
    let size = indexed.told_size();
    let indexed = Some(Box::new(indexed));
    let next = NodeId(u32::try_from(nodes.len()).unwrap_or(u32::MAX));
    let node = &mut nodes[id.index()];
    node.hooks = None;
    if !found.has_null {
        node.indexed = indexed;
        return Ok(size);
    }
    // `null` stays what it was, and beside it stands a node of its own.
    let (pointer, height) = (node.pointer.clone(), node.height);
    let nullable = |presence| Kind::Nullable { inner: next, presence };
    let kind = match node.kind {
        Kind::Nullable { inner, presence } => {
            node.kind = nullable(presence);
            Kind::Alias(inner)
        }
        _ => std::mem::replace(&mut node.kind, nullable(None)),
    };
    nodes.push(Node {
        kind,
        pointer,
        height,
        recursive: false,
        cyclic: false,
        component: 0,
        depth: None,
        hooks: None,
        by_row: None,
        indexed,
        spread: None,
        told: None,
    });
    Ok(size)
}

/// What a node holds, with its branches.
#[derive(Default)]
struct Found {
    values: Vec<Value>,
    others: Vec<Domain>,
    has_null: bool,
}

impl Found {
    fn collect(&mut self, nodes: &[Node], id: NodeId, by_row: ByRow) -> Result<(), Refusal> {
        let node = &nodes[id.index()];
        if let Some(hooks) = &node.hooks {
            refuse_hooks(node, hooks)?;
        }
        if node.spread.is_some() {
            return Err(Refusal::new(
                "a distribution says how often each of them comes",
                "remove the distribution, or the hint",
            ));
        }
        match &node.kind {
            Kind::Alias(inner) => self.collect(nodes, *inner, by_row),
            Kind::Nullable { inner, .. } => {
                self.has_null = true;
                self.collect(nodes, *inner, by_row)
            }
            Kind::Choice(branches) => {
                branches.iter().try_for_each(|branch| self.collect(nodes, branch.node, by_row))
            }
            Kind::Literal(literals) => {
                self.take_values(literals);
                Ok(())
            }
            Kind::Boolean => {
                self.values.extend([Value::Bool(false), Value::Bool(true)]);
                Ok(())
            }
            Kind::Integer(integer) => {
                let integer = integer.plain.as_deref().unwrap_or(integer);
                self.others.push(Domain::Integers(Integers::of(integer, by_row)?));
                Ok(())
            }
            Kind::Number(number) => {
                let number = number.plain.as_deref().unwrap_or(number);
                self.others.push(Domain::Numbers(Grid::of(number, by_row)?));
                Ok(())
            }
            Kind::Text(text) => {
                self.others.push(texts_of(text, &text.source, by_row)?);
                Ok(())
            }
            kind => Err(refusal_of(kind)),
        }
    }

    fn take_values(&mut self, literals: &[Literal]) {
        for literal in literals {
            match literal.value.get() {
                Value::Null => self.has_null = true,
                value => self.values.push(value.clone()),
            }
        }
    }

    /// The domains, the listed values first; no value is in two of them.
    fn domains(&mut self) -> Result<Vec<Domain>, Refusal> {
        let mut known = BTreeSet::new();
        // `1` and `1.0` are one value.
        self.values.retain(|value| {
            let mut instance = Instance::new();
            instance.value(value);
            known.insert(instance.root().hash_as_json())
        });
        let is_text = |domain: &Domain| matches!(domain, Domain::Texts(..) | Domain::Pattern(_));
        let texts = self.others.iter().filter(|domain| is_text(domain)).count();
        let numbers = self.others.len() - texts;
        let has_text = self.values.iter().any(Value::is_string);
        let has_number = self.values.iter().any(Value::is_number);
        if texts + usize::from(has_text && texts > 0) > 1
            || (numbers + usize::from(has_number && numbers > 0) > 1 && !self.is_apart())
        {
            return Err(Refusal::new(
                "its branches may share values",
                "put the hint inside of each branch, or list the values",
            ));
        }
        let mut domains = std::mem::take(&mut self.others);
        if !self.values.is_empty() {
            domains.insert(0, Domain::Values(std::mem::take(&mut self.values)));
        }
        if domains.is_empty() {
            return Err(Refusal::new("only `null` is valid there", "remove the hint"));
        }
        Ok(domains)
    }
}

impl Found {
    /// Whether all numbers are whole ones, and none of them stands twice: neither in two ranges, nor in
    /// one and in the list.
    fn is_apart(&self) -> bool {
        let range = |domain: &Domain| match domain {
            Domain::Integers(integers) => Some(integers.range()),
            Domain::Texts(..) | Domain::Pattern(_) => Some(None),
            _ => None,
        };
        let Some(ranges) = self.others.iter().map(range).collect::<Option<Vec<_>>>() else {
            return false;
        };
        let listed = self.values.iter().filter(|value| value.is_number());
        let listed = listed.map(|value| {
            let whole = value.as_i64().map(i128::from).or(value.as_u64().map(i128::from));
            whole.map(|whole| (whole, whole))
        });
        let Some(mut all) = listed.collect::<Option<Vec<_>>>() else { return false };
        all.extend(ranges.into_iter().flatten());
        all.sort_unstable();
        all.windows(2).all(|pair| pair[0].1 < pair[1].0)
    }
}

/// What is drawn again where a check rejects it would be drawn for the same number again.
fn refuse_hooks(node: &Node, hooks: &Hooks) -> Result<(), Refusal> {
    if !hooks.finishes.is_empty() {
        return Err(Refusal::new(
            "`finish` changes them",
            "put the hint on a field beside it, or remove `finish`",
        ));
    }
    if !hooks.checks.is_empty() {
        return Err(Refusal::new(
            "`check` may reject some of them",
            "say what is valid with rules of the schema: a range, a pattern, or `values`",
        ));
    }
    if let Kind::Number(number) = &node.kind
        && number.step_checks == hooks.verify.len()
    {
        return Ok(());
    }
    Err(Refusal::new(
        "its schema may reject some of those that are drawn",
        "say what is valid with fewer keywords: one `pattern`, one `format`, or `values`",
    ))
}

fn texts_of(text: &Text, source: &TextSource, by_row: ByRow) -> Result<Domain, Refusal> {
    let window = Window { min: text.min, max: text.max };
    let told = |noun: &str| {
        let lengths = match (text.min, text.max) {
            (0, None) => String::new(),
            (min, None) => format!(" with {min} characters or more"),
            (min, Some(max)) => format!(" with {min} to {max} characters"),
        };
        Refusal::new(
            format!("{noun}{lengths} carry no number"),
            "widen the lengths, or describe the texts by a `pattern` or by `values`",
        )
    };
    let spread = by_row.spread();
    match source {
        TextSource::Words | TextSource::AsciiWords => {
            let is_ascii = matches!(source, TextSource::AsciiWords);
            let texts = Numbered::of_words(is_ascii, spread, window);
            texts.map(|texts| Domain::Texts(None, texts)).ok_or_else(|| told("texts"))
        }
        TextSource::Format(format) => {
            let texts = Numbered::of_format(format.name(), spread, window);
            texts
                .map(|texts| Domain::Texts(Some(format.name()), texts))
                .ok_or_else(|| told(&format!("texts of the format `{}`", format.name())))
        }
        TextSource::Pattern(pattern) => pattern.numbering().map(Domain::Pattern).ok_or_else(|| {
            Refusal::new(
                "the texts of its pattern cannot be counted",
                "write the pattern without look-around, and shorter, or list `values`",
            )
        }),
        TextSource::Realistic(realistic) if realistic.is_named => Err(Refusal::new(
            format!("the texts of `{}` carry no number", realistic.faker.name),
            "remove `faker`, or the hint",
        )),
        // What is counted reaches all that is allowed, whatever its field is called.
        TextSource::Realistic(realistic) => texts_of(text, &realistic.plain, by_row),
        TextSource::Content(_) => Err(Refusal::new(
            "what its texts hold is encoded",
            "remove `contentEncoding` and `contentMediaType`, or list `values`",
        )),
    }
}

fn refusal_of(kind: &Kind) -> Refusal {
    match kind {
        Kind::Array(_) => Refusal::new("they are lists", "put the hint on the elements"),
        Kind::Object(_) => Refusal::new("they are objects", "put the hint on one of the members"),
        Kind::Custom(_) => {
            Refusal::new("a generator of one's own draws them", "remove the hint, or the generator")
        }
        _ => Refusal::new("any value is valid there", "name a `type` there, or list `values`"),
    }
}
