//! Fonts whose signs mean something else than what is read.
//!
//! The library knows what a font of formulas means by its names of signs, where the file has none by the names within the font program. It
//! does not look into programs of one kind (CFF), and reads the standard letter instead: an integral sign shows as "Z". A font that is not
//! in the file has no meaning at all.

use super::entry;
use pdf_oxide::document::PdfDocument;
use pdf_oxide::object::Object;

/// The flag of a font whose signs are not those of the standard alphabet (ISO 32000-1, table 123).
const SYMBOLIC: i64 = 1 << 2;

/// Whether `page` has a font whose signs may be read wrongly.
pub(crate) fn mislead(pdf: &PdfDocument, page: usize) -> bool {
    let fonts = pdf.get_page(page).ok().and_then(|page| entry(pdf, &entry(pdf, &page, "Resources")?, "Font"));
    let Some(fonts) = fonts.as_ref().and_then(Object::as_dict) else { return false };
    fonts.values().any(|font| match pdf.resolve_object(font) {
        Ok(font) => font.as_dict().is_none() || is_unnamed(pdf, &font),
        Err(_) => true,
    })
}

fn is_unnamed(pdf: &PdfDocument, font: &Object) -> bool {
    let has = |of: &Object, key: &str| of.as_dict().is_some_and(|of| of.contains_key(key));
    if has(font, "Encoding") || has(font, "ToUnicode") {
        return false;
    }
    let Some(descriptor) = entry(pdf, font, "FontDescriptor") else { return false };
    let flags = entry(pdf, &descriptor, "Flags").and_then(|flags| flags.as_integer());
    flags.is_some_and(|flags| flags & SYMBOLIC != 0) && has(&descriptor, "FontFile3")
}
