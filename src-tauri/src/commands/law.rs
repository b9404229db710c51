//! Measures, recipients, and the office that sends.

use crate::shell::Shell;
use crate::trouble::Answer;
use dossier_app::{Dossier, MeasureRow, Office, RecipientRow};
use std::sync::Arc;
use tauri::State;

type Held<'a> = State<'a, Arc<Shell>>;

#[tauri::command]
#[specta::specta]
pub(crate) async fn measures(shell: Held<'_>, dossier: u32) -> Answer<Vec<MeasureRow>> {
    shell.read(dossier, dossier_app::measures).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn recipients(shell: Held<'_>, dossier: u32) -> Answer<Vec<RecipientRow>> {
    shell.read(dossier, dossier_app::recipients).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn office(shell: Held<'_>, dossier: u32) -> Answer<Office> {
    shell.read(dossier, Dossier::office).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn set_office(shell: Held<'_>, dossier: u32, office: Office) -> Answer<()> {
    shell.change(dossier, move |dossier, actor| dossier_app::put_office(dossier, &office, actor)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn set_directory(shell: Held<'_>, dossier: u32, pick: u32) -> Answer<Vec<RecipientRow>> {
    let path = shell.picks.read(pick)?;
    shell.change(dossier, move |dossier, actor| dossier_app::set_directory(dossier, &path, actor)).await
}
