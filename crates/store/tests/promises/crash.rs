//! Killed at any moment, nothing committed is lost and the file opens.

use crate::case::{NOW, WHO, create, import, names, place};
use dossier_store::{Mode, Store, StoreError, verify};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

const TOLD: &str = "DOSSIER_TEST_IMPORT_UNTIL_KILLED";

/// Not a test by itself: the child of the test below, which imports until it is killed and says how far it is.
#[test]
fn child_imports_until_it_is_killed() {
    let Some(path) = std::env::var_os(TOLD) else { return };
    let mut store = Store::open(Path::new(&path), Mode::Write).unwrap();
    let mut out = std::io::stdout();
    for act in 1.. {
        store
            .edit::<_, StoreError>(WHO, NOW, "import 3 files", |tx| {
                for file in 0..3 {
                    writeln!(out, "writing").unwrap();
                    import(tx, "report.txt", &format!("Report {file} of act {act}. {}", "Corvid answered. ".repeat(5000)))?;
                }
                Ok(())
            })
            .unwrap();
        writeln!(out, "committed {act}").unwrap();
        out.flush().unwrap();
    }
}

fn kill_after(lines: usize) {
    let (folder, path) = place();
    create(&path).close().unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::child_imports_until_it_is_killed", "--nocapture"])
        .env(TOLD, &path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut committed = 0;
    let mut heard = 0;
    while heard < lines {
        let line = said.next().expect("the child goes on until it is killed");
        heard += usize::from(line.starts_with("writing") || line.starts_with("committed"));
        committed += usize::from(line.starts_with("committed"));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    committed += said.filter(|line| line.starts_with("committed")).count();

    // A reader first: it finds what was committed while the log still lies beside the file.
    let reader = Store::open(&path, Mode::Read).unwrap();
    assert!(reader.sources().unwrap().len() >= 3 * committed, "after {lines} lines");
    reader.close().unwrap();
    // Then a writer: the dead program's name does not keep it out.
    let mut store = Store::open(&path, Mode::Write).unwrap();
    let sources = store.sources().unwrap().len();
    assert!(sources.is_multiple_of(3), "acts are whole: {sources} sources after {lines} lines");
    assert_eq!(store.head().unwrap().n as usize, 1 + sources / 3);
    store.edit(WHO, NOW, "office", |tx| tx.put_office("{}")).unwrap();
    store.close().unwrap();
    assert_eq!(verify(&path).unwrap(), [], "after {lines} lines");
    assert_eq!(names(folder.path()), ["case.dossier"]);
}

#[test]
fn a_killed_import_leaves_a_file_that_opens_and_verifies() {
    // Before anything was written, inside an act, right after a commit, inside later acts.
    for lines in [0, 1, 3, 4, 6, 9, 14] {
        kill_after(lines);
    }
}
