//! A dossier that a window has open: one writer, and readers that go on while it writes.

use crate::trouble::{Answer, Trouble};
use dossier_app::{Actor, AppError, Dossier, ErrorCode, Proof};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many typeset proofs are kept: the one that is shown and the one that is on its way.
const PROOFS: usize = 2;

/// A dossier that a window has open.
pub(crate) struct Open {
    path: PathBuf,
    title: String,
    /// Readers that nobody uses just now; the last one back is the first one out, because it has the case at hand.
    readers: Mutex<Vec<Dossier>>,
    /// `None` where it was opened to be read only, and once it is closed.
    writer: Mutex<Option<Dossier>>,
    read_only: bool,
    proofs: Mutex<Proofs>,
}

/// The latest proofs by their tickets.
#[derive(Default)]
struct Proofs {
    last: u32,
    kept: Vec<(u32, Arc<Proof>)>,
}

impl Open {
    /// Opens the dossier at `path`, to change it or only to read it.
    pub(crate) fn at(path: &Path, read_only: bool) -> Result<Self, AppError> {
        let writer = if read_only { None } else { Some(Dossier::open(path)?) };
        Self::with(path, writer)
    }

    /// The same for one that was just made.
    pub(crate) fn with(path: &Path, writer: Option<Dossier>) -> Result<Self, AppError> {
        let reader = Dossier::look(path)?;
        Ok(Self {
            path: path.to_owned(),
            title: reader.title()?,
            readers: Mutex::new(vec![reader]),
            read_only: writer.is_none(),
            writer: Mutex::new(writer),
            proofs: Mutex::default(),
        })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn title(&self) -> &str {
        &self.title
    }

    pub(crate) fn read_only(&self) -> bool {
        self.read_only
    }

    /// Reads. Several can read at once, and while a change is made.
    pub(crate) fn read<T>(&self, f: impl FnOnce(&Dossier) -> Result<T, AppError>) -> Answer<T> {
        let waiting = held(&self.readers).pop();
        let reader = match waiting {
            Some(reader) => reader,
            None => Dossier::look(&self.path)?,
        };
        let value = f(&reader);
        held(&self.readers).push(reader);
        Ok(value?)
    }

    /// Changes. One at a time.
    pub(crate) fn change<T>(&self, actor: &Actor, f: impl FnOnce(&mut Dossier, &Actor) -> Result<T, AppError>) -> Answer<T> {
        let mut writer = held(&self.writer);
        match writer.as_mut() {
            Some(dossier) => Ok(f(dossier, actor)?),
            None => Err(Trouble {
                code: ErrorCode::ReadOnly,
                message: format!(
                    "{} is open to be read only: close it where it is being changed, then open it here again",
                    self.title
                ),
            }),
        }
    }

    /// Keeps a proof and gives the ticket that its pages are asked for with.
    pub(crate) fn keep_proof(&self, proof: Proof) -> (u32, Arc<Proof>) {
        let proof = Arc::new(proof);
        let mut held = held(&self.proofs);
        held.last += 1;
        let ticket = held.last;
        held.kept.push((ticket, proof.clone()));
        let extra = held.kept.len().saturating_sub(PROOFS);
        held.kept.drain(..extra);
        (ticket, proof)
    }

    /// The proof of a ticket.
    pub(crate) fn proof(&self, ticket: u32) -> Option<Arc<Proof>> {
        held(&self.proofs).kept.iter().find(|(known, _)| *known == ticket).map(|(_, proof)| proof.clone())
    }

    /// Lets go of the file, leaving one file.
    pub(crate) fn close(&self) -> Answer<()> {
        // A reader would keep the log's files beside it.
        held(&self.readers).clear();
        match held(&self.writer).take() {
            Some(dossier) => Ok(dossier.close()?),
            None => Ok(()),
        }
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
