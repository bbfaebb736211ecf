//! Texts: a pattern, a format or plain words, within a window of lengths.

use std::borrow::Cow;

use jsonschema::canonical::StringView;
use serde_json::Value;

use super::meeting::Demands;
use super::object::lengths;
use super::registered::misnamed;
use super::{Filler, Spot};
use crate::error::{Error, Stage};
use crate::generators::anything::Content;
use crate::generators::format::{self, Format, encoding_of};
use crate::generators::pattern::PatternError;
use crate::generators::plain::BuiltIn;
use crate::generators::ranking::{BuiltIns, By, rank};
use crate::generators::{Slot, ValueType, realistic};
use crate::plan::hints::Hints;
use crate::plan::node::{Hooks, Kind, Text, TextSource};

impl<'a> Filler<'a> {
    pub(super) fn text(
        &mut self,
        spot: &Spot,
        view: &StringView,
        hints: &Hints,
        hooks: &mut Hooks,
    ) -> Result<Kind, Error> {
        let pointer = self.pointer_of(spot);
        let (min, max) = lengths(view.min_length.as_ref(), view.max_length.as_ref());
        if min > MAX_TEXT_CHARS {
            return Err(Error::new(
                Stage::Plan,
                format!("`minLength` {min} is above the limit of {MAX_TEXT_CHARS} characters"),
            )
            .at(pointer)
            .with_keyword("minLength"));
        }
        let (wanted, mut formats) = self.text_slot(spot, &pointer, view, hints);
        if !view.excluded.is_empty() || !view.excluded_formats.is_empty() || formats.len() > 1 {
            hooks.verify.extend(self.verify(spot)?);
        }
        let mut view = Cow::Borrowed(view);
        let mut content = content_of(&view, hints);
        if content.is_some_and(|content| !content.json) && is_narrowed(&view) {
            // What Base64 is, a pattern says.
            content = None;
        }
        if content.is_none() {
            let encodings = view.content_encodings.iter().filter_map(|name| encoding_of(name));
            let encodings: Vec<_> = encodings.map(str::to_owned).collect();
            if !encodings.is_empty() {
                view.to_mut().patterns.extend(encodings);
                hooks.verify.extend(self.verify(spot)?);
            }
        }
        let view = &*view;
        if let Some(content) = content {
            let checks = self.verify(spot)?;
            if hints.faker.is_none() {
                let window = (min, max);
                let source = if is_narrowed(view) {
                    let (pointer, content, checks) = (&*pointer, Some(content), &*checks);
                    self.meet(&Demands { pointer, formats, content, view, window, checks })?
                } else {
                    Some(TextSource::Content(content))
                };
                hooks.verify.extend(checks);
                let text = |source| Kind::Text(Text { source, min, max });
                return Ok(source.map_or(Kind::Nothing, text));
            }
            hooks.verify.extend(checks);
        }
        if let Some(name) = &hints.faker {
            if let Some(kind) = self.named(name, spot, &wanted, hooks)? {
                if !view.excluded_patterns.is_empty() {
                    hooks.verify.extend(self.verify(spot)?);
                }
                return Ok(kind);
            }
            match self.find_format(name) {
                Some(format)
                    if formats.first().is_none_or(|known| known.name() != format.name()) =>
                {
                    hooks.verify.extend(self.verify(spot)?);
                    formats.insert(0, format);
                }
                Some(_) => {}
                None if *name == BuiltIn::Words.name() => {}
                None => {
                    let faker = realistic::find(name).ok_or_else(|| misnamed(name, &wanted))?;
                    if formats.iter().any(|format| faker.format != Some(format.name())) {
                        hooks.verify.extend(self.verify(spot)?);
                    }
                }
            }
        }
        let source = self.text_source(spot, &wanted, view, hints, &formats, hooks)?;
        Ok(match source {
            Some(Served::Text(source)) => Kind::Text(Text { source, min, max }),
            Some(Served::Kind(kind)) => kind,
            None => Kind::Nothing,
        })
    }

