//! The parts of an office file: a zip archive that is unpacked part by part, within limits.

use crate::document::{Document, issue};
use dossier_model::Issue;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most bytes that one part may unpack to: a text of this size is some hundred thousand pages.
const PART_BYTES: u64 = 256 * 1024 * 1024;
/// The most bytes that all parts that are read may unpack to.
const TOTAL_BYTES: u64 = 512 * 1024 * 1024;
/// The most parts that a file may have; a book with a thousand pictures has about two thousand.
const PARTS: usize = 20_000;
/// A part that unpacks to more than this many times its size, and to more than [`RATIO_FROM`] bytes, is made to fill memory: markup at its
/// most repetitive packs to about one in two hundred.
const RATIO: u64 = 400;
const RATIO_FROM: u64 = 16 * 1024 * 1024;

/// Why a file or part of it cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is not what its format says, at the part or place named.
    Damaged(String),
    /// It needs a password.
    Encrypted,
    /// It unpacks, or its entities expand, to more than any document has.
    Bomb(String),
    /// Its elements lie within each other deeper than any document's.
    TooDeep(String),
}

impl Fault {
    /// The issue for a person, about the file named `file`.
    pub(crate) fn issue(&self, file: &str) -> Issue {
        match self {
            Self::Damaged(what) => issue(
                "damaged",
                format!("{file} is damaged: {what}. Open it in the program that made it, save it anew, and import that copy."),
            ),
            Self::Encrypted => issue(
                "encrypted",
                format!("{file} is locked with a password. Open it with the password, save a copy without, and import that."),
            ),
            Self::Bomb(what) => issue(
                "bomb",
                format!(
                    "{file} would fill the memory: {what}. Nothing more of it was read. Ask whoever sent it for a clean copy."
                ),
            ),
            Self::TooDeep(what) => issue(
                "too-deep",
                format!("{file} has {what}, nested deeper than any document. Nothing more of it was read. Ask for a clean copy."),
            ),
        }
    }

    /// A document of which this fault left nothing.
    pub(crate) fn document(&self, file: &str, media_type: &str) -> Document {
        Document { media_type: media_type.to_owned(), issues: vec![self.issue(file)], ..Document::default() }
    }
}

/// An office file, open.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens it by its central directory.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let damaged = |why: ZipError| Fault::Damaged(format!("its list of parts cannot be read ({why})"));
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > PARTS {
            return Err(Fault::Bomb(format!("it has {} parts, and {PARTS} are the limit", archive.len())));
        }
        let names = archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
        Ok(Self { archive, names, left: TOTAL_BYTES })
    }

    /// The names of its parts.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether it has the part `name`.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|part| part == name)
    }

    /// The bytes of the part `name`, if there is one.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let damaged = |why: String| Fault::Damaged(format!("its part {name} cannot be unpacked ({why})"));
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let file = match self.archive.by_index(index) {
            Ok(file) => file,
            Err(ZipError::InvalidPassword) => return Err(Fault::Encrypted),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(Fault::Encrypted),
            Err(why) => return Err(damaged(why.to_string())),
        };
        let packed = file.compressed_size().max(1);
        // The size that the directory states may be a lie: what comes out is counted.
        let limit = PART_BYTES.min(self.left).min((packed.saturating_mul(RATIO)).max(RATIO_FROM));
        let mut bytes = Vec::new();
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|why| damaged(why.to_string()))?;
        let size = bytes.len() as u64;
        if size > limit {
            return Err(Fault::Bomb(format!("its part {name} of {packed} bytes unpacks to more than {limit}")));
        }
        self.left -= size;
        Ok(Some(bytes))
    }
}

/// The folder and name that `target`, written in a part of `folder`, points to.
pub(crate) fn resolve(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => {
                path.pop();
            }
            "." | "" => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_found_from_its_folder() {
        assert_eq!(resolve("word", "media/a.png"), "word/media/a.png");
        assert_eq!(resolve("xl/worksheets", "../drawings/b.xml"), "xl/drawings/b.xml");
        assert_eq!(resolve("word", "/word/c.xml"), "word/c.xml");
    }
}
