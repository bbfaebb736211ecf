//! Objects: members in the author's order, then those whose names are drawn.

use serde_json::Value;

use super::seen::Seen;
use super::{Drawer, Level};
use crate::error::Error;
use crate::instance::Instance;
use crate::plan::node::{Absent, Extra, Kind, Member, Node, NodeId, Object, OpenMembers, Presence};
use crate::plan::{FULL_SHARE, MOSTLY_THERE};
use crate::seed::{Path, Purpose, hash_name, pick, rank};

/// How many optional members of a recursion are expected at its first level, so that a value with
/// many of them does not grow without measure.
const EXPECTED_RECURSIVE: f64 = 2.0;

/// How many elements a list has at the first level of a recursion: one less at each level below.
const WIDEST: u64 = 3;

/// Objects of more open members keep their names in a set, so that n of them do not take n² looks.
const SCANNED_NAMES: u64 = 32;

/// How many rows leave out what has no value, though serde writes it in any case. It is a matter of the
/// whole row, since a row that is written back as it was drawn needs no second verdict.
const TERSE_ROWS: f64 = 1.0 / 16.0;

/// How often a name is drawn again where all of them are known.
const FEW_TRIES: u32 = 8;

/// What becomes of an optional member.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Fate {
    Missing,
    /// Missing, unless serde would write something in its place.
    Absent,
    Null,
    Value,
}

/// What is written for an optional member.
enum Given<'p> {
    Nothing,
    Value(&'p Value),
    Drawn,
}

fn given<'p>(member: &Member, fate: Fate, absent: &'p Absent) -> Given<'p> {
    match (fate, absent) {
        (Fate::Value, _) => Given::Drawn,
        (Fate::Null, _) => Given::Value(&Value::Null),
        (Fate::Absent, Absent::Default(value)) => Given::Value(value),
        (Fate::Absent, Absent::Null) if matches!(member.presence, Presence::Nullable(_)) => {
            Given::Value(&Value::Null)
        }
        (Fate::Missing | Fate::Absent, _) => Given::Nothing,
    }
}

