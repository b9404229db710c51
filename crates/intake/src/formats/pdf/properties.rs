//! What a PDF says of itself: its Info dictionary, and its XMP where that has nothing.

use crate::declared::Declared;
use crate::formats::office::properties::{authors, title};
use pdf_oxide::document::PdfDocument;
use pdf_oxide::extractors::xmp::XmpExtractor;

/// Title, authors and dates. The day the file was made stands in for a date of publication only where the text bears none: a report is
/// mostly made into a PDF when it is put out, but it need not be.
pub(crate) fn read(pdf: &PdfDocument) -> Declared {
    let mut declared = Declared {
        title: entry(pdf, "Title").as_deref().and_then(title),
        authors: entry(pdf, "Author").as_deref().map(authors).unwrap_or_default(),
        created: entry(pdf, "CreationDate").as_deref().and_then(day),
        updated: entry(pdf, "ModDate").as_deref().and_then(day),
        ..Declared::default()
    };
    if let Ok(Some(xmp)) = XmpExtractor::extract(pdf) {
        declared.title = declared.title.or_else(|| xmp.dc_title.as_deref().and_then(title));
        if declared.authors.is_empty() {
            declared.authors = xmp.dc_creator.iter().flat_map(|name| authors(name)).collect();
        }
        declared.created = declared.created.or_else(|| xmp.xmp_create_date.as_deref().and_then(day));
        declared.updated = declared.updated.or_else(|| xmp.xmp_modify_date.as_deref().and_then(day));
    }
    declared
}

fn entry(pdf: &PdfDocument, key: &str) -> Option<String> {
    let info = pdf.resolve_object(pdf.trailer().as_dict()?.get("Info")?).ok()?;
    let value = pdf.resolve_object(info.as_dict()?.get(key)?).ok()?;
    Some(characters(value.as_string()?)).filter(|value| !value.trim().is_empty())
}

/// Strings of a PDF are UTF-16 or UTF-8 where they begin with a byte order mark, else an encoding that is Windows-1252 for all letters of
/// Western Europe.
pub(crate) fn characters(bytes: &[u8]) -> String {
    let (text, ..) = encoding_rs::WINDOWS_1252.decode(bytes);
    text.replace('\0', "")
}

/// The day of `D:20260225113000+01'00'`, or of a date that is ISO already.
fn day(raw: &str) -> Option<String> {
    let raw = raw.trim();
    let digits: String = raw.strip_prefix("D:").unwrap_or(raw).chars().filter(char::is_ascii_digit).take(8).collect();
    match (digits.get(..4), digits.get(4..6), digits.get(6..8)) {
        (Some(year), Some(month), Some(day)) => Some(format!("{year}-{month}-{day}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_strings_as_a_pdf_writes_them() {
        assert_eq!(day("D:20260225113000+01'00'").as_deref(), Some("2026-02-25"));
        assert_eq!(day("2026-02-25T11:30:00Z").as_deref(), Some("2026-02-25"));
        assert_eq!(day("D:2026"), None);
        assert_eq!(characters(b"\xFE\xFF\0H\0\xE9"), "Hé");
        assert_eq!(characters(b"H\xE9"), "Hé");
    }
}
