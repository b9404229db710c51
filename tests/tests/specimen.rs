//! The whole way once, on the specimen: reports in; letters, briefings, charts and a pack out.
#![expect(clippy::unwrap_used, reason = "a step that fails ends the test")]

use dossier_tests::{Desk, pdf_text};
use serde_json::Value;

const RECIPIENTS: [&str; 4] = ["senate-banking", "ostp", "bis", "ofac"];

fn rows(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

fn of_kind<'a>(rows: &'a Value, kind: &str) -> Vec<&'a Value> {
    rows.as_array().unwrap().iter().filter(|row| row["kind"] == kind).collect()
}

#[test]
fn every_quote_stands_in_its_source() {
    let desk = Desk::with_specimen();
    let claims = desk.ok(&["claims", "case.dossier"]);
    let mut texts = std::collections::BTreeMap::new();
    for claim in rows(&claims) {
        let source = claim["source"].as_str().unwrap();
        let text: &Vec<char> = texts.entry(source.to_owned()).or_insert_with(|| {
            let text = desk.ok(&["text", "case.dossier", source]);
            text["text"].as_str().unwrap().chars().collect()
        });
        for quote in rows(&claim["quotes"]) {
            let (start, end) = (quote["start"].as_u64().unwrap() as usize, quote["end"].as_u64().unwrap() as usize);
            assert_eq!(text[start..end].iter().collect::<String>(), quote["text"].as_str().unwrap(), "{claim}");
        }
    }
    assert!(rows(&claims).len() > 60, "{} claims", rows(&claims).len());
}

#[test]
fn nothing_proposed_becomes_a_fact_before_it_is_accepted() {
    let desk = Desk::new();
    desk.ok(&["specimen", "case.dossier"]);
    assert!(rows(&desk.ok(&["claims", "case.dossier"])).iter().all(|claim| claim["state"] == "proposed"));
    assert!(rows(&desk.ok(&["facts", "case.dossier"])).is_empty());
    let refused = desk.run(&["draft", "case.dossier", "--to", "ostp", "--kind", "letter", "--name", "early"]);
    assert_eq!(refused.status, 1, "{}", refused.err);
    assert!(refused.err.contains("accept"), "{}", refused.err);
}

#[test]
fn letters_to_all_four_recipients_have_no_error_and_only_fitting_asks() {
    let desk = Desk::with_specimen();
    let recipients = desk.ok(&["recipients", "case.dossier"]);
    for to in RECIPIENTS {
        let draft = desk.ok(&["draft", "case.dossier", "--to", to, "--kind", "letter", "--name", to]);
        let check = desk.run(&["check", "case.dossier", to, "--json"]);
        let errors: Vec<Value> = rows(&check.json()).iter().filter(|finding| finding["severity"] == "error").cloned().collect();
        assert!(errors.is_empty(), "{to}: {errors:#?}");
        assert_eq!(check.status, 0);
        let recipient = rows(&recipients).iter().find(|row| row["id"] == to).unwrap();
        let powers = rows(&recipient["powers"]);
        let asked = rows(&draft["measures"]);
        assert!(!asked.is_empty(), "{to} is asked for nothing");
        for measure in asked {
            assert!(powers.contains(measure), "{to} is asked for {measure}");
        }
    }
}

#[test]
fn publishing_twice_gives_the_same_bytes() {
    let desk = Desk::with_specimen();
    for (name, end) in [("letter", "pdf"), ("letter", "docx"), ("briefing", "pdf")] {
        desk.ok(&["publish", "case.dossier", name, "-o", &format!("one.{end}")]);
        let later = desk.run_at("2027-01-02T00:00:00Z", &["publish", "case.dossier", name, "-o", &format!("two.{end}")]);
        assert_eq!(later.status, 0, "{}", later.err);
        assert!(desk.bytes(&format!("one.{end}")) == desk.bytes(&format!("two.{end}")), "{name}.{end}");
    }
    for chart in ["timeline", "targeting", "scale"] {
        desk.ok(&["chart", "case.dossier", chart, "-o", "one.svg"]);
        desk.ok(&["chart", "case.dossier", chart, "-o", "two.svg"]);
        assert!(desk.bytes("one.svg") == desk.bytes("two.svg"), "{chart}");
        assert!(
            String::from_utf8_lossy(&desk.bytes("one.svg")).contains(">Specimen: fictional case<"),
            "{chart} says what it is"
        );
    }
    desk.ok(&["pack", "case.dossier", "--document", "letter", "-o", "one.zip"]);
    desk.run_at("2027-01-02T00:00:00Z", &["pack", "case.dossier", "--document", "letter", "-o", "two.zip"]);
    assert!(desk.bytes("one.zip") == desk.bytes("two.zip"), "a pack holds nothing of when it was packed");
}

#[test]
fn documents_pass_pdf_a_and_pdf_ua_and_say_what_they_are() {
    let desk = Desk::with_specimen();
    for name in ["letter", "briefing"] {
        let file = format!("{name}.pdf");
        let written = desk.ok(&["publish", "case.dossier", name, "-o", &file]);
        dossier_tests::validate_pdf(&desk.bytes(&file));
        let Some(text) = pdf_text(&desk.path(&file)) else { continue };
        let pages = text.matches('\u{c}').count();
        assert!(text.matches("Specimen: fictional case").count() >= pages, "{name}: each page says that it is a specimen");
        let flat: String = text.split_whitespace().collect();
        assert!(flat.contains(written["evidence_root"].as_str().unwrap()), "{name} prints the evidence root");
        if name == "briefing" {
            assert_eq!(pages, 1, "a briefing has one page");
        }
    }
}

