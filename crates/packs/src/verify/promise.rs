//! Holding a bag to what a pack promises beyond BagIt: its tag files in their one form, the evidence root, the records and every
//! quotation, and the one byte form of its zip.

use super::bag::{self, Bag};
use super::report::{Problem, ProblemKind};
use super::sums::Algorithm;
use super::tags::{self, Covers};
use super::tree::{Reader, Tree, ZipForm};
use crate::container::{Layout, Member};
use crate::evidence::{CLAIMS, FOLDER, SOURCES, root};
use crate::manifest;
use crate::pack::folder_name;
use crate::records::{ClaimRead, SourceRead};
use dossier_model::{Digest, SourceId, TextIndex};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// How long a record file or a readable text may be.
const LONGEST_RECORD: u64 = 256 << 20;
const INDEX: &str = "data/index.json";

/// Whether a tree claims to be a pack: it has evidence, or says that Dossier made it.
pub(crate) fn claims_to_be_one(tree: &Tree) -> bool {
    if tree.leaves.keys().any(|path| path.starts_with(FOLDER)) {
        return true;
    }
    let info = tree.leaves.get("bag-info.txt").and_then(|leaf| tree.reader.clone().read_all(leaf, 1 << 20).ok());
    let fields = tags::fields(&String::from_utf8_lossy(&info.unwrap_or_default()));
    tags::field(&fields, "Bag-Software-Agent").is_some_and(|agent| agent.starts_with("Dossier "))
}

/// Judges what BagIt leaves open. Adds to the bag's problems and returns the evidence root as recomputed.
pub(crate) fn judge(tree: &Tree, bag: &mut Bag) -> Option<Digest> {
    let mut problems = Vec::new();
    tag_files(bag, &mut problems);
    let root = evidence_root(tree, bag, &mut problems);
    records(tree, bag, &mut problems);
    bag.problems.append(&mut problems);
    if let Some(zip) = &tree.zip
        && bag.problems.is_empty()
    {
        bag.problems.extend(container(tree, bag, zip, root));
    }
    Some(root)
}

fn tag_files(bag: &Bag, problems: &mut Vec<Problem>) {
    let is_told = |path: &str| bag.problems.iter().any(|problem| problem.path == path);
    if !is_told("bagit.txt") && bag.tag_files.get("bagit.txt").is_some_and(|bytes| bytes != manifest::DECLARATION.as_bytes()) {
        problems.push(Problem::new(
            "bagit.txt",
            ProblemKind::BagDeclaration,
            "it is not the declaration of a pack: BagIt 1.0, UTF-8",
        ));
    }
    let known = ["bagit.txt", "bag-info.txt", manifest::PAYLOAD, manifest::TAGS];
    for path in bag.sums.keys().filter(|path| !bag::is_payload(path)) {
        if !known.contains(&path.as_str()) && !is_told(path) {
            problems.push(Problem::new(path, ProblemKind::Added, "a pack has no such tag file"));
        }
    }
    for (file, kind, covers) in
        [(manifest::PAYLOAD, ProblemKind::Manifest, Covers::Payload), (manifest::TAGS, ProblemKind::TagManifest, Covers::Tags)]
    {
        let Some(read) = bag.manifests.iter().find(|manifest| manifest.file == file) else {
            if !bag.tag_files.contains_key(file) {
                problems.push(Problem::new(file, kind, "it is missing"));
            }
            continue;
        };
        let canonical: String = read.lines.iter().map(|(path, digest)| manifest::line(digest, path)).collect();
        if !is_told(file) && bag.tag_files.get(file).is_none_or(|bytes| bytes != canonical.as_bytes()) {
            problems.push(Problem::new(
                file,
                kind,
                "its lines are not in their one form: sorted by path, a digest in lower case, two spaces, a path",
            ));
        }
        if covers == Covers::Tags {
            let unlisted = known.iter().filter(|path| **path != manifest::TAGS && !read.lines.contains_key(**path));
            problems.extend(unlisted.map(|path| Problem::new(file, kind, format!("it does not list {path}"))));
        }
    }
    for label in ["External-Identifier", "Bagging-Date", "Payload-Oxum", "Bag-Software-Agent"] {
        if bag.tag_files.contains_key("bag-info.txt") && tags::field(&bag.fields, label).is_none() {
            problems.push(Problem::new("bag-info.txt", ProblemKind::TagFile, format!("it has no {label}")));
        }
    }
}

fn sha256_of<'a>(bag: &'a Bag, path: &str) -> Option<&'a str> {
    bag.sums.get(path)?.as_ref().ok()?.digests.get(&Algorithm::Sha256).map(String::as_str)
}

fn evidence_root(tree: &Tree, bag: &Bag, problems: &mut Vec<Problem>) -> Digest {
    let digests = bag.sums.keys().filter_map(|path| Some((path.as_str(), sha256_of(bag, path)?.parse().ok()?)));
    let found = root(digests);
    let mut hold = |path: &str, named: Option<&str>| {
        if named != Some(found.to_string().as_str()) {
            let named = named.unwrap_or("none");
            problems.push(Problem::new(
                path,
                ProblemKind::EvidenceRoot,
                format!("it names the evidence root {named}; the evidence has {found}"),
            ));
        }
    };
    hold("bag-info.txt", tags::field(&bag.fields, "External-Identifier"));
    #[derive(Deserialize)]
    struct IndexRead {
        evidence_root: String,
    }
    if tree.leaves.contains_key(INDEX) {
        let index: Option<IndexRead> = json(tree, INDEX).ok();
        hold(INDEX, index.as_ref().map(|index| index.evidence_root.as_str()));
    }
    found
}

