//! One thing at a time, with all that stands behind it: a source in its text, a fact with what it rests on, two claims side by side.

use crate::rows::{ClaimRow, ConflictRow, FactRow, JudgementRow, OriginRow, SourceRow};
use crate::{AppError, ComputationRow, Dossier};
use dossier_documents::Binding;
use dossier_model::{Case, ClaimId, Fact, FactId, JudgementKind, Mark, SourceId, Succession};
use serde::Serialize;
use std::collections::BTreeSet;

/// A source to be read, with what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Reading {
    /// The source.
    pub source: SourceRow,
    /// Its readable text.
    pub text: String,
    /// The structure of the text.
    pub marks: Vec<Mark>,
    /// Its claims, of every state.
    pub claims: Vec<ClaimRow>,
}

/// The source `id` to be read.
pub fn reading(dossier: &Dossier, id: SourceId) -> Result<Reading, AppError> {
    let (source, claims, succession) = dossier.source_with_claims(id)?;
    let mut row = SourceRow::new(&source);
    claims.iter().for_each(|claim| row.count(claim));
    let claims = claims.iter().map(|claim| ClaimRow::new(claim, &source.file, &succession)).collect();
    Ok(Reading { source: row, text: dossier.store.text(id)?, marks: dossier.store.marks(id)?, claims })
}

/// The claims with these ids, in their order; one that the dossier no longer has is left out.
pub fn claims_named(dossier: &Dossier, ids: &[ClaimId]) -> Result<Vec<ClaimRow>, AppError> {
    let (case, succession) = (dossier.standing()?, dossier.succession()?);
    Ok(rows_of(&case, &succession, ids))
}

/// A fact with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct FactDetail {
    /// The fact.
    pub fact: FactRow,
    /// The claims it is assembled from.
    pub claims: Vec<ClaimRow>,
    /// Who says so at first hand, and through whom.
    pub origins: Vec<OriginRow>,
    /// How its claims stand to each other and to those of other facts.
    pub comparisons: Vec<ConflictRow>,
    /// The figures of ours that use it.
    pub computed: Vec<ComputationRow>,
    /// The facts that weaken it.
    pub adverse: Vec<FactRow>,
    /// The facts that it weakens.
    pub weakens: Vec<FactRow>,
    /// The judgements that name it or one of its claims, revoked ones included.
    pub judgements: Vec<JudgementRow>,
    /// The drafts whose words are bound to it or to one of its claims.
    pub drafts: Vec<String>,
}

/// The fact `id` with what it rests on.
pub fn fact(dossier: &Dossier, id: FactId) -> Result<FactDetail, AppError> {
    let (case, succession) = (dossier.case_without_texts()?, dossier.succession()?);
    let fact = case.fact(id).ok_or_else(|| no_fact(id))?;
    let claims: BTreeSet<ClaimId> = fact.claims.iter().copied().collect();
    let compared = case.comparisons.iter().filter(|row| row.fact == id || row.claims.iter().any(|claim| claims.contains(claim)));
    let judgements =
        crate::judge::judgements(dossier)?.into_iter().filter(|row| is_about(&row.judgement.kind, id, &claims, &succession));
    let conflicts = crate::rows::conflicts(&case, &dossier.store.judgements()?);
    let row = |fact: &Fact| FactRow::new(fact, &case, &conflicts);
    Ok(FactDetail {
        fact: row(fact),
        claims: rows_of(&case, &succession, &fact.claims),
        origins: fact.origins.iter().filter_map(|id| case.origin(*id)).cloned().collect(),
        comparisons: compared.map(ConflictRow::from).collect(),
        computed: crate::computed::all(&case).into_iter().filter(|row| row.facts.contains(&id)).collect(),
        adverse: fact.adverse.iter().filter_map(|id| case.fact(*id)).map(row).collect(),
        weakens: case.facts.iter().filter(|other| other.adverse.contains(&id)).map(row).collect(),
        judgements: judgements.collect(),
        drafts: drafts_bound_to(dossier, id, &claims, &succession)?,
    })
}

/// How two claims stand to each other, with both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ConflictDetail {
    /// The verdict.
    pub row: ConflictRow,
    /// The two claims.
    pub claims: [ClaimRow; 2],
}

/// What does not fit together; with `all`, also what does. Each with both claims.
pub fn conflict_details(dossier: &Dossier, all: bool) -> Result<Vec<ConflictDetail>, AppError> {
    let (case, succession) = (dossier.case_without_texts()?, dossier.succession()?);
    let detail =
        |row: ConflictRow| Some(ConflictDetail { claims: rows_of(&case, &succession, &row.claims).try_into().ok()?, row });
    Ok(crate::list::conflicts(dossier, all)?.into_iter().filter_map(detail).collect())
}

pub(crate) fn no_fact(id: FactId) -> AppError {
    AppError::Usage(format!("the dossier has no fact {id}; `dossier facts FILE` lists them"))
}

pub(crate) fn rows_of(case: &Case, succession: &Succession, ids: &[ClaimId]) -> Vec<ClaimRow> {
    let row = |id: &ClaimId| {
        let claim = case.claim(*id)?;
        Some(ClaimRow::new(claim, case.source(claim.source).map_or("", |source| &source.file), succession))
    };
    ids.iter().filter_map(row).collect()
}

/// Whether a judgement names the fact, or one of its claims, or a claim whose place one of them has.
fn is_about(kind: &JudgementKind, fact: FactId, claims: &BTreeSet<ClaimId>, succession: &Succession) -> bool {
    let is_held = |claim: &ClaimId| claims.contains(claim) || claims.contains(&succession.heir(*claim));
    match kind {
        JudgementKind::Accept { claims: named }
        | JudgementKind::Reject { claims: named }
        | JudgementKind::Add { claims: named }
        | JudgementKind::Same { claims: named }
        | JudgementKind::Different { claims: named } => named.iter().any(is_held),
        JudgementKind::Replace { claims: named, by } => named.iter().chain(by).any(is_held),
        JudgementKind::Adopt { fact: named, claim } => *named == fact || is_held(claim),
        JudgementKind::Dispute { fact: named } | JudgementKind::Credibility { fact: named, .. } => *named == fact,
        JudgementKind::Supersede { fact: named, by } => *named == fact || *by == fact,
        JudgementKind::SameParty { .. }
        | JudgementKind::DifferentParty { .. }
        | JudgementKind::Metadata { .. }
        | JudgementKind::Columns { .. }
        | JudgementKind::Withdraw { .. }
        | JudgementKind::Revoke { .. } => false,
    }
}

fn drafts_bound_to(
    dossier: &Dossier,
    id: FactId,
    claims: &BTreeSet<ClaimId>,
    succession: &Succession,
) -> Result<Vec<String>, AppError> {
    let mut bound = Vec::new();
    for row in crate::drafts::drafts(dossier)? {
        let draft = crate::drafts::draft_named(dossier, &row.name)?;
        let is_bound = draft.sentences().iter().flat_map(|(_, sentence)| &sentence.parts).any(|part| match &part.binding {
            Some(Binding::Fact { fact, .. }) => *fact == id,
            Some(Binding::Quote { claim }) => claims.contains(claim) || claims.contains(&succession.heir(*claim)),
            Some(Binding::Computation { computation }) => computation.facts().contains(&id),
            Some(
                Binding::Source { .. }
                | Binding::Origin { .. }
                | Binding::Law { .. }
                | Binding::Recipient
                | Binding::Office
                | Binding::Waiver { .. },
            )
            | None => false,
        });
        if is_bound {
            bound.push(row.name);
        }
    }
    Ok(bound)
}
