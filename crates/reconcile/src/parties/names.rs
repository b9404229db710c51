//! Which names are one party's: by judgements, and for counting also by what they share apart from their legal form.
//!
//! A standing `SameParty` makes its names one party, `DifferentParty` sets them apart again, the later of two wins. No claim is changed:
//! facts are worked out from copies in which the names of one party are one name, and names that were set apart though they look alike are
//! made unlike.

use super::mentions::Mention;
use crate::Live;
use crate::kin::parts;
use crate::name::{can_be_one, involves, key, marked, owned, plain, spelling};
use crate::partition::Partition;
use dossier_model::{Claim, ClaimKind, Content, Judgement, JudgementKind, Source};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Of many parties set apart under names of one key, or by one judgement, so many are held against each other.
const HELD: usize = 64;

/// The names of one party.
#[derive(Debug)]
pub(crate) struct Class {
    /// What it is called: its name that most claims use; of a lab, one that shows its owner where there is one.
    pub(crate) name: String,
    /// Its names, those that only judgements use among them.
    pub(crate) names: BTreeSet<String>,
    /// The standing judgements that set it apart from others. Two classes that share one are different parties.
    apart: BTreeSet<usize>,
}

impl Class {
    /// Whether a person said that the two are different parties.
    pub(crate) fn is_apart(&self, other: &Self) -> bool {
        !self.apart.is_disjoint(&other.apart)
    }
}

/// Which names are one party's.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// The parties, in order of their first name.
    pub(crate) classes: Vec<Class>,
    /// What stands for each name of a party; `None` where it stands for itself.
    instead: BTreeMap<String, Option<String>>,
    /// What stands for any other name, by its key.
    instead_of_key: BTreeMap<String, String>,
}

impl Names {
    pub(crate) fn of(mentions: &BTreeMap<String, Mention>, standing: &[&Judgement]) -> Self {
        let mut parts = Partition::default();
        let mut spelled: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for name in mentions.keys() {
            spelled.entry(spelling(name)).or_default().push(name.clone());
        }
        for names in spelled.values() {
            parts.join(names);
        }
        let mut judged = false;
        let mut set_apart: Vec<Vec<String>> = Vec::new();
        for judgement in standing {
            match &judgement.kind {
                JudgementKind::SameParty { names } => parts.join(&without_owned(names)),
                JudgementKind::DifferentParty { names } => {
                    let names: Vec<String> = names.iter().map(|name| plain(name)).collect();
                    parts.split(&names, home);
                    set_apart.push(names);
                }
                JudgementKind::Accept { .. }
                | JudgementKind::Reject { .. }
                | JudgementKind::Replace { .. }
                | JudgementKind::Add { .. }
                | JudgementKind::Same { .. }
                | JudgementKind::Different { .. }
                | JudgementKind::Adopt { .. }
                | JudgementKind::Dispute { .. }
                | JudgementKind::Supersede { .. }
                | JudgementKind::Credibility { .. }
                | JudgementKind::Metadata { .. }
                | JudgementKind::Columns { .. }
                | JudgementKind::Withdraw { .. }
                | JudgementKind::Revoke { .. } => continue,
            }
            judged = true;
        }
        let mut apart: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (at, names) in set_apart.iter().enumerate() {
            for part in names.iter().filter_map(|name| parts.part_of(name)) {
                apart.entry(part).or_default().insert(at);
            }
        }
        let class = |(part, names): (usize, &BTreeSet<String>)| Class {
            name: best(names.iter(), mentions),
            names: names.clone(),
            apart: apart.get(&part).cloned().unwrap_or_default(),
        };
        let classes = parts.parts().map(class).collect();
        let mut names = Self { classes, ..Self::default() };
        names.classes.sort_by(|a, b| a.names.cmp(&b.names));
        if judged {
            names.stand_in(mentions);
        }
        names
    }

    /// The claims and sources in which a name has another in its place, with it.
    pub(crate) fn renamed(&self, live: &Live<'_>) -> (Vec<Claim>, Vec<Source>) {
        if self.instead_of_key.is_empty() && self.instead.values().all(Option::is_none) {
            return (Vec::new(), Vec::new());
        }
        let mut known: BTreeMap<&str, Option<String>> = BTreeMap::new();
        let claims = live.claims.values().filter_map(|claim| {
            let content = self.content(&claim.content, &mut known)?;
            Some(Claim { content, ..(*claim).clone() })
        });
        let claims = claims.collect();
        let sources = live.sources.values().filter_map(|source| {
            let publisher = source.publisher.as_deref().and_then(|name| self.instead(name));
            let from = source.syndicated_from.as_deref().and_then(|name| self.instead(name));
            (publisher.is_some() || from.is_some()).then(|| Source {
                publisher: publisher.or_else(|| source.publisher.clone()),
                syndicated_from: from.or_else(|| source.syndicated_from.clone()),
                ..(*source).clone()
            })
        });
        (claims, sources.collect())
    }

