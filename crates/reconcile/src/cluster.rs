//! Values that can be one, gathered in one pass from the narrowest to the widest.
//!
//! A gathered group keeps what all its members leave in common; figures that share an interval pairwise share one number, and windows
//! one window, so no pair needs to be looked at twice. What would fit two groups is gathered among its own kind only: "thousands" never
//! pulls 25,000 and 40,000 together.

use crate::extent::Extent;
use crate::figure::{meet, width};
use crate::step::Steps;
use crate::suggest::Candidate;
use crate::wording::{content_words, narrows};
use dossier_model::{ClaimKind, Decimal, Interval};
use std::collections::{BTreeMap, BTreeSet};

/// Of the groups that start before a value ends, this many are looked at; a value that has found none by then stays alone.
const LOOKED_AT: usize = 64;

/// Content words that a value must have before a longer one that has them all is taken to say the same: one where values name things,
/// more where they are phrases or sentences.
fn least_words(kind: ClaimKind) -> usize {
    match kind {
        ClaimKind::Capability | ClaimKind::Method | ClaimKind::Technique | ClaimKind::Party => 1,
        ClaimKind::Response
        | ClaimKind::Verification
        | ClaimKind::Superlative
        | ClaimKind::Disclosure
        | ClaimKind::Measure
        | ClaimKind::Recipient
        | ClaimKind::LegalWord => 2,
        ClaimKind::Count
        | ClaimKind::Amount
        | ClaimKind::Rate
        | ClaimKind::Period
        | ClaimKind::Date
        | ClaimKind::Attribution
        | ClaimKind::Act
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
        | ClaimKind::Provenance => 3,
    }
}

/// Facts that can be one.
#[derive(Debug, Clone)]
pub(crate) struct Cluster<'a> {
    /// The facts.
    pub(crate) members: Vec<Candidate<'a>>,
    apart: BTreeSet<usize>,
}

impl<'a> Cluster<'a> {
    fn of(candidate: Candidate<'a>) -> Self {
        Self { apart: candidate.apart.clone(), members: vec![candidate] }
    }

    fn allows(&self, candidate: &Candidate<'_>) -> bool {
        self.apart.is_disjoint(&candidate.apart)
    }

    fn add(&mut self, candidate: Candidate<'a>) {
        self.apart.extend(candidate.apart.iter().copied());
        self.members.push(candidate);
    }
}

/// Where a value lies, so that groups can be looked up: two values whose starts and ends do not cross cannot meet.
trait Place: Copy {
    type Order: Ord + Copy;
    fn low(&self) -> Self::Order;
    fn high(&self) -> Self::Order;
    fn meets(&self, other: &Self) -> bool;
    fn meet(&self, other: &Self) -> Self;
}

impl Place for Interval {
    type Order = Decimal;
    fn low(&self) -> Decimal {
        self.low.unwrap_or(Decimal::MIN)
    }
    fn high(&self) -> Decimal {
        self.high.unwrap_or(Decimal::MAX)
    }
    fn meets(&self, other: &Self) -> bool {
        self.overlaps(other)
    }
    fn meet(&self, other: &Self) -> Self {
        meet(self, other)
    }
}

impl Place for Extent {
    type Order = jiff::civil::Date;
    fn low(&self) -> Self::Order {
        self.start.0
    }
    fn high(&self) -> Self::Order {
        self.start.1
    }
    fn meets(&self, other: &Self) -> bool {
        self.is_window == other.is_window && Extent::meets(self, other)
    }
    fn meet(&self, other: &Self) -> Self {
        Extent::meet(self, other)
    }
}

/// Groups of values of one sort, kept in the order of where they start.
struct Gathering<'a, P: Place> {
    groups: BTreeMap<(P::Order, usize), (P, Cluster<'a>)>,
    next: usize,
}

/// How a value fits the groups there are.
enum Fit<K> {
    None,
    One(K),
    Several,
}

impl<'a, P: Place> Gathering<'a, P> {
    fn new() -> Self {
        Self { groups: BTreeMap::new(), next: 0 }
    }

