//! Holding a tree to the rules of BagIt, 0.93 to 1.0 (RFC 8493).

use super::report::{Problem, ProblemKind};
use super::sums::{self, Algorithm, AllSums};
use super::tags::{self, Covers, Declaration, Encoding, Manifest, Rules};
use super::tree::Tree;
use std::collections::{BTreeMap, BTreeSet};

/// How long a tag file may be: room for the manifest lines of a million files.
const LONGEST_TAG_FILE: u64 = 256 << 20;

/// A bag as judged.
pub(crate) struct Bag {
    pub(crate) manifests: Vec<Manifest>,
    /// The fields of `bag-info.txt`.
    pub(crate) fields: Vec<(String, String)>,
    /// The bytes of the tag files that were read, by path.
    pub(crate) tag_files: BTreeMap<String, Vec<u8>>,
    pub(crate) sums: AllSums,
    pub(crate) problems: Vec<Problem>,
    pub(crate) notes: Vec<Problem>,
}

/// Whether a path is one of the payload.
pub(crate) fn is_payload(path: &str) -> bool {
    path.starts_with("data/")
}

/// Judges the tree as a bag, by the rules of `form` where it is given and else by those that the bag declares. A pack's SHA-256
/// digests are taken even where no manifest asks for them.
pub(crate) fn judge(tree: &mut Tree, form: Option<Rules>) -> Bag {
    let mut bag = Bag {
        manifests: Vec::new(),
        fields: Vec::new(),
        tag_files: BTreeMap::new(),
        sums: AllSums::new(),
        problems: std::mem::take(&mut tree.problems),
        notes: Vec::new(),
    };
    bag.read_tag_files(tree);
    let (encoding, declared) = bag.declaration();
    let rules = form.unwrap_or(declared);
    let text = |bag: &mut Bag, file: &str, kind| -> Option<String> {
        let decoded = encoding.decode(bag.tag_files.get(file)?);
        decoded.map_err(|why| bag.problems.push(Problem::new(file, kind, why))).ok()
    };
    let names: Vec<String> = bag.tag_files.keys().cloned().collect();
    for file in &names {
        let Some((covers, name)) = tags::manifest_name(file) else { continue };
        let kind = kind_of(covers);
        let Some(algorithm) = Algorithm::parse(name) else {
            bag.problems.push(Problem::new(
                file,
                kind,
                format!("`{name}` is not an algorithm that can be checked here: MD5 and SHA-2 can"),
            ));
            continue;
        };
        let Some(text) = text(&mut bag, file, kind) else { continue };
        let manifest = Manifest::read(file, algorithm, covers, &text, rules, &mut bag.problems, &mut bag.notes);
        bag.manifests.push(manifest);
    }
    if let Some(text) = text(&mut bag, "bag-info.txt", ProblemKind::TagFile) {
        bag.fields = tags::fields(&text);
    }
    let fetched = text(&mut bag, "fetch.txt", ProblemKind::TagFile).map(|text| tags::fetched(&text)).unwrap_or_default();

    let also = (rules == Rules::Pack).then_some(Algorithm::Sha256);
    let algorithms = bag.manifests.iter().map(|manifest| manifest.algorithm).chain(also).collect();
    bag.sums = sums::of_tree(tree, &algorithms);
    bag.unreadable();
    bag.compare(rules);
    bag.fetches(fetched);
    bag.oxum(tree);
    bag
}

fn kind_of(covers: Covers) -> ProblemKind {
    match covers {
        Covers::Payload => ProblemKind::Manifest,
        Covers::Tags => ProblemKind::TagManifest,
    }
}

impl Bag {
    fn read_tag_files(&mut self, tree: &Tree) {
        let mut reader = tree.reader.clone();
        for (path, leaf) in &tree.leaves {
            let is_read =
                matches!(path.as_str(), "bagit.txt" | "bag-info.txt" | "fetch.txt") || tags::manifest_name(path).is_some();
            if is_read && !path.contains('/') {
                match reader.read_all(leaf, LONGEST_TAG_FILE) {
                    Ok(bytes) => {
                        self.tag_files.insert(path.clone(), bytes);
                    }
                    Err(error) => self.problems.push(Problem::new(path, ProblemKind::Unreadable, error.to_string())),
                }
            }
        }
    }

    fn declaration(&mut self) -> (Encoding, Rules) {
        let read = match self.tag_files.get("bagit.txt") {
            Some(bytes) => Declaration::read(bytes),
            None => Err("there is no bagit.txt".to_owned()),
        };
        match read {
            Ok(declaration) => (declaration.encoding, declaration.rules()),
            Err(why) => {
                self.problems.push(Problem::new("bagit.txt", ProblemKind::BagDeclaration, why));
                (Encoding::Utf8, Rules::Rfc8493)
            }
        }
    }

    fn unreadable(&mut self) {
        let broken = self.sums.iter().filter_map(|(path, sums)| sums.as_ref().err().map(|error| (path, error)));
        self.problems.extend(broken.map(|(path, error)| Problem::new(path, ProblemKind::Unreadable, error.to_string())));
    }

