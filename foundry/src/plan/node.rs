//! The arena: one flat list of nodes, children by index; recursion is an index that points back.

mod list;
mod number;
mod text;

use std::sync::Arc;

use ahash::AHashSet;
use jsonschema::Validator;
use serde_json::Value;

use crate::generators::Named;
use crate::generators::plain::BuiltIn;
use crate::instance::{Instance, InstanceJson, NodeRef, PreparedName, PreparedValue};
use crate::parse::building::Check;
use crate::plan::domain::{Indexed, Mark};
use crate::plan::hints::FinishHook;
use crate::plan::policy::Told;
use crate::plan::spread::Spread;
use crate::seed::hash_name;

pub(crate) use list::{Array, Contains, Holder, InFront, Listed};
pub(crate) use number::{Integer, MAX_BARRED_SCAN, Number, Step};
pub(crate) use text::{Realistic, Text, TextSource};

/// The index of a node in its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct NodeId(pub(crate) u32);

impl NodeId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// The height of a node below which every value needs another one, without end.
pub(crate) const ENDLESS: u32 = u32::MAX;

/// One place of the contract, with everything that is needed to draw a value for it.
pub(crate) struct Node {
    pub(crate) kind: Kind,
    /// Where the schema of this place stands, for errors and for `explain`.
    pub(crate) pointer: String,
    /// Nesting of the shallowest value; [`ENDLESS`] where there is none.
    pub(crate) height: u32,
    /// Set where passing through this node is one more level of a recursion.
    pub(crate) recursive: bool,
    /// Set where a value may lead back to this node.
    pub(crate) cyclic: bool,
    /// The recursion that the node belongs to, where it is cyclic.
    pub(crate) component: u32,
    /// How many levels of recursion the type's author allows from here.
    pub(crate) depth: Option<u32>,
    /// How its numbers, or its lengths, are spread, where somebody says so.
    pub(crate) spread: Option<Box<Spread>>,
    pub(crate) hooks: Option<Box<Hooks>>,
    /// Whether a hint asks that the number of the row says which value is taken.
    pub(crate) by_row: Option<Mark>,
    /// The values that are taken by the number of the row, in the place of what the kind draws.
    pub(crate) indexed: Option<Box<Indexed>>,
    /// Which policies and hints say how its values are made, for `explain`.
    pub(crate) told: Option<Box<Told>>,
}

/// What runs once a value of a node is complete.
#[derive(Default)]
pub(crate) struct Hooks {
    pub(crate) finishes: Vec<FinishHook>,
    pub(crate) checks: Vec<Check>,
    /// What the node cannot guarantee by construction: the schemas of the place itself.
    pub(crate) verify: Vec<Verify>,
    /// The generator that would draw there, did the place not say how its values are spread; `explain`
    /// tells of it.
    pub(crate) passed_over: Option<Arc<str>>,
}

impl Hooks {
    pub(crate) fn is_empty(&self) -> bool {
        self.finishes.is_empty() && self.checks.is_empty() && self.verify.is_empty()
    }
}

/// One subschema that a drawn value is held against before it stays.
pub(crate) struct Verify {
    pub(crate) pointer: String,
    pub(crate) validator: Arc<Validator<InstanceJson>>,
}

impl Verify {
    pub(crate) fn admits(&self, value: &Value) -> bool {
        let mut instance = Instance::new();
        instance.value(value);
        self.validator.is_valid(instance.root())
    }

    /// What refuses `value`, where something does.
    pub(crate) fn refusal(&self, value: NodeRef<'_>) -> Option<Refusal> {
        let error = self.validator.validate(value).err()?;
        let keyword = error.schema_path().as_str().rsplit('/').next().unwrap_or_default();
        let pointer = error.instance_path().as_str().to_owned();
        Some(Refusal { keyword: keyword.to_owned(), pointer })
    }
}

