//! Any JSON value, mostly scalars, for places of which the contract says nothing, and the texts that hold one.

use super::format::find;
use super::words::draw_text;
use crate::instance::Instance;
use crate::seed::Stream;

/// What `contentEncoding` and `contentMediaType` ask of a text, as far as they are asserted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Content {
    /// Base64 (RFC 4648) of what follows, or of any bytes.
    pub(crate) base64: bool,
    pub(crate) json: bool,
}

/// Containers hold at most this many values, all of them scalars.
const MAX_MEMBERS: u64 = 3;

/// What is written before it becomes a text, or a name.
#[derive(Default)]
pub(crate) struct ContentBuffers {
    value: Instance,
    json: Vec<u8>,
    pub(crate) name: String,
}

impl ContentBuffers {
    /// How many bytes the buffers hold.
    pub(crate) fn bytes(&self) -> usize {
        self.value.scratch_bytes() + self.json.capacity() + self.name.capacity()
    }
}

/// Draws a value into `out`; `name` is where the names of its members are written first.
pub(crate) fn draw_anything(stream: &mut Stream, name: &mut String, out: &mut Instance) {
    match stream.below(10) {
        0 => {
            let array = out.open_array();
            for _ in 0..stream.below(MAX_MEMBERS + 1) {
                draw_scalar(stream, out);
            }
            out.close_array(array);
        }
        1 => {
            let object = out.open_object();
            for _ in 0..stream.below(MAX_MEMBERS + 1) {
                name.clear();
                draw_text(stream, 1, Some(8), name);
                if !out.has_key(name) {
                    out.key(name);
                    draw_scalar(stream, out);
                }
            }
            out.close_object(object);
        }
        _ => draw_scalar(stream, out),
    }
}

#[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
fn draw_scalar(stream: &mut Stream, out: &mut Instance) {
    match stream.below(8) {
        0 => out.null(),
        1 => out.boolean(stream.chance(0.5)),
        2 => out.float(stream.integer(-10_000, 10_000) as f64 / 8.0),
        3 | 4 => {
            out.integer(stream.integer(-1000, 100_000));
        }
        _ => out.text_with(|text| draw_text(stream, 1, Some(16), text.buffer())),
    }
}

/// Appends a text that holds JSON, Base64, or JSON in Base64; only bytes in Base64 heed the lengths.
pub(crate) fn draw_content(
    content: Content,
    stream: &mut Stream,
    (min, max): (u64, Option<u64>),
    buffers: &mut ContentBuffers,
    out: &mut String,
) {
    if !content.json {
        if let Some(base64) = find("byte") {
            base64.draw(stream, min, max, out);
        }
        return;
    }
    let ContentBuffers { value, json, name } = buffers;
    value.clear();
    json.clear();
    draw_anything(stream, name, value);
    let _never_fails = value.root().write_json(&mut *json);
    if content.base64 {
        data_encoding::BASE64.encode_append(json, out);
    } else {
        out.push_str(str::from_utf8(json).unwrap_or_default());
    }
}
