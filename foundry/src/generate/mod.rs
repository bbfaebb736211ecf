//! [`Plan`], seed and row → [`Instance`]: the walk that draws one value.

mod array;
mod hooks;
mod number;
mod object;
mod pool;
mod seen;
mod timed;
mod unique;
mod writers;

use crate::error::{Error, Stage};
use crate::generators::anything::{ContentBuffers, draw_anything};
use crate::generators::draw_one;
use crate::generators::realistic::Known;
use crate::instance::Instance;
use crate::metrics::Counts;
use crate::plan::Plan;
use crate::plan::node::{
    Branch, Custom, Integer, Kind, Literal, MAX_BARRED_SCAN, Node, NodeId, Number, Realistic, Text,
    TextSource,
};
use crate::seed::{Path, Purpose, Row, RowCursor, Seed, Stream, pick, rank};
use object::Fate;
pub(crate) use pool::Pooled;
use seen::Seen;
use unique::Element;
pub(crate) use writers::Origin;
use writers::Writers;

/// Draws row `row` of `seed` into `out`, which is cleared first.
///
/// The same plan, seed and row always give the same value, whatever was drawn before.
///
/// # Examples
///
/// ```
/// use foundry::config::Config;
/// use foundry::generators::Registry;
/// use foundry::{Instance, Seed, generate::generate, parse::parse, plan::plan};
/// use serde_json::json;
///
/// let contract = parse(&json!({"type": "integer", "minimum": 1, "maximum": 6}))?;
/// let plan = plan(&contract, &Registry::default(), &Config::default())?;
/// let mut die = Instance::new();
/// generate(&plan, &Seed::from(42), 7, &mut die)?;
/// assert!((1..=6).contains(&die.root().as_i64().unwrap_or(0)));
/// # Ok::<(), foundry::Error>(())
/// ```
///
/// # Errors
///
/// When a generator fails or panics, when a check rejects every attempt, or when the value grows
/// past what an instance holds.
pub fn generate(plan: &Plan, seed: &Seed, row: u64, out: &mut Instance) -> Result<(), Error> {
    Pooled::take().generate(plan, seed, row, out)
}

/// Buffers that are reused from row to row, and what was counted meanwhile.
#[derive(Default)]
pub(crate) struct Scratch {
    /// What a type's author made of a value, what he was given, and what was drawn.
    finished: Instance,
    read: Instance,
    drawn: Instance,
    /// Names of members that the contract leaves open, one for each map around the place.
    keys: Vec<Instance>,
    /// A name that is no text, as it is printed.
    printed: Vec<u8>,
    /// What a long list or a large map holds already, one for each around the place.
    seen: Vec<Seen>,
    /// What becomes of the members of the objects around the place, where they are counted.
    fates: Vec<Vec<Fate>>,
    /// In which order members are added or dropped.
    members: Vec<usize>,
    /// What is written as a text.
    content: ContentBuffers,
    /// Whom the texts of an object are about.
    known: Known,
    /// The keys of the rows that come next.
    rows: Option<RowCursor>,
    /// In which order the values of a small domain are taken.
    order: Vec<(u64, usize)>,
    /// Who wrote what, where that is asked for: a row was refused.
    writers: Option<Writers>,
    /// Whether something was drawn with these buffers before.
    is_used: bool,
    pub(crate) counts: Counts,
}

impl Scratch {
    /// How many bytes the buffers hold.
    pub(crate) fn bytes(&self) -> usize {
        let instances = [&self.finished, &self.read, &self.drawn].into_iter().chain(&self.keys);
        instances.map(Instance::scratch_bytes).sum::<usize>()
            + self.order.capacity() * size_of::<(u64, usize)>()
            + self.seen.iter().map(|seen| seen.capacity() * size_of::<u64>()).sum::<usize>()
            + self.fates.iter().map(Vec::capacity).sum::<usize>()
            + self.members.capacity() * size_of::<usize>()
            + self.printed.capacity()
            + self.content.bytes()
    }

    /// A set of hashes, with these in it; it goes back to `seen`.
    fn empty_seen(&mut self, hashes: impl IntoIterator<Item = u64>) -> Seen {
        let mut seen = self.seen.pop().unwrap_or_default();
        seen.clear();
        seen.extend(hashes);
        seen
    }

