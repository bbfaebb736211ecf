//! Generators whose draws are timed: for who asks where the time goes, and for nobody else.

use std::time::Instant;

use super::Drawer;
use crate::error::Error;
use crate::plan::node::NodeId;
use crate::seed::Path;

impl Drawer<'_> {
    /// Draws one value, and notes how long its generator took.
    #[inline(never)]
    pub(super) fn draw_timed(&mut self, id: NodeId, path: Path) -> Result<(), Error> {
        let started = Instant::now();
        let drawn = self.draw(id, path);
        let time = started.elapsed();
        self.scratch.counts.time(self.plan.node(id).kind.generator(), time);
        drawn
    }
}
