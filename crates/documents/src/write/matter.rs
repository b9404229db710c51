//! What a case is about, sorted for telling: the main campaign, who says so, and the facts of each kind, the best attested first.

use crate::check::party;
use crate::check::single_origin::is_first_hand;
use crate::check::verbatim::plain;
use crate::{Binding, Context, seen};
use dossier_model::{Bound, Case, Claim, ClaimId, ClaimKind, Fact, FactState, Nexus, Origin};
use std::collections::{BTreeMap, BTreeSet};

/// What the extent of a campaign is counted in.
const EXTENT: [&str; 14] = [
    "accounts",
    "exchanges",
    "conversations",
    "queries",
    "requests",
    "prompts",
    "messages",
    "sessions",
    "tokens",
    "proxies",
    "addresses",
    "interactions",
    "calls",
    "outputs",
];

/// The facts of a case as a document tells them.
pub(super) struct Matter<'a> {
    pub(super) case: &'a Case,
    /// The subject of the main campaign, where there is one.
    campaign: Option<&'a str>,
    /// The main accused and the target, by the campaign's name.
    accused: Option<&'a str>,
    target: Option<&'a str>,
    origins: BTreeMap<ClaimId, &'a Origin>,
}

impl<'a> Matter<'a> {
    pub(super) fn of(context: &Context<'a>) -> Self {
        let case = context.case;
        let mut weights: BTreeMap<&str, usize> = BTreeMap::new();
        for fact in case.facts.iter().filter(|fact| is_of_campaign(fact.kind)) {
            *weights.entry(fact.subject.as_str()).or_default() += fact.claims.len();
        }
        let heaviest = |named: bool| {
            weights
                .iter()
                .filter(|(subject, _)| subject.contains(" campaign against ") == named)
                // Of two that weigh the same, the one that comes first in the alphabet.
                .max_by(|(a, m), (b, n)| m.cmp(n).then_with(|| b.cmp(a)))
                .map(|(subject, _)| *subject)
        };
        let campaign = heaviest(true).or_else(|| heaviest(false));
        let origins = case.origins.iter().flat_map(|origin| origin.claims.iter().map(move |claim| (*claim, origin))).collect();
        let parts = campaign.and_then(|subject| subject.split_once(" campaign against "));
        Self { case, campaign, accused: parts.map(|(accused, _)| accused), target: parts.map(|(_, target)| target), origins }
    }

    /// Whether `fact` is about the main campaign.
    pub(super) fn is_main(&self, fact: &Fact) -> bool {
        if Some(fact.subject.as_str()) == self.campaign || fact.subject == "campaign" {
            return true;
        }
        match (fact.subject.split_once(" campaign against "), self.accused, self.target) {
            (Some((accused, target)), Some(main), Some(aim)) => party::same(accused, main) && target.eq_ignore_ascii_case(aim),
            _ => false,
        }
    }

