//! What can go wrong with a dossier file.

use dossier_model::{CanonicalError, QuoteError, SourceId};
use rusqlite::{ErrorCode, ffi};
use std::path::{Path, PathBuf};

/// Why a dossier file could not be made, opened, read or changed. Each message says what to do next.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Nothing lies at the path.
    #[error("there is no file {}; check the path, or make a dossier there with `dossier new`", path.display())]
    NotFound {
        /// The path.
        path: PathBuf,
    },
    /// Something lies at the path already.
    #[error("{} exists already and was left as it is; choose another name", path.display())]
    Exists {
        /// The path.
        path: PathBuf,
    },
    /// The file is no SQLite file, or one of another program.
    #[error(
        "{} is not a dossier, or its beginning was overwritten; choose another file, or restore this one from a backup",
        path.display()
    )]
    NotADossier {
        /// The path.
        path: PathBuf,
    },
    /// A later version of this program wrote the file.
    #[error(
        "{} was written by a newer version of this program (file version {found}, known up to {known}); update the program",
        path.display()
    )]
    Newer {
        /// The path.
        path: PathBuf,
        /// The file's version.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// An earlier version wrote the file, and it was opened for reading only.
    #[error(
        "{} has the older file version {found} (now {known}); open it once for a change, which keeps a copy and brings it up to date",
        path.display()
    )]
    Older {
        /// The path.
        path: PathBuf,
        /// The file's version.
        found: u32,
        /// The version that this program writes.
        known: u32,
    },
    /// The file is a dossier, but its content cannot be relied on.
    #[error(
        "{} is damaged ({detail}); run `dossier verify` on it to see how far, and restore it from a backup",
        path.display()
    )]
    Damaged {
        /// The path.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// A change was cut off in the middle, and only a writer can take it back.
    #[error(
        "a change to {} was cut off; open it once for a change, which takes the cut-off one back, then read it",
        path.display()
    )]
    Unfinished {
        /// The path.
        path: PathBuf,
    },
    /// Somebody else is changing the file.
    #[error(
        "{} is being changed by {holder}; close it there or wait, then try again (reading it works meanwhile)",
        path.display()
    )]
    Locked {
        /// The path.
        path: PathBuf,
        /// Who holds the lock.
        holder: String,
    },
    /// The disk has no room.
    #[error("the disk of {} is full; nothing was changed: make room, then do it again", path.display())]
    Full {
        /// The path.
        path: PathBuf,
    },
    /// What was changed is safe, but part of it still lies beside the file.
    #[error(
        "what was changed in {} is kept, but part of it is still in the file of the same name with -wal at its end ({detail}): \
         keep the two together, make room, and open the dossier once for a change",
        path.display()
    )]
    LogLeft {
        /// The path.
        path: PathBuf,
        /// Why it could not be brought into the one file.
        detail: String,
    },
    /// The file cannot be written.
    #[error("{} can only be read; allow writing to it and its folder, or work on a copy", path.display())]
    ReadOnly {
        /// The path.
        path: PathBuf,
    },
    /// One document is larger than the file format can hold.
    #[error(
        "a document of more than 1 GB does not fit into {}; nothing was changed: split the document and import its parts",
        path.display()
    )]
    TooLarge {
        /// The path.
        path: PathBuf,
    },
    /// The system refused to read or write.
    #[error(
        "{} could not be read or written: {source}; nothing was changed: check the disk and the folder's permissions",
        path.display()
    )]
    Io {
        /// The path.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// An id names nothing in this dossier.
    #[error("this dossier has no {what} {id}; list what it has and use an id from there")]
    NoSuch {
        /// What was asked for.
        what: &'static str,
        /// Its id or name.
        id: String,
    },
    /// A claim's quote does not stand in its source's text.
    #[error("a claim about {of} was refused: {quote}")]
    NotVerbatim {
        /// The source.
        of: SourceId,
        /// What is wrong with the quote.
        quote: QuoteError,
    },
    /// A release wrote more than the record of the release.
    #[error("a release may record only itself, but wrote to {table}; nothing was changed: use an edit for that")]
    NotARelease {
        /// The table that it wrote to.
        table: &'static str,
    },
    /// A value has no canonical JSON.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
    /// SQLite refused for a reason that is none of the others.
    #[error("the dossier's database refused: {0}; nothing was changed: please report this with the message")]
    Sql(#[from] rusqlite::Error),
}

impl StoreError {
    /// The same error with SQLite's code turned into what it means for the file at `path`.
    pub(crate) fn at(self, path: &Path) -> Self {
        let Self::Sql(error) = self else { return self };
        let path = path.to_owned();
        if let Some(detail) = damage(&error) {
            return Self::Damaged { path, detail };
        }
        match &error {
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Locked { path, holder: "another program".into() },
                ErrorCode::DiskFull => Self::Full { path },
                // The index of the write-ahead log could not grow.
                ErrorCode::SystemIoFailure if failure.extended_code == ffi::SQLITE_IOERR_SHMSIZE => Self::Full { path },
                ErrorCode::SystemIoFailure => Self::Io { path, source: std::io::Error::other(error) },
                ErrorCode::NotADatabase => Self::NotADossier { path },
                ErrorCode::ReadOnly
                    if matches!(failure.extended_code, ffi::SQLITE_READONLY_ROLLBACK | ffi::SQLITE_READONLY_RECOVERY) =>
                {
                    Self::Unfinished { path }
                }
                ErrorCode::TooBig => Self::TooLarge { path },
                ErrorCode::ReadOnly => Self::ReadOnly { path },
                ErrorCode::CannotOpen if !path.exists() => Self::NotFound { path },
                ErrorCode::CannotOpen => Self::Io { path, source: std::io::Error::other(error) },
                _ => Self::Sql(error),
            },
            _ => Self::Sql(error),
        }
    }

    /// What is damaged, where SQLite's code says so.
    pub(crate) fn damage(&self) -> Option<String> {
        if let Self::Sql(error) = self { damage(error) } else { None }
    }

    /// A failed file operation on `path`.
    pub(crate) fn io(path: &Path, source: std::io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            std::io::ErrorKind::NotFound => Self::NotFound { path },
            std::io::ErrorKind::AlreadyExists => Self::Exists { path },
            std::io::ErrorKind::StorageFull => Self::Full { path },
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            _ => Self::Io { path, source },
        }
    }
}

fn damage(error: &rusqlite::Error) -> Option<String> {
    let damaged = match error {
        // A value that no act wrote in this form: it is not what the model can read.
        rusqlite::Error::FromSqlConversionFailure(..)
        | rusqlite::Error::InvalidColumnType(..)
        | rusqlite::Error::Utf8Error(..)
        | rusqlite::Error::IntegralValueOutOfRange(..) => true,
        rusqlite::Error::SqliteFailure(failure, _) => failure.code == ErrorCode::DatabaseCorrupt,
        _ => false,
    };
    damaged.then(|| error.to_string())
}
