//! Pages that are turned, and hold parts that are drawn by themselves (form XObjects, ISO 32000-1, 8.10).
//!
//! The library looks for the words of such a part where they would stand if the page were not turned, and leaves out those that it does not
//! find within the part's edges.

use super::entry;
use pdf_oxide::document::PdfDocument;
use pdf_oxide::object::Object;

/// Whether words of `page` may be missing so.
pub(crate) fn may_lack_words(pdf: &PdfDocument, page: usize) -> bool {
    if pdf.get_page_rotation(page).unwrap_or(0).rem_euclid(360) == 0 {
        return false;
    }
    let parts = pdf.get_page(page).ok().and_then(|page| entry(pdf, &entry(pdf, &page, "Resources")?, "XObject"));
    let Some(parts) = parts.as_ref().and_then(Object::as_dict) else { return false };
    parts.values().filter_map(|part| pdf.resolve_object(part).ok()).any(|part| {
        let is_form = entry(pdf, &part, "Subtype").is_some_and(|kind| kind.as_name() == Some("Form"));
        is_form && entry(pdf, &part, "Resources").is_some_and(|with| entry(pdf, &with, "Font").is_some())
    })
}
