//! Words in pictures, recognised by a process of this program that confines itself and becomes tesseract.
//!
//! What goes wrong on the way leaves a picture without words: it is an exhibit all the same, and its issue says that it has none.

use super::desk::{Worker, frame};
use dossier_intake::worker::Hello;
use dossier_intake::{Read, Recognised, ocr};
use std::io;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::Command;
use tokio::sync::OnceCell;

/// What a program is started with to become tesseract.
const OCR: &str = "__ocr";

/// How long drawing a page and recognising its words may take.
const LIMIT_OF_A_PICTURE: Duration = Duration::from_secs(60);

/// What recognises words, looked for once.
#[derive(Default)]
pub(super) struct Eyes(OnceCell<Option<ocr::Tesseract>>);

impl Eyes {
    /// The words of the pages of a document that have none, and what kept their reader in; `None` where nothing recognises words.
    pub(super) async fn look(
        &self,
        program: &PathBuf,
        file: &str,
        bytes: &[u8],
        read: &Read,
    ) -> Option<(Recognised, Vec<String>)> {
        let installed = || async { tokio::task::spawn_blocking(ocr::installed).await.ok().flatten() };
        let tesseract = self.0.get_or_init(installed).await.as_ref()?;
        let ocr::Tesseract { program: by, language } = tesseract.clone();
        let mut recognised = Recognised { program: by, language, ..Recognised::default() };
        let mut held: Option<Vec<String>> = None;
        for page in read.without_words.iter().copied().take(ocr::MOST_PAGES) {
            let work = async {
                let drawn =
                    if read.media_type == "application/pdf" { Some(draw(program, file, bytes, page).await?) } else { None };
                words(program, &recognised.language, drawn.as_deref().unwrap_or(bytes)).await
            };
            let Ok(Ok((words, confined))) = tokio::time::timeout(LIMIT_OF_A_PICTURE, work).await else { continue };
            recognised.pages.insert(page, words);
            let held = held.get_or_insert_with(|| confined.clone());
            held.retain(|measure| confined.contains(measure));
        }
        held.map(|held| (recognised, held))
    }
}

/// A page of a PDF as PNG. A worker that a page stops ends with it.
async fn draw(program: &PathBuf, file: &str, bytes: &[u8], page: u32) -> io::Result<Vec<u8>> {
    let mut worker = Worker::start(program).await?;
    let picture = worker.page(file, bytes, page, ocr::WIDTH).await?;
    worker.end().await;
    picture.map(|picture| picture.png).map_err(|issue| io::Error::other(issue.message))
}

/// The words of a picture, and what held while they were read.
async fn words(program: &PathBuf, language: &str, picture: &[u8]) -> io::Result<(String, Vec<String>)> {
    let mut command = Command::new(program);
    command.args([OCR, language]).env_clear().kill_on_drop(true);
    command.envs(["PATH", ocr::TESSDATA].into_iter().filter_map(|name| Some((name, std::env::var_os(name)?))));
    let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let pipes = process.stdin.take().zip(process.stdout.take());
    let (mut input, mut output) = pipes.ok_or_else(|| io::Error::other("it has no pipes"))?;
    let write = async move {
        // It may end before it has taken all: its words are then what there is.
        let _ = input.write_all(picture).await;
        drop(input);
    };
    let read = async {
        let hello: Hello = serde_json::from_slice(&frame(&mut output).await?)?;
        let mut words = Vec::new();
        (&mut output).take(ocr::MOST_WORDS).read_to_end(&mut words).await?;
        Ok::<_, io::Error>((String::from_utf8_lossy(&words).into_owned(), hello.confined))
    };
    let ((), read) = tokio::join!(write, read);
    // What it leaves open, it is killed with: its value goes here.
    read
}
