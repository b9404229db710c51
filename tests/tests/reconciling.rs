//! Facts weighed from the command line: versions, grades, parties, near copies and figures of our own.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a step that fails ends the test")]

use dossier_tests::{Desk, pdf_text};
use serde_json::{Value, json};

const BODY: &str = "\n\nThe accounts were opened in small groups over several weeks, each with a card of its own, and most of them were \
closed within days of the first warning.\n\nThe traffic came through rented servers in four cities and was spread so thinly that no single \
account stood out from the customers around it.\n\nEngineers noticed the pattern only when the same unusual questions arrived again and \
again, in the same order, from people who seemed to have nothing in common.\n\nNone of them answered when they were asked by mail to \
confirm their names and their cards, and the cards had been bought at the same three shops on the same two days of the month before.\n";

fn report(publisher: &str, published: &str, lead: &str) -> String {
    format!("---\ntitle: How a model was copied\npublisher: {publisher}\npublished: {published}\n---\n\n{lead}{BODY}")
}

fn facts(desk: &Desk) -> Vec<Value> {
    desk.ok(&["facts", "case.dossier"]).as_array().unwrap().clone()
}

fn fact(desk: &Desk, id: &str) -> Value {
    facts(desk).into_iter().find(|fact| fact["id"] == id).unwrap_or_else(|| panic!("no fact {id}"))
}

fn specimen() -> Desk {
    let desk = Desk::new();
    desk.ok(&["specimen", "case.dossier"]);
    desk.ok(&["accept", "case.dossier", "--all"]);
    desk
}

#[test]
fn a_superseded_fact_names_the_one_in_its_place_and_undo_brings_it_back() {
    let desk = specimen();
    let counted = |fact: &&Value| fact["kind"] == "count" && fact["unit"] == "accounts";
    let (old, others): (Vec<Value>, Vec<Value>) = facts(&desk).into_iter().partition(|fact| counted(&fact));
    let ids = [&old, &others].map(|facts| facts[0]["id"].as_str().unwrap().to_owned());
    desk.ok(&["draft", "case.dossier", "--to", "senate-banking", "--kind", "letter", "--name", "written-before"]);
    let before = facts(&desk);
    desk.ok(&["judge", "case.dossier", "supersede", &ids[0], &ids[1], "--reason", "the second report counts further"]);
    let old = fact(&desk, &ids[0]);
    assert_eq!((&old["state"], &old["superseded_by"]), (&json!("superseded"), &json!(ids[1])));
    let findings = |name: &str| {
        let found = desk.run(&["check", "case.dossier", name, "--json"]).json();
        found.as_array().unwrap().iter().filter(|finding| finding["code"] == "stale").cloned().collect::<Vec<_>>()
    };
    let stale = findings("written-before");
    assert!(
        stale.iter().any(|finding| finding["why"] == json!(format!("{} stands in the place of {}", ids[1], ids[0]))),
        "{stale:?}"
    );
    desk.ok(&["draft", "case.dossier", "--to", "senate-banking", "--kind", "letter", "--name", "written-after"]);
    assert_eq!(findings("written-after"), Vec::<Value>::new());
    desk.ok(&["undo", "case.dossier"]);
    desk.ok(&["undo", "case.dossier"]);
    assert!(facts(&desk) == before, "the facts are not what they were");
    let itself = desk.run(&["judge", "case.dossier", "supersede", &ids[0], &ids[0], "--reason", "x"]);
    assert_eq!(itself.status, 2, "{}", itself.err);
}

#[test]
fn what_has_one_origin_is_never_graded_as_confirmed_by_others() {
    let desk = specimen();
    let one = facts(&desk).into_iter().find(|fact| fact["origins"] == 1 && fact["claims"].as_array().unwrap().len() > 1).unwrap();
    let several = facts(&desk).into_iter().find(|fact| fact["origins"].as_u64() > Some(1)).unwrap();
    let (one, several) = (one["id"].as_str().unwrap(), several["id"].as_str().unwrap());
    let refused = desk.run(&["judge", "case.dossier", "credibility", one, "1", "--reason", "five outlets print it"]);
    assert_eq!(refused.status, 1, "{}", refused.err);
    assert!(refused.err.contains("one origin"), "{}", refused.err);
    assert_eq!(fact(&desk, one)["credibility"], Value::Null);
    for (id, grade) in [(one, "2"), (several, "1")] {
        desk.ok(&["judge", "case.dossier", "credibility", id, grade, "--reason", "weighed"]);
        assert_eq!(fact(&desk, id)["credibility"], grade);
    }
    desk.ok(&["source", "case.dossier", "S1", "--set", "reliability=B"]);
    assert_eq!(desk.ok(&["sources", "case.dossier"])[0]["reliability"], "B");
    assert_eq!(desk.run(&["source", "case.dossier", "S1", "--set", "reliability=good"]).status, 2);
}

