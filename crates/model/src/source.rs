//! Sources: documents with where they come from and how they may be used.

use crate::{Digest, Edtf, Reliability, SourceId};
use serde::{Deserialize, Serialize};

crate::words! {
    /// How a source may be used.
    Handling {
        /// Nobody has looked yet.
        Unreviewed = "unreviewed",
        /// May be shown to anybody.
        Public = "public",
        /// May be shown to the recipient only.
        Confidential = "confidential",
        /// Protected by privilege: never leaves.
        Privileged = "privileged",
    }
}

/// Something that a reader could not do, or that a person should know, about one source.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
pub struct Issue {
    /// A stable code in lower-case words with hyphens: `empty`, `binary`, `bad-encoding`.
    pub code: String,
    /// What happened, to what, and what to do.
    pub message: String,
}

/// How a document was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(default)]
pub struct ReadRecord {
    /// The program and its version: `dossier 0.1.0`.
    pub program: String,
    /// The rules of normalisation that changed something, in lower-case words with hyphens: `line-ends`.
    pub rules: Vec<String>,
    /// What kept the reader from files, network and too much memory: `landlock`, `seccomp`, `memory`. What is missing the system did not
    /// offer.
    pub confined: Vec<String>,
}

/// One imported document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// The name of the file it came from, without its folder.
    pub file: String,
    /// The digest of its original bytes.
    pub sha256: Digest,
    /// Its media type, by content.
    pub media_type: String,
    /// Its title.
    pub title: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When.
    pub published: Option<Edtf>,
    /// When it was last changed, where it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Edtf>,
    /// Where.
    pub url: Option<String>,
    /// The outlet whose text it carries or summarises, where it says so.
    pub syndicated_from: Option<String>,
    /// How it may be used.
    pub handling: Handling,
    /// How reliable a person holds it to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reliability: Option<Reliability>,
    /// The length of its readable text, in code points.
    pub characters: u32,
    /// The digest of its readable text.
    pub text_sha256: Digest,
    /// What a person should know.
    pub issues: Vec<Issue>,
    /// The earlier version that it revises.
    pub revises: Option<SourceId>,
    /// The source that it lies within: the mail of an attachment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<SourceId>,
    /// Where it was imported from: a path, with the place inside an archive behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// How it was read.
    #[serde(default)]
    pub reading: ReadRecord,
    /// When it was imported, RFC 3339 in UTC.
    pub imported_at: String,
    /// By whom.
    pub imported_by: String,
}

impl Source {
    /// What to call it in a sentence: its publisher, else its title, else its file name.
    pub fn name(&self) -> &str {
        self.publisher.as_deref().or(self.title.as_deref()).unwrap_or(&self.file)
    }
}
