//! A STIX 2.1 bundle: sources as reports, parties as identities, the campaign with its techniques, and what STIX cannot say exactly —
//! bounds, hedges, open years — as notes, so that no precision is gained on the way out.

use crate::AppError;
use dossier_model::{Case, ClaimKind, Digest, Fact, canonical};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The bundle of `case`; every object is stamped `at`, the moment of the last change of content.
pub(super) fn bundle(case: &Case, at: &str) -> Result<Vec<u8>, AppError> {
    let stamp = if at.len() == 20 { format!("{}.000Z", &at[..19]) } else { "1970-01-01T00:00:00.000Z".to_owned() };
    let object = |kind: &str, key: &str| {
        json!({
            "type": kind, "spec_version": "2.1", "id": id(kind, &format!("{}\n{key}", case.title)),
            "created": stamp, "modified": stamp,
        })
    };
    let mut objects: BTreeMap<String, Value> = BTreeMap::new();
    let mut refs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut add = |mut value: Value, more: Value| -> String {
        if let (Some(into), Value::Object(more)) = (value.as_object_mut(), more) {
            into.extend(more);
        }
        let id = value["id"].as_str().unwrap_or_default().to_owned();
        objects.insert(id.clone(), value);
        id
    };
    for party in case.facts.iter().filter(|fact| fact.kind == ClaimKind::Party) {
        let id = add(object("identity", &party.subject), json!({"name": party.subject}));
        cite(case, party, &id, &mut refs);
    }
    for name in campaigns(case) {
        let campaign = add(object("campaign", name), json!({"name": name}));
        for fact in case.facts.iter().filter(|fact| fact.subject == name) {
            cite(case, fact, &campaign, &mut refs);
            if fact.kind == ClaimKind::Technique
                && let Some(technique) = &fact.value
            {
                let reference = json!([{"source_name": "mitre-atlas", "external_id": technique}]);
                let pattern =
                    add(object("attack-pattern", technique), json!({"name": technique, "external_references": reference}));
                let key = format!("{campaign} uses {pattern}");
                let link = json!({"relationship_type": "uses", "source_ref": campaign, "target_ref": pattern});
                add(object("relationship", &key), link);
                cite(case, fact, &pattern, &mut refs);
            }
            let note = add(object("note", &fact.id.to_string()), json!({"content": in_words(fact), "object_refs": [campaign]}));
            cite(case, fact, &note, &mut refs);
        }
    }
    for (source, objects) in refs {
        let Some(source) = case.sources.iter().find(|known| known.id.to_string() == source) else { continue };
        let published =
            source.published.and_then(|date| date.days(1970)).filter(|_| source.published.is_some_and(|d| d.year().is_some()));
        let published = published.map_or_else(|| stamp.clone(), |(first, _)| format!("{first}T00:00:00.000Z"));
        let name = source.title.clone().unwrap_or_else(|| source.file.clone());
        add(object("report", &source.sha256.to_string()), json!({"name": name, "published": published, "object_refs": objects}));
    }
    let bundle = json!({"type": "bundle", "id": id("bundle", &case.title), "objects": objects.into_values().collect::<Vec<_>>()});
    canonical(&bundle).map_err(|error| AppError::Internal(error.to_string()))
}

fn campaigns(case: &Case) -> BTreeSet<&str> {
    let in_one = |fact: &&Fact| fact.subject == "campaign" || fact.subject.contains(" campaign");
    case.facts.iter().filter(in_one).map(|fact| fact.subject.as_str()).collect()
}

fn cite(case: &Case, fact: &Fact, id: &str, refs: &mut BTreeMap<String, BTreeSet<String>>) {
    for claim in case.claims_of(fact) {
        refs.entry(claim.source.to_string()).or_default().insert(id.to_owned());
    }
}

/// A fact as the dossier holds it, bound, hedge and open year included.
fn in_words(fact: &Fact) -> String {
    let mut parts = vec![format!("{}: {}", fact.id, fact.property)];
    parts.extend(fact.bound.map(|bound| bound.to_string()));
    parts.extend(fact.value.clone());
    parts.extend(fact.unit.clone().filter(|unit| *unit != fact.property));
    parts.extend(fact.period.map(|period| period.to_string()));
    parts.extend(fact.rung.as_ref().map(ToString::to_string));
    parts.extend(fact.scope.clone());
    parts.push(format!("({}; {} independent origin(s))", fact.hedge, fact.origins.len()));
    parts.join(" ")
}

/// A STIX identifier that is the same for the same key: an RFC 9562 version 8 UUID of its SHA-256.
fn id(kind: &str, key: &str) -> String {
    let digest = Digest::of(format!("{kind}\n{key}").as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest.as_bytes()[..16]);
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{kind}--{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}
