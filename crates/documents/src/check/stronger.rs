//! `stronger-than-source`: the sentence is surer than the weakest fact that it rests on, or says the contrary of it.

use super::document::Document;
use super::reading::Reading;
use super::{Finding, FindingCode, Found, finding};
use crate::Binding;
use dossier_model::{ClaimKind, Fact, Hedge};

/// Words of intention: they keep a plan a plan also under "according to".
const PLANNING: [&str; 28] = [
    "plan",
    "plans",
    "planned",
    "planning",
    "intend",
    "intends",
    "intended",
    "will",
    "would",
    "could",
    "may",
    "might",
    "propose",
    "proposes",
    "proposed",
    "considers",
    "considering",
    "consideration",
    "seek",
    "seeks",
    "aims",
    "asks",
    "asked",
    "urges",
    "urged",
    "expected",
    "expects",
    "if",
];

/// Words that make a statement its contrary.
const DENYING: [&str; 21] = [
    "not",
    "never",
    "no",
    "none",
    "nobody",
    "neither",
    "nor",
    "without",
    "declined",
    "declines",
    "denied",
    "denies",
    "deny",
    "denial",
    "unverified",
    "rejects",
    "rejected",
    "disputes",
    "disputed",
    "refused",
    "baseless",
];

pub(super) fn check(reading: &Reading<'_>, document: &Document<'_>, found: &mut Found) {
    if reading.is_waived() || is_only_quoted(reading) {
        return;
    }
    let held: Vec<&Fact> = reading.facts.iter().copied().filter(|fact| carries_hedge(fact, reading)).collect();
    if let Some(weakest) = held.iter().min_by_key(|fact| fact.hedge)
        && is_surer(reading, weakest.hedge)
    {
        let why = format!("{} is {}; the sentence speaks as {}", weakest.id, described(weakest.hedge), described(reading.hedge));
        let report = finding(FindingCode::StrongerThanSource, reading, &reading.text, &why, Some(fix(weakest.hedge)));
        found.push(Finding { replacement: attributed(reading, weakest, document), ..report.about(weakest.id) });
    }
    contrary(reading, document, found);
}

/// Whether what `fact` says can be asserted too surely: who somebody is and to whom a letter went are not accusations.
fn carries_hedge(fact: &Fact, reading: &Reading<'_>) -> bool {
    match fact.kind {
        ClaimKind::Party | ClaimKind::Recipient | ClaimKind::Provenance | ClaimKind::Definition | ClaimKind::Disclosure => {
            reading.hedge == Hedge::Confirmed
        }
        // That somebody did not answer, or that nobody has verified, is said of the silence itself.
        ClaimKind::Response | ClaimKind::Verification => reading.hedge == Hedge::Confirmed && fact.hedge < Hedge::Asserted,
        ClaimKind::Count
        | ClaimKind::Amount
        | ClaimKind::Rate
        | ClaimKind::Period
        | ClaimKind::Date
        | ClaimKind::Attribution
        | ClaimKind::Act
        | ClaimKind::Method
        | ClaimKind::Capability
        | ClaimKind::Technique
        | ClaimKind::Measure
        | ClaimKind::Superlative
        | ClaimKind::LegalWord
        | ClaimKind::Statement
        | ClaimKind::Quotation
        | ClaimKind::Sharing
        | ClaimKind::Safety
        | ClaimKind::Terms
        | ClaimKind::Effect
        | ClaimKind::Market
        | ClaimKind::Opinion
        | ClaimKind::Forecast => true,
    }
}

/// Whether a sentence as sure as `reading` says more than evidence that is `held`. Words that pass a thing on ("alleges",
/// "according to") leave an accusation, a view or a dispute what it is; a plan they leave a plan only beside a word of intention.
fn is_surer(reading: &Reading<'_>, held: Hedge) -> bool {
    if !reading.hedge.is_stronger_than(held) {
        return false;
    }
    let passes_on = reading.hedge == Hedge::Alleged
        || reading.hedge == Hedge::Reported
        || reading.attributed && reading.hedge == Hedge::Asserted
        || reading.hedge < Hedge::Alleged;
    match held {
        Hedge::Planned | Hedge::Conditional => !has_word(&reading.text, &PLANNING),
        Hedge::Opinion | Hedge::Forecast | Hedge::Denied | Hedge::Disputed | Hedge::Alleged => !passes_on,
        Hedge::Reported | Hedge::Asserted | Hedge::Confirmed => !(reading.attributed && reading.hedge < Hedge::Confirmed),
    }
}

