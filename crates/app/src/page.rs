//! A page of a source as it looks: what a quote can be compared with.

use crate::files::write;
use crate::import::{Reader, page_picture};
use crate::list::no_source;
use crate::rows::WrittenRow;
use crate::{AppError, Dossier};
use dossier_intake::Picture;
use dossier_model::{Digest, SourceId};
use std::path::Path;

/// The original of a source: the name of its file, and its bytes.
pub fn original(dossier: &Dossier, source: SourceId) -> Result<(String, Vec<u8>), AppError> {
    let case = dossier.standing()?;
    let row = case.source(source).ok_or_else(|| no_source(source))?;
    Ok((row.file.clone(), dossier.store.original(&row.sha256)?))
}

/// Draws a page, from 1, of a PDF, `width` pixels wide.
pub fn draw_page(reader: &Reader, (file, bytes): &(String, Vec<u8>), page: u32, width: u32) -> Result<Picture, AppError> {
    page_picture(reader, file, bytes, page, width).map_err(|issue| AppError::Refused(issue.message))
}

/// The same as a file.
pub fn write_page(
    dossier: &Dossier,
    source: SourceId,
    (page, width): (u32, u32),
    reader: &Reader,
    out: &Path,
) -> Result<WrittenRow, AppError> {
    let picture = draw_page(reader, &original(dossier, source)?, page, width)?;
    write(out, &picture.png)?;
    let (path, sha256, bytes) = (out.display().to_string(), Digest::of(&picture.png), picture.png.len());
    let remarks = picture.issues.into_iter().map(|issue| issue.message).collect();
    Ok(WrittenRow { path, sha256, bytes, evidence_root: None, remarks })
}
