//! `single-origin`: the sentence speaks of several sources where all that it is bound to traces to one.

use super::document::Document;
use super::reading::Reading;
use super::{FindingCode, Found, finding};
use dossier_model::{Case, ClaimKind, Origin, OriginId, SourceId};
use std::collections::BTreeSet;

const MANY: [&str; 17] = [
    "several",
    "multiple",
    "many",
    "numerous",
    "various",
    "independent",
    "other",
    "different",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
];
const SOURCES: [&str; 8] = ["sources", "reports", "outlets", "publications", "origins", "investigations", "accounts", "parties"];
const CONFIRMING: [&str; 6] = ["corroborate", "corroborated", "corroborates", "corroborating", "corroboration", "cross-checked"];

pub(super) fn check(reading: &Reading<'_>, document: &Document<'_>, found: &mut Found) {
    if reading.is_waived() || reading.facts.is_empty() {
        return;
    }
    // Who somebody is can come from anybody.
    let told = reading.facts.iter().filter(|fact| fact.kind != ClaimKind::Party);
    let origins: BTreeSet<OriginId> = told.flat_map(|fact| fact.origins.iter().copied()).collect();
    let [origin] = origins.iter().copied().collect::<Vec<_>>()[..] else { return };
    let words: Vec<String> = reading
        .text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let says_one = words.windows(2).any(
        |pair| matches!(pair, [one, what] if matches!(one.as_str(), "one" | "single" | "same") && what.starts_with("origin")),
    );
    if says_one || super::stronger::denies(&reading.text) {
        return;
    }
    let several = words.iter().enumerate().find(|(at, word)| {
        // "fake accounts" are no sources, "independent accounts" could be either: only with a word for telling beside.
        let after = words.get(at + 1..(at + 3).min(words.len())).unwrap_or_default();
        MANY.contains(&word.as_str()) && after.iter().any(|next| SOURCES.contains(&next.as_str()) && next != "accounts")
    });
    let independent = words.windows(2).any(|pair| {
        matches!(pair, [how, what] if how == "independently" && ["confirmed", "verified", "reported", "established", "found"].contains(&what.as_str()))
    });
    if several.is_some() || independent || words.iter().any(|word| CONFIRMING.contains(&word.as_str())) {
        let name = document.context.case.origin(origin).map_or_else(|| origin.to_string(), |origin| origin.name.clone());
        let why = format!("all of it traces to one origin, {name}");
        let fix = format!("say that it traces to one origin, {name}");
        found.push(finding(FindingCode::SingleOrigin, reading, &reading.text, &why, Some(&fix)));
    }
}

/// The sources whose claims end in `origin`.
pub(crate) fn publications(origin: &Origin, case: &Case) -> BTreeSet<SourceId> {
    origin.claims.iter().filter_map(|id| case.claim(*id)).map(|claim| claim.source).collect()
}
