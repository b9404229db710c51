//! Which claims are one fact. Every accepted claim is a fact of its own until a person says `Same`; `Different` sets the claims it
//! names apart again; the later of two judgements wins. A judgement on a claim that was edited, split or merged holds for the claim in its
//! place.

use crate::Live;
use crate::partition::Partition;
use crate::step::Steps;
use crate::verdict::verdict;
use dossier_model::{Agreement, ClaimId, Judgement, JudgementKind};
use std::collections::BTreeMap;

/// Of many claims named apart in one judgement, this many are asked which of them the rest of the group belongs to.
const ASKED: usize = 8;

/// The claims of each fact, each in order of ids; the groups in order of their first claim.
pub(crate) fn groups(live: &Live<'_>, standing: &[&Judgement], steps: &Steps) -> Vec<Vec<ClaimId>> {
    let mut parts = Partition::default();
    for judgement in standing {
        match &judgement.kind {
            JudgementKind::Same { claims } => parts.join(&live.heirs(claims)),
            JudgementKind::Different { claims } => {
                parts.split(&live.heirs(claims), |rest, named| home(live, *rest, named, steps));
            }
            JudgementKind::Accept { .. }
            | JudgementKind::Reject { .. }
            | JudgementKind::Replace { .. }
            | JudgementKind::Add { .. }
            | JudgementKind::Adopt { .. }
            | JudgementKind::Dispute { .. }
            | JudgementKind::Supersede { .. }
            | JudgementKind::Credibility { .. }
            | JudgementKind::SameParty { .. }
            | JudgementKind::DifferentParty { .. }
            | JudgementKind::Metadata { .. }
            | JudgementKind::Columns { .. }
            | JudgementKind::Withdraw { .. }
            | JudgementKind::Revoke { .. } => {}
        }
    }
    let mut groups: Vec<Vec<ClaimId>> = Vec::new();
    let mut place: BTreeMap<usize, usize> = BTreeMap::new();
    for claim in live.claims.keys() {
        let at = match parts.part_of(claim) {
            Some(part) => *place.entry(part).or_insert(groups.len()),
            None => groups.len(),
        };
        match groups.get_mut(at) {
            Some(group) => group.push(*claim),
            None => groups.push(vec![*claim]),
        }
    }
    groups
}

/// Of the claims `named` apart, the one that `rest` agrees with best; the lowest id where several do.
fn home(live: &Live<'_>, rest: ClaimId, named: &[ClaimId], steps: &Steps) -> ClaimId {
    let rank = |other: ClaimId| {
        steps.take();
        match (live.all.get(&rest), live.all.get(&other)) {
            (Some(a), Some(b)) => match verdict(&a.content, &b.content).agreement {
                Agreement::Equal => 0,
                Agreement::Contained => 1,
                Agreement::Compatible => 2,
                Agreement::NotComparable => 3,
                Agreement::Conflicting => 4,
            },
            _ => 5,
        }
    };
    named.iter().take(ASKED).copied().min_by_key(|other| (rank(*other), *other)).unwrap_or(rest)
}
