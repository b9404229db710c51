//! MISP events (MISP core format): one event, a list of them, or the answer of a server. A heading for the event and for each galaxy,
//! object and report in it; attributes as lines "type: value", or under the name that their object gives them.

mod tags;

use crate::date;
use crate::declared::Declared;
use crate::document::{Document, issue};
use crate::json::Json;
use crate::sheet::{self, Piece, Sheet, listed, member};
use dossier_model::Issue;
use std::collections::BTreeMap;

/// The most attributes that are shown: the largest public feeds have some 20,000 in an event.
const MAX_ATTRIBUTES: usize = 100_000;

/// What the numbers of two fields mean, by the MISP core format.
const LEVELS: &[(&str, &str)] = &[("1", "high"), ("2", "medium"), ("3", "low"), ("4", "undefined")];
const STATES: &[(&str, &str)] = &[("0", "initial"), ("1", "ongoing"), ("2", "completed")];

/// Reads the events of a file.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Document {
    let (tree, mut issues) = match sheet::tree(file, bytes, "a MISP event") {
        Ok(read) => read,
        Err(document) => return *document,
    };
    let mut events = Vec::new();
    events_of(&tree, String::new(), &mut events);
    let mut pen = Pen::default();
    let (events, others): (Vec<_>, Vec<_>) = events.into_iter().partition(|(_, event)| matches!(event, Json::Object(_)));
    pen.lose("values of Event that are no objects", others.len());
    for (pointer, event) in &events {
        pen.event(event, pointer);
    }
    let declared = events.first().map(|(_, event)| declared(event, events.len() == 1)).unwrap_or_default();
    pen.issues(file, &events, &mut issues);
    let (laid, normalised) = pen.sheet.finish();
    Document { media_type: "application/json".to_owned(), laid, declared, normalised, issues, ..Document::default() }
}

