//! What a person set for themselves, and the dossiers they had open: two small JSON files beside no dossier.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What a person set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub(crate) struct Settings {
    /// Who acts: the name in the ledger; empty until it was asked for.
    pub(crate) name: String,
    /// Light or dark.
    pub(crate) theme: Theme,
    /// The size of text in percent, 80 to 150.
    pub(crate) text_size: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { name: String::new(), theme: Theme::System, text_size: 100 }
    }
}

/// A dossier that was open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Recent {
    pub(crate) id: u32,
    pub(crate) title: String,
    pub(crate) path: PathBuf,
    pub(crate) opened_at: String,
}

/// The same for a page, without its path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub(crate) struct RecentRow {
    /// Its number in the list.
    pub(crate) id: u32,
    /// The dossier's title when it was last open.
    pub(crate) title: String,
    /// The file's name.
    pub(crate) file: String,
    /// The folder it lies in, to be read by a person.
    pub(crate) folder: String,
    /// When it was last opened, RFC 3339 in UTC.
    pub(crate) opened_at: String,
    /// Whether the file is not where it was.
    pub(crate) missing: bool,
}

impl From<&Recent> for RecentRow {
    fn from(recent: &Recent) -> Self {
        let Recent { id, title, path, opened_at } = recent.clone();
        Self { id, title, file: file_name(&path), folder: folder_name(&path), opened_at, missing: !path.is_file() }
    }
}

/// How many dossiers are remembered.
const MOST: usize = 12;

/// Puts `path` first in the list.
pub(crate) fn remember(list: &mut Vec<Recent>, path: &Path, title: &str, now: &str) {
    let id = match list.iter().position(|recent| recent.path == path) {
        Some(at) => list.remove(at).id,
        None => list.iter().map(|recent| recent.id).max().unwrap_or(0) + 1,
    };
    list.insert(0, Recent { id, title: title.to_owned(), path: path.to_owned(), opened_at: now.to_owned() });
    list.truncate(MOST);
}

/// A file's name without its folder.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The folder a file lies in, as a person would say it.
pub(crate) fn folder_name(path: &Path) -> String {
    let folder = path.parent().unwrap_or(Path::new(""));
    let home = std::env::var_os("HOME").map(PathBuf::from).filter(|home| home.parent().is_some());
    match home.as_deref().and_then(|home| folder.strip_prefix(home).ok()) {
        Some(rest) if rest.as_os_str().is_empty() => "~".to_owned(),
        Some(rest) => format!("~/{}", rest.display()),
        None => folder.display().to_string(),
    }
}

/// What `file` holds; the default where there is none or it cannot be read: losing a setting must keep nobody from a dossier.
pub(crate) fn load<T: DeserializeOwned + Default>(file: &Path) -> T {
    std::fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Writes `value` beside `file` and moves it into place.
pub(crate) fn keep<T: Serialize>(file: &Path, value: &T) -> std::io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let partial = file.with_extension("partial");
    let mut out = std::fs::File::create(&partial)?;
    out.write_all(&serde_json::to_vec_pretty(value)?)?;
    out.sync_all()?;
    std::fs::rename(&partial, file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_opened_stands_first_and_keeps_its_number() {
        let mut list = Vec::new();
        for n in 0..20 {
            remember(&mut list, Path::new(&format!("/case/{n}.dossier")), "Case", "2026-11-21T09:30:00Z");
        }
        assert_eq!(list.len(), MOST);
        let third = list[2].clone();
        remember(&mut list, &third.path, "Renamed", "2026-11-22T09:30:00Z");
        assert_eq!((list[0].id, list[0].title.as_str()), (third.id, "Renamed"));
        assert_eq!(list.len(), MOST);
    }

    #[test]
    fn a_spoiled_file_of_settings_counts_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/settings.json");
        assert_eq!(load::<Settings>(&file), Settings::default());
        let set = Settings { name: "Ada Reyes".into(), ..Settings::default() };
        keep(&file, &set).unwrap();
        assert_eq!(load::<Settings>(&file), set);
        std::fs::write(&file, "{").unwrap();
        assert_eq!(load::<Settings>(&file), Settings::default());
    }
}