/// Whether all that the sentence takes from facts stands in verbatim quotations, and it says whose words they are.
fn is_only_quoted(reading: &Reading<'_>) -> bool {
    let mut of_facts = reading
        .parts
        .iter()
        .filter(|(_, part)| matches!(part.binding, Some(Binding::Fact { .. } | Binding::Quote { .. })))
        .peekable();
    let marks = |text: &str| text.trim_matches(|c: char| !c.is_alphanumeric()).len();
    reading.attributed
        && of_facts.peek().is_some()
        && of_facts.all(|(range, part)| {
            let start = range.start + part.text.find(char::is_alphanumeric).unwrap_or(0);
            let words = start..start + marks(&part.text);
            reading.is_quoted(&words)
                || reading.names.iter().any(|name| name.range.start <= words.start && words.end <= name.range.end)
        })
}

/// A sentence that denies what all its facts say, or says what one of them denies.
fn contrary(reading: &Reading<'_>, document: &Document<'_>, found: &mut Found) {
    let mut evidence = document.evidence_of(reading).filter(|evidence| evidence.fact.kind != ClaimKind::Party).peekable();
    if evidence.peek().is_none() || reading.text.contains('?') {
        return;
    }
    let ours = unquoted(reading);
    let denies_here = denies_act(&ours);
    let all: Vec<_> = evidence.collect();
    if denies_here && all.iter().all(|evidence| !evidence.denies && evidence.fact.hedge != Hedge::Denied) {
        let why = "the sentence denies something; none of the words behind its facts does";
        found.push(finding(FindingCode::StrongerThanSource, reading, &reading.text, why, None));
    }
    let silent = all.iter().find(|evidence| {
        matches!(evidence.fact.kind, ClaimKind::Verification | ClaimKind::Response)
            && (evidence.denies || evidence.fact.value.as_deref().is_some_and(denies))
    });
    if let Some(silent) = silent
        && !denies(&reading.text)
    {
        let why = format!("{} says that something did not happen; the sentence does not", silent.fact.id);
        found.push(finding(FindingCode::StrongerThanSource, reading, &reading.text, &why, None).about(silent.fact.id));
    }
}

/// The sentence with who says so before it: "According to Halden, the campaign involved nearly 25,000 accounts."
fn attributed(reading: &Reading<'_>, fact: &Fact, document: &Document<'_>) -> Option<String> {
    let origin = document.context.case.origins.iter().find(|origin| origin.claims.contains(&fact.leading))?;
    let text = reading.text.as_str();
    let mut letters = text.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let is_name = reading.names.iter().any(|name| name.range.start == 0) || !second.is_lowercase();
    let rest: String = if is_name { text.to_owned() } else { first.to_lowercase().chain(text.chars().skip(1)).collect() };
    Some(format!("According to {}, {rest}", origin.name))
}

/// The sentence without its verbatim quotations.
fn unquoted(reading: &Reading<'_>) -> String {
    let mut rest = String::new();
    let mut at = 0;
    for quotation in &reading.quotations {
        rest.push_str(reading.text.get(at..quotation.range.start).unwrap_or_default());
        at = at.max(quotation.range.end);
    }
    rest.push_str(reading.text.get(at..).unwrap_or_default());
    rest
}

/// Whether `text` has a word that denies.
pub(super) fn denies(text: &str) -> bool {
    has_word(text, &DENYING) || text.contains("n't") || text.contains("n’t")
}

/// Whether `text` denies that something was done: "did not use", "never used", not "no fewer than".
fn denies_act(text: &str) -> bool {
    const AUXILIARIES: [&str; 10] = ["did", "does", "do", "was", "were", "is", "has", "have", "had", "could"];
    let words: Vec<String> =
        text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
    words
        .iter()
        .zip(words.iter().skip(1))
        .any(|(first, second)| AUXILIARIES.contains(&first.as_str()) && matches!(second.as_str(), "not" | "never"))
        || words.iter().any(|word| matches!(word.as_str(), "never" | "cannot") || word.ends_with("n't") || word.ends_with("n’t"))
}

fn has_word(text: &str, words: &[&str]) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word.to_lowercase().as_str()))
}

fn described(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Opinion => "an opinion",
        Hedge::Forecast => "a forecast",
        Hedge::Planned => "a plan",
        Hedge::Conditional => "said on a condition",
        Hedge::Denied => "denied",
        Hedge::Disputed => "disputed",
        Hedge::Alleged => "alleged",
        Hedge::Reported => "reported",
        Hedge::Asserted => "asserted",
        Hedge::Confirmed => "confirmed",
    }
}

fn fix(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Opinion => "say whose view it is",
        Hedge::Forecast => "say who expects it",
        Hedge::Planned | Hedge::Conditional => "say that it is planned, and by whom",
        Hedge::Denied | Hedge::Disputed => "say who alleges it and who disputes it",
        Hedge::Alleged => "say who alleges it",
        Hedge::Reported | Hedge::Asserted | Hedge::Confirmed => "say who reports it",
    }
}
