//! Campaigns under several names: "Meridian campaign against Corvid", "Meridian Works' Tern lab campaign against Corvid" and a bare
//! "campaign" can be one. That they can is a reason to suggest a join; that they are is a judgement: once a person joined claims
//! across two names, all facts of both go by one.

use crate::Live;
use crate::name::{campaign, involves, is_campaign, key, subject_key};
use dossier_model::{Claim, ClaimId, Fact};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Of this many names each is held against the others; beyond, a name stands for itself.
const NAMES: usize = 256;

/// Which names of campaigns can be one.
#[derive(Debug, Default)]
pub(crate) struct Kin {
    class: BTreeMap<String, String>,
}

impl Kin {
    /// The classes of the names that the claims use. A name that could be one of two others, which cannot be each other, stands alone.
    pub(crate) fn of(live: &Live<'_>) -> Self {
        let mut named: BTreeMap<String, &str> = BTreeMap::new();
        let mut bare: Vec<String> = Vec::new();
        for claim in live.claims.values().filter(|claim| is_campaign(&claim.content.subject)) {
            let subject = &claim.content.subject;
            let key = subject_key(subject);
            if campaign(subject).is_some() {
                named.entry(key).or_insert(subject);
            } else if !bare.contains(&key) {
                bare.push(key);
            }
        }
        let mut class = BTreeMap::new();
        // Short names first: the longer ones that hold them are theirs, where they can be nobody else's.
        let mut order: Vec<(&String, &&str)> = named.iter().take(NAMES).collect();
        order.sort_by_key(|(key, _)| (key.split(' ').count(), *key));
        let mut heads: Vec<(&str, &str)> = Vec::new();
        for (key, subject) in order {
            let mut fitting = heads.iter().filter(|(_, head)| related(head, subject));
            match (fitting.next(), fitting.next()) {
                (Some((head, _)), None) => {
                    class.insert(key.clone(), (*head).to_owned());
                }
                (None, _) | (Some(_), Some(_)) => heads.push((key, subject)),
            }
        }
        // A campaign without names is the only one that is named, where there is only one.
        if let [(head, _)] = heads.as_slice() {
            class.extend(bare.into_iter().map(|key| (key, (*head).to_owned())));
        }
        Self { class }
    }

    /// The class of a subject: its own key where no other name can be its.
    pub(crate) fn key(&self, subject: &str) -> String {
        let key = subject_key(subject);
        self.class.get(&key).cloned().unwrap_or(key)
    }
}

/// Whether two names can be one campaign: against one target, and by parties of which one's name holds the other's.
pub(crate) fn related(a: &str, b: &str) -> bool {
    match (campaign(a), campaign(b)) {
        (Some((by_a, target_a)), Some((by_b, target_b))) => key(target_a) == key(target_b) && involves(by_a, by_b),
        _ => is_campaign(a) && is_campaign(b),
    }
}

/// Gives one name to the facts of campaigns that a person joined under several: the one that most of their claims use.
pub(crate) fn rename(live: &Live<'_>, groups: &[Vec<ClaimId>], facts: &mut [Fact]) {
    let mut class: BTreeMap<String, String> = BTreeMap::new();
    for group in groups.iter().filter(|group| group.len() > 1) {
        let claims = group.iter().filter_map(|id| live.claim(*id));
        let mut keys =
            claims.filter(|claim| is_campaign(&claim.content.subject)).map(|claim| subject_key(&claim.content.subject));
        if let Some(first) = keys.next() {
            for key in keys {
                let (a, b) = (root(&class, &first), root(&class, &key));
                if a != b {
                    class.insert(b, a);
                }
            }
        }
    }
    if class.is_empty() {
        return;
    }
    let mut names: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for claim in live.claims.values() {
        let claim: &Claim = claim;
        let root = root(&class, &subject_key(&claim.content.subject));
        *names.entry(root).or_default().entry(&claim.content.subject).or_default() += 1;
    }
    for fact in facts.iter_mut().filter(|fact| is_campaign(&fact.subject)) {
        let most = names.get(&root(&class, &subject_key(&fact.subject))).and_then(|names| {
            // A name that says who and against whom before one that does not.
            names.iter().max_by_key(|(name, count)| (campaign(name).is_some(), **count, Reverse(**name))).map(|(name, _)| *name)
        });
        if let Some(name) = most {
            fact.subject = name.to_owned();
        }
    }
}

fn root(class: &BTreeMap<String, String>, key: &str) -> String {
    let mut key = key.to_owned();
    while let Some(next) = class.get(&key) {
        key = next.clone();
    }
    key
}

#[cfg(test)]
mod tests {
    use super::related;

    #[test]
    fn a_campaign_by_a_lab_or_under_a_short_name_can_be_the_same() {
        let meridian = "Meridian campaign against Corvid";
        for same in ["Meridian Works campaign against Corvid", "Meridian’s Tern lab campaign against Corvid", "campaign"] {
            assert!(related(meridian, same), "{same}");
        }
        for other in ["Pelican campaign against Corvid", "Meridian campaign against Magpie", "Meridian", "Corvid"] {
            assert!(!related(meridian, other), "{other}");
        }
    }
}
