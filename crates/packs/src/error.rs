//! Why a pack could not be made, or not be opened at all. What is wrong *inside* a pack is not an error but a
//! [`Problem`](crate::Problem).

use dossier_model::{CanonicalError, Digest, QuoteError, SourceId};
use std::path::PathBuf;

/// Why a pack could not be made or opened.
#[derive(Debug, thiserror::Error)]
pub enum PacksError {
    /// An exhibit is protected by privilege.
    #[error(
        "exhibit {exhibit} is {source_id} ({name}), which is privileged: take it out of the document, or change its handling, then pack again"
    )]
    Privileged {
        /// Its number.
        exhibit: u32,
        /// Its source.
        source_id: SourceId,
        /// What the source is called.
        name: String,
    },
    /// Two exhibits have one number, or one source.
    #[error("exhibit {exhibit} stands twice in the pack (source {source_id}): number each source once")]
    Twice {
        /// The number.
        exhibit: u32,
        /// The source.
        source_id: SourceId,
    },
    /// Exhibit numbers start at 1.
    #[error("source {0} is exhibit 0: exhibits are numbered from 1")]
    NotNumbered(SourceId),
    /// The bytes of an exhibit are not those that were imported.
    #[error(
        "the {part} of exhibit {exhibit} ({source_id}) has the digest {found}, not {expected}: run `dossier verify` on the dossier"
    )]
    Altered {
        /// Its number.
        exhibit: u32,
        /// Its source.
        source_id: SourceId,
        /// "original" or "readable text".
        part: &'static str,
        /// The digest that the dossier holds.
        expected: Digest,
        /// The digest of what was given.
        found: Digest,
    },
    /// A claim does not quote its source.
    #[error("claim {claim} of source {source_id} does not quote it: {reason}")]
    NotQuoted {
        /// The claim.
        claim: dossier_model::ClaimId,
        /// Its source.
        source_id: SourceId,
        /// What stands there.
        reason: QuoteError,
    },
    /// The evidence changed after its root was taken, so the letter would print another root than the pack has.
    #[error("the evidence has the root {found}, but {expected} was taken for the letter: make both anew")]
    RootDiffers {
        /// The root that was given.
        expected: Digest,
        /// The root of the files.
        found: Digest,
    },
    /// The evidence was gathered from other exhibits.
    #[error("exhibit {exhibit} is not in the evidence as `{path}`: gather the evidence of the same exhibits")]
    NotInEvidence {
        /// Its number.
        exhibit: u32,
        /// Where its bytes should stand.
        path: String,
    },
    /// A document cannot stand in the pack under this name.
    #[error("`{path}` cannot be a document's place in a pack: {why}")]
    BadPath {
        /// The name.
        path: String,
        /// Why not.
        why: &'static str,
    },
    /// A slip sheet could not be drawn.
    #[error("the slip sheet of exhibit {exhibit} could not be drawn: {why}")]
    Slip {
        /// The exhibit.
        exhibit: u32,
        /// What went wrong.
        why: String,
    },
    /// A value has no canonical form.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
    /// The pack could not be written.
    #[error("the pack could not be written: {0}")]
    Write(#[source] std::io::Error),
    /// The pack could not be read.
    #[error("`{path}` could not be read: {source}")]
    Read {
        /// What was to be read.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
}
