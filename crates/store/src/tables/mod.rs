//! A file per table: what it is in the file, its row, its reader, its writer.

pub(crate) mod claims;
pub(crate) mod directory;
pub(crate) mod dossier;
pub(crate) mod drafts;
pub(crate) mod facts;
pub(crate) mod judgements;
pub(crate) mod ledger;
pub(crate) mod office;
pub(crate) mod originals;
pub(crate) mod releases;
pub(crate) mod sources;
pub(crate) mod texts;
pub(crate) mod tombstones;

use crate::StoreError;
use dossier_model::canonical;
use rusqlite::Row;
use rusqlite::types::Type;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value whose JSON stands in column `at`.
fn json<T: DeserializeOwned>(row: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    serde_json::from_str(row.get_ref(at)?.as_str()?).map_err(|error| unreadable(at, error))
}

/// The value that the text of column `at` stands for, such as a digest or a date.
fn parsed<T>(row: &Row<'_>, at: usize) -> rusqlite::Result<T>
where
    T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>,
{
    row.get_ref(at)?.as_str()?.parse().map_err(|error| unreadable(at, error))
}

/// The same where the column may be empty.
fn parsed_or_none<T>(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<T>>
where
    T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>,
{
    row.get_ref(at)?.as_str_or_null()?.map(str::parse).transpose().map_err(|error| unreadable(at, error))
}

fn unreadable(at: usize, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(error))
}

/// The one text of a value: canonical JSON, so that equal values are equal texts.
fn text_of(value: &impl Serialize) -> Result<String, StoreError> {
    let bytes = canonical(value)?;
    Ok(String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
}
