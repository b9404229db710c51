//! The worker: a process of its own that reads one document after another, with nothing in reach but its two pipes.
//!
//! It says [`Hello`] once it is confined. Then a request is two frames: a [`Request`] as JSON, and the file's bytes. The answer to `read` and `read-with-ocr` is a
//! frame with the [`Read`] as JSON and a frame for the bytes of each of its members; that to `page` a frame with a `Result` of [`Picture`] and
//! [`Issue`](dossier_model::Issue) as JSON and a frame with the picture, empty where there is none. It ends when its input does.

use crate::{Member, Picture, Read, Recognised, confine, page_picture, pipe};
use dossier_model::Issue;
use serde::{Deserialize, Serialize};
use std::io::{self, BufReader, BufWriter, Write};

/// What a worker says first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// Its version, that of the program that started it.
    pub version: String,
    /// What keeps it from files, network and too much memory.
    pub confined: Vec<String>,
}

/// What a worker is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// [`crate::read`].
    Read {
        /// The file's name, for messages.
        file: String,
    },
    /// [`crate::read_with_ocr`].
    ReadWithOcr {
        /// The file's name, for messages.
        file: String,
        /// What was recognised on pages of it that are pictures.
        recognised: Recognised,
    },
    /// [`page_picture`].
    Page {
        /// The file's name, for messages.
        file: String,
        /// The page, from 1.
        page: u32,
        /// How wide the picture is to be, in pixels.
        width: u32,
    },
}

/// Reads what is asked for until the input ends.
///
/// # Errors
/// Where a pipe breaks or a request is cut off.
pub fn serve(input: impl io::Read, output: impl Write) -> io::Result<()> {
    let hello = Hello { version: env!("CARGO_PKG_VERSION").to_owned(), confined: confine::this_process() };
    answer(hello, input, output)
}

fn answer(hello: Hello, input: impl io::Read, output: impl Write) -> io::Result<()> {
    let (mut input, mut output) = (BufReader::new(input), BufWriter::new(output));
    pipe::send(&mut output, &serde_json::to_vec(&hello)?)?;
    output.flush()?;
    while let Some(request) = pipe::receive(&mut input)? {
        let bytes = pipe::receive(&mut input)?.ok_or(io::ErrorKind::UnexpectedEof)?;
        match serde_json::from_slice(&request)? {
            Request::Read { file } => give(&mut output, crate::read(&file, &bytes))?,
            Request::ReadWithOcr { file, recognised } => {
                give(&mut output, crate::read_with_ocr(&file, &bytes, &recognised))?;
            }
            Request::Page { file, page, width } => {
                let picture: Result<Picture, Issue> = page_picture(&file, &bytes, page, width);
                pipe::send(&mut output, &serde_json::to_vec(&picture)?)?;
                pipe::send(&mut output, picture.as_ref().map_or(&[], |picture| picture.png.as_slice()))?;
            }
        }
        output.flush()?;
    }
    Ok(())
}

fn give(output: &mut impl Write, mut read: Read) -> io::Result<()> {
    let members: Vec<Vec<u8>> = read.members.iter_mut().map(|member| std::mem::take(&mut member.bytes)).collect();
    pipe::send(output, &serde_json::to_vec(&read)?)?;
    for member in members {
        pipe::send(output, &member)?;
    }
    Ok(())
}

/// The members of `read`, which came through a pipe, with the frames that held their bytes.
pub fn with_members(read: &mut Read, frames: impl IntoIterator<Item = Vec<u8>>) {
    for (member, bytes) in read.members.iter_mut().zip(frames) {
        *member = Member { path: std::mem::take(&mut member.path), bytes };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a worker says to these requests after its greeting.
    fn asked(requests: &[(Request, &[u8])]) -> Vec<Vec<u8>> {
        let mut asked = Vec::new();
        for (request, bytes) in requests {
            pipe::send(&mut asked, &serde_json::to_vec(request).unwrap()).unwrap();
            pipe::send(&mut asked, bytes).unwrap();
        }
        let mut said = Vec::new();
        let hello = Hello { version: "1".to_owned(), confined: Vec::new() };
        answer(hello.clone(), asked.as_slice(), &mut said).unwrap();
        let mut rest = said.as_slice();
        let mut frames: Vec<Vec<u8>> = std::iter::from_fn(|| pipe::receive(&mut rest).unwrap()).collect();
        assert_eq!(serde_json::from_slice::<Hello>(&frames.remove(0)).unwrap(), hello);
        frames
    }

    #[test]
    fn a_worker_answers_each_request_in_its_order() {
        let read = |file: &str| Request::Read { file: file.to_owned() };
        let said = asked(&[(read("a.txt"), b"Halden wrote."), (read("b.bin"), b"\0")]);
        assert_eq!(serde_json::from_slice::<Read>(&said[0]).unwrap(), crate::read("a.txt", b"Halden wrote."));
        assert_eq!(serde_json::from_slice::<Read>(&said[1]).unwrap().issues[0].code, "binary");
        assert_eq!(said.len(), 2);
        let recognised = Recognised { pages: [(1, "Halden wrote.".to_owned())].into(), ..Recognised::default() };
        let said = asked(&[(Request::ReadWithOcr { file: "a.gif".to_owned(), recognised }, b"GIF89a\x40\x01\xF0\0\0\0\0")]);
        assert_eq!(serde_json::from_slice::<Read>(&said[0]).unwrap().text, "Halden wrote.");
    }

    #[test]
    fn a_page_comes_as_a_picture_or_as_an_issue() {
        let page = |page: u32| Request::Page { file: "a.pdf".to_owned(), page, width: 20 };
        let pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
                    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 20]>>endobj\n\
                    trailer\n<</Root 1 0 R>>";
        let said = asked(&[(page(1), pdf), (page(2), pdf)]);
        let mut picture = serde_json::from_slice::<Result<Picture, Issue>>(&said[0]).unwrap().unwrap();
        picture.png.clone_from(&said[1]);
        assert_eq!((picture.width, picture.height, &picture.png[1..4]), (20, 40, b"PNG".as_slice()));
        assert_eq!(Ok(picture), page_picture("a.pdf", pdf, 1, 20));
        assert_eq!(serde_json::from_slice::<Result<Picture, Issue>>(&said[2]).unwrap().unwrap_err().code, "no-such-page");
        assert_eq!((said[3].as_slice(), said.len()), (b"".as_slice(), 4));
    }
}
