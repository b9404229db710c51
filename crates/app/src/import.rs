//! Import: files and folders in, sources and proposed claims out. A tokio pipeline reads, hashes and parses several files at once
//! and stores them in the order of their paths, so that the same folder always gives the same ids.

use crate::dossier::standing_sources;
use crate::rows::{ImportRow, ImportState};
use crate::{Actor, AppError, Dossier};
use dossier_intake::Read;
use dossier_model::{Content, Digest, Handling, Issue, Judgement, JudgementKind, Source, SourceId};
use dossier_store::NewSource;
use serde::Serialize;
use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};

/// How many sources one transaction stores.
const BATCH: usize = 100;

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
}

struct Parsed {
    file: String,
    result: Result<ParsedText, String>,
}

struct ParsedText {
    bytes: Vec<u8>,
    sha256: Digest,
    read: Read,
    claims: Vec<Content>,
}

/// Imports `inputs`, `jobs` files at a time. Gives one row per file seen, known ones included; a file that cannot be read is a row
/// with its issue, and the rest goes on.
pub fn import(
    dossier: &mut Dossier,
    inputs: &[Input],
    jobs: usize,
    actor: &Actor,
    progress: &mut dyn FnMut(Progress),
) -> Result<Vec<ImportRow>, AppError> {
    let mut rows = Vec::new();
    let mut items = VecDeque::new();
    for input in inputs {
        match input {
            Input::Bytes(name, bytes) => items.push_back(Item { file: name.clone(), from: From::Hand(bytes.clone()) }),
            Input::Path(path) => match walk(path) {
                Ok(paths) => items.extend(paths.into_iter().map(|path| Item { file: name_of(&path), from: From::Disk(path) })),
                Err(error) => rows.push(failed(name_of(path), None, None, "unreadable", error.to_string())),
            },
        }
    }
    let of = items.len();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .max_blocking_threads(jobs.max(1))
        .build()
        .map_err(|error| AppError::Internal(format!("the import pipeline did not start: {error}")))?;
    let mut known = Known::of(dossier)?;
    let mut running = VecDeque::new();
    let mut batch = Vec::new();
    let mut done = 0;
    while !items.is_empty() || !running.is_empty() {
        while running.len() < jobs.max(1) * 2
            && let Some(item) = items.pop_front()
        {
            running.push_back(runtime.spawn_blocking(move || parse(item)));
        }
        if let Some(handle) = running.pop_front() {
            let parsed = runtime
                .block_on(handle)
                .map_err(|error| AppError::Internal(format!("reading a file stopped unexpectedly: {error}")))?;
            batch.push(parsed);
            done += 1;
        }
        if batch.len() == BATCH || items.is_empty() && running.is_empty() {
            rows.extend(store(dossier, std::mem::take(&mut batch), &mut known, actor)?);
            progress(Progress { done, of });
        }
    }
    Ok(rows)
}

/// The files at `path`, in order; hidden ones are left out of folders.
fn walk(path: &Path) -> Result<Vec<PathBuf>, AppError> {
    let meta = std::fs::metadata(path).map_err(|error| AppError::unreadable(path, &error))?;
    if !meta.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut names = Vec::new();
    for entry in std::fs::read_dir(path).map_err(|error| AppError::unreadable(path, &error))? {
        let entry = entry.map_err(|error| AppError::unreadable(path, &error))?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            names.push(entry.path());
        }
    }
    names.sort();
    let mut files = Vec::new();
    for name in names {
        // A link may lead back to a folder above: links are read as files, never entered.
        if name.is_symlink() && name.is_dir() {
            continue;
        }
        files.extend(walk(&name)?);
    }
    Ok(files)
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn parse(item: Item) -> Parsed {
    let bytes = match item.from {
        From::Hand(bytes) => Ok(bytes),
        From::Disk(path) => std::fs::read(&path).map_err(|error| AppError::unreadable(&path, &error).to_string()),
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
        Err(why) => return Ok(failed(file, None, None, "unreadable", why)),
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
    tx.insert_claims(id, &claims, "rules")?;
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
