//! The dossier's title: one row.

use crate::StoreError;
use rusqlite::Connection;

pub(crate) const VERSION_1: &str = "CREATE TABLE dossier (one INTEGER PRIMARY KEY CHECK (one = 1), title TEXT NOT NULL) STRICT;";

pub(crate) fn title(conn: &Connection) -> Result<String, StoreError> {
    Ok(conn.prepare_cached("SELECT title FROM dossier")?.query_row([], |row| row.get(0))?)
}

pub(crate) fn insert(conn: &Connection, title: &str) -> Result<(), StoreError> {
    conn.execute("INSERT INTO dossier (one, title) VALUES (1, ?1)", [title])?;
    Ok(())
}
