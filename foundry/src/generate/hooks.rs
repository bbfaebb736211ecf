//! What runs once a value is complete: what completes it, what judges it, and drawing it again.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{Drawer, PLAIN_AFTER, Scratch};
use crate::error::{Error, Stage, panic_text, shown};
use crate::instance::{Checkpoint, Instance, NodeRef};
use crate::plan::hints::FinishHook;
use crate::plan::node::{Custom, Hooks, Kind, NodeId};
use crate::seed::{Path, Purpose, Stream};

/// Who said no.
#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    Accepted,
    ByCheck,
    BySchema,
}

impl Drawer<'_> {
    /// Draws a value, completes it, and draws it again until every check accepts it.
    #[inline(never)]
    pub(super) fn draw_checked(
        &mut self,
        id: NodeId,
        hooks: &Hooks,
        path: Path,
    ) -> Result<(), Error> {
        let before = self.out.checkpoint();
        let attempts = self.plan.config().attempts();
        let mut by_check = 0;
        for attempt in 0..attempts {
            let verdict = self.draw_once(id, hooks, attempt, path)?;
            let counts = &mut self.scratch.counts;
            counts.attempts += 1;
            let is_accepted = verdict == Verdict::Accepted;
            if let Some(checked) = counts.checked(id) {
                checked.attempts += 1;
                checked.rejected += u64::from(!is_accepted);
                if !is_accepted && checked.first_rejected.is_none() {
                    let value = self.out.value_since(&before);
                    checked.first_rejected = value.map(|value| shown(value.to_json()));
                    checked.first_row = self.row.index();
                }
            }
            if is_accepted {
                return Ok(());
            }
            counts.retries += 1;
            by_check += u32::from(verdict == Verdict::ByCheck);
            if attempt + 1 < attempts {
                self.take_back(before);
            }
        }
        let last = self.shown_since(&before);
        // What was rejected first is drawn once more, so that no row that passes has to keep it.
        self.take_back(before);
        self.scratch.writers.get_or_insert_default();
        let drawn = self.draw_once(id, hooks, 0, path);
        let writers = self.scratch.writers.take().unwrap_or_default();
        drawn?;
        let first = self.shown_since(&before);
        let value = self.out.value_since(&before);
        let refusal = value
            .filter(|_| by_check == 0)
            .and_then(|value| hooks.verify.iter().find_map(|verify| verify.refusal(value)));
        let pointer = refusal.as_ref().map_or("", |refusal| &refusal.pointer);
        let writer = value.and_then(|value| writers.near(self.plan, value, pointer));
        let told = (writer, self.plan.is_typed());
        let error = exhausted(hooks, (by_check, attempts), told, (first, &last));
        Err(match refusal {
            Some(refusal) => error.with_keyword(refusal.keyword),
            None => error,
        })
    }

    /// Draws a value, completes it, and asks everyone.
    fn draw_once(
        &mut self,
        id: NodeId,
        hooks: &Hooks,
        attempt: u32,
        path: Path,
    ) -> Result<Verdict, Error> {
        let (before, node) = (self.out.checkpoint(), self.plan.node(id));
        let path = path.attempt(attempt);
        let (around, was_plain) = (self.about, self.is_plain);
        if attempt > 0 {
            // What was rejected may be what its object has in common.
            self.about = path;
        }
        self.is_plain = was_plain || attempt >= PLAIN_AFTER;
        match &node.kind {
            Kind::Choice(branches) => self.draw_choice(node, branches, attempt, path)?,
            _ => self.draw_kind(id, node, path)?,
        }
        // What completes and judges an object shares what its members do.
        let about = if node.kind.is_leaf() { self.about } else { path };
        (self.about, self.is_plain) = (around, was_plain);
        if hooks.finishes.is_empty() && hooks.checks.is_empty() {
            return Ok(judge_by_schema(hooks, self.out.value_since(&before)));
        }
        let shared = self.shared(about);
        for (at, hook) in (0..).zip(&hooks.finishes) {
            let stream = self.row.stream(path.purpose(Purpose::Finish).attempt(at));
            let stream = stream.with_shared(&shared);
            self.replace(&before, |drawer| drawer.finish(&before, hook, stream))?;
        }
        self.judge(hooks, path, &shared, &before)
    }

    fn shown_since(&self, before: &Checkpoint) -> String {
        self.out.value_since(before).map(NodeRef::to_json).unwrap_or_default()
    }

    /// Replaces the value since `before` by what the type's author makes of it.
    fn finish(
        &mut self,
        before: &Checkpoint,
        hook: &FinishHook,
        mut stream: Stream,
    ) -> Result<(), Error> {
        let told = |what: &str, cause: String| {
            Error::new(Stage::Generate, format!("`finish` {what}"))
                .at("")
                .with_keyword("finish")
                .with_cause(cause)
                .with_help("it must take every value that the contract allows")
        };
        let mut run = |out: &mut Instance, before: &Checkpoint, read: Option<&mut Instance>| {
            catch_unwind(AssertUnwindSafe(|| (hook.finish)(out, before, &mut stream, read)))
                .map_err(|panic| told("panicked", panic_text(panic.as_ref())))?
                .map_err(|cause| told("could not complete the value", cause))
        };
        if !hook.is_part {
            return run(self.out, before, None);
        }
        let Scratch { finished, read, drawn, .. } = &mut *self.scratch;
        for buffer in [&mut *finished, &mut *read, &mut *drawn] {
            buffer.clear();
        }
        let start = finished.checkpoint();
        if let Some(value) = self.out.value_since(before) {
            finished.copy(value);
            drawn.copy(value);
        }
        run(finished, &start, Some(read))?;
        self.out.rollback(*before);
        merge(drawn.root(), read.root(), finished.root(), self.out);
        Ok(())
    }

    fn judge(
        &self,
        hooks: &Hooks,
        path: Path,
        shared: &Stream,
        before: &Checkpoint,
    ) -> Result<Verdict, Error> {
        let Some(value) = self.out.value_since(before) else { return Ok(Verdict::Accepted) };
        for (at, check) in (0..).zip(&hooks.checks) {
            let failed = |what: &str, cause: String| {
                Error::new(Stage::Generate, format!("`check` {what}"))
                    .at("")
                    .with_keyword("check")
                    .with_value(value.to_json())
                    .with_cause(cause)
                    .with_help("it must take every value that the contract allows")
            };
            let stream = self.row.stream(path.purpose(Purpose::Check).attempt(at));
            let mut stream = stream.with_shared(shared);
            let accepted = catch_unwind(AssertUnwindSafe(|| check(value, &mut stream)))
                .map_err(|panic| failed("panicked", panic_text(panic.as_ref())))?
                .map_err(|cause| failed("could not read the value", cause))?;
            if !accepted {
                return Ok(Verdict::ByCheck);
            }
        }
        Ok(judge_by_schema(hooks, Some(value)))
    }
}