/// The events that stand in `tree`, with their pointers.
fn events_of<'j>(tree: &'j Json, at: String, events: &mut Vec<(String, &'j Json)>) {
    match tree {
        Json::List(values) => {
            for (n, value) in values.iter().enumerate() {
                events_of(value, format!("{at}/{n}"), events);
            }
        }
        Json::Object(_) => {
            if let Some(event) = tree.get("Event") {
                events.push((member(&at, "Event"), event));
            } else if let Some(response) = tree.get("response") {
                events_of(response, member(&at, "response"), events);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => {}
    }
}

fn declared(event: &Json, alone: bool) -> Declared {
    let published = event.get("publish_timestamp").and_then(Json::words).and_then(day);
    Declared {
        title: event.text("info").map(|info| info.trim().to_owned()),
        publisher: event.get("Orgc").and_then(|maker| maker.text("name")).map(|name| name.trim().to_owned()),
        published: published.filter(|_| alone && event.get("published") == Some(&Json::Bool(true))),
        updated: event.get("timestamp").and_then(Json::words).and_then(day).filter(|_| alone),
        ..Declared::default()
    }
}

/// Older servers write `"1"` for `true`.
fn is_deleted(record: &Json) -> bool {
    record.get("deleted").and_then(Json::words).is_some_and(|words| matches!(words, "true" | "1"))
}

/// The day of a moment in seconds since 1970.
fn day(seconds: &str) -> Option<String> {
    let seconds: i64 = seconds.parse().ok().filter(|seconds| *seconds > 0)?;
    date::day_of(seconds.div_euclid(86_400))
}

/// Writes events, and keeps what they lose.
#[derive(Default)]
struct Pen {
    sheet: Sheet,
    attributes: usize,
    beyond: usize,
    deleted: usize,
    files: usize,
    not_shown: BTreeMap<String, usize>,
}

impl Pen {
    fn event(&mut self, event: &Json, at: &str) {
        self.sheet.open(at.to_owned());
        let info = event.text("info").unwrap_or("");
        self.sheet.heading("1", &[Piece::Label("Event: "), Piece::Value(info, vec![member(at, "info")])]);
        self.field(event, at, "date", "Date", &[]);
        self.field(event, at, "threat_level_id", "Threat level", LEVELS);
        self.field(event, at, "analysis", "Analysis", STATES);
        for (key, label) in [("Orgc", "Made by"), ("Org", "Held by")] {
            if let Some(name) = event.get(key).filter(|org| key == "Orgc" || event.get("Orgc") != Some(*org)) {
                self.field(name, &member(at, key), "name", label, &[]);
            }
        }
        self.field(event, at, "published", "Published", &[]);
        self.moment(event, at, "publish_timestamp", "Published on");
        self.moment(event, at, "timestamp", "Changed on");
        self.tags(event, at);
        self.galaxies(event, at);
        for (n, attribute) in self.records(event, "Attribute") {
            self.attribute(attribute, &format!("{at}/Attribute/{n}"));
        }
        for (n, object) in self.records(event, "Object") {
            self.object(object, &format!("{at}/Object/{n}"));
        }
        for (n, report) in self.records(event, "EventReport") {
            let at = format!("{at}/EventReport/{n}");
            self.sheet.open(at.clone());
            let name = report.text("name").unwrap_or("");
            self.sheet.heading("2", &[Piece::Label("Report: "), Piece::Value(name, vec![member(&at, "name")])]);
            self.sheet.prose(report.text("content").unwrap_or(""), &member(&at, "content"));
            self.sheet.close();
        }
        for key in ["RelatedEvent", "ShadowAttribute", "Sighting", "CryptographicKey"] {
            self.lose(key, event.list(key).len());
        }
        self.sheet.close();
    }

    /// The objects of the array `key`, with their places in it; anything else is noted as lost.
    fn records<'j>(&mut self, record: &'j Json, key: &str) -> Vec<(usize, &'j Json)> {
        let all = match record.get(key) {
            Some(Json::List(all)) => all.as_slice(),
            None | Some(Json::Null) => &[],
            Some(_) => {
                self.lose(&format!("{key} that is no list"), 1);
                &[]
            }
        };
        let (objects, others): (Vec<_>, Vec<_>) = all.iter().enumerate().partition(|(_, value)| matches!(value, Json::Object(_)));
        self.lose(&format!("values of {key} that are no objects"), others.len());
        objects
    }

    fn lose(&mut self, what: &str, count: usize) {
        if count > 0 {
            *self.not_shown.entry(what.to_owned()).or_default() += count;
        }
    }

    /// "Label: value", with the meaning of a number behind it.
    fn field(&mut self, record: &Json, at: &str, key: &str, label: &str, meanings: &[(&str, &str)]) {
        let Some(words) = record.get(key).and_then(Json::words).filter(|words| !words.trim().is_empty()) else { return };
        let meaning = meanings.iter().find(|(code, _)| *code == words).map(|(_, meaning)| format!(" ({meaning})"));
        let pieces = [
            Piece::Label(label),
            Piece::Label(": "),
            Piece::Value(words, vec![member(at, key)]),
            Piece::Label(meaning.as_deref().unwrap_or("")),
        ];
        self.sheet.item(&pieces);
    }

    /// A moment in seconds since 1970, with its day behind it.
    fn moment(&mut self, record: &Json, at: &str, key: &str, label: &str) {
        let Some(words) = record.get(key).and_then(Json::words) else { return };
        if let Some(day) = day(words) {
            self.field(record, at, key, label, &[(words, day.as_str())]);
        }
    }

    fn tags(&mut self, record: &Json, at: &str) {
        for (n, tag) in self.records(record, "Tag") {
            self.field(tag, &format!("{at}/Tag/{n}"), "name", "Tag", &[]);
        }
    }

    fn galaxies(&mut self, record: &Json, at: &str) {
        for (n, galaxy) in self.records(record, "Galaxy") {
            let at = format!("{at}/Galaxy/{n}");
            self.sheet.open(at.clone());
            let kind = galaxy.text("type").unwrap_or("");
            self.sheet.heading("2", &[Piece::Label("Galaxy: "), Piece::Value(kind, vec![member(&at, "type")])]);
            for (n, cluster) in self.records(galaxy, "GalaxyCluster") {
                let at = format!("{at}/GalaxyCluster/{n}");
                self.sheet.open(at.clone());
                self.field(cluster, &at, "value", "Cluster", &[]);
                if let Some(meta) = cluster.get("meta") {
                    for (key, _) in meta.members() {
                        if !matches!(key.as_str(), "external_id" | "synonyms") {
                            self.lose("properties of galaxy clusters", 1);
                        }
                    }
                    for (key, label) in [("external_id", "Id"), ("synonyms", "Also called")] {
                        for (n, words) in meta.list(key).iter().enumerate() {
                            if let Some(words) = words.words() {
                                let pointer = vec![format!("{at}/meta/{key}/{n}")];
                                self.sheet.item(&[Piece::Label(label), Piece::Label(": "), Piece::Value(words, pointer)]);
                            }
                        }
                        self.field(meta, &format!("{at}/meta"), key, label, &[]);
                    }
                }
                self.sheet.prose(cluster.text("description").unwrap_or(""), &member(&at, "description"));
                self.sheet.close();
            }
            self.sheet.close();
        }
    }

    fn attribute(&mut self, attribute: &Json, at: &str) {
        if is_deleted(attribute) {
            self.deleted += 1;
            return;
        }
        self.attributes += 1;
        if self.attributes > MAX_ATTRIBUTES {
            self.beyond += 1;
            return;
        }
        self.sheet.open(at.to_owned());
        let part = |key: &str| attribute.text(key).map(|words| Piece::Value(words, vec![member(at, key)]));
        let mut line = Vec::new();
        match (part("object_relation"), part("type")) {
            (Some(relation), Some(kind)) => line.extend([relation, Piece::Label(" ("), kind, Piece::Label("): ")]),
            (one, other) => line.extend(one.or(other).into_iter().chain([Piece::Label(": ")])),
        }
        let value = attribute.get("value").and_then(Json::words).unwrap_or("");
        line.push(Piece::Value(value, vec![member(at, "value")]));
        self.sheet.item(&line);
        self.field(attribute, at, "comment", "Comment", &[]);
        self.field(attribute, at, "first_seen", "First seen", &[]);
        self.field(attribute, at, "last_seen", "Last seen", &[]);
        self.tags(attribute, at);
        self.galaxies(attribute, at);
        self.files += usize::from(attribute.text("data").is_some_and(|data| !data.is_empty()));
        self.lose("Sighting", attribute.list("Sighting").len());
        self.lose("ShadowAttribute", attribute.list("ShadowAttribute").len());
        self.sheet.close();
    }

    fn object(&mut self, object: &Json, at: &str) {
        if is_deleted(object) {
            self.deleted += 1;
            return;
        }
        self.sheet.open(at.to_owned());
        let name = object.text("name").unwrap_or("");
        self.sheet.heading("2", &[Piece::Label("Object: "), Piece::Value(name, vec![member(at, "name")])]);
        self.field(object, at, "comment", "Comment", &[]);
        self.field(object, at, "first_seen", "First seen", &[]);
        self.field(object, at, "last_seen", "Last seen", &[]);
        for (n, attribute) in self.records(object, "Attribute") {
            self.attribute(attribute, &format!("{at}/Attribute/{n}"));
        }
        self.lose("references between objects", object.list("ObjectReference").len());
        self.sheet.close();
    }

    fn issues(&self, file: &str, events: &[(String, &Json)], issues: &mut Vec<Issue>) {
        issues.extend(tags::issues_of(file, events));
        issues.extend(sheet::cut_short(file, self.beyond, "attributes", MAX_ATTRIBUTES));
        if self.files > 0 {
            let message = format!(
                "{} files are attached to attributes of {file}; they were not read. Save those that matter from MISP, and import them.",
                self.files
            );
            issues.push(issue("attached-files", message));
        }
        if self.deleted > 0 {
            let message = format!(
                "{} attributes or objects of {file} are marked as deleted; they were left out. Look them up in the original if they matter.",
                self.deleted
            );
            issues.push(issue("deleted", message));
        }
        issues.extend(sheet::not_shown(file, &listed(&self.not_shown)));
    }
}

#[cfg(test)]
mod tests;
