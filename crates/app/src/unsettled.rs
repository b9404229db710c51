//! Conflicts that nobody has settled yet: what a person still has to work through.

use dossier_model::{
    Agreement, Case, ClaimId, Comparison, Fact, FactId, FactState, Judgement, JudgementId, JudgementKind, Succession,
};
use std::collections::{BTreeMap, BTreeSet};

/// The conflicting verdicts that are open. One within a fact is settled by adopting a value or marking the fact as disputed; one between
/// two facts by saying that they are different things, by marking both as disputed, or by saying that another stands in the place of one.
pub(crate) fn unsettled<'a>(case: &'a Case, judgements: &[Judgement]) -> Vec<(&'a Comparison, BTreeSet<FactId>)> {
    let fact_of: BTreeMap<ClaimId, &Fact> =
        case.facts.iter().flat_map(|fact| fact.claims.iter().map(move |claim| (*claim, fact))).collect();
    let apart = Apart::new(judgements);
    let open = |comparison: &'a Comparison| {
        let [left, right] = comparison.claims.map(|claim| fact_of.get(&claim).copied());
        let settled = match (left, right) {
            (Some(left), Some(right)) if left.id == right.id => left.state != FactState::Open,
            (Some(left), Some(right)) => {
                let is = |fact: &Fact, state| fact.state == state;
                let superseded = is(left, FactState::Superseded) || is(right, FactState::Superseded);
                let disputed = is(left, FactState::Disputed) && is(right, FactState::Disputed);
                superseded || disputed || apart.has(left, right)
            }
            (_, None) | (None, _) => false,
        };
        (!settled).then(|| (comparison, left.into_iter().chain(right).map(|fact| fact.id).collect()))
    };
    case.comparisons.iter().filter(|comparison| comparison.verdict == Agreement::Conflicting).filter_map(open).collect()
}

/// Which claims people have set apart: each with the judgements that name it.
struct Apart(BTreeMap<ClaimId, BTreeSet<JudgementId>>);

impl Apart {
    fn new(judgements: &[Judgement]) -> Self {
        let succession = Succession::of(judgements);
        let mut by_claim: BTreeMap<ClaimId, BTreeSet<JudgementId>> = BTreeMap::new();
        for judgement in Judgement::standing(judgements) {
            if let JudgementKind::Different { claims } = &judgement.kind {
                for claim in claims {
                    by_claim.entry(succession.heir(*claim)).or_default().insert(judgement.id);
                }
            }
        }
        Self(by_claim)
    }

    fn has(&self, left: &Fact, right: &Fact) -> bool {
        let judged = |fact: &Fact| -> BTreeSet<JudgementId> {
            fact.claims.iter().filter_map(|claim| self.0.get(claim)).flatten().copied().collect()
        };
        !self.0.is_empty() && !judged(left).is_disjoint(&judged(right))
    }
}
