//! Opening, closing and copying the one file.

use crate::case::{NOW, WHO, create, damage_table, edit, filled, import, names, place};
use dossier_store::{Mode, Store, StoreError, verify};
use rusqlite::Connection;
use std::path::Path;

#[test]
fn a_closed_dossier_is_one_file() {
    let (folder, path) = place();
    let store = filled(&path);
    assert!(names(folder.path()).len() > 1, "the log lies beside it while it is open");
    store.close().unwrap();
    assert_eq!(names(folder.path()), ["case.dossier"]);
}

#[test]
fn a_dropped_dossier_is_one_file_too() {
    let (folder, path) = place();
    drop(filled(&path));
    assert_eq!(names(folder.path()), ["case.dossier"]);
}

#[test]
fn reading_and_verifying_write_no_byte() {
    let (folder, path) = place();
    filled(&path).close().unwrap();
    let before = std::fs::read(&path).unwrap();
    let store = Store::open(&path, Mode::Read).unwrap();
    assert_eq!(store.search("Corvid", 9).unwrap().len(), 2);
    assert_eq!((store.claims().unwrap().len(), store.ledger().unwrap().len()), (2, 5));
    store.close().unwrap();
    assert_eq!(verify(&path).unwrap(), []);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(names(folder.path()), ["case.dossier"]);
}

#[test]
fn a_store_opened_for_reading_changes_nothing() {
    let (_folder, path) = place();
    filled(&path).close().unwrap();
    let mut store = Store::open(&path, Mode::Read).unwrap();
    let refused = store.edit(WHO, NOW, "office", |tx| tx.put_office("{}"));
    assert!(matches!(refused, Err(StoreError::ReadOnly { .. })), "{refused:?}");
}

#[test]
fn a_reader_sees_what_was_committed_and_nothing_else() {
    let (_folder, path) = place();
    let mut writer = filled(&path);
    let reader = Store::open(&path, Mode::Read).unwrap();
    edit(&mut writer, "import", |tx| {
        import(tx, "third.txt", "A third report.")?;
        assert_eq!(tx.sources()?.len(), 3, "the act sees its own writing");
        assert_eq!(reader.sources()?.len(), 2, "others do not");
        Ok(())
    });
    assert_eq!(reader.sources().unwrap().len(), 3);
    assert_eq!(verify(&path).unwrap(), [], "a dossier in use can be verified");
    reader.close().unwrap();
    writer.close().unwrap();
    assert_eq!(verify(&path).unwrap(), []);
}

#[test]
fn a_reader_that_outlives_the_writer_keeps_nothing_from_the_next() {
    let (folder, path) = place();
    let writer = filled(&path);
    let reader = Store::open(&path, Mode::Read).unwrap();
    assert_eq!(reader.sources().unwrap().len(), 2);
    writer.close().unwrap();
    assert_eq!(reader.sources().unwrap().len(), 2);
    let mut next = Store::open(&path, Mode::Write).unwrap();
    edit(&mut next, "import", |tx| import(tx, "third.txt", "A third report."));
    reader.close().unwrap();
    next.close().unwrap();
    assert_eq!(names(folder.path()), ["case.dossier"]);
    assert_eq!(verify(&path).unwrap(), []);
}

