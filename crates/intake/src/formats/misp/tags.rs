//! Tags that say who may see an event and how good its source is.

use crate::document::issue;
use crate::json::Json;
use crate::sheet::listed;
use dossier_model::Issue;
use std::collections::BTreeMap;

/// Namespaces of tags that limit who may see an event: the Traffic Light Protocol and the Permissible Actions Protocol.
const LIMITS: &[&str] = &["tlp:", "pap:"];

/// Namespaces of tags that grade source and content.
const GRADES: &[&str] = &["admiralty-scale:", "estimative-language:", "misp:confidence-level"];

/// Issues on markings and grades of `events`.
pub(super) fn issues_of(file: &str, events: &[(String, &Json)]) -> Vec<Issue> {
    let mut limits = BTreeMap::new();
    let mut grades = BTreeMap::new();
    for (_, event) in events {
        let attributes = event.list("Attribute").iter();
        let within = event.list("Object").iter().flat_map(|object| object.list("Attribute"));
        for record in std::iter::once(*event).chain(attributes).chain(within) {
            for name in record.list("Tag").iter().filter_map(|tag| tag.text("name")) {
                let lower = name.to_lowercase();
                let of = |spaces: &[&str]| spaces.iter().any(|space| lower.starts_with(space));
                if of(LIMITS) {
                    *limits.entry(lower.to_uppercase()).or_default() += 1;
                } else if of(GRADES) {
                    *grades.entry(name.to_owned()).or_default() += 1;
                }
            }
        }
    }
    let mut issues = Vec::new();
    if !limits.is_empty() {
        let message = format!(
            "{file} limits who may see it: {}. Set the handling of the source to fit before anything of it goes out.",
            listed(&limits)
        );
        issues.push(issue("marking", message));
    }
    if !grades.is_empty() {
        let message = format!(
            "{file} grades its own content: {}. Take that into account when you judge its claims; the grade of the source is yours to give.",
            listed(&grades)
        );
        issues.push(issue("grading", message));
    }
    issues
}
