//! Text and the places at fault in it → the few lines that a report shows.

use std::ops::Range;

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::place::{Spot, line_and_column};

/// A longer line is shown around the place alone: a document may well be one line of a megabyte.
const MAX_SHOWN_LINE: usize = 160;

/// So many bytes before and after the place are shown of such a line.
const CONTEXT: usize = 50;

/// The text of a file, and places in it that stand close together.
#[derive(Debug)]
pub(crate) struct Snippet {
    name: String,
    text: String,
    spots: Vec<Spot>,
}

impl Snippet {
    /// The places `spots` of `text`, the first of which is the one that matters; `None` where there
    /// is none.
    pub(crate) fn new(name: &str, text: &str, spots: &[Spot]) -> Option<Self> {
        let first = spots.first()?.range.start;
        let (line, _) = line_and_column(text, first);
        let is_near = |spot: &&Spot| {
            let start = spot.range.start;
            let is_elsewhere = line_and_column(text, start).0 != line;
            is_elsewhere || start.abs_diff(first) < MAX_SHOWN_LINE - 2 * CONTEXT
        };
        let spots = spots.iter().filter(is_near).cloned().collect();
        Some(Self { name: name.to_owned(), text: text.to_owned(), spots })
    }

    /// The places, as miette underlines them.
    pub(crate) fn labels(&self) -> impl Iterator<Item = LabeledSpan> {
        let label = |spot: &Spot| {
            LabeledSpan::new(Some(spot.label.clone()), spot.range.start, spot.range.len())
        };
        self.spots.iter().map(label)
    }

    /// The lines of `span`, with `before` and `after` more of them.
    fn lines(&self, span: &Range<usize>, before: usize, after: usize) -> Range<usize> {
        let mut start = line_start(&self.text, span.start);
        for _ in 0..before {
            start = line_start(&self.text, start.saturating_sub(1));
        }
        let mut end = line_end(&self.text, span.end);
        for _ in 0..after {
            end = line_end(&self.text, (end + 1).min(self.text.len()));
        }
        start..end
    }
}

fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |newline| newline + 1)
}

fn line_end(text: &str, offset: usize) -> usize {
    text[offset..].find('\n').map_or(text.len(), |newline| offset + newline)
}

impl SourceCode for Snippet {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        context_lines_before: usize,
        context_lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let asked = span.offset()..span.offset() + span.len();
        if self.text.get(asked.clone()).is_none() {
            return Err(MietteError::OutOfBounds);
        }
        let mut shown = self.lines(&asked, context_lines_before, context_lines_after);
        let is_long = |shown: &Range<usize>| {
            self.text[shown.clone()].lines().any(|line| line.len() > MAX_SHOWN_LINE)
        };
        if is_long(&shown) {
            // The lines of the place alone; where these are long, what stands around it.
            shown = self.lines(&asked, 0, 0);
        }
        if is_long(&shown) {
            let start = boundary(&self.text, asked.start.saturating_sub(CONTEXT));
            let end = boundary(&self.text, (asked.end + CONTEXT).min(self.text.len()));
            shown = start.max(shown.start)..end.min(shown.end);
        }
        // Without context it is asked where the place itself stands.
        let told = if context_lines_before == 0 { asked.start } else { shown.start };
        let (line, column) = line_and_column(&self.text, told);
        let data = &self.text[shown.clone()];
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            data.as_bytes(),
            (shown.start, shown.len()).into(),
            line - 1,
            column - 1,
            data.lines().count(),
        )))
    }
}

fn boundary(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
