//! Judgements: what people decided. Never changed, never deleted; revoked by another.

use super::{json, text_of};
use crate::StoreError;
use dossier_model::{Judgement, JudgementId, JudgementKind};
use rusqlite::{Connection, params};

pub(crate) const VERSION_1: &str = "
CREATE TABLE judgements (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, actor TEXT NOT NULL, content TEXT NOT NULL, reason TEXT,
    bulk INTEGER NOT NULL CHECK (bulk IN (0, 1))
) STRICT;
CREATE TRIGGER judgements_keep BEFORE UPDATE ON judgements
BEGIN SELECT RAISE(ABORT, 'a judgement is never changed: revoke it'); END;
CREATE TRIGGER judgements_stay BEFORE DELETE ON judgements
BEGIN SELECT RAISE(ABORT, 'a judgement is never deleted: revoke it'); END;
";

pub(crate) fn insert(
    conn: &Connection,
    kind: &JudgementKind,
    reason: Option<&str>,
    bulk: bool,
    at: &str,
    actor: &str,
) -> Result<JudgementId, StoreError> {
    conn.prepare_cached("INSERT INTO judgements (at, actor, content, reason, bulk) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![at, actor, text_of(kind)?, reason, bulk])?;
    let number = conn.last_insert_rowid();
    Ok(JudgementId::new(u32::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, number))?))
}

pub(crate) fn all(conn: &Connection) -> Result<Vec<Judgement>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT id, at, actor, content, reason, bulk FROM judgements ORDER BY id")?;
    let rows = statement.query_map([], |row| {
        Ok(Judgement {
            id: JudgementId::new(row.get(0)?),
            at: row.get(1)?,
            actor: row.get(2)?,
            kind: json(row, 3)?,
            reason: row.get(4)?,
            bulk: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
