//! The office that sends, each version a row of its own.

use crate::StoreError;
use rusqlite::{Connection, OptionalExtension as _};

pub(crate) const VERSION_1: &str = "
CREATE TABLE office (version INTEGER PRIMARY KEY AUTOINCREMENT, content TEXT NOT NULL) STRICT;
CREATE TRIGGER office_keep BEFORE UPDATE ON office
BEGIN SELECT RAISE(ABORT, 'a version of an office is never changed: write another'); END;
CREATE TRIGGER office_stay BEFORE DELETE ON office BEGIN SELECT RAISE(ABORT, 'a version of an office is never deleted'); END;
";

/// The version before `version`, if there was one.
pub(crate) fn before(conn: &Connection, version: u32) -> Result<Option<String>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT content FROM office WHERE version < ?1 ORDER BY version DESC LIMIT 1")?;
    Ok(statement.query_row([version], |row| row.get(0)).optional()?)
}

/// The latest version.
pub(crate) fn latest(conn: &Connection) -> Result<Option<String>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT content FROM office ORDER BY version DESC LIMIT 1")?;
    Ok(statement.query_row([], |row| row.get(0)).optional()?)
}

/// Adds a version, unless it says the same as the latest.
pub(crate) fn insert(conn: &Connection, content: &str) -> Result<(), StoreError> {
    if latest(conn)?.as_deref() != Some(content) {
        conn.execute("INSERT INTO office (content) VALUES (?1)", [content])?;
    }
    Ok(())
}
