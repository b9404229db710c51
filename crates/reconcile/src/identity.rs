//! Ids of facts. A group of claims takes the id of the earlier fact with which it shares the most claims, so that an id stays when
//! claims join or leave; a letter that is bound to F7 stays bound to it. A claim in the place of another counts as that one, and one that
//! was taken back as what stood there before.

use dossier_model::{ClaimId, Fact, FactId, Succession};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The id of each group, in the order of the groups.
///
/// The biggest overlap is served first, then the lower id, then the earlier group; each earlier id is used once. Other groups get
/// new numbers above all earlier ones, in order of their first claim.
pub(crate) fn ids(succession: &Succession, groups: &[Vec<ClaimId>], earlier: &[Fact]) -> Vec<FactId> {
    let mut group_of: BTreeMap<ClaimId, usize> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        group_of.extend(group.iter().map(|claim| (*claim, at)));
    }
    let mut shared: BTreeMap<(FactId, usize), usize> = BTreeMap::new();
    for fact in earlier {
        let heirs: BTreeSet<ClaimId> = fact.claims.iter().map(|claim| succession.heir(*claim)).collect();
        for claim in heirs {
            if let Some(group) = group_of.get(&claim) {
                *shared.entry((fact.id, *group)).or_default() += 1;
            }
        }
    }
    let mut offers: Vec<_> = shared.into_iter().map(|((id, group), count)| (Reverse(count), id, group)).collect();
    offers.sort_unstable();
    let mut chosen: Vec<Option<FactId>> = vec![None; groups.len()];
    let mut used = BTreeSet::new();
    for (_, id, group) in offers {
        if let Some(place @ None) = chosen.get_mut(group)
            && used.insert(id)
        {
            *place = Some(id);
        }
    }
    let mut next = earlier.iter().map(|fact| fact.id.number()).max().unwrap_or(0);
    let mut new_id = || {
        next += 1;
        FactId::new(next)
    };
    chosen.into_iter().map(|id| id.unwrap_or_else(&mut new_id)).collect()
}
