//! Claims that a person writes: edited, split, merged, added, and taken back.

use crate::desk::{Desk, ada};
use dossier_app::{
    AppError, ClaimDraft, ClaimId, ClaimKind, ClaimRow, Dossier, ErrorCode, FactRow, Input, SourceId, Verdict, accept,
    accept_kind, add, check_claim, claims, edit, fact, facts, import, judge, judgements, ledger, merge, overview, propose_text,
    reading, reject, sources, split, undo,
};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::atomic::AtomicBool;

const ONE: &str =
    "Report one\n\nHalden said operators used nearly 4,000 fraudulent accounts. They sent 90,000 exchanges through proxies.\n";
const TWO: &str = "Report two\n\nHalden said operators used about 4,000 fraudulent accounts.\n";

/// Two short reports, of which nobody has judged a claim.
fn two_reports() -> Desk {
    let mut desk = Desk::empty();
    let inputs = [("one.txt", ONE), ("two.txt", TWO)].map(|(name, text)| Input::Bytes(name.to_owned(), text.into()));
    import(&mut desk.dossier, &inputs, 1, &ada(), &AtomicBool::new(false), &mut |_| {}).unwrap();
    desk
}

/// The claim of `source` that counts accounts.
fn accounts(dossier: &Dossier, source: &str) -> ClaimRow {
    let is_count = |row: &ClaimRow| {
        row.source.to_string() == source && row.kind == ClaimKind::Count && row.unit.as_deref() == Some("accounts")
    };
    claims(dossier).unwrap().into_iter().find(is_count).unwrap()
}

fn draft(changes: Value) -> ClaimDraft {
    let mut whole = json!({
        "kind": "count", "subject": "campaign", "property": "accounts", "value": "4000", "unit": "accounts", "bound": "below",
        "hedge": "alleged", "speakers": ["Halden"], "quotes": [{"text": "nearly 4,000 fraudulent accounts"}],
    });
    for (field, value) in changes.as_object().unwrap() {
        whole[field] = value.clone();
    }
    ClaimDraft::from_json(&whole.to_string()).unwrap()
}

fn states(dossier: &Dossier) -> Vec<(String, String)> {
    claims(dossier).unwrap().iter().map(|row| (row.id.to_string(), row.state.to_string())).collect()
}

fn found(dossier: &Dossier, id: ClaimId) -> ClaimRow {
    claims(dossier).unwrap().into_iter().find(|row| row.id == id).unwrap()
}

fn source(id: &str) -> SourceId {
    id.parse().unwrap()
}

#[test]
fn an_edit_is_accepted_and_the_proposal_stays_beside_it() {
    let mut desk = two_reports();
    let old = accounts(&desk.dossier, "S1");
    let row = edit(&mut desk.dossier, old.id, &draft(json!({"bound": "about"})), Some("the letter says about"), &ada()).unwrap();
    let new = &row.claims[0];
    assert_eq!((row.replaces.as_slice(), new.replaces.as_slice()), (&[old.id][..], &[old.id][..]));
    assert_eq!((new.state.as_str(), new.proposer.as_str(), new.bulk), ("accepted", "Ada Reyes", false));
    assert_eq!(new.bound.unwrap().as_str(), "about");
    let beside = found(&desk.dossier, old.id);
    assert_eq!((beside.state.as_str(), beside.proposer.as_str()), ("superseded", "rules"));
    assert_eq!(beside.replaced_by, [new.id]);
    let shown = reading(&desk.dossier, source("S1")).unwrap();
    assert!(shown.claims.contains(&beside) && shown.claims.contains(new));
    assert_eq!((shown.source.superseded, shown.source.accepted), (1, 1));
    assert_eq!(facts(&desk.dossier).unwrap().len(), 1, "only the person's claim makes a fact");
    let judgement = judgements(&desk.dossier).unwrap().pop().unwrap().judgement;
    assert_eq!((judgement.kind.word(), judgement.reason.as_deref()), ("replace", Some("the letter says about")));
}