    pub(crate) fn generate(
        &mut self,
        plan: &Plan,
        seed: &Seed,
        row: u64,
        out: &mut Instance,
    ) -> Result<(), Error> {
        out.clear();
        let mut drawer = Drawer {
            plan,
            row: match &mut self.rows {
                Some(rows) => rows.next(seed, row),
                None => self.rows.insert(RowCursor::new(seed, row)).next(seed, row),
            },
            out,
            scratch: self,
            about: Path::ROOT,
            chosen: None,
            level: Level::OUTSIDE,
            is_plain: false,
            element: Element::ONLY,
        };
        drawer.draw(plan.root(), Path::ROOT).map_err(|error| error.with_row(seed, row))?;
        if let Some(fault) = out.fault() {
            return Err(Error::new(Stage::Generate, "the row does not fit an instance")
                .with_cause(fault.to_string())
                .with_row(seed, row)
                .with_help("set smaller `lengths` or a smaller `depth`"));
        }
        Ok(())
    }
}

/// How many levels of one recursion lie above, and how many there may be.
#[derive(Clone, Copy)]
struct Level {
    /// The recursion that is counted; `None` outside of any.
    component: Option<u32>,
    depth: u32,
    limit: u32,
}

impl Level {
    const OUTSIDE: Self = Self { component: None, depth: 0, limit: u32::MAX };

    /// The level at `node`, which is cyclic: a recursion that is entered starts its own count.
    fn enter(mut self, node: &Node, limit: u32) -> Self {
        if self.component != Some(node.component) {
            let limit = node.depth.unwrap_or(limit);
            self = Self { component: Some(node.component), depth: 0, limit };
        }
        self.depth += u32::from(node.recursive);
        self
    }

    /// Whether the recursion has to end here, by the shortest way.
    fn is_closing(self) -> bool {
        self.depth >= self.limit
    }
}

/// A value that was rejected as often is drawn without what is realistic: there may be too few of that.
const PLAIN_AFTER: u32 = 16;

/// How often a realistic text is drawn that may not fit; after that a plain one does.
const REALISTIC_TRIES: u32 = 4;

/// How often a time of a format is any text of it, where the name of its field says nothing of a time.
const PLAIN_SHARE: f64 = 0.125;

struct Drawer<'p> {
    plan: &'p Plan,
    row: Row,
    out: &'p mut Instance,
    scratch: &'p mut Scratch,
    /// The nearest object or element of a list around the place: what its values are about.
    about: Path,
    /// The nearest choice around: where it stands, and what one that is its branch picks by.
    chosen: Option<(Path, u64)>,
    level: Level,
    /// Whether realistic texts were rejected so often that plain ones are drawn in their place.
    is_plain: bool,
    element: Element,
}

