//! Origins: the party at the end of each chain. However many letters, posts and outlets lie on the way, chains that end in one
//! first-hand party are one origin.
//!
//! A chain's last party is its origin. A chain that names none, or only "the company", is followed further, in this order, each step
//! marked inferred with what it rests on: in a near copy to where the like claim of the earlier source ends; a witness or document to the
//! one party whose figure is the same to the digit; an accusation to the one party whom the same source names as the accuser or hears at
//! first hand, else to the one party whose rare words it has; a report taken from another outlet to where that outlet's own has it from.
//! Anything else ends in the outlet, which then speaks for itself. What was published later never is where the earlier has it from.

mod copies;
mod footers;
mod generic;
mod order;
mod outlets;
mod voices;
mod wording;

use crate::Live;
use crate::likeness::Likeness;
use crate::name::{is_campaign, is_unnamed, key, plain};
use copies::{Copies, Found, Group, Like, Told};
use dossier_model::{Basis, Claim, ClaimId, ClaimKind, Edge, Hedge, Origin, OriginId, Source, SourceId, Speaker, SpeakerRole};
use footers::Footers;
pub(crate) use generic::is_generic;
use generic::{is_people, is_person};
use order::Dates;
use outlets::Outlets;
use std::collections::{BTreeMap, BTreeSet};
use voices::Voices;
use wording::Wording;

/// Whether the chain of a claim names nobody who says it at first hand: only then do near copies tell where it is from.
pub fn ends_nowhere(claim: &Claim) -> bool {
    !matches!(Last::of(claim), Last::Party(_))
}

/// The origins in order of their first claim, and the origin of each claim.
pub(crate) fn origins(live: &Live<'_>, likenesses: &[Likeness]) -> (Vec<Origin>, BTreeMap<ClaimId, OriginId>) {
    let mut by_date: Vec<&Claim> = live.claims.values().copied().collect();
    let mut ways = Ways::of(live, likenesses, &mut by_date);
    let mut ends: BTreeMap<String, End> = BTreeMap::new();
    for claim in by_date {
        let Some(source) = live.sources.get(&claim.source) else { continue };
        let way = ways.way(claim, source);
        let end = ends.entry(way.key).or_default();
        *end.names.entry(way.name).or_default() += 1;
        end.claims.insert(claim.id);
        end.edges.extend(way.edges);
    }
    let mut ends: Vec<End> = ends.into_values().collect();
    ends.sort_by_key(|end| end.claims.first().copied());
    let mut origin_of = BTreeMap::new();
    let origins = (1..)
        .zip(ends)
        .map(|(number, end)| {
            let id = OriginId::new(number);
            origin_of.extend(end.claims.iter().map(|claim| (*claim, id)));
            let name = end.name();
            Origin { id, name, claims: end.claims.into_iter().collect(), edges: end.edges.into_iter().collect() }
        })
        .collect();
    (origins, origin_of)
}

/// What ends in one party.
#[derive(Default)]
struct End {
    names: BTreeMap<String, usize>,
    claims: BTreeSet<ClaimId>,
    edges: BTreeSet<Edge>,
}

impl End {
    /// The name it is given most often; of as many, the shortest, then the first by letter.
    fn name(&self) -> String {
        let best = self.names.iter().min_by_key(|(name, count)| (std::cmp::Reverse(**count), name.len(), name.as_str()));
        best.map(|(name, _)| name.clone()).unwrap_or_default()
    }
}

/// The way from a source to a first-hand party.
struct Way {
    key: String,
    name: String,
    edges: Vec<Edge>,
}

/// Whom a chain names last.
#[derive(Clone, Copy)]
enum Last<'a> {
    Party(&'a Speaker),
    /// "one analyst", who is another in every source.
    Unnamed(&'a Speaker),
    /// Nobody, or "the company".
    Nobody,
}

impl<'a> Last<'a> {
    fn of(claim: &'a Claim) -> Self {
        match claim.content.speakers.iter().rfind(|speaker| speaker.role == SpeakerRole::Party) {
            Some(party) if is_generic(&party.name) => Self::Nobody,
            Some(party) if is_unnamed(&party.name) || is_people(&party.name) => Self::Unnamed(party),
            Some(party) => Self::Party(party),
            None => Self::Nobody,
        }
    }
}

/// All that is known of the ways before each is followed, and where those ended that were.
struct Ways<'a> {
    outlets: Outlets,
    dates: Dates,
    footers: Footers,
    copies: Copies,
    voices: Voices,
    wording: Wording<'a>,
    /// The keys of the outlets that others have something from.
    cited: BTreeSet<String>,
    told: Told,
}

