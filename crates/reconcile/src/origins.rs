//! Origins: the party at the end of each chain. However many letters, posts and outlets lie on the way, chains that end in one
//! first-hand party are one origin.
//!
//! A chain's last party is its origin. A chain that names none is followed further, in this order, each step marked inferred: a witness
//! or document to the one party whose figure is the same to the digit; an accusation to the one party whom the same source names as the
//! accuser or hears at first hand; anything else ends in the outlet, which then speaks for itself.

use crate::Live;
use crate::name::{is_campaign, is_stand_in, is_unnamed, key, subject_key};
use crate::wording::unit_key;
use dossier_model::{Claim, ClaimId, ClaimKind, Decimal, Edge, Hedge, Origin, OriginId, Source, SourceId, Speaker, SpeakerRole};
use std::collections::{BTreeMap, BTreeSet};

/// The origins in order of their first claim, and the origin of each claim.
pub(crate) fn origins(live: &Live<'_>) -> (Vec<Origin>, BTreeMap<ClaimId, OriginId>) {
    let voices = Voices::of(live);
    let mut ends: BTreeMap<String, End> = BTreeMap::new();
    for claim in live.claims.values() {
        let Some(source) = live.sources.get(&claim.source) else { continue };
        let way = voices.way(claim, source);
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

/// A first-hand party with the words that name it.
#[derive(Clone)]
struct Voice {
    name: String,
    words: String,
}

/// Who speaks at first hand, by source and by figure.
struct Voices {
    /// The accuser of each source, where it names one alone.
    accusers: BTreeMap<SourceId, Voice>,
    /// The party behind each figure, where it is one alone.
    figures: BTreeMap<Figure, Voice>,
}

/// A figure to the digit: of which subject, of what, how much, in which unit.
type Figure = (String, String, Decimal, String);

impl Voices {
    fn of(live: &Live<'_>) -> Self {
        let mut named: BTreeMap<SourceId, BTreeMap<String, Voice>> = BTreeMap::new();
        let mut heard: BTreeMap<SourceId, BTreeMap<String, Voice>> = BTreeMap::new();
        let mut figures: BTreeMap<Figure, BTreeMap<String, Voice>> = BTreeMap::new();
        for claim in live.claims.values() {
            if claim.content.kind == ClaimKind::Party && claim.content.value.as_deref() == Some("accuser") {
                let voice = Voice { name: claim.content.subject.clone(), words: claim.content.quotes.first().text.clone() };
                named.entry(claim.source).or_default().entry(key(&voice.name)).or_insert(voice);
            }
            if let Some(party) = last_party(claim)
                && is_accusation(claim)
                && !is_unnamed(&party.name)
                && !is_stand_in(&party.name)
            {
                let words = party.words.clone().unwrap_or_else(|| claim.content.quotes.first().text.clone());
                let voice = Voice { name: party.name.clone(), words };
                if let Some(figure) = figure(claim) {
                    figures.entry(figure).or_default().entry(key(&voice.name)).or_insert(voice.clone());
                }
                heard.entry(claim.source).or_default().entry(key(&voice.name)).or_insert(voice);
            }
        }
        // A source that names several accusers tells us nothing about the sentence that names none.
        let mut accusers: BTreeMap<SourceId, Voice> = BTreeMap::new();
        for source in live.sources.keys() {
            if let Some(voice) = named.get(source).or(heard.get(source)).and_then(only) {
                accusers.insert(*source, voice);
            }
        }
        let figures = figures.into_iter().filter_map(|(figure, voices)| Some((figure, only(&voices)?))).collect();
        Self { accusers, figures }
    }

    fn way(&self, claim: &Claim, source: &Source) -> Way {
        let speakers = &claim.content.speakers;
        let mut edges = vec![];
        let (mut at, speakers) = printed_in(source, speakers, &mut edges);
        let known = speakers.iter().rposition(|speaker| speaker.role == SpeakerRole::Party);
        let chain = speakers.get(..known.map_or(speakers.len(), |last| last + 1)).unwrap_or(speakers);
        for speaker in chain {
            step(&mut edges, &mut at, &speaker.name, speaker.words.as_deref().ok_or("the next link that the sentence names"));
        }
        let end = match known.and_then(|last| speakers.get(last)) {
            Some(party) if is_stand_in(&party.name) => self.accusers.get(&source.id).map(|voice| {
                let why = format!("the source names one accuser: “{}”", voice.words);
                step(&mut edges, &mut at, &voice.name, Err(&why));
                voice.name.clone()
            }),
            Some(party) => Some(party.name.clone()),
            None => self.inferred(claim, source).map(|(voice, why)| {
                step(&mut edges, &mut at, &voice.name, Err(&why));
                voice.name
            }),
        };
        match end {
            Some(name) if is_unnamed(&name) || is_stand_in(&name) => {
                // Two sources that each quote "one analyst" have not quoted the same one.
                Way {
                    key: format!("{} in {}", key(&name), source.id),
                    name: format!("{name} (in {})", outlet_name(source)),
                    edges,
                }
            }
            Some(name) => Way { key: key(&name), name: plain(&name), edges },
            None => {
                // A witness whom nobody names speaks through the outlet that vouches for them.
                let outlet =
                    speakers.iter().rev().find(|speaker| speaker.role == SpeakerRole::Outlet).map(|outlet| outlet.name.clone());
                let name = outlet.or_else(|| source.syndicated_from.clone()).unwrap_or_else(|| outlet_name(source));
                let itself = "no first-hand party is named: the outlet speaks for itself";
                if !edges.iter().any(|edge| key(&edge.from) == key(&name)) {
                    step(&mut edges, &mut at, &name, Err(itself));
                }
                if edges.is_empty() {
                    edges.push(Edge { from: source.file.clone(), to: name.clone(), words: itself.to_owned(), inferred: true });
                }
                Way { key: key(&name), name, edges }
            }
        }
    }

    /// The party that a chain without one leads to, with the evidence.
    fn inferred(&self, claim: &Claim, source: &Source) -> Option<(Voice, String)> {
        if !is_accusation(claim) {
            return None;
        }
        let by_figure = || {
            let last = claim.content.speakers.last()?;
            matches!(last.role, SpeakerRole::Witness | SpeakerRole::Document).then_some(())?;
            let voice = self.figures.get(&figure(claim)?)?;
            Some((voice.clone(), format!("the figure is the same to the digit as that of {}: “{}”", voice.name, voice.words)))
        };
        let by_source = || {
            let voice = self.accusers.get(&source.id)?;
            Some((voice.clone(), format!("the source names one accuser: “{}”", voice.words)))
        };
        by_figure().or_else(by_source)
    }
}

/// What a source is called on the way: its publisher, else its id. A title would put an accusation into a name.
fn outlet_name(source: &Source) -> String {
    source.publisher.clone().unwrap_or_else(|| format!("{}, publisher not stated", source.id))
}

/// Where a chain starts, and the links that follow: the source's publisher, with the step to the outlet whose text it carries.
fn printed_in<'a>(source: &Source, speakers: &'a [Speaker], edges: &mut Vec<Edge>) -> (String, &'a [Speaker]) {
    let mut at = outlet_name(source);
    let rest = match speakers {
        [first, rest @ ..] if key(&first.name) == key(&at) && first.role == SpeakerRole::Outlet => rest,
        all => all,
    };
    if let Some(from) = &source.syndicated_from {
        let names_it = rest.iter().any(|speaker| key(&speaker.name) == key(from));
        if !names_it {
            step(edges, &mut at, from, Err("the source carries or summarises this outlet's text"));
        }
    }
    (at, rest)
}

/// One step further, unless it stays where it is.
fn step(edges: &mut Vec<Edge>, at: &mut String, to: &str, words: Result<&str, &str>) {
    if key(at) != key(to) {
        let (Ok(said) | Err(said)) = words;
        edges.push(Edge {
            from: std::mem::replace(at, to.to_owned()),
            to: to.to_owned(),
            words: said.to_owned(),
            inferred: words.is_err(),
        });
    }
}

fn only(voices: &BTreeMap<String, Voice>) -> Option<Voice> {
    let mut voices = voices.values();
    voices.next().filter(|_| voices.next().is_none()).cloned()
}

fn last_party(claim: &Claim) -> Option<&Speaker> {
    claim.content.speakers.iter().rev().find(|speaker| speaker.role == SpeakerRole::Party)
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

fn figure(claim: &Claim) -> Option<Figure> {
    let content = &claim.content;
    let number = content.number()?.normalize();
    Some((subject_key(&content.subject), content.property.to_lowercase(), number, unit_key(content.unit.as_deref())))
}

/// A party's name without a possessive or the words for its voice: "A Halden spokesperson" is "Halden".
fn plain(name: &str) -> String {
    let kept: Vec<&str> = name.split_whitespace().collect();
    let is_voice =
        kept.last().is_some_and(|last| key(&format!("x {last}")) == "x" && last.to_lowercase().starts_with(['s', 'r']));
    let end = if is_voice && kept.len() > 1 { kept.len() - 1 } else { kept.len() };
    let start = usize::from(
        end < kept.len()
            && kept.first().is_some_and(|first| matches!(first.to_lowercase().as_str(), "a" | "an" | "the"))
            && end > 1,
    );
    let name = kept.get(start..end).unwrap_or(&kept).join(" ");
    name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(&name).to_owned()
}
