//! A case read once for all elements: its words, its campaign, its accused, its official bodies.

use crate::catalogue::Common;
use crate::phrase::Plain;
use dossier_model::{Case, ClaimKind, Fact, FactState, Hedge, Origin, OriginId, SpeakerRole};
use std::collections::{BTreeMap, BTreeSet};

/// A case with what assessing asks of it again and again.
pub(crate) struct Reading<'a> {
    pub(crate) case: &'a Case,
    /// The facts that count, each with its words.
    pub(crate) facts: Vec<(&'a Fact, Plain)>,
    accused: Vec<Plain>,
    accusers: Vec<Plain>,
    bystanders: Vec<Plain>,
    official: BTreeSet<OriginId>,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(case: &'a Case, common: &Common) -> Self {
        let campaign = main_campaign(case);
        let accused_in_campaign = campaign.and_then(accused_of);
        let with_role = |roles: &'static [&'static str]| {
            let party =
                |fact: &&Fact| fact.kind == ClaimKind::Party && fact.value.as_deref().is_some_and(|role| roles.contains(&role));
            case.facts.iter().filter(party).map(|fact| Plain::of(&fact.subject)).collect::<BTreeSet<_>>()
        };
        let mut accused: Vec<Plain> = accused_in_campaign.clone().into_iter().collect();
        accused.extend(with_role(&["accused"]));
        // Its labs and parents are of its house: what they are said to have done is said of the same campaign.
        let mut house: Vec<Plain> = accused_in_campaign.into_iter().collect();
        let mut kin: Vec<Plain> = with_role(&["lab", "parent"]).into_iter().collect();
        while let Some(at) = kin.iter().position(|name| is_one_of(&house, name)) {
            house.push(kin.swap_remove(at));
        }
        let counts = |fact: &&Fact| {
            let elsewhere = accused_of(&fact.subject).is_some_and(|other| !house.is_empty() && !is_one_of(&house, &other));
            fact.state != FactState::Superseded && fact.kind != ClaimKind::Market && !elsewhere
        };
        let facts = case.facts.iter().filter(counts).map(|fact| (fact, words(case, fact))).collect();
        let officials = with_role(&["official"]);
        let is_official = |origin: &&Origin| {
            let name = Plain::of(&origin.name);
            let named = common.official.words.iter().any(|phrase| phrase.is_in(&name))
                && !common.official.without.iter().any(|phrase| phrase.is_in(&name));
            named || officials.contains(&name)
        };
        let official = case.origins.iter().filter(is_official).map(|origin| origin.id).collect();
        let accusers = with_role(&["accuser"]).into_iter().collect();
        let bystanders = with_role(&["accuser", "official", "outlet", "addressee"]).into_iter().collect();
        Self { case, facts, accused, accusers, bystanders, official }
    }

    /// Whether `name` is the accused, by a longer or shorter form of its name.
    pub(crate) fn is_accused(&self, name: &str) -> bool {
        let name = Plain::of(name);
        is_one_of(&self.accused, &name)
    }

    /// Whether `name` is known to be somebody whose answer is not the accused's.
    pub(crate) fn is_bystander(&self, name: &str) -> bool {
        let plain = Plain::of(name);
        !self.is_accused(name) && is_one_of(&self.bystanders, &plain)
    }

    /// The origins that say `fact`.
    pub(crate) fn origins(&self, fact: &'a Fact) -> impl Iterator<Item = &'a Origin> + use<'a> {
        let case = self.case;
        fact.origins.iter().filter_map(|id| case.origin(*id))
    }

    /// Whether all who say `fact` are the accused, who do not admit it.
    pub(crate) fn is_self_serving(&self, fact: &'a Fact) -> bool {
        let mut origins = self.origins(fact).peekable();
        origins.peek().is_some() && origins.all(|origin| self.is_accused(&origin.name)) && !self.is_admitted(fact)
    }

    /// Whether the accused admits `fact`.
    pub(crate) fn is_admitted(&self, fact: &'a Fact) -> bool {
        self.origins(fact).any(|origin| self.is_accused(&origin.name) && self.confirms(origin, fact))
    }

    /// Whether an official body found `fact`.
    pub(crate) fn is_found(&self, fact: &'a Fact) -> bool {
        self.origins(fact).any(|origin| self.official.contains(&origin.id) && self.confirms(origin, fact))
    }

    /// Whether `origin` saw for itself what `fact` says, and is neither the accuser nor the accused.
    pub(crate) fn is_independent(&self, origin: &Origin, fact: &Fact) -> bool {
        let name = Plain::of(&origin.name);
        self.is_first_hand(origin, fact) && !self.is_accused(&origin.name) && !is_one_of(&self.accusers, &name)
    }

    /// How many parties say at first hand one of `facts`. A shorter or longer form of a name ("Halden", "Halden's letter") is the
    /// same party; an outlet passes things on.
    pub(crate) fn voices(&self, facts: &[&'a Fact]) -> usize {
        let origins = facts.iter().flat_map(|fact| self.origins(fact).map(move |origin| (origin, *fact)));
        let mut names: Vec<Plain> = Vec::new();
        for (origin, _) in origins.filter(|(origin, fact)| self.is_first_hand(origin, fact)) {
            let name = Plain::of(&origin.name);
            if !is_one_of(&names, &name) {
                names.push(name);
            }
        }
        names.len()
    }

    /// Whether a claim of `fact` leads to `origin` by more than an outlet's own word.
    fn is_first_hand(&self, origin: &Origin, fact: &Fact) -> bool {
        self.case.claims_of(fact).filter(|claim| origin.claims.binary_search(&claim.id).is_ok()).any(|claim| {
            match claim.content.speakers.last().map(|speaker| speaker.role) {
                Some(SpeakerRole::Party | SpeakerRole::Witness | SpeakerRole::Document) => true,
                // The way to an origin of another name was inferred; an outlet that is its own origin saw nothing itself.
                Some(SpeakerRole::Outlet) => claim.content.speakers.last().is_some_and(|speaker| speaker.name != origin.name),
                None => false,
            }
        })
    }

    fn confirms(&self, origin: &Origin, fact: &Fact) -> bool {
        self.case
            .claims_of(fact)
            .any(|claim| claim.content.hedge == Hedge::Confirmed && origin.claims.binary_search(&claim.id).is_ok())
    }
}

