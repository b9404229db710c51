//! Files that a person picked or dropped. The pages know them by number only: no path goes to a page, none is taken from one.

use crate::trouble::{Answer, Trouble};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// What a file is picked for: decides the dialog, and what may be done with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PickFor {
    /// A dossier to open.
    Dossier,
    /// Where a new dossier goes.
    NewDossier,
    /// Reports to import.
    Files,
    /// A folder of reports to import.
    Folder,
    /// A pack or a dossier to verify.
    Pack,
    /// An unpacked pack to verify.
    PackFolder,
    /// Claims that a colleague or a tool proposes.
    Claims,
    /// A directory of recipients.
    Recipients,
    /// Where a document goes, as PDF.
    Document,
    /// Where a document goes, as Word.
    Word,
    /// Where a chart goes, as SVG.
    Svg,
    /// Where a chart goes, as PNG.
    Png,
    /// Where a chart goes, as PDF.
    Pdf,
    /// Where rows go, as CSV.
    Csv,
    /// Where an export goes, as JSON.
    Json,
    /// Where an export goes, as STIX.
    Stix,
    /// Where a pack goes.
    Zip,
    /// Where a copy of the dossier goes.
    Backup,
}

/// How the system's dialog asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// For one file that is there.
    File,
    /// For files that are there.
    Files,
    /// For a folder that is there.
    Folder,
    /// For a place to write to.
    Save,
}

impl PickFor {
    /// Which dialog asks for it.
    pub(crate) fn dialog(self) -> Dialog {
        match self {
            Self::Dossier | Self::Pack | Self::Claims | Self::Recipients => Dialog::File,
            Self::Files => Dialog::Files,
            Self::Folder | Self::PackFolder => Dialog::Folder,
            Self::NewDossier
            | Self::Document
            | Self::Word
            | Self::Svg
            | Self::Png
            | Self::Pdf
            | Self::Csv
            | Self::Json
            | Self::Stix
            | Self::Zip
            | Self::Backup => Dialog::Save,
        }
    }

    /// The dialog's title.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Dossier => "Open a dossier",
            Self::NewDossier => "New dossier",
            Self::Files => "Import reports",
            Self::Folder => "Import a folder of reports",
            Self::Pack => "Verify a pack",
            Self::PackFolder => "Verify an unpacked pack",
            Self::Claims => "Take in proposed claims",
            Self::Recipients => "Replace the directory of recipients",
            Self::Document | Self::Word => "Publish",
            Self::Svg | Self::Png | Self::Pdf | Self::Csv | Self::Json | Self::Stix => "Export",
            Self::Zip => "Make a pack",
            Self::Backup => "Keep a copy of the dossier",
        }
    }

    /// The kind of file in words, and its ends of name, the one that is written first; none where any file will do.
    pub(crate) fn filter(self) -> Option<(&'static str, &'static [&'static str])> {
        match self {
            Self::Dossier | Self::NewDossier | Self::Backup => Some(("Dossier", &["dossier"])),
            Self::Files | Self::Folder | Self::PackFolder => None,
            Self::Pack => Some(("Pack or dossier", &["zip", "dossier"])),
            Self::Claims => Some(("Claims, one JSON object a line", &["jsonl"])),
            Self::Recipients | Self::Json => Some(("JSON", &["json"])),
            Self::Document | Self::Pdf => Some(("PDF", &["pdf"])),
            Self::Word => Some(("Word", &["docx"])),
            Self::Svg => Some(("SVG", &["svg"])),
            Self::Png => Some(("PNG", &["png"])),
            Self::Csv => Some(("CSV", &["csv"])),
            Self::Stix => Some(("STIX 2.1", &["stix.json"])),
            Self::Zip => Some(("Pack", &["zip"])),
        }
    }

    /// The place to write to, with the end of name that the kind has. Where the end is added, the dialog asked about another file:
    /// one that is there already is left alone, and the next free name taken.
    pub(crate) fn place(self, chosen: &Path) -> PathBuf {
        let Some((_, [end, ..])) = self.filter() else { return chosen.to_owned() };
        let name = chosen.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.to_lowercase().ends_with(&format!(".{end}")) {
            return chosen.to_owned();
        }
        let numbered = |n: u32| if n == 1 { format!("{name}.{end}") } else { format!("{name} {n}.{end}") };
        (1..).map(|n| chosen.with_file_name(numbered(n))).find(|path| !path.exists()).unwrap_or_else(|| chosen.to_owned())
    }
}

