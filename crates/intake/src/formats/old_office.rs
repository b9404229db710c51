//! Office files of before 2007 (.doc, .xls, .ppt, .msg) and office files locked with a password: both lie in the same kind of container,
//! whose list of streams tells which it is. None is read; each is told with what to do.

use crate::document::Document;

/// A name of a stream, the media type, what it is, and what to do.
const KINDS: &[(&str, &str, &str, &str)] = &[
    (
        "WordDocument",
        "application/msword",
        "an old Word document (.doc)",
        "Open it in Word or LibreOffice, save it as .docx, and import that.",
    ),
    (
        "Workbook",
        "application/vnd.ms-excel",
        "an old Excel workbook (.xls)",
        "Open it in Excel or LibreOffice, save it as .xlsx, and import that.",
    ),
    (
        "Book",
        "application/vnd.ms-excel",
        "an old Excel workbook (.xls)",
        "Open it in Excel or LibreOffice, save it as .xlsx, and import that.",
    ),
    (
        "PowerPoint Document",
        "application/vnd.ms-powerpoint",
        "an old PowerPoint presentation (.ppt)",
        "Open it in PowerPoint or LibreOffice, save it as .pptx or as PDF, and import that.",
    ),
    (
        "__properties_version1.0",
        "application/vnd.ms-outlook",
        "a mail of Outlook (.msg)",
        "Open it in Outlook, save it as .eml or print it to a PDF, and import that.",
    ),
];

/// Tells what kind of old office file it is.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Document {
    if has(bytes, "EncryptedPackage") {
        let message = format!(
            "{file} is an office file locked with a password. Open it with the password, save a copy without, and import that."
        );
        return Document::unread("application/x-ole-storage", "encrypted", message);
    }
    let kind = KINDS.iter().find(|(stream, ..)| has(bytes, stream));
    let (media_type, name, next) = kind.map_or(
        ("application/x-ole-storage", "an old Office file (.doc, .xls, .msg)", "Save it in a present format, and import that."),
        |&(_, media_type, name, next)| (media_type, name, next),
    );
    Document::unread(media_type, "unsupported-format", format!("{file} is {name}, which is not read. {next}"))
}

/// Whether the container has a stream `name`: names stand in 16-bit characters at the start of entries of 128 bytes.
fn has(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.chunks(128).any(|entry| entry.starts_with(&name))
}
