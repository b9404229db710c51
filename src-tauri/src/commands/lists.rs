//! What a dossier holds.

use crate::shell::{Shell, away};
use crate::trouble::Answer;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dossier_app::{
    ClaimDraft, ClaimId, ClaimRow, ComputationRow, ConflictDetail, Difference, DraftFault, FactDetail, FactId, FactRow,
    JudgementRow, LedgerRow, OriginRow, Overview, PartyRow, PlacedSpan, Reader, Reading, SearchRow, SimilarRow, SourceId,
    SourceRow, SuggestionRow, TableRow, draw_page,
};
use serde::Serialize;
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

/// A page of a source as it looks, `width` pixels wide.
#[tauri::command]
#[specta::specta]
pub(crate) async fn source_page(shell: Held<'_>, dossier: u32, source: SourceId, page: u32, width: u32) -> Answer<PageRow> {
    let original = shell.read(dossier, move |dossier| dossier_app::original(dossier, source)).await?;
    // Away from the dossier: drawing takes as long as it takes.
    away(move || {
        let (picture, words) = draw_page(&Reader::of_this_program(false), &original, page, width)?;
        Ok(PageRow {
            png: format!("data:image/png;base64,{}", STANDARD.encode(picture.png)),
            width: picture.width,
            height: picture.height,
            pages: picture.pages,
            words,
            notes: picture.issues.into_iter().map(|issue| issue.message).collect(),
        })
    })
    .await
}

/// A page of a source as it looks.
#[derive(Debug, Serialize, specta::Type)]
pub(crate) struct PageRow {
    /// The address of the picture.
    png: String,
    /// Its width in pixels.
    width: u32,
    /// Its height in pixels.
    height: u32,
    /// How many pages the source has.
    pages: u32,
    /// Which characters of the source's text stand where on it.
    words: Vec<PlacedSpan>,
    /// What of the page it does not show as the page has it.
    notes: Vec<String>,
}

/// The tables of a spreadsheet, with what their columns mean.
#[tauri::command]
#[specta::specta]
pub(crate) async fn columns(shell: Held<'_>, dossier: u32, source: SourceId) -> Answer<Vec<TableRow>> {
    shell.read(dossier, move |dossier| dossier_app::columns(dossier, source)).await
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
