//! What an import finds on the disk: files to read, in the order of their paths, and what is named instead of being read.
//!
//! A dossier is never opened here. SQLite's locks on a file belong to the whole process, and closing any other handle on the file
//! drops them all: a second program could then write to a dossier that is open in this one.

use crate::AppError;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// What lies beside a dossier while it is open.
const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// One thing that was found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// A file to read.
    File(PathBuf),
    /// Something that is not read: a code and why.
    Not(PathBuf, &'static str, String),
}

/// The files at `path`, in order; hidden ones are left out of folders, and so are the companions of dossiers. `own` is the dossier that
/// is imported into.
pub(crate) fn gather(path: &Path, own: &Path, cancel: &AtomicBool) -> Vec<Found> {
    let mut found = Vec::new();
    enter(path, own, cancel, &mut found);
    found
}

fn enter(path: &Path, own: &Path, cancel: &AtomicBool, found: &mut Vec<Found>) {
    if cancel.load(Ordering::Relaxed) || is_companion(path, own) {
        return;
    }
    let unreadable =
        |error: &std::io::Error| Found::Not(path.to_owned(), "unreadable", AppError::unreadable(path, error).to_string());
    match std::fs::metadata(path) {
        Err(error) => found.push(unreadable(&error)),
        Ok(meta) if !meta.is_dir() && is_dossier(path, own) => {
            let why = "it is a dossier, not a report: open it in a window of its own";
            found.push(Found::Not(path.to_owned(), "dossier", why.to_owned()));
        }
        Ok(meta) if !meta.is_dir() => found.push(Found::File(path.to_owned())),
        Ok(_) => match names(path) {
            Err(error) => found.push(unreadable(&error)),
            Ok(names) => {
                for name in names {
                    // A link may lead back to a folder above: links are read as files, never entered.
                    if !(name.is_symlink() && name.is_dir()) {
                        enter(&name, own, cancel, found);
                    }
                }
            }
        },
    }
}

/// The paths in a folder that are not hidden, in order.
fn names(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            names.push(entry.path());
        }
    }
    names.sort();
    Ok(names)
}

/// Whether `path` is named as a dossier is, in capitals or not.
pub(crate) fn is_named_dossier(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("dossier"))
}

fn is_dossier(path: &Path, own: &Path) -> bool {
    // A link is as good a way to a dossier as its own name.
    is_named_dossier(path) || path.canonicalize().is_ok_and(|real| is_named_dossier(&real)) || is_same(path, own)
}

fn is_companion(path: &Path, own: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    COMPANIONS.iter().filter_map(|end| name.strip_suffix(end)).any(|name| {
        let beside = path.with_file_name(name);
        is_named_dossier(&beside) || is_same(&beside, own)
    })
}

/// Whether two paths lead to one file, by whatever names.
#[cfg(unix)]
fn is_same(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let file = |path: &Path| std::fs::metadata(path).ok().map(|meta| (meta.dev(), meta.ino()));
    file(a).is_some_and(|a| file(b) == Some(a))
}

#[cfg(not(unix))]
fn is_same(a: &Path, b: &Path) -> bool {
    a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dossiers_are_named_by_whatever_path_and_their_companions_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        for name in
            ["a.txt", "case.db", "case.db-wal", "Other.DOSSIER", "Other.DOSSIER-shm", "old.dossier-journal", "b-wal", ".hidden"]
        {
            std::fs::write(path(name), "words").unwrap();
        }
        std::fs::create_dir(path("in")).unwrap();
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(path("case.db"), path("in/link.txt")).unwrap();
            std::os::unix::fs::symlink(path("nothing"), path("in/nowhere.txt")).unwrap();
            std::fs::hard_link(path("case.db"), path("in/hard.txt")).unwrap();
        }
        let found = gather(folder.path(), &path("case.db"), &AtomicBool::new(false));
        let told: Vec<String> = found
            .iter()
            .map(|found| match found {
                Found::File(path) => path.file_name().unwrap().to_string_lossy().into_owned(),
                Found::Not(path, code, _) => format!("{}: {code}", path.file_name().unwrap().to_string_lossy()),
            })
            .collect();
        let mut expected = vec!["Other.DOSSIER: dossier", "a.txt", "b-wal", "case.db: dossier"];
        if cfg!(unix) {
            expected.extend(["hard.txt: dossier", "link.txt: dossier", "nowhere.txt: unreadable"]);
        }
        assert_eq!(told, expected);
        assert_eq!(gather(folder.path(), &path("case.db"), &AtomicBool::new(true)), []);
    }
}
