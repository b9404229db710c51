//! What the pages are told when something does not work: a code to branch on and words to show.

use dossier_app::{AppError, ErrorCode};
use serde::Serialize;

/// Why a command did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub(crate) struct Trouble {
    /// What the page branches on.
    pub(crate) code: ErrorCode,
    /// What failed, on what, and what to do next.
    pub(crate) message: String,
}

/// What every command gives.
pub(crate) type Answer<T> = Result<T, Trouble>;

impl Trouble {
    /// Something asked for is not there any more: a window that was closed, a file picked long ago.
    pub(crate) fn gone(message: &str) -> Self {
        Self { code: ErrorCode::Gone, message: message.to_owned() }
    }

    /// Something that should not happen, said plainly.
    pub(crate) fn internal(message: impl std::fmt::Display) -> Self {
        Self::from(AppError::Internal(message.to_string()))
    }
}

impl From<AppError> for Trouble {
    fn from(error: AppError) -> Self {
        Self { code: error.code(), message: error.to_string() }
    }
}
