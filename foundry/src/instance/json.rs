//! Writing JSON, byte for byte as `serde_json` does: its own formatters write every token.

use std::io;

use serde_json::ser::{CharEscape, CompactFormatter, Formatter, PrettyFormatter};

use super::NodeRef;
use super::slot::Slot;

impl NodeRef<'_> {
    /// Writes the value as compact JSON, the same bytes as `serde_json::to_writer`.
    ///
    /// It writes token by token: give a file or a socket an [`io::BufWriter`].
    ///
    /// # Errors
    ///
    /// What `writer` fails with.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.text("a\tb");
    /// let mut line = Vec::new();
    /// row.root().write_json(&mut line)?;
    /// assert_eq!(line, br#""a\tb""#);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn write_json(self, mut writer: impl io::Write) -> io::Result<()> {
        write_value(self, &mut writer, &mut CompactFormatter)
    }

    /// Writes the value as indented JSON, the same bytes as `serde_json::to_writer_pretty`.
    ///
    /// # Errors
    ///
    /// What `writer` fails with.
    pub fn write_json_pretty(self, mut writer: impl io::Write) -> io::Result<()> {
        write_value(self, &mut writer, &mut PrettyFormatter::new())
    }

    /// The value as compact JSON.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.value(&serde_json::json!([1, 2.0]));
    /// assert_eq!(row.root().to_json(), "[1,2.0]");
    /// ```
    pub fn to_json(self) -> String {
        let mut bytes = Vec::with_capacity(128);
        let _never_fails = self.write_json(&mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// The value as indented JSON.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.value(&serde_json::json!({"a": [1]}));
    /// assert_eq!(row.root().to_json_pretty(), "{\n  \"a\": [\n    1\n  ]\n}");
    /// ```
    pub fn to_json_pretty(self) -> String {
        let mut bytes = Vec::with_capacity(256);
        let _never_fails = self.write_json_pretty(&mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }
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
    let mut rest = text;
    while let Some(position) = rest.bytes().position(needs_escape) {
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
    if !rest.is_empty() {
        formatter.write_string_fragment(writer, rest)?;
    }
    formatter.end_string(writer)
}

#[inline]
fn needs_escape(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

/// How a character that [needs](needs_escape) it is escaped; RFC 8259, section 7.
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