    /// What stands for `name`; `None` where it stands for itself.
    fn instead(&self, name: &str) -> Option<String> {
        let alone = plain(name);
        let found = match self.instead.get(&alone) {
            Some(own) => own.clone(),
            None => self.instead_of_key.get(&key(&alone)).cloned(),
        };
        let owners = || {
            let (owner, thing) = owned(name)?;
            let owner = self.instead(owner)?;
            let s = if owner.ends_with('s') { "" } else { "s" };
            Some(format!("{owner}'{s} {thing}"))
        };
        found.or_else(owners).filter(|instead| instead != name)
    }

    /// The content with the names in their places; `None` where they are all there.
    fn content<'a>(&self, content: &'a Content, known: &mut BTreeMap<&'a str, Option<String>>) -> Option<Content> {
        let mut instead = |name: &'a str| known.entry(name).or_insert_with(|| self.instead(name)).clone();
        let subject = match parts(&content.subject) {
            Some((accused, target)) => {
                let (new_accused, new_target) = (accused.and_then(&mut instead), target.and_then(&mut instead));
                (new_accused.is_some() || new_target.is_some()).then(|| {
                    let accused = new_accused.as_deref().or(accused).map_or(String::new(), |name| format!("{name} "));
                    let target = new_target.as_deref().or(target).map_or(String::new(), |name| format!(" against {name}"));
                    format!("{accused}campaign{target}")
                })
            }
            None => instead(&content.subject),
        };
        let rung = content.rung.as_ref().and_then(|rung| instead(&rung.party));
        let recipient = content.value.as_deref().filter(|_| content.kind == ClaimKind::Recipient).and_then(&mut instead);
        let speakers: Vec<Option<String>> = content.speakers.iter().map(|speaker| instead(&speaker.name)).collect();
        if subject.is_none() && rung.is_none() && recipient.is_none() && speakers.iter().all(Option::is_none) {
            return None;
        }
        let mut content = content.clone();
        content.subject = subject.unwrap_or(content.subject);
        content.value = recipient.or(content.value);
        if let (Some(rung), Some(party)) = (&mut content.rung, rung) {
            rung.party = party;
        }
        for (speaker, name) in content.speakers.iter_mut().zip(speakers) {
            speaker.name = name.unwrap_or_else(|| std::mem::take(&mut speaker.name));
        }
        Some(content)
    }

    /// Settles what stands for the names of each party: nothing where all code takes them for one as they are, else its name; made
    /// unlike the names of those that it was set apart from.
    fn stand_in(&mut self, mentions: &BTreeMap<String, Mention>) {
        let (group_of, groups) = self.counted_as_one();
        let merged: Vec<Class> = groups
            .iter()
            .map(|group| {
                let classes = || group.iter().filter_map(|at| self.classes.get(*at));
                let names: BTreeSet<String> = classes().flat_map(|class| class.names.iter().cloned()).collect();
                Class {
                    name: best(names.iter(), mentions),
                    names,
                    apart: classes().flat_map(|class| class.apart.iter().copied()).collect(),
                }
            })
            .collect();
        let ways = ways(&merged);
        for (class, way) in merged.iter().zip(&ways) {
            let keys: BTreeSet<String> = class.names.iter().map(|name| key(name)).collect();
            let stands = (keys.len() > 1 || *way > 0).then(|| marked(&class.name, *way));
            self.instead.extend(class.names.iter().map(|name| (name.clone(), stands.clone())));
        }
        for (key, classes) in self.by_key() {
            let first = classes.first().and_then(|at| group_of.get(*at)).and_then(|group| merged.get(*group));
            if let Some(Some(stands)) = first.and_then(|class| self.instead.get(class.names.first()?)) {
                self.instead_of_key.insert(key, stands.clone());
            }
        }
    }

    /// The classes that have a name with each key, the plainest name first.
    fn by_key(&self) -> BTreeMap<String, Vec<usize>> {
        let mut found: BTreeMap<String, BTreeSet<(usize, usize)>> = BTreeMap::new();
        for (at, class) in self.classes.iter().enumerate() {
            for name in &class.names {
                found.entry(key(name)).or_default().insert((name.chars().count(), at));
            }
        }
        let plainest = |places: BTreeSet<(usize, usize)>| {
            let mut seen = BTreeSet::new();
            places.into_iter().map(|(_, at)| at).filter(|at| seen.insert(*at)).collect()
        };
        found.into_iter().map(|(key, places)| (key, plainest(places))).collect()
    }

    /// The classes that count as one party without a judgement: those that share a key and that nobody set apart. The group of each class,
    /// and the classes of each group.
    fn counted_as_one(&self) -> (Vec<usize>, Vec<Vec<usize>>) {
        let mut group_of: Vec<usize> = (0..self.classes.len()).collect();
        let mut groups: Vec<Vec<usize>> = (0..self.classes.len()).map(|at| vec![at]).collect();
        let judged = |group: &[usize]| {
            let classes = group.iter().filter_map(|at| self.classes.get(*at)).filter(|class| !class.apart.is_empty());
            classes.collect::<Vec<_>>()
        };
        let is_apart = |a: &[usize], b: &[usize]| {
            let b = judged(b);
            !b.is_empty() && judged(a).iter().any(|a| b.iter().any(|b| a.is_apart(b)))
        };
        for classes in self.by_key().into_values() {
            let mut firsts: Vec<usize> = Vec::new();
            for class in classes {
                let own = group_of.get(class).copied().unwrap_or(class);
                let members = |group: usize| groups.get(group).map_or(&[][..], Vec::as_slice);
                let into = firsts.iter().take(HELD).map(|first| group_of.get(*first).copied().unwrap_or(*first));
                match into.into_iter().find(|into| *into == own || !is_apart(members(*into), members(own))) {
                    Some(into) if into != own => {
                        // Few classes share a key with another group: a name has one key.
                        for moved in groups.get_mut(own).map(std::mem::take).unwrap_or_default() {
                            if let Some(place) = group_of.get_mut(moved) {
                                *place = into;
                            }
                            if let Some(group) = groups.get_mut(into) {
                                group.push(moved);
                            }
                        }
                    }
                    Some(_) => {}
                    None => firsts.push(class),
                }
                if firsts.is_empty() {
                    firsts.push(class);
                }
            }
        }
        (group_of, groups)
    }
}

