//! Lists: what a dossier holds, as rows.

use crate::dossier::standing_sources;
use crate::rows::{ClaimRow, ConflictRow, FactRow, LedgerRow, OriginRow, PartyRow, SearchRow, SourceRow, SuggestionRow};
use crate::unsettled::unsettled;
use crate::{AppError, Dossier};
use dossier_model::{Agreement, Claim, ClaimId, ClaimState, FactId, Party, Source, SourceId, Suggestion};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A dossier at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Overview {
    /// Its title.
    pub title: String,
    /// How many sources count.
    #[specta(type = u32)]
    pub sources: usize,
    /// How many claims they have.
    #[specta(type = u32)]
    pub claims: usize,
    /// How many facts were made of them.
    #[specta(type = u32)]
    pub facts: usize,
    /// How many claims nobody has judged.
    #[specta(type = u32)]
    pub proposed: usize,
    /// How many verdicts say that two claims cannot both hold.
    #[specta(type = u32)]
    pub conflicts: usize,
    /// How many joins are suggested.
    #[specta(type = u32)]
    pub suggestions: usize,
    /// Whether it rests on the specimen.
    pub specimen: bool,
    /// The parts of the office that a final needs and that are not given.
    pub office_missing: Vec<String>,
    /// The act that undo would take back, in the ledger's words.
    pub undo: Option<String>,
    /// The number of the ledger's last entry.
    pub head: u32,
}

/// A dossier at a glance.
pub fn overview(dossier: &Dossier) -> Result<Overview, AppError> {
    let case = dossier.case_without_texts()?;
    Ok(Overview {
        title: case.title.clone(),
        sources: case.sources.len(),
        claims: case.claims.len(),
        facts: case.facts.len(),
        proposed: case.claims.iter().filter(|claim| claim.state == ClaimState::Proposed).count(),
        conflicts: unsettled(&case, &dossier.store.judgements()?).len(),
        suggestions: dossier.offered()?.suggestions.len(),
        specimen: dossier.is_specimen()?,
        office_missing: dossier.office()?.missing().into_iter().map(str::to_owned).collect(),
        undo: crate::undo::next(dossier)?,
        head: dossier.head()?,
    })
}

/// The sources.
pub fn sources(dossier: &Dossier) -> Result<Vec<SourceRow>, AppError> {
    let case = dossier.standing()?;
    Ok(source_rows(&case.sources, &case.claims))
}

/// Each source with the numbers of its claims. `sources` are in order of their ids.
pub(crate) fn source_rows(sources: &[Source], claims: &[Claim]) -> Vec<SourceRow> {
    let mut rows: Vec<SourceRow> = sources.iter().map(SourceRow::new).collect();
    for claim in claims {
        if let Ok(at) = rows.binary_search_by_key(&claim.source, |row| row.id) {
            rows[at].count(claim);
        }
    }
    rows
}

/// One source.
pub fn source(dossier: &Dossier, id: SourceId) -> Result<SourceRow, AppError> {
    let (source, claims, _) = dossier.source_with_claims(id)?;
    let mut row = SourceRow::new(&source);
    claims.iter().for_each(|claim| row.count(claim));
    Ok(row)
}

/// The readable text of a source.
pub fn text(dossier: &Dossier, id: SourceId) -> Result<String, AppError> {
    dossier.source_with_claims(id)?;
    Ok(dossier.store.text(id)?)
}

/// The claims of every state.
pub fn claims(dossier: &Dossier) -> Result<Vec<ClaimRow>, AppError> {
    let (case, succession) = (dossier.standing()?, dossier.succession()?);
    let file = |claim: &Claim| case.source(claim.source).map_or("", |source| source.file.as_str());
    Ok(case.claims.iter().map(|claim| ClaimRow::new(claim, file(claim), &succession)).collect())
}

/// The facts.
pub fn facts(dossier: &Dossier) -> Result<Vec<FactRow>, AppError> {
    Ok(FactRow::all(dossier.case_without_texts()?.as_ref(), &dossier.store.judgements()?))
}

/// The joins that are suggested.
pub fn suggestions(dossier: &Dossier) -> Result<Vec<SuggestionRow>, AppError> {
    let case = dossier.case_without_texts()?;
    let fact_of: BTreeMap<ClaimId, FactId> =
        case.facts.iter().flat_map(|fact| fact.claims.iter().map(|claim| (*claim, fact.id))).collect();
    let row = |suggestion: &Suggestion| SuggestionRow {
        claims: suggestion.claims.clone(),
        facts: suggestion.claims.iter().filter_map(|claim| fact_of.get(claim).copied()).collect(),
        why: suggestion.why.clone(),
    };
    Ok(dossier.offered()?.suggestions.iter().map(row).collect())
}

/// Who is named, under which names, and how one stands to another.
pub fn parties(dossier: &Dossier) -> Result<Vec<PartyRow>, AppError> {
    let (case, offered) = (dossier.case_without_texts()?, dossier.offered()?);
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, suggestion) in offered.party_suggestions.iter().enumerate() {
        for name in &suggestion.names {
            by_name.entry(name).or_default().push(at);
        }
    }
    let row = |party: &Party| {
        let places: BTreeSet<usize> =
            party.names.iter().filter_map(|name| by_name.get(name.as_str())).flatten().copied().collect();
        let suggested = places.into_iter().filter_map(|at| offered.party_suggestions.get(at)).cloned().collect();
        PartyRow { party: party.clone(), suggested }
    };
    Ok(case.parties.iter().map(row).collect())
}

/// What does not fit together; with `all`, also what does.
pub fn conflicts(dossier: &Dossier, all: bool) -> Result<Vec<ConflictRow>, AppError> {
    let case = dossier.case_without_texts()?;
    let shown = |verdict| all || matches!(verdict, Agreement::Conflicting | Agreement::NotComparable);
    Ok(case.comparisons.iter().filter(|comparison| shown(comparison.verdict)).map(ConflictRow::from).collect())
}

/// Who says things at first hand, and through whom.
pub fn origins(dossier: &Dossier) -> Result<Vec<OriginRow>, AppError> {
    Ok(dossier.case_without_texts()?.origins.clone())
}

/// Who did what when.
pub fn ledger(dossier: &Dossier) -> Result<Vec<LedgerRow>, AppError> {
    Ok(dossier.store.ledger()?.iter().map(LedgerRow::from).collect())
}

/// Where `words` stand in the sources, best first.
pub fn search(dossier: &Dossier, words: &str) -> Result<Vec<SearchRow>, AppError> {
    const MOST: usize = 200;
    let sources = standing_sources(&dossier.store, &dossier.store.judgements()?)?;
    let files: BTreeMap<SourceId, String> = sources.into_iter().map(|source| (source.id, source.file)).collect();
    let hits = dossier.store.search(words, MOST)?;
    let row = |hit: dossier_store::Hit| {
        let file = files.get(&hit.source)?.clone();
        Some(SearchRow { source: hit.source, file, start: hit.start, end: hit.end, snippet: hit.snippet })
    };
    Ok(hits.into_iter().filter_map(row).collect())
}

pub(crate) fn no_source(id: SourceId) -> AppError {
    AppError::Usage(format!("the dossier has no source {id}; `dossier sources FILE` lists them"))
}
