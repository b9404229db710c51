//! Import: files and folders in, sources and proposed claims out. A tokio pipeline reads, hashes and parses several files at once
//! and stores them in the order of their paths, so that the same folder always gives the same ids.

use crate::dossier::standing_sources;
use crate::gather::{Found, gather};
use crate::rows::{ImportRow, ImportState};
use crate::{Actor, AppError, Dossier};
use dossier_intake::Read;
use dossier_model::{Content, Digest, Handling, Issue, Judgement, JudgementKind, Source, SourceId};
use dossier_store::NewSource;
use serde::Serialize;
use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// How many sources one transaction stores.
const BATCH: usize = 100;

/// How often a cancel is looked for while a file is waited for.
const LOOK: Duration = Duration::from_millis(50);

/// What to import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file, or a folder with all that is in it.
    Path(PathBuf),
    /// Bytes that are at hand, with the name they go by: pasted text, the specimen's reports.
    Bytes(String, Vec<u8>),
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct Progress {
    /// Files that are done.
    #[specta(type = u32)]
    pub done: usize,
    /// All files.
    #[specta(type = u32)]
    pub of: usize,
}

struct Item {
    file: String,
    from: From,
}

enum From {
    Hand(Vec<u8>),
    Disk(PathBuf),
    /// Nothing to read: a code and why.
    Nowhere(&'static str, String),
}

struct Parsed {
    file: String,
    /// What was read, else a code and why not.
    result: Result<ParsedText, (&'static str, String)>,
}

struct ParsedText {
    bytes: Vec<u8>,
    sha256: Digest,
    read: Read,
    claims: Vec<Content>,
}

/// Imports `inputs`, `jobs` files at a time. Gives one row per file seen, known ones included; a file that cannot be read is a row
/// with its issue, and the rest goes on. Once `cancel` is set it reads no more: what was read is stored, and has its rows.
pub fn import(
    dossier: &mut Dossier,
    inputs: &[Input],
    jobs: usize,
    actor: &Actor,
    cancel: &AtomicBool,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<ImportRow>, AppError> {
    let mut items = VecDeque::new();
    for input in inputs {
        match input {
            Input::Bytes(name, bytes) => items.push_back(Item { file: name.clone(), from: From::Hand(bytes.clone()) }),
            Input::Path(path) => items.extend(gather(path, dossier.path(), cancel).into_iter().map(item)),
        }
    }
    let of = items.len();
    let mut desk = Readers::new(jobs.max(1), items)?;
    let mut known = Known::of(dossier)?;
    let (mut rows, mut batch, mut done) = (Vec::new(), Vec::new(), 0);
    while let Some(parsed) = desk.next(cancel) {
        batch.push(parsed);
        done += 1;
        progress(Progress { done, of });
        if batch.len() == BATCH {
            rows.extend(store(dossier, std::mem::take(&mut batch), &mut known, actor)?);
        }
    }
    if !batch.is_empty() {
        rows.extend(store(dossier, batch, &mut known, actor)?);
    }
    Ok(rows)
}

fn item(found: Found) -> Item {
    match found {
        Found::File(path) => Item { file: name_of(&path), from: From::Disk(path) },
        Found::Not(path, code, why) => Item { file: name_of(&path), from: From::Nowhere(code, why) },
    }
}

/// Reads several files at once, and gives them out in their order.
struct Readers {
    runtime: Option<tokio::runtime::Runtime>,
    waiting: VecDeque<Item>,
    /// Of so many files each is being read, or is read and its turn has not come.
    most: usize,
    begun: usize,
    given: usize,
    read: BTreeMap<usize, Parsed>,
    results: Receiver<(usize, Parsed)>,
    sender: Sender<(usize, Parsed)>,
}

impl Readers {
    fn new(jobs: usize, waiting: VecDeque<Item>) -> Result<Self, AppError> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .max_blocking_threads(jobs)
            .build()
            .map_err(|error| AppError::Internal(format!("the import pipeline did not start: {error}")))?;
        let (sender, results) = channel();
        Ok(Self { runtime: Some(runtime), waiting, most: jobs * 2, begun: 0, given: 0, read: BTreeMap::new(), results, sender })
    }

    /// The next file; `None` when there are no more, or when `cancel` is set while it is waited for.
    fn next(&mut self, cancel: &AtomicBool) -> Option<Parsed> {
        loop {
            while !cancel.load(Ordering::Relaxed)
                && self.begun - self.given < self.most
                && let Some(item) = self.waiting.pop_front()
            {
                let (number, sender) = (self.begun, self.sender.clone());
                self.begun += 1;
                self.runtime.as_ref()?.spawn_blocking(move || {
                    // Nobody waits for it any more where the import was cancelled.
                    let _ = sender.send((number, parse_whatever_happens(item)));
                });
            }
            if let Some(parsed) = self.read.remove(&self.given) {
                self.given += 1;
                return Some(parsed);
            }
            if self.given == self.begun || cancel.load(Ordering::Relaxed) {
                return None;
            }
            if let Ok((number, parsed)) = self.results.recv_timeout(LOOK) {
                self.read.insert(number, parsed);
            }
        }
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        // A file that takes long is not waited for: what is read of it after a cancel goes nowhere.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// One file that breaks the reader must not break the import of the others.
fn parse_whatever_happens(item: Item) -> Parsed {
    let file = item.file.clone();
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| parse(item))).unwrap_or_else(|_| {
        let why = "reading it stopped unexpectedly; this is a fault of Dossier: please report it with the file, if you may";
        Parsed { file, result: Err(("fault", why.to_owned())) }
    })
}

fn parse(item: Item) -> Parsed {
    let bytes = match item.from {
        From::Hand(bytes) => Ok(bytes),
        From::Disk(path) => std::fs::read(&path).map_err(|error| ("unreadable", AppError::unreadable(&path, &error).to_string())),
        From::Nowhere(code, why) => Err((code, why)),
    };
    let result = bytes.map(|bytes| {
        let read = dossier_intake::read(&item.file, &bytes);
        let about = dossier_claims::About {
            title: read.title.as_deref(),
            publisher: read.publisher.as_deref(),
            published: read.published.as_ref(),
        };
        let claims = dossier_claims::propose(&read.text, &read.marks, &about);
        ParsedText { sha256: Digest::of(&bytes), bytes, claims, read }
    });
    Parsed { file: item.file, result }
}

fn failed(file: String, sha256: Option<Digest>, media_type: Option<String>, code: &str, message: String) -> ImportRow {
    let issues = vec![Issue { code: code.to_owned(), message }];
    ImportRow { file, source: None, sha256, media_type, characters: 0, claims: 0, issues, state: ImportState::Failed }
}

/// What is already in the dossier, by what an import compares.
struct Known {
    by_digest: BTreeMap<Digest, SourceId>,
    by_address: BTreeMap<String, SourceId>,
    standing: std::collections::BTreeSet<SourceId>,
    judgements: Vec<Judgement>,
}

impl Known {
    fn of(dossier: &Dossier) -> Result<Self, AppError> {
        let judgements = dossier.store.judgements()?;
        let standing = standing_sources(&dossier.store, &judgements)?;
        Ok(Self {
            by_digest: dossier.store.sources()?.iter().map(|source| (source.sha256, source.id)).collect(),
            by_address: standing.iter().filter_map(|source| Some((address(source)?, source.id))).collect(),
            standing: standing.iter().map(|source| source.id).collect(),
            judgements,
        })
    }
}

fn store(dossier: &mut Dossier, batch: Vec<Parsed>, known: &mut Known, actor: &Actor) -> Result<Vec<ImportRow>, AppError> {
    let act = format!("import {} {}", batch.len(), if batch.len() == 1 { "file" } else { "files" });
    let (rows, _) = dossier.store.edit(actor.name(), &actor.stamp(), &act, |tx| {
        let mut rows = Vec::with_capacity(batch.len());
        for parsed in batch {
            rows.push(store_one(tx, parsed, known)?);
        }
        Ok::<_, AppError>(rows)
    })?;
    Ok(rows)
}

fn store_one(tx: &mut dossier_store::Tx<'_>, parsed: Parsed, known: &mut Known) -> Result<ImportRow, AppError> {
    let Parsed { file, result } = parsed;
    let ParsedText { bytes, sha256, read, claims } = match result {
        Ok(parsed) => parsed,
        Err((code, why)) => return Ok(failed(file, None, None, code, why)),
    };
    if read.text.is_empty() {
        let mut row = failed(file, Some(sha256), Some(read.media_type), "empty", String::new());
        row.issues = read.issues;
        return Ok(row);
    }
    let characters = u32::try_from(read.text.chars().count()).unwrap_or(u32::MAX);
    let mut row = ImportRow {
        file: file.clone(),
        source: None,
        sha256: Some(sha256),
        media_type: Some(read.media_type.clone()),
        characters,
        claims: claims.len(),
        issues: read.issues.clone(),
        state: ImportState::New,
    };
    if let Some(id) = known.by_digest.get(&sha256).copied() {
        if known.standing.insert(id) {
            bring_back(tx, id, &known.judgements)?;
        }
        return Ok(ImportRow { source: Some(id), state: ImportState::Known, ..row });
    }
    tx.insert_original(&bytes)?;
    let mut new = NewSource {
        file,
        sha256,
        media_type: read.media_type,
        title: read.title,
        authors: read.authors,
        publisher: read.publisher,
        published: read.published,
        url: read.url,
        syndicated_from: read.syndicated_from,
        handling: Handling::Unreviewed,
        issues: read.issues,
        revises: None,
    };
    let address = new.url.clone().or_else(|| Some(format!("{}\n{}", new.publisher.as_ref()?, new.title.as_ref()?)));
    if let Some(earlier) = address.as_ref().and_then(|address| known.by_address.get(address)) {
        new.revises = Some(*earlier);
        row.state = ImportState::Revision;
    }
    let id = tx.insert_source(&new, &read.text, &read.marks)?;
    tx.insert_claims(id, &claims, crate::propose::RULES)?;
    known.by_digest.insert(sha256, id);
    known.standing.insert(id);
    if let Some(address) = address {
        known.by_address.insert(address, id);
    }
    Ok(ImportRow { source: Some(id), ..row })
}

/// What a later version of the same article shares with the earlier one: its address, else its publisher and title.
fn address(source: &Source) -> Option<String> {
    source.url.clone().or_else(|| Some(format!("{}\n{}", source.publisher.as_ref()?, source.title.as_ref()?)))
}

/// A source that was withdrawn and is imported again counts again.
fn bring_back(tx: &mut dossier_store::Tx<'_>, id: SourceId, judgements: &[Judgement]) -> Result<(), AppError> {
    let withdrawals = Judgement::standing(judgements)
        .into_iter()
        .filter(|judgement| matches!(&judgement.kind, JudgementKind::Withdraw { sources } if sources.contains(&id)))
        .map(|judgement| judgement.id)
        .collect();
    tx.insert_judgement(JudgementKind::Revoke { judgements: withdrawals }, Some("imported again"), false)?;
    Ok(())
}
