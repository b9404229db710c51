//! Events as text.

use crate::{Read, read};
use dossier_model::{MarkKind, TextIndex};

const EVENT: &str = r#"{"Event": {
  "uuid": "1", "info": "Corvid copied through 9,000 accounts", "date": "2026-06-20", "threat_level_id": "1", "analysis": "2",
  "Orgc": {"name": "Halden"}, "Org": {"name": "Halden"}, "published": true, "publish_timestamp": "1782345600", "timestamp": "0",
  "Tag": [{"name": "tlp:amber"}, {"name": "admiralty-scale:source-reliability=\"b\""}],
  "Galaxy": [{"name": "Threat Actor", "type": "threat-actor", "GalaxyCluster": [
    {"value": "Grey Lantern", "description": "A group.", "meta": {"synonyms": ["Ash Lamp"], "country": ["XX"]}}]}],
  "Attribute": [
    {"type": "target-org", "category": "Targeting data", "value": "Halden", "comment": "Nearly 9,000 accounts were opened."},
    {"type": "domain", "value": "proxy.example", "deleted": true},
    {"type": "attachment", "value": "letter.pdf", "data": "AAAA"}],
  "Object": [{"name": "account", "Attribute": [
    {"type": "counter", "object_relation": "accounts", "value": "24831", "first_seen": "2026-04-22T00:00:00+00:00"}]}],
  "EventReport": [{"name": "Note", "content": "It began in April.\n\nIt ended in June."}],
  "RelatedEvent": [{"Event": {"info": "x"}}, {"Event": {"info": "y"}}]
}}"#;

fn codes(read: &Read) -> Vec<&str> {
    read.issues.iter().map(|issue| issue.code.as_str()).collect()
}

