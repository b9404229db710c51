//! Read documents to sources of the dossier: which are known, which revise an earlier one, which lie within another.

use super::line::{Outcome, Parsed, Text};
use crate::columns::said_columns;
use crate::dossier::sources_that_count;
use crate::rows::{ImportRow, ImportState};
use crate::{Actor, AppError, Dossier};
use dossier_model::{Column, Digest, Handling, Issue, Judgement, JudgementKind, Source, SourceId};
use dossier_store::{NewSource, Tx};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is already in the dossier, by what an import compares.
pub(super) struct Shelf {
    by_digest: BTreeMap<Digest, Held>,
    by_address: BTreeMap<String, SourceId>,
    standing: BTreeSet<SourceId>,
    judgements: Vec<Judgement>,
    claims: BTreeMap<SourceId, u32>,
}

/// What a row says of a source that the dossier has.
#[derive(Clone)]
struct Held {
    id: SourceId,
    media_type: String,
    characters: u32,
    issues: Vec<Issue>,
}

impl Shelf {
    pub(super) fn of(dossier: &Dossier) -> Result<Self, AppError> {
        let judgements = dossier.store.judgements()?;
        let all = dossier.store.sources()?;
        let standing = sources_that_count(all.clone(), &judgements);
        let held = |source: Source| {
            let Source { id, media_type, characters, issues, .. } = source;
            (source.sha256, Held { id, media_type, characters, issues })
        };
        Ok(Self {
            by_digest: all.into_iter().map(held).collect(),
            by_address: standing.iter().filter_map(|source| Some((address(source)?, source.id))).collect(),
            standing: standing.iter().map(|source| source.id).collect(),
            judgements,
            claims: dossier.store.claim_counts()?,
        })
    }

    /// The originals that the dossier has.
    pub(super) fn digests(&self) -> BTreeSet<Digest> {
        self.by_digest.keys().copied().collect()
    }

    /// The columns of tables that people gave a meaning, the latest first.
    pub(super) fn columns(&self) -> Arc<[Vec<Column>]> {
        said_columns(&self.judgements).into()
    }

    /// Stores a batch in one transaction: a document is there with all that lies within it, or not at all.
    pub(super) fn put(&mut self, dossier: &mut Dossier, batch: Vec<Parsed>, actor: &Actor) -> Result<Vec<ImportRow>, AppError> {
        let mut joining = BTreeSet::new();
        batch.iter().for_each(|parsed| self.joining(parsed, &mut joining));
        let count = joining.len();
        // Where nothing joins nothing is written, and there is no act.
        let act = format!("import {count} {}", if count == 1 { "file" } else { "files" });
        let (rows, _) = dossier.store.edit(actor.name(), &actor.stamp(), &act, |tx| {
            let mut rows = Vec::new();
            for parsed in batch {
                self.put_one(tx, parsed, None, &mut rows)?;
            }
            Ok::<_, AppError>(rows)
        })?;
        Ok(rows)
    }

    /// Which documents of `parsed` the dossier does not have, or had withdrawn.
    fn joining(&self, parsed: &Parsed, found: &mut BTreeSet<Digest>) {
        let (digest, is_new) = match &parsed.outcome {
            Outcome::Read(text) => (Some(text.sha256), is_kept(text)),
            Outcome::Known(digest) => (Some(*digest), false),
            Outcome::Failed(..) => (None, false),
        };
        let joins = |digest: &Digest| self.by_digest.get(digest).map_or(is_new, |held| !self.standing.contains(&held.id));
        found.extend(digest.filter(joins));
        for member in &parsed.members {
            self.joining(member, found);
        }
    }

    fn put_one(
        &mut self,
        tx: &mut Tx<'_>,
        parsed: Parsed,
        within: Option<SourceId>,
        rows: &mut Vec<ImportRow>,
    ) -> Result<(), AppError> {
        let Parsed { file, place, path, outcome, members } = parsed;
        let held = match outcome {
            Outcome::Failed(code, why) => {
                let issues = vec![Issue { code: code.to_owned(), message: why }];
                rows.push(failed(place, None, None, issues));
                within
            }
            Outcome::Known(digest) => {
                rows.push(self.put_known(tx, file, digest)?);
                within
            }
            Outcome::Read(text) if self.by_digest.contains_key(&text.sha256) => {
                rows.push(self.put_known(tx, file, text.sha256)?);
                within
            }
            Outcome::Read(text) if !is_kept(&text) => {
                // What only holds others together is not a source itself; what it could not give is told.
                let Text { sha256, read, .. } = *text;
                if members.is_empty() || !read.issues.is_empty() {
                    rows.push(failed(place, Some(sha256), Some(read.media_type), read.issues));
                }
                within
            }
            Outcome::Read(text) => {
                let row = self.put_new(tx, file, path, *text, within)?;
                let id = row.source;
                rows.push(row);
                id
            }
        };
        for member in members {
            self.put_one(tx, member, held, rows)?;
        }
        Ok(())
    }

