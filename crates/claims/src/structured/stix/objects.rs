//! The objects of a bundle as its text shows them, and how relationships tie them.

use super::sureness;
use crate::structured::places::{Place, Places};
use crate::structured::sure::Sureness;
use dossier_model::Span;
use std::collections::{BTreeMap, BTreeSet};

/// One object.
#[derive(Debug)]
pub(in crate::structured) struct Object<'t> {
    /// Its number in the bundle.
    at: usize,
    /// Its type, as STIX spells it.
    pub(super) kind: String,
    /// The value that names it.
    pub(super) name: Option<Place<'t>>,
    /// Its values, by what follows its own pointer.
    values: BTreeMap<&'t str, Place<'t>>,
    /// What its references show, by the property, with the object's number where the bundle has it.
    links: BTreeMap<&'t str, (Place<'t>, Option<usize>)>,
}

impl<'t> Object<'t> {
    /// The value of a property.
    pub(in crate::structured) fn get(&self, key: &str) -> Option<Place<'t>> {
        self.values.get(key).copied()
    }

    /// The values of a list.
    pub(super) fn list<'s>(&'s self, key: &'s str) -> impl Iterator<Item = Place<'t>> + 's {
        self.values.iter().filter(move |(name, _)| is_in(name, key)).map(|(_, place)| *place)
    }

    /// The name that a reference shows.
    pub(super) fn link(&self, key: &str) -> Option<Place<'t>> {
        self.links.get(key).filter(|(_, at)| at.is_some()).map(|(place, _)| *place)
    }

    /// Whether its maker took it back.
    pub(super) fn revoked(&self) -> bool {
        self.get("revoked").is_some_and(|place| place.words == "true")
    }

    /// Its id in MITRE ATLAS, else in ATT&CK.
    pub(super) fn external_id(&self) -> Option<Place<'t>> {
        let ids = self.values.iter().filter(|(name, _)| is_in(name, "external_references") && name.ends_with("/external_id"));
        let ranked = ids.filter_map(|(_, place)| Some((technique_rank(place.words)?, *place)));
        ranked.min_by_key(|(rank, place)| (*rank, place.span)).map(|(_, id)| id)
    }
}

/// Whether words are the id of a technique, those of ATLAS before those of ATT&CK.
pub(in crate::structured) fn technique_rank(id: &str) -> Option<usize> {
    let id = id.trim();
    let attack =
        || id.strip_prefix('T').is_some_and(|rest| rest.len() >= 4 && rest.chars().all(|c| c.is_ascii_digit() || c == '.'));
    if id.starts_with("AML.T") { Some(0) } else { attack().then_some(1) }
}

/// Whether `name` is a value of the list `key`.
fn is_in(name: &str, key: &str) -> bool {
    name.strip_prefix(key).is_some_and(|rest| rest.starts_with('/'))
}

/// What a text shows of one object.
#[derive(Default)]
struct Shown<'t> {
    /// The whole of it.
    span: Option<Span>,
    /// Its values by their keys, wherever they stand.
    values: Vec<(&'t str, Place<'t>)>,
}

/// A relationship that stands, by the numbers of its object and of those at its ends.
#[derive(Debug)]
struct Tie<'t> {
    at: usize,
    from: usize,
    verb: &'t str,
    to: usize,
}

/// All objects of a bundle.
#[derive(Debug)]
pub(in crate::structured) struct Bundle<'t> {
    pub(super) objects: Vec<Object<'t>>,
    by_number: BTreeMap<usize, usize>,
    /// In the order of their objects.
    ties: Vec<Tie<'t>>,
    /// The campaign that each campaign and actor acts in, by its number.
    subjects: BTreeMap<usize, String>,
    /// The campaign that the bundle is about.
    subject: String,
}