/// What the schemas of the place say of its value.
fn judge_by_schema(hooks: &Hooks, value: Option<NodeRef<'_>>) -> Verdict {
    let admits = |value| hooks.verify.iter().all(|verify| verify.validator.is_valid(value));
    if value.is_none_or(admits) { Verdict::Accepted } else { Verdict::BySchema }
}

/// The last value is told in one line: more of it is cut.
const TOLD_CHARS: usize = 120;

/// No value passed: how many were rejected and by whom, the first of them, and the last one.
fn exhausted(
    hooks: &Hooks,
    (by_check, attempts): (u32, u32),
    (writer, is_typed): (Option<(&Custom, &str)>, bool),
    (first, last): (String, &str),
) -> Error {
    let schema = match hooks.verify.first() {
        Some(verify) if !verify.pointer.is_empty() => format!("the schema at `{}`", verify.pointer),
        _ => "the schema".to_owned(),
    };
    let by_schema = attempts - by_check;
    let values = match &writer {
        Some((custom, "")) => {
            format!("{attempts} values that `{}` drew for it", custom.named.name)
        }
        _ => format!("{attempts} values drawn for it"),
    };
    let what = match (by_check, by_schema) {
        (0, _) => format!("{schema} rejected {attempts} of {values}"),
        (_, 0) => format!("`check` rejected {attempts} of {values}"),
        _ => format!("`check` rejected {by_check} of {values}, and {schema} the others"),
    };
    let keyword = if by_check == 0 { "" } else { "check" };
    let error = Error::new(Stage::Generate, what).at("").with_keyword(keyword);
    let error = if first == last {
        error
    } else {
        let line: String = last.chars().take(TOLD_CHARS).collect();
        let end = if line.len() < last.len() { "…" } else { "" };
        error.with_help(format!("that was the first of them, and the last one was `{line}{end}`"))
    };
    error.with_value(first).with_help(match writer {
        Some((custom, "")) => {
            format!("let it draw what the place allows, or name another generator there{}", custom.told_source())
        }
        Some((custom, pointer)) => format!(
            "the first of them was refused for what `{}` drew at `{pointer}` below it: let it draw what that place allows{}",
            custom.named.name,
            custom.told_source()
        ),
        None if is_typed => "make more of the values fit: narrow the schema, or set the fields in `finish`; or allow more `attempts`".to_owned(),
        None => "make more of the values fit: narrow the schema there; or allow more `attempts`".to_owned(),
    })
}

/// Writes `drawn` with the members of `finished` in their place; a member that the type read and no
/// longer writes is gone, and what it never read stays.
fn merge(drawn: NodeRef<'_>, read: NodeRef<'_>, finished: NodeRef<'_>, out: &mut Instance) {
    let object = out.open_object();
    for (name, value) in drawn.members() {
        let kept = match finished.get(name) {
            Some(value) => value,
            None if read.get(name).is_some() => continue,
            None => value,
        };
        out.key(name);
        out.copy(kept);
    }
    for (name, value) in finished.members() {
        if drawn.get(name).is_none() {
            out.key(name);
            out.copy(value);
        }
    }
    out.close_object(object);
}
