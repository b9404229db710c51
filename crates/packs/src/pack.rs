//! Laying out a pack: which files stand where, the bag's tag files, and the zip around them.

use crate::container::Member;
use crate::custody::Custody;
use crate::evidence::{self, Evidence};
use crate::exhibit::{Exhibit, admitted};
use crate::hashing::{self, Seal};
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
    let exhibits = admitted(&contents.exhibits)?;
    let root = contents.evidence.root;
    let mut files = sealed(payload(contents, &exhibits)?);
    check_evidence(contents, &exhibits, &files)?;
    let tags = tag_files(contents, &files);
    files.extend(tags);

    let folder = folder_name(&root);
    let member =
        |path: &str, file: &File| Member { name: format!("{folder}/{path}"), size: file.bytes.len() as u64, crc: file.seal.crc };
    let entries: Vec<(Member, &[u8])> = files.iter().map(|(path, file)| (member(path, file), &file.bytes[..])).collect();
    let mut measured = Measured { out: &mut out, hash: sha2::Sha256::new(), octets: 0 };
    container::write(&entries, &mut measured).map_err(PacksError::Write)?;
    let (sha256, octets) = (Digest::from_bytes(measured.hash.finalize().into()), measured.octets);
    out.flush().map_err(PacksError::Write)?;
    let warnings = exhibits.iter().filter_map(|exhibit| warning(exhibit)).collect();
    Ok(PackSummary { root, sha256, octets, exhibits: exhibits.len(), files: files.len(), warnings })
}

/// The name of the bag's folder in the zip.
pub(crate) fn folder_name(root: &Digest) -> String {
    let root = root.to_string();
    format!("dossier-pack-{}", root.get(..12).unwrap_or(&root))
}

/// A file of the bag.
struct File {
    bytes: Arc<[u8]>,
    seal: Seal,
}

fn sealed(files: BTreeMap<String, Arc<[u8]>>) -> BTreeMap<String, File> {
    let pieces: Vec<&[u8]> = files.values().map(|bytes| &bytes[..]).collect();
    let seals = hashing::seals(&pieces);
    files.into_iter().zip(seals).map(|((path, bytes), seal)| (path, File { bytes, seal })).collect()
}

/// All files under `data/`, by their path in the bag.
fn payload(contents: &Contents, exhibits: &[&Exhibit]) -> Result<BTreeMap<String, Arc<[u8]>>, PacksError> {
    let index =
        Index::new(&contents.title, contents.specimen, contents.evidence.root, contents.organisation.as_deref(), exhibits);
    let custody = Custody::new(exhibits, &contents.custody);
    let evidence = contents.evidence.files.iter().filter(|(path, _)| path.starts_with(evidence::FOLDER));
    let mut files: BTreeMap<String, Arc<[u8]>> = evidence.map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
    let mut put = |path: &str, bytes: Vec<u8>| files.insert(path.to_owned(), bytes.into());
    put("data/index.json", index.json()?);
    put("data/index.csv", index.csv().into_bytes());
    put("data/load/exhibits.dat", index.dat().into_bytes());
    put("data/load/exhibits.opt", index.opt().into_bytes());
    put("data/custody.json", custody.json()?);
    put("data/custody.csv", custody.csv().into_bytes());
    put("data/certificate-902-14-draft.txt", certificate::draft(contents, &index).into_bytes());
    put("data/README.txt", readme::text(contents, exhibits, &custody).into_bytes());
    put("data/verify.html", readme::VERIFY_PAGE.as_bytes().to_vec());
    for (exhibit, row) in exhibits.iter().zip(&index.exhibits) {
        put(&exhibit.slip_path(), slip::sheet(row, contents)?);
    }
    add_documents(&mut files, &contents.documents)?;
    Ok(files)
}

/// Holds the files to the root that the letter prints, and the exhibits to the files.
fn check_evidence(contents: &Contents, exhibits: &[&Exhibit], files: &BTreeMap<String, File>) -> Result<(), PacksError> {
    let (expected, found) =
        (contents.evidence.root, evidence::root(files.iter().map(|(path, file)| (path.as_str(), file.seal.sha256))));
    if found != expected {
        return Err(PacksError::RootDiffers { expected, found });
    }
    for exhibit in exhibits {
        for (path, sha256) in
            [(exhibit.original_path(), exhibit.source.sha256), (exhibit.text_path(), exhibit.source.text_sha256)]
        {
            if files.get(&path).is_none_or(|file| file.seal.sha256 != sha256) {
                return Err(PacksError::NotInEvidence { exhibit: exhibit.number, path });
            }
        }
    }
    Ok(())
}

fn tag_files(contents: &Contents, payload: &BTreeMap<String, File>) -> BTreeMap<String, File> {
    let octets: u64 = payload.values().map(|file| file.bytes.len() as u64).sum();
    let lines = |files: &BTreeMap<String, File>| -> String {
        files.iter().map(|(path, file)| manifest::line(&file.seal.sha256, path)).collect()
    };
    let file = |text: String| File { seal: Seal::of(text.as_bytes()), bytes: text.into_bytes().into() };
    let mut tags = BTreeMap::from([
        ("bagit.txt".to_owned(), file(manifest::DECLARATION.to_owned())),
        ("bag-info.txt".to_owned(), file(bag_info(contents, octets, payload.len()))),
        (manifest::PAYLOAD.to_owned(), file(lines(payload))),
    ]);
    tags.insert(manifest::TAGS.to_owned(), file(lines(&tags)));
    tags
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