/// Why a value is refused: by a keyword, at a place inside of it.
pub(crate) struct Refusal {
    pub(crate) keyword: String,
    pub(crate) pointer: String,
}

/// What a value of a node is made from.
pub(crate) enum Kind {
    /// Stands for another node.
    Alias(NodeId),
    /// Not filled yet: a recursion meets its own node here.
    Pending,
    /// No value is valid here.
    Nothing,
    /// One of a list of values; never empty.
    Literal(Vec<Literal>),
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer(Integer),
    /// A number.
    Number(Number),
    /// A text.
    Text(Text),
    /// A list.
    Array(Array),
    /// A set of members.
    Object(Object),
    /// `null`, or what the inner node gives.
    Nullable { inner: NodeId, presence: Option<f64> },
    /// One of several branches.
    Choice(Vec<Branch>),
    /// Any JSON value: the contract says nothing here.
    Anything,
    /// What a user's generator draws.
    Custom(Custom),
    /// Stands for another node, whose draws are timed.
    Timed(NodeId),
}

/// A generator that is not built in.
pub(crate) struct Custom {
    pub(crate) named: Named,
    /// The hint that asks for it, where one does.
    pub(crate) keyword: Option<&'static str>,
    /// Why planning took this one; nothing for `with`, which says so itself.
    pub(crate) why: Option<Box<str>>,
    /// Where it was registered or handed over; nothing for `with`, which stands at its field.
    pub(crate) source: Option<Box<str>>,
}

impl Custom {
    /// Where it comes from, to stand behind what would help.
    pub(crate) fn told_source(&self) -> String {
        self.source.as_ref().map(|source| format!("; it is {source}")).unwrap_or_default()
    }
}

/// A value that is written as it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Literal {
    pub(crate) value: PreparedValue,
    /// What a hint calls it.
    pub(crate) label: String,
    pub(crate) hash: u64,
    pub(crate) weight: u32,
}

/// A set of members: those with a name, in the author's order, and those that are left open.
#[derive(Default)]
pub(crate) struct Object {
    pub(crate) members: Vec<Member>,
    /// The names of the members that most rows have, in one piece.
    pub(crate) names: String,
    pub(crate) open: Vec<OpenMembers>,
    /// One more member now and then, of which the contract says nothing.
    pub(crate) extra: Option<Extra>,
    /// Whether no other members are valid than those that are named or open.
    pub(crate) is_closed: bool,
    /// Names that no member may have, in order: what the contract says of them leaves no value.
    pub(crate) barred: Vec<String>,
    pub(crate) min: u64,
    /// How many of the named members there must be.
    pub(crate) least_named: u64,
    pub(crate) max: Option<u64>,
    pub(crate) lengths: (u64, u64),
    /// Whether an object that says nothing, without members or with constants alone, is rare.
    pub(crate) is_seldom_empty: bool,
    /// How many optional members lead back into this recursion.
    pub(crate) recursive_members: u32,
}

/// A member whose name the contract gives.
pub(crate) struct Member {
    pub(crate) name: PreparedName,
    /// Where the name starts in the names of the object, if it is one of them.
    pub(crate) name_at: Option<u32>,
    pub(crate) hash: u64,
    pub(crate) node: NodeId,
    pub(crate) presence: Presence,
    /// Whether somebody said how often it is there.
    pub(crate) is_asked: bool,
    pub(crate) absent: Absent,
    /// Whether the value leads back into this recursion.
    pub(crate) recursive: bool,
}

/// How often a member is there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Presence {
    /// In every row.
    Always,
    /// With this probability.
    Sometimes(f64),
    /// A member that may be missing, `null` or a value: a value with this probability.
    Nullable(f64),
}

/// What stands in the place of a member that is not drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Absent {
    /// Nothing.
    Missing,
    /// `null` where that is valid, since serde writes it in any case.
    Null,
    /// What serde would make of a missing member, and write back.
    Default(Value),
}

