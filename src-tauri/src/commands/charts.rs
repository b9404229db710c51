//! Charts, shown and saved.

use crate::shell::Shell;
use crate::trouble::Answer;
use dossier_app::{ChartFilter, ChartKind, ChartView, WrittenRow};
use std::sync::Arc;
use tauri::State;

type Held<'a> = State<'a, Arc<Shell>>;

#[tauri::command]
#[specta::specta]
pub(crate) async fn chart(shell: Held<'_>, dossier: u32, kind: ChartKind, filter: ChartFilter) -> Answer<ChartView> {
    shell.read(dossier, move |dossier| dossier_app::chart_view(dossier, kind, &filter)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn save_chart(
    shell: Held<'_>,
    dossier: u32,
    kind: ChartKind,
    filter: ChartFilter,
    pick: u32,
) -> Answer<WrittenRow> {
    let out = shell.picks.write(pick)?;
    shell.read(dossier, move |dossier| dossier_app::chart(dossier, kind, &filter, &out)).await
}
