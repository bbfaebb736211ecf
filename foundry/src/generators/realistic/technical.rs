//! What computers write for people: files, versions, languages.

use super::form::{pick, write_one_of};
use super::locale::Locale;
use super::{Draw, Faker};
use crate::generators::digits::{push_decimal, push_padded};

pub(super) static FAKERS: &[Faker] = &[
    Faker {
        name: "language.tag",
        about: "language tags (BCP 47), mostly that of the locale",
        fields: &[
            "language",
            "lang",
            "locale",
            "language tag",
            "preferred language",
            "locale name",
            "ui language",
        ],
        format: None,
        write: |draw, out| {
            let locale = draw_locale(draw);
            out.push_str(locale.tables().language);
        },
    },
    Faker {
        name: "language.code",
        about: "codes of languages of two letters (ISO 639), mostly that of the locale",
        fields: &["language code", "lang code", "iso language", "language iso code"],
        format: None,
        write: |draw, out| {
            let tag = draw_locale(draw).tables().language;
            out.push_str(tag.get(..2).unwrap_or(tag));
        },
    },
    Faker {
        name: "file.name",
        about: "names of files",
        fields: &[
            "file name",
            "original file name",
            "attachment",
            "attachment name",
            "document name",
            "upload name",
        ],
        format: None,
        write: write_file_name,
    },
    Faker {
        name: "file.path",
        about: "absolute paths of files",
        fields: &[
            "file path",
            "path name",
            "full path",
            "document path",
            "source path",
            "target path",
            "absolute path",
        ],
        format: None,
        write: |draw, out| {
            for _ in 0..=draw.own.below(3) {
                out.push('/');
                out.push_str(pick(FOLDERS, draw.own));
            }
            out.push('/');
            write_file_name(draw, out);
        },
    },
    Faker {
        name: "file.mime_type",
        about: "media types",
        fields: &["mime type", "media type", "content type", "mime"],
        format: None,
        write: |draw, out| out.push_str(pick(MEDIA_TYPES, draw.own)),
    },
    Faker {
        name: "file.extension",
        about: "endings of names of files, without a dot",
        fields: &["file extension", "file ending", "file suffix"],
        format: None,
        write: |draw, out| out.push_str(pick(ENDINGS, draw.own)),
    },
    Faker {
        name: "software.version",
        about: "versions of three numbers",
        fields: &[
            "version",
            "version number",
            "app version",
            "software version",
            "release version",
            "firmware version",
            "semver",
        ],
        format: Some("semver"),
        write: |draw, out| {
            write_one_of(&["0.%.#", "%.#.#", "%.%#.#", "1.%#.%#", "2.#.%#"], draw.own, out);
        },
    },
];

const SUBJECTS: &[&str] = &[
    "agenda",
    "annual-report",
    "backup",
    "balance",
    "budget",
    "contract",
    "cover",
    "customers",
    "draft",
    "drawing",
    "estimate",
    "export",
    "floor-plan",
    "forecast",
    "handbook",
    "import",
    "inventory",
    "invoice",
    "letter",
    "log",
    "manual",
    "meeting-notes",
    "minutes",
    "offer",
    "orders",
    "payroll",
    "photo",
    "plan",
    "portrait",
    "presentation",
    "price-list",
    "profile",
    "protocol",
    "receipt",
    "sales",
    "scan",
    "schedule",
    "screenshot",
    "summary",
    "timetable",
];

const ENDINGS: &[&str] = &[
    "csv", "docx", "gif", "html", "jpg", "json", "log", "md", "mp3", "mp4", "odt", "pdf", "png",
    "svg", "txt", "xlsx", "xml", "zip",
];

const FOLDERS: &[&str] = &[
    "archive",
    "attachments",
    "backup",
    "data",
    "documents",
    "exports",
    "files",
    "home",
    "imports",
    "media",
    "projects",
    "public",
    "reports",
    "shared",
    "srv",
    "storage",
    "tmp",
    "uploads",
    "var",
    "work",
];

const MEDIA_TYPES: &[&str] = &[
    "application/json",
    "application/octet-stream",
    "application/pdf",
    "application/xml",
    "application/zip",
    "audio/mpeg",
    "audio/ogg",
    "font/woff2",
    "image/gif",
    "image/jpeg",
    "image/png",
    "image/svg+xml",
    "image/webp",
    "text/css",
    "text/csv",
    "text/html",
    "text/markdown",
    "text/plain",
    "video/mp4",
    "video/webm",
];

/// The locale in three of four draws, else any.
fn draw_locale(draw: &mut Draw<'_>) -> Locale {
    if draw.own.chance(0.75) {
        return draw.locale;
    }
    let at = draw.own.index(Locale::all().count());
    Locale::all().nth(at).unwrap_or(draw.locale)
}

fn write_file_name(draw: &mut Draw<'_>, out: &mut String) {
    out.push_str(pick(SUBJECTS, draw.own));
    if draw.own.chance(0.6) {
        let year = 2016 + draw.own.below(20);
        let part = 1 + draw.own.below(12);
        out.push('-');
        push_decimal(year, out);
        out.push('-');
        push_padded::<2>(part, out);
    }
    out.push('.');
    out.push_str(pick(ENDINGS, draw.own));
}
