//! The chain of custody: what anybody changes behind the app's back is found, and what a person did can be taken back.

use dossier_tests::Desk;
use serde_json::Value;

/// Puts `to` in the place of `from`, of the same length, everywhere in a file.
fn alter(desk: &Desk, from: &str, to: &str) -> usize {
    assert_eq!(from.len(), to.len());
    let mut bytes = desk.bytes("case.dossier");
    let places: Vec<usize> = (0..bytes.len() - from.len()).filter(|at| bytes[*at..].starts_with(from.as_bytes())).collect();
    for at in &places {
        bytes[*at..at + to.len()].copy_from_slice(to.as_bytes());
    }
    desk.put("altered.dossier", &bytes);
    places.len()
}

#[test]
fn a_figure_altered_behind_the_apps_back_is_found() {
    let desk = Desk::with_specimen();
    assert_eq!(desk.ok(&["verify", "case.dossier"])["ok"], true);
    let facts = desk.ok(&["facts", "case.dossier"]);
    let fact = facts.as_array().unwrap().iter().find(|fact| fact["property"] == "accounts").unwrap();
    let value = fact["value"].as_str().unwrap();
    let other = format!("9{}", &value[1..]);
    assert!(
        alter(&desk, &format!("\"value\":\"{value}\""), &format!("\"value\":\"{other}\"")) > 0,
        "the figure stands in the file"
    );
    let verified = desk.run(&["verify", "altered.dossier", "--json"]);
    assert_eq!(verified.status, 1, "{}", verified.out);
    assert!(!verified.json()["problems"].as_array().unwrap().is_empty());
}

#[test]
fn a_changed_name_in_the_ledger_is_found() {
    let desk = Desk::with_specimen();
    assert!(alter(&desk, "Ada Reyes", "Eva Reyes") > 0);
    assert_eq!(desk.run(&["verify", "altered.dossier"]).status, 1);
}

#[test]
fn every_act_is_in_the_ledger_and_can_be_taken_back() {
    let desk = Desk::new();
    desk.ok(&["specimen", "case.dossier"]);
    let state =
        || (desk.ok(&["sources", "case.dossier"]), desk.ok(&["claims", "case.dossier"]), desk.ok(&["facts", "case.dossier"]));
    let before = state();
    desk.ok(&["accept", "case.dossier", "--all"]);
    let accepted = state();
    assert_ne!(accepted, before);
    desk.ok(&["source", "case.dossier", "S1", "--set", "publisher=The Gazette", "--reason", "printed on page 2"]);
    assert_eq!(desk.ok(&["source", "case.dossier", "S1"])["publisher"], "The Gazette");
    desk.ok(&["undo", "case.dossier"]);
    assert_eq!(state(), accepted);
    desk.ok(&["undo", "case.dossier"]);
    assert_eq!(state(), before);

    desk.ok(&["draft", "case.dossier", "--to", "ostp", "--kind", "letter", "--name", "a", "--from", &plain(&desk, "One.")]);
    desk.ok(&["draft", "case.dossier", "--to", "ostp", "--kind", "letter", "--name", "a", "--from", &plain(&desk, "Two.")]);
    desk.ok(&["undo", "case.dossier"]);
    assert_eq!(desk.ok(&["drafts", "case.dossier"])[0]["name"], "a");
    desk.ok(&["undo", "case.dossier"]);
    assert_eq!(desk.ok(&["drafts", "case.dossier"]).as_array().unwrap().len(), 0, "the first version was taken back too");

    let ledger = desk.ok(&["ledger", "case.dossier"]);
    let acts: Vec<&str> = ledger.as_array().unwrap().iter().map(|row| row["act"].as_str().unwrap()).collect();
    assert!(acts.contains(&"accept all") && acts.iter().any(|act| act.starts_with("undo ")), "{acts:?}");
    assert_eq!(desk.ok(&["verify", "case.dossier"])["ok"], true);
}

