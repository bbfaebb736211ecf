//! A JSON pointer and the text of its document → the bytes of what is at fault there.

use std::ops::Range;

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged as _;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// The bytes of the value at `pointer`, or of the nearest place above it that the text has: the
/// name, where the value goes over several lines. Nothing where the text is no JSON.
pub(crate) fn of_pointer(text: &str, pointer: &str) -> Option<Range<usize>> {
    of_keywords(text, pointer, "").into_iter().next().map(|spot| spot.range)
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) range: Range<usize>,
    /// What stands below the place in a report.
    pub(crate) label: String,
}

impl Spot {
    /// A place of which there is no more to say.
    pub(crate) fn here(range: Range<usize>) -> Self {
        Self { range, label: "here".to_owned() }
    }
}

/// The bytes of the members of the object at `pointer` that `keywords` names (`minimum, maximum`);
/// of the place itself, where it has none of them.
pub(crate) fn of_keywords(text: &str, pointer: &str, keywords: &str) -> Vec<Spot> {
    let Ok(parsed) = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default())
    else {
        return Vec::new();
    };
    let Some(root) = parsed.value else { return Vec::new() };
    let (value, name) = find(&root, pointer);
    let mut found = Vec::new();
    if let Value::Object(object) = value {
        for keyword in keywords.split(", ") {
            let member = object.properties.iter().rfind(|member| member.name.as_str() == keyword);
            found.extend(member.map(|member| Spot {
                range: at_fault(text, &member.value, Some(member)),
                label: keyword.to_owned(),
            }));
        }
    }
    if found.is_empty() {
        found.push(Spot::here(at_fault(text, value, name)));
    }
    found
}

/// A pointer as a sentence names it.
pub(crate) fn shown(pointer: &str) -> String {
    if pointer.is_empty() { "the root".to_owned() } else { format!("`{pointer}`") }
}

/// The line and the column of a byte, both from 1; the column counts characters.
pub(crate) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The byte of a line and a column, both from 1; the column counts bytes.
pub(crate) fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut offset = (before + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// The deepest value on the way to `pointer` that is there, and the member that holds it.
fn find<'v, 'a>(root: &'v Value<'a>, pointer: &str) -> (&'v Value<'a>, Option<&'v ObjectProp<'a>>) {
    let mut here = (root, None);
    for segment in pointer.split('/').skip(1) {
        let name = segment.replace("~1", "/").replace("~0", "~");
        let next = match here.0 {
            // Of two members of one name the last one counts, as it does for serde_json.
            Value::Object(object) => {
                let member = object.properties.iter().rfind(|member| member.name.as_str() == name);
                member.map(|member| (&member.value, Some(member)))
            }
            Value::Array(array) => {
                let element = name.parse().ok().and_then(|at: usize| array.elements.get(at));
                element.map(|element| (element, None))
            }
            _ => None,
        };
        match next {
            Some(next) => here = next,
            None => break,
        }
    }
    here
}

/// The smallest token that stands for a value: a short value itself, else its name, else its start.
fn at_fault(text: &str, value: &Value<'_>, member: Option<&ObjectProp<'_>>) -> Range<usize> {
    let range = value.range();
    let is_short =
        !text[range.start..range.end].contains('\n') && range.end - range.start <= MAX_SHOWN_SPAN;
    match member {
        _ if is_short => range.start..range.end,
        Some(member) => {
            let name = member.name.range();
            name.start..name.end
        }
        None => range.start..range.start + 1,
    }
}

/// Longer values are not underlined as a whole: their name stands for them.
const MAX_SHOWN_SPAN: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{
  "minimum": 5, "maximum": 3,
  "a/b": [{"x": 1}, 2],
  "deep": {
    "er": true
  }
}"#;

    fn found(pointer: &str, keywords: &str) -> Vec<&'static str> {
        of_keywords(TEXT, pointer, keywords).into_iter().map(|spot| &TEXT[spot.range]).collect()
    }

    #[test]
    fn a_pointer_finds_its_value_or_the_nearest_one_above() {
        assert_eq!(found("/a~1b/1", ""), ["2"]);
        assert_eq!(found("/a~1b/0/x", ""), ["1"]);
        assert_eq!(found("/deep/er/none/of/these", ""), ["true"]);
        assert_eq!(found("/deep/none", ""), ["\"deep\""], "a long value is named");
        assert_eq!(found("", ""), ["{"]);
    }

    #[test]
    fn keywords_are_found_at_the_pointer() {
        assert_eq!(found("", "minimum, maximum"), ["5", "3"]);
        assert_eq!(found("/deep", "minimum"), ["\"deep\""]);
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        let text = "{\n  \"ä\": x}";
        let offset = text.find('x').unwrap();
        assert_eq!(line_and_column(text, offset), (2, 8));
        assert_eq!(offset_of(text, 2, offset - 2 + 1), offset);
        assert_eq!(offset_of(text, 9, 9), text.len());
    }
}
