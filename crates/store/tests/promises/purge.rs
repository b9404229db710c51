//! The one exception: what is purged is gone, and that it is gone stays.

use crate::case::{LETTER, NOW, REPORT, WHO, count, edit, filled, import, names, place, source};
use dossier_model::{ClaimId, Digest, SourceId};
use dossier_store::{Store, StoreError, verify};
use rusqlite::Connection;
use std::path::Path;

const MEMO: &str = "Privileged and confidential: counsel thinks that zanzibarquux terminals hid some 31,000 accounts.";
const WORD: &str = "zanzibarquux";

/// A filled dossier with a privileged memo as source 3, claim 3, cited in two ways by a draft.
fn with_memo(path: &Path) -> Store {
    let mut store = filled(path);
    edit(&mut store, "import 1 file", |tx| {
        let memo = import(tx, "memo.txt", MEMO)?;
        tx.insert_claims(memo, &[count(MEMO, "zanzibarquux terminals hid some 31,000 accounts", "31000")], "rules")?;
        let draft = r#"{"blocks":[{"parts":[{"text":"some 31,000 zanzibarquux","binding":{"to":"quote","claim":"C3"}},
            {"text":"It said zanzibarquux terminals hid some 31,000 accounts, no less."},
            {"text":"almost 25,000 accounts","binding":{"to":"quote","claim":"C1"}}]}]}"#;
        tx.insert_draft_version("memo", "memo", "ostp", draft)
    });
    store
}

fn purge(store: &mut Store, id: u32) {
    edit(store, &format!("purge S{id}"), |tx| tx.purge_source(SourceId::new(id), "clawed back by counsel"));
    store.vacuum().unwrap();
}

fn holds(path: &Path, word: &str) -> bool {
    std::fs::read(path).unwrap().windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

#[test]
fn nothing_of_a_purged_source_is_left_in_the_file() {
    let (folder, path) = place();
    let mut store = with_memo(&path);
    assert_eq!(store.search(WORD, 5).unwrap().len(), 1);
    purge(&mut store, 3);
    assert_eq!(store.search(WORD, 5).unwrap(), []);
    assert!(matches!(store.original(&Digest::of(MEMO.as_bytes())), Err(StoreError::NoSuch { .. })));
    assert!(matches!(store.text(SourceId::new(3)), Err(StoreError::NoSuch { .. })));
    assert_eq!(store.claims().unwrap().len(), 2);
    store.close().unwrap();
    assert!(!holds(&path, WORD) && holds(&path, "almost 25,000 accounts"));
    assert_eq!(names(folder.path()), ["case.dossier"]);
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, search, row)").unwrap();
    let left = "SELECT count(*) FROM words WHERE term LIKE 'zanz%'";
    assert_eq!(conn.query_row(left, [], |row| row.get::<_, i64>(0)).unwrap(), 0, "not in the index either");
}

#[test]
fn a_tombstone_stays_and_the_ledger_verifies() {
    let (_folder, path) = place();
    let mut store = with_memo(&path);
    purge(&mut store, 3);
    let tombstone = &store.tombstones().unwrap()[0];
    assert_eq!((tombstone.source, tombstone.sha256), (SourceId::new(3), Digest::of(MEMO.as_bytes())));
    assert_eq!(
        (tombstone.reason.as_str(), tombstone.at.as_str(), tombstone.actor.as_str()),
        ("clawed back by counsel", NOW, WHO)
    );
    store.close().unwrap();
    assert_eq!(verify(&path).unwrap(), []);
}

#[test]
fn drafts_lose_the_purged_words_and_keep_the_others() {
    let (_folder, path) = place();
    let mut store = with_memo(&path);
    purge(&mut store, 3);
    let (_, draft) = store.draft("memo").unwrap().unwrap();
    let draft: serde_json::Value = serde_json::from_str(&draft).unwrap();
    let texts: Vec<_> =
        draft["blocks"][0]["parts"].as_array().unwrap().iter().map(|part| part["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["[removed]", "It said [removed], no less.", "almost 25,000 accounts"]);
}

#[test]
fn the_ids_of_what_was_purged_are_never_given_again() {
    let (_folder, path) = place();
    let mut store = with_memo(&path);
    purge(&mut store, 3);
    let (ids, _) = edit(&mut store, "import 1 file", |tx| {
        let id = import(tx, "other.txt", REPORT)?;
        Ok((id, tx.insert_claims(id, &[count(REPORT, "almost 25,000 accounts", "25000")], "rules")?))
    });
    assert_eq!(ids, (SourceId::new(4), vec![ClaimId::new(4)]));
}

#[test]
fn bytes_that_another_source_shares_stay_with_it() {
    let (_folder, path) = place();
    let mut store = filled(&path);
    let sha256 = Digest::of(LETTER.as_bytes());
    edit(&mut store, "import 1 file", |tx| tx.insert_source(&source("again.txt", LETTER.as_bytes()), LETTER, &[]));
    purge(&mut store, 2);
    assert_eq!(store.original(&sha256).unwrap(), LETTER.as_bytes());
    purge(&mut store, 3);
    assert!(store.original(&sha256).is_err());
    store.close().unwrap();
    assert_eq!(verify(&path).unwrap(), []);
}

#[test]
fn a_purge_that_fails_leaves_the_source_whole_and_the_door_shut() {
    let (_folder, path) = place();
    let mut store = with_memo(&path);
    let failed = store.edit::<(), StoreError>(WHO, NOW, "purge S3", |tx| {
        tx.purge_source(SourceId::new(3), "clawed back")?;
        tx.purge_source(SourceId::new(9), "no such source")
    });
    assert!(matches!(failed, Err(StoreError::NoSuch { .. })));
    assert_eq!(store.text(SourceId::new(3)).unwrap(), MEMO);
    store.close().unwrap();
    assert_eq!(verify(&path).unwrap(), []);
}