    /// The place as generators of texts see it, and the formats that are known of those that hold
    /// there.
    pub(super) fn text_slot<'s>(
        &self,
        spot: &'s Spot,
        pointer: &'s str,
        view: &StringView,
        hints: &Hints,
    ) -> (Slot<'s>, Vec<&'static Format>)
    where
        'a: 's,
    {
        let named = self.format_names(spot, view, hints);
        let formats: Vec<&'static Format> =
            named.iter().filter_map(|name| self.find_format(name)).collect();
        let mut wanted = self.slot(spot, pointer, ValueType::Text);
        wanted.lengths = lengths(view.min_length.as_ref(), view.max_length.as_ref());
        wanted.patterns.clone_from(&view.patterns);
        wanted.format = formats
            .first()
            .map(|format| format.name().to_owned())
            .or_else(|| named.first().cloned());
        (wanted, formats)
    }

    /// What is drawn for a type has to be read by whatever type stands there.
    fn find_format(&self, name: &str) -> Option<&'static Format> {
        match self.contract.type_name() {
            Some(_) => format::find(name),
            None => format::find_whole(name),
        }
    }

    /// What serves the place: the first one of those that may, unless the place names a built-in one.
    /// `None` where the contract leaves no text.
    fn text_source(
        &mut self,
        spot: &Spot,
        wanted: &Slot<'_>,
        view: &StringView,
        hints: &Hints,
        formats: &[&'static Format],
        hooks: &mut Hooks,
    ) -> Result<Option<Served>, Error> {
        let format = formats.first();
        let has_patterns = !view.patterns.is_empty() || !view.excluded_patterns.is_empty();
        let manner = self.manner(spot, wanted, hints);
        // A text of a format has the manner of its field, unless a pattern says more.
        let is_wanted = hints.faker.is_some() || format.is_none() || !has_patterns;
        let of_field = manner.filter(|_| is_wanted);
        let built_ins = BuiltIns {
            has_format: format.is_some(),
            has_pattern: has_patterns,
            has_field: of_field.is_some() && format.is_none(),
        };
        let registry = self.factory.registry;
        let ranked = rank(registry, wanted, built_ins);
        let mut plain = None;
        for one in &ranked {
            if one.added.is_some() {
                // What the place says of its texts comes before whoever is for all of them.
                if hints.faker.is_none() && hints.spreads() {
                    self.pass_over(one, spot, wanted, hooks);
                } else if hints.faker.is_none()
                    && let Some(kind) = self.added(one, spot, wanted, hooks)?
                {
                    if !view.excluded_patterns.is_empty() && hooks.verify.is_empty() {
                        // Generators are not told of them.
                        hooks.verify.extend(self.verify(spot)?);
                    }
                    return Ok(Some(Served::Kind(kind)));
                }
                continue;
            }
            if plain.is_none() {
                let made = self.plain_source(spot, wanted, view, hints, formats, hooks)?;
                let Some(made) = made else { return Ok(None) };
                plain = Some(made);
            }
            let Some(made) = plain.take() else { return Ok(None) };
            let source = match of_field.clone() {
                Some(found) if matches!(one.level.by, By::Exact | By::Field) => {
                    self.lifelike(found, wanted, view, hints, made)?
                }
                _ => made,
            };
            if one.level.by != By::Field || matches!(source, TextSource::Realistic(_)) {
                return Ok(Some(Served::Text(source)));
            }
            plain = Some(source);
        }
        Ok(plain.map(Served::Text))
    }

    /// Where texts come from that nothing else is known of: the format, the patterns, or words.
    /// `None` where there is no text.
    fn plain_source(
        &mut self,
        spot: &Spot,
        wanted: &Slot<'_>,
        view: &StringView,
        hints: &Hints,
        formats: &[&'static Format],
        hooks: &mut Hooks,
    ) -> Result<Option<TextSource>, Error> {
        let (min, max) = wanted.lengths();
        let has_patterns = !view.patterns.is_empty() || !view.excluded_patterns.is_empty();
        if let Some(format) = formats.first() {
            if has_patterns || formats.len() > 1 {
                let checks = self.verify(spot)?;
                let (pointer, formats, window) = (wanted.pointer(), formats.to_vec(), (min, max));
                let demands =
                    Demands { pointer, formats, content: None, view, window, checks: &checks };
                let source = self.meet(&demands)?;
                if hooks.verify.is_empty() {
                    hooks.verify.extend(checks);
                }
                return Ok(source);
            }
            if !format.fits(min, max) {
                self.note_misfit(wanted.pointer(), format, min, max);
                return Ok(None);
            }
            return Ok(Some(TextSource::Format(format)));
        }
        if has_patterns {
            let mut patterns = view.patterns.clone();
            patterns.extend(hints.ascii.then(|| ASCII.to_owned()));
            let excluded = &view.excluded_patterns;
            let source = self.pattern_source(wanted.pointer(), &patterns, excluded, min, max)?;
            let told = |empty| {
                let (pointer, window, checks) = (wanted.pointer(), (min, max), &[][..]);
                let demands =
                    Demands { pointer, formats: Vec::new(), content: None, view, window, checks };
                if view.content_encodings.is_empty() { empty } else { demands.clash() }
            };
            return Ok(source.map_err(|empty| self.unreachable.push(told(empty))).ok());
        }
        Ok(Some(if hints.ascii { TextSource::AsciiWords } else { TextSource::Words }))
    }

    fn note_misfit(&mut self, pointer: &str, format: &Format, min: u64, max: Option<u64>) {
        let (shortest, longest) = format.length_range();
        let window = match max {
            Some(max) => format!("{min} to {max}"),
            None => format!("{min} or more"),
        };
        let place = if pointer.is_empty() { "the root" } else { pointer };
        self.unreachable.push(
            Error::new(
                Stage::Plan,
                format!("no `{}` at `{place}` is {window} characters long", format.name()),
            )
            .at(pointer)
            .with_keyword("format, minLength, maxLength")
            .with_help(format!("texts of this format have {shortest} to {longest} characters")),
        );
    }

    /// The formats that hold here, the one to draw from first.
    fn format_names(&self, spot: &Spot, view: &StringView, hints: &Hints) -> Vec<String> {
        let mut names: Vec<&str> = hints.format.iter().map(String::as_str).collect();
        if let Some(place) = spot.place {
            let firm = self.outline.get(place).firm();
            names.extend(firm.filter_map(|c| c.schema.get("format").and_then(Value::as_str)));
        }
        names.extend(view.formats.iter().map(String::as_str));
        let mut distinct: Vec<String> = Vec::new();
        for name in names {
            if !distinct.iter().any(|known| known == name) {
                distinct.push(name.to_owned());
            }
        }
        distinct
    }

    /// The source of texts that match all `patterns`; the inner error says that there is no such text.
    pub(super) fn pattern_source(
        &mut self,
        pointer: &str,
        patterns: &[String],
        excluded: &[String],
        min: u64,
        max: Option<u64>,
    ) -> Result<Result<TextSource, Error>, Error> {
        let told = |text: &str, error: PatternError| {
            Error::new(Stage::Plan, text)
                .at(pointer)
                .with_keyword("pattern")
                .with_value(patterns.join(" and "))
                .with_cause(error)
        };
        match self.factory.patterns.compile(patterns, excluded, min, max) {
            Ok(pattern) => Ok(Ok(TextSource::Pattern(pattern))),
            Err(error @ PatternError::Empty { .. }) => {
                Ok(Err(told("the pattern has no text", error)))
            }
            Err(error) => Err(told("cannot plan the pattern", error)),
        }
    }
}

/// What serves a place that holds texts.
enum Served {
    Text(TextSource),
    Kind(Kind),
}

/// Whether more is said of the texts than what they hold.
fn is_narrowed(view: &StringView) -> bool {
    let is_matched = !view.patterns.is_empty() || !view.excluded_patterns.is_empty();
    is_matched || !view.formats.is_empty() || view.min_length.is_some() || view.max_length.is_some()
}

/// What is asserted of the content: Base64 and JSON are known, everything else is a remark.
fn content_of(view: &StringView, hints: &Hints) -> Option<Content> {
    let has = |list: &[String], name: &str| list.iter().any(|one| one == name);
    let content = Content {
        base64: hints.content || has(&view.content_encodings, "base64"),
        json: hints.content || has(&view.content_media_types, "application/json"),
    };
    (content.base64 || content.json).then_some(content)
}

/// What all texts of ASCII match.
const ASCII: &str = "^[\\x20-\\x7e]*$";

/// A longer text would be a row of its own; the contract is refused instead.
const MAX_TEXT_CHARS: u64 = 10_000_000;
