//! What an act can write, inside its transaction.

use crate::contents::Contents;
use crate::tables::{claims, directory, drafts, facts, judgements, office, originals, releases, sources, texts};
use crate::{NewSource, Release, StoreError, purge, search};
use dossier_model::{ClaimId, Content, Digest, Fact, JudgementId, JudgementKind, Mark, SourceId, TextIndex};
use std::ops::Deref;

/// A transaction under way: the writers, and by deref the readers, which see what was written so far.
#[derive(Debug)]
pub struct Tx<'a> {
    pub(crate) contents: &'a Contents,
    pub(crate) actor: &'a str,
    pub(crate) at: &'a str,
}

impl Deref for Tx<'_> {
    type Target = Contents;
    fn deref(&self) -> &Contents {
        self.contents
    }
}

impl Tx<'_> {
    /// Stores original bytes, once for each digest.
    pub fn insert_original(&mut self, bytes: &[u8]) -> Result<Digest, StoreError> {
        self.at(originals::insert(&self.conn, bytes))
    }

    /// Adds a source with its readable text, and makes it searchable. Its original must be stored already.
    pub fn insert_source(&mut self, new: &NewSource, text: &str, marks: &[Mark]) -> Result<SourceId, StoreError> {
        self.at((|| {
            let id = sources::insert(&self.conn, new, text, self.at, self.actor).map_err(|error| match error {
                StoreError::Sql(error) if is_dangling(&error) => {
                    StoreError::NoSuch { what: "original", id: new.sha256.to_string() }
                }
                error => error,
            })?;
            texts::insert(&self.conn, id, text, marks, new.sketch.as_deref())?;
            search::add(&self.conn, id, text)?;
            Ok(id)
        })())
    }

    /// Adds claims of one source. One whose quotes are not verbatim in the source's text is refused, and all with it.
    pub fn insert_claims(&mut self, source: SourceId, contents: &[Content], proposer: &str) -> Result<Vec<ClaimId>, StoreError> {
        let text = self.text(source)?;
        let index = TextIndex::new(&text);
        for quote in contents.iter().flat_map(|content| &content.quotes) {
            quote.check(&index).map_err(|quote| StoreError::NotVerbatim { of: source, quote })?;
        }
        self.at(contents.iter().map(|content| claims::insert(&self.conn, source, content, proposer)).collect())
    }

    /// Adds a judgement; who and when are those of the act.
    pub fn insert_judgement(&mut self, kind: JudgementKind, reason: Option<&str>, bulk: bool) -> Result<JudgementId, StoreError> {
        self.at(judgements::insert(&self.conn, &kind, reason, bulk, self.at, self.actor))
    }

    /// Makes `facts` the facts of the dossier, in the place of `earlier`: what [`crate::Contents::facts`] gives, which the caller mostly
    /// has at hand. Rows that differ are written, vanished ones removed, all others left alone.
    pub fn put_facts(&mut self, earlier: &[Fact], facts: &[Fact]) -> Result<(), StoreError> {
        self.at(facts::put(&self.conn, earlier, facts))
    }

    /// Adds a version of a draft and gives its number, from 1.
    pub fn insert_draft_version(&mut self, name: &str, kind: &str, recipient: &str, json: &str) -> Result<u32, StoreError> {
        self.at(drafts::insert(&self.conn, name, kind, recipient, json, self.at))
    }

    /// Sets the office that sends.
    pub fn put_office(&mut self, json: &str) -> Result<(), StoreError> {
        self.at(office::insert(&self.conn, json))
    }

    /// Sets the directory of recipients.
    pub fn put_directory(&mut self, json: &str) -> Result<(), StoreError> {
        self.at(directory::insert(&self.conn, json))
    }

    /// Records that something left the dossier: what it was, its name, the digest of its bytes.
    pub fn record_release(&mut self, what: &str, name: &str, sha256: Digest) -> Result<(), StoreError> {
        let (what, name, at, actor) = (what.to_owned(), name.to_owned(), self.at.to_owned(), self.actor.to_owned());
        self.at(releases::insert(&self.conn, &Release { what, name, sha256, at, actor }))
    }

    /// Removes a source for good: its bytes (unless another source has the same), text, claims, search rows, and its
    /// words in drafts. A tombstone with digest and reason stays. The facts that rested on its claims still stand: put
    /// the facts anew in the same act, and call [`crate::Store::vacuum`] after it, so that no page of the file keeps
    /// the words.
    pub fn purge_source(&mut self, id: SourceId, reason: &str) -> Result<(), StoreError> {
        let source = self.source(id)?;
        self.at(purge::source(&self.conn, &source, reason, self.at, self.actor))
    }
}

/// Whether a row refers to one that is not there.
fn is_dangling(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY)
}
