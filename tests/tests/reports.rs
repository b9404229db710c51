//! The same way on five real reports, where they are there: what a policy office would start from.
#![expect(clippy::unwrap_used, reason = "a step that fails ends the test")]

use dossier_tests::{Desk, pdf_text, shared, validate_pdf};
use serde_json::Value;

/// What must be among the proposed claims: kind, and fields with their values.
const EXPECTED: &[(&str, &[(&str, &str)])] = &[
    ("count", &[("unit", "accounts"), ("value", "25000"), ("bound", "below")]),
    ("count", &[("unit", "accounts"), ("value", "25000"), ("bound", "about")]),
    ("count", &[("unit", "accounts"), ("bound", "vague")]),
    ("count", &[("unit", "exchanges"), ("value", "28800000")]),
    ("count", &[("unit", "exchanges"), ("value", "28800000"), ("bound", "above")]),
    ("count", &[("unit", "conversations"), ("value", "28800000")]),
    ("period", &[("period", "XXXX-04-22/XXXX-06-05")]),
    ("period", &[("period", "XXXX-04/XXXX-06")]),
    ("capability", &[("value", "software engineering")]),
    ("capability", &[("value", "agentic reasoning")]),
    ("capability", &[("value", "long-horizon tasks")]),
    ("method", &[("value", "obfuscation techniques")]),
    ("method", &[("value", "proxy networks")]),
    ("technique", &[("value", "AML.T0008.005")]),
    ("technique", &[("value", "AML.T0024.002")]),
    ("measure", &[("unit", "asked")]),
    ("measure", &[("unit", "planned"), ("hedge", "planned")]),
    ("measure", &[("unit", "issued")]),
    ("recipient", &[("property", "recipient")]),
    ("response", &[("value", "no response")]),
    ("verification", &[("value", "not independently verified")]),
    ("superlative", &[("value", "largest")]),
    ("legal-word", &[("value", "illicitly")]),
    ("legal-word", &[("value", "illegally")]),
    ("sharing", &[]),
    ("safety", &[]),
    ("market", &[("unit", "percent"), ("value", "3"), ("bound", "above")]),
    ("market", &[("unit", "USD"), ("value", "99.1")]),
    ("quotation", &[]),
    ("provenance", &[]),
];

fn desk() -> Option<Desk> {
    let reports = shared("sources")?;
    let desk = Desk::new();
    desk.ok(&["new", "case.dossier", "--title", "Five reports"]);
    desk.ok(&["import", "case.dossier", reports.to_str().unwrap()]);
    Some(desk)
}

#[test]
fn the_five_reports_give_what_an_office_needs() {
    let Some(desk) = desk() else { return };
    let claims = desk.ok(&["claims", "case.dossier"]);
    for (kind, fields) in EXPECTED {
        let has = |claim: &Value| claim["kind"] == *kind && fields.iter().all(|(name, value)| claim[*name] == *value);
        assert!(claims.as_array().unwrap().iter().any(has), "no {kind} with {fields:?}");
    }
    let market: Vec<&Value> = claims.as_array().unwrap().iter().filter(|claim| claim["kind"] == "market").collect();
    assert!(
        market.iter().all(|claim| !claim["subject"].as_str().unwrap().contains("campaign")),
        "market effects stand apart: {market:#?}"
    );
    let rungs: Vec<&Value> = claims.as_array().unwrap().iter().filter(|claim| !claim["rung"].is_null()).collect();
    for nexus in ["linked", "by"] {
        assert!(rungs.iter().any(|claim| claim["rung"]["nexus"] == nexus), "no rung {nexus}");
    }
    let longest =
        claims.as_array().unwrap().iter().map(|claim| claim["quotes"][0]["text"].as_str().unwrap().len()).max().unwrap();
    assert!(longest < 400, "a quote is a clause, not a paragraph: {longest}");
}

#[test]
fn the_campaigns_figures_have_one_origin_and_no_false_conflict() {
    let Some(desk) = desk() else { return };
    desk.ok(&["accept", "case.dossier", "--all"]);
    let facts = desk.ok(&["facts", "case.dossier"]);
    let of = |property: &str| -> Vec<&Value> {
        let mut facts: Vec<&Value> = facts.as_array().unwrap().iter().filter(|fact| fact["property"] == property).collect();
        facts.sort_by_key(|fact| std::cmp::Reverse(fact["claims"].as_array().unwrap().len()));
        facts
    };
    let accounts = of("accounts")[0];
    assert!(accounts["claims"].as_array().unwrap().len() >= 7, "{accounts}");
    assert_eq!(accounts["origins"], 1, "five reports of one letter are one origin: {accounts}");
    assert!(!accounts["adverse"].as_array().unwrap().is_empty(), "no response, no verification: {accounts}");
    let exchanges = of("exchanges")[0];
    assert_eq!((&exchanges["value"], &exchanges["bound"]), (&Value::from("28800000"), &Value::Null), "{exchanges}");
    assert_eq!(of("window")[0]["period"], "XXXX-04-22/XXXX-06-05");
    let conflicts = desk.ok(&["conflicts", "case.dossier"]);
    let said = conflicts.as_array().unwrap();
    assert!(said.iter().all(|row| row["verdict"] != "conflicting"), "{conflicts:#}");
    for words in ["conversations", "largest", "linked"] {
        assert!(said.iter().any(|row| row["why"].as_str().unwrap().contains(words)), "nothing is said of {words}: {conflicts:#}");
    }
}

#[test]
fn the_five_reports_give_a_letter_that_an_office_could_edit() {
    let Some(desk) = desk() else { return };
    desk.ok(&["accept", "case.dossier", "--all"]);
    for to in ["senate-banking", "ostp", "bis", "ofac"] {
        let draft = desk.ok(&["draft", "case.dossier", "--to", to, "--kind", "letter", "--name", to, "--date", "2026-11-21"]);
        assert!(!draft["measures"].as_array().unwrap().is_empty(), "{to} is asked for nothing");
        let check = desk.run(&["check", "case.dossier", to, "--json"]);
        let findings = check.json();
        let errors: Vec<&Value> = findings.as_array().unwrap().iter().filter(|finding| finding["severity"] == "error").collect();
        assert!(errors.is_empty(), "{to}: {errors:#?}");
        let file = format!("{to}.pdf");
        desk.ok(&["publish", "case.dossier", to, "-o", &file]);
        validate_pdf(&desk.bytes(&file));
    }
    let Some(text) = pdf_text(&desk.path("senate-banking.pdf")) else { return };
    for words in [
        "Dear Chairman Scott and Ranking Member Warren:",
        "28.8 million exchanges",
        "year not stated",
        "publisher not stated",
        "[Office name]",
    ] {
        assert!(text.contains(words), "the letter does not say `{words}`");
    }
    assert!(!text.contains("Specimen"), "a real case is no specimen");
}
