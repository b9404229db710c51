//! Original bytes, once for each digest, untouched.

use crate::StoreError;
use dossier_model::Digest;
use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::Digest as _;
use std::io::Read as _;

pub(crate) const VERSION_1: &str = "
CREATE TABLE originals (
    n INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER originals_keep BEFORE UPDATE ON originals BEGIN SELECT RAISE(ABORT, 'an original is never changed'); END;
CREATE TRIGGER originals_stay BEFORE DELETE ON originals WHEN NOT EXISTS (SELECT 1 FROM purging WHERE sha256 = OLD.sha256)
BEGIN SELECT RAISE(ABORT, 'an original is never deleted'); END;
";

const CHUNK: usize = 256 * 1024;

/// Stores `bytes` unless they are there already.
pub(crate) fn insert(conn: &Connection, bytes: &[u8]) -> Result<Digest, StoreError> {
    let digest = Digest::of(bytes);
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    conn.prepare_cached("INSERT INTO originals (sha256, size, bytes) VALUES (?1, ?2, ?3) ON CONFLICT (sha256) DO NOTHING")?
        .execute(params![digest.to_string(), size, bytes])?;
    Ok(digest)
}

/// The bytes with this digest.
pub(crate) fn bytes(conn: &Connection, digest: &Digest) -> Result<Option<Vec<u8>>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT bytes FROM originals WHERE sha256 = ?1")?;
    Ok(statement.query_row([digest.to_string()], |row| row.get(0)).optional()?)
}

/// The digest that original `n` claims to have.
pub(crate) fn claimed(conn: &Connection, n: i64) -> Result<String, StoreError> {
    Ok(conn.prepare_cached("SELECT sha256 FROM originals WHERE n = ?1")?.query_row([n], |row| row.get(0))?)
}

/// The digest that the bytes of original `n` have, read a piece at a time.
pub(crate) fn hash(conn: &Connection, n: i64) -> Result<Digest, StoreError> {
    let mut blob = conn.blob_open("main", "originals", "bytes", n, true)?;
    let mut hasher = sha2::Sha256::new();
    let mut chunk = vec![0; CHUNK.min(blob.len().max(1))];
    loop {
        let read = blob.read(&mut chunk).map_err(|error| unreadable(n, &error))?;
        if read == 0 {
            return Ok(Digest::from_bytes(hasher.finalize().into()));
        }
        hasher.update(&chunk[..read]);
    }
}

/// Reading a blob as a stream hides SQLite's code; a page that cannot be read is damage.
fn unreadable(n: i64, error: &std::io::Error) -> rusqlite::Error {
    let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
    rusqlite::Error::SqliteFailure(code, Some(format!("the bytes of original {n} cannot be read: {error}")))
}
