//! Imported documents: what is known of each, apart from its bytes and text.

use super::{json, parsed, parsed_or_none, text_of, unreadable};
use crate::StoreError;
use dossier_model::{Digest, Edtf, Handling, Issue, ReadRecord, Source, SourceId};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

pub(crate) const VERSION_1: &str = "
CREATE TABLE sources (
    id INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES originals (sha256),
    media_type TEXT NOT NULL, title TEXT, authors TEXT NOT NULL, publisher TEXT, published TEXT, url TEXT, syndicated_from TEXT,
    handling TEXT NOT NULL, characters INTEGER NOT NULL, text_sha256 TEXT NOT NULL, issues TEXT NOT NULL, revises INTEGER,
    imported_at TEXT NOT NULL, imported_by TEXT NOT NULL
) STRICT;
CREATE INDEX sources_by_original ON sources (sha256);
CREATE TRIGGER sources_keep BEFORE UPDATE ON sources BEGIN SELECT RAISE(ABORT, 'a source is never changed: judge it'); END;
CREATE TRIGGER sources_stay BEFORE DELETE ON sources WHEN NOT EXISTS (SELECT 1 FROM purging WHERE source = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a source is never deleted: withdraw or purge it'); END;
";

/// When it was last changed, what it lies within, from where it was imported, and how it was read.
pub(crate) const VERSION_2: &str = "
ALTER TABLE sources ADD COLUMN updated TEXT;
ALTER TABLE sources ADD COLUMN within INTEGER;
ALTER TABLE sources ADD COLUMN path TEXT;
ALTER TABLE sources ADD COLUMN reading TEXT NOT NULL DEFAULT '{}';
CREATE INDEX sources_within ON sources (within) WHERE within IS NOT NULL;
";

const COLUMNS: &str =
    "id, file, sha256, media_type, title, authors, publisher, published, url, syndicated_from, handling, characters,
    text_sha256, issues, revises, imported_at, imported_by, updated, within, path, reading";

/// A document to be imported; the store adds its number, the length and digest of its text, when and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSource {
    /// The name of the file it came from, without its folder.
    pub file: String,
    /// The digest of its original bytes, as [`crate::Tx::insert_original`] gave it.
    pub sha256: Digest,
    /// Its media type, by content.
    pub media_type: String,
    /// Its title.
    pub title: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When.
    pub published: Option<Edtf>,
    /// When it was last changed, where it says so.
    pub updated: Option<Edtf>,
    /// Where.
    pub url: Option<String>,
    /// The outlet whose text it carries, where it says so.
    pub syndicated_from: Option<String>,
    /// How it may be used.
    pub handling: Handling,
    /// What a person should know.
    pub issues: Vec<Issue>,
    /// The earlier version that it revises.
    pub revises: Option<SourceId>,
    /// The source that it lies within.
    pub within: Option<SourceId>,
    /// Where it was imported from.
    pub path: Option<String>,
    /// How it was read.
    pub reading: ReadRecord,
    /// By what near copies of its text are recognised.
    pub sketch: Option<String>,
}

pub(crate) fn insert(conn: &Connection, new: &NewSource, text: &str, at: &str, actor: &str) -> Result<SourceId, StoreError> {
    let characters = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    conn.prepare_cached(
        "INSERT INTO sources (file, sha256, media_type, title, authors, publisher, published, url, syndicated_from, handling,
            characters, text_sha256, issues, revises, imported_at, imported_by, updated, within, path, reading)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
    )?
    .execute(params![
        new.file,
        new.sha256.to_string(),
        new.media_type,
        new.title,
        text_of(&new.authors)?,
        new.publisher,
        new.published.map(|date| date.to_string()),
        new.url,
        new.syndicated_from,
        new.handling.as_str(),
        characters,
        Digest::of(text.as_bytes()).to_string(),
        text_of(&new.issues)?,
        new.revises.map(SourceId::number),
        at,
        actor,
        new.updated.map(|date| date.to_string()),
        new.within.map(SourceId::number),
        new.path,
        text_of(&new.reading)?,
    ])?;
    let number = conn.last_insert_rowid();
    Ok(SourceId::new(u32::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, number))?))
}

pub(crate) fn all(conn: &Connection) -> Result<Vec<Source>, StoreError> {
    let mut statement = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM sources ORDER BY id"))?;
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}

pub(crate) fn one(conn: &Connection, id: SourceId) -> Result<Option<Source>, StoreError> {
    let mut statement = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM sources WHERE id = ?1"))?;
    Ok(statement.query_row([id.number()], read).optional()?)
}

/// The first source that was imported from an original.
pub(crate) fn of_original(conn: &Connection, digest: &Digest) -> Result<Option<SourceId>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT min(id) FROM sources WHERE sha256 = ?1")?;
    Ok(statement.query_row([digest.to_string()], |row| row.get::<_, Option<u32>>(0))?.map(SourceId::new))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Source> {
    let handling = row.get_ref(10)?.as_str()?;
    Ok(Source {
        id: SourceId::new(row.get(0)?),
        file: row.get(1)?,
        sha256: parsed(row, 2)?,
        media_type: row.get(3)?,
        title: row.get(4)?,
        authors: json(row, 5)?,
        publisher: row.get(6)?,
        published: parsed_or_none(row, 7)?,
        url: row.get(8)?,
        syndicated_from: row.get(9)?,
        handling: Handling::parse(handling)
            .ok_or_else(|| unreadable(10, std::io::Error::other(format!("`{handling}` is not a handling"))))?,
        reliability: None,
        characters: row.get(11)?,
        text_sha256: parsed(row, 12)?,
        issues: json(row, 13)?,
        revises: row.get::<_, Option<u32>>(14)?.map(SourceId::new),
        imported_at: row.get(15)?,
        imported_by: row.get(16)?,
        updated: parsed_or_none(row, 17)?,
        within: row.get::<_, Option<u32>>(18)?.map(SourceId::new),
        path: row.get(19)?,
        reading: json(row, 20)?,
    })
}