#[test]
fn one_undo_takes_back_each_act_whatever_was_judged_before() {
    let mut desk = two_reports();
    let one = accounts(&desk.dossier, "S1").id;
    let other = claims(&desk.dossier).unwrap().into_iter().find(|row| row.source == source("S1") && row.id != one).unwrap().id;
    accept(&mut desk.dossier, &[one], &ada()).unwrap();
    reject(&mut desk.dossier, &[other], None, &ada()).unwrap();
    let before = (states(&desk.dossier), facts(&desk.dossier).unwrap());
    type Act = Box<dyn Fn(&mut Dossier)>;
    let acts: Vec<(&str, Act)> = vec![
        ("edit", Box::new(move |dossier| drop(edit(dossier, one, &draft(json!({"value": "3900"})), None, &ada()).unwrap()))),
        (
            "split",
            Box::new(move |dossier| {
                let parts = [
                    draft(json!({})),
                    draft(json!({"kind": "method", "value": "fraudulent accounts", "unit": null, "bound": null})),
                ];
                drop(split(dossier, one, &parts, None, &ada()).unwrap());
            }),
        ),
        ("merge", Box::new(move |dossier| drop(merge(dossier, &[one, other], None, None, &ada()).unwrap()))),
        (
            "add",
            Box::new(move |dossier| {
                drop(add(dossier, source("S1"), &draft(json!({"subject": "Halden"})), None, &ada()).unwrap())
            }),
        ),
    ];
    for (name, act) in &acts {
        let entries = ledger(&desk.dossier).unwrap().len();
        act(&mut desk.dossier);
        assert_eq!(ledger(&desk.dossier).unwrap().len(), entries + 1, "{name} is one act");
        assert_ne!((states(&desk.dossier), facts(&desk.dossier).unwrap()), before, "{name} does something");
        assert!(overview(&desk.dossier).unwrap().undo.unwrap().starts_with(name));
        undo(&mut desk.dossier, &ada()).unwrap();
        assert_eq!((states(&desk.dossier), facts(&desk.dossier).unwrap()), before, "undo of {name}");
        // Somebody who opens it now sees the same.
        let fresh = Dossier::look(desk.dossier.path()).unwrap();
        assert_eq!((states(&fresh), facts(&fresh).unwrap()), before, "undo of {name}, read anew");
    }
    // Taking back the undo of the edit brings the person's claim back, by its own id.
    let undone = judgements(&desk.dossier).unwrap()[3].judgement.id.to_string();
    judge(&mut desk.dossier, Verdict::Revoke, &[undone], "it was right", &ada()).unwrap();
    let back = found(&desk.dossier, found(&desk.dossier, one).replaced_by[0]);
    assert_eq!((back.value.as_deref(), back.state.as_str()), (Some("3900"), "accepted"));
    assert_eq!(facts(&desk.dossier).unwrap()[0].id, before.1[0].id);
    assert!(dossier_app::verify(desk.dossier.path()).unwrap().ok);
}

#[test]
fn a_fact_keeps_its_id_its_joins_and_its_adopted_value_through_edits() {
    let mut desk = two_reports();
    let (one, two) = (accounts(&desk.dossier, "S1").id, accounts(&desk.dossier, "S2").id);
    accept(&mut desk.dossier, &[one, two], &ada()).unwrap();
    let ids = [one, two].map(|id| id.to_string());
    judge(&mut desk.dossier, Verdict::Same, &ids, "both count them", &ada()).unwrap();
    judge(&mut desk.dossier, Verdict::Adopt, &ids[..1], "the letter", &ada()).unwrap();
    let before = facts(&desk.dossier).unwrap();
    let id = before[0].id;

    let edited = edit(&mut desk.dossier, one, &draft(json!({"value": "3900"})), None, &ada()).unwrap().claims[0].id;
    let one_fact = |dossier: &Dossier| -> FactRow {
        let mut rows = facts(dossier).unwrap();
        assert_eq!(rows.len(), 1, "{rows:#?}");
        rows.remove(0)
    };
    let row = one_fact(&desk.dossier);
    assert_eq!((row.id, row.state.as_str(), row.value.as_deref(), row.leading), (id, "settled", Some("3900"), edited));
    assert_eq!(row.claims, [two, edited]);
    let named = fact(&desk.dossier, id).unwrap().judgements.iter().map(|row| row.judgement.kind.word()).collect::<Vec<_>>();
    assert!(named.contains(&"replace"), "{named:?}");

    // Again, and split: the first has the place.
    let parts = [draft(json!({})), draft(json!({"kind": "legal-word", "value": "fraudulent", "unit": null, "bound": null}))];
    let first = split(&mut desk.dossier, edited, &parts, None, &ada()).unwrap().claims[0].id;
    let rows = facts(&desk.dossier).unwrap();
    let held = rows.iter().find(|row| row.id == id).unwrap();
    assert_eq!((rows.len(), held.leading, held.claims.as_slice()), (2, first, &[two, first][..]));
    undo(&mut desk.dossier, &ada()).unwrap();
    undo(&mut desk.dossier, &ada()).unwrap();
    assert_eq!(facts(&desk.dossier).unwrap(), before);
}

