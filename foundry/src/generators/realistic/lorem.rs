//! Texts that say nothing, in words that read like a language.

use super::form::pick;
use super::{Draw, Faker};
use crate::seed::Stream;

pub(super) static FAKERS: &[Faker] = &[
    Faker {
        name: "lorem.word",
        about: "single words",
        fields: &["word", "keyword", "tag", "tag name", "topic", "search term"],
        format: None,
        write: |draw, out| out.push_str(pick(draw.locale.tables().lorem, draw.own)),
    },
    Faker {
        name: "lorem.sentence",
        about: "sentences of at most 60 characters",
        fields: &[
            "description",
            "note",
            "comment",
            "remark",
            "summary",
            "message",
            "text",
            "short description",
            "caption",
            "excerpt",
            "annotation",
            "feedback",
            "details",
            "remarks",
            "subtitle",
            "instructions",
            "reason text",
        ],
        format: None,
        write: write_sentence,
    },
    Faker {
        name: "lorem.paragraph",
        about: "three to five sentences",
        fields: &[
            "bio",
            "body",
            "content",
            "biography",
            "long description",
            "about",
            "about me",
            "paragraph",
            "article body",
            "full text",
            "message body",
            "abstract",
            "cover letter",
        ],
        format: None,
        write: write_paragraph,
    },
    Faker {
        name: "lorem.title",
        about: "headings of two to five words",
        fields: &[
            "headline",
            "heading",
            "subject",
            "subject line",
            "email subject",
            "page title",
            "book title",
            "movie title",
        ],
        format: None,
        write: write_title,
    },
];

/// The longest sentence, its stop included.
const SENTENCE_CHARS: usize = 60;

/// The longest title.
const TITLE_CHARS: usize = 40;

/// Appends `count` words with `gap` between them; fewer where they would have more than `most` characters. One at
/// least.
pub(super) fn write_words(
    table: &[&str],
    count: usize,
    most: usize,
    gap: &str,
    stream: &mut Stream,
    out: &mut String,
) {
    let start = out.len();
    out.push_str(pick(table, stream));
    for _ in 1..count {
        let word = pick(table, stream);
        // There are never more characters than bytes.
        if out.len() - start + gap.len() + word.len() > most {
            let chars = |text: &str| text.chars().count();
            if chars(&out[start..]) + chars(gap) + chars(word) > most {
                break;
            }
        }
        out.push_str(gap);
        out.push_str(word);
    }
}

/// Makes the letter at `start` a capital.
fn capitalize(out: &mut String, start: usize) {
    let Some(letter) = out.get(start..).and_then(|text| text.chars().next()) else { return };
    let end = start + letter.len_utf8();
    if let Some(ascii) = out.get_mut(start..end).filter(|_| letter.is_ascii()) {
        ascii.make_ascii_uppercase();
    } else {
        out.replace_range(start..end, &letter.to_uppercase().collect::<String>());
    }
}

fn write_sentence(draw: &mut Draw<'_>, out: &mut String) {
    let tables = draw.locale.tables();
    let (gap, stop) = tables.punctuation;
    let (count, start) = (4 + draw.own.index(6), out.len());
    write_words(tables.lorem, count, SENTENCE_CHARS - 1, gap, draw.own, out);
    capitalize(out, start);
    out.push_str(stop);
}

fn write_paragraph(draw: &mut Draw<'_>, out: &mut String) {
    let gap = draw.locale.tables().punctuation.0;
    let count = 3 + draw.own.index(3);
    for at in 0..count {
        if at > 0 {
            out.push_str(gap);
        }
        write_sentence(draw, out);
    }
}

fn write_title(draw: &mut Draw<'_>, out: &mut String) {
    let tables = draw.locale.tables();
    let (count, start) = (2 + draw.own.index(4), out.len());
    write_words(tables.lorem, count, TITLE_CHARS, tables.punctuation.0, draw.own, out);
    capitalize(out, start);
}
