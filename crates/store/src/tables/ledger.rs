//! The ledger: who did what when, sealed entry over entry.

use super::{json, parsed, text_of};
use crate::StoreError;
use dossier_model::Entry;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

pub(crate) const VERSION_1: &str = "
CREATE TABLE ledger (
    n INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, act TEXT NOT NULL,
    content INTEGER NOT NULL CHECK (content IN (0, 1)), rows TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER ledger_keep BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER ledger_stay BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is never shortened'); END;
";

const COLUMNS: &str = "n, at, actor, act, content, rows, previous, hash";

pub(crate) fn append(conn: &Connection, entry: &Entry) -> Result<(), StoreError> {
    let Entry { n, at, actor, act, content, rows, previous, hash } = entry;
    conn.prepare_cached(&format!("INSERT INTO ledger ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"))?.execute(params![
        n,
        at,
        actor,
        act,
        content,
        text_of(rows)?,
        previous.to_string(),
        hash.to_string()
    ])?;
    Ok(())
}

pub(crate) fn all(conn: &Connection) -> Result<Vec<Entry>, StoreError> {
    let mut statement = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM ledger ORDER BY n"))?;
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}

/// The number of the latest entry; 0 only while a dossier is being made.
pub(crate) fn head_number(conn: &Connection) -> Result<u32, StoreError> {
    let mut statement = conn.prepare_cached("SELECT coalesce(max(n), 0) FROM ledger")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// The acts that changed content, the latest first, without the digests of what they wrote.
pub(crate) fn acts(conn: &Connection) -> Result<Vec<(u32, String)>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT n, act FROM ledger WHERE content = 1 ORDER BY n DESC")?;
    Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// The entry with this number.
pub(crate) fn one(conn: &Connection, n: u32) -> Result<Option<Entry>, StoreError> {
    let mut statement = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM ledger WHERE n = ?1"))?;
    Ok(statement.query_row([n], read).optional()?)
}

/// The latest entry; none only while a dossier is being made.
pub(crate) fn head(conn: &Connection) -> Result<Option<Entry>, StoreError> {
    let mut statement = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM ledger ORDER BY n DESC LIMIT 1"))?;
    Ok(statement.query_row([], read).optional()?)
}

/// The latest entry that changed content.
pub(crate) fn content_head(conn: &Connection) -> Result<Option<Entry>, StoreError> {
    let mut statement =
        conn.prepare_cached(&format!("SELECT {COLUMNS} FROM ledger WHERE content = 1 ORDER BY n DESC LIMIT 1"))?;
    Ok(statement.query_row([], read).optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        n: row.get(0)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        act: row.get(3)?,
        content: row.get(4)?,
        rows: json(row, 5)?,
        previous: parsed(row, 6)?,
        hash: parsed(row, 7)?,
    })
}
