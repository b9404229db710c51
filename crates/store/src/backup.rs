//! Copies of a dossier, taken while it is in use.

use crate::contents::Contents;
use crate::{StoreError, holder};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::fs::File;
use std::path::{Path, PathBuf};

impl Contents {
    /// Copies the dossier, as last committed, to a new file. The copy appears under its name only when it is whole.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where something lies at `to`; [`StoreError::Full`] or [`StoreError::Io`] naming `to`,
    /// with nothing left there.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        copy(&self.conn, to)
    }
}

/// Copies the database of `conn` to the new file `to`.
pub(crate) fn copy(conn: &Connection, to: &Path) -> Result<(), StoreError> {
    // Made at once and exclusively, so that the name is ours from here on.
    File::create_new(to).map_err(|error| StoreError::io(to, error))?;
    let part = part_path(to);
    let done = File::create_new(&part)
        .map_err(|error| StoreError::io(&part, error))
        .and_then(|_| fill(conn, &part).map_err(|error| error.at(to)))
        .and_then(|()| settle(&part, to).map_err(|error| StoreError::io(to, error)));
    if done.is_err() {
        // What is being reported is the first failure; whether each of these was there adds nothing to it.
        for left in ["", "-journal", "-wal", "-shm"] {
            let mut name = part.clone().into_os_string();
            name.push(left);
            drop(std::fs::remove_file(name));
        }
        drop(std::fs::remove_file(to));
    }
    done
}

fn fill(conn: &Connection, part: &Path) -> Result<(), StoreError> {
    let mut copy = Connection::open(part)?;
    copy.busy_timeout(holder::PATIENCE)?;
    {
        let backup = Backup::new(conn, &mut copy)?;
        match backup.step(-1)? {
            StepResult::Done => {}
            _ => return Err(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY), None).into()),
        }
    }
    // The copy was made of a file in use: nobody uses the copy.
    holder::leave(&copy)?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Brings the whole copy to its name, and both to the disk.
fn settle(part: &Path, to: &Path) -> std::io::Result<()> {
    File::options().read(true).write(true).open(part)?.sync_all()?;
    std::fs::rename(part, to)?;
    #[cfg(unix)]
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn part_path(to: &Path) -> PathBuf {
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(format!(".part-{}", std::process::id()));
    to.with_file_name(name)
}
