//! A page of a source as it looks: what a quote can be compared with.

mod placed;

use crate::files::write;
use crate::import::{Reader, page_picture};
use crate::list::no_source;
use crate::rows::WrittenRow;
use crate::{AppError, Dossier};
use dossier_intake::Picture;
use dossier_model::{Digest, Mark, SourceId};
pub use placed::PlacedSpan;
use placed::placed;
use std::path::Path;

/// What the pages of a source are drawn from, so that nobody waits for the dossier meanwhile.
pub struct Original {
    file: String,
    bytes: Vec<u8>,
    text: String,
    marks: Vec<Mark>,
}

/// What the pages of `source` are drawn from.
pub fn original(dossier: &Dossier, source: SourceId) -> Result<Original, AppError> {
    let case = dossier.standing()?;
    let row = case.source(source).ok_or_else(|| no_source(source))?;
    let bytes = dossier.store.original(&row.sha256)?;
    Ok(Original { file: row.file.clone(), bytes, text: dossier.store.text(source)?, marks: dossier.store.marks(source)? })
}

/// Draws a page, from 1, of a PDF, `width` pixels wide, and says where on it which characters of the source's text stand.
pub fn draw_page(reader: &Reader, of: &Original, page: u32, width: u32) -> Result<(Picture, Vec<PlacedSpan>), AppError> {
    let picture = page_picture(reader, &of.file, &of.bytes, page, width).map_err(|issue| AppError::Refused(issue.message))?;
    let places = placed(&of.text, &of.marks, page, &picture.words);
    Ok((picture, places))
}

/// Draws a page as a file.
pub fn write_page(
    dossier: &Dossier,
    source: SourceId,
    (page, width): (u32, u32),
    reader: &Reader,
    out: &Path,
) -> Result<WrittenRow, AppError> {
    let (picture, _) = draw_page(reader, &original(dossier, source)?, page, width)?;
    write(out, &picture.png)?;
    let (path, sha256, bytes) = (out.display().to_string(), Digest::of(&picture.png), picture.png.len());
    let remarks = picture.issues.into_iter().map(|issue| issue.message).collect();
    Ok(WrittenRow { path, sha256, bytes, evidence_root: None, remarks })
}
