//! What a chart is about: the campaigns of a case, and how sure its title may be of them.

use dossier_model::{Case, ClaimKind, Fact, Hedge};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The campaigns of a case, the one with the most facts first, with the weakest hedge of the facts about each.
pub(crate) struct Campaigns<'a> {
    campaigns: Vec<(&'a str, Hedge)>,
}

impl<'a> Campaigns<'a> {
    pub(crate) fn of(case: &'a Case) -> Self {
        let mut found: BTreeMap<&str, (usize, Hedge)> = BTreeMap::new();
        for fact in case.facts.iter().filter(|fact| is_campaign(&fact.subject) && is_deed(fact)) {
            let entry = found.entry(&fact.subject).or_insert((0, fact.hedge));
            entry.0 += 1;
            entry.1 = entry.1.min(fact.hedge);
        }
        let mut campaigns: Vec<_> = found.into_iter().collect();
        campaigns.sort_by_key(|(subject, (count, _))| (Reverse(*count), *subject));
        Self { campaigns: campaigns.into_iter().map(|(subject, (_, hedge))| (subject, hedge)).collect() }
    }

    /// "the alleged Meridian Works campaign against Corvid".
    pub(crate) fn named(&self) -> String {
        let weakest = self.campaigns.iter().map(|(_, hedge)| *hedge).min();
        let hedged = match weakest {
            Some(Hedge::Asserted | Hedge::Confirmed) | None => "",
            Some(Hedge::Reported) => "reported ",
            Some(Hedge::Planned) => "planned ",
            Some(Hedge::Opinion | Hedge::Forecast | Hedge::Conditional | Hedge::Denied | Hedge::Disputed | Hedge::Alleged) => {
                "alleged "
            }
        };
        match self.campaigns.as_slice() {
            [] => "the case".to_owned(),
            [(subject, _)] => format!("the {hedged}{subject}"),
            [(first, _), ..] => format!("the {hedged}{first} and others"),
        }
    }

    /// Whether there is one campaign only, so that labels need not name it.
    pub(crate) fn is_one(&self) -> bool {
        self.campaigns.len() <= 1
    }
}

/// Whether a subject is a campaign.
pub(crate) fn is_campaign(subject: &str) -> bool {
    subject.contains(" campaign against ") || subject.ends_with("campaign")
}

/// The accused of a campaign, else the whole subject.
pub(crate) fn short(subject: &str) -> &str {
    subject.split_once(" campaign against ").map_or(subject, |(accused, _)| accused)
}

fn is_deed(fact: &Fact) -> bool {
    matches!(
        fact.kind,
        ClaimKind::Count
            | ClaimKind::Amount
            | ClaimKind::Period
            | ClaimKind::Act
            | ClaimKind::Attribution
            | ClaimKind::Method
            | ClaimKind::Capability
            | ClaimKind::Technique
    )
}