    fn fit(&self, place: &P, candidate: &Candidate<'_>, steps: &Steps) -> Fit<(P::Order, usize)> {
        let mut fit = Fit::None;
        // The groups are apart from each other, so those that the value meets end the walk early, from the nearest start down.
        for (key, (group, cluster)) in self.groups.range(..=(place.high(), usize::MAX)).rev().take(LOOKED_AT) {
            steps.take();
            if group.meets(place) && cluster.allows(candidate) {
                fit = match fit {
                    Fit::None => Fit::One(*key),
                    Fit::One(_) | Fit::Several => return Fit::Several,
                };
            }
        }
        fit
    }

    fn open(&mut self, place: P, candidate: Candidate<'a>) {
        self.groups.insert((place.low(), self.next), (place, Cluster::of(candidate)));
        self.next += 1;
    }

    fn add(&mut self, key: (P::Order, usize), place: &P, candidate: Candidate<'a>) {
        if let Some((group, mut cluster)) = self.groups.remove(&key) {
            let group = group.meet(place);
            cluster.add(candidate);
            self.groups.insert((group.low(), key.1), (group, cluster));
        }
    }

    fn clusters(self) -> impl Iterator<Item = Cluster<'a>> {
        self.groups.into_values().map(|(_, cluster)| cluster)
    }
}

/// Gathers values, the narrowest first; those that fit several groups come back.
fn gather<'a, P: Place>(into: &mut Gathering<'a, P>, values: Vec<(P, Candidate<'a>)>, steps: &Steps) -> Vec<(P, Candidate<'a>)> {
    let mut torn = Vec::new();
    for (place, candidate) in values {
        match into.fit(&place, &candidate, steps) {
            Fit::None => into.open(place, candidate),
            Fit::One(key) => into.add(key, &place, candidate),
            Fit::Several => torn.push((place, candidate)),
        }
    }
    torn
}

/// Figures that leave a number in common, at times that can be one.
pub(crate) fn by_figure<'a>(bucket: Vec<Candidate<'a>>, steps: &Steps) -> Vec<Cluster<'a>> {
    let mut values: Vec<(Interval, Candidate<'a>)> =
        bucket.into_iter().filter_map(|candidate| Some((candidate.lead.content.quantity()?.interval(), candidate))).collect();
    values.sort_by_key(|(interval, candidate)| (width(interval), interval.low, interval.high, candidate.lead.id));
    gather_twice(values, steps).into_iter().flat_map(|cluster| dated_apart(cluster.members, steps)).collect()
}

fn gather_twice<'a, P: Place>(values: Vec<(P, Candidate<'a>)>, steps: &Steps) -> Vec<Cluster<'a>> {
    let (mut first, mut second) = (Gathering::new(), Gathering::new());
    let torn = gather(&mut first, values, steps);
    gather(&mut second, torn, steps);
    first.clusters().chain(second.clusters()).collect()
}

/// Windows and dates that can be the same. Those with a year gather first; those without one join where they fit one year alone.
pub(crate) fn by_period<'a>(bucket: Vec<Candidate<'a>>, steps: &Steps) -> Vec<Cluster<'a>> {
    let period = |candidate: &Candidate<'a>| candidate.lead.content.period;
    let (dated, open): (Vec<_>, Vec<_>) =
        bucket.into_iter().partition(|candidate| period(candidate).is_some_and(|p| p.year().is_some()));
    let years: BTreeSet<i16> = dated.iter().filter_map(|candidate| period(candidate)?.year()).collect();
    // With several years about, an open year could be any of them: such dates gather among themselves.
    let year = match years.len() {
        1 => years.first().copied(),
        _ => None,
    };
    let placed = |candidates: Vec<Candidate<'a>>, year: i16| {
        let mut values: Vec<(Extent, Candidate<'a>)> =
            candidates.into_iter().filter_map(|candidate| Some((Extent::of(&period(&candidate)?, year)?, candidate))).collect();
        values.sort_by_key(|(extent, candidate)| (extent.doubt(), extent.start, extent.end, candidate.lead.id));
        values
    };
    match year {
        Some(year) => gather_twice(placed(dated.into_iter().chain(open).collect(), year), steps),
        None => {
            let any_year = 2000;
            let mut clusters = gather_twice(placed(dated, any_year), steps);
            clusters.extend(gather_twice(placed(open, any_year), steps));
            clusters
        }
    }
}

