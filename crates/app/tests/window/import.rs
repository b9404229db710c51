//! Imports that are watched, cancelled, and pointed at folders with dossiers in them.

use crate::desk::{Desk, ada};
use crate::locks::is_locked;
use dossier_app::{
    Dossier, ImportRow, ImportState, Input, Progress, SPECIMEN_MARK, import, ledger, make_specimen, sources, verify,
};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

fn reports(folder: &Path, count: usize) {
    std::fs::create_dir_all(folder).unwrap();
    for number in 0..count {
        let text = format!("{SPECIMEN_MARK}\n\nHalden said operators used nearly {} fraudulent accounts.\n", 4_000 + number);
        std::fs::write(folder.join(format!("report-{number:04}.txt")), text).unwrap();
    }
}

/// Imports a folder into the desk's dossier; `watch` sees the progress and can cancel.
fn run(desk: &mut Desk, folder: &Path, mut watch: impl FnMut(Progress, &AtomicBool)) -> Vec<ImportRow> {
    let cancel = AtomicBool::new(false);
    let inputs = [Input::Path(folder.to_owned())];
    import(&mut desk.dossier, &inputs, 2, &ada(), &cancel, &mut |progress| watch(progress, &cancel)).unwrap()
}

#[test]
fn progress_is_told_after_every_file() {
    let mut desk = Desk::empty();
    let folder = desk.path("in");
    reports(&folder, 12);
    let mut told = Vec::new();
    let rows = run(&mut desk, &folder, |progress, _| told.push((progress.done, progress.of)));
    assert_eq!(told, (1..=12).map(|done| (done, 12)).collect::<Vec<_>>());
    assert_eq!(rows.len(), 12);
}

#[test]
fn a_cancelled_import_keeps_what_it_read_and_reads_no_more() {
    let mut desk = Desk::empty();
    let folder = desk.path("in");
    reports(&folder, 400);
    let rows = run(&mut desk, &folder, |progress, cancel| cancel.store(progress.done >= 130, Ordering::Relaxed));
    assert!((130..140).contains(&rows.len()), "{}", rows.len());
    assert!(rows.iter().all(|row| row.state == ImportState::New));
    assert_eq!(sources(&desk.dossier).unwrap().len(), rows.len(), "each row is a source");
    let names: Vec<&str> = rows.iter().map(|row| row.file.as_str()).collect();
    assert!(names.is_sorted(), "what was done is a beginning of the whole");
    // The rest comes with the next import of the same folder.
    let again = run(&mut desk, &folder, |_, _| {});
    assert_eq!(again.iter().filter(|row| row.state == ImportState::Known).count(), rows.len());
    assert_eq!(sources(&desk.dossier).unwrap().len(), 400);
}

#[test]
fn an_import_that_is_cancelled_before_it_begins_writes_nothing() {
    let mut desk = Desk::empty();
    let folder = desk.path("in");
    reports(&folder, 3);
    let inputs = [Input::Path(folder), Input::Bytes("pasted.txt".to_owned(), b"Halden said nothing.".to_vec())];
    let rows = import(&mut desk.dossier, &inputs, 2, &ada(), &AtomicBool::new(true), &mut |_| {}).unwrap();
    assert_eq!((rows.len(), ledger(&desk.dossier).unwrap().len()), (0, 1));
}

#[test]
#[cfg(unix)]
fn a_cancel_does_not_wait_for_a_file_that_never_ends() {
    let mut desk = Desk::empty();
    let folder = desk.path("in");
    reports(&folder, 2);
    let pipe = folder.join("zzz.txt");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let rows = run(&mut desk, &folder, |progress, cancel| cancel.store(progress.done == 2, Ordering::Relaxed));
    assert_eq!(rows.len(), 2);
}

#[test]
fn a_folder_with_dossiers_in_it_is_imported_without_opening_them() {
    let mut desk = Desk::empty();
    let folder = desk.path("");
    reports(&folder, 2);
    make_specimen(&desk.path("Other.Dossier"), &ada()).unwrap().close().unwrap();
    assert!(desk.path("case.dossier-wal").exists(), "what lies beside an open dossier");
    let rows = run(&mut desk, &folder, |_, _| {});
    let state = |row: &ImportRow| (row.file.clone(), row.state, row.issues.first().map(|issue| issue.code.clone()));
    let expected = [
        ("Other.Dossier".to_owned(), ImportState::Failed, Some("dossier".to_owned())),
        ("case.dossier".to_owned(), ImportState::Failed, Some("dossier".to_owned())),
        ("report-0000.txt".to_owned(), ImportState::New, None),
        ("report-0001.txt".to_owned(), ImportState::New, None),
    ];
    assert_eq!(rows.iter().map(state).collect::<Vec<_>>(), expected);
    assert_eq!(rows[0].issues[0].message, "it is a dossier, not a report: open it in a window of its own");
    assert!(is_locked(desk.dossier.path()));
}

#[test]
fn a_dossier_under_another_name_is_not_opened_by_an_import_into_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.txt");
    let mut dossier = Dossier::create(&path, None, &ada()).unwrap();
    let inputs = [Input::Path(folder.path().to_owned())];
    let rows = import(&mut dossier, &inputs, 2, &ada(), &AtomicBool::new(false), &mut |_| {}).unwrap();
    assert_eq!(rows.iter().map(|row| row.issues[0].code.as_str()).collect::<Vec<_>>(), ["dossier"]);
    assert!(is_locked(&path));
}

#[test]
fn a_dossier_that_is_open_can_be_verified_and_stays_locked() {
    let desk = Desk::proposed();
    let report = verify(desk.dossier.path()).unwrap();
    assert!(report.ok, "{:?}", report.problems);
    assert!(is_locked(desk.dossier.path()));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.db");
    let dossier = make_specimen(&path, &ada()).unwrap();
    assert!(verify(&path).unwrap().ok, "a dossier is known by its content under any name");
    assert!(is_locked(dossier.path()));
}
