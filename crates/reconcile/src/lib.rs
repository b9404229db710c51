//! Claims and judgements to facts: the policy of sameness.
//!
//! What two claims have to do with each other is decided here and nowhere else: which claims are one fact, which of them the
//! fact speaks with, whether they agree, which party each one ends in, and what weakens it. Pure: values in, values out. What
//! the words of a source mean was decided before (`grammar`, `claims`); what a fact supports is decided after (`measures`).
//!
//! Always: only a person's judgement joins facts (what looks alike is only suggested); the order in which claims are given
//! changes nothing; a fact keeps its id while it keeps most of its claims; every verdict has its reason in words.

mod adverse;
mod cluster;
mod compare;
mod derive;
mod extent;
mod facts;
mod figure;
mod group;
mod identity;
mod kin;
mod lead;
pub mod likeness;
mod memo;
mod name;
mod origins;
mod parties;
mod partition;
mod run;
mod step;
mod suggest;
mod verdict;
mod versions;
mod wording;
mod written;

use dossier_model::{
    Claim, ClaimId, ClaimState, Comparison, Fact, Judgement, JudgementKind, Origin, Party, PartySuggestion, Source, SourceId,
    Succession, Suggestion,
};
use likeness::Likeness;
use std::collections::{BTreeMap, BTreeSet};
use step::Steps;

pub use derive::{Derived, derived};
pub use origins::ends_nowhere;
pub use verdict::{Verdict, verdict};

/// What is reconciled.
#[derive(Debug, Clone, Copy, Default)]
pub struct Input<'a> {
    /// All claims, in any order. Only accepted ones whose source is in `sources` and not withdrawn make facts.
    pub claims: &'a [Claim],
    /// The sources that count.
    pub sources: &'a [Source],
    /// All judgements, in the order in which they were made.
    pub judgements: &'a [Judgement],
    /// The facts of before, so that ids stay. Facts that have since gone may be among them: their ids are then given back to
    /// their claims when these stand alone again, and are never given to others.
    pub earlier: &'a [Fact],
    /// Which sources have nearly the same text; those named twice or not in `sources` are passed over.
    pub likenesses: &'a [Likeness],
}

/// What follows from it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reconciled {
    /// The facts, in order of their ids.
    pub facts: Vec<Fact>,
    /// How their claims stand to each other, in order of fact and claims.
    pub comparisons: Vec<Comparison>,
    /// The first-hand parties, in order of their ids.
    pub origins: Vec<Origin>,
    /// Facts that look like one, in order of their first claim.
    pub suggestions: Vec<Suggestion>,
    /// The parties that accepted claims name, in order of their names.
    pub parties: Vec<Party>,
    /// Names that look like one party's, in order of the names.
    pub party_suggestions: Vec<PartySuggestion>,
}

/// Assembles facts from claims and judgements.
///
/// The work grows with the number of claims as n log n: claims meet in buckets of one subject and property, where they are
/// sorted or looked up, never compared all with all.
pub fn reconcile(input: &Input<'_>) -> Reconciled {
    counted(input, &Steps::default())
}

/// The same, counting the comparisons made.
fn counted(input: &Input<'_>, steps: &Steps) -> Reconciled {
    let standing = Judgement::standing(input.judgements);
    let written = Live::new(input, &standing, Succession::of(input.judgements));
    let known = parties::Known::of(&written, &standing);
    let (parties, party_suggestions) = (known.parties(), known.suggestions(steps));
    let (claims, sources) = known.renamed(&written);
    let live = written.with(&claims, &sources);
    let (origins, origin_of) = origins::origins(&live, input.likenesses);
    let groups = group::groups(&live, &standing, steps);
    let ids = identity::ids(&live.succession, &groups, input.earlier);
    let mut facts = facts::assemble(&live, &groups, &ids, &standing, input.earlier, &origin_of, steps);
    kin::rename(&live, &groups, &mut facts);
    adverse::link(&live, &mut facts);
    let kin = kin::Kin::of(&live);
    let comparisons = compare::comparisons(&live, &facts, &kin, &origin_of, steps);
    let suggestions = suggest::suggestions(&live, &facts, &standing, &kin, steps);
    let mut found = Reconciled { facts, comparisons, origins, suggestions, parties, party_suggestions };
    if !claims.is_empty() || !sources.is_empty() {
        parties::unmark_all(&mut found);
    }
    found
}

/// The claims that count, with their sources.
struct Live<'a> {
    /// Accepted claims of sources that count, in order of their ids.
    claims: BTreeMap<ClaimId, &'a Claim>,
    /// The sources that count.
    sources: BTreeMap<SourceId, &'a Source>,
    /// Every claim of any state: a join made through a claim that was rejected later still holds.
    all: BTreeMap<ClaimId, &'a Claim>,
    /// Which claims stand in the place of which.
    succession: Succession,
}

impl<'a> Live<'a> {
    fn new(input: &Input<'a>, standing: &[&Judgement], succession: Succession) -> Self {
        let mut withdrawn = BTreeSet::new();
        for judgement in standing {
            if let JudgementKind::Withdraw { sources } = &judgement.kind {
                withdrawn.extend(sources.iter().copied());
            }
        }
        let sources: BTreeMap<_, _> =
            input.sources.iter().filter(|source| !withdrawn.contains(&source.id)).map(|source| (source.id, source)).collect();
        let all: BTreeMap<_, _> = input.claims.iter().map(|claim| (claim.id, claim)).collect();
        let is_there = |claim: ClaimId| succession.is_there(claim) && succession.replaced_by(claim).is_empty();
        let counts =
            |claim: &Claim| claim.state == ClaimState::Accepted && sources.contains_key(&claim.source) && is_there(claim.id);
        let claims = all.iter().filter(|(_, claim)| counts(claim)).map(|(id, claim)| (*id, *claim)).collect();
        Self { claims, sources, all, succession }
    }