    /// The facts of `kind`, the best attested first; of those about a campaign, only the main one's.
    pub(super) fn of_kind(&self, kind: ClaimKind) -> Vec<&'a Fact> {
        let mut facts: Vec<&Fact> = self
            .case
            .facts
            .iter()
            .filter(|fact| fact.kind == kind && fact.state != FactState::Superseded && self.case.leading_claim(fact).is_some())
            .filter(|fact| !is_of_campaign(kind) || self.is_main(fact))
            .collect();
        // "Millions" is well attested where ten reports say it, and still says less than one report's figure.
        let vague = |fact: &Fact| fact.bound == Some(Bound::Vague);
        facts.sort_by(|a, b| vague(a).cmp(&vague(b)).then(b.claims.len().cmp(&a.claims.len())).then(a.id.cmp(&b.id)));
        facts
    }

    /// The facts of `kind` with different values: of those that say the same, or more than another, the best attested.
    pub(super) fn distinct(&self, kind: ClaimKind) -> Vec<&'a Fact> {
        let mut kept: Vec<&Fact> = Vec::new();
        let mut values: Vec<String> = Vec::new();
        for fact in self.of_kind(kind) {
            let value = plain(fact.value.as_deref().unwrap_or_default()).to_lowercase();
            let known = !value.is_empty() && values.iter().any(|other| value.contains(other.as_str()) || other.contains(&value));
            if !known {
                kept.push(fact);
                if !value.is_empty() {
                    values.push(value);
                }
            }
        }
        kept
    }

    /// The best attested fact for each property of `kind`.
    pub(super) fn by_property(&self, kind: ClaimKind) -> Vec<&'a Fact> {
        let mut seen = BTreeSet::new();
        self.of_kind(kind).into_iter().filter(|fact| seen.insert(fact.property.to_lowercase())).collect()
    }

    /// The main counts, accounts and exchanges before others: those in whole units, at most `most`.
    pub(super) fn counts(&self, most: usize) -> Vec<&'a Fact> {
        let rank = |fact: &Fact| match fact.property.as_str() {
            "accounts" => 0,
            "exchanges" => 1,
            "conversations" => 2,
            _ => 3,
        };
        let mut counts: Vec<&Fact> = self.by_property(ClaimKind::Count).into_iter().filter(|fact| self.is_extent(fact)).collect();
        counts.sort_by_key(|fact| rank(fact));
        // Two units for what may be one thing are told side by side under what is not established; one number in two units too.
        let mut units: Vec<&Fact> = Vec::new();
        for fact in counts {
            let known = |other: &&Fact| self.are_not_comparable(fact, other) || fact.number() == other.number();
            if !units.iter().any(known) {
                units.push(fact);
            }
        }
        units.truncate(most);
        units
    }

    /// Whether `fact` counts the extent of a campaign.
    pub(super) fn is_extent(&self, fact: &Fact) -> bool {
        fact.kind == ClaimKind::Count && fact.number().is_some() && EXTENT.contains(&fact.property.to_lowercase().as_str())
    }

    fn are_not_comparable(&self, a: &Fact, b: &Fact) -> bool {
        self.case.comparisons.iter().any(|comparison| {
            comparison.verdict == dossier_model::Agreement::NotComparable
                && comparison.claims.iter().any(|claim| a.claims.contains(claim))
                && comparison.claims.iter().any(|claim| b.claims.contains(claim))
        })
    }

    /// What others than the origin of `lead` say of the campaign at first hand, one claim for each party: a second voice weighs more
    /// than many echoes.
    pub(super) fn second_voices(&self, lead: &Fact) -> Vec<&'a Claim> {
        let main = self.origin(lead).map(|origin| origin.id);
        let mut heard = BTreeSet::new();
        [ClaimKind::Count, ClaimKind::Period]
            .into_iter()
            .flat_map(|kind| self.of_kind(kind))
            .filter(|fact| fact.kind != ClaimKind::Count || self.is_extent(fact))
            .flat_map(|fact| self.case.claims_of(fact))
            .filter(|claim| !claim.content.headline)
            .filter(|claim| {
                let voice = self.origin_of(claim.id).filter(|origin| is_first_hand(origin, self.case));
                voice.is_some_and(|origin| Some(origin.id) != main && heard.insert(origin.id))
            })
            .collect()
    }

    /// The window of the campaign: the one known most closely among those that are well attested.
    pub(super) fn window(&self) -> Option<&'a Fact> {
        let mut windows: Vec<&Fact> = self.of_kind(ClaimKind::Period).into_iter().filter(|fact| fact.period.is_some()).collect();
        windows.sort_by_key(|fact| (fact.property != "window", fact.period.and_then(|period| period.days_inclusive()).is_none()));
        windows.into_iter().next()
    }

    /// Who is tied to the act: of the attributions the one that ties loosest, for a document never says more than it has to; else
    /// another fact that has a rung.
    pub(super) fn attribution(&self) -> Option<&'a Fact> {
        let attributions = self.of_kind(ClaimKind::Attribution);
        let loosest = attributions
            .into_iter()
            .filter_map(|fact| fact.rung.as_ref().map(|rung| (rung.nexus, fact)))
            .min_by_key(|(nexus, _)| *nexus);
        loosest.map(|(_, fact)| fact).or_else(|| {
            [ClaimKind::Count, ClaimKind::Act, ClaimKind::Capability, ClaimKind::Period]
                .into_iter()
                .flat_map(|kind| self.of_kind(kind))
                .find(|fact| fact.rung.is_some())
        })
    }

    /// The main accused's name, where a fact of the campaign has it.
    pub(super) fn accused(&self) -> Option<&'a str> {
        self.accused
    }

    /// The targeted model's name, where a fact of the campaign has it.
    pub(super) fn target(&self) -> Option<&'a str> {
        self.target
    }

    /// A fact whose subject names the campaign.
    pub(super) fn campaign_fact(&self) -> Option<&'a Fact> {
        [ClaimKind::Count, ClaimKind::Period, ClaimKind::Attribution, ClaimKind::Capability, ClaimKind::Act, ClaimKind::Method]
            .into_iter()
            .flat_map(|kind| self.of_kind(kind))
            .find(|fact| Some(fact.subject.as_str()) == self.campaign)
    }

    /// The claim whose words `fact` carries.
    pub(super) fn leading(&self, fact: &Fact) -> Option<&'a Claim> {
        self.case.claim(fact.leading)
    }

    /// The origin of the words that `fact` carries, else its first one.
    pub(super) fn origin(&self, fact: &Fact) -> Option<&'a Origin> {
        self.origin_of(fact.leading).or_else(|| fact.origins.iter().find_map(|id| self.case.origin(*id)))
    }

    /// The origin of a claim.
    pub(super) fn origin_of(&self, claim: ClaimId) -> Option<&'a Origin> {
        self.origins.get(&claim).copied()
    }
}

/// Whether facts of `kind` are about a campaign.
fn is_of_campaign(kind: ClaimKind) -> bool {
    match kind {
        ClaimKind::Count
        | ClaimKind::Period
        | ClaimKind::Attribution
        | ClaimKind::Act
        | ClaimKind::Method
        | ClaimKind::Capability
        | ClaimKind::Technique
        | ClaimKind::Superlative => true,
        ClaimKind::Amount
        | ClaimKind::Rate
        | ClaimKind::Date
        | ClaimKind::Party
        | ClaimKind::Measure
        | ClaimKind::Response
        | ClaimKind::Verification
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
        | ClaimKind::Opinion
        | ClaimKind::Forecast
        | ClaimKind::Provenance => false,
    }
}

/// A binding to `fact` as it is now.
pub(super) fn bind(fact: &Fact) -> Binding {
    Binding::Fact { fact: fact.id, seen: Some(seen(fact)) }
}

/// The words that go before a party, by whether its sources speak of operators: "operators linked to", "parties acting for", nothing where the party itself is said to act.
pub(super) fn tie(nexus: Nexus, operators: bool) -> &'static str {
    match (nexus, operators) {
        (Nexus::Linked, true) => "operators linked to ",
        (Nexus::Linked, false) => "actors linked to ",
        (Nexus::ActingFor, true) => "operators acting for ",
        (Nexus::ActingFor, false) => "actors acting for ",
        (Nexus::By, _) => "",
    }
}
