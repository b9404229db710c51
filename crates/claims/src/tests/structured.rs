//! What bundles and events claim: by example, and on the examples of the standard. `laws` has what holds of any.

mod laws;

use super::golden::table;
use crate::{About, propose};
use dossier_model::Content;
use laws::quotes_hold;

/// The claims of a document as intake reads it.
fn claims_of(source: &str) -> (dossier_intake::Read, Vec<Content>) {
    let read = dossier_intake::read("x", source.as_bytes());
    let about = About {
        title: read.title.as_deref(),
        publisher: read.publisher.as_deref(),
        published: read.published.as_ref(),
        ..About::default()
    };
    let claims = propose(&read.text, &read.marks, &about);
    (read, claims)
}

fn bundle(objects: &str) -> String {
    format!(r#"{{"type": "bundle", "id": "bundle--1", "objects": [{objects}]}}"#)
}

const CASE: &str = r#"
    {"type": "campaign", "id": "campaign--1", "name": "Silt Harbour", "created_by_ref": "identity--1",
     "first_seen": "2026-04-22T00:00:00Z", "last_seen": "2026-06-05T23:59:59Z",
     "description": "Meridian Works used nearly 9,000 fraudulent accounts to copy Corvid."},
    {"type": "threat-actor", "id": "threat-actor--1", "name": "Grey Lantern", "created_by_ref": "identity--1"},
    {"type": "identity", "id": "identity--1", "name": "Halden", "identity_class": "organization", "sectors": ["technology"]},
    {"type": "identity", "id": "identity--2", "name": "Meridian Works"},
    {"type": "identity", "id": "identity--3", "name": "Commerce Bureau", "identity_class": "organization", "sectors": ["government"]},
    {"type": "attack-pattern", "id": "attack-pattern--1", "name": "Model extraction", "created_by_ref": "identity--1",
     "external_references": [{"source_name": "mitre-atlas", "external_id": "AML.T0024.002"}, {"source_name": "x", "external_id": "CAPEC-1"}]},
    {"type": "tool", "id": "tool--1", "name": "Reedcutter"},
    {"type": "course-of-action", "id": "course-of-action--1", "name": "List Meridian Works on the Entity List", "created_by_ref": "identity--1"},
    {"type": "report", "id": "report--1", "name": "Silt Harbour", "published": "2026-06-21T10:00:00Z", "created_by_ref": "identity--1"},
    {"type": "observed-data", "id": "observed-data--1", "created_by_ref": "identity--1", "number_observed": 24831,
     "first_observed": "2026-04-22T00:00:00Z", "last_observed": "2026-06-05T00:00:00Z"},
    {"type": "relationship", "id": "relationship--1", "relationship_type": "attributed-to", "source_ref": "campaign--1",
     "target_ref": "identity--2", "confidence": 20, "created_by_ref": "identity--1"},
    {"type": "relationship", "id": "relationship--2", "relationship_type": "targets", "source_ref": "campaign--1",
     "target_ref": "identity--1", "confidence": 85, "created_by_ref": "identity--1"},
    {"type": "relationship", "id": "relationship--3", "relationship_type": "uses", "source_ref": "campaign--1",
     "target_ref": "attack-pattern--1", "confidence": 10},
    {"type": "relationship", "id": "relationship--4", "relationship_type": "uses", "source_ref": "campaign--1", "target_ref": "tool--1"},
    {"type": "opinion", "id": "opinion--1", "opinion": "agree", "object_refs": ["campaign--1"], "created_by_ref": "identity--3"}"#;

#[test]
fn a_bundle_claims_what_its_fields_say() {
    let (_, claims) = claims_of(&bundle(CASE));
    expect_test::expect![[r#"
        disclosure · text · Meridian Works campaign against Halden · disclosure = report
            asserted · 2026-06-21
            said by Halden
            “Silt Harbour”
        period · text · Meridian Works campaign against Halden · window = -
            asserted · 2026-04-22/2026-06-05
            said by Halden
            “2026-04-22T00:00:00Z”
        act · text · Meridian Works campaign against Halden · act = used nearly 9,000 fraudulent accounts to copy Corvid
            asserted
            said by Halden
            “used nearly 9,000 fraudulent accounts to copy Corvid”
        count · text · Meridian Works campaign against Halden · accounts = 9000
            asserted · accounts · below
            said by Halden
            “nearly 9,000 fraudulent accounts”
        method · text · Meridian Works campaign against Halden · method = fraudulent accounts
            asserted
            said by Halden
            “fraudulent accounts”
        technique · text · Meridian Works campaign against Halden · technique = AML.T0021
            asserted
            said by Halden
            “fraudulent accounts”
        legal-word · text · Meridian Works campaign against Halden · legal word = fraudulent
            asserted
            said by Halden
            “fraudulent accounts”
        party · text · Grey Lantern · role = accused
            asserted
            said by Halden
            “Grey Lantern”
        party · text · Halden · role = accuser
            asserted
            said by (Halden)
            “Halden”
        party · text · Meridian Works · role = accused
            asserted
            said by (Halden)
            “Meridian Works”
        party · text · Commerce Bureau · role = agency
            asserted
            said by (Halden)
            “Commerce Bureau”
        method · text · Meridian Works campaign against Halden · method = Model extraction
            reported
            said by Halden
            “Model extraction”
        technique · text · Meridian Works campaign against Halden · technique = AML.T0024.002
            reported
            said by Halden
            “AML.T0024.002”
        measure · text · Halden · measure = List Meridian Works on the Entity List
            asserted · asked
            said by Halden
            “List Meridian Works on the Entity List”
        attribution · text · Meridian Works campaign against Halden · attribution = -
            alleged · by Meridian Works
            said by Halden
            “Silt Harbour attributed-to Meridian Works”
        act · text · Meridian Works campaign against Halden · act = targets Halden
            asserted
            said by Halden
            “Silt Harbour targets Halden”
        method · text · Meridian Works campaign against Halden · method = Reedcutter
            asserted
            said by (Halden)
            “Silt Harbour uses Reedcutter”
        count · text · Meridian Works campaign against Halden · observations = 24831
            asserted · observations · exact · 2026-04-22/2026-06-05
            said by Halden
            “24831”
        opinion · text · Meridian Works campaign against Halden · opinion = agree
            opinion
            said by (Halden) < Commerce Bureau
            “agree”
    "#]]
    .assert_eq(&table(&claims));
}

#[test]
fn confidence_and_verb_give_hedge_and_rung() {
    let check = |verb: &str, confidence: &str, expect: &str| {
        let objects = format!(
            r#"{{"type": "campaign", "id": "c", "name": "Silt Harbour"}}, {{"type": "identity", "id": "i", "name": "Meridian Works"}},
               {{"type": "relationship", "id": "r", "relationship_type": "{verb}", "source_ref": "c", "target_ref": "i" {confidence}}}"#
        );
        let (_, claims) = claims_of(&bundle(&objects));
        let tie = claims.iter().find(|claim| matches!(claim.kind.as_str(), "attribution" | "act"));
        let told =
            tie.map(|claim| format!("{} {} {:?}", claim.hedge, claim.subject, claim.rung.as_ref().map(ToString::to_string)));
        assert_eq!(told.as_deref().unwrap_or("nothing"), expect, "{verb} {confidence}");
    };
    check("attributed-to", "", r#"asserted Meridian Works campaign Some("by Meridian Works")"#);
    check("attributed-to", r#", "confidence": 15"#, r#"alleged Meridian Works campaign Some("by Meridian Works")"#);
    check("attributed-to", r#", "confidence": 50"#, r#"asserted Meridian Works campaign Some("by Meridian Works")"#);
    check("attributed-to", r#", "revoked": true"#, "nothing");
    check("sponsored-by", "", r#"asserted Silt Harbour campaign Some("acting-for Meridian Works")"#);
    check("related-to", r#", "confidence": 0"#, r#"alleged Silt Harbour campaign Some("linked Meridian Works")"#);
    check("targets", r#", "confidence": 29"#, "alleged campaign against Meridian Works None");
    check("located-at", "", "nothing");
}

#[test]
fn what_describes_a_tool_or_names_an_actor_twice_claims_nothing() {
    let objects = r#"{"type": "tool", "id": "t", "name": "Reedcutter", "description": "Reedcutter stole 9,000 passwords in May 2026."},
        {"type": "threat-actor", "id": "a", "name": "Grey Lantern"}, {"type": "identity", "id": "i", "name": "grey lantern"},
        {"type": "relationship", "relationship_type": "attributed-to", "source_ref": "a", "target_ref": "i"}"#;
    let (_, claims) = claims_of(&bundle(objects));
    let kinds: Vec<String> = claims.iter().map(|claim| format!("{} {}", claim.kind, claim.subject)).collect();
    assert_eq!(kinds, ["party Grey Lantern", "party grey lantern"]);
}

#[test]
fn a_relationship_that_ties_nothing_claims_nothing() {
    let (read, claims) =
        claims_of(&bundle(r#"{"type": "relationship", "id": "relationship--1", "last_seen": "2025-04-22T00:00:00Z"}"#));
    assert!(read.text.contains("2025-04-22"));
    assert_eq!(claims, [], "our labels are not their words");
}

#[test]
fn several_campaigns_keep_their_own_names() {
    let objects = r#"{"type": "campaign", "id": "a", "name": "Silt Harbour", "first_seen": "2026-04-22T00:00:00Z"},
        {"type": "campaign", "id": "b", "name": "Low Tide", "last_seen": "2025-04-22T00:00:00Z"},
        {"type": "identity", "id": "i", "name": "Meridian Works"},
        {"type": "relationship", "relationship_type": "attributed-to", "source_ref": "a", "target_ref": "i"},
        {"type": "relationship", "relationship_type": "attributed-to", "source_ref": "b", "target_ref": "i"}"#;
    let (_, claims) = claims_of(&bundle(objects));
    let periods: Vec<String> = claims.iter().filter_map(|claim| Some(format!("{} {}", claim.subject, claim.period?))).collect();
    assert_eq!(periods, ["Silt Harbour campaign 2026-04-22/..", "Low Tide campaign ../2025-04-22"]);
}

#[test]
fn an_export_of_a_dossier_gives_its_facts_back_with_hedge_and_bound() {
    let objects = r#"{"type": "attack-pattern", "id": "a", "name": "AML.T0024.002", "external_references": [{"source_name": "mitre-atlas", "external_id": "AML.T0024.002"}]},
        {"type": "campaign", "id": "c", "name": "Meridian Works campaign against Corvid"},
        {"type": "identity", "id": "i", "name": "Meridian Works", "roles": ["accused"]},
        {"type": "note", "id": "n1", "content": "F1: accounts below 9000 XXXX-04-22/XXXX-06-05 (alleged; 2 independent origin(s))", "object_refs": ["c"]},
        {"type": "note", "id": "n2", "content": "F2: technique AML.T0024.002 (alleged; 1 independent origin(s))", "object_refs": ["c"]},
        {"type": "note", "id": "n3", "content": "F3: attribution linked Meridian Works (reported; 1 independent origin(s))", "object_refs": ["c"]},
        {"type": "note", "id": "n4", "content": "Halden said 40 servers were seized.", "object_refs": ["c"]},
        {"type": "relationship", "id": "r", "relationship_type": "uses", "source_ref": "c", "target_ref": "a"}"#;
    let (_, claims) = claims_of(&bundle(objects));
    expect_test::expect![[r#"
        party · text · Meridian Works · role = accused
            asserted
            said by 
            “Meridian Works”
        count · text · Meridian Works campaign against Corvid · accounts = 9000
            alleged · accounts · below · XXXX-04-22/XXXX-06-05
            said by 
            “F1: accounts below 9000 XXXX-04-22/XXXX-06-05 (alleged; 2 independent origin(s))”
        technique · text · Meridian Works campaign against Corvid · technique = AML.T0024.002
            alleged
            said by 
            “F2: technique AML.T0024.002 (alleged; 1 independent origin(s))”
        attribution · text · Meridian Works campaign against Corvid · attribution = -
            reported · linked Meridian Works
            said by 
            “F3: attribution linked Meridian Works (reported; 1 independent origin(s))”
        count · text · Meridian Works campaign against Corvid · servers = 40
            reported · servers · exact
            said by Halden
            “40 servers”
    "#]]
    .assert_eq(&table(&claims));
}

#[test]
fn an_event_claims_what_its_fields_say() {
    let event = r#"{"Event": {
      "info": "Corvid copied by Grey Lantern", "date": "2026-06-20", "threat_level_id": "1", "analysis": "2", "Orgc": {"name": "Halden"},
      "Galaxy": [
        {"type": "threat-actor", "GalaxyCluster": [{"value": "Grey Lantern", "meta": {"synonyms": ["Ash Lamp"]}}]},
        {"type": "mitre-attack-pattern", "GalaxyCluster": [{"value": "Phishing - T1566", "meta": {"external_id": ["T1566"]}}]}],
      "Attribute": [
        {"type": "target-org", "value": "Halden"},
        {"type": "domain", "value": "proxy.example", "comment": "Meridian Works used nearly 9,000 fraudulent accounts."}],
      "Object": [{"name": "account", "Attribute": [
        {"type": "counter", "object_relation": "accounts", "value": "24831", "first_seen": "2026-04-22T00:00:00+00:00"}]}]}}"#;
    let (_, claims) = claims_of(event);
    expect_test::expect![[r#"
        act · title · Grey Lantern campaign against Halden · act = copied by Grey Lantern
            asserted
            said by Halden
            “copied by Grey Lantern”
        attribution · title · Grey Lantern campaign against Halden · attribution = -
            asserted · by Grey Lantern
            said by Halden
            “copied by Grey Lantern”
        date · text · Grey Lantern campaign against Halden · date of event = -
            asserted · 2026-06-20
            said by Halden
            “2026-06-20”
        party · text · Grey Lantern · role = accused
            asserted
            said by Halden
            “Grey Lantern”
        attribution · text · Grey Lantern campaign against Halden · attribution = -
            asserted · linked Grey Lantern
            said by Halden
            “Grey Lantern”
        method · text · Grey Lantern campaign against Halden · method = Phishing
            asserted
            said by Halden
            “Phishing - T1566”
        technique · text · Grey Lantern campaign against Halden · technique = T1566
            asserted
            said by Halden
            “T1566”
        party · text · Halden · role = victim
            asserted
            said by Halden
            “Halden”
        party · text · Meridian Works · role = accused
            asserted
            said by Halden
            “Meridian Works”
        attribution · text · Meridian Works campaign · attribution = -
            asserted · by Meridian Works
            said by Halden
            “Meridian Works used”
        act · text · Meridian Works campaign · act = used nearly 9,000 fraudulent accounts
            asserted
            said by Halden
            “used nearly 9,000 fraudulent accounts”
        count · text · Meridian Works campaign · accounts = 9000
            asserted · accounts · below
            said by Halden
            “nearly 9,000 fraudulent accounts”
        method · text · Meridian Works campaign · method = fraudulent accounts
            asserted
            said by Halden
            “fraudulent accounts”
        technique · text · Meridian Works campaign · technique = AML.T0021
            asserted
            said by Halden
            “fraudulent accounts”
        legal-word · text · Meridian Works campaign · legal word = fraudulent
            asserted
            said by Halden
            “fraudulent accounts”
        count · text · Grey Lantern campaign against Halden · accounts = 24831
            asserted · accounts · exact · 2026-04-22/..
            said by Halden
            “24831”
    "#]]
    .assert_eq(&table(&claims));
    let (_, doubted) = claims_of(&event.replace("\"analysis\": \"2\"", "\"analysis\": \"0\""));
    let hedge = |claims: &[Content], kind: &str| {
        claims.iter().find(|claim| claim.kind.as_str() == kind).map(|claim| claim.hedge.to_string())
    };
    assert_eq!(hedge(&doubted, "attribution").as_deref(), Some("alleged"));
    assert_eq!(hedge(&doubted, "date").as_deref(), Some("reported"));
}

#[test]
fn the_examples_of_the_standard_propose_what_they_hold() {
    let shared = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/stix");
    if !shared.is_dir() {
        let _ = std::io::Write::write_all(&mut std::io::stderr(), b"skipped: no shared/corpus/stix beside the checkout\n");
        return;
    }
    let claims_in = |name: &str| {
        let source = std::fs::read_to_string(shared.join("documentation/examples/example_json").join(name)).unwrap();
        let (read, claims) = claims_of(&source);
        quotes_hold(&read, &claims).unwrap();
        claims
    };
    let count = |claims: &[Content], kind: &str| claims.iter().filter(|claim| claim.kind.as_str() == kind).count();
    let actors = claims_in("defining-campaigns-threat-actors-intrusion-sets.json");
    // Acts of relationships: what a description tells besides is for the rules of prose and their examples.
    let tie = |claim: &&Content| {
        claim.kind.as_str() == "act"
            && [" targets ", " impersonates "].iter().any(|verb| claim.quotes.first().text.contains(verb))
    };
    let acts = actors.iter().filter(tie).count();
    assert_eq!((count(&actors, "attribution"), count(&actors, "period"), acts), (6, 3, 6), "{}", table(&actors));
    for name in ["apt1.json", "poisonivy.json", "sighting-of-observed-data.json", "using-granular-markings.json"] {
        let claims = claims_in(name);
        println!("{name}: {} claims", claims.len());
    }
}