#[test]
fn taking_back_an_edit_takes_back_what_was_written_over_it() {
    let mut desk = two_reports();
    let one = accounts(&desk.dossier, "S1").id;
    let first = edit(&mut desk.dossier, one, &draft(json!({"value": "3900"})), None, &ada()).unwrap();
    let second = edit(&mut desk.dossier, first.claims[0].id, &draft(json!({"value": "3950"})), None, &ada()).unwrap();
    assert_eq!(second.claims[0].replaces, [first.claims[0].id]);
    judge(&mut desk.dossier, Verdict::Revoke, &[first.judgement.to_string()], "the proposal was right", &ada()).unwrap();
    let rows = claims(&desk.dossier).unwrap();
    assert!(rows.iter().all(|row| row.proposer == "rules" && row.replaced_by.is_empty()), "{rows:#?}");
    assert_eq!(facts(&desk.dossier).unwrap().len(), 0);
}

#[test]
fn what_an_edit_leaves_unchanged_keeps_what_was_known_of_it() {
    let mut desk = Desk::proposed();
    let old = claims(&desk.dossier).unwrap().into_iter().find(|row| row.speakers.len() > 1).unwrap();
    let same = json!({
        "kind": old.kind, "subject": old.subject, "property": old.property, "value": old.value, "unit": old.unit, "bound": old.bound,
        "period": old.period, "rung": old.rung, "hedge": "opinion", "scope": old.scope, "speakers": old.speakers,
        "quotes": old.quotes,
    });
    let new = edit(&mut desk.dossier, old.id, &ClaimDraft::from_json(&same.to_string()).unwrap(), None, &ada()).unwrap();
    let case = desk.dossier.case().unwrap();
    let (was, is) = (case.claim(old.id).unwrap(), case.claim(new.claims[0].id).unwrap());
    assert_eq!(is.content.speakers, was.content.speakers, "roles and proving words");
    assert_eq!(
        (is.content.headline, is.content.direct, &is.content.resolution),
        (was.content.headline, was.content.direct, &was.content.resolution)
    );
}

#[test]
fn a_merge_has_the_quotes_of_all_and_the_weakest_hedge_and_stays_in_one_source() {
    let mut desk = two_reports();
    let whole = |hedge: &str, quote: &str| {
        let draft = draft(json!({"hedge": hedge, "quotes": [{"text": quote}]}));
        move |dossier: &mut Dossier| add(dossier, source("S1"), &draft, None, &ada()).unwrap().claims[0].id
    };
    let first = whole("asserted", "nearly 4,000 fraudulent accounts")(&mut desk.dossier);
    let second = whole("alleged", "operators used nearly 4,000")(&mut desk.dossier);
    let row = merge(&mut desk.dossier, &[first, second], None, None, &ada()).unwrap();
    let merged = &row.claims[0];
    let quotes: Vec<&str> = merged.quotes.iter().map(|quote| quote.text.as_str()).collect();
    assert_eq!(quotes, ["nearly 4,000 fraudulent accounts", "operators used nearly 4,000"]);
    assert_eq!((merged.hedge.as_str(), merged.replaces.as_slice()), ("alleged", &[first, second][..]));

    let other = accounts(&desk.dossier, "S2").id;
    let refused = merge(&mut desk.dossier, &[merged.id, other], None, None, &ada()).unwrap_err();
    assert!(refused.to_string().contains("judge same"), "{refused}");
    for few in [&[merged.id][..], &[merged.id, merged.id]] {
        assert_eq!(merge(&mut desk.dossier, few, None, None, &ada()).unwrap_err().code(), ErrorCode::Usage);
    }
}

