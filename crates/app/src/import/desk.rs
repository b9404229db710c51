//! Where documents are read: in worker processes that have nothing in reach but their pipes, a few at a time.
//!
//! A worker that stops or takes too long is replaced; its document gets an issue, unless a fresh worker reads it after all. Where tesseract is
//! installed, a document of pictures is read a second time, with the words that `eyes` recognised.

use super::eyes::Eyes;
use dossier_intake::pipe::{MOST, length_of, send};
use dossier_intake::worker::{Hello, Request, with_members};
use dossier_intake::{Picture, Read};
use dossier_model::{Issue, ReadRecord};
use std::io;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

/// What a document may take: so long, and so much longer for each megabyte.
const LIMIT: Duration = Duration::from_secs(60);
const LIMIT_OF_A_MEGABYTE: Duration = Duration::from_secs(2);

/// How long drawing one page may take: a person waits for it.
const LIMIT_OF_A_PAGE: Duration = Duration::from_secs(20);

/// What a program is started with to be a worker.
const WORKER: &str = "__read";

/// Where documents are read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Reader {
    /// In this process: for texts of our own, and for tests.
    #[default]
    Here,
    /// In worker processes of this program, which must be of the same version.
    Worker(PathBuf),
}

impl Reader {
    /// The program itself, or the command that is shipped beside it.
    pub fn of_this_program(is_command: bool) -> Self {
        let Ok(this) = std::env::current_exe() else { return Self::Here };
        if is_command {
            return Self::Worker(this);
        }
        let beside = this.with_file_name(if cfg!(windows) { "dossier.exe" } else { "dossier" });
        if beside.is_file() { Self::Worker(beside) } else { Self::Here }
    }
}

