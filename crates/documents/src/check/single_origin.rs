//! `single-origin`: the sentence speaks of several sources where all that it is bound to traces to one.

use super::document::Document;
use super::reading::Reading;
use super::{FindingCode, Found, finding};
use dossier_model::{Case, Claim, ClaimKind, Origin, OriginId, SourceId, SpeakerRole};
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
    // A publication that says not from whom it has a thing is no second voice.
    let first_hand: BTreeSet<OriginId> = origins
        .iter()
        .copied()
        .filter(|id| document.context.case.origin(*id).is_some_and(|origin| is_first_hand(origin, document.context.case)))
        .collect();
    let origins = if first_hand.is_empty() { origins } else { first_hand };
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

/// Whether `origin` is a party that says something at first hand: not a publication at which the chain of speakers stops, and not a
/// party that nobody named ("the company", "a spokeswoman").
pub(crate) fn is_first_hand(origin: &Origin, case: &Case) -> bool {
    const UNNAMED: [&str; 8] = ["lab", "company", "firm", "developer", "startup", "spokesperson", "spokesman", "spokeswoman"];
    let named = origin.name.starts_with(|c: char| !c.is_lowercase()) && !UNNAMED.contains(&origin.name.to_lowercase().as_str());
    let speaks = |claim: &Claim| claim.content.speakers.last().is_some_and(|speaker| speaker.role == SpeakerRole::Party);
    named && origin.claims.iter().filter_map(|id| case.claim(*id)).any(speaks)
}

/// The sources whose claims end in `origin`.
pub(crate) fn publications(origin: &Origin, case: &Case) -> BTreeSet<SourceId> {
    origin.claims.iter().filter_map(|id| case.claim(*id)).map(|claim| claim.source).collect()
}