#[test]
fn what_has_another_in_its_place_is_judged_no_more() {
    let mut desk = two_reports();
    let one = accounts(&desk.dossier, "S1").id;
    let new = edit(&mut desk.dossier, one, &draft(json!({"bound": "about"})), None, &ada()).unwrap().claims[0].id;
    let said = format!("{one} has {new} in its place");
    for refused in [
        accept(&mut desk.dossier, &[one], &ada()).unwrap_err(),
        reject(&mut desk.dossier, &[one], None, &ada()).unwrap_err(),
        edit(&mut desk.dossier, one, &draft(json!({})), None, &ada()).unwrap_err(),
    ] {
        assert!(refused.to_string().contains(&said), "{refused}");
    }
    let same = edit(&mut desk.dossier, new, &draft(json!({"bound": "about"})), None, &ada()).unwrap_err();
    assert!(same.to_string().contains("says already"), "{same}");
    let alike = split(&mut desk.dossier, new, &[draft(json!({})), draft(json!({}))], None, &ada()).unwrap_err();
    assert!(alike.to_string().contains("claims 1 and 2"), "{alike}");
    assert!(split(&mut desk.dossier, new, &[draft(json!({}))], None, &ada()).is_err());
    // The person's own claim can be rejected; the one it replaced does not come back by that.
    reject(&mut desk.dossier, &[new], None, &ada()).unwrap();
    assert_eq!(found(&desk.dossier, one).state.as_str(), "superseded");
    assert_eq!(facts(&desk.dossier).unwrap().len(), 0);
}

#[test]
fn all_of_a_kind_are_accepted_at_once_and_marked() {
    let mut desk = Desk::proposed();
    let of = |dossier: &Dossier, id: &str, state: &str| {
        let is = |row: &&ClaimRow| row.kind == ClaimKind::Count && row.source == source(id) && row.state.as_str() == state;
        claims(dossier).unwrap().iter().filter(is).count()
    };
    let in_first = of(&desk.dossier, "S1", "proposed");
    let row = accept_kind(&mut desk.dossier, ClaimKind::Count, Some(source("S1")), &ada()).unwrap();
    assert_eq!((row.accepted.len(), of(&desk.dossier, "S1", "proposed")), (in_first, 0));
    let rest = accept_kind(&mut desk.dossier, ClaimKind::Count, None, &ada()).unwrap();
    let rows = claims(&desk.dossier).unwrap();
    assert!(rows.iter().all(|row| (row.kind == ClaimKind::Count) == (row.state.as_str() == "accepted")));
    assert!(rows.iter().filter(|row| rest.accepted.contains(&row.id)).all(|row| row.bulk));
    let head = desk.dossier.head().unwrap();
    assert_eq!(accept_kind(&mut desk.dossier, ClaimKind::Count, None, &ada()).unwrap().accepted, []);
    assert_eq!(desk.dossier.head().unwrap(), head, "nothing to accept is no act");
    undo(&mut desk.dossier, &ada()).unwrap();
    assert!(of(&desk.dossier, "S1", "accepted") == in_first);
}

