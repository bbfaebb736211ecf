//! Numbers inside of readable texts: a code behind a word, within what the format puts around them.

use super::code::{Code, MOST_DIGITS};
use super::{Layer, Spread, Window};
use crate::generators::format::write_host;
use crate::generators::words::{draw_ascii_text, draw_text, write_word};
use crate::seed::Stream;

/// A name of a host as it is met, and the shortest one with a top level.
const HOSTS: [u64; 2] = [11, 5];

/// A frame is good enough where it leaves room for a word and a code of the usual length.
const ENOUGH_ROOM: u64 = 12;

/// How far above the least length texts go where the window does.
const SPREAD: u64 = 24;

/// What stands around a word and a code. The code ends at the tail and begins behind the last joint,
/// so that it can be read from the text: two codes never give one text.
#[derive(Debug, Clone, Copy)]
struct Frame {
    head: &'static str,
    /// Where the name of a host stands.
    host: Option<Side>,
    tail: &'static str,
    /// Between the word and the code.
    joint: char,
    /// The most characters of word, joint and code together.
    longest: u64,
    words: Words,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Side {
    /// Behind the head, with a slash behind it.
    Head,
    /// Behind the tail.
    Tail,
}

/// What stands in front of the joint.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Words {
    /// One word of small letters.
    One,
    Ascii,
    Any,
}

const PLAIN: Frame =
    Frame { head: "", host: None, tail: "", joint: '-', longest: u64::MAX, words: Words::One };
const WORDS: Frame = Frame { joint: ' ', words: Words::Any, ..PLAIN };
const HTTPS: Frame = Frame { head: "https://", host: Some(Side::Head), joint: '/', ..PLAIN };

/// The frames of a format, the best one first; none where its texts carry no number.
fn frames_of(format: &str) -> Vec<Frame> {
    match format {
        "words" | "binary" => vec![WORDS],
        "ascii" => vec![Frame { words: Words::Ascii, ..WORDS }],
        "password" => vec![Frame { joint: '#', ..PLAIN }],
        "email" | "idn-email" => {
            vec![Frame { tail: "@", host: Some(Side::Tail), joint: '.', longest: 64, ..PLAIN }]
        }
        "hostname" | "idn-hostname" => vec![
            Frame { tail: ".", host: Some(Side::Tail), longest: 63, ..PLAIN },
            // A name must not be a number.
            Frame { head: "h", longest: 62, ..PLAIN },
        ],
        "uri" | "iri" => {
            vec![HTTPS, Frame { head: "urn:", ..PLAIN }, Frame { head: "x:", ..PLAIN }]
        }
        "uri-reference" | "iri-reference" => vec![HTTPS, Frame { head: "/", joint: '/', ..PLAIN }],
        "uri-template" => {
            vec![Frame { tail: "/{id}", ..HTTPS }, Frame { tail: "/{id}", ..PLAIN }, PLAIN]
        }
        "json-pointer" => vec![Frame { head: "/", joint: '/', ..PLAIN }],
        "relative-json-pointer" => vec![Frame { head: "0/", joint: '/', ..PLAIN }],
        "regex" => vec![Frame { head: "^", tail: "$", ..PLAIN }, PLAIN],
        _ => Vec::new(),
    }
}

/// The texts of a format, in the first frame that leaves room enough, or in the roomiest one.
pub(super) fn framed(format: &str, spread: Spread, window: Window) -> Vec<Layer> {
    let mut best: Option<(u64, Frame, u64, Window)> = None;
    for frame in frames_of(format) {
        let hosts: &[u64] = if frame.host.is_some() { &HOSTS } else { &[0] };
        for host in hosts {
            let slash = u64::from(frame.host == Some(Side::Head));
            let fixed = (frame.head.len() + frame.tail.len()) as u64 + host + slash;
            let Some(inner) = window.beside(fixed) else { continue };
            let room = inner.longest(inner.min.saturating_add(SPREAD)).min(frame.longest);
            if room < inner.min.max(1) {
                continue;
            }
            if best.as_ref().is_none_or(|(most, ..)| room > *most) {
                best = Some((room, frame, *host, inner));
            }
            if room >= ENOUGH_ROOM {
                return layers(frame, *host, inner.min, room, spread);
            }
        }
    }
    best.map(|(room, frame, host, inner)| layers(frame, host, inner.min, room, spread))
        .unwrap_or_default()
}

/// A layer for each kind of code that the room leaves.
fn layers(frame: Frame, host: u64, least: u64, room: u64, spread: Spread) -> Vec<Layer> {
    let fits = |width: u64| width >= least || room >= width + 2;
    Code::all(spread, room)
        .into_iter()
        .filter(|(code, _)| matches!(code, Code::Counter(_)) || fits(code.width()))
        .map(|(code, count)| {
            Layer::new(count, move |number, stream, out| {
                let mut slot = [b'0'; MOST_DIGITS];
                let mut written = code.write(number, 0, &mut slot);
                let width = written.len() as u64;
                // A counter without room for a word is filled up with zeros.
                if width < least && room < width + 2 {
                    written = code.write(number, least, &mut slot);
                }
                frame.write(written, host, (least, room), stream, out);
            })
        })
        .collect()
}

impl Frame {
    fn write(
        self,
        code: &str,
        host: u64,
        (least, room): (u64, u64),
        stream: &mut Stream,
        out: &mut String,
    ) {
        out.push_str(self.head);
        if self.host == Some(Side::Head) {
            write_host(stream, host, out);
            out.push('/');
        }
        let width = code.len() as u64;
        // Drawn in any case, so that the host behind it is the same for every length of the code.
        let usual = 3 + stream.below(6);
        if room >= width + 2 {
            let most = room - width - 1;
            let chars = usual.max(least.saturating_sub(width + 1)).min(most);
            let mut words = stream.fork("words");
            match self.words {
                Words::One => write_word(&mut words, chars, out),
                Words::Ascii => draw_ascii_text(&mut words, chars, Some(chars), out),
                Words::Any => draw_text(&mut words, chars, Some(chars), out),
            }
            out.push(self.joint);
        }
        out.push_str(code);
        out.push_str(self.tail);
        if self.host == Some(Side::Tail) {
            write_host(stream, host, out);
        }
    }
}
