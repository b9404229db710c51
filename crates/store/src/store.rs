//! A dossier file: making it, opening it, closing it.

use crate::contents::Contents;
use crate::edit::{Act, Written, append};
use crate::migrate::{self, STEPS, Step};
use crate::place::Place;
use crate::row::Table;
use crate::tables::dossier;
use crate::{StoreError, holder};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::ops::Deref;
use std::path::Path;
use std::time::Duration;

/// What a dossier is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Reading only: works while another program writes, and never writes a byte of the file.
    Read,
    /// Reading and writing: one program at a time.
    Write,
}

/// An open dossier: one connection, synchronous, [`Send`]. Its readers are those of [`Contents`].
#[derive(Debug)]
pub struct Store {
    pub(crate) contents: Contents,
    pub(crate) written: Written,
    /// Whether this store's name stands in the file.
    holds: bool,
}

impl Deref for Store {
    type Target = Contents;
    fn deref(&self) -> &Contents {
        &self.contents
    }
}

/// Up to this size a file is checked page by page before it is written to; above, that would cost more than the work.
const CHECKED_BYTES: i64 = 4 * 1024 * 1024;

impl Store {
    /// Makes a new dossier and opens it for writing. The ledger's entry 1 is `new`.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where something lies at `path`; nothing is left there on any error.
    pub fn create(path: &Path, title: &str, actor: &str, now: &str) -> Result<Store, StoreError> {
        // Made at once and exclusively, so that the name is ours from here on.
        std::fs::File::create_new(path).map_err(|error| StoreError::io(path, error))?;
        build(path, title, actor, now).map_err(|error| {
            // The failure itself is reported; an empty file would stand in the way of the next try.
            drop(std::fs::remove_file(path));
            error.at(path)
        })?;
        Self::open(path, Mode::Write)
    }

    /// Opens a dossier. Opening reads the header, the schema and the ledger's head; a file for writing of up to 4 MB is also
    /// checked page by page. All else that can be wrong with a file is found when it is read, or by [`crate::verify`].
    ///
    /// For writing, waits up to five seconds for another writer. A file of an older version is brought up to date, with
    /// a copy kept beside it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::NotADossier`], [`StoreError::Newer`], [`StoreError::Older`] (reading only),
    /// [`StoreError::Damaged`], [`StoreError::Locked`] (writing only), [`StoreError::ReadOnly`] (writing only).
    pub fn open(path: &Path, mode: Mode) -> Result<Store, StoreError> {
        Self::open_with(path, mode, Place::of(path), holder::PATIENCE, STEPS)
    }

    pub(crate) fn open_with(
        path: &Path,
        mode: Mode,
        place: Place,
        patience: Duration,
        steps: &[Step],
    ) -> Result<Store, StoreError> {
        if !path.exists() {
            return Err(StoreError::NotFound { path: path.to_owned() });
        }
        let opened = match mode {
            Mode::Read => Self::read(path, patience, steps),
            Mode::Write => Self::write(path, place, patience, steps),
        };
        let store = opened.map_err(|error| error.at(path))?;
        // A dossier without a head is no dossier: its ledger was emptied.
        store.head()?;
        Ok(store)
    }

    fn read(path: &Path, patience: Duration, steps: &[Step]) -> Result<Store, StoreError> {
        let mut conn = connect(path, Mode::Read, patience)?;
        let (found, known) = (migrate::identify(&conn, path, steps)?, migrate::known(steps));
        if found < known {
            return Err(StoreError::Older { path: path.to_owned(), found, known });
        }
        let written = Written::listen(&mut conn)?;
        Ok(Store { contents: Contents { conn, path: path.to_owned() }, written, holds: false })
    }

    fn write(path: &Path, place: Place, patience: Duration, steps: &[Step]) -> Result<Store, StoreError> {
        let mut conn = holder::take(path, place, patience, || {
            let conn = connect(path, Mode::Write, holder::PAUSE)?;
            migrate::identify(&conn, path, steps)?;
            Ok(conn)
        })?;
        conn.busy_timeout(patience)?;
        let written = Written::listen(&mut conn)?;
        // From here on a failure clears the name again, by drop.
        let store = Store { contents: Contents { conn, path: path.to_owned() }, written, holds: true };
        let conn = &store.contents.conn;
        check_pages(conn, path)?;
        let found = migrate::identify(conn, path, steps)?;
        if found < migrate::known(steps) {
            migrate::migrate(conn, path, found, steps)?;
        }
        Ok(store)
    }

    /// Rewrites the file without the pages that were freed: after a purge nothing of what went is left in it. Needs
    /// room for a second copy.
    pub fn vacuum(&mut self) -> Result<(), StoreError> {
        let conn = &self.contents.conn;
        let vacuum = || -> Result<(), StoreError> {
            conn.execute_batch("VACUUM")?;
            conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            Ok(())
        };
        self.contents.at(vacuum())
    }

    /// Closes the dossier: everything is in the one file, with nothing beside it. (A reader in another program that
    /// still has it open keeps the log's files there until the next writer closes.) Dropping a store does the same, but
    /// cannot report a failure.
    ///
    /// # Errors
    /// [`StoreError::LogLeft`] when the disk is full: everything committed is kept, but in two files.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.leave()
    }

    fn leave(&mut self) -> Result<(), StoreError> {
        if !std::mem::take(&mut self.holds) {
            return Ok(());
        }
        self.contents.conn.flush_prepared_statement_cache();
        let path = self.contents.path();
        holder::leave(&self.contents.conn).map_err(|error| match error.at(path) {
            StoreError::Full { path } => StoreError::LogLeft { path, detail: "the disk is full".into() },
            StoreError::Io { path, source } => StoreError::LogLeft { path, detail: source.to_string() },
            error => error,
        })
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // What was committed is in the log and is found again; a name left behind is recognised as such.
        drop(self.leave());
    }
}

/// Opens a connection with the settings that every one has.
pub(crate) fn connect(path: &Path, mode: Mode, patience: Duration) -> Result<Connection, StoreError> {
    let access = match mode {
        Mode::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Mode::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let conn = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(patience)?;
    conn.set_prepared_statement_cache_capacity(64);
    conn.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;",
    )?;
    Ok(conn)
}

/// Fills a new, empty file: schema, title, the first ledger entry.
fn build(path: &Path, title: &str, actor: &str, now: &str) -> Result<(), StoreError> {
    let mut conn = connect(path, Mode::Write, holder::PATIENCE)?;
    conn.execute_batch("PRAGMA page_size = 16384")?;
    let written = Written::listen(&mut conn)?;
    let transaction = Transaction::new_unchecked(&conn, TransactionBehavior::Immediate)?;
    migrate::build(&conn, STEPS)?;
    dossier::insert(&conn, title)?;
    append(&conn, Act { actor, at: now, act: "new", content: true }, &written.take())?;
    transaction.commit()?;
    Ok(())
}

/// Checks the pages of a small file's tables, so that nothing is built on damage.
fn check_pages(conn: &Connection, path: &Path) -> Result<(), StoreError> {
    let size = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
    if conn.query_row(size, [], |row| row.get::<_, i64>(0))? > CHECKED_BYTES {
        return Ok(());
    }
    for table in Table::ALL.iter().map(|table| table.as_str()).chain(["ledger"]) {
        let said = conn.query_row(&format!("PRAGMA quick_check('{table}')"), [], |row| row.get::<_, String>(0))?;
        if said != "ok" {
            return Err(StoreError::Damaged { path: path.to_owned(), detail: said });
        }
    }
    Ok(())
}
