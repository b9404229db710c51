//! Bundles as text: by example, by law, damaged, and on the examples of the standard.

use crate::json::{self, Json};
use crate::sheet::label;
use crate::{Read, read};
use dossier_model::{MarkKind, TextIndex};
use proptest::prelude::*;

const BUNDLE: &str = r#"{
  "type": "bundle", "id": "bundle--1", "objects": [
    {"type": "relationship", "id": "relationship--1", "relationship_type": "attributed-to", "source_ref": "campaign--1",
     "target_ref": "threat-actor--1", "confidence": 20, "description": "Payment traces agree."},
    {"type": "campaign", "spec_version": "2.1", "id": "campaign--1", "created": "2026-06-20T00:00:00Z", "modified": "2026-06-20T00:00:00Z",
     "created_by_ref": "identity--1", "name": "Silt Harbour", "first_seen": "2026-04-22T00:00:00Z", "last_seen": "2026-06-05T00:00:00Z",
     "description": "Accounts copied the Corvid model.\n\nNearly 9,000 were used.", "aliases": ["Low Tide", "SH"],
     "external_references": [{"source_name": "mitre-atlas", "external_id": "AML.CS0099", "url": "https://atlas.example/99", "description": "A case."}],
     "object_marking_refs": ["marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"], "x_odd": {"a": 1}},
    {"type": "threat-actor", "id": "threat-actor--1", "name": "Grey Lantern", "revoked": true},
    {"type": "identity", "id": "identity--1", "name": "Halden", "identity_class": "organization"},
    {"type": "report", "id": "report--1", "name": "Copying of Corvid", "published": "2026-06-21T10:00:00Z", "created_by_ref": "identity--1",
     "object_refs": ["campaign--1"]},
    {"type": "observed-data", "id": "observed-data--1", "first_observed": "2026-04-22T00:00:00Z", "last_observed": "2026-06-05T00:00:00Z",
     "number_observed": 24831, "object_refs": ["user-account--1", "user-account--9"]},
    {"type": "user-account", "id": "user-account--1", "account_login": "heron7"},
    {"type": "file", "id": "file--1", "hashes": {"MD5": "0"}},
    {"type": "x-odd", "id": "x-odd--1"}
  ]
}"#;

fn codes(read: &Read) -> Vec<&str> {
    read.issues.iter().map(|issue| issue.code.as_str()).collect()
}

fn words_at(read: &Read, pointer: &str) -> Vec<String> {
    let index = TextIndex::new(&read.text);
    let marks = read.marks.iter().filter(|mark| mark.kind == MarkKind::Pointer && mark.label.as_deref() == Some(pointer));
    marks.map(|mark| index.slice(mark.span).unwrap().to_owned()).collect()
}

