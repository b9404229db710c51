//! The files of what is being verified, in a folder or in a zip, by their path in the bag. Links are never followed, names that
//! lead out of the bag are never used, and nothing is written.

use super::report::{Problem, ProblemKind};
use super::window::Window;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// How many files a folder may have before it is taken for something else than a bag.
const MOST_FILES: usize = 2_000_000;
/// How much more a compressed zip may hold than its own length, once it holds more than a gigabyte.
const MOST_EXPANSION: u128 = 100;

/// One file.
#[derive(Debug, Clone)]
pub(crate) struct Leaf {
    /// Its length in bytes, as the folder or the zip's directory has it.
    pub(crate) size: u64,
    place: Place,
}

#[derive(Debug, Clone)]
enum Place {
    File(PathBuf),
    Entry(usize),
}

/// Reads the leaves of a tree; each thread has its own.
#[derive(Clone)]
pub(crate) enum Reader {
    Folder,
    Zip(ZipArchive<Window>),
}

/// A zip as it lies there, for the judgement of its form.
pub(crate) struct ZipForm {
    pub(crate) window: Window,
    /// The name of each file of the bag in the zip, by its path in the bag.
    pub(crate) folder: String,
}

/// The files of a bag.
pub(crate) struct Tree {
    pub(crate) leaves: BTreeMap<String, Leaf>,
    pub(crate) reader: Reader,
    /// What is wrong already.
    pub(crate) problems: Vec<Problem>,
    /// Set for a zip.
    pub(crate) zip: Option<ZipForm>,
}

impl Tree {
    /// The tree at `path`, a folder or a zip. `Err` where it cannot be read at all; `Ok(Err(why))` where it is neither.
    pub(crate) fn open(path: &Path) -> io::Result<Result<Self, Problem>> {
        if fs::metadata(path)?.is_dir() { Self::of_folder(path) } else { Ok(Self::of_zip(Window::file(File::open(path)?)?)) }
    }

    /// The tree of a zip.
    pub(crate) fn of_zip(window: Window) -> Result<Self, Problem> {
        let not_a_zip = |error: &dyn std::fmt::Display| {
            Problem::new("", ProblemKind::Container, format!("it cannot be read as a zip: {error}"))
        };
        let archive = ZipArchive::new(window.clone()).map_err(|error| not_a_zip(&error))?;
        let mut problems = Vec::new();
        let mut wrong = |path: &str, detail: String| problems.push(Problem::new(path, ProblemKind::Container, detail));
        if archive.has_duplicate_names() {
            wrong("", "two entries of the zip have one name".into());
        }
        let mut names = Vec::new();
        let mut total: u128 = 0;
        for index in 0..archive.len() {
            let entry = match archive.by_index_data(index) {
                Ok(entry) => entry,
                Err(error) => {
                    wrong("", format!("entry {index} cannot be read: {error}"));
                    continue;
                }
            };
            let name = match entry.name() {
                Ok(name) => name.into_owned(),
                Err(error) => {
                    wrong("", format!("the name of entry {index} cannot be read: {error}"));
                    continue;
                }
            };
            total += u128::from(entry.size());
            if entry.is_dir() {
                continue;
            }
            if entry.is_symlink() || entry.encrypted() {
                wrong(&name, "it is a link or encrypted: a pack has plain files only".into());
            } else if !stays_inside(&name) {
                wrong(&name, "its name leads out of the bag".into());
            } else {
                names.push((name, index, entry.size()));
            }
        }
        if total > 1 << 30 && total > u128::from(window.len()) * MOST_EXPANSION {
            return Err(Problem::new(
                "",
                ProblemKind::Container,
                format!("the zip would unpack to {total} bytes, far more than its own length: it was not read"),
            ));
        }
        let folder = bag_folder(names.iter().map(|(name, ..)| name.as_str()));
        let mut leaves = BTreeMap::new();
        for (name, index, size) in names {
            match name.strip_prefix(&folder) {
                Some(path) => {
                    leaves.insert(path.to_owned(), Leaf { size, place: Place::Entry(index) });
                }
                None => problems.push(Problem::new(name, ProblemKind::Added, "it stands beside the bag, not in it")),
            }
        }
        Ok(Self { leaves, reader: Reader::Zip(archive), problems, zip: Some(ZipForm { window, folder }) })
    }