#[test]
fn a_final_is_refused_while_there_are_errors_or_blanks_and_writes_nothing() {
    let desk = Desk::with_specimen();
    desk.put("blank.json", "{}");
    desk.ok(&["office", "case.dossier", "--from", "blank.json"]);
    let before = desk.ok(&["ledger", "case.dossier"]);
    let refused = desk.run(&["publish", "case.dossier", "letter", "-o", "final.pdf", "--final"]);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("office"), "{}", refused.err);
    assert!(!desk.path("final.pdf").exists());
    assert_eq!(desk.ok(&["ledger", "case.dossier"]), before);

    desk.ok(&["undo", "case.dossier"]);
    desk.put("wrong.json", r#"{"paragraphs": ["Meridian Works stole 40,000 accounts on July 9, 2031."]}"#);
    desk.ok(&["draft", "case.dossier", "--to", "ostp", "--kind", "letter", "--name", "wrong", "--from", "wrong.json"]);
    let check = desk.run(&["check", "case.dossier", "wrong", "--json"]);
    assert_eq!(check.status, 1);
    assert!(rows(&check.json()).iter().any(|finding| finding["code"] == "unbound"), "{}", check.out);
    assert_eq!(desk.run(&["publish", "case.dossier", "wrong", "-o", "final.pdf", "--final"]).status, 1);
    assert!(!desk.path("final.pdf").exists());

    desk.ok(&["publish", "case.dossier", "letter", "-o", "final.pdf", "--final"]);
    let ledger = desk.ok(&["ledger", "case.dossier"]);
    assert_eq!(rows(&ledger).last().unwrap()["act"], "publish letter final as pdf");
    desk.ok(&["pack", "case.dossier", "--document", "letter", "-o", "pack.zip"]);
    assert_eq!(
        dossier_tests::zip_entry(&desk.path("pack.zip"), "letter.pdf"),
        desk.bytes("final.pdf"),
        "the pack holds the final"
    );
}

#[test]
fn one_changed_bit_anywhere_in_a_pack_is_reported() {
    let desk = Desk::with_specimen();
    desk.ok(&["pack", "case.dossier", "--document", "briefing", "-o", "pack.zip"]);
    assert_eq!(desk.ok(&["verify", "pack.zip"])["ok"], true);
    let pack = desk.bytes("pack.zip");
    // Sixty places spread over the file, and its last bytes, where the directory of the zip ends.
    let step = pack.len() / 60;
    for at in (0..60).map(|n| n * step).chain(pack.len() - 4..pack.len()) {
        let mut changed = pack.clone();
        changed[at] ^= 1 << (at % 8);
        desk.put("changed.zip", &changed);
        let verified = desk.run(&["verify", "changed.zip", "--json"]);
        assert_eq!(verified.status, 1, "a bit of byte {at} of {} was changed and not reported", pack.len());
        assert_eq!(verified.json()["ok"], false);
    }
    desk.put("short.zip", &pack[..pack.len() / 2]);
    assert_eq!(desk.run(&["verify", "short.zip"]).status, 1);
}

#[test]
fn one_origin_behind_several_reports_is_counted_once_and_a_second_one_is_seen() {
    let desk = Desk::with_specimen();
    let facts = desk.ok(&["facts", "case.dossier"]);
    let counts: Vec<&Value> = of_kind(&facts, "count").into_iter().filter(|fact| fact["property"] == "accounts").collect();
    let most = counts.iter().max_by_key(|fact| rows(&fact["claims"]).len()).unwrap();
    assert!(rows(&most["claims"]).len() >= 4, "{most}");
    assert!(most["origins"].as_u64().unwrap() < rows(&most["claims"]).len() as u64, "reports are not origins: {most}");
    let origins = desk.ok(&["origins", "case.dossier"]);
    assert!(rows(&origins).len() >= 2, "the independent observer is an origin of its own: {origins}");
    assert!(rows(&origins).iter().any(|origin| !rows(&origin["edges"]).is_empty()));
}

#[test]
fn exchanges_and_conversations_are_never_one_figure() {
    let desk = Desk::with_specimen();
    let conflicts = desk.ok(&["conflicts", "case.dossier"]);
    let said = rows(&conflicts).iter().filter(|row| row["verdict"] == "not-comparable");
    assert!(said.clone().any(|row| row["why"].as_str().unwrap().contains("conversations")), "{conflicts:#}");
    for fact in of_kind(&desk.ok(&["facts", "case.dossier"]), "count") {
        let claims = desk.ok(&["claims", "case.dossier"]);
        let units: std::collections::BTreeSet<String> = rows(&claims)
            .iter()
            .filter(|claim| rows(&fact["claims"]).contains(&claim["id"]))
            .map(|claim| claim["unit"].to_string())
            .collect();
        assert_eq!(units.len(), 1, "{fact}");
    }
}