    /// Holds what is there against what is listed.
    fn compare(&mut self, rules: Rules) {
        let payload: Vec<&Manifest> = self.manifests.iter().filter(|manifest| manifest.covers == Covers::Payload).collect();
        if payload.is_empty() {
            self.problems.push(Problem::new("", ProblemKind::Manifest, "the bag has no payload manifest that can be checked"));
        }
        let by_folded: BTreeMap<String, &str> = match rules {
            Rules::Early | Rules::Rfc8493 => self.sums.keys().map(|path| (path.to_lowercase(), path.as_str())).collect(),
            Rules::Pack => BTreeMap::new(),
        };
        for manifest in &self.manifests {
            let found = Compared::of(manifest, &self.sums, &by_folded);
            self.notes.extend(found.notes);
            self.problems.extend(found.problems);
            let listed = |path: &str| match (manifest.covers, rules) {
                (Covers::Payload, Rules::Early) => payload.iter().any(|manifest| manifest.lines.contains_key(path)),
                (Covers::Payload, Rules::Rfc8493 | Rules::Pack) | (Covers::Tags, _) => manifest.lines.contains_key(path),
            };
            let unlisted = self.sums.keys().filter(|path| manifest.may_list(path) && !listed(path));
            self.problems.extend(strays(manifest, &self.sums, found.missing, unlisted));
        }
    }

    fn fetches(&mut self, fetched: Vec<Result<String, String>>) {
        let listed: BTreeSet<&String> = self
            .manifests
            .iter()
            .filter(|manifest| manifest.covers == Covers::Payload)
            .flat_map(|manifest| manifest.lines.keys())
            .collect();
        let problem = |why: String| Problem::new("fetch.txt", ProblemKind::TagFile, why);
        self.problems.extend(fetched.into_iter().filter_map(|path| match path {
            Ok(path) => (!listed.contains(&path)).then(|| problem(format!("it fetches {path}, which no manifest lists"))),
            Err(why) => Some(problem(why)),
        }));
    }

    fn oxum(&mut self, tree: &Tree) {
        let Some(oxum) = tags::field(&self.fields, "Payload-Oxum") else { return };
        let payload = tree.leaves.iter().filter(|(path, _)| is_payload(path));
        let (octets, count) =
            payload.fold((0_u64, 0_u64), |(octets, count), (_, leaf)| (octets.saturating_add(leaf.size), count + 1));
        let found = format!("{octets}.{count}");
        if oxum != found {
            self.problems.push(Problem::new(
                "bag-info.txt",
                ProblemKind::Oxum,
                format!("the payload should be {oxum} (bytes and files), and is {found}"),
            ));
        }
    }
}

/// What a manifest lists, held against what is there.
struct Compared<'a> {
    problems: Vec<Problem>,
    notes: Vec<Problem>,
    /// The paths that are not there, by the digest they are listed with.
    missing: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Compared<'a> {
    fn of(manifest: &'a Manifest, sums: &AllSums, by_folded: &BTreeMap<String, &str>) -> Self {
        let mut compared = Self { problems: Vec::new(), notes: Vec::new(), missing: BTreeMap::new() };
        for (path, digest) in &manifest.lines {
            match sums.get(path) {
                // Reported once, as unreadable.
                Some(Err(_)) => {}
                Some(Ok(sums)) if sums.digests.get(&manifest.algorithm) == Some(digest) => {}
                Some(Ok(_)) => {
                    compared.problems.push(Problem::new(
                        path,
                        changed(path),
                        format!("it is not the file that {} lists", manifest.file),
                    ));
                }
                None => match by_folded.get(&path.to_lowercase()) {
                    Some(other) => {
                        let note = format!("{} lists it with other capitals: {path}", manifest.file);
                        compared.notes.push(Problem::new(*other, ProblemKind::Renamed, note));
                    }
                    None => compared.missing.entry(digest).or_default().push(path),
                },
            }
        }
        compared
    }
}

/// What is there unlisted and what is listed but not there; a stray with the digest of a missing file is that file renamed. Tag
/// files need not be listed, so an unlisted one is only worth a word where it is a renamed one.
fn strays<'a>(
    manifest: &Manifest,
    sums: &AllSums,
    mut missing: BTreeMap<&str, Vec<&str>>,
    unlisted: impl Iterator<Item = &'a String>,
) -> Vec<Problem> {
    let mut found = Vec::new();
    for path in unlisted {
        let digest = sums.get(path).and_then(|sums| sums.as_ref().ok()).and_then(|sums| sums.digests.get(&manifest.algorithm));
        let was = digest.and_then(|digest| missing.get_mut(digest.as_str())).and_then(Vec::pop);
        match (was, manifest.covers) {
            (Some(was), _) => {
                found.push(Problem::new(path, ProblemKind::Renamed, format!("{} lists it as {was}", manifest.file)))
            }
            (None, Covers::Payload) => {
                found.push(Problem::new(path, ProblemKind::Added, format!("{} does not list it", manifest.file)))
            }
            (None, Covers::Tags) => {}
        }
    }
    let gone = missing.values().flatten();
    found.extend(gone.map(|path| Problem::new(*path, ProblemKind::Missing, format!("{} lists it", manifest.file))));
    found
}

/// What a changed file is called: some tag files have a kind of their own.
fn changed(path: &str) -> ProblemKind {
    match (path, tags::manifest_name(path)) {
        ("bagit.txt", _) => ProblemKind::BagDeclaration,
        (_, Some((Covers::Payload, _))) => ProblemKind::Manifest,
        (_, Some((Covers::Tags, _)) | None) => ProblemKind::Changed,
    }
}
