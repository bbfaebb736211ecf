//! `unique` and `sequence`: the value whose number is that of the row.

use super::Drawer;
use crate::error::{Error, Stage};
use crate::generators::plain::BuiltIn;
use crate::plan::domain::{ByRow, Domain, Indexed};
use crate::plan::node::Array;
use crate::seed::Path;

/// Which element of all the lists around it is drawn, and how many elements they have at most.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element {
    each: u128,
    position: u128,
}

impl Element {
    /// Outside of all lists.
    pub(super) const ONLY: Self = Self { each: 1, position: 0 };

    /// Element number `position` of a list that is an element itself.
    pub(super) fn into_list(self, array: &Array, position: u64) -> Self {
        let longest = u128::from(array.longest().max(1));
        Self {
            each: self.each.saturating_mul(longest),
            position: self.position.saturating_mul(longest).saturating_add(position.into()),
        }
    }
}

impl Drawer<'_> {
    /// Writes the value of this row: the next one, or the one that a bijection leads to, which is the
    /// same in every batch.
    #[inline(never)]
    pub(super) fn draw_indexed(&mut self, indexed: &Indexed, path: Path) -> Result<(), Error> {
        let Element { each, position } = self.element;
        let index = u128::from(self.row.index()).saturating_mul(each).saturating_add(position);
        let layer = indexed.layer_of(index).ok_or_else(|| self.ended(indexed))?;
        let (number, mut stream) = match indexed.by_row {
            ByRow::Sequence => (index, self.row.common_stream(path)),
            ByRow::Unique => {
                let order = self.row.permutation(path, layer.end - layer.start);
                (layer.start + order.apply(index - layer.start), self.row.stream(path))
            }
        };
        let (domain, number) = indexed.find(number).ok_or_else(|| self.ended(indexed))?;
        match domain {
            Domain::Values(values) => {
                self.scratch.counts.built_in(BuiltIn::Values);
                let value = usize::try_from(number).ok().and_then(|at| values.get(at));
                self.out.value(value.ok_or_else(|| self.ended(indexed))?);
            }
            Domain::Integers(integers) => {
                self.scratch.counts.built_in(BuiltIn::Integer);
                self.out.integer(integers.nth(number));
            }
            Domain::Numbers(grid) => {
                self.scratch.counts.built_in(BuiltIn::Number);
                self.out.float(grid.nth(number));
            }
            Domain::Texts(format, texts) => {
                match format {
                    Some(name) => self.scratch.counts.format(name),
                    None => self.scratch.counts.built_in(BuiltIn::Words),
                }
                self.out.text_with(|out| texts.write(number, &mut stream, out.buffer()));
            }
            Domain::Pattern(texts) => {
                self.scratch.counts.built_in(BuiltIn::Pattern);
                self.out.text_with(|out| texts.write(number, &mut stream, out.buffer()));
            }
        }
        Ok(())
    }

    fn ended(&self, indexed: &Indexed) -> Error {
        let (name, size) = (indexed.by_row.name(), indexed.told_size());
        Error::new(
            Stage::Generate,
            format!("`{name}` has {size} here, and none for row {}", self.row.index()),
        )
        .at("")
        .with_keyword(name)
        .with_help("widen what the contract allows there, or ask for fewer rows")
    }
}