    fn of_folder(path: &Path) -> io::Result<Result<Self, Problem>> {
        let mut problems = Vec::new();
        let Some(base) = folder_of_bag(path, &mut problems)? else {
            return Ok(Err(Problem::new("", ProblemKind::NotAPack, "the folder has no bagit.txt, nor has a folder in it")));
        };
        let mut leaves = BTreeMap::new();
        let mut folders = vec![(base, String::new())];
        while let Some((folder, prefix)) = folders.pop() {
            for entry in fs::read_dir(&folder)? {
                let entry = entry?;
                let name = match entry.file_name().into_string() {
                    Ok(name) => format!("{prefix}{name}"),
                    Err(name) => {
                        problems.push(Problem::new(
                            format!("{prefix}{}", name.to_string_lossy()),
                            ProblemKind::Added,
                            "its name is not Unicode",
                        ));
                        continue;
                    }
                };
                let kind = entry.file_type()?;
                if kind.is_dir() {
                    folders.push((entry.path(), format!("{name}/")));
                } else if kind.is_file() {
                    leaves.insert(name, Leaf { size: entry.metadata()?.len(), place: Place::File(entry.path()) });
                } else {
                    problems.push(Problem::new(name, ProblemKind::Added, "it is a link or a device: a bag has plain files only"));
                }
                if leaves.len() > MOST_FILES {
                    return Ok(Err(Problem::new(
                        "",
                        ProblemKind::NotAPack,
                        format!("the folder has more than {MOST_FILES} files"),
                    )));
                }
            }
        }
        Ok(Ok(Self { leaves, reader: Reader::Folder, problems, zip: None }))
    }
}

impl Reader {
    /// Hands the bytes of `leaf` to `each`, piece by piece, never more than its size.
    pub(crate) fn read(&mut self, leaf: &Leaf, buffer: &mut [u8], mut each: impl FnMut(&[u8])) -> io::Result<()> {
        let mut pass = |from: &mut dyn Read| {
            let mut left = leaf.size;
            loop {
                match from.read(buffer) {
                    Ok(0) if left == 0 => return Ok(()),
                    Ok(0) => return Err(io::Error::new(io::ErrorKind::UnexpectedEof, format!("it ends {left} bytes early"))),
                    Ok(n) if n as u64 > left => return Err(io::Error::other("it is longer than the directory says")),
                    Ok(n) => {
                        left -= n as u64;
                        each(buffer.get(..n).unwrap_or_default());
                    }
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Err(error) => return Err(error),
                }
            }
        };
        match (self, &leaf.place) {
            (Self::Folder, Place::File(path)) => pass(&mut File::open(path)?),
            (Self::Zip(archive), Place::Entry(index)) => {
                // The digests judge the bytes, and the checksum is compared where the form of the zip is.
                let options = zip::read::ZipReadOptions::new().ignore_crc32(true);
                pass(&mut archive.by_index_with_options(*index, options)?)
            }
            (Self::Folder, Place::Entry(_)) | (Self::Zip(_), Place::File(_)) => Err(io::Error::other("it is not in this tree")),
        }
    }

    /// All bytes of `leaf`, where there are no more than `most`.
    pub(crate) fn read_all(&mut self, leaf: &Leaf, most: u64) -> io::Result<Vec<u8>> {
        if leaf.size > most {
            return Err(io::Error::other(format!("it has {} bytes, more than the {most} that such a file may have", leaf.size)));
        }
        let mut out = Vec::new();
        self.read(leaf, &mut vec![0; 1 << 16], |bytes| out.extend_from_slice(bytes))?;
        Ok(out)
    }
}

/// Whether a name is a relative path without detours.
pub(crate) fn stays_inside(path: &str) -> bool {
    !path.is_empty() && !path.contains(['\\', '\0']) && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// The folder of the bag in a zip, with its `/`: none where the bag lies at the top, else the one that has most of the files.
fn bag_folder<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut tops: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        match name.split_once('/') {
            None if name == "bagit.txt" => return String::new(),
            Some(("data", _)) => return String::new(),
            None => {}
            Some((top, _)) => *tops.entry(top).or_default() += 1,
        }
    }
    let most = tops.iter().rev().max_by_key(|(_, count)| **count);
    most.map(|(top, _)| format!("{top}/")).unwrap_or_default()
}

/// The folder itself, or the one folder in it that is a bag; what stands beside that is reported.
fn folder_of_bag(path: &Path, problems: &mut Vec<Problem>) -> io::Result<Option<PathBuf>> {
    let is_bag = |path: &Path| path.join("bagit.txt").exists() || path.join("data").is_dir();
    if is_bag(path) {
        return Ok(Some(path.to_owned()));
    }
    let mut children = Vec::new();
    for entry in fs::read_dir(path)? {
        children.push(entry?.path());
    }
    children.sort();
    let mut bags = children.iter().filter(|child| child.is_dir() && is_bag(child));
    let (Some(bag), None) = (bags.next(), bags.next()) else { return Ok(None) };
    for child in children.iter().filter(|child| *child != bag) {
        let name = child.file_name().unwrap_or_default().to_string_lossy().into_owned();
        problems.push(Problem::new(name, ProblemKind::Added, "it stands beside the bag, not in it"));
    }
    Ok(Some(bag.clone()))
}
