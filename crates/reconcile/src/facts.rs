//! Facts from groups of claims: the leading claim's value, and where each stands.
//!
//! A fact is settled by a standing `Adopt`, disputed by a standing `Dispute` and superseded by a standing `Supersede`, whichever came
//! last. A figure that lost to an adopted one stays in the fact as a claim, and a superseded fact stays with the one in its place.

use crate::Live;
use crate::lead::leading;
use crate::step::Steps;
use dossier_model::{Claim, ClaimId, Credibility, Fact, FactId, FactState, Judgement, JudgementId, JudgementKind, OriginId};
use std::collections::{BTreeMap, BTreeSet};

/// What a person decided on a fact.
#[derive(Clone, Copy)]
enum Settlement {
    Adopted(ClaimId, JudgementId),
    Disputed,
    /// With what stood before: an adopted value stays that of the fact.
    Superseded {
        by: FactId,
        adopted: Option<(ClaimId, JudgementId)>,
    },
}

/// What people decided on facts.
#[derive(Default)]
struct Decisions {
    settlements: BTreeMap<FactId, Settlement>,
    grades: BTreeMap<FactId, Credibility>,
}

impl Decisions {
    /// The value that was adopted for a fact, also of one that was superseded since.
    fn adopted(&self, fact: FactId) -> Option<(ClaimId, JudgementId)> {
        match self.settlements.get(&fact)? {
            Settlement::Adopted(claim, by) => Some((*claim, *by)),
            Settlement::Superseded { adopted, .. } => *adopted,
            Settlement::Disputed => None,
        }
    }

    /// Where the way from `by`, each fact to the one in its place, leads back to `fact`: the last step counts no more.
    fn open_ring(&mut self, fact: FactId, by: FactId) {
        let mut at = by;
        while let Some(Settlement::Superseded { by: next, adopted }) = self.settlements.get(&at).copied() {
            if next == fact {
                match adopted {
                    Some((claim, judgement)) => self.settlements.insert(at, Settlement::Adopted(claim, judgement)),
                    None => self.settlements.remove(&at),
                };
                return;
            }
            at = next;
        }
    }
}

/// The facts, in order of their ids, with nothing adverse yet.
pub(crate) fn assemble(
    live: &Live<'_>,
    groups: &[Vec<ClaimId>],
    ids: &[FactId],
    standing: &[&Judgement],
    earlier: &[Fact],
    origin_of: &BTreeMap<ClaimId, OriginId>,
    steps: &Steps,
) -> Vec<Fact> {
    let Decisions { settlements, grades } = decisions(live, groups, ids, standing, earlier);
    let mut facts: Vec<Fact> = groups
        .iter()
        .zip(ids)
        .filter_map(|(group, id)| {
            let claims: Vec<&Claim> = group.iter().filter_map(|claim| live.claim(*claim)).collect();
            let mut superseded_by = None;
            let (adopted, state, settled_by) = match settlements.get(id) {
                Some(Settlement::Adopted(claim, by)) => (live.claim(*claim), FactState::Settled, Some(*by)),
                Some(Settlement::Disputed) => (None, FactState::Disputed, None),
                Some(Settlement::Superseded { by, adopted }) => {
                    superseded_by = Some(*by);
                    (adopted.and_then(|(claim, _)| live.claim(claim)), FactState::Superseded, adopted.map(|(_, by)| by))
                }
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
                credibility: grades.get(id).copied().filter(|grade| grade.can_be_given(origins.len())),
                origins: origins.into_iter().collect(),
                adverse: Vec::new(),
                state,
                settled_by,
                superseded_by,
            })
        })
        .collect();
    facts.sort_by_key(|fact| fact.id);
    facts
}

/// The last decision on each fact. An adoption belongs to the fact that now holds its claim or the one in its place, whatever its id was
/// then; what supersedes is the fact that now holds the claims of the one that was named. A fact is not superseded by itself, nor by one
/// that it supersedes, be it through others: what the later judgement would close to a ring is opened where the ring ends.
fn decisions(live: &Live<'_>, groups: &[Vec<ClaimId>], ids: &[FactId], standing: &[&Judgement], earlier: &[Fact]) -> Decisions {
    let fact_of: BTreeMap<ClaimId, FactId> =
        groups.iter().zip(ids).flat_map(|(group, id)| group.iter().map(move |claim| (*claim, *id))).collect();
    let there: BTreeSet<FactId> = ids.iter().copied().collect();
    let before: BTreeMap<FactId, &Fact> = earlier.iter().map(|fact| (fact.id, fact)).collect();
    let now = |fact: FactId| {
        let gone = || before.get(&fact)?.claims.iter().find_map(|claim| fact_of.get(claim)).copied();
        there.get(&fact).copied().or_else(gone)
    };
    let mut found = Decisions::default();
    for judgement in standing {
        match &judgement.kind {
            JudgementKind::Adopt { claim, .. } => {
                let claim = live.succession.heir(*claim);
                if let Some(fact) = fact_of.get(&claim) {
                    found.settlements.insert(*fact, Settlement::Adopted(claim, judgement.id));
                }
            }
            JudgementKind::Dispute { fact } => {
                found.settlements.insert(*fact, Settlement::Disputed);
            }
            JudgementKind::Supersede { fact, by } => {
                if let Some(by) = now(*by).filter(|by| by != fact) {
                    found.open_ring(*fact, by);
                    let adopted = found.adopted(*fact);
                    found.settlements.insert(*fact, Settlement::Superseded { by, adopted });
                }
            }
            JudgementKind::Credibility { fact, grade } => {
                found.grades.insert(*fact, *grade);
            }
            JudgementKind::Accept { .. }
            | JudgementKind::Reject { .. }
            | JudgementKind::Replace { .. }
            | JudgementKind::Add { .. }
            | JudgementKind::Same { .. }
            | JudgementKind::Different { .. }
            | JudgementKind::SameParty { .. }
            | JudgementKind::DifferentParty { .. }
            | JudgementKind::Metadata { .. }
            | JudgementKind::Columns { .. }
            | JudgementKind::Withdraw { .. }
            | JudgementKind::Revoke { .. } => {}
        }
    }
    found
}
