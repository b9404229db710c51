//! The ledger: who did what when, each entry sealed over the one before.

use crate::{CanonicalError, Digest, canonical_digest};
use serde::{Deserialize, Serialize};

/// A row that an act wrote, by the digest of its canonical JSON.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowDigest {
    /// The table.
    pub table: String,
    /// The row's key in it.
    pub row: String,
    /// The SHA-256 of the row's canonical JSON; `None` for a row that was removed.
    pub sha256: Option<Digest>,
}

/// One act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number, from 1 without gaps.
    pub n: u32,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What: a verb of the command line and what it was done to.
    pub act: String,
    /// Whether it changes content. Releases (publish, pack, export, backup) do not.
    pub content: bool,
    /// The rows it wrote, sorted.
    pub rows: Vec<RowDigest>,
    /// The hash of the entry before; all zeros for the first.
    pub previous: Digest,
    /// The SHA-256 of the canonical JSON of all the fields above.
    pub hash: Digest,
}

/// What is wrong with a chain.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChainFault {
    /// Numbers are not 1, 2, 3, …
    #[error("ledger entry {expected} is missing: entry {found} stands in its place")]
    Gap {
        /// The number that should stand there.
        expected: u32,
        /// The number that does.
        found: u32,
    },
    /// An entry does not follow the one before.
    #[error("ledger entry {0} does not follow the entry before it")]
    Broken(u32),
    /// An entry was changed after it was sealed.
    #[error("ledger entry {0} was changed after it was written")]
    Altered(u32),
}

#[derive(Serialize)]
struct Sealed<'a> {
    n: u32,
    at: &'a str,
    actor: &'a str,
    act: &'a str,
    content: bool,
    rows: &'a [RowDigest],
    previous: Digest,
}

impl Entry {
    /// The `previous` of the first entry.
    pub fn no_previous() -> Digest {
        Digest::from_bytes([0; 32])
    }

    /// Seals an act after `previous`.
    pub fn seal(
        previous: Option<&Entry>,
        at: String,
        actor: String,
        act: String,
        content: bool,
        mut rows: Vec<RowDigest>,
    ) -> Result<Self, CanonicalError> {
        rows.sort();
        let mut entry = Self {
            n: previous.map_or(1, |entry| entry.n + 1),
            at,
            actor,
            act,
            content,
            rows,
            previous: previous.map_or_else(Self::no_previous, |entry| entry.hash),
            hash: Self::no_previous(),
        };
        entry.hash = entry.digest()?;
        Ok(entry)
    }

    /// The digest that `hash` must be.
    pub fn digest(&self) -> Result<Digest, CanonicalError> {
        let Self { n, at, actor, act, content, rows, previous, hash: _ } = self;
        canonical_digest(&Sealed { n: *n, at, actor, act, content: *content, rows, previous: *previous })
    }
}

/// Checks that `entries` are a whole, unaltered chain from the first.
pub fn check_chain(entries: &[Entry]) -> Vec<ChainFault> {
    let mut faults = Vec::new();
    let mut previous = Entry::no_previous();
    for (expected, entry) in (1..).zip(entries) {
        if entry.n != expected {
            faults.push(ChainFault::Gap { expected, found: entry.n });
        }
        if entry.previous != previous {
            faults.push(ChainFault::Broken(entry.n));
        }
        if entry.digest().ok() != Some(entry.hash) {
            faults.push(ChainFault::Altered(entry.n));
        }
        previous = entry.hash;
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain() -> Vec<Entry> {
        let seal = |previous: Option<&Entry>, act: &str| {
            Entry::seal(previous, "2026-01-01T00:00:00Z".into(), "A".into(), act.into(), true, vec![]).unwrap()
        };
        let first = seal(None, "new");
        let second = seal(Some(&first), "import");
        vec![first, second]
    }

    #[test]
    fn an_altered_missing_or_swapped_entry_is_found() {
        assert_eq!(check_chain(&chain()), []);
        let mut altered = chain();
        altered[0].actor = "B".into();
        assert_eq!(check_chain(&altered), [ChainFault::Altered(1)]);
        assert!(!check_chain(&chain()[1..]).is_empty());
        let mut swapped = chain();
        swapped.reverse();
        assert!(!check_chain(&swapped).is_empty());
    }
}
