//! What weakens a fact: a denial, silence or dispute of the accused, the lack of independent verification, and views that call for
//! caution. Each is linked to every fact of the campaign that it bears on, so that no sentence about that fact can leave it out unseen.

use crate::Live;
use crate::name::{campaign, involves, is_campaign, subject_key};
use dossier_model::{ClaimKind, Fact, FactId, SourceId};
use std::collections::{BTreeMap, BTreeSet};

/// The most adverse facts that one fact shows, the lowest ids first, so that many like statements do not drown the rest.
const MOST: usize = 64;

/// Words of a view that calls for caution.
const CAUTION: &[&str] = &[
    "disproportionate",
    "calibrat",
    "snapshot",
    "overstate",
    "exaggerat",
    "overblown",
    "sceptic",
    "skeptic",
    "caution",
    "inflated",
    "not proven",
    "unproven",
    "unclear whether",
    "question the",
    "questioned the",
    "doubt",
    "blind spot",
];

/// Words of an answer that grants what was said.
const GRANTS: &[&str] = &["admi", "confirm", "acknowledg", "concede"];

/// Fills [`Fact::adverse`].
pub(crate) fn link(live: &Live<'_>, facts: &mut [Fact]) {
    let campaigns = campaigns_of_sources(live);
    let mut by_campaign: BTreeMap<String, BTreeSet<FactId>> = BTreeMap::new();
    let mut by_party: Vec<(String, FactId)> = Vec::new();
    // A view of how a market moved weakens nothing that is said of a campaign.
    let moved: BTreeSet<String> =
        facts.iter().filter(|fact| fact.kind == ClaimKind::Market).map(|fact| subject_key(&fact.subject)).collect();
    let of_market = |fact: &Fact| fact.kind == ClaimKind::Opinion && moved.contains(&subject_key(&fact.subject));
    for fact in facts.iter().filter(|fact| !of_market(fact)) {
        match bearing(live, fact) {
            Some(Bearing::Party) if is_campaign(&fact.subject) => {
                by_campaign.entry(subject_key(&fact.subject)).or_default().insert(fact.id);
            }
            Some(Bearing::Party) => by_party.push((fact.subject.clone(), fact.id)),
            Some(Bearing::Campaign) if is_campaign(&fact.subject) => {
                by_campaign.entry(subject_key(&fact.subject)).or_default().insert(fact.id);
            }
            Some(Bearing::Campaign) => {
                let sources: BTreeSet<SourceId> =
                    fact.claims.iter().filter_map(|id| live.claim(*id)).map(|claim| claim.source).collect();
                for campaign in sources.iter().filter_map(|source| campaigns.get(source)).flatten() {
                    by_campaign.entry(campaign.clone()).or_default().insert(fact.id);
                }
            }
            None => {}
        }
    }
    for adverse in by_campaign.values_mut() {
        // Kept short before it is handed to every fact, so that many answers and many facts are not multiplied.
        if let Some(beyond) = adverse.iter().nth(MOST).copied() {
            adverse.split_off(&beyond);
        }
    }
    // Campaigns and parties repeat from fact to fact: what weakens one weakens all of them.
    let mut known: BTreeMap<(String, String), Vec<FactId>> = BTreeMap::new();
    for fact in facts.iter_mut().filter(|fact| can_be_weakened(fact.kind) && is_campaign(&fact.subject)) {
        let tied = fact.rung.as_ref().map_or(String::new(), |rung| rung.party.clone());
        let adverse = known.entry((fact.subject.clone(), tied)).or_insert_with_key(|(subject, tied)| {
            let accused = campaign(subject).map_or("", |(accused, _)| accused);
            let concerns = |party: &str| involves(accused, party) || involves(tied, party);
            let answers = by_party.iter().filter(|(party, _)| concerns(party)).map(|(_, id)| *id).take(MOST);
            let all: BTreeSet<FactId> =
                by_campaign.get(&subject_key(subject)).into_iter().flatten().copied().chain(answers).collect();
            all.into_iter().collect()
        });
        fact.adverse = adverse.iter().copied().filter(|id| *id != fact.id).take(MOST).collect();
    }
}

/// On what an adverse fact bears.
enum Bearing {
    /// On the whole campaign.
    Campaign,
    /// On what involves the party that answers.
    Party,
}

fn bearing(live: &Live<'_>, fact: &Fact) -> Option<Bearing> {
    let value = fact.value.as_deref().unwrap_or_default().to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| value.contains(word));
    match fact.kind {
        ClaimKind::Response => (!says(GRANTS)).then_some(Bearing::Party),
        ClaimKind::Verification => {
            let negative = ["not ", "no ", "unverified", "could not", "without"]
                .iter()
                .any(|word| value.starts_with(word) || value.contains(&format!(" {word}")));
            negative.then_some(Bearing::Campaign)
        }
        ClaimKind::Opinion => {
            let mut quotes = fact.claims.iter().filter_map(|id| live.claim(*id)).flat_map(|claim| &claim.content.quotes);
            let cautions = |text: &str| CAUTION.iter().any(|word| text.to_lowercase().contains(word));
            (cautions(&value) || quotes.any(|quote| cautions(&quote.text))).then_some(Bearing::Campaign)
        }
        ClaimKind::Count
        | ClaimKind::Amount
        | ClaimKind::Rate
        | ClaimKind::Period
        | ClaimKind::Date
        | ClaimKind::Party
        | ClaimKind::Attribution
        | ClaimKind::Act
        | ClaimKind::Method
        | ClaimKind::Capability
        | ClaimKind::Technique
        | ClaimKind::Measure
        | ClaimKind::Superlative
        | ClaimKind::LegalWord
        | ClaimKind::Disclosure
        | ClaimKind::Recipient
        | ClaimKind::Statement
        | ClaimKind::Quotation
        | ClaimKind::Sharing
        | ClaimKind::Safety
        | ClaimKind::Terms
        | ClaimKind::Definition
        | ClaimKind::Effect
        | ClaimKind::Market
        | ClaimKind::Forecast
        | ClaimKind::Provenance => None,
    }
}

fn can_be_weakened(kind: ClaimKind) -> bool {
    matches!(
        kind,
        ClaimKind::Count
            | ClaimKind::Amount
            | ClaimKind::Period
            | ClaimKind::Attribution
            | ClaimKind::Act
            | ClaimKind::Superlative
            | ClaimKind::Capability
            | ClaimKind::Method
            | ClaimKind::Technique
            | ClaimKind::LegalWord
    )
}

/// The campaigns that each source tells of.
fn campaigns_of_sources(live: &Live<'_>) -> BTreeMap<SourceId, BTreeSet<String>> {
    let mut found: BTreeMap<SourceId, BTreeSet<String>> = BTreeMap::new();
    for claim in live.claims.values().filter(|claim| is_campaign(&claim.content.subject)) {
        found.entry(claim.source).or_default().insert(subject_key(&claim.content.subject));
    }
    found
}
