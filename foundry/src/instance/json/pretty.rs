//! Indented JSON, through the formatter of `serde_json`.

use std::io;

use serde_json::ser::{CharEscape, Formatter, PrettyFormatter};

use crate::instance::NodeRef;
use crate::instance::scan::find_escape;
use crate::instance::slot::Slot;

pub(super) fn write<W: io::Write>(node: NodeRef<'_>, writer: &mut W) -> io::Result<()> {
    write_value(node, writer, &mut PrettyFormatter::new())
}

fn write_value<W, F>(node: NodeRef<'_>, writer: &mut W, formatter: &mut F) -> io::Result<()>
where
    W: io::Write,
    F: Formatter,
{
    match node.slot() {
        Slot::Null => formatter.write_null(writer),
        Slot::Boolean(value) => formatter.write_bool(writer, value),
        Slot::Unsigned(value) => formatter.write_u64(writer, value),
        Slot::Signed(value) => formatter.write_i64(writer, value),
        Slot::Float(value) => formatter.write_f64(writer, value),
        Slot::Text { start, len, .. } | Slot::Name { start, len, .. } => {
            write_text(node.instance().text_at(start, len), writer, formatter)
        }
        Slot::Array { .. } => {
            formatter.begin_array(writer)?;
            let mut first = true;
            for element in node.elements() {
                formatter.begin_array_value(writer, first)?;
                write_value(element, writer, formatter)?;
                formatter.end_array_value(writer)?;
                first = false;
            }
            formatter.end_array(writer)
        }
        Slot::Object { .. } => {
            formatter.begin_object(writer)?;
            let mut first = true;
            for (name, value) in node.members() {
                formatter.begin_object_key(writer, first)?;
                write_text(name, writer, formatter)?;
                formatter.end_object_key(writer)?;
                formatter.begin_object_value(writer)?;
                write_value(value, writer, formatter)?;
                formatter.end_object_value(writer)?;
                first = false;
            }
            formatter.end_object(writer)
        }
    }
}

fn write_text<W, F>(text: &str, writer: &mut W, formatter: &mut F) -> io::Result<()>
where
    W: io::Write,
    F: Formatter,
{
    formatter.begin_string(writer)?;
    write_escaped(text, writer, formatter)?;
    formatter.end_string(writer)
}

/// Writes what stands between the quotes.
pub(super) fn write_escaped<W, F>(text: &str, writer: &mut W, formatter: &mut F) -> io::Result<()>
where
    W: io::Write,
    F: Formatter,
{
    let mut rest = text;
    while let Some(position) = find_escape(rest.as_bytes()) {
        let (plain, escaped) = rest.split_at(position);
        if !plain.is_empty() {
            formatter.write_string_fragment(writer, plain)?;
        }
        let mut after = escaped.chars();
        if let Some(escape) = after.next().and_then(escape_of) {
            formatter.write_char_escape(writer, escape)?;
        }
        rest = after.as_str();
    }
    if rest.is_empty() { Ok(()) } else { formatter.write_string_fragment(writer, rest) }
}

/// How a character that needs it is escaped; RFC 8259, section 7.
fn escape_of(character: char) -> Option<CharEscape> {
    Some(match character {
        '"' => CharEscape::Quote,
        '\\' => CharEscape::ReverseSolidus,
        '\u{8}' => CharEscape::Backspace,
        '\u{c}' => CharEscape::FormFeed,
        '\n' => CharEscape::LineFeed,
        '\r' => CharEscape::CarriageReturn,
        '\t' => CharEscape::Tab,
        control => CharEscape::AsciiControl(u8::try_from(control).ok()?),
    })
}
