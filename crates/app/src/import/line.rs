//! The pipeline: files are read, hashed, parsed and searched for claims several at a time, and given out in the order of their paths.

use super::desk::{Desk, Fault};
use super::proposing::{Proposed, proposed, stopped};
use super::{Input, Jobs};
use crate::AppError;
use crate::gather::{Found, gather};
use dossier_intake::{Member, Read};
use dossier_model::{Column, Content, Digest, Issue, ReadRecord};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// How often a cancel is looked for while a file is waited for.
const LOOK: Duration = Duration::from_millis(50);

/// How long workers that have nothing to do are waited for when an import ends.
const GOODBYE: Duration = Duration::from_millis(500);

/// Of files so large together, in bytes, no more are begun before one is given out.
const BUDGET: u64 = 256 * 1024 * 1024;

/// Mails within mails, archives within archives: no deeper than this.
const DEPTH: usize = 6;

/// From one file come at most so many documents, and so many bytes of them: each archive is held to less, but archives in archives
/// would multiply that.
const MEMBERS: usize = 20_000;
const MEMBER_BYTES: usize = 1024 * 1024 * 1024;

/// One file to be imported.
pub(super) struct Item {
    file: String,
    from: From,
    size: u64,
}

enum From {
    Hand(Vec<u8>),
    Disk(PathBuf),
    /// Nothing to read: a code and why.
    Nowhere(&'static str, String),
}

/// The files of `inputs`, in order. `own` is the dossier that they are imported into.
pub(super) fn items(inputs: &[Input], own: &Path, cancel: &AtomicBool) -> VecDeque<Item> {
    let item = |found: Found| match found {
        Found::File(path) => {
            let size = std::fs::metadata(&path).map_or(0, |meta| meta.len());
            Item { file: name_of(&path), from: From::Disk(path), size }
        }
        Found::Not(path, code, why) => Item { file: name_of(&path), from: From::Nowhere(code, why), size: 0 },
    };
    let mut items = VecDeque::new();
    for input in inputs {
        match input {
            Input::Bytes(name, bytes) => {
                items.push_back(Item { file: name.clone(), size: bytes.len() as u64, from: From::Hand(bytes.clone()) });
            }
            Input::Path(path) => items.extend(gather(path, own, cancel).into_iter().map(item)),
        }
    }
    items
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// One document with those that lie within it.
pub(super) struct Parsed {
    pub(super) file: String,
    /// Its name with those of the documents that it lies in: `letter.eml/evidence.pdf`.
    pub(super) place: String,
    /// Where it was imported from; `None` where it was at hand.
    pub(super) path: Option<String>,
    pub(super) outcome: Outcome,
    pub(super) members: Vec<Parsed>,
}

/// What became of a document.
pub(super) enum Outcome {
    /// It was read.
    Read(Box<Text>),
    /// The dossier has it.
    Known(Digest),
    /// It could not be read: a code and why.
    Failed(&'static str, String),
}

/// What was read of one document.
pub(super) struct Text {
    pub(super) bytes: Vec<u8>,
    pub(super) sha256: Digest,
    pub(super) read: Read,
    pub(super) reading: ReadRecord,
    pub(super) claims: Vec<Content>,
    /// By what near copies of it are recognised.
    pub(super) sketch: String,
}

impl Parsed {
    /// How many documents it is, with those within it.
    pub(super) fn count(&self) -> usize {
        1 + self.members.iter().map(Self::count).sum::<usize>()
    }

    /// The bytes of their originals.
    pub(super) fn size(&self) -> u64 {
        let own = match &self.outcome {
            Outcome::Read(text) => text.bytes.len() as u64,
            Outcome::Known(_) | Outcome::Failed(..) => 0,
        };
        own + self.members.iter().map(Self::size).sum::<u64>()
    }
}

/// Reads several files at once, and gives them out in their order.
pub(super) struct Line {
    runtime: Option<tokio::runtime::Runtime>,
    work: Arc<Work>,
    waiting: VecDeque<Item>,
    /// Of so many files each is being read, or is read and its turn has not come.
    most: usize,
    begun: usize,
    given: usize,
    /// The bytes of files that are begun and not given out.
    bytes: u64,
    sizes: VecDeque<u64>,
    read: BTreeMap<usize, Parsed>,
    results: Receiver<(usize, Parsed)>,
    sender: Sender<(usize, Parsed)>,
}

impl Line {
    /// `known` are the originals that the dossier has: they are hashed, and not read again. `columns` are those that people gave a meaning.
    pub(super) fn new(
        jobs: &Jobs,
        waiting: VecDeque<Item>,
        known: BTreeSet<Digest>,
        columns: Arc<[Vec<Column>]>,
    ) -> Result<Self, AppError> {
        let at_once = jobs.at_once.max(1);
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .max_blocking_threads(at_once)
            .enable_all()
            .build()
            .map_err(|error| AppError::Internal(format!("the import pipeline did not start: {error}")))?;
        let (sender, results) = channel();
        let work =
            Arc::new(Work { desk: Desk::new(jobs.reader.clone()), known, columns, hands: tokio::sync::Semaphore::new(at_once) });
        let (begun, given, bytes) = (0, 0, 0);
        Ok(Self {
            runtime: Some(runtime),
            work,
            waiting,
            most: at_once * 4,
            begun,
            given,
            bytes,
            sizes: VecDeque::new(),
            read: BTreeMap::new(),
            results,
            sender,
        })
    }

    /// The next file; `None` when there are no more, or when `cancel` is set while it is waited for.
    pub(super) fn next(&mut self, cancel: &AtomicBool) -> Option<Parsed> {
        loop {
            while !cancel.load(Ordering::Relaxed)
                && self.begun - self.given < self.most
                && let Some(item) = self.next_to_begin()
            {
                let (number, sender, work) = (self.begun, self.sender.clone(), Arc::clone(&self.work));
                self.begun += 1;
                self.bytes += item.size;
                self.sizes.push_back(item.size);
                self.runtime.as_ref()?.spawn(async move {
                    // Nobody waits for it any more where the import was cancelled.
                    let _ = sender.send((number, work.parse(item).await));
                });
            }
            if let Some(parsed) = self.read.remove(&self.given) {
                self.given += 1;
                self.bytes -= self.sizes.pop_front().unwrap_or(0);
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

    /// The next file, unless those that are begun are large enough for now.
    fn next_to_begin(&mut self) -> Option<Item> {
        let size = self.waiting.front()?.size;
        let fits = self.begun == self.given || self.bytes + size <= BUDGET;
        if fits { self.waiting.pop_front() } else { None }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        let Some(runtime) = self.runtime.take() else { return };
        // Workers that have nothing to do end with their input, and are waited for so that nothing of them stays behind.
        let (work, (ended, end)) = (Arc::clone(&self.work), channel());
        runtime.spawn(async move {
            work.desk.close().await;
            // Nobody waits any more where that took too long.
            let _ = ended.send(());
        });
        let _ = end.recv_timeout(GOODBYE);
        // A file that takes long is not waited for: what is read of it after a cancel goes nowhere, and its worker is killed.
        runtime.shutdown_background();
    }
}

/// What may still come from one file.
struct Allowance {
    members: usize,
    bytes: usize,
}

impl Allowance {
    /// Whether `members` may come too.
    fn covers(&mut self, members: &[Member]) -> bool {
        let bytes = members.iter().map(|member| member.bytes.len()).sum();
        match (self.members.checked_sub(members.len()), self.bytes.checked_sub(bytes)) {
            (Some(members), Some(bytes)) => {
                *self = Self { members, bytes };
                true
            }
            _ => false,
        }
    }
}

/// What every file needs on its way.
struct Work {
    desk: Desk,
    known: BTreeSet<Digest>,
    /// The columns of tables that people gave a meaning, the latest first.
    columns: Arc<[Vec<Column>]>,
    /// As many files are worked on at once.
    hands: tokio::sync::Semaphore,
}

impl Work {
    async fn parse(&self, item: Item) -> Parsed {
        let path = if let From::Disk(path) = &item.from { Some(path.display().to_string()) } else { None };
        let failed = |code, why| Parsed {
            file: item.file.clone(),
            place: item.file.clone(),
            path: path.clone(),
            outcome: Outcome::Failed(code, why),
            members: Vec::new(),
        };
        let Ok(_hand) = self.hands.acquire().await else { return failed("fault", "the import ended".to_owned()) };
        let bytes = match item.from {
            From::Hand(bytes) => bytes,
            From::Disk(path) => {
                match away(move || std::fs::read(&path).map_err(|error| AppError::unreadable(&path, &error))).await {
                    Some(Ok(bytes)) => bytes,
                    Some(Err(error)) => return failed("unreadable", error.to_string()),
                    None => return failed("fault", "reading it stopped unexpectedly".to_owned()),
                }
            }
            From::Nowhere(code, why) => return failed(code, why),
        };
        let mut allowance = Allowance { members: MEMBERS, bytes: MEMBER_BYTES };
        self.document(&item.file, path, bytes, 0, &mut allowance).await
    }

    /// One document and those within it.
    async fn document(
        &self,
        place: &str,
        path: Option<String>,
        bytes: Vec<u8>,
        depth: usize,
        allowance: &mut Allowance,
    ) -> Parsed {
        let file = place.rsplit('/').next().unwrap_or(place);
        let parsed =
            |outcome, members| Parsed { file: file.to_owned(), place: place.to_owned(), path: path.clone(), outcome, members };
        let Some((bytes, sha256)) = away(move || {
            let digest = Digest::of(&bytes);
            (bytes, digest)
        })
        .await
        else {
            return parsed(Outcome::Failed("fault", "reading it stopped unexpectedly".to_owned()), Vec::new());
        };
        if self.known.contains(&sha256) {
            return parsed(Outcome::Known(sha256), Vec::new());
        }
        let (bytes, mut read, reading) = match self.desk.read(file, bytes).await {
            Ok(found) => found,
            Err(Fault { code, why }) => return parsed(Outcome::Failed(code, why), Vec::new()),
        };
        let within = std::mem::take(&mut read.members);
        let mut members = Vec::with_capacity(within.len());
        if depth >= DEPTH && !within.is_empty() {
            let why = format!("lie more than {DEPTH} deep");
            read.issues.push(left_out(file, "too-deep", within.len(), &why));
        } else if !allowance.covers(&within) {
            let why = format!("would be more than {MEMBERS} documents or {MEMBER_BYTES} bytes from one file");
            read.issues.push(left_out(file, "bomb", within.len(), &why));
        } else {
            for Member { path: inside, bytes } in within {
                let path = path.as_ref().map(|path| format!("{path}/{inside}"));
                members.push(Box::pin(self.document(&format!("{place}/{inside}"), path, bytes, depth + 1, allowance)).await);
            }
        }
        let shared = Arc::new(read);
        let worked_out = away({
            let (read, columns) = (Arc::clone(&shared), Arc::clone(&self.columns));
            let file = file.to_owned();
            move || proposed(&file, &read, &columns)
        })
        .await;
        let mut read = Arc::unwrap_or_clone(shared);
        let Proposed { claims, sketch, issues } = worked_out.unwrap_or_else(|| stopped(file));
        read.issues.extend(issues);
        parsed(Outcome::Read(Box::new(Text { bytes, sha256, read, reading, claims, sketch })), members)
    }
}

fn left_out(file: &str, code: &str, count: usize, why: &str) -> Issue {
    let message =
        format!("{count} documents within {file} were not read: they {why}. Unpack it, and import what matters by itself.");
    Issue { code: code.to_owned(), message }
}

/// Work that takes long, away from the thread that moves the others on; `None` where it panics.
async fn away<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    tokio::task::spawn_blocking(work).await.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn archives_in_archives_give_no_more_together_than_one_file_may() {
        let members = |count| vec![Member { path: String::new(), bytes: vec![0; 3] }; count];
        let mut allowance = Allowance { members: 5, bytes: 12 };
        assert!(allowance.covers(&members(2)));
        assert!(!allowance.covers(&members(4)), "too many");
        assert!(allowance.covers(&members(2)), "what did not fit took nothing");
        assert!(!allowance.covers(&members(1)), "too large");
        assert!(allowance.covers(&[]));
    }
}
