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
mod extent;
mod facts;
mod figure;
mod group;
mod identity;
mod lead;
mod name;
mod origins;
mod step;
mod suggest;
mod verdict;
mod wording;
mod written;

use dossier_model::{Claim, ClaimId, ClaimState, Comparison, Fact, Judgement, JudgementKind, Origin, Source, SourceId, Suggestion};
use std::collections::{BTreeMap, BTreeSet};
use step::Steps;

pub use verdict::{Verdict, verdict};

/// What is reconciled.
#[derive(Debug, Clone, Copy)]
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
    let live = Live::new(input, &standing);
    let (origins, origin_of) = origins::origins(&live);
    let groups = group::groups(&live, &standing, steps);
    let ids = identity::ids(&groups, input.earlier);
    let mut facts = facts::assemble(&live, &groups, &ids, &standing, &origin_of, steps);
    adverse::link(&live, &mut facts);
    let comparisons = compare::comparisons(&live, &facts, steps);
    let suggestions = suggest::suggestions(&live, &facts, &standing, steps);
    Reconciled { facts, comparisons, origins, suggestions }
}

/// The claims that count, with their sources.
struct Live<'a> {
    /// Accepted claims of sources that count, in order of their ids.
    claims: BTreeMap<ClaimId, &'a Claim>,
    /// The sources that count.
    sources: BTreeMap<SourceId, &'a Source>,
    /// Every claim of any state: a join made through a claim that was rejected later still holds.
    all: BTreeMap<ClaimId, &'a Claim>,
}

impl<'a> Live<'a> {
    fn new(input: &Input<'a>, standing: &[&Judgement]) -> Self {
        let mut withdrawn = BTreeSet::new();
        for judgement in standing {
            if let JudgementKind::Withdraw { sources } = &judgement.kind {
                withdrawn.extend(sources.iter().copied());
            }
        }
        let sources: BTreeMap<_, _> =
            input.sources.iter().filter(|source| !withdrawn.contains(&source.id)).map(|source| (source.id, source)).collect();
        let all: BTreeMap<_, _> = input.claims.iter().map(|claim| (claim.id, claim)).collect();
        let counts = |claim: &Claim| claim.state == ClaimState::Accepted && sources.contains_key(&claim.source);
        let claims = all.iter().filter(|(_, claim)| counts(claim)).map(|(id, claim)| (*id, *claim)).collect();
        Self { claims, sources, all }
    }

    fn claim(&self, id: ClaimId) -> Option<&'a Claim> {
        self.claims.get(&id).copied()
    }

    fn leading(&self, fact: &Fact) -> Option<&'a Claim> {
        self.claim(fact.leading)
    }
}
