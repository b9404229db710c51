//! Import: files and folders in, sources and proposed claims out. A pipeline reads several files at once and stores them in the order of
//! their paths, so that the same folder always gives the same ids.
//!
//! What is interrupted is taken up again by importing the same once more: what the dossier has is known by its digest and not read again,
//! and a document is stored with all that lies within it or not at all.

mod desk;
mod eyes;
mod line;
mod proposing;
mod shelve;

pub use desk::Reader;
pub(crate) use desk::page_picture;

use crate::rows::ImportRow;
use crate::{Actor, AppError, Dossier};
use line::{Line, items};
use serde::Serialize;
use shelve::Shelf;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

/// How many documents one transaction stores, and how many bytes of them; the one that goes beyond is the last.
const BATCH: usize = 100;
const BATCH_BYTES: u64 = 64 * 1024 * 1024;

/// What to import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file, or a folder with all that is in it.
    Path(PathBuf),
    /// Bytes that are at hand, with the name they go by: pasted text, the specimen's reports.
    Bytes(String, Vec<u8>),
}

/// How the work is shared out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jobs {
    /// How many files are read at once.
    pub at_once: usize,
    /// Where they are read.
    pub reader: Reader,
}

impl Jobs {
    /// As many as there are processors, read by `reader`.
    pub fn of_this_machine(reader: Reader) -> Self {
        Self { at_once: std::thread::available_parallelism().map_or(2, usize::from), reader }
    }
}

impl From<usize> for Jobs {
    fn from(at_once: usize) -> Self {
        Self { at_once, reader: Reader::Here }
    }
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct Progress {
    /// Files that are done.
    #[specta(type = u32)]
    pub done: usize,
    /// All files.
    #[specta(type = u32)]
    pub of: usize,
}

/// Imports `inputs`. Gives one row for each document seen, known ones and those within others included; one that cannot be read is a row
/// with its issue, and the rest goes on. Once `cancel` is set it reads no more: what was read is stored, and has its rows.
pub fn import(
    dossier: &mut Dossier,
    inputs: &[Input],
    jobs: impl Into<Jobs>,
    actor: &Actor,
    cancel: &AtomicBool,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<ImportRow>, AppError> {
    let items = items(inputs, dossier.path(), cancel);
    let of = items.len();
    let mut shelf = Shelf::of(dossier)?;
    let mut line = Line::new(&jobs.into(), items, shelf.digests(), shelf.columns())?;
    let (mut rows, mut batch, mut done) = (Vec::new(), Vec::new(), 0);
    let (mut count, mut bytes) = (0, 0);
    while let Some(parsed) = line.next(cancel) {
        (count, bytes) = (count + parsed.count(), bytes + parsed.size());
        batch.push(parsed);
        done += 1;
        progress(Progress { done, of });
        if count >= BATCH || bytes >= BATCH_BYTES {
            rows.extend(shelf.put(dossier, std::mem::take(&mut batch), actor)?);
            (count, bytes) = (0, 0);
        }
    }
    if !batch.is_empty() {
        rows.extend(shelf.put(dossier, batch, actor)?);
    }
    Ok(rows)
}

/// Makes this process tesseract for `language`, confined: what a program is that was started to recognise words.
///
/// # Errors
/// Where tesseract is not installed, or cannot be started; else it does not return.
pub fn become_tesseract(language: &str) -> Result<(), AppError> {
    let error = dossier_intake::ocr::become_tesseract(language);
    Err(AppError::Internal(format!("tesseract did not start: {error}")))
}

/// Reads documents for another process until its requests end: what a program is that was started as a worker.
///
/// # Errors
/// Where a pipe breaks.
pub fn serve_as_reader() -> Result<(), AppError> {
    dossier_intake::worker::serve(std::io::stdin().lock(), std::io::stdout().lock())
        .map_err(|error| AppError::Internal(format!("the reader's pipes broke: {error}")))
}