impl Drawer<'_> {
    /// Draws one value of `id` at `path`.
    #[inline]
    fn draw(&mut self, id: NodeId, path: Path) -> Result<(), Error> {
        let node = self.plan.node(id);
        if node.indexed.is_none() && node.hooks.is_none() && !node.cyclic {
            return self.draw_kind(id, node, path);
        }
        self.draw_kept(id, node, path)
    }

    /// The same where more is kept in mind than the kind of the node: the row's number, how deep a
    /// recursion is, and what judges the value.
    #[inline(never)]
    fn draw_kept(&mut self, id: NodeId, node: &Node, path: Path) -> Result<(), Error> {
        if let Some(indexed) = &node.indexed {
            return self.draw_indexed(indexed, path);
        }
        let outer = self.level;
        if node.cyclic {
            self.level = outer.enter(node, self.plan.config().depth());
        }
        let drawn = match &node.hooks {
            None => self.draw_kind(id, node, path),
            Some(hooks) => self.draw_checked(id, hooks, path),
        };
        self.level = outer;
        drawn
    }

    fn draw_kind(&mut self, id: NodeId, node: &Node, path: Path) -> Result<(), Error> {
        self.scratch.counts.drawn(id);
        // Every arm but the smallest is a call: what leads to each value stays small.
        match &node.kind {
            Kind::Alias(inner) => return self.draw(*inner, path),
            Kind::Pending | Kind::Nothing => return Err(nothing_is_valid()),
            Kind::Literal(literals) => self.draw_literal(literals, path),
            Kind::Boolean => {
                let bit = self.row.stream(path).next_u64() >> 63;
                self.out.boolean(bit == 1);
            }
            Kind::Integer(integer) => return self.draw_integer(node, integer, path),
            Kind::Number(number) => self.draw_number(node, number, path),
            Kind::Text(text) => self.draw_text(node, text, path),
            Kind::Array(array) => return self.draw_array(node, array, path),
            Kind::Object(object) => return self.draw_object(node, object, path),
            Kind::Nullable { inner, presence } => {
                return self.draw_nullable(*inner, *presence, path);
            }
            Kind::Choice(branches) => return self.draw_choice(node, branches, 0, path),
            Kind::Anything => self.draw_anything(path),
            Kind::Custom(custom) => return self.draw_custom(id, custom, path),
            Kind::Timed(inner) => return self.draw_timed(*inner, path),
        }
        Ok(())
    }

    #[inline(never)]
    fn draw_anything(&mut self, path: Path) {
        let name = &mut self.scratch.content.name;
        draw_anything(&mut self.row.stream(path), name, self.out);
    }

    #[inline(never)]
    fn draw_literal(&mut self, literals: &[Literal], path: Path) {
        let base = self.row.stream(path.purpose(Purpose::Branch)).next_u64();
        let picked = pick(base, literals.iter().map(|literal| (literal.hash, literal.weight)));
        if let Some(literal) = picked.and_then(|at| literals.get(at)) {
            self.out.prepared_value(&literal.value);
        }
    }

    #[inline(never)]
    fn draw_integer(&mut self, node: &Node, integer: &Integer, path: Path) -> Result<(), Error> {
        let integer = integer.plain.as_deref().filter(|_| self.is_plain).unwrap_or(integer);
        let stream = &mut self.row.stream(path);
        let value = number::draw_integer(integer, node.spread.as_deref(), stream);
        self.out.integer(value.ok_or_else(every_number_is_barred)?);
        Ok(())
    }

    #[inline(never)]
    fn draw_number(&mut self, node: &Node, number: &Number, path: Path) {
        let number = number.plain.as_deref().filter(|_| self.is_plain).unwrap_or(number);
        let stream = &mut self.row.stream(path);
        number::draw_number(number, node.spread.as_deref(), stream, self.out);
    }

    #[inline(never)]
    fn draw_nullable(
        &mut self,
        inner: NodeId,
        presence: Option<f64>,
        path: Path,
    ) -> Result<(), Error> {
        let presence = presence.unwrap_or(self.plan.config().presence);
        let mut stream = self.row.stream(path.purpose(Purpose::Presence));
        let ends = self.level.is_closing() && self.plan.node(inner).cyclic;
        if ends || !stream.chance(presence) {
            self.out.null();
            return Ok(());
        }
        self.draw(inner, path)
    }

    /// Draws one of the branches: the author's own, and spare ones too once they were rejected too
    /// often. Where a recursion has to end that is the shortest one, or a taller one with each few
    /// attempts, since the shortest may be what was rejected.
    #[inline(never)]
    fn draw_choice(
        &mut self,
        node: &Node,
        branches: &[Branch],
        attempt: u32,
        path: Path,
    ) -> Result<(), Error> {
        let closing = self.level.is_closing() && node.cyclic;
        let is_spare = |branch: &Branch| branch.is_spare;
        // Inside of a recursion what was rejected above is drawn again too: patience is shared.
        let patience = SPARE_AFTER >> self.level.depth.min(SPARE_AFTER.ilog2());
        // Of spare branches none may fit either, so that the author's own come by turns with them.
        let is_spares_turn = attempt >= patience && (attempt - patience).is_multiple_of(2);
        let from_spare =
            (is_spares_turn && branches.iter().any(is_spare)) || branches.iter().all(is_spare);
        let base = self.branch_base(path);
        let height = |branch: &Branch| self.plan.node(branch.node).height;
        let open = branches.iter().filter(|branch| branch.is_spare == from_spare);
        let tallest = if closing {
            open.map(height).min().unwrap_or(0).saturating_add(attempt / TALLER_AFTER)
        } else {
            u32::MAX
        };
        let weights = branches.iter().map(|branch| {
            let is_out = branch.is_spare != from_spare || height(branch) > tallest;
            (branch.hash, if is_out { 0 } else { branch.weight })
        });
        if let Some(branch) = pick(base, weights).and_then(|at| branches.get(at)) {
            let around = self.chosen.replace((path, rank(base, branch.hash)));
            self.draw(branch.node, path)?;
            self.chosen = around;
        }
        Ok(())
    }

    /// What the branches of a choice are picked by. One that is a branch of another stands where that one does, and its
    /// branches may be called the same: it must not take the same one each time.
    fn branch_base(&self, path: Path) -> u64 {
        match self.chosen {
            Some((place, base)) if place == path => base,
            _ => self.row.stream(path.purpose(Purpose::Branch)).next_u64(),
        }
    }

    #[inline(never)]
    fn draw_text(&mut self, node: &Node, text: &Text, path: Path) {
        let mut stream = self.row.stream(path);
        let spread = self.spread_length(node, path);
        if let (TextSource::Realistic(realistic), None) = (&text.source, spread) {
            return self.draw_realistic(realistic, stream);
        }
        let window = match spread {
            Some(length) => (length, Some(length)),
            None => (text.min, text.max),
        };
        let content = &mut self.scratch.content;
        self.out.text_with(|out| {
            text.source.draw(&mut stream, window, content, out.buffer());
        });
    }

    /// Draws a realistic text, a few times where it does not fit, and then a plain one.
    fn draw_realistic(&mut self, realistic: &Realistic, mut stream: Stream) {
        let about = self.about.step(realistic.whose).purpose(Purpose::Shared);
        let Scratch { counts, content, known, .. } = &mut *self.scratch;
        self.out.text_with(|out| {
            let out = out.buffer();
            let start = out.len();
            let is_plain = self.is_plain || (realistic.by_format && stream.chance(PLAIN_SHARE));
            let tries = if is_plain { 0 } else { REALISTIC_TRIES };
            for attempt in 0..tries {
                let shared = self.row.stream(about.attempt(attempt));
                if realistic.draw_fitting(&mut stream, &shared, known, out) {
                    return;
                }
                out.truncate(start);
                counts.misfit(realistic.faker.name);
            }
            let window = (realistic.min, realistic.max);
            realistic.plain.draw(&mut stream, window, content, out);
        });
    }

    /// The length of a value whose lengths somebody spreads.
    fn spread_length(&self, node: &Node, path: Path) -> Option<u64> {
        let spread = node.spread.as_deref()?;
        spread.length(&mut self.row.stream(path.purpose(Purpose::Length)))
    }

    /// A user's generator: its errors and its panics become the row's error.
    #[inline(never)]
    fn draw_custom(&mut self, id: NodeId, custom: &Custom, path: Path) -> Result<(), Error> {
        self.note_writer(id);
        let named = &custom.named;
        let mut stream = self.row.stream(path).with_shared(&self.shared(self.about));
        draw_one(named.generator.as_ref(), &mut stream, self.out).map_err(|misdrawn| {
            let told = format!("the generator `{}`", named.name);
            let error = misdrawn.into_error(&told).at("");
            match custom.keyword {
                Some(keyword) => error.with_keyword(keyword),
                None => error,
            }
        })
    }

    /// What the values of the object, or the element, at `about` have in common.
    fn shared(&self, about: Path) -> Stream {
        self.row.stream(about.purpose(Purpose::Shared))
    }

    fn exhausted(&self, what: &str) -> Error {
        let attempts = self.plan.config().attempts();
        Error::new(Stage::Generate, format!("{what} left no value in {attempts} attempts"))
            .at("")
            .with_help("widen the domain, or ask for fewer elements")
    }
}

#[cold]
fn nothing_is_valid() -> Error {
    Error::new(Stage::Generate, "no value is valid here").at("")
}

#[cold]
fn every_number_is_barred() -> Error {
    let what = format!("`not` and `multipleOf` leave none of {MAX_BARRED_SCAN} numbers");
    let help = "widen the bounds, or exclude fewer numbers";
    Error::new(Stage::Generate, what).at("").with_help(help)
}

/// How often what the author wrote is drawn and rejected before spare branches come too.
const SPARE_AFTER: u32 = 10;

/// How often the shortest ends of a recursion are drawn before those one level taller come too.
const TALLER_AFTER: u32 = 8;
