//! Windows, settings, files to pick.

use crate::opening::{Begun, Opened, Outcome, Target};
use crate::picks::{Dialog, Pick, PickFor};
use crate::settings::{RecentRow, Settings};
use crate::shell::{Shell, away};
use crate::trouble::Answer;
use std::sync::Arc;
use tauri::State;

type Held<'a> = State<'a, Arc<Shell>>;

#[tauri::command]
#[specta::specta]
pub(crate) fn begin(shell: Held<'_>, window: String) -> Begun {
    shell.begin(&window)
}

#[tauri::command]
#[specta::specta]
pub(crate) fn save_settings(shell: Held<'_>, settings: Settings) -> Answer<()> {
    shell.set(settings)
}

#[tauri::command]
#[specta::specta]
pub(crate) fn recent(shell: Held<'_>) -> Vec<RecentRow> {
    shell.recent()
}

#[tauri::command]
#[specta::specta]
pub(crate) fn forget(shell: Held<'_>, recent: u32) -> Answer<()> {
    shell.forget(recent)
}

/// Asks the person for files. None is "cancel".
#[tauri::command]
#[specta::specta]
pub(crate) async fn pick(shell: Held<'_>, window: String, what: PickFor, suggested: Option<String>) -> Answer<Vec<Pick>> {
    let shell = shell.inner().clone();
    away(move || {
        let folder = shell.folder(&window, what);
        let chosen = shell.stage.ask(&window, what, folder.as_deref(), suggested.as_deref());
        let pick = |path: &std::path::PathBuf| match what.dialog() {
            Dialog::Save => shell.picks.to_write(what.place(path)),
            Dialog::File | Dialog::Files | Dialog::Folder => shell.picks.to_read(path.clone()),
        };
        Ok(chosen.iter().map(pick).collect())
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn open(shell: Held<'_>, window: String, target: Target, beside: bool) -> Answer<Outcome> {
    let shell = shell.inner().clone();
    away(move || shell.open(&window, target, beside, false)).await
}

/// Opens a dossier that somebody else is changing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_to_read(shell: Held<'_>, window: String, target: Target) -> Answer<Outcome> {
    let shell = shell.inner().clone();
    away(move || shell.open(&window, target, false, true)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn create(shell: Held<'_>, window: String, pick: u32, title: String) -> Answer<Opened> {
    let shell = shell.inner().clone();
    away(move || shell.create(&window, pick, &title)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn close(shell: Held<'_>, window: String) -> Answer<()> {
    let shell = shell.inner().clone();
    away(move || shell.close(&window)).await
}

/// Takes the window away: its page has kept everything.
#[tauri::command]
#[specta::specta]
pub(crate) fn leave(shell: Held<'_>, window: String) {
    shell.stage.close_window(&window);
}
