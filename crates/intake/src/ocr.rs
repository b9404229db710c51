//! Words in pictures, by tesseract where it is installed. It is written in C++ and opens pictures that anybody may have made, so it runs
//! confined like a worker: a process gives up files, network, further processes and memory without end, and becomes tesseract.
//!
//! The picture goes in at its standard input; on its standard output it says [`Hello`] in a frame, and then the words until the end.

use crate::worker::Hello;
use crate::{confine, pipe};
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How wide a page is drawn to be recognised, in pixels: A4 at 300 dots an inch, which tesseract is made for.
pub const WIDTH: u32 = 2480;
/// The most pages of one document that are recognised: each takes some seconds.
pub const MOST_PAGES: usize = 200;
/// The most bytes of words that one picture gives: a page of the smallest print has some ten thousand.
pub const MOST_WORDS: u64 = 4 * 1024 * 1024;
/// With more languages than these, only English is looked for: each takes as long again.
const LANGUAGES: usize = 3;

/// Where tesseract finds its languages, if not where it was built to look.
pub const TESSDATA: &str = "TESSDATA_PREFIX";

/// Tesseract as it is installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tesseract {
    /// Its name and version: `tesseract 5.3.0`.
    pub program: String,
    /// The languages that it is asked for: `eng`; with others where few are installed: `eng+deu`.
    pub language: String,
}

/// What is installed; `None` where there is nothing, or no language.
pub fn installed() -> Option<Tesseract> {
    let said = |argument: &str| {
        let mut tesseract = Command::new(program()?);
        let output = tesseract.arg(argument).stdin(Stdio::null()).output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr))
    };
    let program = said("--version")?.lines().find(|line| line.starts_with("tesseract "))?.trim().to_owned();
    Some(Tesseract { program, language: language(&said("--list-langs")?)? })
}

/// The languages to ask for, of a list of those that are installed.
fn language(list: &str) -> Option<String> {
    // The first line is a heading; `osd` and `equ` are no languages.
    let names = list.lines().skip(1).map(str::trim).filter(|name| is_language(name) && !matches!(*name, "osd" | "equ"));
    let mut names: Vec<&str> = names.collect();
    names.sort_by_key(|name| (*name != "eng", *name));
    let first = *names.first()?;
    Some(if names.len() <= LANGUAGES || first != "eng" {
        names[..names.len().min(LANGUAGES)].join("+")
    } else {
        first.to_owned()
    })
}

/// Whether it can be the name of languages, and not an option or a path out of the folder of languages.
fn is_language(name: &str) -> bool {
    let is_name = |part: &str| {
        let first = part.starts_with(|c: char| c.is_ascii_alphanumeric());
        first && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
    };
    name.len() < 200 && name.split(['+', '/']).all(is_name)
}

/// Confines this process, says so, and makes it tesseract for `language`. Gives what went wrong; where all goes well it does not return.
pub fn become_tesseract(language: &str) -> io::Error {
    if !is_language(language) {
        return io::Error::new(io::ErrorKind::InvalidInput, format!("{language} is no language of tesseract"));
    }
    let Some(program) = program() else { return io::Error::new(io::ErrorKind::NotFound, "tesseract is not installed") };
    let tessdata = std::env::var_os(TESSDATA);
    let hello = Hello {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        confined: confine::for_tesseract(tessdata.as_deref().map(Path::new)),
    };
    let mut output = io::stdout().lock();
    let said = serde_json::to_vec(&hello).map_err(io::Error::from).and_then(|hello| pipe::send(&mut output, &hello));
    if let Err(error) = said.and_then(|()| output.flush()) {
        return error;
    }
    let mut tesseract = Command::new(&program);
    tesseract.args(["stdin", "stdout", "-l", language]).stderr(Stdio::inherit());
    // One thread: it may start no other, and documents are read beside each other.
    tesseract.env_clear().env("OMP_THREAD_LIMIT", "1").env("LC_ALL", "C").envs(tessdata.map(|folder| (TESSDATA, folder)));
    replace(tesseract)
}

#[cfg(unix)]
fn replace(mut program: Command) -> io::Error {
    std::os::unix::process::CommandExt::exec(&mut program)
}

#[cfg(not(unix))]
fn replace(mut program: Command) -> io::Error {
    match program.status() {
        Ok(status) => std::process::exit(status.code().unwrap_or(1)),
        Err(error) => error,
    }
}

/// The program: on Linux where the system puts programs, since a confined process reads nothing elsewhere; else where the path leads.
fn program() -> Option<PathBuf> {
    let name = format!("tesseract{}", std::env::consts::EXE_SUFFIX);
    let folders = if cfg!(target_os = "linux") {
        OsString::from("/usr/bin:/usr/local/bin")
    } else {
        std::env::var_os("PATH").unwrap_or_default()
    };
    std::env::split_paths(&folders).map(|folder| folder.join(&name)).find(|path| path.is_absolute() && path.is_file())
}

#[cfg(test)]
mod tests;
