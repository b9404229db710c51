//! The file's versions, and how an older one is brought up to date.
//!
//! A migration is all or nothing, keeps a copy of the file first, and refuses a file whose rows are not what its ledger
//! says. It appends one ledger entry with the digests of all rows whose form it changed. It has no clock: its entry
//! bears the time of the one before.

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
pub(crate) const STEPS: &[Step] = &[
    &[
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
    ],
    &[sources::VERSION_2, texts::VERSION_2],
];

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::holder::PATIENCE;
    use crate::place::Place;
    use crate::{Mode, Store};

    const NOW: &str = "2026-07-01T09:00:00Z";
    /// What a later version might do: a new column, a new table, changed rows.
    const LATER: &[Step] = &[
        STEPS[0],
        STEPS[1],
        &["ALTER TABLE dossier ADD COLUMN language TEXT; CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT) STRICT;"],
        &["DROP TRIGGER office_keep; UPDATE office SET content = '{\"name\":null}' WHERE content = '{}';"],
    ];
    const BROKEN: &[Step] =
        &[STEPS[0], STEPS[1], &["CREATE TABLE notes (id INTEGER PRIMARY KEY) STRICT;"], &["UPDATE nowhere SET x = 1"]];

    fn newest() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.dossier");
        let mut store = Store::create(&path, "Case", "Ada", NOW).unwrap();
        store.edit::<_, StoreError>("Ada", "2026-07-02T09:00:00Z", "office", |tx| tx.put_office("{}")).unwrap();
        store.close().unwrap();
        (folder, path)
    }

    fn open(path: &Path, mode: Mode, steps: &[Step]) -> Result<Store, StoreError> {
        Store::open_with(path, mode, Place::Local, PATIENCE, steps)
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn an_older_file_is_brought_up_to_date_and_a_copy_of_it_stays() {
        let (folder, path) = newest();
        assert!(matches!(open(&path, Mode::Read, LATER), Err(StoreError::Older { found: 2, known: 4, .. })));
        let store = open(&path, Mode::Write, LATER).unwrap();
        assert_eq!(store.office().unwrap().as_deref(), Some(r#"{"name":null}"#));
        let head = store.head().unwrap();
        assert_eq!((head.n, head.act.as_str(), head.at.as_str()), (3, "migrate from version 2 to 4", "2026-07-02T09:00:00Z"));
        let rows: Vec<_> = head.rows.iter().map(|row| row.table.as_str()).collect();
        assert_eq!(rows, ["dossier", "office"], "every row whose form changed");
        assert_eq!(verify::rows(&store.contents.conn).unwrap(), []);
        store.close().unwrap();
        assert_eq!(names(folder.path()), ["case.dossier", "case.v2.dossier"]);
        let copy = folder.path().join("case.v2.dossier");
        assert_eq!(verify::verify(&copy).unwrap(), []);
        assert_eq!(open(&copy, Mode::Read, STEPS).unwrap().office().unwrap().as_deref(), Some("{}"));
        assert!(matches!(open(&path, Mode::Write, STEPS), Err(StoreError::Newer { found: 4, known: 2, .. })));
        open(&path, Mode::Write, LATER).unwrap().close().unwrap();
        assert_eq!(names(folder.path()).len(), 2, "once is enough");
    }

    #[test]
    fn a_migration_that_fails_leaves_the_file_as_it_was() {
        let (folder, path) = newest();
        assert!(open(&path, Mode::Write, BROKEN).is_err());
        assert_eq!(names(folder.path()), ["case.dossier", "case.v2.dossier"]);
        assert_eq!(verify::verify(&path).unwrap(), []);
        assert_eq!(open(&path, Mode::Write, STEPS).unwrap().head().unwrap().n, 2);
    }

    #[test]
    fn a_file_that_was_altered_is_not_migrated() {
        let (folder, path) = newest();
        Connection::open(&path).unwrap().execute("UPDATE dossier SET title = 'Another'", []).unwrap();
        let refused = open(&path, Mode::Write, LATER);
        assert!(matches!(refused, Err(StoreError::Damaged { .. })), "a migration would seal the alteration: {refused:?}");
        assert_eq!(names(folder.path()), ["case.dossier"]);
    }

    #[test]
    fn copies_do_not_replace_each_other() {
        let (folder, path) = newest();
        std::fs::write(folder.path().join("case.v2.dossier"), "an older copy").unwrap();
        open(&path, Mode::Write, LATER).unwrap().close().unwrap();
        assert_eq!(names(folder.path()), ["case.dossier", "case.v2-2.dossier", "case.v2.dossier"]);
        assert_eq!(std::fs::read(folder.path().join("case.v2.dossier")).unwrap(), b"an older copy");
    }
}
