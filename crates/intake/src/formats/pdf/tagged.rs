//! The order that a tagged file gives its runs: a walk through its tree of headings, paragraphs and cells (ISO 32000-1, 14.8.2.3.1).

use pdf_oxide::Error;
use pdf_oxide::document::PdfDocument;
use pdf_oxide::geometry::Rect;
use pdf_oxide::layout::TextSpan;
use pdf_oxide::pipeline::{ReadingOrderContext, TextPipeline};
use pdf_oxide::structure::{McidScope, traverse_structure_tree_all_pages};
use std::collections::BTreeMap;

/// For each page, from 0, its pieces of marked content in order.
#[derive(Debug)]
pub(crate) struct Order(BTreeMap<u32, Vec<(McidScope, u32)>>);

impl Order {
    /// The order that `pdf` gives; none where it is not tagged, or says that its tags may be wrong.
    pub(crate) fn of(pdf: &PdfDocument) -> Option<Self> {
        if pdf.mark_info().unwrap_or_default().suspects {
            return None;
        }
        let tree = pdf.structure_tree().ok()??;
        let pages = traverse_structure_tree_all_pages(&tree).into_iter().map(|(page, pieces)| {
            let place = |scope: Option<McidScope>, page: u32| scope.unwrap_or(McidScope::Page(page));
            (page, pieces.into_iter().filter_map(|piece| Some((place(piece.mcid_scope, piece.page), piece.mcid?))).collect())
        });
        Some(Self(pages.collect()))
    }

    /// The runs of `page` in this order, behind them those that it does not name and those that do not stand upright.
    pub(crate) fn order(&self, pdf: &PdfDocument, page: usize, runs: Vec<TextSpan>) -> Result<Vec<TextSpan>, Error> {
        let (mut runs, turned): (Vec<TextSpan>, Vec<TextSpan>) = runs.into_iter().partition(|run| run.rotation_degrees == 0.0);
        let number = u32::try_from(page).unwrap_or(u32::MAX);
        for run in &mut runs {
            // Asked for a page alone, the library counts it as the first.
            if matches!(run.mcid_scope, Some(McidScope::Page(_))) {
                run.mcid_scope = Some(McidScope::Page(number));
            }
        }
        let (left, foot, right, head) = pdf.get_page_media_box(page).unwrap_or((0.0, 0.0, 612.0, 792.0));
        let mut context = ReadingOrderContext::new()
            .with_page(number)
            .with_bbox(Rect::from_points(left, foot, right, head))
            .with_suspects(false);
        if let Some(pieces) = self.0.get(&number).filter(|pieces| !pieces.is_empty()) {
            context = context.with_mcid_order(pieces.clone());
        }
        let ordered = TextPipeline::new().process(runs, context)?;
        Ok(ordered.into_iter().map(|ordered| ordered.span).chain(turned).collect())
    }
}
