//! STIX 2 (OASIS STIX 2.1; 2.0 is read as well): bundles, the answers of TAXII servers (TAXII 2.1, section 3.7), and objects by themselves. A heading for each object, its fields below it, relationships as sentences.
//!
//! Things come before what is said of them, whatever their order in the bundle: reports, campaigns, actors, techniques, measures, then
//! relationships, observations, notes, and what detects them last.

mod fields;
mod marking;

use crate::declared::Declared;
use crate::document::{Document, issue};
use crate::json::Json;
use crate::sheet::{self, Piece, Sheet, label, listed, member};
use dossier_model::Issue;
use std::collections::BTreeMap;

/// The most objects that are shown: the largest public catalogue of techniques has some 25,000.
const MAX_OBJECTS: usize = 50_000;

/// The types that are shown, in the order in which they are.
const SHOWN: &[&str] = &[
    "report",
    "grouping",
    "incident",
    "campaign",
    "intrusion-set",
    "threat-actor",
    "identity",
    "attack-pattern",
    "malware",
    "tool",
    "infrastructure",
    "vulnerability",
    "course-of-action",
    "location",
    "relationship",
    "sighting",
    "observed-data",
    "note",
    "opinion",
    "indicator",
    "malware-analysis",
];

/// Observables whose one word tells what they are, and the property that it is.
const OBSERVABLES: &[(&str, &str)] = &[
    ("user-account", "account_login"),
    ("email-addr", "value"),
    ("domain-name", "value"),
    ("url", "value"),
    ("ipv4-addr", "value"),
    ("ipv6-addr", "value"),
    ("mac-addr", "value"),
    ("autonomous-system", "number"),
    ("file", "name"),
    ("directory", "path"),
    ("software", "name"),
    ("mutex", "name"),
    ("email-message", "subject"),
    ("windows-registry-key", "key"),
];

/// Reads a bundle.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Document {
    let (tree, mut issues) = match sheet::tree(file, bytes, "a STIX bundle") {
        Ok(read) => read,
        Err(document) => return *document,
    };
    let bundle = Bundle::of(&tree);
    let mut told = Told::default();
    let mut sheet = Sheet::default();
    for object in &bundle.objects {
        bundle.write(object, &mut sheet, &mut told);
    }
    let declared = bundle.declared();
    bundle.issues(file, &tree, &told, &mut issues);
    let (laid, normalised) = sheet.finish();
    Document { media_type: "application/stix+json".to_owned(), laid, declared, normalised, issues, ..Document::default() }
}

/// One object of a bundle.
struct Object<'j> {
    json: &'j Json,
    kind: &'j str,
    pointer: String,
}

impl<'j> Object<'j> {
    /// The property that names it, with its words.
    fn name(&self) -> Option<(&'static str, &'j str)> {
        let key = match OBSERVABLES.iter().find(|(kind, _)| *kind == self.kind) {
            Some((_, key)) => key,
            None => "name",
        };
        let words = self.json.get(key).and_then(Json::words);
        words.filter(|words| !words.trim().is_empty()).map(|words| (key, words))
    }

    /// Where it is shown; `None` where it is not.
    fn rank(&self) -> Option<usize> {
        let observable = || OBSERVABLES.iter().position(|(kind, _)| *kind == self.kind).map(|rank| rank + SHOWN.len());
        SHOWN.iter().position(|kind| *kind == self.kind).or_else(|| observable().filter(|_| self.name().is_some()))
    }
}

/// The objects of a bundle or of an answer; of anything else itself.
fn records(tree: &Json) -> &[Json] {
    match tree.get("objects") {
        Some(Json::List(all)) => all,
        _ if tree.text("type") == Some("bundle") => &[],
        _ => std::slice::from_ref(tree),
    }
}

/// What was met on the way, for the issues.
#[derive(Default)]
struct Told {
    /// Properties that are not shown, and how often.
    properties: BTreeMap<String, usize>,
    /// References to objects that the bundle does not have.
    dangling: usize,
    /// Objects that their maker took back.
    revoked: usize,
}

/// The objects of a bundle, in the order in which they are shown.
struct Bundle<'j> {
    objects: Vec<Object<'j>>,
    /// The place in `objects` of each id.
    by_id: BTreeMap<&'j str, usize>,
    /// Types that are not shown, and how often.
    not_shown: BTreeMap<String, usize>,
    /// How many objects there are beyond the limit.
    beyond: usize,
}

impl<'j> Bundle<'j> {
    fn of(tree: &'j Json) -> Self {
        let all = records(tree);
        let mut objects = Vec::new();
        let mut not_shown = BTreeMap::new();
        let is_alone = std::ptr::eq(all, std::slice::from_ref(tree));
        for (at, json) in all.iter().take(MAX_OBJECTS).enumerate() {
            let pointer = if is_alone { String::new() } else { format!("/objects/{at}") };
            let object = Object { json, kind: json.text("type").unwrap_or(""), pointer };
            match object.rank() {
                Some(_) => objects.push(object),
                None if object.kind == "marking-definition" => {}
                None => {
                    let kind = if object.kind.is_empty() { "(no type)" } else { object.kind };
                    *not_shown.entry(kind.to_owned()).or_default() += 1;
                }
            }
        }
        objects.sort_by_key(Object::rank);
        let by_id = objects.iter().enumerate().filter_map(|(at, object)| Some((object.json.text("id")?, at))).collect();
        Self { objects, by_id, not_shown, beyond: all.len().saturating_sub(MAX_OBJECTS) }
    }

