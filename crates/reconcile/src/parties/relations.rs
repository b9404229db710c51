//! How parties stand to each other, by the words of claims: a lab is part of the company that its name or its source gives as its owner;
//! operators are linked to, or act for, the party at the end of their rung. None of them is ever that party.

use super::mentions::Mention;
use crate::Live;
use crate::kin::parts;
use crate::name::{involves, key, owned, plain};
use dossier_model::{Claim, ClaimId, ClaimKind, Hedge, Nexus, RelationKind};
use std::collections::{BTreeMap, BTreeSet};

/// Words that end the name of something that belongs to its owner, or that stand before "of" in it.
const UNITS: &[&str] = &[
    "lab",
    "labs",
    "laboratory",
    "laboratories",
    "ai",
    "research",
    "unit",
    "division",
    "arm",
    "subsidiary",
    "affiliate",
    "team",
    "institute",
    "centre",
    "center",
    "bureau",
    "department",
    "ministry",
    "directorate",
    "agency",
    "office",
    "service",
];

/// Words inside a name that tie people without a name to a party.
const TIES: &[(&str, RelationKind)] = &[
    (" linked to ", RelationKind::LinkedTo),
    (" tied to ", RelationKind::LinkedTo),
    (" connected to ", RelationKind::LinkedTo),
    (" affiliated with ", RelationKind::LinkedTo),
    (" associated with ", RelationKind::LinkedTo),
    (" acting for ", RelationKind::ActingFor),
    (" working for ", RelationKind::ActingFor),
    (" on behalf of ", RelationKind::ActingFor),
    (" directed by ", RelationKind::ActingFor),
    (" belonging to ", RelationKind::PartOf),
    (" owned by ", RelationKind::PartOf),
];

/// The longest name that is looked for in a quote, in words.
const LONGEST: usize = 8;

/// A relation that claims tell.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// The claims that tell it.
    pub(crate) claims: BTreeSet<ClaimId>,
    /// The words of the first.
    pub(crate) words: String,
}

/// From whom, how, to whom, as claims write the names; the first is empty for people whom no source names.
pub(crate) type Relations = BTreeMap<(String, RelationKind, String), Told>;

/// Whether a name says that it belongs, or is tied, to another: "Meridian's Tern lab", "operators linked to Meridian".
pub(crate) fn is_of_another(name: &str) -> bool {
    owned(name).is_some() || tied(name).is_some()
}

/// The relations that the claims tell, by the names that they use.
pub(crate) fn relations(live: &Live<'_>, mentions: &BTreeMap<String, Mention>) -> Relations {
    let mut found = Relations::new();
    for (name, mention) in mentions {
        let by_name = tied(name).or_else(|| Some((RelationKind::PartOf, owner_of_unit(name, mention)?)));
        if let Some((kind, to)) = by_name {
            let told = Told { claims: mention.claims.clone(), words: name.clone() };
            found.insert((name.clone(), kind, plain(to)), told);
        }
    }
    let by_key: BTreeMap<String, &str> = mentions.keys().rev().map(|name| (key(name), name.as_str())).collect();
    for claim in live.claims.values().filter(|claim| claim.content.hedge != Hedge::Denied) {
        let content = &claim.content;
        match (content.kind, content.value.as_deref(), &content.rung) {
            (ClaimKind::Party, Some("lab"), _) => record(&mut found, claim, |_, quote| {
                let before = before_possessed(quote, &content.subject).filter(|_| owned(&content.subject).is_none())?;
                let owner = names_in(before, &by_key).pop().filter(|name| before.ends_with(name.as_str()))?;
                Some((plain(&content.subject), RelationKind::PartOf, owner))
            }),
            (ClaimKind::Party, Some("parent"), _) => record(&mut found, claim, |_, quote| {
                let child = names_in(quote, &by_key).into_iter().find(|name| !involves(name, &content.subject))?;
                Some((child, RelationKind::PartOf, plain(&content.subject)))
            }),
            (_, _, Some(rung)) if rung.nexus != Nexus::By => record(&mut found, claim, |claim, quote| {
                let kind = if rung.nexus == Nexus::Linked { RelationKind::LinkedTo } else { RelationKind::ActingFor };
                // The campaign's accused is the one that is tied only where the words begin with it: "affiliated with Meridian and its
                // Tern lab" ties others to both.
                let accused = parts(&claim.content.subject).and_then(|(accused, _)| accused).map(plain);
                let tied = accused.filter(|name| begins(quote, name) && !involves(name, &rung.party));
                Some((tied.unwrap_or_default(), kind, plain(&rung.party)))
            }),
            _ => {}
        }
    }
    found
}

fn record(found: &mut Relations, claim: &Claim, tell: impl Fn(&Claim, &str) -> Option<(String, RelationKind, String)>) {
    for quote in &claim.content.quotes {
        if let Some(relation) = tell(claim, &quote.text) {
            let told = found.entry(relation).or_default();
            if told.claims.is_empty() {
                told.words.clone_from(&quote.text);
            }
            told.claims.insert(claim.id);
            return;
        }
    }
}

/// The tie in a name, and to whom.
fn tied(name: &str) -> Option<(RelationKind, &str)> {
    TIES.iter().find_map(|(words, kind)| name.split_once(words).map(|(_, to)| (*kind, to)))
}

/// The owner in the name of a lab or another unit. A person is not a part of the company that the words give as theirs.
fn owner_of_unit<'a>(name: &'a str, mention: &Mention) -> Option<&'a str> {
    let (owner, thing) = owned(name)?;
    let thing = thing.to_lowercase();
    let head = thing.split(" of ").next().and_then(|head| head.split(" for ").next()).unwrap_or(&thing);
    let is_unit = head.split_whitespace().last().is_some_and(|word| UNITS.contains(&word));
    (is_unit || mention.roles.contains("lab")).then_some(owner)
}

/// Whether `words` begin with `name`.
fn begins(words: &str, name: &str) -> bool {
    let rest = words.strip_prefix("the ").unwrap_or(words).strip_prefix(name);
    rest.is_some_and(|rest| !name.is_empty() && rest.starts_with(|c: char| !c.is_alphanumeric()))
}

/// What stands before the possessive of which `name` is the thing owned: "a unit of Meridian" in "a unit of Meridian's Tern lab".
fn before_possessed<'a>(words: &'a str, name: &str) -> Option<&'a str> {
    let is_whole = |after: &str| !after.starts_with(char::is_alphanumeric);
    ["'s ", "’s ", "' ", "’ "].into_iter().find_map(|sign| {
        let (at, found) = words.match_indices(&format!("{sign}{name}")).next()?;
        words.get(at + found.len()..).filter(|after| !name.is_empty() && is_whole(after))?;
        words.get(..at)
    })
}

/// The known names that stand in `words`, in their order; the longest from each place.
fn names_in(words: &str, by_key: &BTreeMap<String, &str>) -> Vec<String> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=LONGEST.min(words.len() - at)).rev().find_map(|length| {
            let run = words.get(at..at + length)?.join(" ");
            let starts_as_name = run.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
            by_key.get(&key(&run)).filter(|_| starts_as_name).map(|name| ((*name).to_owned(), length))
        });
        match longest {
            Some((name, length)) => {
                found.push(name);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}
