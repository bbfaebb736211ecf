//! Writing JSON, byte for byte as `serde_json` does: it writes numbers, escapes and indents.

mod compact;
mod pretty;

use std::io;

use super::NodeRef;

impl NodeRef<'_> {
    /// Writes the value as compact JSON, the same bytes as `serde_json::to_writer`.
    ///
    /// The bytes reach `writer` in chunks of a few hundred.
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
        compact::write(self, &mut writer)
    }

    /// Writes the value as indented JSON, the same bytes as `serde_json::to_writer_pretty`.
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
    /// row.value(&serde_json::json!([1]));
    /// let mut text = Vec::new();
    /// row.root().write_json_pretty(&mut text)?;
    /// assert_eq!(text, b"[\n  1\n]");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn write_json_pretty(self, mut writer: impl io::Write) -> io::Result<()> {
        pretty::write(self, &mut writer)
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
