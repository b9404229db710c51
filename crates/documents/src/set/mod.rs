//! Manuscripts set in lines: PDF, pictures of pages, and Word.
//!
//! The PDF is PDF/UA-1 and PDF/A-2a at once; a document that cannot be both is refused, not weakened. The same manuscript gives
//! the same bytes. Text is printed as it stands and never read as markup. A character that no font of ours has is printed as a
//! box and reported as a [`Remark`]; it never stops a document.

mod clean;
mod desk;
mod fonts;
mod settle;
mod sheet;
mod word;

pub use word::docx;

use crate::{DocumentsError, DraftKind, Figure, Manuscript};
use desk::{Layout, lay_out, typesetting};
use sheet::{Fit, Pictures};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::LazyLock;
use typst::diag::HintedString;
use typst::foundations::Smart;
use typst::utils::Scalar;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

/// How letters and memoranda are set.
const FULL: Fit = Fit { size: 11.0, pictures: Pictures::Full };

/// How briefings are set, from the first choice to the last: what can still be read in a picture goes before larger type.
const BRIEFING: [Fit; 7] = [
    Fit { size: 10.5, pictures: Pictures::Full },
    Fit { size: 10.0, pictures: Pictures::Full },
    Fit { size: 10.5, pictures: Pictures::Most },
    Fit { size: 10.0, pictures: Pictures::Most },
    Fit { size: 10.0, pictures: Pictures::Row },
    Fit { size: 9.75, pictures: Pictures::Row },
    Fit { size: 9.5, pictures: Pictures::Row },
];

/// A document set in pages.
pub struct Typeset {
    document: PagedDocument,
    ident: String,
    remarks: Vec<Remark>,
}

/// Something a person should know about a document that was set all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Characters that no font has; a box stands for each.
    NoGlyph(BTreeSet<char>),
    /// A briefing that does not fit on one page.
    TooLong {
        /// How many pages it takes.
        pages: usize,
    },
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGlyph(characters) => {
                let listed: Vec<String> = characters.iter().take(12).map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
                let more = match characters.len().saturating_sub(12) {
                    0 => String::new(),
                    more => format!(" and {more} more"),
                };
                write!(
                    f,
                    "the print fonts have no form of {}{more}: a box □ stands for each in the PDF; write the words in Latin, Greek or \
                     Cyrillic letters, or publish as Word, which brings fonts of its own",
                    listed.join(", ")
                )
            }
            Self::TooLong { pages } => {
                write!(f, "the briefing takes {pages} pages even in its smallest type: shorten its text to fit one page")
            }
        }
    }
}

/// Sets `manuscript` in pages.
///
/// # Errors
/// When Typst refuses it, as it does a picture that is not SVG.
pub fn typeset(manuscript: &Manuscript) -> Result<Typeset, DocumentsError> {
    let layout = match manuscript.kind {
        DraftKind::Letter => Layout::Letter,
        DraftKind::Memo => Layout::Memo,
        DraftKind::Briefing => Layout::Briefing,
    };
    if layout != Layout::Briefing {
        return settled(layout, sheet::sheet(manuscript, FULL));
    }
    for fit in BRIEFING {
        let set = set(layout, sheet::sheet(manuscript, fit))?;
        if set.pages() <= 1 {
            return Ok(set);
        }
    }
    // What flows over even in the smallest type is set in the size that reads best.
    let mut set = settled(layout, sheet::sheet(manuscript, BRIEFING[0]))?;
    set.remarks.push(Remark::TooLong { pages: set.pages() });
    Ok(set)
}

/// As [`set`], and set again as long as a page can be mended.
fn settled(layout: Layout, mut sheet: sheet::Sheet) -> Result<Typeset, DocumentsError> {
    for _ in 0..settle::ROUNDS {
        let document = lay_out(layout, &sheet.values)?;
        if !settle::mend(&document, &mut sheet.values) {
            break;
        }
    }
    set(layout, sheet)
}