/// Members whose names are drawn.
pub(crate) struct OpenMembers {
    pub(crate) key: NodeId,
    pub(crate) value: NodeId,
    /// Patterns whose keys belong elsewhere.
    pub(crate) reserved: Vec<regex::Regex>,
    /// Every name that there is, where names are few.
    pub(crate) names: Option<Vec<String>>,
}

/// A member that nobody named.
#[derive(Clone)]
pub(crate) struct Extra {
    /// The names that it may have, with their hashes. None stands in the document, so nothing is said
    /// of them anywhere.
    pub(crate) names: Arc<[(u64, PreparedName)]>,
    pub(crate) value: NodeId,
}

/// One branch of a choice.
pub(crate) struct Branch {
    /// What the branch is called, stable under reordering.
    pub(crate) label: String,
    pub(crate) hash: u64,
    pub(crate) weight: u32,
    pub(crate) node: NodeId,
    /// Drawn only where the others were rejected often: what no other branch takes too.
    pub(crate) is_spare: bool,
}

impl Object {
    /// Puts the names into one piece that a row takes over as a whole.
    pub(crate) fn join_names(&mut self) {
        self.names.clear();
        for member in &mut self.members {
            let is_mostly_there =
                member.presence == Presence::Always || member.absent != Absent::Missing;
            let start = u32::try_from(self.names.len()).ok().filter(|_| is_mostly_there);
            member.name_at = start;
            if start.is_some() {
                self.names.push_str(member.name.as_str());
            }
        }
    }

    /// Counts how many of the named members there must be, where there are few other names or none.
    pub(crate) fn count_named(&mut self) {
        if self.min == 0 {
            return;
        }
        let members = self.members.iter().map(|member| member.name.as_str());
        let known: AHashSet<&str> = members.collect();
        let mut others = AHashSet::new();
        for open in &self.open {
            let Some(names) = &open.names else { return };
            let is_free = |name: &&str| {
                let is_barred =
                    || self.barred.binary_search_by(|one| one.as_str().cmp(name)).is_ok();
                let is_reserved = || open.reserved.iter().any(|pattern| pattern.is_match(name));
                !(known.contains(name) || is_barred() || is_reserved())
            };
            others.extend(names.iter().map(String::as_str).filter(is_free));
        }
        self.least_named = self.min.saturating_sub(others.len() as u64);
    }

    /// How many members are in every row.
    pub(crate) fn always(&self) -> u64 {
        self.members.iter().filter(|member| member.presence == Presence::Always).count() as u64
    }
}

impl Literal {
    pub(crate) fn new(value: Value) -> Self {
        let label = match &value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        Self {
            hash: hash_name(&value.to_string()),
            label,
            weight: 1,
            value: PreparedValue::new(value),
        }
    }
}

impl Branch {
    pub(crate) fn new(label: String, weight: u32, node: NodeId) -> Self {
        Self { hash: hash_name(&label), label, weight, node, is_spare: false }
    }
}

impl Kind {
    /// Gives up what looks familiar, where it was put in the place of something plain.
    pub(crate) fn make_plain(&mut self) {
        match self {
            Self::Integer(integer) => {
                if let Some(plain) = integer.plain.take() {
                    *integer = *plain;
                }
            }
            Self::Number(number) => {
                if let Some(plain) = number.plain.take() {
                    *number = *plain;
                }
            }
            Self::Text(text) => {
                if let TextSource::Realistic(realistic) = &mut text.source
                    && !realistic.is_named
                {
                    text.source = std::mem::replace(&mut realistic.plain, TextSource::Words);
                }
            }
            _ => {}
        }
    }

    /// Whether it is a list, or the open part of an object, that may be longer or shorter.
    pub(crate) fn has_lengths(&self) -> bool {
        match self {
            Self::Array(array) => {
                let most = if array.items.is_some() { u64::MAX } else { array.prefix.len() as u64 };
                array.min < array.max.unwrap_or(u64::MAX).min(most)
            }
            Self::Object(object) => {
                !object.open.is_empty() && object.max.is_none_or(|max| object.min < max)
            }
            _ => false,
        }
    }