#[test]
fn a_draft_is_checked_by_field_without_being_written() {
    let desk = two_reports();
    let head = desk.dossier.head().unwrap();
    let check = |changes: Value| -> Vec<(String, Option<usize>)> {
        let faults = check_claim(&desk.dossier, source("S1"), &draft(changes), None).unwrap();
        faults.into_iter().map(|fault| (fault.field, fault.at)).collect()
    };
    assert_eq!(check(json!({})), []);
    let field = |name: &str| vec![(name.to_owned(), None)];
    assert_eq!(check(json!({"subject": " "})), field("subject"));
    assert_eq!(check(json!({"value": "25,000"})), field("value"));
    assert_eq!(check(json!({"value": "1e4"})), field("value"));
    assert_eq!(check(json!({"value": null})), field("value"));
    assert_eq!(check(json!({"unit": "%"})), field("unit"));
    assert_eq!(check(json!({"period": "2026-06-05/2026-04-22"})), field("period"));
    assert_eq!(check(json!({"period": "June 2026"})), field("period"));
    assert_eq!(check(json!({"rung": {"nexus": "by", "party": "Meridian"}})), field("rung"));
    assert_eq!(check(json!({"quotes": []})), field("quotes"));
    assert_eq!(check(json!({"quotes": [{"text": "nearly 4,000"}, {"text": "nearly 5,000"}]})), [("quotes".to_owned(), Some(1))]);
    assert_eq!(check(json!({"speakers": ["Halden", " "]})), [("speakers".to_owned(), Some(1))]);
    let several = check(json!({"subject": "", "value": "many", "quotes": [{"start": 3, "end": 2}]}));
    assert_eq!(several.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), ["subject", "value", "quotes"]);
    assert_eq!(desk.dossier.head().unwrap(), head);
    let nowhere = check_claim(&desk.dossier, source("S9"), &draft(json!({})), None).unwrap_err();
    assert!(matches!(nowhere, AppError::Usage(_)));
}

#[test]
fn selected_words_are_found_in_headings_and_quotations() {
    let mut desk = Desk::empty();
    let text =
        "# Halden names 4,000 accounts\n\nHalden wrote: “operators used nearly 4,000 fraudulent accounts.” It said no more.\n";
    let input = [Input::Bytes("one.md".to_owned(), text.into())];
    import(&mut desk.dossier, &input, 1, &ada(), &AtomicBool::new(false), &mut |_| {}).unwrap();
    let mut added = |quote: &str| {
        let row = add(&mut desk.dossier, source("S1"), &draft(json!({"quotes": [{"text": quote}]})), None, &ada()).unwrap();
        (row.claims[0].headline, row.claims[0].direct)
    };
    assert_eq!(added("4,000 accounts"), (true, false));
    assert_eq!(added("nearly 4,000 fraudulent accounts"), (false, true));
    assert_eq!(added("“operators used nearly 4,000 fraudulent accounts.”"), (false, true));
    assert_eq!(added("It said no more"), (false, false));
}

