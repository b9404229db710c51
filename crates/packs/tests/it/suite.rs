//! Bags of other makers: the BagIt conformance suite, where it lies beside the checkout.

use dossier_packs::{Form, verify};
use std::io::Write as _;
use std::path::{Path, PathBuf};

fn bags(suite: &Path, kind: &str) -> Vec<PathBuf> {
    let mut bags = Vec::new();
    for version in std::fs::read_dir(suite).unwrap() {
        let folder = version.unwrap().path().join(kind);
        let Ok(entries) = std::fs::read_dir(folder) else { continue };
        bags.extend(entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()));
    }
    bags.sort();
    bags
}

/// Why a bag of the suite has another verdict here.
fn other_verdict(bag: &Path) -> Option<&'static str> {
    if bag.ends_with("warning/same-filename-listed-twice-with-different-normalization") {
        // Its manifest lists two spellings of one name. Where file names are bytes, these are two files, and one is missing.
        return Some("a name in another Unicode normalization is another name here");
    }
    if bag.ends_with("warning/special-system-files") && !bag.join("data/.DS_Store").exists() {
        return Some("this copy of the suite lacks its data/.DS_Store");
    }
    None
}

#[test]
fn bags_of_other_makers_are_judged_as_the_suite_says() {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/bagit");
    if !suite.is_dir() {
        // Straight to standard error: a test runner keeps what is printed by a test that passes.
        let _ = writeln!(std::io::stderr(), "skipped: the BagIt conformance suite is not at {}", suite.display());
        return;
    }
    let mut wrong = Vec::new();
    let mut judged = 0;
    for (kind, valid) in [("valid", true), ("invalid", false), ("warning", true), ("linux-only", false), ("windows-only", false)]
    {
        for bag in bags(&suite, kind) {
            if let Some(why) = other_verdict(&bag) {
                println!("left out: {}: {why}", bag.display());
                continue;
            }
            let report = verify(&bag).unwrap();
            judged += 1;
            if report.ok != valid || (kind == "warning" && report.notes.len() < 2) || (valid && report.form != Form::Bag) {
                wrong.push(format!("{}: {report:#?}", bag.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {judged}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(judged > 40, "{judged}");
}
