//! The plan as a tree of text.

use std::fmt::Write as _;

use super::Plan;
use super::node::{Kind, Node, NodeId, Presence, TextSource};
use super::policy::Told;
use crate::generators::realistic::Span;

/// Deeper trees are cut: a reader has lost the thread by then.
const MAX_SHOWN_DEPTH: usize = 12;

/// How many values or branches are listed.
const MAX_SHOWN_VALUES: usize = 8;

pub(super) fn explain(plan: &Plan) -> String {
    let mut printer = Printer { plan, text: String::new(), shown: Vec::new() };
    printer.node(plan.root(), 0, false);
    printer.text
}

struct Printer<'p> {
    plan: &'p Plan,
    text: String,
    /// Nodes with children that stand above already.
    shown: Vec<NodeId>,
}

impl Printer<'_> {
    /// Ends the current line with what `id` is, and prints its children below. Where somebody names the
    /// generator of the place, the arrow says who.
    fn node(&mut self, id: NodeId, depth: usize, is_named: bool) {
        self.node_told(id, depth, is_named, None);
    }

    /// The same, with what is told of a node that stands for this one.
    fn node_told(&mut self, id: NodeId, depth: usize, is_named: bool, told: Option<&Told>) {
        let node = self.plan.node(id);
        let is_named = is_named || node.told.as_ref().is_some_and(|told| told.names_generator());
        if let Some(indexed) = &node.indexed {
            let name = indexed.by_row.name();
            let what = describe(self.behind(id), Why::Numbered);
            // Writing to a `String` cannot fail.
            let _ = write!(self.text, "{what}, {name} among {} values", indexed.size());
            self.told(node.told.as_deref().or(told));
            self.text.push('\n');
            return;
        }
        if let Kind::Alias(inner) | Kind::Timed(inner) = node.kind {
            return self.node_told(inner, depth, is_named, node.told.as_deref().or(told));
        }
        self.text.push_str(&describe(node, if is_named { Why::Named } else { Why::Chosen }));
        self.told(node.told.as_deref().or(told));
        if self.shown.contains(&id) || depth >= MAX_SHOWN_DEPTH {
            self.text.push_str(" (see above)\n");
            return;
        }
        self.text.push('\n');
        if !node.kind.children().is_empty() {
            self.shown.push(id);
        }
        self.children(node, depth + 1, is_named);
    }

    /// The node that an alias stands for.
    fn behind(&self, id: NodeId) -> &Node {
        let mut node = self.plan.node(id);
        while let Kind::Alias(inner) | Kind::Timed(inner) = node.kind {
            node = self.plan.node(inner);
        }
        node
    }

    fn children(&mut self, node: &Node, depth: usize, is_named: bool) {
        match &node.kind {
            Kind::Object(object) => {
                for member in &object.members {
                    let mark = match member.presence {
                        Presence::Always => String::new(),
                        Presence::Sometimes(p) => format!(" ({:.0} %)", p * 100.0),
                        Presence::Nullable(p) => format!(" ({:.0} % a value)", p * 100.0),
                    };
                    self.label(depth, &format!("{}{mark}", member.name.as_str()));
                    self.node(member.node, depth, false);
                }
                for open in &object.open {
                    self.label(
                        depth,
                        &format!("<{}>", describe(self.plan.node(open.key), Why::Named)),
                    );
                    self.node(open.value, depth, false);
                }
            }
            Kind::Array(array) => {
                for (position, child) in array.prefix.iter().enumerate() {
                    self.label(depth, &position.to_string());
                    self.node(*child, depth, false);
                }
                if let Some(items) = array.items {
                    self.label(depth, "*");
                    self.node(items, depth, false);
                }
            }
            Kind::Nullable { inner, .. } => {
                self.label(depth, "or null");
                self.node(*inner, depth, is_named);
            }
            Kind::Choice(branches) => {
                for branch in branches {
                    let weight = if branch.weight == 1 {
                        String::new()
                    } else {
                        format!(" × {}", branch.weight)
                    };
                    self.label(depth, &format!("| {}{weight}", branch.label));
                    self.node(branch.node, depth, is_named);
                }
            }
            _ => {}
        }
    }

    /// Which policies and hints speak of the place.
    fn told(&mut self, told: Option<&Told>) {
        if let Some(told) = told {
            let _ = write!(self.text, "  ← {told}");
        }
    }

    fn label(&mut self, depth: usize, label: &str) {
        let _ = write!(self.text, "{:indent$}{label}: ", "", indent = depth * 2);
    }
}