/// What stands at a path, and what opening it says.
#[test]
fn what_is_no_whole_dossier_is_refused_by_what_it_is() {
    type Make = fn(&Path);
    type Expected = fn(&StoreError) -> bool;
    let cases: [(&str, Make, Expected); 8] = [
        ("nothing", |_| {}, |error| matches!(error, StoreError::NotFound { .. })),
        ("an empty file", |path| std::fs::write(path, "").unwrap(), |error| matches!(error, StoreError::NotADossier { .. })),
        (
            "a text",
            |path| std::fs::write(path, "Dear Chair,\n".repeat(200)).unwrap(),
            |error| matches!(error, StoreError::NotADossier { .. }),
        ),
        ("a short text", |path| std::fs::write(path, "x").unwrap(), |error| matches!(error, StoreError::NotADossier { .. })),
        (
            "another program's database",
            |path| Connection::open(path).unwrap().execute_batch("CREATE TABLE t (x)").unwrap(),
            |error| matches!(error, StoreError::NotADossier { .. }),
        ),
        (
            "a dossier of a later version",
            |path| {
                create(path).close().unwrap();
                Connection::open(path).unwrap().execute_batch("PRAGMA user_version = 7").unwrap();
            },
            |error| matches!(error, StoreError::Newer { found: 7, known: 2, .. }),
        ),
        (
            "half a dossier",
            |path| {
                filled(path).close().unwrap();
                let bytes = std::fs::read(path).unwrap();
                std::fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
            },
            |error| matches!(error, StoreError::Damaged { .. }),
        ),
        (
            "a dossier with its beginning overwritten",
            |path| {
                filled(path).close().unwrap();
                let mut bytes = std::fs::read(path).unwrap();
                bytes[..64].fill(0xA5);
                std::fs::write(path, bytes).unwrap();
            },
            |error| matches!(error, StoreError::NotADossier { .. }),
        ),
    ];
    for (what, make, expected) in cases {
        let (folder, path) = place();
        make(&path);
        let before = std::fs::read(&path).ok();
        for mode in [Mode::Read, Mode::Write] {
            let error = Store::open(&path, mode).expect_err(what);
            assert!(expected(&error), "{what}, {mode:?}: {error:?}");
            let message = error.to_string();
            assert!(message.contains("case.dossier") && (message.contains(';') || message.contains(':')), "{what}: {message}");
        }
        assert!(verify(&path).is_err(), "{what}");
        assert_eq!(std::fs::read(&path).ok(), before, "{what} is left as it was");
        assert!(names(folder.path()).len() <= 1, "{what}: {:?}", names(folder.path()));
    }
}

#[test]
fn a_damaged_page_is_found_before_anything_is_written_over_it() {
    let (_folder, path) = place();
    filled(&path).close().unwrap();
    damage_table(&path, "claims");
    let refused = Store::open(&path, Mode::Write);
    assert!(matches!(refused, Err(StoreError::Damaged { .. })), "{refused:?}");
    assert!(!verify(&path).unwrap().is_empty());
}

#[test]
fn an_existing_file_is_never_made_over() {
    let (_folder, path) = place();
    std::fs::write(&path, "a letter").unwrap();
    let refused = Store::create(&path, "Case", WHO, NOW);
    assert!(matches!(refused, Err(StoreError::Exists { .. })), "{refused:?}");
    assert_eq!(std::fs::read(&path).unwrap(), b"a letter");
    let nowhere = path.with_file_name("missing").join("case.dossier");
    assert!(matches!(Store::create(&nowhere, "Case", WHO, NOW), Err(StoreError::NotFound { .. })));
}

#[test]
fn a_copy_of_a_dossier_in_use_is_whole_and_free() {
    let (folder, path) = place();
    let mut store = filled(&path);
    let copy = folder.path().join("copy.dossier");
    store.backup(&copy).unwrap();
    assert!(matches!(store.backup(&copy), Err(StoreError::Exists { .. })));
    assert_eq!(verify(&copy).unwrap(), []);
    let mut other = Store::open(&copy, Mode::Write).unwrap();
    assert_eq!(other.head().unwrap(), store.head().unwrap());
    edit(&mut other, "import", |tx| import(tx, "third.txt", "A third report."));
    edit(&mut store, "import", |tx| import(tx, "fourth.txt", "A fourth report."));
    other.close().unwrap();
    store.close().unwrap();
    assert_eq!(names(folder.path()), ["case.dossier", "copy.dossier"]);
}

#[test]
fn a_dossier_open_for_reading_can_be_copied() {
    let (folder, path) = place();
    filled(&path).close().unwrap();
    let copy = folder.path().join("copy.dossier");
    Store::open(&path, Mode::Read).unwrap().backup(&copy).unwrap();
    assert_eq!(verify(&copy).unwrap(), []);
    assert!(Store::open(&path, Mode::Read).unwrap().backup(&folder.path().join("missing").join("copy")).is_err());
}