impl<'a> Ways<'a> {
    /// Puts `claims` in the order in which they are to be followed: by the dates of their sources.
    fn of(live: &Live<'a>, likenesses: &[Likeness], claims: &mut [&'a Claim]) -> Self {
        let outlets = Outlets::of(live);
        let dates = Dates::of(live);
        let footers = Footers::of(live, &outlets);
        let copies = Copies::of(live, likenesses);
        claims.sort_by_key(|claim| (dates.rank(claim.source), claim.id));
        let voices = Voices::of(live, claims, &dates);
        let is_open = |claim: &&&Claim| {
            is_accusation(claim) && matches!(Last::of(claim), Last::Nobody) && !voices.accusers.contains_key(&claim.source)
        };
        let open: Vec<&Claim> = claims.iter().filter(is_open).copied().collect();
        let said: Vec<(&Claim, &Speaker)> = claims
            .iter()
            .filter(|claim| !open.is_empty() && is_accusation(claim))
            .filter_map(|claim| match Last::of(claim) {
                Last::Party(party) => Some((*claim, party)),
                Last::Unnamed(_) | Last::Nobody => None,
            })
            .collect();
        let wording = Wording::of(&open, &said, &copies);
        let mut ways = Self { outlets, dates, footers, copies, voices, wording, cited: BTreeSet::new(), told: Told::default() };
        for claim in claims.iter() {
            if let Some(source) = live.sources.get(&claim.source)
                && let Last::Nobody = Last::of(claim)
                && let Some(outlet) = ways.cited(claim, source)
            {
                ways.cited.insert(ways.outlets.key(&outlet));
            }
        }
        for claim in claims.iter() {
            if let Some(source) = live.sources.get(&claim.source)
                && let Last::Party(party) = Last::of(claim)
            {
                let found = Found { source: source.id, key: key(&party.name), name: plain(&party.name) };
                for group in ways.groups(source) {
                    ways.told.say(&group, Like::of(claim, &group), found.clone(), &ways.dates);
                }
            }
        }
        ways
    }

    /// The way of one claim; those of claims of earlier sources were asked for before.
    fn way(&mut self, claim: &Claim, source: &Source) -> Way {
        let mut edges = vec![];
        let (mut at, speakers) = self.printed_in(claim, source, &mut edges);
        let last = speakers.iter().rposition(|speaker| speaker.role == SpeakerRole::Party);
        let chain = speakers.get(..last.map_or(speakers.len(), |last| last + 1)).unwrap_or(speakers);
        for speaker in chain {
            match &speaker.words {
                Some(words) => self.step(&mut edges, &mut at, &speaker.name, Why::said(words)),
                None => {
                    let why = Why::inferred(Basis::Sentence, "the next link that the sentence names".to_owned());
                    self.step(&mut edges, &mut at, &speaker.name, why);
                }
            }
        }
        let last = Last::of(claim);
        if let Last::Party(party) = last {
            return Way { key: key(&party.name), name: plain(&party.name), edges };
        }
        let links: Vec<String> = chain.iter().map(|speaker| self.outlets.key(&speaker.name)).collect();
        let (name, end, why) = match (self.inferred(claim, source, last, &links), last) {
            (Some((found, why)), _) => (found.name, found.key, Some(why)),
            // Two sources that each quote "one analyst" have not quoted the same one.
            (None, Last::Unnamed(party)) => {
                let name = format!("{} (in {})", party.name, outlet_name(source));
                (name, format!("{} in {}", key(&party.name), source.id), None)
            }
            (None, Last::Party(_) | Last::Nobody) => {
                let (name, why) = self.outlet(claim, source, speakers);
                (self.outlets.plain(&name).to_owned(), self.outlets.key(&name), Some(why))
            }
        };
        if let Some(why) = why {
            // A witness whom nobody names speaks through the outlet that vouches for them.
            let itself = why.basis == Basis::Itself;
            let vouches = itself && edges.iter().any(|edge| self.outlets.key(&edge.from) == end);
            if edges.is_empty() && self.outlets.key(&at) == end && (itself || why.basis == Basis::NearCopy) {
                edges.push(why.edge(source.file.clone(), name.clone()));
            } else if !vouches {
                self.step(&mut edges, &mut at, &name, why);
            }
        }
        let found = Found { source: source.id, key: end.clone(), name: name.clone() };
        let is_unnamed = matches!(last, Last::Unnamed(_));
        for group in self.groups(source) {
            self.told.tell(&group, &Like::of(claim, &group), &links, is_unnamed, &found);
        }
        Way { key: end, name, edges }
    }

    /// Where a chain without a named party leads to, with the evidence.
    fn inferred(&self, claim: &Claim, source: &Source, last: Last<'_>, links: &[String]) -> Option<(Found, Why)> {
        if let Some(group) = self.copies.group(source.id).map(Group::Text) {
            let like = Like::of(claim, &group);
            let found = self.told.in_chain(&group, &like, links, source.id);
            let anywhere = || self.told.anywhere(&group, &like, source.id, &self.dates);
            if let Some(found) = found.or_else(|| matches!(last, Last::Nobody).then(anywhere)?) {
                let why = Why::inferred(Basis::NearCopy, self.copies.why(source.id, found.source, &self.dates));
                return Some((found.clone(), why.from(found.source)));
            }
        }
        if !matches!(last, Last::Nobody) {
            return None;
        }
        let speaker = claim.content.speakers.last();
        let is_accusation = is_accusation(claim);
        let passes_on =
            is_accusation && speaker.is_some_and(|last| matches!(last.role, SpeakerRole::Witness | SpeakerRole::Document));
        if let Some(voice) = self.voices.figures.of(claim, &self.dates).filter(|_| passes_on) {
            let stands_in = self.dates.named(voice.source, source.id);
            let why = format!("the figure is the same to the digit as that of {} in {stands_in}: “{}”", voice.name, voice.words);
            return Some((voice.found(), Why::inferred(Basis::SameFigure, why).from(voice.source)));
        }
        let stands_in = claim.content.speakers.iter().rfind(|speaker| speaker.role == SpeakerRole::Party);
        if let Some(voice) = self.voices.accusers.get(&source.id)
            && (is_accusation || stands_in.is_some())
            && !stands_in.is_some_and(|speaker| is_person(&speaker.name))
        {
            let why = format!("the source names one accuser: “{}”", voice.words);
            return Some((voice.found(), Why::inferred(Basis::SameAccuser, why)));
        }
        if is_accusation && let Some(shared) = self.wording.shared(claim, &self.copies, &self.dates, &self.voices.figures) {
            let stands_in = self.dates.named(shared.source, source.id);
            let why = format!("it has words of {} in {stands_in}: “{}”", shared.party, shared.words);
            let found = Found { source: shared.source, key: key(&shared.party), name: plain(&shared.party) };
            return Some((found, Why::inferred(Basis::SharedWording, why).from(shared.source)));
        }
        let outlet = self.cited(claim, source)?;
        let group = Group::Outlet(self.outlets.key(&outlet));
        let like = Some(Like::of(claim, &group)).filter(Like::is_telling)?;
        let found = self.told.party_first(&group, &like, source.id, &self.dates)?;
        let stands_in = self.dates.named(found.source, source.id);
        let why = format!("{outlet} itself says the same in {stands_in}");
        Some((found.clone(), Why::inferred(Basis::OwnReport, why).from(found.source)))
    }

    /// The outlet that vouches for a claim without a first-hand party: the last that its chain names, else the one that the source says
    /// its text is from, else its publisher.
    fn outlet(&self, claim: &Claim, source: &Source, speakers: &[Speaker]) -> (String, Why) {
        let named = speakers.iter().rfind(|speaker| speaker.role == SpeakerRole::Outlet).map(|outlet| outlet.name.clone());
        let carried = || self.carried(source).map(|(name, _)| name);
        if let Some(name) = named.or_else(carried) {
            return (name, Why::itself());
        }
        match self.footers.part(source.id).filter(|_| is_accusation(claim)) {
            Some(footer) => {
                let why = format!("the source says so of what it reports: “{}”", footer.words);
                (footer.name.clone(), Why::inferred(Basis::Footer, why))
            }
            None => (outlet_name(source), Why::itself()),
        }
    }

    /// The outlet, other than its publisher, that a claim is taken from.
    fn cited(&self, claim: &Claim, source: &Source) -> Option<String> {
        let (outlet, _) = self.outlet(claim, source, &claim.content.speakers);
        if !self.outlets.are_one(&outlet, &outlet_name(source)) {
            return Some(outlet);
        }
        self.carried(source).map(|(name, _)| name)
    }

    /// The outlet whose text a source carries or sums up, with the words that say so.
    fn carried(&self, source: &Source) -> Option<(String, Why)> {
        let from = source.syndicated_from.as_deref();
        let footer = self.footers.whole(source.id, from, &self.outlets);
        let why = match footer {
            Some(footer) => Why { basis: Basis::Footer, ..Why::said(&footer.words) },
            None => {
                let why = "the source carries or summarises this outlet's text";
                Why::inferred(Basis::Syndicated, why.to_owned())
            }
        };
        Some((from.or(footer.map(|footer| footer.name.as_str()))?.to_owned(), why))
    }

    /// Where a chain starts, and the links that follow: the source's publisher, with the step to the outlet whose text it carries.
    fn printed_in<'b>(&self, claim: &'b Claim, source: &Source, edges: &mut Vec<Edge>) -> (String, &'b [Speaker]) {
        let mut at = outlet_name(source);
        let rest = match claim.content.speakers.as_slice() {
            [first, rest @ ..] if first.role == SpeakerRole::Outlet && self.outlets.are_one(&first.name, &at) => rest,
            all => all,
        };
        if let Some((from, why)) = self.carried(source)
            && !rest.iter().any(|speaker| self.outlets.are_one(&speaker.name, &from))
        {
            self.step(edges, &mut at, &from, why);
        }
        (at, rest)
    }

    /// One step further, unless it stays where it is.
    fn step(&self, edges: &mut Vec<Edge>, at: &mut String, to: &str, why: Why) {
        if !self.outlets.are_one(at, to) {
            edges.push(why.edge(std::mem::replace(at, to.to_owned()), to.to_owned()));
        }
    }

    /// The groups of sources that say what `source` says.
    fn groups(&self, source: &Source) -> Vec<Group> {
        let text = self.copies.group(source.id).map(Group::Text);
        let outlet = source.publisher.as_deref().map(|publisher| self.outlets.key(publisher));
        let outlet = outlet.filter(|outlet| self.cited.contains(outlet)).map(Group::Outlet);
        text.into_iter().chain(outlet).collect()
    }
}

