//! One door for every change: one transaction, one entry, all or nothing, nothing overwritten.

use crate::case::{LETTER, NOW, REPORT, WHO, count, create, edit, fact, filled, import, place, source};
use dossier_model::{ClaimId, Digest, JudgementKind, Quote, Quotes, SourceId, check_chain};
use dossier_store::{Changed, Mode, NewSource, Store, StoreError, Table, verify};
use rusqlite::Connection;

#[test]
fn a_new_dossier_has_one_entry() {
    let (_folder, path) = place();
    let store = create(&path);
    let ledger = store.ledger().unwrap();
    let entry = ledger.first().unwrap();
    assert_eq!((ledger.len(), entry.act.as_str(), entry.actor.as_str(), entry.at.as_str()), (1, "new", WHO, NOW));
    assert_eq!(entry.rows.iter().map(|row| row.table.as_str()).collect::<Vec<_>>(), ["dossier"]);
}

#[test]
fn what_was_written_is_read_back() {
    let (_folder, path) = place();
    filled(&path).close().unwrap();
    let store = Store::open(&path, Mode::Read).unwrap();
    let (first, digest) = (SourceId::new(1), Digest::of(REPORT.as_bytes()));
    let source = store.source(first).unwrap();
    assert_eq!((source.file.as_str(), source.sha256, source.characters), ("report.txt", digest, 89));
    assert_eq!((source.imported_at.as_str(), source.imported_by.as_str()), (NOW, WHO));
    assert_eq!(store.sources().unwrap().len(), 2);
    assert_eq!(store.text(first).unwrap(), REPORT);
    assert_eq!(store.texts(&[first, SourceId::new(2)]).unwrap()[&SourceId::new(2)], LETTER);
    assert_eq!(store.marks(first).unwrap().len(), 1);
    assert_eq!(store.original(&digest).unwrap(), REPORT.as_bytes());
    assert_eq!(store.find_original(&digest).unwrap(), Some(first));
    assert_eq!(store.find_original(&Digest::of(b"")).unwrap(), None);
    let claims = store.claims().unwrap();
    assert_eq!(claims[0].content, count(REPORT, "almost 25,000 accounts", "25000"));
    assert_eq!(store.claims_of(SourceId::new(2)).unwrap(), claims[1..]);
    assert_eq!(store.facts().unwrap(), [fact(1, claims[0].id, "25000"), fact(2, claims[1].id, "25000")]);
    let judgement = &store.judgements().unwrap()[0];
    assert_eq!((judgement.actor.as_str(), judgement.reason.as_deref(), judgement.bulk), (WHO, Some("read"), false));
    assert_eq!(judgement.kind, JudgementKind::Accept { claims: vec![claims[0].id, claims[1].id] });
    assert_eq!(store.draft("letter").unwrap(), Some((1, r#"{"name":"letter"}"#.to_owned())));
    assert_eq!(store.office().unwrap().as_deref(), Some(r#"{"name":"Halden"}"#));
    assert_eq!(store.directory().unwrap().as_deref(), Some("[]"));
    assert_eq!(store.releases().unwrap()[0].name, "letter");
    assert!(matches!(store.source(SourceId::new(9)), Err(StoreError::NoSuch { what: "source", .. })));
    assert!(matches!(store.text(SourceId::new(9)), Err(StoreError::NoSuch { .. })));
}

#[test]
fn each_act_is_one_entry_over_the_one_before() {
    let (_folder, path) = place();
    let store = filled(&path);
    let ledger = store.ledger().unwrap();
    assert_eq!(check_chain(&ledger), []);
    let acts: Vec<_> = ledger.iter().map(|entry| (entry.n, entry.act.as_str(), entry.content)).collect();
    assert_eq!(
        acts,
        [(1, "new", true), (2, "import 2 files", true), (3, "accept", true), (4, "draft", true), (5, "publish letter", false)]
    );
    assert_eq!(store.head().unwrap().n, 5);
    assert_eq!(store.content_head().unwrap().n, 4, "a release changes no content");
}

#[test]
fn an_entry_lists_every_row_that_was_written() {
    let (_folder, path) = place();
    let entry = &filled(&path).ledger().unwrap()[1];
    let rows: Vec<_> = entry.rows.iter().map(|row| format!("{} {}", row.table, row.row)).collect();
    let tables = ["claims", "originals", "sources", "texts"];
    assert_eq!(rows, tables.iter().flat_map(|table| [format!("{table} 1"), format!("{table} 2")]).collect::<Vec<_>>());
}

#[test]
fn an_act_that_fails_leaves_nothing_behind() {
    let (_folder, path) = place();
    let mut store = filled(&path);
    let before = (store.ledger().unwrap(), store.sources().unwrap(), store.facts().unwrap());
    let failed = store.edit::<(), StoreError>(WHO, NOW, "import", |tx| {
        import(tx, "another.txt", "Another report about Corvid.")?;
        tx.put_facts(&tx.facts()?, &[])?;
        Err(StoreError::NoSuch { what: "source", id: "S9".into() })
    });
    assert!(matches!(failed, Err(StoreError::NoSuch { .. })));
    assert_eq!(before, (store.ledger().unwrap(), store.sources().unwrap(), store.facts().unwrap()));
    assert_eq!(store.search("another", 9).unwrap(), []);
    store.close().unwrap();
    assert_eq!(verify(&path).unwrap(), []);
}

#[test]
fn an_act_that_panics_leaves_nothing_behind() {
    let (_folder, path) = place();
    let mut store = filled(&path);
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.edit::<(), StoreError>(WHO, NOW, "import", |tx| {
            import(tx, "another.txt", "Another report.")?;
            panic!("a fault in the caller")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(store.sources().unwrap().len(), 2);
    edit(&mut store, "import", |tx| import(tx, "another.txt", "Another report."));
    store.close().unwrap();
    assert_eq!(verify(&path).unwrap(), []);
}

#[test]
fn an_act_that_writes_nothing_makes_no_entry() {
    let (_folder, path) = place();
    let mut store = filled(&path);
    let facts = store.facts().unwrap();
    let (_, changed) = edit(&mut store, "nothing", |tx| {
        tx.put_facts(&tx.facts()?, &facts)?;
        tx.put_office(r#"{"name":"Halden"}"#)?;
        tx.insert_original(REPORT.as_bytes())
    });
    assert_eq!(changed, Changed::default());
    assert_eq!(store.head().unwrap().n, 5);
}

#[test]
fn only_facts_that_differ_are_written() {
    let (_folder, path) = place();
    let mut store = filled(&path);
    let claim = ClaimId::new(1);
    let (_, changed) =
        edit(&mut store, "judge", |tx| tx.put_facts(&tx.facts()?, &[fact(1, claim, "25000"), fact(3, claim, "24000")]));
    let rows: Vec<_> = changed.entry.unwrap().rows.iter().map(|row| (row.row.clone(), row.sha256.is_some())).collect();
    assert_eq!(rows, [("2".to_owned(), false), ("3".to_owned(), true)]);
    assert_eq!(changed.tables.into_iter().collect::<Vec<_>>(), [Table::Facts]);
    store.close().unwrap();
    assert_eq!(verify(&path).unwrap(), []);
}

#[test]
fn a_claim_without_its_words_in_the_text_is_refused_with_all_that_came_with_it() {
    let (_folder, path) = place();
    let mut store = filled(&path);
    let good = count(REPORT, "almost 25,000 accounts", "25000");
    let mut bad = good.clone();
    let quote = good.quotes.first();
    bad.quotes = Quotes::one(Quote { text: "almost 26,000 accounts".into(), ..quote.clone() });
    let refused = store.edit(WHO, NOW, "propose", |tx| tx.insert_claims(SourceId::new(1), &[good, bad], "colleague"));
    assert!(matches!(refused, Err(StoreError::NotVerbatim { .. })), "{refused:?}");
    assert_eq!(store.claims().unwrap().len(), 2);
    assert_eq!(store.head().unwrap().n, 5);
}

#[test]
fn a_source_needs_its_original() {
    let (_folder, path) = place();
    let mut store = filled(&path);
    let refused = store.edit(WHO, NOW, "import 1 file", |tx| {
        let new = NewSource { sha256: Digest::of(b"never stored"), ..source("report.txt", b"") };
        tx.insert_source(&new, "Text.", &[])
    });
    assert!(matches!(refused, Err(StoreError::NoSuch { what: "original", .. })), "{refused:?}");
}

#[test]
fn a_store_can_move_to_the_thread_that_writes() {
    let (_folder, path) = place();
    let store = filled(&path);
    let title = std::thread::spawn(move || store.title().unwrap()).join().unwrap();
    assert_eq!(title, "Meridian Works campaign");
}

#[test]
fn a_release_can_record_nothing_but_itself() {
    let (_folder, path) = place();
    let mut store = filled(&path);
    let refused = store.release::<_, StoreError>(WHO, NOW, "publish", |tx| {
        tx.record_release("publish", "letter", Digest::of(b""))?;
        tx.put_facts(&tx.facts()?, &[])
    });
    assert!(matches!(refused, Err(StoreError::NotARelease { table: "facts" })), "{refused:?}");
    assert_eq!((store.facts().unwrap().len(), store.releases().unwrap().len()), (2, 1));
}

#[test]
fn versions_of_drafts_and_of_the_office_stay() {
    let (_folder, path) = place();
    let mut store = filled(&path);
    let (version, _) = edit(&mut store, "draft", |tx| tx.insert_draft_version("letter", "letter", "ostp", "{}"));
    edit(&mut store, "office", |tx| tx.put_office(r#"{"name":"Halden Labs"}"#));
    assert_eq!(version, 2);
    assert_eq!(store.drafts().unwrap()[0].version, 2);
    assert_eq!(store.draft_version("letter", 1).unwrap().as_deref(), Some(r#"{"name":"letter"}"#));
    assert_eq!(store.office_before(2).unwrap().as_deref(), Some(r#"{"name":"Halden"}"#));
    assert_eq!(store.office_before(1).unwrap(), None);
    assert_eq!(store.directory_before(1).unwrap(), None);
}

/// Every table that must not be rewritten says so itself, to whatever program.
#[test]
fn the_file_itself_refuses_to_be_rewritten() {
    let (_folder, path) = place();
    filled(&path).close().unwrap();
    let conn = Connection::open(&path).unwrap();
    for (table, column) in [
        ("ledger", "act"),
        ("originals", "sha256"),
        ("sources", "file"),
        ("texts", "text"),
        ("claims", "content"),
        ("judgements", "content"),
        ("drafts", "content"),
        ("office", "content"),
        ("directory", "content"),
        ("releases", "name"),
    ] {
        let update = conn.execute(&format!("UPDATE {table} SET {column} = 'x'"), []).unwrap_err().to_string();
        assert!(update.contains("never changed"), "{table}: {update}");
        let delete = conn.execute(&format!("DELETE FROM {table}"), []).unwrap_err().to_string();
        assert!(delete.contains("never deleted") || delete.contains("never shortened"), "{table}: {delete}");
    }
}

#[test]
fn the_same_acts_give_the_same_head() {
    let heads: Vec<Digest> = (0..2)
        .map(|_| {
            let (_folder, path) = place();
            filled(&path).head().unwrap().hash
        })
        .collect();
    assert_eq!(heads[0], heads[1]);
}