/// Whether one name is the other, or a part of it: "Meridian" and "Meridian Works".
fn same(a: &Plain, b: &Plain) -> bool {
    a.has(b) || b.has(a)
}

fn is_one_of(names: &[Plain], name: &Plain) -> bool {
    names.iter().any(|other| same(other, name))
}

/// The accused of a subject of the form "ACCUSED campaign against TARGET".
fn accused_of(subject: &str) -> Option<Plain> {
    let (accused, _) = subject.split_once(" campaign against ")?;
    Some(Plain::of(accused))
}

/// The campaign that most facts are about; the first by name where two have as many.
fn main_campaign(case: &Case) -> Option<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for fact in case.facts.iter().filter(|fact| fact.subject.contains(" campaign against ")) {
        *counts.entry(&fact.subject).or_default() += 1;
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(subject, _)| subject)
}

/// The words in which pattern words are sought.
fn words(case: &Case, fact: &Fact) -> Plain {
    let mut text = String::new();
    let rung = fact.rung.as_ref().map(|rung| rung.party.as_str());
    for part in [fact.value.as_deref(), fact.unit.as_deref(), fact.scope.as_deref(), rung].into_iter().flatten() {
        text.push_str(part);
        text.push_str(" / ");
    }
    for claim in case.claims_of(fact) {
        for quote in &claim.content.quotes {
            text.push_str(&quote.text);
            text.push_str(" / ");
        }
    }
    Plain::of(&text)
}
