//! The words in which pages and shell speak of opening a dossier.

use crate::picks::Pick;
use crate::settings::{RecentRow, Settings};
use crate::trouble::Trouble;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// Which dossier to open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Target {
    /// A file that was picked or dropped.
    Picked(u32),
    /// One of the recent ones.
    Recent(u32),
    /// The specimen, made where it does not exist.
    Specimen,
}

/// A dossier that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub(crate) struct Opened {
    /// Its number: what every command about it begins with.
    pub(crate) dossier: u32,
    /// Its title.
    pub(crate) title: String,
    /// Its file's name.
    pub(crate) file: String,
    /// The folder it lies in, to be read by a person.
    pub(crate) folder: String,
    /// Whether it was opened to be read only.
    pub(crate) read_only: bool,
}

/// How opening went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Outcome {
    /// It is open in this window.
    Here(Opened),
    /// A window of its own has it.
    Elsewhere,
}

/// What a window needs to know first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub(crate) struct Begun {
    /// What the person set.
    pub(crate) settings: Settings,
    /// The dossiers they had open.
    pub(crate) recent: Vec<RecentRow>,
    /// The one that this window is for.
    pub(crate) opened: Option<Opened>,
    /// Why the one it is for could not be opened.
    pub(crate) trouble: Option<Trouble>,
    /// The file that it is for, to try again or to read only.
    pub(crate) asked: Option<Pick>,
}

/// How the program was started.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Start {
    /// The dossier to open.
    pub(crate) file: Option<PathBuf>,
    /// Who acts, in place of the name in the settings.
    pub(crate) name: Option<String>,
    /// The moment at which everything happens, in place of the clock.
    pub(crate) now: Option<String>,
}
