//! The one door for every change: one transaction, one ledger entry.

use crate::contents::Contents;
use crate::row::{self, Table};
use crate::tables::ledger;
use crate::{Store, StoreError, Tx, holder};
use dossier_model::{Entry, RowDigest};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What an act changed, so that every view can refresh.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changed {
    /// The ledger's entry; `None` when the act wrote nothing.
    pub entry: Option<Entry>,
    /// The tables that it wrote to.
    pub tables: BTreeSet<Table>,
}

/// Who does what when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Act<'a> {
    pub(crate) actor: &'a str,
    pub(crate) at: &'a str,
    pub(crate) act: &'a str,
    pub(crate) content: bool,
}

/// The rows that SQLite reports as written since the last [`Written::take`].
#[derive(Debug, Clone, Default)]
pub(crate) struct Written(Arc<Mutex<BTreeSet<(Table, i64)>>>);

impl Written {
    /// Listens to every insert, update and delete on `conn`.
    pub(crate) fn listen(conn: &mut Connection) -> Result<Self, StoreError> {
        let written = Self::default();
        let rows = written.clone();
        conn.update_hook(Some(move |_: rusqlite::hooks::Action, database: &str, table: &str, row: i64| {
            if let Some(table) = Table::parse(table)
                && database == "main"
            {
                rows.lock().insert((table, row));
            }
        }))?;
        Ok(written)
    }

    pub(crate) fn take(&self) -> BTreeSet<(Table, i64)> {
        std::mem::take(&mut *self.lock())
    }

    fn lock(&self) -> MutexGuard<'_, BTreeSet<(Table, i64)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store {
    /// Changes the dossier: runs `f` in one transaction and appends one ledger entry with the digests of the rows it
    /// wrote. When `f` fails, the file is as before; when it wrote nothing, there is no entry.
    ///
    /// # Errors
    /// What `f` gives; [`StoreError::Locked`] when another program is writing for more than five seconds,
    /// [`StoreError::Full`] when the disk has no room, [`StoreError::ReadOnly`] when the store was opened for reading.
    pub fn edit<T, E: From<StoreError>>(
        &mut self,
        actor: &str,
        now: &str,
        act: &str,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, Changed), E> {
        self.act(Act { actor, at: now, act, content: true }, f)
    }

    /// Records a release (publish, pack, export, backup): as [`Store::edit`], but the entry does not count as a change
    /// of content, and `f` may record releases only.
    ///
    /// # Errors
    /// As [`Store::edit`], and [`StoreError::NotARelease`] when `f` wrote anything else.
    pub fn release<T, E: From<StoreError>>(
        &mut self,
        actor: &str,
        now: &str,
        act: &str,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, Changed), E> {
        self.act(Act { actor, at: now, act, content: false }, f)
    }

    fn act<T, E: From<StoreError>>(
        &mut self,
        act: Act<'_>,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, Changed), E> {
        let contents = &self.contents;
        // Dropped on any way out but the commit, it rolls back.
        let transaction = Transaction::new_unchecked(&contents.conn, TransactionBehavior::Immediate)
            .map_err(|error| holder::name(contents, StoreError::from(error).at(&contents.path)))?;
        self.written.take();
        let value = f(&mut Tx { contents, actor: act.actor, at: act.at })?;
        let changed = seal(contents, act, self.written.take())?;
        if changed.entry.is_some() {
            transaction.commit().map_err(|error| StoreError::from(error).at(&contents.path))?;
        }
        Ok((value, changed))
    }
}

/// Appends the entry for `rows`, where there are any.
fn seal(contents: &Contents, act: Act<'_>, rows: BTreeSet<(Table, i64)>) -> Result<Changed, StoreError> {
    if rows.is_empty() {
        return Ok(Changed::default());
    }
    let tables: BTreeSet<Table> = rows.iter().map(|(table, _)| *table).collect();
    if let Some(table) = tables.iter().find(|table| !act.content && **table != Table::Releases) {
        return Err(StoreError::NotARelease { table: table.as_str() });
    }
    let entry = contents.at(append(&contents.conn, act, &rows))?;
    Ok(Changed { entry: Some(entry), tables })
}

/// Seals an entry with the digests that `rows` have now, over the latest one.
pub(crate) fn append(conn: &Connection, act: Act<'_>, rows: &BTreeSet<(Table, i64)>) -> Result<Entry, StoreError> {
    let digests = rows
        .iter()
        .map(|&(table, row)| {
            let sha256 = row::digest(conn, table, row)?;
            Ok(RowDigest { table: table.as_str().to_owned(), row: row.to_string(), sha256 })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    let Act { actor, at, act, content } = act;
    let previous = ledger::head(conn)?;
    let entry = Entry::seal(previous.as_ref(), at.to_owned(), actor.to_owned(), act.to_owned(), content, digests)?;
    ledger::append(conn, &entry)?;
    Ok(entry)
}

#[cfg(test)]
mod tests {
    use crate::{Store, StoreError, verify};

    const NOW: &str = "2026-07-01T09:00:00Z";

    #[test]
    fn a_full_disk_is_said_and_leaves_the_dossier_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.dossier");
        let mut store = Store::create(&path, "Case", "Ada", NOW).unwrap();
        // SQLite's own limit stands in for the disk's: the code is the same.
        let pages: u32 = store.contents.conn.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        store.contents.conn.query_row(&format!("PRAGMA max_page_count = {}", pages + 2), [], |_| Ok(())).unwrap();
        let full = store.edit::<_, StoreError>("Ada", NOW, "import", |tx| tx.insert_original(&[7; 1_000_000]));
        assert!(matches!(full, Err(StoreError::Full { .. })), "{full:?}");
        assert_eq!(store.head().unwrap().n, 1);
        store.edit::<_, StoreError>("Ada", NOW, "office", |tx| tx.put_office("{}")).unwrap();
        store.close().unwrap();
        assert_eq!(verify(&path).unwrap(), []);
    }
}
