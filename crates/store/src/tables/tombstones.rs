//! What remains of purged sources: which original it was, why it went, when and by whom.

use super::parsed;
use crate::StoreError;
use dossier_model::{Digest, SourceId};
use rusqlite::{Connection, params};

pub(crate) const VERSION_1: &str = "
CREATE TABLE tombstones (
    source INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL
) STRICT;
CREATE TRIGGER tombstones_keep BEFORE UPDATE ON tombstones BEGIN SELECT RAISE(ABORT, 'a tombstone is never changed'); END;
CREATE TRIGGER tombstones_stay BEFORE DELETE ON tombstones BEGIN SELECT RAISE(ABORT, 'a tombstone is never deleted'); END;
-- The switch of the one exception: while a purge runs, its source stands here, and the triggers of other tables let go
-- of what belongs to it. It has no digest where another source has the same original, which then stays. Empty at all other times.
CREATE TABLE purging (source INTEGER PRIMARY KEY, sha256 TEXT) STRICT;
";

/// What remains of a purged source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tombstone {
    /// The id that it had; never given again.
    pub source: SourceId,
    /// The digest of its original bytes.
    pub sha256: Digest,
    /// Why it was purged.
    pub reason: String,
    /// When.
    pub at: String,
    /// By whom.
    pub actor: String,
}

pub(crate) fn insert(conn: &Connection, tombstone: &Tombstone) -> Result<(), StoreError> {
    let Tombstone { source, sha256, reason, at, actor } = tombstone;
    conn.execute(
        "INSERT INTO tombstones (source, sha256, reason, at, actor) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![source.number(), sha256.to_string(), reason, at, actor],
    )?;
    Ok(())
}

pub(crate) fn all(conn: &Connection) -> Result<Vec<Tombstone>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT source, sha256, reason, at, actor FROM tombstones ORDER BY source")?;
    let rows = statement.query_map([], |row| {
        Ok(Tombstone {
            source: SourceId::new(row.get(0)?),
            sha256: parsed(row, 1)?,
            reason: row.get(2)?,
            at: row.get(3)?,
            actor: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
