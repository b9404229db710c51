//! Files that people name: read whole, written whole or not at all.

use crate::AppError;
use std::io::Write;
use std::path::Path;

/// The text of a file that a person names; where it cannot be read, why, and what to do.
pub fn read_text(path: &Path) -> Result<String, AppError> {
    std::fs::read_to_string(path).map_err(|error| AppError::unreadable(path, &error))
}

/// Writes `bytes` beside `path` and moves them into place, so that a full disk or a power cut leaves what was there.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    write_with(path, |out| out.write_all(bytes))
}

/// The same for what is written in pieces.
pub(crate) fn write_with(path: &Path, fill: impl FnOnce(&mut std::fs::File) -> std::io::Result<()>) -> Result<(), AppError> {
    if path.is_dir() {
        let why = "it is a folder; name a file in it".to_owned();
        return Err(AppError::Unwritable { path: path.to_owned(), why });
    }
    let name = path.file_name().ok_or_else(|| AppError::Usage(format!("{} names no file", path.display())))?;
    let partial = path.with_file_name(format!(".{}.partial", name.to_string_lossy()));
    let attempt = || {
        let mut file = std::fs::File::create(&partial)?;
        fill(&mut file)?;
        file.sync_all()?;
        std::fs::rename(&partial, path)
    };
    attempt().map_err(|error| {
        // The partial file is ours alone; if it cannot be removed either, the first error says more.
        let _ = std::fs::remove_file(&partial);
        AppError::unwritable(path, &error)
    })
}

/// The end of a file's name after its first dot, in lower case: `stix.json`, `pdf`.
pub(crate) fn extension(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    if name.ends_with(".stix.json") {
        return "stix.json".to_owned();
    }
    name.rsplit_once('.').map(|(_, end)| end.to_owned()).unwrap_or_default()
}
