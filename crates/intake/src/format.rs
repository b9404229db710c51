//! What the bytes are, by their content and never by the file's name.

use crate::formats::{csv, mail, mailbox, picture, web};
use crate::json;

/// What the bytes are.
pub(crate) enum Format {
    /// Nothing.
    Empty,
    /// Several mails in one file.
    Mailbox,
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
    /// A PDF.
    Pdf,
    /// A Word document.
    Word,
    /// An Excel workbook.
    Workbook,
    /// A PowerPoint presentation.
    Slides,
    /// An OpenDocument text, sheet or presentation.
    OpenDocument,
    /// An RTF document.
    Rtf,
    /// A table as text, its cells parted by this byte.
    Csv(u8),
    /// An old Office file.
    OldOffice,
    /// A format that has no reader yet.
    Unread {
        /// Its media type.
        media_type: &'static str,
        /// What to call it.
        name: &'static str,
        /// What to do with it.
        next: &'static str,
    },
}

/// What to do with an archive of another format than ZIP, and with what has no words.
const UNPACK: &str = "Unpack it, and import what is in it.";
const LEAVE: &str = "It has no words that could be read: leave it out, or keep it beside the dossier.";

/// First bytes, media type, name, what to do. The first that fits counts.
const SIGNATURES: &[(&[u8], &str, &str, &str)] = &[
    (b"RIFF", "application/octet-stream", "sound or video", LEAVE),
    (b"\x1F\x8B", "application/gzip", "a gzip archive", UNPACK),
    (b"7z\xBC\xAF\x27\x1C", "application/x-7z-compressed", "a 7-Zip archive", UNPACK),
    (b"Rar!\x1A\x07", "application/vnd.rar", "a RAR archive", UNPACK),
    (b"\x28\xB5\x2F\xFD", "application/zstd", "a Zstandard archive", UNPACK),
    (b"\xFD7zXZ\0", "application/x-xz", "an xz archive", UNPACK),
    (b"SQLite format 3\0", "application/vnd.sqlite3", "an SQLite database", LEAVE),
    (b"\x7FELF", "application/x-elf", "a program", LEAVE),
    (b"wOF2", "font/woff2", "a font", LEAVE),
    (b"ID3", "audio/mpeg", "a sound recording", LEAVE),
];

/// What `bytes` are.
pub(crate) fn of(bytes: &[u8]) -> Format {
    if bytes.is_empty() {
        return Format::Empty;
    }
    if let Some((media_type, name)) = picture::kind(bytes) {
        return Format::Picture { media_type, name };
    }
    if is_pdf(bytes) {
        return Format::Pdf;
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Format::OldOffice;
    }
    if let Some(&(_, media_type, name, next)) = SIGNATURES.iter().find(|(start, ..)| bytes.starts_with(start)) {
        return Format::Unread { media_type, name, next };
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip_kind(bytes);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Format::Rtf;
    }
    if mailbox::is_mailbox(bytes) {
        return Format::Mailbox;
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
        return Format::Unread { media_type: "application/octet-stream", name: "a binary file (it has NUL bytes)", next: LEAVE };
    }
    csv::delimiter(bytes).map_or(Format::Text, Format::Csv)
}

/// A PDF may have junk before its header, as old viewers allowed: within the first KiB, and at the start of a line so that a text that
/// speaks of the header stays a text.
fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    let at = head.windows(5).position(|window| window == b"%PDF-");
    at.is_some_and(|at| {
        at == 0 || (bytes.contains(&0) && head.get(at - 1).is_some_and(|before| matches!(before, b'\n' | b'\r' | 0 | 0xBF)))
    })
}

/// Office formats are zip archives; the names of their parts tell them apart.
fn zip_kind(bytes: &[u8]) -> Format {
    let Ok(archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else { return Format::Archive };
    let has = |part: &str| archive.file_names_raw().any(|name| name.starts_with(part.as_bytes()));
    if has("[Content_Types].xml") || has("_rels/.rels") {
        if has("word/") {
            return Format::Word;
        }
        if has("xl/") {
            return Format::Workbook;
        }
        if has("ppt/") {
            return Format::Slides;
        }
    }
    if has("META-INF/manifest.xml") && has("content.xml") {
        return Format::OpenDocument;
    }
    Format::Archive
}