/// A file that a person picked or dropped, as a page knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub(crate) struct Pick {
    /// Its number.
    pub(crate) id: u32,
    /// Its name without its folder.
    pub(crate) name: String,
    /// Whether it is a folder.
    pub(crate) folder: bool,
}

/// What was picked: to be read, or to be written to once.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Picked {
    Read(PathBuf),
    Write(PathBuf),
}

/// Everything that was picked since the start.
#[derive(Debug, Default)]
pub(crate) struct Picks {
    next: Mutex<(u32, BTreeMap<u32, Picked>)>,
}

impl Picks {
    /// Takes in a path to be read.
    pub(crate) fn to_read(&self, path: PathBuf) -> Pick {
        self.add(Picked::Read(path))
    }

    /// Takes in a path to be written to.
    pub(crate) fn to_write(&self, path: PathBuf) -> Pick {
        self.add(Picked::Write(path))
    }

    fn add(&self, picked: Picked) -> Pick {
        let path = match &picked {
            Picked::Read(path) | Picked::Write(path) => path,
        };
        let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let folder = path.is_dir();
        let mut held = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        held.0 += 1;
        let id = held.0;
        held.1.insert(id, picked);
        Pick { id, name, folder }
    }

    /// The path to read that `id` stands for.
    pub(crate) fn read(&self, id: u32) -> Answer<PathBuf> {
        match self.next.lock().unwrap_or_else(PoisonError::into_inner).1.get(&id) {
            Some(Picked::Read(path)) => Ok(path.clone()),
            Some(Picked::Write(_)) | None => Err(unknown()),
        }
    }

    /// The path to write to that `id` stands for, once: what was written can then be read under it, so that a pack can be verified
    /// where it was saved.
    pub(crate) fn write(&self, id: u32) -> Answer<PathBuf> {
        let mut held = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        match held.1.get(&id) {
            Some(Picked::Write(path)) => {
                let path = path.clone();
                held.1.insert(id, Picked::Read(path.clone()));
                Ok(path)
            }
            Some(Picked::Read(_)) | None => Err(unknown()),
        }
    }
}

fn unknown() -> Trouble {
    Trouble::gone("that file was not picked in this window: pick it again")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_picked_to_be_read_is_never_written_to() {
        let picks = Picks::default();
        let read = picks.to_read(PathBuf::from("/case/report.md"));
        let write = picks.to_write(PathBuf::from("/case/letter.pdf"));
        assert!(picks.write(read.id).is_err());
        assert!(picks.read(write.id).is_err());
        assert_eq!(picks.read(read.id).unwrap(), PathBuf::from("/case/report.md"));
        assert_eq!(picks.write(write.id).unwrap(), PathBuf::from("/case/letter.pdf"));
        assert!(picks.write(write.id).is_err(), "a place is written to once");
        assert_eq!(picks.read(write.id).unwrap(), PathBuf::from("/case/letter.pdf"), "what was written can be read");
        assert!(picks.read(99).is_err());
    }

    #[test]
    fn an_end_of_name_is_added_without_touching_what_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(PickFor::Document.place(&at("letter")), at("letter.pdf"));
        assert_eq!(PickFor::Document.place(&at("letter.PDF")), at("letter.PDF"));
        assert_eq!(PickFor::Stix.place(&at("case.stix.json")), at("case.stix.json"));
        std::fs::write(at("letter.pdf"), "kept").unwrap();
        assert_eq!(PickFor::Document.place(&at("letter")), at("letter 2.pdf"));
    }
}