/// In which way each class is made unlike: 0 for as it is. Classes that a person set apart and that their names would confuse differ.
fn ways(classes: &[Class]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..classes.len()).filter(|at| classes.get(*at).is_some_and(|c| !c.apart.is_empty())).collect();
    order.sort_by_key(|at| classes.get(*at).map(|class| (class.name.chars().count(), class.name.clone())));
    let mut ways = vec![0; classes.len()];
    let mut done: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in order {
        let Some(class) = classes.get(at) else { continue };
        let others = class.apart.iter().flat_map(|judgement| done.get(judgement).into_iter().flatten().take(HELD));
        let confused = others.filter(|other| classes.get(**other).is_some_and(|other| are_confused(&class.name, &other.name)));
        let taken: BTreeSet<usize> = confused.filter_map(|other| ways.get(*other).copied()).collect();
        let free = (0..).find(|way| !taken.contains(way)).unwrap_or_default();
        if let Some(way) = ways.get_mut(at) {
            *way = free;
        }
        for judgement in &class.apart {
            done.entry(*judgement).or_default().push(at);
        }
    }
    ways
}

/// Whether one of two names is taken for the other, or for a part of it. A lab under its owner's name is not: it is another party as it is.
fn are_confused(a: &str, b: &str) -> bool {
    can_be_one(a, b) || owned(a).is_some() == owned(b).is_some() && involves(a, b)
}

/// The names that one judgement can join: a lab is not joined to the owner that its name shows, whoever says so.
fn without_owned(names: &[String]) -> Vec<String> {
    let keys: BTreeSet<String> = names.iter().map(|name| key(name)).collect();
    let is_free = |name: &&String| owned(name).is_none_or(|(owner, _)| !keys.contains(&key(owner)));
    names.iter().filter(is_free).map(|name| plain(name)).collect()
}

/// Of names set apart, the one to which `rest` belongs: with the same key, else with the most words in common from the start; the plainest
/// of several.
fn home(rest: &String, named: &[String]) -> String {
    let (own, all) = (key(rest), spelling(rest));
    let in_common = |name: &String| all.split(' ').zip(spelling(name).split(' ')).take_while(|(a, b)| a == b).count();
    let nearest = named.iter().take(HELD).min_by_key(|name| {
        (spelling(name) != all, key(name) != own, Reverse(in_common(name)), name.chars().count(), name.to_owned().clone())
    });
    nearest.unwrap_or(rest).clone()
}

/// What a party of these names is called; one that no claim names as a party, by its longest name.
fn best<'a>(names: impl Iterator<Item = &'a String>, mentions: &BTreeMap<String, Mention>) -> String {
    let rank = |name: &&String| {
        let used = mentions.get(*name).map_or(0, |mention| mention.claims.len());
        let length = name.chars().count();
        let length = if used == 0 { usize::MAX - length } else { length };
        (used == 0, owned(name).is_none(), Reverse(used), length, (*name).clone())
    };
    names.min_by_key(rank).cloned().unwrap_or_default()
}
