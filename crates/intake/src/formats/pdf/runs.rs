//! The runs of characters on a page.
//!
//! The library can order and mend them too, but takes three times as long as to find them: it reads each page twice more, for the running
//! heads of the file and for the place of each sign. So that is ours (`order`, `tagged`, `mend`), and the library is asked only where a page
//! is turned, its lines run from top to bottom, or each sign is to be found on its picture.

use super::tagged::Order;
use super::{Edges, mend, order};
use pdf_oxide::Error;
use pdf_oxide::document::PdfDocument;
use pdf_oxide::extractors::SpanMergingConfig;
use pdf_oxide::layout::TextSpan;

/// How far runs may lie beyond the edge of the page that is shown, in points.
const BEYOND: f32 = 2.0;

/// The runs of a page as they are read: in the order that the file gives where it is `tagged`, else by their places. `edges` is the part
/// of the page that is shown: left, foot, right, head.
pub(crate) fn runs(pdf: &PdfDocument, page: usize, tagged: Option<&Order>, edges: Edges) -> Result<Vec<TextSpan>, Error> {
    if pdf.get_page_rotation(page).unwrap_or(0) == 0 {
        let mut found = pdf.extract_spans_with_config(page, SpanMergingConfig::default())?;
        found.retain(|span| is_shown(span, edges));
        if found.iter().all(|span| span.wmode == 0) && (tagged.is_none() || !are_turned(&found)) {
            mend::points(&mut found);
            mend::initials(&mut found);
            let mut ordered = match tagged {
                Some(tagged) => tagged.order(pdf, page, found)?,
                None => order::order(found),
            };
            mend::accents(&mut ordered);
            return Ok(ordered);
        }
    }
    with_places(pdf, page, tagged.is_some())
}

/// The runs of a page, each with the place of every sign in it.
pub(crate) fn with_places(pdf: &PdfDocument, page: usize, is_tagged: bool) -> Result<Vec<TextSpan>, Error> {
    if is_tagged {
        let ordered = pdf_oxide::pipeline::page_reading_order(pdf, page)?;
        return Ok(ordered.into_iter().map(|ordered| ordered.span).collect());
    }
    Ok(order::order(pdf.extract_spans(page)?))
}

/// Whether more is written on its side than upright.
fn are_turned(spans: &[TextSpan]) -> bool {
    let (mut turned, mut level) = (0, 0);
    for span in spans {
        *(if span.rotation_degrees == 0.0 { &mut level } else { &mut turned }) += span.text.len();
    }
    turned > level
}

fn is_shown(span: &TextSpan, (left, foot, right, head): Edges) -> bool {
    let (x, y) = (span.bbox.x, span.bbox.y);
    x + span.bbox.width > left.min(right) - BEYOND
        && x < left.max(right) + BEYOND
        && y + span.bbox.height > foot.min(head) - BEYOND
        && y < foot.max(head) + BEYOND
}
