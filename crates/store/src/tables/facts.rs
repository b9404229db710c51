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

/// Makes `facts` the facts in the place of `earlier`, which are the rows as they stand: adds, changes and removes what differs.
pub(crate) fn put(conn: &Connection, earlier: &[Fact], facts: &[Fact]) -> Result<(), StoreError> {
    let mut before: BTreeMap<u32, &Fact> = earlier.iter().map(|fact| (fact.id.number(), fact)).collect();
    let mut put = conn.prepare_cached(
        "INSERT INTO facts (id, content) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET content = excluded.content",
    )?;
    for fact in facts {
        if before.remove(&fact.id.number()) != Some(fact) {
            put.execute(params![fact.id.number(), text_of(fact)?])?;
        }
    }
    let mut remove = conn.prepare_cached("DELETE FROM facts WHERE id = ?1")?;
    for vanished in before.keys() {
        remove.execute([vanished])?;
    }
    Ok(())
}
