//! What a dossier holds.

use crate::shell::Shell;
use crate::trouble::Answer;
use dossier_app::{
    ClaimDraft, ClaimId, ClaimRow, ComputationRow, ConflictDetail, Difference, DraftFault, FactDetail, FactId, FactRow,
    JudgementRow, LedgerRow, OriginRow, Overview, PartyRow, Reading, SearchRow, SimilarRow, SourceId, SourceRow, SuggestionRow,
};
use std::sync::Arc;
use tauri::State;

type Held<'a> = State<'a, Arc<Shell>>;

#[tauri::command]
#[specta::specta]
pub(crate) async fn overview(shell: Held<'_>, dossier: u32) -> Answer<Overview> {
    shell.read(dossier, dossier_app::overview).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn sources(shell: Held<'_>, dossier: u32) -> Answer<Vec<SourceRow>> {
    shell.read(dossier, dossier_app::sources).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn reading(shell: Held<'_>, dossier: u32, source: SourceId) -> Answer<Reading> {
    shell.read(dossier, move |dossier| dossier_app::reading(dossier, source)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn similar(shell: Held<'_>, dossier: u32, source: SourceId) -> Answer<Vec<SimilarRow>> {
    shell.read(dossier, move |dossier| dossier_app::similar(dossier, source)).await
}

/// What `later` changed of `earlier`, or of the source that it revises.
#[tauri::command]
#[specta::specta]
pub(crate) async fn difference(shell: Held<'_>, dossier: u32, later: SourceId, earlier: Option<SourceId>) -> Answer<Difference> {
    shell.read(dossier, move |dossier| dossier_app::difference(dossier, later, earlier)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn claims(shell: Held<'_>, dossier: u32, ids: Vec<ClaimId>) -> Answer<Vec<ClaimRow>> {
    shell.read(dossier, move |dossier| dossier_app::claims_named(dossier, &ids)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn facts(shell: Held<'_>, dossier: u32) -> Answer<Vec<FactRow>> {
    shell.read(dossier, dossier_app::facts).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn fact(shell: Held<'_>, dossier: u32, fact: FactId) -> Answer<FactDetail> {
    shell.read(dossier, move |dossier| dossier_app::fact(dossier, fact)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn conflicts(shell: Held<'_>, dossier: u32, all: bool) -> Answer<Vec<ConflictDetail>> {
    shell.read(dossier, move |dossier| dossier_app::conflict_details(dossier, all)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn suggestions(shell: Held<'_>, dossier: u32) -> Answer<Vec<SuggestionRow>> {
    shell.read(dossier, dossier_app::suggestions).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn parties(shell: Held<'_>, dossier: u32) -> Answer<Vec<PartyRow>> {
    shell.read(dossier, dossier_app::parties).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn computations(shell: Held<'_>, dossier: u32) -> Answer<Vec<ComputationRow>> {
    shell.read(dossier, dossier_app::computations).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn origins(shell: Held<'_>, dossier: u32) -> Answer<Vec<OriginRow>> {
    shell.read(dossier, dossier_app::origins).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn ledger(shell: Held<'_>, dossier: u32) -> Answer<Vec<LedgerRow>> {
    shell.read(dossier, dossier_app::ledger).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn judgements(shell: Held<'_>, dossier: u32) -> Answer<Vec<JudgementRow>> {
    shell.read(dossier, dossier_app::judgements).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn search(shell: Held<'_>, dossier: u32, words: String) -> Answer<Vec<SearchRow>> {
    shell.read(dossier, move |dossier| dossier_app::search(dossier, &words)).await
}

/// What does not hold of a draft of a claim, by field, while it is typed. Writes nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_claim(
    shell: Held<'_>,
    dossier: u32,
    source: SourceId,
    draft: ClaimDraft,
    replaces: Option<ClaimId>,
) -> Answer<Vec<DraftFault>> {
    shell.read(dossier, move |dossier| dossier_app::check_claim(dossier, source, &draft, replaces)).await
}