/// Words that say the same: equal content words, or all the words of the one in the other. Where a short value has two longer ones that
/// do not say the same ("reasoning", "legal reasoning", "visual reasoning"), none of them is joined to it.
pub(crate) fn by_words<'a>(bucket: Vec<Candidate<'a>>, steps: &Steps) -> Vec<Cluster<'a>> {
    let mut equal: BTreeMap<(usize, BTreeSet<String>), Vec<Candidate<'a>>> = BTreeMap::new();
    let mut least = 1;
    for candidate in bucket {
        least = least_words(candidate.lead.content.kind);
        let rung = candidate.lead.content.rung.as_ref().filter(|_| candidate.lead.content.kind == ClaimKind::Attribution);
        let words = match rung {
            Some(rung) => BTreeSet::from([rung.nexus.to_string()]),
            None => content_words(candidate.lead.content.value.as_deref().unwrap_or_default()),
        };
        equal.entry((words.len(), words)).or_default().push(candidate);
    }
    let nodes: Vec<(BTreeSet<String>, Vec<Candidate<'a>>)> =
        equal.into_iter().map(|((_, words), candidates)| (words, candidates)).collect();
    let parents = parents(&nodes, least, steps);
    let mut chain_of: Vec<usize> = (0..nodes.len()).collect();
    for (at, parent) in parents.iter().enumerate() {
        // A parent has fewer words and so comes before its child: its chain is known.
        if let Some(chain) = parent.and_then(|parent| chain_of.get(parent).copied())
            && let Some(place) = chain_of.get_mut(at)
        {
            *place = chain;
        }
    }
    let mut chains: BTreeMap<usize, Vec<Candidate<'a>>> = BTreeMap::new();
    for ((_, candidates), chain) in nodes.into_iter().zip(chain_of) {
        chains.entry(chain).or_default().extend(candidates);
    }
    chains.into_values().flat_map(|candidates| dated_apart(candidates, steps)).collect()
}

/// For each value the longest one that it narrows, where what it narrows is one chain and no other value narrows the same.
fn parents(nodes: &[(BTreeSet<String>, Vec<Candidate<'_>>)], least: usize, steps: &Steps) -> Vec<Option<usize>> {
    // Each value is listed under its first word, and a longer one looks under each of its own.
    let mut by_first: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut parents = vec![None; nodes.len()];
    let mut children: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, (words, _)) in nodes.iter().enumerate() {
        let mut narrowed: Vec<usize> = Vec::new();
        for word in words {
            for shorter in by_first.get(word.as_str()).into_iter().flatten().take(LOOKED_AT) {
                steps.take();
                if nodes.get(*shorter).is_some_and(|(shorter, _)| shorter.len() >= least && narrows(shorter, words)) {
                    narrowed.push(*shorter);
                }
            }
        }
        narrowed.sort_unstable();
        let links = narrowed.windows(2).all(|pair| match pair {
            [a, b] => matches!((nodes.get(*a), nodes.get(*b)), (Some((a, _)), Some((b, _))) if a.is_subset(b)),
            _ => true,
        });
        if links && let (Some(parent), Some(place)) = (narrowed.last(), parents.get_mut(at)) {
            *place = Some(*parent);
            *children.entry(*parent).or_default() += 1;
        }
        if let Some(first) = words.first() {
            by_first.entry(first).or_default().push(at);
        }
    }
    parents.into_iter().map(|parent| parent.filter(|parent| children.get(parent) == Some(&1))).collect()
}

/// Splits values that say the same where their dates cannot be one, or where a person set them apart.
fn dated_apart<'a>(candidates: Vec<Candidate<'a>>, steps: &Steps) -> Vec<Cluster<'a>> {
    let (dated, undated): (Vec<_>, Vec<_>) =
        candidates.into_iter().partition(|candidate| candidate.lead.content.period.is_some());
    let mut clusters = by_period(dated, steps);
    // What bears no date joins where there is one time only.
    let mut open: Vec<Cluster<'a>> = if clusters.len() == 1 { std::mem::take(&mut clusters) } else { Vec::new() };
    for candidate in undated {
        let home = open.iter_mut().take(LOOKED_AT).find(|cluster| {
            steps.take();
            cluster.allows(&candidate)
        });
        match home {
            Some(cluster) => cluster.add(candidate),
            None => open.push(Cluster::of(candidate)),
        }
    }
    clusters.extend(open);
    clusters
}