impl<'t> Bundle<'t> {
    /// The bundle whose values stand at `places`.
    pub(super) fn of(places: &Places<'t>) -> Option<Self> {
        let mut found: BTreeMap<usize, Shown<'t>> = BTreeMap::new();
        // Where a value of an object is shown, also within others.
        let mut shown: BTreeMap<Span, usize> = BTreeMap::new();
        // An object that is a document by itself has no number.
        let is_alone = places.first("").is_some() && places.first("/type").is_some();
        for (pointer, at) in places.all() {
            let (number, key) = match pointer.strip_prefix("/objects/") {
                Some(rest) => rest.split_once('/').unwrap_or((rest, "")),
                None if is_alone => ("0", pointer.strip_prefix('/').unwrap_or("")),
                None => continue,
            };
            let Ok(number) = number.parse::<usize>() else { continue };
            let object = found.entry(number).or_default();
            if key.is_empty() {
                object.span = at.first().map(|place| place.span);
                continue;
            }
            object.values.extend(at.iter().map(|place| (key, *place)));
            if !is_reference(key) {
                shown.extend(at.iter().map(|place| (place.span, number)));
            }
        }
        let objects: Vec<Object<'t>> =
            found.into_iter().filter_map(|(at, one)| object(at, one.span?, &one.values, &shown)).collect();
        if objects.is_empty() {
            return None;
        }
        let by_number = objects.iter().enumerate().map(|(n, object)| (object.at, n)).collect();
        let ties = objects
            .iter()
            .filter(|object| object.kind == "relationship" && !object.revoked())
            .filter_map(|object| {
                let end = |key: &str| object.links.get(key).and_then(|(_, at)| *at);
                let verb = object.get("relationship_type")?.words;
                Some(Tie { at: object.at, from: end("source_ref")?, verb, to: end("target_ref")? })
            })
            .collect();
        let mut bundle = Self { objects, by_number, ties, subjects: BTreeMap::new(), subject: String::new() };
        let actors = bundle.objects.iter().filter(|object| is_actor(&object.kind));
        bundle.subjects = actors.map(|actor| (actor.at, bundle.subject_for(Some(actor)))).collect();
        bundle.subject = bundle.subject_for(None);
        Some(bundle)
    }

    fn at(&self, number: usize) -> Option<&Object<'t>> {
        self.objects.get(*self.by_number.get(&number)?)
    }

    /// The first of the objects that a list of references points to.
    pub(in crate::structured) fn first_of(&self, object: &Object<'t>, key: &str) -> Option<&Object<'t>> {
        object.links.iter().filter(|(name, _)| is_in(name, key)).find_map(|(_, (_, at))| self.at((*at)?))
    }

    /// The objects at the ends of a relationship.
    pub(super) fn ends(&self, relationship: &Object<'t>) -> Option<(&Object<'t>, &'t str, &Object<'t>)> {
        let tie = &self.ties[self.ties.binary_search_by_key(&relationship.at, |tie| tie.at).ok()?];
        Some((self.at(tie.from)?, tie.verb, self.at(tie.to)?))
    }

    fn ties_to<'s>(&'s self, verb: &'s str, object: &'s Object<'_>) -> impl Iterator<Item = &'s Tie<'t>> + 's {
        self.ties.iter().filter(move |tie| tie.verb == verb && tie.to == object.at)
    }

    /// Whether something `verb` `object`.
    pub(super) fn is_end_of(&self, verb: &str, object: &Object<'_>) -> bool {
        self.ties_to(verb, object).next().is_some()
    }

    /// The campaigns and actors that `verb` `object`.
    pub(super) fn that(&self, verb: &str, object: &Object<'_>) -> Vec<&Object<'t>> {
        self.ties_to(verb, object).filter_map(|tie| self.at(tie.from)).filter(|from| is_actor(&from.kind)).collect()
    }

    /// How sure the surest relationship is that says that something `verb` `object`.
    pub(super) fn surest(&self, verb: &str, object: &Object<'_>) -> Sureness {
        self.ties_to(verb, object).filter_map(|tie| self.at(tie.at)).map(sureness).max().unwrap_or(Sureness::Enough)
    }

    /// The names of those who attribute something to somebody.
    pub(super) fn accusers(&self) -> BTreeSet<&'t str> {
        let ties = self.ties.iter().filter(|tie| tie.verb == "attributed-to");
        ties.filter_map(|tie| self.at(tie.at)?.link("created_by_ref")).map(|name| name.words).collect()
    }

    /// The campaign that `object` is or acts in; without one, the campaign that the bundle is about.
    pub(in crate::structured) fn subject(&self, object: Option<&Object<'_>>) -> String {
        object.and_then(|object| self.subjects.get(&object.at)).unwrap_or(&self.subject).clone()
    }

    /// A bundle's one campaign goes by who did it to whom, as in any report; several keep their own names apart.
    fn subject_for(&self, object: Option<&Object<'_>>) -> String {
        let campaigns = self.of_kinds(&["campaign", "incident"]);
        if let Some(campaign) = object.filter(|object| matches!(object.kind.as_str(), "campaign" | "incident")) {
            return self.of_campaign(campaign, campaigns.len() == 1);
        }
        if let [campaign] = campaigns.as_slice() {
            return self.of_campaign(campaign, true);
        }
        let actors = self.of_kinds(&["intrusion-set", "threat-actor"]);
        let only = || actors.first().copied().filter(|_| actors.len() == 1 && campaigns.is_empty());
        let name = match object.filter(|object| is_actor(&object.kind)) {
            Some(actor) => actor.name.map(|name| (name.words.trim(), self.only("targets", actor))),
            None => only().and_then(|actor| Some((actor.name?.words.trim(), self.only("targets", actor)))),
        };
        match name {
            Some((name, Some(target))) => format!("{name} campaign against {target}"),
            Some((name, None)) => format!("{name} campaign"),
            None => "campaign".to_owned(),
        }
    }

    fn of_campaign(&self, campaign: &Object<'_>, alone: bool) -> String {
        let name = campaign.name.map_or("", |name| name.words.trim());
        if name == "campaign" || name.contains(" campaign") {
            return name.to_owned();
        }
        match self.parties(campaign).filter(|_| alone) {
            Some(subject) => subject,
            None if name.is_empty() => "campaign".to_owned(),
            None => format!("{name} campaign"),
        }
    }

    /// "ACCUSED campaign against TARGET", as far as relationships name one of each.
    fn parties(&self, campaign: &Object<'_>) -> Option<String> {
        match (self.only("attributed-to", campaign), self.only("targets", campaign)) {
            (Some(accused), Some(target)) => Some(format!("{accused} campaign against {target}")),
            (Some(accused), None) => Some(format!("{accused} campaign")),
            (None, Some(target)) => Some(format!("campaign against {target}")),
            (None, None) => None,
        }
    }

    /// The one party that `object` `verb`.
    fn only(&self, verb: &str, object: &Object<'_>) -> Option<&'t str> {
        let ends = self.ties.iter().filter(|tie| tie.verb == verb && tie.from == object.at);
        let parties = ends.filter_map(|tie| self.at(tie.to)).filter(|to| is_party(&to.kind));
        let names: BTreeSet<&str> = parties.filter_map(|to| Some(to.name?.words.trim())).collect();
        names.first().copied().filter(|_| names.len() == 1)
    }

    fn of_kinds(&self, kinds: &[&str]) -> Vec<&Object<'t>> {
        self.objects.iter().filter(|object| kinds.contains(&object.kind.as_str()) && !object.revoked()).collect()
    }
}

