//! Whatever is changed behind the program's back is found.

use crate::case::{REPORT, behind_the_back, damage_table, filled, place};
use dossier_store::{Mode, Store, verify};
use rusqlite::Connection;
use std::path::Path;

/// What verify reports, as `place: kind`.
fn faults(path: &Path) -> Vec<String> {
    verify(path).unwrap().iter().map(|fault| format!("{}: {}", fault.place(), fault.kind.as_str())).collect()
}

fn check(sql: &str, expected: &[&str]) {
    let (_folder, path) = place();
    filled(&path).close().unwrap();
    assert_eq!(faults(&path), [""; 0]);
    behind_the_back(&path, sql);
    assert_eq!(faults(&path), expected, "{sql}");
}

#[test]
fn an_altered_row_is_found_in_every_table() {
    check("UPDATE claims SET content = replace(content, '25000', '26000') WHERE id = 1", &["claims 1: altered"]);
    check("UPDATE facts SET content = replace(content, '25000', '26000') WHERE id = 2", &["facts 2: altered"]);
    check("UPDATE judgements SET reason = NULL", &["judgements 1: altered"]);
    check("UPDATE sources SET published = '2026-06-26' WHERE id = 2", &["sources 2: altered"]);
    check("UPDATE sources SET published = '' WHERE id = 2", &["sources 2: altered"]);
    check("UPDATE drafts SET content = '{}'", &["drafts 1: altered"]);
    check("UPDATE office SET content = '{}'", &["office 1: altered"]);
    check("UPDATE directory SET content = '{}'", &["directory 1: altered"]);
    check("UPDATE releases SET name = 'memo'", &["releases 1: altered"]);
    check("UPDATE dossier SET title = 'Another case'", &["dossier 1: altered"]);
    check("UPDATE originals SET size = 1 WHERE n = 1", &["originals 1: altered"]);
}

#[test]
fn a_row_that_was_removed_or_added_is_found() {
    check("DELETE FROM claims WHERE id = 2", &["claims 2: missing"]);
    check("DELETE FROM facts", &["facts 1: missing", "facts 2: missing"]);
    check("INSERT INTO facts SELECT 3, content FROM facts WHERE id = 1", &["facts 3: added"]);
    check(
        "INSERT INTO claims (source, proposer, content) SELECT source, proposer, content FROM claims WHERE id = 1",
        &["claims 3: added"],
    );
    check("UPDATE claims SET id = 7 WHERE id = 2", &["claims 7: added", "claims 2: missing"]);
}

#[test]
fn a_changed_text_is_found_in_the_text_and_in_the_index() {
    check("UPDATE texts SET text = replace(text, '25,000', '26,000') WHERE source = 1", &["texts 1: altered", "search: search"]);
}

#[test]
fn an_index_that_hides_or_invents_words_is_found() {
    let hide = format!("INSERT INTO search (search, rowid, text) VALUES ('delete', 1, '{REPORT}')");
    check(&hide, &["search: search"]);
    check("INSERT INTO search (rowid, text) VALUES (1, 'invented')", &["search: search"]);
}

#[test]
fn a_flipped_bit_of_an_original_is_found() {
    let (_folder, path) = place();
    filled(&path).close().unwrap();
    // The text stands in the file twice: as the original and as the readable text. Original 1 holds the same bytes as text 1.
    let bytes = std::fs::read(&path).unwrap();
    let places: Vec<usize> = (0..bytes.len() - REPORT.len()).filter(|&at| bytes[at..].starts_with(REPORT.as_bytes())).collect();
    assert_eq!(places.len(), 2);
    let mut found: Vec<String> = places
        .iter()
        .flat_map(|&at| {
            let mut flipped = bytes.clone();
            flipped[at + 3] ^= 1;
            std::fs::write(&path, flipped).unwrap();
            faults(&path)
        })
        .collect();
    found.sort();
    assert_eq!(found, ["originals 1: original", "search: search", "texts 1: altered"]);
}

#[test]
fn a_ledger_that_was_touched_is_found() {
    check(
        "DELETE FROM ledger WHERE n = 4",
        &["ledger 4: ledger", "ledger 5: ledger", "drafts 1: added", "office 1: added", "directory 1: added"],
    );
    check("UPDATE ledger SET actor = 'Somebody else' WHERE n = 3", &["ledger 3: ledger"]);
    check("UPDATE ledger SET at = '2026-01-01T00:00:00Z' WHERE n = 5", &["ledger 5: ledger"]);
    check("UPDATE ledger SET rows = 'nonsense' WHERE n = 2", &["ledger: ledger"]);
    check("UPDATE ledger SET previous = hash WHERE n = 2", &["ledger 2: ledger", "ledger 2: ledger"]);
    // The last entry can be cut off without a trace in the chain, but the rows that it wrote stay and tell.
    check("DELETE FROM ledger WHERE n = 5", &["releases 1: added"]);
}

#[test]
fn a_file_without_its_safeguards_is_found() {
    let (_folder, path) = place();
    filled(&path).close().unwrap();
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(
        "DROP TRIGGER ledger_keep; DROP INDEX claims_by_source; CREATE TABLE notes (x); INSERT INTO purging VALUES (1, NULL);",
    )
    .unwrap();
    drop(conn);
    let expected = ["claims_by_source: structure", "ledger_keep: structure", "notes: structure", "purging: structure"];
    assert_eq!(faults(&path), expected);
}

#[test]
fn a_damaged_page_is_a_fault_of_its_table_and_the_rest_is_still_checked() {
    let (_folder, path) = place();
    filled(&path).close().unwrap();
    behind_the_back(&path, "UPDATE facts SET content = '{}' WHERE id = 1");
    damage_table(&path, "claims");
    let found = faults(&path);
    for expected in ["claims: structure", "facts 1: altered"] {
        assert!(found.iter().any(|fault| fault == expected), "{expected} in {found:?}");
    }
    assert!(!found.iter().any(|fault| fault.ends_with("missing")), "{found:?}");
}

#[test]
fn a_row_cannot_be_told_to_be_altered_by_how_it_was_stored() {
    let (_folder, path) = place();
    filled(&path).close().unwrap();
    Connection::open(&path).unwrap().execute_batch("VACUUM").unwrap();
    assert_eq!(faults(&path), [""; 0]);
}

#[test]
fn an_emptied_ledger_is_no_dossier() {
    let (_folder, path) = place();
    filled(&path).close().unwrap();
    behind_the_back(&path, "DELETE FROM ledger");
    assert!(Store::open(&path, Mode::Read).is_err());
    assert!(verify(&path).is_err());
}
