//! Digests of many files at once, on all cores, in one pass over each.

use super::tree::{Leaf, Reader, Tree};
use sha2::Digest as _;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The algorithms that a manifest can be named for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Algorithm {
    Md5,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

impl Algorithm {
    /// The algorithm with this name in a manifest's file name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "md5" => Some(Self::Md5),
            "sha224" => Some(Self::Sha224),
            "sha256" => Some(Self::Sha256),
            "sha384" => Some(Self::Sha384),
            "sha512" => Some(Self::Sha512),
            _ => None,
        }
    }

    /// How many hexadecimal digits its digests have.
    pub(crate) fn digits(self) -> usize {
        match self {
            Self::Md5 => 32,
            Self::Sha224 => 56,
            Self::Sha256 => 64,
            Self::Sha384 => 96,
            Self::Sha512 => 128,
        }
    }
}

/// What was found in one file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sums {
    /// Its digests, in lower case.
    pub(crate) digests: BTreeMap<Algorithm, String>,
    /// The checksum that a zip carries.
    pub(crate) crc: u32,
}

/// The sums of every leaf of a tree, or why it could not be read.
pub(crate) type AllSums = BTreeMap<String, Result<Sums, io::Error>>;

/// Reads every leaf once and takes the digests of `algorithms`.
pub(crate) fn of_tree(tree: &Tree, algorithms: &BTreeSet<Algorithm>) -> AllSums {
    let leaves: Vec<(&String, &Leaf)> = tree.leaves.iter().collect();
    let next = AtomicUsize::new(0);
    let found = Mutex::new(AllSums::new());
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(leaves.len().max(1));
    let work = || {
        let mut reader = tree.reader.clone();
        let mut buffer = vec![0; 1 << 18];
        let mut mine = Vec::new();
        while let Some((path, leaf)) = leaves.get(next.fetch_add(1, Ordering::Relaxed)) {
            mine.push(((*path).clone(), of_leaf(&mut reader, leaf, &mut buffer, algorithms)));
        }
        // Nothing panics while it holds the lock, so what a poisoned one holds is whole.
        found.lock().unwrap_or_else(std::sync::PoisonError::into_inner).extend(mine);
    };
    if cores == 1 || tree.leaves.values().fold(0, |sum: u64, leaf| sum.saturating_add(leaf.size)) < 1 << 20 {
        work();
    } else {
        std::thread::scope(|scope| {
            for _ in 0..cores {
                scope.spawn(work);
            }
        });
    }
    found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn of_leaf(reader: &mut Reader, leaf: &Leaf, buffer: &mut [u8], algorithms: &BTreeSet<Algorithm>) -> io::Result<Sums> {
    let mut hashers: Vec<(Algorithm, Hasher)> =
        algorithms.iter().map(|algorithm| (*algorithm, Hasher::new(*algorithm))).collect();
    let mut crc = crc32fast::Hasher::new();
    reader.read(leaf, buffer, |bytes| {
        crc.update(bytes);
        for (_, hasher) in &mut hashers {
            hasher.update(bytes);
        }
    })?;
    let digests = hashers.into_iter().map(|(algorithm, hasher)| (algorithm, hasher.finish())).collect();
    Ok(Sums { digests, crc: crc.finalize() })
}

enum Hasher {
    Md5(md5::Md5),
    Sha224(sha2::Sha224),
    Sha256(sha2::Sha256),
    Sha384(sha2::Sha384),
    Sha512(sha2::Sha512),
}

impl Hasher {
    fn new(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::Md5 => Self::Md5(md5::Md5::new()),
            Algorithm::Sha224 => Self::Sha224(sha2::Sha224::new()),
            Algorithm::Sha256 => Self::Sha256(sha2::Sha256::new()),
            Algorithm::Sha384 => Self::Sha384(sha2::Sha384::new()),
            Algorithm::Sha512 => Self::Sha512(sha2::Sha512::new()),
        }
    }

    fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Md5(hash) => hash.update(bytes),
            Self::Sha224(hash) => hash.update(bytes),
            Self::Sha256(hash) => hash.update(bytes),
            Self::Sha384(hash) => hash.update(bytes),
            Self::Sha512(hash) => hash.update(bytes),
        }
    }

    fn finish(self) -> String {
        match self {
            Self::Md5(hash) => hex(&hash.finalize()),
            Self::Sha224(hash) => hex(&hash.finalize()),
            Self::Sha256(hash) => hex(&hash.finalize()),
            Self::Sha384(hash) => hex(&hash.finalize()),
            Self::Sha512(hash) => hex(&hash.finalize()),
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(out, "{byte:02x}");
    }
    out
}