/// Whether objects of a type act.
pub(super) fn is_actor(kind: &str) -> bool {
    matches!(kind, "campaign" | "incident" | "intrusion-set" | "threat-actor")
}

/// Whether objects of a type are somebody.
pub(super) fn is_party(kind: &str) -> bool {
    matches!(kind, "identity" | "threat-actor" | "intrusion-set")
}

fn is_reference(key: &str) -> bool {
    let root = key.split('/').next().unwrap_or(key);
    root.ends_with("_ref") || root.ends_with("_refs")
}

/// The object number `at`, whose record covers `span`, from its values wherever they are shown.
fn object<'t>(at: usize, span: Span, values: &[(&'t str, Place<'t>)], shown: &BTreeMap<Span, usize>) -> Option<Object<'t>> {
    let mut object = Object { at, kind: String::new(), name: None, values: BTreeMap::new(), links: BTreeMap::new() };
    for (key, place) in values.iter().filter(|(_, place)| span.contains(place.span)) {
        if is_reference(key) {
            object.links.entry(key).or_insert((*place, shown.get(&place.span).copied()));
        } else {
            object.values.entry(key).or_insert(*place);
        }
    }
    object.kind = match object.get("type") {
        // The label of a type is the type with a capital, and with blanks for hyphens.
        Some(kind) => kind.words.to_lowercase().replace(' ', "-"),
        None => object.get("relationship_type").map(|_| "relationship".to_owned())?,
    };
    object.name = object.get("name");
    Some(object)
}

#[cfg(test)]
mod tests {
    use crate::{About, propose};

    #[test]
    fn an_object_by_itself_claims_what_it_does_in_a_bundle() {
        let object = r#"{"type": "campaign", "id": "campaign--1", "name": "Silt Harbour", "first_seen": "2026-04-22T00:00:00Z",
            "last_seen": "2026-06-05T23:59:59Z", "description": "Meridian Works used nearly 9,000 fraudulent accounts to copy Corvid."}"#;
        let claims_of = |source: &str| {
            let read = dossier_intake::read("x", source.as_bytes());
            propose(&read.text, &read.marks, &About::default())
        };
        let alone = claims_of(object);
        assert!(alone.len() > 1, "{alone:?}");
        assert_eq!(alone, claims_of(&format!(r#"{{"type": "bundle", "id": "bundle--1", "objects": [{object}]}}"#)));
        assert_eq!(alone, claims_of(&format!(r#"{{"more": false, "objects": [{object}]}}"#)));
    }
}
