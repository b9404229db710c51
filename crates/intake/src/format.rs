//! What the bytes are, by their content and never by the file's name.

use crate::formats::{mail, picture, web};
use crate::json;

/// What the bytes are.
pub(crate) enum Format {
    /// Nothing.
    Empty,
    /// A mail, or a web page in the form of one.
    Mail,
    /// A web page.
    Web,
    /// Characters that can be read.
    Text,
    /// A STIX bundle.
    Stix,
    /// MISP events.
    Misp,
    /// A ZIP archive that is no document of another format.
    Archive,
    /// A picture.
    Picture {
        /// Its media type.
        media_type: &'static str,
        /// What to call it.
        name: &'static str,
    },
    /// A format that has no reader yet.
    Unread {
        /// Its media type.
        media_type: &'static str,
        /// What to call it.
        name: &'static str,
        /// The code.
        code: &'static str,
    },
}

/// First bytes, media type, name. The first that fits counts.
const SIGNATURES: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "application/pdf", "a PDF"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "application/x-ole-storage", "an old Office document (.doc, .xls, .msg)"),
    (b"RIFF", "application/octet-stream", "sound or video"),
    (b"\x1F\x8B", "application/gzip", "a gzip archive"),
    (b"7z\xBC\xAF\x27\x1C", "application/x-7z-compressed", "a 7-Zip archive"),
    (b"Rar!\x1A\x07", "application/vnd.rar", "a RAR archive"),
    (b"\x28\xB5\x2F\xFD", "application/zstd", "a Zstandard archive"),
    (b"\xFD7zXZ\0", "application/x-xz", "an xz archive"),
    (b"SQLite format 3\0", "application/vnd.sqlite3", "an SQLite database"),
    (b"\x7FELF", "application/x-elf", "a program"),
    (b"wOF2", "font/woff2", "a font"),
    (b"ID3", "audio/mpeg", "a sound recording"),
];

/// What `bytes` are.
pub(crate) fn of(bytes: &[u8]) -> Format {
    if bytes.is_empty() {
        return Format::Empty;
    }
    if let Some((media_type, name)) = picture::kind(bytes) {
        return Format::Picture { media_type, name };
    }
    if let Some(&(_, media_type, name)) = SIGNATURES.iter().find(|(start, ..)| bytes.starts_with(start)) {
        return Format::Unread { media_type, name, code: "binary" };
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        let (media_type, name) = zip_kind(bytes);
        if media_type == "application/zip" {
            return Format::Archive;
        }
        return Format::Unread { media_type, name, code: "binary" };
    }
    if bytes.starts_with(b"{\\rtf") {
        return Format::Unread { media_type: "application/rtf", name: "an RTF document", code: "unsupported-format" };
    }
    if mail::is_mail(bytes) {
        return Format::Mail;
    }
    if web::is_page(bytes) {
        return Format::Web;
    }
    match json::kind(bytes) {
        Some(json::Kind::Bundle) => return Format::Stix,
        Some(json::Kind::Event) => return Format::Misp,
        None => {}
    }
    let marked = encoding_rs::Encoding::for_bom(bytes).is_some();
    if !marked && bytes.contains(&0) {
        return Format::Unread {
            media_type: "application/octet-stream",
            name: "a binary file (it has NUL bytes)",
            code: "binary",
        };
    }
    Format::Text
}

/// Office formats are zip archives; the names of their parts stand in the clear.
fn zip_kind(bytes: &[u8]) -> (&'static str, &'static str) {
    const PARTS: &[(&[u8], &str, &str)] = &[
        (
            b"mimetypeapplication/vnd.oasis.opendocument",
            "application/vnd.oasis.opendocument",
            "an OpenDocument file (.odt, .ods)",
        ),
        (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a Word document"),
        (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "an Excel workbook"),
        (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "a PowerPoint presentation"),
    ];
    let head = &bytes[..bytes.len().min(8192)];
    let holds = |part: &[u8]| head.windows(part.len()).any(|window| window == part);
    let found = PARTS.iter().find(|(part, ..)| holds(part));
    found.map_or(("application/zip", "a zip archive"), |&(_, media_type, name)| (media_type, name))
}
