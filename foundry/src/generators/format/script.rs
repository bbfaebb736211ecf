//! Letters of many scripts in the place of ASCII ones, for what is international.

use crate::seed::Stream;

/// Letters with marks, which stand alone between letters of ASCII.
const LATIN: [char; 8] = ['é', 'ü', 'ñ', 'ø', 'å', 'ç', 'ö', 'ł'];

/// Letters of one script, all of which IDNA 2008 and UTS 46 leave as they are.
struct Script {
    first: char,
    count: u32,
    /// Written from right to left: in the name of a host no other letters may stand beside them.
    is_rtl: bool,
}

const SCRIPTS: [Script; 13] = [
    Script { first: 'а', count: 32, is_rtl: false }, // Cyrillic
    Script { first: 'α', count: 17, is_rtl: false }, // Greek, up to rho
    Script { first: '一', count: 20_902, is_rtl: false }, // Han
    Script { first: 'か', count: 70, is_rtl: false }, // Hiragana
    Script { first: 'ア', count: 80, is_rtl: false }, // Katakana
    Script { first: '가', count: 11_172, is_rtl: false }, // Hangul
    Script { first: 'א', count: 27, is_rtl: true },  // Hebrew
    Script { first: 'ب', count: 19, is_rtl: true },  // Arabic
    Script { first: 'क', count: 20, is_rtl: false }, // Devanagari
    Script { first: 'ก', count: 46, is_rtl: false }, // Thai
    Script { first: 'ა', count: 33, is_rtl: false }, // Georgian
    Script { first: 'ա', count: 38, is_rtl: false }, // Armenian
    Script { first: 'அ', count: 6, is_rtl: false },  // Tamil, vowels
];

/// A longer run of letters that are no ASCII could leave no room on the wire: a label has 63 characters
/// there.
const LONGEST_RUN: usize = 10;

/// The bytes of a letter, at most.
const MOST_BYTES: usize = 4;

/// Replaces letters of `out[start..end]`, which is ASCII, by as many of a script: a run of them, or one
/// letter with a mark. Nothing is replaced where no small letter is met.
pub(super) fn leave_ascii(stream: &mut Stream, start: usize, end: usize, out: &mut String) {
    if stream.below(4) == 0 {
        return write_marked(stream, start, end, out);
    }
    let script = &SCRIPTS[stream.index(SCRIPTS.len())];
    let from = start + stream.index(end - start);
    write_run(stream, script, from, end, out);
}

/// Replaces the letters of a label: all of them, or a run, or one of them by a letter with a mark.
pub(super) fn leave_ascii_in_label(
    stream: &mut Stream,
    start: usize,
    end: usize,
    out: &mut String,
) {
    let is_word = out[start..end].bytes().all(|byte| byte.is_ascii_lowercase());
    let is_whole = is_word && end - start <= LONGEST_RUN;
    let script = &SCRIPTS[stream.index(SCRIPTS.len())];
    if is_whole && stream.below(3) > 0 {
        write_run(stream, script, start, end, out);
    } else if script.is_rtl || stream.chance(0.5) {
        write_marked(stream, start, end, out);
    } else {
        let from = start + stream.index(end - start);
        write_run(stream, script, from, end, out);
    }
}

fn write_marked(stream: &mut Stream, start: usize, end: usize, out: &mut String) {
    let at = start + stream.index(end - start);
    if out.as_bytes().get(at).is_some_and(u8::is_ascii_lowercase) {
        let letter = LATIN[stream.index(LATIN.len())];
        out.replace_range(at..=at, letter.encode_utf8(&mut [0; 4]));
    }
}

/// Replaces the small letters from `from` on, at most a run of them and none behind `end`.
fn write_run(stream: &mut Stream, script: &Script, from: usize, end: usize, out: &mut String) {
    let rest = out.as_bytes().get(from..end).unwrap_or_default();
    let run = rest.iter().take(LONGEST_RUN).take_while(|byte| byte.is_ascii_lowercase()).count();
    let draw = |stream: &mut Stream| {
        let code =
            u32::from(script.first) + u32::try_from(stream.below(script.count.into())).unwrap_or(0);
        char::from_u32(code).unwrap_or(script.first)
    };
    let (mut letters, mut len) = ([0; LONGEST_RUN * MOST_BYTES], 0);
    for _ in 0..run {
        len += draw(stream).encode_utf8(&mut letters[len..]).len();
    }
    out.replace_range(from..from + run, str::from_utf8(&letters[..len]).unwrap_or_default());
}
