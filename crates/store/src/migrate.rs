//! The file's versions, and how an older one is brought up to date.
//!
//! A migration is all or nothing, keeps a copy of the file first, and refuses a file whose rows are not what its ledger says. It
//! appends one ledger entry with the digests of all rows whose form it changed. It has no clock: its entry bears the time of the one before.

use crate::edit::{Act, append};
use crate::row::{self, Table};
use crate::tables::{
    claims, directory, dossier, drafts, facts, judgements, ledger, office, originals, releases, sources, texts, tombstones,
};
use crate::{StoreError, backup, holder, search, verify};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// "Doss" in ASCII: what makes an SQLite file a dossier (the header's application id).
pub(crate) const APPLICATION_ID: i32 = 0x446f_7373;

/// What leads from one version to the next: statements, table by table.
pub(crate) type Step = &'static [&'static str];

/// The step at index n leads from version n to n + 1.
pub(crate) const STEPS: &[Step] = &[&[
    ledger::VERSION_1,
    dossier::VERSION_1,
    originals::VERSION_1,
    sources::VERSION_1,
    texts::VERSION_1,
    search::VERSION_1,
    claims::VERSION_1,
    judgements::VERSION_1,
    facts::VERSION_1,
    drafts::VERSION_1,
    office::VERSION_1,
    directory::VERSION_1,
    releases::VERSION_1,
    tombstones::VERSION_1,
    holder::VERSION_1,
]];

/// The version that `steps` lead to.
pub(crate) fn known(steps: &[Step]) -> u32 {
    u32::try_from(steps.len()).unwrap_or(u32::MAX)
}

/// The version of a dossier, checked to be one that this program knows.
pub(crate) fn identify(conn: &Connection, path: &Path, steps: &[Step]) -> Result<u32, StoreError> {
    let pragma = |name: &str| conn.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i32>(0));
    if pragma("application_id")? != APPLICATION_ID {
        return Err(StoreError::NotADossier { path: path.to_owned() });
    }
    let found = u32::try_from(pragma("user_version")?).unwrap_or(0);
    if found > known(steps) {
        return Err(StoreError::Newer { path: path.to_owned(), found, known: known(steps) });
    }
    Ok(found)
}

/// Makes an empty file a dossier of the newest version, in the transaction that is under way.
pub(crate) fn build(conn: &Connection, steps: &[Step]) -> Result<(), StoreError> {
    run(conn, steps)?;
    conn.execute_batch(&format!("PRAGMA application_id = {APPLICATION_ID}"))?;
    set_version(conn, steps)
}

/// Brings the file from version `from` up to date. Gives the path of the copy that it kept.
pub(crate) fn migrate(conn: &Connection, path: &Path, from: u32, steps: &[Step]) -> Result<PathBuf, StoreError> {
    if let Some(fault) = verify::rows(conn)?.into_iter().next() {
        return Err(StoreError::Damaged { path: path.to_owned(), detail: format!("{}: {}", fault.place(), fault.detail) });
    }
    let copy = copy_path(path, from);
    backup::copy(conn, &copy)?;
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    let before = digests(conn)?;
    run(conn, &steps[usize::try_from(from).unwrap_or(0).min(steps.len())..])?;
    let after = digests(conn)?;
    let rows: BTreeSet<(Table, i64)> =
        before.keys().chain(after.keys()).copied().filter(|row| before.get(row) != after.get(row)).collect();
    let at = ledger::head(conn)?.map(|entry| entry.at).unwrap_or_default();
    let act = format!("migrate from version {from} to {}", known(steps));
    append(conn, Act { actor: "dossier", at: &at, act: &act, content: true }, &rows)?;
    set_version(conn, steps)?;
    transaction.commit()?;
    Ok(copy)
}

fn run(conn: &Connection, steps: &[Step]) -> Result<(), StoreError> {
    for statements in steps.iter().copied().flatten() {
        conn.execute_batch(statements)?;
    }
    Ok(())
}

fn set_version(conn: &Connection, steps: &[Step]) -> Result<(), StoreError> {
    Ok(conn.execute_batch(&format!("PRAGMA user_version = {}", known(steps)))?)
}

/// The digests of all rows of the tables that the file has.
fn digests(conn: &Connection) -> Result<BTreeMap<(Table, i64), dossier_model::Digest>, StoreError> {
    let mut digests = BTreeMap::new();
    for &table in Table::ALL {
        let known = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?1";
        if conn.query_row(known, [table.as_str()], |row| row.get::<_, u32>(0))? == 0 {
            continue;
        }
        for number in row::numbers(conn, table)? {
            if let Some(digest) = row::digest(conn, table, number)? {
                digests.insert((table, number), digest);
            }
        }
    }
    Ok(digests)
}

/// `case.dossier` of version 1 is kept as `case.v1.dossier`; the first name that is free.
fn copy_path(path: &Path, version: u32) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let extension = path.extension().map(|extension| format!(".{}", extension.to_string_lossy())).unwrap_or_default();
    let mut copy = path.with_file_name(format!("{stem}.v{version}{extension}"));
    let mut number = 2;
    while copy.exists() {
        copy = path.with_file_name(format!("{stem}.v{version}-{number}{extension}"));
        number += 1;
    }
    copy
}