    fn put_known(&mut self, tx: &mut Tx<'_>, file: String, digest: Digest) -> Result<ImportRow, AppError> {
        let Some(held) = self.by_digest.get(&digest).cloned() else {
            return Err(AppError::Internal(format!("{file} is known and not there")));
        };
        if self.standing.insert(held.id) {
            bring_back(tx, held.id, &self.judgements)?;
        }
        Ok(ImportRow {
            file,
            source: Some(held.id),
            sha256: Some(digest),
            media_type: Some(held.media_type),
            characters: held.characters,
            claims: self.claims.get(&held.id).map_or(0, |count| *count as usize),
            issues: held.issues,
            state: ImportState::Known,
        })
    }

    fn put_new(
        &mut self,
        tx: &mut Tx<'_>,
        file: String,
        path: Option<String>,
        text: Text,
        within: Option<SourceId>,
    ) -> Result<ImportRow, AppError> {
        let Text { bytes, sha256, read, reading, claims, sketch } = text;
        let characters = u32::try_from(read.text.chars().count()).unwrap_or(u32::MAX);
        tx.insert_original(&bytes)?;
        let mut new = NewSource {
            file: file.clone(),
            sha256,
            media_type: read.media_type.clone(),
            title: read.title,
            authors: read.authors,
            publisher: read.publisher,
            published: read.published,
            updated: read.updated,
            url: read.url,
            syndicated_from: read.syndicated_from,
            handling: Handling::Unreviewed,
            issues: read.issues.clone(),
            revises: None,
            within,
            path,
            reading,
            sketch: Some(sketch),
        };
        let address = new.url.clone().or_else(|| Some(format!("{}\n{}", new.publisher.as_ref()?, new.title.as_ref()?)));
        new.revises = address.as_ref().and_then(|address| self.by_address.get(address)).copied();
        let state = if new.revises.is_some() { ImportState::Revision } else { ImportState::New };
        let id = tx.insert_source(&new, &read.text, &read.marks)?;
        tx.insert_claims(id, &claims, crate::propose::RULES)?;
        self.by_digest.insert(sha256, Held { id, media_type: read.media_type.clone(), characters, issues: read.issues.clone() });
        self.standing.insert(id);
        self.claims.insert(id, u32::try_from(claims.len()).unwrap_or(u32::MAX));
        if let Some(address) = address {
            self.by_address.insert(address, id);
        }
        Ok(ImportRow {
            file,
            source: Some(id),
            sha256: Some(sha256),
            media_type: Some(read.media_type),
            characters,
            claims: claims.len(),
            issues: read.issues,
            state,
        })
    }
}

/// Whether a document is a source: it has words, or it is one to be shown as it is, a picture, pages of pictures, a mail.
fn is_kept(text: &Text) -> bool {
    let media_type = text.read.media_type.as_str();
    let is_shown = media_type.starts_with("image/") || matches!(media_type, "application/pdf" | "message/rfc822");
    !text.read.text.is_empty() || is_shown
}

fn failed(file: String, sha256: Option<Digest>, media_type: Option<String>, issues: Vec<Issue>) -> ImportRow {
    ImportRow { file, source: None, sha256, media_type, characters: 0, claims: 0, issues, state: ImportState::Failed }
}

/// What a later version of the same article shares with the earlier one: its address, else its publisher and title.
fn address(source: &Source) -> Option<String> {
    source.url.clone().or_else(|| Some(format!("{}\n{}", source.publisher.as_ref()?, source.title.as_ref()?)))
}

/// A source that was withdrawn and is imported again counts again.
fn bring_back(tx: &mut Tx<'_>, id: SourceId, judgements: &[Judgement]) -> Result<(), AppError> {
    let withdrawals = Judgement::standing(judgements)
        .into_iter()
        .filter(|judgement| matches!(&judgement.kind, JudgementKind::Withdraw { sources } if sources.contains(&id)))
        .map(|judgement| judgement.id)
        .collect();
    tx.insert_judgement(JudgementKind::Revoke { judgements: withdrawals }, Some("imported again"), false)?;
    Ok(())
}
