//! Writing a text in place, at the end of the shared buffer.

use std::fmt;

/// The text that is being written: the end of the shared buffer, from where it starts.
///
/// # Examples
///
/// ```
/// use std::fmt::Write;
///
/// let mut row = foundry::Instance::new();
/// row.text_with(|text| {
///     text.push('#');
///     write!(text, "{:04}", 7)
/// })?;
/// assert_eq!(row.root().as_str(), Some("#0007"));
/// # Ok::<(), std::fmt::Error>(())
/// ```
#[derive(Debug)]
pub struct TextWriter<'a> {
    buffer: &'a mut String,
    start: usize,
}

impl<'a> TextWriter<'a> {
    #[inline]
    pub(super) fn new(buffer: &'a mut String) -> Self {
        let start = buffer.len();
        Self { buffer, start }
    }

    /// The buffer itself, for code of this crate that only appends.
    #[inline]
    pub(crate) fn buffer(&mut self) -> &mut String {
        self.buffer
    }

    /// Appends a character.
    #[inline]
    pub fn push(&mut self, character: char) {
        self.buffer.push(character);
    }

    /// Appends a text.
    #[inline]
    pub fn push_str(&mut self, text: &str) {
        self.buffer.push_str(text);
    }

    /// What has been written so far.
    #[inline]
    pub fn as_str(&self) -> &str {
        self.buffer.get(self.start..).unwrap_or_default()
    }

    /// How many bytes have been written so far.
    #[inline]
    pub fn len(&self) -> usize {
        self.buffer.len() - self.start
    }

    /// Whether nothing has been written so far.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Keeps the first `len` bytes; where that is inside a character, the characters before it.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut row = foundry::Instance::new();
    /// row.text_with(|text| {
    ///     text.push_str("aé");
    ///     text.truncate(2);
    /// });
    /// assert_eq!(row.root().as_str(), Some("a"));
    /// ```
    pub fn truncate(&mut self, len: usize) {
        let end = self.buffer.floor_char_boundary(self.start.saturating_add(len));
        self.buffer.truncate(end);
    }

    /// Takes everything back that has been written so far.
    pub fn clear(&mut self) {
        self.buffer.truncate(self.start);
    }
}

impl fmt::Write for TextWriter<'_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push_str(text);
        Ok(())
    }

    #[inline]
    fn write_char(&mut self, character: char) -> fmt::Result {
        self.push(character);
        Ok(())
    }
}

impl Extend<char> for TextWriter<'_> {
    fn extend<I: IntoIterator<Item = char>>(&mut self, characters: I) {
        self.buffer.extend(characters);
    }
}
