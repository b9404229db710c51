//! Markings: who may see what, as STIX data markings and TLP tell it.

use crate::document::issue;
use crate::json::Json;
use crate::sheet::listed;
use dossier_model::Issue;
use std::collections::BTreeMap;

/// The markings that every bundle may refer to without defining them: TLP 1 (STIX 2.1, section 7.2.1.4) and TLP 2.0 (FIRST).
const TLP: &[(&str, &str)] = &[
    ("613f2e26-407d-48c7-9eca-b8e91df99dc9", "TLP:WHITE"),
    ("34098fce-860f-48ae-8e50-ebd3cc5e41da", "TLP:GREEN"),
    ("f88d31f6-486f-44da-b317-01333bde0b82", "TLP:AMBER"),
    ("5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "TLP:RED"),
    ("94868c89-83c2-464b-929b-a1a8aa3c8487", "TLP:CLEAR"),
    ("bab4a63c-aed9-4cf5-a766-dfca5abac2bb", "TLP:GREEN"),
    ("55d920b0-5e8b-4f79-9ee9-91f868d9b421", "TLP:AMBER"),
    ("939a9414-2ddd-4d32-a0cd-375ea402b003", "TLP:AMBER+STRICT"),
    ("e828b379-4e03-4974-9ac4-e53a884c97c1", "TLP:RED"),
];

/// The TLP label of a marking's id.
pub(super) fn known(id: &str) -> Option<&'static str> {
    let id = id.strip_prefix("marking-definition--")?;
    TLP.iter().find(|(known, _)| *known == id).map(|(_, label)| *label)
}

/// The issue that tells how a bundle is marked, where it is.
pub(super) fn issue_of(file: &str, tree: &Json) -> Option<Issue> {
    let objects = super::records(tree);
    let definitions: BTreeMap<&str, String> = objects
        .iter()
        .filter(|object| object.text("type") == Some("marking-definition"))
        .filter_map(|object| Some((object.text("id")?, words(object))))
        .collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut count = |id: &str, what: &str| {
        let name = known(id).map(str::to_owned).or_else(|| definitions.get(id).cloned());
        let name = name.unwrap_or_else(|| format!("a marking that is not in the bundle ({id})"));
        *counts.entry(format!("{what} {name}")).or_default() += 1;
    };
    for object in objects {
        for id in object.list("object_marking_refs").iter().filter_map(Json::words) {
            count(id, "object(s) marked");
        }
        for part in object.list("granular_markings") {
            if let Some(id) = part.text("marking_ref") {
                count(id, "part(s) of an object marked");
            }
        }
    }
    // A definition that nothing refers to is still a hint.
    for (id, name) in &definitions {
        if !counts.keys().any(|told| told.ends_with(name.as_str())) && known(id).is_none() {
            counts.insert(format!("unused definition of {name}"), 1);
        }
    }
    (!counts.is_empty()).then(|| {
        let message = format!(
            "{file} limits who may see it: {}. Set the handling of the source to fit before anything of it goes out.",
            listed(&counts)
        );
        issue("marking", message)
    })
}

/// What a definition says.
fn words(definition: &Json) -> String {
    const LONGEST: usize = 160;
    let inner = definition.get("definition");
    let tlp = inner.and_then(|inner| inner.text("tlp")).map(|tlp| format!("TLP:{}", tlp.to_uppercase()));
    let statement = || inner.and_then(|inner| inner.text("statement")).map(str::to_owned);
    let name = || definition.text("name").map(str::to_owned);
    let words = tlp.or_else(statement).or_else(name).unwrap_or_else(|| "without words".to_owned());
    if words.chars().count() > LONGEST { words.chars().take(LONGEST).chain(['…']).collect() } else { words }
}