/// Draws a page, from 1, of the PDF named `file`, `width` pixels wide: in a worker of its own that ends with it, or in this process where there
/// is none. Not to be called on a thread that runs asynchronous work.
///
/// # Errors
/// Those of [`dossier_intake::page_picture`]; `no-reader`, `reader-stopped` and `too-slow`.
pub(crate) fn page_picture(reader: &Reader, file: &str, bytes: &[u8], page: u32, width: u32) -> Result<Picture, Issue> {
    let Reader::Worker(program) = reader else { return dossier_intake::page_picture(file, bytes, page, width) };
    let issue = |code: &str, message: String| Issue { code: code.to_owned(), message };
    let no_reader = |error: io::Error| {
        issue("no-reader", format!("The reader {} did not start ({error}). Install Dossier again.", program.display()))
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(no_reader)?;
    runtime.block_on(async {
        let mut worker = Worker::start(program).await.map_err(no_reader)?;
        match tokio::time::timeout(LIMIT_OF_A_PAGE, worker.page(file, bytes, page, width)).await {
            Ok(Ok(picture)) => picture,
            Ok(Err(error)) => {
                let message = format!(
                    "Drawing page {page} of {file} stopped the reader ({error}): it is damaged, made to break readers, or needs more memory than \
                     a reader may use. Open it in a viewer, print it to a new PDF, and import that."
                );
                Err(issue("reader-stopped", message))
            }
            Err(_) => {
                let message = format!(
                    "Drawing page {page} of {file} took more than {} seconds and was given up. Look at it in a viewer.",
                    LIMIT_OF_A_PAGE.as_secs()
                );
                Err(issue("too-slow", message))
            }
        }
    })
}

/// Why a document has no text.
pub(super) struct Fault {
    pub(super) code: &'static str,
    pub(super) why: String,
}

/// The workers of one import that have nothing to do.
pub(super) struct Desk {
    reader: Reader,
    limit: Duration,
    idle: Mutex<Vec<Worker>>,
    eyes: Eyes,
}

impl Desk {
    pub(super) fn new(reader: Reader) -> Self {
        Self { reader, limit: LIMIT, idle: Mutex::new(Vec::new()), eyes: Eyes::default() }
    }

    /// The same with another time limit.
    #[cfg(test)]
    fn within(self, limit: Duration) -> Self {
        Self { limit, ..self }
    }

    /// What stands in a document, and how it was read; with the words of its pictures, where they can be recognised.
    pub(super) async fn read(&self, file: &str, bytes: Vec<u8>) -> Result<(Vec<u8>, Read, ReadRecord), Fault> {
        let Reader::Worker(program) = &self.reader else { return here(file, bytes).await };
        let request = Request::Read { file: file.to_owned() };
        let (bytes, read, reading) = self.read_by(program, &request, bytes).await?;
        if read.without_words.is_empty() {
            return Ok((bytes, read, reading));
        }
        let Some((recognised, held)) = self.eyes.look(program, file, &bytes, &read).await else {
            return Ok((bytes, read, reading));
        };
        let record = recognised.record();
        let request = Request::ReadWithOcr { file: file.to_owned(), recognised };
        let (bytes, read, mut reading) = self.read_by(program, &request, bytes).await?;
        reading.program = format!("{}; {record}", reading.program);
        reading.confined.retain(|measure| held.contains(measure));
        Ok((bytes, read, reading))
    }

    /// What a worker answers.
    async fn read_by(&self, program: &PathBuf, request: &Request, bytes: Vec<u8>) -> Result<(Vec<u8>, Read, ReadRecord), Fault> {
        let limit = self.limit + LIMIT_OF_A_MEGABYTE * u32::try_from(bytes.len() / 1_000_000).unwrap_or(u32::MAX);
        let taken = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        if let Some(worker) = taken {
            // One that served others may have stopped for their sake: a fresh one shows whether it is this document.
            if let Ok(Ok(found)) = tokio::time::timeout(limit, self.ask(worker, request, &bytes)).await {
                return Ok((bytes, found.0, found.1));
            }
        }
        let worker = Worker::start(program).await.map_err(|error| Fault {
            code: "no-reader",
            why: format!("the reader {} did not start ({error}); install Dossier again", program.display()),
        })?;
        match tokio::time::timeout(limit, self.ask(worker, request, &bytes)).await {
            Ok(Ok((read, reading))) => Ok((bytes, read, reading)),
            Ok(Err(error)) => Err(Fault {
                code: "reader-stopped",
                why: format!(
                    "reading it stopped the reader ({error}): it is damaged, made to break readers, or needs more memory than a reader may \
                     use; save it anew in another format, or paste the words that matter"
                ),
            }),
            Err(_) => Err(Fault {
                code: "too-slow",
                why: format!(
                    "reading it took more than {} seconds and was given up: it is made to keep readers busy, or far too large; save it anew \
                     in another format, or split it",
                    limit.as_secs()
                ),
            }),
        }
    }

    /// Ends the workers that have nothing to do.
    pub(super) async fn close(&self) {
        let idle = std::mem::take(&mut *self.idle.lock().unwrap_or_else(PoisonError::into_inner));
        for worker in idle {
            worker.end().await;
        }
    }

    /// Asks a worker; one that answers goes back among the idle, any other ends here.
    async fn ask(&self, mut worker: Worker, request: &Request, bytes: &[u8]) -> io::Result<(Read, ReadRecord)> {
        let read = worker.read(request, bytes).await?;
        let reading = reading(&read, worker.confined.clone());
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(worker);
        Ok((read, reading))
    }
}

async fn here(file: &str, bytes: Vec<u8>) -> Result<(Vec<u8>, Read, ReadRecord), Fault> {
    let name = file.to_owned();
    let read = tokio::task::spawn_blocking(move || {
        let read = dossier_intake::read(&name, &bytes);
        (bytes, read)
    });
    let (bytes, read) = read.await.map_err(|_| Fault {
        code: "fault",
        why: "reading it stopped unexpectedly; this is a fault of Dossier: please report it with the file, if you may".to_owned(),
    })?;
    let reading = reading(&read, Vec::new());
    Ok((bytes, read, reading))
}

fn reading(read: &Read, confined: Vec<String>) -> ReadRecord {
    let program = format!("dossier {}", env!("CARGO_PKG_VERSION"));
    let rules = serde_json::to_value(&read.normalised).and_then(serde_json::from_value).unwrap_or_default();
    ReadRecord { program, rules, confined }
}

/// A process that reads documents. It ends when this is dropped.
pub(super) struct Worker {
    confined: Vec<String>,
    input: ChildStdin,
    output: ChildStdout,
    /// Killed with this value.
    process: Child,
}

impl Worker {
    pub(super) async fn start(program: &PathBuf) -> io::Result<Self> {
        let mut process = Command::new(program)
            .arg(WORKER)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let pipes = process.stdin.take().zip(process.stdout.take());
        let (input, mut output) = pipes.ok_or_else(|| io::Error::other("it has no pipes"))?;
        let hello: Hello = serde_json::from_slice(&frame(&mut output).await?)?;
        if hello.version != env!("CARGO_PKG_VERSION") {
            return Err(io::Error::other(format!("it is of version {}", hello.version)));
        }
        Ok(Self { confined: hello.confined, input, output, process })
    }

    /// Ends its input, and with that the process.
    pub(super) async fn end(self) {
        let Self { input, mut process, .. } = self;
        drop(input);
        // One that cannot be waited for is killed with its value.
        let _ = process.wait().await;
    }

    async fn ask(&mut self, request: &Request, bytes: &[u8]) -> io::Result<()> {
        let mut head = Vec::new();
        send(&mut head, &serde_json::to_vec(request)?)?;
        self.input.write_all(&head).await?;
        self.input.write_all(&(bytes.len() as u64).to_le_bytes()).await?;
        self.input.write_all(bytes).await?;
        self.input.flush().await
    }

    pub(super) async fn page(&mut self, file: &str, bytes: &[u8], page: u32, width: u32) -> io::Result<Result<Picture, Issue>> {
        self.ask(&Request::Page { file: file.to_owned(), page, width }, bytes).await?;
        let drawn: Result<Picture, Issue> = serde_json::from_slice(&frame(&mut self.output).await?)?;
        let png = frame(&mut self.output).await?;
        Ok(drawn.map(|picture| Picture { png, ..picture }))
    }

    async fn read(&mut self, request: &Request, bytes: &[u8]) -> io::Result<Read> {
        self.ask(request, bytes).await?;
        let mut read: Read = serde_json::from_slice(&frame(&mut self.output).await?)?;
        let (mut frames, mut rest) = (Vec::new(), MOST);
        for _ in 0..read.members.len() {
            let bytes = frame(&mut self.output).await?;
            rest = rest.checked_sub(bytes.len() as u64).ok_or_else(|| io::Error::other("it gives more than it may"))?;
            frames.push(bytes);
        }
        with_members(&mut read, frames);
        Ok(read)
    }
}

pub(super) async fn frame(pipe: &mut ChildStdout) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    pipe.read_exact(&mut length).await?;
    let mut bytes = vec![0; length_of(length)?];
    pipe.read_exact(&mut bytes).await?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run<T>(work: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
    }

    /// A program that is no worker, written as a script.
    #[cfg(unix)]
    fn program(folder: &std::path::Path, script: &str) -> Reader {
        use std::os::unix::fs::PermissionsExt as _;
        let path = folder.join("worker");
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        Reader::Worker(path)
    }

    #[test]
    #[cfg(unix)]
    fn a_worker_that_stops_or_never_answers_is_an_issue_of_the_document() {
        let folder = tempfile::tempdir().unwrap();
        let hello = format!(r#"{{"version":"{}","confined":[]}}"#, env!("CARGO_PKG_VERSION"));
        let greets = format!(r"printf '\{:03o}\0\0\0\0\0\0\0%s' '{hello}'", hello.len());
        for (script, code) in [
            (format!("{greets}; exit 1"), "reader-stopped"),
            (format!("{greets}; exec /bin/sleep 600"), "too-slow"),
            ("exit 1".to_owned(), "no-reader"),
            (r#"printf '\051\0\0\0\0\0\0\0{"version":"another","confined":[]}"#.to_owned() + "        '", "no-reader"),
        ] {
            let desk = Desk::new(program(folder.path(), &script)).within(Duration::from_millis(300));
            let fault = run(desk.read("a.txt", b"Halden wrote.".to_vec())).err().unwrap();
            assert_eq!(fault.code, code, "{script}: {}", fault.why);
        }
    }

    #[test]
    fn a_document_is_read_here_without_a_worker() {
        let (bytes, read, reading) = run(Desk::new(Reader::Here).read("a.txt", b"Halden wrote.\r\n".to_vec())).ok().unwrap();
        assert_eq!((bytes.len(), read.text.as_str()), (15, "Halden wrote."));
        assert_eq!((reading.rules, reading.confined), (vec!["line-ends".to_owned()], Vec::<String>::new()));
    }
}
