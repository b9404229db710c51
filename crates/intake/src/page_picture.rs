//! A page of a PDF as a picture, so that a quote can be compared with what the page shows.
//!
//! The library that draws may panic, hang or use much memory on a file that was made to do so: call it in a worker only, with a time limit.
//! Nothing is fetched: letters of fonts that the file names and does not carry are drawn with the program's own, and the picture says so.

mod fonts;
mod words;

use crate::document::issue;
use crate::format::{self, Format};
use dossier_model::Issue;
use fonts::Remarks;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use serde::{Deserialize, Serialize};
pub use words::PlacedWord;

/// The narrowest picture, in pixels: less is no page.
pub const LEAST_WIDTH: u32 = 16;
/// The widest picture, in pixels: a broad screen, or a page of A4 at 480 dots an inch.
pub const MOST_WIDTH: u32 = 4096;
/// The highest picture, in pixels: what browsers show of one picture.
const MOST_HEIGHT: f64 = 16_384.0;
/// The most pixels of a picture, four bytes each: a page of A4 at [`MOST_WIDTH`] has 24 million. Drawing needs a few such pictures at once.
const MOST_PIXELS: f64 = 32_000_000.0;

/// A page as it looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The picture, as PNG.
    #[serde(skip)]
    pub png: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// How many pages the document has.
    pub pages: u32,
    /// Its words as they are read, with their places.
    pub words: Vec<PlacedWord>,
    /// What of the page the picture does not show as the page has it.
    pub issues: Vec<Issue>,
}

/// Draws page number `page`, from 1, of the PDF named `file` (named in messages only), `width` pixels wide; less where it would be too large.
///
/// # Errors
/// `not-a-pdf`, `encrypted`, `damaged`, `no-such-page`, `too-large`.
pub fn page_picture(file: &str, bytes: &[u8], page: u32, width: u32) -> Result<Picture, Issue> {
    if bytes.len() > crate::MAX_BYTES || !matches!(format::of(bytes), Format::Pdf) {
        return Err(issue(
            "not-a-pdf",
            format!("{file} is no PDF and has no pages to show. Open it in the program that made it."),
        ));
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|why| not_opened(file, why))?;
    let pages = u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX);
    let at = page.checked_sub(1).and_then(|at| usize::try_from(at).ok());
    let (at, drawn) = at.and_then(|at| Some((at, pdf.pages().get(at)?))).ok_or_else(|| {
        let message = format!("{file} has no page {page}: its pages are numbered from 1 to {pages}. Choose one of them.");
        issue("no-such-page", message)
    })?;
    let (page_width, page_height) = drawn.render_dimensions();
    let size = size(f64::from(page_width), f64::from(page_height), width)
        .ok_or_else(|| damaged(file, &format!("page {page} has no size that can be shown")))?;
    let remarks = Remarks::default();
    let settings = InterpreterSettings {
        font_resolver: remarks.fonts(),
        cmap_resolver: remarks.character_maps(),
        warning_sink: remarks.warnings(),
        render_annotations: true,
    };
    let scales = RenderSettings {
        x_scale: f32::from(size.0) / page_width,
        y_scale: f32::from(size.1) / page_height,
        width: Some(size.0),
        height: Some(size.1),
        bg_color: WHITE,
    };
    let pixels = render(drawn, &RenderCache::new(), &settings, &scales);
    let png = pixels.into_png().map_err(|why| damaged(file, &format!("page {page} gives no picture: {why}")))?;
    let issues = remarks.issues(file, page);
    let words = words::words(bytes, drawn, at);
    Ok(Picture { png, width: size.0.into(), height: size.1.into(), pages, words, issues })
}

/// Width and height in pixels of a page of this size, `width` wide where that is not too large.
fn size(page_width: f64, page_height: f64, width: u32) -> Option<(u16, u16)> {
    let wide = f64::from(width.clamp(LEAST_WIDTH, MOST_WIDTH));
    let ratio = page_height / page_width;
    if !ratio.is_finite() || ratio <= 0.0 {
        return None;
    }
    let wide = wide.min(MOST_HEIGHT / ratio).min((MOST_PIXELS / ratio).sqrt());
    Some((whole(wide), whole(wide * ratio)))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is held between its bounds first")]
fn whole(pixels: f64) -> u16 {
    pixels.floor().clamp(1.0, MOST_HEIGHT) as u16
}

fn not_opened(file: &str, why: LoadPdfError) -> Issue {
    match why {
        LoadPdfError::Invalid => damaged(file, "its pages cannot be found"),
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            let message =
                format!("{file} is locked with a password. Open it with the password, print it to a new PDF, and import that.");
            issue("encrypted", message)
        }
        LoadPdfError::Decryption(
            DecryptionError::MissingIDEntry | DecryptionError::InvalidEncryption | DecryptionError::UnsupportedAlgorithm,
        ) => {
            let message = format!(
                "{file} is encrypted in a way that is not known here. Open it in a viewer, print it to a new PDF, and import that."
            );
            issue("encrypted", message)
        }
    }
}

fn damaged(file: &str, why: &str) -> Issue {
    let message =
        format!("{file} is damaged and cannot be shown ({why}). Open it in a viewer, print it to a new PDF, and import that.");
    issue("damaged", message)
}

#[cfg(test)]
mod tests;
