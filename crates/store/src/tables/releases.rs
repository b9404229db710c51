//! What left the dossier: published documents, packs, exports, backups.

use super::parsed;
use crate::StoreError;
use dossier_model::Digest;
use rusqlite::{Connection, params};

pub(crate) const VERSION_1: &str = "
CREATE TABLE releases (
    n INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
    at TEXT NOT NULL, actor TEXT NOT NULL
) STRICT;
CREATE TRIGGER releases_keep BEFORE UPDATE ON releases BEGIN SELECT RAISE(ABORT, 'the record of a release is never changed'); END;
CREATE TRIGGER releases_stay BEFORE DELETE ON releases BEGIN SELECT RAISE(ABORT, 'the record of a release is never deleted'); END;
";

/// One thing that left the dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// What it was: `publish`, `pack`, `export`, `backup`.
    pub what: String,
    /// Its name: of the draft, or of the file without its folder.
    pub name: String,
    /// The SHA-256 of its bytes.
    pub sha256: Digest,
    /// When.
    pub at: String,
    /// By whom.
    pub actor: String,
}

pub(crate) fn insert(conn: &Connection, release: &Release) -> Result<(), StoreError> {
    let Release { what, name, sha256, at, actor } = release;
    conn.prepare_cached("INSERT INTO releases (what, name, sha256, at, actor) VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(params![
        what,
        name,
        sha256.to_string(),
        at,
        actor
    ])?;
    Ok(())
}

pub(crate) fn all(conn: &Connection) -> Result<Vec<Release>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT what, name, sha256, at, actor FROM releases ORDER BY n")?;
    let rows = statement.query_map([], |row| {
        Ok(Release { what: row.get(0)?, name: row.get(1)?, sha256: parsed(row, 2)?, at: row.get(3)?, actor: row.get(4)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
