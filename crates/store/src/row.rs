//! Ledgered tables and the canonical form of their rows.
//!
//! Every ledgered table has an integer primary key, so that a row is named by its table and a number. A row's canonical form is
//! the JSON object of its columns: integers and text as they are, nothing as null, bytes as their SHA-256. There are no floats.

use crate::StoreError;
use crate::tables::originals;
use dossier_model::{Digest, canonical_digest};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::{Map, Value};

macro_rules! tables {
    ($($(#[$meta:meta])* $variant:ident = $name:literal, $key:literal;)+) => {
        /// A table whose rows the ledger vouches for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Table { $($(#[$meta])* $variant),+ }
        impl Table {
            /// All of them.
            pub const ALL: &'static [Table] = &[$(Table::$variant),+];
            /// Its name in the file.
            pub fn as_str(self) -> &'static str { match self { $(Table::$variant => $name),+ } }
            /// The table with this name.
            pub fn parse(name: &str) -> Option<Self> { match name { $($name => Some(Table::$variant),)+ _ => None } }
            /// The column that numbers its rows.
            pub(crate) fn key(self) -> &'static str { match self { $(Table::$variant => $key),+ } }
        }
    };
}

tables! {
    /// The dossier's title.
    Dossier = "dossier", "one";
    /// Original bytes by their digest.
    Originals = "originals", "n";
    /// Imported documents.
    Sources = "sources", "id";
    /// Their readable texts.
    Texts = "texts", "source";
    /// What the sources say.
    Claims = "claims", "id";
    /// What people decided.
    Judgements = "judgements", "id";
    /// What the dossier holds.
    Facts = "facts", "id";
    /// Documents being drafted, a row for each version.
    Drafts = "drafts", "n";
    /// Who sends, a row for each version.
    Office = "office", "version";
    /// The recipients, a row for each version.
    Directory = "directory", "version";
    /// What left the dossier.
    Releases = "releases", "n";
    /// What remains of purged sources.
    Tombstones = "tombstones", "source";
}

/// The digest of row `row` of `table` in its canonical form; `None` where there is no such row.
pub(crate) fn digest(conn: &Connection, table: Table, row: i64) -> Result<Option<Digest>, StoreError> {
    let columns = match table {
        // Bytes are hashed as a stream: they may be larger than memory allows to hold twice.
        Table::Originals => "n, sha256, size",
        _ => "*",
    };
    let mut statement = conn.prepare_cached(&format!("SELECT {columns} FROM {} WHERE {} = ?1", table.as_str(), table.key()))?;
    let object = statement
        .query_row([row], |found| {
            // Asked of the row, not of the statement before it ran: a migration changes columns under a cached statement.
            let columns = found.as_ref();
            (0..columns.column_count())
                .map(|at| Ok((columns.column_name(at)?.to_owned(), value(found.get_ref(at)?, at)?)))
                .collect::<rusqlite::Result<Map<_, _>>>()
        })
        .optional()?;
    let Some(mut object) = object else { return Ok(None) };
    if table == Table::Originals {
        object.insert("bytes".into(), Value::String(originals::hash(conn, row)?.to_string()));
    }
    Ok(Some(canonical_digest(&object)?))
}

fn value(value: ValueRef<'_>, at: usize) -> rusqlite::Result<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::from(number),
        ValueRef::Text(bytes) => {
            Value::String(std::str::from_utf8(bytes).map_err(|error| rusqlite::Error::Utf8Error(at, error))?.to_owned())
        }
        ValueRef::Blob(bytes) => Value::String(Digest::of(bytes).to_string()),
        ValueRef::Real(_) => return Err(rusqlite::Error::InvalidColumnType(at, "a float".into(), rusqlite::types::Type::Real)),
    })
}

/// The numbers of all rows of `table`, in order.
pub(crate) fn numbers(conn: &Connection, table: Table) -> Result<Vec<i64>, StoreError> {
    let key = table.key();
    let mut statement = conn.prepare(&format!("SELECT {key} FROM {} ORDER BY {key}", table.as_str()))?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
