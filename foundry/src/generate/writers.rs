//! A row that was refused → the generator whose value was refused: the row is drawn once more, and who
//! writes what is noted meanwhile.

use super::{Drawer, Scratch};
use crate::error::Error;
use crate::instance::{Checkpoint, Instance, NodeRef};
use crate::plan::Plan;
use crate::plan::node::{Custom, Kind, NodeId};
use crate::seed::Seed;

/// Which generators wrote the values of a row: where each value stands, and the node that drew it.
#[derive(Default)]
pub(crate) struct Writers(Vec<(u32, NodeId)>);

impl Writers {
    /// Forgets what was written since `checkpoint`.
    fn take_back(&mut self, checkpoint: &Checkpoint) {
        self.0.retain(|(at, _)| *at < checkpoint.position());
    }

    fn at(&self, value: NodeRef<'_>) -> Option<NodeId> {
        self.0.iter().find(|(at, _)| *at == value.index()).map(|(_, id)| *id)
    }

    /// The generator that wrote the value at `pointer` below `root`, or the nearest one around it; and the
    /// pointer to what it wrote.
    pub(super) fn near<'p, 'a>(
        &self,
        plan: &'p Plan,
        root: NodeRef<'_>,
        mut pointer: &'a str,
    ) -> Option<(&'p Custom, &'a str)> {
        loop {
            let id = root.pointer(pointer).and_then(|value| self.at(value));
            if let Some(Kind::Custom(custom)) = id.map(|id| &plan.node(id).kind) {
                return Some((custom, pointer));
            }
            pointer = &pointer[..pointer.rfind('/')?];
        }
    }

    /// Who wrote the parts of `from` wrote those of `to` that are the same.
    fn carry(&mut self, from: &[(u32, NodeId)], old: NodeRef<'_>, new: NodeRef<'_>) {
        let known = from.iter().find(|(at, _)| *at == old.index());
        if let Some((_, id)) = known.filter(|_| old.same_as(new)) {
            self.0.push((new.index(), *id));
        }
        for (name, value) in old.members() {
            if let Some(same) = new.get(name) {
                self.carry(from, value, same);
            }
        }
        for (one, other) in old.elements().zip(new.elements()) {
            self.carry(from, one, other);
        }
    }
}

impl Drawer<'_> {
    /// Takes back what was drawn since `checkpoint`.
    pub(super) fn take_back(&mut self, checkpoint: Checkpoint) {
        self.out.rollback(checkpoint);
        if let Some(writers) = &mut self.scratch.writers {
            writers.take_back(&checkpoint);
        }
    }

    /// Notes that the value that comes next is that of the generator `id`.
    pub(super) fn note_writer(&mut self, id: NodeId) {
        if let Some(writers) = &mut self.scratch.writers {
            writers.0.push((self.out.checkpoint().position(), id));
        }
    }

    /// Lets `replace` write the value since `before` anew; whoever wrote a part that stays is still its
    /// writer.
    pub(super) fn replace(
        &mut self,
        before: &Checkpoint,
        replace: impl FnOnce(&mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let Some(mut writers) = self.scratch.writers.take() else { return replace(self) };
        let old = self.out.clone();
        replace(self)?;
        let noted = writers.0.clone();
        writers.take_back(before);
        if let (Some(old), Some(new)) = (old.value_since(before), self.out.value_since(before)) {
            writers.carry(&noted, old, new);
        }
        self.scratch.writers = Some(writers);
        Ok(())
    }
}

/// Where a row comes from.
#[derive(Clone, Copy)]
pub(crate) struct Origin<'p> {
    pub(crate) plan: &'p Plan,
    pub(crate) seed: &'p Seed,
    pub(crate) row: u64,
}

impl<'p> Origin<'p> {
    /// The generator, if it is not built in, whose value stands at `pointer` of the row, or around it.
    pub(crate) fn writer_at(self, pointer: &str) -> Option<&'p Custom> {
        let mut scratch = Scratch { writers: Some(Writers::default()), ..Scratch::default() };
        let mut again = Instance::new();
        scratch.generate(self.plan, self.seed, self.row, &mut again).ok()?;
        let writer = scratch.writers.as_ref()?.near(self.plan, again.root(), pointer);
        writer.map(|(custom, _)| custom)
    }
}