/// What proves a step.
struct Why {
    words: String,
    inferred: bool,
    basis: Basis,
    source: Option<SourceId>,
}

impl Why {
    fn said(words: &str) -> Self {
        Self { words: words.to_owned(), inferred: false, basis: Basis::Said, source: None }
    }

    fn inferred(basis: Basis, words: String) -> Self {
        Self { words, inferred: true, basis, source: None }
    }

    fn itself() -> Self {
        Self::inferred(Basis::Itself, "no first-hand party is named: the outlet speaks for itself".to_owned())
    }

    /// Evidence that stands in another source.
    fn from(self, source: SourceId) -> Self {
        Self { source: Some(source), ..self }
    }

    fn edge(self, from: String, to: String) -> Edge {
        Edge { from, to, words: self.words, inferred: self.inferred, basis: self.basis, source: self.source }
    }
}

/// What a source is called on the way: its publisher, else its id. A title would put an accusation into a name.
fn outlet_name(source: &Source) -> String {
    source.publisher.clone().unwrap_or_else(|| format!("{}, publisher not stated", source.id))
}

/// Whether a claim is part of an accusation: what a campaign did, to what extent, when, by whom. A view, an answer or a price is not.
fn is_accusation(claim: &Claim) -> bool {
    let of_campaign = matches!(
        claim.content.kind,
        ClaimKind::Count
            | ClaimKind::Amount
            | ClaimKind::Rate
            | ClaimKind::Period
            | ClaimKind::Attribution
            | ClaimKind::Act
            | ClaimKind::Method
            | ClaimKind::Capability
            | ClaimKind::Technique
            | ClaimKind::Superlative
            | ClaimKind::LegalWord
    );
    let own_words = matches!(claim.content.hedge, Hedge::Opinion | Hedge::Forecast);
    of_campaign && is_campaign(&claim.content.subject) && !own_words
}
