//! Facts from groups of claims: the leading claim's value, and where each stands.
//!
//! A fact is settled by a standing `Adopt` and disputed by a standing `Dispute`, whichever came later. A figure that lost to an
//! adopted one stays in the fact as a claim; no fact is ever superseded here: what is superseded is a claim, and it no longer counts.

use crate::Live;
use crate::lead::leading;
use crate::step::Steps;
use dossier_model::{Claim, ClaimId, Fact, FactId, FactState, Judgement, JudgementId, JudgementKind, OriginId};
use std::collections::{BTreeMap, BTreeSet};

/// What a person decided on a fact.
#[derive(Clone, Copy)]
enum Settlement {
    Adopted(ClaimId, JudgementId),
    Disputed,
}

/// The facts, in order of their ids, with nothing adverse yet.
pub(crate) fn assemble(
    live: &Live<'_>,
    groups: &[Vec<ClaimId>],
    ids: &[FactId],
    standing: &[&Judgement],
    origin_of: &BTreeMap<ClaimId, OriginId>,
    steps: &Steps,
) -> Vec<Fact> {
    let settlements = settlements(live, groups, ids, standing);
    let mut facts: Vec<Fact> = groups
        .iter()
        .zip(ids)
        .filter_map(|(group, id)| {
            let claims: Vec<&Claim> = group.iter().filter_map(|claim| live.claim(*claim)).collect();
            let (adopted, state, settled_by) = match settlements.get(id) {
                Some(Settlement::Adopted(claim, by)) => (live.claim(*claim), FactState::Settled, Some(*by)),
                Some(Settlement::Disputed) => (None, FactState::Disputed, None),
                None => (None, FactState::Open, None),
            };
            let lead = adopted.or_else(|| leading(&claims, steps)).or_else(|| claims.first().copied())?;
            let origins: BTreeSet<OriginId> = group.iter().filter_map(|claim| origin_of.get(claim)).copied().collect();
            let content = &lead.content;
            Some(Fact {
                id: *id,
                kind: content.kind,
                subject: content.subject.clone(),
                property: content.property.clone(),
                value: content.value.clone(),
                unit: content.unit.clone(),
                bound: content.bound,
                period: content.period,
                rung: content.rung.clone(),
                hedge: content.hedge,
                scope: content.scope.clone(),
                claims: group.clone(),
                leading: lead.id,
                origins: origins.into_iter().collect(),
                adverse: Vec::new(),
                state,
                settled_by,
            })
        })
        .collect();
    facts.sort_by_key(|fact| fact.id);
    facts
}

/// The last decision on each fact. An adoption belongs to the fact that now holds its claim or the one in its place, whatever its id was
/// then.
fn settlements(
    live: &Live<'_>,
    groups: &[Vec<ClaimId>],
    ids: &[FactId],
    standing: &[&Judgement],
) -> BTreeMap<FactId, Settlement> {
    let fact_of: BTreeMap<ClaimId, FactId> =
        groups.iter().zip(ids).flat_map(|(group, id)| group.iter().map(move |claim| (*claim, *id))).collect();
    let mut found = BTreeMap::new();
    for judgement in standing {
        match &judgement.kind {
            JudgementKind::Adopt { claim, .. } => {
                let claim = live.succession.heir(*claim);
                if let Some(fact) = fact_of.get(&claim) {
                    found.insert(*fact, Settlement::Adopted(claim, judgement.id));
                }
            }
            JudgementKind::Dispute { fact } => {
                found.insert(*fact, Settlement::Disputed);
            }
            JudgementKind::Accept { .. }
            | JudgementKind::Reject { .. }
            | JudgementKind::Replace { .. }
            | JudgementKind::Add { .. }
            | JudgementKind::Same { .. }
            | JudgementKind::Different { .. }
            | JudgementKind::Metadata { .. }
            | JudgementKind::Withdraw { .. }
            | JudgementKind::Revoke { .. } => {}
        }
    }
    found
}
