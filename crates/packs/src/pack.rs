//! Laying out a pack: which files stand where, the bag's tag files, and the zip around them.

use crate::custody::Custody;
use crate::evidence::{self, Evidence};
use crate::exhibit::{Exhibit, checked};
use crate::index::Index;
use crate::{PacksError, certificate, container, manifest, readme, slip};
use dossier_model::{Digest, Entry, Handling};
use sha2::Digest as _;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::sync::Arc;

/// What made a pack, as its tag files name it.
pub(crate) const AGENT: &str = concat!("Dossier ", env!("CARGO_PKG_VERSION"));

/// What goes into a pack.
#[derive(Debug, Clone)]
pub struct Contents {
    /// The evidence, made by [`evidence`](crate::evidence()) of the same exhibits.
    pub evidence: Evidence,
    /// The exhibits.
    pub exhibits: Vec<Exhibit>,
    /// The documents that cite them, by their path under `data/`: `letter.pdf`, `charts/timeline.svg`.
    pub documents: Vec<(String, Vec<u8>)>,
    /// The ledger up to the last entry that changed content.
    pub custody: Vec<Entry>,
    /// The dossier's title.
    pub title: String,
    /// Who sends it.
    pub organisation: Option<String>,
    /// The document's own date, `2026-07-01`; never the clock's.
    pub bagging_date: String,
    /// Whether the case is fictional, so that every page says so.
    pub specimen: bool,
}

/// What was packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackSummary {
    /// The evidence root.
    pub root: Digest,
    /// The digest of the zip itself.
    pub sha256: Digest,
    /// The zip's length.
    pub octets: u64,
    /// How many exhibits are in it.
    pub exhibits: usize,
    /// How many files are in it, tag files included.
    pub files: usize,
    /// What a person should look at before it goes out.
    pub warnings: Vec<Warning>,
}

/// Something to look at before a pack goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The exhibit it is about.
    pub exhibit: u32,
    /// What, and what to do.
    pub message: String,
}

/// Lays `contents` out as a bag and writes its zip to `out`. The same contents give the same bytes.
///
/// # Errors
/// A privileged exhibit, evidence that is not that of the exhibits, a document with an unfit name, or a failed write.
pub fn pack(contents: &Contents, mut out: impl Write) -> Result<PackSummary, PacksError> {
    let exhibits = checked(&contents.exhibits)?;
    let files = bag(contents, &exhibits)?;
    let folder = folder_name(&contents.evidence.root);
    let entries: Vec<(String, &[u8])> = files.iter().map(|(path, bytes)| (format!("{folder}/{path}"), &bytes[..])).collect();
    let mut measured = Measured { out: &mut out, hash: sha2::Sha256::new(), octets: 0 };
    container::write(&entries, &mut measured).map_err(PacksError::Write)?;
    let (sha256, octets) = (Digest::from_bytes(measured.hash.finalize().into()), measured.octets);
    out.flush().map_err(PacksError::Write)?;
    let warnings = exhibits.iter().filter_map(|exhibit| warning(exhibit)).collect();
    Ok(PackSummary { root: contents.evidence.root, sha256, octets, exhibits: exhibits.len(), files: files.len(), warnings })
}

/// The name of the bag's folder in the zip.
pub(crate) fn folder_name(root: &Digest) -> String {
    let root = root.to_string();
    format!("dossier-pack-{}", root.get(..12).unwrap_or(&root))
}