    /// Whether one generator draws the whole value.
    pub(crate) fn is_leaf(&self) -> bool {
        match self {
            Self::Alias(_)
            | Self::Pending
            | Self::Nothing
            | Self::Array(_)
            | Self::Object(_)
            | Self::Nullable { .. }
            | Self::Choice(_) => false,
            Self::Literal(_)
            | Self::Boolean
            | Self::Integer(_)
            | Self::Number(_)
            | Self::Text(_)
            | Self::Anything
            | Self::Custom(_)
            | Self::Timed(_) => true,
        }
    }

    /// The name of that generator, as metrics have it; of what is no leaf, only the values are drawn
    /// that are taken by the number of the row.
    pub(crate) fn generator(&self) -> &str {
        match self {
            Self::Custom(custom) => &custom.named.name,
            leaf if leaf.is_leaf() => leaf.name(),
            _ => BuiltIn::Values.name(),
        }
    }

    /// The name that reports and `explain` use.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Pending | Self::Nothing => "nothing",
            Self::Alias(_) | Self::Timed(_) => "reference",
            Self::Literal(_) => "values",
            Self::Boolean => "boolean",
            Self::Integer(integer) => integer.like.map_or("integer", |span| span.name),
            Self::Number(number) => number.like.map_or("number", |span| span.name),
            Self::Text(text) => text.source.name(),
            Self::Array(_) => "array",
            Self::Object(_) => "object",
            Self::Nullable { .. } => "nullable",
            Self::Choice(_) => "choice",
            Self::Anything => "anything",
            Self::Custom(_) => "with",
        }
    }

    /// The names under which a value is counted: of a generator and of a format.
    pub(crate) fn drawn_by(&self) -> (Option<&str>, Option<&str>) {
        let built_in = |built_in: BuiltIn| (Some(built_in.name()), None);
        match self {
            Self::Literal(_) => built_in(BuiltIn::Values),
            Self::Boolean => built_in(BuiltIn::Boolean),
            Self::Integer(_) | Self::Number(_) => (Some(self.name()), None),
            Self::Anything => built_in(BuiltIn::Anything),
            Self::Text(text) => text.source.drawn_by(),
            Self::Custom(custom) => (Some(&custom.named.name), None),
            _ => (None, None),
        }
    }

    /// Moves every index by `offset`, for a plan that becomes part of another one.
    pub(crate) fn shift(&mut self, offset: u32) {
        let shift = |id: &mut NodeId| id.0 += offset;
        match self {
            Self::Alias(inner) | Self::Timed(inner) | Self::Nullable { inner, .. } => shift(inner),
            Self::Array(array) => array.children_mut().for_each(shift),
            Self::Object(object) => {
                object.members.iter_mut().for_each(|member| shift(&mut member.node));
                for open in &mut object.open {
                    shift(&mut open.key);
                    shift(&mut open.value);
                }
                if let Some(extra) = &mut object.extra {
                    shift(&mut extra.value);
                }
            }
            Self::Choice(branches) => {
                for branch in branches {
                    shift(&mut branch.node);
                }
            }
            _ => {}
        }
    }

    /// The nodes that a value of this kind may hold.
    pub(crate) fn children(&self) -> Vec<NodeId> {
        match self {
            Self::Alias(inner) | Self::Timed(inner) | Self::Nullable { inner, .. } => vec![*inner],
            Self::Array(array) => array.children().collect(),
            Self::Object(object) => {
                let open = object.open.iter().flat_map(|open| [open.key, open.value]);
                object.members.iter().map(|member| member.node).chain(open).collect()
            }
            Self::Choice(branches) => branches.iter().map(|branch| branch.node).collect(),
            _ => Vec::new(),
        }
    }
}
