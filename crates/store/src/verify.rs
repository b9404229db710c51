//! Whether a dossier file is what its ledger says.
//!
//! Everything is recomputed: the pages, the schema, the chain of the ledger, every row of every ledgered table against
//! the latest digest that the ledger has for it, every original against its name, the search index against the texts.
//! What cannot be seen is an edit by somebody who recomputes the whole chain: for that, compare the head with one that
//! was printed.

use crate::contents::Contents;
use crate::migrate::{self, STEPS};
use crate::row::{self, Table};
use crate::tables::{ledger, originals};
use crate::{Mode, Store, StoreError};
use dossier_model::{ChainFault, Digest, Entry, check_chain};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::path::Path;

/// What kind of fault it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaultKind {
    /// A row is not what was written.
    Altered,
    /// A row that was written is gone.
    Missing,
    /// A row was added that no act wrote.
    Added,
    /// The ledger itself is not whole.
    Ledger,
    /// Original bytes do not have the digest that they are filed under.
    Original,
    /// The search index does not say what the texts say.
    Search,
    /// The file's pages, tables or triggers are not those of a dossier.
    Structure,
}

impl FaultKind {
    /// The word that stands for it in rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Altered => "altered",
            Self::Missing => "missing",
            Self::Added => "added",
            Self::Ledger => "ledger",
            Self::Original => "original",
            Self::Search => "search",
            Self::Structure => "structure",
        }
    }
}

/// One thing that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The table.
    pub table: String,
    /// The row's number in it; empty where the fault is no row's.
    pub row: String,
    /// What kind of fault it is.
    pub kind: FaultKind,
    /// What was found.
    pub detail: String,
}

impl Fault {
    fn new(table: &str, row: impl ToString, kind: FaultKind, detail: impl Into<String>) -> Self {
        Self { table: table.to_owned(), row: row.to_string(), kind, detail: detail.into() }
    }

    /// Where it is: `claims 41`.
    pub fn place(&self) -> String {
        if self.row.is_empty() { self.table.clone() } else { format!("{} {}", self.table, self.row) }
    }
}

/// Checks the dossier at `path` without writing to it, as it is at one moment, even while it is being changed. No fault
/// means that every row is what the ledger's acts wrote.
///
/// # Errors
/// As [`Store::open`] for reading, where the file cannot even be opened; damage beyond that is a fault.
pub fn verify(path: &Path) -> Result<Vec<Fault>, StoreError> {
    let store = Store::open(path, Mode::Read)?;
    let contents: &Contents = &store;
    let conn = &contents.conn;
    contents.at(conn.execute_batch("BEGIN").map_err(StoreError::from))?;
    let mut faults = Vec::new();
    for (what, check) in [("file", pages as Check), ("schema", schema), ("ledger", rows), ("search", index)] {
        match check(conn) {
            Ok(found) => faults.extend(found),
            // What stops one check is a fault; the others may still tell where else.
            Err(error) => match error.damage() {
                Some(detail) => faults.push(Fault::new(what, "", FaultKind::Structure, detail)),
                None => return Err(error.at(path)),
            },
        }
    }
    Ok(faults)
}

type Check = fn(&Connection) -> Result<Vec<Fault>, StoreError>;

fn pages(conn: &Connection) -> Result<Vec<Fault>, StoreError> {
    let mut faults = Vec::new();
    let mut statement = conn.prepare("PRAGMA integrity_check")?;
    for said in statement.query_map([], |row| row.get::<_, String>(0))? {
        let said = said?;
        if said != "ok" {
            faults.push(Fault::new("file", "", FaultKind::Structure, said));
        }
    }
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let dangling =
        statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?, row.get::<_, String>(2)?)))?;
    for found in dangling {
        let (table, row, parent) = found?;
        let row = row.map(|row| row.to_string()).unwrap_or_default();
        faults.push(Fault::new(&table, row, FaultKind::Structure, format!("refers to a row of {parent} that is not there")));
    }
    Ok(faults)
}