#[test]
fn names_become_one_party_by_a_judgement_and_two_again_when_it_is_revoked() {
    let desk = specimen();
    let before = (desk.ok(&["parties", "case.dossier"]), facts(&desk));
    let parties = before.0.as_array().unwrap();
    let party = parties.iter().find(|party| !party["legal_name"].is_null()).unwrap();
    let legal = party["legal_name"].as_str().unwrap();
    let suggested = party["suggested"][0]["names"].as_array().unwrap();
    assert!(suggested.contains(&json!(legal)), "{suggested:?}");
    let other = suggested.iter().find(|name| **name != json!(legal)).unwrap().as_str().unwrap();
    let judged = desk.ok(&["judge", "case.dossier", "same-party", legal, other, "--reason", "its full name"]);
    let joined = desk.ok(&["parties", "case.dossier"]);
    let of = |parties: &Value| {
        let named = parties.as_array().unwrap().iter().find(|party| party["names"].as_array().unwrap().contains(&json!(legal)));
        named.unwrap()["names"].as_array().unwrap().len()
    };
    assert_eq!((of(&before.0), of(&joined)), (1, 2));
    desk.ok(&["judge", "case.dossier", "revoke", judged["judgement"].as_str().unwrap(), "--reason", "another company"]);
    assert_eq!((desk.ok(&["parties", "case.dossier"]), facts(&desk)), before);
    // A lab and its owner are two parties, whoever says otherwise.
    let lab = parties.iter().find(|party| party["relations"][0]["kind"] == "part-of").unwrap();
    let owner = lab["relations"][0]["to"].as_str().unwrap();
    let refused = desk.run(&["judge", "case.dossier", "same-party", lab["name"].as_str().unwrap(), owner, "--reason", "x"]);
    assert_ne!(refused.status, 0);
    assert_eq!(desk.ok(&["parties", "case.dossier"]), before.0);
}

#[test]
fn a_near_copy_that_names_nobody_adds_no_origin_and_a_first_hand_report_adds_one() {
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier"]);
    let lead = "Halden said that Meridian Works used 24,000 fraudulent accounts to copy its Corvid model.";
    let copied = "The campaign used 24,000 fraudulent accounts to copy the Corvid model.";
    desk.put("a.md", report("Capital Courier", "2026-06-10", lead));
    desk.put("b.md", report("Northern Wire", "2026-06-12", copied));
    desk.ok(&["import", "case.dossier", "a.md", "b.md"]);
    desk.ok(&["accept", "case.dossier", "--all"]);
    let claim_of = |source: &str| {
        let claims = desk.ok(&["claims", "case.dossier"]);
        let found = claims.as_array().unwrap().iter().find(|row| row["source"] == source && row["unit"] == "accounts").cloned();
        found.unwrap_or_else(|| panic!("{claims:#}"))["id"].clone()
    };
    let origin_of = |claim: &Value| {
        let origins = desk.ok(&["origins", "case.dossier"]);
        let found =
            origins.as_array().unwrap().iter().find(|origin| origin["claims"].as_array().unwrap().contains(claim)).cloned();
        found.unwrap_or_else(|| panic!("{origins:#}"))
    };
    let join = |other: &str| {
        let claims = [claim_of("S1"), claim_of(other)];
        desk.ok(&[
            "judge",
            "case.dossier",
            "same",
            claims[0].as_str().unwrap(),
            claims[1].as_str().unwrap(),
            "--reason",
            "one figure",
        ]);
    };
    join("S2");
    let origins_of_the_fact = || {
        let claim = claim_of("S1");
        let fact = facts(&desk).into_iter().find(|fact| fact["claims"].as_array().unwrap().contains(&claim));
        fact.unwrap()["origins"].clone()
    };
    assert_eq!(origins_of_the_fact(), 1);
    let copy = origin_of(&claim_of("S2"));
    assert_eq!(copy["name"], "Halden");
    let edge = copy["edges"].as_array().unwrap().iter().find(|edge| edge["from"] == "Northern Wire").unwrap();
    assert_eq!((&edge["inferred"], &edge["basis"]), (&json!(true), &json!("near-copy")));
    assert!(edge["words"].as_str().unwrap().contains("S1"), "{edge}");
    let own = "Lowmoor Institute said that it had counted 24,000 fraudulent accounts that Meridian Works used against Corvid.\n";
    desk.put("c.txt", format!("Lowmoor Institute finds copied accounts\n\n{own}"));
    desk.ok(&["import", "case.dossier", "c.txt"]);
    desk.ok(&["accept", "case.dossier", "--all"]);
    assert_eq!(origin_of(&claim_of("S3"))["name"], "Lowmoor Institute");
    join("S3");
    assert_eq!(origins_of_the_fact(), 2);
}

#[test]
fn figures_of_ours_say_how_they_were_computed() {
    let desk = specimen();
    let rows = desk.ok(&["computations", "case.dossier"]);
    let share = rows.as_array().unwrap().iter().find(|row| row["formula"] == "ratio").unwrap();
    assert_eq!(share["facts"].as_array().unwrap().len(), 2);
    assert!(share["working"].as_str().unwrap().contains(" ÷ "), "{share}");
    assert!(share["words"].as_str().unwrap().ends_with("per account"), "{share}");
    let printed = desk.run(&["computations", "case.dossier"]);
    assert!(printed.out.contains("(our computation)"), "{}", printed.out);
}

#[test]
fn a_listing_goes_by_the_legal_name_once_a_person_said_whose_it_is() {
    let desk = specimen();
    let letter = |name: &str| {
        desk.ok(&["draft", "case.dossier", "--to", "senate-banking", "--kind", "letter", "--name", name]);
        assert_eq!(desk.run(&["check", "case.dossier", name]).status, 0);
        let file = format!("{name}.pdf");
        desk.ok(&["publish", "case.dossier", name, "-o", &file]);
        let text = pdf_text(&desk.path(&file))?;
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let Some(before) = letter("before") else { return };
    assert!(before.contains("the legal name of the party, which the record does not establish"), "{before}");
    let names = ["Meridian Works", "Meridian Works Holding Ltd"];
    desk.ok(&["judge", "case.dossier", "same-party", names[0], names[1], "--reason", "its full name"]);
    let after = letter("after").unwrap();
    assert!(after.contains("the legal name, for which Capital Courier has “Meridian Works Holding Ltd”"), "{after}");
}
