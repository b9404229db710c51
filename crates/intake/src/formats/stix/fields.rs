//! The properties of an object, in a fixed order.

use super::{Bundle, Object, Told};
use crate::json::Json;
use crate::sheet::{Piece, Sheet, label, member};

/// Properties of one value or a list of values.
const LINES: &[&str] = &[
    "aliases",
    "report_types",
    "threat_actor_types",
    "malware_types",
    "tool_types",
    "infrastructure_types",
    "indicator_types",
    "labels",
    "identity_class",
    "roles",
    "sectors",
    "country",
    "region",
    "administrative_area",
    "city",
    "street_address",
    "postal_code",
    "context",
    "published",
    "first_seen",
    "last_seen",
    "first_observed",
    "last_observed",
    "number_observed",
    "count",
    "start_time",
    "stop_time",
    "valid_from",
    "valid_until",
    "opinion",
    "objective",
    "goals",
    "sophistication",
    "resource_level",
    "primary_motivation",
    "secondary_motivations",
    "personal_motivations",
    "capabilities",
    "is_family",
    "tool_version",
    "contact_information",
    "product",
    "result_name",
    "result",
    "pattern_type",
    "pattern",
];

/// Properties that are texts.
const PROSE: &[&str] = &["abstract", "summary", "description", "content", "explanation"];

/// References to other objects. What a report or grouping holds is the rest of the bundle.
const REFERENCES: &[&str] = &["object_refs", "observed_data_refs", "where_sighted_refs", "sample_refs", "sample_ref"];

/// Properties behind the texts.
const FOOT: &[&str] = &["authors", "confidence", "lang", "revoked", "created", "modified"];

/// Properties that are told elsewhere: in the heading, in the pointers, in an issue on markings.
const ELSEWHERE: &[&str] = &[
    "type",
    "id",
    "spec_version",
    "name",
    "relationship_type",
    "source_ref",
    "target_ref",
    "sighting_of_ref",
    "created_by_ref",
    "external_references",
    "kill_chain_phases",
    "object_marking_refs",
    "granular_markings",
];

/// Writes the properties of `object`, and notes those that are not shown.
pub(super) fn write<'j>(bundle: &Bundle<'j>, object: &Object<'j>, sheet: &mut Sheet, told: &mut Told) {
    let whole = matches!(object.kind, "report" | "grouping");
    let named = object.name().map(|(key, _)| key);
    let mut rest = object.json.members().iter().filter(|(key, _)| {
        let key = key.as_str();
        let known = [LINES, PROSE, REFERENCES, FOOT, ELSEWHERE].iter().any(|keys| keys.contains(&key));
        !known && named != Some(key)
    });
    let value = |key: &str| object.json.get(key);
    for key in LINES {
        unless_shown(value(key).is_none_or(|value| line(sheet, key, value, &object.pointer)), key, told);
    }
    for key in PROSE {
        match value(key) {
            Some(Json::Text(words)) => sheet.prose(words, &member(&object.pointer, key)),
            Some(_) => unless_shown(false, key, told),
            None => {}
        }
    }
    for key in REFERENCES.iter().filter(|key| !(whole && **key == "object_refs")) {
        let ids: Vec<(String, &'j str)> = match value(key) {
            Some(Json::Text(id)) => vec![(member(&object.pointer, key), id)],
            Some(Json::List(ids)) => {
                let at = member(&object.pointer, key);
                let texts = ids.iter().enumerate();
                texts
                    .filter_map(|(n, id)| if let Json::Text(id) = id { Some((format!("{at}/{n}"), id.as_str())) } else { None })
                    .collect()
            }
            _ => continue,
        };
        let pieces = ids.into_iter().map(|(pointer, id)| bundle.named(id, pointer, told)).collect();
        list(sheet, &label(key), pieces);
    }
    phases(object, sheet);
    external(object, sheet, told);
    if let Some(maker) = bundle.reference(object, "created_by_ref", told) {
        list(sheet, &label("created_by_ref"), vec![maker]);
    }
    for key in FOOT {
        // An object that was never changed says the same time twice.
        if *key == "modified" && value(key) == value("created") {
            continue;
        }
        unless_shown(value(key).is_none_or(|value| line(sheet, key, value, &object.pointer)), key, told);
    }
    for (key, _) in rest.by_ref() {
        unless_shown(false, key, told);
    }
}

fn unless_shown(shown: bool, key: &str, told: &mut Told) {
    if !shown {
        *told.properties.entry(key.to_owned()).or_default() += 1;
    }
}

/// "Label: value, value"; whether all of it could be shown.
fn line(sheet: &mut Sheet, key: &str, value: &Json, object: &str) -> bool {
    let pointer = member(object, key);
    let (pieces, all) = match value {
        Json::List(values) => {
            let words = values.iter().enumerate();
            let words = words.filter_map(|(n, value)| Some(Piece::Value(value.words()?, vec![format!("{pointer}/{n}")])));
            let pieces: Vec<_> = words.collect();
            let all = pieces.len() == values.len();
            (pieces, all)
        }
        value => match value.words() {
            Some(words) => (vec![Piece::Value(words, vec![pointer])], true),
            None => (Vec::new(), false),
        },
    };
    list(sheet, &label(key), pieces);
    all
}

/// "Label: piece, piece".
fn list(sheet: &mut Sheet, label: &str, pieces: Vec<Piece<'_>>) {
    if pieces.is_empty() {
        return;
    }
    let mut line = vec![Piece::Label(label), Piece::Label(": ")];
    for (at, piece) in pieces.into_iter().enumerate() {
        if at > 0 {
            line.push(Piece::Label(", "));
        }
        line.push(piece);
    }
    sheet.item(&line);
}

/// "Kill chain phase: CHAIN, PHASE".
fn phases(object: &Object<'_>, sheet: &mut Sheet) {
    let at = member(&object.pointer, "kill_chain_phases");
    for (n, phase) in object.json.list("kill_chain_phases").iter().enumerate() {
        let part = |key: &str| Some(Piece::Value(phase.text(key)?, vec![member(&format!("{at}/{n}"), key)]));
        list(sheet, "Kill chain phase", ["kill_chain_name", "phase_name"].into_iter().filter_map(part).collect());
    }
}

/// "Reference: SOURCE, ID, ADDRESS", with its description behind a dash.
fn external(object: &Object<'_>, sheet: &mut Sheet, told: &mut Told) {
    let at = member(&object.pointer, "external_references");
    for (n, reference) in object.json.list("external_references").iter().enumerate() {
        let pointer = format!("{at}/{n}");
        let part = |key: &str| Some(Piece::Value(reference.text(key)?, vec![member(&pointer, key)]));
        let parts: Vec<_> = ["source_name", "external_id", "url"].into_iter().filter_map(part).collect();
        let mut line = vec![Piece::Label("Reference: ")];
        for (at, piece) in parts.into_iter().enumerate() {
            if at > 0 {
                line.push(Piece::Label(", "));
            }
            line.push(piece);
        }
        if let Some(description) = part("description") {
            line.extend([Piece::Label(" – "), description]);
        }
        sheet.item(&line);
        let known = ["source_name", "external_id", "url", "description"];
        for (key, _) in reference.members().iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            unless_shown(false, &format!("external_references/{key}"), told);
        }
    }
}
