//! Who has the file open for writing.
//!
//! The one row of table `holder` names the program; it is written when a store opens for writing and cleared when it closes, and can
//! be read while the file is locked. It is outside the ledger. A name that a killed program left behind is told from a live one by
//! the file itself: every program on a file with a write-ahead log holds a shared lock on it, so whoever can take the file out
//! of that mode is alone with it. No second file is needed, and no clock or process list is trusted.
//!
//! On a network folder there is no write-ahead log, hence no such proof: there the name only informs, and the lock is that of
//! each transaction.

use crate::StoreError;
use crate::contents::Contents;
use crate::place::Place;
use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior, params};
use std::path::Path;
use std::time::Duration;

/// How long a second writer waits.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(50);
/// What to call a holder that left no name.
const UNNAMED: &str = "another program";

pub(crate) const VERSION_1: &str = "
CREATE TABLE holder (one INTEGER PRIMARY KEY CHECK (one = 1), turn INTEGER NOT NULL, who TEXT) STRICT;
INSERT INTO holder (one, turn, who) VALUES (1, 0, NULL);
";

/// One look at the file.
enum Attempt {
    Taken(Box<Connection>),
    Held(String),
}

/// Opens a connection by `connect` and takes the file for writing, waiting up to `patience` for whoever has it.
pub(crate) fn take(
    path: &Path,
    place: Place,
    patience: Duration,
    connect: impl Fn() -> Result<Connection, StoreError>,
) -> Result<Connection, StoreError> {
    let mut waited = Duration::ZERO;
    loop {
        let holder = match attempt(place, &connect) {
            Ok(Attempt::Taken(conn)) => return Ok(*conn),
            Ok(Attempt::Held(who)) => who,
            Err(error) => match error.at(path) {
                StoreError::Locked { holder, .. } => holder,
                error => return Err(error),
            },
        };
        if waited >= patience {
            return Err(StoreError::Locked { path: path.to_owned(), holder });
        }
        // Two programs that wait for a third must not look at the same moments: each look holds the file for an instant.
        let pause = PAUSE + Duration::from_millis(u64::from(std::process::id() % 23));
        wait(pause);
        waited += pause;
    }
}

#[expect(clippy::disallowed_methods, reason = "SQLite waits for its own locks by itself, but not for this one")]
fn wait(pause: Duration) {
    std::thread::sleep(pause);
}

fn attempt(place: Place, connect: impl Fn() -> Result<Connection, StoreError>) -> Result<Attempt, StoreError> {
    let conn = connect()?;
    conn.busy_timeout(PAUSE)?;
    if place == Place::Network {
        journal(&conn, "DELETE")?;
        let found = row(&conn)?;
        sit(&conn, found.0)?;
        return Ok(Attempt::Taken(Box::new(conn)));
    }
    if !journal(&conn, "WAL")? {
        return Ok(Attempt::Held(holder(&conn)));
    }
    let found = row(&conn)?;
    if let Some(who) = &found.1 {
        // Alone with the file: the holder is gone without a goodbye.
        let alone = journal(&conn, "DELETE")?;
        if !alone || !journal(&conn, "WAL")? {
            return Ok(Attempt::Held(who.clone()));
        }
    }
    match sit(&conn, found.0) {
        Ok(true) => Ok(Attempt::Taken(Box::new(conn))),
        Ok(false) => Ok(Attempt::Held(holder(&conn))),
        Err(StoreError::Sql(error)) if is_busy(&error) => Ok(Attempt::Held(holder(&conn))),
        Err(error) => Err(error),
    }
}

/// Writes this program's name, unless somebody took a turn since `turn`.
fn sit(conn: &Connection, turn: i64) -> Result<bool, StoreError> {
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    let taken = conn.execute("UPDATE holder SET turn = turn + 1, who = ?2 WHERE turn = ?1", params![turn, this_program()])?;
    transaction.commit()?;
    Ok(taken == 1)
}

/// Clears this program's name and brings the log back into the one file. A reader that still has the file open keeps the log's
/// files in place until the next writer closes; nothing is lost by it.
pub(crate) fn leave(conn: &Connection) -> Result<(), StoreError> {
    conn.execute("UPDATE holder SET who = NULL", [])?;
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    journal(conn, "DELETE")?;
    Ok(())
}

/// The error, with the holder's name where it is about a lock.
pub(crate) fn name(contents: &Contents, error: StoreError) -> StoreError {
    match error {
        StoreError::Locked { path, .. } => StoreError::Locked { path, holder: holder(&contents.conn) },
        error => error,
    }
}

/// Sets the journal mode; `false` where others on the file stand in the way.
fn journal(conn: &Connection, mode: &str) -> Result<bool, StoreError> {
    match conn.query_row(&format!("PRAGMA journal_mode = {mode}"), [], |row| row.get::<_, String>(0)) {
        Ok(now) => Ok(now.eq_ignore_ascii_case(mode)),
        Err(error) if is_busy(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

fn row(conn: &Connection) -> Result<(i64, Option<String>), StoreError> {
    Ok(conn.query_row("SELECT turn, who FROM holder", [], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

fn holder(conn: &Connection) -> String {
    row(conn).ok().and_then(|(_, who)| who).unwrap_or_else(|| UNNAMED.to_owned())
}

/// This program as the next in line will be told: `dossier (process 4711, started by anna)`.
fn this_program() -> String {
    let program = std::env::current_exe().ok().and_then(|path| Some(path.file_stem()?.to_string_lossy().into_owned()));
    let program = program.unwrap_or_else(|| "dossier".to_owned());
    let process = std::process::id();
    match std::env::var("USER").or_else(|_| std::env::var("USERNAME")) {
        Ok(user) if !user.is_empty() => format!("{program} (process {process}, started by {user})"),
        _ => format!("{program} (process {process})"),
    }
}
