//! Claims judged from the command line: edited, split, merged, added, proposed from elsewhere, and taken back.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a step that fails ends the test")]

use dossier_tests::Desk;
use serde_json::{Value, json};

const REPORT: &str =
    "Report\n\nHalden said operators used nearly 4,000 fraudulent accounts. They sent 90,000 exchanges through proxies.\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    desk.put("report.txt", REPORT);
    desk.ok(&["import", "case.dossier", "report.txt"]);
    desk
}

fn claim(value: &str, quote: &str) -> Value {
    json!({"kind": "count", "subject": "campaign", "property": "accounts", "value": value, "unit": "accounts", "bound": "below",
        "hedge": "alleged", "speakers": ["Halden"], "quotes": [{"text": quote}]})
}

fn rows(desk: &Desk, state: &str) -> Vec<Value> {
    let rows = desk.ok(&["claims", "case.dossier"]);
    rows.as_array().unwrap().iter().filter(|row| row["state"] == state).cloned().collect()
}

fn counts(desk: &Desk) -> String {
    let rows = desk.ok(&["claims", "case.dossier"]);
    let found = rows.as_array().unwrap().iter().find(|row| row["kind"] == "count" && row["unit"] == "accounts");
    found.unwrap_or_else(|| panic!("{rows:#}"))["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_claim_is_edited_split_merged_and_added_and_each_act_is_taken_back() {
    let desk = desk();
    let id = counts(&desk);
    let before = desk.ok(&["claims", "case.dossier"]);
    let quote = "nearly 4,000 fraudulent accounts";
    desk.put("claim.json", claim("3900", quote).to_string());
    let mut method = claim("fraudulent accounts", "fraudulent accounts");
    for (field, value) in
        [("kind", json!("method")), ("unit", Value::Null), ("bound", Value::Null), ("property", json!("method"))]
    {
        method[field] = value;
    }
    desk.put("parts.jsonl", format!("{}\n\n{method}\n", claim("4000", quote)));

    let edited = desk.ok(&["edit", "case.dossier", &id, "--from", "claim.json", "--reason", "misread"]);
    let new = edited["claims"][0]["id"].as_str().unwrap();
    assert_eq!((&edited["replaces"], &edited["claims"][0]["proposer"]), (&json!([id]), &json!("Ada Reyes")));
    assert_eq!(rows(&desk, "superseded")[0]["replaced_by"], json!([new]));
    assert_eq!(desk.ok(&["facts", "case.dossier"])[0]["value"], "3900");

    let split = desk.ok(&["split", "case.dossier", new, "--from", "parts.jsonl"]);
    let parts: Vec<&str> = split["claims"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!((parts.len(), rows(&desk, "accepted").len()), (2, 2));
    let merged = desk.ok(&["merge", "case.dossier", parts[0], parts[1], "--reason", "one thing after all"]);
    assert_eq!(merged["claims"][0]["quotes"].as_array().unwrap().len(), 2);
    desk.ok(&["add", "case.dossier", "S1", "--from", "claim.json"]);
    let judged = desk.ok(&["judgements", "case.dossier"]);
    let kinds: Vec<&str> = judged.as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["replace", "replace", "replace", "add"]);
    for _ in 0..4 {
        desk.ok(&["undo", "case.dossier"]);
    }
    assert_eq!(desk.ok(&["claims", "case.dossier"]), before);
    assert_eq!(desk.ok(&["facts", "case.dossier"]), json!([]));
    assert_eq!(desk.ok(&["verify", "case.dossier"])["ok"], true);
}

#[test]
fn what_does_not_hold_is_refused_with_its_status_and_the_queue_is_unharmed() {
    let desk = desk();
    let id = counts(&desk);
    let before = desk.ok(&["claims", "case.dossier"]);
    let head = desk.ok(&["ledger", "case.dossier"]).as_array().unwrap().len();
    desk.put("altered.json", claim("4000", "nearly 5,000 fraudulent accounts").to_string());
    desk.put("broken.json", "{\"kind\": \"count\",");
    desk.put("good.json", claim("3900", "nearly 4,000 fraudulent accounts").to_string());
    let check = |args: &[&str], status: i32, says: &[&str]| {
        let ended = desk.run(args);
        assert_eq!(ended.status, status, "{args:?}: {}{}", ended.err, ended.out);
        for words in says {
            assert!(ended.err.contains(words), "{args:?} does not say `{words}`:\n{}", ended.err);
        }
    };
    check(&["edit", "case.dossier", &id, "--from", "altered.json"], 3, &["quotes[0]", "not verbatim", "4,000"]);
    check(&["edit", "case.dossier", &id, "--from", "broken.json"], 3, &["not JSON"]);
    check(&["edit", "case.dossier", &id, "--from", "missing.json"], 3, &["missing.json"]);
    check(&["edit", "case.dossier", "C999", "--from", "good.json"], 2, &["C999"]);
    check(&["split", "case.dossier", &id, "--from", "good.json"], 2, &["two claims"]);
    check(&["merge", "case.dossier", &id], 2, &[]);
    check(&["merge", "case.dossier", &id, &id], 2, &["two claims"]);
    check(&["add", "case.dossier", "S9", "--from", "good.json"], 2, &["S9"]);
    check(&["add", "case.dossier", "S1", "--from", "altered.json"], 3, &["quotes[0]"]);
    check(&["accept", "case.dossier", "--kind", "number"], 2, &["`number`", "count, amount"]);
    check(&["accept", "case.dossier", "--source", "S1"], 2, &[]);
    check(&["accept", "case.dossier", "--kind", "count", "--source", "S9"], 2, &["S9"]);
    check(&["propose", "case.dossier", "--from", "broken.json"], 3, &["line 1: line: this is not JSON"]);
    check(&["propose", "case.dossier"], 2, &["--from"]);
    assert_eq!(desk.ok(&["claims", "case.dossier"]), before);
    assert_eq!(desk.ok(&["ledger", "case.dossier"]).as_array().unwrap().len(), head);
}

#[test]
fn proposals_come_in_by_a_file_or_by_standard_input_and_accept_nothing() {
    let desk = desk();
    let mut good = claim("4000", "nearly 4,000 fraudulent accounts");
    good["source"] = json!("S1");
    let mut bad = good.clone();
    bad["state"] = json!("accepted");
    let lines = format!("{good}\n{bad}\n");
    let accepted = rows(&desk, "accepted").len();
    let ended = desk.run_with(&lines, &["propose", "case.dossier", "--from", "-", "--json"]);
    assert_eq!(ended.status, 3, "{}", ended.err);
    let told = ended.json();
    assert_eq!((&told[0]["line"], &told[0]["refused"]), (&json!(1), &Value::Null));
    assert_eq!((&told[1]["claim"], &told[1]["faults"][0]["field"]), (&Value::Null, &json!("state")));
    let landed = rows(&desk, "proposed").into_iter().find(|row| row["id"] == told[0]["claim"]).unwrap();
    assert_eq!(landed["proposer"], "Ada Reyes");
    assert_eq!(rows(&desk, "accepted").len(), accepted);

    let schema = desk.run(&["propose", "--schema"]);
    assert_eq!(schema.status, 0, "{}", schema.err);
    assert_eq!(schema.json()["additionalProperties"], false);
}

#[test]
fn all_of_a_kind_are_accepted_in_bulk() {
    let desk = desk();
    let accepted = desk.ok(&["accept", "case.dossier", "--kind", "count", "--source", "S1"]);
    let rows = rows(&desk, "accepted");
    assert_eq!(accepted["accepted"].as_array().unwrap().len(), rows.len());
    assert!(!rows.is_empty() && rows.iter().all(|row| row["kind"] == "count" && row["bulk"] == true), "{rows:#?}");
}

#[test]
fn the_example_of_the_guide_does_what_the_guide_says() {
    let guide = include_str!("../../docs/guide/claims.md");
    let block = |begin: &str| {
        let from = guide.split_once(begin).unwrap().1;
        from.split_once("```").unwrap().0.to_owned()
    };
    let desk = Desk::new();
    desk.ok(&["specimen", "case.dossier"]);
    desk.put("claims.jsonl", block("```jsonl\n"));
    let ended = desk.run(&["propose", "case.dossier", "--from", "claims.jsonl"]);
    assert_eq!(ended.status, 3);
    assert_eq!(block("```text\n$ dossier propose case.dossier --from claims.jsonl\n"), ended.err);
    let proposed = rows(&desk, "proposed");
    let of = |proposer: &str| proposed.iter().find(|row| row["proposer"] == proposer).unwrap()["quotes"][0]["text"].clone();
    assert_eq!(of("B. Okafor"), "Halden does not say that Meridian Works' management ordered the activity");
    assert_eq!(of("reader 2.1"), "nearly 24,000 fraudulent accounts");
}
