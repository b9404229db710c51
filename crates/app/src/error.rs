//! What can stop a use case, in the four classes that callers branch on.

use crate::claim_draft::{DraftFault, told};
use dossier_documents::DocumentsError;
use dossier_packs::PacksError;
use dossier_store::StoreError;
use std::path::{Path, PathBuf};

/// Why a use case stopped. Every message says what failed, on what, and what to do next.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The dossier file itself.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file that was to be read.
    #[error("{path} cannot be read: {why}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What happened and what to do.
        why: String,
    },
    /// A file that was to be written.
    #[error("{path} cannot be written: {why}")]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What happened and what to do.
        why: String,
    },
    /// An id, name or value that does not fit.
    #[error("{0}")]
    Usage(String),
    /// A claim that a person or a tool wrote does not hold.
    #[error("{}{}", at.map_or_else(String::new, |at| format!("claim {at}: ")), told(faults))]
    BadClaim {
        /// Which of several, from 1.
        at: Option<usize>,
        /// Everything that does not hold.
        faults: Vec<DraftFault>,
    },
    /// Something the dossier's promise forbids.
    #[error("{0}")]
    Refused(String),
    /// A document could not be made.
    #[error(transparent)]
    Documents(#[from] DocumentsError),
    /// A pack could not be made or read.
    #[error(transparent)]
    Packs(#[from] PacksError),
    /// Something that should not happen, said plainly.
    #[error("{0}; this is a fault of Dossier: please report it with the command that was run")]
    Internal(String),
}

/// The classes that a caller branches on; the command line's exit status and the window's codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorClass {
    /// Refused: findings, a failed check.
    Refused,
    /// The call does not fit.
    Usage,
    /// An input or output file.
    Input,
    /// The dossier is damaged, newer, locked, or its disk is full.
    Dossier,
}

impl AppError {
    /// Its class.
    pub fn class(&self) -> ErrorClass {
        match self {
            Self::Refused(_) => ErrorClass::Refused,
            Self::Usage(_) => ErrorClass::Usage,
            Self::Unreadable { .. } | Self::Unwritable { .. } | Self::BadClaim { .. } | Self::Internal(_) => ErrorClass::Input,
            Self::Documents(_) | Self::Packs(_) => ErrorClass::Refused,
            Self::Store(error) => match error {
                StoreError::NotFound { .. } => ErrorClass::Input,
                StoreError::Exists { .. } | StoreError::NoSuch { .. } => ErrorClass::Usage,
                StoreError::NotVerbatim { .. } | StoreError::NotARelease { .. } => ErrorClass::Input,
                _ => ErrorClass::Dossier,
            },
        }
    }

    /// A file that cannot be read, with a next step for the usual reasons.
    pub(crate) fn unreadable(path: &Path, error: &std::io::Error) -> Self {
        Self::Unreadable { path: path.to_owned(), why: say(error, "read") }
    }

    /// A file that cannot be written, with a next step for the usual reasons.
    pub(crate) fn unwritable(path: &Path, error: &std::io::Error) -> Self {
        Self::Unwritable { path: path.to_owned(), why: say(error, "write") }
    }
}

fn say(error: &std::io::Error, verb: &str) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound if verb == "read" => "there is no such file or folder; check the path".to_owned(),
        ErrorKind::NotFound => "its folder does not exist; make the folder or choose another".to_owned(),
        ErrorKind::PermissionDenied => format!("you may not {verb} it; change its permissions or choose another place"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "the disk is full; free some space and run the command again; nothing was changed".to_owned()
        }
        ErrorKind::IsADirectory => "it is a folder; name a file".to_owned(),
        ErrorKind::InvalidData => "it is no text in UTF-8; save it as UTF-8 and try again".to_owned(),
        _ => error.to_string(),
    }
}