    fn find(&self, id: &str) -> Option<&Object<'j>> {
        self.objects.get(*self.by_id.get(id)?)
    }

    fn write(&self, object: &Object<'j>, sheet: &mut Sheet, told: &mut Told) {
        sheet.open(object.pointer.clone());
        let kind = label(object.kind);
        let kind = Piece::Value(&kind, vec![member(&object.pointer, "type")]);
        let name = object.name().map(|(key, words)| Piece::Value(words, vec![member(&object.pointer, key)]));
        let is_observable = !SHOWN.contains(&object.kind);
        match (object.kind, name) {
            ("relationship", _) => {
                let verb = object.json.text("relationship_type").unwrap_or("");
                let verb = Piece::Value(verb, vec![member(&object.pointer, "relationship_type")]);
                let from = self.reference(object, "source_ref", told);
                let to = self.reference(object, "target_ref", told);
                let pieces = from.into_iter().chain([Piece::Label(" "), verb, Piece::Label(" ")]).chain(to);
                sheet.sentence(&pieces.collect::<Vec<_>>());
            }
            ("sighting", _) => {
                let of = self.reference(object, "sighting_of_ref", told);
                sheet.heading("2", &[kind, Piece::Label(": ")].into_iter().chain(of).collect::<Vec<_>>());
            }
            (_, Some(name)) if is_observable => sheet.item(&[kind, Piece::Label(": "), name]),
            (_, Some(name)) => sheet.heading("2", &[kind, Piece::Label(": "), name]),
            (_, None) => sheet.heading("2", &[kind]),
        }
        fields::write(self, object, sheet, told);
        if object.json.get("revoked") == Some(&Json::Bool(true)) {
            told.revoked += 1;
        }
        sheet.close();
    }

    /// The object that the property `key` refers to, by its name; by its id where the bundle does not have it or it has no name.
    fn reference(&self, object: &Object<'j>, key: &str, told: &mut Told) -> Option<Piece<'j>> {
        let id = object.json.text(key)?;
        Some(self.named(id, member(&object.pointer, key), told))
    }

    fn named(&self, id: &'j str, pointer: String, told: &mut Told) -> Piece<'j> {
        let target = self.find(id);
        if target.is_none() && marking::known(id).is_none() {
            told.dangling += 1;
        }
        match target.and_then(|target| Some((target, target.name()?))) {
            Some((target, (key, words))) => Piece::Value(words, vec![pointer, member(&target.pointer, key)]),
            None => Piece::Value(id, vec![pointer]),
        }
    }

    /// What the bundle says of itself: by its one report, else its one grouping, campaign or incident, else the first of them.
    fn declared(&self) -> Declared {
        let only = |kind: &str| {
            let mut of_kind = self.objects.iter().filter(|object| object.kind == kind);
            of_kind.next().filter(|_| of_kind.next().is_none())
        };
        const HEADS: [&str; 4] = ["report", "grouping", "campaign", "incident"];
        let first = || self.objects.iter().find(|object| HEADS.contains(&object.kind));
        let head = HEADS.into_iter().find_map(only).or_else(first);
        // Who made the head; where it does not say, who made all that name their maker.
        let makers: std::collections::BTreeSet<&str> =
            self.objects.iter().filter_map(|object| object.json.text("created_by_ref")).collect();
        let only_maker = || makers.first().copied().filter(|_| makers.len() == 1);
        let maker = head.and_then(|head| head.json.text("created_by_ref")).or_else(only_maker);
        let maker = maker.and_then(|id| self.find(id)).and_then(Object::name).map(|(_, words)| words.to_owned());
        Declared {
            title: head.and_then(Object::name).map(|(_, words)| words.trim().to_owned()),
            published: head.and_then(|head| head.json.text("published")).map(str::to_owned),
            publisher: maker,
            ..Declared::default()
        }
    }

    fn issues(&self, file: &str, tree: &Json, told: &Told, issues: &mut Vec<Issue>) {
        if self.objects.is_empty() {
            let message = format!("{file} is a STIX bundle with no object that can be shown. Check that it was exported whole.");
            issues.push(issue("empty", message));
        }
        issues.extend(sheet::cut_short(file, self.beyond, "objects", MAX_OBJECTS));
        if tree.get("more") == Some(&Json::Bool(true)) {
            let message = format!(
                "{file} is one part of the answer of a TAXII server: more objects follow it. Fetch the rest, and import it beside this."
            );
            issues.push(issue("part", message));
        }
        if tree.text("spec_version") == Some("2.0") {
            let message = format!("{file} is STIX 2.0, not 2.1; it was read all the same. Compare its fields with the original.");
            issues.push(issue("old-version", message));
        }
        issues.extend(marking::issue_of(file, tree));
        let mut lost = Vec::new();
        if !self.not_shown.is_empty() {
            lost.push(format!("objects of these types: {}", listed(&self.not_shown)));
        }
        if !told.properties.is_empty() {
            lost.push(format!("these properties: {}", listed(&told.properties)));
        }
        issues.extend(sheet::not_shown(file, &lost.join("; and ")));
        if told.dangling > 0 {
            let message = format!(
                "{} references in {file} point to objects that are not in it, or that the text leaves out; they show as ids. Ask its maker for the whole bundle.",
                told.dangling
            );
            issues.push(issue("missing-object", message));
        }
        if told.revoked > 0 {
            let message = format!(
                "{} objects of {file} were revoked by their maker; they propose nothing. Ask its maker what stands in their place.",
                told.revoked
            );
            issues.push(issue("revoked", message));
        }
    }
}

#[cfg(test)]
mod tests;
