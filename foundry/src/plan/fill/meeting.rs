//! Texts that have to be several things at once: formats, patterns, lengths, the content that they hold.
//!
//! No automaton knows what a format is. So what each part gives is drawn on trial and held against the whole place, and
//! where nothing passes, that is proven, or the plan is refused.

use std::collections::BTreeSet;

use jsonschema::canonical::StringView;
use serde_json::Value;

use super::Filler;
use crate::error::{Error, Stage};
use crate::generators::anything::{Content, ContentBuffers};
use crate::generators::format::{Format, JSON_FRAME, JSON_SHAPE, encoding_of, frame_of};
use crate::generators::pattern::PatternError;
use crate::plan::blame::{named, quoted, together};
use crate::plan::node::{TextSource, Verify};
use crate::seed::{Path, Row, Seed};

/// How many texts are tried of each source.
const TRIED_TEXTS: usize = 64;

/// So many of them have to pass: of texts that pass more seldom a row would find none.
const ENOUGH_TEXTS: usize = 4;

/// How many are tried where fewer passed, and so many texts of a pattern are looked at one by one.
const SEARCHED_TEXTS: usize = 2000;

/// So many texts that were found are drawn from.
const FOUND_TEXTS: usize = 256;

/// What texts of a place have to be.
pub(super) struct Demands<'d> {
    pub(super) pointer: &'d str,
    /// The formats of which texts can be drawn, the one to draw from first.
    pub(super) formats: Vec<&'static Format>,
    pub(super) content: Option<Content>,
    /// What else is said of them.
    pub(super) view: &'d StringView,
    pub(super) window: (u64, Option<u64>),
    pub(super) checks: &'d [Verify],
}

impl Filler<'_> {
    /// Where texts come from that meet all `demands`: a format itself where its texts mostly do; else whatever does
    /// most often. `None` where there is no such text.
    ///
    /// # Errors
    ///
    /// Where none was found, and there may be some.
    pub(super) fn meet(&mut self, demands: &Demands<'_>) -> Result<Option<TextSource>, Error> {
        let mut best: Option<(usize, TextSource)> = None;
        let mut keep = |count, source| {
            let most = best.as_ref().map_or(0, |(most, _)| *most);
            if count > most {
                best = Some((count, source));
            }
            count.max(most)
        };
        let trials = rows(TRIED_TEXTS);
        let mut most = 0;
        for source in demands.own_sources() {
            let count = demands.passing(&source, &trials).count();
            if count * 2 >= TRIED_TEXTS {
                return Ok(Some(source));
            }
            most = keep(count, source);
        }
        let mut try_pattern = |more, most| match self.pattern_of(demands, more) {
            Ok(source) => keep(demands.passing(&source, &trials).count(), source),
            Err(_) => most,
        };
        for more in [demands.shapes(), Vec::new()] {
            most = try_pattern(more, most);
        }
        // What may be of another form is looked at where nothing else is of use.
        if most < ENOUGH_TEXTS {
            try_pattern(demands.frames(), most);
        }
        match best {
            Some((most, source)) if most >= ENOUGH_TEXTS => Ok(Some(source)),
            _ => self.search(demands),
        }
    }

    /// The same where next to nothing that was tried passed: the texts that were found.
    fn search(&mut self, demands: &Demands<'_>) -> Result<Option<TextSource>, Error> {
        let framed = self.pattern_of(demands, demands.frames());
        if matches!(framed, Err(PatternError::Empty { .. })) {
            self.unreachable.push(demands.clash());
            return Ok(None);
        }
        let mut found = BTreeSet::new();
        if let Ok(TextSource::Pattern(pattern)) = &framed
            && let Some(count) = pattern.count().filter(|count| *count <= SEARCHED_TEXTS as u64)
        {
            let texts = (0..count).filter_map(|number| pattern.nth(number));
            found.extend(texts.filter(|text| demands.admit(text)));
            if found.is_empty() {
                self.unreachable.push(demands.clash());
                return Ok(None);
            }
        }
        let shaped = self.pattern_of(demands, demands.shapes());
        let patterns = [framed, shaped, self.pattern_of(demands, Vec::new())].into_iter().flatten();
        let trials = rows(SEARCHED_TEXTS);
        for source in demands.own_sources().into_iter().chain(patterns) {
            found.extend(demands.passing(&source, &trials).take(FOUND_TEXTS));
        }
        if found.is_empty() {
            return Err(demands.refusal());
        }
        let listed: Vec<String> = found.iter().take(FOUND_TEXTS).map(|text| escape(text)).collect();
        let listed = format!("^(?:{})$", listed.join("|"));
        let (min, max) = demands.window;
        let pattern = self.factory.patterns.compile(&[listed], &[], min, max);
        pattern.map(|pattern| Some(TextSource::Pattern(pattern))).map_err(|_| demands.refusal())
    }

    /// The texts that match the patterns of the place, and `more`.
    fn pattern_of(
        &mut self,
        demands: &Demands<'_>,
        more: Vec<&'static str>,
    ) -> Result<TextSource, PatternError> {
        let mut patterns = demands.view.patterns.clone();
        patterns.extend(more.into_iter().map(str::to_owned));
        let (min, max) = demands.window;
        let excluded = &demands.view.excluded_patterns;
        self.factory.patterns.compile(&patterns, excluded, min, max).map(TextSource::Pattern)
    }
}

