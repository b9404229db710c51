//! Who has the file open for writing.
//!
//! The one row of table `holder` names the program; it is written when a store opens for writing and cleared when it
//! closes, and can be read while the file is locked. It is outside the ledger. A name that a killed program left behind
//! is told from a live one by the file itself: every program on a file with a write-ahead log holds a shared lock on
//! it, so whoever can take the file out of that mode is alone with it. No second file is needed, and no clock or
//! process list is trusted.
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
/// How long one look at the file takes at most, and how long after it comes the next.
pub(crate) const PAUSE: Duration = Duration::from_millis(50);
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
                StoreError::Locked { holder, .. } => {
                    waited += PAUSE;
                    holder
                }
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
    // First, because it gives the log's room back to a disk that may be full.
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    conn.execute("UPDATE holder SET who = NULL", [])?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::migrate::STEPS;
    use crate::{Mode, Store};
    use std::path::PathBuf;

    const NOW: &str = "2026-07-01T09:00:00Z";
    /// One look, no waiting.
    const NONE: Duration = Duration::ZERO;

    fn dossier() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.dossier");
        Store::create(&path, "Case", "Ada", NOW).unwrap().close().unwrap();
        (folder, path)
    }

    fn open(path: &Path, place: Place, patience: Duration) -> Result<Store, StoreError> {
        Store::open_with(path, Mode::Write, place, patience, STEPS)
    }

    /// The holder that opening for writing is told of.
    fn refused_by(path: &Path) -> String {
        match open(path, Place::Local, NONE) {
            Err(StoreError::Locked { holder, .. }) => holder,
            other => panic!("not locked: {other:?}"),
        }
    }

    #[test]
    fn a_second_writer_is_told_who_holds_the_file_and_reading_works() {
        let (_folder, path) = dossier();
        let first = open(&path, Place::Local, NONE).unwrap();
        assert_eq!(refused_by(&path), this_program());
        assert!(this_program().contains(&std::process::id().to_string()));
        assert_eq!(Store::open(&path, Mode::Read).unwrap().title().unwrap(), "Case");
        first.close().unwrap();
        open(&path, Place::Local, NONE).unwrap().close().unwrap();
    }

    #[test]
    fn a_second_writer_gets_the_file_when_the_first_closes_within_its_patience() {
        let (_folder, path) = dossier();
        let first = open(&path, Place::Local, NONE).unwrap();
        std::thread::scope(|scope| {
            let second = scope.spawn(|| open(&path, Place::Local, PATIENCE).unwrap().close().unwrap());
            first.close().unwrap();
            second.join().unwrap();
        });
    }

    #[test]
    fn a_name_left_behind_by_a_killed_program_keeps_nobody_out() {
        let (_folder, path) = dossier();
        let conn = Connection::open(&path).unwrap();
        conn.execute("UPDATE holder SET who = 'dossier (process 1)'", []).unwrap();
        journal(&conn, "WAL").unwrap();
        row(&conn).unwrap();
        // While anybody has the file open, the name cannot be told from a live one.
        assert_eq!(refused_by(&path), "dossier (process 1)");
        drop(conn);
        open(&path, Place::Local, NONE).unwrap().close().unwrap();
    }

    #[test]
    fn another_program_in_the_middle_of_writing_is_waited_for() {
        let (_folder, path) = dossier();
        for begin in ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"] {
            let other = Connection::open(&path).unwrap();
            other.execute_batch(begin).unwrap();
            assert_eq!(refused_by(&path), UNNAMED, "{begin}");
            other.execute_batch("COMMIT").unwrap();
            open(&path, Place::Local, NONE).unwrap().close().unwrap();
        }
    }

    #[test]
    fn a_change_cut_off_on_a_network_folder_is_taken_back_by_the_next_writer() {
        let (folder, path) = dossier();
        let other = Connection::open(&path).unwrap();
        // With hardly any memory SQLite writes to the file before the commit; what it overwrites lies in the journal.
        other
            .execute_batch("PRAGMA cache_size = 1; PRAGMA synchronous = OFF; BEGIN; UPDATE dossier SET title = 'Half';")
            .unwrap();
        other.execute("INSERT INTO office (content) VALUES (hex(zeroblob(1000000)))", []).unwrap();
        let cut = folder.path().join("cut.dossier");
        std::fs::copy(&path, &cut).unwrap();
        std::fs::copy(folder.path().join("case.dossier-journal"), folder.path().join("cut.dossier-journal")).unwrap();
        let read = Store::open(&cut, Mode::Read);
        assert!(matches!(read, Err(StoreError::Unfinished { .. })), "{read:?}");
        assert_eq!(open(&cut, Place::Network, NONE).unwrap().title().unwrap(), "Case");
        assert_eq!(crate::verify(&cut).unwrap(), []);
    }

    #[test]
    fn of_many_that_come_at_once_no_two_get_the_file() {
        let (_folder, path) = dossier();
        let taken: usize = std::thread::scope(|scope| {
            let all: Vec<_> = (0..8).map(|_| scope.spawn(|| open(&path, Place::Local, NONE).ok())).collect();
            // Joined before any is dropped: all of them that got the file would have it at the same time.
            let stores: Vec<_> = all.into_iter().map(|one| one.join().unwrap()).collect();
            stores.iter().flatten().count()
        });
        assert!(taken <= 1, "{taken} writers at once");
    }

    #[test]
    fn on_a_network_folder_each_act_takes_the_lock_and_there_is_no_log() {
        let (folder, path) = dossier();
        let mut first = open(&path, Place::Network, NONE).unwrap();
        let mut second = open(&path, Place::Network, NONE).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        first
            .edit::<_, StoreError>("Ada", NOW, "office", |tx| {
                let refused = second.edit::<_, StoreError>("Bo", NOW, "office", |tx| tx.put_office("{}"));
                assert!(matches!(&refused, Err(StoreError::Locked { holder, .. }) if *holder == this_program()), "{refused:?}");
                tx.put_office("[]")
            })
            .unwrap();
        second.edit::<_, StoreError>("Bo", NOW, "office", |tx| tx.put_office("{}")).unwrap();
        assert_eq!(first.head().unwrap().n, 3);
        first.close().unwrap();
        second.close().unwrap();
        assert_eq!(crate::verify(&path).unwrap(), []);
    }
}
