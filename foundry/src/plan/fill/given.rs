//! A generator that a field holds itself, by `with` → what it builds for the field.

use jsonschema::JsonType;
use jsonschema::canonical::{CanonicalSchema, CanonicalView, IntegerView, NumberView};

use super::bare::{any_integer, any_number, any_string};
use super::object::lengths;
use super::options::{ALL_TYPES, is_null};
use super::registered::type_of_all;
use super::{Filler, Spot};
use crate::error::Error;
use crate::generators::{Named, Slot, ValueType};
use crate::plan::hints::Hints;
use crate::plan::node::{Hooks, Kind};

impl<'a> Filler<'a> {
    /// What draws at a field that holds the generator `named`.
    pub(super) fn given(
        &mut self,
        spot: &Spot,
        named: &Named,
        hints: &Hints,
    ) -> Result<Kind, Error> {
        let pointer = self.pointer_of(spot);
        let canonical = self.first_form(spot, spot.canonical.clone())?;
        let first = Spot { canonical, ..spot.clone() };
        let mut wanted = self.slot_of(&first, &pointer, hints);
        self.describe(&mut wanted, &first);
        self.build(named, &wanted, Some("with"), None)
    }

    /// What a generator is told of alternatives: the first one that is not `null`.
    fn first_form(
        &self,
        spot: &Spot,
        canonical: CanonicalSchema,
    ) -> Result<CanonicalSchema, Error> {
        let mut first = self.resolve(canonical, spot.place)?;
        loop {
            let parts = match first.view() {
                CanonicalView::AnyOf(parts) | CanonicalView::OneOf(parts) => parts,
                CanonicalView::TypedGroup(group) => vec![group.body],
                _ => return Ok(first),
            };
            let parts = parts.into_iter().map(|part| self.resolve(part, spot.place));
            let parts = parts.collect::<Result<Vec<_>, _>>()?;
            match parts.into_iter().find(|part| !is_null(part)) {
                Some(part) => first = part,
                None => return Ok(first),
            }
        }
    }

    /// The place as its generator sees it: of several types, the first one.
    fn slot_of<'s>(&mut self, spot: &'s Spot, pointer: &'s str, hints: &Hints) -> Slot<'s>
    where
        'a: 's,
    {
        let listed = |values: &[_]| type_of_all(values).unwrap_or(ValueType::Text);
        let (ty, lengths) = match spot.canonical.view() {
            CanonicalView::String(view) => return self.text_slot(spot, pointer, &view, hints).0,
            CanonicalView::Integer(view) => return self.slot_of_integer(spot, pointer, &view),
            CanonicalView::Number(view) => return self.slot_of_number(spot, pointer, &view),
            CanonicalView::Array(view) => {
                (ValueType::Array, lengths(view.min_items.as_ref(), view.max_items.as_ref()))
            }
            CanonicalView::Object(view) => (
                ValueType::Object,
                lengths(view.min_properties.as_ref(), view.max_properties.as_ref()),
            ),
            CanonicalView::MultiType(types) => {
                // Every whole number is a number.
                let is_part = |ty| ty == JsonType::Integer && types.contains(JsonType::Number);
                let is_said = |ty: &JsonType| types.contains(*ty) && !is_part(*ty);
                let mut said = ALL_TYPES.into_iter().filter(is_said);
                let ty = match said.find(|ty| *ty != JsonType::Null) {
                    Some(JsonType::Integer) => {
                        return self.slot_of_integer(spot, pointer, &any_integer());
                    }
                    Some(JsonType::Number) => {
                        return self.slot_of_number(spot, pointer, &any_number());
                    }
                    Some(JsonType::Boolean) => ValueType::Boolean,
                    Some(JsonType::Array) => ValueType::Array,
                    Some(JsonType::Object) => ValueType::Object,
                    Some(JsonType::String | JsonType::Null) | None => {
                        return self.text_slot(spot, pointer, &any_string(), hints).0;
                    }
                };
                (ty, (0, None))
            }
            CanonicalView::Enum(values) => (listed(&values), (0, None)),
            CanonicalView::Const(value) => (listed(&[value]), (0, None)),
            _ => (ValueType::Text, (0, None)),
        };
        let mut wanted = self.slot(spot, pointer, ty);
        wanted.lengths = lengths;
        wanted
    }

    fn slot_of_integer<'s>(
        &mut self,
        spot: &'s Spot,
        pointer: &'s str,
        view: &IntegerView,
    ) -> Slot<'s>
    where
        'a: 's,
    {
        let plain = self.plain_integer(spot, view);
        self.slot_of_plain(spot, pointer, ValueType::Integer, plain)
    }

    fn slot_of_number<'s>(
        &mut self,
        spot: &'s Spot,
        pointer: &'s str,
        view: &NumberView,
    ) -> Slot<'s>
    where
        'a: 's,
    {
        let plain = self.plain_number(spot, view, &mut Hooks::default());
        self.slot_of_plain(spot, pointer, ValueType::Number, plain)
    }

    /// Numbers that cannot be planned are no error here, and without bounds: whoever is asked for them may
    /// know how they are drawn.
    fn slot_of_plain<'s>(
        &self,
        spot: &'s Spot,
        pointer: &'s str,
        ty: ValueType,
        plain: Result<Kind, Error>,
    ) -> Slot<'s>
    where
        'a: 's,
    {
        match plain {
            Ok(kind) if !matches!(kind, Kind::Nothing) => self.number_slot(spot, pointer, &kind),
            _ => self.slot(spot, pointer, ty),
        }
    }
}
