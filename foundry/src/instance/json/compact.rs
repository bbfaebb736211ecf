//! Compact JSON, gathered in a chunk on the stack so that a writer sees few large pieces.

use std::io::{self, Write};

use serde_json::ser::{CompactFormatter, Formatter};

use super::pretty::write_escaped;
use crate::instance::level::offset;
use crate::instance::scan::find_escape;
use crate::instance::slot::Slot;
use crate::instance::{Instance, NodeRef};

/// Large enough that most rows are one or two pieces, small enough to be set up at once.
const CHUNK_BYTES: usize = 512;

pub(super) fn write<W: Write>(node: NodeRef<'_>, writer: &mut W) -> io::Result<()> {
    let mut chunk = Chunk { bytes: [0; CHUNK_BYTES], len: 0, writer };
    write_value(node.instance(), node.index(), &mut chunk)?;
    chunk.pass_on()
}

/// Writes the value at `index`, and returns the index behind it.
#[inline]
fn write_value<W: Write>(
    instance: &Instance,
    index: u32,
    out: &mut Chunk<'_, W>,
) -> io::Result<u32> {
    match instance.slot(index) {
        Slot::Null => out.put(b"null")?,
        Slot::Boolean(true) => out.put(b"true")?,
        Slot::Boolean(false) => out.put(b"false")?,
        Slot::Unsigned(value) => CompactFormatter.write_u64(out, value)?,
        Slot::Signed(value) => CompactFormatter.write_i64(out, value)?,
        Slot::Float(value) => CompactFormatter.write_f64(out, value)?,
        Slot::Text { plain, start, len, .. } | Slot::Name { plain, start, len, .. } => {
            write_text(instance.text_at(start, len), plain, b"\"", out)?;
        }
        Slot::Array { end, .. } => return write_array(instance, index, end, out),
        Slot::Object { end, .. } => return write_object(instance, index, end, out),
    }
    Ok(index + 1)
}

fn write_array<W: Write>(
    instance: &Instance,
    index: u32,
    end: u32,
    out: &mut Chunk<'_, W>,
) -> io::Result<u32> {
    let end = end.min(offset(instance.nodes.len()));
    let mut next = index + 1;
    out.put(b"[")?;
    while next < end {
        if next > index + 1 {
            out.put(b",")?;
        }
        next = write_value(instance, next, out)?;
    }
    out.put(b"]")?;
    Ok(end)
}

fn write_object<W: Write>(
    instance: &Instance,
    index: u32,
    end: u32,
    out: &mut Chunk<'_, W>,
) -> io::Result<u32> {
    let end = end.min(offset(instance.nodes.len()));
    let mut next = index + 1;
    out.put(b"{")?;
    // The value of a member that is being written may not be there yet.
    while next + 1 < end {
        let Slot::Name { plain, start, len, .. } = instance.slot(next) else { break };
        if next > index + 1 {
            out.put(b",")?;
        }
        write_text(instance.text_at(start, len), plain, b"\":", out)?;
        next = write_value(instance, next + 1, out)?;
    }
    out.put(b"}")?;
    Ok(end)
}

/// Writes a text and what follows it, its closing quote first.
#[inline]
fn write_text<W: Write, const N: usize>(
    text: &str,
    plain: bool,
    close: &[u8; N],
    out: &mut Chunk<'_, W>,
) -> io::Result<()> {
    if !plain && find_escape(text.as_bytes()).is_some() {
        out.put(b"\"")?;
        write_escaped(text, out, &mut CompactFormatter)?;
        return out.put(close);
    }
    let (start, len) = (out.len, text.len());
    if let Some(room) = out.bytes.get_mut(start..start + 1 + len + N) {
        room[0] = b'"';
        room[1..=len].copy_from_slice(text.as_bytes());
        room[1 + len..].copy_from_slice(close);
        out.len = start + 1 + len + N;
        return Ok(());
    }
    out.put(b"\"")?;
    out.put(text.as_bytes())?;
    out.put(close)
}

struct Chunk<'a, W> {
    bytes: [u8; CHUNK_BYTES],
    len: usize,
    writer: &'a mut W,
}

impl<W: Write> Chunk<'_, W> {
    #[inline]
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        let end = self.len + bytes.len();
        let Some(room) = self.bytes.get_mut(self.len..end) else { return self.put_slowly(bytes) };
        room.copy_from_slice(bytes);
        self.len = end;
        Ok(())
    }

    /// Passes on what is there, and what is too large for a chunk too.
    #[cold]
    fn put_slowly(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.pass_on()?;
        match self.bytes.get_mut(..bytes.len()) {
            Some(room) => {
                room.copy_from_slice(bytes);
                self.len = bytes.len();
                Ok(())
            }
            None => self.writer.write_all(bytes),
        }
    }

    fn pass_on(&mut self) -> io::Result<()> {
        let bytes = self.bytes.get(..self.len).unwrap_or_default();
        self.len = 0;
        self.writer.write_all(bytes)
    }
}

impl<W: Write> Write for Chunk<'_, W> {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.put(bytes)?;
        Ok(bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.put(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pass_on()
    }
}
