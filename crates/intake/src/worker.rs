//! The worker: a process of its own that reads one document after another, with nothing in reach but its two pipes.
//!
//! It says [`Hello`] once it is confined. Then a request is two frames, the file's name and its bytes; the answer is a frame with the
//! [`Read`] as JSON and a frame for the bytes of each of its members. It ends when its input does.

use crate::{Member, Read, confine, pipe};
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
    while let Some(file) = pipe::receive(&mut input)? {
        let bytes = pipe::receive(&mut input)?.ok_or(io::ErrorKind::UnexpectedEof)?;
        let mut read = crate::read(&String::from_utf8_lossy(&file), &bytes);
        let members: Vec<Vec<u8>> = read.members.iter_mut().map(|member| std::mem::take(&mut member.bytes)).collect();
        pipe::send(&mut output, &serde_json::to_vec(&read)?)?;
        for member in members {
            pipe::send(&mut output, &member)?;
        }
        output.flush()?;
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

    #[test]
    fn a_worker_answers_each_request_in_its_order() {
        let mut asked = Vec::new();
        for (name, bytes) in [("a.txt", b"Halden wrote.".as_slice()), ("b.bin", b"\0".as_slice())] {
            pipe::send(&mut asked, name.as_bytes()).unwrap();
            pipe::send(&mut asked, bytes).unwrap();
        }
        let mut said = Vec::new();
        let hello = Hello { version: "1".to_owned(), confined: Vec::new() };
        answer(hello.clone(), asked.as_slice(), &mut said).unwrap();
        let mut rest = said.as_slice();
        let mut next = || pipe::receive(&mut rest).unwrap().unwrap();
        assert_eq!(serde_json::from_slice::<Hello>(&next()).unwrap(), hello);
        assert_eq!(serde_json::from_slice::<Read>(&next()).unwrap(), crate::read("a.txt", b"Halden wrote."));
        assert_eq!(serde_json::from_slice::<Read>(&next()).unwrap().issues[0].code, "binary");
        assert_eq!(pipe::receive(&mut rest).unwrap(), None);
    }
}