#[test]
fn a_bundle_is_a_text_with_pointers() {
    let read = read("x.txt", BUNDLE.as_bytes());
    expect_test::expect![[r#"
        Report: Copying of Corvid

        Published: 2026-06-21T10:00:00Z
        Created by: Halden

        Campaign: Silt Harbour

        Aliases: Low Tide, SH
        First seen: 2026-04-22T00:00:00Z
        Last seen: 2026-06-05T00:00:00Z

        Accounts copied the Corvid model.

        Nearly 9,000 were used.

        Reference: mitre-atlas, AML.CS0099, https://atlas.example/99 – A case.
        Created by: Halden
        Created: 2026-06-20T00:00:00Z

        Threat actor: Grey Lantern

        Revoked: true

        Identity: Halden

        Identity class: organization

        Silt Harbour attributed-to Grey Lantern

        Payment traces agree.

        Confidence: 20

        Observed data

        First observed: 2026-04-22T00:00:00Z
        Last observed: 2026-06-05T00:00:00Z
        Number observed: 24831
        Object: heron7, user-account--9
        User account: heron7"#]]
    .assert_eq(&read.text);
    assert_eq!(read.media_type, "application/stix+json");
    assert_eq!(read.title.as_deref(), Some("Copying of Corvid"));
    assert_eq!(read.publisher.as_deref(), Some("Halden"));
    assert_eq!(read.published.map(|date| date.to_string()).as_deref(), Some("2026-06-21"));
    assert_eq!(words_at(&read, "/objects/1/first_seen"), ["2026-04-22T00:00:00Z"]);
    assert_eq!(words_at(&read, "/objects/1/description"), ["Accounts copied the Corvid model.\n\nNearly 9,000 were used."]);
    assert_eq!(words_at(&read, "/objects/1/name"), ["Silt Harbour", "Silt Harbour"]);
    assert_eq!(words_at(&read, "/objects/0/source_ref"), ["Silt Harbour"]);
    assert_eq!(
        words_at(&read, "/objects/0"),
        ["Silt Harbour attributed-to Grey Lantern\n\nPayment traces agree.\n\nConfidence: 20"]
    );
    assert_eq!(words_at(&read, "/objects/1/external_references/0/external_id"), ["AML.CS0099"]);
    assert_eq!(codes(&read), ["marking", "not-shown", "missing-object", "revoked"]);
    assert!(read.issues[0].message.contains("TLP:AMBER"), "{:?}", read.issues[0]);
    assert!(
        read.issues[1].message.contains("1 file, 1 x-odd") && read.issues[1].message.contains("1 x_odd"),
        "{:?}",
        read.issues[1]
    );
}

#[test]
fn damaged_and_hostile_bundles_say_what_is_wrong() {
    let check = |bytes: &str, expect: &[&str], says: &str, text: bool| {
        let read = read("x.json", bytes.as_bytes());
        assert_eq!(codes(&read), expect, "{bytes:.80}");
        let all: String = read.issues.iter().map(|issue| issue.message.as_str()).collect();
        assert!(all.contains(says), "{all}");
        assert_eq!(!read.text.is_empty(), text, "{bytes:.80}");
    };
    check("{\"type\": \"bundle\",\n \"objects\": [{\"type\": \"camp", &["damaged"], "line 2, column 27", true);
    check(r#"{"type": "bundle"}"#, &["empty"], "no object", false);
    check(r#"{"type": "bundle", "objects": [1, null, {}, {"type": 3}]}"#, &["empty", "not-shown"], "4 (no type)", false);
    check(r#"{"type": "bundle", "objects": {"type": "campaign"}}"#, &["empty"], "no object", false);
    let deep = format!(r#"{{"type": "bundle", "objects": {}{}}}"#, "[".repeat(90), "]".repeat(90));
    check(&deep, &["too-deep"], "64", true);
    let deeper = format!(r#"{{"type": "bundle", "objects": {}"#, "[".repeat(200_000));
    check(&deeper, &["too-deep"], "64", true);
    check(
        r#"{"type": "bundle", "spec_version": "2.0", "objects": [{"type": "campaign", "name": "A", "name": "B"}]}"#,
        &["repeated-name", "old-version"],
        "stand twice",
        true,
    );
    let many = format!(r#"{{"type": "bundle", "objects": [{}]}}"#, vec![r#"{"type":"tool","name":"T"}"#; 50_003].join(","));
    check(&many, &["too-large"], "3 objects more", true);
    let itself = r#"{"type": "bundle", "objects": [{"type": "report", "id": "a", "name": "A", "created_by_ref": "a", "object_refs": ["a"]}]}"#;
    check(itself, &[], "", true);
    let utf16: Vec<u8> = format!("\u{FEFF}{BUNDLE}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read("x", &utf16).title.as_deref(), Some("Copying of Corvid"));
}

/// The value at a JSON pointer.
fn value_at<'j>(tree: &'j Json, pointer: &str) -> Option<&'j Json> {
    pointer.split('/').skip(1).try_fold(tree, |value, part| match value {
        Json::List(values) => values.get(part.parse::<usize>().ok()?),
        value => value.get(&part.replace("~1", "/").replace("~0", "~")),
    })
}

fn squeezed(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{AD}' | '\u{200B}' | '\u{FEFF}')).collect()
}

/// Every pointer leads to a value, and the words there are that value's: a type by its label, a reference by the name of what it means.
pub(crate) fn pointers_hold(source: &str, read: &Read) -> Result<(), TestCaseError> {
    let Ok((tree, _)) = json::parse(source) else { return Ok(()) };
    let index = TextIndex::new(&read.text);
    for mark in read.marks.iter().filter(|mark| mark.kind == MarkKind::Pointer) {
        let pointer = mark.label.as_deref().unwrap_or("");
        let Some(value) = value_at(&tree, pointer) else {
            return Err(TestCaseError::fail(format!("{pointer} leads nowhere")));
        };
        let words = index.slice(mark.span).unwrap();
        let Some(expect) = value.words() else { continue };
        let is_type = pointer.ends_with("/type") && (words == label(expect) || words == expect);
        let is_reference = pointer.contains("_ref");
        prop_assert!(
            is_type || is_reference || squeezed(words) == squeezed(expect),
            "{}: {:?} is not {:?}",
            pointer,
            words,
            expect
        );
    }
    Ok(())
}

fn any_json() -> impl Strategy<Value = String> {
    const KEYS: &[&str] = &[
        "name",
        "description",
        "aliases",
        "first_seen",
        "number_observed",
        "object_refs",
        "created_by_ref",
        "external_references",
        "source_name",
        "url",
        "revoked",
        "kill_chain_phases",
        "phase_name",
        "relationship_type",
        "source_ref",
        "target_ref",
        "sighting_of_ref",
        "confidence",
        "id",
        "a/b~c",
        "object_marking_refs",
        "granular_markings",
        "definition",
        "value",
        "content",
        "info",
        "Attribute",
        "Object",
        "Galaxy",
        "GalaxyCluster",
        "meta",
        "synonyms",
        "Tag",
        "comment",
        "date",
        "analysis",
        "Orgc",
        "EventReport",
        "timestamp",
        "data",
        "Event",
        "response",
        "objects",
        "published",
    ];
    const TYPES: &[&str] =
        &["campaign", "report", "relationship", "sighting", "note", "identity", "marking-definition", "url", "x-odd", "text"];
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|value| value.to_string()),
        any::<i64>().prop_map(|value| value.to_string()),
        any::<f64>().prop_filter("JSON has no NaN", |value| value.is_finite()).prop_map(|value| format!("{value:e}")),
        "[ -~é\u{AD}]{0,12}".prop_map(|text| serde_json::to_string(&text).unwrap()),
        proptest::sample::select(vec!["a", "b", "\n x \n\n y", " ", "1718000000"])
            .prop_map(|text| serde_json::to_string(text).unwrap()),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let pair = (proptest::sample::select(KEYS), inner.clone()).prop_map(|(key, value)| format!("\"{key}\": {value}"));
        let object = (proptest::sample::select(TYPES), proptest::collection::vec(pair, 0..6)).prop_map(|(kind, pairs)| {
            format!("{{\"type\": \"{kind}\"{}}}", pairs.iter().map(|pair| format!(", {pair}")).collect::<String>())
        });
        let list = proptest::collection::vec(inner, 0..5).prop_map(|values| format!("[{}]", values.join(", ")));
        prop_oneof![3 => object, 1 => list]
    })
}

proptest! {
    #[test]
    fn any_json_is_read_with_lawful_marks(value in any_json(), cut in 0usize..400, form in 0u8..5) {
        let source = match form {
            0 => value,
            1 => format!("{{\"type\": \"bundle\", \"objects\": [{value}, {value}]}}"),
            2 => format!("{{\"type\": \"bundle\", \"objects\": {value}}}"),
            3 => format!("{{\"Event\": {{\"info\": \"x\", \"Attribute\": [{value}], \"Object\": [{value}], \"Galaxy\": {value}, \"Tag\": [{value}]}}}}"),
            _ => format!("{{\"response\": [{{\"Event\": {value}}}, {value}]}}"),
        };
        let whole = read("x", source.as_bytes());
        crate::tests::lawful(&whole)?;
        pointers_hold(&source, &whole)?;
        prop_assert_eq!(read("x", source.as_bytes()), whole);
        let cut = source.char_indices().map(|(at, _)| at).nth(cut).unwrap_or(source.len());
        crate::tests::lawful(&read("x", &source.as_bytes()[..cut]))?;
    }
}

#[test]
fn the_examples_of_the_standard_are_read() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/stix");
    if !folder.is_dir() {
        let _ = std::io::Write::write_all(&mut std::io::stderr(), b"skipped: no shared/corpus/stix beside the checkout\n");
        return;
    }
    let mut bundles = 0;
    let mut folders = vec![folder.join("examples"), folder.join("documentation")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
                continue;
            }
            let bytes = std::fs::read(&entry).unwrap();
            let read = read("x", &bytes);
            assert!(!read.text.is_empty(), "{}", entry.display());
            if read.media_type == "application/stix+json" {
                bundles += 1;
                assert!(!codes(&read).contains(&"damaged"), "{}: {:?}", entry.display(), read.issues);
                pointers_hold(std::str::from_utf8(&bytes).unwrap(), &read).unwrap();
                crate::tests::lawful(&read).unwrap();
            }
        }
    }
    assert!(bundles >= 18, "{bundles}");
}

#[test]
fn an_answer_of_a_server_and_an_object_by_itself_are_read_like_a_bundle() {
    let objects = r#"[{"type": "campaign", "spec_version": "2.1", "id": "campaign--1", "name": "Silt Harbour", "confidence": 80,
        "object_marking_refs": ["marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"]}]"#;
    let whole = read("x", format!(r#"{{"type": "bundle", "id": "bundle--1", "objects": {objects}}}"#).as_bytes());
    let answer = read("x", format!(r#"{{"more": true, "next": "2", "objects": {objects}}}"#).as_bytes());
    assert_eq!((answer.text.as_str(), &answer.marks, &answer.media_type), (whole.text.as_str(), &whole.marks, &whole.media_type));
    assert_eq!(
        answer.issues.iter().filter(|issue| issue.code != "part").collect::<Vec<_>>(),
        whole.issues.iter().collect::<Vec<_>>()
    );
    assert!(codes(&answer).contains(&"part"));
    let last = read("x", format!(r#"{{"objects": {objects}, "more": false}}"#).as_bytes());
    assert_eq!((last.text.as_str(), codes(&last)), (whole.text.as_str(), codes(&whole)));

    let alone = read("x", objects.trim_matches(['[', ']']).as_bytes());
    assert_eq!((alone.text.as_str(), codes(&alone)), (whole.text.as_str(), codes(&whole)));
    assert_eq!(words_at(&alone, "/name"), ["Silt Harbour"]);
    assert_eq!(words_at(&alone, ""), words_at(&whole, "/objects/0"));
    // The order of the fields does not matter, and 2.0 had observations in an object of that name.
    let old =
        r#"{"id": "observed-data--1", "objects": {"0": {"type": "file"}}, "number_observed": 24831, "type": "observed-data"}"#;
    assert_eq!(words_at(&read("x", old.as_bytes()), "/number_observed"), ["24831"]);
}

#[test]
fn other_json_is_no_stix() {
    for other in [
        r#"{"objects": [{"type": "car", "id": "7"}], "more": false}"#,
        r#"{"type": "campaign", "id": "7"}"#,
        r#"{"objects": "none", "id": "x--y"}"#,
        r#"[{"type": "campaign"}]"#,
    ] {
        assert_eq!(read("x", other.as_bytes()).media_type, "text/plain", "{other}");
    }
}
