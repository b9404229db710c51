//! What goes wrong in an office: files that cannot be read, disks that are full, dossiers that are damaged, newer or in use. Each is
//! said with the file's name and what to do, ends with its status, and leaves the dossier unharmed.
#![expect(clippy::unwrap_used, reason = "a step that fails ends the test")]

use dossier_tests::Desk;
use std::io::Write as _;
use std::process::Command;

fn desk_with_a_dossier() -> Desk {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier", "--title", "A case"]);
    desk
}

/// Runs a command that must fail with `status`, name `says` in its message, and leave the dossier as it was.
#[track_caller]
fn check(desk: &Desk, args: &[&str], status: i32, says: &[&str]) {
    let before = desk.ok(&["ledger", "case.dossier"]);
    let ended = desk.run(args);
    assert_eq!(ended.status, status, "{args:?}: {}{}", ended.err, ended.out);
    for words in says {
        assert!(ended.err.contains(words), "{args:?} does not say `{words}`:\n{}", ended.err);
    }
    assert_eq!(desk.ok(&["ledger", "case.dossier"]), before, "{args:?} changed the dossier");
    assert!(!desk.path("case.dossier-wal").exists());
}

#[test]
fn files_that_cannot_be_read_are_named_and_the_rest_is_imported() {
    let desk = desk_with_a_dossier();
    desk.put("in/empty.txt", "");
    desk.put("in/picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01");
    desk.put("in/program.txt", b"\x7FELF\x02\x01\x01\0\0\0");
    desk.put("in/report.txt", "A report\n\nHalden said operators used nearly 4,000 fraudulent accounts.\n");
    let ended = desk.run(&["import", "case.dossier", "in", "missing.txt", "--json"]);
    assert_eq!(ended.status, 3);
    let rows = ended.json();
    let state = |file: &str| {
        let row = rows.as_array().unwrap().iter().find(|row| row["file"] == file);
        row.unwrap_or_else(|| panic!("no row for {file}: {rows}"))["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(state("empty.txt"), "failed");
    assert_eq!(state("program.txt"), "failed");
    // A picture can be shown as it is, whatever its head says.
    assert_eq!(state("picture.png"), "new");
    assert_eq!(state("missing.txt"), "failed");
    assert_eq!(state("report.txt"), "new");
    for words in ["empty.txt: empty", "picture.png: damaged", "program.txt: binary", "missing.txt", "there is no such file"] {
        assert!(ended.err.contains(words), "{words} is not said in:\n{}", ended.err);
    }
    assert_eq!(desk.ok(&["sources", "case.dossier"]).as_array().unwrap().len(), 2);
    assert_eq!(desk.ok(&["verify", "case.dossier"])["ok"], true);
    let again = desk.ok(&["import", "case.dossier", "in/report.txt"]);
    assert_eq!(again[0]["state"], "known");
    assert_eq!(again[0]["source"], "S2");
}

#[test]
fn calls_that_do_not_fit_are_refused() {
    let desk = desk_with_a_dossier();
    check(&desk, &["new", "case.dossier"], 2, &["case.dossier", "exists"]);
    check(&desk, &["accept", "case.dossier", "C99"], 2, &["C99", "claims"]);
    check(&desk, &["accept", "case.dossier", "99"], 2, &["`99`", "C12"]);
    check(&desk, &["text", "case.dossier", "S9"], 2, &["S9"]);
    check(&desk, &["check", "case.dossier", "letter"], 2, &["letter", "drafts"]);
    check(&desk, &["judge", "case.dossier", "same", "F1", "F2", "--reason", " "], 2, &["reason"]);
    check(
        &desk,
        &["draft", "case.dossier", "--to", "nobody", "--kind", "letter", "--name", "a"],
        2,
        &["nobody", "senate-banking"],
    );
    check(&desk, &["publish", "case.dossier", "letter", "-o", "letter.txt"], 2, &[".pdf"]);
    check(&desk, &["source", "case.dossier", "S1", "--set", "colour=red"], 2, &["colour", "publisher"]);
    check(&desk, &["undo", "case.dossier"], 2, &["nothing to undo"]);
    check(&desk, &["no-such-command"], 2, &[]);
    let ended = desk.run_at("yesterday", &["sources", "case.dossier"]);
    assert!(ended.status == 2 && ended.err.contains("yesterday"), "{}", ended.err);
}

#[test]
fn missing_damaged_newer_and_foreign_dossiers_are_told_apart() {
    let desk = desk_with_a_dossier();
    check(&desk, &["sources", "missing.dossier"], 3, &["missing.dossier"]);

    let mut newer = desk.bytes("case.dossier");
    newer[60..64].copy_from_slice(&9999u32.to_be_bytes());
    desk.put("newer.dossier", &newer);
    check(&desk, &["sources", "newer.dossier"], 4, &["newer.dossier", "newer version", "update"]);
    check(&desk, &["import", "newer.dossier", "."], 4, &["newer"]);

    let mut foreign = desk.bytes("case.dossier");
    foreign[68..72].copy_from_slice(&7u32.to_be_bytes());
    desk.put("foreign.dossier", &foreign);
    check(&desk, &["sources", "foreign.dossier"], 4, &["foreign.dossier", "not a dossier"]);

    desk.put("text.dossier", "this is no database at all, only some words that somebody saved under that name");
    check(&desk, &["facts", "text.dossier"], 4, &["text.dossier", "not a dossier"]);

    let whole = desk.bytes("case.dossier");
    desk.put("cut.dossier", &whole[..whole.len() / 2]);
    let ended = desk.run(&["ledger", "cut.dossier"]);
    assert_eq!(ended.status, 4, "{}{}", ended.err, ended.out);
    assert!(ended.err.contains("cut.dossier"), "{}", ended.err);
}

#[test]
fn a_full_disk_changes_nothing_and_says_so() {
    let desk = desk_with_a_dossier();
    let Some(small) = SmallDisk::new(&desk) else { return };
    std::fs::copy(desk.path("case.dossier"), small.path.join("case.dossier")).unwrap();
    let report = "Halden said operators used nearly 4,000 fraudulent accounts. ".repeat(20_000);
    desk.put("long.txt", format!("A report\n\n{report}"));
    let file = small.path.join("case.dossier").display().to_string();
    let ended = desk.run(&["import", &file, "long.txt"]);
    assert_eq!(ended.status, 4, "{}{}", ended.err, ended.out);
    assert!(ended.err.contains("full") && ended.err.contains("case.dossier"), "{}", ended.err);
    assert_eq!(desk.ok(&["sources", &file]).as_array().unwrap().len(), 0);
    assert_eq!(desk.ok(&["verify", &file])["ok"], true);
}

/// A disk of some hundred kilobytes, where this machine lets us have one.
struct SmallDisk {
    path: std::path::PathBuf,
}

impl SmallDisk {
    fn new(desk: &Desk) -> Option<Self> {
        let path = desk.path("small");
        std::fs::create_dir(&path).unwrap();
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=768k", "tmpfs"]).arg(&path).output();
        if mounted.is_ok_and(|output| output.status.success()) {
            return Some(Self { path });
        }
        // Straight to standard error: a test runner keeps what is printed by a test that passes.
        let _ = writeln!(std::io::stderr(), "skipped: this account may not mount a small disk");
        None
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.path).status();
    }
}
