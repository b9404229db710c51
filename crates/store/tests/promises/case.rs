//! A small invented case, and ways to look at a dossier from outside.

use dossier_model::{
    Bound, ClaimId, ClaimKind, Content, Digest, Fact, FactId, FactState, Handling, Hedge, JudgementKind, Mark, MarkKind, Quotes,
    SourceId, Span, TextIndex,
};
use dossier_store::{Changed, NewSource, Store, StoreError, Tx};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub(crate) const NOW: &str = "2026-07-01T09:00:00Z";
pub(crate) const WHO: &str = "Ada Specimen";

/// A folder that goes away with the test, and the path of a dossier in it.
pub(crate) fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.dossier");
    (folder, path)
}

pub(crate) fn create(path: &Path) -> Store {
    Store::create(path, "Meridian Works campaign", WHO, NOW).unwrap()
}

pub(crate) fn edit<T>(store: &mut Store, act: &str, f: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>) -> (T, Changed) {
    store.edit(WHO, NOW, act, f).unwrap()
}

/// Imports a text as a source whose original is its bytes.
pub(crate) fn import(tx: &mut Tx<'_>, file: &str, text: &str) -> Result<SourceId, StoreError> {
    tx.insert_original(text.as_bytes())?;
    let end = u32::try_from(text.chars().count()).unwrap();
    let marks = [Mark { span: Span::new(0, end), kind: MarkKind::Paragraph, label: None }];
    tx.insert_source(&source(file, text.as_bytes()), text, &marks)
}

/// A source whose original is `bytes`.
pub(crate) fn source(file: &str, bytes: &[u8]) -> NewSource {
    NewSource {
        file: file.into(),
        sha256: Digest::of(bytes),
        media_type: "text/plain".into(),
        title: Some("Halden says".into()),
        authors: vec!["B. Writer".into()],
        publisher: None,
        published: Some("2026-06-25".parse().unwrap()),
        url: None,
        syndicated_from: None,
        handling: Handling::Unreviewed,
        issues: vec![],
        revises: None,
        updated: None,
        within: None,
        path: None,
        reading: Default::default(),
        sketch: None,
    }
}

/// A count whose quote is the first place of `words` in `text`.
pub(crate) fn count(text: &str, words: &str, value: &str) -> Content {
    let index = TextIndex::new(text);
    let from = text.find(words).unwrap();
    Content {
        kind: ClaimKind::Count,
        subject: "Meridian Works campaign against Corvid".into(),
        property: "accounts".into(),
        value: Some(value.into()),
        unit: Some("account".into()),
        bound: Some(Bound::Below),
        period: None,
        rung: None,
        hedge: Hedge::Alleged,
        scope: None,
        speakers: vec![],
        headline: false,
        resolution: None,
        direct: false,
        dropped_hedge: None,
        quotes: Quotes::one(index.quote(index.span_of_bytes(from, from + words.len())).unwrap()),
    }
}

pub(crate) fn fact(number: u32, claim: ClaimId, value: &str) -> Fact {
    Fact {
        id: FactId::new(number),
        kind: ClaimKind::Count,
        subject: "Meridian Works campaign against Corvid".into(),
        property: "accounts".into(),
        value: Some(value.into()),
        unit: Some("account".into()),
        bound: Some(Bound::Below),
        period: None,
        rung: None,
        hedge: Hedge::Alleged,
        scope: None,
        claims: vec![claim],
        leading: claim,
        origins: vec![],
        adverse: vec![],
        state: FactState::Open,
        settled_by: None,
        superseded_by: None,
        credibility: None,
    }
}

pub(crate) const REPORT: &str = "Halden said operators linked to Meridian Works ran almost 25,000 accounts against Corvid.";
pub(crate) const LETTER: &str = "Dear Chair, nearly 25,000 fraudulent accounts held 28.8 million exchanges with Corvid.";

/// A dossier with a row in every table but `tombstones`: acts 2 to 5.
pub(crate) fn filled(path: &Path) -> Store {
    let mut store = create(path);
    let (claims, _) = edit(&mut store, "import 2 files", |tx| {
        let (report, letter) = (import(tx, "report.txt", REPORT)?, import(tx, "letter.txt", LETTER)?);
        let mut claims = tx.insert_claims(report, &[count(REPORT, "almost 25,000 accounts", "25000")], "rules")?;
        claims.extend(tx.insert_claims(letter, &[count(LETTER, "nearly 25,000 fraudulent accounts", "25000")], "rules")?);
        Ok(claims)
    });
    edit(&mut store, "accept", |tx| {
        tx.insert_judgement(JudgementKind::Accept { claims: claims.clone() }, Some("read"), false)?;
        tx.put_facts(&tx.facts()?, &[fact(1, claims[0], "25000"), fact(2, claims[1], "25000")])
    });
    edit(&mut store, "draft", |tx| {
        tx.put_office(r#"{"name":"Halden"}"#)?;
        tx.put_directory("[]")?;
        tx.insert_draft_version("letter", "letter", "ostp", r#"{"name":"letter"}"#)
    });
    let sha256 = dossier_model::Digest::of(b"a page");
    store.release(WHO, NOW, "publish letter", |tx| tx.record_release("publish", "letter", sha256)).unwrap();
    store
}

/// Changes a closed dossier with a plain SQLite connection, triggers out of the way, and puts the triggers back.
pub(crate) fn behind_the_back(path: &Path, sql: &str) {
    let conn = Connection::open(path).unwrap();
    conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    let triggers: Vec<(String, String)> = conn
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for (name, _) in &triggers {
        conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    conn.execute_batch(sql).unwrap();
    for (_, sql) in &triggers {
        conn.execute_batch(sql).unwrap();
    }
}

/// Overwrites the start of a closed dossier's first page of `table`.
pub(crate) fn damage_table(path: &Path, table: &str) {
    let conn = Connection::open(path).unwrap();
    let page: u32 = conn.query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0)).unwrap();
    drop(conn);
    let mut bytes = std::fs::read(path).unwrap();
    bytes[(page as usize - 1) * 16384..][..512].fill(0xFF);
    std::fs::write(path, &bytes).unwrap();
}

/// The names of the files in a folder, sorted.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
