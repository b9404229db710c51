//! The records of `data/evidence/` as canonical JSON: what a reader of a pack is shown of sources, claims, facts, origins and
//! comparisons. Their field names are part of the pack's form. Reasons, notes, import paths and proposers are not in them.

use dossier_model::{
    Agreement, Bound, Claim, ClaimId, ClaimKind, Comparison, Content, Digest, Edge, Edtf, Fact, FactId, FactState, Handling,
    Hedge, Origin, OriginId, Quote, Rung, Source, SourceId,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A source, with where its bytes stand.
#[derive(Serialize)]
pub(crate) struct SourceRecord<'a> {
    pub(crate) exhibit: u32,
    pub(crate) id: SourceId,
    pub(crate) original: &'a str,
    pub(crate) text: &'a str,
    pub(crate) file: &'a str,
    pub(crate) sha256: Digest,
    pub(crate) text_sha256: Digest,
    pub(crate) media_type: &'a str,
    pub(crate) characters: u32,
    pub(crate) title: Option<&'a str>,
    pub(crate) authors: &'a [String],
    pub(crate) publisher: Option<&'a str>,
    pub(crate) published: Option<Edtf>,
    pub(crate) url: Option<&'a str>,
    pub(crate) syndicated_from: Option<&'a str>,
    pub(crate) handling: Handling,
    /// The codes of what its reader could not do.
    pub(crate) issues: Vec<&'a str>,
    /// The earlier version, where that is an exhibit too.
    pub(crate) revises: Option<SourceId>,
    pub(crate) imported_at: &'a str,
    pub(crate) imported_by: &'a str,
}

impl<'a> SourceRecord<'a> {
    pub(crate) fn new(exhibit: u32, source: &'a Source, original: &'a str, text: &'a str, sources: &BTreeSet<SourceId>) -> Self {
        let Source {
            id,
            file,
            sha256,
            media_type,
            title,
            authors,
            publisher,
            published,
            url,
            syndicated_from,
            handling,
            // What a person thinks of a source is for the office, as its notes are.
            reliability: _,
            characters,
            text_sha256,
            issues,
            revises,
            // Where it lay at the office, and how it came to its text there, is not evidence.
            updated: _,
            within: _,
            path: _,
            reading: _,
            imported_at,
            imported_by,
        } = source;
        Self {
            exhibit,
            id: *id,
            original,
            text,
            file,
            sha256: *sha256,
            text_sha256: *text_sha256,
            media_type,
            characters: *characters,
            title: title.as_deref(),
            authors,
            publisher: publisher.as_deref(),
            published: *published,
            url: url.as_deref(),
            syndicated_from: syndicated_from.as_deref(),
            handling: *handling,
            issues: issues.iter().map(|issue| issue.code.as_str()).collect(),
            revises: revises.filter(|earlier| sources.contains(earlier)),
            imported_at,
            imported_by,
        }
    }
}

/// An accepted claim of a source that is an exhibit.
#[derive(Serialize)]
pub(crate) struct ClaimRecord<'a> {
    id: ClaimId,
    source: SourceId,
    #[serde(flatten)]
    content: &'a Content,
    /// Whether it was accepted in bulk, without being read alone.
    bulk: bool,
}

impl<'a> ClaimRecord<'a> {
    pub(crate) fn new(claim: &'a Claim) -> Self {
        let Claim { id, source, content, state: _, proposer: _, bulk } = claim;
        Self { id: *id, source: *source, content, bulk: *bulk }
    }
}

/// A fact whose words come from an exhibit; of its claims, origins and adverse facts those that are in the pack.
#[derive(Serialize)]
pub(crate) struct FactRecord<'a> {
    id: FactId,
    kind: ClaimKind,
    subject: &'a str,
    property: &'a str,
    value: Option<&'a str>,
    unit: Option<&'a str>,
    bound: Option<Bound>,
    period: Option<Edtf>,
    rung: Option<&'a Rung>,
    hedge: Hedge,
    scope: Option<&'a str>,
    claims: Vec<ClaimId>,
    leading: ClaimId,
    origins: Vec<OriginId>,
    adverse: Vec<FactId>,
    state: FactState,
    #[serde(skip_serializing_if = "Option::is_none")]
    superseded_by: Option<FactId>,
}

impl<'a> FactRecord<'a> {
    pub(crate) fn new(
        fact: &'a Fact,
        claims: &BTreeSet<ClaimId>,
        facts: &BTreeSet<FactId>,
        origins: &BTreeSet<OriginId>,
    ) -> Self {
        Self {
            id: fact.id,
            kind: fact.kind,
            subject: &fact.subject,
            property: &fact.property,
            value: fact.value.as_deref(),
            unit: fact.unit.as_deref(),
            bound: fact.bound,
            period: fact.period,
            rung: fact.rung.as_ref(),
            hedge: fact.hedge,
            scope: fact.scope.as_deref(),
            claims: fact.claims.iter().copied().filter(|id| claims.contains(id)).collect(),
            leading: fact.leading,
            origins: fact.origins.iter().copied().filter(|id| origins.contains(id)).collect(),
            adverse: fact.adverse.iter().copied().filter(|id| facts.contains(id)).collect(),
            state: fact.state,
            superseded_by: fact.superseded_by.filter(|id| facts.contains(id)),
        }
    }
}

/// An origin of claims that are in the pack, with the edges that these claims show.
#[derive(Serialize)]
pub(crate) struct OriginRecord<'a> {
    id: OriginId,
    name: &'a str,
    claims: Vec<ClaimId>,
    edges: Vec<&'a Edge>,
}

impl<'a> OriginRecord<'a> {
    pub(crate) fn new(origin: &'a Origin, claims: &BTreeSet<ClaimId>, shown: impl Fn(&Edge) -> bool) -> Self {
        Self {
            id: origin.id,
            name: &origin.name,
            claims: origin.claims.iter().copied().filter(|id| claims.contains(id)).collect(),
            edges: origin.edges.iter().filter(|edge| shown(edge)).collect(),
        }
    }
}

/// How two claims that are in the pack stand to each other.
#[derive(Serialize)]
pub(crate) struct ComparisonRecord<'a> {
    fact: FactId,
    verdict: Agreement,
    claims: [ClaimId; 2],
    why: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    later: Option<ClaimId>,
}

impl<'a> ComparisonRecord<'a> {
    pub(crate) fn new(comparison: &'a Comparison) -> Self {
        let Comparison { fact, verdict, claims, why, later } = comparison;
        Self { fact: *fact, verdict: *verdict, claims: *claims, why, later: *later }
    }
}

/// What `verify` reads of a source's record.
#[derive(Debug, Deserialize)]
pub(crate) struct SourceRead {
    pub(crate) id: SourceId,
    pub(crate) original: String,
    pub(crate) text: String,
    pub(crate) sha256: Digest,
    pub(crate) text_sha256: Digest,
    pub(crate) characters: u32,
}

/// What `verify` reads of a claim's record.
#[derive(Debug, Deserialize)]
pub(crate) struct ClaimRead {
    pub(crate) id: ClaimId,
    pub(crate) source: SourceId,
    pub(crate) quotes: Vec<Quote>,
}
