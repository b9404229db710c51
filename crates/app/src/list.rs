//! Lists: what a dossier holds, as rows.

use crate::dossier::{standing, standing_sources};
use crate::rows::{ClaimRow, ConflictRow, FactRow, LedgerRow, OriginRow, SearchRow, SourceRow};
use crate::{AppError, Dossier};
use dossier_model::{Agreement, Claim, Source, SourceId};
use serde::Serialize;
use std::collections::BTreeMap;

/// A dossier at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Overview {
    /// Its title.
    pub title: String,
    /// How many sources count.
    pub sources: usize,
    /// How many claims they have.
    pub claims: usize,
    /// How many facts were made of them.
    pub facts: usize,
}

/// A dossier at a glance.
pub fn overview(dossier: &Dossier) -> Result<Overview, AppError> {
    let case = dossier.case_without_texts()?;
    Ok(Overview { title: case.title, sources: case.sources.len(), claims: case.claims.len(), facts: case.facts.len() })
}

/// The sources.
pub fn sources(dossier: &Dossier) -> Result<Vec<SourceRow>, AppError> {
    let (sources, claims) = standing(&dossier.store, &dossier.store.judgements()?)?;
    Ok(source_rows(&sources, &claims))
}

/// Each source with the number of its claims.
pub(crate) fn source_rows(sources: &[Source], claims: &[Claim]) -> Vec<SourceRow> {
    let mut counts: BTreeMap<SourceId, usize> = BTreeMap::new();
    for claim in claims {
        *counts.entry(claim.source).or_default() += 1;
    }
    sources.iter().map(|source| SourceRow::new(source, counts.get(&source.id).copied().unwrap_or(0))).collect()
}

/// One source.
pub fn source(dossier: &Dossier, id: SourceId) -> Result<SourceRow, AppError> {
    let sources = standing_sources(&dossier.store, &dossier.store.judgements()?)?;
    let source = sources.iter().find(|source| source.id == id).ok_or_else(|| no_source(id))?;
    Ok(SourceRow::new(source, dossier.store.claims_of(id)?.len()))
}

/// The readable text of a source.
pub fn text(dossier: &Dossier, id: SourceId) -> Result<String, AppError> {
    source(dossier, id)?;
    Ok(dossier.store.text(id)?)
}

/// The claims of every state.
pub fn claims(dossier: &Dossier) -> Result<Vec<ClaimRow>, AppError> {
    let (sources, claims) = standing(&dossier.store, &dossier.store.judgements()?)?;
    let files: BTreeMap<SourceId, &str> = sources.iter().map(|source| (source.id, source.file.as_str())).collect();
    Ok(claims.iter().map(|claim| ClaimRow::new(claim, files.get(&claim.source).copied().unwrap_or_default())).collect())
}

/// The facts.
pub fn facts(dossier: &Dossier) -> Result<Vec<FactRow>, AppError> {
    Ok(dossier.case_without_texts()?.facts.iter().map(FactRow::from).collect())
}

/// What does not fit together; with `all`, also what does.
pub fn conflicts(dossier: &Dossier, all: bool) -> Result<Vec<ConflictRow>, AppError> {
    let case = dossier.case_without_texts()?;
    let shown = |verdict| all || matches!(verdict, Agreement::Conflicting | Agreement::NotComparable);
    Ok(case.comparisons.iter().filter(|comparison| shown(comparison.verdict)).map(ConflictRow::from).collect())
}

/// Who says things at first hand, and through whom.
pub fn origins(dossier: &Dossier) -> Result<Vec<OriginRow>, AppError> {
    Ok(dossier.case_without_texts()?.origins)
}

/// Who did what when.
pub fn ledger(dossier: &Dossier) -> Result<Vec<LedgerRow>, AppError> {
    Ok(dossier.store.ledger()?.iter().map(LedgerRow::from).collect())
}

/// Where `words` stand in the sources, best first.
pub fn search(dossier: &Dossier, words: &str) -> Result<Vec<SearchRow>, AppError> {
    const MOST: usize = 200;
    let sources = standing_sources(&dossier.store, &dossier.store.judgements()?)?;
    let standing: BTreeMap<SourceId, String> = sources.into_iter().map(|source| (source.id, source.file)).collect();
    let hits = dossier.store.search(words, MOST)?;
    let row = |hit: dossier_store::Hit| {
        let file = standing.get(&hit.source)?.clone();
        Some(SearchRow { source: hit.source, file, start: hit.start, end: hit.end, snippet: hit.snippet })
    };
    Ok(hits.into_iter().filter_map(row).collect())
}

pub(crate) fn no_source(id: SourceId) -> AppError {
    AppError::Usage(format!("the dossier has no source {id}; `dossier sources FILE` lists them"))
}
