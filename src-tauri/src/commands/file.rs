//! The dossier as a file: exported, copied, purged of what must not stay.

use crate::shell::Shell;
use crate::trouble::Answer;
use dossier_app::{Purged, SourceId, WrittenRow};
use std::sync::Arc;
use tauri::State;

type Held<'a> = State<'a, Arc<Shell>>;

#[tauri::command]
#[specta::specta]
pub(crate) async fn export_to(shell: Held<'_>, dossier: u32, pick: u32) -> Answer<WrittenRow> {
    let out = shell.picks.write(pick)?;
    shell.change(dossier, move |dossier, actor| dossier_app::export(dossier, &out, actor)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn backup(shell: Held<'_>, dossier: u32, pick: u32) -> Answer<WrittenRow> {
    let out = shell.picks.write(pick)?;
    shell.change(dossier, move |dossier, actor| dossier_app::backup(dossier, &out, actor)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn purge(shell: Held<'_>, dossier: u32, source: SourceId, reason: String) -> Answer<Purged> {
    shell.change(dossier, move |dossier, actor| dossier_app::purge(dossier, source, &reason, actor)).await
}
