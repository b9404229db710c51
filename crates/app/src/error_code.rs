//! The closed list of words for what stopped a use case: the window branches on them, never on messages.

use crate::AppError;
use dossier_documents::DocumentsError;
use dossier_packs::PacksError;
use dossier_store::StoreError;
use serde::{Deserialize, Serialize};

/// What stopped a use case, by what a person can do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorCode {
    /// Somebody else is changing the dossier: wait, or open it to read.
    Locked,
    /// The dossier's content cannot be relied on: verify it, restore it from a backup.
    Damaged,
    /// A newer version of the program wrote the dossier: update the program.
    Newer,
    /// The dossier has to be opened once for a change before it can be read: an older version wrote it, or a change to it was cut
    /// off and only a writer can take that back.
    Older,
    /// The file is no dossier: choose another.
    NotADossier,
    /// Nothing lies at the path.
    NotFound,
    /// Something lies at the path already: choose another name.
    Exists,
    /// The file may not be written: open it to read, or work on a copy.
    ReadOnly,
    /// The disk has no room: make some, do it again. What was committed is kept.
    Full,
    /// The dossier's promise forbids it: the message says what has to be mended first.
    Refused,
    /// An id, name or value does not fit what the dossier holds.
    Usage,
    /// A file could not be read or written, or does not hold what was expected of it.
    Input,
    /// What was asked for was there and is no more: a dossier that was closed, a file picked long ago, a page of an older proof.
    Gone,
    /// Something that should not happen.
    Internal,
}

impl AppError {
    /// The word for it.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Store(error) => of_store(error),
            Self::Unreadable { .. } | Self::Unwritable { .. } => ErrorCode::Input,
            Self::Usage(_) | Self::BadClaim { .. } => ErrorCode::Usage,
            Self::Refused(_) => ErrorCode::Refused,
            Self::Documents(error) => of_documents(error),
            Self::Packs(error) => of_packs(error),
            Self::Internal(_) => ErrorCode::Internal,
        }
    }
}

fn of_store(error: &StoreError) -> ErrorCode {
    match error {
        StoreError::NotFound { .. } => ErrorCode::NotFound,
        StoreError::Exists { .. } => ErrorCode::Exists,
        StoreError::NotADossier { .. } => ErrorCode::NotADossier,
        StoreError::Newer { .. } => ErrorCode::Newer,
        // Nothing is lost by a change that was cut off, and the step is the same: open it once for a change.
        StoreError::Older { .. } | StoreError::Unfinished { .. } => ErrorCode::Older,
        StoreError::Damaged { .. } => ErrorCode::Damaged,
        StoreError::Locked { .. } => ErrorCode::Locked,
        // What is left of the log lies beside the file for want of room.
        StoreError::Full { .. } | StoreError::LogLeft { .. } => ErrorCode::Full,
        StoreError::ReadOnly { .. } => ErrorCode::ReadOnly,
        StoreError::NoSuch { .. } => ErrorCode::Usage,
        StoreError::TooLarge { .. } | StoreError::Io { .. } | StoreError::NotVerbatim { .. } => ErrorCode::Input,
        StoreError::NotARelease { .. } | StoreError::Canonical(_) | StoreError::Sql(_) => ErrorCode::Internal,
    }
}

fn of_documents(error: &DocumentsError) -> ErrorCode {
    match error {
        DocumentsError::NoFacts
        | DocumentsError::NoFact { .. }
        | DocumentsError::NotThere { .. }
        | DocumentsError::NoFigure(_) => ErrorCode::Refused,
        DocumentsError::UnknownRecipient { .. }
        | DocumentsError::UnknownMeasure { .. }
        | DocumentsError::NoPage { .. }
        | DocumentsError::Scale(_) => ErrorCode::Usage,
        DocumentsError::NotADraft { .. } | DocumentsError::EmptyDraft => ErrorCode::Input,
        DocumentsError::Typesetting { .. } | DocumentsError::Word { .. } => ErrorCode::Internal,
    }
}

fn of_packs(error: &PacksError) -> ErrorCode {
    match error {
        PacksError::Privileged { .. } => ErrorCode::Refused,
        // The dossier's bytes are not those that were imported.
        PacksError::Altered { .. } | PacksError::NotQuoted { .. } => ErrorCode::Damaged,
        PacksError::Write(_) | PacksError::Read { .. } => ErrorCode::Input,
        PacksError::Twice { .. }
        | PacksError::NotNumbered(_)
        | PacksError::RootDiffers { .. }
        | PacksError::NotInEvidence { .. }
        | PacksError::BadPath { .. }
        | PacksError::Slip { .. }
        | PacksError::Canonical(_) => ErrorCode::Internal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn a_code_says_what_a_person_can_do() {
        let path = || PathBuf::from("case.dossier");
        for (error, code) in [
            (StoreError::Locked { path: path(), holder: "dossier".into() }, "locked"),
            (StoreError::Unfinished { path: path() }, "older"),
            (StoreError::LogLeft { path: path(), detail: "the disk is full".into() }, "full"),
            (StoreError::NotADossier { path: path() }, "not-a-dossier"),
            (StoreError::NoSuch { what: "source", id: "S9".into() }, "usage"),
        ] {
            let said = serde_json::to_value(AppError::from(error).code()).unwrap();
            assert_eq!(said, code);
        }
    }
}
