//! Exhibits: sources numbered as evidence, and the names of their files in a pack.

use crate::PacksError;
use crate::hashing::{self, Seal};
use dossier_model::{Handling, Source};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A source as numbered evidence.
#[derive(Debug, Clone)]
pub struct Exhibit {
    /// Its number, from 1, as the document cites it.
    pub number: u32,
    /// The source.
    pub source: Source,
    /// Its original bytes.
    pub original: Arc<[u8]>,
    /// Its readable text.
    pub text: String,
    /// What the index prints for it: title, publisher, date.
    pub description: String,
    /// Where the document cites it, such as "footnote 3".
    pub cited_at: Vec<String>,
}

impl Exhibit {
    /// `EX-001`: what its files are called.
    pub fn label(&self) -> String {
        label(self.number)
    }

    /// Where its original stands in the bag.
    pub fn original_path(&self) -> String {
        format!("data/evidence/originals/{}.{}", self.label(), extension(&self.source.file))
    }

    /// Where its readable text stands in the bag.
    pub fn text_path(&self) -> String {
        format!("data/evidence/texts/{}.txt", self.label())
    }

    /// Where its slip sheet stands in the bag.
    pub fn slip_path(&self) -> String {
        format!("data/slips/{}.pdf", self.label())
    }
}

/// `EX-001`.
pub(crate) fn label(number: u32) -> String {
    format!("EX-{number:03}")
}

/// The extension of a file name as far as it is plain, in lower case; `bin` otherwise.
fn extension(file: &str) -> String {
    match file.rsplit_once('.') {
        Some((stem, ext))
            if !stem.is_empty() && (1..=8).contains(&ext.len()) && ext.bytes().all(|b| b.is_ascii_alphanumeric()) =>
        {
            ext.to_ascii_lowercase()
        }
        Some(_) | None => "bin".to_owned(),
    }
}

/// Refuses exhibits that may not leave or that stand twice. Returns them by number.
pub(crate) fn admitted(exhibits: &[Exhibit]) -> Result<Vec<&Exhibit>, PacksError> {
    let (mut numbers, mut sources) = (BTreeSet::new(), BTreeSet::new());
    for exhibit in exhibits {
        let (number, source_id) = (exhibit.number, exhibit.source.id);
        match exhibit.source.handling {
            Handling::Privileged => {
                let name = exhibit.source.name().to_owned();
                return Err(PacksError::Privileged { exhibit: number, source_id, name });
            }
            Handling::Unreviewed | Handling::Public | Handling::Confidential => {}
        }
        if number == 0 {
            return Err(PacksError::NotNumbered(source_id));
        }
        if !numbers.insert(number) || !sources.insert(source_id) {
            return Err(PacksError::Twice { exhibit: number, source_id });
        }
    }
    let mut sorted: Vec<&Exhibit> = exhibits.iter().collect();
    sorted.sort_by_key(|exhibit| exhibit.number);
    Ok(sorted)
}

/// Refuses exhibits whose bytes are not those that were imported.
pub(crate) fn check_bytes(exhibits: &[&Exhibit]) -> Result<(), PacksError> {
    let pieces: Vec<&[u8]> = exhibits.iter().flat_map(|exhibit| [&exhibit.original[..], exhibit.text.as_bytes()]).collect();
    let held = exhibits.iter().flat_map(|exhibit| {
        [(exhibit, "original", exhibit.source.sha256), (exhibit, "readable text", exhibit.source.text_sha256)]
    });
    for (Seal { sha256: found, .. }, (exhibit, part, expected)) in hashing::seals(&pieces).into_iter().zip(held) {
        if found != expected {
            return Err(PacksError::Altered { exhibit: exhibit.number, source_id: exhibit.source.id, part, expected, found });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_gives_only_a_plain_extension() {
        for (file, expect) in [
            ("a.PDF", "pdf"),
            ("report.tar.gz", "gz"),
            ("noext", "bin"),
            (".hidden", "bin"),
            ("a.b/../c", "bin"),
            ("x.", "bin"),
            ("a.日本", "bin"),
        ] {
            assert_eq!(extension(file), expect, "{file}");
        }
        assert_eq!((label(1), label(1000)), ("EX-001".into(), "EX-1000".into()));
    }
}
