//! Any JSON value, for places of which the contract says nothing: mostly scalars.

use crate::generators::words::draw_text;
use crate::instance::Instance;
use crate::seed::Stream;

/// Containers hold at most this many values, all of them scalars.
const MAX_MEMBERS: u64 = 3;

pub(super) fn draw_anything(stream: &mut Stream, out: &mut Instance) {
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
            let mut name = String::new();
            for _ in 0..stream.below(MAX_MEMBERS + 1) {
                name.clear();
                draw_text(stream, 1, Some(8), &mut name);
                if !out.has_key(&name) {
                    out.key(&name);
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
