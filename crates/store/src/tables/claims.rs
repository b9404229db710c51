//! Claims: what one source says, as canonical JSON. Their state is not stored: it follows from the judgements.

use super::{json, text_of};
use crate::StoreError;
use dossier_model::{ClaimId, Content, SourceId};
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const VERSION_1: &str = "
CREATE TABLE claims (
    id INTEGER PRIMARY KEY AUTOINCREMENT, source INTEGER NOT NULL REFERENCES sources (id), proposer TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE INDEX claims_by_source ON claims (source);
CREATE TRIGGER claims_keep BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'a claim is never changed: propose another'); END;
CREATE TRIGGER claims_stay BEFORE DELETE ON claims WHEN NOT EXISTS (SELECT 1 FROM purging WHERE source = OLD.source)
BEGIN SELECT RAISE(ABORT, 'a claim is never deleted: reject it'); END;
";

/// A claim as it was proposed, before any judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredClaim {
    /// Its id.
    pub id: ClaimId,
    /// The source that says it.
    pub source: SourceId,
    /// What it says.
    pub content: Content,
    /// Who proposed it.
    pub proposer: String,
}

pub(crate) fn insert(conn: &Connection, source: SourceId, content: &Content, proposer: &str) -> Result<ClaimId, StoreError> {
    conn.prepare_cached("INSERT INTO claims (source, proposer, content) VALUES (?1, ?2, ?3)")?.execute(params![
        source.number(),
        proposer,
        text_of(content)?
    ])?;
    let number = conn.last_insert_rowid();
    Ok(ClaimId::new(u32::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, number))?))
}

pub(crate) fn all(conn: &Connection) -> Result<Vec<StoredClaim>, StoreError> {
    read(conn, "SELECT id, source, proposer, content FROM claims ORDER BY id", [])
}

pub(crate) fn counts(conn: &Connection) -> Result<BTreeMap<SourceId, u32>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT source, count(*) FROM claims GROUP BY source")?;
    Ok(statement.query_map([], |row| Ok((SourceId::new(row.get(0)?), row.get(1)?)))?.collect::<Result<_, _>>()?)
}

pub(crate) fn of_source(conn: &Connection, source: SourceId) -> Result<Vec<StoredClaim>, StoreError> {
    read(conn, "SELECT id, source, proposer, content FROM claims WHERE source = ?1 ORDER BY id", [source.number()])
}

pub(crate) fn ids(conn: &Connection) -> Result<BTreeSet<ClaimId>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT id FROM claims")?;
    Ok(statement.query_map([], |row| Ok(ClaimId::new(row.get(0)?)))?.collect::<Result<_, _>>()?)
}

/// The claims with ids above `id`.
pub(crate) fn after(conn: &Connection, id: ClaimId) -> Result<Vec<StoredClaim>, StoreError> {
    read(conn, "SELECT id, source, proposer, content FROM claims WHERE id > ?1 ORDER BY id", [id.number()])
}

fn read(conn: &Connection, sql: &str, given: impl rusqlite::Params) -> Result<Vec<StoredClaim>, StoreError> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(given, |row| {
        Ok(StoredClaim {
            id: ClaimId::new(row.get(0)?),
            source: SourceId::new(row.get(1)?),
            proposer: row.get(2)?,
            content: json(row, 3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
