//! ZIP archives: every file within as a member, in the order of their paths. An archive within an archive is a member like any other: how deep
//! to go is the caller's choice.
//!
//! Nothing is unpacked before its size, as the archive's list gives it, is found to be sane; the list can lie, so that unpacking stops there too.

use crate::MAX_BYTES;
use crate::document::{Document, Member, issue, safe_name, unique};
use dossier_model::Issue;
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

/// Files of one archive: a case file of years has some thousand.
const MAX_MEMBERS: usize = 10_000;
/// Bytes of all files of one archive together: twice the largest single file.
const MAX_TOTAL: u64 = 512 * 1024 * 1024;
/// How many times larger than packed a file may be. Text packs to a tenth, monotonous tables to a hundredth; bombs to a thousandth.
const MAX_RATIO: u64 = 200;
/// Smaller files may pack as well as they like.
const RATIO_FROM: u64 = 1024 * 1024;
/// What file managers leave in archives.
const LITTER: &[&str] = &["__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"];
/// How many names a message gives.
const NAMED: usize = 3;

/// What became of the files that are no members, by their names.
#[derive(Default)]
struct Lost {
    litter: Vec<String>,
    encrypted: Vec<String>,
    unknown: Vec<String>,
    bombs: Vec<String>,
    large: Vec<String>,
    links: Vec<String>,
    moved: Vec<String>,
    damaged: Vec<String>,
}

/// Reads a ZIP archive.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Document {
    let mut document = Document { media_type: "application/zip".to_owned(), ..Document::default() };
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(why) => {
            let message =
                format!("The list of files in {file} cannot be read ({why}). The archive is damaged or cut off: fetch it again.");
            document.issues.push(issue("damaged", message));
            return document;
        }
    };
    if archive.is_empty() {
        document.issues.push(issue("empty", format!("{file} is an archive without files. Check that the right file was saved.")));
    }
    if archive.has_overlapping_files().unwrap_or(true) {
        let message = format!(
            "{file} lists files that lie over each other or outside it, as archives do that are made to fill a disk. Nothing was unpacked."
        );
        document.issues.push(issue("bomb", message));
        return document;
    }
    let mut lost = Lost::default();
    let total = unpack(&mut archive, &mut document.members, &mut lost);
    let duplicates = archive.has_duplicate_names();
    document.issues.extend(issues(file, &lost, archive.len(), total, duplicates));
    document
}

/// The files' numbers and names, in the order of the names.
fn listed(archive: &ZipArchive<Cursor<&[u8]>>) -> Vec<(String, usize)> {
    let name = |at: usize| match archive.name_for_index(at) {
        Some(Ok(name)) => name.into_owned(),
        _ => format!("file-{}", at + 1),
    };
    let mut all: Vec<(String, usize)> = (0..archive.len()).map(|at| (name(at), at)).collect();
    all.sort();
    all
}

/// Unpacks what can be, and gives the bytes that there are.
fn unpack(archive: &mut ZipArchive<Cursor<&[u8]>>, members: &mut Vec<Member>, lost: &mut Lost) -> u64 {
    let mut taken = BTreeSet::new();
    let mut total = 0_u64;
    for (name, at) in listed(archive) {
        let Ok(entry) = archive.by_index_data(at) else { continue };
        if name.ends_with(['/', '\\']) || entry.is_dir() {
            continue;
        }
        let (size, packed) = (entry.size(), entry.compressed_size());
        let is_known = matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
        let list = if name.split(['/', '\\']).any(|part| LITTER.contains(&part) || part.starts_with("._")) {
            Some(&mut lost.litter)
        } else if entry.encrypted() {
            Some(&mut lost.encrypted)
        } else if !is_known {
            Some(&mut lost.unknown)
        } else if entry.is_symlink() {
            Some(&mut lost.links)
        } else if size > RATIO_FROM && size / packed.max(1) > MAX_RATIO {
            Some(&mut lost.bombs)
        } else if size > MAX_BYTES as u64 || total + size > MAX_TOTAL || members.len() >= MAX_MEMBERS {
            Some(&mut lost.large)
        } else {
            None
        };
        if let Some(list) = list {
            list.push(name);
            continue;
        }
        let (bytes, is_whole) = match archive.by_index(at) {
            Ok(packed) => {
                let mut bytes = Vec::new();
                // One byte more than the list says shows that the list lies.
                let read = packed.take(size + 1).read_to_end(&mut bytes);
                if bytes.len() as u64 > size {
                    lost.bombs.push(name);
                    continue;
                }
                let is_whole = read.is_ok() && bytes.len() as u64 == size;
                (bytes, is_whole)
            }
            Err(ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_)) => {
                lost.unknown.push(name);
                continue;
            }
            Err(_) => (Vec::new(), false),
        };
        if !is_whole {
            lost.damaged.push(name.clone());
            if bytes.is_empty() {
                continue;
            }
        }
        total += bytes.len() as u64;
        let (path, is_moved) = path(&name, at);
        if is_moved {
            lost.moved.push(name);
        }
        members.push(Member { path: unique(path, &mut taken), bytes });
    }
    total
}

