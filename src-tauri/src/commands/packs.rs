//! Packs, made and verified.

use crate::shell::{Shell, away};
use crate::trouble::Answer;
use dossier_app::{PackPlanRow, PackRow, SourceId, VerifyReport};
use std::sync::Arc;
use tauri::State;

type Held<'a> = State<'a, Arc<Shell>>;

#[tauri::command]
#[specta::specta]
pub(crate) async fn pack_plan(shell: Held<'_>, dossier: u32, document: Option<String>) -> Answer<Vec<PackPlanRow>> {
    shell.read(dossier, move |dossier| dossier_app::pack_plan(dossier, document.as_deref())).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn pack(
    shell: Held<'_>,
    dossier: u32,
    document: Option<String>,
    sources: Option<Vec<SourceId>>,
    pick: u32,
) -> Answer<PackRow> {
    let out = shell.picks.write(pick)?;
    shell
        .change(dossier, move |dossier, actor| dossier_app::pack(dossier, document.as_deref(), sources.as_deref(), &out, actor))
        .await
}

/// Verifies a pack, an unpacked pack or a dossier; needs no dossier to be open.
#[tauri::command]
#[specta::specta]
pub(crate) async fn verify(shell: Held<'_>, pick: u32) -> Answer<VerifyReport> {
    let path = shell.picks.read(pick)?;
    away(move || Ok(dossier_app::verify(&path)?)).await
}
