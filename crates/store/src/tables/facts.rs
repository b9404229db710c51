//! Facts: what the dossier holds, as canonical JSON. They follow from claims and judgements, so rows may change and go;
//! only those that differ are written.

use super::{json, text_of};
use crate::StoreError;
use dossier_model::Fact;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

pub(crate) const VERSION_1: &str = "CREATE TABLE facts (id INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT;";

pub(crate) fn all(conn: &Connection) -> Result<Vec<Fact>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT content FROM facts ORDER BY id")?;
    Ok(statement.query_map([], |row| json(row, 0))?.collect::<Result<_, _>>()?)
}

/// Makes `facts` the facts: adds, changes and removes what differs.
pub(crate) fn put(conn: &Connection, facts: &[Fact]) -> Result<(), StoreError> {
    let mut earlier: BTreeMap<u32, String> = {
        let mut statement = conn.prepare_cached("SELECT id, content FROM facts")?;
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?
    };
    let mut put = conn.prepare_cached(
        "INSERT INTO facts (id, content) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET content = excluded.content",
    )?;
    for fact in facts {
        let (id, content) = (fact.id.number(), text_of(fact)?);
        if earlier.remove(&id).as_ref() != Some(&content) {
            put.execute(params![id, content])?;
        }
    }
    let mut remove = conn.prepare_cached("DELETE FROM facts WHERE id = ?1")?;
    for vanished in earlier.keys() {
        remove.execute([vanished])?;
    }
    Ok(())
}