/// The path of a member, and whether the archive gave one that leads out of it: then only the name is kept.
fn path(name: &str, at: usize) -> (String, bool) {
    let parts: Vec<&str> = name.split(['/', '\\']).filter(|part| !part.is_empty() && *part != ".").collect();
    let leads_out = name.starts_with(['/', '\\']) || name.get(1..2) == Some(":") || parts.contains(&"..");
    let parts = if leads_out { parts.get(parts.len().saturating_sub(1)..).unwrap_or_default() } else { &parts };
    let safe: Vec<String> = parts.iter().filter_map(|part| safe_name(part)).collect();
    (if safe.is_empty() { format!("file-{}", at + 1) } else { safe.join("/") }, leads_out)
}

fn issues(file: &str, lost: &Lost, count: usize, total: u64, duplicates: bool) -> Vec<Issue> {
    let large = format!(
        "would make more than {MAX_MEMBERS} files, {MAX_BYTES} bytes in one file or {MAX_TOTAL} in all ({count} files are listed, {total} bytes were unpacked) and \
         were left out. Unpack the archive, and import the part that matters"
    );
    let rows: [(&str, &Vec<String>, &str); 8] = [
        ("litter", &lost.litter, "are what file managers leave behind, and were left out. Nothing needs to be done"),
        (
            "encrypted",
            &lost.encrypted,
            "are encrypted and were left out. Unpack the archive with its password, and import the files",
        ),
        (
            "unknown-compression",
            &lost.unknown,
            "are packed in a way that is not known here, and were left out. Unpack the archive, and import the files",
        ),
        (
            "bomb",
            &lost.bombs,
            "would grow without measure or beyond what the archive says, as files do that are made to fill a disk, and were left out. Do not unpack them",
        ),
        ("too-large", &lost.large, &large),
        ("link", &lost.links, "are links to other files and were left out. Import the files that they point to"),
        (
            "unsafe-path",
            &lost.moved,
            "have paths that lead out of the archive. They are kept under their names alone; ask where the archive comes from",
        ),
        ("damaged", &lost.damaged, "are damaged. What could be unpacked of them was kept; fetch the archive again"),
    ];
    let issue_of = |(code, names, what): &(&str, &Vec<String>, &str)| {
        (!names.is_empty()).then(|| issue(code, format!("Some of the files in {file} ({}) {what}.", some(names))))
    };
    let mut issues: Vec<Issue> = rows.iter().filter_map(issue_of).collect();
    if duplicates {
        let message = format!(
            "{file} lists several files of one path; only the last of each was unpacked, as most programs do. Unpack it with another program and compare."
        );
        issues.push(issue("duplicate-path", message));
    }
    issues
}

/// The first few names, without what would break a line.
fn some(names: &[String]) -> String {
    let shown: Vec<String> =
        names.iter().take(NAMED).map(|name| name.chars().filter(|c| !c.is_control()).take(80).collect()).collect();
    let more = names.len().saturating_sub(NAMED);
    if more > 0 { format!("{} and {more} more", shown.join(", ")) } else { shown.join(", ") }
}

#[cfg(test)]
mod tests;
