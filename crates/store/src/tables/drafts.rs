//! Drafts: documents being written, each version a row of its own. What the JSON means is the business of `documents`.

use crate::StoreError;
use rusqlite::{Connection, OptionalExtension as _, params};

pub(crate) const VERSION_1: &str = "
CREATE TABLE drafts (
    n INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, version INTEGER NOT NULL, kind TEXT NOT NULL,
    recipient TEXT NOT NULL, made_at TEXT NOT NULL, content TEXT NOT NULL, UNIQUE (name, version)
) STRICT;
CREATE TRIGGER drafts_keep BEFORE UPDATE ON drafts WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN SELECT RAISE(ABORT, 'a version of a draft is never changed: write another'); END;
CREATE TRIGGER drafts_stay BEFORE DELETE ON drafts BEGIN SELECT RAISE(ABORT, 'a version of a draft is never deleted'); END;
";

/// The latest version of a draft, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// Its name in the dossier.
    pub name: String,
    /// Letter, briefing or memo.
    pub kind: String,
    /// To whom.
    pub recipient: String,
    /// The number of its latest version, from 1.
    pub version: u32,
    /// When that version was made.
    pub made_at: String,
}

pub(crate) fn insert(
    conn: &Connection,
    name: &str,
    kind: &str,
    recipient: &str,
    content: &str,
    at: &str,
) -> Result<u32, StoreError> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO drafts (name, version, kind, recipient, made_at, content)
         VALUES (?1, (SELECT 1 + coalesce(max(version), 0) FROM drafts WHERE name = ?1), ?2, ?3, ?4, ?5) RETURNING version",
    )?;
    Ok(statement.query_row(params![name, kind, recipient, at, content], |row| row.get(0))?)
}

/// The latest version of a draft.
pub(crate) fn latest(conn: &Connection, name: &str) -> Result<Option<(u32, String)>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT version, content FROM drafts WHERE name = ?1 ORDER BY version DESC LIMIT 1")?;
    Ok(statement.query_row([name], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// One version of a draft.
pub(crate) fn version(conn: &Connection, name: &str, version: u32) -> Result<Option<String>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT content FROM drafts WHERE name = ?1 AND version = ?2")?;
    Ok(statement.query_row(params![name, version], |row| row.get(0)).optional()?)
}

pub(crate) fn all(conn: &Connection) -> Result<Vec<DraftRow>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT name, kind, recipient, version, made_at FROM drafts AS draft
         WHERE version = (SELECT max(version) FROM drafts WHERE name = draft.name) ORDER BY name",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(DraftRow { name: row.get(0)?, kind: row.get(1)?, recipient: row.get(2)?, version: row.get(3)?, made_at: row.get(4)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every version of every draft, by its row number: only a purge looks at them all.
pub(crate) fn contents(conn: &Connection) -> Result<Vec<(i64, String)>, StoreError> {
    let mut statement = conn.prepare("SELECT n, content FROM drafts ORDER BY n")?;
    Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// Replaces the text of one version, which the trigger allows during a purge only.
pub(crate) fn redact(conn: &Connection, n: i64, content: &str) -> Result<(), StoreError> {
    conn.execute("UPDATE drafts SET content = ?2 WHERE n = ?1", params![n, content])?;
    Ok(())
}
