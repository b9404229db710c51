//! The custody record: for each exhibit, who did what to it and when, as far as the dossier's ledger tells, with the hashes that
//! tie each event to the ledger. Of an act only its verb is shown, so that no path and no other source stands in a pack.

use crate::PacksError;
use crate::exhibit::Exhibit;
use dossier_model::{Digest, Entry, canonical};
use serde::Serialize;
use std::collections::BTreeMap;

/// The table of the ledger's rows for sources; a row is a source's number.
const SOURCES: &str = "sources";

/// Where the ledger stood when the pack was made.
#[derive(Serialize)]
struct Head {
    entry: u32,
    hash: Digest,
}

/// One event.
#[derive(Serialize)]
struct Event<'a> {
    item: String,
    at: &'a str,
    actor: &'a str,
    action: String,
    from: Option<&'a str>,
    to: Option<&'static str>,
    tool: &'static str,
    hash_before: Option<Digest>,
    hash_after: Option<Digest>,
    reason: Option<String>,
    entry: Option<u32>,
    entry_hash: Option<Digest>,
    previous_hash: Option<Digest>,
}

/// The custody record of a pack.
#[derive(Serialize)]
pub(crate) struct Custody<'a> {
    /// The last entry that changed content; nothing later is in the pack.
    head: Option<Head>,
    events: Vec<Event<'a>>,
}

impl<'a> Custody<'a> {
    /// The record of `exhibits`: their acquisition, and each content entry of the ledger that wrote their row.
    pub(crate) fn new(exhibits: &[&'a Exhibit], entries: &'a [Entry]) -> Self {
        let content: Vec<&Entry> = entries.iter().filter(|entry| entry.content).collect();
        let head = content.last().map(|entry| Head { entry: entry.n, hash: entry.hash });
        let touching = Touching::of(&content);
        let events = exhibits.iter().flat_map(|exhibit| events(exhibit, &touching.entries(exhibit))).collect();
        Self { head, events }
    }

    pub(crate) fn json(&self) -> Result<Vec<u8>, PacksError> {
        Ok(canonical(self)?)
    }

    /// The ledger's head in words.
    pub(crate) fn head_in_words(&self) -> String {
        self.head
            .as_ref()
            .map_or_else(|| "none: the ledger was empty".to_owned(), |head| format!("entry {}, {}", head.entry, head.hash))
    }

    pub(crate) fn csv(&self) -> String {
        let head = [
            "Item",
            "Time (UTC)",
            "Actor",
            "Action",
            "From",
            "To",
            "Tool",
            "Hash before",
            "Hash after",
            "Reason",
            "Ledger entry",
            "Entry hash",
            "Previous entry hash",
        ];
        let digest = |digest: Option<Digest>| digest.map(|digest| digest.to_string()).unwrap_or_default();
        let row = |event: &Event<'_>| {
            vec![
                event.item.clone(),
                event.at.to_owned(),
                event.actor.to_owned(),
                event.action.clone(),
                event.from.unwrap_or_default().to_owned(),
                event.to.unwrap_or_default().to_owned(),
                event.tool.to_owned(),
                digest(event.hash_before),
                digest(event.hash_after),
                String::new(),
                event.entry.map(|n| n.to_string()).unwrap_or_default(),
                digest(event.entry_hash),
                digest(event.previous_hash),
            ]
        };
        dossier_model::csv_table(&head, self.events.iter().map(row))
    }
}

/// Which entries wrote the row of which source, by its number.
struct Touching<'a>(BTreeMap<u32, Vec<&'a Entry>>);

impl<'a> Touching<'a> {
    fn of(entries: &[&'a Entry]) -> Self {
        let mut by_source: BTreeMap<u32, Vec<&Entry>> = BTreeMap::new();
        for entry in entries {
            let rows = entry.rows.iter().filter(|row| row.table == SOURCES);
            for number in rows.filter_map(|row| row.row.parse().ok()) {
                by_source.entry(number).or_default().push(entry);
            }
        }
        Self(by_source)
    }

    /// The entries that wrote the exhibit's source, in order, each once.
    fn entries(&self, exhibit: &Exhibit) -> Vec<&'a Entry> {
        let mut found = self.0.get(&exhibit.source.id.number()).cloned().unwrap_or_default();
        found.sort_by_key(|entry| entry.n);
        found.dedup_by_key(|entry| entry.n);
        found
    }
}

fn events<'a>(exhibit: &'a Exhibit, entries: &[&'a Entry]) -> Vec<Event<'a>> {
    let source = &exhibit.source;
    let event = |at, actor, action: String, entry: Option<&Entry>| Event {
        item: exhibit.label(),
        at,
        actor,
        action,
        from: None,
        to: None,
        tool: crate::pack::AGENT,
        hash_before: Some(source.sha256),
        hash_after: Some(source.sha256),
        reason: None,
        entry: entry.map(|entry| entry.n),
        entry_hash: entry.map(|entry| entry.hash),
        previous_hash: entry.map(|entry| entry.previous),
    };
    let acquired_by = entries.iter().position(|entry| verb(&entry.act) == "import");
    let acquired = Event {
        from: Some(&source.file),
        to: Some("the dossier"),
        hash_before: None,
        ..event(&source.imported_at, &source.imported_by, "acquired and hashed".into(), acquired_by.map(|at| entries[at]))
    };
    let later = entries.iter().enumerate().filter(|(at, _)| Some(*at) != acquired_by);
    let later = later.map(|(_, entry)| event(&entry.at, &entry.actor, action(&entry.act), Some(entry)));
    std::iter::once(acquired).chain(later).collect()
}

fn verb(act: &str) -> &str {
    act.split_whitespace().next().unwrap_or_default()
}

/// The act in the words of a custody record.
fn action(act: &str) -> String {
    match verb(act) {
        "source" => "description changed; bytes unchanged".to_owned(),
        "import" => "seen again; bytes unchanged".to_owned(),
        verb => format!("{}; bytes unchanged", verb.chars().filter(|c| c.is_ascii_alphabetic() || *c == '-').collect::<String>()),
    }
}