#[test]
fn an_event_is_a_text_with_pointers() {
    let event = read("x", EVENT.as_bytes());
    expect_test::expect![[r#"
        Event: Corvid copied through 9,000 accounts

        Date: 2026-06-20
        Threat level: 1 (high)
        Analysis: 2 (completed)
        Made by: Halden
        Published: true
        Published on: 1782345600 (2026-06-25)
        Tag: tlp:amber
        Tag: admiralty-scale:source-reliability="b"

        Galaxy: threat-actor

        Cluster: Grey Lantern
        Also called: Ash Lamp

        A group.

        target-org: Halden
        Comment: Nearly 9,000 accounts were opened.
        attachment: letter.pdf

        Object: account

        accounts (counter): 24831
        First seen: 2026-04-22T00:00:00+00:00

        Report: Note

        It began in April.

        It ended in June."#]]
    .assert_eq(&event.text);
    assert_eq!(event.title.as_deref(), Some("Corvid copied through 9,000 accounts"));
    assert_eq!(event.publisher.as_deref(), Some("Halden"));
    assert_eq!(event.published.map(|date| date.to_string()).as_deref(), Some("2026-06-25"));
    assert_eq!(codes(&event), ["marking", "grading", "attached-files", "deleted", "not-shown"]);
    let index = TextIndex::new(&event.text);
    let at = |pointer: &str| {
        let mark = event.marks.iter().find(|mark| mark.kind == MarkKind::Pointer && mark.label.as_deref() == Some(pointer));
        mark.map(|mark| index.slice(mark.span).unwrap()).unwrap_or("")
    };
    assert_eq!(at("/Event/Object/0/Attribute/0/value"), "24831");
    assert_eq!(at("/Event/Galaxy/0/GalaxyCluster/0/meta/synonyms/0"), "Ash Lamp");
    assert_eq!(at("/Event/EventReport/0/content"), "It began in April.\n\nIt ended in June.");
}

#[test]
fn lists_answers_and_damaged_events_are_read() {
    let many = read("x", br#"{"response": [{"Event": {"info": "A"}}, {"Event": {"info": "B", "Attribute": []}}]}"#);
    assert_eq!(many.text, "Event: A\n\nEvent: B");
    assert!(many.marks.iter().any(|mark| mark.label.as_deref() == Some("/response/1/Event/info")));
    let odd = read("x", br#"[{"Event": {"info": "A"}}, {"Event": false}]"#);
    assert_eq!((odd.text.as_str(), codes(&odd)), ("Event: A", vec!["not-shown"]));
    let list = read("x", br#"[{"Event": {"info": "A"}}]"#);
    assert_eq!(list.text, "Event: A");
    let damaged = read("x", br#"{"Event": {"info": "A","#);
    assert_eq!(codes(&damaged), ["damaged"]);
    assert!(damaged.issues[0].message.contains("line 1, column 23"), "{:?}", damaged.issues);
    let odd = read("x", br#"{"Event": {"info": 3, "Attribute": "x", "Object": [1], "Galaxy": [null], "Tag": {}}}"#);
    assert!(odd.text.starts_with("Event:"), "{odd:?}");
}

/// The shape in which a server exports: everything a string, fields of the server's own, `null` where nothing is.
#[test]
fn the_answer_of_a_server_is_read_as_its_event() {
    let event = r##"{"id": "12", "orgc_id": "3", "org_id": "1", "date": "2026-06-20", "threat_level_id": "2", "info": "Corvid copied",
        "published": true, "uuid": "5f1b", "attribute_count": "3", "analysis": "2", "timestamp": "1781913600", "distribution": "1",
        "proposal_email_lock": false, "locked": false, "publish_timestamp": "1782345600", "sharing_group_id": "0",
        "disable_correlation": false, "extends_uuid": "", "event_creator_email": "dana@halden.example",
        "Org": {"id": "1", "name": "Ledger", "uuid": "1", "local": true}, "Orgc": {"id": "3", "name": "Halden", "uuid": "3", "local": false},
        "Attribute": [
          {"id": "7", "type": "link", "category": "External analysis", "to_ids": false, "uuid": "a", "event_id": "12", "comment": "",
           "deleted": false, "object_id": "0", "object_relation": null, "first_seen": null, "last_seen": null, "value": "https://halden.example/1",
           "Galaxy": [], "ShadowAttribute": [], "Tag": [{"id": "4", "name": "osint:source-type=\"blog-post\"", "colour": "#00223b", "local": 0}]},
          {"id": "8", "type": "text", "value": "Gone.", "deleted": "1"}],
        "ShadowAttribute": [], "RelatedEvent": [], "Galaxy": [], "CryptographicKey": [],
        "Object": [{"id": "2", "name": "account", "meta-category": "misc", "template_uuid": "t", "deleted": false, "ObjectReference": [],
          "Attribute": [{"id": "9", "type": "counter", "object_relation": "accounts", "value": "24831", "deleted": false}]}],
        "EventReport": [], "Tag": [{"id": "1", "name": "tlp:amber", "colour": "#FFC000", "exportable": true}]}"##;
    let alone = read("x", format!(r#"{{"Event": {event}}}"#).as_bytes());
    expect_test::expect![[r#"
        Event: Corvid copied

        Date: 2026-06-20
        Threat level: 2 (medium)
        Analysis: 2 (completed)
        Made by: Halden
        Held by: Ledger
        Published: true
        Published on: 1782345600 (2026-06-25)
        Changed on: 1781913600 (2026-06-20)
        Tag: tlp:amber
        link: https://halden.example/1
        Tag: osint:source-type="blog-post"

        Object: account

        accounts (counter): 24831"#]]
    .assert_eq(&alone.text);
    assert_eq!((codes(&alone), alone.publisher.as_deref()), (vec!["marking", "deleted"], Some("Halden")));
    for answer in [format!(r#"{{"response": [{{"Event": {event}}}]}}"#), format!(r#"[{{"Event": {event}}}]"#)] {
        let read = read("x", answer.as_bytes());
        assert_eq!((&read.text, codes(&read), read.title.as_deref()), (&alone.text, codes(&alone), Some("Corvid copied")));
    }
}
