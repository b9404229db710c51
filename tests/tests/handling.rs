//! What leaves a dossier, and what stays.

use dossier_tests::{Desk, zip_files};
use serde_json::Value;

fn holds(files: &[(String, Vec<u8>)], words: &str) -> bool {
    files.iter().any(|(_, bytes)| bytes.windows(words.len()).any(|window| window == words.as_bytes()))
}

#[test]
fn privileged_sources_never_leave() {
    let desk = Desk::with_specimen();
    desk.ok(&["source", "case.dossier", "S2", "--set", "handling=privileged"]);
    let cited = desk.run(&["publish", "case.dossier", "letter", "-o", "letter.pdf"]);
    assert_eq!(cited.status, 1, "{}", cited.err);
    assert!(cited.err.contains("S2") && cited.err.contains("privileged"), "{}", cited.err);
    assert_eq!(desk.run(&["pack", "case.dossier", "--document", "letter", "-o", "pack.zip"]).status, 1);
    assert!(!desk.path("letter.pdf").exists() && !desk.path("pack.zip").exists());

    let all = desk.run(&["pack", "case.dossier", "-o", "all.zip"]);
    assert_eq!(all.status, 0, "{}", all.err);
    assert!(all.err.contains("S2") && all.err.contains("left out"), "{}", all.err);
    let text = desk.ok(&["text", "case.dossier", "S2"])["text"].as_str().unwrap().to_owned();
    let line = text.lines().filter(|line| line.len() > 60).max_by_key(|line| line.len()).unwrap();
    assert!(!holds(&zip_files(&desk.path("all.zip")), line));

    desk.ok(&["export", "case.dossier", "-o", "out.json"]);
    let whole: Value = serde_json::from_slice(&desk.bytes("out.json")).unwrap();
    assert!(whole["claims"].as_array().unwrap().iter().all(|claim| claim["source"] != "S2"));
    let letter = desk.ok(&["draft", "case.dossier", "--to", "ostp", "--kind", "letter", "--name", "clean"]);
    assert!(!letter.to_string().is_empty());
}

#[test]
fn a_pack_holds_only_what_its_document_cites() {
    let desk = Desk::with_specimen();
    desk.put("aside.txt", "An aside\n\nA remark about Quillmark Farms that no letter cites.\n");
    desk.ok(&["import", "case.dossier", "aside.txt"]);
    desk.ok(&["reject", "case.dossier", "C1", "--reason", "secret-reason-of-counsel"]);
    desk.ok(&["draft", "case.dossier", "--to", "senate-banking", "--kind", "letter", "--name", "letter"]);
    desk.ok(&["pack", "case.dossier", "--document", "letter", "-o", "pack.zip"]);
    let files = zip_files(&desk.path("pack.zip"));
    for secret in ["Quillmark", "secret-reason-of-counsel", desk.path("").to_str().unwrap()] {
        assert!(!holds(&files, secret), "{secret} is in the pack");
    }
    assert!(files.iter().any(|(name, _)| name.ends_with("data/letter.pdf")));
    assert!(files.iter().any(|(name, _)| name.ends_with("manifest-sha256.txt")));
}

#[test]
fn exports_keep_bounds_hedges_and_open_years() {
    let desk = Desk::with_specimen();
    for name in ["out.json", "out.stix.json", "out.csv"] {
        desk.ok(&["export", "case.dossier", "-o", name]);
        let first = desk.bytes(name);
        desk.run_at("2027-01-02T00:00:00Z", &["export", "case.dossier", "-o", name]);
        assert!(desk.bytes(name) == first, "{name}");
    }
    let whole: Value = serde_json::from_slice(&desk.bytes("out.json")).unwrap();
    assert_eq!(whole["sources"], desk.ok(&["sources", "case.dossier"]), "an export says of sources what the list says");
    let stix: Value = serde_json::from_slice(&desk.bytes("out.stix.json")).unwrap();
    let objects = stix["objects"].as_array().unwrap();
    let kinds: std::collections::BTreeSet<&str> = objects.iter().map(|object| object["type"].as_str().unwrap()).collect();
    for kind in ["campaign", "identity", "report", "note", "attack-pattern", "relationship"] {
        assert!(kinds.contains(kind), "no {kind} among {kinds:?}");
    }
    let ids: std::collections::BTreeSet<&str> = objects.iter().map(|object| object["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), objects.len(), "ids are unique");
    for object in objects {
        for reference in object["object_refs"].as_array().into_iter().flatten() {
            assert!(ids.contains(reference.as_str().unwrap()), "{reference} is not in the bundle");
        }
    }
    // What STIX has no field for stands in notes: no precision is gained on the way out.
    let notes: Vec<&str> = objects.iter().filter_map(|object| object["content"].as_str()).collect();
    let facts = desk.ok(&["facts", "case.dossier"]);
    let of_the_campaign = |fact: &&Value| fact["subject"].as_str().unwrap().contains("campaign") && !fact["bound"].is_null();
    for fact in facts.as_array().unwrap().iter().filter(of_the_campaign) {
        let note = notes.iter().find(|note| note.starts_with(&format!("{}: ", fact["id"].as_str().unwrap()))).unwrap();
        for word in ["bound", "hedge"] {
            assert!(note.contains(fact[word].as_str().unwrap()), "{fact} is noted as {note}");
        }
    }
    assert!(notes.iter().any(|note| note.contains("XXXX-")), "an open year stays open: {notes:?}");
    let csv = String::from_utf8(desk.bytes("out.csv")).unwrap();
    assert_eq!(csv.lines().count(), desk.ok(&["facts", "case.dossier"]).as_array().unwrap().len() + 1);
}

#[test]
fn the_directory_of_recipients_is_edited_by_its_own_rows() {
    let desk = Desk::with_specimen();
    let mut rows = desk.ok(&["recipients", "case.dossier"]);
    rows[0]["entry"]["addressees"][0]["name"] = "Ione Example".into();
    rows[0]["entry"]["as_of"] = "2027-01-05".into();
    desk.put("recipients.json", rows.to_string());
    desk.ok(&["recipients", "case.dossier", "--from", "recipients.json"]);
    assert_eq!(desk.ok(&["recipients", "case.dossier"])[0]["as_of"], "2027-01-05");
    desk.put("broken.json", "[{\"id\": \"ostp\"}]");
    let refused = desk.run(&["recipients", "case.dossier", "--from", "broken.json"]);
    assert_eq!(refused.status, 3);
    assert!(refused.err.contains("broken.json") && refused.err.contains("addressees"), "{}", refused.err);
    desk.ok(&["undo", "case.dossier"]);
    assert_ne!(desk.ok(&["recipients", "case.dossier"])[0]["as_of"], "2027-01-05", "undo brings back the shipped one");
}
