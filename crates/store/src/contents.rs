//! What a dossier holds, to be read: the same readers outside and inside a transaction.

use crate::search::{self, Hit};
use crate::tables::{
    claims, directory, dossier, drafts, facts, judgements, ledger, office, originals, releases, sources, texts, tombstones,
};
use crate::tally::{self, Tally};
use crate::{DraftRow, Release, StoreError, StoredClaim, Tombstone};
use dossier_model::{ClaimId, Digest, Entry, Fact, Judgement, Mark, Source, SourceId};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The readers of a dossier. [`crate::Store`] and [`crate::Tx`] deref to it; outside a transaction each call sees what
/// was last committed.
#[derive(Debug)]
pub struct Contents {
    pub(crate) conn: Connection,
    pub(crate) path: PathBuf,
}

impl Contents {
    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The dossier's title.
    pub fn title(&self) -> Result<String, StoreError> {
        self.at(dossier::title(&self.conn))
    }

    /// All sources that were not purged, as they were imported: judgements on their metadata are not applied.
    pub fn sources(&self) -> Result<Vec<Source>, StoreError> {
        self.at(sources::all(&self.conn))
    }

    /// One source, as it was imported.
    pub fn source(&self, id: SourceId) -> Result<Source, StoreError> {
        self.found(sources::one(&self.conn, id), "source", id)
    }

    /// The readable text of a source.
    pub fn text(&self, id: SourceId) -> Result<String, StoreError> {
        self.found(texts::text(&self.conn, id), "source", id)
    }

    /// The readable texts of some sources.
    pub fn texts(&self, ids: &[SourceId]) -> Result<BTreeMap<SourceId, String>, StoreError> {
        ids.iter().map(|id| Ok((*id, self.text(*id)?))).collect()
    }

    /// By what near copies of texts are recognised, of those that were imported with it.
    pub fn sketches(&self) -> Result<BTreeMap<SourceId, String>, StoreError> {
        self.at(texts::sketches(&self.conn))
    }

    /// The structure of a source's readable text.
    pub fn marks(&self, id: SourceId) -> Result<Vec<Mark>, StoreError> {
        self.found(texts::marks(&self.conn, id), "source", id)
    }

    /// Original bytes.
    pub fn original(&self, digest: &Digest) -> Result<Vec<u8>, StoreError> {
        self.found(originals::bytes(&self.conn, digest), "original", digest)
    }

    /// The source that was first imported from the original with this digest.
    pub fn find_original(&self, digest: &Digest) -> Result<Option<SourceId>, StoreError> {
        self.at(sources::of_original(&self.conn, digest))
    }

    /// All claims, as they were proposed: their state follows from the judgements.
    pub fn claims(&self) -> Result<Vec<StoredClaim>, StoreError> {
        self.at(claims::all(&self.conn))
    }

    /// The claims of one source, as they were proposed.
    pub fn claims_of(&self, source: SourceId) -> Result<Vec<StoredClaim>, StoreError> {
        self.at(claims::of_source(&self.conn, source))
    }

    /// How many claims were proposed of each source that has any.
    pub fn claim_counts(&self) -> Result<BTreeMap<SourceId, u32>, StoreError> {
        self.at(claims::counts(&self.conn))
    }

    /// All facts.
    pub fn facts(&self) -> Result<Vec<Fact>, StoreError> {
        self.at(facts::all(&self.conn))
    }

    /// All judgements, revoked ones included.
    pub fn judgements(&self) -> Result<Vec<Judgement>, StoreError> {
        self.at(judgements::all(&self.conn))
    }

    /// The latest version of a draft, with its number.
    pub fn draft(&self, name: &str) -> Result<Option<(u32, String)>, StoreError> {
        self.at(drafts::latest(&self.conn, name))
    }

    /// One version of a draft.
    pub fn draft_version(&self, name: &str, version: u32) -> Result<Option<String>, StoreError> {
        self.at(drafts::version(&self.conn, name, version))
    }

    /// The drafts by name, each with its latest version.
    pub fn drafts(&self) -> Result<Vec<DraftRow>, StoreError> {
        self.at(drafts::all(&self.conn))
    }