fn plain(desk: &Desk, words: &str) -> String {
    let name = format!("{}.json", words.trim_end_matches('.'));
    desk.put(&name, format!(r#"{{"paragraphs": ["{words}"]}}"#));
    name
}

#[test]
fn facts_join_split_and_keep_their_ids() {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    desk.put("one.txt", "Report one\n\nHalden said operators used nearly 4,000 fraudulent accounts.\n");
    desk.put("two.txt", "Report two\n\nHalden said operators used about 4,000 fraudulent accounts.\n");
    desk.ok(&["import", "case.dossier", "one.txt", "two.txt"]);
    let claims = desk.ok(&["claims", "case.dossier"]);
    let accounts: Vec<String> = claims
        .as_array()
        .unwrap()
        .iter()
        .filter(|claim| claim["kind"] == "count")
        .map(|claim| claim["id"].as_str().unwrap().to_owned())
        .collect();
    let [one, two] = accounts.as_slice() else { panic!("{claims:#}") };
    desk.ok(&["accept", "case.dossier", one, two]);
    let facts = || desk.ok(&["facts", "case.dossier"]);
    let apart = facts();
    assert_eq!(apart.as_array().unwrap().len(), 2);
    desk.ok(&["judge", "case.dossier", "same", one, two, "--reason", "both count the accounts of the campaign"]);
    let joined = facts();
    assert_eq!(joined.as_array().unwrap().len(), 1);
    assert_eq!(joined[0]["id"], apart[0]["id"]);
    desk.ok(&["judge", "case.dossier", "different", one, two, "--reason", "they count different things after all"]);
    let split: Vec<Value> = facts().as_array().unwrap().iter().map(|fact| fact["claims"].clone()).collect();
    assert_eq!(split, apart.as_array().unwrap().iter().map(|fact| fact["claims"].clone()).collect::<Vec<_>>());
    desk.ok(&["judge", "case.dossier", "revoke", "J3", "--reason", "the split was wrong"]);
    assert_eq!(facts(), joined, "revoking brings back what was");
    desk.ok(&["judge", "case.dossier", "adopt", two, "--reason", "the letter itself says about"]);
    let adopted = facts();
    assert_eq!((&adopted[0]["state"], &adopted[0]["bound"]), (&Value::from("settled"), &Value::from("about")));
    assert_eq!(adopted[0]["claims"].as_array().unwrap().len(), 2, "the losing value stays");
}

#[test]
fn claims_from_elsewhere_are_checked_word_for_word() {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    desk.put("one.txt", "Report\n\nHalden said operators used nearly 4,000 fraudulent accounts.\n");
    desk.ok(&["import", "case.dossier", "one.txt"]);
    let line = |quote: &str, value: &str| {
        format!(
            r#"{{"source":"S1","kind":"count","subject":"campaign","property":"accounts","value":"{value}","unit":"accounts","bound":"below","hedge":"alleged","quotes":[{{"text":"{quote}"}}],"proposer":"colleague"}}"#
        )
    };
    let lines =
        [line("nearly 4,000 fraudulent accounts", "4000"), line("nearly 5,000 accounts", "5000"), line("nearly 4,000", "four")];
    desk.put("claims.jsonl", lines.join("\n"));
    let ended = desk.run(&["propose", "case.dossier", "--from", "claims.jsonl", "--json"]);
    assert_eq!(ended.status, 3);
    let rows = ended.json();
    assert!(rows[0]["refused"].is_null());
    assert!(rows[1]["refused"].as_str().unwrap().contains("not verbatim"), "{rows}");
    assert!(rows[2]["refused"].as_str().unwrap().contains("decimal"), "{rows}");
    let claims = desk.ok(&["claims", "case.dossier"]);
    let claim = claims.as_array().unwrap().iter().find(|claim| claim["proposer"] == "colleague").unwrap();
    assert_eq!(claim["state"], "proposed");
}

#[test]
fn purged_content_is_gone_from_every_byte_and_its_digest_stays() {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    desk.put("keep.txt", "Report\n\nHalden said operators used nearly 4,000 fraudulent accounts.\n");
    desk.put("claw.txt", "Privileged memo\n\nHalden said the Zanzibar ledger holds about 7,000 accounts.\n");
    let rows = desk.ok(&["import", "case.dossier", "claw.txt", "keep.txt"]);
    desk.ok(&["accept", "case.dossier", "--all"]);
    desk.ok(&["backup", "case.dossier", "-o", "copy.dossier"]);
    let find = |name: &str| desk.bytes(name).windows(8).any(|window| window == b"Zanzibar");
    assert!(find("case.dossier"));
    let purged = desk.ok(&["purge", "case.dossier", "S1", "--reason", "clawed back on 2026-11-20"]);
    assert_eq!(purged["sha256"], rows[0]["sha256"]);
    assert!(purged["out_of_reach"][0].as_str().unwrap().contains("copy.dossier"), "{purged}");
    assert!(!find("case.dossier"), "a word of the purged text is still in the file");
    assert!(find("copy.dossier"), "the copy is out of reach, and that was said");
    assert_eq!(desk.ok(&["sources", "case.dossier"]).as_array().unwrap().len(), 1);
    assert_eq!(desk.ok(&["search", "case.dossier", "Zanzibar"]).as_array().unwrap().len(), 0);
    assert_eq!(desk.ok(&["verify", "case.dossier"])["ok"], true);
    assert_eq!(desk.run(&["undo", "case.dossier"]).status, 1, "a purge has no inverse");
}
