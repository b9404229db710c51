//! The schema of proposals in the guide: what it lets pass, the program takes, and the other way round.

use crate::desk::{Desk, ada};
use boon::{Compiler, Schemas};
use dossier_app::{Bound, CLAIMS_SCHEMA, ClaimKind, Hedge, Input, Nexus, import, propose_text};
use serde_json::{Value, json};
use std::sync::atomic::AtomicBool;

fn schema() -> Value {
    serde_json::from_str(CLAIMS_SCHEMA).unwrap()
}

/// Every object of the schema that describes an object of a claim.
fn objects(schema: &Value) -> Vec<&Value> {
    vec![schema, &schema["properties"]["rung"], &schema["$defs"]["quote"]]
}

#[test]
fn every_word_of_a_claim_is_in_the_schema_and_every_field_is_described() {
    let schema = schema();
    let words = |place: &Value| -> Vec<String> {
        place["enum"].as_array().unwrap().iter().filter_map(|word| word.as_str().map(str::to_owned)).collect()
    };
    let properties = &schema["properties"];
    assert_eq!(words(&properties["kind"]), ClaimKind::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(words(&properties["hedge"]), Hedge::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(words(&properties["bound"]), Bound::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(words(&properties["rung"]["properties"]["nexus"]), Nexus::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
    for object in objects(&schema) {
        assert_eq!(object["additionalProperties"], false, "closed");
        for (field, described) in object["properties"].as_object().unwrap() {
            assert!(described["description"].as_str().is_some_and(|words| words.len() > 10), "{field} is not described");
        }
    }
}

const TEXT: &str = "Report one\n\nHalden said operators used nearly 4,000 fraudulent accounts.\n";

/// A line that holds, with changes; a field that is changed to `"-"` is left out.
fn line(changes: Value) -> Value {
    let mut line = json!({
        "source": "S1", "kind": "count", "subject": "campaign", "value": "4000", "unit": "accounts", "hedge": "alleged",
        "quotes": [{"text": "nearly 4,000 fraudulent accounts"}],
    });
    for (field, value) in changes.as_object().unwrap() {
        if *value == json!("-") {
            line.as_object_mut().unwrap().remove(field);
        } else {
            line[field] = value.clone();
        }
    }
    line
}

#[test]
fn schema_and_program_judge_lines_alike() {
    let good = [
        json!({}),
        json!({"property": "accounts", "bound": "below", "scope": null, "speakers": ["Halden"], "proposer": "reader 2.1"}),
        json!({"unit": "-"}),
        json!({"unit": "H100 chips", "value": "0.5"}),
        json!({"speakers": null, "proposer": null, "property": null}),
        json!({"kind": "amount", "unit": "EUR", "value": "-12.50"}),
        json!({"kind": "rate", "unit": "percentage points"}),
        json!({"kind": "rate", "unit": "exchanges per day"}),
        json!({"kind": "rate", "unit": "per account"}),
        json!({"kind": "market", "unit": "percent", "value": "3.2"}),
        json!({"kind": "market", "unit": null, "value": "shares fell"}),
        json!({"kind": "measure", "unit": "planned", "value": "an export rule"}),
        json!({"kind": "period", "unit": null, "value": null, "period": "XXXX-03-04/XXXX-04-18"}),
        json!({"kind": "date", "unit": "-", "value": "-", "period": "2026-04"}),
        json!({"kind": "attribution", "unit": null, "value": null, "rung": {"nexus": "linked", "party": "Meridian Works"}}),
        json!({"quotes": [{"start": 39, "end": 51}]}),
        json!({"quotes": [{"start": 39, "end": 51, "text": "nearly 4,000"}, {"text": "Halden said", "start": null}]}),
    ];
    let bad = [
        json!({"source": "-"}),
        json!({"source": "one.txt"}),
        json!({"source": 1}),
        json!({"kind": "-"}),
        json!({"kind": "number"}),
        json!({"subject": " "}),
        json!({"subject": null}),
        json!({"hedge": "-"}),
        json!({"hedge": "certain"}),
        json!({"bound": "circa"}),
        json!({"value": 4000}),
        json!({"value": "4,000"}),
        json!({"value": "4e3"}),
        json!({"value": "007"}),
        json!({"value": "-"}),
        json!({"unit": "4000"}),
        json!({"unit": "%"}),
        json!({"kind": "amount", "unit": "dollars"}),
        json!({"kind": "amount", "unit": "-"}),
        json!({"kind": "rate", "unit": "%"}),
        json!({"kind": "rate", "unit": null}),
        json!({"kind": "market", "unit": "percent", "value": "a lot"}),
        json!({"kind": "measure", "unit": "wanted"}),
        json!({"kind": "period", "unit": null, "value": null}),
        json!({"kind": "date", "value": null, "period": "2026-04"}),
        json!({"rung": {"nexus": "by", "party": "Meridian Works"}}),
        json!({"kind": "attribution", "unit": null, "value": null, "rung": {"nexus": "near", "party": "Meridian Works"}}),
        json!({"kind": "attribution", "unit": null, "value": null, "rung": {"nexus": "by"}}),
        json!({"kind": "attribution", "unit": null, "value": null, "rung": {"nexus": "by", "party": "M", "lab": "T"}}),
        json!({"speakers": "Halden"}),
        json!({"speakers": [""]}),
        json!({"quotes": "-"}),
        json!({"quotes": []}),
        json!({"quotes": [{}]}),
        json!({"quotes": [{"text": ""}]}),
        json!({"quotes": [{"start": 39}]}),
        json!({"quotes": [{"start": -1, "end": 3}]}),
        json!({"quotes": [{"text": "nearly 4,000", "page": 1}]}),
        json!({"proposer": ""}),
        json!({"proposer": "rules"}),
        json!({"state": "accepted"}),
        json!({"bulk": true}),
    ];
    let mut desk = Desk::empty();
    let input = [Input::Bytes("one.txt".to_owned(), TEXT.into())];
    import(&mut desk.dossier, &input, 1, &ada(), &AtomicBool::new(false), &mut |_| {}).unwrap();
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource("claims.schema.json", schema()).unwrap();
    let compiled = compiler.compile("claims.schema.json", &mut schemas).unwrap();
    for (changes, holds) in good.iter().map(|line| (line, true)).chain(bad.iter().map(|line| (line, false))) {
        let line = line(changes.clone());
        let by_schema = schemas.validate(&line, compiled);
        assert_eq!(by_schema.is_ok(), holds, "the schema on {line}: {by_schema:?}");
        let row = propose_text(&mut desk.dossier, &line.to_string(), "one line", &ada()).unwrap().remove(0);
        assert_eq!(row.claim.is_some(), holds, "the program on {line}: {:?}", row.refused);
    }
    for example in schema()["examples"].as_array().unwrap() {
        assert!(schemas.validate(example, compiled).is_ok(), "{example}");
    }
}
