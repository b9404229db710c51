//! Judgements, and undo.

use crate::shell::Shell;
use crate::trouble::Answer;
use dossier_app::{
    Accepted, ClaimDraft, ClaimId, ClaimKind, Column, ColumnsSaid, EnteredRow, JudgedRow, MetadataField, SourceId, SourceRow,
    Undone, Verdict,
};
use std::sync::Arc;
use tauri::State;

type Held<'a> = State<'a, Arc<Shell>>;

#[tauri::command]
#[specta::specta]
pub(crate) async fn set_metadata(
    shell: Held<'_>,
    dossier: u32,
    source: SourceId,
    fields: Vec<(MetadataField, String)>,
    reason: Option<String>,
) -> Answer<SourceRow> {
    shell
        .change(dossier, move |dossier, actor| dossier_app::set_metadata(dossier, source, &fields, reason.as_deref(), actor))
        .await
}

/// Says what the columns of a table mean, and reads its rows so.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_columns(
    shell: Held<'_>,
    dossier: u32,
    source: SourceId,
    table: u32,
    columns: Vec<Column>,
) -> Answer<ColumnsSaid> {
    shell.change(dossier, move |dossier, actor| dossier_app::set_columns(dossier, source, table, columns, None, actor)).await
}

/// Accepts claims: each read alone, or all at once, which marks them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn accept(shell: Held<'_>, dossier: u32, claims: Vec<ClaimId>, unread: bool) -> Answer<Accepted> {
    let accept = if unread { dossier_app::accept_unread } else { dossier_app::accept };
    shell.change(dossier, move |dossier, actor| accept(dossier, &claims, actor)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn accept_all(shell: Held<'_>, dossier: u32) -> Answer<Accepted> {
    shell.change(dossier, dossier_app::accept_all).await
}

/// Accepts every proposed claim of a kind, of one source or of all, which marks them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn accept_kind(shell: Held<'_>, dossier: u32, kind: ClaimKind, source: Option<SourceId>) -> Answer<Accepted> {
    shell.change(dossier, move |dossier, actor| dossier_app::accept_kind(dossier, kind, source, actor)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn reject(shell: Held<'_>, dossier: u32, claims: Vec<ClaimId>, reason: Option<String>) -> Answer<JudgedRow> {
    shell.change(dossier, move |dossier, actor| dossier_app::reject(dossier, &claims, reason.as_deref(), actor)).await
}

/// Puts what a person wrote in the place of a claim.
#[tauri::command]
#[specta::specta]
pub(crate) async fn edit(
    shell: Held<'_>,
    dossier: u32,
    claim: ClaimId,
    draft: ClaimDraft,
    reason: Option<String>,
) -> Answer<EnteredRow> {
    shell.change(dossier, move |dossier, actor| dossier_app::edit(dossier, claim, &draft, reason.as_deref(), actor)).await
}

/// Puts several claims in the place of one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn split(
    shell: Held<'_>,
    dossier: u32,
    claim: ClaimId,
    drafts: Vec<ClaimDraft>,
    reason: Option<String>,
) -> Answer<EnteredRow> {
    shell.change(dossier, move |dossier, actor| dossier_app::split(dossier, claim, &drafts, reason.as_deref(), actor)).await
}

/// Puts one claim in the place of several of one source: what the draft says, else what the first says with the quotes of all.
#[tauri::command]
#[specta::specta]
pub(crate) async fn merge(
    shell: Held<'_>,
    dossier: u32,
    claims: Vec<ClaimId>,
    draft: Option<ClaimDraft>,
    reason: Option<String>,
) -> Answer<EnteredRow> {
    shell
        .change(dossier, move |dossier, actor| dossier_app::merge(dossier, &claims, draft.as_ref(), reason.as_deref(), actor))
        .await
}

/// Adds a claim that a person found in a source.
#[tauri::command]
#[specta::specta]
pub(crate) async fn add(
    shell: Held<'_>,
    dossier: u32,
    source: SourceId,
    draft: ClaimDraft,
    reason: Option<String>,
) -> Answer<EnteredRow> {
    shell.change(dossier, move |dossier, actor| dossier_app::add(dossier, source, &draft, reason.as_deref(), actor)).await
}

/// Claims or facts by their ids, judgements for "revoke".
#[tauri::command]
#[specta::specta]
pub(crate) async fn judge(
    shell: Held<'_>,
    dossier: u32,
    verdict: Verdict,
    ids: Vec<String>,
    reason: String,
) -> Answer<JudgedRow> {
    shell.change(dossier, move |dossier, actor| dossier_app::judge(dossier, verdict, &ids, &reason, actor)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn undo(shell: Held<'_>, dossier: u32) -> Answer<Undone> {
    shell.change(dossier, dossier_app::undo).await
}
