//! Readable texts with their marks, stored once. The search index reads them from here.

use super::{json, text_of};
use crate::StoreError;
use dossier_model::{Mark, SourceId};
use rusqlite::{Connection, OptionalExtension as _, params};
use std::collections::BTreeMap;

pub(crate) const VERSION_1: &str = "
CREATE TABLE texts (source INTEGER PRIMARY KEY REFERENCES sources (id), text TEXT NOT NULL, marks TEXT NOT NULL) STRICT;
CREATE TRIGGER texts_keep BEFORE UPDATE ON texts BEGIN SELECT RAISE(ABORT, 'a text is never changed: import a revision'); END;
CREATE TRIGGER texts_stay BEFORE DELETE ON texts WHEN NOT EXISTS (SELECT 1 FROM purging WHERE source = OLD.source)
BEGIN SELECT RAISE(ABORT, 'a text is never deleted: withdraw or purge its source'); END;
";

/// By what near copies are recognised: whatever the caller makes of a text for that.
pub(crate) const VERSION_2: &str = "ALTER TABLE texts ADD COLUMN sketch TEXT;";

pub(crate) fn insert(
    conn: &Connection,
    source: SourceId,
    text: &str,
    marks: &[Mark],
    sketch: Option<&str>,
) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT INTO texts (source, text, marks, sketch) VALUES (?1, ?2, ?3, ?4)")?.execute(params![
        source.number(),
        text,
        text_of(&marks)?,
        sketch
    ])?;
    Ok(())
}

pub(crate) fn text(conn: &Connection, source: SourceId) -> Result<Option<String>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT text FROM texts WHERE source = ?1")?;
    Ok(statement.query_row([source.number()], |row| row.get(0)).optional()?)
}

/// The sketches of all texts that have one.
pub(crate) fn sketches(conn: &Connection) -> Result<BTreeMap<SourceId, String>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT source, sketch FROM texts WHERE sketch IS NOT NULL")?;
    Ok(statement.query_map([], |row| Ok((SourceId::new(row.get(0)?), row.get(1)?)))?.collect::<Result<_, _>>()?)
}

pub(crate) fn marks(conn: &Connection, source: SourceId) -> Result<Option<Vec<Mark>>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT marks FROM texts WHERE source = ?1")?;
    Ok(statement.query_row([source.number()], |row| json(row, 0)).optional()?)
}