fn set(layout: Layout, sheet: sheet::Sheet) -> Result<Typeset, DocumentsError> {
    let document = lay_out(layout, &sheet.values)?;
    let ident = dossier_model::Digest::of(sheet.values.to_string().as_bytes()).to_string();
    let remarks = if sheet.missing.is_empty() { vec![] } else { vec![Remark::NoGlyph(sheet.missing)] };
    Ok(Typeset { document, ident, remarks })
}

impl Typeset {
    /// How many pages it has.
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// The size of its pages in points, width and height.
    pub fn page_size_pt(&self) -> (f64, f64) {
        self.document.pages().first().map_or((0.0, 0.0), |page| (page.frame.width().to_pt(), page.frame.height().to_pt()))
    }

    /// What a person should know about it.
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// As PDF/UA-1 and PDF/A-2a.
    ///
    /// # Errors
    /// When the document cannot be both.
    pub fn pdf(&self) -> Result<Vec<u8>, DocumentsError> {
        static STANDARDS: LazyLock<Result<PdfStandards, HintedString>> =
            LazyLock::new(|| PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]));
        let standards = match &*STANDARDS {
            Ok(standards) => standards.clone(),
            Err(why) => return Err(DocumentsError::Typesetting { why: why.message().to_string() }),
        };
        let options = PdfOptions {
            ident: Smart::Custom(self.ident.clone()),
            creator: Smart::Custom(Some("Dossier".to_owned())),
            timestamp: None,
            page_ranges: None,
            standards,
            tagged: true,
            pretty: false,
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| typesetting(&errors))
    }

    /// Page `page`, counted from 1, as a PNG of `scale` pixels per point.
    ///
    /// # Errors
    /// When there is no such page or no such scale.
    pub fn png(&self, page: usize, scale: f32) -> Result<Vec<u8>, DocumentsError> {
        if !(0.1..=10.0).contains(&scale) {
            return Err(DocumentsError::Scale(scale));
        }
        let pages = self.document.pages();
        let asked = page.checked_sub(1).and_then(|at| pages.get(at));
        let page: &Page = asked.ok_or(DocumentsError::NoPage { page, pages: pages.len() })?;
        let options = RenderOptions { pixel_per_pt: Scalar::new(f64::from(scale)), render_bleed: false };
        let picture = typst_render::render(page, &options);
        picture.encode_png().map_err(|why| DocumentsError::Typesetting { why: why.to_string() })
    }
}

/// `manuscript` as PDF/UA-1 and PDF/A-2a.
///
/// # Errors
/// As [`typeset`] and [`Typeset::pdf`].
pub fn pdf(manuscript: &Manuscript) -> Result<Vec<u8>, DocumentsError> {
    typeset(manuscript)?.pdf()
}

/// Page `page` of `manuscript`, counted from 1, as a PNG of `scale` pixels per point.
///
/// # Errors
/// As [`typeset`] and [`Typeset::png`].
pub fn png(manuscript: &Manuscript, page: usize, scale: f32) -> Result<Vec<u8>, DocumentsError> {
    typeset(manuscript)?.png(page, scale)
}

/// How many pages `manuscript` takes.
///
/// # Errors
/// As [`typeset`].
pub fn pages(manuscript: &Manuscript) -> Result<usize, DocumentsError> {
    Ok(typeset(manuscript)?.pages())
}

/// A chart alone as PDF/UA-1 and PDF/A-2a, on a page of its own size.
///
/// # Errors
/// When its picture is not SVG.
pub fn figure_pdf(figure: &Figure) -> Result<Vec<u8>, DocumentsError> {
    set(Layout::Figure, sheet::figure(figure, false))?.pdf()
}

/// A chart alone as a PNG of `scale` pixels per point.
///
/// # Errors
/// When its picture is not SVG, or there is no such scale.
pub fn figure_png(figure: &Figure, scale: f32) -> Result<Vec<u8>, DocumentsError> {
    set(Layout::Figure, sheet::figure(figure, false))?.png(1, scale)
}

/// A chart without margin or caption, as a Word file shows it: fine enough to print.
fn word_picture(figure: &Figure) -> Result<Vec<u8>, DocumentsError> {
    set(Layout::Figure, sheet::figure(figure, true))?.png(1, 3.0)
}