/// Why a built-in generator draws.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    /// By what planning found at the place, which is told.
    Chosen,
    /// Somebody names it, or there is nothing to choose by.
    Named,
    /// Its values are to be numbered, and plain ones stand in for those of the field.
    Numbered,
}

/// The generator of numbers that are not plain, in brackets.
fn like(span: Option<&Span>, why: Why) -> String {
    match (span, why) {
        (Some(span), Why::Numbered) => format!(" (in place of {})", span.name),
        (Some(span), Why::Named) => format!(" ({})", span.name),
        (Some(span), Why::Chosen) => format!(" ({}, by its field)", span.name),
        (None, _) => String::new(),
    }
}

/// By which statement a built-in generator of texts was chosen; plain words and patterns speak for
/// themselves.
fn statement(source: &TextSource) -> Option<&'static str> {
    match source {
        TextSource::Format(_) => Some("by its format"),
        TextSource::Realistic(realistic) => match realistic.plain {
            TextSource::Format(_) => Some("by its format"),
            _ => Some("by its field"),
        },
        _ => None,
    }
}

/// What is drawn, and why.
fn describe(node: &Node, why: Why) -> String {
    let are_numbered = why == Why::Numbered;
    let mut text = match &node.kind {
        Kind::Integer(integer) => {
            let like = like(integer.like, why);
            let integer = integer.plain.as_deref().filter(|_| are_numbered).unwrap_or(integer);
            format!("integer{like} {}..={}", integer.min, integer.max)
        }
        Kind::Number(number) => {
            let like = like(number.like, why);
            let number = number.plain.as_deref().filter(|_| are_numbered).unwrap_or(number);
            format!("number{like} {:e}..={:e}", number.min, number.max)
        }
        Kind::Text(text) => {
            let name = match &text.source {
                TextSource::Realistic(realistic) if are_numbered => {
                    format!("{} in place of {}", realistic.plain.name(), realistic.faker.name)
                }
                source => match statement(source).filter(|_| why == Why::Chosen) {
                    Some(statement) => format!("{}, {statement}", source.name()),
                    None => source.name().to_owned(),
                },
            };
            match (text.min, text.max) {
                (0, None) => format!("text ({name})"),
                (min, None) => format!("text ({name}), {min} characters or more"),
                (min, Some(max)) => format!("text ({name}), {min}..={max} characters"),
            }
        }
        Kind::Array(array) => {
            let kind = match (array.unique, array.repeated) {
                (true, _) => "list of distinct elements",
                (false, Some(_)) => "list with an element twice",
                (false, None) => "list",
            };
            format!("{kind}, {}..={} elements", array.lengths.0, array.lengths.1)
        }
        Kind::Literal(literals) => {
            let mut shown: Vec<String> = literals
                .iter()
                .take(MAX_SHOWN_VALUES)
                .map(|literal| literal.value.get().to_string())
                .collect();
            if literals.len() > MAX_SHOWN_VALUES {
                shown.push(format!("… {} values", literals.len()));
            }
            shown.join(" | ")
        }
        Kind::Custom(custom) => {
            let why = match (&custom.why, &custom.source) {
                (Some(why), Some(source)) => format!(" ({why}, {source})"),
                _ => String::new(),
            };
            format!("with {}{why}", custom.named.name)
        }
        kind => kind.name().to_owned(),
    };
    if let Some(spread) = &node.spread {
        let _ = write!(text, ", {}", spread.distribution);
    }
    if let Some(hooks) = &node.hooks {
        for (count, what) in [
            (hooks.finishes.len(), "finished"),
            (hooks.checks.len(), "checked"),
            (hooks.verify.len(), "held against its schema"),
        ] {
            if count > 0 {
                let _ = write!(text, ", {what}");
            }
        }
    }
    if node.recursive {
        text.push_str(", recursive");
    }
    text
}
