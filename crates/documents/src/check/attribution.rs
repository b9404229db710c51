//! `attribution-climbed`: the sentence ties a party more closely to the act, or ties another party, than its evidence does.

use super::document::Document;
use super::party::same;
use super::reading::Reading;
use super::verbatim::plain;
use super::{Finding, FindingCode, Found, finding};
use crate::write::words;
use dossier_model::{ClaimKind, Nexus, Rung};
use std::collections::BTreeSet;

/// Verbs of which an accused can be the subject.
const ACTS: [&str; 42] = [
    "used",
    "uses",
    "ran",
    "runs",
    "run",
    "operated",
    "operates",
    "created",
    "creates",
    "conducted",
    "conducts",
    "orchestrated",
    "carried",
    "made",
    "generated",
    "generates",
    "sent",
    "extracted",
    "extracts",
    "copied",
    "distilled",
    "distills",
    "stole",
    "harvested",
    "accessed",
    "launched",
    "directed",
    "organised",
    "organized",
    "perpetrated",
    "exploited",
    "queried",
    "opened",
    "registered",
    "built",
    "trained",
    "took",
    "obtained",
    "siphoned",
    "targeted",
    "evaded",
    "attacked",
];

pub(super) fn check(reading: &Reading<'_>, document: &Document<'_>, found: &mut Found) {
    if reading.is_waived() {
        return;
    }
    let quoted = super::evidence::rungs_of(&reading.claims);
    let held: Vec<&Rung> = document.evidence_of(reading).flat_map(|evidence| &evidence.rungs).chain(&quoted).collect();
    // A sentence that binds no fact, such as a heading, is held to what the whole document knows.
    let all: Vec<&Rung> =
        if reading.facts.is_empty() { document.evidence.values().flat_map(|evidence| &evidence.rungs).collect() } else { held };
    let mut said: Vec<(std::ops::Range<usize>, Rung)> = reading
        .rungs
        .iter()
        .filter(|rung| !reading.is_quoted(&rung.range))
        .map(|rung| (rung.range.clone(), rung.what.clone()))
        .collect();
    for (range, party) in actors(reading, document) {
        if !said
            .iter()
            .any(|(other, rung)| rung.nexus == Nexus::By && (same(&rung.party, &party) || other.contains(&range.start)))
        {
            said.push((range, Rung { nexus: Nexus::By, party }));
        }
    }
    for (range, rung) in said {
        // Who is accused is a matter of the evidence; that the accuser or the office acts is not.
        if !is_accused(&rung.party, &all, document) {
            continue;
        }
        if all.iter().any(|held| held.nexus >= rung.nexus && same(&held.party, &rung.party)) {
            continue;
        }
        let said = reading.words(&range);
        let nearest = all.iter().find(|held| same(&held.party, &rung.party)).or_else(|| all.first());
        let (why, fix) = match nearest {
            Some(held) if same(&held.party, &rung.party) => (
                format!(
                    "the evidence ties {} to it only as “{}”, the sentence as “{}”",
                    held.party,
                    nexus_words(held.nexus),
                    nexus_words(rung.nexus)
                ),
                Some(format!("write “{} {}”", nexus_words(held.nexus), held.party)),
            ),
            Some(held) => (
                format!(
                    "the evidence speaks of {} ({}), which is another party than {}",
                    held.party,
                    nexus_words(held.nexus),
                    rung.party
                ),
                Some(format!("write “{} {}”", nexus_words(held.nexus), held.party)),
            ),
            None => (format!("no bound fact ties {} to it", rung.party), None),
        };
        let report = finding(FindingCode::AttributionClimbed, reading, said, &why, fix.as_deref());
        let tied =
            reading.facts.iter().find(|fact| fact.rung.as_ref().is_some_and(|held| nearest.is_some_and(|near| near == &held)));
        let report = Finding { fact: tied.map(|fact| fact.id), ..report };
        let loosened = nearest.and_then(|held| loosened(said, &rung, held));
        // "Meridian ran" begins its sentence; "actors linked to Meridian ran" has to do so too.
        let replacement = loosened.map(|words| if range.start == 0 { words::capitalised(&words) } else { words });
        found.push(Finding { replacement, ..report });
    }
}

/// Whether `party` is one that the evidence or the dossier ties to the act.
fn is_accused(party: &str, held: &[&Rung], document: &Document<'_>) -> bool {
    held.iter().any(|rung| same(&rung.party, party))
        || document.known.accused.iter().any(|accused| same(accused, party) || contains(accused, party))
}

fn contains(long: &str, short: &str) -> bool {
    let (long, short) = (plain(long).to_lowercase(), plain(short).to_lowercase());
    !short.is_empty() && long.split(' ').any(|word| short.split(' ').any(|other| word.len() > 3 && word == other))
}

