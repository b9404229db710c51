//! What is said again in nearly the same text, or by the outlet that a report is taken from. A claim that names nobody ends there as the
//! like claim of the earlier source does, so that a further copy is never a further origin.

use super::order::{Dates, Order};
use crate::Live;
use crate::likeness::{Likeness, NEAR};
use crate::name::{key, subject_key};
use crate::partition::Partition;
use crate::wording::unit_key;
use dossier_model::{Claim, ClaimKind, SourceId};
use std::collections::{BTreeMap, BTreeSet};

/// Two claims with the same key say the same of the same property: of one subject, but where the text is nearly the same anyhow, and may
/// only have lost a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Like(ClaimKind, String, String, String, String, String, String);

impl Like {
    pub(crate) fn of(claim: &Claim, group: &Group) -> Self {
        let content = &claim.content;
        let words = |text: &str| text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        let value = match content.number() {
            Some(number) => number.normalize().to_string(),
            None => content.value.as_deref().map(words).unwrap_or_default(),
        };
        let period = content.period.map(|period| period.to_string()).unwrap_or_default();
        let rung = content.rung.as_ref().map(|rung| format!("{} {}", rung.nexus, key(&rung.party))).unwrap_or_default();
        let subject = match group {
            Group::Text(_) => String::new(),
            Group::Outlet(_) => subject_key(&content.subject),
        };
        Self(content.kind, subject, words(&content.property), value, unit_key(content.unit.as_deref()), period, rung)
    }
}

impl Like {
    /// Whether it says anything that another claim could say by chance only: a value, a time, or who did it.
    pub(crate) fn is_telling(&self) -> bool {
        let Self(_, _, _, value, _, period, rung) = self;
        ![value, period, rung].into_iter().all(String::is_empty)
    }
}

/// Where a claim of another source ends.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) source: SourceId,
    pub(crate) key: String,
    pub(crate) name: String,
}

/// Sources that say what one of them has said before.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    /// Sources of nearly the same text, by the first of them.
    Text(SourceId),
    /// An outlet's own, by its key.
    Outlet(String),
}

/// What the sources of each group say of each thing. They are told in the order of their dates.
#[derive(Default)]
pub(crate) struct Told {
    /// By words, with the party: the first dated one and the first without a date.
    said: BTreeMap<(Group, Like), [Option<Found>; 2]>,
    said_in: BTreeSet<(SourceId, Like)>,
    /// Without a party: the first of each chain, and the first of any.
    chains: BTreeMap<(Group, Like, Vec<String>), Found>,
    any: BTreeMap<(Group, Like), Found>,
}

impl Told {
    /// A claim that names its party.
    pub(crate) fn say(&mut self, group: &Group, like: Like, found: Found, dates: &Dates) {
        self.said_in.insert((found.source, like.clone()));
        let [dated, undated] = self.said.entry((group.clone(), like)).or_default();
        let place = if dates.is_dated(found.source) { dated } else { undated };
        if place.as_ref().is_none_or(|known| dates.rank(found.source) < dates.rank(known.source)) {
            *place = Some(found);
        }
    }

    /// A claim that names no party, or people without names, through the links `chain`.
    pub(crate) fn tell(&mut self, group: &Group, like: &Like, chain: &[String], is_unnamed: bool, found: &Found) {
        self.chains.entry((group.clone(), like.clone(), chain.to_vec())).or_insert_with(|| found.clone());
        if !is_unnamed {
            self.any.entry((group.clone(), like.clone())).or_insert_with(|| found.clone());
        }
    }

    /// Where the like claim of an earlier source ends that has the same chain.
    pub(crate) fn in_chain(&self, group: &Group, like: &Like, chain: &[String], source: SourceId) -> Option<&Found> {
        self.chains.get(&(group.clone(), like.clone(), chain.to_vec())).filter(|found| found.source != source)
    }

    /// Where the like claim of an earlier source ends, else that of one that names the party and is not later.
    pub(crate) fn anywhere(&self, group: &Group, like: &Like, source: SourceId, dates: &Dates) -> Option<&Found> {
        let place = (group.clone(), like.clone());
        let earlier = self.any.get(&place).filter(|found| found.source != source);
        earlier.or_else(|| self.with_party(&place, source, dates))
    }

    /// The like claim that names its party, before any that names none.
    pub(crate) fn party_first(&self, group: &Group, like: &Like, source: SourceId, dates: &Dates) -> Option<&Found> {
        let place = (group.clone(), like.clone());
        self.with_party(&place, source, dates).or_else(|| self.any.get(&place).filter(|found| found.source != source))
    }

    /// What a source says with the party in one place and without in another, it says apart: a copy that comes after it changes that not.
    fn with_party(&self, place: &(Group, Like), source: SourceId, dates: &Dates) -> Option<&Found> {
        let own = || self.said_in.contains(&(source, place.1.clone()));
        let fits = |found: &&Found| {
            found.source != source
                && dates.order(found.source, source) != Order::Later
                && (dates.rank(found.source) < dates.rank(source) || !own())
        };
        self.said.get(place)?.iter().flatten().find(fits)
    }
}

/// Which sources have nearly the same text.
pub(crate) struct Copies {
    /// The first of all that are tied by near likeness, for each that is tied to another.
    first: BTreeMap<SourceId, SourceId>,
    shares: BTreeMap<(SourceId, SourceId), u8>,
}

impl Copies {
    pub(crate) fn of(live: &Live<'_>, likenesses: &[Likeness]) -> Self {
        let mut tied: Partition<SourceId> = Partition::default();
        let mut shares = BTreeMap::new();
        for like in likenesses {
            let (a, b) = (like.source.min(like.of), like.source.max(like.of));
            if like.share < NEAR || a == b || !live.sources.contains_key(&a) || !live.sources.contains_key(&b) {
                continue;
            }
            let share = shares.entry((a, b)).or_insert(like.share);
            *share = like.share.max(*share);
            tied.join(&[a, b]);
        }
        let firsts = tied.parts().flat_map(|(_, part)| part.iter().filter_map(|source| Some((*source, *part.first()?))));
        let first = firsts.collect();
        Self { first, shares }
    }

    /// What stands for all sources of nearly the same text; `None` where there is no other.
    pub(crate) fn group(&self, source: SourceId) -> Option<SourceId> {
        self.first.get(&source).copied()
    }

    /// The same, or the source itself.
    pub(crate) fn text(&self, source: SourceId) -> SourceId {
        self.group(source).unwrap_or(source)
    }

    /// Why the text of `source` is taken for that of `other`, in words.
    pub(crate) fn why(&self, source: SourceId, other: SourceId, dates: &Dates) -> String {
        let other_named = dates.named(other, source);
        match self.shares.get(&(source.min(other), source.max(other))) {
            Some(share) => format!("the text is nearly that of {other_named}: {share}% of their five-word runs are the same"),
            None => format!("the text is nearly that of other copies of {other_named}"),
        }
    }
}
