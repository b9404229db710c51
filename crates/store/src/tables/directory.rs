//! The directory of recipients where a person edited it, each version a row of its own.

use crate::StoreError;
use rusqlite::{Connection, OptionalExtension as _};

pub(crate) const VERSION_1: &str = "
CREATE TABLE directory (version INTEGER PRIMARY KEY AUTOINCREMENT, content TEXT NOT NULL) STRICT;
CREATE TRIGGER directory_keep BEFORE UPDATE ON directory
BEGIN SELECT RAISE(ABORT, 'a version of a directory is never changed: write another'); END;
CREATE TRIGGER directory_stay BEFORE DELETE ON directory
BEGIN SELECT RAISE(ABORT, 'a version of a directory is never deleted'); END;
";

/// The version before `version`, if there was one.
pub(crate) fn before(conn: &Connection, version: u32) -> Result<Option<String>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT content FROM directory WHERE version < ?1 ORDER BY version DESC LIMIT 1")?;
    Ok(statement.query_row([version], |row| row.get(0)).optional()?)
}

/// The latest version.
pub(crate) fn latest(conn: &Connection) -> Result<Option<String>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT content FROM directory ORDER BY version DESC LIMIT 1")?;
    Ok(statement.query_row([], |row| row.get(0)).optional()?)
}

/// Adds a version, unless it says the same as the latest.
pub(crate) fn insert(conn: &Connection, content: &str) -> Result<(), StoreError> {
    if latest(conn)?.as_deref() != Some(content) {
        conn.execute("INSERT INTO directory (content) VALUES (?1)", [content])?;
    }
    Ok(())
}
