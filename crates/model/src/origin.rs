//! Origins: the parties that assert things at first hand, and the ways from a source to them.

use crate::{ClaimId, OriginId};
use serde::{Deserialize, Serialize};

/// One step on the way from an outlet to the first-hand party.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
pub struct Edge {
    /// Who passes it on.
    pub from: String,
    /// From whom.
    pub to: String,
    /// The words that prove it, or the evidence that it was inferred from.
    pub words: String,
    /// Whether it was inferred, not read.
    pub inferred: bool,
}

/// A party that asserts things at first hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Origin {
    /// Its id.
    pub id: OriginId,
    /// Its name.
    pub name: String,
    /// The accepted claims that end in it.
    pub claims: Vec<ClaimId>,
    /// The ways that lead to it, sorted.
    pub edges: Vec<Edge>,
}
