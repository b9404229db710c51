//! What is said of sources: how an import ended, what a source is, where its words were found.

use dossier_model::{Claim, ClaimState, Digest, Edtf, Handling, Issue, ReadRecord, Reliability, Source, SourceId};
use serde::Serialize;

/// How an import ended for one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ImportState {
    /// It is a source now.
    New,
    /// The same bytes are a source already.
    Known,
    /// It is a source now, a later version of another.
    Revision,
    /// It could not be read; the issues say why.
    Failed,
}

/// One file that an import saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ImportRow {
    /// The file's name.
    pub file: String,
    /// The source it is.
    pub source: Option<SourceId>,
    /// The digest of its bytes; `None` where there are none to read.
    pub sha256: Option<Digest>,
    /// Its media type.
    pub media_type: Option<String>,
    /// The length of its readable text in code points.
    pub characters: u32,
    /// How many claims were proposed.
    #[specta(type = u32)]
    pub claims: usize,
    /// What a person should know.
    pub issues: Vec<Issue>,
    /// How it ended.
    pub state: ImportState,
}

/// One source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SourceRow {
    /// Its id.
    pub id: SourceId,
    /// Its file's name.
    pub file: String,
    /// The digest of its original bytes.
    pub sha256: Digest,
    /// Its media type.
    pub media_type: String,
    /// Its title.
    pub title: Option<String>,
    /// Its authors.
    pub authors: Vec<String>,
    /// Its publisher.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<Edtf>,
    /// When it was last changed.
    pub updated: Option<Edtf>,
    /// Its address.
    pub url: Option<String>,
    /// The outlet whose text it carries.
    pub syndicated_from: Option<String>,
    /// How it may be used.
    pub handling: Handling,
    /// How reliable a person holds it to be, on the Admiralty scale.
    pub reliability: Option<Reliability>,
    /// The length of its readable text in code points.
    pub characters: u32,
    /// What a person should know.
    pub issues: Vec<Issue>,
    /// The earlier version that it revises.
    pub revises: Option<SourceId>,
    /// The source that it lies within: the mail of an attachment.
    pub within: Option<SourceId>,
    /// Where it was imported from.
    pub path: Option<String>,
    /// How it was read: by which program and rules, and what kept the reader from files and network.
    pub reading: ReadRecord,
    /// How many claims it has, of any state.
    #[specta(type = u32)]
    pub claims: usize,
    /// How many of them nobody has judged.
    #[specta(type = u32)]
    pub proposed: usize,
    /// How many are accepted.
    #[specta(type = u32)]
    pub accepted: usize,
    /// How many are rejected.
    #[specta(type = u32)]
    pub rejected: usize,
    /// How many have a person's claims in their place.
    #[specta(type = u32)]
    pub superseded: usize,
    /// When it was imported, RFC 3339 in UTC.
    pub imported_at: String,
    /// By whom.
    pub imported_by: String,
}

impl SourceRow {
    /// The row of a source whose claims are yet to be counted.
    pub(crate) fn new(source: &Source) -> Self {
        let source = source.clone();
        Self {
            id: source.id,
            file: source.file,
            sha256: source.sha256,
            media_type: source.media_type,
            title: source.title,
            authors: source.authors,
            publisher: source.publisher,
            published: source.published,
            updated: source.updated,
            url: source.url,
            syndicated_from: source.syndicated_from,
            handling: source.handling,
            reliability: source.reliability,
            characters: source.characters,
            issues: source.issues,
            revises: source.revises,
            within: source.within,
            path: source.path,
            reading: source.reading,
            claims: 0,
            proposed: 0,
            accepted: 0,
            rejected: 0,
            superseded: 0,
            imported_at: source.imported_at,
            imported_by: source.imported_by,
        }
    }

    /// Counts one of its claims.
    pub(crate) fn count(&mut self, claim: &Claim) {
        self.claims += 1;
        match claim.state {
            ClaimState::Proposed => self.proposed += 1,
            ClaimState::Accepted => self.accepted += 1,
            ClaimState::Rejected => self.rejected += 1,
            ClaimState::Superseded => self.superseded += 1,
        }
    }
}

/// One place where words were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SearchRow {
    /// The source.
    pub source: SourceId,
    /// Its file.
    pub file: String,
    /// The first code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words around it.
    pub snippet: String,
}