/// Compares tables, indexes and triggers with those of a new dossier: a dropped trigger lets changes through.
fn schema(conn: &Connection) -> Result<Vec<Fault>, StoreError> {
    fn objects(conn: &Connection) -> Result<BTreeMap<(String, String), Option<String>>, StoreError> {
        // SQLite's own statistics are no part of the design.
        let sql = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'";
        let mut statement = conn.prepare(sql)?;
        let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
    let model = Connection::open_in_memory()?;
    migrate::build(&model, STEPS)?;
    let (expected, found) = (objects(&model)?, objects(conn)?);
    let mut faults = Vec::new();
    for ((kind, name), sql) in &expected {
        match found.get(&(kind.clone(), name.clone())) {
            None => faults.push(Fault::new(name, "", FaultKind::Structure, format!("the {kind} {name} is missing"))),
            Some(other) if other != sql => {
                faults.push(Fault::new(name, "", FaultKind::Structure, format!("the {kind} {name} was changed")));
            }
            Some(_) => {}
        }
    }
    for (kind, name) in found.keys().filter(|object| !expected.contains_key(object)) {
        faults.push(Fault::new(name, "", FaultKind::Structure, format!("the {kind} {name} does not belong to a dossier")));
    }
    if conn.query_row("SELECT count(*) FROM purging", [], |row| row.get::<_, i64>(0))? > 0 {
        let detail = "a purge is marked as under way, which lets deletions through";
        faults.push(Fault::new("purging", "", FaultKind::Structure, detail));
    }
    Ok(faults)
}

/// Checks the ledger's chain, and every row against the latest digest that the ledger has for it.
pub(crate) fn rows(conn: &Connection) -> Result<Vec<Fault>, StoreError> {
    let entries = match ledger::all(conn) {
        Ok(entries) => entries,
        Err(error) => {
            let detail = error.damage().ok_or(error)?;
            return Ok(vec![Fault::new("ledger", "", FaultKind::Ledger, detail)]);
        }
    };
    let mut faults: Vec<Fault> = check_chain(&entries).into_iter().map(|fault| broken(&fault)).collect();
    let mut expected = latest(&entries);
    for &table in Table::ALL {
        let numbers = match row::numbers(conn, table) {
            Ok(numbers) => numbers,
            Err(error) => {
                // None of its rows can be told to be missing.
                faults.push(unreadable(table, "", error)?);
                expected.retain(|(name, _), _| *name != table.as_str());
                continue;
            }
        };
        for number in numbers {
            let said = expected.remove(&(table.as_str(), number)).flatten();
            match check_row(conn, table, number, said) {
                Ok(None) => {}
                Ok(Some(fault)) => faults.push(fault),
                Err(error) => faults.push(unreadable(table, number, error)?),
            }
        }
    }
    for ((table, number), digest) in expected {
        if digest.is_some() {
            faults.push(Fault::new(table, number, FaultKind::Missing, "the ledger has this row, the table does not"));
        }
    }
    Ok(faults)
}

fn check_row(conn: &Connection, table: Table, number: i64, said: Option<Digest>) -> Result<Option<Fault>, StoreError> {
    let found = row::digest(conn, table, number)?;
    if found == said {
        return Ok(None);
    }
    let misfiled = table == Table::Originals && originals::claimed(conn, number)? != originals::hash(conn, number)?.to_string();
    let (kind, detail) = match said {
        _ if misfiled => (FaultKind::Original, "the bytes do not have the digest that they are filed under"),
        None => (FaultKind::Added, "the ledger has no act that wrote this row"),
        Some(_) => (FaultKind::Altered, "the row is not what the ledger says was written"),
    };
    Ok(Some(Fault::new(table.as_str(), number, kind, detail)))
}

/// A row or table that cannot even be read.
fn unreadable(table: Table, row: impl ToString, error: StoreError) -> Result<Fault, StoreError> {
    let detail = error.damage().ok_or(error)?;
    Ok(Fault::new(table.as_str(), row, FaultKind::Structure, detail))
}

/// The latest digest of every row that any act wrote; `None` for one that was removed.
fn latest(entries: &[Entry]) -> BTreeMap<(&str, i64), Option<Digest>> {
    let rows = entries.iter().flat_map(|entry| &entry.rows);
    rows.filter_map(|row| Some(((row.table.as_str(), row.row.parse().ok()?), row.sha256))).collect()
}

fn broken(fault: &ChainFault) -> Fault {
    let (ChainFault::Gap { expected: n, .. } | ChainFault::Broken(n) | ChainFault::Altered(n)) = fault;
    Fault::new("ledger", n, FaultKind::Ledger, fault.to_string())
}

/// Builds the index anew, outside the file, and compares how often each word stands in how many texts. FTS5's own check
/// needs a writable file.
fn index(conn: &Connection) -> Result<Vec<Fault>, StoreError> {
    conn.execute_batch(
        "CREATE VIRTUAL TABLE temp.anew USING fts5 (text, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
         INSERT INTO temp.anew (rowid, text) SELECT source, text FROM main.texts;
         CREATE VIRTUAL TABLE temp.words_anew USING fts5vocab (temp, anew, row);
         CREATE VIRTUAL TABLE temp.words_held USING fts5vocab (main, search, row);",
    )?;
    let differ = "SELECT count(*), min(term) FROM (
        SELECT term FROM (SELECT term, doc, cnt FROM words_anew EXCEPT SELECT term, doc, cnt FROM words_held)
        UNION SELECT term FROM (SELECT term, doc, cnt FROM words_held EXCEPT SELECT term, doc, cnt FROM words_anew))";
    let (words, first) = conn.query_row(differ, [], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Option<String>>(1)?)))?;
    conn.execute_batch("DROP TABLE temp.words_held; DROP TABLE temp.words_anew; DROP TABLE temp.anew;")?;
    Ok(first
        .map(|first| format!("{words} words are not found as they stand in the texts, the first “{first}”"))
        .map(|detail| Fault::new("search", "", FaultKind::Search, detail))
        .into_iter()
        .collect())
}
