//! Files that were made to do harm, or came to some: each is built here, and each has the issues that a person is told of it.
//!
//! A file is a row: its name, its bytes, the codes of its issues in order, words that must not be lost, and how many members it has.

#![allow(clippy::unwrap_used, reason = "a test stops at what is not there")]

mod archives;
mod mails;
mod pages;
mod pictures;

use dossier_intake::read;
use dossier_model::MarkKind;

/// One hostile file.
struct Row {
    name: &'static str,
    bytes: Vec<u8>,
    codes: &'static [&'static str],
    words: &'static str,
    members: usize,
}

/// A file that has no words and no members.
fn row(name: &'static str, bytes: impl Into<Vec<u8>>, codes: &'static [&'static str]) -> Row {
    Row { name, bytes: bytes.into(), codes, words: "", members: 0 }
}

fn check(rows: Vec<Row>) {
    for Row { name, bytes, codes, words, members } in rows {
        let found = read(name, &bytes);
        let given: Vec<&str> = found.issues.iter().map(|issue| issue.code.as_str()).collect();
        assert_eq!(given, codes, "{name}: {:?}", found.issues);
        assert!(
            found.issues.iter().all(|issue| issue.message.contains(name) && issue.message.ends_with('.')),
            "{:?}",
            found.issues
        );
        assert!(found.text.contains(words), "{name} lost “{words}”: {:.300}", found.text);
        assert_eq!(found.members.len(), members, "{name}");
        let length = u32::try_from(found.text.chars().count()).unwrap();
        assert!(found.marks.iter().all(|mark| mark.span.start < mark.span.end && mark.span.end <= length), "{name}");
        let blocks: Vec<_> = found.marks.iter().filter(|mark| !matches!(mark.kind, MarkKind::Page | MarkKind::Pointer)).collect();
        assert!(blocks.windows(2).all(|two| two[0].span.end <= two[1].span.start), "{name}");
        assert_eq!(read(name, &bytes), found, "{name} is read in the same way twice");
    }
}

#[test]
fn hostile_archives() {
    check(archives::rows());
}

#[test]
fn hostile_mails() {
    check(mails::rows());
}

#[test]
fn hostile_pages() {
    check(pages::rows());
}

#[test]
fn hostile_pictures() {
    check(pictures::rows());
}