impl Drawer<'_> {
    #[inline(never)]
    pub(super) fn draw_object(
        &mut self,
        node: &Node,
        object: &Object,
        path: Path,
    ) -> Result<(), Error> {
        let open = self.out.open_object();
        let around = std::mem::replace(&mut self.about, path);
        let mut fates = self.fates(object, path);
        self.meet_counts(object, path, &mut fates);
        let is_mute = object.is_seldom_empty && self.is_mute(object, path, &mut fates);
        let names = self.out.lay_names(&object.names);
        let mut count = 0;
        for (at, member) in object.members.iter().enumerate() {
            let is_optional = member.presence != Presence::Always;
            let given = match &fates {
                _ if !is_optional => Given::Drawn,
                // Where members are counted, one that is missing leaves room for others.
                Some(fates) => given(member, fates[at], &Absent::Missing),
                None => given(member, self.fate(object, member, path), &member.absent),
            };
            if matches!(given, Given::Nothing) {
                continue;
            }
            count += 1;
            match member.name_at {
                Some(at) => self.out.laid_key(&member.name, names + at),
                None => self.out.new_key(&member.name),
            }
            if let Given::Value(value) = given {
                self.out.value(value);
                continue;
            }
            let node = if is_optional { self.inside(member) } else { member.node };
            let drawn = self.draw(node, path.step(member.hash));
            drawn.map_err(|error| error.below(member.name.as_str()))?;
        }
        if !object.open.is_empty() {
            self.draw_open(node, object, path, (count, is_mute))?;
        }
        if let Some(extra) = &object.extra
            && object.max.is_none_or(|max| count < max)
        {
            self.draw_extra(extra, path)?;
        }
        self.scratch.fates.extend(fates);
        self.about = around;
        self.out.close_object(open);
        Ok(())
    }

    /// The value of a member that may be `null` is drawn from what lies inside of the nullable.
    fn inside(&self, member: &Member) -> NodeId {
        let mut id = member.node;
        if matches!(member.presence, Presence::Nullable(_)) {
            while let node = self.plan.node(id)
                && let Kind::Alias(inner) | Kind::Nullable { inner, .. } = &node.kind
                // Hooks of the whole stay with the whole, and so do values that are taken by row.
                && node.hooks.is_none()
                && node.indexed.is_none()
            {
                id = *inner;
            }
        }
        id
    }

    fn fate(&self, object: &Object, member: &Member, path: Path) -> Fate {
        let (probability, nullable) = match member.presence {
            Presence::Always => return Fate::Value,
            Presence::Sometimes(probability) => (probability, false),
            Presence::Nullable(probability) => (probability, true),
        };
        if member.recursive && self.level.is_closing() {
            return Fate::Missing;
        }
        let path = path.step(member.hash).purpose(Purpose::Presence);
        let mut stream = self.row.stream(path);
        let probability =
            if member.recursive && self.level.depth > 0 && object.recursive_members > 0 {
                let share =
                    EXPECTED_RECURSIVE / f64::from(object.recursive_members * self.level.depth);
                probability.min(share)
            } else {
                probability
            };
        if stream.chance(probability) {
            Fate::Value
        } else if nullable && stream.chance(0.5) {
            Fate::Null
        } else if self.is_terse() {
            Fate::Missing
        } else {
            Fate::Absent
        }
    }

    fn is_terse(&self) -> bool {
        self.row.stream(Path::ROOT.purpose(Purpose::Absence)).chance(TERSE_ROWS)
    }

    /// Where the number of members is bounded, their fates are drawn before any of them.
    fn fates(&mut self, object: &Object, path: Path) -> Option<Vec<Fate>> {
        let is_bounded = object.max.is_some() || object.least_named > 0;
        if !is_bounded && !object.is_seldom_empty {
            return None;
        }
        let mut fates = self.scratch.fates.pop().unwrap_or_default();
        fates.clear();
        fates.extend(object.members.iter().map(|member| match self.fate(object, member, path) {
            Fate::Absent => Fate::Missing,
            fate => fate,
        }));
        Some(fates)
    }

    /// Adds or drops optional members until the number of members is allowed.
    fn meet_counts(&mut self, object: &Object, path: Path, fates: &mut Option<Vec<Fate>>) {
        let Some(fates) = fates else { return };
        let mut order = std::mem::take(&mut self.scratch.members);
        order.clear();
        order
            .extend((0..fates.len()).filter(|at| object.members[*at].presence != Presence::Always));
        let base = self.row.stream(path.purpose(Purpose::Order)).next_u64();
        // What ends soon is added first, so that a recursion that has to end does.
        order.sort_unstable_by_key(|at| {
            let member = &object.members[*at];
            (self.plan.node(member.node).height, rank(base, member.hash), *at)
        });
        let mut count = fates.iter().filter(|fate| **fate != Fate::Missing).count() as u64;
        let least = object.least_named;
        for at in &order {
            if count < least && fates[*at] == Fate::Missing {
                fates[*at] = Fate::Value;
                count += 1;
            }
        }
        for at in order.iter().rev() {
            if object.max.is_some_and(|max| count > max) && fates[*at] != Fate::Missing {
                fates[*at] = Fate::Missing;
                count -= 1;
            }
        }
        self.scratch.members = order;
    }

    /// Whether the object would say nothing: neither a member that varies nor one that is added here.
    /// Then open members have to speak.
    fn is_mute(&self, object: &Object, path: Path, fates: &mut Option<Vec<Fate>>) -> bool {
        let Some(fates) = fates else { return false };
        let speaks = |at: usize| !self.is_constant(&object.members[at]);
        if (0..fates.len()).any(|at| fates[at] != Fate::Missing && speaks(at)) {
            return false;
        }
        let mut stream = self.row.stream(path.purpose(Purpose::Presence));
        if !stream.chance(FULL_SHARE) {
            return false;
        }
        let base = stream.next_u64();
        let count = fates.iter().filter(|fate| **fate != Fate::Missing).count() as u64;
        let has_room = object.max.is_none_or(|max| count < max);
        let is_welcome = |at: &usize| {
            let member = &object.members[*at];
            let may_be_there = match member.presence {
                Presence::Always => false,
                Presence::Sometimes(often) | Presence::Nullable(often) => often >= MOSTLY_THERE,
            };
            // A recursion has to be able to end, and what was asked for holds.
            let is_bound = member.is_asked || (member.recursive && self.level.depth > 0);
            may_be_there && !is_bound && speaks(*at)
        };
        let added = (0..fates.len()).filter(|_| has_room).filter(is_welcome);
        match added.min_by_key(|at| rank(base, object.members[*at].hash)) {
            Some(at) => {
                fates[at] = Fate::Value;
                false
            }
            None => true,
        }
    }

    /// Whether a member has one value only.
    fn is_constant(&self, member: &Member) -> bool {
        let mut node = self.plan.node(member.node);
        while let Kind::Alias(inner) | Kind::Timed(inner) = &node.kind {
            node = self.plan.node(*inner);
        }
        matches!(&node.kind, Kind::Literal(literals) if literals.len() == 1)
    }

    fn draw_open(
        &mut self,
        node: &Node,
        object: &Object,
        path: Path,
        (count, is_mute): (u64, bool),
    ) -> Result<(), Error> {
        let least = object.min.saturating_sub(count).max(object.lengths.0.min(object.min));
        let most = object.max.map_or(u64::MAX, |max| max.saturating_sub(count));
        let is_recursive = object.open.iter().any(|open| self.plan.node(open.value).cyclic);
        let (low, high) = shrink(object.lengths, is_recursive && node.cyclic, self.level);
        let low = if is_mute && !is_recursive { low.max(1) } else { low };
        let (low, high) = (low.max(least).min(most), high.max(low).max(least).min(most));
        let mut length = self.row.stream(path.purpose(Purpose::Length));
        let wanted = match self.spread_length(node, path) {
            Some(length) => length.clamp(low, high.max(low)),
            None => low + length.below((high - low).saturating_add(1)),
        };
        // A map inside of a map takes its own.
        let mut key = self.scratch.keys.pop().unwrap_or_default();
        let mut taken = (wanted > SCANNED_NAMES).then(|| {
            let names = object.members.iter().map(|member| hash_name(member.name.as_str()));
            self.scratch.empty_seen(names)
        });
        for position in 0..wanted {
            // Nothing is written any more, and there may be a great many of them.
            if self.out.fault().is_some() {
                break;
            }
            let at = path.element(position);
            let which = self.row.stream(at.purpose(Purpose::Branch)).index(object.open.len());
            // Where one kind of names has run out, another one may have some left.
            let (after, before) = (object.open.iter().skip(which), object.open.iter().take(which));
            let mut drawn = None;
            for open in after.chain(before) {
                if self.draw_key(object, open, at, &mut key, taken.as_ref())? {
                    drawn = Some(open);
                    break;
                }
            }
            if let Some(open) = drawn {
                if let Some(taken) = &mut taken {
                    taken.insert(hash_name(name_in(&key)));
                }
                self.about = at;
                self.draw(open.value, at).map_err(|error| error.below(name_in(&key)))?;
            } else if position < least {
                return Err(self.exhausted("names that are taken"));
            } else {
                break;
            }
        }
        self.scratch.keys.push(key);
        self.scratch.seen.extend(taken);
        Ok(())
    }

    /// Now and then, writes a member of which the contract says nothing.
    fn draw_extra(&mut self, extra: &Extra, path: Path) -> Result<(), Error> {
        let path = path.purpose(Purpose::Extra);
        let mut stream = self.row.stream(path);
        if !stream.chance(self.plan.config().extras()) {
            return Ok(());
        }
        // A row must neither grow without end nor become too deep for what nobody asked for.
        if self.level.is_closing() || self.out.levels_left() == 0 {
            return Ok(());
        }
        let names = extra.names.iter().map(|(hash, _)| (*hash, 1));
        let Some(at) = pick(stream.next_u64(), names) else { return Ok(()) };
        let (hash, name) = &extra.names[at];
        self.out.new_key(name);
        self.draw(extra.value, path.step(*hash)).map_err(|error| error.below(name.as_str()))
    }

    /// Writes a name that is not taken; `false` where none was found.
    fn draw_key(
        &mut self,
        object: &Object,
        open: &OpenMembers,
        path: Path,
        key: &mut Instance,
        taken: Option<&Seen>,
    ) -> Result<bool, Error> {
        let path = path.purpose(Purpose::Name);
        // Of a few names the last ones are hardly ever drawn: then those that are left are looked at.
        let attempts = self.plan.config().attempts();
        let attempts = if open.names.is_some() { attempts.min(FEW_TRIES) } else { attempts };
        for attempt in 0..attempts {
            key.clear();
            let mut drawer = Drawer {
                plan: self.plan,
                row: self.row,
                out: key,
                scratch: self.scratch,
                about: path,
                chosen: None,
                level: Level::OUTSIDE,
                is_plain: self.is_plain,
                element: self.element,
            };
            drawer.draw(open.key, path.attempt(attempt))?;
            print_name(key, &mut self.scratch.printed);
            let name = name_in(key);
            if !self.is_taken(object, open, name, taken) {
                self.out.key(name);
                return Ok(true);
            }
        }
        let base = self.row.stream(path.purpose(Purpose::Order)).next_u64();
        let names = open.names.iter().flatten();
        let left = names.filter(|name| !self.is_taken(object, open, name, taken));
        let Some(name) = left.min_by_key(|name| rank(base, hash_name(name))) else {
            return Ok(false);
        };
        key.clear();
        key.text(name);
        self.out.key(name);
        Ok(true)
    }

    fn is_taken(
        &self,
        object: &Object,
        open: &OpenMembers,
        name: &str,
        taken: Option<&Seen>,
    ) -> bool {
        let is_known = match taken {
            // Another name of the same hash, should there ever be one, is drawn again.
            Some(taken) => taken.contains(&hash_name(name)),
            None => {
                object.members.iter().any(|member| member.name.as_str() == name)
                    || self.out.has_key(name)
            }
        };
        let is_barred = || object.barred.binary_search_by(|one| one.as_str().cmp(name)).is_ok();
        is_known || is_barred() || open.reserved.iter().any(|pattern| pattern.is_match(name))
    }
}

/// Makes a text of a drawn name: numbers and booleans are keys as they are printed.
fn print_name(key: &mut Instance, printed: &mut Vec<u8>) {
    if key.root().as_str().is_none() {
        printed.clear();
        let _never_fails = key.root().write_json(&mut *printed);
        key.clear();
        key.text(str::from_utf8(printed).unwrap_or_default());
    }
}

fn name_in(key: &Instance) -> &str {
    key.root().as_str().unwrap_or_default()
}

/// A spread of lengths, smaller at each level of a recursion.
pub(super) fn shrink(lengths: (u64, u64), is_recursive: bool, level: Level) -> (u64, u64) {
    if !is_recursive {
        return lengths;
    }
    if level.is_closing() {
        return (0, 0);
    }
    let most = WIDEST.saturating_sub(u64::from(level.depth.saturating_sub(1))).max(1);
    (lengths.0.min(most), lengths.1.min(most))
}