/// The names in `reading` that stand as the subject of an act, outside quotations: "Meridian used", "Meridian's lab allegedly ran".
fn actors(reading: &Reading<'_>, document: &Document<'_>) -> Vec<(std::ops::Range<usize>, String)> {
    let mut found = Vec::new();
    for accused in &document.known.accused {
        for (at, _) in reading.text.match_indices(accused.as_str()) {
            let end = at + accused.len();
            let range = at..end;
            let before = reading.text.get(..at).unwrap_or_default();
            // "operators linked to Meridian used": the operators did.
            let tied = reading.rungs.iter().any(|rung| rung.range.start <= at && at < rung.range.end);
            let within = before.ends_with(|c: char| c.is_alphanumeric() || c == '-') || preceded_by_tie(before);
            if tied
                || within
                || reading.is_quoted(&range)
                || reading.names.iter().any(|name| name.range.start < at && at < name.range.end)
            {
                continue;
            }
            let after = reading.text.get(end..).unwrap_or_default();
            if acts(after) {
                found.push((range, accused.clone()));
            }
        }
    }
    found
}

fn preceded_by_tie(before: &str) -> bool {
    let last = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let last = if last == "the" {
        before.trim_end().rsplit(char::is_whitespace).nth(1).unwrap_or_default().to_lowercase()
    } else {
        last
    };
    matches!(last.as_str(), "to" | "with" | "of" | "for" | "against" | "from" | "by" | "on" | "about" | "in")
}

/// Whether `after` goes on with an act, some adverbs and auxiliaries later; a possessive leads to another party.
fn acts(after: &str) -> bool {
    const BETWEEN: [&str; 16] = [
        "allegedly",
        "reportedly",
        "has",
        "had",
        "have",
        "then",
        "also",
        "itself",
        "systematically",
        "secretly",
        "illicitly",
        "illegally",
        "apparently",
        "group",
        "improperly",
        "deliberately",
    ];
    if after.starts_with("'s") || after.starts_with('’') || after.starts_with('\'') {
        return false;
    }
    for word in after.split_whitespace().take(4) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if ACTS.contains(&word.as_str()) {
            return true;
        }
        if !BETWEEN.contains(&word.as_str()) {
            return false;
        }
    }
    false
}

/// `words`, which tie a party as `said`, with the tie and the party that the evidence has.
fn loosened(words: &str, said: &Rung, held: &Rung) -> Option<String> {
    let at = words.find(&said.party)?;
    let (before, after) = (words.get(..at)?, words.get(at + said.party.len()..)?);
    // Who the parties are stays as the sentence has it: operators, actors, accounts.
    let who = before.split_whitespace().next().filter(|word| word.ends_with('s') && !word.eq_ignore_ascii_case("works"));
    let party = if same(&said.party, &held.party) { &said.party } else { &held.party };
    let tied = match (held.nexus, who) {
        (Nexus::By, _) => party.clone(),
        (nexus, Some(who)) => format!("{who} {} {party}", nexus_words(nexus)),
        (nexus, None) if before.trim().is_empty() => format!("actors {} {party}", nexus_words(nexus)),
        (nexus, None) => format!("{} {party}", nexus_words(nexus)),
    };
    Some(format!("{tied}{after}"))
}

fn nexus_words(nexus: Nexus) -> &'static str {
    match nexus {
        Nexus::Linked => "linked to",
        Nexus::ActingFor => "acting for",
        Nexus::By => "by",
    }
}

/// The parties that the dossier ties to an act, the longest names first.
pub(super) fn accused(document: &crate::Context<'_>) -> Vec<String> {
    let facts = &document.case.facts;
    let mut names: BTreeSet<&str> = BTreeSet::new();
    // The model that is targeted belongs to another lab, and the accuser is none of the accused.
    let mut others: BTreeSet<&str> = BTreeSet::new();
    for fact in facts {
        names.extend(fact.rung.as_ref().map(|rung| rung.party.as_str()));
        let role = fact.value.as_deref().filter(|_| fact.kind == ClaimKind::Party);
        if let Some("accused" | "lab" | "parent") = role {
            names.insert(&fact.subject);
        }
        if let Some("accuser" | "target model") = role {
            others.insert(&fact.subject);
        }
        if let Some((accused, target)) = fact.subject.split_once(" campaign against ") {
            names.insert(accused);
            others.insert(target);
        }
    }
    let mut names: Vec<String> =
        names.difference(&others).filter(|name| !name.is_empty()).map(|name| (*name).to_owned()).collect();
    names.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    names
}