impl Demands<'_> {
    /// What draws texts that are one of the things that they have to be.
    fn own_sources(&self) -> Vec<TextSource> {
        let (min, max) = self.window;
        let fitting = self.formats.iter().filter(|format| format.fits(min, max));
        let formats = fitting.map(|format| TextSource::Format(format));
        self.content.map(TextSource::Content).into_iter().chain(formats).collect()
    }

    /// Patterns whose texts have the formats and the content.
    fn shapes(&self) -> Vec<&'static str> {
        let mut shapes: Vec<_> = self.formats.iter().filter_map(|format| format.shape()).collect();
        match self.content {
            Some(Content { base64: false, json: true }) => shapes.push(JSON_SHAPE),
            Some(Content { base64: true, .. }) => shapes.extend(encoding_of("base64")),
            _ => {}
        }
        shapes
    }

    /// Patterns that all texts match which have the formats and the content that are asserted.
    fn frames(&self) -> Vec<&'static str> {
        let mut frames: Vec<_> =
            self.view.formats.iter().filter_map(|format| frame_of(format)).collect();
        match self.content {
            Some(Content { base64: false, json: true }) => frames.push(JSON_FRAME),
            Some(Content { base64: true, json }) => {
                frames.extend(encoding_of("base64"));
                // No JSON is the empty text.
                frames.extend(json.then_some("."));
            }
            _ => {}
        }
        frames
    }

    /// The texts of `source` in the rows of `trials` that are all that they have to be.
    fn passing<'s>(
        &'s self,
        source: &'s TextSource,
        trials: &'s [Row],
    ) -> impl Iterator<Item = String> + 's {
        let mut buffers = ContentBuffers::default();
        let texts = trials.iter().map(move |row| {
            let mut text = String::new();
            source.draw(&mut row.stream(Path::ROOT), self.window, &mut buffers, &mut text);
            text
        });
        texts.filter(|text| self.admit(text))
    }

    fn admit(&self, text: &str) -> bool {
        let text = Value::String(text.to_owned());
        self.checks.iter().all(|check| check.admits(&text))
    }

    /// The error for texts of which none was found.
    fn refusal(&self) -> Error {
        let keywords = self.keywords();
        Error::new(
            Stage::Plan,
            format!("cannot plan a text that {} admit together: none was found", quoted(&keywords)),
        )
        .at(self.pointer)
        .with_keyword(keywords.join(", "))
        .with_help("write a pattern whose texts have the format, or list the texts under `enum`")
    }

    /// The error for texts of which there is none.
    pub(super) fn clash(&self) -> Error {
        named(self.pointer, &together(self.pointer, 2), &self.keywords())
    }

    /// What is said of the texts.
    fn keywords(&self) -> Vec<&'static str> {
        let view = self.view;
        // What an encoding is, stands among the patterns.
        let known = view.content_encodings.iter().filter_map(|name| encoding_of(name));
        let encodings = known.filter(|known| view.patterns.iter().any(|one| one == known)).count();
        let is_base64 = self.content.is_some_and(|content| content.base64);
        let said = [
            ("format", !view.formats.is_empty()),
            ("contentEncoding", is_base64 || !view.content_encodings.is_empty()),
            ("contentMediaType", self.content.is_some_and(|content| content.json)),
            ("pattern", view.patterns.len() > encodings),
            ("not", !view.excluded_patterns.is_empty() || !view.excluded_formats.is_empty()),
            ("minLength", self.window.0 > 0),
            ("maxLength", self.window.1.is_some()),
        ];
        said.into_iter().filter(|(_, is_said)| *is_said).map(|(keyword, _)| keyword).collect()
    }
}

/// The rows of which texts are tried.
fn rows(count: usize) -> Vec<Row> {
    Seed::from(0).rows().take(count).collect()
}

/// A text as the pattern that matches it alone.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        if r"\^$.*+?()[]{}|/".contains(sign) {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}