    /// The same with these claims and sources in the place of those with their ids. Which claims a fact holds is decided on the claims as
    /// they are written.
    fn with(mut self, claims: &'a [Claim], sources: &'a [Source]) -> Self {
        for claim in claims {
            if let Some(place) = self.claims.get_mut(&claim.id) {
                *place = claim;
            }
        }
        for source in sources {
            self.sources.insert(source.id, source);
        }
        self
    }

    fn claim(&self, id: ClaimId) -> Option<&'a Claim> {
        self.claims.get(&id).copied()
    }

    /// The claims that now have the places of `claims`, each once.
    fn heirs(&self, claims: &[ClaimId]) -> Vec<ClaimId> {
        let mut heirs: Vec<ClaimId> = claims.iter().map(|claim| self.succession.heir(*claim)).collect();
        heirs.sort_unstable();
        heirs.dedup();
        heirs
    }

    fn leading(&self, fact: &Fact) -> Option<&'a Claim> {
        self.claim(fact.leading)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dossier_model::{Bound, ClaimKind, Content, Digest, Handling, Hedge, Quote, Quotes, Speaker, SpeakerRole};

    /// `count` claims of many sources about one campaign: figures, windows, capabilities and answers, some alike and some not.
    fn claims(count: u32) -> Vec<Claim> {
        let content = |n: u32| {
            let (kind, property, value, unit, period) = match n % 4 {
                0 => (ClaimKind::Count, "accounts", Some((20_000 + n % 977 * 10).to_string()), Some("accounts"), None),
                1 => (
                    ClaimKind::Period,
                    "window",
                    None,
                    None,
                    format!("2026-04-{:02}/2026-06-{:02}", n % 28 + 1, n % 27 + 1).parse().ok(),
                ),
                2 => (ClaimKind::Capability, "targeted capability", Some(format!("skill {} of {}", n % 311, n % 53)), None, None),
                _ => (ClaimKind::Response, "response", Some(format!("no answer to letter {n}")), None, None),
            };
            let quote = Quote { start: 0, end: 5, text: "words".to_owned() };
            let speaker = |name: String, role| Speaker { name, role, words: Some("said".to_owned()) };
            Content {
                kind,
                subject: "Meridian Works campaign against Corvid".to_owned(),
                property: property.to_owned(),
                value,
                unit: unit.map(str::to_owned),
                bound: n.is_multiple_of(3).then_some(Bound::About),
                period,
                rung: None,
                hedge: Hedge::Alleged,
                scope: None,
                speakers: vec![
                    speaker(format!("Outlet {}", n % 100), SpeakerRole::Outlet),
                    speaker(format!("Party {}", n % 7), SpeakerRole::Party),
                ],
                headline: false,
                resolution: None,
                direct: false,
                dropped_hedge: None,
                quotes: Quotes::one(quote),
            }
        };
        let claim = |n: u32| Claim {
            id: ClaimId::new(n + 1),
            source: SourceId::new(n % 100 + 1),
            content: content(n),
            state: ClaimState::Accepted,
            proposer: "rules".to_owned(),
            bulk: false,
        };
        (0..count).map(claim).collect()
    }

    fn sources() -> Vec<Source> {
        let source = |n: u32| Source {
            id: SourceId::new(n),
            file: format!("report-{n}.txt"),
            sha256: Digest::of(&n.to_be_bytes()),
            media_type: "text/plain".to_owned(),
            title: None,
            authors: Vec::new(),
            publisher: None,
            published: None,
            url: None,
            syndicated_from: None,
            handling: Handling::Public,
            reliability: None,
            characters: 5,
            text_sha256: Digest::of(b"words"),
            issues: Vec::new(),
            revises: None,
            updated: None,
            within: None,
            path: None,
            reading: Default::default(),
            imported_at: String::new(),
            imported_by: String::new(),
        };
        (1..=100).map(source).collect()
    }

    /// The comparisons made over `count` claims, first apart and then joined as suggested.
    fn comparisons_made(count: u32) -> u64 {
        let (claims, sources, steps) = (claims(count), sources(), Steps::default());
        let apart =
            counted(&Input { claims: &claims, sources: &sources, judgements: &[], earlier: &[], likenesses: &[] }, &steps);
        let judgements: Vec<Judgement> = (1..)
            .zip(&apart.suggestions)
            .map(|(number, suggestion)| Judgement {
                id: dossier_model::JudgementId::new(number),
                at: String::new(),
                actor: "A. Reader".to_owned(),
                kind: JudgementKind::Same { claims: suggestion.claims.clone() },
                reason: None,
                bulk: true,
            })
            .collect();
        let joined = counted(
            &Input { claims: &claims, sources: &sources, judgements: &judgements, earlier: &apart.facts, likenesses: &[] },
            &steps,
        );
        assert!(joined.facts.len() < apart.facts.len(), "something was joined");
        steps.taken()
    }

    #[test]
    fn twice_the_claims_take_about_twice_the_comparisons() {
        let made: Vec<u64> = [1_000, 2_000, 4_000, 8_000].into_iter().map(comparisons_made).collect();
        for pair in made.windows(2) {
            assert!(pair[1] <= pair[0] * 5 / 2, "comparisons made over 1,000, 2,000, 4,000 and 8,000 claims: {made:?}");
        }
        assert!(made[3] < 8_000 * 200, "{made:?}");
    }
}