    /// The office that sends, as JSON, where one was given.
    pub fn office(&self) -> Result<Option<String>, StoreError> {
        self.at(office::latest(&self.conn))
    }

    /// The office as it was before its version `version` (the ledger's row number), where there was one.
    pub fn office_before(&self, version: u32) -> Result<Option<String>, StoreError> {
        self.at(office::before(&self.conn, version))
    }

    /// The directory of recipients, as JSON, where a person edited it.
    pub fn directory(&self) -> Result<Option<String>, StoreError> {
        self.at(directory::latest(&self.conn))
    }

    /// The directory as it was before its version `version` (the ledger's row number), where there was one.
    pub fn directory_before(&self, version: u32) -> Result<Option<String>, StoreError> {
        self.at(directory::before(&self.conn, version))
    }

    /// What left the dossier.
    pub fn releases(&self) -> Result<Vec<Release>, StoreError> {
        self.at(releases::all(&self.conn))
    }

    /// What remains of purged sources.
    pub fn tombstones(&self) -> Result<Vec<Tombstone>, StoreError> {
        self.at(tombstones::all(&self.conn))
    }

    /// The whole ledger.
    pub fn ledger(&self) -> Result<Vec<Entry>, StoreError> {
        self.at(ledger::all(&self.conn))
    }

    /// The number of the latest entry: what changed since a reader last looked shows in it.
    pub fn head_number(&self) -> Result<u32, StoreError> {
        self.at(ledger::head_number(&self.conn))
    }

    /// The number and the words of every act that changed content, the latest first: what the ledger tells without the digests of
    /// what was written.
    pub fn acts(&self) -> Result<Vec<(u32, String)>, StoreError> {
        self.at(ledger::acts(&self.conn))
    }

    /// One entry of the ledger.
    pub fn ledger_entry(&self, n: u32) -> Result<Entry, StoreError> {
        self.found(ledger::one(&self.conn, n), "act", n)
    }

    /// The latest entry of the ledger.
    pub fn head(&self) -> Result<Entry, StoreError> {
        self.entry(ledger::head(&self.conn))
    }

    /// The latest entry that changed content: what printed outputs stop at.
    pub fn content_head(&self) -> Result<Entry, StoreError> {
        self.entry(ledger::content_head(&self.conn))
    }

    /// The sources whose text has all of `words`, the best match first. Words between double quotes are looked for as a
    /// phrase; nothing that is typed is an error.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        self.at(search::find(&self.conn, words, limit))
    }

    /// How many sources, claims and judgements there are: what was added or removed shows in it.
    pub fn tally(&self) -> Result<Tally, StoreError> {
        self.at(tally::of(&self.conn))
    }

    /// The ids of all claims.
    pub fn claim_ids(&self) -> Result<BTreeSet<ClaimId>, StoreError> {
        self.at(claims::ids(&self.conn))
    }

    /// The claims with ids above `id`, as they were proposed.
    pub fn claims_after(&self, id: ClaimId) -> Result<Vec<StoredClaim>, StoreError> {
        self.at(claims::after(&self.conn, id))
    }

    /// The sources whose text may have `phrase`: those that have its words in a row, whatever stands between them.
    pub fn sources_with(&self, phrase: &str) -> Result<Vec<SourceId>, StoreError> {
        self.at(search::sources_with(&self.conn, phrase))
    }

    /// An outcome whose errors name this file.
    pub(crate) fn at<T>(&self, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        outcome.map_err(|error| error.at(&self.path))
    }

    fn found<T>(
        &self,
        outcome: Result<Option<T>, StoreError>,
        what: &'static str,
        id: impl std::fmt::Display,
    ) -> Result<T, StoreError> {
        self.at(outcome)?.ok_or_else(|| StoreError::NoSuch { what, id: id.to_string() })
    }

    fn entry(&self, outcome: Result<Option<Entry>, StoreError>) -> Result<Entry, StoreError> {
        self.at(outcome)?.ok_or_else(|| StoreError::Damaged { path: self.path.clone(), detail: "its ledger is empty".into() })
    }
}
