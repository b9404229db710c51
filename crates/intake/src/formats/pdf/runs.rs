//! The runs of characters on a page.
//!
//! The library can order them and mend what only some pages have, which takes as long as finding them. Their order is ours (`order`), so
//! that it is asked to only where a page needs it.

use super::{Edges, order};
use pdf_oxide::Error;
use pdf_oxide::document::PdfDocument;
use pdf_oxide::extractors::SpanMergingConfig;
use pdf_oxide::layout::TextSpan;

/// How far runs may lie beyond the edge of the page that is shown, in points.
const BEYOND: f32 = 2.0;
/// A single capital that is larger than the runs of its page by this much begins a word set around it.
const INITIAL: f32 = 1.25;

/// The runs of a page as they are read: in the order that the file gives where it is tagged, else by their places. `edges` is the part of
/// the page that is shown: left, foot, right, head.
pub(crate) fn runs(pdf: &PdfDocument, page: usize, tagged: bool, edges: Edges) -> Result<Vec<TextSpan>, Error> {
    if tagged {
        let ordered = pdf_oxide::pipeline::page_reading_order(pdf, page)?;
        return Ok(ordered.into_iter().map(|ordered| ordered.span).collect());
    }
    if pdf.get_page_rotation(page).unwrap_or(0).rem_euclid(360) == 0 {
        let mut found = pdf.extract_spans_with_config(page, SpanMergingConfig::default())?;
        found.retain(|span| is_shown(span, edges));
        if !want_mending(&found) {
            return Ok(order::order(found));
        }
    }
    Ok(order::order(pdf.extract_spans(page)?))
}

fn is_shown(span: &TextSpan, (left, foot, right, head): Edges) -> bool {
    let (x, y) = (span.bbox.x, span.bbox.y);
    x + span.bbox.width > left.min(right) - BEYOND
        && x < left.max(right) + BEYOND
        && y + span.bbox.height > foot.min(head) - BEYOND
        && y < foot.max(head) + BEYOND
}

/// Whether there are accents that stand apart from their letters, initials that stand apart from their words, signs that the fonts of
/// formulas name wrongly, or lines from top to bottom.
fn want_mending(spans: &[TextSpan]) -> bool {
    let mut sizes: Vec<f32> = spans.iter().filter(|span| span.text.len() > 1).map(|span| span.font_size).collect();
    sizes.sort_by(f32::total_cmp);
    let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(f32::MAX);
    let wants = |span: &TextSpan| {
        let mut characters = span.text.chars();
        let (first, second) = (characters.next(), characters.next());
        let is_accent = first.is_some_and(|c| matches!(c, '´' | '`' | '^' | 'ˆ' | '~' | '˜' | '¨' | '¯' | 'ˉ' | '¸' | '˚'));
        let is_initial = second.is_none() && first.is_some_and(char::is_uppercase) && span.font_size > usual * INITIAL;
        (is_accent && second.is_none_or(char::is_alphabetic)) || is_initial || span.text.contains('¬') || span.wmode == 1
    };
    spans.iter().any(wants)
}