#[test]
fn each_line_of_a_proposal_lands_or_is_refused_with_its_fields() {
    let mut desk = two_reports();
    let good = json!({"source": "S1", "kind": "count", "subject": "campaign", "value": "4000", "unit": "accounts", "bound": "below",
        "hedge": "alleged", "quotes": [{"text": "nearly 4,000 fraudulent accounts"}], "proposer": "reader 2.1"});
    let with = |field: &str, value: Value| {
        let mut line = good.clone();
        line[field] = value;
        line.to_string()
    };
    let lines = [
        (good.to_string(), None),
        (String::new(), None),
        ("{\"source\": \"S1\"".to_owned(), Some("line: this is not JSON")),
        ("[]".to_owned(), Some("line: this is no object")),
        (with("source", json!("S9")), Some("source: the dossier has no source S9")),
        (with("source", json!("one.txt")), Some("source: `one.txt` is not a source id")),
        (with("kind", json!("number")), Some("kind: `number` is none: write one of count, amount, rate")),
        (with("hedge", json!("sure")), Some("hedge: `sure` is none: write one of opinion, forecast")),
        (with("bound", json!("circa")), Some("bound: `circa` is none: write one of exact, about")),
        (with("value", json!(4000)), Some("value: a number stands here: write it as text, \"4000\"")),
        (with("value", json!("4,000")), Some("value: the value `4,000` is not a plain decimal")),
        (with("unit", json!("")), None),
        (with("kind", json!("amount")), Some("unit: `accounts` is no currency")),
        (with("period", json!("2026-06/2026-04")), Some("period: `2026-06/2026-04` ends before it starts")),
        (with("period", json!("2026-02-30")), Some("period: `2026-02-30` is not an EDTF date")),
        (with("rung", json!({"nexus": "near", "party": "X"})), Some("rung: `near` is no nexus: write one of linked")),
        (with("rung", json!({"nexus": "by", "party": "X"})), Some("rung: a claim of kind count has no rung")),
        (with("subject", json!(null)), Some("subject: it is missing")),
        (with("state", json!("accepted")), Some("state: nothing is accepted through here")),
        (with("colour", json!("red")), Some("colour: a claim has no such field")),
        (with("proposer", json!("rules")), Some("proposer: `rules` are Dossier's own")),
        (with("quotes", json!([{"text": "nearly 5,000"}])), Some("quotes[0]: the quote is not verbatim")),
        (with("quotes", json!([])), Some("quotes: a claim needs one quote")),
        (with("quotes", json!([{"words": "nearly"}])), Some("quotes[0]: a quote has no `words`")),
        (with("speakers", json!("Halden")), Some("speakers: text stands here")),
    ];
    let before = states(&desk.dossier);
    let text: Vec<&str> = lines.iter().map(|(line, _)| line.as_str()).collect();
    let rows = propose_text(&mut desk.dossier, &text.join("\r\n"), "claims.jsonl", &ada()).unwrap();
    assert_eq!(rows.len(), lines.len() - 1, "a blank line is none");
    for row in &rows {
        let said = row.refused.as_deref();
        match lines[row.line - 1].1 {
            None => assert!(said.is_none() && row.claim.is_some(), "line {}: {said:?}", row.line),
            Some(says) => assert!(row.claim.is_none() && said.unwrap().contains(says), "line {}: {said:?}", row.line),
        }
    }
    let after = claims(&desk.dossier).unwrap();
    let landed: Vec<&ClaimRow> = after.iter().filter(|row| !before.iter().any(|(id, _)| *id == row.id.to_string())).collect();
    assert_eq!(landed.len(), 2);
    assert!(landed.iter().all(|row| row.state.as_str() == "proposed" && row.proposer == "reader 2.1"));
    assert_eq!(states(&desk.dossier)[..before.len()], before[..], "the queue is unharmed");
    let head = desk.dossier.head().unwrap();
    propose_text(&mut desk.dossier, "{}", "nothing", &ada()).unwrap();
    assert_eq!(desk.dossier.head().unwrap(), head, "where nothing lands there is no act");
    // Taken back, they are rejected, not gone: somebody else's words stay in the record.
    undo(&mut desk.dossier, &ada()).unwrap();
    assert_eq!(found(&desk.dossier, landed[0].id).state.as_str(), "rejected");
    assert_eq!(sources(&desk.dossier).unwrap().len(), 2);
}

#[test]
fn what_the_rules_propose_holds_as_a_draft_of_a_person() {
    let mut desk = Desk::proposed();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/claims");
    let mut texts: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    texts.retain(|path| path.extension().is_some_and(|end| end == "md") && !path.ends_with("README.md"));
    texts.sort();
    let inputs: Vec<Input> = texts.into_iter().map(Input::Path).collect();
    import(&mut desk.dossier, &inputs, 2, &ada(), &AtomicBool::new(false), &mut |_| {}).unwrap();
    let mut refused = Vec::new();
    for row in claims(&desk.dossier).unwrap() {
        let json = json!({
            "kind": row.kind, "subject": row.subject, "property": row.property, "value": row.value, "unit": row.unit,
            "bound": row.bound, "period": row.period, "rung": row.rung, "hedge": row.hedge, "scope": row.scope,
            "speakers": row.speakers, "quotes": row.quotes,
        });
        let faults = match ClaimDraft::from_json(&json.to_string()) {
            Ok(draft) => check_claim(&desk.dossier, row.source, &draft, Some(row.id)).unwrap(),
            Err(error) => panic!("{}: {error}", row.id),
        };
        refused.extend(faults.iter().map(|fault| format!("{} of {}, {}: {fault}", row.id, row.file, row.kind)));
    }
    assert_eq!(refused, Vec::<String>::new());
}
