//! Killed in the middle of judging, every judgement that was committed is there, and no half of one.

use crate::desk::ada;
use dossier_app::{ClaimDraft, Dossier, accept, claims, edit, judgements, ledger, make_specimen, merge, reject, split, undo};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

const TOLD: &str = "DOSSIER_TEST_JUDGE_UNTIL_KILLED";

/// Not a test by itself: the child of the test below, which judges claim after claim until it is killed and says how far it is.
#[test]
fn child_judges_until_it_is_killed() {
    let Some(path) = std::env::var_os(TOLD) else { return };
    let mut dossier = Dossier::open(Path::new(&path)).unwrap();
    let mut out = std::io::stdout();
    for act in 0.. {
        let open: Vec<_> = claims(&dossier).unwrap().into_iter().filter(|row| row.replaced_by.is_empty()).collect();
        let row = &open[act % open.len()];
        let draft = |property: &str| -> ClaimDraft {
            let quote = serde_json::json!({ "start": row.quotes[0].start, "end": row.quotes[0].end });
            let json = serde_json::json!({
                "kind": "statement", "subject": "Halden", "property": format!("{property} {act}"), "hedge": "alleged", "quotes": [quote],
            });
            ClaimDraft::from_json(&json.to_string()).unwrap()
        };
        let other = open.iter().find(|other| other.source == row.source && other.id != row.id).unwrap();
        writeln!(out, "judging").unwrap();
        match act % 6 {
            0 => drop(accept(&mut dossier, &[row.id], &ada()).unwrap()),
            1 => drop(edit(&mut dossier, row.id, &draft("edited"), None, &ada()).unwrap()),
            2 => drop(split(&mut dossier, row.id, &[draft("one"), draft("two")], None, &ada()).unwrap()),
            3 => drop(reject(&mut dossier, &[row.id], Some("misread"), &ada()).unwrap()),
            4 => drop(merge(&mut dossier, &[row.id, other.id], None, None, &ada()).unwrap()),
            _ => drop(undo(&mut dossier, &ada()).unwrap()),
        }
        writeln!(out, "committed {act}").unwrap();
        out.flush().unwrap();
    }
}

fn kill_after(lines: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.dossier");
    make_specimen(&path, &ada()).unwrap().close().unwrap();
    let before = ledger(&Dossier::look(&path).unwrap()).unwrap().len();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::child_judges_until_it_is_killed", "--nocapture"])
        .env(TOLD, &path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let (mut committed, mut heard) = (0, 0);
    while heard < lines {
        let line = said.next().unwrap();
        heard += usize::from(line == "judging" || line.starts_with("committed"));
        committed += usize::from(line.starts_with("committed"));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    committed += said.filter(|line| line.starts_with("committed")).count();

    let dossier = Dossier::open(&path).unwrap();
    let acts = ledger(&dossier).unwrap().len() - before;
    // One that was committed while the child had not yet said so is no harm.
    assert!(acts == committed || acts == committed + 1, "{acts} acts after {committed} were told of");
    assert_eq!(judgements(&dossier).unwrap().len(), acts, "each act is one judgement, whole");
    for row in claims(&dossier).unwrap() {
        let entered = row.proposer != "rules";
        assert!(!entered || !row.replaces.is_empty(), "{} was written without its judgement", row.id);
    }
    dossier.close().unwrap();
    let report = dossier_app::verify(&path).unwrap();
    assert!(report.ok, "{:?}", report.problems);
}

#[test]
fn killed_while_judging_every_committed_judgement_is_there_and_the_ledger_verifies() {
    for lines in [1, 2, 5, 12, 23, 38] {
        kill_after(lines);
    }
}