/// All files of the bag by their path in it.
fn bag(contents: &Contents, exhibits: &[&Exhibit]) -> Result<BTreeMap<String, Arc<[u8]>>, PacksError> {
    let root = contents.evidence.root;
    let index = Index::new(&contents.title, contents.specimen, root, contents.organisation.as_deref(), exhibits);
    let custody = Custody::new(exhibits, &contents.custody);
    let mut files = contents.evidence.files.clone();
    let mut put = |path: &str, bytes: Vec<u8>| files.insert(path.to_owned(), bytes.into());
    put("data/index.json", index.json()?);
    put("data/index.csv", index.csv().into_bytes());
    put("data/load/exhibits.dat", index.dat().into_bytes());
    put("data/load/exhibits.opt", index.opt().into_bytes());
    put("data/custody.json", custody.json()?);
    put("data/custody.csv", custody.csv().into_bytes());
    put("data/certificate-902-14-draft.txt", certificate::draft(contents, &index).into_bytes());
    put("data/README.txt", readme::text(contents, exhibits).into_bytes());
    put("data/verify.html", readme::VERIFY_PAGE.as_bytes().to_vec());
    for (exhibit, row) in exhibits.iter().zip(&index.exhibits) {
        put(&exhibit.slip_path(), slip::sheet(row, contents)?);
    }
    add_documents(&mut files, &contents.documents)?;

    let digests: BTreeMap<&str, Digest> = files.iter().map(|(path, bytes)| (path.as_str(), Digest::of(bytes))).collect();
    let found = evidence::root(digests.iter().map(|(path, digest)| (*path, *digest)));
    if found != root {
        return Err(PacksError::RootDiffers { expected: root, found });
    }
    let octets: u64 = files.values().map(|bytes| bytes.len() as u64).sum();
    let tags = [
        ("bagit.txt", manifest::DECLARATION.to_owned()),
        ("bag-info.txt", bag_info(contents, octets, files.len())),
        (manifest::PAYLOAD, digests.iter().map(|(path, digest)| manifest::line(digest, path)).collect::<String>()),
    ];
    let mut tags = BTreeMap::from(tags);
    let tag_lines = tags.iter().map(|(path, text)| manifest::line(&Digest::of(text.as_bytes()), path)).collect::<String>();
    tags.insert(manifest::TAGS, tag_lines);
    files.extend(tags.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes().into())));
    Ok(files)
}

fn bag_info(contents: &Contents, octets: u64, count: usize) -> String {
    let fields = [
        ("Source-Organization", contents.organisation.clone()),
        ("External-Description", Some(contents.title.clone())),
        ("External-Identifier", Some(contents.evidence.root.to_string())),
        ("Internal-Sender-Description", contents.specimen.then(|| readme::SPECIMEN.to_owned())),
        ("Bagging-Date", Some(contents.bagging_date.clone())),
        ("Payload-Oxum", Some(format!("{octets}.{count}"))),
        ("Bag-Software-Agent", Some(AGENT.to_owned())),
    ];
    let line = |(label, value): (&str, Option<String>)| value.map(|value| format!("{label}: {}\n", one_line(&value)));
    fields.into_iter().filter_map(line).collect()
}

/// Words without line ends and other control characters, which a tag file cannot carry.
pub(crate) fn one_line(words: &str) -> String {
    words.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn add_documents(files: &mut BTreeMap<String, Arc<[u8]>>, documents: &[(String, Vec<u8>)]) -> Result<(), PacksError> {
    let mut taken: BTreeSet<String> = files.keys().map(|path| path.to_lowercase()).collect();
    for (name, bytes) in documents {
        let bad = |why| PacksError::BadPath { path: name.clone(), why };
        check_name(name).map_err(bad)?;
        let path = format!("data/{name}");
        if path.to_lowercase().starts_with(evidence::FOLDER) {
            return Err(bad("documents do not stand in the evidence"));
        }
        if !taken.insert(path.to_lowercase()) {
            return Err(bad("another file of the pack has that name"));
        }
        files.insert(path, bytes.as_slice().into());
    }
    Ok(())
}

/// Whether a relative path is one that every file system takes and no manifest needs to encode.
fn check_name(name: &str) -> Result<(), &'static str> {
    if name.is_empty() || name.len() > 200 {
        return Err("a name has 1 to 200 bytes");
    }
    if name.chars().any(|c| c.is_control() || r#"\:*?"<>|%"#.contains(c)) {
        return Err(r#"a name has none of \ : * ? " < > | % and no control characters"#);
    }
    let plain = |part: &str| !part.is_empty() && !part.starts_with([' ', '.', '~']) && !part.ends_with([' ', '.']);
    if name.split('/').all(plain) {
        Ok(())
    } else {
        Err("each part of a path begins with a letter or digit and ends without dot or space")
    }
}

fn warning(exhibit: &Exhibit) -> Option<Warning> {
    let message = match exhibit.source.handling {
        Handling::Unreviewed => format!(
            "exhibit {} ({}, {}) has not been reviewed for release: look at it, then set its handling to public or confidential",
            exhibit.number,
            exhibit.source.id,
            exhibit.source.name()
        ),
        Handling::Confidential => {
            format!(
                "exhibit {} ({}, {}) is confidential: the pack is for its recipient only",
                exhibit.number,
                exhibit.source.id,
                exhibit.source.name()
            )
        }
        Handling::Public | Handling::Privileged => return None,
    };
    Some(Warning { exhibit: exhibit.number, message })
}

/// Passes bytes on and keeps their digest and number.
struct Measured<'a, W> {
    out: &'a mut W,
    hash: sha2::Sha256,
    octets: u64,
}

impl<W: Write> Write for Measured<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.octets += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
