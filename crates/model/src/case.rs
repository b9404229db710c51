//! A dossier's content at one moment, as plain values: what measures, charts, documents and packs work on.

use crate::{Claim, ClaimId, Comparison, Fact, FactId, Mark, Origin, OriginId, Party, Source, SourceId};
use std::collections::BTreeMap;

/// What a dossier holds at one moment. All lists are in order of their ids; sources that were withdrawn or purged are not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Case {
    /// The dossier's title.
    pub title: String,
    /// Its sources.
    pub sources: Vec<Source>,
    /// Their readable texts.
    pub texts: BTreeMap<SourceId, String>,
    /// Of those texts the marks by which words are looked up in the original: pages, cells, pointers, and the heads of sheets.
    pub marks: BTreeMap<SourceId, Vec<Mark>>,
    /// Their claims, of every state.
    pub claims: Vec<Claim>,
    /// The facts assembled from the accepted ones.
    pub facts: Vec<Fact>,
    /// The origins of the accepted ones.
    pub origins: Vec<Origin>,
    /// How claims of one fact stand to each other.
    pub comparisons: Vec<Comparison>,
    /// Who is named, under which names.
    pub parties: Vec<Party>,
}

impl Case {
    /// The source with this id.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.binary_search_by_key(&id, |source| source.id).ok().map(|at| &self.sources[at])
    }

    /// The claim with this id.
    pub fn claim(&self, id: ClaimId) -> Option<&Claim> {
        self.claims.binary_search_by_key(&id, |claim| claim.id).ok().map(|at| &self.claims[at])
    }

    /// The fact with this id.
    pub fn fact(&self, id: FactId) -> Option<&Fact> {
        self.facts.binary_search_by_key(&id, |fact| fact.id).ok().map(|at| &self.facts[at])
    }

    /// The origin with this id.
    pub fn origin(&self, id: OriginId) -> Option<&Origin> {
        self.origins.binary_search_by_key(&id, |origin| origin.id).ok().map(|at| &self.origins[at])
    }

    /// The claims that `fact` is assembled from.
    pub fn claims_of<'a>(&'a self, fact: &'a Fact) -> impl Iterator<Item = &'a Claim> + 'a {
        fact.claims.iter().filter_map(|id| self.claim(*id))
    }

    /// The claim whose words `fact` carries.
    pub fn leading_claim(&self, fact: &Fact) -> Option<&Claim> {
        self.claim(fact.leading)
    }
}