fn json<T: DeserializeOwned>(tree: &Tree, path: &str) -> Result<T, String> {
    let leaf = tree.leaves.get(path).ok_or("it is missing")?;
    let bytes = tree.reader.clone().read_all(leaf, LONGEST_RECORD).map_err(|error| error.to_string())?;
    serde_json::from_slice(&bytes).map_err(|error| format!("it is not the JSON of a pack: {error}"))
}

/// Holds the originals, texts and quotations to the records.
fn records(tree: &Tree, bag: &Bag, problems: &mut Vec<Problem>) {
    let sources: Vec<SourceRead> = list(tree, SOURCES, problems);
    let claims: Vec<ClaimRead> = list(tree, CLAIMS, problems);

    let mut by_source: BTreeMap<SourceId, Vec<&ClaimRead>> = BTreeMap::new();
    for claim in &claims {
        by_source.entry(claim.source).or_default().push(claim);
    }
    let mut named: BTreeSet<&str> = BTreeSet::new();
    let mut reader = tree.reader.clone();
    for source in &sources {
        named.extend([source.original.as_str(), source.text.as_str()]);
        for (path, expected, kind) in [
            (&source.original, source.sha256, ProblemKind::OriginalDigest),
            (&source.text, source.text_sha256, ProblemKind::TextDigest),
        ] {
            match sha256_of(bag, path) {
                Some(found) if found == expected.to_string() => {}
                Some(found) => problems.push(Problem::new(
                    path,
                    kind,
                    format!("the record of {} names {expected}; it is {found}", source.id),
                )),
                None => {
                    problems.push(Problem::new(path, kind, format!("the record of {} names it, and it is not there", source.id)))
                }
            }
        }
        let claims = by_source.remove(&source.id).unwrap_or_default();
        quotes(tree, &mut reader, source, &claims, problems);
    }
    for claim in by_source.values().flatten() {
        problems.push(Problem::new(
            CLAIMS,
            ProblemKind::Quote,
            format!("{} quotes {}, which has no record", claim.id, claim.source),
        ));
    }
    let unnamed = tree
        .leaves
        .keys()
        .filter(|path| path.starts_with("data/evidence/originals/") || path.starts_with("data/evidence/texts/"));
    problems.extend(
        unnamed
            .filter(|path| !named.contains(path.as_str()))
            .map(|path| Problem::new(path, ProblemKind::Record, "no record of a source names it")),
    );
}

/// The records of a file; none where it cannot be read, which is reported.
fn list<T: DeserializeOwned>(tree: &Tree, path: &str, problems: &mut Vec<Problem>) -> Vec<T> {
    json(tree, path).unwrap_or_else(|why| {
        problems.push(Problem::new(path, ProblemKind::Record, why));
        Vec::new()
    })
}

/// Finds every quotation again in the text of its source.
fn quotes(tree: &Tree, reader: &mut Reader, source: &SourceRead, claims: &[&ClaimRead], problems: &mut Vec<Problem>) {
    let Some(leaf) = tree.leaves.get(&source.text) else { return };
    let text = reader.read_all(leaf, LONGEST_RECORD).map_err(|error| error.to_string());
    let text = text.and_then(|bytes| String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned()));
    let text = match text {
        Ok(text) => text,
        Err(why) => {
            problems.push(Problem::new(&source.text, ProblemKind::TextDigest, why));
            return;
        }
    };
    let index = TextIndex::new(&text);
    if index.characters() != source.characters {
        let detail =
            format!("the record of {} counts {} characters; it has {}", source.id, source.characters, index.characters());
        problems.push(Problem::new(&source.text, ProblemKind::TextDigest, detail));
    }
    for claim in claims {
        if claim.quotes.is_empty() {
            problems.push(Problem::new(CLAIMS, ProblemKind::Quote, format!("{} has no quotation", claim.id)));
        }
        for quote in &claim.quotes {
            if let Err(why) = quote.check(&index) {
                problems.push(Problem::new(&source.text, ProblemKind::Quote, format!("{}: {why}", claim.id)));
            }
        }
    }
}

/// Holds the zip to its one byte form. Its contents are known to be intact, so only the bytes around them are compared.
fn container(tree: &Tree, bag: &Bag, zip: &ZipForm, root: Digest) -> Option<Problem> {
    let problem = |path: &str, detail: &str| Some(Problem::new(path, ProblemKind::Container, detail));
    if zip.folder != format!("{}/", folder_name(&root)) {
        return problem("", "the contents are intact, but their folder in the zip has another name");
    }
    let members: Vec<Member> = tree
        .leaves
        .iter()
        .filter_map(|(path, leaf)| {
            let crc = bag.sums.get(path)?.as_ref().ok()?.crc;
            Some(Member { name: format!("{}{path}", zip.folder), size: leaf.size, crc })
        })
        .collect();
    let layout = Layout::of(&members);
    for ((at, header), member) in layout.headers.iter().zip(&members) {
        if !zip.window.has(*at, header).unwrap_or(false) {
            return problem(
                &member.name,
                "the contents are intact, but the zip has another form here than a pack has: it was packed or changed by another program",
            );
        }
    }
    let ends = layout.tail_at.checked_add(layout.tail.len() as u64) == Some(zip.window.len());
    if !ends || !zip.window.has(layout.tail_at, &layout.tail).unwrap_or(false) {
        return problem(
            "",
            "the contents are intact, but the directory of the zip is not that of a pack: it was packed or changed by another program",
        );
    }
    None
}
