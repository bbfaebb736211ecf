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

/// `count` words with `gap` between them; fewer where they would have more than `most` characters. One at least.
pub(super) fn draw_words(
    table: &[&str],
    count: usize,
    most: usize,
    gap: &str,
    stream: &mut Stream,
) -> String {
    let mut words = pick(table, stream).to_owned();
    let mut chars = words.chars().count();
    for _ in 1..count {
        let word = pick(table, stream);
        chars += gap.chars().count() + word.chars().count();
        if chars > most {
            break;
        }
        words.push_str(gap);
        words.push_str(word);
    }
    words
}

/// Appends `text` with a capital in front.
fn push_capitalized(text: &str, out: &mut String) {
    let mut letters = text.chars();
    out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    out.push_str(letters.as_str());
}

fn write_sentence(draw: &mut Draw<'_>, out: &mut String) {
    let tables = draw.locale.tables();
    let (gap, stop) = tables.punctuation;
    let count = 4 + draw.own.index(6);
    let words = draw_words(tables.lorem, count, SENTENCE_CHARS - 1, gap, draw.own);
    push_capitalized(&words, out);
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
    let count = 2 + draw.own.index(4);
    let words = draw_words(tables.lorem, count, TITLE_CHARS, tables.punctuation.0, draw.own);
    push_capitalized(&words, out);
}
