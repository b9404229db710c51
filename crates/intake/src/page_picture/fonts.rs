//! Letters for fonts that a PDF names and does not carry, and what of a page could not be drawn.

use crate::document::issue;
use dossier_model::Issue;
use hayro::hayro_interpret::font::{FontData, FontQuery, StandardFont};
use hayro::hayro_interpret::hayro_cmap::CMapName;
use hayro::hayro_interpret::{CMapResolverFn, FontResolverFn, InterpreterWarning, WarningSinkFn};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What was noticed while a page was drawn.
#[derive(Clone, Default)]
pub(super) struct Remarks(Arc<Mutex<Noticed>>);

#[derive(Default)]
struct Noticed {
    /// The fonts that others stand in for.
    stood_in: BTreeSet<&'static str>,
    /// Whether words were left out for want of letters.
    is_missing_words: bool,
    /// How many pictures of the page could not be drawn.
    pictures: usize,
}

impl Remarks {
    fn noticed(&self) -> MutexGuard<'_, Noticed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives the program's own fonts for those that the standard has every reader know, and for those like them.
    pub(super) fn fonts(&self) -> FontResolverFn {
        let remarks = self.clone();
        Arc::new(move |asked| {
            let font = match asked {
                FontQuery::Standard(font) => *font,
                // Letters of Latin fonts in the place of Chinese, Japanese and Korean signs would be wrong ones.
                FontQuery::Fallback(like) if like.character_collection.is_some() => {
                    remarks.noticed().is_missing_words = true;
                    return None;
                }
                FontQuery::Fallback(like) => like.pick_standard_font(),
            };
            let Some(bytes) = own(font) else {
                remarks.noticed().is_missing_words = true;
                return None;
            };
            remarks.noticed().stood_in.insert(font.postscript_name());
            let data: FontData = Arc::new(bytes);
            Some((data, 0))
        })
    }

    /// Knows none of the tables for Chinese, Japanese and Korean that a file may name instead of carrying them.
    pub(super) fn character_maps(&self) -> CMapResolverFn {
        let remarks = self.clone();
        Arc::new(move |name| {
            // These say what letters mean, not how they look.
            let is_meaning = matches!(
                name,
                CMapName::AdobeCns1Ucs2 | CMapName::AdobeGb1Ucs2 | CMapName::AdobeJapan1Ucs2 | CMapName::AdobeKorea1Ucs2
            );
            if !is_meaning {
                remarks.noticed().is_missing_words = true;
            }
            None
        })
    }

    pub(super) fn warnings(&self) -> WarningSinkFn {
        let remarks = self.clone();
        Arc::new(move |warning| match warning {
            InterpreterWarning::UnsupportedFont => remarks.noticed().is_missing_words = true,
            InterpreterWarning::ImageDecodeFailure => remarks.noticed().pictures += 1,
        })
    }

    /// What a person who looks at the picture should know.
    pub(super) fn issues(&self, file: &str, page: u32) -> Vec<Issue> {
        let noticed = self.noticed();
        let mut issues = Vec::new();
        if !noticed.stood_in.is_empty() {
            let names: Vec<&str> = noticed.stood_in.iter().copied().collect();
            let message = format!(
                "Page {page} of {file} names fonts that it does not carry ({}, or like them). Letters of another shape stand at their places: the \
                 words are the page's, their look is not.",
                names.join(", ")
            );
            issues.push(issue("other-fonts", message));
        }
        if noticed.is_missing_words {
            let message = format!(
                "Page {page} of {file} has words in fonts that it does not carry and that are not known here; they are missing in the picture. \
                 Open the page in a viewer before you say what it shows."
            );
            issues.push(issue("not-drawn", message));
        }
        if noticed.pictures > 0 {
            let message = format!(
                "Page {page} of {file} has {} pictures that could not be drawn. Open the page in a viewer before you say what it shows.",
                noticed.pictures
            );
            issues.push(issue("not-drawn", message));
        }
        issues
    }
}

/// The font of the program's own that is most like one of those that every reader of PDFs knows. Letters are drawn as wide as the file says,
/// so that those of a typewriter stay in their columns.
fn own(font: StandardFont) -> Option<&'static [u8]> {
    const SANS: &[u8] = include_bytes!("../../../../fonts/SourceSans3-Regular.ttf");
    const SANS_BOLD: &[u8] = include_bytes!("../../../../fonts/SourceSans3-Bold.ttf");
    const SANS_ITALIC: &[u8] = include_bytes!("../../../../fonts/SourceSans3-It.ttf");
    const SERIF: &[u8] = include_bytes!("../../../../fonts/SourceSerif4-Regular.ttf");
    const SERIF_BOLD: &[u8] = include_bytes!("../../../../fonts/SourceSerif4-Bold.ttf");
    const SERIF_ITALIC: &[u8] = include_bytes!("../../../../fonts/SourceSerif4-It.ttf");
    Some(match font {
        // It has Greek letters and bullets, which is what the symbol font is used for most.
        StandardFont::Helvetica | StandardFont::Courier | StandardFont::Symbol => SANS,
        StandardFont::HelveticaBold
        | StandardFont::HelveticaBoldOblique
        | StandardFont::CourierBold
        | StandardFont::CourierBoldOblique => SANS_BOLD,
        StandardFont::HelveticaOblique | StandardFont::CourierOblique => SANS_ITALIC,
        StandardFont::TimesRoman => SERIF,
        StandardFont::TimesBold | StandardFont::TimesBoldItalic => SERIF_BOLD,
        StandardFont::TimesItalic => SERIF_ITALIC,
        StandardFont::ZapfDingBats => return None,
    })
}
